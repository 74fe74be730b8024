// The look of a frame: shapes and texts in painting order, in pixels of the window. Whoever has a canvas paints it
// (platform/paint.h); tests read it.
//
// Commands are values: two frames that would look the same have equal lists, byte for byte of meaning (draw_hash). That
// is how the painter finds what changed. Texts and points are borrowed from the frame's arena.
#pragma once

#include "ui/face.h"

typedef struct {
    int32_t x, y, width, height;
} Rect;

typedef struct {
    uint8_t red, green, blue, alpha; // not premultiplied; alpha 0 paints nothing
} Color;

enum { DRAW_SUBPIXELS = 16 }; // of a DrawPoint: one pixel is sixteen

typedef struct {
    int32_t x, y; // sixteenths of a pixel
} DrawPoint;

typedef enum {
    DRAW_CLIP,   // what follows paints only inside `rect`, until the next DRAW_CLIP
    DRAW_BOX,    // a rectangle with round corners: `fill` inside, `stroke` of `stroke_width` along the inner edge
    DRAW_SHADOW, // a soft shadow of the box `rect` grown by `blur` on each side: fill's colour, strongest under the box
    DRAW_TEXT,   // one line of text in one face; `rect` is its line box, the baseline lies `baseline` below its top
    DRAW_PATH    // a polyline with round joins and ends, or, `closed`, a polygon that may also be filled
} DrawKind;

typedef enum {
    CORNER_TOP_LEFT = 1,
    CORNER_TOP_RIGHT = 2,
    CORNER_BOTTOM_LEFT = 4,
    CORNER_BOTTOM_RIGHT = 8,
    CORNER_ALL = 15
} Corner;

typedef struct {
    DrawKind kind;
    Rect rect;  // what it may touch (SHADOW: the box that casts it; it touches `blur` more)
    Color fill; // TEXT: of the text
    Color stroke;
    int32_t stroke_width;
    int32_t radius;  // BOX, SHADOW
    int32_t corners; // BOX: the Corners that are round
    int32_t dash;    // BOX: length of the stroke's dashes and gaps; 0: solid
    int32_t blur;    // SHADOW
    Face face;       // TEXT
    int32_t size;    // TEXT: em in pixels
    int32_t baseline;
    Direction direction; // TEXT: a leftward one begins at the right edge of `rect`
    Str text;
    const DrawPoint *points; // PATH
    int32_t point_count;
    bool closed;
} DrawCommand;

typedef ROWS_OF(DrawCommand) DrawList;

Rect rect_intersect(Rect a, Rect b); // an empty one has no width or no height
Rect rect_join(Rect a, Rect b);      // smallest that holds both; an empty one adds nothing
Rect rect_inset(Rect rect, int32_t by);
bool rect_equal(Rect a, Rect b);
bool rect_is_empty(Rect rect);
bool rect_holds(Rect rect, int32_t x, int32_t y);
bool rect_meets(Rect a, Rect b);
Rect draw_extent(const DrawCommand *command);   // all it may touch, shadow included
uint64_t draw_look(const DrawCommand *command); // the same wherever it stands
uint64_t draw_hash(const DrawCommand *command); // of its look and its place
