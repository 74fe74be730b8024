#include "condition_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

// The answer that a call of rules is told to give: its call and what it asks about, as one number.
static int32_t answer_with_arguments(const void *context, AnswerCall call, int32_t a, int32_t b) {
    assert_non_null(context);
    return (int32_t)call * 10000 + a * 100 + b;
}

// confiance 50, orage 1, tension -3; rdv true, jamais and chaud false; every watch 3.
static int32_t value_of(ConditionCase *one, const char *text, AskId answered) {
    static const int32_t GAUGES[] = {0, 50, 1, -3};
    static const uint8_t FACTS[] = {0, 1, 0, 0};
    static const int32_t WATCHED[] = {0, 3, 3, 3, 3};
    ConditionId id = condition_case_compile(one, str_from_c(text), answered);
    if (one->findings.count > 0) {
        fail_msg("%s: %.*s at %d", text, S_ARG(one->findings.rows[0].arguments[0]), one->findings.rows[0].inside);
    }
    ConditionWorld world = {GAUGES, FACTS, WATCHED, answer_with_arguments, one};
    return condition_value(one->scenario, id, &world);
}

typedef struct {
    const char *text;
    int32_t value;
} Example;

static void assert_values(const Example *examples, size_t count) {
    ConditionCase one;
    condition_case_open(&one);
    for (size_t i = 0; i < count; i++) {
        int32_t value = value_of(&one, examples[i].text, NO_ANSWER);
        if (value != examples[i].value) {
            fail_msg("%s gives %d, not %d", examples[i].text, value, examples[i].value);
        }
    }
    condition_case_close(&one);
}

#define ASSERT_VALUES(examples) assert_values(examples, COUNT(examples))

static void numbers_and_names_stand_for_their_value(void **state) {
    (void)state;
    static const Example EXAMPLES[] = {{"0", 0},        {"7", 7},      {"1000000", 1000000}, {"-1000000", -1000000},
                                       {"- 4", -4},     {"007", 7},    {"confiance", 50},    {"tension", -3},
                                       {"rdv", 1},      {"jamais", 0}, {"chaud", 0},         {" \t\r\nrdv\n", 1},
                                       {"(((rdv)))", 1}};
    ASSERT_VALUES(EXAMPLES);
}

static void every_operator_does_what_it_says(void **state) {
    (void)state;
    static const Example EXAMPLES[] = {{"1 < 2", 1},     {"2 < 2", 0},
                                       {"3 < 2", 0},     {"1 <= 2", 1},
                                       {"2 <= 2", 1},    {"3 <= 2", 0},
                                       {"1 = 2", 0},     {"2 = 2", 1},
                                       {"1 != 2", 1},    {"2 != 2", 0},
                                       {"1 >= 2", 0},    {"2 >= 2", 1},
                                       {"3 >= 2", 1},    {"1 > 2", 0},
                                       {"2 > 2", 0},     {"3 > 2", 1},
                                       {"2 + 3", 5},     {"2 - 3", -1},
                                       {"2-3", -1},      {"2 - -3", 5},
                                       {"2+-3", -1},     {"not 0", 1},
                                       {"not 5", 0},     {"not -1", 0},
                                       {"5 and 2", 1},   {"5 and 0", 0},
                                       {"0 and 5", 0},   {"0 or 0", 0},
                                       {"0 or -4", 1},   {"3 or 4", 1},
                                       {"tension<0", 1}, {"not(rdv)", 0},
                                       {"1or 0", 1},     {"confiance>=50and rdv", 1}};
    ASSERT_VALUES(EXAMPLES);
}

