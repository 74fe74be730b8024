#include "base/str.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void assert_str(Str actual, const char *expected) {
    Arena arena = {0};
    assert_string_equal(str_to_c(&arena, actual), expected);
    assert_int_equal(actual.len, strlen(expected));
    arena_finish(&arena);
}

static void texts_are_equal_by_their_bytes_and_not_by_their_place(void **state) {
    (void)state;
    char copy[] = "accueil";
    assert_true(str_equal(S("accueil"), str_from_c(copy)));
    assert_true(str_equal((Str){0}, S("")));
    assert_false(str_equal(S("accueil"), S("accueils")));
    assert_false(str_equal(S("accueil"), S("accueiL")));
    assert_true(str_equal(S("a\0b"), S("a\0b")));
    assert_false(str_equal(S("a\0b"), S("a\0c")));
}

static void texts_are_ordered_by_bytes_the_shorter_first(void **state) {
    (void)state;
    assert_true(str_compare(S("a"), S("b")) < 0);
    assert_true(str_compare(S("b"), S("a")) > 0);
    assert_true(str_compare(S("a"), S("aa")) < 0);
    assert_true(str_compare(S("aa"), S("a")) > 0);
    assert_int_equal(str_compare(S("é"), S("é")), 0);
    assert_true(str_compare(S("z"), S("é")) < 0);
    assert_true(str_compare((Str){0}, S("a")) < 0);
    assert_int_equal(str_compare((Str){0}, S("")), 0);
}

static void a_text_begins_and_ends_with_its_parts(void **state) {
    (void)state;
    assert_true(str_begins(S("cas.json"), S("cas")));
    assert_true(str_begins(S("cas.json"), S("")));
    assert_false(str_begins(S("ca"), S("cas")));
    assert_true(str_ends(S("cas.json"), S(".json")));
    assert_true(str_ends(S("cas.json"), S("")));
    assert_false(str_ends(S("json"), S(".json")));
    assert_true(str_begins((Str){0}, (Str){0}));
    assert_true(str_ends((Str){0}, (Str){0}));
}

static void the_first_place_of_a_text_is_found(void **state) {
    (void)state;
    assert_int_equal(str_find(S("aabaab"), S("ab")), 1);
    assert_int_equal(str_find(S("aabaab"), S("aabaab")), 0);
    assert_int_equal(str_find(S("aabaab"), S("baa")), 2);
    assert_int_equal(str_find(S("aabaab"), S("bb")), -1);
    assert_int_equal(str_find(S("aab"), S("aabb")), -1);
    assert_int_equal(str_find(S("aab"), S("b")), 2);
    assert_int_equal(str_find(S("aab"), S("")), 0);
    assert_int_equal(str_find((Str){0}, S("a")), -1);
    assert_int_equal(str_find((Str){0}, (Str){0}), 0);
}

static void a_slice_never_leaves_its_text(void **state) {
    (void)state;
    assert_str(str_slice(S("bonjour"), 3, 5), "jo");
    assert_str(str_slice(S("bonjour"), -3, 3), "bon");
    assert_str(str_slice(S("bonjour"), 3, 300), "jour");
    assert_str(str_slice(S("bonjour"), 5, 3), "");
    assert_str(str_slice(S("bonjour"), 300, 400), "");
    assert_str(str_slice((Str){0}, 0, 1), "");
}

static void trimming_takes_blanks_off_both_ends_only(void **state) {
    (void)state;
    assert_str(str_trim(S(" \t\r\n a b \n")), "a b");
    assert_str(str_trim(S("a")), "a");
    assert_str(str_trim(S(" \n ")), "");
    assert_str(str_trim((Str){0}), "");
    assert_str(str_trim(S("\xC2\xA0x")), "\xC2\xA0x");
}

static void cutting_walks_through_parts_until_nothing_is_left(void **state) {
    (void)state;
    Str rest = S("a;;bc");
    assert_str(str_cut(&rest, ';'), "a");
    assert_str(str_cut(&rest, ';'), "");
    assert_str(rest, "bc");
    assert_str(str_cut(&rest, ';'), "bc");
    assert_str(rest, "");
    assert_str(str_cut(&rest, ';'), "");
    rest = S("a;");
    assert_str(str_cut(&rest, ';'), "a");
    assert_int_equal(rest.len, 0);
    rest = (Str){0};
    assert_str(str_cut(&rest, ';'), "");
}

