// What ways carry, who must have moved between two votes, the group's mirror and another key.
#include "analysis/analysis.h"

#include "kept_rooms.h"

#include <math.h>

#define CASE                                                                                             \
    "'start': 's', 'scenes': [{'id': 's', 'step': 'must', 'ask': {'kind': 'choice', "                    \
    " 'panel': {'n': 10, 'answers': {'a': 1, 'b': 9}}, 'options': ["                                     \
    "  {'id': 'a', 'text': 'A', 'stance': 'recommended', 'attitude': 'soutien', 'scores': {'a': 2}, "    \
    "   'next': 'u'}, "                                                                                  \
    "  {'id': 'b', 'text': 'B', 'attitude': 'solution', 'traps': ['minimiser'], 'scores': {'a': -1}, "   \
    "   'next': 't'}]}}, "                                                                               \
    "{'id': 't', 'step': 'avoid', 'ask': {'kind': 'choice', 'next': 'end', 'options': ["                 \
    "  {'id': 'x', 'text': 'X', 'attitude': 'soutien', 'scores': {'a': 2}}, "                            \
    "  {'id': 'y', 'text': 'Y', 'traps': ['minimiser', 'justifier']}]}}, "                               \
    "{'id': 'u', 'ask': {'kind': 'choice', 'next': 'end', 'options': ["                                  \
    "  {'id': 'v', 'text': 'V', 'scores': {'a': 1}}, {'id': 'w', 'text': 'W', 'scores': {'a': -1}}]}}, " \
    "{'id': 'end', 'ending': {'title': 'E', 'text': 'T', 'tone': 'good'}}]"

typedef struct {
    SmallCase c;
    Arena arena;
    AnalysisWork *work;
    Analysis analysis;
} Desk;

static void begin_desk(Desk *desk) {
    *desk = (Desk){0};
    read_case(&desk->c, S("scenario"), S(CASE));
    desk->work = analysis_begin(&desk->arena, desk->c.scenario, ANALYSIS_LAST);
}

static void end_desk(Desk *desk) {
    arena_finish(&desk->arena);
    end_case(&desk->c);
}

// `answers` as "bx"; NULL hands: there was no such vote.
static void play(Desk *desk, const char *answers, const char *before, const char *after) {
    KeptRoom room;
    begin_kept(&room, desk->c.scenario, 12);
    if (before) {
        keep_vote(&room, "s", 1, "['a', 'b']", before, 0);
    }
    if (after) {
        keep_vote(&room, "s", 2, "['a', 'b']", after, 0);
    }
    bool first = answers[0] == 'a';
    keep_answer(&room, "s", first ? "'a'" : "'b'", first ? "u" : "t", 0);
    Str second = str_format(&room.arena, "'%c'%c", answers[1], 0);
    keep_answer(&room, first ? "u" : "t", second.text, "end", 0);
    analysis_add(desk->work, resume_kept(&room));
    end_kept(&room);
}

// Sessions without votes, by their answers: "by bx av".
static void analyse(Desk *desk, const char *sessions) {
    begin_desk(desk);
    for (Str rest = str_from_c(sessions); rest.len > 0;) {
        play(desk, str_cut(&rest, ' ').text, NULL, NULL);
    }
    desk->analysis = analysis_end(desk->work).out.told;
}

static void analyse_votes(Desk *desk, const char *before, const char *after) {
    begin_desk(desk);
    play(desk, "by", before, after);
    desk->analysis = analysis_end(desk->work).out.told;
}

static const AnalysisMet *find_met(const Desk *desk, AnalysisMetKind kind, Str name) {
    const Scenario *scenario = desk->c.scenario;
    for (int32_t i = 0; i < desk->analysis.met.count; i++) {
        const AnalysisMet *met = &desk->analysis.met.rows[i];
        Str id = kind == ANALYSIS_TRAP ? scenario_name(scenario, met->of)
                 : kind >= ANALYSIS_MUST && met->kind == kind
                     ? scenario_name(scenario, scenario->scenes.rows[met->of].id)
                     : (Str){0};
        if (met->kind == kind && str_equal(id, name)) {
            return met;
        }
    }
    fail();
    return NULL;
}

