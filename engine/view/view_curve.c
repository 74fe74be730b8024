#include "view/view_curve.h"

#include "view/view_axis.h"

// Units; SIDE leaves room for half a label under the first and the last point, ABOVE for the turning point's.
enum { TALL = 206, SIDE = 44, ABOVE = 38, BELOW = 36, GRID_LINES = 4, MARK = 12 };
enum { LEGEND_RADIUS = 13, SPOT_WIDTH = 18 };

typedef struct {
    ViewCurve view;
    ViewAxis axis;
} CurveParts;

static bool is_drawn(const ViewCurve *view, int32_t curve) {
    return curve < VIEW_MOST_CURVES && (view->drawn >> curve & 1) != 0;
}

uint32_t view_curve_leading(const ToldDebrief *debrief) {
    uint32_t drawn = 0;
    for (int32_t i = 0; i < debrief->curves.count && i < VIEW_MOST_CURVES; i++) {
        drawn |= (uint32_t)debrief->curves.rows[i].leads << i;
    }
    return drawn;
}

static int32_t point_x(const UiCanvas *canvas, const CurveParts *parts, int32_t point) {
    return view_axis_x(canvas, &parts->axis, point);
}

static void draw_corners(UiCanvas *canvas, CurveShape shape, DrawPoint at, int32_t far, ColorRole fill) {
    if (shape == CURVE_DIAMOND) {
        DrawPoint points[] = {{at.x, at.y - far}, {at.x + far, at.y}, {at.x, at.y + far}, {at.x - far, at.y}};
        canvas_polygon(canvas, points, 4, fill);
        return;
    }
    int32_t tip = shape == CURVE_UP ? -far : far;
    DrawPoint points[] = {{at.x, at.y + tip}, {at.x + far, at.y - tip * 2 / 3}, {at.x - far, at.y - tip * 2 / 3}};
    canvas_polygon(canvas, points, 3, fill);
}

static void draw_mark(UiCanvas *canvas, CurveLook look, int32_t x, int32_t y) {
    int32_t size = canvas_px(canvas, MARK), thick = canvas_px(canvas, 2);
    ColorRole color = ui_tint((int32_t)look.tint).main;
    if (look.shape >= CURVE_DIAMOND) {
        DrawPoint at = {x * DRAW_SUBPIXELS, y * DRAW_SUBPIXELS};
        int32_t far = size * DRAW_SUBPIXELS * 2 / 3, edge = thick * DRAW_SUBPIXELS * 3 / 2;
        draw_corners(canvas, look.shape, at, far, color);
        if (look.hollow) {
            draw_corners(canvas, look.shape, at, far - edge, COLOR_CARD);
        }
        return;
    }
    canvas_box(canvas, (CanvasBox){.rect = {x - size / 2, y - size / 2, size, size},
                                   .fill = look.hollow ? COLOR_CARD : color,
                                   .stroke = color,
                                   .stroke_px = thick > 0 ? thick : 1,
                                   .radius_px = look.shape == CURVE_SQUARE ? 0 : size / 2});
}

static void draw_line(UiCanvas *canvas, const CurveParts *parts, int32_t row) {
    const ToldDebrief *debrief = parts->view.debrief;
    const ToldCurve *curve = &debrief->curves.rows[row];
    CurveLook look = curve->look;
    int32_t count = debrief->point_count, width = canvas_px(canvas, 3);
    DrawPoint *points = arena_push(ui_arena(canvas_ui(canvas)), DrawPoint, count);
    for (int32_t i = 0; i < count; i++) {
        points[i] =
            (DrawPoint){point_x(canvas, parts, i) * DRAW_SUBPIXELS,
                        view_axis_y(canvas, &parts->axis, curve->values[i], curve->min, curve->max) * DRAW_SUBPIXELS};
    }
    canvas_path(canvas, points, count, ui_tint((int32_t)look.tint).main, width > 0 ? width : 1);
    for (int32_t i = 0; i < count; i++) {
        draw_mark(canvas, look, points[i].x / DRAW_SUBPIXELS, points[i].y / DRAW_SUBPIXELS);
    }
}

