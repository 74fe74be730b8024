#include "report/html_print.h"

#include "base/utf8.h"
#include "scenario/map_case.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static int32_t count(Str page, const char *text) {
    int32_t found = 0;
    for (ptrdiff_t at = str_find(page, str_from_c(text)); at >= 0; at = str_find(page, str_from_c(text))) {
        page = str_slice(page, at + 1, page.len);
        found++;
    }
    return found;
}

static bool holds(Str page, const char *text) {
    return count(page, text) > 0;
}

// A case whose every text would be markup if it were let.
static void open_case(MapCase *one, Str scenes) {
    *one = (MapCase){0};
    StrBuilder json = {.arena = &one->arena};
    map_case_add(&json, S("{'format': 1, 'id': 'carte', 'language': 'fr', 'title': '<b>Une carte', 'summary': 'A & B',"
                          " 'theme': 'ecoute', 'minutes': {'alone': 1, 'group': 1}, 'kind': 'scenario',"
                          " 'trainer': '<i>Notes', 'objectives': ['<u>Voir', '*Dire*'],"
                          " 'sources': [{'id': 's', 'title': '<s>Loi', 'where': 'x & y', 'year': 2021},"
                          " {'id': 'u', 'title': 'Sans date'}],"
                          " 'debrief': {'questions': ['<q>1', 'Q2', 'Q3', 'Q4']},"
                          " 'competencies': [{'id': 'eco', 'name': '<b>E', 'about': '<b>E'},"
                          " {'id': 'emo', 'name': 'M', 'about': 'M'}, {'id': 'cad', 'name': 'C', 'about': 'C'}],"
                          " 'start': 'a', 'scenes': ["));
    map_case_add(&json, scenes);
    map_case_add(&json, S("]}"));
    map_case_read(one, str_built(&json));
}

static Str print(MapCase *one, PrintKind kind) {
    Catalog words = {0};
    return html_print(
        &(HtmlPrint){.arena = &one->arena, .catalog = &words, .scenario = one->scenario, .language = S("en")}, kind);
}

static const Str END = S_INIT(",{'id': 'z', 'ending': {'title': 'Fin', 'text': 'Fin.'}}");

static Str with_end(Arena *arena, const char *scenes) {
    return str_format(arena, "%s%.*s", scenes, S_ARG(END));
}

static void open_scenes(MapCase *one, const char *scenes) {
    Arena arena = {0};
    open_case(one, with_end(&arena, scenes));
    arena_finish(&arena);
}

static const char CHOICE[] =
    "{'id': 'a', 'title': '<b>Porte', 'trainer': {'notes': '<b>Lisez', 'prompts': ['<b>Qui ?', 'Quoi ?']},"
    " 'ask': {'kind': 'choice', 'next': 'z', 'options': ["
    "{'id': 'o', 'text': 'O', 'stance': 'risky', 'scores': {'eco': -1}},"
    "{'id': 'p', 'text': 'P', 'stance': 'recommended', 'scores': {'cad': 2}}]}}";

// Tags are nested; those that stand alone in HTML do not count.
static void assert_nested(Str page) {
    Str open[32];
    int32_t depth = 0;
    assert_int_equal(utf8_find_invalid(page), -1);
    for (ptrdiff_t at = str_find(page, S("<html")); at < page.len; at++) {
        if (page.text[at] != '<') {
            continue;
        }
        Str rest = str_slice(page, at + 1, page.len);
        Str tag = str_cut(&rest, '>');
        bool closes = str_begins(tag, S("/")), alone = str_ends(tag, S("/"));
        tag = closes ? str_slice(tag, 1, tag.len) : tag;
        Str name = str_cut(&tag, ' ');
        assert_int_equal(str_find(name, S("<")), -1);
        if (closes) {
            assert_true(depth > 0 && str_equal(open[depth - 1], name));
            depth--;
        } else if (!alone && !str_equal(name, S("meta")) && !str_equal(name, S("br"))) {
            assert_true(depth < COUNT(open));
            open[depth++] = name;
        }
    }
    assert_int_equal(depth, 0);
}

