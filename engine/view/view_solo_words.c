// Typing, and what is noticed in it.
#include "ui/aloud.h"
#include "view/solo_page.h"

typedef ROWS_OF(UiHighlight) HighlightTable;

// Helpful unless what it scores sums to less than nothing.
static bool helps(const Scenario *scenario, const DetectorUse *use) {
    int32_t sum = 0;
    for (int32_t i = 0; i < use->scores.count; i++) {
        sum += scenario->amounts.rows[use->scores.first + i].value;
    }
    return sum >= 0;
}

static int32_t use_tint(const SoloPage *page, const SoloDetector *row) {
    return helps(page->solo->scenario, row->use) ? UI_TINT_TEAL : UI_TINT_OCHRE;
}

static Str detector_name(const SoloPage *page, const SoloDetector *row) {
    return page->solo->scenario->detectors.rows[row->use->detector.id].name;
}

static Str typing_prompt(const SoloPage *page) {
    const Ask *ask = solo_ask(page->solo);
    return ask->own_words != 0 ? telling_option(page->telling, ask, OPTION_OWN_WORDS) : page->prompt;
}

// A finding that was unticked is not shown in the text either.
static HighlightTable find_highlights(const SoloPage *page, const SoloTyped *words) {
    HighlightTable table = {0};
    for (int32_t i = 0; i < words->count; i++) {
        const SoloDetector *row = &words->rows[i];
        UiTintColors colors = ui_tint(use_tint(page, row));
        for (int32_t j = 0; row->ticked && j < row->hit_count; j++) {
            *rows_append(ui_arena(page->ui), &table) =
                (UiHighlight){row->hits[j].from, row->hits[j].to, colors.light, colors.main, colors.ink};
        }
    }
    return table;
}

static void say_field(SoloPage *page, const SoloTyped *words) {
    enum { ROWS = 2 };
    Ui *ui = page->ui;
    HighlightTable marks = find_highlights(page, words);
    Str text;
    if (ui_field(ui,
                 (UiField){.key = S("answer"),
                           .name = ui_plain_text(ui, typing_prompt(page)),
                           .text = page->solo->draft.text,
                           .placeholder = page_words(page, TR("In your own words")),
                           .multiline = true,
                           .most_chars = LIMIT_ANSWER_CHARS,
                           .rows = ROWS,
                           .style = TEXT_SPEECH,
                           .wants_focus = true,
                           .highlights = marks.rows,
                           .highlight_count = marks.count},
                 &text)) {
        page_wish(page, SOLO_SET_TEXT, 0, 0);
        page->action.text = text;
    }
}

// For who does not see the button and its key.
static void say_how(const SoloPage *page) {
    Ui *ui = page->ui;
    ui_aloud(ui, UI_FORMAT(ui, TR("{0} gives the answer"), ui_key_name(ui, KEY_ENTER, MOD_CTRL)), true);
}

static void say_counter(const SoloPage *page, const SoloTyped *words) {
    Ui *ui = page->ui;
    Str kept = page->ask.is_private
                   ? telling_private(page->telling)
                   : page_words(page, TR("Your text stays here. It is erased at the end, unless you export it."));
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 16, .justify = UI_BETWEEN});
    ui_text(ui,
            (UiText){
                .text = kept, .style = TEXT_SMALL, .color = COLOR_SOFT, .grow = UI_GROW, .live = page->ask.is_private});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("{0} / {1}"), ui_number(ui, words->chars),
                                           ui_number(ui, LIMIT_ANSWER_CHARS)),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT});
    ui_box_end(ui);
}

static Str seen_words(const SoloPage *page, const SoloDetector *row) {
    return row->undecided      ? telling_undecided(page->telling)
           : row->seen.len > 0 ? UI_FORMAT(page->ui, TR("“{0}”"), row->seen)
                               : (Str){0};
}

static void say_seen(const SoloPage *page, const SoloDetector *row, int32_t tint) {
    Ui *ui = page->ui;
    Str seen = seen_words(page, row);
    if (seen.len > 0) {
        ui_text(ui, (UiText){.text = seen, .color = COLOR_SOFT, .grow = UI_GROW, .role = UI_SILENT});
    } else {
        ui_space(ui, UI_GROW);
    }
    Str marks = telling_detector_marks(page->telling, row->use);
    if (marks.len > 0) {
        ui_tag(ui, marks, tint);
    }
}

// Tells of a finding that the last letter brought, or took away.
static void say_change(const SoloPage *page, const SoloDetector *row) {
    Ui *ui = page->ui;
    if (row->is_new) {
        StrBuilder found = {.arena = ui_arena(ui)};
        aloud_add(&found, detector_name(page, row));
        aloud_add(&found, seen_words(page, row));
        ui_aloud(ui, UI_FORMAT(ui, TR("Noticed: {0}"), str_built(&found)), true);
    } else if (row->is_gone) {
        ui_aloud(ui, UI_FORMAT(ui, TR("No longer noticed: {0}"), detector_name(page, row)), true);
    }
}

