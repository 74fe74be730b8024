// Typing, and what is noticed in it.
#include "ui/aloud.h"
#include "view/solo_page.h"

typedef struct {
    UiHighlight *rows;
    int32_t count, capacity;
} HighlightTable;

// Helpful unless what it scores sums to less than nothing.
static bool helps(const Scenario *scenario, const DetectorUse *use) {
    int32_t sum = 0;
    for (int32_t i = 0; i < use->scores.count; i++) {
        sum += scenario->amounts.rows[use->scores.first + i].value;
    }
    return sum >= 0;
}

static int32_t use_tint(const WalkScreen *screen, int32_t row) {
    const Scenario *scenario = screen->model->scenario;
    Span uses = ask_detectors(scenario, walk_model_ask(screen->model));
    return helps(scenario, &scenario->detector_uses.rows[uses.first + row]) ? UI_TINT_TEAL : UI_TINT_OCHRE;
}

// What was unticked is not shown in the text either.
static HighlightTable find_highlights(const WalkScreen *screen, const ShownWords *words) {
    HighlightTable table = {0};
    for (int32_t i = 0; i < words->count; i++) {
        const ShownDetector *row = &words->rows[i];
        UiTintColors colors = ui_tint(use_tint(screen, i));
        for (int32_t j = 0; row->ticked && j < row->hit_count; j++) {
            *table_append(ui_arena(screen->ui), &table) =
                (UiHighlight){row->hits[j].from, row->hits[j].to, colors.light, colors.main, colors.ink};
        }
    }
    return table;
}

static void say_field(WalkScreen *screen, const ShownWords *words) {
    enum { ROWS = 4 };
    Ui *ui = screen->ui;
    HighlightTable marks = find_highlights(screen, words);
    Str text;
    Str name = screen->ask.own_prompt.len > 0 ? screen->ask.own_prompt : screen->ask.prompt;
    if (ui_field(ui,
                 (UiField){.key = S("answer"),
                           .name = ui_plain_text(ui, name),
                           .text = screen->model->draft.text,
                           .placeholder = screen_words(screen, TR("In your own words")),
                           .multiline = true,
                           .most_chars = LIMIT_ANSWER_CHARS,
                           .rows = ROWS,
                           .style = TEXT_READING,
                           .wants_focus = true,
                           .highlights = marks.rows,
                           .highlight_count = marks.count},
                 &text)) {
        screen_wish(screen, WALK_SET_TEXT, 0, 0);
        screen->action.text = text;
    }
}

// For who does not see the button and its key.
static void say_how(const WalkScreen *screen) {
    Ui *ui = screen->ui;
    ui_aloud(ui, UI_FORMAT(ui, TR("{0} gives the answer"), ui_key_name(ui, KEY_ENTER, MOD_CTRL)), true);
}

static void say_counter(const WalkScreen *screen, const ShownWords *words) {
    Ui *ui = screen->ui;
    Str kept = screen->ask.is_private ? TR("This answer is for you alone: it is neither marked nor kept.")
                                      : TR("Your text stays on this machine.");
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 16, .justify = UI_BETWEEN});
    ui_text(ui, (UiText){.text = screen_words(screen, kept),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT,
                         .grow = UI_GROW,
                         .live = screen->ask.is_private});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("{0} / {1}"), ui_number(ui, words->chars),
                                           ui_number(ui, LIMIT_ANSWER_CHARS)),
                         .style = TEXT_SMALL,
                         .color = COLOR_SOFT});
    ui_box_end(ui);
}

static Str seen_words(const WalkScreen *screen, const ShownDetector *row) {
    return row->undecided      ? screen_words(screen, TR("could not be decided"))
           : row->seen.len > 0 ? UI_FORMAT(screen->ui, TR("“{0}”"), row->seen)
                               : (Str){0};
}

static void say_seen(const WalkScreen *screen, const ShownDetector *row, int32_t tint) {
    Ui *ui = screen->ui;
    Str seen = seen_words(screen, row);
    if (seen.len > 0) {
        ui_text(ui, (UiText){.text = seen, .color = COLOR_SOFT, .grow = UI_GROW, .role = UI_SILENT});
    } else {
        ui_space(ui, UI_GROW);
    }
    if (row->competencies.len > 0) {
        ui_tag(ui, row->competencies, tint);
    }
}

// What the last letter brought, or took away.
static void say_change(const WalkScreen *screen, const ShownDetector *row) {
    Ui *ui = screen->ui;
    if (row->is_new) {
        StrBuilder found = {.arena = ui_arena(ui)};
        aloud_add(&found, row->name);
        aloud_add(&found, seen_words(screen, row));
        ui_aloud(ui, UI_FORMAT(ui, TR("Noticed: {0}"), str_built(&found)), true);
    } else if (row->is_gone) {
        ui_aloud(ui, UI_FORMAT(ui, TR("No longer noticed: {0}"), row->name), true);
    }
}

