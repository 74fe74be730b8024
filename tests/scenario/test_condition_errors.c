#include "condition_case.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

typedef struct {
    const char *text;
    int32_t at; // the byte told
    const char *told;
    const char *near; // the name that was perhaps meant
    AskId answered;
} Example;

static void assert_told(ConditionCase *one, const Example *example, FindingCode code) {
    condition_case_compile(one, str_from_c(example->text), example->answered);
    const Finding *finding = &one->findings.rows[0];
    if (one->findings.count != 1 || finding->code != code) {
        fail_msg("%s: %d findings", example->text, one->findings.count);
    }
    if (!str_equal(finding->arguments[0], str_from_c(example->told)) || finding->inside != example->at) {
        fail_msg("%s: told \"%.*s\" at %d", example->text, S_ARG(finding->arguments[0]), finding->inside);
    }
    if (!str_equal(finding->arguments[1], str_from_c(example->near))) {
        fail_msg("%s: near \"%.*s\"", example->text, S_ARG(finding->arguments[1]));
    }
    assert_int_equal(finding->variant, example->near != NULL);
    assert_int_equal(finding->words, code == FINDING_BAD_CONDITION);
    assert_int_equal(one->scenario->conditions.rows[1].code.count, 0);
}

static void assert_all_told(const Example *examples, size_t count, FindingCode code) {
    ConditionCase one;
    condition_case_open(&one);
    for (size_t i = 0; i < count; i++) {
        assert_told(&one, &examples[i], code);
    }
    condition_case_close(&one);
}

#define ASSERT_ALL_TOLD(examples, code) assert_all_told(examples, COUNT(examples), code)

static void what_is_not_grammar_is_told_where_it_stands(void **state) {
    (void)state;
    static const char *const WRONG = "something else was expected";
    static const char *const ENDS = "it ends too early";
    const Example examples[] = {{"", 0, "it is empty", NULL, 0},
                                {" \n", 0, "it is empty", NULL, 0},
                                {"orage <", 7, ENDS, NULL, 0},
                                {"rdv and", 7, ENDS, NULL, 0},
                                {"not", 3, ENDS, NULL, 0},
                                {"(", 1, ENDS, NULL, 0},
                                {"1 -", 3, ENDS, NULL, 0},
                                {"-", 1, ENDS, NULL, 0},
                                {"orage rdv", 6, WRONG, NULL, 0},
                                {"orage 1", 6, WRONG, NULL, 0},
                                {"rdv not rdv", 4, WRONG, NULL, 0},
                                {"rdv (1)", 4, WRONG, NULL, 0},
                                {"not not rdv", 4, WRONG, NULL, 0},
                                {"orage < not rdv", 8, WRONG, NULL, 0},
                                {"orage + not rdv", 8, WRONG, NULL, 0},
                                {"and rdv", 0, WRONG, NULL, 0},
                                {"< 3", 0, WRONG, NULL, 0},
                                {"-orage", 1, WRONG, NULL, 0},
                                {"--1", 1, WRONG, NULL, 0},
                                {"+1", 0, WRONG, NULL, 0},
                                {"orage == 1", 7, WRONG, NULL, 0},
                                {"orage && rdv", 6, WRONG, NULL, 0},
                                {"orage ! 1", 6, WRONG, NULL, 0},
                                {"orage # 1", 6, WRONG, NULL, 0},
                                {"orage\u00A0> 1", 5, WRONG, NULL, 0},
                                {"orage > \u2019", 8, WRONG, NULL, 0},
                                {"1, 2", 1, WRONG, NULL, 0},
                                {"()", 1, WRONG, NULL, 0},
                                {"(1 +)", 4, WRONG, NULL, 0}};
    ASSERT_ALL_TOLD(examples, FINDING_BAD_CONDITION);
}

static void brackets_come_in_pairs(void **state) {
    (void)state;
    static const char *const OPEN = "this bracket is never closed";
    static const char *const CLOSED = "this bracket was never opened";
    const Example examples[] = {{"orage )", 6, CLOSED, NULL, 0},    {"(1) + 2)", 7, CLOSED, NULL, 0},
                                {"(orage", 0, OPEN, NULL, 0},       {"(orage < (2)", 0, OPEN, NULL, 0},
                                {"1 + ((orage)", 4, OPEN, NULL, 0}, {"seen(fin", 4, OPEN, NULL, 0},
                                {"seen(", 4, OPEN, NULL, 0},        {"chose(fin,", 5, OPEN, NULL, 0}};
    ASSERT_ALL_TOLD(examples, FINDING_BAD_CONDITION);
}

