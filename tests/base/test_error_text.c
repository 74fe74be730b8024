#include "base/error_text.h"

#include "base/locale.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static Str told(Arena *arena, Str language, Error error) {
    Catalog catalog;
    locale_read_catalog(&catalog, language);
    return error_text(arena, &catalog, &error);
}

static void each_error_has_words_of_its_own_in_both_languages(void **state) {
    (void)state;
    Arena arena = {0};
    for (int code = ERROR_NOT_FOUND; code <= ERROR_SYSTEM; code++) {
        Str english = told(&arena, S("en"), (Error){.code = (ErrorCode)code});
        Str french = told(&arena, S("fr"), (Error){.code = (ErrorCode)code});
        assert_true(english.len > 0 && french.len > 0);
        assert_false(str_equal(english, french));
    }
    assert_int_equal(told(&arena, S("en"), (Error){0}).len, 0);
    arena_finish(&arena);
}

static void the_system_s_own_number_is_told_when_there_is_one(void **state) {
    (void)state;
    Arena arena = {0};
    Str text = told(&arena, S("en"), (Error){.code = ERROR_SYSTEM, .system = 5});
    assert_true(str_equal(text, S("the system refused it (error 5)")));
    text = told(&arena, S("en"), (Error){.code = ERROR_DISK_FULL, .system = 28});
    assert_true(str_equal(text, S("the disk is full")));
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_error_has_words_of_its_own_in_both_languages),
        cmocka_unit_test(the_system_s_own_number_is_told_when_there_is_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
