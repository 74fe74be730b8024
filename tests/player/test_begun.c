#include "base/file.h"

#include "desk.h"

#include "player/player_parts.h"

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

// The case in the folder of one's own cases, begun and answered once; gives its bytes.
static Str begin_mine(Desk *desk) {
    desk_open(desk);
    Str bytes = desk_load(desk, S("data/journal/deux-questions.json"));
    put(desk, "data/cases/mine.json", bytes);
    desk_act(desk, ACTION_RELOAD, 0);
    desk_begin_case(desk, CASE);
    desk_answer(desk);
    assert_int_equal(player_walk(&desk->player)->session.way.count, 1);
    return bytes;
}

static Str replace(Desk *desk, Str text, const char *old, const char *fresh) {
    ptrdiff_t at = str_find(text, str_from_c(old));
    assert_true(at >= 0);
    Str rest = str_slice(text, at + str_from_c(old).len, text.len);
    return str_format(&desk->arena, "%.*s%s%.*s", S_ARG(str_slice(text, 0, at)), fresh, S_ARG(rest));
}

static void a_case_whose_words_were_mended_is_taken_up(void **state) {
    (void)state;
    Desk desk;
    Str bytes = begin_mine(&desk);
    Player *player = &desk.player;
    Str lines = desk_lines(&desk, 0);
    Str mended = replace(&desk, bytes, "Vous attendez qu’il parle.", "Vous attendez qu’il parle le premier.");
    put(&desk, "data/cases/mine.json", replace(&desk, mended, "\"cla\": 1}", "\"cla\": 2}"));
    desk_crash(&desk);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, CASE));
    assert_true(player->open.can_resume && player->open.was_mended);
    assert_false(player->open.was_changed);
    desk_act(&desk, ACTION_RESUME, 0);
    assert_int_equal(player->screen, SCREEN_PLAY);
    assert_int_equal(player_walk(player)->session.way.count, 1);
    assert_true(str_begins(desk_lines(&desk, 0), str_slice(lines, 0, str_find(lines, S("\"marks\"")))));
    desk_play_out(&desk);
    desk_crash(&desk);
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, CASE));
    desk_act(&desk, ACTION_RESUME, 0);
    assert_int_equal(player_walk(player)->phase, SOLO_PHASE_ENDED);
    desk_close(&desk);
}

static void a_case_whose_ways_were_changed_is_not_taken_up(void **state) {
    (void)state;
    static const char *const CHANGES[][2] = {{"\"id\": \"demander\"", "\"id\": \"proposer\""},
                                             {"\"next\": \"mots\"", "\"next\": \"fin\""}};
    for (int32_t i = 0; i < COUNT(CHANGES); i++) {
        Desk desk;
        Str bytes = begin_mine(&desk);
        writer_wait(desk.player.app.writer);
        Str kept = desk_load(&desk, desk_path(&desk, "data/journal/deux-questions.1.jsonl"));
        bool took = str_find(kept, S("\"answer\": \"demander\"")) > 0;
        put(&desk, "data/cases/mine.json", replace(&desk, bytes, CHANGES[i][0], CHANGES[i][1]));
        desk_crash(&desk);
        desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, CASE));
        assert_int_equal(desk.player.open.was_changed, i > 0 || took);
        assert_int_equal(desk.player.open.can_resume, !desk.player.open.was_changed);
        desk_act(&desk, ACTION_START, 0);
        assert_int_equal(desk.player.overlay, OVERLAY_CONFIRM_RESTART);
        desk_act(&desk, ACTION_CONFIRM, 0);
        assert_int_equal(desk.player.screen, SCREEN_PLAY);
        desk_close(&desk);
    }
}

