// A picture in memory with a painter before it, and drawings to be painted.
#pragma once

#include "base/random.h"
#include "platform/paint.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

#define FONT_FOLDER "../assets/fonts"

struct SDL_Surface;

enum { EASEL_WIDTH = 500, EASEL_HEIGHT = 300 };

typedef struct {
    Arena arena;
    Fonts *fonts;
    struct SDL_Surface *surface;
    Painter *painter;
    Rect rects[PAINT_MOST_RECTS];
    int32_t count; // of rects that the last paint gave
} Easel;

Easel *easel_create(void);
void easel_destroy(Easel *easel);
void easel_paint(Easel *easel, const DrawList *list);
uint32_t easel_pixel(const Easel *easel, int32_t x, int32_t y); // 0xRRGGBB
Str easel_pixels(Easel *easel);                                 // a copy of all
DrawCommand *easel_add(Easel *easel, DrawList *list, DrawKind kind, Rect rect, uint32_t color);
void easel_add_line(Easel *easel, DrawList *list, int32_t x, int32_t y, int32_t peaks); // a path with so many
// The same list but for what was given other numbers: anything may have moved, gone or come.
DrawList easel_random_list(Easel *easel, Random *random);
void easel_change_list(Easel *easel, Random *random, DrawList *list);
