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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_what_if_without_an_answer_leaves_no_trace),
        cmocka_unit_test(a_what_if_that_keeps_the_other_answers_is_compared_at_once),
        cmocka_unit_test(stepping_back_asks_before_what_was_begun_is_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
