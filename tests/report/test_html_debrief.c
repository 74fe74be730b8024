#include "report/html_debrief.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool holds(Str page, const char *text) {
    return str_find(page, str_from_c(text)) >= 0;
}

// The makings of a page.
typedef struct {
    Arena arena;
    Scenario scenario;
    Session session;
    Catalog words;
    Telling telling;
    ToldDebrief debrief;
} Told;

static void begin_told(Told *told) {
    *told = (Told){.scenario = {.title = S("A case")}, .debrief = {.title = S("An <ending>")}};
    told->session.scenario = &told->scenario;
    told->telling = (Telling){.session = &told->session, .catalog = &told->words, .arena = &told->arena};
}

static void set_sections(Told *told, const ToldSection *sections, int32_t count) {
    told->debrief.sections.rows = sections;
    told->debrief.sections.count = count;
}

static Str page_of(Told *told, bool with_words) {
    return html_debrief(&(HtmlDebrief){.telling = &told->telling,
                                       .debrief = &told->debrief,
                                       .language = S("en"),
                                       .date = S("2026-11-01"),
                                       .note = S("<b>Mine</b>"),
                                       .with_words = with_words});
}

static void what_is_written_stands_on_the_page_as_text(void **state) {
    (void)state;
    static const Str MORE[] = {S_INIT("2 * 3 * 4 and *so* on")}, NOTES[] = {S_INIT("Small")};
    static const ToldRow ROWS[] = {{.text = S_INIT("<script>alert(\"x\")</script> & *so*"), .more = {MORE, 1}},
                                   {.label = S_INIT("Step?"), .mark = S_INIT("met")}};
    static const ToldSection SECTION = {.part = DEBRIEF_STEPS,
                                        .heading = S_INIT("Heading"),
                                        .lead = S_INIT("Lead"),
                                        .rows = {ROWS, 2},
                                        .notes = {NOTES, 1}};
    Told told;
    begin_told(&told);
    set_sections(&told, &SECTION, 1);
    Str page = page_of(&told, false);
    assert_true(holds(page, "<html lang=\"en\">"));
    assert_true(holds(page, "<title>Debrief · A case · 1 November 2026</title>"));
    assert_true(holds(page, "<h1 dir=\"auto\">An &lt;ending&gt;</h1>"));
    assert_true(holds(page, "Palabre · A case · 1 November 2026"));
    assert_true(holds(page, "<li><bdi>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; <em>so</em></bdi><br>"
                            "<small dir=\"auto\">2 * 3 * 4 and <em>so</em> on</small>\n</li>"));
    assert_true(holds(page, "<li><b><bdi>Step?</bdi></b> <span class=\"tag \"><bdi>met</bdi></span></li>"));
    assert_true(holds(page, "<h2 dir=\"auto\">Heading</h2>\n<p dir=\"auto\">Lead</p>"));
    assert_true(holds(page, "<p dir=\"auto\" class=\"small\">Small</p>"));
    assert_false(holds(page, "<script"));
    assert_false(holds(page, "http:") || holds(page, "https:") || holds(page, "url("));
    assert_false(holds(page, "<svg"));
    arena_finish(&told.arena);
}

static void own_words_and_the_note_stand_there_only_when_wanted(void **state) {
    (void)state;
    static const ToldRow ROW = {.label = S_INIT("First"), .text = S_INIT("“one\ntwo *three*”"), .own = true};
    static const ToldSection SECTIONS[] = {{.part = DEBRIEF_DECISIONS, .heading = S_INIT("Answers"), .rows = {&ROW, 1}},
                                           {.part = DEBRIEF_QUESTIONS, .heading = S_INIT("To talk about")}};
    Told told;
    begin_told(&told);
    set_sections(&told, SECTIONS, 2);
    Str page = page_of(&told, true);
    assert_true(holds(page, "<li><b><bdi>First</bdi></b><br><bdi>“one<br>two *three*”</bdi></li>"));
    assert_true(holds(page, "My notes</h2>\n<p dir=\"auto\">&lt;b&gt;Mine&lt;/b&gt;</p>"));
    assert_false(holds(page, "<div class=\"lines\">"));
    assert_false(holds(page, "To talk about")); // nothing was asked
    page = page_of(&told, false);
    assert_true(holds(page, "<li><b><bdi>First</bdi></b><br><bdi>in your own words</bdi></li>"));
    assert_false(holds(page, "three"));
    assert_false(holds(page, "Mine"));
    assert_true(holds(page, "My notes</h2>\n<div class=\"lines\"><i></i>")); // room to write by hand
    arena_finish(&told.arena);
}

