// The navigation: a dark column at the left, or, where there is little room, a row above.
#include "player/screen_parts.h"

enum { NAV_WIDTH = 176, NAV_LEAST_WINDOW = 900, ICON_UNITS = 22, SIXTEENTHS = 16, GRID = 24 };

// Icons are drawn on a grid of 24 by 24.
static DrawPoint on_grid(const UiCanvas *canvas, int32_t x, int32_t y) {
    return (DrawPoint){x * canvas_width(canvas) * SIXTEENTHS / GRID, y * canvas_height(canvas) * SIXTEENTHS / GRID};
}

static void draw_stroke(UiCanvas *canvas, const int8_t (*at)[2], int32_t count) {
    DrawPoint points[GRID];
    for (int32_t i = 0; i < count; i++) {
        points[i] = on_grid(canvas, at[i][0], at[i][1]);
    }
    canvas_path(canvas, points, count, COLOR_ON_NIGHT, canvas_px(canvas, 2));
}

void screen_nav_bubble(void *context, UiCanvas *canvas) {
    (void)context;
    static const int8_t BUBBLE[][2] = {{9, 18}, {4, 22}, {4, 18},  {2, 16},  {2, 6}, {4, 4},
                                       {20, 4}, {22, 6}, {22, 16}, {20, 18}, {9, 18}};
    static const int8_t FIRST_LINE[][2] = {{7, 9}, {17, 9}}, SECOND_LINE[][2] = {{7, 13}, {13, 13}};
    draw_stroke(canvas, BUBBLE, COUNT(BUBBLE));
    draw_stroke(canvas, FIRST_LINE, 2);
    draw_stroke(canvas, SECOND_LINE, 2);
}

void screen_nav_people(void *context, UiCanvas *canvas) {
    (void)context;
    static const int8_t HEAD[][2] = {{7, 5}, {11, 5}, {12, 8}, {9, 11}, {6, 8}, {7, 5}},
                        SHOULDERS[][2] = {{2, 21}, {3, 16}, {7, 14}, {11, 14}, {15, 16}, {16, 21}},
                        SECOND_HEAD[][2] = {{15, 5}, {18, 6}, {18, 9}, {15, 11}},
                        SECOND_SHOULDERS[][2] = {{18, 14}, {21, 16}, {22, 21}};
    draw_stroke(canvas, HEAD, COUNT(HEAD));
    draw_stroke(canvas, SHOULDERS, COUNT(SHOULDERS));
    draw_stroke(canvas, SECOND_HEAD, COUNT(SECOND_HEAD));
    draw_stroke(canvas, SECOND_SHOULDERS, COUNT(SECOND_SHOULDERS));
}

void screen_nav_book(void *context, UiCanvas *canvas) {
    (void)context;
    static const int8_t COVER[][2] = {{6, 3}, {20, 3}, {20, 21}, {6, 21}, {4, 19}, {4, 5}, {6, 3}},
                        BACK[][2] = {{8, 3}, {8, 21}}, FIRST_LINE[][2] = {{11, 8}, {17, 8}},
                        SECOND_LINE[][2] = {{11, 12}, {15, 12}};
    draw_stroke(canvas, COVER, COUNT(COVER));
    draw_stroke(canvas, BACK, 2);
    draw_stroke(canvas, FIRST_LINE, 2);
    draw_stroke(canvas, SECOND_LINE, 2);
}

void screen_nav_sliders(void *context, UiCanvas *canvas) {
    (void)context;
    static const int8_t KNOBS[] = {16, 8, 14};
    for (int32_t i = 0; i < 3; i++) {
        int8_t y = (int8_t)(5 + 7 * i);
        const int8_t line[][2] = {{2, y}, {22, y}},
                     knob[][2] = {{KNOBS[i], (int8_t)(y - 3)}, {KNOBS[i], (int8_t)(y + 3)}};
        draw_stroke(canvas, line, 2);
        draw_stroke(canvas, knob, 2);
    }
}

