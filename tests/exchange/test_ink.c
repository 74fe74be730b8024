// Cases as ink: nothing of a text is read as a sign of ink, and what could not be written is told. That inkjs compiles
// and plays what is written is judged by tests/judges.sh.
#include "exchange/exchange_desk.h"

#include <string.h>

enum { CASES = 150, SEED = 57 };

// A line that is code, or begins with a mark of ink.
static bool is_code(Str line) {
    static const Str MARKS[] = {S_INIT("VAR "), S_INIT("~ "),   S_INIT("{ "), S_INIT("{"), S_INIT("}"),
                                S_INIT("-> "),  S_INIT("=== "), S_INIT("- "), S_INIT("# ")};
    for (int32_t i = 0; i < COUNT(MARKS); i++) {
        if (str_begins(line, MARKS[i])) {
            return true;
        }
    }
    return line.len == 0;
}

static bool is_bare(Str line, ptrdiff_t at) {
    Str rest = str_slice(line, at, line.len);
    return strchr("{}|#[]<", line.text[at]) || str_begins(rest, S("->")) || str_begins(rest, S("//")) ||
           str_begins(rest, S("/*")) || (at == 0 && strchr("*+-=~", line.text[at]));
}

// A text, or what stands between the brackets of a choice: every sign of ink in it has its backslash.
static void assert_protected(Str line) {
    if (str_begins(line, S("+ "))) {
        line = str_slice(line, str_find(line, S("[")) + 1, line.len - 1);
    }
    for (ptrdiff_t at = 0; at < line.len; at++) {
        if (line.text[at] == '\\') {
            at++;
        } else if (is_bare(line, at)) {
            print_error("bare sign at %d of %.*s\n", (int)at, S_ARG(line));
            assert_true(false);
        }
    }
}

static void try_bank(Desk *desk, Dice *dice, int32_t seed) {
    (void)seed;
    Bank bank = {.arena = &desk->arena};
    LossReport written;
    dice_bank(dice, &bank, 5);
    Str ink = desk_export(desk, desk_write_bank(desk, &bank, S("fr")), EXCHANGE_INK, &written);
    while (ink.len > 0) {
        Str line = str_trim(str_cut(&ink, '\n'));
        if (!is_code(line)) {
            assert_protected(line);
        }
    }
}

static void no_sign_of_a_text_means_anything(void **state) {
    (void)state;
    desk_try(CASES, SEED, try_bank);
}

static bool holds(Str ink, const char *line) {
    bool found = str_find(ink, str_from_c(line)) >= 0;
    if (!found) {
        print_error("no “%s” in\n%.*s\n", line, S_ARG(ink));
    }
    return found;
}

#define HEAD                                                                                                              \
    "{\"format\": 1, \"id\": \"x\", \"kind\": \"scenario\", \"language\": \"fr\", \"title\": \"x\", \"summary\": \"x\", " \
    "\"theme\": \"accueil\", \"minutes\": {\"alone\": 1, \"group\": 1}, \"competencies\": [\"eco\"], "

// What ink would take for a list, for a word of its own or for a name that is taken.
static void names_and_brackets_mean_the_same(void **state) {
    (void)state;
    static const Str CASE =
        S_INIT(HEAD "\"gauges\": [{\"id\": \"mod\", \"name\": \"m\", \"start\": 1}], \"facts\": [{\"id\": \"vu\"}], "
                    "\"start\": \"a-b\", \"scenes\": [{\"id\": \"a-b\", \"lines\": ["
                    "{\"text\": \"1\", \"if\": \"(vu)\"}, {\"text\": \"2\", \"if\": \"not vu and ((mod)) = 1\"}, "
                    "{\"text\": \"3\", \"if\": \"not mod >= 1 or not (vu or mod = -2)\"}], \"next\": \"vu\"}, "
                    "{\"id\": \"vu\", \"ending\": {\"title\": \"x\", \"text\": \"x\"}}]}");
    Desk desk;
    desk_open(&desk);
    LossReport written;
    Str ink = desk_export(&desk, CASE, EXCHANGE_INK, &written);
    assert_true(holds(ink, "VAR V_mod = 1") && holds(ink, "\n-> a_b\n") && holds(ink, "=== S_vu\n"));
    assert_true(holds(ink, "{  vu:") && holds(ink, "{ not  vu and "));
    assert_true(holds(ink, "not (V_mod >= 1) or not ("));
    assert_int_equal(written.counts[CONSTRUCT_CONDITION].became[BECAME_CONVERTED], 3);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_sign_of_a_text_means_anything),
        cmocka_unit_test(names_and_brackets_mean_the_same),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
