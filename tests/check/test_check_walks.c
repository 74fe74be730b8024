#include "check/check_case.h"

#define TWO_WAYS(id, first, second) \
    CHOICE(id, "'why':'W',", OPTION("x", first "'scores':{'eco':1},") "," OPTION("y", second))

static void an_answer_without_a_way_is_a_dead_end(void **state) {
    (void)state;
    FINDS(CASE("", TWO_WAYS("a", "'next':'end',", "") "," END), FINDING_DEAD_END, "/scenes/0/ask/options/1 ");
    FINDS(CASE("", TWO_WAYS("a", "", "") "," END), FINDING_DEAD_END, "/scenes/0/ask ");
    FINDS_NONE(CASE("", CHOICE("a", "'next':'end',", OPTION("x", "") "," OPTION("y", "")) "," END), FINDING_DEAD_END);
}

static void a_quiz_goes_on_by_itself(void **state) {
    (void)state;
    const char *quiz = QUIZ(TWO_WAYS("a", "", "") ",{'id':'b','lines':[{'text':'L'}]}," END);
    FINDS_NONE(quiz, FINDING_DEAD_END);
    FINDS_NONE(quiz, FINDING_NO_ENDING);
    FINDS_NONE(quiz, FINDING_UNREACHABLE_SCENE);
}

static void a_broken_link_is_told_once(void **state) {
    (void)state;
    const char *json = CASE("", TWO_WAYS("a", "'next':'b',", "'next':'nope',") "," PLAIN("b", "a") "," END);
    FINDS(json, FINDING_BROKEN_LINK, "/scenes/0/ask/options/1/next ");
    FINDS_NONE(json, FINDING_DEAD_END);
    FINDS_NONE(json, FINDING_NO_ENDING);
    FINDS_NONE(json, FINDING_UNREACHABLE_SCENE);
}

static void a_misspelt_next_is_told_once(void **state) {
    (void)state;
    const char *json = CASE("", TWO_WAYS("a", "'next':'end',", "'nxt':'end',") "," END);
    FINDS(json, FINDING_UNKNOWN_KEY, "/scenes/0/ask/options/1/nxt ");
    FINDS_NONE(json, FINDING_DEAD_END);
}

static void a_second_scene_of_one_id_is_told_once(void **state) {
    (void)state;
    const char *json = CASE("", PLAIN("a", "b") "," PLAIN("b", "end") "," PLAIN("b", "end") "," END);
    FINDS(json, FINDING_DUPLICATE_ID, "/scenes/2/id ");
    FINDS_NONE(json, FINDING_UNREACHABLE_SCENE);
}

static void every_scene_that_cannot_end_is_told(void **state) {
    (void)state;
    const char *json =
        CASE("", TWO_WAYS("a", "'next':'b',", "'next':'end',") "," TWO_WAYS(
                     "b", "'next':'c',", "'next':'c',") "," TWO_WAYS("c", "'next':'b',", "'next':'c',") "," END);
    FINDS(json, FINDING_NO_ENDING, "/scenes/1 /scenes/2 ");
    FINDS_NONE(json, FINDING_AUTO_LOOP);
}

static void a_loop_without_a_decision_is_told_at_its_first_scene(void **state) {
    (void)state;
    const char *json =
        CASE("", TWO_WAYS("a", "'next':'into',", "'next':'end',") "," PLAIN("into", "d") "," PLAIN("c", "d") "," PLAIN(
                     "d", "e") "," PLAIN("e", "c") "," PLAIN("self", "self") "," END);
    FINDS(json, FINDING_AUTO_LOOP, "/scenes/2 /scenes/5 ");
    FINDS_NONE(CASE("", "{'id':'a','next':[{'if':'visits(a) > 1','to':'end'},{'to':'a'}]}," END), FINDING_AUTO_LOOP);
}

static void a_scene_that_only_unreachable_scenes_lead_to_is_unreachable(void **state) {
    (void)state;
    const char *json =
        CASE("", TWO_WAYS("a", "'next':'end',", "'next':'a',") "," PLAIN("b", "c") "," PLAIN("c", "b") "," END);
    FINDS(json, FINDING_UNREACHABLE_SCENE, "/scenes/1 /scenes/2 ");
    FINDS_NONE(CASE_HEAD("scenario", "en") "'scenes':[" PLAIN("b", "end") "," END "]}", FINDING_UNREACHABLE_SCENE);
}

// Neither the stack nor the clock may suffer from it.
static void a_chain_of_many_scenes_is_followed(void **state) {
    (void)state;
    enum { SCENES = 9000 };
    Arena arena = {0};
    StrBuilder json = {.arena = &arena};
    str_add(&json, S(CASE_HEAD("scenario", "en") "'scenes':[" PLAIN("a", "s0")));
    for (int32_t i = 0; i < SCENES; i++) {
        str_addf(&json, ",{'id':'s%d','lines':[{'text':'L'}],'next':'s%d'}", i, i + 1);
    }
    str_addf(&json, ",{'id':'s%d','lines':[{'text':'L'}],'next':'s0'}]}", SCENES);
    const char *text = str_to_c(&arena, str_built(&json));
    assert_int_equal(count_of(text, FINDING_AUTO_LOOP), 1);
    assert_int_equal(count_of(text, FINDING_NO_ENDING), SCENES + 2);
    arena_finish(&arena);
}

#define LINED(condition) "{'id':'a','lines':[{'text':'L','if':'" condition "'}],'next':'end'}," END

