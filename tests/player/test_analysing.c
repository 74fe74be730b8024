// What groups chose in kept sessions, as the window shows it: which sessions, which answers count, the files made of
// it.
#include "player/analysing_desk.h"

#include "analysis/kept_rooms.h"
#include "base/path.h"
#include "fake/tree.h"

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
    assert_ptr_equal(desk.player.analysing.shown->of.framework, &desk.player.framework); // for the names of traps
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

static void a_session_that_is_looked_at_is_analysed_by_itself(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    do_kept(&desk, KEPT_CHOOSE, 3, S("")); // ticked, and not the one
    do_kept(&desk, KEPT_OPEN, 1, S(""));
    assert_int_equal(desk.player.screen, SCREEN_KEPT_SESSION);
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    assert_non_null(find_node(look_at(ui, &desk.player), ROLE_BUTTON, S("Analyser cette séance")));
    analyse(&desk, ANALYSE_BEGIN, 0);
    assert_int_equal(desk.player.screen, SCREEN_ANALYSIS);
    settle(&desk);
    assert_int_equal(shown(&desk)->sessions, 1);
    assert_int_equal(shown(&desk)->people, 18);
    assert_int_equal(desk.player.analysing.sides.count, 0); // it is not compared with itself
    assert_null(find_node(look_at(ui, &desk.player), ROLE_RADIO, S("Deux groupes ou deux jours")));
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(desk.player.screen, SCREEN_KEPT);
    ui_destroy(ui);
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
    assert_int_equal(analysing->shown->compared[0].told.sessions, 2);
    assert_int_equal(analysing->shown->compared[0].told.people, 74);
    assert_int_equal(analysing->shown->compared[1].told.people, 30);
    assert_int_equal(shown(&desk)->sessions, 5);
    analyse(&desk, ANALYSE_SIDE_B, 9);
    settle(&desk);
    assert_true(str_equal(analysing->shown->sides[1].day, S("2026-11-23")));
    assert_int_equal(analysing->shown->compared[1].told.sessions, 0); // three people were there
    assert_int_equal(analysing->shown->compared[1].told.left_out, 1);
    analyse(&desk, ANALYSE_SIDE_B, 10);
    analyse(&desk, ANALYSE_SIDE_A, -1);
    assert_null(analysing->job);
    desk_close(&desk);
}

static void two_texts_stand_side_by_side_the_older_one_first(void **state) {
    (void)state;
    Desk desk;
    open_with_two_texts(&desk);
    const Analysing *analysing = &desk.player.analysing;
    for (int32_t subject = 0; subject < 2; subject++) {
        analyse(&desk, ANALYSE_SUBJECT, subject);
        analyse(&desk, ANALYSE_COMPARE, ANALYSING_VERSIONS);
        settle(&desk);
        settle(&desk);
        const AnalysingJob *job = analysing->shown;
        assert_non_null(job->of.versions);
        assert_int_equal(job->compared[0].told.sessions, 5); // of the six, one of three people
        assert_int_equal(job->compared[1].told.sessions, 4);
        assert_int_equal(shown(&desk)->sessions, subject == 0 ? 5 : 4);
        assert_true(str_equal(job->told[0].last_day, S("2026-11-23")));
        assert_true(str_equal(job->told[1].first_day, S("2026-11-24")));
        assert_int_equal(job->told[0].version, 2);
        assert_int_equal(job->told[1].version, 1);
        VersionsCount count = versions_count(&job->versions);
        assert_int_equal(count.same, 2);
        assert_int_equal(count.changed, 4);
        assert_int_equal(count.alone, 2);
        analyse(&desk, ANALYSE_OTHER, subject); // no text stands beside itself
        analyse(&desk, ANALYSE_OTHER, 2);
        assert_null(analysing->job);
    }
    analyse(&desk, ANALYSE_COMPARE, ANALYSING_TOGETHER);
    settle(&desk);
    assert_null(analysing->shown->of.versions);
    desk_close(&desk);
}

static void a_case_that_was_never_changed_has_no_other_text(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    settle(&desk);
    assert_int_equal(desk.player.analysing.other, -1);
    analyse(&desk, ANALYSE_COMPARE, ANALYSING_VERSIONS);
    assert_null(desk.player.analysing.job);
    assert_int_equal(desk.player.analysing.look, ANALYSING_TOGETHER);
    desk_close(&desk);
}

