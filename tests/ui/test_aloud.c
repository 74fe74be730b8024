#include "ui/aloud.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
    Str shown, said;
} TEXTS[] = {
    {S_INIT("▲ Trust: slight rise"), S_INIT("Trust: slight rise")},
    {S_INIT("‹ Situations"), S_INIT("Situations")},
    {S_INIT("15 min · 5 decisions"), S_INIT("15 min, 5 decisions")},
    {S_INIT("3 × 4"), S_INIT("3 times 4")},
    {S_INIT("× 2"), S_INIT("2 times")},
    {S_INIT("−3"), S_INIT("minus 3")},
    {S_INIT("from –3 on"), S_INIT("from minus 3 on")},
    {S_INIT("5–8 decisions"), S_INIT("5–8 decisions")},
    {S_INIT("He left – at last"), S_INIT("He left – at last")},
    {S_INIT("54 / 600"), S_INIT("54 out of 600")},
    {S_INIT("3/4"), S_INIT("3 out of 4")},
    {S_INIT("27/11/2026"), S_INIT("27/11/2026")},
    {S_INIT("and/or"), S_INIT("and/or")},
    {S_INIT("/"), S_INIT("/")},
    {S_INIT("↑, Go up"), S_INIT("up arrow, Go up")},
    {S_INIT("✓"), S_INIT("")},
    {S_INIT("Élément"), S_INIT("Élément")},
    {S_INIT(""), S_INIT("")},
};

static void signs_become_words_or_are_left_out(void **state) {
    (void)state;
    Arena arena = {0};
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        Str said = aloud_text(&arena, NULL, TEXTS[i].shown);
        if (!str_equal(said, TEXTS[i].said)) {
            fail_msg("“%.*s” is said as “%.*s”", S_ARG(TEXTS[i].shown), S_ARG(said));
        }
    }
    arena_finish(&arena);
}

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
        cmocka_unit_test(signs_become_words_or_are_left_out),
        cmocka_unit_test(what_is_closed_already_gets_no_comma),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
