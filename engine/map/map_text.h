// Text in the picture of a map: escaped for XML, and cut into lines that fit. Internal to the map.
#pragma once

#include "base/str.h"

// Adds text as XML wants it: escaped, on one line, without what XML does not know.
void map_add_text(StrBuilder *out, Str text);

// Takes off `rest` as much as fits on a line of `width` pixels at `size` pixels, broken at a space. The last line takes
// all: what does not fit gives way to "…", and `cut` says so.
Str map_take_line(Str *rest, int32_t size, int32_t width, bool last, bool *cut);
// In pixels, generously: the font is only known to whoever shows the picture.
int32_t map_text_width(Str text, int32_t size);
