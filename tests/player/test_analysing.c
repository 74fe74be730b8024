// What groups chose in kept sessions, as the window shows it: which sessions, which answers count, the files made of
// it.
#include "player/desk.h"

#include "base/path.h"
#include "player/player_parts.h"

static void settle(Desk *desk) {
    writer_wait(desk->player.app.writer);
    desk_act(desk, ACTION_TICK, 0);
}

static void do_kept(Desk *desk, KeptActionKind kind, int32_t index, Str text) {
    Action action = {.kind = ACTION_KEPT, .kept = {.kind = kind, .index = index, .text = text}};
    player_update(&desk->player, &action, desk->now_ms += 10);
    settle(desk);
}

static void analyse(Desk *desk, AnalyseActionKind kind, int32_t index) {
    Action action = {.kind = ACTION_ANALYSE, .analyse = {.kind = kind, .index = index}};
    player_update(&desk->player, &action, desk->now_ms += 10);
}

static void open_with_six(Desk *desk) {
    desk_open(desk);
    desk_act(desk, ACTION_GO, SCREEN_KEPT);
    settle(desk);
    do_kept(desk, KEPT_IMPORT, 0, S("data/sessions/six.jsonl"));
    assert_int_equal(desk->player.kept.shown->list.count, 6);
}

static const Analysis *shown(const Desk *desk) {
    assert_non_null(desk->player.analysing.shown);
    assert_non_null(desk->player.analysing.shown->scenario);
    return &desk->player.analysing.shown->analysis;
}

static void all_sessions_of_a_case_are_analysed_and_the_last_answers_count(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    assert_int_equal(desk.player.screen, SCREEN_ANALYSIS);
    assert_null(desk.player.analysing.shown);
    settle(&desk);
    assert_int_equal(shown(&desk)->sessions, 5);
    assert_int_equal(shown(&desk)->left_out, 1);
    assert_int_equal(shown(&desk)->counted, ANALYSIS_LAST);
    assert_true(str_equal(desk.player.analysing.shown->of.first_day, S("2026-09-14")));
    analyse(&desk, ANALYSE_COUNT, ANALYSIS_FIRST);
    assert_int_equal(shown(&desk)->counted, ANALYSIS_LAST);
    settle(&desk);
    assert_int_equal(shown(&desk)->counted, ANALYSIS_FIRST);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(desk.player.screen, SCREEN_KEPT);
    desk_close(&desk);
}

static void those_that_are_ticked_are_analysed_alone(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    do_kept(&desk, KEPT_CHOOSE, 3, S(""));
    do_kept(&desk, KEPT_CHOOSE, 4, S(""));
    analyse(&desk, ANALYSE_BEGIN, 0);
    settle(&desk);
    assert_int_equal(shown(&desk)->sessions, 2);
    assert_int_equal(shown(&desk)->people, 72);
    desk_close(&desk);
}

static void what_was_left_or_asked_for_anew_meanwhile_comes_to_the_last_wish(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    analyse(&desk, ANALYSE_COUNT, ANALYSIS_FIRST);
    analyse(&desk, ANALYSE_SAVE, REPORT_HTML); // there is nothing yet
    settle(&desk);
    settle(&desk);
    assert_int_equal(shown(&desk)->counted, ANALYSIS_FIRST);
    assert_null(desk.player.analysing.saving);
    analyse(&desk, ANALYSE_COUNT, ANALYSIS_LAST);
    desk_act(&desk, ACTION_BACK, 0);
    settle(&desk);
    analyse(&desk, ANALYSE_DECISION, 1); // of a page that was left
    assert_int_equal(desk.player.analysing.decision, 0);
    settle(&desk);
    do_kept(&desk, KEPT_CHOOSE, 0, S(""));
    analyse(&desk, ANALYSE_BEGIN, 0);
    settle(&desk);
    settle(&desk);
    assert_int_equal(shown(&desk)->sessions, 0);
    assert_int_equal(shown(&desk)->left_out, 1);
    assert_false(player_analysis_can_save(&desk.player));
    desk_close(&desk);
}

