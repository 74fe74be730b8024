#include "view/view_audience.h"

#include "scenario/advance.h"
#include "view/view_audience_draw.h"

enum { HUNDRED = 100, THOUSAND = 1000, MINUTE = 60, TWO_DIGITS = 10 };
enum { HEAD_TOP = 45, HEAD_GAP = 20, FOOT_GAP = 8, FOOT_HEIGHT = 66, FOOT_BOTTOM = 18 };
enum {
    CARD_CORNER = 20,
    RING = 6,
    NUMBER_WIDTH = 190,
    LINE_GAP = 36,
    DOT = 18,
    MOST_DOTS = 9,
    BADGE_GAP = 9,
    MOOD_GAP = 10
};
enum { TITLE_BAR_WIDTH = 160, TITLE_BAR_HEIGHT = 10, LEGEND_WIDTH = 8 };

static const int32_t WAY_TINTS[2] = {UI_TINT_TEAL, UI_TINT_PLUM};

typedef struct {
    Ui *ui;
    const Audience *audience;
    int32_t width; // without margins
} Page;

static Str words(const Page *page, Str source) {
    return ui_words(page->ui, source);
}

static bool is_close(const Page *page) {
    return page->audience->set != AUDIENCE_SET_WIDE;
}

static int32_t gap(const Page *page) {
    return is_close(page) ? AUDIENCE_CLOSE_GAP : AUDIENCE_GAP;
}

// One line, whatever a name is: it is cut there, and heard whole.
static void say_edge(Ui *ui, Str text, ColorRole color, bool live) {
    ui_text(
        ui,
        (UiText){
            .text = text, .style = TEXT_ROOM_SMALL, .color = color, .most_lines = 1, .preview = true, .live = live});
}

static void say_speaker(Ui *ui, Str who, Str mood, TextStyleId style) {
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .flow = UI_ROW, .gap = MOOD_GAP});
    ui_text(ui, (UiText){.text = who, .style = style, .color = COLOR_SOFT, .most_lines = 1, .preview = true});
    if (mood.len > 0) {
        ui_text(ui, (UiText){.text = S("·"), .style = style, .color = COLOR_SOFT, .role = UI_SILENT});
        ui_text(ui, (UiText){.text = mood,
                             .style = style,
                             .color = COLOR_TERRACOTTA_INK,
                             .most_lines = 1,
                             .preview = true,
                             .marked = true});
    }
    ui_box_end(ui);
}

static void say_head(const Page *page) {
    const Audience *audience = page->audience;
    ui_box_begin(page->ui, (UiBox){.flow = UI_ROW, .gap = LINE_GAP, .height = AUDIENCE_SMALL_LINE});
    say_speaker(page->ui, audience->who, audience->mood, TEXT_ROOM_SMALL);
    if (audience->status.len > 0) {
        say_edge(page->ui, audience->status, COLOR_SOFT, true);
    }
    ui_box_end(page->ui);
}

static void say_dots(const Page *page) {
    const Audience *audience = page->audience;
    Ui *ui = page->ui;
    Str number = ui_number(ui, audience->page + 1), count = ui_number(ui, audience->page_count);
    ui_aloud(ui, UI_FORMAT(ui, TR("Page {0} of {1}"), number, count), false);
    if (audience->page_count > MOST_DOTS) {
        Str text = str_format(ui_arena(ui), "%.*s / %.*s", S_ARG(number), S_ARG(count));
        ui_text(ui, (UiText){.text = text, .style = TEXT_ROOM_SMALL, .color = COLOR_SOFT, .role = UI_SILENT});
        return;
    }
    for (int32_t i = 0; i < audience->page_count; i++) {
        bool here = i == audience->page;
        ui_box_begin(ui, (UiBox){.width = here ? 2 * DOT : DOT,
                                 .height = DOT,
                                 .radius = DOT / 2,
                                 .fill = here ? COLOR_TEAL : COLOR_EDGE});
        ui_box_end(ui);
    }
}

static void say_timer(const Page *page) {
    int32_t left = page->audience->timer.left_s;
    Ui *ui = page->ui;
    view_audience_timer(ui, left, page->audience->timer.whole_s);
    Str seconds = str_format(ui_arena(ui), left % MINUTE < TWO_DIGITS ? "0%d" : "%d", left % MINUTE);
    Str text = str_format(ui_arena(ui), "%d:%.*s", left / MINUTE, S_ARG(seconds));
    ui_text(ui, (UiText){.text = text, .style = TEXT_ROOM_ASKED});
}

