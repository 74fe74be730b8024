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

// What a page is made from.
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
    assert_true(holds(page, "<title>An &lt;ending&gt;</title>"));
    assert_true(holds(page, "Palabre · A case · 1 November 2026"));
    assert_true(holds(page, "<li>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; <em>so</em><br>2 * 3 * 4 and "
                            "<em>so</em> on</li>"));
    assert_true(holds(page, "<li>Step? met</li>"));
    assert_true(holds(page, "<h2>Heading</h2>\n<p>Lead</p>"));
    assert_true(holds(page, "<p>Small</p>"));
    assert_true(holds(page, "overflow-wrap:anywhere")); // a link is no wider than the page
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
    assert_true(holds(page, "<li>First<br>“one<br>two *three*”</li>"));
    assert_true(holds(page, "<h2>My notes</h2>\n<p>&lt;b&gt;Mine&lt;/b&gt;</p>"));
    assert_false(holds(page, "To talk about")); // nothing was asked
    page = page_of(&told, false);
    assert_true(holds(page, "<li>First<br>in your own words</li>"));
    assert_false(holds(page, "three"));
    assert_false(holds(page, "Mine"));
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
    static const ToldCurve CURVE = {.name = S_INIT("Trust"), .max = 100, .values = VALUES};
    Told told;
    begin_told(&told);
    set_curves(&told, &CURVE, 1, 3);
    told.debrief.turning = 1;
    told.debrief.turning_words = S("Here");
    Str page = page_of(&told, false);
    assert_true(holds(page, "points=\"40,170 360,20 680,95 \""));
    assert_true(holds(page, ">Trust</text>"));
    assert_true(holds(page, ">Here</text>"));
    assert_true(holds(page, "<svg role=\"img\" aria-label=\"Trust: &quot;low&quot;, then high. It turned.\""));
    arena_finish(&told.arena);
}

static Str cut_between(Str page, const char *from, const char *to) {
    ptrdiff_t at = str_find(page, str_from_c(from));
    assert_true(at >= 0);
    Str rest = str_slice(page, at + (ptrdiff_t)strlen(from), page.len);
    ptrdiff_t end = str_find(rest, str_from_c(to));
    assert_true(end >= 0);
    return str_slice(rest, 0, end);
}

// Of a curve: its strokes and the first of its marks.
typedef struct {
    Str dashes, mark, fill;
} Look;

static Look look_of(Str page, const char *name) {
    char label[64];
    (void)snprintf(label, sizeof label, ">%s</text>", name);
    ptrdiff_t at = str_find(page, str_from_c(label));
    assert_true(at >= 0);
    Str before = str_slice(page, 0, at), after = str_slice(page, at, page.len);
    Look look = {.mark = cut_between(after, "m", "\""), .fill = cut_between(after, "fill=\"", "\"")};
    for (ptrdiff_t next = str_find(before, S("dasharray=\"")); next >= 0; next = str_find(before, S("dasharray=\""))) {
        before = str_slice(before, next + 1, before.len);
        look.dashes = cut_between(before, "=\"", "\"");
    }
    return look;
}

static void each_curve_has_its_own_strokes_and_mark(void **state) {
    (void)state;
    enum { CURVES = 20, APART = 8 };
    static const int32_t VALUES[] = {0, 100};
    ToldCurve curves[CURVES];
    Told told;
    begin_told(&told);
    for (int32_t i = 0; i < CURVES; i++) {
        curves[i] = (ToldCurve){.name = str_format(&told.arena, "Gauge %d.", i), .max = 100, .values = VALUES};
    }
    set_curves(&told, curves, CURVES, 2);
    Str page = page_of(&told, false);
    for (int32_t i = 0; i < CURVES; i++) {
        Look a = look_of(page, str_to_c(&told.arena, curves[i].name));
        for (int32_t j = 0; j < i; j++) {
            Look b = look_of(page, str_to_c(&told.arena, curves[j].name));
            bool same_dashes = str_equal(a.dashes, b.dashes);
            bool same_mark = str_equal(a.mark, b.mark) && str_equal(a.fill, S("#FFF")) == str_equal(b.fill, S("#FFF"));
            assert_false(same_dashes && same_mark);
            assert_false(i < APART && (same_dashes || same_mark));
        }
    }
    arena_finish(&told.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_stands_on_the_page_as_text),
        cmocka_unit_test(own_words_and_the_note_stand_there_only_when_wanted),
        cmocka_unit_test(curves_are_drawn_between_their_ends_and_told),
        cmocka_unit_test(each_curve_has_its_own_strokes_and_mark),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
