#include "map_case.h"

#include "scenario/scenario_edges.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

// All edges as text: "from -A-> to" or, where a condition stands on them, "from ~A~> to"; one a line.
static char *write_edges(MapCase *one) {
    const Scenario *scenario = one->scenario;
    EdgeTable edges = {0};
    scenario_list_edges(&one->arena, scenario, &edges);
    StrBuilder text = {.arena = &one->arena};
    for (int32_t i = 0; i < edges.count; i++) {
        const Edge *edge = &edges.rows[i];
        const char *line = edge->conditional ? "~" : "-";
        Str from = scenario_name(scenario, scenario->scenes.rows[edge->from].id);
        Str to = scenario_name(scenario, scenario->scenes.rows[edge->to].id);
        str_addf(&text, "%.*s %s%.*s%s> %.*s\n", S_ARG(from), line, S_ARG(edge->label), line, S_ARG(to));
    }
    return str_to_c(&one->arena, str_built(&text));
}

static void assert_edges(const char *kind, const char *scenes, const char *expected) {
    MapCase one;
    map_case_open(&one, str_from_c(kind), S("a"), str_from_c(scenes));
    assert_string_equal(write_edges(&one), expected);
    map_case_close(&one);
}

#define ENDING_Z "{'id': 'z', 'ending': {'title': 'Z', 'text': 'Z'}}"
#define ENDING_Y "{'id': 'y', 'ending': {'title': 'Y', 'text': 'Y'}}"

static void a_scene_goes_on_by_its_routes(void **state) {
    (void)state;
    assert_edges("scenario",
                 "{'id': 'a', 'next': [{'if': 'seen(z)', 'to': 'y'}, {'to': 'z'}]}, " ENDING_Y ", " ENDING_Z,
                 "a ~~> y\na --> z\n");
}

static void options_have_letters_and_fall_back_on_the_way_of_the_ask(void **state) {
    (void)state;
    assert_edges("scenario",
                 "{'id': 'a', 'ask': {'kind': 'choice', 'next': 'z', 'own_words': {},"
                 " 'options': [{'id': 'u', 'text': 'U'}, {'id': 'v', 'text': 'V', 'next': 'y', 'if': 'seen(y)'},"
                 " {'id': 'w', 'text': 'W', 'next': [{'if': 'seen(y)', 'to': 'a'}, {'to': 'y'}]}]}}, " ENDING_Y
                 ", " ENDING_Z,
                 "a -A-> z\na ~B~> y\na ~C~> a\na -C-> y\na -D-> z\n");
}

static void own_words_may_have_a_way_of_their_own(void **state) {
    (void)state;
    MapCase one;
    map_case_open(&one, S("scenario"), S("a"),
                  S("{'id': 'a', 'ask': {'kind': 'choice', 'next': 'z', 'own_words': {'next': 'y'},"
                    " 'options': [{'id': 'u', 'text': 'U'}, {'id': 'v', 'text': 'V'}]}}, " ENDING_Y ", " ENDING_Z));
    assert_string_equal(write_edges(&one), "a -A-> z\na -B-> z\na -C-> y\n");
    EdgeTable edges = {0};
    scenario_list_edges(&one.arena, one.scenario, &edges);
    assert_int_equal(edges.rows[0].option, 1);
    assert_int_equal(edges.rows[2].option, OPTION_OWN_WORDS);
    map_case_close(&one);
}

static void bands_are_labelled_with_their_share(void **state) {
    (void)state;
    assert_edges("scenario",
                 "{'id': 'a', 'ask': {'kind': 'rank', 'next': 'z', 'key': ['i', 'j', 'k'], 'items': ["
                 "{'id': 'i', 'text': 'I'}, {'id': 'j', 'text': 'J'}, {'id': 'k', 'text': 'K'}],"
                 " 'bands': [{'from': 75, 'next': 'y'}, {'from': 50}, {'from': 0}]}}, " ENDING_Y ", " ENDING_Z,
                 "a -≥\u202F75\u202F%-> y\na -≥\u202F50\u202F%-> z\na -<\u202F50\u202F%-> z\n");
}

static void other_asks_go_on_by_their_own_way_once(void **state) {
    (void)state;
    assert_edges(
        "scenario",
        "{'id': 'a', 'ask': {'kind': 'multiple', 'next': 'b', 'options': [{'id': 'u', 'text': 'U'},"
        " {'id': 'v', 'text': 'V'}]}},"
        " {'id': 'b', 'ask': {'kind': 'write', 'next': [{'if': 'confirmed()', 'to': 'y'}, {'to': 'z'}]}}, " ENDING_Y
        ", " ENDING_Z,
        "a --> b\nb ~~> y\nb --> z\n");
}

static void in_a_quiz_what_has_no_way_goes_on_to_the_following_scene(void **state) {
    (void)state;
    assert_edges("quiz",
                 "{'id': 'a', 'ask': {'kind': 'choice', 'options': [{'id': 'u', 'text': 'U', 'next': 'z'},"
                 " {'id': 'v', 'text': 'V'}]}},"
                 " {'id': 'b'}, {'id': 'c', 'next': 'y'}, " ENDING_Y
                 ", {'id': 'd', 'ask': {'kind': 'write'}}, " ENDING_Z,
                 "a -A-> z\na -B-> b\nb --> c\nc --> y\nd --> z\n");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_scene_goes_on_by_its_routes),
                                       cmocka_unit_test(options_have_letters_and_fall_back_on_the_way_of_the_ask),
                                       cmocka_unit_test(own_words_may_have_a_way_of_their_own),
                                       cmocka_unit_test(bands_are_labelled_with_their_share),
                                       cmocka_unit_test(other_asks_go_on_by_their_own_way_once),
                                       cmocka_unit_test(in_a_quiz_what_has_no_way_goes_on_to_the_following_scene)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
