// The writer where the system refuses, fills up, or ends it.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/writer_place.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

static void what_is_written_is_for_this_account_alone(void **state) {
    Place *place = *state;
    struct stat about;
    Writer *writer = writer_create(NULL, NULL);
    assert_int_equal(writer_begin(writer, file_in(place, "a"), S("one")), 1);
    writer_destroy(writer);
    assert_int_equal(stat(path_of(place, "a"), &about), 0);
    assert_int_equal(about.st_mode & 0777, 0600);
}

static void links_folders_and_missing_folders_are_refused(void **state) {
    Place *place = *state;
    Writer *writer = writer_create(NULL, NULL);
    char *kept = write_file(place, "kept", S("kept\n"));
    assert_int_equal(symlink(kept, path_of(place, "link")), 0);
    (void)writer_append(writer, file_in(place, "link"), S("x"));
    assert_false(last_report(writer).done);
    assert_holds(place, kept, S("kept\n"));
    (void)writer_append(writer, place->folder, S("x"));
    assert_false(last_report(writer).done);
    (void)writer_append(writer, file_in(place, "no/such"), S("x"));
    WriterReport report = last_report(writer);
    assert_false(report.done);
    assert_int_equal(report.error.code, ERROR_NOT_FOUND);
    writer_destroy(writer);
}

static void wake(void *context) {
    (void)!write(*(int *)context, "w", 1);
}

static void whoever_waits_is_woken_for_each_report(void **state) {
    Place *place = *state;
    int ends[2];
    char bytes[2];
    assert_int_equal(pipe(ends), 0);
    Writer *writer = writer_create(wake, &ends[1]);
    (void)writer_append(writer, file_in(place, "a"), S("x"));
    (void)writer_append(writer, file_in(place, "a"), S("y"));
    assert_int_equal(read(ends[0], bytes, 1), 1);
    assert_int_equal(read(ends[0], bytes, 1), 1);
    writer_destroy(writer);
    close(ends[0]);
    close(ends[1]);
}

// A full disk, made with a limit on the size of files.
static void when_the_disk_is_full_what_was_whole_stays_and_nothing_comes_behind_the_gap(void **state) {
    Place *place = *state;
    enum { ROOM = 64 };
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    assert_true(signal(SIGXFSZ, SIG_IGN) != SIG_ERR);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &(struct rlimit){ROOM, before.rlim_max}), 0);
    Writer *writer = writer_create(NULL, NULL);
    StrBuilder longest = {.arena = &place->arena};
    for (int i = 0; i < ROOM; i++) {
        str_add_char(&longest, 'l');
    }
    (void)writer_append(writer, file_in(place, "a"), S("first"));
    assert_true(last_report(writer).done);
    (void)writer_append(writer, file_in(place, "a"), str_built(&longest));
    assert_false(last_report(writer).done);
    (void)writer_append(writer, file_in(place, "a"), S("small"));
    assert_false(last_report(writer).done);
    (void)writer_append(writer, file_in(place, "b"), S("small"));
    assert_true(last_report(writer).done);
    assert_holds(place, path_of(place, "a"), S("first\n"));
    (void)writer_begin(writer, file_in(place, "a"), S("anew"));
    assert_true(last_report(writer).done);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    writer_destroy(writer);
    assert_holds(place, path_of(place, "a"), S("anew\n"));
}

// Appends lines "FIRST", "FIRST + 1"… and tells the pipe of each that is on the disk, until it is killed.
static _Noreturn void write_for_ever(Str path, int out, int32_t first) {
    Arena arena = {0};
    Writer *writer = writer_create(NULL, NULL);
    for (int32_t i = first;; i++) {
        ArenaMark mark = arena_mark(&arena);
        WriterReport report = {0};
        (void)writer_append(writer, path, str_format(&arena, "%d and what stands behind the number", i));
        writer_wait(writer);
        if (!writer_take_report(writer, &report) || !report.done || write(out, &i, sizeof i) != (ssize_t)sizeof i) {
            _exit(1);
        }
        arena_rewind(&arena, mark);
    }
}

// The number of whole lines, which must count from 1.
static int32_t count_lines(Place *place, const char *path) {
    ArenaMark mark = arena_mark(&place->arena);
    Str bytes = {0};
    (void)load(place, path, &bytes);
    int32_t count = 0;
    while (str_find(bytes, S("\n")) >= 0) {
        int32_t number = 0;
        Str line = str_cut(&bytes, '\n');
        assert_true(str_to_int(str_cut(&line, ' '), &number));
        assert_int_equal(number, ++count);
        assert_str(line, S("and what stands behind the number"));
    }
    arena_rewind(&place->arena, mark);
    return count;
}

static void what_was_reported_survives_being_killed(void **state) {
    Place *place = *state;
    enum { KILLS = 60 };
    char *path = path_of(place, "killed");
    int32_t lines = 0;
    for (int i = 0; i < KILLS; i++) {
        int ends[2];
        int32_t reported = lines;
        int32_t number = 0;
        assert_int_equal(pipe(ends), 0);
        pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            write_for_ever(str_from_c(path), ends[1], lines + 1);
        }
        close(ends[1]);
        nanosleep(&(struct timespec){.tv_nsec = 2000000 + i * 150000L}, NULL);
        assert_int_equal(kill(child, SIGKILL), 0);
        assert_int_equal(waitpid(child, NULL, 0), child);
        while (read(ends[0], &number, sizeof number) == (ssize_t)sizeof number) {
            reported = number;
        }
        close(ends[0]);
        lines = count_lines(place, path);
        assert_true(lines >= reported);
    }
    assert_true(lines >= KILLS); // or it proved nothing
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_written_is_for_this_account_alone, begin, end),
        cmocka_unit_test_setup_teardown(links_folders_and_missing_folders_are_refused, begin, end),
        cmocka_unit_test_setup_teardown(whoever_waits_is_woken_for_each_report, begin, end),
        cmocka_unit_test_setup_teardown(when_the_disk_is_full_what_was_whole_stays_and_nothing_comes_behind_the_gap,
                                        begin, end),
        cmocka_unit_test_setup_teardown(what_was_reported_survives_being_killed, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
