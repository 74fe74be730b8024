// What comes back: taken up where the person said yes, offered when it is due, moved by what is answered.
#include "base/path.h"
#include "desk.h"

#define QUIZ "q08-ia-que-lui-confier"

// The next start, on a later day.
static void again_on(Desk *desk, int32_t day) {
    writer_wait(desk->player.app.writer);
    desk->start.today = str_format(&desk->arena, "2026-12-%02d", day);
    desk_again(desk);
}

static int32_t due(Desk *desk) {
    desk_act(desk, ACTION_TICK, 0);
    return player_returns_list(&desk->player, &desk->arena).due;
}

static void want_returns(Desk *desk) {
    desk_set(desk, SETTING_RETURNS, 1);
    writer_wait(desk->player.app.writer);
    desk_act(desk, ACTION_TICK, 0);
}

static int32_t count_kind(const Desk *desk, StoreReturnsKind kind) {
    const StoreReturnTable *items = &desk->player.returns.kept.items;
    int32_t count = 0;
    for (int32_t i = 0; i < items->count; i++) {
        count += items->rows[i].kind == kind;
    }
    return count;
}

static void nothing_is_taken_up_until_the_person_says_yes(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk_reach_debrief(&desk, QUIZ);
    assert_true(player_returns_may_ask(&desk.player));
    assert_int_equal(desk.player.returns.kept.items.count, 0);
    assert_false(file_exists(desk_path(&desk, "data/sessions.db")));
    desk_set(&desk, SETTING_RETURNS_ASKED, 1); // no, and never asked again
    assert_false(player_returns_may_ask(&desk.player));
    assert_false(app_setting(&desk.player.app, SETTING_RETURNS));
    desk_close(&desk);
}

static void a_yes_at_the_end_of_a_quiz_takes_its_questions_up(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk_reach_debrief(&desk, QUIZ);
    want_returns(&desk);
    int32_t questions = count_kind(&desk, STORE_RETURNS_QUESTION);
    assert_true(questions >= 4);
    assert_int_equal(due(&desk), 0); // not on the same day
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    again_on(&desk, 1);
    assert_int_equal(due(&desk), questions);
    desk_close(&desk);
}

static void own_words_take_detectors_up(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    want_returns(&desk);
    desk_reach_debrief(&desk, "s04-derriere-la-demande");
    assert_int_equal(count_kind(&desk, STORE_RETURNS_QUESTION), 0);
    int32_t detectors = count_kind(&desk, STORE_RETURNS_DETECTOR);
    assert_true(detectors > 0);
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    again_on(&desk, 1);
    assert_int_equal(due(&desk), detectors);
    desk_act(&desk, ACTION_ENTER, SCREEN_RETURNS);
    desk_act(&desk, ACTION_REVIEW, 0);
    assert_int_equal(desk.player.screen, SCREEN_PLAY);
    desk_play_out(&desk);
    desk_act(&desk, ACTION_TO_DEBRIEF, 0);
    assert_int_equal(desk.player.screen, SCREEN_DEBRIEF);
    desk_act(&desk, ACTION_BACK, 0);
    assert_true(due(&desk) <= detectors - (detectors < 10 ? detectors : 10));
    desk_close(&desk);
}

static void reach_review(Desk *desk) {
    desk_open(desk);
    want_returns(desk);
    desk_reach_debrief(desk, QUIZ);
    desk_act(desk, ACTION_BACK, 0);
    desk_act(desk, ACTION_CONFIRM, 0);
    again_on(desk, 1);
    assert_true(due(desk) > 0);
}

// A short quiz in the ordinary player. What was answered in it is moved, also where it is left in the middle; nothing
// of it is journalled, and no question is asked on the way out.
static void what_is_due_is_played_and_moves_on(void **state) {
    (void)state;
    Desk desk;
    reach_review(&desk);
    Player *player = &desk.player;
    int32_t before = due(&desk);
    desk_act(&desk, ACTION_ENTER, SCREEN_RETURNS);
    desk_act(&desk, ACTION_REVIEW, 0);
    assert_int_equal(player->screen, SCREEN_PLAY);
    assert_int_equal(player->open.scenario->kind, KIND_QUIZ);
    desk_answer(&desk);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(player->screen, SCREEN_RETURNS);
    assert_int_equal(player->overlay, OVERLAY_NONE);
    assert_int_equal(due(&desk), before - 1);
    desk_act(&desk, ACTION_REVIEW, 0);
    desk_play_out(&desk);
    desk_act(&desk, ACTION_TO_DEBRIEF, 0);
    assert_int_equal(player->screen, SCREEN_DEBRIEF);
    desk_act(&desk, ACTION_QUIT, 0);
    assert_int_equal(player->overlay, OVERLAY_NONE);
    player->app.quit = false;
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(due(&desk), 0);
    FileList names;
    assert_true(file_list(&desk.arena, desk_path(&desk, "data/journal"), S(".jsonl"), &names, NULL));
    assert_int_equal(names.count, 0);
    again_on(&desk, 2);
    int32_t next_day = due(&desk);
    again_on(&desk, 4); // three days after: what was mastered, too
    assert_int_equal(due(&desk), before);
    assert_true(next_day <= before);
    desk_close(&desk);
}

