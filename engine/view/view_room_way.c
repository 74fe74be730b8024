// The way of the group as a small drawing: decisions in a row, and dashed what was left beside it.
#include "view/room_page.h"

enum { LATEST_STEPS = 6 }; // while it goes on there is no room for more

// Units of the drawing.
enum { TOP = 14, DROP = 30, SIDE = 12, FARTHEST = 64, MARK = 16, DASHES = 4 };

typedef struct {
    ToldWay way;
    bool goes_on;   // a decision is asked, or an ending told, behind the last one
    bool jumped_on; // … which a jump led to
} WayPicture;

static int32_t step_x(const UiCanvas *canvas, const WayPicture *picture, int32_t step) {
    int32_t side = canvas_px(canvas, SIDE), far = canvas_px(canvas, FARTHEST);
    int32_t between = (canvas_width(canvas) - 2 * side) / (picture->way.count > 0 ? picture->way.count : 1);
    return side + step * (between < far ? between : far);
}

static void draw_line(UiCanvas *canvas, DrawPoint from, DrawPoint to) {
    DrawPoint ends[] = {{from.x * DRAW_SUBPIXELS, from.y * DRAW_SUBPIXELS},
                        {to.x * DRAW_SUBPIXELS, to.y * DRAW_SUBPIXELS}};
    canvas_path(canvas, ends, COUNT(ends), COLOR_EDGE, canvas_px(canvas, 2));
}

static void draw_dashes(UiCanvas *canvas, DrawPoint from, DrawPoint to) {
    int32_t parts = 2 * DASHES - 1;
    for (int32_t i = 0; i < parts; i += 2) {
        DrawPoint begin = {from.x + (to.x - from.x) * i / parts, from.y + (to.y - from.y) * i / parts};
        DrawPoint end = {from.x + (to.x - from.x) * (i + 1) / parts, from.y + (to.y - from.y) * (i + 1) / parts};
        draw_line(canvas, begin, end);
    }
}

static void draw_mark(UiCanvas *canvas, DrawPoint at, int32_t size, bool filled, ColorRole color) {
    canvas_box(canvas, (CanvasBox){.rect = {at.x - size / 2, at.y - size / 2, size, size},
                                   .fill = filled ? color : COLOR_CARD,
                                   .stroke = color,
                                   .stroke_px = canvas_px(canvas, 3),
                                   .radius_px = size / 2});
}

static void draw_way(void *context, UiCanvas *canvas) {
    const WayPicture *picture = context;
    int32_t last = picture->way.count, top = canvas_px(canvas, TOP), low = top + canvas_px(canvas, DROP);
    int32_t most = (step_x(canvas, picture, 1) - step_x(canvas, picture, 0)) * 2 / 3, size = canvas_px(canvas, MARK);
    size = size < most ? size : most;
    for (int32_t i = 0; i < last; i++) {
        DrawPoint here = {step_x(canvas, picture, i), top}, next = {step_x(canvas, picture, i + 1), top};
        bool led = i + 1 < last ? !picture->way.rows[i + 1].jumped : picture->goes_on && !picture->jumped_on;
        if (led) {
            draw_line(canvas, here, next);
        }
        if (picture->way.rows[i].branches) {
            draw_dashes(canvas, here, (DrawPoint){next.x, low});
            draw_mark(canvas, (DrawPoint){next.x, low}, size * 2 / 3, false, COLOR_EDGE);
        }
        draw_mark(canvas, here, size, true, COLOR_TEAL);
    }
    if (picture->goes_on) {
        draw_mark(canvas, (DrawPoint){step_x(canvas, picture, last), top}, size, false, COLOR_TEAL);
    }
}

// All of them stand below the debrief, close together.
static void say_step(RoomPage *page, const ToldStep *step) {
    bool debrief = page->group->phase > GROUP_ENDING;
    Ui *ui = page->ui;
    Str number = ui_number(ui, step->number);
    Str words = UI_FORMAT(ui, TR("Replay decision {0}: “{1}”"), number,
                          step->typed ? step->words : ui_plain_text(ui, step->words));
    UiId id = ui_id(ui, S("replay"), step->number);
    if (ui_button(ui, (UiButton){.key = S("replay"),
                                 .index = step->number,
                                 .text = number,
                                 .name = words,
                                 .kind = debrief ? BUTTON_QUIET : BUTTON_SECONDARY,
                                 .compact = true})) {
        room_want(page, GROUP_REPLAY, step->number);
    }
    ui_tooltip(ui, id, words);
}

