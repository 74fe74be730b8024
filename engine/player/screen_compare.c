// Two walks side by side: where they part, what followed, and what is different at the end.
#include "player/screen_parts.h"

enum { TWO_COLUMNS = 900, BADGE = 32, BADGE_RADIUS = 9, EDGE = 6, PAD = 18, NAME_WIDTH = 180, PERMILLE = 1000 };

typedef struct {
    Ui *ui;
    const ToldComparison *comparison;
    Action *action;
    bool wide;
    bool full; // no more walks can be begun
} ComparePage;

static const int32_t TINTS[2] = {UI_TINT_TEAL, UI_TINT_PLUM};

static Str walk_name(Ui *ui, int32_t place) {
    return place == 0 ? ui_words(ui, TR("The first time")) : ui_words(ui, TR("This time"));
}

static void say_head(const ComparePage *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = page->wide ? UI_ROW : UI_COLUMN, .gap = 16, .align = UI_START});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 4});
    Str eyebrow = UI_FORMAT(ui, TR("WHAT IF… · DECISION {0}"), ui_number(ui, page->comparison->decision));
    Str aloud = UI_FORMAT(ui, TR("What if…, decision {0}"), ui_number(ui, page->comparison->decision));
    ui_text(ui, (UiText){.text = eyebrow, .aloud = aloud, .style = TEXT_LABEL, .color = COLOR_SOFT, .live = true});
    Str title = ui_words(ui, page->comparison->same ? TR("You answered as you did the first time.")
                                                    : TR("Two ways to answer, two stories"));
    ui_text(ui, (UiText){.text = title, .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    if (page->full) {
        ui_text(ui, (UiText){.text = screen_full(ui), .style = TEXT_SMALL, .color = COLOR_SOFT});
    }
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .row_gap = 10});
    if (ui_button(
            ui, (UiButton){.key = S("another"), .text = ui_words(ui, TR("Another answer")), .disabled = page->full})) {
        *page->action = (Action){.kind = ACTION_WHAT_IF, .index = page->comparison->decision};
    }
    if (ui_button(ui, (UiButton){.key = S("back"),
                                 .text = ui_words(ui, TR("Back to the debrief")),
                                 .kind = BUTTON_PRIMARY,
                                 .wants_focus = true})) {
        *page->action = (Action){.kind = ACTION_BACK};
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_until_here(const ComparePage *page) {
    Ui *ui = page->ui;
    const ToldComparison *comparison = page->comparison;
    Str heard = comparison->last_line.text.len > 0 ? comparison->last_line.text
                : comparison->prompt.len > 0       ? comparison->prompt
                                                   : comparison->title;
    ui_card_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .row_gap = 4, .align = UI_CENTER, .fill = COLOR_SAND});
    if (comparison->last_line.who.len > 0) {
        ui_text(ui, (UiText){.text = comparison->last_line.who, .style = TEXT_LABEL, .color = COLOR_SAND_INK});
    }
    ui_text(ui, (UiText){.text = heard, .style = TEXT_READING, .color = COLOR_SAND_INK, .marked = true});
    Str same = ui_words(ui, comparison->same ? TR("Both walks are the same to the end.")
                                             : TR("Until here, both walks are the same."));
    ui_text(ui, (UiText){.text = same, .style = TEXT_SMALL, .color = COLOR_SAND_INK});
    ui_card_end(ui);
}

static void say_badge(Ui *ui, Str text, ColorRole fill, ColorRole ink) {
    ui_box_begin(ui, (UiBox){.width = BADGE,
                             .height = BADGE,
                             .align = UI_CENTER,
                             .justify = UI_CENTER,
                             .radius = BADGE_RADIUS,
                             .fill = fill});
    ui_text(ui, (UiText){.text = text, .style = TEXT_LABEL, .color = ink});
    ui_box_end(ui);
}

