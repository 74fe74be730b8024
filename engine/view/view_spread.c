#include "view/view_spread.h"

#include "base/number.h"
#include "view/view_axis.h"

// Units. SIDE leaves room for half a label under the first and the last point, and for those of the ends.
enum { TALL = 168, SIDE = 52, ABOVE = 12, BELOW = 36, LINES = 3, THICK = 3, DOT = 10, LEFT_GAP = 20 };

typedef struct {
    ViewSpread spread;
    ViewAxis axis;
} SpreadParts;

static int32_t value_y(const UiCanvas *canvas, const SpreadParts *parts, double value) {
    return view_axis_y(canvas, &parts->axis, value, parts->spread.least, parts->spread.most);
}

static DrawPoint point_at(const UiCanvas *canvas, const SpreadParts *parts, int32_t point, double value) {
    return (DrawPoint){view_axis_x(canvas, &parts->axis, point) * DRAW_SUBPIXELS,
                       value_y(canvas, parts, value) * DRAW_SUBPIXELS};
}

// Out along the first quartiles and back along the third.
static void draw_band(UiCanvas *canvas, const SpreadParts *parts) {
    int32_t count = parts->spread.count;
    DrawPoint *points = arena_push(ui_arena(canvas_ui(canvas)), DrawPoint, 2 * count);
    for (int32_t i = 0; i < count; i++) {
        points[i] = point_at(canvas, parts, i, parts->spread.points[i].low);
        points[2 * count - 1 - i] = point_at(canvas, parts, i, parts->spread.points[i].high);
    }
    canvas_polygon(canvas, points, 2 * count, ui_tint(UI_TINT_TEAL).light);
}

static void draw_medians(UiCanvas *canvas, const SpreadParts *parts) {
    int32_t count = parts->spread.count, dot = canvas_px(canvas, DOT), edge = max(canvas_px(canvas, 2), 1);
    ColorRole color = ui_tint(UI_TINT_TEAL).main;
    DrawPoint *points = arena_push(ui_arena(canvas_ui(canvas)), DrawPoint, count);
    for (int32_t i = 0; i < count; i++) {
        points[i] = point_at(canvas, parts, i, parts->spread.points[i].median);
    }
    canvas_path(canvas, points, count, color, max(canvas_px(canvas, THICK), 1));
    for (int32_t i = 0; i < count; i++) {
        Rect rect = {points[i].x / DRAW_SUBPIXELS - dot / 2, points[i].y / DRAW_SUBPIXELS - dot / 2, dot, dot};
        canvas_box(canvas, (CanvasBox){.rect = rect,
                                       .fill = i < parts->spread.whole ? color : COLOR_CARD,
                                       .stroke = color,
                                       .stroke_px = edge,
                                       .radius_px = dot / 2});
    }
}

static void draw_ends(UiCanvas *canvas, const SpreadParts *parts) {
    int32_t half = canvas_px(canvas, TEXT_TYPES[TEXT_SMALL].line_height) / 2;
    const double VALUES[] = {parts->spread.least, parts->spread.most};
    for (int32_t i = 0; i < COUNT(VALUES); i++) {
        canvas_text(canvas, (CanvasText){.text = parts->spread.ends[i],
                                         .style = TEXT_SMALL,
                                         .color = COLOR_SOFT,
                                         .align = UI_END,
                                         .x = canvas_px(canvas, SIDE - LEFT_GAP),
                                         .y = value_y(canvas, parts, VALUES[i]) - half});
    }
}

static void draw_spread(void *context, UiCanvas *canvas) {
    const SpreadParts *parts = context;
    view_axis_draw(canvas, &parts->axis);
    draw_ends(canvas, parts);
    draw_band(canvas, parts);
    draw_medians(canvas, parts);
}

void view_spread(Ui *ui, const ViewSpread *spread) {
    SpreadParts *parts = arena_push(ui_arena(ui), SpreadParts, 1);
    *parts = (SpreadParts){.spread = *spread,
                           .axis = {.labels = spread->labels,
                                    .count = spread->count,
                                    .side = SIDE,
                                    .above = ABOVE,
                                    .below = BELOW + view_axis_more(spread->count),
                                    .lines = LINES}};
    ui_picture(ui, (UiPicture){.width = UI_GROW,
                               .height = TALL + view_axis_more(spread->count),
                               .draw = draw_spread,
                               .context = parts,
                               .role = ROLE_PICTURE,
                               .name = spread->name,
                               .value = spread->told});
}
