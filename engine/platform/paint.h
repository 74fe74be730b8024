// Paints a draw list onto a surface, keeping words, corners and shadows as masks of one byte a pixel, in no colour yet.
//
//     Painter *painter = painter_create(fonts, surface);
//     int32_t count = painter_paint(painter, &frame->draws, width, height, rects, PAINT_MOST_RECTS);
//     SDL_UpdateWindowSurfaceRects(window, rects, count);
//
// The surface still holds what was painted last: only what differs from the last list is painted, cell by cell, and
// what was scrolled is moved there; the rectangles say where the surface is another than it was, and may overlap. A
// picture is the same whether it came about in one step or in many, and in any colour a mask costs the same.
#pragma once

#include "platform/font.h"
#include "ui/draw.h"

typedef struct Painter Painter;
struct SDL_Surface;

enum { PAINT_MOST_RECTS = 24 };

// The surface is of SDL_PIXELFORMAT_RGB888, nobody else's while it is painted on, and outlives the painter.
Painter *painter_create(Fonts *fonts, struct SDL_Surface *surface);
void painter_destroy(Painter *painter); // NULL is fine
void painter_forget(Painter *painter);  // the surface shows something else, or fonts changed
int32_t painter_paint(Painter *painter, const DrawList *list, int32_t width, int32_t height, Rect *rects, int32_t most);
ptrdiff_t painter_cached_bytes(const Painter *painter);