static void comparisons_do_not_chain(void **state) {
    (void)state;
    static const char *const JOIN = "comparisons are joined with “and”";
    const Example examples[] = {{"1 < 2 < 3", 6, JOIN, NULL, 0},
                                {"1 < 2 + 1 = 3", 10, JOIN, NULL, 0},
                                {"0 or (not 1 = 1 != 1)", 16, JOIN, NULL, 0}};
    ASSERT_ALL_TOLD(examples, FINDING_BAD_CONDITION);
}

static void numbers_lie_within_the_limit(void **state) {
    (void)state;
    static const char *const LARGE = "the number is too large";
    const Example examples[] = {{"1000001", 0, LARGE, NULL, 0},
                                {"- 1000001", 2, LARGE, NULL, 0},
                                {"1 < 99999999999999999999999", 4, LARGE, NULL, 0}};
    ASSERT_ALL_TOLD(examples, FINDING_BAD_CONDITION);
}

static void too_many_brackets_and_characters_are_told_at_the_first_too_many(void **state) {
    (void)state;
    ConditionCase one;
    condition_case_open(&one);
    StrBuilder deep = {.arena = &one.arena};
    for (int32_t i = 0; i <= LIMIT_CONDITION_DEPTH; i++) {
        str_add_char(&deep, '(');
    }
    Example example = {str_to_c(&one.arena, str_built(&deep)), LIMIT_CONDITION_DEPTH,
                       "brackets are nested more than 32 deep", NULL, NO_ANSWER};
    assert_told(&one, &example, FINDING_BAD_CONDITION);
    Str text = str_format(&one.arena, "é%*s", LIMIT_CONDITION_CHARS, "rdv");
    example =
        (Example){str_to_c(&one.arena, text), LIMIT_CONDITION_CHARS + 1, "it is longer than 512 characters", NULL, 0};
    assert_told(&one, &example, FINDING_BAD_CONDITION);
    condition_case_close(&one);
}

static void calls_have_their_number_of_names(void **state) {
    (void)state;
    static const char *const NUMBER = "it needs another number of names in its brackets";
    static const char *const WRONG = "something else was expected";
    const Example examples[] = {{"seen()", 0, NUMBER, NULL, 0},
                                {"1 + visits()", 4, NUMBER, NULL, 0},
                                {"seen(fin, fin)", 0, NUMBER, NULL, 0},
                                {"chose(04-depart)", 0, NUMBER, NULL, 0},
                                {"chose(04-depart, a, a)", 0, NUMBER, NULL, 0},
                                {"found()", 0, NUMBER, NULL, WRITE_ANSWER},
                                {"found(ecrit, reform, reform)", 0, NUMBER, NULL, WRITE_ANSWER},
                                {"score(eco, cad)", 0, NUMBER, NULL, 0},
                                {"share(x)", 0, NUMBER, NULL, RANK_ANSWER},
                                {"in(m)", 0, NUMBER, NULL, CLASSIFY_ANSWER},
                                {"seen(fin,)", 9, WRONG, NULL, 0},
                                {"seen(,fin)", 5, WRONG, NULL, 0},
                                {"seen(fin fin)", 9, WRONG, NULL, 0},
                                {"seen((fin))", 5, WRONG, NULL, 0},
                                {"seen(fin > 1)", 9, WRONG, NULL, 0}};
    ASSERT_ALL_TOLD(examples, FINDING_BAD_CONDITION);
}

static void calls_of_rules_need_an_answer_that_tells_it(void **state) {
    (void)state;
    static const char *const NONE = "no answer has just been given here";
    static const char *const OTHER = "answers of this kind do not tell that";
    const Example examples[] = {
        {"place(x)", 0, NONE, NULL, NO_ANSWER},        {"rdv or level(p)", 7, NONE, NULL, NO_ANSWER},
        {"in(m, 1er)", 0, NONE, NULL, NO_ANSWER},      {"share()", 0, NONE, NULL, NO_ANSWER},
        {"found(reform)", 0, NONE, NULL, NO_ANSWER},   {"mark(eco)", 0, NONE, NULL, NO_ANSWER},
        {"confirmed()", 0, NONE, NULL, NO_ANSWER},     {"place(x)", 0, OTHER, NULL, RATE_ANSWER},
        {"level(p)", 0, OTHER, NULL, CLASSIFY_ANSWER}, {"in(m, 1er)", 0, OTHER, NULL, RANK_ANSWER},
        {"share()", 0, OTHER, NULL, CHOICE_ANSWER},    {"found(reform)", 0, OTHER, NULL, MULTIPLE_ANSWER},
        {"confirmed()", 0, OTHER, NULL, RANK_ANSWER}};
    ASSERT_ALL_TOLD(examples, FINDING_BAD_CONDITION);
}

