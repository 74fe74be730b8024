// Every way out, of a decision, of a walk, of the program: what would be lost is asked for, and what is kept is there.
#include "player/desk.h"

static const char S02[] = "s02-ca-fait-trois-fois";

static void a_what_if_without_an_answer_leaves_no_trace(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    desk_reach_debrief(&desk, S02);
    for (int32_t i = 0; i < MOST_WALKS + 1; i++) {
        desk_act(&desk, ACTION_WHAT_IF, 2);
        assert_int_equal(player->screen, SCREEN_PLAY);
        desk_act(&desk, ACTION_BACK, 0); // it goes back to where it was begun, and nothing is lost
        assert_int_equal(player->overlay, OVERLAY_NONE);
        assert_int_equal(player->screen, SCREEN_DEBRIEF);
        assert_int_equal(player->walk_count, 1);
    }
    desk_act(&desk, ACTION_WHAT_IF, 2);
    desk_crash(&desk);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
    desk_act(&desk, ACTION_RESUME, 0);
    assert_int_equal(player->walk_count, 1);
    assert_int_equal(player->screen, SCREEN_DEBRIEF);
    desk_close(&desk);
}

static void a_what_if_that_keeps_the_other_answers_is_compared_at_once(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    desk_reach_debrief(&desk, S02);
    desk_act(&desk, ACTION_WHAT_IF, 2);
    desk_walk(&desk, SOLO_CHOOSE, 2, 0);
    desk_crash(&desk); // it still knows which walk it left
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
    desk_act(&desk, ACTION_RESUME, 0);
    assert_int_equal(player->screen, SCREEN_PLAY);
    desk_walk(&desk, SOLO_KEEP_OTHERS, 0, 0);
    for (int32_t i = 0; i < 20 && player->screen == SCREEN_PLAY; i++) { // what does not fit is answered anew
        desk_play_out(&desk);
        desk_act(&desk, ACTION_TO_DEBRIEF, 0);
    }
    assert_int_equal(player->screen, SCREEN_COMPARE);
    assert_int_equal(player->comparison.decision, 2);
    desk_close(&desk);
}

// Out of a text that was begun, and of what was sorted, ordered or ticked.
static void stepping_back_asks_before_what_was_begun_is_lost(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    desk_begin_case(&desk, S02);
    for (int32_t i = 0; i < 30 && player_walk(player)->phase != SOLO_PHASE_ENDED; i++) {
        const Solo *walk = player_walk(player);
        const Ask *ask = solo_ask(walk);
        assert_false(solo_back_loses(walk));
        int32_t given = walk->session.way.count;
        if (given > 0 && (ask->kind == ASK_WRITE || ask->kind == ASK_RANK)) {
            if (ask->kind == ASK_WRITE) {
                desk_type(&desk, "Un texte");
            } else {
                desk_walk(&desk, SOLO_MOVE, 0, 1);
            }
            assert_true(solo_back_loses(walk));
            desk_act(&desk, ACTION_SHOW, OVERLAY_CONFIRM_BACK);
            desk_act(&desk, ACTION_SHOW, OVERLAY_NONE);
            assert_int_equal(walk->session.way.count, given);
            desk_act(&desk, ACTION_SHOW, OVERLAY_CONFIRM_BACK);
            desk_act(&desk, ACTION_CONFIRM, 0);
            assert_int_equal(walk->session.way.count, given - 1);
            assert_false(solo_back_loses(walk));
            desk_answer(&desk);
        }
        desk_answer(&desk);
    }
    desk_close(&desk);
}

// By the window's cross, as by Escape; whoever stays has lost nothing.
static void closing_asks_where_leaving_does(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    desk_reach_debrief(&desk, S02);
    desk_write(&desk, ACTION_SET_NOTE, "À reprendre");
    static const Screen SCREENS[] = {SCREEN_DEBRIEF, SCREEN_SETTINGS};
    for (int32_t i = 0; i < COUNT(SCREENS); i++) {
        if (SCREENS[i] != player->screen) {
            desk_act(&desk, ACTION_GO, (int32_t)SCREENS[i]);
        }
        desk_act(&desk, ACTION_SHOW, OVERLAY_HELP);
        desk_act(&desk, ACTION_QUIT, 0);
        assert_int_equal(player->overlay, OVERLAY_CONFIRM_LET_GO);
        desk_act(&desk, ACTION_QUIT, 0); // twice is no answer
        assert_false(player->app.quit);
        desk_act(&desk, ACTION_BACK, 0);
        assert_int_equal(player->screen, SCREENS[i]);
    }
    desk_act(&desk, ACTION_BACK, 0);
    assert_true(str_equal(player->note, S("À reprendre")));
    desk_act(&desk, ACTION_BACK, 0); // Escape asks the same, and is not about closing any more
    assert_int_equal(player->overlay, OVERLAY_CONFIRM_LET_GO);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_false(player->app.quit);
    assert_int_equal(player->screen, SCREEN_LIBRARY);
    desk_act(&desk, ACTION_QUIT, 0);
    assert_true(player->app.quit);
    desk_close(&desk);
}

