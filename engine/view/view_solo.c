#include "view/solo_page.h"

#include "ui/text.h"

enum {
    BAR_HEIGHT = 50,
    BESIDE_WIDTH = 286,
    NARROW_WIDTH = 900,
    WIDE_WIDTH = 1200,
    MOST_WIDTH = 860,
    TYPING_MOST_WIDTH = 1150
};

// Letters are text then, and Backspace erases them.
static bool is_typing(const SoloPage *page) {
    return page->solo->phase == SOLO_PHASE_WORDS;
}

// Buttons that give the answer stay in sight below a text, however long that becomes, where there is height for both;
// and bins below the cards to be placed.
static bool has_foot(const SoloPage *page) {
    enum { LEAST_HEIGHT = 340 };
    return (is_typing(page) && ui_height(page->ui) >= LEAST_HEIGHT) || page_has_board(page);
}

// At both sides of what fills the page.
static int32_t side_gap(const SoloPage *page) {
    return page->narrow ? 20 : ui_width(page->ui) >= WIDE_WIDTH ? 80 : 36;
}

static int32_t top_gap(const SoloPage *page) {
    return page->dense ? 20 : 28;
}

static int32_t bottom_gap(const SoloPage *page) {
    return has_foot(page) ? 8 : page->dense ? 12 : 18;
}

void page_wish(SoloPage *page, SoloActionKind kind, int32_t index, int32_t value) {
    if (page->action.kind == SOLO_NONE) {
        page->action = (SoloAction){.kind = kind, .index = index, .value = value, .now_ms = ui_now_ms(page->ui)};
    }
}

Str page_words(const SoloPage *page, Str source) {
    return ui_words(page->ui, source);
}

Str page_plural(const SoloPage *page, Str one, Str many, int32_t count) {
    Str source = catalog_plural(page->telling->catalog, one, many, count);
    return UI_FORMAT(page->ui, source, ui_number(page->ui, count));
}

int32_t page_find_digit(const SoloPage *page, int32_t count, Str what) {
    int32_t pressed = -1;
    for (int32_t i = 0; i < count; i++) {
        if (ui_shortcut(page->ui, '1' + i, 0, i == 0 ? what : (Str){0})) {
            pressed = i;
        }
    }
    return pressed;
}

void page_label(const SoloPage *page, Str text, bool live) {
    ui_text(page->ui, (UiText){.text = text, .style = TEXT_LABEL, .color = COLOR_SOFT, .marked = true, .live = live});
}

Str page_progress(const SoloPage *page) {
    return telling_progress(page->telling, page->ask.number, page->ask.length);
}

static void say_progress(const SoloPage *page) {
    enum { WHOLE = 1000 };
    Ui *ui = page->ui;
    const SoloDecision *ask = &page->ask;
    if (page->solo->phase == SOLO_PHASE_ENDED || page->solo->phase == SOLO_PHASE_STUCK) {
        return;
    }
    Str words = page_progress(page);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 8, .align = UI_CENTER});
    ui_text(ui, (UiText){.text = words, .style = TEXT_SMALL, .color = COLOR_SOFT});
    if (ask->length.total > 0 && !page->narrow) {
        ui_box_begin(ui, (UiBox){.width = 150});
        ui_meter(ui, (UiMeter){.name = page_words(page, TR("Way so far")),
                               .word = words,
                               .permille = ask->number * WHOLE / ask->length.total,
                               .tint = UI_TINT_TEAL,
                               .bar_only = true});
        ui_box_end(ui);
    }
    ui_box_end(ui);
}

// A key and what it does, which a click does too.
static void say_hint(SoloPage *page, int32_t key, int32_t modifiers, Str what) {
    Ui *ui = page->ui;
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
    ui_keycap(ui, ui_key_name(ui, key, modifiers));
    if (what.len > 0) {
        ui_text(ui, (UiText){.text = page_words(page, what), .style = TEXT_SMALL, .color = COLOR_SOFT});
    }
    ui_box_end(ui);
    page->hinted = ui_pressed(ui, id) ? key : page->hinted;
}

static bool wants(const SoloPage *page, int32_t key, int32_t modifiers, Str what) {
    return ui_shortcut(page->ui, key, modifiers, page_words(page, what)) || page->hinted == key;
}

static bool is_own_words(const SoloPage *page) {
    return is_typing(page) && page->ask.kind != ASK_WRITE;
}

