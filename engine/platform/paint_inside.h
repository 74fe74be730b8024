// Shared by the painter's parts. For platform/paint*.c only.
#pragma once

#include "platform/paint.h"
#include "platform/paint_cache.h"

// A command when its list is gone: enough is left to know it again wherever it stands.
typedef struct {
    uint64_t look;
    Rect extent, view; // all it may touch; what its clip leaves
    Rect hollow;       // what it goes around and leaves alone; pixels
    Rect covered;      // what it covers with one colour
} Trace;

typedef struct {
    Arena arena;
    ROWS_OF(Trace) rows;
} Traces;

struct Painter {
    Arena arena;
    struct SDL_Renderer *renderer;
    Fonts *fonts;
    struct SDL_Surface *surface; // NULL: it does not keep what was painted
    bool known;                  // it shows what `before` says
    int32_t width, height;
    int32_t columns, rows;    // of cells
    Arena grid;               // holds the two below
    uint64_t *cells, *before; // a hash of all that touches the cell: of this list, of the last one painted
    uint64_t *shifted;        // what `before` would be if a part of the picture were moved
    Traces traces, traces_before;
    PaintCache cache;
    Rect bounds; // being painted
    Rect clip;   // as set
    Rect view;   // the list's own clip
};

enum { PAINT_CELL = 64 };

// Damage: what is to be painted again. Returns how many rectangles, at most `most`; none overlaps another. What was
// only scrolled is moved on the surface first, within `moved`.
int32_t damage_find(Painter *painter, const DrawList *list, Rect *rects, int32_t most, Rect *moved);
void damage_resize(Painter *painter, int32_t width, int32_t height);
void damage_hash(const Painter *painter, uint64_t *cells, const Trace *trace); // adds it to the cells that it touches
int32_t damage_count(const Painter *painter);                                  // cells in which both differ

// The part of the picture that was scrolled between both lists, moved on the surface, with `before` as that leaves it;
// empty where that would spare little.
Rect shift_scrolled(Painter *painter);

Rect paint_covered(const DrawCommand *box);    // so that nothing below is seen
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