// Beside the point where the relation turned, on the side of the picture where there is more room.
static void draw_turning(UiCanvas *canvas, const CurveParts *parts) {
    const ToldDebrief *debrief = parts->view.debrief;
    int32_t pad = canvas_px(canvas, 10), x = point_x(canvas, parts, debrief->turning);
    int32_t tall = canvas_px(canvas, TEXT_TYPES[TEXT_SMALL].line_height), thick = canvas_px(canvas, 1);
    Str words = canvas_cut_text(canvas, debrief->turning_words, TEXT_SMALL, canvas_width(canvas) - 2 * pad);
    int32_t width = canvas_text_width(canvas, words, TEXT_SMALL) + 2 * pad;
    int32_t left = x < canvas_width(canvas) / 2 ? x + pad : x - pad - width;
    int32_t most = canvas_width(canvas) - width;
    left = left > most ? most : left;
    left = left < 0 ? 0 : left;
    int32_t top = canvas_px(canvas, ABOVE), bottom = canvas_height(canvas) - canvas_px(canvas, parts->axis.below);
    canvas_box(canvas, (CanvasBox){.rect = {x, top, thick > 0 ? thick : 1, bottom - top}, .fill = COLOR_EDGE});
    canvas_box(canvas,
               (CanvasBox){.rect = {left, 0, width, tall + pad}, .fill = COLOR_NIGHT, .radius_px = pad * 2 / 3});
    canvas_text(
        canvas,
        (CanvasText){.text = words, .style = TEXT_SMALL, .color = COLOR_ON_NIGHT, .x = left + pad, .y = pad / 2});
}

static void draw_curves(void *context, UiCanvas *canvas) {
    const CurveParts *parts = context;
    const ToldDebrief *debrief = parts->view.debrief;
    view_axis_draw(canvas, &parts->axis);
    if (debrief->turning > 0) {
        draw_turning(canvas, parts);
    }
    for (int32_t i = 0; i < debrief->curves.count; i++) {
        if (is_drawn(&parts->view, i)) {
            draw_line(canvas, parts, i);
        }
    }
}

static Str sign_of(CurveLook look) {
    static const Str SIGNS[CURVE_SHAPE_COUNT][2] = {[CURVE_ROUND] = {S_INIT("●"), S_INIT("○")},
                                                    [CURVE_SQUARE] = {S_INIT("■"), S_INIT("□")},
                                                    [CURVE_DIAMOND] = {S_INIT("◆"), S_INIT("◇")},
                                                    [CURVE_UP] = {S_INIT("▲"), S_INIT("△")},
                                                    [CURVE_DOWN] = {S_INIT("▼"), S_INIT("▽")}};
    return SIGNS[look.shape][look.hollow];
}

static bool say_legend(Ui *ui, const ViewCurve *view, int32_t i) {
    const ToldCurve *curve = &view->debrief->curves.rows[i];
    UiTintColors colors = ui_tint((int32_t)curve->look.tint);
    bool drawn = is_drawn(view, i);
    UiId id = ui_id(ui, S("curve"), i);
    ui_box_begin(ui, (UiBox){.key = S("curve"),
                             .index = i,
                             .padding = UI_PAD2(9, 2),
                             .radius = LEGEND_RADIUS,
                             .fill = drawn                   ? colors.light
                                     : ui_is_hovered(ui, id) ? COLOR_RAISED
                                                             : COLOR_NONE,
                             .stroke = drawn ? colors.main : COLOR_EDGE,
                             .dashed = !drawn,
                             .role = ROLE_CHECKBOX,
                             .name = curve->name,
                             .focusable = true,
                             .checked = drawn,
                             .place = i + 1,
                             .set_size = view->debrief->curves.count});
    ui_text(ui, (UiText){.text = str_format(ui_arena(ui), "%.*s %.*s", S_ARG(sign_of(curve->look)), S_ARG(curve->name)),
                         .style = TEXT_LABEL,
                         .color = drawn ? colors.ink : COLOR_SOFT,
                         .role = UI_SILENT});
    ui_box_end(ui);
    return ui_pressed(ui, id);
}

int32_t view_curve_legend(Ui *ui, const ViewCurve *view) {
    int32_t pressed = -1;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8, .row_gap = 6, .align = UI_CENTER});
    for (int32_t i = 0; i < view->debrief->curves.count; i++) {
        pressed = say_legend(ui, view, i) ? i : pressed;
    }
    ui_box_end(ui);
    return pressed;
}

