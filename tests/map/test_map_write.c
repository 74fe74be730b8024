#include "scenario/map_case.h"

#include "base/json.h"
#include "base/utf8.h"
#include "map/map_write.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static char *write_svg(MapCase *one) {
    Layout layout = layout_of(&one->arena, &one->scratch, one->scenario);
    return str_to_c(&one->arena, map_write_svg(&one->arena, one->scenario, &layout));
}

static int32_t count_of(const char *text, const char *what) {
    int32_t count = 0;
    for (const char *at = strstr(text, what); at; at = strstr(at + 1, what)) {
        count++;
    }
    return count;
}

// The name in a tag "name …", "/name" or "name …/", whose end is `end`.
static const char *check_tag(const char *tag, const char *end, Str *open, int32_t *depth) {
    bool closes = *tag == '/';
    tag += closes;
    ptrdiff_t len = (ptrdiff_t)strcspn(tag, " />");
    Str name = {tag, len};
    if (closes) {
        assert_true(*depth > 0 && str_equal(open[*depth - 1], name));
        (*depth)--;
    } else if (end[-1] != '/') {
        assert_true(*depth < 8);
        open[(*depth)++] = name;
    }
    return end;
}

// Tags are nested, and < & " stand for nothing but themselves.
static void assert_well_formed(const char *xml) {
    Str open[8];
    int32_t depth = 0;
    assert_int_equal(utf8_find_invalid(str_from_c(xml)), -1);
    for (const char *at = xml; *at != '\0'; at++) {
        assert_true((unsigned char)*at >= ' ' || *at == '\n');
        if (*at == '<') {
            const char *end = strchr(at, '>');
            assert_non_null(end);
            assert_null(memchr(at + 1, '<', (size_t)(end - at - 1)));
            at = check_tag(at + 1, end, open, &depth);
        } else if (*at == '&') {
            Str rest = str_from_c(at);
            assert_true(str_begins(rest, S("&amp;")) || str_begins(rest, S("&lt;")) || str_begins(rest, S("&gt;")) ||
                        str_begins(rest, S("&quot;")));
        }
    }
    assert_int_equal(depth, 0);
}

static void every_scene_and_way_is_drawn_once(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: b c; b: d a; c: d; d");
    const char *svg = write_svg(&one);
    assert_well_formed(svg);
    assert_int_equal(count_of(svg, "class=\"card\""), 4);
    assert_int_equal(count_of(svg, "<path class=\"way\""), 4);
    assert_int_equal(count_of(svg, "<path class=\"way back\""), 1);
    assert_int_equal(count_of(svg, "class=\"start\""), 1);
    assert_int_equal(count_of(svg, ">A</text>"), 2);
    assert_int_equal(count_of(svg, ">B</text>"), 2);
    map_case_close(&one);
}

static void ways_to_the_same_scene_are_one_line_with_all_their_letters(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: b b b c b; b: b c b; c: d d d; d");
    const char *svg = write_svg(&one);
    assert_well_formed(svg);
    assert_int_equal(count_of(svg, "<path class=\"way"), 5);
    assert_int_equal(count_of(svg, ">A–C E</text>"), 1);
    assert_int_equal(count_of(svg, ">A C</text>"), 1);
    assert_int_equal(count_of(svg, ">A–C</text>"), 1);
    map_case_close(&one);
}

#define RANK(bands)                                                                                                \
    "'ask': {'kind': 'rank', 'key': ['i', 'j', 'k'], 'next': 'y', 'items': [{'id': 'i', 'text': 'I'}, {'id': 'j'," \
    " 'text': 'J'}, {'id': 'k', 'text': 'K'}], 'bands': " bands "}"

static void labels_that_tell_nothing_are_left_out(void **state) {
    (void)state;
    MapCase one;
    map_case_open(
        &one, S("scenario"), S("a"),
        S("{'id': 'a', " RANK(
            "[{'from': 50, 'next': 'z'}, {'from': 0}]") "},"
                                                        " {'id': 'b', " RANK(
                                                            "[{'from': 50}, {'from': 0}]") "},"
                                                                                           " {'id': 'c', 'ask': {'kind': 'choice', 'next': [{'if': 'seen(a)', 'to': 'y'}, {'to': 'z'}],"
                                                                                           " 'options': [{'id': 'u', 'text': 'U'}, {'id': 'v', 'text': 'V'}]}},"
                                                                                           " {'id': 'y', 'ending': {'title': 'Y', 'text': 'Y'}},"
                                                                                           " {'id': 'z', 'ending': {'title': 'Z', 'text': 'Z'}}"));
    const char *svg = write_svg(&one);
    assert_well_formed(svg);
    assert_int_equal(count_of(svg, "<rect class=\"label"), 2);
    assert_int_equal(count_of(svg, ">≥\u202F50\u202F%</text>"), 1);
    assert_int_equal(count_of(svg, ">&lt;\u202F50\u202F%</text>"), 1);
    assert_int_equal(count_of(svg, "class=\"way if\""), 1);
    map_case_close(&one);
}

