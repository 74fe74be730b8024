// A frame for those who look at it from outside: its picture, its tree.
#pragma once

#include "base/str.h"
#include "ui/frame.h"

struct SDL_Surface;

Str picture_to_png(Arena *arena, const struct SDL_Surface *surface); // of 32 bits a pixel, 0xRRGGBB
Str tree_to_json(Arena *arena, const UiFrame *frame);
