// Where the bytes of the open case come from once more: its file, as long as that is what was read, or, where no file
// holds them, what is kept of them. For jobs of the writer's thread, which load it.
#pragma once

#include "base/error.h"
#include "base/str.h"

typedef struct {
    Str path, hash; // of its bytes when they were read
    Str bytes;      // empty: they stand in the file
} OpenSource;

OpenSource open_source_copy(Arena *arena, const OpenSource *source);
// Fills in the bytes. False: the file cannot be read, or, without an error, is another one now.
NODISCARD bool open_source_load(Arena *arena, OpenSource *source, Error *error);