static const AnalysisMet *find_attitude(const Desk *desk, Attitude attitude) {
    for (int32_t i = 0; i < desk->analysis.met.count; i++) {
        const AnalysisMet *met = &desk->analysis.met.rows[i];
        if (met->kind == ANALYSIS_ATTITUDE && met->of == (int32_t)attitude) {
            return met;
        }
    }
    return NULL;
}

static void assert_met(const AnalysisMet *met, int32_t sessions, int32_t times) {
    assert_int_equal(met->sessions, sessions);
    assert_int_equal(met->times, times);
}

static void traps_attitudes_and_steps_are_counted_by_session_and_by_time(void **state) {
    (void)state;
    Desk desk;
    analyse(&desk, "by bx av");
    assert_met(find_met(&desk, ANALYSIS_TRAP, S("minimiser")), 2, 3);
    assert_met(find_met(&desk, ANALYSIS_TRAP, S("justifier")), 1, 1);
    assert_met(find_attitude(&desk, ATTITUDE_SUPPORT), 2, 2);
    assert_met(find_attitude(&desk, ATTITUDE_SOLUTION), 2, 2);
    assert_null(find_attitude(&desk, ATTITUDE_ENQUIRY)); // the case has none
    assert_int_equal(find_met(&desk, ANALYSIS_MUST, S("s"))->sessions, 3);
    assert_int_equal(find_met(&desk, ANALYSIS_AVOID, S("t"))->sessions, 2);
    end_desk(&desk);
}

static void a_way_has_the_marks_of_its_sessions(void **state) {
    (void)state;
    Desk desk;
    analyse(&desk, "by by av");
    assert_int_equal(desk.analysis.way_count, 2);
    const AnalysisWay *most = &desk.analysis.ways.rows[0];
    assert_int_equal(most->sessions, 2);
    assert_int_equal(most->profiles[1].occasions, 2); // of the second answers none carries it
    assert_int_equal(most->profiles[1].sum, -2);
    assert_int_equal(most->profiles[1].low, -2);
    assert_int_equal(most->profiles[1].high, 4);
    assert_int_equal(desk.analysis.ways.rows[1].profiles[1].sum, 3);
    end_desk(&desk);
}

static const AnalysisMove *find_move(const AnalysisDecision *decision, int32_t from, int32_t to) {
    for (int32_t i = 0; i < decision->moves.count; i++) {
        if (decision->moves.rows[i].from == from && decision->moves.rows[i].to == to) {
            return &decision->moves.rows[i];
        }
    }
    return NULL;
}

static void assert_move(const AnalysisDecision *decision, int32_t from, int32_t to, int64_t low, int64_t high) {
    const AnalysisMove *move = find_move(decision, from, to);
    assert_non_null(move);
    assert_int_equal(move->low, low);
    assert_int_equal(move->high, high);
}

static void moves_lie_between_the_bounds_of_the_whole_room(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk);
    play(&desk, "by", "[12, 0]", "[5, 7]");
    play(&desk, "by", "[6, 6]", "[5, 7]");
    play(&desk, "by", "[9, 3]", "[12, 0]"); // hidden before the talk
    play(&desk, "by", "[12, 0]", NULL);
    desk.analysis = analysis_end(desk.work).out.told;
    const AnalysisDecision *decision = analysis_find(&desk.analysis, 1);
    assert_int_equal(decision->moved, 2);
    assert_int_equal(decision->moved_apart, 0);
    assert_move(decision, 0, 1, 7, 13); // 7 of 12, and of 6 and 7 among 12 at least 1: none is told
    assert_move(decision, 0, 0, 5, 10);
    assert_move(decision, 1, 1, 0, 6);
    assert_null(find_move(decision, DISCLOSED_ABSTAINED, 0));
    end_desk(&desk);
}

