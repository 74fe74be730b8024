#include "platform/paint.h"

#include "platform/paint_inside.h"

#include <SDL.h>

Painter *painter_create(Fonts *fonts, SDL_Surface *surface) {
    ASSERT(surface->format->format == SDL_PIXELFORMAT_RGB888);
    Arena arena = {0};
    Painter *painter = arena_push(&arena, Painter, 1);
    *painter = (Painter){.arena = arena, .fonts = fonts, .surface = surface};
    return painter;
}

void painter_destroy(Painter *painter) {
    if (painter) {
        cache_finish(&painter->cache);
        arena_finish(&painter->grid);
        arena_finish(&painter->traces.arena);
        arena_finish(&painter->traces_before.arena);
        Arena arena = painter->arena;
        arena_finish(&arena);
    }
}

void painter_forget(Painter *painter) {
    painter->known = false;
}

ptrdiff_t painter_cached_bytes(const Painter *painter) {
    return painter->cache.bytes;
}

static void set_clip(Painter *painter, Rect rect) {
    painter->clip = rect_intersect(rect, rect_intersect(painter->view, painter->bounds));
}

// The part of a box below which nothing is seen: a round corner of radius r lies within 0.3 r of its edges.
Rect paint_covered(const DrawCommand *box) {
    if (box->kind != DRAW_BOX || box->fill.alpha != 255) {
        return (Rect){0};
    }
    return box->radius == 0 || box->corners == 0 ? box->rect : rect_inset(box->rect, box->radius * 3 / 10 + 1);
}

// The part of a shadow that one of the next commands hides.
static Rect find_cover(const DrawList *list, int32_t shadow) {
    enum { LOOK_AHEAD = 4 };
    for (int32_t i = shadow + 1; i < list->count && i <= shadow + LOOK_AHEAD && list->rows[i].kind != DRAW_CLIP; i++) {
        Rect covered = paint_covered(&list->rows[i]);
        if (rect_meets(covered, list->rows[shadow].rect)) {
            return covered;
        }
    }
    return (Rect){0};
}

static void paint_command(Painter *painter, const DrawList *list, int32_t index) {
    const DrawCommand *command = &list->rows[index];
    Rect extent = paint_extent(command);
    if (!rect_meets(extent, rect_intersect(painter->view, painter->bounds))) {
        return;
    }
    set_clip(painter, command->kind == DRAW_TEXT ? extent : painter->bounds);
    switch (command->kind) {
    case DRAW_BOX:
        paint_box(painter, command);
        break;
    case DRAW_SHADOW:
        paint_shadow(painter, command, find_cover(list, index));
        break;
    case DRAW_TEXT:
        paint_text(painter, command);
        break;
    case DRAW_PATH:
        paint_path(painter, command);
        break;
    case DRAW_CLIP: // its caller's affair
        break;
    }
}

static bool holds_all(Rect outer, Rect inner) {
    Rect both = rect_intersect(outer, inner);
    return both.width == inner.width && both.height == inner.height;
}

// The last command that covers all of `bounds`, so that what comes before it need not be painted; -1: none.
static int32_t find_first(const DrawList *list, Rect bounds, Rect *view) {
    Rect now = *view;
    int32_t first = -1;
    for (int32_t i = 0; i < list->count; i++) {
        const DrawCommand *command = &list->rows[i];
        if (command->kind == DRAW_CLIP) {
            now = command->rect;
        } else if (holds_all(rect_intersect(paint_covered(command), now), bounds)) {
            first = i;
            *view = now;
        }
    }
    return first;
}

static void paint_rect(Painter *painter, const DrawList *list, Rect bounds) {
    painter->bounds = bounds;
    painter->view = (Rect){0, 0, painter->width, painter->height};
    int32_t first = find_first(list, bounds, &painter->view);
    if (first < 0) {
        set_clip(painter, bounds);
        paint_fill(painter, bounds, (Color){0, 0, 0, 255});
    }
    for (int32_t i = SDL_max(first, 0); i < list->count; i++) {
        if (list->rows[i].kind == DRAW_CLIP) {
            painter->view = list->rows[i].rect;
        } else {
            paint_command(painter, list, i);
        }
    }
}

// Half a screen's bytes, so that a page of text never has to be drawn anew while it is looked at.
static ptrdiff_t cache_budget(const Painter *painter) {
    return (ptrdiff_t)2 * painter->width * painter->height;
}

int32_t painter_paint(Painter *painter, const DrawList *list, int32_t width, int32_t height, Rect *rects,
                      int32_t most) {
    if (width != painter->width || height != painter->height) {
        damage_resize(painter, width, height);
    }
    Rect moved = {0};
    int32_t count = damage_find(painter, list, rects, most - 1, &moved);
    for (int32_t i = 0; i < count; i++) {
        paint_rect(painter, list, rects[i]);
    }
    if (count > 0) {
        cache_trim(&painter->cache, cache_budget(painter));
    }
    if (!rect_is_empty(moved)) {
        rects[count++] = moved;
    }
    return count;
}