static void operators_bind_as_the_grammar_says(void **state) {
    (void)state;
    static const Example EXAMPLES[] = {
        {"1 or 0 and 0", 1},                                             // and before or
        {"(1 or 0) and 0", 0},     {"not 0 and 0", 0},                   // not before and
        {"not (0 and 0)", 1},      {"not 1 or 1", 1},  {"not 2 < 1", 1}, // a comparison before not
        {"(not 2) < 1", 1},        {"not 0 = 0", 0},   {"1 < 1 + 1", 1}, // a sum before a comparison
        {"1 + 1 < 1", 0},          {"10 - 3 - 2", 5},                    // from the left
        {"10 - (3 - 2)", 9},       {"1 - 2 + 3", 2},   {"0 or not 0 and not 0", 1},
        {"(1 < 2) < 2", 1},        {"2 > (1 < 2)", 1}, {"1 = 1 and 2 = 2 or 0", 1},
        {"1 and 1 or 0 and 0", 1}, {"0 and 1 or 1", 1}};
    ASSERT_VALUES(EXAMPLES);
}

static void sums_stop_at_the_ends_of_the_numbers(void **state) {
    (void)state;
    ConditionCase one;
    condition_case_open(&one);
    ConditionId id = condition_case_compile(&one, S("confiance + confiance + orage"), NO_ANSWER);
    ConditionId down = condition_case_add(&one, S("tension - confiance - orage"), NO_ANSWER);
    condition_compile_all(&one.arena, &one.scratch, one.scenario, &one.findings);
    assert_int_equal(one.findings.count, 0);
    static const int32_t GAUGES[] = {0, INT32_MAX, 5, INT32_MIN};
    ConditionWorld world = {.gauges = GAUGES};
    assert_int_equal(condition_value(one.scenario, id, &world), INT32_MAX);
    assert_int_equal(condition_value(one.scenario, down, &world), INT32_MIN);
    condition_case_close(&one);
}

static void brackets_may_be_nested_to_the_limit_with_all_that_can_wait_before_each(void **state) {
    (void)state;
    ConditionCase one;
    condition_case_open(&one);
    StrBuilder text = {.arena = &one.arena};
    for (int32_t i = 0; i < LIMIT_CONDITION_DEPTH; i++) {
        str_add(&text, S("0or 1and 0<1+("));
    }
    str_add(&text, S("0or 1and 0<1+0"));
    for (int32_t i = 0; i < LIMIT_CONDITION_DEPTH; i++) {
        str_add_char(&text, ')');
    }
    assert_int_equal(value_of(&one, str_to_c(&one.arena, str_built(&text)), NO_ANSWER), 1);
    condition_case_close(&one);
}

static void a_condition_may_have_as_many_characters_as_the_limit(void **state) {
    (void)state;
    ConditionCase one;
    condition_case_open(&one);
    Str text = str_format(&one.arena, "%*s", LIMIT_CONDITION_CHARS, "rdv");
    assert_int_equal(value_of(&one, str_to_c(&one.arena, text), NO_ANSWER), 1);
    condition_case_close(&one);
}

typedef struct {
    const char *text;
    AskId answered;
    AnswerCall call;
    int32_t a, b;
} AnswerExample;