static void each_page_is_whole_and_takes_texts_as_texts(void **state) {
    (void)state;
    MapCase one;
    open_scenes(&one, CHOICE);
    for (int32_t i = 0; i < PRINT_KIND_COUNT; i++) {
        Str page = print(&one, (PrintKind)i);
        assert_true(str_begins(page, S("<!DOCTYPE html>\n<html lang=\"en\">")));
        assert_true(holds(page, "@page{size:A4"));
        assert_true(holds(page, "default-src 'none'"));
        assert_nested(page);
        assert_false(holds(page, "<script") || holds(page, "<img") || holds(page, "https:") || holds(page, "<q>") ||
                     holds(page, "<s>") || holds(page, "<u>") || holds(page, "<i>") || holds(page, "<b>Porte") ||
                     holds(page, "<b>E"));
        assert_int_equal(count(page, "class=\"hint\""), 1);
    }
    map_case_close(&one);
}

static void six_cards_differ_by_letter_and_pattern(void **state) {
    (void)state;
    MapCase one;
    open_scenes(&one, CHOICE);
    Str page = print(&one, PRINT_CARDS);
    assert_int_equal(count(page, "<svg class=\"vote\""), 6);
    assert_int_equal(count(page, "class=\"cut\""), 3); // two a sheet
    for (char letter = 'A'; letter <= 'F'; letter++) {
        assert_int_equal(count(page, str_to_c(&one.arena, str_format(&one.arena, ">%c</text>", letter))), 1);
        assert_true(holds(page, str_to_c(&one.arena, str_format(&one.arena, "aria-label=\"Card %c\"", letter))));
    }
    assert_int_equal(count(page, "<circle"), 15); // the dots of C
    map_case_close(&one);
}

static void a_scale_of_seven_levels_has_its_cards(void **state) {
    (void)state;
    MapCase one;
    open_scenes(&one, "{'id': 'a', 'ask': {'kind': 'rate', 'next': 'z', 'items': [{'id': 'i', 'text': 'I'}],"
                      " 'scale': {'labels': ['0', '1', '2', '3', '4', '5', '6']}}}");
    Str page = print(&one, PRINT_CARDS);
    assert_int_equal(count(page, "<svg class=\"vote\""), 8);
    assert_true(holds(page, ">G</text>") && holds(page, ">H</text>"));
    map_case_close(&one);
}

static void the_sheet_has_what_the_evening_needs(void **state) {
    (void)state;
    MapCase one;
    open_scenes(&one, CHOICE);
    Str page = print(&one, PRINT_SHEET);
    assert_true(holds(page, "<h1 dir=\"auto\">&lt;b&gt;Une carte</h1>"));
    assert_true(holds(page, "<li dir=\"auto\">&lt;u&gt;Voir</li>\n<li dir=\"auto\"><em>Dire</em></li>"));
    assert_true(holds(page, "<p dir=\"auto\" class=\"case-notes\">&lt;i&gt;Notes</p>"));
    assert_true(holds(page, ">Q3</li>") && !holds(page, "Q4")); // three questions
    assert_true(holds(page, "<tr><td>0</td>") && holds(page, "<tr><td>90</td>"));
    assert_true(holds(page, "<li><b>1 · <bdi>&lt;b&gt;Porte</bdi></b>"));
    assert_true(holds(page, ">Author’s mark: B.</span>"));
    assert_true(holds(page, ">&lt;b&gt;Lisez</span>") && holds(page, " class=\"asked\">Quoi ?</span>"));
    assert_true(holds(
        page, "<li><bdi>&lt;s&gt;Loi</bdi> – <bdi>x &amp; y</bdi>, <b>2021</b></li>\n<li><bdi>Sans date</bdi></li>"));
    assert_int_equal(count(page, "<rect class=\"card\""), 2);
    map_case_close(&one);
}

static void a_mark_is_told_by_letters_that_all_have(void **state) {
    (void)state;
    MapCase one;
    open_scenes(&one, "{'id': 'a', 'title': 'T', 'ask': {'kind': 'choice', 'next': 'z', 'options': ["
                      "{'id': 'o', 'text': 'O', 'if': 'visits(a) > 1'}, {'id': 'p', 'text': 'P'},"
                      "{'id': 'q', 'text': 'Q', 'stance': 'recommended'}]}}");
    assert_false(holds(print(&one, PRINT_SHEET), "Author’s mark"));
    map_case_close(&one);
}

