// Files that are cut short, and files of which some bytes became others: whatever they are, reading them ends well.
#include "bad_input.h"

#include "property.h"

#include "base/random.h"

#include <stdio.h>

enum { CHANGES = 1000, MOST_AT_ONCE = 4, SHIPPED_STEP = 17 };

// Cut before each `step`-th byte. No case is whole before its last brace.
static void cut(Desk *desk, const char *path, ptrdiff_t step) {
    Str whole = load_case(desk, path);
    ptrdiff_t end = str_trim(whole).len;
    for (ptrdiff_t len = 0; len < end; len += step) {
        Verdict verdict = judge(desk, str_slice(whole, 0, len));
        assert_int_equal(verdict.count[FINDING_BAD_JSON] + verdict.count[FINDING_NOT_UTF8], 1);
    }
    assert_int_equal(judge(desk, str_slice(whole, 0, end)).errors, 0);
}

static void a_small_case_is_cut_at_every_byte(void **state) {
    cut(*state, "data/cases/two-words.json", 1);
}

static void a_case_of_every_key_is_cut_at_every_byte(void **state) {
    cut(*state, "schema/complete.json", 1);
}

// At every byte in the long regimen.
static void shipped_cases_are_cut_in_many_places(void **state) {
    ptrdiff_t step = property_factor() > 1 ? 1 : SHIPPED_STEP;
    cut(*state, "../scenarios/fr/s01-faire-faire-avec-laisser-faire.json", step);
    cut(*state, "../scenarios/fr/s02-ca-fait-trois-fois.json", step);
}

// Bytes that mean something to JSON, to UTF-8 or to a condition come more often than others.
static char draw_byte(Random *random) {
    static const char TELLING[] = "{}[]\",:\\u0019-+eE.ntf\xEF\xBB\xBF\xC2\xA0\xED\xA0\x80*()=<>!a";
    int32_t count = (int32_t)sizeof TELLING - 1;
    return (char)(random_below(random, 3) > 0 ? TELLING[random_below(random, count)] : random_below(random, 256));
}

static bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

// Mostly a letter for a letter and a digit for a digit, which leave the file JSON and its words and links wrong.
static void change(Random *random, char *bytes, int32_t len) {
    int32_t count = 1 + random_below(random, MOST_AT_ONCE);
    bool plainly = random_below(random, 4) > 0;
    while (count > 0) {
        char *byte = &bytes[random_below(random, len)];
        if (!plainly) {
            *byte = draw_byte(random);
        } else if (is_letter(*byte)) {
            *byte = (char)('a' + random_below(random, 26));
        } else if (*byte >= '1' && *byte <= '9') {
            *byte = (char)('1' + random_below(random, 9));
        } else {
            continue;
        }
        count--;
    }
}

static void bytes_that_became_others_harm_nothing(void **state) {
    static const char *const PATHS[] = {"data/cases/two-words.json", "schema/complete.json",
                                        "data/cases/dossier-vert.json"};
    Desk *desk = *state;
    for (int32_t seed = 1; seed <= CHANGES * property_factor(); seed++) {
        Random random = random_from_seed((uint64_t)seed);
        ArenaMark mark = arena_mark(&desk->lasting);
        Str whole = load_case(desk, PATHS[seed % 3]);
        Str bytes = str_copy(&desk->lasting, whole);
        fprintf(stderr, "seed %d\n", seed); // the last one tells where it ended
        change(&random, (char *)bytes.text, (int32_t)bytes.len);
        (void)judge(desk, bytes);
        arena_rewind(&desk->lasting, mark);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_small_case_is_cut_at_every_byte, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(a_case_of_every_key_is_cut_at_every_byte, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(shipped_cases_are_cut_in_many_places, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(bytes_that_became_others_harm_nothing, open_desk, close_desk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
