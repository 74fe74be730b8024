#include "wall.h"

#include <SDL.h>

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void take_down(Wall *wall) {
    painter_destroy(wall->painter);
    wall->painter = NULL;
    SDL_FreeSurface(wall->surface);
}

static void put_up(Wall *wall, int32_t width, int32_t height) {
    take_down(wall);
    wall->width = width;
    wall->height = height;
    wall->surface = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888);
    assert_non_null(wall->surface);
    wall->painter = painter_create(wall->fonts, wall->surface);
}

void wall_open(Wall *wall) {
    *wall = (Wall){.fonts = fonts_create(S("../assets/fonts"), NULL)};
    assert_non_null(wall->fonts);
}

void wall_close(Wall *wall) {
    take_down(wall);
    fonts_destroy(wall->fonts);
}

int32_t wall_paint(Wall *wall, const UiFrame *frame, FontFamily family) {
    Rect rects[PAINT_MOST_RECTS];
    if (wall->painter == NULL || wall->width != frame->width || wall->height != frame->height) {
        put_up(wall, frame->width, frame->height);
    }
    if (wall->family != family) {
        wall->family = family;
        fonts_use_family(wall->fonts, family);
        painter_forget(wall->painter);
    }
    return painter_paint(wall->painter, &frame->draws, wall->width, wall->height, rects, PAINT_MOST_RECTS);
}
