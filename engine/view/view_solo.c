#include "view/solo_page.h"

enum { BAR_HEIGHT = 50, BESIDE_WIDTH = 286, NARROW_WIDTH = 900, MOST_WIDTH = 860, TYPING_MOST_WIDTH = 1150 };

void screen_wish(WalkScreen *screen, WalkActionKind kind, int32_t index, int32_t value) {
    if (screen->action.kind == WALK_NONE) {
        screen->action =
            (WalkAction){.kind = (int32_t)kind, .index = index, .value = value, .now_ms = ui_now_ms(screen->ui)};
    }
}

Str screen_words(const WalkScreen *screen, Str source) {
    return ui_words(screen->ui, source);
}

Str screen_plural(const WalkScreen *screen, Str one, Str many, int32_t count) {
    Str source = catalog_plural(screen->showing->catalog, one, many, count);
    return UI_FORMAT(screen->ui, source, ui_number(screen->ui, count));
}

int32_t screen_find_digit(const WalkScreen *screen, int32_t count, Str what) {
    int32_t pressed = -1;
    for (int32_t i = 0; i < count; i++) {
        if (ui_shortcut(screen->ui, '1' + i, 0, i == 0 ? what : (Str){0})) {
            pressed = i;
        }
    }
    return pressed;
}

void screen_label(const WalkScreen *screen, Str text, bool live) {
    ui_text(screen->ui, (UiText){.text = text, .style = TEXT_LABEL, .color = COLOR_SOFT, .marked = true, .live = live});
}

// What may remain after this decision; empty where nothing can be told.
static Str remaining_words(const WalkScreen *screen) {
    Ui *ui = screen->ui;
    const ShownAsk *ask = &screen->ask;
    int32_t least = ask->least > ask->number ? ask->least - ask->number : 0;
    int32_t most = ask->most - ask->number;
    if (ask->most < 0 && least == 0) {
        return (Str){0};
    }
    if (ask->most < 0 && ask->usual - ask->number > least) {
        return UI_FORMAT(ui, TR("as a rule {0} to {1} more"), ui_number(ui, least),
                         ui_number(ui, ask->usual - ask->number));
    }
    if (ask->most < 0) {
        return UI_FORMAT(ui, TR("at least {0} more"), ui_number(ui, least));
    }
    if (most <= 0) {
        return screen_words(screen, TR("the last one"));
    }
    if (least == most) {
        return UI_FORMAT(ui, TR("{0} more"), ui_number(ui, most));
    }
    return least == 0 ? UI_FORMAT(ui, TR("at most {0} more"), ui_number(ui, most))
                      : UI_FORMAT(ui, TR("{0} to {1} more"), ui_number(ui, least), ui_number(ui, most));
}

Str screen_progress(const WalkScreen *screen) {
    bool quiz = screen->model->scenario->kind == KIND_QUIZ;
    Str number = ui_number(screen->ui, screen->ask.number);
    Str here = UI_FORMAT(screen->ui, quiz ? TR("Question {0}") : TR("Decision {0}"), number);
    Str rest = remaining_words(screen);
    return rest.len > 0 ? str_format(ui_arena(screen->ui), "%.*s · %.*s", S_ARG(here), S_ARG(rest)) : here;
}

static void say_progress(const WalkScreen *screen) {
    enum { WHOLE = 1000 };
    Ui *ui = screen->ui;
    const ShownAsk *ask = &screen->ask;
    if (screen->model->phase == PHASE_ENDED || screen->model->phase == PHASE_STUCK) {
        return;
    }
    Str words = screen_progress(screen);
    int32_t of = ask->most > 0 ? ask->most : ask->usual > ask->least ? ask->usual : ask->least;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .align = UI_CENTER});
    ui_text(ui, (UiText){.text = words, .style = TEXT_SMALL, .color = COLOR_SOFT});
    if (of > 0 && !screen->narrow) {
        ui_box_begin(ui, (UiBox){.width = 150});
        ui_meter(ui, (UiMeter){.name = screen_words(screen, TR("Way so far")),
                               .word = words,
                               .permille = ask->number * WHOLE / of,
                               .tint = UI_TINT_TEAL,
                               .bar_only = true});
        ui_box_end(ui);
    }
    ui_box_end(ui);
}