// H is one of the letters that are shown.
static bool has_eighth_answer(const SoloPage *page) {
    enum { EIGHTH = 8 };
    return page->solo->phase == SOLO_PHASE_ASK && page->ask.kind == ASK_MULTIPLE &&
           solo_count_shown(page->solo) >= EIGHTH;
}

static int32_t history_modifiers(const SoloPage *page) {
    return is_typing(page) || has_eighth_answer(page) ? MOD_CTRL : 0;
}

static bool offers_back(const SoloPage *page) {
    return solo_offers_back(page->solo) && !is_own_words(page);
}

// In a narrow window only the way out of one's own words and the help, whose rows do what the others do.
static void say_hints(SoloPage *page) {
    Ui *ui = page->ui;
    bool typing = is_typing(page);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW, .gap = 4, .align = UI_CENTER});
    if (is_own_words(page)) {
        say_hint(page, KEY_ESCAPE, 0, page->narrow ? (Str){0} : TR("back to the answers"));
    }
    if (!page->narrow && offers_back(page)) {
        say_hint(page, typing ? KEY_LEFT : KEY_BACKSPACE, typing ? MOD_ALT : 0, TR("step back"));
    }
    if (!page->narrow) {
        say_hint(page, 'h', history_modifiers(page), TR("history"));
        say_hint(page, typing ? 'l' : 'v', typing ? MOD_CTRL : 0, TR("voice"));
    }
    say_hint(page, KEY_F1, 0, TR("help"));
    ui_box_end(ui);
}

static void say_bar(SoloPage *page) {
    Ui *ui = page->ui;
    ui_box_begin(ui, (UiBox){.flow = UI_ROW,
                             .gap = 16,
                             .least_height = BAR_HEIGHT,
                             .padding = {page->narrow ? 16 : 30, 4, page->narrow ? 16 : 30, 4},
                             .align = UI_CENTER,
                             .justify = UI_BETWEEN,
                             .fill = COLOR_CARD,
                             .unread = true});
    Str isolated = text_isolate(ui_arena(ui), page->view->title);
    Str title = str_format(ui_arena(ui), "‹ %.*s", S_ARG(isolated));
    if (ui_button(ui, (UiButton){.key = S("leave"),
                                 .text = title,
                                 .name = page_words(page, TR("Leave the situation")),
                                 .kind = BUTTON_QUIET})) {
        page->view->wish = VIEW_WISH_LEAVE;
    }
    say_progress(page);
    say_hints(page);
    ui_box_end(ui);
    ui_divider(ui);
}

// A what-if says that it is one, and how it ends.
static void say_what_if(SoloPage *page) {
    Ui *ui = page->ui;
    int32_t decision = page->solo->parent_decision, side = side_gap(page);
    if (decision == 0) {
        return;
    }
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP,
                             .gap = 12,
                             .row_gap = 2,
                             .padding = {side, 3, page->narrow ? 8 : 30, 3},
                             .align = UI_CENTER,
                             .justify = UI_BETWEEN,
                             .fill = COLOR_PLUM_LIGHT});
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, TR("What if… · decision {0}"), ui_number(ui, decision)),
                         .style = TEXT_STRONG,
                         .color = COLOR_PLUM_INK});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 8});
    if (solo_can_keep_others(page->solo) &&
        ui_button(ui, (UiButton){.key = S("keep"),
                                 .text = page_words(page, TR("Keep my other answers")),
                                 .kind = BUTTON_QUIET})) {
        page_wish(page, SOLO_KEEP_OTHERS, 0, 0);
    }
    if (ui_button(ui, (UiButton){.key = S("debrief"),
                                 .text = page_words(page, TR("Back to the debrief")),
                                 .kind = BUTTON_QUIET})) {
        page->view->wish = VIEW_WISH_LEAVE;
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

static void say_end(SoloPage *page) {
    Ui *ui = page->ui;
    const Scenario *scenario = page->solo->scenario;
    const Scene *scene = &scenario->scenes.rows[page->solo->session.walk.scene];
    const Ending *ending = &scenario->endings.rows[scene->ending];
    page_given(page);
    page_scenes(page);
    ui_card_begin(ui, (UiBox){.gap = 10, .padding = UI_PAD(24)});
    page_label(page, page_words(page, TR("The end")), true);
    ui_text(ui, (UiText){.text = ending->title, .style = TEXT_TITLE, .role = ROLE_HEADING, .live = true});
    Str text = telling_ending_text(ending);
    if (text.len > 0) {
        ui_text(ui, (UiText){.text = text, .style = TEXT_READING, .marked = true, .live = true});
    }
    ui_card_end(ui);
    ui_box_begin(ui, (UiBox){.flow = UI_ROW});
    bool previews = page->view->previews;
    Str on = previews                          ? TR("Play again")
             : page->solo->parent_decision > 0 ? TR("Compare the two walks")
                                               : TR("See the debrief");
    if (ui_button(ui, (UiButton){.key = S("debrief"),
                                 .text = page_words(page, on),
                                 .hint = ui_key_name(ui, KEY_ENTER, 0),
                                 .kind = BUTTON_PRIMARY,
                                 .wants_focus = true})) {
        page->view->wish = previews ? VIEW_WISH_AGAIN : VIEW_WISH_DEBRIEF;
    }
    ui_box_end(ui);
}

static void say_stuck(SoloPage *page) {
    Ui *ui = page->ui;
    page_given(page);
    page_scenes(page);
    ui_text(ui, (UiText){.text = page_words(page, TR("The story has no way on from here. This is a mistake of the "
                                                     "situation’s text, not of yours; its author should know.")),
                         .style = TEXT_READING,
                         .live = true});
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 10});
    if (solo_offers_back(page->solo) && ui_button(ui, (UiButton){.key = S("back"),
                                                                 .text = page_words(page, TR("Step back")),
                                                                 .kind = BUTTON_PRIMARY,
                                                                 .wants_focus = true})) {
        page_wish(page, SOLO_STEP_BACK, 0, 0);
    }
    if (ui_button(ui, (UiButton){.key = S("out"), .text = page_words(page, TR("Leave the situation"))})) {
        page->view->wish = VIEW_WISH_LEAVE;
    }
    ui_box_end(ui);
}

