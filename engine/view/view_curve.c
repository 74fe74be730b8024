#include "view/view_curve.h"

#include "base/utf8.h"

// Units; SIDE leaves room for half a label under the first and the last point, ABOVE for the turning point's.
enum { TALL = 206, SIDE = 44, ABOVE = 38, BELOW = 36, GRID_LINES = 4, MARK = 12, LABEL_GAP = 10 };

typedef struct {
    const ToldDebrief *debrief;
    Str *labels; // of the points, in the interface's language
} CurveParts;

typedef enum { SHAPE_ROUND, SHAPE_SQUARE, SHAPE_DIAMOND, SHAPE_UP, SHAPE_DOWN } Shape;

typedef struct {
    Shape shape;
    bool hollow;
    Str sign;
} CurveMark;

typedef struct {
    UiTint tint;
    CurveMark mark;
} CurveLook;

enum { HIGH_MARKS = 6, HIGH_TINTS = 4, LOW_MARKS = 4, LOW_TINTS = 5 };

// A gauge that had better be low looks as tension does in all cases. Marks and tints take turns each by themselves, so
// that two curves with one mark have not one tint.
static CurveLook look_of(const ToldDebrief *debrief, int32_t row) {
    static const CurveMark HIGH[HIGH_MARKS] = {{SHAPE_ROUND, false, S_INIT("●")},   {SHAPE_ROUND, true, S_INIT("○")},
                                               {SHAPE_DIAMOND, false, S_INIT("◆")}, {SHAPE_DIAMOND, true, S_INIT("◇")},
                                               {SHAPE_UP, false, S_INIT("▲")},      {SHAPE_UP, true, S_INIT("△")}};
    static const UiTint HIGH_COLORS[HIGH_TINTS] = {UI_TINT_TEAL, UI_TINT_PLUM, UI_TINT_OCHRE, UI_TINT_SAND};
    static const CurveMark LOW[LOW_MARKS] = {{SHAPE_SQUARE, false, S_INIT("■")},
                                             {SHAPE_SQUARE, true, S_INIT("□")},
                                             {SHAPE_DOWN, false, S_INIT("▼")},
                                             {SHAPE_DOWN, true, S_INIT("▽")}};
    static const UiTint LOW_COLORS[LOW_TINTS] = {UI_TINT_TERRACOTTA, UI_TINT_OCHRE, UI_TINT_PLUM, UI_TINT_SAND,
                                                 UI_TINT_TEAL};
    int32_t before = 0;
    bool low = debrief->curves.rows[row].better == BETTER_LOW;
    for (int32_t i = 0; i < row; i++) {
        before += (debrief->curves.rows[i].better == BETTER_LOW) == low;
    }
    return low ? (CurveLook){LOW_COLORS[before % LOW_TINTS], LOW[before % LOW_MARKS]}
               : (CurveLook){HIGH_COLORS[before % HIGH_TINTS], HIGH[before % HIGH_MARKS]};
}

static int32_t point_x(const UiCanvas *canvas, const ToldDebrief *debrief, int32_t point) {
    int32_t side = canvas_px(canvas, SIDE), room = canvas_width(canvas) - 2 * side;
    int32_t steps = debrief->point_count > 1 ? debrief->point_count - 1 : 1;
    return side + (int32_t)((int64_t)room * point / steps);
}

static int32_t value_y(const UiCanvas *canvas, const ToldCurve *curve, int32_t value) {
    int32_t top = canvas_px(canvas, ABOVE), room = canvas_height(canvas) - top - canvas_px(canvas, BELOW);
    int64_t range = (int64_t)curve->max - curve->min;
    return top + (range > 0 ? (int32_t)(room * (curve->max - (int64_t)value) / range) : room / 2);
}