static void endings_are_told_by_their_tone(void **state) {
    (void)state;
    MapCase one;
    map_case_open(&one, S("scenario"), S("a"),
                  S("{'id': 'a', 'ending': {'title': 'A', 'tone': 'good', 'text': 'A'}},"
                    " {'id': 'b', 'ending': {'title': 'B', 'tone': 'mixed', 'text': 'B'}},"
                    " {'id': 'c', 'ending': {'title': 'C', 'tone': 'hard', 'text': 'C'}},"
                    " {'id': 'd', 'ending': {'title': 'D', 'text': 'D'}}"));
    const char *svg = write_svg(&one);
    assert_well_formed(svg);
    static const char *const TONES[] = {"<g class=\"good\">", "<g class=\"mixed\">", "<g class=\"hard\">",
                                        "<g class=\"open\">"};
    for (int32_t i = 0; i < COUNT(TONES); i++) {
        assert_int_equal(count_of(svg, TONES[i]), 1);
    }
    map_case_close(&one);
}

static void texts_are_escaped_and_put_on_lines_that_fit(void **state) {
    (void)state;
    MapCase one;
    map_case_open(
        &one, S("scenario"), S("a"),
        S("{'id': 'a', 'next': 'b', 'title': '<b>Elle & lui</b> \\'*oui*\\' \\u0001\\uFFFE'},"
          " {'id': 'b', 'next': 'c', 'title': 'Un titre si long que deux lignes ne suffisent pas à le dire tout"
          " entier'}, {'id': 'c', 'next': 'd', 'title': 'Anticonstitutionnellementanticonstitutionnellement"
          "anticonstitutionnellement'}, {'id': 'd', 'ending': {'title': 'Fin', 'text': 'Fin'}}"));
    one.scenario->scenes.rows[1].title = S("<b>Elle & lui</b> \"*oui*\" \x01\xEF\xBF\xBE");
    const char *svg = write_svg(&one);
    assert_well_formed(svg);
    assert_int_equal(count_of(svg, "<title>&lt;b&gt;Elle &amp; lui&lt;/b&gt; &quot;oui&quot; </title>"), 1);
    assert_int_equal(count_of(svg, "…</text>"), 2);
    assert_int_equal(count_of(svg, ">Un titre si long que deux"), 2);
    assert_int_equal(count_of(svg, "<text class=\"title\""), 6);
    map_case_close(&one);
}

static void a_scene_without_a_title_is_called_by_what_it_says(void **state) {
    (void)state;
    MapCase one;
    map_case_open(
        &one, S("scenario"), S("a"),
        S("{'id': 'a', 'title': 'Titre', 'lines': [{'text': 'Ligne'}], 'next': 'b'},"
          " {'id': 'b', 'lines': [{'text': 'Une *ligne*'}], 'ask': {'kind': 'write', 'prompt': 'Que dire ?', 'next':"
          " 'c'}}, {'id': 'c', 'ask': {'kind': 'write', 'prompt': 'Que dire ?', 'next': 'd'}},"
          " {'id': 'd', 'next': 'e'}, {'id': 'e', 'ending': {'title': 'Fin', 'text': 'Tout est dit.'}}"));
    const char *const captions[] = {"Titre", "Une ligne", "Que dire ?", "d", "Fin"};
    for (SceneId scene = 1; scene <= 5; scene++) {
        assert_true(str_equal(map_caption(&one.scratch, one.scenario, scene), str_from_c(captions[scene - 1])));
    }
    map_case_close(&one);
}

static void a_scene_may_lead_to_itself_and_to_one_far_above(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: b; b: c; c: d b; d: a d c; e: e e");
    const char *svg = write_svg(&one);
    assert_well_formed(svg);
    assert_int_equal(count_of(svg, "class=\"way back\""), 5);
    map_case_close(&one);
}

static void the_graph_is_written_for_graphviz(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: b b; b");
    one.scenario->scenes.rows[1].title = S("Dire \"non\"\\\nou pas");
    Layout layout = layout_of(&one.arena, &one.scratch, one.scenario);
    Str dot = map_write_dot(&one.arena, one.scenario, &layout);
    assert_string_equal(
        str_to_c(&one.arena, dot),
        "digraph \"carte\" {\n  label=\"Une carte\";\n  labelloc=t;\n  bgcolor=\"#FBF8F3\";\n"
        "  node [shape=box, style=\"rounded,filled\", fillcolor=white, fontname=sans];\n"
        "  edge [color=\"#8A9B9A\", fontname=sans];\n"
        "  \"a\" [label=\"Dire \\\"non\\\"\\\\ ou pas\", pos=\"96,132\", penwidth=3, color=\"#1F6F6B\"];\n"
        "  \"b\" [label=\"Fin\", pos=\"96,24\", fillcolor=\"#ECE4F3\", color=\"#6B4C86\"];\n"
        "  \"a\" -> \"b\" [label=\"A\"];\n  \"a\" -> \"b\" [label=\"B\"];\n}\n");
    map_case_close(&one);
}