// A key and what it does, which a click does too.
static void say_hint(WalkScreen *screen, int32_t key, Str what) {
    Ui *ui = screen->ui;
    UiId id = ui_id(ui, S("hint"), key);
    ui_box_begin(ui, (UiBox){.key = S("hint"),
                             .index = key,
                             .flow = UI_ROW,
                             .gap = 6,
                             .padding = UI_PAD2(5, 3),
                             .align = UI_CENTER,
                             .fill = ui_is_hovered(ui, id) ? COLOR_RAISED : COLOR_NONE,
                             .radius = 8,
                             .chosen_by_pointer = true});
    ui_keycap(ui, ui_key_name(ui, key, 0));
    if (what.len > 0) {
        ui_text(ui, (UiText){.text = screen_words(screen, what), .style = TEXT_SMALL, .color = COLOR_SOFT});
    }
    ui_box_end(ui);
    screen->hinted = ui_pressed(ui, id) ? key : screen->hinted;
}

static bool wants(const WalkScreen *screen, int32_t key, Str what) {
    return ui_shortcut(screen->ui, key, 0, screen_words(screen, what)) || screen->hinted == key;
}

static bool is_own_words(const WalkScreen *screen) {
    return screen->model->phase == PHASE_WORDS && screen->ask.kind != ASK_WRITE;
}

// Not out of a text: what is typed would be lost for a key that erases letters.
static bool offers_back(const WalkScreen *screen) {
    bool types = screen->model->phase == PHASE_WORDS && screen->ask.missing == 0;
    return walk_offers_back(screen->model) && !types;
}

// In a narrow window only the way out of one's own words and the help, which lists the others; and while something is
// typed no key that would be typed.
static void say_hints(WalkScreen *screen) {
    Ui *ui = screen->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 4, .align = UI_CENTER});
    bool typing = screen->model->phase == PHASE_WORDS;
    if (is_own_words(screen)) {
        say_hint(screen, KEY_ESCAPE, screen->narrow ? (Str){0} : TR("back to the answers"));
    } else if (!screen->narrow && !typing) {
        if (offers_back(screen)) {
            say_hint(screen, KEY_BACKSPACE, TR("step back"));
        }
        say_hint(screen, 'h', TR("history"));
        say_hint(screen, 'v', TR("voice"));
    }
    say_hint(screen, KEY_F1, TR("help"));
    ui_box_end(ui);
}

static void say_bar(WalkScreen *screen) {
    Ui *ui = screen->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW,
                             .gap = 16,
                             .least_height = BAR_HEIGHT,
                             .padding = {screen->narrow ? 8 : 20, 4, screen->narrow ? 16 : 30, 4},
                             .align = UI_CENTER,
                             .justify = UI_BETWEEN,
                             .fill = COLOR_CARD,
                             .unread = true});
    Str title = str_format(ui_arena(ui), "‹ %.*s", S_ARG(screen->page->title));
    if (ui_button(ui, (UiButton){.key = S("leave"),
                                 .text = title,
                                 .name = screen_words(screen, TR("Leave the case")),
                                 .kind = BUTTON_QUIET})) {
        screen->page->wish = WALK_PAGE_LEAVE;
    }
    say_progress(screen);
    say_hints(screen);
    ui_box_end(ui);
    ui_divider(ui);
}

static void say_end(WalkScreen *screen) {
    Ui *ui = screen->ui;
    const Scenario *scenario = screen->model->scenario;
    const Scene *scene = &scenario->scenes.rows[screen->model->session.walk.scene];
    const Ending *ending = &scenario->endings.rows[scene->ending];
    screen_given(screen);
    (void)screen_scenes(screen);
    ui_card_begin(ui, (UiBox){.gap = 10, .padding = UI_PAD(24)});
    screen_label(screen, screen_words(screen, TR("The end")), true);
    ui_text(ui, (UiText){.text = ending->title, .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    ui_text(ui, (UiText){.text = ending->text, .style = TEXT_READING, .marked = true, .live = true});
    ui_card_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW});
    if (ui_button(ui, (UiButton){.key = S("debrief"),
                                 .text = screen_words(screen, TR("Look back on this path")),
                                 .hint = ui_key_name(ui, KEY_ENTER, 0),
                                 .kind = BUTTON_PRIMARY,
                                 .wants_focus = true})) {
        screen->page->wish = WALK_PAGE_DEBRIEF;
    }
    ui_box_end(ui);
}

static void say_stuck(WalkScreen *screen) {
    Ui *ui = screen->ui;
    screen_given(screen);
    (void)screen_scenes(screen);
    ui_text(ui, (UiText){.text = screen_words(screen, TR("The story has no way on from here. This is a mistake of the "
                                                         "case, not of yours; its author should know.")),
                         .style = TEXT_READING,
                         .live = true});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10});
    if (walk_offers_back(screen->model) && ui_button(ui, (UiButton){.key = S("back"),
                                                                    .text = screen_words(screen, TR("Step back")),
                                                                    .kind = BUTTON_PRIMARY,
                                                                    .wants_focus = true})) {
        screen_wish(screen, WALK_STEP_BACK, 0, 0);
    }
    if (ui_button(ui, (UiButton){.key = S("out"), .text = screen_words(screen, TR("Leave the case"))})) {
        screen->page->wish = WALK_PAGE_LEAVE;
    }
    ui_box_end(ui);
}