static void say_step(Ui *ui, const ToldStep *step, int32_t tint, bool parts) {
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 14, .align = UI_START});
    say_badge(ui, ui_number(ui, step->number), parts ? ui_tint(tint).main : COLOR_SAND,
              parts ? COLOR_ON_TEAL : COLOR_SAND_INK);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 2});
    ui_text(ui, (UiText){.text = step->title, .style = TEXT_SMALL, .color = COLOR_SOFT});
    ui_text(ui, (UiText){.text = step->words, .marked = !step->typed});
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_ending(Ui *ui, const ComparedWay *walk) {
    ui_divider(ui);
    if (!walk->finished) {
        Str words = ui_words(ui, TR("This walk was not played to its end."));
        ui_text(ui, (UiText){.text = words, .style = TEXT_SMALL, .color = COLOR_SOFT});
        return;
    }
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 14, .align = UI_START});
    say_badge(ui, S("⚑"), COLOR_SAND, COLOR_SAND_INK);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 2});
    ui_text(ui, (UiText){.text = walk->ending_title, .style = TEXT_STRONG});
    if (walk->ending_text.len > 0) {
        ui_text(ui, (UiText){.text = walk->ending_text, .marked = true});
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

enum { ARC_STEPS = 7, WHOLE = 1000 };

// A quarter of the edge's outline, from the side of the card (`from` 0) to its top: as round as the card outside, and
// as much less high inside as the edge is thick.
static void add_arc(DrawPoint *points, int32_t from, DrawPoint corner, DrawPoint size) {
    static const int32_t SINES[ARC_STEPS] = {0, 259, 500, 707, 866, 966, WHOLE};
    for (int32_t i = 0; i < ARC_STEPS; i++) {
        int32_t at = from == 0 ? i : from - i;
        points[i] =
            (DrawPoint){corner.x - size.x * SINES[ARC_STEPS - 1 - at] / WHOLE, corner.y - size.y * SINES[at] / WHOLE};
    }
}

static void draw_edge(void *context, UiCanvas *canvas) {
    const int32_t *tint = context;
    enum { LAST = ARC_STEPS - 1 };
    int32_t round = canvas_height(canvas) * DRAW_SUBPIXELS, inner = round - canvas_px(canvas, EDGE) * DRAW_SUBPIXELS;
    DrawPoint left = {round, round}, right = {canvas_width(canvas) * DRAW_SUBPIXELS - round, round};
    DrawPoint points[4 * ARC_STEPS];
    add_arc(points, 0, left, (DrawPoint){round, round});
    add_arc(points + ARC_STEPS, LAST, right, (DrawPoint){-round, round});
    add_arc(points + 2 * ARC_STEPS, 0, right, (DrawPoint){-round, inner});
    add_arc(points + 3 * ARC_STEPS, LAST, left, (DrawPoint){round, inner});
    canvas_polygon(canvas, points, 4 * ARC_STEPS, ui_tint(*tint).main);
}

static void say_edge(Ui *ui, int32_t tint) {
    int32_t *kept = arena_push(ui_arena(ui), int32_t, 1);
    *kept = tint;
    ui_picture(ui, (UiPicture){.width = UI_GROW, .height = CARD_RADIUS, .draw = draw_edge, .context = kept});
}

// A card whose top border is in the walk's colour.
static void say_walk(const ComparePage *page, int32_t place) {
    Ui *ui = page->ui;
    const ComparedWay *walk = &page->comparison->ways[place];
    ui_box_begin(
        ui,
        (UiBox){
            .width = UI_GROW, .flow = UI_LAYERS, .align = UI_START, .role = ROLE_GROUP, .name = walk_name(ui, place)});
    ui_card_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .gap = 12, .padding = {PAD, PAD + EDGE, PAD, PAD}});
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 10, .justify = UI_BETWEEN, .align = UI_CENTER});
    ui_heading(ui, walk_name(ui, place));
    if (walk->letter != '\0') {
        ui_tag(ui, str_format(ui_arena(ui), "%c", walk->letter), TINTS[place]);
    }
    ui_box_end(ui);
    for (int32_t i = 0; i < walk->steps.count; i++) {
        const ToldStep *step = &walk->steps.rows[i];
        say_step(ui, step, TINTS[place], step->number == page->comparison->decision);
    }
    say_ending(ui, walk);
    ui_card_end(ui);
    say_edge(ui, TINTS[place]);
    ui_box_end(ui);
}

static void say_change_name(const ComparePage *page, Str name, TextStyleId style) {
    ui_box_begin(page->ui, (UiBox){.width = page->wide ? NAME_WIDTH : UI_FIT});
    ui_text(page->ui, (UiText){.text = name, .style = style, .role = style == TEXT_HEADING ? ROLE_HEADING : ROLE_TEXT});
    ui_box_end(page->ui);
}

