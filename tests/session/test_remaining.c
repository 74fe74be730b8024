#include "session/remaining.h"

#include "base/file.h"

#include "small_case.h"

#define END "{'id': 'end', 'ending': {'title': 'E', 'text': 'E'}}"
#define READ(rest) read_case(&c, S("scenario"), S(rest))
#define OPTIONS(first, second) \
    "'options': [{'id': 'x', 'text': 'X', 'next': '" first "'}, {'id': 'y', 'text': 'Y', 'next': '" second "'}]"

static void assert_remaining(SmallCase *c, Str scene, int32_t least, int32_t most) {
    Remaining remaining = remaining_count(&c->arena, &c->scratch, c->scenario);
    SceneId id = scenario_find_scene(c->scenario, scene);
    assert_int_equal(remaining.least[id], least);
    assert_int_equal(remaining.most[id], most);
}

static void the_shortest_and_the_longest_way_are_counted(void **state) {
    (void)state;
    SmallCase c;
    READ(
        "'start': 's', 'scenes': [{'id': 's', 'next': 't'}, {'id': 't', 'ask': {'kind': 'choice', " OPTIONS("u", "w") "}}, {'id': 'u', 'ask': {'kind': 'choice', " OPTIONS(
            "v", "end") "}}, {'id': 'v', 'ask': {'kind': 'choice', " OPTIONS("w",
                                                                             "w") "}}, {'id': 'w', 'next': 'end'}, " END
                                                                                  "]");
    assert_remaining(&c, S("s"), 1, 3);
    assert_remaining(&c, S("u"), 1, 2);
    assert_remaining(&c, S("w"), 0, 0);
    end_case(&c);
}

static void a_decision_that_can_be_met_again_has_no_bound(void **state) {
    (void)state;
    SmallCase c;
    READ("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', " OPTIONS(
        "t",
        "end") "}}, {'id': 't', 'ask': {'kind': 'choice', " OPTIONS("u",
                                                                    "v") "}}, {'id': 'u', 'next': 't'}, "
                                                                         "{'id': 'v', 'ask': {'kind': 'choice', " OPTIONS(
                                                                             "end", "end") "}}, " END "]");
    assert_remaining(&c, S("s"), 1, REMAINING_UNKNOWN);
    assert_remaining(&c, S("u"), 2, REMAINING_UNKNOWN);
    assert_remaining(&c, S("v"), 1, 1);
    end_case(&c);
}

static void a_chain_of_ten_thousand_scenes_needs_no_recursion(void **state) {
    (void)state;
    SmallCase c;
    Arena arena = {0};
    StrBuilder text = {.arena = &arena};
    str_add(&text, S("'start': 's0', 'scenes': ["));
    for (int i = 0; i < 10000; i++) {
        str_addf(&text,
                 "{'id': 's%d', 'ask': {'kind': 'choice', 'next': 's%d', 'options': [{'id': 'x', 'text': 'X'}, "
                 "{'id': 'y', 'text': 'Y'}]}}, ",
                 i, i + 1);
    }
    str_add(&text, S("{'id': 's10000', 'ending': {'title': 'E', 'text': 'E'}}]"));
    read_case(&c, S("scenario"), str_built(&text));
    assert_remaining(&c, S("s0"), 10000, 10000);
    end_case(&c);
    arena_finish(&arena);
}

// Written beside the cases: those who change them see what a card of the library then says.
static void the_cases_that_come_with_the_program_are_bounded(void **state) {
    (void)state;
    static const struct {
        const char *path;
        int32_t least, most;
        UsualLength usual;
    } CASES[] = {{"../scenarios/fr/s01-faire-faire-avec-laisser-faire.json", 18, 18, {18, 18}},
                 {"../scenarios/fr/s02-ca-fait-trois-fois.json", 12, REMAINING_UNKNOWN, {17, 18}}};
    for (int i = 0; i < 2; i++) {
        SmallCase c;
        Arena arena = {0};
        Str bytes;
        assert_true(file_load(&arena, str_from_c(CASES[i].path), LIMIT_FILE_BYTES, &bytes, NULL));
        read_bytes(&c, bytes);
        assert_remaining(&c, scenario_name(c.scenario, c.scenario->scenes.rows[c.scenario->start.id].id),
                         CASES[i].least, CASES[i].most);
        UsualLength usual = remaining_usual(&c.scratch, c.scenario);
        assert_int_equal(usual.shortest, CASES[i].usual.shortest);
        assert_int_equal(usual.longest, CASES[i].usual.longest);
        end_case(&c);
        arena_finish(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_shortest_and_the_longest_way_are_counted),
        cmocka_unit_test(a_decision_that_can_be_met_again_has_no_bound),
        cmocka_unit_test(a_chain_of_ten_thousand_scenes_needs_no_recursion),
        cmocka_unit_test(the_cases_that_come_with_the_program_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
