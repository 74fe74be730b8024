// The shell under a program that is one button.
#include "app/shell.h"

#include "ui/widgets.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

enum { WIDTH = 640, HEIGHT = 480, NEVER = -1 };

typedef enum { TOY_TICK, TOY_LEAVE, TOY_ALONE, TOY_COUNT } ToyKind;

typedef struct {
    ToyKind kind;
    int32_t by;
} ToyAction;

typedef struct {
    AppState app;
    int32_t ticks, pressed, closed;
    bool wants_other, blackens;
} Toy;

typedef struct {
    Toy toy;
    Machine *machine;
    Window *window;
    Shell shell;
} Stage;

static bool view(Ui *ui, Str window, const void *context, void *action) {
    const Toy *toy = context;
    bool main = str_equal(window, S("main"));
    Str text = UI_FORMAT(ui, main ? S("Pressed {0} times") : S("The room heard of {0}"), ui_number(ui, toy->pressed));
    ui_enter_page(ui, S("toy"));
    bool pressed = ui_button(ui, (UiButton){.key = S("press"), .text = text, .wants_focus = true});
    *(ToyAction *)action = (ToyAction){.kind = TOY_COUNT, .by = 2};
    return pressed;
}

static void update(void *context, const void *action, int64_t now_ms) {
    Toy *toy = context;
    const ToyAction *wanted = action;
    (void)now_ms;
    switch (wanted->kind) {
    case TOY_TICK:
        toy->ticks++;
        break;
    case TOY_LEAVE:
        toy->app.quit = true;
        break;
    case TOY_ALONE:
        toy->closed++;
        toy->wants_other = false;
        break;
    case TOY_COUNT:
        toy->pressed += wanted->by;
        break;
    }
}

static Str title(const void *context, Arena *arena) {
    const Toy *toy = context;
    return toy->pressed > 0 ? str_format(arena, "Pressed – %d", toy->pressed) : S("Toy");
}

static ProgramOther other(const void *context) {
    const Toy *toy = context;
    return (ProgramOther){.wanted = toy->wants_other,
                          .black = toy->blackens,
                          .options = {.name = S("other"), .width = 640, .height = 360, .black = true}};
}

static int64_t next_tick(const void *context, int64_t now_ms) {
    const Toy *toy = context;
    return toy->ticks == 1 ? now_ms + 500 : NEVER;
}

static int begin(void **state) {
    static Stage stage;
    static const ToyAction TICK = {.kind = TOY_TICK}, LEAVE = {.kind = TOY_LEAVE}, ALONE = {.kind = TOY_ALONE};
    MachineOptions options = {.fonts = S("../assets/fonts"), .script = S("quit")};
    stage = (Stage){.machine = machine_create(&options, NULL)};
    assert_non_null(stage.machine);
    stage.window = window_open(stage.machine, &(WindowOptions){.name = S("main")}, NULL);
    assert_non_null(stage.window);
    app_begin(&stage.toy.app, &(AppStart){.system_language = S("en")});
    shell_init(&stage.shell,
               (Program){.context = &stage.toy,
                         .app = &stage.toy.app,
                         .view = view,
                         .update = update,
                         .title = title,
                         .next_tick = next_tick,
                         .other = other,
                         .alone = &ALONE,
                         .action_size = (ptrdiff_t)sizeof(ToyAction),
                         .tick = &TICK,
                         .leave = &LEAVE},
               stage.machine);
    *state = &stage;
    return 0;
}

static int end(void **state) {
    Stage *stage = *state;
    shell_finish(&stage->shell);
    app_finish(&stage->toy.app);
    machine_destroy(stage->machine);
    return 0;
}

static const UiFrame *answer(Stage *stage, UiInput input) {
    return shell_answer(&stage->shell, stage->window, &input, (WindowSize){WIDTH, HEIGHT});
}

static bool says(const UiFrame *frame, Str name) {
    for (int32_t i = 0; i < frame->tree.count; i++) {
        if (str_equal(frame->tree.rows[i].name, name)) {
            return true;
        }
    }
    return false;
}

static void what_is_wanted_is_done_and_shown_in_the_same_frame(void **state) {
    Stage *stage = *state;
    assert_true(says(answer(stage, (UiInput){.kind = INPUT_IDLE}), S("Pressed 0 times")));
    assert_true(str_equal(window_title(stage->window), S("Toy")));
    const UiFrame *frame = answer(stage, (UiInput){.kind = INPUT_KEY, .key = KEY_ENTER});
    assert_int_equal(stage->toy.pressed, 2);
    assert_true(says(frame, S("Pressed 2 times")));
    assert_true(str_equal(window_title(stage->window), S("Pressed – 2")));
    assert_false(frame->done);
}

