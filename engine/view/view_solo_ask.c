#include "view/solo_page.h"

// After somebody spoke, what to answer is plain, and the question a label above the answers. Elsewhere it is the task.
static bool prompt_is_task(const SoloPage *page) {
    bool choice = page->ask.kind == ASK_CHOICE || page->ask.kind == ASK_MULTIPLE;
    return !choice || page->solo->phase == SOLO_PHASE_WORDS || !page_hears(page);
}

void page_prompt(const SoloPage *page, Str prompt) {
    ui_aloud(page->ui, page_progress(page), true);
    if (prompt_is_task(page)) {
        ui_text(page->ui, (UiText){.text = prompt, .style = TEXT_HEADING, .marked = true, .live = true});
    } else {
        page_label(page, prompt, true);
    }
}

void page_asked_begin(Ui *ui) {
    ui_box_begin(ui, (UiBox){.gap = 9, .padding = {0, 6, 0, 0}});
}

static void say_count(const SoloPage *page, int32_t count) {
    ui_aloud(page->ui, page_plural(page, TRP("{0} answer", "{0} answers"), count), true);
}

void page_submit(SoloPage *page, bool wants_focus, Str missing) {
    Ui *ui = page->ui;
    bool can = page->ask.can_submit;
    Str text = page->ask.kind == ASK_RANK ? TR("Give this order") : TR("Give this answer");
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 14, .row_gap = 8, .align = UI_CENTER});
    bool pressed = ui_button(ui, (UiButton){.key = S("submit"),
                                            .text = page_words(page, text),
                                            .hint = ui_key_name(ui, KEY_ENTER, MOD_CTRL),
                                            .kind = BUTTON_PRIMARY,
                                            .disabled = !can,
                                            .wants_focus = wants_focus});
    if (missing.len > 0) {
        ui_text(ui, (UiText){.text = missing, .style = TEXT_SMALL, .color = COLOR_SOFT, .live = true});
    }
    ui_box_end(ui);
    pressed = ui_shortcut(ui, KEY_ENTER, MOD_CTRL, page_words(page, TR("Give the answer"))) || pressed;
    if (pressed && can) {
        page_wish(page, SOLO_SUBMIT, 0, 0);
    } else if (pressed) {
        ui_say(ui, missing, true);
    }
}

// By its letter or its number.
static bool is_picked(const SoloPage *page, int32_t i, Str what) {
    bool by_letter = ui_shortcut(page->ui, 'a' + i, 0, what);
    return ui_shortcut(page->ui, '1' + i, 0, (Str){0}) || by_letter;
}

// None of the answers has the focus before somebody chose one: who goes on pressing Enter gives no answer.
static void begin_answers(const SoloPage *page, Str name) {
    ui_box_begin(page->ui, (UiBox){.key = S("answers"),
                                   .gap = page->dense ? 6 : 10,
                                   .radius = 14,
                                   .role = ROLE_GROUP,
                                   .name = ui_plain_text(page->ui, name),
                                   .focusable = true,
                                   .waits = true,
                                   .wants_focus = true});
}

// One line of help for all letters.
static Str letters_help(const SoloPage *page, int32_t i, Str first) {
    return i == 0 ? page_words(page, first) : (Str){0};
}

static Str answer_note(const SoloPage *page, const SoloOption *option) {
    return option->first    ? page_words(page, TR("the first time"))
           : option->before ? page_words(page, TR("your previous answer"))
                            : (Str){0};
}

static void say_choice(SoloPage *page) {
    Ui *ui = page->ui;
    SoloOptions options = solo_options(page->solo);
    say_count(page, options.count);
    begin_answers(page, page->prompt);
    for (int32_t i = 0; i < options.count; i++) {
        const SoloOption *option = &options.rows[i];
        Str letter = str_copy(ui_arena(ui), (Str){&option->letter, 1});
        bool chosen =
            ui_answer(ui, (UiAnswer){.key = S("option"),
                                     .index = i,
                                     .letter = letter,
                                     .text = telling_option(page->telling, solo_ask(page->solo), option->option),
                                     .note = answer_note(page, option),
                                     .quiet = option->option == OPTION_OWN_WORDS,
                                     .dense = page->dense,
                                     .place = i + 1,
                                     .set_size = options.count});
        Str what = option->option == OPTION_OWN_WORDS ? page_words(page, TR("Say it in your own words"))
                                                      : letters_help(page, i, TR("Choose answer A; B, C… likewise"));
        if (is_picked(page, i, what) || chosen) {
            page_wish(page, SOLO_CHOOSE, i, 0);
        }
    }
    ui_box_end(ui);
}

