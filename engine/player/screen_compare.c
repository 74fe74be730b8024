// Two walks side by side: where they part, what followed, and what is different at the end.
#include "player/screen_parts.h"

enum { TWO_COLUMNS = 900, BADGE = 32, BADGE_RADIUS = 9, EDGE = 5, NAME_WIDTH = 180, PERMILLE = 1000 };

typedef struct {
    Ui *ui;
    const ToldComparison *comparison;
    Action *action;
    bool wide;
    bool full; // no more walks can be begun
    bool same; // what both have alike is unfolded
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

static void begin_row(const ComparePage *page) {
    ui_divider(page->ui);
    ui_box_begin(page->ui, (UiBox){.flow = page->wide ? UI_ROW : UI_COLUMN, .gap = page->wide ? 28 : 10});
}

// Whose words they are stands at the head of the column, for the eye alone.
static Str said_of(Ui *ui, int32_t place, Str words) {
    return UI_FORMAT(ui, TR("{0}: {1}"), walk_name(ui, place), ui_plain_text(ui, words));
}

static void say_step(const ComparePage *page, const ToldStep *step, int32_t place, bool titled) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .width = UI_GROW, .gap = 14, .align = UI_START});
    if (step != NULL) {
        say_badge(ui, ui_number(ui, step->number), ui_tint(TINTS[place]).light, ui_tint(TINTS[place]).ink);
        ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 2});
        if (titled) {
            ui_text(ui, (UiText){.text = step->title, .style = TEXT_SMALL, .color = COLOR_SOFT});
        }
        ui_text(ui, (UiText){.text = step->words, .aloud = said_of(ui, place, step->words), .marked = !step->typed});
        ui_box_end(ui);
    }
    ui_box_end(ui);
}

// In one column the first way's title serves both where they are of one scene.
static void say_row(const ComparePage *page, const ComparedRow *row) {
    bool both = row->steps[0] != NULL && row->steps[1] != NULL;
    bool one_scene = both && row->steps[0]->scene == row->steps[1]->scene;
    begin_row(page);
    say_step(page, row->steps[0], 0, true);
    say_step(page, row->steps[1], 1, page->wide || !one_scene);
    ui_box_end(page->ui);
}

// Rows that both ways have alike, from one to the last of its kind, in a line.
static void say_same(const ComparePage *page, const ComparedRow *first, const ComparedRow *last) {
    Ui *ui = page->ui;
    Str from = ui_number(ui, first->steps[0]->number), to = ui_number(ui, last->steps[0]->number);
    Str words = first == last ? UI_FORMAT(ui, TR("Decision {0}: the same answer both times"), from)
                              : UI_FORMAT(ui, TR("Decisions {0} to {1}: the same answers both times"), from, to);
    ui_divider(ui);
    ui_text(ui, (UiText){.text = words, .style = TEXT_SMALL, .color = COLOR_SOFT});
}

static void say_rows(const ComparePage *page) {
    const ComparedRow *rows = page->comparison->rows.rows;
    for (int32_t i = 0, end = 0; i < page->comparison->rows.count; i = end) {
        end = i + 1;
        if (!rows[i].same || page->same) {
            say_row(page, &rows[i]);
            continue;
        }
        while (end < page->comparison->rows.count && rows[end].same) {
            end++;
        }
        say_same(page, &rows[i], &rows[end - 1]);
    }
}

static void say_ending(const ComparePage *page, int32_t place) {
    Ui *ui = page->ui;
    const ComparedWay *walk = &page->comparison->ways[place];
    Str words = walk->finished ? walk->ending_title : ui_words(ui, TR("This walk was not played to its end."));
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .width = UI_GROW, .gap = 14, .align = UI_START});
    say_badge(ui, S("⚑"), ui_tint(TINTS[place]).light, ui_tint(TINTS[place]).ink);
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 2});
    ui_text(ui, (UiText){.text = words,
                         .aloud = walk->finished ? said_of(ui, place, words) : (Str){0},
                         .style = walk->finished ? TEXT_STRONG : TEXT_SMALL,
                         .color = walk->finished ? COLOR_INK : COLOR_SOFT});
    if (walk->ending_text.len > 0) {
        ui_text(ui, (UiText){.text = walk->ending_text, .marked = true});
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_column_head(const ComparePage *page, int32_t place) {
    Ui *ui = page->ui;
    char letter = page->comparison->ways[place].letter;
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .gap = 10});
    ui_box_begin(ui, (UiBox){.height = EDGE, .radius = EDGE / 2, .fill = ui_tint(TINTS[place]).main});
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 10, .justify = UI_BETWEEN, .align = UI_CENTER});
    ui_heading(ui, walk_name(ui, place));
    if (letter != '\0') {
        ui_tag(ui, str_format(ui_arena(ui), "%c", letter), TINTS[place]);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static bool has_same(const ToldComparison *comparison) {
    bool any = false;
    for (int32_t i = 0; i < comparison->rows.count; i++) {
        any = any || comparison->rows.rows[i].same;
    }
    return any;
}

static void say_fold(const ComparePage *page) {
    Ui *ui = page->ui;
    Str text = page->same ? TR("Fold what is the same") : TR("Show what is the same too");
    ui_box_begin(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.key = S("same"), .text = ui_words(ui, text), .kind = BUTTON_QUIET})) {
        *page->action = (Action){.kind = ACTION_SHOW_SAME, .index = !page->same};
    }
    ui_box_end(ui);
}

// A row for each decision, so that what belongs together stands side by side to the end.
static void say_walks(const ComparePage *page) {
    Ui *ui = page->ui;
    ui_card_begin(ui, (UiBox){.gap = 12});
    ui_box_begin(ui, (UiBox){.flow = page->wide ? UI_ROW : UI_COLUMN, .gap = page->wide ? 28 : 10});
    say_column_head(page, 0);
    say_column_head(page, 1);
    ui_box_end(ui);
    say_rows(page);
    begin_row(page);
    say_ending(page, 0);
    say_ending(page, 1);
    ui_box_end(ui);
    if (has_same(page->comparison)) {
        say_fold(page);
    }
    ui_card_end(ui);
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
    ComparePage page = {.ui = ui,
                        .comparison = &player->comparison,
                        .action = &action,
                        .wide = wide,
                        .full = player->walk_count >= MOST_WALKS,
                        .same = player->looked_at.same};
    ui_enter_page(ui, S("compare"));
    ui_box_begin(ui, (UiBox){.key = S("compare"),
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .gap = 16,
                             .padding = wide ? UI_PAD2(36, 24) : UI_PAD2(16, 16),
                             .scrolls = true});
    if (screen_goes_back(ui, ui_words(ui, TR("Back to the debrief")))) {
        action = (Action){.kind = ACTION_BACK};
    }
    say_head(&page);
    say_until_here(&page);
    if (!page.comparison->same && page.comparison->measured) {
        say_changes(&page);
    }
    if (!page.comparison->same) {
        say_walks(&page);
    }
    ui_box_end(ui);
    return action;
}