static void private_answers_tell_nothing(void **state) {
    (void)state;
    static const char *const OTHER = "answers of this kind do not tell that";
    const Example examples[] = {{"chose(04-depart, a)", 6, OTHER, NULL, NO_ANSWER},
                                {"chose(04-depart, own-words)", 6, OTHER, NULL, CHOICE_ANSWER},
                                {"rdv or found(04-depart, reform)", 13, OTHER, NULL, NO_ANSWER},
                                {"found(reform)", 0, OTHER, NULL, CHOICE_ANSWER},
                                {"mark(eco)", 0, OTHER, NULL, CHOICE_ANSWER}};
    ConditionCase one;
    condition_case_open(&one);
    one.scenario->asks.rows[CHOICE_ANSWER].private_answer = true;
    for (int32_t i = 0; i < COUNT(examples); i++) {
        assert_told(&one, &examples[i], FINDING_BAD_CONDITION);
    }
    condition_case_compile(&one, S("seen(04-depart) and visits(04-depart) > 0"), NO_ANSWER);
    assert_int_equal(one.findings.count, 0);
    condition_case_close(&one);
}

static void unknown_names_are_told_with_the_nearest_known_one(void **state) {
    (void)state;
    const Example examples[] = {{"confiace > 1", 0, "confiace", "confiance", 0},
                                {"rdv and confiencé > 1", 8, "confiencé", "confiance", 0},
                                {"Rdv", 0, "Rdv", "rdv", 0},
                                {"1 < xyz", 4, "xyz", NULL, 0},
                                {"eco > 1", 0, "eco", NULL, 0},
                                {"seen", 0, "seen", NULL, 0},
                                {"sen(fin)", 0, "sen", "seen", 0},
                                {"plaisanterie()", 0, "plaisanterie", NULL, 0},
                                {"seen(fi)", 5, "fi", "fin", 0},
                                {"seen(04-depar)", 5, "04-depar", "04-depart", 0},
                                {"seen(confiance)", 5, "confiance", NULL, 0},
                                {"chose(dehors, a)", 6, "dehors", NULL, 0},
                                {"chose(04-depart, b-3)", 17, "b-3", "b-2", 0},
                                {"chose(rang, own-words)", 12, "own-words", NULL, 0},
                                {"chose(rang, x)", 12, "x", NULL, 0},
                                {"found(ecrit, reforme)", 13, "reforme", "reform", 0},
                                {"found(04-depart, promesse)", 17, "promesse", NULL, 0},
                                {"found(fin, reform)", 11, "reform", NULL, 0},
                                {"score(confiance)", 6, "confiance", NULL, 0},
                                {"place(p)", 6, "p", NULL, RANK_ANSWER},
                                {"level(x)", 6, "x", NULL, RATE_ANSWER},
                                {"in(m, 1e)", 6, "1e", "1er", CLASSIFY_ANSWER},
                                {"in(p, 1er)", 3, "p", NULL, CLASSIFY_ANSWER},
                                {"found(promesse)", 6, "promesse", NULL, CHOICE_ANSWER},
                                {"mark(ecu)", 5, "ecu", "eco", WRITE_ANSWER}};
    ASSERT_ALL_TOLD(examples, FINDING_UNKNOWN_NAME);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_not_grammar_is_told_where_it_stands),
        cmocka_unit_test(brackets_come_in_pairs),
        cmocka_unit_test(comparisons_do_not_chain),
        cmocka_unit_test(numbers_lie_within_the_limit),
        cmocka_unit_test(too_many_brackets_and_characters_are_told_at_the_first_too_many),
        cmocka_unit_test(calls_have_their_number_of_names),
        cmocka_unit_test(calls_of_rules_need_an_answer_that_tells_it),
        cmocka_unit_test(private_answers_tell_nothing),
        cmocka_unit_test(unknown_names_are_told_with_the_nearest_known_one)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
