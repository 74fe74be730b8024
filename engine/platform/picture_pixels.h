// Pictures in memory, 32 bits a pixel, 0xAARRGGBB: their colours and their size. For platform/font*.c and
// platform/paint*.c only.
#pragma once

#include "ui/draw.h"

struct SDL_Surface;

struct SDL_Surface *picture_create(int32_t width, int32_t height); // white, and nothing to be seen
void picture_tint(struct SDL_Surface *picture, Color color);       // one colour, as opaque as the picture and it are
void picture_fade(struct SDL_Surface *picture, uint8_t alpha);     // its own colours stay
// Smaller (or larger), as num ÷ den says, each pixel the mean of those that lie under it. The colours of `picture` are
// multiplied by their alpha, as fonts have them, those of the new one are not.
struct SDL_Surface *picture_scale(const struct SDL_Surface *picture, int32_t num, int32_t den);
// The pixels of `over` into `under`, where they are the more opaque ones.
void picture_lay(const struct SDL_Surface *over, struct SDL_Surface *under, int32_t x, int32_t y);