static void the_graph_is_written_as_json(void **state) {
    (void)state;
    MapCase one;
    map_case_open(
        &one, S("scenario"), S("a"),
        S("{'id': 'a', 'ask': {'kind': 'choice', 'own_words': {'next': 'a'}, 'next': [{'if': 'seen(a)', 'to': 'z'},"
          " {'to': 'z'}], 'options': [{'id': 'u', 'text': 'U'}, {'id': 'v', 'text': 'V'}]}},"
          " {'id': 'z', 'ending': {'title': 'Fin', 'tone': 'good', 'text': 'Fin'}}"));
    Layout layout = layout_of(&one.arena, &one.scratch, one.scenario);
    Str json = map_write_json(&one.arena, one.scenario, &layout);
    assert_string_equal(
        str_to_c(&one.arena, json),
        "{\n  \"version\": 1,\n  \"case\": \"carte\",\n  \"title\": \"Une carte\",\n  \"start\": \"a\",\n"
        "  \"scene_width\": 16,\n  \"scene_height\": 4,\n  \"scenes\": [\n"
        "    {\"id\": \"a\", \"title\": \"a\", \"kind\": \"decision\", \"x\": 0, \"y\": 0, \"layer\": 0},\n"
        "    {\"id\": \"z\", \"title\": \"Fin\", \"kind\": \"ending\", \"tone\": \"good\", \"x\": 0, \"y\": 9, \"layer\": 1}\n"
        "  ],\n  \"ways\": [\n"
        "    {\"from\": \"a\", \"to\": \"z\", \"option\": \"u\", \"label\": \"A\", \"conditional\": true, \"back\": false},\n"
        "    {\"from\": \"a\", \"to\": \"z\", \"option\": \"u\", \"label\": \"A\", \"conditional\": false, \"back\": false},\n"
        "    {\"from\": \"a\", \"to\": \"z\", \"option\": \"v\", \"label\": \"B\", \"conditional\": true, \"back\": false},\n"
        "    {\"from\": \"a\", \"to\": \"z\", \"option\": \"v\", \"label\": \"B\", \"conditional\": false, \"back\": false},\n"
        "    {\"from\": \"a\", \"to\": \"a\", \"option\": \"own-words\", \"label\": \"C\", \"conditional\": false, \"back\": "
        "true}\n  ]\n}\n");
    JsonDoc doc;
    assert_true(json_parse(&one.scratch, json, &doc, NULL, NULL));
    json_finish(&doc);
    map_case_close(&one);
}

static void a_broken_case_is_drawn_as_far_as_it_goes(void **state) {
    (void)state;
    static const char *const BROKEN[] = {
        "{}",
        "{\"start\": \"x\", \"scenes\": [{\"id\": \"a\", \"next\": \"b\"}, {\"id\": \"a\", \"next\": \"a\"}, {}]}"};
    for (int32_t i = 0; i < COUNT(BROKEN); i++) {
        MapCase one = {0};
        Framework framework = {0};
        Findings findings = {.arena = &one.told};
        one.scenario = scenario_parse(&one.arena, &one.scratch, &framework, str_from_c(BROKEN[i]), &findings);
        assert_true(findings.error_count > 0);
        const char *svg = write_svg(&one);
        assert_well_formed(svg);
        assert_int_equal(count_of(svg, "class=\"card\""), i == 0 ? 0 : 3);
        Layout layout = layout_of(&one.arena, &one.scratch, one.scenario);
        assert_true(map_write_dot(&one.arena, one.scenario, &layout).len > 0);
        assert_true(map_write_json(&one.arena, one.scenario, &layout).len > 0);
        map_case_close(&one);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_scene_and_way_is_drawn_once),
                                       cmocka_unit_test(ways_to_the_same_scene_are_one_line_with_all_their_letters),
                                       cmocka_unit_test(labels_that_tell_nothing_are_left_out),
                                       cmocka_unit_test(endings_are_told_by_their_tone),
                                       cmocka_unit_test(texts_are_escaped_and_put_on_lines_that_fit),
                                       cmocka_unit_test(a_scene_without_a_title_is_called_by_what_it_says),
                                       cmocka_unit_test(a_scene_may_lead_to_itself_and_to_one_far_above),
                                       cmocka_unit_test(the_graph_is_written_for_graphviz),
                                       cmocka_unit_test(the_graph_is_written_as_json),
                                       cmocka_unit_test(a_broken_case_is_drawn_as_far_as_it_goes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
