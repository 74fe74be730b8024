#include "scenario/drawable.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

// Notes on a text, one after the other: "M" or "R" and the part.
static void tells(const char *text, const char *expected, int line) {
    Arena arena = {0};
    StrBuilder out = {.arena = &arena};
    Str str = str_from_c(text);
    DrawableNote note = {0};
    while (note = drawable_find(str, note.to), note.fault != DRAWABLE_FINE) {
        str_addf(&out, "%s%c:%.*s", out.count > 0 ? "|" : "", note.fault == DRAWABLE_MISSING ? 'M' : 'R',
                 S_ARG(str_slice(str, note.from, note.to)));
    }
    if (!str_equal(str_built(&out), str_from_c(expected))) {
        fail_msg("line %d: %.*s", line, S_ARG(str_built(&out)));
    }
    arena_finish(&arena);
}

#define TELLS(text, expected) tells((text), (expected), __LINE__)

static void what_the_fonts_have_is_fine(void **state) {
    (void)state;
    TELLS("", "");
    TELLS("« L’œuvre » : 20\u202F000\u00A0€, déjà… — “ŷ” ‰ ✓ → 5 ≤ 6", "");
    TELLS("Привет, Γειά σου, Բարեւ", "");
    TELLS("x\u00ADy\u200Bz\u2060\uFE0F e\u0301", "");
}

static void what_no_font_has_is_told_as_one_run(void **state) {
    (void)state;
    TELLS("Il lit 您好, puis 再见 seul.", "M:您好|M:再见");
    TELLS("您好 नमस्ते", "M:您好 नमस्ते");
    TELLS("Bravo 👍🏽 !", "M:👍🏽");
    TELLS("\uE123", "M:\uE123");
}

static void a_sign_of_several_characters_is_told_whole(void **state) {
    (void)state;
    TELLS("Un doigt ☝🏽 et 1️⃣ appel", "M:☝🏽|M:1️⃣");
    TELLS("a ❤️ puis ❤️‍☂ et 🏴‍☠️.", "M:❤️‍☂|M:🏴‍☠️");
    TELLS("🇫🇷 ou 👨‍👩‍👧 !", "M:🇫🇷|M:👨‍👩‍👧");
    TELLS("👍🏽 ☝🏽 fin", "M:👍🏽 ☝🏽");
    TELLS("x‍y م‍م", "R:م‍م");
}

static void what_runs_from_the_right_is_told(void **state) {
    (void)state;
    TELLS("Elle dit : مرحبا، أنا. Puis שלום", "R:مرحبا، أنا|R:שלום");
    TELLS("مرحبا 您", "R:مرحبا|M:您");
    TELLS("ܫܠܡܐ", "M:ܫܠܡܐ"); // Syriac: no shipped font has it
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_the_fonts_have_is_fine),
        cmocka_unit_test(what_no_font_has_is_told_as_one_run),
        cmocka_unit_test(a_sign_of_several_characters_is_told_whole),
        cmocka_unit_test(what_runs_from_the_right_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
