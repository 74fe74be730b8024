#include "base/path.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void assert_str(Str actual, Str expected) {
    assert_int_equal(actual.len, expected.len);
    assert_true(str_equal(actual, expected));
}

static void a_path_is_parted_at_its_last_separator(void **state) {
    (void)state;
    static const struct {
        Str path, folder, name;
    } PATHS[] = {
        {S_INIT("a/b.json"), S_INIT("a"), S_INIT("b.json")},
        {S_INIT("/a/b/c"), S_INIT("/a/b"), S_INIT("c")},
        {S_INIT("/b"), S_INIT("/"), S_INIT("b")},
        {S_INIT("b"), S_INIT("."), S_INIT("b")},
        {S_INIT("a/"), S_INIT("a"), S_INIT("")},
        {S_INIT(""), S_INIT("."), S_INIT("")},
    };
    for (int32_t i = 0; i < COUNT(PATHS); i++) {
        assert_str(path_folder(PATHS[i].path), PATHS[i].folder);
        assert_str(path_name(PATHS[i].path), PATHS[i].name);
    }
}

static void joining_puts_one_separator_between(void **state) {
    (void)state;
    Arena arena = {0};
    assert_str(path_join(&arena, S("a"), S("b")), S("a/b"));
    assert_str(path_join(&arena, S("a/"), S("b")), S("a/b"));
    assert_str(path_join(&arena, S("/"), S("b")), S("/b"));
    assert_str(path_join(&arena, S(""), S("b")), S("b"));
    arena_finish(&arena);
}

static void a_number_stands_before_the_ending_of_a_name(void **state) {
    (void)state;
    Arena arena = {0};
    assert_str(path_numbered(&arena, S("/a/b.html"), 1), S("/a/b.html"));
    assert_str(path_numbered(&arena, S("/a/b.c.html"), 12), S("/a/b.c (12).html"));
    assert_str(path_numbered(&arena, S("/a.d/b"), 2), S("/a.d/b (2)"));
    assert_str(path_numbered(&arena, S("/a/.hidden"), 2), S("/a/.hidden (2)"));
    arena_finish(&arena);
}

static void a_number_between_dots_is_read(void **state) {
    (void)state;
    assert_int_equal(path_number(S("/a.9/name.12.draft")), 12);
    assert_int_equal(path_number(S("name.draft")), 0);
    assert_int_equal(path_number(S("name.x.draft")), 0);
    assert_int_equal(path_number(S("name")), 0);
}

static void a_url_holds_only_what_no_program_reads_otherwise(void **state) {
    (void)state;
    Arena arena = {0};
    assert_str(path_url(&arena, S("/home/a-b_c~1/d.html")), S("file:///home/a-b_c~1/d.html"));
    assert_str(path_url(&arena, S("/a b/100 %#?\"é")), S("file:///a%20b/100%20%25%23%3F%22%C3%A9"));
    arena_finish(&arena);
}

static void a_name_for_people_is_one_on_every_system(void **state) {
    (void)state;
    Arena arena = {0};
    static const Str PARTS[] = {S_INIT(" A/B: \"C\"?\u202F! "), S_INIT("*<>"), S_INIT("2026-11-30")};
    assert_str(path_document(&arena, PARTS, COUNT(PARTS), S(".html")), S("Palabre – AB C ! – 2026-11-30.html"));
    char parts[3][301];
    Str lengthy[3];
    for (int32_t i = 0; i < 3; i++) {
        memset(parts[i], 'x', 300);
        lengthy[i] = (Str){parts[i], 300};
    }
    assert_true(path_document(&arena, lengthy, 3, S(".html")).len < 256);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_is_parted_at_its_last_separator),
        cmocka_unit_test(joining_puts_one_separator_between),
        cmocka_unit_test(a_number_stands_before_the_ending_of_a_name),
        cmocka_unit_test(a_number_between_dots_is_read),
        cmocka_unit_test(a_name_for_people_is_one_on_every_system),
        cmocka_unit_test(a_url_holds_only_what_no_program_reads_otherwise),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