static void a_condition_that_ranges_decide_is_told_wherever_it_stands(void **state) {
    (void)state;
    const char *gauges = CASE("'gauges':[{'id':'g','name':'G','start':50,'drift':1,'halve_when':'g > 100'}],"
                              "'facts':[{'id':'f','on':'g >= 0','off':'g < 0'}],",
                              LINED("f or g > 3"));
    FINDS(gauges, FINDING_NEVER_TRUE, "/gauges/0/halve_when /facts/0/off ");
    FINDS(gauges, FINDING_ALWAYS_TRUE, "/facts/0/on ");
    const char *rules = CASE(
        "", CHOICE("a", "'next':'end','rules':[{'if':'mark(eco) > 99','why':'W'}],",
                   OPTION("x", "'reply':[{'text':'L','if':'1'}],") "," OPTION("y", "'scores':{'eco':1},")) "," END);
    FINDS(rules, FINDING_NEVER_TRUE, "/scenes/0/ask/rules/0/if ");
    FINDS(rules, FINDING_ALWAYS_TRUE, "/scenes/0/ask/options/0/reply/0/if ");
}

static void an_option_that_is_never_offered_is_unreachable(void **state) {
    (void)state;
    const char *json =
        CASE("'gauges':[{'id':'g','name':'G','start':50,'drift':1}],",
             CHOICE("a", "'next':'end',", OPTION("x", "'if':'g < 0',") "," OPTION("y", "'if':'g >= 0',")) "," END);
    FINDS(json, FINDING_UNREACHABLE_OPTION, "/scenes/0/ask/options/0/if ");
    FINDS_NONE(json, FINDING_NEVER_TRUE);
    FINDS(json, FINDING_ALWAYS_TRUE, "/scenes/0/ask/options/1/if ");
}

static void a_condition_that_cannot_be_read_is_told_once(void **state) {
    (void)state;
    const char *json = CASE("'facts':[{'id':'f','about':'A'}],", LINED("f and"));
    FINDS(json, FINDING_BAD_CONDITION, "/scenes/0/lines/0/if ");
    FINDS_NONE(json, FINDING_ALWAYS_TRUE);
    // It may be the one that reads the fact; that nothing sets it is sure.
    FINDS(json, FINDING_UNUSED_FACT, "/facts/0 ");
    FINDS_NONE(CASE("'facts':[{'id':'f','on':'1','off':'0'}],", LINED("f and")), FINDING_UNUSED_FACT);
}

static void a_fact_that_is_neither_set_nor_read_gives_one_finding(void **state) {
    (void)state;
    FINDS(CASE("'facts':[{'id':'f','about':'A'}],", PLAIN("a", "end") "," END), FINDING_UNUSED_FACT, "/facts/0 ");
    FINDS_NONE(CASE("'facts':[{'id':'f','on':'visits(a) > 1','off':'0'}],", LINED("f")), FINDING_UNUSED_FACT);
}

static void a_character_appears_in_scenes_lines_and_portraits_alone(void **state) {
    (void)state;
    const char *json =
        CASE("'characters':[{'id':'p','name':'P'},{'id':'q','name':'Q'},{'id':'r','name':'R'},{'id':'s','name':'S'}],"
             "'gauges':[{'id':'g','name':'G','of':'s','start':50,'drift':1}],",
             "{'id':'a','with':'p','lines':[{'by':'q','text':'L'}],'next':'end'},"
             "{'id':'end','ending':{'title':'T','text':'T','portraits':[{'of':'r','arrival':'A','departure':'D'}]}}");
    FINDS(json, FINDING_UNUSED_CHARACTER, "/characters/3 ");
    FINDS_NONE(CASE("'characters':[{'id':'p','name':'P'}],", "{'id':'a','with':'pp','next':'end'}," END),
               FINDING_UNUSED_CHARACTER);
}

static void what_moves_or_marks_may_stand_anywhere(void **state) {
    (void)state;
    const char *json = CASE(
        "'gauges':[{'id':'g','name':'G','start':50},{'id':'h','name':'H','start':50},{'id':'i','name':'I','start':5,'drift':-1},"
        "{'id':'still','name':'S','start':5}],'detectors':[{'id':'d','name':'D','match':['x']}],",
        "{'id':'a','ask':{'kind':'classify','next':'b','bins':[{'id':'u','text':'U','effects':{'g':1}},{'id':'v','text':'V'}],"
        "'items':[{'id':'i','text':'I','bin':'u'},{'id':'j','text':'J'}],'bands':[{'from':0,'effects':{'h':1},'scores':{'cla':1}}]}},"
        "{'id':'b','ask':{'kind':'write','next':'end','detectors':[{'id':'d','scores':{'eco':1}}]}}," END);
    FINDS(json, FINDING_GAUGE_NEVER_MOVES, "/gauges/3 ");
    FINDS_NONE(json, FINDING_COMPETENCY_UNMEASURED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_without_a_way_is_a_dead_end),
        cmocka_unit_test(a_quiz_goes_on_by_itself),
        cmocka_unit_test(a_broken_link_is_told_once),
        cmocka_unit_test(a_misspelt_next_is_told_once),
        cmocka_unit_test(a_second_scene_of_one_id_is_told_once),
        cmocka_unit_test(every_scene_that_cannot_end_is_told),
        cmocka_unit_test(a_loop_without_a_decision_is_told_at_its_first_scene),
        cmocka_unit_test(a_scene_that_only_unreachable_scenes_lead_to_is_unreachable),
        cmocka_unit_test(a_chain_of_many_scenes_is_followed),
        cmocka_unit_test(a_condition_that_ranges_decide_is_told_wherever_it_stands),
        cmocka_unit_test(an_option_that_is_never_offered_is_unreachable),
        cmocka_unit_test(a_condition_that_cannot_be_read_is_told_once),
        cmocka_unit_test(a_fact_that_is_neither_set_nor_read_gives_one_finding),
        cmocka_unit_test(a_character_appears_in_scenes_lines_and_portraits_alone),
        cmocka_unit_test(what_moves_or_marks_may_stand_anywhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
