#include "view/solo_page.h"

void screen_prompt(const WalkScreen *screen, Str prompt) {
    ui_aloud(screen->ui, screen_progress(screen), true);
    screen_label(screen, prompt, true);
}

static void say_prompt(const WalkScreen *screen) {
    screen_prompt(screen, screen->ask.prompt);
    if (screen->ask.is_private) {
        screen_label(screen, screen_words(screen, TR("This answer is for you alone: it is neither marked nor kept.")),
                     true);
    }
}

static void say_count(const WalkScreen *screen, int32_t count) {
    ui_aloud(screen->ui, screen_plural(screen, TRP("{0} answer", "{0} answers"), count), true);
}

void screen_submit(WalkScreen *screen, bool wants_focus, Str missing) {
    Ui *ui = screen->ui;
    bool can = screen->ask.can_submit;
    Str text = screen->ask.kind == ASK_RANK ? TR("Give this order") : TR("Give this answer");
    ui_box_begin(ui, (UiBox){.flow = UI_WRAP, .gap = 14, .row_gap = 8, .align = UI_CENTER});
    bool pressed = ui_button(ui, (UiButton){.key = S("submit"),
                                            .text = screen_words(screen, text),
                                            .hint = ui_key_name(ui, KEY_ENTER, MOD_CTRL),
                                            .kind = BUTTON_PRIMARY,
                                            .disabled = !can,
                                            .wants_focus = wants_focus});
    if (missing.len > 0) {
        ui_text(ui, (UiText){.text = missing, .style = TEXT_SMALL, .color = COLOR_SOFT, .live = true});
    }
    ui_box_end(ui);
    pressed = ui_shortcut(ui, KEY_ENTER, MOD_CTRL, screen_words(screen, TR("Give the answer"))) || pressed;
    if (pressed && can) {
        screen_wish(screen, WALK_SUBMIT, 0, 0);
    } else if (pressed) {
        ui_say(ui, missing, true);
    }
}

// By its letter or its number. H is for the history wherever one is: the eighth has its number alone.
static bool is_picked(const WalkScreen *screen, int32_t i, Str what) {
    int32_t letter = 'a' + i;
    bool by_letter = letter < 'h' && ui_shortcut(screen->ui, letter, 0, what);
    return ui_shortcut(screen->ui, '1' + i, 0, (Str){0}) || by_letter;
}

// One line of help for all letters.
static Str letters_help(const WalkScreen *screen, int32_t i, Str first) {
    return i == 0 ? screen_words(screen, first) : (Str){0};
}

static void say_choice(WalkScreen *screen) {
    Ui *ui = screen->ui;
    ShownOptions options = walk_shown_options(screen->showing);
    say_count(screen, options.count);
    ui_box_begin(ui, (UiBox){.gap = 10, .role = ROLE_GROUP, .name = ui_plain_text(ui, screen->ask.prompt)});
    for (int32_t i = 0; i < options.count; i++) {
        const ShownOption *option = &options.rows[i];
        Str letter = str_copy(ui_arena(ui), (Str){&option->letter, 1});
        bool chosen =
            ui_answer(ui, (UiAnswer){.key = S("option"),
                                     .index = i,
                                     .letter = letter,
                                     .text = option->text,
                                     .note = option->before ? screen_words(screen, TR("your answer before")) : (Str){0},
                                     .quiet = option->option == OPTION_OWN_WORDS,
                                     .wants_focus = option->focused,
                                     .place = i + 1,
                                     .set_size = options.count});
        Str what = option->option == OPTION_OWN_WORDS ? screen_words(screen, TR("Say it in your own words"))
                                                      : letters_help(screen, i, TR("Choose answer A; B, C… likewise"));
        if (is_picked(screen, i, what) || chosen) {
            screen_wish(screen, WALK_CHOOSE, i, 0);
        }
    }
    ui_box_end(ui);
}