// Both halves of a room of twelve counted apart: who moved follows from the counts of each.
static void play_in_halves(Desk *desk, const char *left_after, const char *right_after, const char *after) {
    KeptRoom room = {.scenario = desk->c.scenario, .present = 12};
    room.lines.arena = &room.arena;
    keep_line(&room,
              "'kind': 'room', 'present': 12, 'parts': [{'name': 'Left', 'size': 6}, {'name': 'Right', 'size': 6}]");
    keep_line(&room, "'kind': 'start', 'case': 'small', 'rules': 1, 'detectors': 0, 'hash': '', 'len': 0, 'seed': 0");
    for (int32_t round = 1; round <= 2; round++) {
        bool first = round == 1;
        Str line = str_format(
            &room.arena,
            "'kind': 'vote', 'scene': 's', 'round': %d, 'present': 12, 'places': ['a', 'b'], "
            "'rows': [{'of': '', 'hands': %s, 'abstained': 0}], 'parts': [[{'of': '', 'hands': %s, 'abstained': 0}], "
            "[{'of': '', 'hands': %s, 'abstained': 0}]]%c",
            round, first ? "[6, 6]" : after, first ? "[6, 0]" : left_after, first ? "[0, 6]" : right_after, 0);
        keep_line(&room, line.text);
    }
    keep_answer(&room, "s", "'b'", "t", 0);
    keep_answer(&room, "t", "'y'", "end", 0);
    analysis_add(desk->work, resume_kept(&room));
    end_kept(&room);
}

static void sub_groups_narrow_the_bounds(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk);
    play_in_halves(&desk, "[0, 6]", "[6, 0]", "[6, 6]");
    desk.analysis = analysis_end(desk.work).out.told;
    const AnalysisDecision *decision = analysis_find(&desk.analysis, 1);
    assert_int_equal(decision->moved_apart, 1);
    assert_move(decision, 0, 1, 6, 6); // of the whole room between 0 and 6
    assert_move(decision, 1, 0, 6, 6);
    assert_null(find_move(decision, 0, 0));
    end_desk(&desk);
}

static void a_sub_group_that_hides_a_count_leaves_those_of_the_room(void **state) {
    (void)state;
    Desk desk;
    begin_desk(&desk);
    play_in_halves(&desk, "[4, 2]", "[2, 4]", "[6, 6]");
    desk.analysis = analysis_end(desk.work).out.told;
    const AnalysisDecision *decision = analysis_find(&desk.analysis, 1);
    assert_int_equal(decision->moved, 1);
    assert_int_equal(decision->moved_apart, 0);
    assert_move(decision, 0, 1, 0, 6);
    assert_move(decision, 0, 0, 0, 6);
    end_desk(&desk);
}

static void the_mirror_weighs_the_hands_of_first_votes_that_are_told(void **state) {
    (void)state;
    Desk desk;
    analyse_votes(&desk, "[7, 5]", "[0, 12]");
    const AnalysisCompetency *competency = &desk.analysis.competencies.rows[0];
    assert_int_equal(competency->mirrored, 1);
    assert_true(fabs(competency->mirror.value - 7.0 / 12) < 1e-12); // 7 hands have 3 of 3, 5 have none
    end_desk(&desk);
    analyse_votes(&desk, "[9, 3]", NULL);
    assert_int_equal(desk.analysis.competencies.rows[0].mirror.lack, LACK_HIDDEN);
    assert_int_equal(desk.analysis.competencies.rows[0].mirrored, 0);
    end_desk(&desk);
}

static void a_decision_flips_when_most_sessions_followed_the_panel_against_the_author(void **state) {
    (void)state;
    Desk desk;
    analyse(&desk, "by bx av");
    assert_true(analysis_find(&desk.analysis, 1)->flips);
    assert_false(analysis_find(&desk.analysis, 2)->flips); // it has no panel
    end_desk(&desk);
    analyse(&desk, "by av"); // one of two is not most, by whatever key
    assert_false(analysis_find(&desk.analysis, 1)->flips);
    end_desk(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(traps_attitudes_and_steps_are_counted_by_session_and_by_time),
        cmocka_unit_test(a_way_has_the_marks_of_its_sessions),
        cmocka_unit_test(moves_lie_between_the_bounds_of_the_whole_room),
        cmocka_unit_test(sub_groups_narrow_the_bounds),
        cmocka_unit_test(a_sub_group_that_hides_a_count_leaves_those_of_the_room),
        cmocka_unit_test(the_mirror_weighs_the_hands_of_first_votes_that_are_told),
        cmocka_unit_test(a_decision_flips_when_most_sessions_followed_the_panel_against_the_author)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