static void set_curves(Told *told, const ToldCurve *curves, int32_t count, int32_t points) {
    static const ToldRow ROWS[] = {{.text = S_INIT("Trust: \"low\", then high.")}, {.text = S_INIT("It turned.")}};
    static const ToldSection SECTION = {.part = DEBRIEF_CURVES, .heading = S_INIT("Curves"), .rows = {ROWS, 2}};
    set_sections(told, &SECTION, 1);
    told->debrief.curves.rows = curves;
    told->debrief.curves.count = count;
    told->debrief.point_count = points;
}

static void curves_are_drawn_between_their_ends_and_told(void **state) {
    (void)state;
    static const int32_t VALUES[] = {0, 100, 50};
    static const ToldCurve CURVE = {
        .name = S_INIT("Trust"), .max = 100, .values = VALUES, .look = {.tint = TINT_TEAL}, .leads = true};
    Told told;
    begin_told(&told);
    set_curves(&told, &CURVE, 1, 3);
    told.debrief.turning = 1;
    told.debrief.turning_words = S("Here");
    Str page = page_of(&told, false);
    assert_true(
        holds(page, "stroke=\"#1F6F6B\" stroke-width=\"3\" stroke-dasharray=\"\" points=\"36,184 360,34 684,109 \""));
    assert_true(holds(page, "points=\"36,184 180,34 324,109 \"")); // on a telephone
    assert_true(holds(page, "</svg> <bdi>Trust</bdi></li>"));
    assert_true(holds(page, ">Here</text>"));
    assert_true(holds(page, ">1</text>"));
    assert_false(holds(page, ">2</text>")); // it is the departure
    assert_true(
        holds(page, "<svg class=\"wide\" role=\"img\" aria-label=\"Trust: &quot;low&quot;, then high. It turned.\""));
    arena_finish(&told.arena);
}

// Where arrival and departure would stand in the way of the first and the last, they stand below the numbers.
static void each_decision_has_its_number(void **state) {
    (void)state;
    enum { MOST = 26 };
    static const int32_t VALUES[MOST] = {0, 100, 50};
    static const ToldCurve CURVE = {.name = S_INIT("Trust"), .max = 100, .values = VALUES, .leads = true};
    for (int32_t points = 3; points <= MOST; points++) {
        Told told;
        begin_told(&told);
        set_curves(&told, &CURVE, 1, points);
        told.debrief.first_point = S("Arrivée");
        told.debrief.last_point = S("Départ");
        Str page = page_of(&told, false);
        page = str_slice(page, str_find(page, S("<svg class=\"wide\"")), str_find(page, S("<svg class=\"narrow\"")));
        for (int32_t i = 1; i < points - 1; i++) {
            Str number = str_format(&told.arena, "y=\"206\" text-anchor=\"middle\">%d</text>", i);
            assert_true(str_find(page, number) > 0);
        }
        bool below = str_find(page, S("y=\"223\" text-anchor=\"middle\">Arrivée</text>")) > 0;
        assert_int_equal(below, points > 18); // a step is 38 wide up to there
        assert_int_equal(below, str_find(page, S("y=\"223\" text-anchor=\"middle\">Départ</text>")) > 0);
        assert_int_equal(below, str_find(page, S("viewBox=\"0 0 720 227\"")) > 0);
        arena_finish(&told.arena);
    }
}

static int32_t count(Str page, const char *text) {
    int32_t found = 0;
    for (ptrdiff_t at = str_find(page, str_from_c(text)); at >= 0; at = str_find(page, str_from_c(text))) {
        page = str_slice(page, at + 1, page.len);
        found++;
    }
    return found;
}

