#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/system.h"

#include "base/date.h"
#include "base/path.h"
#include "file_place.h"

#include <sys/stat.h>
#include <time.h>

static void what_comes_with_a_program_is_found_installed_before_it_is_found_beside_it(void **state) {
    Place *place = *state;
    char *beside = path_of(place, "bin/fonts"), *installed = path_of(place, "share/palabre/fonts");
    Str program = str_from_c(path_of(place, "bin/program"));
    Str shared = str_from_c(path_of(place, "bin/../share/palabre/fonts"));
    assert_true(file_make_folder(str_from_c(beside), &place->error));
    assert_str(system_find_shipped(&place->arena, program, S("fonts")), str_from_c(beside));
    assert_str(system_find_shipped(&place->arena, program, S("scenarios")),
               str_from_c(path_of(place, "bin/../share/palabre/scenarios"))); // nowhere: where it should be
    assert_true(file_make_folder(str_from_c(installed), &place->error));
    assert_str(system_find_shipped(&place->arena, program, S("fonts")), shared);
    const char *const made[] = {"bin/fonts", "bin", "share/palabre/fonts", "share/palabre", "share"};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(rmdir(path_of(place, made[i])), 0);
    }
}

static void a_variable_is_read_unless_it_is_no_text(void **state) {
    Place *place = *state;
    setenv("PALABRE_TEST", "é", 1);
    assert_str(system_environment(&place->arena, S("PALABRE_TEST")), S("é"));
    setenv("PALABRE_TEST", "\xC3", 1);
    assert_int_equal(system_environment(&place->arena, S("PALABRE_TEST")).len, 0);
    unsetenv("PALABRE_TEST");
    assert_int_equal(system_environment(&place->arena, S("PALABRE_TEST")).len, 0);
}

static void a_command_is_where_a_shell_finds_it(void **state) {
    Place *place = *state;
    char *command = write_file(place, "command", S("#!/bin/sh"));
    assert_int_equal(chmod(command, 0700), 0);
    (void)write_file(place, "text", S("not to be run"));
    Str folders = str_format(&place->arena, "/no/such:%.*s", S_ARG(path_folder(str_from_c(command))));
    assert_true(str_equal(system_find_command(&place->arena, S("command"), folders), str_from_c(command)));
    assert_true(str_equal(system_find_command(&place->arena, S("text"), folders), S("text")));
    assert_true(str_equal(system_find_command(&place->arena, S("./command"), folders), S("./command")));
    assert_true(str_equal(system_find_command(&place->arena, S("command"), (Str){0}), S("command")));
}

static int32_t today_in(Place *place, const char *zone) {
    setenv("TZ", zone, 1);
    int32_t days = date_days(system_today(&place->arena));
    unsetenv("TZ");
    return days;
}

// More than a day lies between these two zones, so that it is never the same one in both.
static void today_is_the_day_where_the_person_is(void **state) {
    Place *place = *state;
    int32_t east = today_in(place, "<+14>-14"), west = today_in(place, "<-12>+12");
    assert_true(west > 0);
    assert_in_range(east - west, 1, 2);
}

static void only_a_path_from_the_root_is_absolute(void **state) {
    (void)state;
    assert_true(path_is_absolute(S("/")) && path_is_absolute(S("/a")));
    assert_false(path_is_absolute(S("a/b")) || path_is_absolute(S("./a")) || path_is_absolute(S("")));
}

static void a_path_is_told_from_home_on_and_read_as_it_is_written(void **state) {
    Place *place = *state;
    assert_str(path_tell(&place->arena, S("/home/a/b.json"), S("/home/a")), S("~/b.json"));
    assert_str(path_tell(&place->arena, S("/home/a"), S("/home/a")), S("~"));
    assert_str(path_tell(&place->arena, S("/home/ab"), S("/home/a")), S("/home/ab"));
    assert_str(path_tell(&place->arena, S("/home/a"), (Str){0}), S("/home/a"));
    assert_str(path_tell(&place->arena, S("/a"), S("/")), S("/a"));
    assert_str(path_read(&place->arena, S("a\\\"b\".json")), S("a\\\"b\".json")); // signs of a name here
}

