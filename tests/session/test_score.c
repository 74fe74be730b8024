#include "session/score.h"

#include "small_walk.h"

#define END "{'id': 'end', 'ending': {'title': 'E', 'text': 'E'}}"
#define READ(rest) read_case(&c, S("scenario"), S(rest))

static int64_t ten_thousandths(double value) {
    return (int64_t)(value * 10000 + 0.5);
}

// The worked values of the competency framework.
static void votes_have_the_dispersion_shift_and_concordance_worked_out(void **state) {
    (void)state;
    const int32_t before[] = {6, 3, 1, 0};
    const int32_t after[] = {2, 7, 1, 0};
    const int32_t panel[] = {1, 8, 3, 0};
    const int32_t none[] = {0, 0, 0, 0};
    assert_int_equal(ten_thousandths(votes_dispersion(before, 4)), 7200);
    assert_int_equal(ten_thousandths(votes_shift(before, after, 4)), 4000);
    assert_int_equal(ten_thousandths(votes_concordance(before, panel, 4)), 4125);
    assert_int_equal(ten_thousandths(votes_concordance(after, panel, 4)), 7625);
    assert_int_equal(ten_thousandths(votes_dispersion(none, 4)), 0);
    assert_int_equal(ten_thousandths(votes_shift(none, after, 4)), 0);
    assert_int_equal(ten_thousandths(votes_concordance(before, none, 4)), 0);
}

static void a_profile_sums_the_distance_from_the_lowest_answers(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 't', 'options': ["
         "{'id': 'x', 'text': 'X', 'scores': {'a': 2}}, {'id': 'y', 'text': 'Y', 'scores': {'a': 1}},"
         "{'id': 'z', 'text': 'Z', 'scores': {'a': -1}}, {'id': 'w', 'text': 'W', 'scores': {'b': 1}}]}},"
         "{'id': 't', 'ask': {'kind': 'choice', 'next': 'end', 'options': ["
         "{'id': 'x', 'text': 'X', 'scores': {'a': 1}}, {'id': 'y', 'text': 'Y', 'scores': {'a': -2}}]}}," END "]");
    begin_session(&c, &session);
    give(&c, &session, "y;x");
    Profile a = session.profiles[scenario_find_competency(c.scenario, S("a"))];
    assert_int_equal(a.sum - a.low, 5); // 2/3 and 3/3: 5/6 = 0.833
    assert_int_equal(a.high - a.low, 6);
    assert_int_equal(a.occasions, 2);
    assert_int_equal(profile_word(a), PROFILE_STRENGTH);
    begin_session(&c, &session);
    give(&c, &session, "w;x"); // `a` is absent from the first answer; `b` has only one value
    assert_int_equal(profile_word(session.profiles[scenario_find_competency(c.scenario, S("a"))]), PROFILE_TOO_FEW);
    assert_int_equal(session.profiles[scenario_find_competency(c.scenario, S("b"))].occasions, 0);
    end_case(&c);
}

static void the_extremes_count_typed_answers_as_confirmed(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ("'detectors': [{'id': 'd', 'name': 'D', 'match': ['x']}], 'start': 's', 'scenes': [{'id': 's', 'ask': {"
         "'kind': 'choice', 'next': 'end', 'options': [{'id': 'x', 'text': 'X', 'scores': {'a': 1}},"
         "{'id': 'y', 'text': 'Y', 'scores': {'a': -1}}],"
         "'own_words': {'detectors': [{'id': 'd', 'scores': {'a': 2}}]}}}," END "]");
    CompetencyId a = scenario_find_competency(c.scenario, S("a"));
    begin_session(&c, &session);
    give(&c, &session, "x");
    assert_int_equal(session.profiles[a].high, 2);
    assert_int_equal(session.profiles[a].low, -1);
    begin_session(&c, &session);
    give(&c, &session, "'no such thing'{+d}");
    assert_int_equal(session.profiles[a].sum, 2);
    assert_int_equal(session.profiles[a].high, 2);
    end_case(&c);
}