static void time_that_passed_is_told_and_the_next_tick_asked_for(void **state) {
    Stage *stage = *state;
    const UiFrame *frame = answer(stage, (UiInput){.kind = INPUT_IDLE, .now_ms = 1000});
    assert_int_equal(stage->toy.ticks, 1);
    assert_int_equal(frame->wake_at_ms, 1500);
    frame = answer(stage, (UiInput){.kind = INPUT_IDLE, .now_ms = 1500});
    assert_int_equal(frame->wake_at_ms, 0);
}

static void a_window_that_closes_is_the_programs_to_leave(void **state) {
    Stage *stage = *state;
    assert_true(answer(stage, (UiInput){.kind = INPUT_LEAVE})->done);
}

static void another_window_just_closes(void **state) {
    Stage *stage = *state;
    Window *side = window_open(stage->machine, &(WindowOptions){.name = S("side"), .title = S("Side")}, NULL);
    assert_non_null(side);
    const UiFrame *frame =
        shell_answer(&stage->shell, side, &(UiInput){.kind = INPUT_LEAVE}, (WindowSize){WIDTH, HEIGHT});
    assert_false(frame->done);
    assert_false(stage->toy.app.quit);
    assert_null(window_find(stage->machine, S("side")));
    assert_ptr_equal(window_find(stage->machine, S("main")), stage->window);
    assert_true(says(answer(stage, (UiInput){.kind = INPUT_IDLE}), S("Pressed 0 times")));
}

static void fonts_and_words_follow_the_settings(void **state) {
    Stage *stage = *state;
    (void)answer(stage, (UiInput){.kind = INPUT_IDLE});
    assert_int_equal(stage->shell.family, FAMILY_STANDARD);
    app_change_setting(&stage->toy.app, SETTING_EASY_FONT, 1);
    app_change_setting(&stage->toy.app, SETTING_LANGUAGE, LANGUAGE_FR);
    (void)answer(stage, (UiInput){.kind = INPUT_IDLE});
    assert_int_equal(stage->shell.family, FAMILY_EASY);
    assert_true(str_equal(stage->shell.language, S("fr")));
}

static const UiFrame *answer_other(Stage *stage, UiInput input) {
    Window *window = window_find(stage->machine, S("other"));
    assert_non_null(window);
    return shell_answer(&stage->shell, window, &input, (WindowSize){640, 360});
}

static void a_second_window_comes_and_goes_as_the_program_wants_it(void **state) {
    Stage *stage = *state;
    (void)answer(stage, (UiInput){.kind = INPUT_IDLE});
    assert_null(window_find(stage->machine, S("other")));
    stage->toy.wants_other = true;
    (void)answer(stage, (UiInput){.kind = INPUT_IDLE});
    assert_true(says(answer_other(stage, (UiInput){.kind = INPUT_IDLE}), S("The room heard of 0")));
    stage->toy.blackens = true;
    assert_null(answer_other(stage, (UiInput){.kind = INPUT_IDLE}));
    stage->toy.blackens = stage->toy.wants_other = false;
    (void)answer(stage, (UiInput){.kind = INPUT_IDLE});
    assert_null(window_find(stage->machine, S("other")));
}

static void one_that_somebody_closes_is_told_and_does_not_end_the_program(void **state) {
    Stage *stage = *state;
    stage->toy.wants_other = true;
    (void)answer(stage, (UiInput){.kind = INPUT_IDLE});
    assert_false(answer_other(stage, (UiInput){.kind = INPUT_LEAVE})->done);
    assert_int_equal(stage->toy.closed, 1);
    (void)answer(stage, (UiInput){.kind = INPUT_IDLE});
    assert_null(window_find(stage->machine, S("other")));
    assert_false(stage->toy.app.quit);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_wanted_is_done_and_shown_in_the_same_frame, begin, end),
        cmocka_unit_test_setup_teardown(time_that_passed_is_told_and_the_next_tick_asked_for, begin, end),
        cmocka_unit_test_setup_teardown(a_window_that_closes_is_the_programs_to_leave, begin, end),
        cmocka_unit_test_setup_teardown(another_window_just_closes, begin, end),
        cmocka_unit_test_setup_teardown(fonts_and_words_follow_the_settings, begin, end),
        cmocka_unit_test_setup_teardown(a_second_window_comes_and_goes_as_the_program_wants_it, begin, end),
        cmocka_unit_test_setup_teardown(one_that_somebody_closes_is_told_and_does_not_end_the_program, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
