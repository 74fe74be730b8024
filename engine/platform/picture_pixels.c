#include "platform/picture_pixels.h"

#include "base/error.h"

#include <SDL.h>

static Uint32 *row_of(const SDL_Surface *picture, int32_t y) {
    return (Uint32 *)(void *)((Uint8 *)picture->pixels + (ptrdiff_t)y * picture->pitch);
}

SDL_Surface *picture_create(int32_t width, int32_t height) {
    SDL_Surface *picture = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_ARGB8888);
    if (!picture) {
        error_out_of_memory();
    }
    SDL_FillRect(picture, NULL, 0x00FFFFFF);
    return picture;
}

void picture_tint(SDL_Surface *picture, Color color) {
    Uint32 rgb = (Uint32)color.red << 16 | (Uint32)color.green << 8 | color.blue;
    for (int32_t y = 0; y < picture->h; y++) {
        Uint32 *row = row_of(picture, y);
        for (int32_t x = 0; x < picture->w; x++) {
            row[x] = (row[x] >> 24) * color.alpha / 255 << 24 | rgb;
        }
    }
}

void picture_fade(SDL_Surface *picture, uint8_t alpha) {
    for (int32_t y = 0; y < picture->h; y++) {
        Uint32 *row = row_of(picture, y);
        for (int32_t x = 0; x < picture->w; x++) {
            row[x] = (row[x] >> 24) * alpha / 255 << 24 | (row[x] & 0xFFFFFF);
        }
    }
}

// The mean of a rectangle of at least one pixel.
static Uint32 mean(const SDL_Surface *picture, SDL_Rect part) {
    uint64_t sums[4] = {0};
    for (int32_t y = part.y; y < part.y + part.h; y++) {
        const Uint32 *row = row_of(picture, y);
        for (int32_t x = part.x; x < part.x + part.w; x++) {
            for (int32_t i = 0; i < 4; i++) {
                sums[i] += row[x] >> 8 * i & 0xFF;
            }
        }
    }
    uint64_t alpha = sums[3], count = (uint64_t)part.w * (uint64_t)part.h;
    Uint32 pixel = (Uint32)(alpha / count) << 24;
    for (int32_t i = 0; i < 3 && alpha > 0; i++) {
        pixel |= (Uint32)SDL_min(sums[i] * 255 / alpha, 255) << 8 * i;
    }
    return pixel;
}

// The stretch of a line of `len` pixels that lies under pixel `at` of one of `count`.
static void find_part(int32_t len, int32_t count, int32_t at, int *from, int *width) {
    *from = at * len / count;
    *width = SDL_max((at + 1) * len / count - *from, 1);
}

SDL_Surface *picture_scale(const SDL_Surface *picture, int32_t num, int32_t den) {
    SDL_Surface *scaled = picture_create(SDL_max(picture->w * num / den, 1), SDL_max(picture->h * num / den, 1));
    for (int32_t y = 0; y < scaled->h; y++) {
        SDL_Rect part;
        find_part(picture->h, scaled->h, y, &part.y, &part.h);
        for (int32_t x = 0; x < scaled->w; x++) {
            find_part(picture->w, scaled->w, x, &part.x, &part.w);
            row_of(scaled, y)[x] = mean(picture, part);
        }
    }
    return scaled;
}

void picture_lay(const SDL_Surface *over, SDL_Surface *under, int32_t x, int32_t y) {
    for (int32_t row = 0; row < over->h; row++) {
        const Uint32 *from = row_of(over, row);
        Uint32 *to = row_of(under, y + row) + x;
        for (int32_t i = 0; i < over->w; i++) {
            to[i] = from[i] >> 24 > to[i] >> 24 ? from[i] : to[i];
        }
    }
}