// The system waits for nobody: a debrief that nobody let go is there again.
static void what_the_system_ends_is_kept(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk_reach_debrief(&desk, S02);
    desk_write(&desk, ACTION_SET_NOTE, "À reprendre");
    desk_act(&desk, ACTION_END, 0);
    assert_true(desk.player.app.quit);
    desk_again(&desk);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
    desk_act(&desk, ACTION_RESUME, 0);
    assert_int_equal(desk.player.screen, SCREEN_DEBRIEF);
    assert_true(str_equal(desk.player.note, S("À reprendre")));
    desk_close(&desk);
}

static void go_to(Desk *desk, AskKind kind) {
    desk_begin_case(desk, S02);
    while (solo_ask(player_walk(&desk->player))->kind != kind) {
        desk_answer(desk);
    }
}

// After a blow, a signal, and the window's cross.
static void a_text_that_is_being_typed_is_there_again(void **state) {
    (void)state;
    for (int32_t way = 0; way < 3; way++) {
        Desk desk;
        desk_open(&desk);
        go_to(&desk, ASK_WRITE);
        int32_t given = player_walk(&desk.player)->session.way.count;
        desk_type(&desk, "Un text");
        desk_type(&desk, "Un texte que je garde");
        if (way == 0) {
            desk.now_ms = player_next_tick(&desk.player, desk.now_ms);
            desk_act(&desk, ACTION_TICK, 0);
            desk_crash(&desk);
        } else {
            desk_act(&desk, way == 1 ? ACTION_END : ACTION_QUIT, 0);
            desk_act(&desk, ACTION_CONFIRM, 0);
            assert_true(desk.player.app.quit);
            desk_again(&desk);
        }
        desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
        desk_act(&desk, ACTION_RESUME, 0);
        const Solo *walk = player_walk(&desk.player);
        assert_int_equal(walk->session.way.count, given);
        assert_true(str_equal(walk->draft.text, S("Un texte que je garde")));
        desk_walk(&desk, SOLO_SAY, 0, 0); // from here on it is an answer, and no text of the next decision
        desk_crash(&desk);
        desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
        desk_act(&desk, ACTION_RESUME, 0);
        assert_int_equal(player_walk(&desk.player)->draft.text.len, 0);
        desk_close(&desk);
    }
}

static void time_stands_still_while_nobody_is_there(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk_begin_case(&desk, S02);
    const Solo *walk = player_walk(&desk.player);
    int64_t left_ms = walk->limit_left_ms;
    desk_act(&desk, ACTION_AWAY, 1);
    assert_int_equal(player_next_tick(&desk.player, desk.now_ms), -1);
    desk.now_ms += 600000;
    desk_act(&desk, ACTION_TICK, 0);
    desk_act(&desk, ACTION_AWAY, 0);
    assert_true(left_ms - walk->limit_left_ms < 1000);
    assert_true(player_next_tick(&desk.player, desk.now_ms) > desk.now_ms);
    desk.now_ms += 600000;
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(walk->session.way.count, 1);
    desk_close(&desk);
}

static void a_decision_to_write_can_be_passed_without_a_word(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    go_to(&desk, ASK_WRITE);
    int32_t given = player_walk(&desk.player)->session.way.count;
    desk_walk(&desk, SOLO_SKIP, 0, 0);
    assert_int_equal(player_walk(&desk.player)->session.way.count, given + 1);
    Str lines = desk_lines(&desk, 0);
    desk_crash(&desk);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, S02));
    desk_act(&desk, ACTION_RESUME, 0);
    assert_true(str_equal(desk_lines(&desk, 0), lines));
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_what_if_without_an_answer_leaves_no_trace),
        cmocka_unit_test(a_what_if_that_keeps_the_other_answers_is_compared_at_once),
        cmocka_unit_test(stepping_back_asks_before_what_was_begun_is_lost),
        cmocka_unit_test(closing_asks_where_leaving_does),
        cmocka_unit_test(what_the_system_ends_is_kept),
        cmocka_unit_test(a_text_that_is_being_typed_is_there_again),
        cmocka_unit_test(time_stands_still_while_nobody_is_there),
        cmocka_unit_test(a_decision_to_write_can_be_passed_without_a_word),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
