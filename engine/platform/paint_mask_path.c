#include "platform/paint_mask.h"

#include <SDL.h>

#include <math.h>

enum { FULL = 255, LINES = 16 }; // LINES: of which a row of pixels is made when a polygon is filled

typedef struct {
    float x, y;
} Place;

static Place place_of(DrawPoint point, DrawPoint origin) {
    const float subpixels = DRAW_SUBPIXELS;
    return (Place){(float)(point.x - origin.x) / subpixels, (float)(point.y - origin.y) / subpixels};
}

// The square of how far (x, y) lies from a piece of line.
static float distance_to(Place from, Place to, float x, float y) {
    float along_x = to.x - from.x, along_y = to.y - from.y;
    float length = along_x * along_x + along_y * along_y;
    float t = length > 0 ? ((x - from.x) * along_x + (y - from.y) * along_y) / length : 0;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    float off_x = x - from.x - t * along_x, off_y = y - from.y - t * along_y;
    return off_x * off_x + off_y * off_y;
}

// Ends and joins are round because a pixel's coverage is a matter of distance only.
static void draw_piece(Mask *mask, Place from, Place to, float half) {
    float margin = half + 1;
    int32_t left = SDL_max((int32_t)floorf(SDL_min(from.x, to.x) - margin), 0);
    int32_t right = SDL_min((int32_t)ceilf(SDL_max(from.x, to.x) + margin), mask->width);
    int32_t top = SDL_max((int32_t)floorf(SDL_min(from.y, to.y) - margin), 0);
    int32_t bottom = SDL_min((int32_t)ceilf(SDL_max(from.y, to.y) + margin), mask->height);
    float nothing = (half + 0.5f) * (half + 0.5f);
    for (int32_t y = top; y < bottom; y++) {
        uint8_t *row = mask->rows + (ptrdiff_t)y * mask->width;
        for (int32_t x = left; x < right; x++) {
            float distance = distance_to(from, to, (float)x + 0.5f, (float)y + 0.5f);
            if (distance < nothing) {
                float coverage = SDL_min(half + 0.5f - sqrtf(distance), 1);
                row[x] = SDL_max(row[x], (uint8_t)(coverage * (float)FULL + 0.5f));
            }
        }
    }
}

void mask_draw_stroke(Mask *mask, const DrawCommand *path, DrawPoint origin) {
    float half = (float)path->stroke_width / 2;
    for (int32_t i = 0; i < path->point_count; i++) {
        bool last = i == path->point_count - 1;
        if (last && !path->closed && i > 0) {
            return;
        }
        DrawPoint next = path->points[last ? 0 : i + 1];
        draw_piece(mask, place_of(path->points[i], origin), place_of(next, origin), half);
    }
}

// Where an edge of a polygon crosses a line, in 1/256 pixels, and which way it goes there.
typedef struct {
    int32_t x;
    int32_t turn;
} Crossing;

typedef ROWS_OF(Crossing) CrossingTable;

// `y` is in half subpixels and odd, so that no line goes through a point.
static void cross_edge(Arena *arena, CrossingTable *crossings, DrawPoint from, DrawPoint to, int32_t y) {
    int32_t from_y = 2 * from.y, to_y = 2 * to.y;
    if ((from_y < y) == (to_y < y)) {
        return;
    }
    int64_t x = (int64_t)from.x * 16 + (int64_t)(to.x - from.x) * 16 * (y - from_y) / (to_y - from_y);
    Crossing crossing = {(int32_t)x, from_y < y ? 1 : -1};
    (void)rows_append(arena, crossings);
    int32_t at = crossings->count - 1;
    for (; at > 0 && crossings->rows[at - 1].x > crossing.x; at--) {
        crossings->rows[at] = crossings->rows[at - 1];
    }
    crossings->rows[at] = crossing;
}

static void add_span(int32_t *row, int32_t width, int32_t from, int32_t to) {
    enum { UNIT = 256 };
    from = SDL_clamp(from, 0, width * UNIT);
    to = SDL_clamp(to, 0, width * UNIT);
    for (int32_t x = from / UNIT; x * UNIT < to; x++) {
        row[x] += SDL_min(to, (x + 1) * UNIT) - SDL_max(from, x * UNIT);
    }
}

// Inside is where the edges turn round more than not, so that a path that crosses itself has no holes.
static void fill_line(const CrossingTable *crossings, int32_t *row, int32_t width) {
    int32_t turns = 0;
    for (int32_t i = 0; i + 1 < crossings->count; i++) {
        turns += crossings->rows[i].turn;
        if (turns != 0) {
            add_span(row, width, crossings->rows[i].x, crossings->rows[i + 1].x);
        }
    }
}

static DrawPoint point_at(const DrawCommand *path, int32_t index, DrawPoint origin) {
    DrawPoint point = path->points[index % path->point_count];
    return (DrawPoint){point.x - origin.x, point.y - origin.y};
}

void mask_draw_fill(Mask *mask, const DrawCommand *path, DrawPoint origin) {
    Arena scratch = {0};
    CrossingTable crossings = {0};
    int32_t *row = arena_push(&scratch, int32_t, mask->width);
    for (int32_t y = 0; y < mask->height; y++) {
        SDL_memset(row, 0, (size_t)mask->width * sizeof *row);
        for (int32_t line = 0; line < LINES; line++) {
            crossings.count = 0;
            for (int32_t i = 0; i < path->point_count; i++) {
                cross_edge(&scratch, &crossings, point_at(path, i, origin), point_at(path, i + 1, origin),
                           2 * (y * LINES + line) + 1);
            }
            fill_line(&crossings, row, mask->width);
        }
        for (int32_t x = 0; x < mask->width; x++) {
            mask->rows[(ptrdiff_t)y * mask->width + x] = (uint8_t)((row[x] * FULL + 2048) / (256 * LINES));
        }
    }
    arena_finish(&scratch);
}
