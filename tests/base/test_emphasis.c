#include "base/emphasis.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

// Marks shown as < and >.
static void assert_marks(Str expected) {
    Arena arena = {0};
    StrBuilder text = {.arena = &arena}, shown = {.arena = &arena};
    for (ptrdiff_t at = 0; at < expected.len; at++) {
        char byte = expected.text[at];
        str_add_char(&text, byte == '<' || byte == '>' ? '*' : byte);
    }
    EmphasisMarks marks = emphasis_find(&arena, str_built(&text));
    for (ptrdiff_t at = 0, mark = 0; at < text.count; at++) {
        bool is_mark = mark < marks.count && marks.rows[mark] == at;
        str_add_char(&shown, is_mark ? "<>"[mark % 2] : text.rows[at]);
        mark += is_mark;
    }
    assert_string_equal(str_to_c(&arena, str_built(&shown)), str_to_c(&arena, expected));
    arena_finish(&arena);
}

static void stars_mark_emphasis_in_pairs_and_other_stars_are_stars(void **state) {
    (void)state;
    assert_marks(S("un <mot> et <deux mots>."));
    assert_marks(S("l’<eau>, <a><b>"));
    assert_marks(S("2 * 3 * 4"));
    assert_marks(S("*seul"));
    assert_marks(S("seule*"));
    assert_marks(S("une * , <deux>, trois *"));
    assert_marks(S("** et *"));
    assert_marks(S("*<gras>*"));
    assert_marks(S("un\u202F*\u202Fdeux* trois"));
    assert_marks(S("<sur deux\nlignes>"));
}

static void emphasis_never_outlasts_its_paragraph(void **state) {
    (void)state;
    assert_marks(S("un *deux\n\ntrois* quatre"));
    assert_marks(S("un *deux\n \t\nle <trois> quatre"));
}

static void assert_plain(Str text, Str plain) {
    Arena arena = {0};
    assert_string_equal(str_to_c(&arena, emphasis_plain(&arena, text)), str_to_c(&arena, plain));
    arena_finish(&arena);
}

static void a_plain_text_loses_its_marks_and_no_other_star(void **state) {
    (void)state;
    assert_plain(S("un *mot* et *deux mots*"), S("un mot et deux mots"));
    assert_plain(S("2 * 3, *vraiment*, 4*"), S("2 * 3, vraiment, 4*"));
    assert_plain(S("*tout*"), S("tout"));
    assert_plain(S("rien"), S("rien"));
    assert_plain((Str){0}, (Str){0});
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stars_mark_emphasis_in_pairs_and_other_stars_are_stars),
        cmocka_unit_test(emphasis_never_outlasts_its_paragraph),
        cmocka_unit_test(a_plain_text_loses_its_marks_and_no_other_star),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
