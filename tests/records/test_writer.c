#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/writer_place.h"

static void lines_stand_in_the_order_in_which_they_were_given(void **state) {
    Place *place = *state;
    Writer *writer = writer_create(NULL, NULL);
    Str path = file_in(place, "a");
    assert_int_equal(writer_begin(writer, path, S("one")), 1);
    assert_int_equal(writer_append(writer, path, S("two")), 2);
    assert_int_equal(writer_append(writer, path, S("three")), 3);
    WriterReport report = last_report(writer);
    assert_int_equal(report.ticket, 3);
    assert_true(report.done);
    assert_holds(place, path_of(place, "a"), S("one\ntwo\nthree\n"));
    (void)writer_begin(writer, path, S("anew"));
    (void)last_report(writer);
    assert_holds(place, path_of(place, "a"), S("anew\n"));
    (void)writer_erase(writer, path);
    writer_destroy(writer);
    assert_names(place, "");
}

static void what_was_given_is_done_before_the_writer_goes(void **state) {
    Place *place = *state;
    Writer *writer = writer_create(NULL, NULL);
    for (int i = 0; i < 100; i++) {
        (void)writer_append(writer, file_in(place, "a"), S("x"));
    }
    writer_destroy(writer);
    Str bytes;
    assert_true(load(place, path_of(place, "a"), &bytes));
    assert_int_equal(bytes.len, 200);
}

static void a_whole_file_is_saved_in_turn_and_told(void **state) {
    Place *place = *state;
    Writer *writer = writer_create(NULL, NULL);
    (void)writer_append(writer, file_in(place, "a"), S("line"));
    assert_int_equal(writer_save(writer, file_in(place, "a"), S("whole")), 2);
    WriterReport report = last_report(writer);
    assert_int_equal(report.kind, WRITER_SAVE);
    assert_true(report.done);
    assert_holds(place, path_of(place, "a"), S("whole"));
    (void)writer_save(writer, file_in(place, "no/such/folder"), S("x"));
    report = last_report(writer);
    assert_int_equal(report.ticket, 3);
    assert_false(report.done);
    assert_int_not_equal(report.error.code, ERROR_NONE);
    writer_destroy(writer);
}

static void a_new_file_takes_the_first_name_that_nothing_has(void **state) {
    Place *place = *state;
    Writer *writer = writer_create(NULL, NULL);
    for (int32_t i = 1; i <= 3; i++) {
        (void)writer_save_new(writer, file_in(place, "a.html"), str_format(&place->arena, "%d", i));
        WriterReport report = last_report(writer);
        assert_true(report.done);
        assert_int_equal(report.kind, WRITER_SAVE_NEW);
        assert_int_equal(report.number, i);
    }
    writer_destroy(writer);
    assert_holds(place, path_of(place, "a.html"), S("1"));
    assert_holds(place, path_of(place, "a (3).html"), S("3"));
    assert_names(place, "a (2).html a (3).html a.html");
}

static void a_torn_line_goes_before_the_next_comes(void **state) {
    Place *place = *state;
    Writer *writer = writer_create(NULL, NULL);
    StrBuilder bytes = {.arena = &place->arena};
    str_add(&bytes, S("whole\n"));
    for (int i = 0; i < 10000; i++) {
        str_add_char(&bytes, 't');
    }
    (void)write_file(place, "a", str_built(&bytes));
    (void)writer_append(writer, file_in(place, "a"), S("next"));
    writer_destroy(writer);
    assert_holds(place, path_of(place, "a"), S("whole\nnext\n"));
}

static void each_broken_file_keeps_its_own_reason(void **state) {
    Place *place = *state;
    Writer *writer = writer_create(NULL, NULL);
    assert_true(file_make_folder(file_in(place, "folder"), &place->error));
    (void)writer_append(writer, file_in(place, "folder"), S("x"));
    ErrorCode first = last_report(writer).error.code;
    (void)writer_append(writer, file_in(place, "nowhere/a"), S("x"));
    assert_int_equal(last_report(writer).error.code, ERROR_NOT_FOUND);
    assert_int_not_equal(first, ERROR_NOT_FOUND);
    (void)writer_append(writer, file_in(place, "folder"), S("y"));
    assert_int_equal(last_report(writer).error.code, first);
    assert_int_equal(rmdir(path_of(place, "folder")), 0);
    (void)writer_begin(writer, file_in(place, "folder"), S("anew"));
    assert_true(last_report(writer).done);
    (void)writer_append(writer, file_in(place, "nowhere/a"), S("y"));
    assert_int_equal(last_report(writer).error.code, ERROR_NOT_FOUND);
    writer_destroy(writer);
}

