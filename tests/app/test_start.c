// What a program with a window makes of its command line.
#include "app/start.h"

#include "session/small_case.h"

enum { MOST = 9 };

static bool reads(const char *number) {
    static const StartOption OWN[] = {{.spec = {S_INIT("present"), OPTIONS_INT, 0}, .most = MOST}};
    static const StartProgram PROGRAM = {.name = S_INIT("palabre"), .options = OWN, .option_count = COUNT(OWN)};
    Start start = {.program = &PROGRAM};
    Str arguments[] = {S("--present"), str_from_c(number)}, complaint = {0};
    bool fine = start_read(&start, arguments, COUNT(arguments), &complaint);
    assert_int_equal(fine, complaint.len == 0);
    arena_finish(&start.arena);
    return fine;
}

static void a_number_out_of_its_bounds_is_refused_with_a_sentence(void **state) {
    (void)state;
    static const char *const REFUSED[] = {"0", "-3", "10", "many", "5000000000", ""};
    for (int32_t i = 0; i < COUNT(REFUSED); i++) {
        assert_false(reads(REFUSED[i]));
    }
    assert_true(reads("1"));
    assert_true(reads("9"));
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(a_number_out_of_its_bounds_is_refused_with_a_sentence)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