static void say_noticed_row(WalkScreen *screen, const ShownWords *words, int32_t i) {
    enum { NAME_WIDTH = 250 };
    Ui *ui = screen->ui;
    const ShownDetector *row = &words->rows[i];
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.flow = screen->narrow ? UI_COLUMN : UI_ROW,
                             .gap = screen->narrow ? 4 : 12,
                             .align = screen->narrow ? UI_STRETCH : UI_CENTER,
                             .padding = {0, 3, 0, 3}});
    ui_box_begin(ui, (UiBox){.width = screen->narrow ? UI_FIT : NAME_WIDTH});
    if (ui_checkbox(ui, (UiToggle){.key = S("noticed"),
                                   .index = i,
                                   .text = row->name,
                                   .found = seen_words(screen, row),
                                   .checked = row->ticked})) {
        screen_wish(screen, WALK_TICK, i, 0);
    }
    ui_box_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 12, .width = UI_GROW, .align = UI_CENTER});
    say_seen(screen, row, use_tint(screen, i));
    ui_box_end(ui);
    ui_box_end(ui);
}

// Before anything is typed the list would give the answer away.
static bool is_listed(const WalkScreen *screen, const ShownDetector *row) {
    return screen->model->draft.lists_all || row->noticed || row->undecided || row->ticked;
}

static int32_t count_listed(const WalkScreen *screen, const ShownWords *words) {
    int32_t count = 0;
    for (int32_t i = 0; i < words->count; i++) {
        count += is_listed(screen, &words->rows[i]);
    }
    return count;
}

static void say_list(WalkScreen *screen, const ShownWords *words) {
    Ui *ui = screen->ui;
    int32_t listed = count_listed(screen, words);
    for (int32_t i = 0; i < words->count; i++) {
        say_change(screen, &words->rows[i]);
        if (is_listed(screen, &words->rows[i])) {
            say_noticed_row(screen, words, i);
        }
    }
    if (listed == words->count) {
        return;
    }
    ui_divider(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 12, .align = UI_CENTER});
    if (listed == 0) {
        ui_text(ui, (UiText){.text = screen_words(screen, TR("Nothing yet.")), .color = COLOR_SOFT});
    }
    if (ui_button(ui, (UiButton){.key = S("list-all"),
                                 .text = screen_words(screen, TR("Add something noticed")),
                                 .kind = BUTTON_QUIET})) {
        screen_wish(screen, WALK_LIST_ALL, 0, 0);
    }
    ui_box_end(ui);
}

static void say_noticed(WalkScreen *screen, const ShownWords *words) {
    Ui *ui = screen->ui;
    if (words->count == 0 || screen->ask.is_private) {
        return;
    }
    Str title = screen_words(screen, TR("What Palabre believes it noticed"));
    ui_card_begin(ui, (UiBox){.gap = 4, .role = ROLE_GROUP, .name = title});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 16, .row_gap = 2, .align = UI_CENTER, .justify = UI_BETWEEN});
    ui_heading(ui, title);
    ui_text(ui,
            (UiText){.text = screen_words(screen, TR("Noticed automatically: it is sometimes mistaken. Correct it.")),
                     .style = TEXT_SMALL,
                     .color = COLOR_SOFT});
    ui_box_end(ui);
    say_list(screen, words);
    ui_card_end(ui);
}

static void say_buttons(WalkScreen *screen) {
    Ui *ui = screen->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10, .row_gap = 8});
    bool said = ui_button(ui, (UiButton){.key = S("say"),
                                         .text = screen_words(screen, TR("Say it like this")),
                                         .hint = ui_key_name(ui, KEY_ENTER, MOD_CTRL),
                                         .kind = BUTTON_PRIMARY,
                                         .disabled = !screen->ask.can_submit});
    said = ui_shortcut(ui, KEY_ENTER, MOD_CTRL, screen_words(screen, TR("Say it like this"))) || said;
    if (said && screen->ask.can_submit) {
        screen_wish(screen, WALK_SAY, 0, 0);
    } else if (said) {
        ui_say(ui, screen_words(screen, TR("Write a few words first.")), true);
    }
    if (screen->ask.kind != ASK_WRITE &&
        ui_button(ui, (UiButton){.key = S("options"), .text = screen_words(screen, TR("Back to the answers"))})) {
        screen_wish(screen, WALK_TO_OPTIONS, 0, 0);
    }
    ui_box_end(ui);
}

void screen_typing(WalkScreen *screen) {
    ShownWords words = walk_shown_words(screen->showing);
    if (screen->ask.kind == ASK_WRITE) {
        screen_given(screen);
        (void)screen_scenes(screen);
    } else {
        screen_last_heard(screen);
    }
    screen_prompt(screen, screen->ask.own_prompt.len > 0 ? screen->ask.own_prompt : screen->ask.prompt);
    say_how(screen);
    say_field(screen, &words);
    say_counter(screen, &words);
    say_noticed(screen, &words);
    say_buttons(screen);
}
