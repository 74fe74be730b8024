// The program by itself: between inputs, and when it is woken.
#include "player/desk.h"

#include "base/utf8.h"
#include "player/player_program.h"

enum { WIDTH = 1280, HEIGHT = 720 };

typedef struct {
    Desk desk;
    Machine *machine;
    Shell shell;
    const UiFrame *frame;
} Stage;

static void answer(Stage *stage, UiInput input) {
    input.now_ms = stage->desk.now_ms;
    stage->frame = shell_answer(&stage->shell, desk_window(stage->machine), &input, (WindowSize){WIDTH, HEIGHT});
}

static int begin(void **state) {
    static Stage stage;
    desk_open(&stage.desk);
    stage.machine = desk_machine();
    shell_init(&stage.shell, player_program(&stage.desk.player), stage.machine);
    *state = &stage;
    return 0;
}

static int end(void **state) {
    Stage *stage = *state;
    shell_finish(&stage->shell);
    machine_destroy(stage->machine);
    desk_close(&stage->desk);
    return 0;
}

static void wait(Stage *stage, int64_t ms) {
    int64_t until = stage->desk.now_ms + ms;
    while (stage->frame->wake_at_ms != 0 && stage->frame->wake_at_ms <= until) {
        assert_true(stage->frame->wake_at_ms > stage->desk.now_ms); // it never spins
        stage->desk.now_ms = stage->frame->wake_at_ms;
        answer(stage, (UiInput){.kind = INPUT_IDLE});
    }
    stage->desk.now_ms = until;
}

static void what_was_copied_is_told_as_it_begins(void **state) {
    Stage *stage = *state;
    desk_begin_case(&stage->desk, "s02-ca-fait-trois-fois");
    answer(stage, (UiInput){.kind = INPUT_IDLE});
    answer(stage, (UiInput){.kind = INPUT_KEY, .key = KEY_TAB});
    answer(stage, (UiInput){.kind = INPUT_MOVE, .x = 2, .y = HEIGHT - 2}); // on nothing
    answer(stage, (UiInput){.kind = INPUT_KEY, .key = 'c', .modifiers = MOD_CTRL});
    Str told = stage->desk.player.app.toast.text;
    assert_true(str_begins(told, S("Copié\u202F: A Vous continuez")));
    assert_true(utf8_count(told) < 9 + 62 && str_find(told, S("\n")) < 0);
}

static void a_toast_goes_by_itself_while_the_clock_runs(void **state) {
    Stage *stage = *state;
    desk_begin_case(&stage->desk, "s02-ca-fait-trois-fois");
    Player *player = &stage->desk.player;
    player->app.toast = (Toast){.kind = TOAST_DONE, .text = S("Fait."), .since_ms = stage->desk.now_ms};
    answer(stage, (UiInput){.kind = INPUT_IDLE});
    int64_t left_ms = player_walk(player)->limit_left_ms;
    wait(stage, 6000);
    assert_int_equal(player->app.toast.kind, TOAST_DONE);
    wait(stage, 2000);
    assert_int_equal(player->app.toast.kind, TOAST_NONE);
    assert_true(player_walk(player)->limit_left_ms < left_ms);
}

static void a_voice_that_is_there_is_no_news(void **state) {
    Stage *stage = *state;
    desk_set(&stage->desk, SETTING_SPEECH, 1);
    answer(stage, (UiInput){.kind = INPUT_IDLE});
    assert_int_equal(stage->desk.player.app.voice, VOICE_THERE);
    assert_int_equal(stage->desk.player.app.toast.kind, TOAST_NONE);
}

static void time_runs_out_without_an_input(void **state) {
    Stage *stage = *state;
    desk_begin_case(&stage->desk, "s02-ca-fait-trois-fois");
    answer(stage, (UiInput){.kind = INPUT_IDLE});
    wait(stage, 120000);
    assert_int_equal(player_walk(&stage->desk.player)->session.way.count, 1);
    assert_int_equal(stage->frame->wake_at_ms, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_copied_is_told_as_it_begins, begin, end),
        cmocka_unit_test_setup_teardown(a_toast_goes_by_itself_while_the_clock_runs, begin, end),
        cmocka_unit_test_setup_teardown(a_voice_that_is_there_is_no_news, begin, end),
        cmocka_unit_test_setup_teardown(time_runs_out_without_an_input, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