typedef void Say(WalkScreen *screen);

static void say_phase(WalkScreen *screen) {
    static Say *const SAYS[] = {
        [PHASE_ASK] = screen_ask,           [PHASE_WORDS] = screen_typing, [PHASE_CONFIDENCE] = screen_confidence,
        [PHASE_FEEDBACK] = screen_feedback, [PHASE_ENDED] = say_end,       [PHASE_STUCK] = say_stuck};
    SAYS[screen->model->phase](screen);
}

// Typing and placing want all of the width.
static bool says_beside(const WalkScreen *screen) {
    bool placing = screen->model->phase == PHASE_ASK && screen->ask.kind == ASK_CLASSIFY;
    return screen->model->phase != PHASE_WORDS && !placing;
}

static void say_main(WalkScreen *screen) {
    Ui *ui = screen->ui;
    bool beside = says_beside(screen);
    int32_t left = screen->narrow ? 20 : ui_width(ui) >= 1200 ? 80 : 36;
    ui_box_begin(ui, (UiBox){.key = S("main"),
                             .language = screen->model->scenario->language,
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .padding = {left, 28,
                                         screen->narrow ? 20
                                         : beside       ? 28
                                                        : left,
                                         36},
                             .scrolls = true,
                             .align = UI_START});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = beside ? MOST_WIDTH : TYPING_MOST_WIDTH, .gap = 16});
    if (screen->narrow) {
        screen_limit(screen);
    }
    say_phase(screen);
    if (screen->narrow && beside) {
        ui_space(ui, 8);
        screen_beside(screen);
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_columns(WalkScreen *screen) {
    Ui *ui = screen->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .height = UI_GROW});
    say_main(screen);
    if (!screen->narrow && says_beside(screen)) {
        ui_box_begin(ui, (UiBox){.key = S("beside"),
                                 .language = screen->model->scenario->language,
                                 .width = BESIDE_WIDTH + (ui_width(ui) >= 1200 ? 80 : 48),
                                 .height = UI_GROW,
                                 .gap = 15,
                                 .padding = {ui_width(ui) >= 1200 ? 32 : 12, 28, ui_width(ui) >= 1200 ? 48 : 36, 28},
                                 .scrolls = true});
        screen_limit(screen);
        screen_beside(screen);
        ui_box_end(ui);
    }
    ui_box_end(ui);
}

static void answer_escape(WalkScreen *screen) {
    if (is_own_words(screen)) {
        screen_wish(screen, WALK_TO_OPTIONS, 0, 0);
    } else {
        screen->page->wish = WALK_PAGE_LEAVE;
    }
}

static void answer_keys(WalkScreen *screen) {
    if (offers_back(screen) && wants(screen, KEY_BACKSPACE, TR("Step back, to answer otherwise"))) {
        screen_wish(screen, WALK_STEP_BACK, 0, 0);
    }
    if (wants(screen, 'h', TR("Read the whole conversation again"))) {
        screen->page->wish = WALK_PAGE_HISTORY;
    }
    if (screen->hinted == 'v') {
        ui_read_page(screen->ui);
    }
    if (screen->ask.limit_runs && wants(screen, 'p', TR("Stop the clock, or let it run on"))) {
        screen_wish(screen, screen->model->paused ? WALK_RESUME : WALK_PAUSE, 0, 0);
    }
    if (wants(screen, KEY_ESCAPE, is_own_words(screen) ? TR("Back to the answers") : TR("Leave the case"))) {
        answer_escape(screen);
    }
    if (screen->hinted == KEY_F1) {
        screen->page->wish = WALK_PAGE_HELP;
    }
}

WalkAction view_walk(Ui *ui, const Showing *showing, WalkPage *page) {
    const WalkModel *model = showing->model;
    WalkScreen screen = {.ui = ui,
                         .showing = showing,
                         .model = model,
                         .page = page,
                         .ask = walk_shown_ask(showing),
                         .narrow = ui_width(ui) < NARROW_WIDTH};
    page->wish = WALK_PAGE_STAY;
    ui_enter_page(ui, str_format(ui_arena(ui), "walk %d %d %d", model->session.walk.scene, model->session.way.count,
                                 model->phase));
    say_bar(&screen);
    say_columns(&screen);
    answer_keys(&screen);
    return screen.action;
}