// A place of the picture that answers the pointer for a decision; who has none finds the decisions below.
static bool say_spot(Ui *ui, const ViewCurve *view, UiBox box, int32_t decision) {
    const ToldSection *decisions = debrief_find(view->debrief, DEBRIEF_DECISIONS);
    if (decisions == NULL || decision > decisions->rows.count) {
        ui_box_begin(ui, box);
        ui_box_end(ui);
        return false;
    }
    UiId id = ui_id(ui, box.key, box.index);
    bool up = ui_is_hovered(ui, id);
    box.chosen_by_pointer = true;
    box.align = UI_CENTER;
    ui_box_begin(ui, box);
    ui_box_begin(ui, (UiBox){.width = SPOT_WIDTH, .height = UI_GROW, .fill = up ? COLOR_SAND : COLOR_NONE});
    ui_box_end(ui);
    ui_box_end(ui);
    Str words =
        UI_FORMAT(ui, TR("Decision {0}: {1}"), ui_number(ui, decision), decisions->rows.rows[decision - 1].label);
    ui_tooltip(ui, id, words);
    return ui_pressed(ui, id);
}

// One beside the other under the points: all are as wide, so each stands around its own. The last decision's point is
// that of the departure, at the edge.
static int32_t say_spots(Ui *ui, const ViewCurve *view) {
    int32_t last = view->debrief->point_count - 1, pressed = 0;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .width = UI_GROW, .height = TALL + view_axis_more(last + 1)});
    ui_box_begin(ui, (UiBox){.width = SIDE});
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.width = UI_GROW});
    ui_box_end(ui);
    for (int32_t i = 1; i < last; i++) {
        UiBox box = {.key = S("point"), .index = i, .width = UI_GROW, .share = 2};
        pressed = say_spot(ui, view, box, i) ? i : pressed;
    }
    for (int32_t half = 0; half < 2 && last > 0; half++) {
        UiBox box = {.key = S("departure"), .index = half, .width = half == 0 ? UI_GROW : SIDE};
        pressed = say_spot(ui, view, box, last) ? last : pressed;
    }
    ui_box_end(ui);
    return pressed;
}

// For who does not see the picture.
static Str curves_told(Ui *ui, const ToldSection *section) {
    StrBuilder told = {.arena = ui_arena(ui)};
    for (int32_t i = 0; i < section->rows.count; i++) {
        str_add(&told, i > 0 ? S(" ") : S(""));
        str_add(&told, section->rows.rows[i].text);
    }
    return str_built(&told);
}

int32_t view_curve(Ui *ui, const ViewCurve *view) {
    const ToldDebrief *debrief = view->debrief;
    const ToldSection *section = debrief_find(debrief, DEBRIEF_CURVES);
    if (section == NULL || debrief->point_count == 0) {
        return 0;
    }
    CurveParts *parts = arena_push(ui_arena(ui), CurveParts, 1);
    Str *labels = arena_push(ui_arena(ui), Str, debrief->point_count);
    for (int32_t i = 0; i < debrief->point_count; i++) {
        bool last = i > 0 && i == debrief->point_count - 1;
        labels[i] = i == 0 ? debrief->first_point : last ? debrief->last_point : ui_number(ui, i);
    }
    *parts = (CurveParts){.view = *view,
                          .axis = {.labels = labels,
                                   .count = debrief->point_count,
                                   .side = SIDE,
                                   .above = ABOVE,
                                   .below = BELOW + view_axis_more(debrief->point_count),
                                   .lines = GRID_LINES}};
    ui_box_begin(ui, (UiBox){.flow = UI_LAYERS, .width = UI_GROW, .align = UI_START});
    int32_t pressed = say_spots(ui, view);
    ui_picture(ui, (UiPicture){.width = UI_GROW,
                               .height = TALL + view_axis_more(debrief->point_count),
                               .draw = draw_curves,
                               .context = parts,
                               .role = ROLE_PICTURE,
                               .name = section->heading,
                               .value = curves_told(ui, section)});
    ui_box_end(ui);
    return pressed;
}
