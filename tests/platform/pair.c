#include "pair.h"
#include "quiet.h"

#include "ui/widgets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

const Str PAIR_NAMES[PAIR_WINDOWS] = {[PAIR_PRESENTER] = S_INIT("presenter"), [PAIR_AUDIENCE] = S_INIT("audience")};

static void answer_keys(Pair *pair, Ui *ui, PairWindow window) {
    Window *audience = window_find(pair->machine, PAIR_NAMES[PAIR_AUDIENCE]);
    pair->votes += ui_key(ui, 'a', 0);
    pair->black = ui_key(ui, 'n', 0) ? !pair->black : pair->black;
    pair->ticks[window] = ui_key(ui, 'w', 0) ? !pair->ticks[window] : pair->ticks[window];
    if (ui_key(ui, 'o', 0)) {
        pair_open(pair, PAIR_AUDIENCE);
    }
    if (audience && (ui_key(ui, 'c', 0) || (window == PAIR_AUDIENCE && ui_input(ui)->kind == INPUT_LEAVE))) {
        window_close(audience);
    }
}

static void say_presenter(Pair *pair, Ui *ui) {
    Str text = (Str){0};
    pair->votes += ui_button(ui, (UiButton){.key = S("more"), .text = S("Une voix de plus"), .wants_focus = true});
    (void)ui_field(ui, (UiField){.key = S("words"), .name = S("Une phrase")}, &text);
    ui_text(ui, (UiText){.text = UI_FORMAT(ui, S("{0} sur 14"), ui_number(ui, pair->votes))});
}

static void say_audience(Pair *pair, Ui *ui) {
    Str count = UI_FORMAT(ui, S("Voix : {0}"), ui_number(ui, pair->votes));
    ui_text(ui, (UiText){.text = count, .style = TEXT_SPEECH, .role = ROLE_HEADING});
}

static void say_page(Pair *pair, Ui *ui, PairWindow window) {
    ui_enter_page(ui, PAIR_NAMES[window]);
    ui_box_begin(ui, (UiBox){.gap = 8, .padding = UI_PAD(20), .align = UI_START});
    if (window == PAIR_PRESENTER) {
        say_presenter(pair, ui);
    } else {
        say_audience(pair, ui);
    }
    ui_box_end(ui);
    answer_keys(pair, ui, window);
    if (pair->ticks[window]) {
        ui_wake_at(ui, ui_now_ms(ui) + 10);
    }
}

static const UiFrame *answer(void *context, Window *window, const UiInput *input, WindowSize size) {
    Pair *pair = context;
    PairWindow which = str_equal(window_name(window), PAIR_NAMES[PAIR_AUDIENCE]) ? PAIR_AUDIENCE : PAIR_PRESENTER;
    Ui *ui = window_ui(window);
    UiPreferences preferences = {.theme = which == PAIR_AUDIENCE ? THEME_PROJECTOR : THEME_PAPER,
                                 .scale = which == PAIR_AUDIENCE ? UI_SCALE_ROOM : UI_SCALE_DESK,
                                 .still = true};
    if (pair->asked[which] < PAIR_INPUTS) {
        pair->given[which][pair->asked[which]] = *input;
    }
    pair->asked[which]++;
    ui_begin(ui, input, size.width, size.height, preferences);
    say_page(pair, ui, which);
    (void)ui_end(ui);
    ui_begin_again(ui, preferences); // as what was done shows
    say_page(pair, ui, which);
    const UiFrame *frame = ui_end(ui);
    bool leaves = input->kind == INPUT_LEAVE || input->kind == INPUT_END;
    ui_set_done(ui, which == PAIR_PRESENTER && leaves);
    if (pair->after) {
        pair->after(pair, which);
    }
    return pair->black && which == PAIR_AUDIENCE ? NULL : frame;
}

void pair_open(Pair *pair, PairWindow window) {
    static const WindowOptions WINDOWS[PAIR_WINDOWS] = {
        [PAIR_PRESENTER] = {.width = 640, .height = 400, .fit = WINDOW_AS_LARGE},
        [PAIR_AUDIENCE] = {.width = 1440, .height = 810, .fit = WINDOW_AS_LARGE, .display = 1, .black = true},
    };
    WindowOptions options = WINDOWS[window];
    options.name = options.title = PAIR_NAMES[window];
    assert_non_null(window_open(pair->machine, &options, &pair->error));
}

void pair_begin(Pair *pair, const char *script) {
    *pair = (Pair){0};
    MachineOptions options = {.fonts = S("../assets/fonts"), .script = str_from_c(script)};
    pair->machine = machine_create(&options, &pair->error);
    assert_non_null(pair->machine);
    quiet_driver();
    pair_open(pair, PAIR_PRESENTER);
    pair_open(pair, PAIR_AUDIENCE);
}

bool pair_run(Pair *pair) {
    return machine_run(pair->machine, &(App){.context = pair, .answer = answer}, &pair->error);
}

void pair_end(Pair *pair) {
    machine_destroy(pair->machine);
}
