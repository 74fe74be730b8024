#include "platform/paint_inside.h"

#include <SDL.h>

// A path is drawn in square pieces, so that a long one takes memory only where it goes.
enum { CACHE_FILL = 3, CACHE_STROKE = 4, PIECE = 64 };

static int32_t floor_to_pixel(int32_t subpixels) {
    return subpixels >= 0 ? subpixels / DRAW_SUBPIXELS : -((-subpixels + DRAW_SUBPIXELS - 1) / DRAW_SUBPIXELS);
}

Rect paint_path_extent(const DrawCommand *command) {
    if (command->point_count == 0) {
        return (Rect){0};
    }
    DrawPoint least = command->points[0], most = command->points[0];
    for (int32_t i = 1; i < command->point_count; i++) {
        least.x = SDL_min(least.x, command->points[i].x);
        least.y = SDL_min(least.y, command->points[i].y);
        most.x = SDL_max(most.x, command->points[i].x);
        most.y = SDL_max(most.y, command->points[i].y);
    }
    int32_t margin = command->stroke.alpha == 0 ? 0 : SDL_max(command->stroke_width, 0) / 2 + 2;
    Rect rect = {floor_to_pixel(least.x) - margin, floor_to_pixel(least.y) - margin, 0, 0};
    rect.width = floor_to_pixel(most.x) + 1 + margin - rect.x;
    rect.height = floor_to_pixel(most.y) + 1 + margin - rect.y;
    return rect;
}

// The same path elsewhere, by whole pixels, has the same pieces.
static uint64_t hash_path(const DrawCommand *command, Rect extent, int32_t part) {
    int32_t numbers[] = {part, command->closed, part == CACHE_STROKE ? command->stroke_width : 0, command->point_count};
    uint64_t hash = cache_key(numbers, (ptrdiff_t)sizeof numbers);
    for (int32_t i = 0; i < command->point_count; i++) {
        DrawPoint point = command->points[i];
        uint32_t x = (uint32_t)(point.x - extent.x * DRAW_SUBPIXELS),
                 y = (uint32_t)(point.y - extent.y * DRAW_SUBPIXELS);
        hash = paint_add_hash(hash, (uint64_t)x << 32 | y);
    }
    return hash;
}

static void draw_piece(Painter *painter, CacheEntry *entry, const DrawCommand *command, Rect piece, int32_t part) {
    Arena scratch = {0};
    Mask mask = mask_create(&scratch, piece.width, piece.height);
    DrawPoint origin = {piece.x * DRAW_SUBPIXELS, piece.y * DRAW_SUBPIXELS};
    if (part == CACHE_FILL) {
        mask_draw_fill(&mask, command, origin);
    } else {
        mask_draw_stroke(&mask, command, origin);
    }
    if (mask_is_all(&mask, 255)) {
        entry->kind = CACHED_FULL;
    } else if (!mask_is_all(&mask, 0)) {
        cache_keep_mask(&painter->cache, entry, &mask);
    }
    arena_finish(&scratch);
}

static void paint_piece(Painter *painter, const DrawCommand *command, Rect piece, int32_t part, uint64_t key) {
    CacheEntry *entry = cache_find(&painter->cache, key);
    if (!entry) {
        entry = cache_add(&painter->cache, key);
        draw_piece(painter, entry, command, piece, part);
    }
    Color color = part == CACHE_FILL ? command->fill : command->stroke;
    if (entry->kind == CACHED_FULL) {
        paint_fill(painter, piece, color);
    } else if (entry->kind == CACHED_MASK) {
        paint_mask(painter, &entry->mask, (Rect){0, 0, piece.width, piece.height}, piece.x, piece.y, color);
    }
}

static void paint_part(Painter *painter, const DrawCommand *command, Rect extent, int32_t part) {
    uint64_t hash = hash_path(command, extent, part);
    Rect seen = rect_intersect(extent, painter->clip);
    int32_t left = (seen.x - extent.x) / PIECE, top = (seen.y - extent.y) / PIECE;
    for (int32_t row = top; extent.y + row * PIECE < seen.y + seen.height; row++) {
        for (int32_t column = left; extent.x + column * PIECE < seen.x + seen.width; column++) {
            Rect piece = {extent.x + column * PIECE, extent.y + row * PIECE, PIECE, PIECE};
            uint64_t place = (uint64_t)(uint32_t)row << 32 | (uint32_t)column;
            paint_piece(painter, command, rect_intersect(piece, extent), part, paint_add_hash(hash, place) | 1);
        }
    }
}

void paint_path(Painter *painter, const DrawCommand *command) {
    Rect extent = paint_path_extent(command);
    if (command->closed && command->fill.alpha != 0 && command->point_count > 2) {
        paint_part(painter, command, extent, CACHE_FILL);
    }
    if (command->stroke.alpha != 0 && command->stroke_width > 0) {
        paint_part(painter, command, extent, CACHE_STROKE);
    }
}
