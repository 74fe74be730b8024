// Drawing by hand inside the page: a picture takes its place like any box, and is drawn when its place is known.
//
//     ui_picture(ui, (UiPicture){.width = UI_GROW, .height = 200, .draw = draw_curve, .context = curve, .name = …});
//     static void draw_curve(void *context, UiCanvas *canvas) { canvas_path(canvas, …); }
//
// Coordinates are pixels from the picture's top left; canvas_px makes them of units. The context lives until ui_end:
// ui_arena is the place for it. Nothing is painted outside the picture.
#pragma once

#include "ui/ui.h"

typedef struct UiCanvas UiCanvas;

typedef struct {
    int32_t width, height; // units, UI_GROW
    void (*draw)(void *context, UiCanvas *canvas);
    void *context;
    UiRole role; // NONE: not in the tree; PICTURE, METER
    Str name, value;
} UiPicture;

void ui_picture(Ui *ui, UiPicture picture);

int32_t canvas_width(const UiCanvas *canvas);
int32_t canvas_height(const UiCanvas *canvas);
int32_t canvas_px(const UiCanvas *canvas, int32_t units);
Ui *canvas_ui(UiCanvas *canvas);

typedef struct {
    Rect rect;
    ColorRole fill, stroke;
    int32_t stroke_px, radius_px;
    int32_t corners; // 0: all
    bool dashed;
} CanvasBox;

void canvas_box(UiCanvas *canvas, CanvasBox box);
// Points in sixteenths of a pixel, copied.
void canvas_path(UiCanvas *canvas, const DrawPoint *points, int32_t count, ColorRole color, int32_t width_px);
void canvas_polygon(UiCanvas *canvas, const DrawPoint *points, int32_t count, ColorRole fill);

// One line of text, its box at (x, y) top left; `align` START, CENTER or END of x.
typedef struct {
    Str text;
    TextStyleId style;
    ColorRole color; // NONE: ink
    UiAlign align;
    int32_t x, y;
} CanvasText;

int32_t canvas_text(UiCanvas *canvas, CanvasText text); // gives its width
int32_t canvas_text_width(UiCanvas *canvas, Str text, TextStyleId style);
Str canvas_cut_text(UiCanvas *canvas, Str text, TextStyleId style, int32_t room_px); // as much as there is room for, …