static void extremes_that_are_kept_are_told_apart_by_what_was_offered(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 't', 'options': ["
         "{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}]}},"
         "{'id': 't', 'ask': {'kind': 'choice', 'next': 'end', 'options': ["
         "{'id': 'x', 'text': 'X', 'scores': {'a': 1}}, {'id': 'y', 'text': 'Y', 'scores': {'a': -1}},"
         "{'id': 'z', 'text': 'Z', 'if': 'chose(s, y)', 'scores': {'a': 2}}]}}," END "]");
    CompetencyId a = scenario_find_competency(c.scenario, S("a"));
    ProfileExtremes *known = profile_extremes_create(&c.arena, c.scenario);
    static const char *const WALKS[] = {"x;x", "y;x", "x;x", "y;z"};
    static const int32_t HIGH[] = {1, 2, 1, 2};
    for (int32_t i = 0; i < COUNT(WALKS); i++) {
        begin_session(&c, &session);
        session.extremes = known;
        give(&c, &session, WALKS[i]);
        assert_int_equal(session.profiles[a].high, HIGH[i]);
        assert_int_equal(session.profiles[a].low, -1);
    }
    end_case(&c);
}

static void words_of_a_profile_are_those_of_the_exact_fraction(void **state) {
    (void)state;
    assert_int_equal(profile_word((Profile){.sum = 34, .high = 100, .occasions = 2}), PROFILE_TO_EXPLORE);
    assert_int_equal(profile_word((Profile){.sum = 35, .high = 100, .occasions = 2}), PROFILE_PRESENT);
    assert_int_equal(profile_word((Profile){.sum = 70, .high = 100, .occasions = 2}), PROFILE_PRESENT);
    assert_int_equal(profile_word((Profile){.sum = 71, .high = 100, .occasions = 2}), PROFILE_STRENGTH);
    assert_int_equal(profile_word((Profile){.sum = 71, .high = 100, .occasions = 1}), PROFILE_TOO_FEW);
}

static void check_share(SmallCase *c, const char *notation, int64_t part, int64_t of) {
    AnswerReader reader = {&c->arena, &c->scratch, c->scenario, NULL};
    Answer answer;
    Str about;
    const Ask *ask = ask_in(c, S("s"));
    assert_int_equal(answer_parse(&reader, ask, str_from_c(notation), &answer, &about), ANSWER_FINE);
    Share share = answer_share(c->scenario, ask, &answer);
    assert_int_equal(share.part * of, part * share.of);
    assert_int_not_equal(share.of, 0);
}

static void a_rank_is_shared_by_its_footrule_and_ties_take_their_mean(void **state) {
    (void)state;
    SmallCase c;
    READ(
        "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rank', 'next': 'end', 'key': ['i', 'j', 'k', 'l'], 'items': ["
        "{'id': 'i', 'text': 'I'}, {'id': 'j', 'text': 'J'}, {'id': 'k', 'text': 'K'}, {'id': 'l', 'text': 'L'}]}}," END
        "]");
    check_share(&c, "i>j>k>l", 1, 1);
    check_share(&c, "j>i>l>k", 1, 2); // 1 − 4/8
    check_share(&c, "l>k>j>i", 0, 1);
    end_case(&c);
    READ(
        "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rank', 'next': 'end', 'key': [['i', 'j'], 'k'], 'items': ["
        "{'id': 'i', 'text': 'I'}, {'id': 'j', 'text': 'J'}, {'id': 'k', 'text': 'K'}]}}," END "]");
    check_share(&c, "j>i>k", 3, 4); // each of the tied lies half a rank off: 1 − 1/4
    check_share(&c, "k>i>j", 0, 1); // 2 + 1/2 + 3/2: 1 − 4/4
    end_case(&c);
}

static void a_near_bin_counts_half_either_way_and_what_is_to_be_debated_not_at_all(void **state) {
    (void)state;
    SmallCase c;
    READ("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'classify', 'next': 'end', 'near': [['m', 'n']],"
         "'bins': [{'id': 'm', 'text': 'M'}, {'id': 'n', 'text': 'N'}, {'id': 'o', 'text': 'O'}], 'items': ["
         "{'id': 'i', 'text': 'I', 'bin': 'm'}, {'id': 'j', 'text': 'J', 'bin': 'n'}, {'id': 'k', 'text': 'K'}]}}," END
         "]");
    check_share(&c, "i=m,j=n,k=o", 1, 1);
    check_share(&c, "i=n,j=m,k=o", 1, 2);
    check_share(&c, "i=o,j=n,k=m", 1, 2);
    end_case(&c);
}

