#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/error.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static void setting_an_error_fills_it_and_gives_false(void **state) {
    (void)state;
    Error error = {0};
    assert_false(error_set(&error, ERROR_DISK_FULL, ENOSPC, S("a/b.json")));
    assert_int_equal(error.code, ERROR_DISK_FULL);
    assert_int_equal(error.system, ENOSPC);
    assert_string_equal(error.path, "a/b.json");
    assert_false(error_set(&error, ERROR_TOO_LARGE, 0, (Str){0}));
    assert_string_equal(error.path, "");
}

static void an_error_that_nobody_wants_is_dropped(void **state) {
    (void)state;
    assert_false(error_set(NULL, ERROR_SYSTEM, EIO, S("x")));
}

static void a_path_that_just_fits_is_whole(void **state) {
    (void)state;
    char path[sizeof((Error *)0)->path];
    memset(path, 'a', sizeof path);
    Error error;
    error_set(&error, ERROR_SYSTEM, 0, (Str){path, (ptrdiff_t)sizeof path - 1});
    assert_int_equal(strlen(error.path), sizeof path - 1);
    assert_memory_equal(error.path, path, sizeof path - 1);
}

// "é" is two bytes: cutting at every length must never leave half of one.
static void a_long_path_keeps_its_end_and_whole_characters(void **state) {
    (void)state;
    char path[2000];
    for (size_t i = 0; i < sizeof path; i++) {
        path[i] = "é"[i % 2];
    }
    for (ptrdiff_t tail = 0; tail < 8; tail++) {
        Arena arena = {0};
        Str whole = str_format(&arena, "%.*s%.*s", (int)sizeof path, path, (int)tail, "nom.json");
        Error error;
        error_set(&error, ERROR_SYSTEM, 0, whole);
        Str kept = str_from_c(error.path);
        assert_true(kept.len > (ptrdiff_t)sizeof error.path - 4);
        assert_true(str_begins(kept, S("…é")));
        assert_true(str_ends(whole, str_slice(kept, S("…").len, kept.len)));
        arena_finish(&arena);
    }
}

typedef struct {
    int status;
    char said[300];
} Ending;

static Ending ending_of(void (*call)(void)) {
    Ending ending = {0};
    int pipes[2];
    assert_int_equal(pipe(pipes), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        dup2(pipes[1], STDERR_FILENO);
        call();
        _exit(0);
    }
    close(pipes[1]);
    assert_true(read(pipes[0], ending.said, sizeof ending.said - 1) > 0);
    close(pipes[0]);
    assert_int_equal(waitpid(child, &ending.status, 0), child);
    return ending;
}

static void break_a_promise(void) {
    ASSERT(1 + 1 == 3);
}

static void a_broken_assertion_says_where_and_aborts(void **state) {
    (void)state;
    Ending ending = ending_of(break_a_promise);
    assert_true(WIFSIGNALED(ending.status));
    assert_int_equal(WTERMSIG(ending.status), SIGABRT);
    assert_non_null(strstr(ending.said, "test_error.c:"));
    assert_non_null(strstr(ending.said, ": 1 + 1 == 3\n"));
}

static void run_out_of_memory(void) {
    error_out_of_memory();
}

static void running_out_of_memory_is_one_line_and_status_3(void **state) {
    (void)state;
    Ending ending = ending_of(run_out_of_memory);
    assert_true(WIFEXITED(ending.status));
    assert_int_equal(WEXITSTATUS(ending.status), 3);
    assert_non_null(strstr(ending.said, "out of memory"));
    assert_ptr_equal(strchr(ending.said, '\n'), ending.said + strlen(ending.said) - 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(setting_an_error_fills_it_and_gives_false),
        cmocka_unit_test(an_error_that_nobody_wants_is_dropped),
        cmocka_unit_test(a_path_that_just_fits_is_whole),
        cmocka_unit_test(a_long_path_keeps_its_end_and_whole_characters),
        cmocka_unit_test(a_broken_assertion_says_where_and_aborts),
        cmocka_unit_test(running_out_of_memory_is_one_line_and_status_3),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