static void say_foot(const Page *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = LINE_GAP, .height = FOOT_HEIGHT, .align = UI_CENTER});
    ui_box_begin(ui, (UiBox){.width = UI_GROW});
    say_edge(ui, page->audience->pause, COLOR_SOFT, false);
    ui_box_end(ui);
    if (page->audience->page_count > 1) {
        ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = DOT, .align = UI_CENTER});
        say_dots(page);
        ui_box_end(ui);
    }
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .flow = UI_ROW, .gap = LINE_GAP, .align = UI_CENTER, .justify = UI_END});
    if (page->audience->timer.shown) {
        say_timer(page);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_heading(const Page *page) {
    const Audience *audience = page->audience;
    if (audience->heading.len > 0) {
        ui_text(page->ui, (UiText){.text = audience->heading,
                                   .style = audience->set == AUDIENCE_SET_CLOSEST ? TEXT_ROOM_STRONG : TEXT_ROOM_ASKED,
                                   .marked = true,
                                   .role = ROLE_HEADING});
        ui_space(page->ui, gap(page));
    }
}

static void say_badge(const Page *page, char letter) {
    int32_t size = is_close(page) ? AUDIENCE_CLOSE_BADGE : AUDIENCE_BADGE;
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.width = AUDIENCE_LETTER - AUDIENCE_EDGE, .flow = UI_ROW, .gap = BADGE_GAP});
    ui_box_begin(ui, (UiBox){.width = size,
                             .height = size,
                             .align = UI_CENTER,
                             .justify = UI_CENTER,
                             .radius = size / 4,
                             .fill = COLOR_INK});
    ui_text(ui, (UiText){.text = str_format(ui_arena(ui), "%c", letter),
                         .style = TEXT_ROOM_STRONG,
                         .color = COLOR_PAPER,
                         .role = UI_SILENT});
    ui_box_end(ui);
    view_audience_spine(ui, letter, size);
    ui_box_end(ui);
}

static void say_row_text(const Page *page, const AudienceRow *row) {
    bool own = page->audience->kind == AUDIENCE_KEPT || row->typed; // written in the room: a star is a star
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.width = UI_GROW});
    if (row->label.len > 0) {
        ui_text(ui, (UiText){.text = row->label,
                             .style = TEXT_ROOM_LABEL,
                             .color = COLOR_TEAL_INK,
                             .marked = true,
                             .role = UI_SILENT});
    }
    if (row->text.len > 0) {
        ui_text(ui, (UiText){.text = row->text, .style = TEXT_ROOM_TEXT, .marked = !own, .role = UI_SILENT});
    }
    ui_box_end(ui);
}

static ColorRole moved_color(const AudienceRow *row, ColorRole better, ColorRole worse, ColorRole none) {
    bool sided = row->moved != 0 && row->better != BETTER_NOT_SAID;
    return !sided ? none : (row->moved > 0) == (row->better == BETTER_HIGH) ? better : worse;
}

static void say_bar(const Page *page, const AudienceRow *row) {
    static const Str ARROWS[] = {S_INIT("▼"), S_INIT(""), S_INIT("▲")};
    bool gauge = page->audience->kind == AUDIENCE_GAUGES;
    Ui *ui = page->ui;
    ui_space(ui, AUDIENCE_BAR_GAP);
    ui_box_begin(
        ui,
        (UiBox){.width = page->width * AUDIENCE_BARS / HUNDRED - AUDIENCE_EDGE, .flow = UI_ROW, .align = UI_CENTER});
    view_audience_bar(ui, row, gauge ? moved_color(row, COLOR_TEAL, COLOR_TERRACOTTA, COLOR_EDGE) : COLOR_TEAL);
    ui_box_begin(ui, (UiBox){.width = NUMBER_WIDTH, .align = UI_END});
    ui_text(ui, (UiText){.text = gauge ? ARROWS[row->moved + 1] : row->number,
                         .style = TEXT_ROOM_TEXT,
                         .color = gauge ? moved_color(row, COLOR_TEAL_INK, COLOR_TERRACOTTA_INK, COLOR_INK) : COLOR_INK,
                         .role = UI_SILENT});
    ui_box_end(ui);
    ui_box_end(ui);
}

static Str row_name(const Page *page, const AudienceRow *row) {
    Arena *arena = ui_arena(page->ui);
    Str text = ui_plain_text(page->ui, row->text), label = ui_plain_text(page->ui, row->label);
    Str both = label.len > 0 && text.len > 0 ? str_format(arena, "%.*s. %.*s", S_ARG(label), S_ARG(text))
               : label.len > 0               ? label
                                             : text;
    return row->letter != 0 ? str_format(arena, "%c. %.*s", row->letter, S_ARG(both)) : both;
}