static void a_copy_outlives_its_original(void **state) {
    (void)state;
    Arena arena = {0};
    char original[] = "salut";
    Str copy = str_copy(&arena, str_from_c(original));
    original[0] = 'X';
    assert_str(copy, "salut");
    assert_str(str_copy(&arena, (Str){0}), "");
    assert_string_equal(str_to_c(&arena, (Str){0}), "");
    assert_str(str_from_c(NULL), "");
    arena_finish(&arena);
}

static void the_whole_text_must_be_a_number(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int32_t value;
    } FINE[] = {{"0", 0},
                {"-0", 0},
                {"+7", 7},
                {"007", 7},
                {"-12", -12},
                {"40", 40},
                {"2147483647", INT32_MAX},
                {"-2147483648", INT32_MIN}};
    static const char *const BAD[] = {"",    "-",     "+",          "--1",         "1-",
                                      " 1",  "1 ",    "1.0",        "0x10",        "1e3",
                                      "abc", "1 000", "2147483648", "-2147483649", "99999999999999999999999999"};
    int32_t value = 0;
    for (int32_t i = 0; i < COUNT(FINE); i++) {
        assert_true(str_to_int(str_from_c(FINE[i].text), &value));
        assert_int_equal(value, FINE[i].value);
    }
    value = 5;
    for (int32_t i = 0; i < COUNT(BAD); i++) {
        assert_false(str_to_int(str_from_c(BAD[i]), &value));
        assert_int_equal(value, 5);
    }
    assert_false(str_to_int(S("1\0"), &value));
}

static void the_distance_counts_letters_added_dropped_and_changed(void **state) {
    (void)state;
    assert_int_equal(str_distance(S("kitten"), S("sitting"), 16), 3);
    assert_int_equal(str_distance(S("sitting"), S("kitten"), 16), 3);
    assert_int_equal(str_distance(S("confiance"), S("confiance"), 2), 0);
    assert_int_equal(str_distance(S("confiance"), S("confience"), 2), 1);
    assert_int_equal(str_distance(S("confiance"), S("confianc"), 2), 1);
    assert_int_equal(str_distance(S("onfiance"), S("confiance"), 2), 1);
    assert_int_equal(str_distance(S("abcdef"), S("bcdefg"), 2), 2);
    assert_int_equal(str_distance((Str){0}, S("abc"), 3), 3);
    assert_int_equal(str_distance(S("abc"), (Str){0}, 3), 3);
    assert_int_equal(str_distance((Str){0}, (Str){0}, 0), 0);
    assert_int_equal(str_distance(S("a"), S("a"), 0), 0);
}

static void a_distance_beyond_the_most_is_one_more_than_it(void **state) {
    (void)state;
    assert_int_equal(str_distance(S("a"), S("b"), 0), 1);
    assert_int_equal(str_distance(S("kitten"), S("sitting"), 2), 3);
    assert_int_equal(str_distance(S("tension"), S("autonomie"), 2), 3);
    assert_int_equal(str_distance(S("a"), S("abcdefgh"), 3), 4);
    assert_int_equal(str_distance(S("abcdefgh"), S("hgfedcba"), 4), 5);
}

// The plain table, for comparison.
static int32_t full_distance(Str a, Str b) {
    int32_t table[16][16];
    for (int32_t i = 0; i <= a.len; i++) {
        for (int32_t j = 0; j <= b.len; j++) {
            int32_t best = i == 0 ? j : j == 0 ? i : INT32_MAX;
            if (i > 0 && j > 0) {
                best = table[i - 1][j - 1] + (a.text[i - 1] != b.text[j - 1]);
                best = table[i - 1][j] + 1 < best ? table[i - 1][j] + 1 : best;
                best = table[i][j - 1] + 1 < best ? table[i][j - 1] + 1 : best;
            }
            table[i][j] = best;
        }
    }
    return table[a.len][b.len];
}

