// A kept session of a group, gone through step by step with what its room saw.
#include "player/kept_desk.h"

#include "fake/face.h"
#include "fake/tree.h"
#include "group/audience.h"
#include "player/screen.h"

static const UiFrame *look_at(Ui *ui, const Player *player) {
    UiPreferences preferences = {.text_scale = 100, .words = &player->app.catalog};
    UiInput idle = {.kind = INPUT_IDLE};
    ui_begin(ui, &idle, 1280, 720, preferences);
    (void)screen_view(ui, player);
    return ui_end(ui);
}

// From the title to the ending, page by page, and back again: the same pages.
static void a_session_of_a_group_is_gone_through_step_by_step(void **state) {
    (void)state;
    Desk desk;
    open_with_two(&desk);
    do_kept(&desk, KEPT_STEP, 1, S("")); // of nothing
    do_kept(&desk, KEPT_OPEN, 0, S(""));
    do_kept(&desk, KEPT_TURN, 1, S("")); // on another page
    const KeptSession *kept = desk.player.kept.session;
    assert_int_equal(kept->step, 0);
    do_kept(&desk, KEPT_REPLAY, 0, S(""));
    assert_int_equal(desk.player.screen, SCREEN_REPLAY);
    assert_int_equal(kept->then.phase, GROUP_TITLE);
    assert_false(kept_session_can_turn(kept, -1));
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    int32_t turns = 0, revealed = 0;
    for (; kept_session_can_turn(kept, 1); turns++) {
        assert_non_null(find_node(look_at(ui, &desk.player), ROLE_HEADING, S("Ce que la salle a vu")));
        Telling telling = kept_session_telling_then(kept, &desk.player.app.catalog, &desk.arena);
        Audience audience = audience_create(&kept->then, &telling);
        bool counts = audience.kind == AUDIENCE_RESULTS && audience.rows.rows[0].number.len > 0;
        assert_true(!counts || kept->then.phase >= GROUP_REVEAL);
        revealed += counts;
        do_kept(&desk, KEPT_TURN, 1, S(""));
    }
    assert_int_equal(kept->step, kept->steps.count - 1);
    assert_true(revealed > 0);
    assert_true(turns > kept->steps.count); // some have several pages
    for (; kept_session_can_turn(kept, -1); turns--) {
        do_kept(&desk, KEPT_TURN, -1, S(""));
    }
    assert_int_equal(turns, 0);
    do_kept(&desk, KEPT_STEP, 3, S(""));
    do_kept(&desk, KEPT_STEP, kept->steps.count, S("")); // there is none
    do_kept(&desk, KEPT_TURN, 2, S(""));
    assert_int_equal(kept->step, 3);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(desk.player.screen, SCREEN_KEPT_SESSION);
    assert_non_null(desk.player.kept.session);
    do_kept(&desk, KEPT_REPLAY, 0, S(""));
    assert_int_equal(kept->step, 3); // where it was left
    ui_destroy(ui);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_session_of_a_group_is_gone_through_step_by_step)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