static void processor_time_is_what_was_worked_not_what_was_waited(void **state) {
    (void)state;
    int64_t before = system_cpu_us(), now = before;
    while (now < before + 1000) {
        now = system_cpu_us();
    }
    assert_true(before >= 0);
}

// Another program may take its turn between two looks, but not each time.
static void a_clock_tells_what_takes_less_than_a_millisecond(void **state) {
    (void)state;
    int64_t least = INT64_MAX;
    for (int32_t i = 0; i < 1000; i++) {
        int64_t before = system_clock_us(), now = before;
        while (now == before) {
            now = system_clock_us();
        }
        least = now - before < least ? now - before : least;
    }
    assert_in_range(least, 1, 999);
}

static void data_is_kept_where_the_account_says(void **state) {
    Place *place = *state;
    assert_int_equal(setenv("HOME", "/home/a", 1), 0);
    assert_int_equal(setenv("XDG_DATA_HOME", "/data", 1), 0);
    assert_str(system_data_folder(&place->arena), S("/data/palabre"));
    assert_int_equal(setenv("XDG_DATA_HOME", "no/absolute/path", 1), 0);
    assert_str(system_data_folder(&place->arena), S("/home/a/.local/share/palabre"));
    assert_int_equal(unsetenv("HOME"), 0);
    assert_int_equal(system_data_folder(&place->arena).len, 0);
}

static void a_file_beside_the_program_makes_it_portable(void **state) {
    Place *place = *state;
    Str program = str_from_c(path_of(place, "palabre"));
    assert_false(system_is_portable(&place->arena, program));
    (void)write_file(place, "portable.txt", S(""));
    assert_true(system_is_portable(&place->arena, program));
}

static void who_runs_here_can_be_told(void **state) {
    Place *place = *state;
    assert_int_equal(system_process(), getpid());
    assert_true(system_host(&place->arena).len > 0);
    Str time = system_time(&place->arena);
    assert_int_equal(time.len, 5);
    assert_int_equal(time.text[2], ':');
}

// It runs after the one that started it, so what it leaves is waited for.
static void a_program_is_started_with_its_words_and_left_alone(void **state) {
    Place *place = *state;
    char *left = path_of(place, "left");
    char *script =
        write_file(place, "palabre-other", S("#!/bin/sh\nprintf '%s|' \"$@\" >\"$2.part\" && mv \"$2.part\" \"$2\"\n"));
    assert_int_equal(chmod(script, 0700), 0);
    Str found = system_find_beside(&place->arena, str_from_c(path_of(place, "palabre")), S("palabre-other"));
    assert_str(found, str_from_c(script));
    SystemCommand command = {.program = found, .arguments = {S("a b"), str_from_c(left), S("é\"'$HOME")}, .count = 3};
    assert_true(system_start(&command));
    for (int i = 0; i < 1000 && !file_exists(str_from_c(left)); i++) {
        (void)nanosleep(&(struct timespec){.tv_nsec = 10000000}, NULL);
    }
    Str said;
    assert_true(file_load(&place->arena, str_from_c(left), 1000, &said, &place->error));
    assert_str(said, str_format(&place->arena, "a b|%s|é\"'$HOME|", left));
    command.program = str_from_c(path_of(place, "not there"));
    assert_false(system_start(&command));
    assert_int_equal(system_find_beside(&place->arena, found, S("not there")).len, 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_comes_with_a_program_is_found_installed_before_it_is_found_beside_it),
        TEST(a_variable_is_read_unless_it_is_no_text),
        TEST(a_command_is_where_a_shell_finds_it),
        TEST(today_is_the_day_where_the_person_is),
        TEST(only_a_path_from_the_root_is_absolute),
        TEST(a_path_is_told_from_home_on_and_read_as_it_is_written),
        TEST(processor_time_is_what_was_worked_not_what_was_waited),
        TEST(a_clock_tells_what_takes_less_than_a_millisecond),
        TEST(data_is_kept_where_the_account_says),
        TEST(a_file_beside_the_program_makes_it_portable),
        TEST(who_runs_here_can_be_told),
        TEST(a_program_is_started_with_its_words_and_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
