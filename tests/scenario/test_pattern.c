#include "scenario/pattern.h"

#include "base/limits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void prepares(const char *pattern, const char *expected, const char *file, int line) {
    Arena arena = {0};
    PatternText prepared = pattern_prepare(&arena, str_from_c(pattern));
    _assert_true(prepared.fault == PATTERN_FINE, "the pattern is fine", file, line);
    _assert_string_equal(str_to_c(&arena, prepared.text), expected, file, line);
    arena_finish(&arena);
}

static void refuses(const char *pattern, PatternFault fault, int32_t place, const char *about, int line) {
    Arena arena = {0};
    PatternText prepared = pattern_prepare(&arena, str_from_c(pattern));
    _assert_true(prepared.fault == fault, "the fault is the one expected", __FILE__, line);
    _assert_true(prepared.fault_place == place, "the fault lies at the place expected", __FILE__, line);
    _assert_string_equal(str_to_c(&arena, prepared.about), about, __FILE__, line);
    _assert_true(prepared.text.len == 0, "nothing is left to compile", __FILE__, line);
    arena_finish(&arena);
}

#define PREPARES(pattern, expected) prepares((pattern), (expected), __FILE__, __LINE__)
#define REFUSES(pattern, fault, place, about) refuses((pattern), (fault), (place), (about), __LINE__)

static void literal_text_is_folded_and_case_is_kept(void **state) {
    (void)state;
    PREPARES("", "");
    PREPARES("réexpliquez", "reexpliquez");
    PREPARES("re\u0301expliquez", "reexpliquez");
    PREPARES("(?-i:CAF|Œ)", "(?-i:CAF|OE)");
    PREPARES("l’été « ça »", "l'ete\\s+\"\\s+ca\\s+\"");
    PREPARES("[éà-ü]", "[ea-u]");
}

static void a_literal_space_of_any_kind_is_any_run_of_spaces(void **state) {
    (void)state;
    PREPARES("si je", "si\\s+je");
    PREPARES("si   je ", "si\\s+je\\s+");
    PREPARES(" si\u202Fje\u00A0 ?", "\\s+si\\s+je(?:\\s+)?");
    PREPARES("a {0,2}b *c +", "a(?:\\s+){0,2}b(?:\\s+)*c(?:\\s+)+");
}

static void a_space_in_a_class_in_a_quote_or_after_a_backslash_is_one_space(void **state) {
    (void)state;
    PREPARES("[ ,]a b", "[ ,]a\\s+b");
    PREPARES("[^]\u202F]a b", "[^] ]a\\s+b");
    PREPARES("[[:alpha:] ]a b", "[[:alpha:] ]a\\s+b");
    PREPARES("[\\] ] b", "[\\] ]\\s+b");
    PREPARES("a\\ b\\\u00A0c", "a\\ b\\ c");
    PREPARES("\\Qa [b\\E c", "\\Qa [b\\E\\s+c");
    PREPARES("\\Qa … b", "\\Qa ... b");
}

static void what_folding_makes_is_literal(void **state) {
    (void)state;
    PREPARES("a…b", "a\\.\\.\\.b");
    PREPARES("…+", "(?:\\.\\.\\.)+");
    PREPARES("œ?uf", "(?:oe)?uf");
    PREPARES("(?≠)", "(?\\=)");
}

static void a_backslash_before_a_letter_with_an_accent_means_nothing(void **state) {
    (void)state;
    PREPARES("\\écran", "ecran");
    PREPARES("\\b\\à", "\\ba");
    PREPARES("[\\é]", "[e]");
    PREPARES("\\—", "\\-");
    PREPARES("[a–z]", "[a\\-z]");
    PREPARES("[—-]", "[\\--]");
    PREPARES("a–z", "a\\-z");
}

static void comments_go(void **state) {
    (void)state;
    PREPARES("a(?#[ (?R )b c", "ab\\s+c");
    PREPARES("a\\(?#b", "a\\(?#b");
    PREPARES("a(?#b", "a(?#b");
}

static void a_ligature_in_a_class_is_refused(void **state) {
    (void)state;
    REFUSES("a[éœ]", PATTERN_CLASS_LIGATURE, 4, "œ");
    REFUSES("[…]", PATTERN_CLASS_LIGATURE, 1, "…");
    REFUSES("[a\\æ]", PATTERN_CLASS_LIGATURE, 3, "æ");
}

