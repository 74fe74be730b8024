#include "check/check_parts.h"
#include "session/explore.h"
#include "session/small_case.h"

#define READ(text) read_case(&c, S("scenario"), S(text))
#define END(id) "{'id': '" id "', 'ending': {'title': 'E', 'text': 'E'}}"

static void check_all_walks(SmallCase *c) {
    Check check = {.scenario = c->scenario, .scratch = &c->scratch, .findings = &c->findings};
    check_explored(&check);
}

static int32_t count_findings(const SmallCase *c, FindingCode code, Str about) {
    int32_t count = 0;
    for (int32_t i = 0; i < c->findings.count; i++) {
        const Finding *finding = &c->findings.rows[i];
        count += finding->code == code && str_equal(finding->arguments[0], about);
    }
    return count;
}

static void check_tells_of_decisions_that_can_be_met_without_an_option(void **state) {
    (void)state;
    SmallCase c;
    READ("'facts': [{'id': 'f'}],"
         "'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'choice', 'next': 't', 'options': ["
         "  {'id': 'x', 'text': 'X', 'set': ['f']}, {'id': 'y', 'text': 'Y'}]}},"
         "{'id': 't', 'ask': {'kind': 'choice', 'next': 'e', 'options': ["
         "  {'id': 'x', 'text': 'X', 'if': 'f'}, {'id': 'y', 'text': 'Y', 'if': 'f and seen(s)'}]}}," END("e") "]");
    check_all_walks(&c);
    assert_int_equal(c.findings.count, 1);
    assert_int_equal(count_findings(&c, FINDING_NO_OPTION, S("t")), 1);
    assert_int_equal(c.findings.rows[0].place, ask_in(&c, S("t"))->place);
    Exploration exploration = explore(&c.arena, &c.scratch, c.scenario, LIMIT_CHECK_STATES);
    assert_int_equal(exploration.stuck, scenario_find_scene(c.scenario, S("t")));
    assert_int_equal(exploration.loop, 0);
    end_case(&c);
}

static void check_tells_of_scenes_that_follow_each_other_for_ever(void **state) {
    (void)state;
    SmallCase c;
    READ("'facts': [{'id': 'f'}],"
         "'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'choice', 'next': 't', 'options': ["
         "  {'id': 'x', 'text': 'X', 'set': ['f']}, {'id': 'y', 'text': 'Y'}]}},"
         "{'id': 't', 'next': [{'if': 'f', 'to': 'e'}, {'to': 'u'}]},"
         "{'id': 'u', 'next': [{'if': 'visits(t) > 5 and f', 'to': 'e'}, {'to': 't'}]}," END("e") "]");
    check_all_walks(&c);
    assert_int_equal(c.findings.count, 1);
    assert_int_equal(count_findings(&c, FINDING_AUTO_LOOP, S("t")) + count_findings(&c, FINDING_AUTO_LOOP, S("u")), 1);
    Exploration exploration = explore(&c.arena, &c.scratch, c.scenario, LIMIT_CHECK_STATES);
    assert_int_equal(exploration.stuck, 0);
    assert_true(exploration.loop != 0);
    end_case(&c);
}

static void scenes_that_follow_each_other_a_few_times_are_no_loop(void **state) {
    (void)state;
    SmallCase c;
    READ("'start': 't', 'scenes': ["
         "{'id': 't', 'next': [{'if': 'visits(u) >= 40', 'to': 'e'}, {'to': 'u'}]},"
         "{'id': 'u', 'next': 't'}," END("e") "]");
    check_all_walks(&c);
    assert_int_equal(c.findings.count, 0);
    end_case(&c);
}

static void check_tells_of_scenes_and_options_that_no_walk_meets(void **state) {
    (void)state;
    SmallCase c;
    READ("'facts': [{'id': 'f'}, {'id': 'k'}],"
         "'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'choice', 'next': 't', 'options': ["
         "  {'id': 'x', 'text': 'X', 'set': ['f']}, {'id': 'y', 'text': 'Y', 'set': ['k']}]}},"
         "{'id': 't', 'ask': {'kind': 'choice', 'next': [{'if': 'f and k', 'to': 'never'}, {'to': 'e'}], 'options': ["
         "  {'id': 'x', 'text': 'X'}, {'id': 'both', 'text': 'Y', 'if': 'f and k'},"
         "  {'id': 'plainly', 'text': 'Z', 'if': 'visits(s) < 0'}]}},"
         "{'id': 'never', 'ask': {'kind': 'choice', 'next': 'e', 'options': ["
         "  {'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}]}},"
         "{'id': 'apart', 'next': 'e'}," END("e") "]");
    check_all_walks(&c);
    assert_int_equal(count_findings(&c, FINDING_UNREACHABLE_SCENE, S("never")), 1);
    assert_int_equal(count_findings(&c, FINDING_UNREACHABLE_SCENE, S("apart")), 0); // no way leads there: not ours
    assert_int_equal(count_findings(&c, FINDING_UNREACHABLE_OPTION, S("both")), 1);
    assert_int_equal(count_findings(&c, FINDING_UNREACHABLE_OPTION, S("plainly")), 0); // nor is what a look tells
    assert_int_equal(c.findings.count, 2);
    end_case(&c);
}

static void check_says_nothing_of_a_case_with_errors(void **state) {
    (void)state;
    SmallCase c;
    READ("'facts': [{'id': 'f'}],"
         "'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'choice', 'next': 'e', 'options': ["
         "  {'id': 'x', 'text': 'X', 'if': 'f'}, {'id': 'y', 'text': 'Y', 'if': 'f'}]}}," END("e") "]");
    findings_add(&c.findings, FINDING_DEAD_END, 0, S("s"));
    check_all_walks(&c);
    assert_int_equal(c.findings.count, 1);
    end_case(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(check_tells_of_decisions_that_can_be_met_without_an_option),
        cmocka_unit_test(check_tells_of_scenes_that_follow_each_other_for_ever),
        cmocka_unit_test(scenes_that_follow_each_other_a_few_times_are_no_loop),
        cmocka_unit_test(check_tells_of_scenes_and_options_that_no_walk_meets),
        cmocka_unit_test(check_says_nothing_of_a_case_with_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