static void a_long_map_stands_beside_and_a_broad_one_above(void **state) {
    (void)state;
    MapCase one;
    map_case_draw(&one, "a: b; b: c; c: d; d: e; e: f; f");
    assert_true(holds(print(&one, PRINT_SHEET), "<div class=\"beside\">"));
    map_case_close(&one);
    map_case_draw(&one, "a: b c d; b; c; d");
    assert_true(holds(print(&one, PRINT_SHEET), "<div class=\"above\">"));
    map_case_close(&one);
}

static void the_grid_has_a_box_where_there_is_an_occasion(void **state) {
    (void)state;
    MapCase one;
    open_scenes(&one, CHOICE);
    Str page = print(&one, PRINT_GRID);
    assert_true(holds(page,
                      "<tr><td>1 · <bdi>&lt;b&gt;Porte</bdi></td><td class=\"box\"><span class=\"tick\"></span></td>"
                      "<td></td><td class=\"box\"><span class=\"tick\"></span></td><td></td></tr>"));
    assert_true(holds(page, "<li><b><bdi>&lt;b&gt;E</bdi></b><br><bdi>&lt;b&gt;E</bdi></li>"));
    assert_false(holds(page, "class=\"steps\""));
    map_case_close(&one);
}

static void steps_have_a_box_each_and_what_is_private_is_not_observed(void **state) {
    (void)state;
    MapCase one;
    open_scenes(&one, "{'id': 'a', 'title': 'Saluer', 'step': 'must', 'next': 'b'},"
                      "{'id': 'b', 'title': 'Couper', 'step': 'avoid', 'next': 'c'},"
                      "{'id': 'c', 'title': 'Secret', 'ask': {'kind': 'write', 'private': true, 'next': 'z'}}");
    Str page = print(&one, PRINT_GRID);
    assert_true(
        holds(page, "To be gone through</h2>\n<ul class=\"steps\">\n<li><span class=\"tick\"></span> <bdi>Saluer"));
    assert_true(holds(page, "To be avoided</h2>\n<ul class=\"steps\">\n<li><span class=\"tick\"></span> <bdi>Couper"));
    assert_false(holds(page, "Secret"));
    map_case_close(&one);
}

static const char STORY[] =
    "{'id': 'a', 'title': 'Porte', 'with': 'm', 'trainer': {'notes': 'Lisez'},"
    " 'lines': [{'by': 'm', 'mood': 'bas', 'text': 'Oui.'}, {'text': 'Encore.', 'if': 'visits(a) > 1 and not vu'}],"
    " 'ask': {'kind': 'choice', 'prompt': 'Et ?', 'next': 'b', 'limit': {'seconds': 20, 'option': 'p'}, 'options': ["
    "{'id': 'o', 'text': 'Ouvrir', 'label': 'Ouvre', 'stance': 'recommended', 'scores': {'eco': 2, 'cad': -1},"
    " 'effects': {'lien': -5}, 'set': ['vu'], 'why': {'gives': 'Un lien'}, 'traps': ['promesse'],"
    " 'next': [{'if': 'lien >= 40', 'to': 'b'}, {'to': 'z'}]},"
    "{'id': 'p', 'text': 'Attendre', 'why': 'W'}]}},"
    "{'id': 'b', 'ask': {'kind': 'rank', 'next': 'z', 'key': ['y', ['x', 'w']], 'items': [{'id': 'x', 'text': 'X'},"
    " {'id': 'y', 'text': 'Y'}, {'id': 'w', 'text': 'W'}], 'bands': [{'from': 75, 'scores': {'emo': 1}}, {'from': 0}]}}";