static Str row_value(const Page *page, const AudienceRow *row) {
    StrBuilder value = {.arena = ui_arena(page->ui)};
    str_add(&value, row->number);
    if (row->before != AUDIENCE_HIDDEN) {
        Str percent = ui_number(page->ui, row->before * HUNDRED / THOUSAND);
        str_add(&value, value.count > 0 ? S(", ") : S(""));
        str_add(&value, UI_FORMAT(page->ui, TR("{0} % in the first vote"), percent));
    }
    if (row->followed) {
        str_add(&value, value.count > 0 ? S(", ") : S(""));
        str_add(&value, words(page, TR("this one is followed")));
    }
    return str_built(&value);
}

static void say_row(const Page *page, int32_t index) {
    const Audience *audience = page->audience;
    const AudienceRow *row = &audience->rows.rows[index];
    int32_t pad = is_close(page) ? AUDIENCE_CLOSE_PAD : AUDIENCE_ROW_PAD;
    bool bars = audience->kind == AUDIENCE_RESULTS || audience->kind == AUDIENCE_GAUGES;
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW,
                             .align = UI_CENTER,
                             .padding = {AUDIENCE_EDGE, pad, AUDIENCE_EDGE, pad},
                             .fill = COLOR_CARD,
                             .radius = CARD_CORNER,
                             .stroke = row->followed ? COLOR_TEAL : COLOR_NONE,
                             .stroke_width = RING,
                             .role = ROLE_ITEM,
                             .name = row_name(page, row),
                             .value = row_value(page, row),
                             .place = index + 1,
                             .set_size = audience->rows.count});
    if (row->letter != 0) {
        say_badge(page, row->letter);
    }
    say_row_text(page, row);
    if (bars) {
        say_bar(page, row);
    }
    ui_box_end(ui);
}

static void say_rows(const Page *page) {
    const Audience *audience = page->audience;
    if (audience->rows.count == 0) {
        return;
    }
    ui_box_begin(page->ui, (UiBox){.gap = is_close(page) ? AUDIENCE_CLOSE_GAP : AUDIENCE_ROW_GAP, .role = ROLE_LIST});
    for (int32_t i = 0; i < audience->rows.count; i++) {
        say_row(page, i);
    }
    ui_box_end(page->ui);
}

static void say_legend(const Page *page) {
    Ui *ui = page->ui;
    ui_space(ui, AUDIENCE_CLOSE_GAP);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = LINE_GAP / 2, .align = UI_CENTER});
    ui_box_begin(ui, (UiBox){.width = LEGEND_WIDTH, .height = LINE_GAP, .fill = COLOR_OCHRE, .radius = 2});
    ui_box_end(ui);
    say_edge(ui, words(page, TR("first vote, before the talk")), COLOR_SOFT, false);
    ui_box_end(ui);
}

static void say_notes(const Page *page) {
    const Audience *audience = page->audience;
    if (audience->has_before) {
        say_legend(page);
    }
    if (audience->note.len > 0) {
        ui_space(page->ui, AUDIENCE_CLOSE_GAP);
        ui_text(page->ui, (UiText){.text = audience->note, .style = TEXT_ROOM_SMALL, .color = COLOR_SOFT});
    }
}

static void say_asked(const Page *page) {
    say_heading(page);
    if (page->audience->text.len > 0) {
        ui_text(page->ui,
                (UiText){.text = page->audience->text, .style = TEXT_ROOM_TEXT, .color = COLOR_SOFT, .marked = true});
        ui_space(page->ui, gap(page));
    }
    say_rows(page);
    say_notes(page);
}

static void say_agreed_words(const Page *page) {
    Ui *ui = page->ui;
    say_heading(page);
    if (page->audience->text.len > 0) {
        ui_box_begin(ui, (UiBox){.padding = UI_PAD(AUDIENCE_QUOTE_PAD),
                                 .fill = COLOR_CARD,
                                 .stroke = COLOR_TEAL,
                                 .stroke_width = 2,
                                 .radius = CARD_CORNER});
        ui_text(ui, (UiText){.text = page->audience->text, .style = TEXT_ROOM_TEXT, .live = true});
        ui_box_end(ui);
        ui_space(ui, gap(page));
    }
    say_rows(page);
    say_notes(page);
}

