#include "check/check_case.h"

#define SCORED(id, scores) OPTION(id, "'scores':{" scores "},")
#define ASKS(keys, options) CASE("", CHOICE("a", keys "'next':'end',", options) "," END)
#define BARE(id) "{'id':'" id "','text':'" id "'}"

static void a_why_of_the_decision_or_of_a_rule_serves_all_answers(void **state) {
    (void)state;
    FINDS(ASKS("", BARE("x") "," OPTION("y", "")), FINDING_MISSING_WHY, "/scenes/0/ask/options/0 ");
    FINDS_NONE(ASKS("'why':'W',", BARE("x") "," BARE("y")), FINDING_MISSING_WHY);
    FINDS_NONE(ASKS("'rules':[{'if':'mark(eco) = 0','why':'W'}],", BARE("x") "," BARE("y")), FINDING_MISSING_WHY);
    FINDS_NONE(ASKS("'private':true,", BARE("x") "," BARE("y")), FINDING_MISSING_WHY);
    FINDS(ASKS("'own_words':{'prompt':'P'},", OPTION("x", "") "," OPTION("y", "")), FINDING_MISSING_WHY,
          "/scenes/0/ask/own_words ");
}

#define RANK(keys, why)                                                   \
    CASE("", "{'id':'a','ask':{'kind':'rank','next':'end'," keys          \
             "'key':['x','y','z'],'items':[{'id':'x','text':'X'" why "}," \
             "{'id':'y','text':'Y'},{'id':'z','text':'Z'}]}}," END)

static void an_order_gets_its_why_from_anywhere(void **state) {
    (void)state;
    FINDS(RANK("", ""), FINDING_MISSING_WHY, "/scenes/0/ask ");
    FINDS_NONE(RANK("", ",'why':'W'"), FINDING_MISSING_WHY);
    FINDS_NONE(RANK("'bands':[{'from':0,'why':'W'}],", ""), FINDING_MISSING_WHY);
}

static void options_that_do_the_same_are_one_way(void **state) {
    (void)state;
    FINDS(ASKS("", OPTION("x", "") "," OPTION("y", "")), FINDING_ONE_WAY_CHOICE, "/scenes/0/ask ");
    FINDS(ASKS("", SCORED("x", "'eco':1,'cla':2") "," SCORED("y", "'cla':2,'eco':1")), FINDING_ONE_WAY_CHOICE,
          "/scenes/0/ask ");
    FINDS(ASKS("", OPTION("x", "'next':'end',") "," OPTION("y", "'stance':'risky','reply':[{'text':'L'}],")),
          FINDING_ONE_WAY_CHOICE, "/scenes/0/ask ");
    FINDS_NONE(ASKS("", SCORED("x", "'eco':1") "," SCORED("y", "'eco':2")), FINDING_ONE_WAY_CHOICE);
    FINDS_NONE(ASKS("", OPTION("x", "") "," OPTION("y", "'next':'a',")), FINDING_ONE_WAY_CHOICE);
    FINDS_NONE(ASKS("", OPTION("x", "'attitude':'enquete',") "," OPTION("y", "'attitude':'soutien',")),
               FINDING_ONE_WAY_CHOICE);
    FINDS_NONE(ASKS("", OPTION("x", "") "," OPTION("y", "'traps':['promesse'],")), FINDING_ONE_WAY_CHOICE);
}

static void options_that_are_compared_remembered_or_private_are_not_one_way(void **state) {
    (void)state;
    FINDS_NONE(ASKS("'private':true,", OPTION("x", "") "," OPTION("y", "")), FINDING_ONE_WAY_CHOICE);
    FINDS_NONE(ASKS("'panel':{'n':2,'answers':{'x':1,'y':1}},", OPTION("x", "") "," OPTION("y", "")),
               FINDING_ONE_WAY_CHOICE);
    FINDS_NONE(ASKS("'own_words':{'prompt':'P','why':'W'},", OPTION("x", "") "," OPTION("y", "")),
               FINDING_ONE_WAY_CHOICE);
    FINDS_NONE(CASE("", CHOICE("a", "'next':'b',",
                               OPTION("x", "") "," OPTION(
                                   "y", "")) ","
                                             "{'id':'b','lines':[{'text':'L','if':'chose(a,x)'}],'next':'end'}," END),
               FINDING_ONE_WAY_CHOICE);
}

static void an_option_dominates_when_no_other_is_better_on_anything(void **state) {
    (void)state;
    FINDS(ASKS("", SCORED("x", "'eco':1") "," SCORED("y", "'eco':1,'cla':1") "," OPTION("z", "")),
          FINDING_DOMINANT_OPTION, "/scenes/0/ask/options/1 ");
    // Absent counts as 0: x is better on cla.
    FINDS_NONE(ASKS("", SCORED("x", "'eco':1") "," SCORED("y", "'eco':2,'cla':-1")), FINDING_DOMINANT_OPTION);
    FINDS_NONE(ASKS("", SCORED("x", "'eco':1") "," SCORED("y", "'eco':1") "," SCORED("z", "'eco':-1")),
               FINDING_DOMINANT_OPTION);
    FINDS_NONE(ASKS("", SCORED("x", "'eco':1") "," OPTION("y", "")), FINDING_DOMINANT_OPTION);
    // A mark that could not be read says nothing.
    FINDS_NONE(ASKS("", SCORED("x", "'eco':1") "," SCORED("y", "'eco':9,'cla':1")), FINDING_DOMINANT_OPTION);
}

