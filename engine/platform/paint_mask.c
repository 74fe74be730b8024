#include "platform/paint_mask.h"

#include <SDL.h>

#include <math.h>

enum { SAMPLES = 16, FULL = 255 };

Mask mask_create(Arena *arena, int32_t width, int32_t height) {
    return (Mask){arena_push(arena, uint8_t, (ptrdiff_t)width * height), width, height};
}

bool mask_is_all(const Mask *mask, uint8_t coverage) {
    for (ptrdiff_t i = 0; i < (ptrdiff_t)mask->width * mask->height; i++) {
        if (mask->rows[i] != coverage) {
            return false;
        }
    }
    return true;
}

Mask mask_of_picture(Arena *arena, const SDL_Surface *picture) {
    Mask mask = mask_create(arena, picture->w, picture->h);
    for (int32_t y = 0; y < mask.height; y++) {
        const char *row = (const char *)picture->pixels + (ptrdiff_t)y * picture->pitch;
        for (int32_t x = 0; x < mask.width; x++) {
            mask.rows[(ptrdiff_t)y * mask.width + x] = (uint8_t)(((const uint32_t *)(const void *)row)[x] >> 24);
        }
    }
    return mask;
}

// Whether a round corner leaves the place, counted from the corner's two edges, inside.
static bool is_inside(int64_t x, int64_t y, int64_t radius) {
    if (x < 0 || y < 0) {
        return false;
    }
    if (x >= radius || y >= radius) {
        return true;
    }
    return (radius - x) * (radius - x) + (radius - y) * (radius - y) <= radius * radius;
}

// How many of a pixel's samples lie inside. Most pixels are all in or all out, which their corners tell.
static int32_t count_samples(int32_t x, int32_t y, int32_t radius) {
    enum { UNIT = 2 * SAMPLES };
    x *= UNIT;
    y *= UNIT;
    radius *= UNIT;
    if (is_inside(x, y, radius)) {
        return SAMPLES * SAMPLES;
    }
    if (!is_inside(x + UNIT, y + UNIT, radius)) {
        return 0;
    }
    int32_t count = 0;
    for (int32_t i = 0; i < SAMPLES * SAMPLES; i++) {
        count += is_inside(x + i % SAMPLES * 2 + 1, y + i / SAMPLES * 2 + 1, radius);
    }
    return count;
}

static uint8_t corner_at(int32_t x, int32_t y, int32_t radius, int32_t stroke_width, MaskPart part) {
    int32_t outer = part == MASK_INNER ? 0 : count_samples(x, y, radius);
    int32_t inner = 0;
    if (part != MASK_OUTER) {
        inner = count_samples(x - stroke_width, y - stroke_width, SDL_max(radius - stroke_width, 0));
    }
    int32_t count = part == MASK_INNER ? inner : outer - inner;
    return (uint8_t)((count * FULL + SAMPLES * SAMPLES / 2) / (SAMPLES * SAMPLES));
}

// One quarter, mirrored.
static void set_corners(Mask *mask, int32_t x, int32_t y, uint8_t coverage) {
    ptrdiff_t right = mask->width - 1 - x, bottom = mask->height - 1 - y;
    mask->rows[(ptrdiff_t)y * mask->width + x] = coverage;
    mask->rows[y * (ptrdiff_t)mask->width + right] = coverage;
    mask->rows[bottom * mask->width + x] = coverage;
    mask->rows[bottom * mask->width + right] = coverage;
}

void mask_draw_corners(Mask *mask, int32_t radius, int32_t stroke_width, MaskPart part) {
    for (int32_t y = 0; y < mask->height / 2; y++) {
        for (int32_t x = 0; x < mask->width / 2; x++) {
            set_corners(mask, x, y, corner_at(x, y, radius, stroke_width, part));
        }
    }
}

// How many of a pixel's samples lie in a piece that is there: the first, the third … of the quarter. The way along it
// is told by the slope, which is even enough, and whole.
static int32_t count_dashed(int32_t x, int32_t y, int32_t radius, int32_t pieces) {
    int32_t count = 0;
    for (int32_t i = 0; i < SAMPLES * SAMPLES; i++) {
        int64_t right = SDL_max((radius - x) * SAMPLES - i % SAMPLES, 0),
                down = SDL_max((radius - y) * SAMPLES - i / SAMPLES, 0);
        count += right + down == 0 || down * pieces / (right + down) % 2 == 0;
    }
    return count;
}

void mask_cut_dashes(Mask *ring, int32_t radius, int32_t dash) {
    int32_t arc = radius * 11 / 7, pieces = arc / (2 * dash) * 2 + 1; // odd: sides begin with a gap
    for (int32_t y = 0; y < ring->height / 2; y++) {
        for (int32_t x = 0; x < ring->width / 2; x++) {
            int32_t whole = ring->rows[(ptrdiff_t)y * ring->width + x];
            int32_t left = whole > 0 ? whole * count_dashed(x, y, radius, pieces) / (SAMPLES * SAMPLES) : 0;
            set_corners(ring, x, y, (uint8_t)left);
        }
    }
}

// 3t² − 2t³, which is close to the edge that a gaussian blur leaves.
int32_t mask_shadow_at(float depth, int32_t reach) {
    float t = depth <= 0 ? 0 : depth / (float)reach;
    return t >= 1 ? FULL : (int32_t)(t * t * (3 - 2 * t) * (float)FULL);
}

void mask_draw_shadow(Mask *mask, int32_t reach) {
    float centre = (float)mask->width / 2;
    for (int32_t y = 0; y < mask->height / 2; y++) {
        for (int32_t x = 0; x < mask->width / 2; x++) {
            float right = centre - (float)x - 0.5f, down = centre - (float)y - 0.5f;
            float depth = centre - sqrtf(right * right + down * down);
            set_corners(mask, x, y, (uint8_t)mask_shadow_at(depth, reach));
        }
    }
}