// One bit of the second answer is flipped; its line end stays.
static void what_can_be_read_of_a_damaged_journal_is_written_anew(void **state) {
    (void)state;
    static const char *const FLIPS[][2] = {{"\"scene\": \"mots\"", "\"scene\"z \"mots\""},
                                           {"\"scene\": \"mots\"", "\"scene\": \"mous\""}};
    for (int32_t i = 0; i < COUNT(FLIPS); i++) {
        Desk desk;
        start_desk(&desk);
        Player *player = &desk.player;
        put(&desk, OLD, replace(&desk, desk_load(&desk, str_from_c(OLD)), FLIPS[i][0], FLIPS[i][1]));
        open_case(&desk);
        assert_true(player->open.can_resume);
        assert_int_equal(player->open.was_damaged, i == 0); // the other fault shows when it is played back
        desk_act(&desk, ACTION_RESUME, 0);
        assert_int_equal(player->screen, SCREEN_PLAY);
        assert_int_equal(player_walk(player)->session.way.count, 1);
        assert_int_equal(player->app.toast.kind, TOAST_INFO);
        assert_journals(&desk, "deux-questions.1.jsonl");
        assert_true(file_exists(desk_path(&desk, "data/journal/deux-questions.2026-11-27.damaged")));
        desk_play_out(&desk);
        Str lines = desk_lines(&desk, 0);
        desk_crash(&desk);
        assert_false(player->open.was_damaged);
        desk_act(&desk, ACTION_RESUME, 0);
        assert_true(str_equal(desk_lines(&desk, 0), lines));
        assert_true(str_equal(player->note, S("Attendre, puis demander.")));
        desk_act(&desk, ACTION_BACK, 0);
        desk_act(&desk, ACTION_CONFIRM, 0);
        writer_wait(player->app.writer);
        assert_journals(&desk, "");
        assert_false(file_exists(desk_path(&desk, "data/journal/deux-questions.2026-11-27.damaged")));
        desk_close(&desk);
    }
}

