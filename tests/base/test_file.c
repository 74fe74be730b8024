#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "file_place.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

static void a_file_is_loaded_whole_whatever_its_bytes(void **state) {
    Place *place = *state;
    assert_holds(place, write_file(place, "a.json", S("{}\n")), S("{}\n"));
    assert_holds(place, write_file(place, "zéro.bin", S("a\0b\xFF")), S("a\0b\xFF"));
    assert_holds(place, write_file(place, "empty", S("")), S(""));
}

static void a_file_over_the_limit_is_refused_and_one_at_it_is_not(void **state) {
    Place *place = *state;
    char *path = write_file(place, "a", S("123456789"));
    Str bytes;
    assert_true(file_load(&place->arena, str_from_c(path), 9, &bytes, &place->error));
    assert_false(file_load(&place->arena, str_from_c(path), 8, &bytes, &place->error));
    assert_int_equal(place->error.code, ERROR_TOO_LARGE);
}

static void of_a_large_file_the_start_can_be_loaded_alone(void **state) {
    Place *place = *state;
    char *path = write_file(place, "a", S("123456789"));
    Str bytes;
    assert_true(file_load_start(&place->arena, str_from_c(path), 4, &bytes, &place->error));
    assert_str(bytes, S("1234"));
    assert_true(file_load_start(&place->arena, str_from_c(path), 20, &bytes, &place->error));
    assert_str(bytes, S("123456789"));
    assert_false(file_load_start(&place->arena, place->folder, 4, &bytes, &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_A_FILE);
    assert_int_equal(bytes.len, 0);
}

static void a_file_is_made_where_nothing_stands(void **state) {
    Place *place = *state;
    char *path = path_of(place, "a");
    struct stat about;
    assert_true(file_create(str_from_c(path), &place->error));
    assert_int_equal(stat(path, &about), 0);
    assert_int_equal(about.st_mode & 07777, 0600);
    assert_holds(place, path, S(""));
    write_file(place, "a", S("something"));
    assert_false(file_create(str_from_c(path), &place->error));
    assert_holds(place, path, S("something"));
    assert_int_equal(symlink("nowhere", path_of(place, "link")), 0);
    assert_false(file_create(str_from_c(path_of(place, "link")), &place->error));
    assert_false(file_create(str_from_c(path_of(place, "no/folder")), &place->error));
    assert_names(place, "a link");
}

static void what_is_no_file_is_refused_at_once(void **state) {
    Place *place = *state;
    char *pipe_path = path_of(place, "pipe");
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    assert_not_loaded(place, str_to_c(&place->arena, place->folder), ERROR_NOT_A_FILE);
    assert_not_loaded(place, pipe_path, ERROR_NOT_A_FILE);
    assert_not_loaded(place, "/dev/zero", ERROR_NOT_A_FILE);
}

static void a_file_that_is_not_there_is_not_found(void **state) {
    Place *place = *state;
    char *file = write_file(place, "file", S("x"));
    assert_not_loaded(place, path_of(place, "nothing"), ERROR_NOT_FOUND);
    assert_not_loaded(place, path_of(place, "no/folder"), ERROR_NOT_FOUND);
    assert_not_loaded(place, str_to_c(&place->arena, str_format(&place->arena, "%s/below", file)), ERROR_NOT_FOUND);
    assert_not_loaded(place, "", ERROR_NOT_FOUND);
}

static void a_zero_in_a_path_does_not_name_another_file(void **state) {
    Place *place = *state;
    char *path = write_file(place, "file", S("x"));
    Str with_zero = str_format(&place->arena, "%s%c.json", path, 0);
    Str bytes;
    assert_false(file_load(&place->arena, with_zero, MOST, &bytes, &place->error));
    assert_false(file_save(with_zero, S("y"), &place->error));
    assert_holds(place, path, S("x"));
}

static void bytes_are_written_where_a_path_leads(void **state) {
    Place *place = *state;
    char *path = write_file(place, "page", S("something longer"));
    assert_true(file_write(str_from_c(path), S("page"), &place->error));
    assert_holds(place, path, S("page"));
    assert_true(file_write(str_from_c(path_of(place, "fresh")), S(""), &place->error));
    assert_holds(place, path_of(place, "fresh"), S(""));
    assert_true(file_write(S("/dev/null"), S("x"), &place->error));
}

static void what_cannot_be_written_says_why(void **state) {
    Place *place = *state;
    assert_false(file_write(str_from_c(path_of(place, "no/folder")), S("x"), &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_FOUND);
    assert_false(file_write(place->folder, S("x"), &place->error));
    assert_false(file_write(S("/dev/full"), S("x"), &place->error));
    assert_int_equal(place->error.code, ERROR_DISK_FULL);
}

static void an_unreadable_file_is_refused(void **state) {
    Place *place = *state;
    if (geteuid() == 0) {
        skip(); // root reads everything
    }
    char *path = write_file(place, "secret", S("x"));
    assert_int_equal(chmod(path, 0), 0);
    assert_not_loaded(place, path, ERROR_NOT_READABLE);
}

// Regular files, as the system has them, may hold more than the size they state: these are of size 0.
static void a_growing_file_is_read_to_its_first_size(void **state) {
    Place *place = *state;
    assert_holds(place, "/proc/self/status", S(""));
}

static void a_hyphen_is_standard_input(void **state) {
    Place *place = *state;
    int kept = dup(STDIN_FILENO);
    for (ptrdiff_t len = 0; len <= 200000; len += 100000) {
        char *text = arena_push(&place->arena, char, len + 1);
        memset(text, 'a', (size_t)len);
        FILE *input = freopen(write_file(place, "input", (Str){text, len}), "rb", stdin);
        assert_non_null(input);
        assert_holds(place, "-", (Str){text, len});
    }
    Str bytes;
    assert_int_equal(lseek(STDIN_FILENO, 0, SEEK_SET), 0);
    assert_false(file_load(&place->arena, S("-"), 100, &bytes, &place->error));
    assert_int_equal(place->error.code, ERROR_TOO_LARGE);
    dup2(kept, STDIN_FILENO);
    close(kept);
}

static void a_folder_as_standard_input_is_refused(void **state) {
    Place *place = *state;
    int kept = dup(STDIN_FILENO);
    int folder = open("/tmp", O_RDONLY);
    dup2(folder, STDIN_FILENO);
    assert_not_loaded(place, "-", ERROR_NOT_A_FILE);
    dup2(kept, STDIN_FILENO);
    close(folder);
    close(kept);
}

static void names_are_listed_by_their_end_in_order(void **state) {
    Place *place = *state;
    static const char *const NAMES[] = {"b.json", "a.json", "É.json", "a.txt", "json", ".json"};
    for (int32_t i = 0; i < COUNT(NAMES); i++) {
        write_file(place, NAMES[i], S(""));
    }
    FileList names;
    assert_true(file_list(&place->arena, place->folder, S(".json"), &names, &place->error));
    assert_int_equal(names.count, 4);
    assert_str(names.rows[0], S(".json"));
    assert_str(names.rows[1], S("a.json"));
    assert_str(names.rows[2], S("b.json"));
    assert_str(names.rows[3], S("É.json"));
}

static void a_folder_that_is_not_there_has_no_names(void **state) {
    Place *place = *state;
    FileList names;
    assert_true(file_list(&place->arena, str_from_c(path_of(place, "no")), S(""), &names, &place->error));
    assert_int_equal(names.count, 0);
    assert_true(file_list(&place->arena, place->folder, S(".json"), &names, &place->error));
    assert_int_equal(names.count, 0);
    char *file = write_file(place, "file", S("x"));
    assert_false(file_list(&place->arena, str_from_c(file), S(""), &names, &place->error));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_file_is_loaded_whole_whatever_its_bytes),   TEST(a_file_over_the_limit_is_refused_and_one_at_it_is_not),
        TEST(what_is_no_file_is_refused_at_once),          TEST(a_file_that_is_not_there_is_not_found),
        TEST(a_zero_in_a_path_does_not_name_another_file), TEST(an_unreadable_file_is_refused),
        TEST(bytes_are_written_where_a_path_leads),        TEST(what_cannot_be_written_says_why),
        TEST(a_growing_file_is_read_to_its_first_size),    TEST(a_hyphen_is_standard_input),
        TEST(a_folder_as_standard_input_is_refused),       TEST(names_are_listed_by_their_end_in_order),
        TEST(a_folder_that_is_not_there_has_no_names),     TEST(of_a_large_file_the_start_can_be_loaded_alone),
        TEST(a_file_is_made_where_nothing_stands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