typedef void Say(SoloPage *page);

static void say_phase(SoloPage *page) {
    static Say *const SAYS[] = {[SOLO_PHASE_ASK] = page_ask,
                                [SOLO_PHASE_WORDS] = page_typing,
                                [SOLO_PHASE_CONFIDENCE] = page_confidence,
                                [SOLO_PHASE_FEEDBACK] = page_feedback,
                                [SOLO_PHASE_ENDED] = say_end,
                                [SOLO_PHASE_STUCK] = say_stuck};
    SAYS[page->solo->phase](page);
}

// Typing and placing want all of the width.
static bool says_beside(const SoloPage *page) {
    bool placing = page->solo->phase == SOLO_PHASE_ASK && page->ask.kind == ASK_CLASSIFY;
    return !is_typing(page) && !placing;
}

static void say_foot(SoloPage *page) {
    int32_t side = side_gap(page);
    bool board = page_has_board(page);
    ui_box_begin(page->ui, (UiBox){.language = page->solo->scenario->language,
                                   .height = board ? UI_GROW : UI_FIT,
                                   .gap = 12,
                                   .padding = {side, 8, side, 14}});
    if (board) {
        page_board(page);
    } else {
        page_say_it(page);
    }
    ui_box_end(page->ui);
}

static void say_main(SoloPage *page) {
    Ui *ui = page->ui;
    bool beside = says_beside(page), foot = has_foot(page);
    int32_t left = side_gap(page), right = page->narrow || !beside ? left : 20;
    ui_box_begin(ui, (UiBox){.key = S("main"),
                             .language = page->solo->scenario->language,
                             .width = UI_GROW,
                             .height = UI_GROW,
                             .share = 2, // what is to be read and placed, before the bins below it
                             .padding = {left, top_gap(page), right, bottom_gap(page)},
                             .scrolls = true,
                             .hugs = foot,
                             .align = UI_START});
    ui_box_begin(ui, (UiBox){.width = UI_GROW, .most_width = beside ? MOST_WIDTH : TYPING_MOST_WIDTH, .gap = 16});
    if (page->narrow) {
        page_limit(page);
    }
    say_phase(page);
    if (is_typing(page) && !foot) {
        page_say_it(page);
    }
    if (page->narrow && beside) {
        ui_space(ui, 8);
        page_beside(page);
    }
    ui_box_end(ui);
    ui_box_end(ui);
    if (foot) {
        say_foot(page);
    }
}