static void say_line(const Page *page, int32_t index) {
    const ToldLine *line = &page->audience->lines.rows[index], *before = index > 0 ? line - 1 : NULL;
    bool told = line->who.len == 0;
    bool goes_on = before != NULL && str_equal(before->who, line->who) && str_equal(before->mood, line->mood);
    ui_box_begin(page->ui, (UiBox){.width = UI_GROW});
    if (!told && !goes_on) {
        say_speaker(page->ui, line->who, line->mood, TEXT_ROOM_SMALL);
    }
    ui_text(page->ui, (UiText){.text = line->text,
                               .style = told ? TEXT_ROOM_TOLD : TEXT_ROOM_SPEECH,
                               .color = told ? COLOR_SOFT : COLOR_INK,
                               .marked = true});
    ui_box_end(page->ui);
}

static void say_lines(const Page *page) {
    ui_box_begin(page->ui, (UiBox){.gap = LINE_GAP, .height = UI_GROW, .justify = UI_CENTER});
    for (int32_t i = 0; i < page->audience->lines.count; i++) {
        say_line(page, i);
    }
    ui_box_end(page->ui);
}

static void say_text(const Page *page) {
    say_heading(page);
    ui_text(page->ui, (UiText){.text = page->audience->text, .style = TEXT_ROOM_SPEECH, .marked = true});
}

static void say_question(const Page *page) {
    const Audience *audience = page->audience;
    int32_t wide = AUDIENCE_LARGE * AUDIENCE_BOLD_WIDE / HUNDRED;
    bool large = advance_count_lines(audience->heading, page->width * THOUSAND / wide) <= AUDIENCE_LARGE_MOST;
    bool title = audience->kind == AUDIENCE_TITLE;
    Ui *ui = page->ui;
    ui_box_begin(
        ui,
        (UiBox){.height = UI_GROW, .justify = UI_CENTER, .align = title ? UI_CENTER : UI_STRETCH, .gap = AUDIENCE_GAP});
    if (audience->heading.len > 0) {
        ui_text(ui, (UiText){.text = audience->heading,
                             .style = large ? TEXT_ROOM_LARGE : TEXT_ROOM_ASKED,
                             .align = title ? UI_CENTER : UI_START,
                             .marked = true,
                             .role = ROLE_HEADING});
    }
    if (title) {
        ui_box_begin(ui, (UiBox){.width = TITLE_BAR_WIDTH,
                                 .height = TITLE_BAR_HEIGHT,
                                 .radius = TITLE_BAR_HEIGHT / 2,
                                 .fill = COLOR_TEAL});
        ui_box_end(ui);
    }
    if (audience->text.len > 0) {
        ui_text(ui, (UiText){.text = audience->text, .style = TEXT_ROOM_TEXT, .color = COLOR_SOFT, .marked = true});
    }
    ui_box_end(ui);
}

