#include "session/log.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void assert_text(Str actual, const char *expected) {
    if (!str_equal(actual, str_from_c(expected))) {
        fail_msg("“%.*s”, not “%s”", S_ARG(actual), expected);
    }
}

static int32_t add(Log *log, Arena *scratch, Str kind, Str words) {
    LogLine line = {.seq = log_next(log), .at_ms = 70, .kind = kind};
    JsonWriter writer = log_begin_line(scratch, &line);
    json_write_member_text(&writer, S("words"), words);
    json_end(&writer);
    line.text = json_written(&writer);
    log_append(log, &line);
    return line.seq;
}

static void each_line_has_the_number_after_the_last_whoever_writes_it(void **state) {
    (void)state;
    Arena arena = {0};
    Arena scratch = {0};
    Log log = {.arena = &arena};
    assert_int_equal(add(&log, &scratch, S("vote"), S("é")), 1);
    log_append(&log, &(LogLine){.seq = 40, .kind = S("x"), .text = S("{…}")});
    assert_int_equal(add(&log, &scratch, S("sentence"), S("b")), 41);
    arena_finish(&scratch); // texts are the log's own
    assert_text(log.lines.rows[0].text, "{\"seq\": 1, \"at_ms\": 70, \"kind\": \"vote\", \"words\": \"é\"}");
    assert_text(log.lines.rows[1].text, "{…}");
    assert_text(log.lines.rows[2].kind, "sentence");
    arena_finish(&arena);
}

static void a_line_is_read_back(void **state) {
    (void)state;
    Arena arena = {0};
    Log log = {.arena = &arena};
    LogReading reading;
    (void)add(&log, &arena, S("vote"), S("a"));
    assert_true(log_open_line(&arena, log.lines.rows[0].text, &reading));
    assert_int_equal(reading.line.seq, 1);
    assert_int_equal(reading.line.at_ms, 70);
    assert_text(reading.line.kind, "vote");
    assert_text(reading.line.text, "{\"seq\": 1, \"at_ms\": 70, \"kind\": \"vote\", \"words\": \"a\"}");
    assert_text(json_text(json_member(reading.doc.root, S("words"))), "a");
    log_close_line(&reading);
    arena_finish(&arena);
}

static void what_is_no_line_of_a_log_is_refused(void **state) {
    (void)state;
    static const char *const LINES[] = {"",
                                        "7",
                                        "[]",
                                        "{}",
                                        "{\"seq\": 1",
                                        "{\"seq\": 1}",
                                        "{\"kind\": \"vote\"}",
                                        "{\"seq\": \"1\", \"kind\": \"vote\"}",
                                        "{\"seq\": -1, \"kind\": \"vote\"}",
                                        "{\"seq\": 1, \"kind\": 2}",
                                        "{\"seq\": 1, \"at_ms\": -1, \"kind\": \"vote\"}",
                                        "{\"seq\": 1, \"at_ms\": \"1\", \"kind\": \"vote\"}",
                                        "{\"seq\": 9007199254740991, \"kind\": \"vote\"}"};
    Arena arena = {0};
    for (int32_t i = 0; i < COUNT(LINES); i++) {
        LogReading reading;
        if (log_open_line(&arena, str_from_c(LINES[i]), &reading)) {
            fail_msg("%s", LINES[i]);
        }
    }
    arena_finish(&arena);
}

static void a_line_is_checked_as_it_is_opened(void **state) {
    (void)state;
    static const char *const LINES[] = {
        "{\"seq\": 7, \"at_ms\": 0, \"kind\": \"vote\"}",
        "{\"seq\": 7, \"at_ms\": 51200, \"kind\": \"vote\", \"scene\": \"a\"}",
        "{\"seq\": 0, \"at_ms\": 1, \"kind\": \"vote\"}",
        "{\"seq\": 07, \"at_ms\": 1, \"kind\": \"vote\"}",
        "{\"seq\": 7, \"at_ms\": 01, \"kind\": \"vote\"}",
        "{\"seq\": 7, \"at_ms\": , \"kind\": \"vote\"}",
        "{\"seq\": 7.5, \"at_ms\": 1, \"kind\": \"vote\"}",
        "{\"seq\": 999999999, \"at_ms\": 1, \"kind\": \"vote\"}",
        "{\"seq\": 1073741823, \"at_ms\": 1, \"kind\": \"vote\"}",
        "{\"seq\": 1073741824, \"at_ms\": 1, \"kind\": \"vote\"}",
        "{\"seq\": 7, \"at_ms\": 9007199254740992, \"kind\": \"vote\"}",
        "{\"seq\": 7, \"at_ms\": 9007199254740993, \"kind\": \"vote\"}",
        "{\"seq\": 7, \"at_ms\": 1, \"kind\": \"vote\", \"seq\": 8}",
        "{\"seq\": 7, \"at_ms\": 1, \"kind\": \"vote\"",
        "{\"seq\": 7, \"at_ms\": 1, \"kind\": \"vote\"} {}",
        "{\"seq\": 7, \"at_ms\": 1, \"kind\": 3}",
        "{\"kind\": \"vote\", \"seq\": 7}",
        "[7]",
        "",
    };
    int32_t taken = 0;
    for (int32_t i = 0; i < COUNT(LINES); i++) {
        Arena arena = {0};
        LogReading reading;
        Str line = str_from_c(LINES[i]);
        bool opened = log_open_line(&arena, line, &reading);
        assert_int_equal(log_check_line(&arena, line), opened);
        taken += opened;
        if (opened) {
            log_close_line(&reading);
        }
        arena_finish(&arena);
    }
    assert_int_equal(taken, 6);
}

static void rows_are_found_by_their_number(void **state) {
    (void)state;
    enum { MOST = 40 };
    LogLine rows[MOST];
    for (int32_t count = 0; count <= MOST; count++) {
        for (int32_t i = 0; i < count; i++) {
            rows[i] = (LogLine){.seq = 3 * i + 2};
        }
        for (int32_t number = -1; number <= 3 * count + 3; number++) {
            bool there = number % 3 == 2 && number / 3 < count;
            assert_int_equal(log_find_row(rows, count, sizeof *rows, number), there ? number / 3 : -1);
        }
    }
    assert_int_equal(log_find_row(NULL, 0, sizeof *rows, 1), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_line_has_the_number_after_the_last_whoever_writes_it),
        cmocka_unit_test(a_line_is_read_back),
        cmocka_unit_test(what_is_no_line_of_a_log_is_refused),
        cmocka_unit_test(a_line_is_checked_as_it_is_opened),
        cmocka_unit_test(rows_are_found_by_their_number),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