static Str expected_words(const WalkScreen *screen) {
    Ui *ui = screen->ui;
    const ShownAsk *ask = &screen->ask;
    if (ask->over > 0) {
        return screen_plural(screen, TRP("{0} answer too many", "{0} answers too many"), ask->over);
    }
    if (ask->missing > 0) {
        return screen_plural(screen, TRP("{0} more answer is expected", "{0} more answers are expected"), ask->missing);
    }
    return ask->min == ask->max
               ? (Str){0}
               : UI_FORMAT(ui, TR("From {0} to {1} answers."), ui_number(ui, ask->min), ui_number(ui, ask->max));
}

static bool pressed_by_enter(const Ui *ui) {
    return ui_input(ui)->kind == INPUT_KEY && ui_input(ui)->key == KEY_ENTER;
}

// Space ticks, Enter gives what is ticked: so the one key never undoes what the other did.
static void say_multiple(WalkScreen *screen) {
    Ui *ui = screen->ui;
    ShownOptions options = walk_shown_options(screen->showing);
    Str expected = expected_words(screen);
    say_count(screen, options.count);
    ui_box_begin(ui, (UiBox){.gap = 10, .role = ROLE_GROUP, .name = ui_plain_text(ui, screen->ask.prompt)});
    for (int32_t i = 0; i < options.count; i++) {
        const ShownOption *option = &options.rows[i];
        Str letter = str_copy(ui_arena(ui), (Str){&option->letter, 1});
        bool pressed = ui_answer(ui, (UiAnswer){.key = S("option"),
                                                .index = i,
                                                .letter = letter,
                                                .text = option->text,
                                                .checkbox = true,
                                                .checked = option->ticked,
                                                .wants_focus = option->focused,
                                                .place = i + 1,
                                                .set_size = options.count});
        bool picked = is_picked(screen, i, letters_help(screen, i, TR("Tick answer A; B, C… likewise")));
        if (pressed && pressed_by_enter(ui) && screen->ask.can_submit) {
            screen_wish(screen, WALK_SUBMIT, 0, 0);
        } else if (pressed && pressed_by_enter(ui)) {
            ui_say(ui, expected, true);
        } else if (pressed || picked) {
            screen_wish(screen, WALK_TOGGLE, i, 0);
        }
    }
    ui_box_end(ui);
    screen_submit(screen, false, expected);
}

void screen_confidence(WalkScreen *screen) {
    static const Str SURE[] = {TR_INIT("Not sure"), TR_INIT("Fairly sure"), TR_INIT("Sure")};
    enum { COUNT = 3 };
    Ui *ui = screen->ui;
    screen_last_heard(screen);
    Str prompt = screen_words(screen, TR("How sure are you?"));
    screen_label(screen, prompt, true);
    ui_box_begin(ui, (UiBox){.gap = 10, .role = ROLE_GROUP, .name = prompt});
    for (int32_t i = 0; i < COUNT; i++) {
        Str words = screen_words(screen, SURE[i]);
        bool chosen = ui_answer(ui, (UiAnswer){.key = S("sure"),
                                               .index = i,
                                               .letter = ui_number(ui, i + 1),
                                               .text = words,
                                               .wants_focus = i == 0,
                                               .place = i + 1,
                                               .set_size = COUNT});
        bool picked = ui_shortcut(ui, '1' + i, 0, words) || ui_key(ui, 'a' + i, 0);
        if (picked || chosen) {
            screen_wish(screen, WALK_SET_CONFIDENCE, 0, i + 1);
        }
    }
    ui_box_end(ui);
}

typedef void Say(WalkScreen *screen);

void screen_ask(WalkScreen *screen) {
    static Say *const SAYS[] = {
        [ASK_CHOICE] = say_choice, [ASK_MULTIPLE] = say_multiple,    [ASK_RANK] = screen_rank,
        [ASK_RATE] = screen_rate,  [ASK_CLASSIFY] = screen_classify, [ASK_WRITE] = screen_typing};
    screen_given(screen);
    if (screen_scenes(screen)) {
        ui_space(screen->ui, 4);
    }
    say_prompt(screen);
    SAYS[screen->ask.kind](screen);
}