// Each answer that nobody or everybody chose, and each mark that the panel contests, has its row.
static void an_author_sees_which_answer_nobody_chose(void **state) {
    (void)state;
    Desk desk;
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    settle(&desk);
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    AnalysingJob *job = desk.player.analysing.shown;
    job->analysis.decisions.rows[0].contested = true;
    const UiFrame *frame = look_at(ui, &desk.player);
    int32_t told = 0, expected = 1;
    for (int32_t i = 0; i < job->analysis.decisions.count; i++) {
        const AnalysisDecision *decision = &job->analysis.decisions.rows[i];
        expected += decision->flips;
        for (int32_t j = 0; j < decision->options.count; j++) {
            expected += decision->options.rows[j].never || decision->options.rows[j].always;
        }
    }
    for (int32_t i = 0; i < frame->tree.count; i++) {
        Str value = frame->tree.rows[i].value;
        told += str_begins(value, S("Ce qui est à voir\u202F:"));
    }
    assert_true(expected > 1);
    assert_int_equal(told, expected);
    ui_destroy(ui);
    desk_close(&desk);
}

// Two rooms voted, hardly anyone for the second answer, and were closed there.
static void a_vote_that_no_group_answered_after_has_a_page(void **state) {
    (void)state;
    Desk desk;
    SmallCase c;
    read_case(&c, S("scenario"),
              S("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'end', 'options': "
                "[{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}]}}, "
                "{'id': 'end', 'ending': {'title': 'E', 'text': 'T', 'tone': 'good'}}]"));
    open_with_six(&desk);
    analyse(&desk, ANALYSE_BEGIN, 0);
    settle(&desk);
    AnalysingJob *job = desk.player.analysing.shown;
    AnalysisWork *work = analysis_begin(&job->arena, c.scenario, ANALYSIS_LAST);
    for (int32_t i = 0; i < 2; i++) {
        KeptRoom room;
        begin_kept(&room, c.scenario, 6);
        keep_vote(&room, "s", 1, "['a', 'b']", "[5, 1]", 0);
        analysis_add(work, resume_kept(&room));
        end_kept(&room);
    }
    AnalysisEnd end = analysis_end(work);
    assert_int_equal(end.own.decisions.rows[0].sessions, 0);
    job->scenario = c.scenario;
    job->analysis = end.own;
    job->out = end.out;
    Ui *ui = ui_create(fake_typesetter(), fake_clipboard());
    const UiFrame *frame = look_at(ui, &desk.player);
    assert_non_null(find_node(frame, ROLE_TEXT,
                              catalog_text(&desk.player.app.catalog, TR("No vote can be shown here: none was "
                                                                        "taken, or all counts "
                                                                        "are hidden."))));
    ui_destroy(ui);
    desk_close(&desk);
    end_case(&c);
}

static void two_texts_of_a_case_are_two_subjects(void **state) {
    (void)state;
    Arena arena = {0};
    const StoreHeader rows[] = {
        {.kind = STORE_GROUP, .case_id = S("a"), .hash = S("1"), .begun = S("2026-01-02"), .present = 7},
        {.kind = STORE_GROUP, .case_id = S("a"), .hash = S("2"), .begun = S("2026-01-05"), .present = 8},
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
    assert_int_equal(subjects.rows[1].version, 0); // a case that has one
    assert_int_equal(subjects.rows[2].version, 1); // … though the older one was played once more after it
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
        cmocka_unit_test(a_session_that_is_looked_at_is_analysed_by_itself),
        cmocka_unit_test(what_was_left_or_asked_for_anew_meanwhile_comes_to_the_last_wish),
        cmocka_unit_test(each_file_is_named_after_case_group_and_days_and_can_be_opened),
        cmocka_unit_test(two_groups_or_days_stand_side_by_side),
        cmocka_unit_test(two_texts_stand_side_by_side_the_older_one_first),
        cmocka_unit_test(a_case_that_was_never_changed_has_no_other_text),
        cmocka_unit_test(an_author_sees_which_answer_nobody_chose),
        cmocka_unit_test(a_vote_that_no_group_answered_after_has_a_page),
        cmocka_unit_test(two_texts_of_a_case_are_two_subjects)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
