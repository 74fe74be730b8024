// Paints a draw list with an SDL renderer, keeping glyphs, corners and shadows as textures of that renderer.
//
//     Painter *painter = painter_create(renderer, fonts, surface);
//     int32_t count = painter_paint(painter, &frame->draws, width, height, rects, PAINT_MOST_RECTS);
//     SDL_UpdateWindowSurfaceRects(window, rects, count);
//
// With the software renderer, whose `surface` still holds what was painted last, only what differs from the last list
// is painted, cell by cell, and what was scrolled is moved there; the rectangles say where the surface is another than
// it was, and may overlap. Else everything is painted whenever anything differs. A picture is the same whether it came
// about in one step or in many.
#pragma once

#include "platform/font.h"
#include "ui/draw.h"

typedef struct Painter Painter;
struct SDL_Renderer;
struct SDL_Surface;

enum { PAINT_MOST_RECTS = 16 };

// `surface`: that of a software renderer, with four bytes a pixel; NULL: what was painted is not kept.
Painter *painter_create(struct SDL_Renderer *renderer, Fonts *fonts, struct SDL_Surface *surface);
void painter_destroy(Painter *painter); // NULL is fine; before its renderer
void painter_forget(Painter *painter);  // the target was lost or resized, or fonts changed
int32_t painter_paint(Painter *painter, const DrawList *list, int32_t width, int32_t height, Rect *rects, int32_t most);
ptrdiff_t painter_cached_bytes(const Painter *painter);
