// What the files behind base/file.h share: paths on their way to the system, and its refusals on their way back.
#pragma once

#include "base/error.h"

// NULL, with errno, for a path that holds a zero: at the door to the system it would name another file.
const char *file_inside_path(Arena *arena, Str path);

// Fill `error` from an errno and return false. A lack of permission is one to read or one to write.
bool file_inside_refuse_read(Error *error, int system, Str path);
bool file_inside_refuse_write(Error *error, int system, Str path);
