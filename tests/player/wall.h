// A picture in memory that frames are painted on, as the software painter does it in a window.
#pragma once

#include "platform/paint.h"
#include "ui/frame.h"

struct SDL_Surface;

typedef struct {
    Fonts *fonts;
    FontFamily family;
    struct SDL_Surface *surface;
    Painter *painter;
    int32_t width, height;
} Wall;

void wall_open(Wall *wall);
void wall_close(Wall *wall);
int32_t wall_paint(Wall *wall, const UiFrame *frame, FontFamily family); // how many rectangles were painted