static void draw_grid(UiCanvas *canvas, const CurveParts *parts) {
    int32_t side = canvas_px(canvas, SIDE) - canvas_px(canvas, MARK), top = canvas_px(canvas, ABOVE);
    int32_t room = canvas_height(canvas) - top - canvas_px(canvas, BELOW), thick = canvas_px(canvas, 1);
    for (int32_t i = 0; i < GRID_LINES; i++) {
        Rect line = {side, top + room * i / (GRID_LINES - 1), canvas_width(canvas) - 2 * side, thick > 0 ? thick : 1};
        canvas_box(canvas, (CanvasBox){.rect = line, .fill = COLOR_LINE});
    }
    // Among many decisions those are numbered whose numbers have room; arrival and departure are always named.
    int32_t last = parts->debrief->point_count - 1, y = canvas_height(canvas) - canvas_px(canvas, BELOW - 12);
    int32_t gap = canvas_px(canvas, LABEL_GAP), free_from = 0;
    int32_t end =
        point_x(canvas, parts->debrief, last) - canvas_text_width(canvas, parts->labels[last], TEXT_SMALL) / 2;
    for (int32_t i = 0; i <= last; i++) {
        int32_t half = canvas_text_width(canvas, parts->labels[i], TEXT_SMALL) / 2;
        int32_t x = point_x(canvas, parts->debrief, i);
        if (i == 0 || i == last || (x - half >= free_from && x + half + gap <= end)) {
            canvas_text(canvas, (CanvasText){.text = parts->labels[i],
                                             .style = TEXT_SMALL,
                                             .color = COLOR_SOFT,
                                             .align = UI_CENTER,
                                             .x = x,
                                             .y = y});
            free_from = x + half + gap;
        }
    }
}

static void draw_corners(UiCanvas *canvas, Shape shape, DrawPoint at, int32_t far, ColorRole fill) {
    if (shape == SHAPE_DIAMOND) {
        DrawPoint points[] = {{at.x, at.y - far}, {at.x + far, at.y}, {at.x, at.y + far}, {at.x - far, at.y}};
        canvas_polygon(canvas, points, 4, fill);
        return;
    }
    int32_t tip = shape == SHAPE_UP ? -far : far;
    DrawPoint points[] = {{at.x, at.y + tip}, {at.x + far, at.y - tip * 2 / 3}, {at.x - far, at.y - tip * 2 / 3}};
    canvas_polygon(canvas, points, 3, fill);
}

static void draw_mark(UiCanvas *canvas, CurveLook look, int32_t x, int32_t y) {
    int32_t size = canvas_px(canvas, MARK), thick = canvas_px(canvas, 2);
    ColorRole color = ui_tint((int32_t)look.tint).main;
    if (look.mark.shape >= SHAPE_DIAMOND) {
        DrawPoint at = {x * DRAW_SUBPIXELS, y * DRAW_SUBPIXELS};
        int32_t far = size * DRAW_SUBPIXELS * 2 / 3, edge = thick * DRAW_SUBPIXELS * 3 / 2;
        draw_corners(canvas, look.mark.shape, at, far, color);
        if (look.mark.hollow) {
            draw_corners(canvas, look.mark.shape, at, far - edge, COLOR_CARD);
        }
        return;
    }
    canvas_box(canvas, (CanvasBox){.rect = {x - size / 2, y - size / 2, size, size},
                                   .fill = look.mark.hollow ? COLOR_CARD : color,
                                   .stroke = color,
                                   .stroke_px = thick > 0 ? thick : 1,
                                   .radius_px = look.mark.shape == SHAPE_SQUARE ? 0 : size / 2});
}

static void draw_line(UiCanvas *canvas, const ToldDebrief *debrief, int32_t row) {
    const ToldCurve *curve = &debrief->curves.rows[row];
    CurveLook look = look_of(debrief, row);
    int32_t count = debrief->point_count, width = canvas_px(canvas, 3);
    DrawPoint *points = arena_push(ui_arena(canvas_ui(canvas)), DrawPoint, count);
    for (int32_t i = 0; i < count; i++) {
        points[i] = (DrawPoint){point_x(canvas, debrief, i) * DRAW_SUBPIXELS,
                                value_y(canvas, curve, curve->values[i]) * DRAW_SUBPIXELS};
    }
    canvas_path(canvas, points, count, ui_tint((int32_t)look.tint).main, width > 0 ? width : 1);
    for (int32_t i = 0; i < count; i++) {
        draw_mark(canvas, look, points[i].x / DRAW_SUBPIXELS, points[i].y / DRAW_SUBPIXELS);
    }
}