static void say_columns(SoloPage *page) {
    Ui *ui = page->ui;
    bool wide = ui_width(ui) >= WIDE_WIDTH;
    ui_box_begin(ui, (UiBox){.flow = has_foot(page) ? UI_COLUMN : UI_ROW, .height = UI_GROW});
    say_main(page);
    if (!page->narrow && says_beside(page)) {
        ui_box_begin(ui, (UiBox){.key = S("beside"),
                                 .language = page->solo->scenario->language,
                                 .width = BESIDE_WIDTH + (wide ? 72 : 48),
                                 .height = UI_GROW,
                                 .gap = 15,
                                 .padding = {wide ? 24 : 12, top_gap(page), wide ? 48 : 36, 28},
                                 .scrolls = true});
        page_beside(page);
        ui_box_end(ui);
    }
    ui_box_end(ui);
}

static void answer_escape(SoloPage *page) {
    if (is_own_words(page)) {
        page_wish(page, SOLO_TO_OPTIONS, 0, 0);
    } else {
        page->view->wish = VIEW_WISH_LEAVE;
    }
}

// An answer that was begun goes with the decision: then it is asked for first.
static void answer_back(SoloPage *page) {
    bool typing = is_typing(page);
    bool back =
        wants(page, typing ? KEY_LEFT : KEY_BACKSPACE, typing ? MOD_ALT : 0, TR("Step back, to answer otherwise"));
    back = ui_key(page->ui, KEY_LEFT, MOD_ALT) || back;
    if (back && solo_back_loses(page->solo)) {
        page->view->wish = VIEW_WISH_BACK;
    } else if (back) {
        page_wish(page, SOLO_STEP_BACK, 0, 0);
    }
}

static void answer_keys(SoloPage *page) {
    if (offers_back(page)) {
        answer_back(page);
    }
    bool history = wants(page, 'h', history_modifiers(page), TR("Read the whole conversation again"));
    if (ui_key(page->ui, 'h', MOD_CTRL) || history) {
        page->view->wish = VIEW_WISH_HISTORY;
    }
    if (page->hinted == 'v' || page->hinted == 'l') {
        ui_read_page(page->ui);
    }
    if (page->ask.limit_runs && wants(page, 'p', 0, TR("Stop the clock, or let it run on"))) {
        page_wish(page, page->solo->paused ? SOLO_RESUME : SOLO_PAUSE, 0, 0);
    }
    if (is_own_words(page) && ui_key(page->ui, KEY_LEFT, MOD_ALT)) {
        page_wish(page, SOLO_TO_OPTIONS, 0, 0);
    }
    if (wants(page, KEY_ESCAPE, 0, is_own_words(page) ? TR("Back to the answers") : TR("Leave the situation"))) {
        answer_escape(page);
    }
    if (page->hinted == KEY_F1) {
        page->view->wish = VIEW_WISH_HELP;
    }
}

static bool has_many_answers(const Solo *solo) {
    enum { MANY = 5 };
    const Ask *ask = solo->phase == SOLO_PHASE_ASK ? solo_ask(solo) : NULL;
    return ask && (ask->kind == ASK_CHOICE || ask->kind == ASK_MULTIPLE) && solo_count_shown(solo) >= MANY;
}

SoloAction view_solo(Ui *ui, ViewSolo *view) {
    const Solo *solo = view->solo;
    SoloPage page = {.ui = ui,
                     .solo = solo,
                     .telling = view->telling,
                     .view = view,
                     .ask = solo_decision(solo),
                     .narrow = ui_width(ui) < NARROW_WIDTH,
                     .dense = has_many_answers(solo)};
    if (solo_ask(solo) != NULL) {
        page.prompt = telling_prompt(view->telling, solo_ask(solo));
    }
    view->wish = VIEW_WISH_NONE;
    ui_enter_page(ui, str_format(ui_arena(ui), "walk %d %d %d", solo->session.walk.scene, solo->session.way.count,
                                 (int)solo->phase));
    say_bar(&page);
    say_what_if(&page);
    say_columns(&page);
    answer_keys(&page);
    return page.action;
}

void view_pronounce(Ui *ui, const Scenario *scenario) {
    int32_t count = scenario != NULL ? scenario->pronunciation_rows.count : 0;
    SpokenAs *rows = count > 0 ? arena_push(ui_arena(ui), SpokenAs, count) : NULL;
    for (int32_t i = 0; i < count; i++) {
        const Pronunciation *row = &scenario->pronunciations.rows[scenario->pronunciation_rows.first + i];
        rows[i] = (SpokenAs){row->text, row->said};
    }
    ui_pronounce(ui, (SpokenTable){rows, count});
}
