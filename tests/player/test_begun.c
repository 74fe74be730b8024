#include "base/file.h"

#include "desk.h"

// Cases that were begun, as their journals stand in the folder.

static const char CASE[] = "deux-questions";
static const char OLD[] = "data/journal/deux-questions.jsonl"; // written before journals had kinds and numbers

static void start_desk(Desk *desk) {
    desk_start(desk, (DeskStart){.case_path = S("data/journal/deux-questions.json")});
    desk_act(desk, ACTION_WELCOME, 0);
}

static void put(Desk *desk, const char *name, Str bytes) {
    assert_true(file_save(desk_path(desk, name), bytes, NULL));
}

static void put_run(Desk *desk, const char *name, const char *kind, const char *date) {
    Str lines = desk_load(desk, str_from_c(OLD));
    (void)str_cut(&lines, '\n');
    put(desk, name,
        str_format(&desk->arena,
                   "{\"palabre\": \"journal\", \"version\": 1, \"kind\": \"%s\", \"case\": \"%s\", \"title\": \"\", "
                   "\"path\": \"\", \"hash\": \"ab9991bcf75b30e6\", \"len\": 2106, \"date\": \"%s\"}\n%.*s",
                   kind, CASE, date, S_ARG(lines)));
}

static void assert_journals(Desk *desk, const char *expected) {
    FileList names;
    writer_wait(desk->player.app.writer);
    assert_true(file_list(&desk->arena, desk_path(desk, "data/journal"), S(".jsonl"), &names, NULL));
    StrBuilder line = {.arena = &desk->arena};
    for (int32_t i = 0; i < names.count; i++) {
        str_addf(&line, "%s%.*s", i > 0 ? " " : "", S_ARG(names.rows[i]));
    }
    assert_string_equal(str_to_c(&desk->arena, str_built(&line)), expected);
}

static void open_case(Desk *desk) {
    desk_again(desk);
    assert_int_equal(desk->player.screen, SCREEN_CASE);
}

static void leave(Desk *desk) {
    desk_act(desk, ACTION_BACK, 0);
    desk_act(desk, ACTION_CONFIRM, 0);
}

static Str first_of(Desk *desk, const char *name, ptrdiff_t len) {
    return str_slice(desk_load(desk, desk_path(desk, name)), 0, len);
}

static void a_journal_of_before_there_were_kinds_is_taken_up_where_it_stands(void **state) {
    (void)state;
    Desk desk;
    start_desk(&desk);
    Player *player = &desk.player;
    Str kept = desk_load(&desk, str_from_c(OLD));
    put(&desk, OLD, kept);
    open_case(&desk);
    assert_true(player->open.can_resume);
    desk_act(&desk, ACTION_RESUME, 0);
    assert_int_equal(player->screen, SCREEN_PLAY);
    assert_int_equal(player->walk_count, 2);
    assert_int_equal(player->walks[0].phase, SOLO_PHASE_ENDED);
    assert_int_equal(player->walks[1].session.way.count, 1);
    assert_true(str_equal(player->note, S("Attendre, puis demander.")));
    Str rest = kept; // what was written then is written now, byte by byte
    (void)str_cut(&rest, '\n');
    Str first = desk_lines(&desk, 0), second = desk_lines(&desk, 1);
    assert_true(str_begins(rest, first) && str_ends(rest, second));
    desk_play_out(&desk);
    desk_crash(&desk);
    assert_journals(&desk, "deux-questions.jsonl");
    assert_true(str_equal(first_of(&desk, OLD, kept.len), kept));
    desk_act(&desk, ACTION_RESUME, 0);
    assert_int_equal(player->screen, SCREEN_COMPARE);
    assert_int_equal(player->walks[1].phase, SOLO_PHASE_ENDED);
    assert_true(str_begins(desk_lines(&desk, 1), second));
    desk_close(&desk);
}

static void beginning_anew_takes_the_place_of_what_was_begun(void **state) {
    (void)state;
    Desk desk;
    start_desk(&desk);
    put(&desk, OLD, desk_load(&desk, str_from_c(OLD)));
    open_case(&desk);
    desk_act(&desk, ACTION_START, 0);
    assert_int_equal(desk.player.overlay, OVERLAY_CONFIRM_RESTART);
    desk_act(&desk, ACTION_CONFIRM, 0);
    desk_answer(&desk);
    assert_journals(&desk, "deux-questions.jsonl");
    Str bytes = desk_load(&desk, desk_path(&desk, OLD));
    assert_true(str_find(bytes, S("\"kind\": \"solo\"")) > 0);
    assert_true(str_find(bytes, S("Attendre, puis demander.")) < 0);
    leave(&desk);
    desk_act(&desk, ACTION_LET_GO, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_journals(&desk, "");
    desk_act(&desk, ACTION_START, 0);
    assert_journals(&desk, "deux-questions.1.jsonl");
    desk_close(&desk);
}

static void what_a_group_began_is_not_touched(void **state) {
    (void)state;
    Desk desk;
    start_desk(&desk);
    Player *player = &desk.player;
    put_run(&desk, "data/journal/deux-questions.1.jsonl", "group", "2026-11-27");
    Str kept = desk_load(&desk, desk_path(&desk, "data/journal/deux-questions.1.jsonl"));
    open_case(&desk);
    assert_false(player->open.can_resume || player->open.was_changed);
    assert_false(player->library.cards.rows[player->open.card].started);
    desk_act(&desk, ACTION_START, 0);
    assert_int_equal(player->screen, SCREEN_PLAY); // nothing was begun alone
    desk_answer(&desk);
    assert_journals(&desk, "deux-questions.1.jsonl deux-questions.2.jsonl");
    leave(&desk);
    desk_act(&desk, ACTION_LET_GO, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_journals(&desk, "deux-questions.1.jsonl");
    assert_true(str_equal(desk_load(&desk, desk_path(&desk, "data/journal/deux-questions.1.jsonl")), kept));
    desk_act(&desk, ACTION_GO, SCREEN_SETTINGS);
    desk_act(&desk, ACTION_SHOW, OVERLAY_CONFIRM_ERASE_ALL);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_journals(&desk, "");
    desk_close(&desk);
}

static void of_several_runs_the_latest_is_offered_and_all_go_together(void **state) {
    (void)state;
    Desk desk;
    start_desk(&desk);
    Player *player = &desk.player;
    put_run(&desk, "data/journal/deux-questions.1.jsonl", "solo", "2026-11-27");
    put_run(&desk, "data/journal/deux-questions.2.jsonl", "solo", "2026-11-25");
    open_case(&desk);
    assert_true(player->open.can_resume);
    assert_true(str_equal(player->open.begun_on, S("2026-11-27")));
    assert_true(str_equal(player->library.cards.rows[player->open.card].started_on, S("2026-11-27")));
    desk_act(&desk, ACTION_RESUME, 0);
    desk_play_out(&desk);
    leave(&desk);
    assert_journals(&desk, "deux-questions.1.jsonl deux-questions.2.jsonl");
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_int_equal(player->screen, SCREEN_LIBRARY);
    assert_journals(&desk, "");
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_journal_of_before_there_were_kinds_is_taken_up_where_it_stands),
        cmocka_unit_test(beginning_anew_takes_the_place_of_what_was_begun),
        cmocka_unit_test(what_a_group_began_is_not_touched),
        cmocka_unit_test(of_several_runs_the_latest_is_offered_and_all_go_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
