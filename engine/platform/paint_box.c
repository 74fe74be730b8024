#include "platform/paint_inside.h"

#include <SDL.h>

enum { CACHE_CORNERS = 1, CACHE_SHADOW = 2 };

// The measures of a box after they were made to fit into each other. `square` is the side of the squares at the corners
// that hold all that is round.
typedef struct {
    Painter *painter;
    Rect rect;
    int32_t radius, stroke_width, square;
    int32_t dash; // 0: none
    int32_t corners;
} BoxShape;

typedef struct {
    int32_t corner; // a Corner
    bool right, bottom;
} CornerPlace;

static const CornerPlace PLACES[] = {{CORNER_TOP_LEFT, false, false},
                                     {CORNER_TOP_RIGHT, true, false},
                                     {CORNER_BOTTOM_LEFT, false, true},
                                     {CORNER_BOTTOM_RIGHT, true, true}};

static BoxShape shape_of(Painter *painter, const DrawCommand *box) {
    int32_t least = SDL_max(SDL_min(box->rect.width, box->rect.height) / 2, 0);
    BoxShape shape = {.painter = painter, .rect = box->rect, .corners = box->corners, .dash = box->dash};
    shape.radius = box->corners == 0 ? 0 : SDL_clamp(box->radius, 0, least);
    shape.stroke_width = box->stroke.alpha == 0 ? 0 : SDL_clamp(box->stroke_width, 0, least);
    shape.square = SDL_max(shape.radius, shape.stroke_width);
    return shape;
}

static const CacheEntry *find_corners(const BoxShape *shape, MaskPart part) {
    PaintCache *cache = &shape->painter->cache;
    int32_t dash = part == MASK_RING ? shape->dash : 0;
    int32_t numbers[] = {CACHE_CORNERS, shape->radius, part == MASK_OUTER ? 0 : shape->stroke_width,
                         (int32_t)part, shape->square, dash};
    uint64_t key = cache_key(numbers, (ptrdiff_t)sizeof numbers);
    CacheEntry *entry = cache_find(cache, key);
    if (!entry) {
        Arena scratch = {0};
        Mask mask = mask_create(&scratch, 2 * shape->square, 2 * shape->square);
        mask_draw_corners(&mask, shape->radius, shape->stroke_width, part);
        if (dash > 0) {
            mask_cut_dashes(&mask, shape->radius, dash);
        }
        entry = cache_add(cache, key);
        cache_keep_mask(cache, entry, &mask);
        arena_finish(&scratch);
    }
    return entry;
}

// A corner that is not round, as its part of the mask would be.
static void paint_angle(const BoxShape *shape, Rect at, CornerPlace place, MaskPart part, Color color) {
    int32_t left = place.right ? 0 : shape->stroke_width, top = place.bottom ? 0 : shape->stroke_width;
    int32_t side = shape->square - shape->stroke_width;
    Rect inner = {at.x + left, at.y + top, side, side};
    if (part == MASK_INNER) {
        paint_fill(shape->painter, inner, color);
    } else {
        paint_fill_around(shape->painter, at, part == MASK_RING ? inner : (Rect){0}, color);
    }
}

static void paint_corners(const BoxShape *shape, MaskPart part, Color color) {
    int32_t side = shape->square;
    if (side == 0 || color.alpha == 0) {
        return;
    }
    const CacheEntry *entry = shape->radius > 0 ? find_corners(shape, part) : NULL;
    for (int32_t i = 0; i < 4; i++) {
        CornerPlace place = PLACES[i];
        Rect at = {shape->rect.x + (place.right ? shape->rect.width - side : 0),
                   shape->rect.y + (place.bottom ? shape->rect.height - side : 0), side, side};
        if (entry && (shape->corners & place.corner) != 0) {
            Rect from = {place.right ? side : 0, place.bottom ? side : 0, side, side};
            paint_mask(shape->painter, &entry->mask, from, at.x, at.y, color);
        } else {
            paint_angle(shape, at, place, part, color);
        }
    }
}

// The part `inset` pixels inside the edges and in no corner's square.
static void paint_middle(const BoxShape *shape, int32_t inset, Color color) {
    Rect rect = shape->rect;
    int32_t side = shape->square;
    Rect top = {rect.x + side, rect.y + inset, rect.width - 2 * side, side - inset};
    Rect bottom = top;
    bottom.y = rect.y + rect.height - side;
    paint_fill(shape->painter, top, color);
    paint_fill(shape->painter, bottom, color);
    paint_fill(shape->painter, (Rect){rect.x + inset, rect.y + side, rect.width - 2 * inset, rect.height - 2 * side},
               color);
}

// Dashes and gaps of nearly the length asked for, so that a gap meets each corner.
static void paint_dashes(Painter *painter, Rect side, int32_t dash, Color color) {
    bool across = side.width > side.height;
    int32_t len = across ? side.width : side.height;
    int32_t pieces = 2 * (SDL_max(len - dash, 0) / (2 * dash)) + 1;
    for (int32_t i = 1; i < pieces; i += 2) {
        int32_t from = (int32_t)((int64_t)len * i / pieces), to = (int32_t)((int64_t)len * (i + 1) / pieces);
        paint_fill(painter,
                   across ? (Rect){side.x + from, side.y, to - from, side.height}
                          : (Rect){side.x, side.y + from, side.width, to - from},
                   color);
    }
}

