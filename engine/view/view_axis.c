#include "view/view_axis.h"

#include "base/number.h"

// Units. OVERHANG: of the lines, on both sides; FOOT: between them and what is written below, LINE high.
enum { OVERHANG = 12, FOOT = 12, GAP = 10, LINE = 20 };
enum { MANY = 12 }; // points from which on they may stand too close

int32_t view_axis_more(int32_t count) {
    return count > MANY ? LINE : 0;
}

int32_t view_axis_x(const UiCanvas *canvas, const ViewAxis *axis, int32_t point) {
    int32_t side = canvas_px(canvas, axis->side), room = canvas_width(canvas) - 2 * side;
    return side + (int32_t)((int64_t)room * point / max(axis->count - 1, 1));
}

static int32_t room_of(const UiCanvas *canvas, const ViewAxis *axis) {
    return canvas_height(canvas) - canvas_px(canvas, axis->above) - canvas_px(canvas, axis->below);
}

int32_t view_axis_y(const UiCanvas *canvas, const ViewAxis *axis, double value, double least, double most) {
    int32_t room = room_of(canvas, axis);
    return canvas_px(canvas, axis->above) +
           (most > least ? (int32_t)(room * (most - value) / (most - least)) : room / 2);
}

static int32_t half_of(UiCanvas *canvas, const ViewAxis *axis, int32_t point) {
    return canvas_text_width(canvas, axis->labels[point], TEXT_SMALL) / 2;
}

static bool has_room(UiCanvas *canvas, const ViewAxis *axis, int32_t point, int32_t next) {
    return view_axis_x(canvas, axis, point) + half_of(canvas, axis, point) + canvas_px(canvas, GAP) <=
           view_axis_x(canvas, axis, next) - half_of(canvas, axis, next);
}

// Units by which a label stands below the others: those of the ends do where the number beside has no room.
static int32_t down_of(UiCanvas *canvas, const ViewAxis *axis, int32_t point) {
    int32_t last = axis->count - 1;
    bool crowded =
        (point == 0 && !has_room(canvas, axis, 0, 1)) || (point == last && !has_room(canvas, axis, last - 1, last));
    return crowded ? view_axis_more(axis->count) : 0;
}

static void draw_label(UiCanvas *canvas, const ViewAxis *axis, int32_t point, int32_t down) {
    canvas_text(canvas, (CanvasText){.text = axis->labels[point],
                                     .style = TEXT_SMALL,
                                     .color = COLOR_SOFT,
                                     .align = UI_CENTER,
                                     .x = view_axis_x(canvas, axis, point),
                                     .y = canvas_height(canvas) - canvas_px(canvas, axis->below - FOOT - down)});
}

static void draw_labels(UiCanvas *canvas, const ViewAxis *axis) {
    int32_t last = axis->count - 1, gap = canvas_px(canvas, GAP), free_from = 0, end = canvas_width(canvas);
    if (down_of(canvas, axis, last) == 0) {
        end = view_axis_x(canvas, axis, last) - half_of(canvas, axis, last);
    }
    for (int32_t i = 0; i <= last; i++) {
        int32_t half = half_of(canvas, axis, i), x = view_axis_x(canvas, axis, i), down = down_of(canvas, axis, i);
        if (i == 0 || i == last || (x - half >= free_from && x + half + gap <= end)) {
            draw_label(canvas, axis, i, down);
            free_from = down > 0 ? free_from : x + half + gap;
        }
    }
}

void view_axis_draw(UiCanvas *canvas, const ViewAxis *axis) {
    int32_t side = canvas_px(canvas, axis->side) - canvas_px(canvas, OVERHANG), thick = canvas_px(canvas, 1);
    int32_t top = canvas_px(canvas, axis->above), room = room_of(canvas, axis);
    for (int32_t i = 0; i < axis->lines; i++) {
        Rect line = {side, top + room * i / (axis->lines - 1), canvas_width(canvas) - 2 * side, max(thick, 1)};
        canvas_box(canvas, (CanvasBox){.rect = line, .fill = COLOR_LINE});
    }
    draw_labels(canvas, axis);
}