static void only_the_curves_that_are_wanted_are_drawn(void **state) {
    (void)state;
    static const int32_t VALUES[] = {0, 100};
    static const ToldCurve CURVES[] = {{.name = S_INIT("Trust"), .max = 100, .values = VALUES, .leads = true},
                                       {.name = S_INIT("Tension"), .max = 100, .values = VALUES},
                                       {.name = S_INIT("Time"), .max = 100, .values = VALUES}};
    Told told;
    begin_told(&told);
    set_curves(&told, CURVES, 3, 2);
    HtmlDebrief page = {.telling = &told.telling, .debrief = &told.debrief, .language = S("en"), .drawn = 6};
    assert_int_equal(count(html_debrief(&page), "<polyline"), 4); // each twice: on paper, on a telephone
    assert_false(holds(html_debrief(&page), "</svg> <bdi>Trust"));
    page.drawn = 0;
    assert_int_equal(count(html_debrief(&page), "<polyline"), 2);
    assert_true(holds(html_debrief(&page), "</svg> <bdi>Trust"));
    arena_finish(&told.arena);
}

// The end of a text of that many letters, in pixels of its picture, is within it.
static void a_long_turning_point_stays_in_its_picture(void **state) {
    (void)state;
    static const int32_t VALUES[] = {0, 100, 50};
    static const ToldCurve CURVE = {.name = S_INIT("Trust"), .max = 100, .values = VALUES, .leads = true};
    Told told;
    begin_told(&told);
    set_curves(&told, &CURVE, 1, 3);
    told.debrief.turning = 1;
    told.debrief.turning_words = S("Turning point: thirty-five letters"); // 272 pixels: right of 180 they do not fit
    Str page = page_of(&told, false);
    assert_true(holds(page, "x=\"355\" text-anchor=\"start\">Turning"));
    assert_true(holds(page, "x=\"360\" text-anchor=\"end\">Turning"));
    told.debrief.turning_words = S("Turning point: as many letters as do not fit a telephone");
    assert_true(holds(page_of(&told, false), "x=\"0\" textLength=\"360\""));
    arena_finish(&told.arena);
}

static void competencies_have_bars_where_there_were_occasions(void **state) {
    (void)state;
    static const ToldRow ROWS[] = {{.label = S_INIT("Listening"), .text = S_INIT("a strength")},
                                   {.label = S_INIT("Frame"), .text = S_INIT("to explore")},
                                   {.label = S_INIT("Rights"), .text = S_INIT("hardly met")}};
    static const ToldCompetency COMPETENCIES[] = {{.word = PROFILE_STRENGTH, .profile = {5, -1, 7, 3}},
                                                  {.word = PROFILE_TO_EXPLORE, .profile = {-1, -1, 7, 3}},
                                                  {.word = PROFILE_TOO_FEW}};
    static const ToldSection SECTION = {
        .part = DEBRIEF_COMPETENCIES, .heading = S_INIT("Worked on"), .rows = {ROWS, 3}};
    Told told;
    begin_told(&told);
    set_sections(&told, &SECTION, 1);
    told.debrief.competencies.rows = COMPETENCIES;
    told.debrief.competencies.count = 3;
    Str page = page_of(&told, false);
    assert_true(holds(page, "<i class=\"\" style=\"width:75%\"></i></span><small><bdi>a strength</bdi></small>"));
    assert_true(holds(page, "<i class=\"open\" style=\"width:0%\"></i></span><small><bdi>to explore</bdi></small>"));
    assert_true(holds(page, "<span><bdi>Rights</bdi></span><small class=\"few\"><bdi>hardly met</bdi></small>"));
    assert_int_equal(count(page, "Listening"), 1); // not in the annex again
    arena_finish(&told.arena);
}

// Things that a browser elsewhere needs to show it as it is meant.
static void it_is_read_elsewhere(void **state) {
    (void)state;
    Told told;
    begin_told(&told);
    Str page = page_of(&told, false);
    assert_true(holds(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"));
    assert_true(holds(page, "overflow-wrap:anywhere"));
    assert_true(holds(page, "@page{size:A4"));
    assert_true(holds(page, "system-ui"));
    arena_finish(&told.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_stands_on_the_page_as_text),
        cmocka_unit_test(own_words_and_the_note_stand_there_only_when_wanted),
        cmocka_unit_test(curves_are_drawn_between_their_ends_and_told),
        cmocka_unit_test(each_decision_has_its_number),
        cmocka_unit_test(only_the_curves_that_are_wanted_are_drawn),
        cmocka_unit_test(a_long_turning_point_stays_in_its_picture),
        cmocka_unit_test(competencies_have_bars_where_there_were_occasions),
        cmocka_unit_test(it_is_read_elsewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
