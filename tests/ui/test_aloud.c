#include "ui/aloud.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void what_is_closed_already_gets_no_comma(void **state) {
    (void)state;
    Arena arena = {0};
    StrBuilder line = {.arena = &arena};
    aloud_add(&line, (Str){0});
    aloud_add(&line, S("Wait here."));
    aloud_add(&line, S("chosen"));
    aloud_add(&line, S("2 of 3"));
    assert_true(str_equal(str_built(&line), S("Wait here. chosen, 2 of 3")));
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_closed_already_gets_no_comma),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
