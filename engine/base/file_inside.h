// Shared by the files behind base/file.h and base/file_draft.h: paths on their way to the system, bytes on theirs, and
// its refusals on their way back. What returns false, or -1, without an Error leaves an errno.
#pragma once

#include "base/error.h"
#include "base/file_draft.h"

// NULL, with errno, for a path that holds a zero: at the door to the system it would name another file.
const char *file_inside_path(Arena *arena, Str path);

int file_inside_open(Arena *scratch, Str path, int flags); // to be read; also a folder
int file_inside_open_regular(Arena *scratch, Str path, ptrdiff_t *len, Error *error);
int file_inside_create(const char *path);                          // private, to be written; it was not there
ptrdiff_t file_inside_read(int file, char *bytes, ptrdiff_t room); // 0 at its end
bool file_inside_write(int file, Str bytes);
bool file_inside_pour(int from, int to, ptrdiff_t most);       // what is left to be read of the one
bool file_inside_pour_draft(const FileDraft *draft, int file); // NULL has nothing
// Closes the file; false, with the first errno there was, when writing to it or closing it failed.
bool file_inside_close(int file, bool written);

// Fill `error` from an errno and return false. A lack of permission is one to read or one to write.
bool file_inside_refuse_read(Error *error, int system, Str path);
bool file_inside_refuse_write(Error *error, int system, Str path);