static void every_call_of_rules_asks_what_it_names(void **state) {
    (void)state;
    static const AnswerExample EXAMPLES[] = {
        {"place(y)", RANK_ANSWER, CALL_PLACE, 2, 0},         {"place( z )", RANK_ANSWER, CALL_PLACE, 3, 0},
        {"share()", RANK_ANSWER, CALL_SHARE, 0, 0},          {"level(q)", RATE_ANSWER, CALL_LEVEL, 5, 0},
        {"share ( )", RATE_ANSWER, CALL_SHARE, 0, 0},        {"in(n, 2nd)", CLASSIFY_ANSWER, CALL_IN, 7, 2},
        {"(in(m,1er))", CLASSIFY_ANSWER, CALL_IN, 6, 1},     {"share()", CLASSIFY_ANSWER, CALL_SHARE, 0, 0},
        {"found(promesse)", WRITE_ANSWER, CALL_FOUND, 2, 0}, {"found(reform)", CHOICE_ANSWER, CALL_FOUND, 1, 0},
        {"confirmed()", WRITE_ANSWER, CALL_CONFIRMED, 0, 0}, {"confirmed()", CHOICE_ANSWER, CALL_CONFIRMED, 0, 0},
        {"mark(cad)", CHOICE_ANSWER, CALL_MARK, 2, 0},       {"mark(eco)", MULTIPLE_ANSWER, CALL_MARK, 1, 0}};
    ConditionCase one;
    condition_case_open(&one);
    for (int32_t i = 0; i < COUNT(EXAMPLES); i++) {
        const AnswerExample *example = &EXAMPLES[i];
        int32_t expected = answer_with_arguments(&one, example->call, example->a, example->b);
        assert_int_equal(value_of(&one, example->text, example->answered), expected);
        assert_true(condition_reads_answer(one.scenario, 1));
    }
    assert_int_equal(value_of(&one, "1 + in(m, 2nd) - share()", CLASSIFY_ANSWER), 1 + 20602 - 30000);
    value_of(&one, "found(ecrit, reform)", WRITE_ANSWER);
    assert_false(condition_reads_answer(one.scenario, 1));
    condition_case_close(&one);
}

typedef struct {
    const char *text;
    Watch watches[2];
} WatchExample;

static void calls_of_the_walk_are_watched_as_far_as_they_can_matter(void **state) {
    (void)state;
    enum { DEPART = 1, ECRIT = 2, TRI = 5, FIN = 7 };
    static const WatchExample EXAMPLES[] = {
        {"seen(fin)", {{WATCH_VISITS, FIN, 0, 1}}},
        {"visits(fin) < 3", {{WATCH_VISITS, FIN, 0, 4}}},
        {"3 > visits(fin)", {{WATCH_VISITS, FIN, 0, 4}}},
        {"0 or 3 <= visits(fin) and 1", {{WATCH_VISITS, FIN, 0, 4}}},
        {"(visits(fin)) != 2", {{WATCH_VISITS, FIN, 0, 3}}},
        {"visits(fin) > -5", {{WATCH_VISITS, FIN, 0, 0}}},
        {"visits(fin)", {{WATCH_VISITS, FIN, 0, INT32_MAX}}},
        {"not visits(fin)", {{WATCH_VISITS, FIN, 0, INT32_MAX}}},
        {"visits(fin) + 1 > 3", {{WATCH_VISITS, FIN, 0, INT32_MAX}}},
        {"visits(fin) > 3 - 1", {{WATCH_VISITS, FIN, 0, INT32_MAX}}},
        {"visits(fin) > orage", {{WATCH_VISITS, FIN, 0, INT32_MAX}}},
        {"2 + visits(fin) > 3", {{WATCH_VISITS, FIN, 0, INT32_MAX}}},
        {"seen(fin) or visits(fin) = 5 or visits(fin) = 2", {{WATCH_VISITS, FIN, 0, 6}}},
        {"visits(fin) = visits(tri)", {{WATCH_VISITS, FIN, 0, INT32_MAX}, {WATCH_VISITS, TRI, 0, INT32_MAX}}},
        {"chose(04-depart, b-2)", {{WATCH_CHOSE, DEPART, 2, 1}}},
        {"chose(04-depart,own-words)+1 > 1", {{WATCH_CHOSE, DEPART, OPTION_OWN_WORDS, 1}}},
        {"chose(lot, v)", {{WATCH_CHOSE, 6, 4, 1}}},
        {"found(04-depart, reform)", {{WATCH_FOUND, DEPART, 1, 1}}},
        {"found(ecrit, reform) = found(ecrit, promesse)", {{WATCH_FOUND, ECRIT, 1, 1}, {WATCH_FOUND, ECRIT, 2, 1}}},
        {"score(cad) > 2 or score(cad) < -2", {{WATCH_SCORE, 0, 2, INT32_MAX}}}};
    ConditionCase one;
    condition_case_open(&one);
    for (int32_t i = 0; i < COUNT(EXAMPLES); i++) {
        value_of(&one, EXAMPLES[i].text, NO_ANSWER);
        int32_t expected = EXAMPLES[i].watches[1].kind != WATCH_NONE ? 2 : 1;
        assert_int_equal(one.scenario->watches.count - 1, expected);
        assert_memory_equal(one.scenario->watches.rows + 1, EXAMPLES[i].watches, (size_t)expected * sizeof(Watch));
    }
    condition_case_close(&one);
}

