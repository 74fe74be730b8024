#include "easel.h"

#include <string.h>

typedef struct {
    Fonts *fonts;
    Typesetter typesetter;
} Case;

static int begin(void **state) {
    Case *it = calloc(1, sizeof *it);
    *state = it;
    it->fonts = fonts_create(S(FONT_FOLDER), NULL);
    if (!it->fonts) {
        return -1;
    }
    it->typesetter = fonts_typesetter(it->fonts);
    return 0;
}

static int end(void **state) {
    Case *it = *state;
    fonts_destroy(it->fonts);
    free(it);
    return 0;
}

static int32_t width_of(const Case *it, Str text) {
    return it->typesetter.measure(it->typesetter.context, FACE_REGULAR, 20, DIRECTION_RIGHTWARD, text);
}

static void a_folder_without_the_standard_family_is_refused(void **state) {
    (void)state;
    Error error = {0};
    assert_null(fonts_create(S("data"), &error));
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_non_null(strstr(error.path, "AtkinsonHyperlegibleNext-Regular.ttf"));
    fonts_destroy(NULL);
}

static void nothing_has_no_width(void **state) {
    const Case *it = *state;
    assert_int_equal(width_of(it, S("")), 0);
    assert_int_equal(width_of(it, (Str){0}), 0);
    assert_int_equal(width_of(it, S("\u200B\uFEFF\u00AD")), 0);
}

static void spaces_at_the_end_count(void **state) {
    const Case *it = *state;
    assert_in_range(width_of(it, S("a ")) - width_of(it, S("a")), 3, 7);
    assert_in_range(width_of(it, S("a  ")) - width_of(it, S("a ")), 3, 7);
    assert_in_range(width_of(it, S(" ")), 3, 7);
}

static void narrow_spaces_are_narrow_in_every_font(void **state) {
    const Case *it = *state;
    int32_t plain = width_of(it, S("a!"));
    assert_in_range(width_of(it, S("a\u202F!")) - plain, 1, 4);
    assert_in_range(width_of(it, S("a\u2009!")) - plain, 1, 5);
    assert_in_range(width_of(it, S("a\u00A0!")) - plain, 3, 7);
}

static void a_hyphen_that_does_not_break_is_a_hyphen(void **state) {
    const Case *it = *state;
    assert_int_equal(width_of(it, S("peut\u2011être")), width_of(it, S("peut-être")));
}

static void letters_that_suit_each_other_come_closer(void **state) {
    const Case *it = *state;
    assert_true(width_of(it, S("AVAVAVAV")) < 4 * (width_of(it, S("A")) + width_of(it, S("V"))) - 8);
}

static void a_line_is_as_wide_as_its_words(void **state) {
    const Case *it = *state;
    assert_int_equal(width_of(it, S("Bonjour à tous")),
                     width_of(it, S("Bonjour ")) + width_of(it, S("à ")) + width_of(it, S("tous")));
}

static void another_font_lends_what_the_first_lacks(void **state) {
    const Case *it = *state;
    assert_true(fonts_cover(it->fonts, FACE_REGULAR, 0x2713));
    assert_in_range(width_of(it, S("\u2713")), 8, 24);
    assert_in_range(width_of(it, S("ok \u2713")), width_of(it, S("ok ")) + 8, width_of(it, S("ok ")) + 24);
}

static void french_and_the_signs_of_the_program_are_covered_in_every_face(void **state) {
    const Case *it = *state;
    static const int32_t CODES[] = {'A',    0xE9,   0xC9,   0x153,  0x152,  0xE6,   0xAB,   0xBB,
                                    0x2019, 0x2026, 0x2013, 0x2014, 0x2192, 0x2190, 0x2713, 0x2717,
                                    0x25CF, 0x20AC, 0x202F, 0xA0,   0x2011, 0x200B};
    for (int32_t family = FAMILY_STANDARD; family <= FAMILY_EASY; family++) {
        fonts_use_family(it->fonts, (FontFamily)family);
        for (int32_t face = 0; face < FACE_COUNT; face++) {
            for (int32_t i = 0; i < COUNT(CODES); i++) {
                assert_true(fonts_cover(it->fonts, (Face)face, CODES[i]));
            }
        }
    }
}

static void what_no_font_draws_is_known_and_has_a_width(void **state) {
    const Case *it = *state;
    assert_false(fonts_cover(it->fonts, FACE_REGULAR, 0x1F600 + 0x8000));
    assert_int_equal(width_of(it, S("\U00027600")), width_of(it, S("\uFFFD")));
    assert_int_equal(width_of(it, S("\xFF")), width_of(it, S("\uFFFD")));
}