static void say_noticed_row(SoloPage *page, const SoloTyped *words, int32_t i) {
    enum { NAME_WIDTH = 250 };
    Ui *ui = page->ui;
    const SoloDetector *row = &words->rows[i];
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.flow = page->narrow ? UI_COLUMN : UI_ROW,
                             .gap = page->narrow ? 4 : 12,
                             .align = page->narrow ? UI_STRETCH : UI_CENTER,
                             .padding = {0, 3, 0, 3}});
    ui_box_begin(ui, (UiBox){.width = page->narrow ? UI_FIT : NAME_WIDTH});
    if (ui_checkbox(ui, (UiToggle){.key = S("noticed"),
                                   .index = i,
                                   .text = detector_name(page, row),
                                   .found = seen_words(page, row),
                                   .checked = row->ticked})) {
        page_wish(page, SOLO_TICK, i, 0);
    }
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .width = UI_GROW, .align = UI_CENTER});
    say_seen(page, row, use_tint(page, row));
    ui_box_end(ui);
    ui_box_end(ui);
}

// Before anything is typed the list would give the answer away.
static bool is_listed(const SoloPage *page, const SoloDetector *row) {
    return page->solo->draft.lists_all || row->noticed || row->undecided || row->ticked;
}

static int32_t count_listed(const SoloPage *page, const SoloTyped *words) {
    int32_t count = 0;
    for (int32_t i = 0; i < words->count; i++) {
        count += is_listed(page, &words->rows[i]);
    }
    return count;
}

static void say_list(SoloPage *page, const SoloTyped *words) {
    Ui *ui = page->ui;
    int32_t listed = count_listed(page, words);
    for (int32_t i = 0; i < words->count; i++) {
        say_change(page, &words->rows[i]);
        if (is_listed(page, &words->rows[i])) {
            say_noticed_row(page, words, i);
        }
    }
    if (listed == words->count) {
        return;
    }
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .align = UI_CENTER});
    if (listed == 0) {
        ui_text(ui, (UiText){.text = page_words(page, TR("Nothing yet.")), .color = COLOR_SOFT});
    }
    if (ui_button(ui, (UiButton){.key = S("list-all"),
                                 .text = page_words(page, TR("Is something missing?")),
                                 .kind = BUTTON_QUIET})) {
        page_wish(page, SOLO_LIST_ALL, 0, 0);
    }
    ui_box_end(ui);
}

static void say_noticed(SoloPage *page, const SoloTyped *words) {
    Ui *ui = page->ui;
    if (words->count == 0 || page->ask.is_private) {
        return;
    }
    Str title = page_words(page, TR("What Palabre believes it noticed"));
    ui_card_begin(ui, (UiBox){.gap = 4, .role = ROLE_GROUP, .name = title});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 16, .row_gap = 2, .align = UI_CENTER, .justify = UI_BETWEEN});
    ui_heading(ui, title);
    ui_text(ui, (UiText){.text = page_words(page, TR("Noticed automatically: it is sometimes mistaken. Correct it.")),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT});
    ui_box_end(ui);
    say_list(page, words);
    ui_card_end(ui);
}

void page_say_it(SoloPage *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .row_gap = 8});
    bool said = ui_button(ui, (UiButton){.key = S("say"),
                                         .text = page_words(page, TR("Say it like this")),
                                         .hint = ui_key_name(ui, KEY_ENTER, MOD_CTRL),
                                         .kind = BUTTON_PRIMARY,
                                         .disabled = !page->ask.can_submit});
    said = ui_shortcut(ui, KEY_ENTER, MOD_CTRL, page_words(page, TR("Say it like this"))) || said;
    if (said && page->ask.can_submit) {
        page_wish(page, SOLO_SAY, 0, 0);
    } else if (said) {
        ui_say(ui, page_words(page, TR("Write a few words first.")), true);
    }
    if (page->ask.kind != ASK_WRITE &&
        ui_button(ui, (UiButton){.key = S("options"), .text = page_words(page, TR("Back to the answers"))})) {
        page_wish(page, SOLO_TO_OPTIONS, 0, 0);
    }
    if (page->ask.kind == ASK_WRITE && !page->ask.can_submit &&
        ui_button(ui, (UiButton){.key = S("skip"), .text = page_words(page, TR("Go on without writing"))})) {
        page_wish(page, SOLO_SKIP, 0, 0);
    }
    ui_box_end(ui);
}

void page_typing(SoloPage *page) {
    SoloTyped words = solo_typed(page->solo);
    if (page->ask.kind == ASK_WRITE) {
        page_given(page);
        page_scenes(page);
    } else {
        page_last_heard(page);
    }
    page_prompt(page, typing_prompt(page));
    say_how(page);
    say_field(page, &words);
    say_counter(page, &words);
    say_noticed(page, &words);
}
