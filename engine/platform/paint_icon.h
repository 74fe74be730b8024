// The program's sign as a picture, for its windows: that of data/icons/palabre.svg.
#pragma once

#include <stdint.h>

struct SDL_Surface;

struct SDL_Surface *paint_icon(int32_t size); // that many pixels across, clear around the sign; the caller frees it