static bool say_entry(Ui *ui, const ScreenRow *row, bool here) {
    Str text = ui_words(ui, row->nav.text);
    bool up = here || ui_is_hovered(ui, ui_id(ui, row->nav.key, 0));
    UiId id = ui_box_begin(ui, (UiBox){.key = row->nav.key,
                                       .flow = UI_ROW,
                                       .fill = up ? COLOR_NIGHT_RAISED : COLOR_NONE,
                                       .radius = 10,
                                       .role = ROLE_LINK,
                                       .name = text,
                                       .focusable = true,
                                       .ring = COLOR_ACCENT,
                                       .checked = here});
    ui_box_begin(ui, (UiBox){.width = 4, .radius = 2, .fill = here ? COLOR_ACCENT : COLOR_NONE});
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 10, .align = UI_CENTER, .padding = UI_PAD2(10, 10)});
    ui_picture(ui, (UiPicture){.width = ICON_UNITS, .height = ICON_UNITS, .draw = row->nav.draw});
    ui_text(ui, (UiText){
                    .text = text, .style = here ? TEXT_STRONG : TEXT_BODY, .color = COLOR_ON_NIGHT, .role = UI_SILENT});
    ui_box_end(ui);
    ui_box_end(ui);
    return ui_pressed(ui, id);
}

static void say_entries(Ui *ui, Screen here, Action *action) {
    for (Screen i = 0; i < SCREEN_COUNT; i++) {
        const ScreenRow *row = screen_row(i), *of = screen_row(here);
        bool below = of->back.kind == BACK_LEADS && of->back.to == i;
        if (row->nav.text.len > 0 && say_entry(ui, row, i == here || below) && i != here) {
            screen_want(action, ACTION_GO, (int32_t)i);
        }
    }
}

static void say_column(Ui *ui, Screen here, Action *action) {
    ui_box_begin(ui, (UiBox){.key = S("nav"),
                             .width = NAV_WIDTH,
                             .gap = 6,
                             .padding = {12, 24, 12, 20},
                             .fill = COLOR_NIGHT,
                             .role = ROLE_GROUP,
                             .name = ui_words(ui, TR("Navigation"))});
    ui_box_begin(ui, (UiBox){.padding = {10, 0, 0, 14}});
    ui_text(ui, (UiText){.text = S("Palabre"), .style = TEXT_HEADING, .color = COLOR_ON_NIGHT});
    ui_box_end(ui);
    say_entries(ui, here, action);
    ui_space(ui, UI_GROW);
    ui_box_begin(ui, (UiBox){.padding = {10, 0, 0, 0}});
    ui_text(ui, (UiText){.text = ui_words(ui, TR("Offline. Nothing leaves this computer.")),
                         .style = TEXT_SMALL,
                         .color = COLOR_ON_NIGHT_SOFT});
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_row(Ui *ui, Screen here, Action *action) {
    ui_box_begin(ui, (UiBox){.key = S("nav"),
                             .flow = UI_WRAP,
                             .gap = 6,
                             .align = UI_CENTER,
                             .padding = UI_PAD2(16, 6),
                             .fill = COLOR_NIGHT,
                             .role = ROLE_GROUP,
                             .name = ui_words(ui, TR("Navigation"))});
    say_entries(ui, here, action);
    ui_box_end(ui);
}

void screen_nav_begin(Ui *ui, Screen here, Action *action) {
    bool wide = ui_width(ui) >= NAV_LEAST_WINDOW;
    ui_box_begin(ui,
                 (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .width = UI_GROW, .height = UI_GROW, .fill = COLOR_PAPER});
    if (wide) {
        say_column(ui, here, action);
    } else {
        say_row(ui, here, action);
    }
    ui_box_begin(ui, (UiBox){.key = S("page"),
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .gap = 16,
                             .padding = wide ? UI_PAD2(35, 26) : UI_PAD(18),
                             .scrolls = true});
}

void screen_nav_end(Ui *ui) {
    ui_box_end(ui);
    ui_box_end(ui);
}
