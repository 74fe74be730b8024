#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "file_place.h"

#include <sys/stat.h>

// Lines added to a file, and files written in its place. That lines survive a kill and a full disk is shown through
// records/writer.

static mode_t mode_of(const char *path) {
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    return about.st_mode & 0777;
}

static bool append(Place *place, const char *path, Str line) {
    return file_append(str_from_c(path), line, &place->error);
}

static void a_line_makes_its_file_and_the_next_follows_it(void **state) {
    Place *place = *state;
    char *path = path_of(place, "lines");
    assert_true(append(place, path, S("one\n")));
    assert_true(append(place, path, S("two\n")));
    assert_holds(place, path, S("one\ntwo\n"));
    assert_int_equal(mode_of(path), 0600);
    assert_names(place, "lines");
}

static void a_torn_end_goes_however_long_it_is(void **state) {
    Place *place = *state;
    enum { TORN = 9000 };
    StrBuilder torn = {.arena = &place->arena};
    str_add(&torn, S("one\n"));
    for (int i = 0; i < TORN; i++) {
        str_add_char(&torn, 'x');
    }
    char *path = write_file(place, "lines", str_built(&torn));
    assert_true(append(place, path, S("two\n")));
    assert_holds(place, path, S("one\ntwo\n"));
    path = write_file(place, "lines", str_slice(str_built(&torn), S("one\n").len, TORN));
    assert_true(append(place, path, S("two\n")));
    assert_holds(place, path, S("two\n"));
}

static void nothing_is_added_but_to_a_file(void **state) {
    Place *place = *state;
    char *link_path = path_of(place, "link");
    assert_int_equal(symlink(write_file(place, "kept", S("kept\n")), link_path), 0);
    assert_false(append(place, link_path, S("x\n")));
    assert_false(append(place, str_to_c(&place->arena, place->folder), S("x\n")));
    assert_int_equal(place->error.code, ERROR_NOT_A_FILE);
    assert_false(append(place, path_of(place, "no/lines"), S("x\n")));
    assert_int_equal(place->error.code, ERROR_NOT_FOUND);
    assert_false(file_append(S("a\0b"), S("x\n"), &place->error));
    assert_holds(place, path_of(place, "kept"), S("kept\n"));
}

static void what_is_written_replaces_all_and_keeps_nothing(void **state) {
    Place *place = *state;
    char *path = path_of(place, "page");
    assert_true(file_write(str_from_c(path), S("a long page"), &place->error));
    assert_true(file_write(str_from_c(path), S("page"), &place->error));
    assert_holds(place, path, S("page"));
    assert_names(place, "page");
    assert_false(file_write(place->folder, S("x"), &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_A_FILE);
    assert_false(file_write(str_from_c(path_of(place, "no/page")), S("x"), &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_FOUND);
    assert_false(file_write((Str){0}, S("x"), &place->error));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_line_makes_its_file_and_the_next_follows_it),
        TEST(a_torn_end_goes_however_long_it_is),
        TEST(nothing_is_added_but_to_a_file),
        TEST(what_is_written_replaces_all_and_keeps_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