// As much of it as there is room for.
static Str cut_words(UiCanvas *canvas, Str text, int32_t room) {
    Str cut = text;
    for (ptrdiff_t end = text.len; end > 0 && canvas_text_width(canvas, cut, TEXT_SMALL) > room;) {
        end = utf8_previous_grapheme(text, end);
        cut = str_format(ui_arena(canvas_ui(canvas)), "%.*s…", S_ARG(str_trim(str_slice(text, 0, end))));
    }
    return cut;
}

// Beside the point where the relation turned, on the side of the picture where there is more room.
static void draw_turning(UiCanvas *canvas, const CurveParts *parts) {
    const ToldDebrief *debrief = parts->debrief;
    int32_t pad = canvas_px(canvas, 10), x = point_x(canvas, debrief, debrief->turning);
    int32_t tall = canvas_px(canvas, TEXT_TYPES[TEXT_SMALL].line_height), thick = canvas_px(canvas, 1);
    Str words = cut_words(canvas, debrief->turning_words, canvas_width(canvas) - 2 * pad);
    int32_t width = canvas_text_width(canvas, words, TEXT_SMALL) + 2 * pad;
    int32_t left = x < canvas_width(canvas) / 2 ? x + pad : x - pad - width;
    int32_t most = canvas_width(canvas) - width;
    left = left > most ? most : left;
    left = left < 0 ? 0 : left;
    int32_t top = canvas_px(canvas, ABOVE), bottom = canvas_height(canvas) - canvas_px(canvas, BELOW);
    canvas_box(canvas, (CanvasBox){.rect = {x, top, thick > 0 ? thick : 1, bottom - top}, .fill = COLOR_EDGE});
    canvas_box(canvas,
               (CanvasBox){.rect = {left, 0, width, tall + pad}, .fill = COLOR_NIGHT, .radius_px = pad * 2 / 3});
    canvas_text(
        canvas,
        (CanvasText){.text = words, .style = TEXT_SMALL, .color = COLOR_ON_NIGHT, .x = left + pad, .y = pad / 2});
}

static void draw_curves(void *context, UiCanvas *canvas) {
    const CurveParts *parts = context;
    draw_grid(canvas, parts);
    if (parts->debrief->turning > 0) {
        draw_turning(canvas, parts);
    }
    for (int32_t i = 0; i < parts->debrief->curves.count; i++) {
        draw_line(canvas, parts->debrief, i);
    }
}

void view_curve_legend(Ui *ui, const ToldDebrief *debrief) {
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 14, .row_gap = 4, .align = UI_CENTER});
    for (int32_t i = 0; i < debrief->curves.count; i++) {
        CurveLook look = look_of(debrief, i);
        Str name = str_format(ui_arena(ui), "%.*s %.*s", S_ARG(look.mark.sign), S_ARG(debrief->curves.rows[i].name));
        ColorRole ink = ui_tint((int32_t)look.tint).ink;
        ui_text(ui, (UiText){.text = name, .style = TEXT_STRONG, .color = ink, .role = UI_SILENT});
    }
    ui_box_end(ui);
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

void view_curve(Ui *ui, const ToldDebrief *debrief) {
    const ToldSection *section = debrief_find(debrief, DEBRIEF_CURVES);
    if (section == NULL || debrief->point_count == 0) {
        return;
    }
    CurveParts *parts = arena_push(ui_arena(ui), CurveParts, 1);
    *parts = (CurveParts){.debrief = debrief, .labels = arena_push(ui_arena(ui), Str, debrief->point_count)};
    for (int32_t i = 0; i < debrief->point_count; i++) {
        bool last = i > 0 && i == debrief->point_count - 1;
        parts->labels[i] = i == 0 ? debrief->first_point : last ? debrief->last_point : ui_number(ui, i);
    }
    ui_picture(ui, (UiPicture){.width = UI_GROW,
                               .height = TALL,
                               .draw = draw_curves,
                               .context = parts,
                               .role = ROLE_PICTURE,
                               .name = section->heading,
                               .value = curves_told(ui, section)});
}
