// A font of ours as it lies on the disk: NAME as its makers gave it, or NAME.gz, as it is installed where it is large
// and most never need it. For platform/font*.c only.
#pragma once

#include "base/error.h"

NODISCARD bool font_file_is_there(Arena *scratch, Str folder, Str name, Error *error);
void *font_file_load(Arena *scratch, Str folder, Str name, size_t *len); // for SDL_free; NULL: missing or damaged