static Str expected_words(const SoloPage *page) {
    Ui *ui = page->ui;
    const SoloDecision *ask = &page->ask;
    if (ask->over > 0) {
        return page_plural(page, TRP("{0} answer too many", "{0} answers too many"), ask->over);
    }
    if (ask->missing > 0) {
        return page_plural(page, TRP("{0} more answer is expected", "{0} more answers are expected"), ask->missing);
    }
    return ask->min == ask->max
               ? (Str){0}
               : UI_FORMAT(ui, TR("From {0} to {1} answers."), ui_number(ui, ask->min), ui_number(ui, ask->max));
}

static bool pressed_by_enter(const Ui *ui) {
    return ui_input(ui)->kind == INPUT_KEY && ui_input(ui)->key == KEY_ENTER;
}

// Space ticks, Enter gives what is ticked: so the one key never undoes what the other did.
static void say_multiple(SoloPage *page) {
    Ui *ui = page->ui;
    SoloOptions options = solo_options(page->solo);
    Str expected = expected_words(page);
    say_count(page, options.count);
    begin_answers(page, page->prompt);
    for (int32_t i = 0; i < options.count; i++) {
        const SoloOption *option = &options.rows[i];
        Str letter = str_copy(ui_arena(ui), (Str){&option->letter, 1});
        bool pressed =
            ui_answer(ui, (UiAnswer){.key = S("option"),
                                     .index = i,
                                     .letter = letter,
                                     .text = telling_option(page->telling, solo_ask(page->solo), option->option),
                                     .checkbox = true,
                                     .checked = option->ticked,
                                     .dense = page->dense,
                                     .place = i + 1,
                                     .set_size = options.count});
        bool picked = is_picked(page, i, letters_help(page, i, TR("Tick answer A; B, C… likewise")));
        if (picked) { // so that Enter gives what is ticked
            ui_focus(ui, ui_id(ui, S("option"), i));
        }
        if (pressed && pressed_by_enter(ui) && page->ask.can_submit) {
            page_wish(page, SOLO_SUBMIT, 0, 0);
        } else if (pressed && pressed_by_enter(ui)) {
            ui_say(ui, expected, true);
        } else if (pressed || picked) {
            page_wish(page, SOLO_TOGGLE, i, 0);
        }
    }
    ui_box_end(ui);
    page_submit(page, false, expected);
}

void page_confidence(SoloPage *page) {
    static const Str SURE[] = {TR_INIT("Not sure"), TR_INIT("Fairly sure"), TR_INIT("Sure")};
    enum { COUNT = 3 };
    Ui *ui = page->ui;
    page_last_heard(page);
    Str prompt = telling_confidence_asked(page->telling);
    page_asked_begin(page->ui);
    page_label(page, prompt, true);
    begin_answers(page, prompt);
    for (int32_t i = 0; i < COUNT; i++) {
        Str words = page_words(page, SURE[i]);
        bool chosen = ui_answer(ui, (UiAnswer){.key = S("sure"),
                                               .index = i,
                                               .letter = ui_number(ui, i + 1),
                                               .text = words,
                                               .place = i + 1,
                                               .set_size = COUNT});
        bool picked = ui_shortcut(ui, '1' + i, 0, words) || ui_key(ui, 'a' + i, 0);
        if (picked || chosen) {
            page_wish(page, SOLO_SET_CONFIDENCE, 0, i + 1);
        }
    }
    ui_box_end(ui);
    ui_box_end(ui);
}

typedef void Say(SoloPage *page);

void page_ask(SoloPage *page) {
    static Say *const SAYS[] = {[ASK_CHOICE] = say_choice, [ASK_MULTIPLE] = say_multiple,  [ASK_RANK] = page_rank,
                                [ASK_RATE] = page_rate,    [ASK_CLASSIFY] = page_classify, [ASK_WRITE] = page_typing};
    page_given(page);
    page_scenes(page);
    page_asked_begin(page->ui);
    page_prompt(page, page->prompt);
    if (page->ask.is_private) {
        page_label(page, telling_private(page->telling), true);
    }
    ui_box_begin(page->ui, (UiBox){.gap = 16});
    SAYS[page->ask.kind](page);
    ui_box_end(page->ui);
    ui_box_end(page->ui);
}
