// A file that is read from its beginning, as much at a time as there is room for: for one that is better not in memory
// as a whole.
//
//     FileSource *source = file_source_open(&arena, path, most, &error);     // NULL: it cannot be read
//     while ((len = file_source_read(source, bytes, room)) > 0) { … }
//     bool whole = file_source_close(source, &error);                        // false: it was not read to its end
#pragma once

#include "base/error.h"

typedef struct FileSource FileSource;

// As file_load (base/file.h) opens it: a regular file of at most `most` bytes, read up to the size that it has now; "-"
// is standard input.
FileSource *file_source_open(Arena *arena, Str path, ptrdiff_t most, Error *error);
ptrdiff_t file_source_read(FileSource *source, char *bytes, ptrdiff_t room); // 0: there is no more, or it failed
NODISCARD bool file_source_close(FileSource *source, Error *error);