// Copies the quiz to the person's own cases, under an id of its own, and gives its path.
static Str own_copy(Desk *desk, const char *from, const char *to) {
    Str path = desk_path(desk, "data/cases/q99-a-moi.json");
    Str bytes = desk_load(desk, S("../scenarios/fr/" QUIZ ".json"));
    StrBuilder out = {.arena = &desk->arena};
    for (Str rest = bytes; rest.len > 0;) {
        ptrdiff_t at = str_find(rest, str_from_c(from));
        ptrdiff_t end = at < 0 ? rest.len : at;
        str_add(&out, str_slice(rest, 0, end));
        if (at >= 0) {
            str_add(&out, str_from_c(to));
            end += str_from_c(from).len;
        }
        rest = str_slice(rest, end, rest.len);
    }
    assert_true(file_save(path, str_built(&out), NULL));
    return path;
}

static void a_mended_question_begins_anew_and_a_removed_case_offers_nothing(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    want_returns(&desk);
    Str path = own_copy(&desk, QUIZ, "q99-a-moi");
    desk_act(&desk, ACTION_RELOAD, 0);
    desk_reach_debrief(&desk, "q99-a-moi");
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    again_on(&desk, 1);
    int32_t before = due(&desk);
    assert_true(before > 0);
    StoreReturn *item = &desk.player.returns.kept.items.rows[0];
    item->text = S("0000000000000000"); // as if it had been worded otherwise then
    item->card.box = 5;
    desk_act(&desk, ACTION_ENTER, SCREEN_RETURNS);
    desk_act(&desk, ACTION_REVIEW, 0);
    assert_int_equal(desk.player.screen, SCREEN_PLAY);
    item = &desk.player.returns.kept.items.rows[0];
    assert_int_equal(item->card.box, 1);
    desk_act(&desk, ACTION_BACK, 0);
    item->item = S("gone-from-the-case");
    desk_act(&desk, ACTION_REVIEW, 0);
    assert_int_equal(desk.player.screen, SCREEN_PLAY);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(due(&desk), before - 1);
    assert_true(file_erase(path, NULL));
    again_on(&desk, 2);
    assert_int_equal(due(&desk), 0); // and all of it waits for the file
    assert_true(desk.player.returns.kept.items.count >= before);
    desk_close(&desk);
}

static void switching_it_off_erases_it_at_once(void **state) {
    (void)state;
    Desk desk;
    reach_review(&desk);
    desk_act(&desk, ACTION_ENTER, SCREEN_RETURNS);
    desk_set(&desk, SETTING_RETURNS, 0);
    assert_int_equal(due(&desk), 0);
    writer_wait(desk.player.app.writer);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(desk.player.app.toast.kind, TOAST_DONE);
    assert_true(str_find(desk_load(&desk, desk_path(&desk, "data/sessions.db")), S(QUIZ)) < 0);
    again_on(&desk, 3);
    assert_int_equal(due(&desk), 0);
    desk_close(&desk);
}

static void erasing_all_erases_it_too(void **state) {
    (void)state;
    Desk desk;
    reach_review(&desk);
    desk_act(&desk, ACTION_SHOW, OVERLAY_CONFIRM_ERASE_ALL);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_int_equal(due(&desk), 0);
    assert_false(file_exists(desk_path(&desk, "data/sessions.db")));
    desk_close(&desk);
}

static void a_second_window_offers_nothing(void **state) {
    (void)state;
    Desk desk, other;
    reach_review(&desk);
    other = (Desk){.root = desk.root, .start = desk.start, .now_ms = 1000};
    desk_join(&other);
    assert_true(other.player.app.is_second);
    assert_int_equal(due(&other), 0);
    assert_false(app_can_write(&other.player.app));
    player_finish(&other.player);
    arena_finish(&other.arena);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_is_taken_up_until_the_person_says_yes),
        cmocka_unit_test(a_yes_at_the_end_of_a_quiz_takes_its_questions_up),
        cmocka_unit_test(own_words_take_detectors_up),
        cmocka_unit_test(what_is_due_is_played_and_moves_on),
        cmocka_unit_test(a_mended_question_begins_anew_and_a_removed_case_offers_nothing),
        cmocka_unit_test(switching_it_off_erases_it_at_once),
        cmocka_unit_test(erasing_all_erases_it_too),
        cmocka_unit_test(a_second_window_offers_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