static void families_and_faces_differ(void **state) {
    const Case *it = *state;
    Str text = S("Bonjour");
    int32_t standard = width_of(it, text);
    int32_t bold = it->typesetter.measure(it->typesetter.context, FACE_BOLD, 20, DIRECTION_RIGHTWARD, text);
    fonts_use_family(it->fonts, FAMILY_EASY);
    int32_t easy = width_of(it, text);
    fonts_use_family(it->fonts, FAMILY_STANDARD);
    assert_int_not_equal(standard, bold);
    assert_int_not_equal(standard, easy);
    assert_int_equal(width_of(it, text), standard);
}

static void metrics_grow_with_the_size(void **state) {
    const Case *it = *state;
    FaceMetrics small = it->typesetter.metrics(it->typesetter.context, FACE_REGULAR, 20);
    FaceMetrics large = it->typesetter.metrics(it->typesetter.context, FACE_REGULAR, 40);
    assert_in_range(small.ascent, 14, 24);
    assert_in_range(small.descent, 2, 10);
    assert_in_range(large.ascent, 2 * small.ascent - 2, 2 * small.ascent + 2);
}

static void sizes_beyond_the_limits_are_clamped(void **state) {
    const Case *it = *state;
    Typesetter typesetter = it->typesetter;
    assert_int_equal(typesetter.measure(typesetter.context, FACE_REGULAR, -5, DIRECTION_RIGHTWARD, S("abc")),
                     typesetter.measure(typesetter.context, FACE_REGULAR, 4, DIRECTION_RIGHTWARD, S("abc")));
    assert_int_equal(typesetter.measure(typesetter.context, FACE_REGULAR, 100000, DIRECTION_RIGHTWARD, S("abc")),
                     typesetter.measure(typesetter.context, FACE_REGULAR, 400, DIRECTION_RIGHTWARD, S("abc")));
}

static void more_sizes_and_words_than_are_kept_measure_the_same(void **state) {
    const Case *it = *state;
    Typesetter typesetter = it->typesetter;
    int32_t first = typesetter.measure(typesetter.context, FACE_REGULAR, 10, DIRECTION_RIGHTWARD, S("Bonjour"));
    for (int32_t size = 10; size < 60; size++) {
        typesetter.measure(typesetter.context, FACE_ITALIC, size, DIRECTION_RIGHTWARD, S("Bonjour"));
    }
    Arena arena = {0};
    for (int32_t i = 0; i < 9000; i++) {
        Str word = str_format(&arena, "%d", i);
        typesetter.measure(typesetter.context, FACE_REGULAR, 10, DIRECTION_RIGHTWARD, word);
    }
    arena_finish(&arena);
    assert_int_equal(typesetter.measure(typesetter.context, FACE_REGULAR, 10, DIRECTION_RIGHTWARD, S("Bonjour")),
                     first);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_folder_without_the_standard_family_is_refused),
        cmocka_unit_test_setup_teardown(nothing_has_no_width, begin, end),
        cmocka_unit_test_setup_teardown(spaces_at_the_end_count, begin, end),
        cmocka_unit_test_setup_teardown(narrow_spaces_are_narrow_in_every_font, begin, end),
        cmocka_unit_test_setup_teardown(a_hyphen_that_does_not_break_is_a_hyphen, begin, end),
        cmocka_unit_test_setup_teardown(letters_that_suit_each_other_come_closer, begin, end),
        cmocka_unit_test_setup_teardown(a_line_is_as_wide_as_its_words, begin, end),
        cmocka_unit_test_setup_teardown(another_font_lends_what_the_first_lacks, begin, end),
        cmocka_unit_test_setup_teardown(french_and_the_signs_of_the_program_are_covered_in_every_face, begin, end),
        cmocka_unit_test_setup_teardown(what_no_font_draws_is_known_and_has_a_width, begin, end),
        cmocka_unit_test_setup_teardown(families_and_faces_differ, begin, end),
        cmocka_unit_test_setup_teardown(metrics_grow_with_the_size, begin, end),
        cmocka_unit_test_setup_teardown(sizes_beyond_the_limits_are_clamped, begin, end),
        cmocka_unit_test_setup_teardown(more_sizes_and_words_than_are_kept_measure_the_same, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
