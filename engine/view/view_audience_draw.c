#include "view/view_audience_draw.h"

#include "group/ballot.h"

enum { THOUSAND = 1000, BAR_HEIGHT = 34, MARK_WIDTH = 6 };
enum { SPINE_WIDTH = 18, SPINE_CORNER = 5, STEP = 18 };
enum { TIMER_WIDTH = 380, TIMER_HEIGHT = 16 };

typedef struct {
    int32_t permille, before;
    ColorRole color;
} Bar;

static int32_t at_least_one(int32_t px) {
    return px > 0 ? px : 1;
}

static void draw_track(UiCanvas *canvas, Rect track, int32_t permille, ColorRole color) {
    int32_t radius = track.height / 3, width = (int32_t)((int64_t)track.width * permille / THOUSAND);
    canvas_box(canvas, (CanvasBox){.rect = track, .fill = COLOR_SAND, .radius_px = radius});
    if (permille > 0) {
        track.width = width < 2 * radius ? 2 * radius : width > track.width ? track.width : width;
        canvas_box(canvas, (CanvasBox){.rect = track, .fill = color, .radius_px = radius});
    }
}

static void draw_bar(void *context, UiCanvas *canvas) {
    const Bar *bar = context;
    int32_t tall = canvas_px(canvas, BAR_HEIGHT), width = canvas_width(canvas), height = canvas_height(canvas);
    draw_track(canvas, (Rect){0, (height - tall) / 2, width, tall}, bar->permille, bar->color);
    if (bar->before != AUDIENCE_HIDDEN) {
        int32_t thick = at_least_one(canvas_px(canvas, MARK_WIDTH));
        int32_t x = (int32_t)((int64_t)(width - thick) * bar->before / THOUSAND);
        canvas_box(canvas, (CanvasBox){.rect = {x, 0, thick, height}, .fill = COLOR_OCHRE, .radius_px = thick / 3});
    }
}

void view_audience_bar(Ui *ui, const AudienceRow *row, ColorRole color) {
    Bar *bar = arena_push(ui_arena(ui), Bar, 1);
    *bar = (Bar){row->permille, row->before, color};
    ui_picture(ui, (UiPicture){.width = UI_GROW, .height = AUDIENCE_MARK, .draw = draw_bar, .context = bar});
}

typedef struct {
    UiCanvas *canvas;
    Rect rect; // of the spine
    ColorRole color;
    int32_t step;
} Spine;

static void draw_block(const Spine *spine, int32_t left, int32_t top, int32_t width, int32_t height, int32_t radius) {
    int32_t bottom = spine->rect.y + spine->rect.height;
    height = top + height > bottom ? bottom - top : height;
    if (height > 0) {
        canvas_box(spine->canvas,
                   (CanvasBox){.rect = {left, top, width, height}, .fill = spine->color, .radius_px = radius});
    }
}

static DrawPoint point(int32_t x, int32_t y) {
    return (DrawPoint){x * DRAW_SUBPIXELS, y * DRAW_SUBPIXELS};
}

// A band from the left edge to the right one, of half a step; `peak` is where its middle stands.
static void draw_band(const Spine *spine, int32_t top, int32_t rise, bool peaks) {
    int32_t left = spine->rect.x, right = left + spine->rect.width, middle = (left + right) / 2, half = spine->step / 2;
    if (peaks) {
        DrawPoint points[] = {point(left, top + rise),   point(middle, top),
                              point(right, top + rise),  point(right, top + rise + half),
                              point(middle, top + half), point(left, top + rise + half)};
        canvas_polygon(spine->canvas, points, COUNT(points), spine->color);
        return;
    }
    DrawPoint points[] = {point(left, top + rise), point(right, top), point(right, top + half),
                          point(left, top + rise + half)};
    canvas_polygon(spine->canvas, points, COUNT(points), spine->color);
}

static void draw_rows(const Spine *spine, BallotPattern pattern) {
    Rect rect = spine->rect;
    int32_t step = spine->step, half = step / 2, rise = rect.width * 2 / 3;
    for (int32_t y = rect.y; y + half <= rect.y + rect.height; y += step) {
        if (pattern == BALLOT_DOTS) {
            draw_block(spine, rect.x + (rect.width - step * 3 / 4) / 2, y, step * 3 / 4, step * 3 / 4, step / 2);
        } else if (pattern == BALLOT_BARS) {
            draw_block(spine, rect.x, y, rect.width, half, 0);
        } else if (pattern == BALLOT_CHECKS) {
            draw_block(spine, rect.x, y, rect.width / 2, half, 0);
            draw_block(spine, rect.x + rect.width / 2, y + half, rect.width - rect.width / 2, half, 0);
        } else if (y + half + rise <= rect.y + rect.height) {
            draw_band(spine, y, rise, pattern == BALLOT_CHEVRONS);
        }
    }
}

static void draw_spine(void *context, UiCanvas *canvas) {
    const BallotLook *look = context;
    int32_t width = canvas_width(canvas);
    int32_t radius = canvas_px(canvas, SPINE_CORNER), thin = at_least_one(width / 3);
    Spine spine = {.canvas = canvas,
                   .rect = {0, 0, width, canvas_height(canvas)},
                   .color = ui_tint((int32_t)look->tint).main,
                   .step = at_least_one(canvas_px(canvas, STEP))};
    switch (look->pattern) {
    case BALLOT_PLAIN:
        canvas_box(canvas, (CanvasBox){.rect = spine.rect, .fill = spine.color, .radius_px = radius});
        break;
    case BALLOT_LINES:
        draw_block(&spine, spine.rect.x, spine.rect.y, thin, spine.rect.height, 0);
        draw_block(&spine, spine.rect.x + width - thin, spine.rect.y, thin, spine.rect.height, 0);
        break;
    case BALLOT_FRAME:
        canvas_box(canvas, (CanvasBox){.rect = spine.rect,
                                       .stroke = spine.color,
                                       .stroke_px = at_least_one(width / 4),
                                       .radius_px = radius});
        break;
    case BALLOT_STRIPES:
    case BALLOT_DOTS:
    case BALLOT_BARS:
    case BALLOT_CHECKS:
    case BALLOT_CHEVRONS:
        draw_rows(&spine, look->pattern);
        break;
    }
}

void view_audience_spine(Ui *ui, char letter, int32_t height) {
    BallotLook *look = arena_push(ui_arena(ui), BallotLook, 1);
    if (ballot_look(letter, look)) {
        ui_picture(ui, (UiPicture){.width = SPINE_WIDTH, .height = height, .draw = draw_spine, .context = look});
    }
}

static void draw_timer(void *context, UiCanvas *canvas) {
    const Bar *bar = context;
    draw_track(canvas, (Rect){0, 0, canvas_width(canvas), canvas_height(canvas)}, bar->permille, bar->color);
}

void view_audience_timer(Ui *ui, int32_t left_s, int32_t whole_s) {
    Bar *bar = arena_push(ui_arena(ui), Bar, 1);
    int64_t permille = whole_s > 0 ? (int64_t)left_s * THOUSAND / whole_s : 0;
    *bar = (Bar){permille > THOUSAND ? THOUSAND : (int32_t)permille, AUDIENCE_HIDDEN, COLOR_TEAL};
    ui_picture(ui, (UiPicture){.width = TIMER_WIDTH, .height = TIMER_HEIGHT, .draw = draw_timer, .context = bar});
}
