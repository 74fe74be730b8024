#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "file_place.h"

#include <sys/stat.h>
#include <unistd.h>

// Folders and erasing.

static mode_t mode_of(const char *path) {
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    return about.st_mode & 0777;
}

static void a_folder_is_made_with_those_above_it_for_this_account_alone(void **state) {
    Place *place = *state;
    char *inner = path_of(place, "outer/inner");
    assert_true(file_make_folder(str_from_c(inner), &place->error));
    assert_true(file_make_folder(str_from_c(inner), &place->error));
    assert_int_equal(mode_of(inner), 0700);
    assert_int_equal(mode_of(path_of(place, "outer")), 0700);
    assert_int_equal(rmdir(inner), 0);
    assert_int_equal(rmdir(path_of(place, "outer")), 0);
}

static void a_folder_that_stood_open_to_others_is_shut(void **state) {
    Place *place = *state;
    char *path = path_of(place, "open"), *away = path_of(place, "away");
    assert_int_equal(mkdir(path, 0755), 0);
    assert_int_equal(chmod(path, 0755), 0);
    assert_int_equal(symlink(path, away), 0);
    assert_true(file_make_private(str_from_c(away), &place->error)); // it is not where the link leads that is ours
    assert_int_equal(mode_of(path), 0755);
    assert_true(file_make_private(str_from_c(path), &place->error));
    assert_int_equal(mode_of(path), 0700);
    assert_int_equal(unlink(away), 0);
    assert_int_equal(rmdir(path), 0);
    assert_true(file_make_private(str_from_c(path), &place->error));
    assert_int_equal(mode_of(path), 0700);
    assert_int_equal(rmdir(path), 0);
}

static void a_file_in_the_way_of_a_folder_is_told(void **state) {
    Place *place = *state;
    char *path = write_file(place, "taken", S("x"));
    assert_false(file_make_folder(str_from_c(path), &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_A_FOLDER);
    assert_false(file_make_folder(str_from_c(path_of(place, "taken/in")), &place->error));
    assert_false(file_make_folder((Str){0}, &place->error));
}

// Another name of the same bytes shows what became of them.
static void an_erased_file_is_zeros_to_the_last_byte(void **state) {
    Place *place = *state;
    enum { LEN = 10001 };
    char *bytes = arena_push(&place->arena, char, LEN);
    for (int i = 0; i < LEN; i++) {
        bytes[i] = 'x';
    }
    char *path = write_file(place, "secret", (Str){bytes, LEN});
    assert_int_equal(link(path, path_of(place, "other")), 0);
    assert_true(file_erase(str_from_c(path), &place->error));
    assert_false(file_exists(str_from_c(path)));
    Str left;
    assert_true(load(place, path_of(place, "other"), &left));
    assert_int_equal(left.len, LEN);
    for (int i = 0; i < LEN; i++) {
        assert_int_equal(left.text[i], 0);
    }
    assert_true(file_erase(str_from_c(path), &place->error)); // erased already
}

static void erasing_a_link_spares_what_it_leads_to(void **state) {
    Place *place = *state;
    char *path = write_file(place, "kept", S("kept"));
    char *link_path = path_of(place, "link");
    assert_int_equal(symlink(path, link_path), 0);
    assert_true(file_is_link(str_from_c(link_path)));
    assert_true(file_erase(str_from_c(link_path), &place->error));
    assert_false(file_exists(str_from_c(link_path)));
    assert_holds(place, path, S("kept"));
}

static void a_lock_is_one_programs_until_it_lets_go(void **state) {
    Place *place = *state;
    Str path = str_from_c(path_of(place, "lock"));
    FileLock *lock = file_lock(&place->arena, path, &place->error);
    assert_non_null(lock);
    assert_null(file_lock(&place->arena, path, &place->error));
    assert_int_equal(place->error.code, ERROR_NONE); // taken, which is no refusal
    file_unlock(lock);
    lock = file_lock(&place->arena, path, &place->error);
    assert_non_null(lock);
    file_unlock(lock);
    file_unlock(NULL);
    assert_null(file_lock(&place->arena, str_from_c(path_of(place, "none/lock")), &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_FOUND);
}

static void a_file_is_the_same_by_any_of_its_names(void **state) {
    Place *place = *state;
    Str path = str_from_c(write_file(place, "a", S("x")));
    Str other = str_from_c(write_file(place, "b", S("x")));
    char *link_path = path_of(place, "link");
    assert_int_equal(symlink(path_of(place, "a"), link_path), 0);
    assert_true(file_is_same(path, str_from_c(link_path)));
    assert_false(file_is_same(path, other));
    assert_false(file_is_same(path, str_from_c(path_of(place, "none"))));
}

static void a_renamed_file_takes_the_place_of_what_stood_there(void **state) {
    Place *place = *state;
    Str path = str_from_c(write_file(place, "a", S("new")));
    (void)write_file(place, "b", S("old"));
    assert_true(file_rename(path, S("b"), &place->error));
    assert_false(file_exists(path));
    assert_holds(place, path_of(place, "b"), S("new"));
    assert_false(file_rename(path, S("c"), &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_FOUND);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_folder_is_made_with_those_above_it_for_this_account_alone, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_that_stood_open_to_others_is_shut, begin, end),
        cmocka_unit_test_setup_teardown(a_file_in_the_way_of_a_folder_is_told, begin, end),
        cmocka_unit_test_setup_teardown(an_erased_file_is_zeros_to_the_last_byte, begin, end),
        cmocka_unit_test_setup_teardown(a_lock_is_one_programs_until_it_lets_go, begin, end),
        cmocka_unit_test_setup_teardown(a_file_is_the_same_by_any_of_its_names, begin, end),
        cmocka_unit_test_setup_teardown(a_renamed_file_takes_the_place_of_what_stood_there, begin, end),
        cmocka_unit_test_setup_teardown(erasing_a_link_spares_what_it_leads_to, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
