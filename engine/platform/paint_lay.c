// Colours on the surface. How they mix is what SDL's own blits and fills do, to the last bit, for a picture is to be
// the same as ever; but a mask of one byte a pixel, of which most is empty, is read more quickly than SDL's pictures
// of four.
#include "platform/paint_inside.h"

#include <SDL.h>

#include <string.h>

enum { FULL = 255, AT_ONCE = 8, PAIR = 2, CHANNELS = 4 };

// The channels of two pixels, worked out in one go: every compiler that builds this has a machine's vectors for it.
typedef uint8_t PairBytes __attribute__((vector_size(PAIR * CHANNELS)));
typedef uint16_t PairWords __attribute__((vector_size(PAIR * CHANNELS * 2)));
typedef uint64_t PairShares __attribute__((vector_size(PAIR * 8)));

static uint32_t *pixels_at(const Painter *painter, int32_t x, int32_t y) {
    char *row = (char *)painter->surface->pixels + (ptrdiff_t)y * painter->surface->pitch;
    return (uint32_t *)(void *)row + x;
}

static uint32_t pixel_of(Color color) {
    return (uint32_t)color.red << 16 | (uint32_t)color.green << 8 | color.blue;
}

// A colour that shines through a fill, of which `over` already has its share.
static uint32_t shine(uint32_t under, uint32_t over, uint32_t rest) {
    uint32_t red = (under >> 16 & FULL) * rest / FULL, green = (under >> 8 & FULL) * rest / FULL,
             blue = (under & FULL) * rest / FULL;
    return (red << 16 | green << 8 | blue) + over;
}

// Most pixels are as their neighbours.
static void shine_row(uint32_t *to, int32_t count, uint32_t over, uint32_t rest) {
    uint32_t under = to[0], mixed = shine(under, over, rest);
    for (int32_t i = 0; i < count; i++) {
        if (to[i] != under) {
            under = to[i];
            mixed = shine(under, over, rest);
        }
        to[i] = mixed;
    }
}

// SDL's own way writes around the processor's cache, from which what is painted on it next is read.
static void fill_rows(const Painter *painter, Rect rect, uint32_t pixel) {
    uint32_t *first = pixels_at(painter, rect.x, rect.y);
    for (int32_t x = 0; x < rect.width; x++) {
        first[x] = pixel;
    }
    for (int32_t y = rect.y + 1; y < rect.y + rect.height; y++) {
        memcpy(pixels_at(painter, rect.x, y), first, (size_t)rect.width * sizeof *first);
    }
}

void paint_fill(Painter *painter, Rect rect, Color color) {
    rect = rect_intersect(rect, painter->clip);
    if (color.alpha == 0 || rect_is_empty(rect)) {
        return;
    }
    if (color.alpha == FULL) {
        fill_rows(painter, rect, pixel_of(color));
        return;
    }
    uint32_t over = shine(pixel_of(color), 0, color.alpha);
    for (int32_t y = rect.y; y < rect.y + rect.height; y++) {
        shine_row(pixels_at(painter, rect.x, y), rect.width, over, (uint32_t)FULL - color.alpha);
    }
}

void paint_split(Rect rect, Rect hole, Rect sides[4]) {
    int32_t right = hole.x + hole.width, bottom = hole.y + hole.height;
    sides[0] = (Rect){rect.x, rect.y, rect.width, hole.y - rect.y};
    sides[1] = (Rect){rect.x, hole.y, hole.x - rect.x, hole.height};
    sides[2] = (Rect){right, hole.y, rect.x + rect.width - right, hole.height};
    sides[3] = (Rect){rect.x, bottom, rect.width, rect.y + rect.height - bottom};
}

void paint_fill_around(Painter *painter, Rect rect, Rect hole, Color color) {
    Rect sides[4] = {rect};
    hole = rect_intersect(rect, hole);
    if (!rect_is_empty(hole)) {
        paint_split(rect, hole, sides);
    }
    for (int32_t i = 0; i < 4; i++) {
        paint_fill(painter, sides[i], color);
    }
}

static bool is_clear(const uint8_t *coverage) {
    uint64_t all;
    memcpy(&all, coverage, sizeof all);
    return all == 0;
}

static PairWords words_of(const uint32_t *pair) {
    PairBytes bytes;
    memcpy(&bytes, pair, sizeof bytes);
    return __builtin_convertvector(bytes, PairWords);
}

// All or nothing changes nothing of what it is all of.
static const PixelShares *shares_of(Painter *painter, uint8_t alpha) {
    if (painter->shares_alpha != alpha) {
        const uint64_t each = UINT64_C(0x0001000100010001);
        painter->shares_alpha = alpha;
        for (uint32_t coverage = 0; coverage <= FULL; coverage++) {
            uint64_t over = coverage * alpha / FULL, under = FULL - over;
            painter->shares[coverage] = (PixelShares){(over + (over == FULL)) * each, (under + (under == FULL)) * each};
        }
    }
    return painter->shares;
}

static inline PairWords take(PairWords channels, uint64_t first, uint64_t second) {
    PairWords words;
    memcpy(&words, &(PairShares){first, second}, sizeof words);
    return channels * words >> 8;
}

static inline void mix(uint32_t *pair, PairWords over, const PixelShares *first, const PixelShares *second) {
    PairWords mixed = take(over, first->over, second->over) + take(words_of(pair), first->under, second->under);
    PairBytes bytes = __builtin_convertvector(mixed, PairBytes);
    memcpy(pair, &bytes, sizeof bytes);
}

static void lay_row(uint32_t *to, const uint8_t *coverage, int32_t count, uint32_t color, const PixelShares *shares) {
    PairWords over = words_of((uint32_t[PAIR]){color, color});
    int32_t i = 0;
    while (i + PAIR <= count) {
        if (i + AT_ONCE <= count && is_clear(coverage + i)) {
            i += AT_ONCE;
            continue;
        }
        if ((coverage[i] | coverage[i + 1]) != 0) {
            mix(to + i, over, &shares[coverage[i]], &shares[coverage[i + 1]]);
        }
        i += PAIR;
    }
    if (i < count) {
        uint32_t pair[PAIR] = {to[i]};
        mix(pair, over, &shares[coverage[i]], &shares[0]);
        to[i] = pair[0];
    }
}

void paint_mask(Painter *painter, const Mask *mask, Rect from, int32_t x, int32_t y, Color color) {
    Rect seen = rect_intersect((Rect){x, y, from.width, from.height}, painter->clip);
    if (color.alpha == 0 || rect_is_empty(seen)) {
        return;
    }
    const PixelShares *shares = shares_of(painter, color.alpha);
    const uint8_t *coverage = mask->rows + (ptrdiff_t)(from.y + seen.y - y) * mask->width + from.x + seen.x - x;
    for (int32_t row = seen.y; row < seen.y + seen.height; row++, coverage += mask->width) {
        lay_row(pixels_at(painter, seen.x, row), coverage, seen.width, pixel_of(color), shares);
    }
}

void paint_picture(Painter *painter, SDL_Surface *picture, int32_t x, int32_t y) {
    Rect clip = painter->clip;
    SDL_SetClipRect(painter->surface, &(SDL_Rect){clip.x, clip.y, clip.width, clip.height});
    SDL_BlitSurface(picture, NULL, painter->surface, &(SDL_Rect){x, y, 0, 0});
    SDL_SetClipRect(painter->surface, NULL);
}