static void what_was_begun_with_another_copy_is_left_alone(void **state) {
    (void)state;
    Desk desk;
    Str bytes = begin_mine(&desk);
    Player *player = &desk.player;
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    desk_act(&desk, ACTION_BACK, 0);
    put(&desk, "data/cases/other.json", replace(&desk, bytes, "Deux questions", "Deux autres questions"));
    desk_act(&desk, ACTION_RELOAD, 0);
    int32_t mine = desk_find_card(&desk, CASE);
    int32_t other = mine + 1;
    assert_true(player->library.cards.rows[mine].started);
    assert_false(player->library.cards.rows[other].started);
    desk_act(&desk, ACTION_OPEN_CASE, other);
    assert_false(player->open.can_resume || player->open.was_changed);
    desk_act(&desk, ACTION_START, 0);
    desk_answer(&desk);
    assert_journals(&desk, "deux-questions.1.jsonl deux-questions.2.jsonl");
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    desk_act(&desk, ACTION_LET_GO, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_journals(&desk, "deux-questions.1.jsonl");
    desk_close(&desk);
}

static void one_window_at_a_time_keeps_what_is_begun(void **state) {
    (void)state;
    Desk desk;
    (void)begin_mine(&desk);
    Desk second = {.root = desk.root, .now_ms = 1000};
    desk_join(&second);
    assert_true(second.player.app.is_second);
    desk_begin_case(&second, CASE);
    assert_int_equal(second.player.open.begun.count, 0);
    desk_answer(&second);
    desk_set(&second, SETTING_LIMITS_OFF, true);
    writer_wait(second.player.app.writer);
    assert_journals(&desk, "deux-questions.1.jsonl");
    Str lines = desk_load(&desk, desk_path(&desk, "data/journal/deux-questions.1.jsonl"));
    assert_true(str_ends(lines, desk_lines(&desk, 0)));
    desk_act(&second, ACTION_GO, SCREEN_SETTINGS);
    desk_act(&second, ACTION_SHOW, OVERLAY_CONFIRM_ERASE_ALL);
    desk_act(&second, ACTION_CONFIRM, 0);
    assert_int_equal(second.player.app.toast.kind, TOAST_TROUBLE);
    assert_journals(&desk, "deux-questions.1.jsonl");
    player_finish(&desk.player);
    desk_act(&second, ACTION_RELOAD, 0);
    assert_false(second.player.app.is_second);
    desk_act(&second, ACTION_OPEN_CASE, desk_find_card(&second, CASE));
    assert_true(second.player.open.can_resume);
    desk_close(&second);
    arena_finish(&desk.arena);
}

static void settings_that_cannot_be_read_are_told_and_kept(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    assert_int_equal(desk.player.app.toast.kind, TOAST_NONE);
    writer_wait(desk.player.app.writer);
    put(&desk, "data/settings.json", S("{\"theme\": "));
    desk_again(&desk);
    assert_int_equal(desk.player.app.toast.kind, TOAST_TROUBLE);
    desk_act(&desk, ACTION_WELCOME, 0); // which writes new ones
    desk_again(&desk);
    assert_int_equal(desk.player.app.toast.kind, TOAST_NONE);
    assert_true(str_equal(desk_load(&desk, desk_path(&desk, "data/settings.json.broken")), S("{\"theme\": ")));
    desk_close(&desk);
}

static void what_stood_before_the_last_change_is_read_where_that_is_damaged(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Str added = desk_path(&desk, "documents");
    assert_true(kept_list_add(&desk.player.case_folders, added));
    Str list = kept_list_write(&desk.arena, &desk.player.case_folders);
    desk_set(&desk, SETTING_THEME, THEME_NIGHT);
    desk_set(&desk, SETTING_LIMITS_OFF, true);
    writer_wait(desk.player.app.writer);
    put(&desk, "data/settings.json", S("{\"theme\": "));
    put(&desk, "data/folders.json~", list);
    put(&desk, "data/folders.json", S(""));
    for (int32_t start = 0; start < 2; start++) {
        desk_again(&desk);
        assert_int_equal(desk.player.app.toast.kind, start == 0 ? TOAST_TROUBLE : TOAST_NONE);
        assert_int_equal(app_setting(&desk.player.app, SETTING_THEME), THEME_NIGHT);
        assert_int_equal(desk.player.screen, SCREEN_LIBRARY);
        assert_true(kept_list_has(&desk.player.case_folders, added));
    }
    desk_close(&desk);
}

// As is one that may not be read: whoever tests may read all.
static void settings_that_are_no_file_are_out_of_the_way_of_new_ones(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    writer_wait(desk.player.app.writer);
    assert_true(file_erase(desk_path(&desk, "data/settings.json"), NULL));
    assert_true(file_make_folder(desk_path(&desk, "data/settings.json"), NULL));
    desk_again(&desk);
    assert_int_equal(desk.player.app.toast.kind, TOAST_TROUBLE);
    desk_set(&desk, SETTING_THEME, THEME_NIGHT);
    desk_again(&desk);
    assert_int_equal(desk.player.app.toast.kind, TOAST_NONE);
    assert_int_equal(app_setting(&desk.player.app, SETTING_THEME), THEME_NIGHT);
    assert_true(file_is_folder(desk_path(&desk, "data/settings.json.broken")));
    desk_close(&desk);
}

static void a_case_opened_beside_another_window_takes_no_place_of_what_that_began(void **state) {
    (void)state;
    Desk desk;
    (void)begin_mine(&desk);
    Desk second = {.root = desk.root, .now_ms = 1000};
    desk_join(&second);
    desk_act(&second, ACTION_OPEN_CASE, desk_find_card(&second, CASE));
    Str lines = desk_load(&desk, desk_path(&desk, "data/journal/deux-questions.1.jsonl"));
    player_finish(&desk.player);
    desk_act(&second, ACTION_GO, SCREEN_KEPT); // takes the folder over
    assert_false(second.player.app.is_second);
    desk_act(&second, ACTION_BACK, 0);
    desk_act(&second, ACTION_START, 0);
    assert_int_equal(second.player.screen, SCREEN_PLAY);
    assert_false(player_keeps(&second.player));
    assert_journals(&second, "deux-questions.1.jsonl");
    assert_true(str_begins(desk_load(&second, desk_path(&second, "data/journal/deux-questions.1.jsonl")), lines));
    desk_act(&second, ACTION_BACK, 0);
    desk_act(&second, ACTION_CONFIRM, 0);
    desk_act(&second, ACTION_BACK, 0);
    desk_act(&second, ACTION_OPEN_CASE, desk_find_card(&second, CASE));
    assert_true(second.player.open.can_resume);
    desk_close(&second);
    arena_finish(&desk.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_journal_of_before_there_were_kinds_is_taken_up_where_it_stands),
        cmocka_unit_test(beginning_anew_takes_the_place_of_what_was_begun),
        cmocka_unit_test(what_a_group_began_is_not_touched),
        cmocka_unit_test(a_case_whose_words_were_mended_is_taken_up),
        cmocka_unit_test(a_case_whose_ways_were_changed_is_not_taken_up),
        cmocka_unit_test(what_can_be_read_of_a_damaged_journal_is_written_anew),
        cmocka_unit_test(what_was_begun_with_another_copy_is_left_alone),
        cmocka_unit_test(one_window_at_a_time_keeps_what_is_begun),
        cmocka_unit_test(settings_that_cannot_be_read_are_told_and_kept),
        cmocka_unit_test(settings_that_are_no_file_are_out_of_the_way_of_new_ones),
        cmocka_unit_test(what_stood_before_the_last_change_is_read_where_that_is_damaged),
        cmocka_unit_test(a_case_opened_beside_another_window_takes_no_place_of_what_that_began),
        cmocka_unit_test(of_several_runs_the_latest_is_offered_and_all_go_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