static void what_calls_or_recurses_is_refused(void **state) {
    (void)state;
    REFUSES("(*LIMIT_MATCH=9)a", PATTERN_FORBIDDEN, 0, "(*");
    REFUSES("é(*SKIP)a", PATTERN_FORBIDDEN, 2, "(*");
    REFUSES("(?C1)a", PATTERN_FORBIDDEN, 0, "(?C");
    REFUSES("a(?R)", PATTERN_FORBIDDEN, 1, "(?R");
    REFUSES("(a)(?1)", PATTERN_FORBIDDEN, 3, "(?1");
    REFUSES("(a)(?0)", PATTERN_FORBIDDEN, 3, "(?0");
    REFUSES("(a)(?+1)", PATTERN_FORBIDDEN, 3, "(?+1");
    REFUSES("(a)(?-1)", PATTERN_FORBIDDEN, 3, "(?-1");
    REFUSES("(?<n>a)(?&n)", PATTERN_FORBIDDEN, 7, "(?&");
    REFUSES("(?P<n>a)(?P>n)", PATTERN_FORBIDDEN, 8, "(?P>");
    REFUSES("(a)\\g<1>", PATTERN_FORBIDDEN, 3, "\\g<");
    REFUSES("(a)\\g'1'", PATTERN_FORBIDDEN, 3, "\\g'");
    REFUSES("(?(?C9)(?=a)b|c)", PATTERN_FORBIDDEN, 2, "(?C");
    PREPARES("\\(*a[(*](?-i:b)(?P=n)(?P<n>c)\\Q(?R)\\E\\g1\\\\\\(?R",
             "\\(*a[(*](?-i:b)(?P=n)(?P<n>c)\\Q(?R)\\E\\g1\\\\\\(?R");
}

static void the_extended_mode_is_refused(void **state) {
    (void)state;
    REFUSES("(?x) a b", PATTERN_FORBIDDEN, 0, "(?x");
    REFUSES("a(?^imsx:b)", PATTERN_FORBIDDEN, 1, "(?^imsx");
    REFUSES("(?i-x)", PATTERN_FORBIDDEN, 0, "(?i-x");
    PREPARES("(?i)(?:x)(?=x)(?", "(?i)(?:x)(?=x)(?");
}

static void what_versions_of_pcre2_do_not_read_alike_is_refused(void **state) {
    (void)state;
    REFUSES("éa{,3}", PATTERN_UNLIKE, 3, "{,3}");
    REFUSES("(?:a){,12}?", PATTERN_UNLIKE, 5, "{,12}");
    REFUSES("\\N{,3}", PATTERN_UNLIKE, 2, "{,3}");
    REFUSES("a\\x", PATTERN_UNLIKE, 1, "\\x");
    REFUSES("\\xg", PATTERN_UNLIKE, 0, "\\x");
    REFUSES("[\\x]", PATTERN_UNLIKE, 1, "\\x");
    REFUSES("\\x{}", PATTERN_UNLIKE, 0, "\\x");
    REFUSES("[\\x{ 41 }]", PATTERN_UNLIKE, 1, "\\x");
    REFUSES("[\\o{ 41 }]", PATTERN_UNLIKE, 1, "\\o");
    REFUSES("[\\N{U+ 41}]", PATTERN_UNLIKE, 1, "\\N");
    REFUSES("a\\X", PATTERN_UNLIKE, 1, "\\X");
    REFUSES("\\p{Lu}", PATTERN_UNLIKE, 0, "\\p");
    REFUSES("[\\P{ ^l-L }]", PATTERN_UNLIKE, 1, "\\P");
    REFUSES("[\\k]", PATTERN_UNLIKE, 1, "\\k");
    REFUSES("(?[a-z])", PATTERN_UNLIKE, 0, "(?[");
    REFUSES("a(?a)b", PATTERN_UNLIKE, 1, "(?a");
    REFUSES("(?i-aD:b)", PATTERN_UNLIKE, 0, "(?i-a");
    REFUSES("(?^r:b)", PATTERN_UNLIKE, 0, "(?^r");
    REFUSES("(?(VERSION>=10.43)a|b)", PATTERN_UNLIKE, 0, "(?(VERSION");
    PREPARES("a{0,3}b{2,}c{,}\\{,3}[{,3}]", "a{0,3}b{2,}c{,}\\{,3}[{,3}]");
    PREPARES("\\pL\\p{L}\\p{L&}\\p{Latin}\\P{Lo}(?<n>a)\\k<n>", "\\pL\\p{L}\\p{L&}\\p{Latin}\\P{Lo}(?<n>a)\\k<n>");
    PREPARES("\\x4\\x{4}\\N{U+4A}\\o{17}\\017\\N{2}\\N\\\\x", "\\x4\\x{4}\\N{U+4A}\\o{17}\\017\\N{2}\\N\\\\x");
}