static void paint_sides(const BoxShape *shape, Color color) {
    Rect rect = shape->rect;
    int32_t across = rect.width - 2 * shape->square, down = rect.height - 2 * shape->square;
    int32_t width = shape->stroke_width;
    Rect sides[] = {{rect.x + shape->square, rect.y, across, width},
                    {rect.x + shape->square, rect.y + rect.height - width, across, width},
                    {rect.x, rect.y + shape->square, width, down},
                    {rect.x + rect.width - width, rect.y + shape->square, width, down}};
    for (int32_t i = 0; i < 4; i++) {
        if (shape->dash > 0) {
            paint_dashes(shape->painter, sides[i], shape->dash, color);
        } else {
            paint_fill(shape->painter, sides[i], color);
        }
    }
}

// Where both colours are opaque the fill lies on the stroke at the corners: laid side by side, what is below both would
// shine through between them. Between dashes the fill is seen.
void paint_box(Painter *painter, const DrawCommand *command) {
    BoxShape shape = shape_of(painter, command);
    if (shape.stroke_width > 0 && command->stroke.alpha == 255 && shape.dash == 0) {
        paint_corners(&shape, command->fill.alpha == 255 ? MASK_OUTER : MASK_RING, command->stroke);
        paint_corners(&shape, MASK_INNER, command->fill);
        paint_middle(&shape, shape.stroke_width, command->fill);
    } else {
        paint_corners(&shape, MASK_OUTER, command->fill);
        paint_middle(&shape, 0, command->fill);
        paint_corners(&shape, MASK_RING, command->stroke);
    }
    if (shape.stroke_width > 0) {
        paint_sides(&shape, command->stroke);
    }
}

// A shadow is full inside; it grows over `reach` pixels from its outermost edge, `whole`.
typedef struct {
    Painter *painter;
    Rect whole, covered;
    int32_t side; // of a corner's square
    int32_t reach;
    Color color;
} ShadowShape;

static ShadowShape shadow_of(Painter *painter, const DrawCommand *command, Rect covered) {
    int32_t least = SDL_max(SDL_min(command->rect.width, command->rect.height) / 2, 0);
    int32_t blur = SDL_max(command->blur, 0);
    int32_t inside = SDL_min(blur, least);
    int32_t radius = SDL_clamp(SDL_max(command->radius, inside), 0, least);
    return (ShadowShape){painter,      rect_inset(command->rect, -blur), covered, blur + radius, blur + inside,
                         command->fill};
}

static void paint_shadow_corners(const ShadowShape *shadow) {
    Painter *painter = shadow->painter;
    int32_t numbers[] = {CACHE_SHADOW, shadow->side, shadow->reach};
    uint64_t key = cache_key(numbers, (ptrdiff_t)sizeof numbers);
    CacheEntry *entry = cache_find(&painter->cache, key);
    if (!entry) {
        Arena scratch = {0};
        Mask mask = mask_create(&scratch, 2 * shadow->side, 2 * shadow->side);
        mask_draw_shadow(&mask, shadow->reach);
        entry = cache_add(&painter->cache, key);
        cache_keep_mask(&painter->cache, entry, &mask);
        arena_finish(&scratch);
    }
    int32_t side = shadow->side;
    for (int32_t i = 0; i < 4; i++) {
        Rect from = {PLACES[i].right ? side : 0, PLACES[i].bottom ? side : 0, side, side};
        int32_t x = shadow->whole.x + (PLACES[i].right ? shadow->whole.width - side : 0),
                y = shadow->whole.y + (PLACES[i].bottom ? shadow->whole.height - side : 0);
        paint_mask(painter, &entry->mask, from, x, y, shadow->color);
    }
}

static void paint_shadow_line(const ShadowShape *shadow, int32_t depth, int32_t thickness, Color color) {
    Rect whole = shadow->whole;
    int32_t across = whole.width - 2 * shadow->side, down = whole.height - 2 * shadow->side;
    Rect lines[] = {{whole.x + shadow->side, whole.y + depth, across, thickness},
                    {whole.x + shadow->side, whole.y + whole.height - depth - thickness, across, thickness},
                    {whole.x + depth, whole.y + shadow->side, thickness, down},
                    {whole.x + whole.width - depth - thickness, whole.y + shadow->side, thickness, down}};
    for (int32_t i = 0; i < 4; i++) {
        paint_fill_around(shadow->painter, lines[i], shadow->covered, color);
    }
}

void paint_shadow(Painter *painter, const DrawCommand *command, Rect covered) {
    ShadowShape shadow = shadow_of(painter, command, covered);
    if (shadow.side > 0) {
        paint_shadow_corners(&shadow);
    }
    for (int32_t depth = 0; depth < shadow.reach; depth++) {
        Color color = shadow.color;
        color.alpha = (uint8_t)(color.alpha * mask_shadow_at((float)depth + 0.5f, shadow.reach) / 255);
        paint_shadow_line(&shadow, depth, 1, color);
    }
    paint_shadow_line(&shadow, shadow.reach, shadow.side - shadow.reach, shadow.color);
    paint_fill_around(painter, rect_inset(shadow.whole, shadow.side), covered, shadow.color);
}
