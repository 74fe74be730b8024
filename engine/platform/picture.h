// A frame for those who look at it from outside: its picture, its tree.
//
// A picture ends with a comment, "pixels " and eight hexadecimal digits: the CRC-32 of its pixels (red, green, blue,
// row by row), by which two are known to show the same however zlib packed them.
#pragma once

#include "base/str.h"
#include "ui/frame.h"

struct SDL_Surface;

Str picture_to_png(Arena *arena, const struct SDL_Surface *surface); // of 32 bits a pixel, 0xRRGGBB
Str tree_to_json(Arena *arena, const UiFrame *frame);
