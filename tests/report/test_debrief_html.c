#include "report/debrief_html.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_stands_on_the_page_as_text),
        cmocka_unit_test(curves_are_drawn_between_their_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