static void say_picture(const RoomPage *page, WayPicture *picture) {
    int32_t count = 0;
    bool jumped = picture->goes_on && picture->jumped_on;
    for (int32_t i = 0; i < picture->way.count; i++) {
        count += picture->way.rows[i].branches;
        jumped = jumped || (i > 0 && picture->way.rows[i].jumped);
    }
    Str words =
        catalog_plural(page->telling->catalog,
                       TRP("{0} way not taken: replay to go there", "{0} ways not taken: replay to go there"), count);
    Str branches = count > 0 ? UI_FORMAT(page->ui, words, ui_number(page->ui, count)) : (Str){0};
    ui_picture(page->ui, (UiPicture){.width = UI_GROW,
                                     .height = count > 0 ? TOP + DROP + TOP : 2 * TOP,
                                     .draw = draw_way,
                                     .context = picture});
    if (branches.len > 0) {
        room_small(page, branches);
    }
    if (jumped && picture->goes_on) {
        room_small(page, room_text(page, TR("Where the line breaks, you went on to another scene.")));
    }
}

static void say_side(RoomPage *page, const AudiencePair *pair, int32_t side) {
    static const int32_t TINTS[2] = {UI_TINT_TEAL, UI_TINT_PLUM};
    Ui *ui = page->ui;
    Str number = pair->sides[side].number, text = pair->sides[side].text;
    Str said = text.len > 0 ? telling_labelled(page->telling, page->view->audience->ways[side], text) : (Str){0};
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .flow = UI_ROW, .gap = 8, .align = UI_START});
    if (number.len > 0) {
        ui_tag(ui, number, TINTS[side]);
    }
    if (text.len > 0) {
        ui_text(ui, (UiText){.text = page->narrow ? said : text,
                             .aloud = said,
                             .marked = !pair->sides[side].typed,
                             .live = page->tells,
                             .grow = UI_GROW});
    }
    ui_box_end(ui);
}

void room_say_pairs(RoomPage *page) {
    Ui *ui = page->ui;
    const Audience *audience = page->view->audience;
    UiBox row = {.flow = page->narrow ? UI_COLUMN : UI_ROW, .gap = page->narrow ? 6 : 20};
    ui_box_begin(ui, row);
    for (int32_t side = 0; side < 2 && !page->narrow; side++) {
        ui_text(ui, (UiText){.text = audience->ways[side], .style = TEXT_STRONG, .grow = UI_GROW, .role = UI_SILENT});
    }
    ui_box_end(ui);
    for (int32_t i = 0; i < audience->pairs.count; i++) {
        const AudiencePair *pair = &audience->pairs.rows[i];
        ui_divider(ui);
        if (pair->label.len > 0) {
            room_small(page, pair->label);
        }
        ui_box_begin(ui, row);
        say_side(page, pair, 0);
        say_side(page, pair, 1);
        ui_box_end(ui);
    }
}

static void say_both_ways(RoomPage *page) {
    Ui *ui = page->ui;
    bool shown = page->group->left.shown;
    if (!group_has_two_ways(page->group)) {
        return;
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP});
    if (ui_button(ui, (UiButton){.key = S("both-ways"),
                                 .text = room_text(page, shown ? TR("Hide the other way") : TR("Show both ways")),
                                 .hint = ui_key_name(ui, 'd', 0),
                                 .by_pointer = true,
                                 .compact = true})) {
        room_want(page, GROUP_SHOW_WAYS, !shown);
    }
    ui_box_end(ui);
}

void room_say_way(RoomPage *page) {
    Ui *ui = page->ui;
    WayPicture *picture = arena_push(ui_arena(ui), WayPicture, 1);
    const Session *session = &page->group->solo.session;
    *picture = (WayPicture){.way = telling_way(page->telling),
                            .goes_on = page->group->phase <= GROUP_ENDING,
                            .jumped_on = session_jumps_after(session, session->way.count).count > 0};
    if (picture->way.count == 0 || page->group->phase >= GROUP_TO_WORK) {
        return;
    }
    ui_card_begin(ui, (UiBox){.key = S("way"), .gap = 6});
    ui_heading(ui, room_text(page, TR("The group’s way")));
    say_picture(page, picture);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 6, .align = UI_CENTER});
    room_small(page, room_text(page, TR("Replay")));
    bool latest = page->group->phase < GROUP_ENDING && picture->way.count > LATEST_STEPS;
    for (int32_t i = latest ? picture->way.count - LATEST_STEPS : 0; i < picture->way.count; i++) {
        say_step(page, &picture->way.rows[i]);
    }
    ui_box_end(ui);
    say_both_ways(page);
    ui_card_end(ui);
}
