#define _XOPEN_SOURCE 700 // NOLINT(bugprone-reserved-identifier,readability-identifier-naming): mkdtemp

#include "base/file_source.h"

#include "file_place.h"

#include <string.h>
#include <sys/stat.h>

// Files read from their beginning, so much at a time.

static Str read_all(Place *place, FileSource *source, ptrdiff_t room) {
    StrBuilder all = {.arena = &place->arena};
    char *bytes = arena_push(&place->arena, char, room);
    ptrdiff_t len;
    while ((len = file_source_read(source, bytes, room)) > 0) {
        assert_true(len <= room);
        str_add(&all, (Str){bytes, len});
    }
    assert_int_equal(file_source_read(source, bytes, room), 0); // and so it stays
    return str_built(&all);
}

static void pieces_make_the_whole(void **state) {
    Place *place = *state;
    Str wanted = S("une ligne\nune autre\n");
    char *path = write_file(place, "lignes", wanted);
    for (ptrdiff_t room = 1; room <= wanted.len + 1; room++) {
        FileSource *source = file_source_open(&place->arena, str_from_c(path), wanted.len, &place->error);
        assert_non_null(source);
        assert_str(read_all(place, source, room), wanted);
        assert_true(file_source_close(source, &place->error));
    }
}

static void what_is_added_meanwhile_is_not_read(void **state) {
    Place *place = *state;
    char *path = write_file(place, "lignes", S("une ligne"));
    FileSource *source = file_source_open(&place->arena, str_from_c(path), MOST, &place->error);
    (void)write_file(place, "lignes", S("une ligne, et encore une"));
    assert_str(read_all(place, source, 4), S("une ligne"));
    assert_true(file_source_close(source, &place->error));
}

static void assert_refused(Place *place, const char *path, ptrdiff_t most, ErrorCode code) {
    assert_null(file_source_open(&place->arena, str_from_c(path), most, &place->error));
    assert_int_equal(place->error.code, code);
    assert_string_equal(place->error.path, path);
}

static void what_cannot_be_read_is_refused_at_once(void **state) {
    Place *place = *state;
    assert_refused(place, write_file(place, "lignes", S("dix octets")), 9, ERROR_TOO_LARGE);
    assert_refused(place, path_of(place, "rien"), MOST, ERROR_NOT_FOUND);
    assert_refused(place, str_to_c(&place->arena, place->folder), MOST, ERROR_NOT_A_FILE);
    assert_int_equal(mkfifo(path_of(place, "tube"), 0600), 0);
    assert_refused(place, path_of(place, "tube"), MOST, ERROR_NOT_A_FILE);
}

// Standard input, a pipe, with what was put into it.
static FileSource *open_input(Place *place, Str bytes, ptrdiff_t most) {
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    assert_int_equal(write(ends[1], bytes.text, (size_t)bytes.len), bytes.len);
    close(ends[1]);
    assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
    close(ends[0]);
    return file_source_open(&place->arena, S("-"), most, &place->error);
}

static void standard_input_is_read_to_its_end_or_too_large(void **state) {
    Place *place = *state;
    FileSource *source = open_input(place, S("dix octets"), 10);
    assert_str(read_all(place, source, 3), S("dix octets"));
    assert_true(file_source_close(source, &place->error));
    source = open_input(place, S("onze octets"), 10);
    assert_str(read_all(place, source, 3), S("onze octet"));
    assert_false(file_source_close(source, &place->error));
    assert_int_equal(place->error.code, ERROR_TOO_LARGE);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(pieces_make_the_whole),
        TEST(what_is_added_meanwhile_is_not_read),
        TEST(what_cannot_be_read_is_refused_at_once),
        TEST(standard_input_is_read_to_its_end_or_too_large),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