static void a_rating_is_compared_with_its_key_or_with_its_panel(void **state) {
    (void)state;
    SmallCase c;
    READ(
        "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rate', 'next': 'end', 'scale': {'labels': ['1', '2', '3', '4', '5']},"
        "'items': [{'id': 'i', 'text': 'I', 'key': 4}, {'id': 'j', 'text': 'J', 'key': 0}, {'id': 'k', 'text': 'K'}]}}," END
        "]");
    check_share(&c, "i=4,j=0,k=2", 1, 1);
    check_share(&c, "i=2,j=1,k=0", 5, 8); // 1 − (2 + 1)/2/4
    end_case(&c);
    READ(
        "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rate', 'next': 'end', 'scale': {'labels': ['1', '2', '3']},"
        "'panel': {'n': 12, 'answers': {'i': {'0': 1, '1': 8, '2': 3}, 'j': {'0': 12}}},"
        "'items': [{'id': 'i', 'text': 'I'}, {'id': 'j', 'text': 'J'}]}}," END "]");
    check_share(&c, "i=1,j=0", 1, 1);
    check_share(&c, "i=2,j=0", 11, 16); // (3/8 + 1)/2
    check_share(&c, "i=0,j=1", 1, 16);
    end_case(&c);
}

// Eight items, each with a rule of its own, in three bins: 6,561 answers that differ.
static void a_decision_with_too_many_answers_is_counted_as_left_out(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    Arena scratch = {0};
    for (int32_t count = 7; count <= 8; count++) {
        StrBuilder rest = {.arena = &scratch}, rules = {.arena = &scratch};
        str_add(&rest, S("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'classify', 'next': 'end', 'bins': ["
                         "{'id': 'm', 'text': 'M'}, {'id': 'n', 'text': 'N'}, {'id': 'o', 'text': 'O'}], 'items': ["));
        for (int32_t i = 0; i < count; i++) {
            str_addf(&rest, "%s{'id': 'i%d', 'text': 'T', 'bin': 'm'}", i > 0 ? ", " : "", i);
            str_addf(&rules, "%s{'if': 'in(i%d, m) and not in(i%d, n)', 'scores': {'a': 1}}", i > 0 ? ", " : "", i, i);
        }
        str_addf(&rest, "], 'rules': [%.*s]}}," END "]", S_ARG(str_built(&rules)));
        read_case(&c, S("scenario"), str_built(&rest));
        const Ask *ask = &c.scenario->asks.rows[1];
        assert_int_equal(profile_weighs(&scratch, c.scenario, ask), count == 7);
        begin_session(&c, &session);
        StrBuilder answer = {.arena = &scratch};
        for (int32_t i = 0; i < count; i++) {
            str_addf(&answer, "%si%d=m", i > 0 ? "," : "", i);
        }
        give(&c, &session, str_to_c(&scratch, str_built(&answer)));
        Profile profile = session.profiles[scenario_find_competency(c.scenario, S("a"))];
        assert_int_equal(profile.occasions, count == 7);
        assert_int_equal(profile.left_out, count == 8);
        assert_int_equal(session.profiles[0].left_out, count == 8);
        end_case(&c);
    }
    arena_finish(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(votes_have_the_dispersion_shift_and_concordance_worked_out),
        cmocka_unit_test(a_profile_sums_the_distance_from_the_lowest_answers),
        cmocka_unit_test(the_extremes_count_typed_answers_as_confirmed),
        cmocka_unit_test(extremes_that_are_kept_are_told_apart_by_what_was_offered),
        cmocka_unit_test(words_of_a_profile_are_those_of_the_exact_fraction),
        cmocka_unit_test(a_rank_is_shared_by_its_footrule_and_ties_take_their_mean),
        cmocka_unit_test(a_near_bin_counts_half_either_way_and_what_is_to_be_debated_not_at_all),
        cmocka_unit_test(a_rating_is_compared_with_its_key_or_with_its_panel),
        cmocka_unit_test(a_decision_with_too_many_answers_is_counted_as_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