static void what_several_conditions_read_is_watched_once(void **state) {
    (void)state;
    ConditionCase one;
    condition_case_open(&one);
    condition_case_clear(&one);
    condition_case_add(&one, S("seen(fin) and visits(tri) > 1"), NO_ANSWER);
    condition_case_add(&one, S("visits(tri) > 4 or score(eco) > 0"), NO_ANSWER);
    condition_case_add(&one, S("visits(tri) > 2 or score(eco) > 0 or seen(fin)"), NO_ANSWER);
    condition_compile_all(&one.arena, &one.scratch, one.scenario, &one.findings);
    assert_int_equal(one.scenario->watches.count, 4);
    assert_int_equal(one.scenario->watches.rows[1].most, 1);
    assert_int_equal(one.scenario->watches.rows[2].most, 5);
    assert_int_equal(one.scenario->watches.rows[3].kind, WATCH_SCORE);
    condition_case_close(&one);
}

static void note_read(void *context, ReadsKind kind, int32_t id) {
    int32_t *sums = context;
    sums[kind] = sums[kind] * 10 + id;
}

static void what_a_condition_reads_is_visited_in_order(void **state) {
    (void)state;
    ConditionCase one;
    condition_case_open(&one);
    value_of(&one, "tension > 4 + confiance and (chaud or not rdv) or seen(fin) or tension < 7", NO_ANSWER);
    int32_t sums[3] = {0};
    condition_reads(one.scenario, 1, note_read, sums);
    assert_int_equal(sums[READS_GAUGE], 313);
    assert_int_equal(sums[READS_FACT], 31);
    assert_int_equal(sums[READS_WATCH], 1);
    condition_reads(one.scenario, 0, note_read, NULL);
    condition_case_close(&one);
}

static void no_condition_and_a_broken_one_always_hold(void **state) {
    (void)state;
    ConditionCase one;
    condition_case_open(&one);
    ConditionId broken = condition_case_compile(&one, S("rdv and ("), NO_ANSWER);
    ConditionId after = condition_case_add(&one, S("0"), NO_ANSWER);
    one.findings.count = 0;
    condition_compile_all(&one.arena, &one.scratch, one.scenario, &one.findings);
    assert_int_equal(one.findings.count, 1);
    ConditionWorld world = {0};
    assert_true(condition_holds(one.scenario, 0, &world));
    assert_true(condition_holds(one.scenario, broken, &world));
    assert_false(condition_holds(one.scenario, after, &world));
    condition_case_close(&one);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_and_names_stand_for_their_value),
        cmocka_unit_test(every_operator_does_what_it_says),
        cmocka_unit_test(operators_bind_as_the_grammar_says),
        cmocka_unit_test(sums_stop_at_the_ends_of_the_numbers),
        cmocka_unit_test(brackets_may_be_nested_to_the_limit_with_all_that_can_wait_before_each),
        cmocka_unit_test(a_condition_may_have_as_many_characters_as_the_limit),
        cmocka_unit_test(every_call_of_rules_asks_what_it_names),
        cmocka_unit_test(calls_of_the_walk_are_watched_as_far_as_they_can_matter),
        cmocka_unit_test(what_several_conditions_read_is_watched_once),
        cmocka_unit_test(what_a_condition_reads_is_visited_in_order),
        cmocka_unit_test(no_condition_and_a_broken_one_always_hold)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
