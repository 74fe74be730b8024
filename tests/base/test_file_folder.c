#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "file_place.h"

#include <sys/stat.h>

// Folders, erasing, the environment.

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

static void what_comes_with_a_program_is_found_installed_before_it_is_found_beside_it(void **state) {
    Place *place = *state;
    char *beside = path_of(place, "bin/fonts"), *installed = path_of(place, "share/palabre/fonts");
    Str program = str_from_c(path_of(place, "bin/program"));
    Str shared = str_from_c(path_of(place, "bin/../share/palabre/fonts"));
    assert_true(file_make_folder(str_from_c(beside), &place->error));
    assert_str(file_find_shipped(&place->arena, program, S("fonts")), str_from_c(beside));
    assert_str(file_find_shipped(&place->arena, program, S("scenarios")),
               str_from_c(path_of(place, "bin/../share/palabre/scenarios"))); // nowhere: where it should be
    assert_true(file_make_folder(str_from_c(installed), &place->error));
    assert_str(file_find_shipped(&place->arena, program, S("fonts")), shared);
    const char *const made[] = {"bin/fonts", "bin", "share/palabre/fonts", "share/palabre", "share"};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(rmdir(path_of(place, made[i])), 0);
    }
}

static void a_file_in_the_way_of_a_folder_is_told(void **state) {
    Place *place = *state;
    char *path = write_file(place, "taken", S("x"));
    assert_false(file_make_folder(str_from_c(path), &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_A_FILE);
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

static void a_variable_is_read_unless_it_is_no_text(void **state) {
    Place *place = *state;
    setenv("PALABRE_TEST", "é", 1);
    assert_str(file_environment(&place->arena, S("PALABRE_TEST")), S("é"));
    setenv("PALABRE_TEST", "\xC3", 1);
    assert_int_equal(file_environment(&place->arena, S("PALABRE_TEST")).len, 0);
    unsetenv("PALABRE_TEST");
    assert_int_equal(file_environment(&place->arena, S("PALABRE_TEST")).len, 0);
}

static void a_command_is_where_a_shell_finds_it(void **state) {
    Place *place = *state;
    char *command = write_file(place, "command", S("#!/bin/sh"));
    assert_int_equal(chmod(command, 0700), 0);
    (void)write_file(place, "text", S("not to be run"));
    Str folders = str_format(&place->arena, "/no/such:%.*s", S_ARG(path_folder(str_from_c(command))));
    assert_true(str_equal(file_find_command(&place->arena, S("command"), folders), str_from_c(command)));
    assert_true(str_equal(file_find_command(&place->arena, S("text"), folders), S("text")));
    assert_true(str_equal(file_find_command(&place->arena, S("./command"), folders), S("./command")));
    assert_true(str_equal(file_find_command(&place->arena, S("command"), (Str){0}), S("command")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_folder_is_made_with_those_above_it_for_this_account_alone, begin, end),
        cmocka_unit_test_setup_teardown(what_comes_with_a_program_is_found_installed_before_it_is_found_beside_it,
                                        begin, end),
        cmocka_unit_test_setup_teardown(a_file_in_the_way_of_a_folder_is_told, begin, end),
        cmocka_unit_test_setup_teardown(an_erased_file_is_zeros_to_the_last_byte, begin, end),
        cmocka_unit_test_setup_teardown(erasing_a_link_spares_what_it_leads_to, begin, end),
        cmocka_unit_test_setup_teardown(a_variable_is_read_unless_it_is_no_text, begin, end),
        cmocka_unit_test_setup_teardown(a_command_is_where_a_shell_finds_it, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
