// Shared by the painter's parts. For platform/paint*.c only.
#pragma once

#include "platform/paint.h"
#include "platform/paint_cache.h"
#include "platform/paint_mask.h"

// A command when its list is gone: enough is left to know it again wherever it stands.
typedef struct {
    uint64_t look, all; // how it looks wherever it stands; that, its place and what its clip leaves
    Rect extent, view;  // all it may touch; what its clip leaves
    Rect hollow;        // what it goes around and leaves alone; pixels
    int32_t rim;        // how thick it is there, but for the corners
    Rect covered;       // what it covers with one colour
} Trace;

typedef struct {
    Arena arena;
    ROWS_OF(Trace) rows;
} Traces;

// How much of a colour, and of what is below it, a pixel has: in 256ths, the same for each of its four channels.
typedef struct {
    uint64_t over, under;
} PixelShares;

struct Painter {
    Arena arena;
    Fonts *fonts;
    struct SDL_Surface *surface;
    bool known; // it shows what `before` says
    int32_t width, height;
    int32_t columns, rows;    // of cells
    Arena grid;               // holds the two below
    uint64_t *cells, *before; // a hash of all that touches the cell: of this list, of the last one painted
    uint64_t *shifted;        // what `before` would be if a part of the picture were moved; all three are worked out
                              // only where lists differ much
    Traces traces, traces_before;
    PaintCache cache;
    PixelShares shares[256]; // for each coverage by a colour of that alpha
    uint8_t shares_alpha;    // 0: none was needed yet
    Rect bounds;             // being painted
    Rect view;               // the list's own clip
    Rect clip;               // what may be painted on: both, and what the command leaves of them
};

enum { PAINT_CELL = 64 };

// Damage: what is to be painted again. Returns how many rectangles, at most `most`. Where nearly all commands are as
// they were it is what the others touch; else it is cells, and what was only scrolled is moved on the surface first,
// within `moved`.
int32_t damage_find(Painter *painter, const DrawList *list, Rect *rects, int32_t most, Rect *moved);
void damage_resize(Painter *painter, int32_t width, int32_t height);
void damage_hash(const Painter *painter, uint64_t *cells, const Trace *trace); // adds it to the cells that it touches
int32_t damage_count(const Painter *painter);                                  // cells in which both differ

// The rectangles that hold whatever is not as it was; -1: that is much, and cells are worth it.
int32_t differ_find(const Painter *painter, Rect *rects, int32_t most);

Rect paint_seen(const Trace *trace);
void paint_split(Rect rect, Rect hole, Rect sides[4]); // what lies above, left, right and below of a hole within

// Rectangles that are joined until they are few, so that little is added.
typedef ROWS_OF(Rect) RectTable;
void rects_join(RectTable *rects, int32_t a, int32_t b);
bool rects_join_cheapest(RectTable *rects, int32_t most_added); // false: there are not two, or that would add more

// The part of the picture that was scrolled between both lists, moved on the surface, with `before` as that leaves it;
// empty where that would spare little.
Rect shift_scrolled(Painter *painter);

Rect paint_covered(const DrawCommand *box);    // so that nothing below is seen
Rect paint_extent(const DrawCommand *command); // all that is painted of it
uint64_t paint_add_hash(uint64_t hash, uint64_t value);

// Within the clip.
void paint_fill(Painter *painter, Rect rect, Color color);
void paint_fill_around(Painter *painter, Rect rect, Rect hole, Color color);
void paint_mask(Painter *painter, const Mask *mask, Rect from, int32_t x, int32_t y, Color color);
void paint_picture(Painter *painter, struct SDL_Surface *picture, int32_t x, int32_t y); // in its own colours

void paint_box(Painter *painter, const DrawCommand *command);
void paint_shadow(Painter *painter, const DrawCommand *command, Rect covered); // that is painted over afterwards
void paint_text(Painter *painter, const DrawCommand *command);
void paint_path(Painter *painter, const DrawCommand *command);
Rect paint_path_extent(const DrawCommand *command);