static void begin_change(const ComparePage *page) {
    int32_t gap = page->wide ? 18 : 6;
    ui_box_begin(
        page->ui,
        (UiBox){.flow = page->wide ? UI_ROW : UI_COLUMN, .gap = gap, .align = page->wide ? UI_CENTER : UI_STRETCH});
}

static void say_gauge(const ComparePage *page, const ComparedGauge *gauge) {
    Ui *ui = page->ui;
    int64_t range = (int64_t)gauge->max - gauge->min;
    begin_change(page);
    say_change_name(page, UI_FORMAT(ui, TR("{0} at departure"), gauge->name), TEXT_BODY);
    for (int32_t i = 0; i < 2; i++) {
        int64_t above = (int64_t)gauge->values[i] - gauge->min;
        ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 3});
        if (page->wide) { // whose bar it is stands at the head of the column
            ui_text(ui, (UiText){.text = gauge->words[i], .style = TEXT_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
        }
        ui_meter(ui, (UiMeter){.name = walk_name(ui, i),
                               .word = gauge->words[i],
                               .permille = range > 0 ? (int32_t)(above * PERMILLE / range) : 0,
                               .tint = TINTS[i],
                               .bar_only = page->wide});
        ui_box_end(ui);
    }
    ui_box_end(ui);
}

static void say_competency(const ComparePage *page, const ComparedCompetency *competency) {
    Ui *ui = page->ui;
    begin_change(page);
    say_change_name(page, competency->name, TEXT_BODY);
    for (int32_t i = 0; i < 2; i++) {
        Str words =
            page->wide ? competency->words[i] : UI_FORMAT(ui, TR("{0}: {1}"), walk_name(ui, i), competency->words[i]);
        ui_box_begin(ui, (UiBox){.width = UI_GROW});
        ui_text(ui, (UiText){.text = words, .color = COLOR_SOFT});
        ui_box_end(ui);
    }
    ui_box_end(ui);
}

static void say_changes(const ComparePage *page) {
    static const Str SIGNS[2] = {S_INIT("●"), S_INIT("■")};
    Ui *ui = page->ui;
    const ToldComparison *comparison = page->comparison;
    ui_card_begin(ui, (UiBox){.gap = 12});
    if (comparison->gauges.count + comparison->competencies.count == 0) {
        ui_heading(ui, ui_words(ui, TR("What changes")));
        ui_text(ui, (UiText){.text = ui_words(ui, TR("Nothing that was followed here is different at the end."))});
        ui_card_end(ui);
        return;
    }
    begin_change(page);
    say_change_name(page, ui_words(ui, TR("What changes")), TEXT_HEADING);
    for (int32_t i = 0; i < 2 && page->wide; i++) {
        Str name = str_format(ui_arena(ui), "%.*s %.*s", S_ARG(SIGNS[i]), S_ARG(walk_name(ui, i)));
        ui_text(ui, (UiText){.text = name, .style = TEXT_STRONG, .color = ui_tint(TINTS[i]).ink, .grow = UI_GROW});
    }
    ui_box_end(ui);
    for (int32_t i = 0; i < comparison->gauges.count; i++) {
        say_gauge(page, &comparison->gauges.rows[i]);
    }
    for (int32_t i = 0; i < comparison->competencies.count; i++) {
        say_competency(page, &comparison->competencies.rows[i]);
    }
    ui_card_end(ui);
}

Action screen_compare_view(Ui *ui, const Player *player) {
    Action action = {0};
    bool wide = ui_width(ui) >= TWO_COLUMNS;
    ComparePage page = {ui, &player->comparison, &action, wide, player->walk_count >= MOST_WALKS};
    ui_enter_page(ui, S("compare"));
    ui_box_begin(ui, (UiBox){.key = S("compare"),
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .gap = 16,
                             .padding = wide ? UI_PAD2(36, 24) : UI_PAD2(16, 16),
                             .scrolls = true});
    if (ui_shortcut(ui, KEY_ESCAPE, 0, ui_words(ui, TR("Back to the debrief")))) {
        action = (Action){.kind = ACTION_BACK};
    }
    say_head(&page);
    say_until_here(&page);
    if (!page.comparison->same) {
        ui_box_begin(ui, (UiBox){.flow = wide ? UI_ROW : UI_COLUMN, .gap = 14});
        say_walk(&page, 0);
        say_walk(&page, 1);
        ui_box_end(ui);
        if (page.comparison->measured) {
            say_changes(&page);
        }
    }
    ui_box_end(ui);
    return action;
}