// Every pair of texts of up to five letters out of two.
static void the_narrow_table_agrees_with_the_full_one(void **state) {
    (void)state;
    char letters[2][5];
    for (int i = 0; i < 32 * 6; i++) {
        for (int j = 0; j < 32 * 6; j++) {
            for (int k = 0; k < 5; k++) {
                letters[0][k] = (char)('a' + (i / 6 >> k & 1));
                letters[1][k] = (char)('a' + (j / 6 >> k & 1));
            }
            Str a = {letters[0], i % 6};
            Str b = {letters[1], j % 6};
            int32_t distance = full_distance(a, b);
            for (int32_t most = 0; most < 6; most++) {
                assert_int_equal(str_distance(a, b, most), distance > most ? most + 1 : distance);
            }
        }
    }
}

static void a_text_is_built_from_pieces_of_every_kind(void **state) {
    (void)state;
    Arena arena = {0};
    StrBuilder builder = {.arena = &arena};
    assert_str(str_built(&builder), "");
    str_add(&builder, (Str){0});
    str_add(&builder, S("scène "));
    str_addf(&builder, "%d/%.*s", 12, S_ARG(S("fin")));
    str_add_char(&builder, '.');
    str_addf(&builder, "%s", "");
    assert_str(str_built(&builder), "scène 12/fin.");
    assert_str(str_format(&arena, "%s-%03d", "n", 7), "n-007");
    assert_str(str_format(&arena, "%s", ""), "");
    arena_finish(&arena);
}

static void a_long_text_grows_without_losing_a_byte(void **state) {
    (void)state;
    Arena arena = {0};
    StrBuilder builder = {.arena = &arena};
    for (int i = 0; i < 20000; i++) {
        str_addf(&builder, "%05d", i);
        str_add_char(&builder, ',');
        if (i % 1000 == 0) {
            *arena_push(&arena, char, 1) = 'x';
        }
    }
    Str rest = str_built(&builder);
    for (int i = 0; i < 20000; i++) {
        int32_t value = -1;
        assert_true(str_to_int(str_cut(&rest, ','), &value));
        assert_int_equal(value, i);
    }
    assert_int_equal(rest.len, 0);
    arena_finish(&arena);
}

static void what_is_formatted_may_be_of_any_length(void **state) {
    (void)state;
    enum { LONGEST = 300 };
    Arena arena = {0};
    StrBuilder out = {.arena = &arena};
    for (int32_t width = 1; width <= LONGEST; width++) {
        Str text = str_format(&arena, "%*d", width, 7);
        assert_int_equal(text.len, width);
        assert_true(str_ends(text, S("7")));
        out.count = 0;
        str_add(&out, S("x"));
        str_addf(&out, "%*d", width, 7);
        str_addf(&out, "%s", "é");
        assert_int_equal(out.count, width + 3);
        assert_true(str_ends(str_built(&out), S("7é")));
    }
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_equal_by_their_bytes_and_not_by_their_place),
        cmocka_unit_test(texts_are_ordered_by_bytes_the_shorter_first),
        cmocka_unit_test(a_text_begins_and_ends_with_its_parts),
        cmocka_unit_test(the_first_place_of_a_text_is_found),
        cmocka_unit_test(a_slice_never_leaves_its_text),
        cmocka_unit_test(trimming_takes_blanks_off_both_ends_only),
        cmocka_unit_test(cutting_walks_through_parts_until_nothing_is_left),
        cmocka_unit_test(a_copy_outlives_its_original),
        cmocka_unit_test(the_whole_text_must_be_a_number),
        cmocka_unit_test(the_distance_counts_letters_added_dropped_and_changed),
        cmocka_unit_test(a_distance_beyond_the_most_is_one_more_than_it),
        cmocka_unit_test(the_narrow_table_agrees_with_the_full_one),
        cmocka_unit_test(a_text_is_built_from_pieces_of_every_kind),
        cmocka_unit_test(a_long_text_grows_without_losing_a_byte),
        cmocka_unit_test(what_is_formatted_may_be_of_any_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