static void once_there_is_room_again_what_waited_is_written_first(void **state) {
    Place *place = *state;
    Writer *writer = writer_create(NULL, NULL);
    char *folder = path_of(place, "folder");
    (void)writer_append(writer, file_in(place, "folder/a"), S("one"));
    assert_false(last_report(writer).done);
    (void)writer_begin(writer, file_in(place, "folder/b"), S("first"));
    assert_false(last_report(writer).done);
    (void)writer_begin(writer, file_in(place, "folder/b"), S("anew"));
    assert_false(last_report(writer).done);
    (void)writer_append(writer, file_in(place, "folder/a"), S("two"));
    assert_false(last_report(writer).done);
    assert_true(file_make_folder(str_from_c(folder), &place->error));
    (void)write_file(place, "folder/b", S("of another run\n"));
    (void)writer_append(writer, file_in(place, "folder/b"), S("next"));
    assert_true(last_report(writer).done);
    (void)writer_append(writer, file_in(place, "folder/a"), S("three"));
    assert_true(last_report(writer).done);
    (void)writer_append(writer, file_in(place, "folder/a"), S("four"));
    assert_true(last_report(writer).done);
    writer_destroy(writer);
    assert_holds(place, path_of(place, "folder/a"), S("one\ntwo\nthree\nfour\n"));
    assert_holds(place, path_of(place, "folder/b"), S("anew\nnext\n"));
    assert_int_equal(remove(path_of(place, "folder/a")), 0);
    assert_int_equal(remove(path_of(place, "folder/b")), 0);
    assert_int_equal(rmdir(folder), 0);
}

typedef struct {
    const char *path;
    bool file_was_there, refuses;
} Job;

static bool look(void *context, Error *error) {
    Job *job = context;
    job->file_was_there = file_exists(str_from_c(job->path));
    return job->refuses ? error_set(error, ERROR_DISK_FULL, 0, str_from_c(job->path)) : true;
}

static void a_job_runs_in_its_turn_and_says_what_became_of_it(void **state) {
    Place *place = *state;
    Writer *writer = writer_create(NULL, NULL);
    Job first = {.path = path_of(place, "a")}, second = {.path = path_of(place, "a"), .refuses = true};
    (void)writer_run(writer, look, &first);
    (void)writer_append(writer, file_in(place, "a"), S("x"));
    int64_t ticket = writer_run(writer, look, &second);
    WriterReport report = last_report(writer);
    assert_int_equal(report.kind, WRITER_RUN);
    assert_int_equal(report.ticket, ticket);
    assert_false(report.done);
    assert_int_equal(report.error.code, ERROR_DISK_FULL);
    assert_false(first.file_was_there);
    assert_true(second.file_was_there);
    writer_destroy(writer);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_stand_in_the_order_in_which_they_were_given, begin, end),
        cmocka_unit_test_setup_teardown(what_was_given_is_done_before_the_writer_goes, begin, end),
        cmocka_unit_test_setup_teardown(a_whole_file_is_saved_in_turn_and_told, begin, end),
        cmocka_unit_test_setup_teardown(a_new_file_takes_the_first_name_that_nothing_has, begin, end),
        cmocka_unit_test_setup_teardown(a_torn_line_goes_before_the_next_comes, begin, end),
        cmocka_unit_test_setup_teardown(each_broken_file_keeps_its_own_reason, begin, end),
        cmocka_unit_test_setup_teardown(a_job_runs_in_its_turn_and_says_what_became_of_it, begin, end),
        cmocka_unit_test_setup_teardown(once_there_is_room_again_what_waited_is_written_first, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
