#include "base/random.h"
#include "scenario/advance.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

// Widths of the font: a space 280, "m" 845, "é" 538.
static void widths_are_those_of_the_font(void **state) {
    (void)state;
    assert_int_equal(advance_of(' '), 280);
    assert_int_equal(advance_of('m'), 845);
    assert_int_equal(advance_of(0xE9), 538);
    assert_int_equal(advance_of(0x153), 924);
    assert_int_equal(advance_of(0x2019), 236);
    assert_int_equal(advance_of(0x20AC), 664);
}

static void what_the_font_lacks_has_a_width(void **state) {
    (void)state;
    assert_int_equal(advance_of(0x202F), advance_of(' ') / 2); // as it is drawn
    assert_int_equal(advance_of(0x2011), advance_of('-'));
    assert_int_equal(advance_of(0x301), 0);
    assert_int_equal(advance_of('\n'), 0);
    assert_int_equal(advance_of(0x4E2D), 1000);
    assert_int_equal(advance_of(0x10FFFF), 1000);
}

static void a_line_ends_at_a_space(void **state) {
    (void)state;
    assert_int_equal(advance_count_lines(S(""), 5000), 0);
    assert_int_equal(advance_count_lines(S("mm mm"), 2 * 1690 + 280), 1);
    assert_int_equal(advance_count_lines(S("mm mm"), 2 * 1690 + 279), 2);
    assert_int_equal(advance_count_lines(S("mm mm mm"), 2 * 1690 + 280), 2);
    assert_int_equal(advance_count_lines(S("mm *mm*"), 2 * 1690 + 280), 1);
}

static void no_line_ends_where_french_forbids_it(void **state) {
    (void)state;
    assert_int_equal(advance_count_lines(S("mm mm !"), 2 * 1690 + 280), 2);
    assert_int_equal(advance_count_lines(S("mm m\u00A0m"), 2 * 845 + 845 + 280), 2);
    assert_int_equal(advance_count_lines(S("« mm »"), 1690), 2); // as wide as two lines: cut
    assert_int_equal(advance_count_lines(S("mm « mm »"), 2 * 562 + 1690 + 560), 2);
}

static void paragraphs_keep_their_empty_line(void **state) {
    (void)state;
    assert_int_equal(advance_count_lines(S("m\n\nm"), 5000), 3);
    assert_int_equal(advance_count_lines(S("m\nm"), 5000), 2);
}

static void a_word_that_is_too_wide_is_cut(void **state) {
    (void)state;
    assert_int_equal(advance_count_lines(S("mmmmmmmmmm"), 2 * 845), 5);
    assert_int_equal(advance_count_lines(S("m mmmm m"), 2 * 845), 4);
}

// Also of what nobody writes: lines of one wide letter, words as wide as half a column, empty lines.
static void no_text_takes_more_lines_than_the_most(void **state) {
    (void)state;
    static const Str PARTS[] = {S_INIT("%"), S_INIT("@@@"), S_INIT("i"), S_INIT(" "), S_INIT("\n"), S_INIT("—"),
                                S_INIT("Œ"), S_INIT("é"),   S_INIT("«"), S_INIT("‰"), S_INIT("日"), S_INIT("mm")};
    Random random = random_from_seed(9);
    for (int32_t i = 0; i < 2000; i++) {
        Arena arena = {0};
        StrBuilder text = {.arena = &arena};
        int32_t kinds = 1 + random_below(&random, COUNT(PARTS));
        for (int32_t j = random_below(&random, 60); j > 0; j--) {
            str_add(&text, PARTS[random_below(&random, kinds)]);
        }
        int32_t width = 1000 + random_below(&random, 9000);
        assert_true(advance_count_lines(str_built(&text), width) <= advance_most_lines(str_built(&text), width));
        arena_finish(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths_are_those_of_the_font),
        cmocka_unit_test(what_the_font_lacks_has_a_width),
        cmocka_unit_test(a_line_ends_at_a_space),
        cmocka_unit_test(no_line_ends_where_french_forbids_it),
        cmocka_unit_test(paragraphs_keep_their_empty_line),
        cmocka_unit_test(a_word_that_is_too_wide_is_cut),
        cmocka_unit_test(no_text_takes_more_lines_than_the_most),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
