#include "report/debrief_html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bool holds(Str page, const char *text) {
    return str_find(page, str_from_c(text)) >= 0;
}

static void what_is_written_stands_on_the_page_as_text(void **state) {
    (void)state;
    Arena arena = {0};
    static const Str ROWS[] = {S_INIT("<script>alert(\"x\")</script> & *so*"), S_INIT("2 * 3 * 4 and *so* on"),
                               S_INIT("one\ntwo")};
    static const PageSection SECTION = {S_INIT("Heading"), ROWS, 3, S_INIT("Small")};
    Str page = debrief_html(&arena, &(DebriefPage){.language = S("en"),
                                                   .title = S("An <ending>"),
                                                   .subtitle = S("A case"),
                                                   .sections = &SECTION,
                                                   .section_count = 1,
                                                   .footer = S("End")});
    assert_true(holds(page, "<html lang=\"en\">"));
    assert_true(holds(page, "<title>An &lt;ending&gt;</title>"));
    assert_true(holds(page, "&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; <em>so</em>"));
    assert_true(holds(page, "2 * 3 * 4 and <em>so</em> on"));
    assert_true(holds(page, "one<br>two"));
    assert_true(holds(page, "<small>Small</small>"));
    assert_false(holds(page, "<script"));
    assert_false(holds(page, "http:") || holds(page, "https:") || holds(page, "url("));
    assert_false(holds(page, "<svg"));
    arena_finish(&arena);
}

static void curves_are_drawn_between_their_ends(void **state) {
    (void)state;
    Arena arena = {0};
    static const int32_t VALUES[] = {0, 100, 50};
    static const PageCurve CURVE = {S_INIT("Trust"), 0, 100, VALUES};
    Str page = debrief_html(
        &arena,
        &(DebriefPage){.curves = &CURVE, .curve_count = 1, .point_count = 3, .turning = 1, .turning_label = S("Here")});
    assert_true(holds(page, "points=\"40,170 360,20 680,95 \""));
    assert_true(holds(page, ">Trust</text>"));
    assert_true(holds(page, ">Here</text>"));
    arena_finish(&arena);
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
    Arena arena = {0};
    enum { CURVES = 20, APART = 8 };
    static const int32_t VALUES[] = {0, 100};
    PageCurve curves[CURVES];
    for (int32_t i = 0; i < CURVES; i++) {
        curves[i] = (PageCurve){str_format(&arena, "Gauge %d.", i), 0, 100, VALUES};
    }
    Str page = debrief_html(&arena, &(DebriefPage){.curves = curves, .curve_count = CURVES, .point_count = 2});
    for (int32_t i = 0; i < CURVES; i++) {
        Look a = look_of(page, str_to_c(&arena, curves[i].name));
        for (int32_t j = 0; j < i; j++) {
            Look b = look_of(page, str_to_c(&arena, curves[j].name));
            bool same_dashes = str_equal(a.dashes, b.dashes);
            bool same_mark = str_equal(a.mark, b.mark) && str_equal(a.fill, S("#FFF")) == str_equal(b.fill, S("#FFF"));
            assert_false(same_dashes && same_mark);
            assert_false(i < APART && (same_dashes || same_mark));
        }
    }
    arena_finish(&arena);
}

static void curves_stand_in_their_place_and_are_told(void **state) {
    (void)state;
    Arena arena = {0};
    static const int32_t VALUES[] = {0, 100};
    static const PageCurve CURVE = {S_INIT("Trust"), 0, 100, VALUES};
    static const PageSection SECTIONS[] = {{.heading = S_INIT("First")}, {.heading = S_INIT("Last")}};
    Str page = debrief_html(&arena, &(DebriefPage){.curves = &CURVE,
                                                   .curve_count = 1,
                                                   .point_count = 2,
                                                   .curves_after = 1,
                                                   .curves_label = S("Trust: \"low\", then high."),
                                                   .curves_heading = S("Curves"),
                                                   .sections = SECTIONS,
                                                   .section_count = 2});
    assert_true(holds(page, "<svg role=\"img\" aria-label=\"Trust: &quot;low&quot;, then high.\""));
    ptrdiff_t curves = str_find(page, S("<svg"));
    assert_true(str_find(page, S("First")) < curves);
    assert_true(str_find(page, S("Last")) > curves);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_stands_on_the_page_as_text),
        cmocka_unit_test(curves_are_drawn_between_their_ends),
        cmocka_unit_test(each_curve_has_its_own_strokes_and_mark),
        cmocka_unit_test(curves_stand_in_their_place_and_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