static void each_file_is_named_after_case_group_and_days_and_can_be_opened(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    settle(&desk);
    static const char *const ENDINGS[REPORT_FORMAT_COUNT] = {".html", ".xlsx", ".csv", ".json"};
    for (int32_t file = 0; file < REPORT_FORMAT_COUNT; file++) {
        if (!report_can_make((ReportFormat)file)) {
            continue;
        }
        analyse(&desk, ANALYSE_SAVE, file);
        settle(&desk);
        Str path = str_format(&desk.arena, "%s%s", "Palabre – Le dossier vert – 5 séances – 2026-09-14 à 2026-11-23",
                              ENDINGS[file]);
        assert_true(str_equal(path_name(desk.player.analysing.saved->path), path));
        assert_true(desk_load(&desk, desk.player.analysing.saved->path).len > 0);
        analyse(&desk, ANALYSE_OPEN, 0);
        assert_true(str_equal(desk.player.app.opens, desk.player.analysing.saved->path));
        analyse(&desk, ANALYSE_OPEN, 1);
        assert_true(str_equal(desk.player.app.opens, desk.player.app.folders.documents));
    }
    analyse(&desk, ANALYSE_SAVE, REPORT_HTML);
    settle(&desk);
    assert_true(path_ends(desk.player.analysing.saved->path, S(" (2).html")));
    desk_close(&desk);
}

static void two_groups_or_days_stand_side_by_side(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    analyse(&desk, ANALYSE_COMPARE, 1);
    settle(&desk);
    settle(&desk);
    const Analysing *analysing = &desk.player.analysing;
    assert_true(analysing->shown->compares);
    assert_int_equal(analysing->sides.count, 10); // four names, six days
    assert_true(str_equal(analysing->shown->sides[0].label, S("Lundi matin")));
    assert_true(str_equal(analysing->shown->sides[1].label, S("Maison de quartier")));
    assert_int_equal(analysing->shown->compared[0].sessions, 2);
    assert_int_equal(analysing->shown->compared[0].people, 74);
    assert_int_equal(analysing->shown->compared[1].people, 30);
    assert_int_equal(shown(&desk)->sessions, 5);
    analyse(&desk, ANALYSE_SIDE_B, 9);
    settle(&desk);
    assert_true(str_equal(analysing->shown->sides[1].day, S("2026-11-23")));
    assert_int_equal(analysing->shown->compared[1].sessions, 0); // three people were there
    assert_int_equal(analysing->shown->compared[1].left_out, 1);
    analyse(&desk, ANALYSE_SIDE_B, 10);
    analyse(&desk, ANALYSE_SIDE_A, -1);
    assert_null(analysing->job);
    desk_close(&desk);
}

static void two_texts_of_a_case_are_two_subjects(void **state) {
    (void)state;
    Arena arena = {0};
    const StoreHeader rows[] = {
        {.kind = STORE_GROUP, .case_id = S("a"), .hash = S("1"), .begun = S("2026-01-02"), .present = 7},
        {.kind = STORE_GROUP, .case_id = S("a"), .hash = S("2"), .begun = S("2026-03-02"), .present = 8},
        {.kind = STORE_GROUP, .case_id = S("a"), .hash = S("1"), .begun = S("2026-01-09"), .present = 9},
        {.kind = STORE_GROUP, .case_id = S("b"), .hash = S("3"), .begun = S("2026-02-02"), .present = 5},
        {.kind = STORE_SOLO, .case_id = S("a"), .hash = S("1"), .begun = S("2026-02-03")},
        {.kind = STORE_GROUP, .case_id = S("a"), .hash = S("1"), .begun = S("2026-02-03"), .damaged = true}};
    bool chosen[COUNT(rows)] = {false};
    StoreHeaderList list = {0};
    for (int32_t i = 0; i < COUNT(rows); i++) {
        *rows_append(&arena, &list) = rows[i];
    }
    AnalysingSubjects subjects = analysing_subjects(&arena, &list, chosen);
    assert_int_equal(subjects.count, 3);
    assert_int_equal(subjects.rows[0].sessions.count, 2);
    assert_int_equal(subjects.rows[0].people, 16);
    assert_int_equal(subjects.rows[0].version, 2); // the older text
    assert_true(str_equal(subjects.rows[0].last_day, S("2026-01-09")));
    assert_int_equal(subjects.rows[1].version, 1);
    assert_int_equal(subjects.rows[2].version, 0); // a case that has one
    chosen[3] = chosen[4] = true;
    subjects = analysing_subjects(&arena, &list, chosen);
    assert_int_equal(subjects.count, 1);
    assert_true(str_equal(subjects.rows[0].sessions.rows[0].case_id, S("b")));
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_sessions_of_a_case_are_analysed_and_the_last_answers_count),
        cmocka_unit_test(those_that_are_ticked_are_analysed_alone),
        cmocka_unit_test(what_was_left_or_asked_for_anew_meanwhile_comes_to_the_last_wish),
        cmocka_unit_test(each_file_is_named_after_case_group_and_days_and_can_be_opened),
        cmocka_unit_test(two_groups_or_days_stand_side_by_side),
        cmocka_unit_test(two_texts_of_a_case_are_two_subjects)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
