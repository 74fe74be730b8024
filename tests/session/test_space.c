#include "session/space.h"

#include "small_case.h"

#define READ(text) read_case(&c, S("scenario"), S(text))
#define END "{'id': 'end', 'ending': {'title': 'E', 'text': 'E'}}"

static AnswerSpace list(SmallCase *c) {
    return space_of_answers(&c->arena, &c->scratch, c->scenario, ask_in(c, S("s")));
}

static AnswerSpace list_marks(SmallCase *c) {
    return space_of_marks(&c->arena, &c->scratch, c->scenario, ask_in(c, S("s")));
}

static void answers_of_the_same_band_are_one(void **state) {
    (void)state;
    SmallCase c;
    READ(
        "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rank', 'next': 'end', 'key': ['a', 'b', 'c', 'd'],"
        "'bands': [{'from': 75, 'scores': {'a': 1}}, {'from': 0, 'scores': {'a': -1}}], 'items': ["
        "{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}, {'id': 'c', 'text': 'C'}, {'id': 'd', 'text': 'D'}]}}," END
        "]");
    AnswerSpace space = list(&c);
    assert_true(space.complete);
    assert_int_equal(space.count, 2);
    for (int32_t i = 0; i < space.count; i++) {
        uint32_t places = 0;
        for (int32_t item = 0; item < 4; item++) {
            places |= UINT32_C(1) << space.answers[i].items[item];
        }
        assert_int_equal(places, 0x1e); // each stands for a whole order
    }
    end_case(&c);
}

static void what_a_rule_reads_keeps_answers_apart(void **state) {
    (void)state;
    SmallCase c;
    READ("'facts': [{'id': 'f'}], 'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rate', 'next': 'end',"
         "'scale': {'labels': ['0', '1', '2']}, 'rules': [{'if': 'level(a) = 2', 'set': ['f']}], 'items': ["
         "{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}]}}," END "]");
    assert_int_equal(list(&c).count, 3);
    assert_int_equal(list_marks(&c).count, 1); // the rule gives no mark
    end_case(&c);
}

static void effects_of_bins_are_told_apart_by_how_many_items_each_has(void **state) {
    (void)state;
    SmallCase c;
    READ("'gauges': [{'id': 'g', 'name': 'G', 'start': 50}], 'start': 's', 'scenes': [{'id': 's', 'ask': {"
         "'kind': 'classify', 'next': 'end', 'bins': [{'id': 'x', 'text': 'X', 'effects': {'g': 1}},"
         "{'id': 'y', 'text': 'Y'}], 'items': [{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'},"
         "{'id': 'c', 'text': 'C'}]}}," END "]");
    assert_int_equal(list(&c).count, 4);
    assert_int_equal(list_marks(&c).count, 1);
    end_case(&c);
}

static void typed_answers_are_told_apart_by_their_marks(void **state) {
    (void)state;
    SmallCase c;
    READ("'detectors': [{'id': 'd', 'name': 'D', 'match': ['x']}, {'id': 'k', 'name': 'K', 'match': ['y']},"
         "{'id': 'm', 'name': 'M', 'match': ['z']}], 'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice',"
         "'next': 'end', 'options': [{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}], 'own_words': {'detectors': ["
         "{'id': 'd', 'scores': {'a': 1}}, {'id': 'k', 'scores': {'a': 1}}, {'id': 'm'}]}}}," END "]");
    assert_int_equal(list(&c).count, 2 + 3); // none, one or two marks
    assert_int_equal(list_marks(&c).count, 2 + 3);
    end_case(&c);
}

static void too_many_answers_are_not_listed_at_all(void **state) {
    (void)state;
    SmallCase c;
    Arena arena = {0};
    StrBuilder text = {.arena = &arena};
    str_add(&text, S("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'classify', 'next': 'end', 'bins': ["
                     "{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}, {'id': 'z', 'text': 'Z'}], 'rules': ["));
    for (int32_t i = 0; i < LIMIT_ITEMS; i++) {
        str_addf(&text, "%s{'if': 'in(i%d, x) or in(i%d, y) and seen(s)', 'scores': {'a': 1}}", i > 0 ? "," : "", i, i);
    }
    str_add(&text, S("], 'items': ["));
    for (int32_t i = 0; i < LIMIT_ITEMS; i++) {
        str_addf(&text, "%s{'id': 'i%d', 'text': 'T'}", i > 0 ? "," : "", i);
    }
    str_add(&text, S("]}}," END "]"));
    read_case(&c, S("scenario"), str_built(&text));
    AnswerSpace space = list(&c);
    assert_false(space.complete);
    assert_int_equal(space.count, 0);
    assert_false(list_marks(&c).complete);
    arena_finish(&arena);
    end_case(&c);
}

static void a_set_has_an_allowed_size_unless_less_is_offered(void **state) {
    (void)state;
    SmallCase c;
    READ("'facts': [{'id': 'f'}], 'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'multiple', 'next': 'end',"
         "'min': 2, 'max': 2, 'options': [{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y', 'if': 'f'},"
         "{'id': 'z', 'text': 'Z', 'if': 'f'}]}}," END "]");
    Walk walk = walk_create(&c.arena, c.scenario);
    walk_start(&walk, 0, NULL, NULL);
    assert_true(space_accepts(&walk, &(Answer){.set = 1}));
    assert_false(space_accepts(&walk, &(Answer){.set = 0}));
    assert_false(space_accepts(&walk, &(Answer){.set = 3})); // y is not offered
    walk.facts[scenario_find_fact(c.scenario, S("f"))] = 1;
    walk_meet(&walk);
    assert_false(space_accepts(&walk, &(Answer){.set = 1}));
    assert_true(space_accepts(&walk, &(Answer){.set = 3}));
    assert_false(space_accepts(&walk, &(Answer){.set = 7}));
    end_case(&c);
}

static void every_answer_that_is_allowed_is_drawn_as_often(void **state) {
    (void)state;
    SmallCase c;
    READ(
        "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'multiple', 'next': 'end', 'min': 0, 'max': 2, 'options': ["
        "{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}, {'id': 'z', 'text': 'Z'}]}}," END "]");
    enum { DRAWS = 7000 };
    Walk walk = walk_create(&c.arena, c.scenario);
    Random random = random_from_seed(1);
    int32_t counts[8] = {0};
    walk_start(&walk, 0, NULL, NULL);
    for (int32_t i = 0; i < DRAWS; i++) {
        Answer answer;
        assert_true(space_draw_answer(&walk, &random, &answer));
        counts[answer.set]++;
    }
    for (int32_t set = 0; set < 7; set++) {
        assert_in_range(counts[set], 850, 1150);
    }
    assert_int_equal(counts[7], 0);
    end_case(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(answers_of_the_same_band_are_one),
        cmocka_unit_test(what_a_rule_reads_keeps_answers_apart),
        cmocka_unit_test(effects_of_bins_are_told_apart_by_how_many_items_each_has),
        cmocka_unit_test(typed_answers_are_told_apart_by_their_marks),
        cmocka_unit_test(too_many_answers_are_not_listed_at_all),
        cmocka_unit_test(a_set_has_an_allowed_size_unless_less_is_offered),
        cmocka_unit_test(every_answer_that_is_allowed_is_drawn_as_often),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
