// What the painter's parts share. For platform/paint*.c only.
#pragma once

#include "platform/paint.h"
#include "platform/paint_cache.h"

struct Painter {
    Arena arena;
    struct SDL_Renderer *renderer;
    Fonts *fonts;
    bool keeps;
    bool known; // the target shows what `before` says
    int32_t width, height;
    int32_t columns, rows;    // of cells
    Arena grid;               // holds the two below
    uint64_t *cells, *before; // a hash of all that touches the cell: of this list, of the last one painted
    PaintCache cache;
    Rect bounds; // being painted
    Rect clip;   // as set
    Rect view;   // the list's own clip
};

// Damage: what is to be painted again. Returns how many rectangles, at most `most`; none overlaps another.
int32_t damage_find(Painter *painter, const DrawList *list, Rect *rects, int32_t most);
void damage_resize(Painter *painter, int32_t width, int32_t height);

Rect paint_extent(const DrawCommand *command); // all that is painted of it
uint64_t paint_add_hash(uint64_t hash, uint64_t value);
void paint_clip(Painter *painter, Rect rect); // in bounds and view
void paint_fill(Painter *painter, Rect rect, Color color);
void paint_fill_around(Painter *painter, Rect rect, Rect hole, Color color);
void paint_texture(Painter *painter, const CacheEntry *entry, Rect from, int32_t x, int32_t y);

void paint_box(Painter *painter, const DrawCommand *command);
void paint_shadow(Painter *painter, const DrawCommand *command, Rect covered); // that is painted over afterwards
void paint_text(Painter *painter, const DrawCommand *command);
void paint_path(Painter *painter, const DrawCommand *command);
Rect paint_path_extent(const DrawCommand *command);