static void a_question_of_a_quiz_may_have_one_right_answer(void **state) {
    (void)state;
    FINDS_NONE(QUIZ(CHOICE("a", "", SCORED("x", "'eco':1") "," SCORED("y", "'eco':-1")) "," END),
               FINDING_DOMINANT_OPTION);
}

// A choice of a quiz: how many options it has, and which of them is the best and which the longest; -1: none.
typedef struct {
    int32_t options, best, longest;
} Choice;

static void add_choice(StrBuilder *json, int32_t number, Choice choice) {
    str_addf(json, "{'id':'c%d','ask':{'kind':'choice','options':[", number);
    for (int32_t i = 0; i < choice.options; i++) {
        str_addf(json, "%s{'id':'o%d','text':'%s','why':'W','scores':{'eco':%d}}", i > 0 ? "," : "", i,
                 i == choice.longest ? "twelve chars" : "eight ch", i == choice.best ? 2 : 1);
    }
    str_add(json, S("]}},"));
}

static int32_t count_in(const Choice *choices, int32_t count, FindingCode code) {
    Arena arena = {0};
    StrBuilder json = {.arena = &arena};
    str_add(&json, S(CASE_HEAD("quiz", "en") "'scenes':[{'id':'a','lines':[{'text':'L'}]},"));
    for (int32_t i = 0; i < count; i++) {
        add_choice(&json, i, choices[i]);
    }
    str_add(&json, S(END "]}"));
    int32_t found = count_of(str_to_c(&arena, str_built(&json)), code);
    arena_finish(&arena);
    return found;
}

#define COUNT_IN(code, ...) \
    count_in((const Choice[]){__VA_ARGS__}, (int32_t)(sizeof((const Choice[]){__VA_ARGS__}) / sizeof(Choice)), (code))

static void the_longest_is_best_in_most_of_four_choices_or_more(void **state) {
    (void)state;
    assert_int_equal(COUNT_IN(FINDING_LONGEST_IS_BEST, {3, 0, 0}, {3, 1, 1}, {3, 2, 2}, {3, 0, 1}), 1);
    assert_int_equal(COUNT_IN(FINDING_LONGEST_IS_BEST, {3, 0, 0}, {3, 1, 1}, {3, 2, 1}, {3, 0, 1}), 0);
    assert_int_equal(COUNT_IN(FINDING_LONGEST_IS_BEST, {3, 0, 0}, {3, 1, 1}, {3, 2, 2}), 0);
    // Where no option is best a choice does not count; all equally long, none is the longest.
    assert_int_equal(COUNT_IN(FINDING_LONGEST_IS_BEST, {3, 0, 0}, {3, 1, 1}, {3, 2, 2}, {3, -1, 1}), 0);
    assert_int_equal(COUNT_IN(FINDING_LONGEST_IS_BEST, {3, 0, -1}, {3, 1, -1}, {3, 2, -1}, {3, 0, -1}), 0);
}

static void a_place_is_biased_when_chance_does_not_explain_it(void **state) {
    (void)state;
    assert_int_equal(COUNT_IN(FINDING_POSITION_BIAS, {4, 1, 0}, {4, 1, 0}, {4, 1, 0}, {4, 1, 0}, {4, 2, 0}), 1);
    assert_int_equal(COUNT_IN(FINDING_POSITION_BIAS, {4, 1, 0}, {4, 1, 0}, {4, 1, 0}, {4, 2, 0}), 0);
    assert_int_equal(COUNT_IN(FINDING_POSITION_BIAS, {4, 1, 0}, {4, 1, 0}, {4, 1, 0}, {4, 0, 0}, {4, 2, 0}), 0);
    // Between two options four of five are not rare enough.
    assert_int_equal(COUNT_IN(FINDING_POSITION_BIAS, {2, 1, 0}, {2, 1, 0}, {2, 1, 0}, {2, 1, 0}, {2, 0, 0}), 0);
}

static void always_the_same_letter_is_told_instead_of_a_bias(void **state) {
    (void)state;
    assert_int_equal(COUNT_IN(FINDING_ALWAYS_SAME_LETTER, {4, 1, 0}, {3, 1, 0}, {4, 1, 0}, {2, 1, 0}), 1);
    assert_int_equal(COUNT_IN(FINDING_ALWAYS_SAME_LETTER, {4, 1, 0}, {4, 1, 0}, {4, 1, 0}), 0);
    assert_int_equal(COUNT_IN(FINDING_ALWAYS_SAME_LETTER, {4, 1, 0}, {4, 1, 0}, {4, 1, 0}, {4, 1, 0}, {4, 1, 0}), 1);
    assert_int_equal(COUNT_IN(FINDING_POSITION_BIAS, {4, 1, 0}, {4, 1, 0}, {4, 1, 0}, {4, 1, 0}, {4, 1, 0}), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_why_of_the_decision_or_of_a_rule_serves_all_answers),
        cmocka_unit_test(an_order_gets_its_why_from_anywhere),
        cmocka_unit_test(options_that_do_the_same_are_one_way),
        cmocka_unit_test(options_that_are_compared_remembered_or_private_are_not_one_way),
        cmocka_unit_test(an_option_dominates_when_no_other_is_better_on_anything),
        cmocka_unit_test(a_question_of_a_quiz_may_have_one_right_answer),
        cmocka_unit_test(the_longest_is_best_in_most_of_four_choices_or_more),
        cmocka_unit_test(a_place_is_biased_when_chance_does_not_explain_it),
        cmocka_unit_test(always_the_same_letter_is_told_instead_of_a_bias),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
