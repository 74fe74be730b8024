#include "report/html_group.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void each_text_has_its_own_direction_and_is_no_markup(void **state) {
    (void)state;
    Arena arena = {0};
    Catalog words = {0};
    Scenario scenario = {.title = S("<i>A case")};
    Group *group = arena_push(&arena, Group, 1);
    group->solo.scenario = &scenario;
    group->kept[1] = S(" \u0645\u0631\u062D\u0628\u0627.\n<b>2*3 ");
    group->raised = S("\u05E9\u05DC\u05D5\u05DD!");
    Str page = html_group(
        &(HtmlGroup){.arena = &arena, .catalog = &words, .group = group, .language = S("en"), .date = S("2026-11-01")});
    assert_true(str_find(page, S("<p dir=\"auto\" class=\"over\">&lt;i&gt;A case</p>")) >= 0);
    assert_true(str_find(page, S("<ol>\n<li dir=\"auto\">\u0645\u0631\u062D\u0628\u0627.<br>&lt;b&gt;2*3</li>\n"
                                 "</ol>")) >= 0);
    assert_true(str_find(page, S("[dir=auto],bdi{unicode-bidi:plaintext}")) >= 0); // each line by itself
    assert_true(str_find(page, S("<p dir=\"auto\">\u05E9\u05DC\u05D5\u05DD!</p>")) >= 0);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_text_has_its_own_direction_and_is_no_markup)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
