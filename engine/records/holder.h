// Who writes in a folder, said in the file whose lock that program has, so that whoever comes second knows whom to ask.
// Nothing depends on it.
//
//     FileLock *lock = file_lock(&arena, path, &error);
//     if (lock) { holder_tell(path); } else { holder_read(&arena, path, &holder); }
#pragma once

#include "base/str.h"

typedef struct {
    int32_t process; // 0: not known
    Str host, since; // of the machine; "2026-11-27 18:05". Empty: not known
} Holder;

void holder_tell(Str path); // that it is this program, since now
void holder_read(Arena *arena, Str path, Holder *holder);