// With a gauge, a fact and somebody to talk to.
static void open_story(MapCase *one) {
    *one = (MapCase){0};
    StrBuilder json = {.arena = &one->arena};
    map_case_add(&json,
                 S("{'format': 1, 'id': 'carte', 'language': 'fr', 'title': 'Une carte', 'summary': 'S',"
                   " 'theme': 'ecoute', 'minutes': {'alone': 1, 'group': 2}, 'kind': 'scenario',"
                   " 'trainer': 'Notes', 'competencies': [{'id': 'eco', 'name': 'E'}, {'id': 'emo', 'name': 'M'},"
                   " {'id': 'cad', 'name': 'C'}], 'characters': [{'id': 'm', 'name': 'Mme M'}],"
                   " 'gauges': [{'id': 'lien', 'name': 'Lien', 'start': 45, 'drift': -2, 'drift_floor': 10}],"
                   " 'facts': [{'id': 'vu', 'about': 'Elle a vu'}], 'start': 'a', 'scenes': ["));
    map_case_add(&json, with_end(&one->arena, STORY));
    map_case_add(&json, S("]}"));
    map_case_read(one, str_built(&json));
}

static void the_copy_to_be_read_again_tells_all_that_was_written(void **state) {
    (void)state;
    static const char *const TOLD[] = {
        ">1 min alone, 2 min with a group<",
        ">Lien: 45 (0 to 100)<",
        ">−2 after each answer, as far as 10<",
        "<span class=\"tick\"></span><bdi>Elle a vu</bdi>",
        ">1 · Porte</h2>",
        ">With Mme M<",
        ">Mme M, bas:</b>",
        ">if the number of times the scene “1 · Porte” was met is more than 1 and if it is not true that “Elle a vu”</span>",
        ">20 seconds; whoever says nothing answers B.<",
        ">A · Ouvre, recommended<",
        ">Marks: E +2, C −1<",
        ">Gauges: Lien −5<",
        ">True from now on: Elle a vu<",
        ">What it makes possible: Un lien<",
        ">→ 2 · b, if the gauge “Lien” is at least 40<",
        ">→ 3 · Fin otherwise<",
        ">1. Y<",
        ">2. X<",
        ">From 75 % right<",
        ">For the trainer: Lisez<",
        ">Unless the answer says otherwise<"};
    MapCase one;
    open_story(&one);
    Str page = print(&one, PRINT_READING);
    for (int32_t i = 0; i < COUNT(TOLD); i++) {
        if (!holds(page, TOLD[i])) {
            fail_msg("%s is not on the page", TOLD[i]);
        }
    }
    assert_int_equal(count(page, "<section>"), 3);
    assert_nested(page);
    map_case_close(&one);
}

static void cards_of_scenes_give_nothing_away_that_answers_bring(void **state) {
    (void)state;
    MapCase one;
    open_story(&one);
    Str page = print(&one, PRINT_STORY);
    assert_int_equal(count(page, "<section class=\"card\">"), 5);      // cover, count, three scenes
    assert_int_equal(count(page, "<section class=\"card back\">"), 2); // of the decisions
    assert_true(holds(page, ">To keep count<") && holds(page, ">Gauges: Lien −5<"));
    assert_false(holds(page, "recommended") || holds(page, "Lisez") || holds(page, "Traps"));
    Str front = str_slice(page, 0, str_find(page, S("card back")));
    assert_true(holds(front, "Ouvrir") && !holds(front, "Un lien") && !holds(front, "Lien −5"));
    assert_nested(page);
    map_case_close(&one);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_page_is_whole_and_takes_texts_as_texts),
                                       cmocka_unit_test(six_cards_differ_by_letter_and_pattern),
                                       cmocka_unit_test(a_scale_of_seven_levels_has_its_cards),
                                       cmocka_unit_test(the_sheet_has_what_the_evening_needs),
                                       cmocka_unit_test(a_mark_is_told_by_letters_that_all_have),
                                       cmocka_unit_test(a_long_map_stands_beside_and_a_broad_one_above),
                                       cmocka_unit_test(the_grid_has_a_box_where_there_is_an_occasion),
                                       cmocka_unit_test(steps_have_a_box_each_and_what_is_private_is_not_observed),
                                       cmocka_unit_test(the_copy_to_be_read_again_tells_all_that_was_written),
                                       cmocka_unit_test(cards_of_scenes_give_nothing_away_that_answers_bring)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