static void say_way_badge(const Page *page, Str number, int32_t side) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.width = AUDIENCE_WAY_TEXT});
    ui_box_begin(ui, (UiBox){.width = AUDIENCE_CLOSE_BADGE,
                             .height = AUDIENCE_CLOSE_BADGE,
                             .align = UI_CENTER,
                             .justify = UI_CENTER,
                             .radius = AUDIENCE_CLOSE_BADGE / 4,
                             .fill = number.len > 0 ? ui_tint(WAY_TINTS[side]).main : COLOR_NONE});
    ui_text(ui, (UiText){.text = number, .style = TEXT_ROOM_STRONG, .color = COLOR_PAPER, .role = UI_SILENT});
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_side(const Page *page, const AudiencePair *pair, int32_t side) {
    Ui *ui = page->ui;
    bool numbered = pair->sides[0].number.len > 0 || pair->sides[1].number.len > 0;
    bool empty = pair->sides[side].text.len == 0 && pair->sides[side].permille == AUDIENCE_HIDDEN;
    ui_box_begin(ui, (UiBox){.width = UI_GROW,
                             .flow = UI_ROW,
                             .padding = UI_PAD2(AUDIENCE_WAY_EDGE, AUDIENCE_CLOSE_PAD),
                             .fill = empty ? COLOR_NONE : COLOR_CARD,
                             .radius = CARD_CORNER});
    if (numbered) {
        say_way_badge(page, pair->sides[side].number, side);
    }
    ui_box_begin(ui, (UiBox){.width = UI_GROW});
    if (pair->sides[side].permille != AUDIENCE_HIDDEN) {
        AudienceRow bar = {.permille = pair->sides[side].permille, .before = AUDIENCE_HIDDEN};
        view_audience_bar(ui, &bar, ui_tint(WAY_TINTS[side]).main);
    }
    if (pair->sides[side].text.len > 0) {
        ui_text(ui, (UiText){.text = pair->sides[side].text,
                             .style = TEXT_ROOM_TEXT,
                             .marked = !pair->sides[side].typed,
                             .role = UI_SILENT});
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static Str pair_name(const Page *page, const AudiencePair *pair) {
    StrBuilder name = {.arena = ui_arena(page->ui)};
    str_add(&name, pair->label);
    for (int32_t side = 0; side < 2; side++) {
        if (pair->sides[side].text.len > 0) {
            str_add(&name, name.count > 0 ? S(". ") : S(""));
            str_add(&name, UI_FORMAT(page->ui, TR("{0}: {1}"), page->audience->ways[side],
                                     ui_plain_text(page->ui, pair->sides[side].text)));
        }
    }
    return str_built(&name);
}

static void say_pair(const Page *page, int32_t index) {
    Ui *ui = page->ui;
    const AudiencePair *pair = &page->audience->pairs.rows[index];
    ui_box_begin(ui, (UiBox){.role = ROLE_ITEM,
                             .name = pair_name(page, pair),
                             .place = index + 1,
                             .set_size = page->audience->pairs.count});
    if (pair->label.len > 0) {
        ui_text(ui,
                (UiText){.text = pair->label, .style = TEXT_ROOM_LABEL, .color = COLOR_TEAL_INK, .role = UI_SILENT});
    }
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = AUDIENCE_WAY_GAP});
    say_side(page, pair, 0);
    say_side(page, pair, 1);
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_ways(const Page *page) {
    Ui *ui = page->ui;
    if (page->audience->heading.len > 0) {
        ui_text(
            ui,
            (UiText){.text = page->audience->heading, .style = TEXT_ROOM_ASKED, .marked = true, .role = ROLE_HEADING});
        ui_space(ui, AUDIENCE_CLOSE_GAP);
    }
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = AUDIENCE_WAY_GAP});
    for (int32_t side = 0; side < 2; side++) {
        ui_box_begin(ui, (UiBox){.width = UI_GROW, .padding = UI_PAD2(AUDIENCE_WAY_EDGE, 0)});
        ui_text(ui, (UiText){.text = page->audience->ways[side],
                             .style = TEXT_ROOM_LABEL,
                             .color = ui_tint(WAY_TINTS[side]).ink});
        ui_box_end(ui);
    }
    ui_box_end(ui);
    ui_space(ui, AUDIENCE_CLOSE_GAP);
    ui_box_begin(ui, (UiBox){.gap = AUDIENCE_CLOSE_GAP, .role = ROLE_LIST});
    for (int32_t i = 0; i < page->audience->pairs.count; i++) {
        say_pair(page, i);
    }
    ui_box_end(ui);
}

static void say_body(const Page *page) {
    switch (page->audience->kind) {
    case AUDIENCE_BLACK:
        break;
    case AUDIENCE_TITLE:
    case AUDIENCE_QUESTION:
        say_question(page);
        break;
    case AUDIENCE_TEXT_PAGE:
        say_text(page);
        break;
    case AUDIENCE_LINES:
        say_lines(page);
        break;
    case AUDIENCE_WORDS_PAGE:
        say_agreed_words(page);
        break;
    case AUDIENCE_WAYS:
        say_ways(page);
        break;
    case AUDIENCE_POINTS:
    case AUDIENCE_ANSWERS:
    case AUDIENCE_RESULTS:
    case AUDIENCE_GAUGES:
    case AUDIENCE_REASONS:
    case AUDIENCE_PORTRAIT:
    case AUDIENCE_KEPT:
        say_asked(page);
        break;
    }
}

static void say_black(Ui *ui) {
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .fill = COLOR_BLACK});
    ui_box_end(ui);
}

static void say_page(Ui *ui, const Audience *audience) {
    int32_t width = ui_width(ui) < AUDIENCE_WIDEST ? ui_width(ui) : AUDIENCE_WIDEST;
    Page page = {ui, audience, width - 2 * AUDIENCE_MARGIN};
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .height = UI_GROW, .flow = UI_ROW, .justify = UI_CENTER});
    ui_box_begin(ui, (UiBox){.width = page.width, .height = UI_GROW, .padding = {0, HEAD_TOP, 0, FOOT_BOTTOM}});
    say_head(&page);
    ui_space(ui, HEAD_GAP);
    ui_box_begin(ui, (UiBox){.height = UI_GROW});
    say_body(&page);
    ui_box_end(ui);
    ui_space(ui, FOOT_GAP);
    say_foot(&page);
    ui_box_end(ui);
    ui_box_end(ui);
}

void view_audience(Ui *ui, const Audience *audience) {
    ui_enter_page(
        ui, str_format(ui_arena(ui), "%d %d %.*s", (int)audience->kind, audience->page, S_ARG(audience->heading)));
    if (audience->kind == AUDIENCE_BLACK) {
        say_black(ui);
    } else {
        say_page(ui, audience);
    }
}