static void ranges_that_take_long_to_compile_are_refused(void **state) {
    (void)state;
    PREPARES("[\\x{1F300}-\\x{1FAFF}\\x{2600}-\\x{27BF}]", "[\\x{1F300}-\\x{1FAFF}\\x{2600}-\\x{27BF}]");
    PREPARES("[^\\]-a\\x00-\\x7F\\101-\\172-]", "[^\\]-a\\x00-\\x7F\\101-\\172-]");
    REFUSES("[\\x{1}-\\x{10ffff}]", PATTERN_WIDE_RANGES, 7, "");
    REFUSES("[a-\\o{177777}]", PATTERN_WIDE_RANGES, 3, "");
    REFUSES("[a-\\N{U+FFFF}]", PATTERN_WIDE_RANGES, 3, "");
    REFUSES("[!-\uFFFD]", PATTERN_WIDE_RANGES, 3, "");
    REFUSES("[]-\\x{ffff}]", PATTERN_WIDE_RANGES, 3, "");
    REFUSES("[\\c]\\x{1}-\\x{ffff}]", PATTERN_WIDE_RANGES, 10, "");
    REFUSES("[[:alpha:]\\x{100}-\\x{ffff}]", PATTERN_WIDE_RANGES, 18, "");
    REFUSES("[[:a]\\x{100}-\\x{ffff}[:a-\\x{ffff}]", PATTERN_WIDE_RANGES, 25, "");
    REFUSES("[a\\E-\\x{ffff}]", PATTERN_FORBIDDEN, 2, "\\E");
    REFUSES("[\\Qa]\\E-\\x{ffff}]", PATTERN_FORBIDDEN, 1, "\\Q");
}

static void the_length_that_counts_is_the_folded_one(void **state) {
    (void)state;
    Arena arena = {0};
    StrBuilder pattern = {.arena = &arena};
    for (int32_t i = 0; i < LIMIT_PATTERN_BYTES; i++) {
        str_add(&pattern, S("é"));
    }
    PatternText longest = pattern_prepare(&arena, str_built(&pattern));
    assert_int_equal(longest.fault, PATTERN_FINE);
    assert_int_equal(longest.text.len, LIMIT_PATTERN_BYTES);
    assert_int_equal(longest.places[LIMIT_PATTERN_BYTES - 1], LIMIT_PATTERN_BYTES * 2 - 2);
    assert_int_equal(longest.places[LIMIT_PATTERN_BYTES], LIMIT_PATTERN_BYTES * 2);
    str_add(&pattern, S("é"));
    assert_int_equal(pattern_prepare(&arena, str_built(&pattern)).fault, PATTERN_LONG);
    arena_finish(&arena);
}

static void each_byte_knows_where_it_comes_from(void **state) {
    (void)state;
    Arena arena = {0};
    PatternText prepared = pattern_prepare(&arena, S("é œ…"));
    static const int32_t EXPECTED[] = {0, 2, 2, 2, 3, 3, 5, 5, 5, 5, 5, 5, 8};
    assert_string_equal(str_to_c(&arena, prepared.text), "e\\s+oe\\.\\.\\.");
    assert_int_equal(prepared.text.len + 1, COUNT(EXPECTED));
    assert_memory_equal(prepared.places, EXPECTED, sizeof EXPECTED);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(literal_text_is_folded_and_case_is_kept),
        cmocka_unit_test(a_literal_space_of_any_kind_is_any_run_of_spaces),
        cmocka_unit_test(a_space_in_a_class_in_a_quote_or_after_a_backslash_is_one_space),
        cmocka_unit_test(what_folding_makes_is_literal),
        cmocka_unit_test(a_backslash_before_a_letter_with_an_accent_means_nothing),
        cmocka_unit_test(comments_go),
        cmocka_unit_test(a_ligature_in_a_class_is_refused),
        cmocka_unit_test(what_calls_or_recurses_is_refused),
        cmocka_unit_test(the_extended_mode_is_refused),
        cmocka_unit_test(what_versions_of_pcre2_do_not_read_alike_is_refused),
        cmocka_unit_test(ranges_that_take_long_to_compile_are_refused),
        cmocka_unit_test(the_length_that_counts_is_the_folded_one),
        cmocka_unit_test(each_byte_knows_where_it_comes_from),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
