// What is written for those who look at a frame from outside: its picture, its tree.
#pragma once

#include "base/error.h"
#include "ui/frame.h"

struct SDL_Surface;

Str picture_to_png(Arena *arena, const struct SDL_Surface *surface); // of 32 bits a pixel, 0xRRGGBB
Str tree_to_json(Arena *arena, const UiFrame *frame);
NODISCARD bool picture_write_file(Str path, Str bytes, Error *error);
