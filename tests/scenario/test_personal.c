#include "scenario/personal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

// `expected` is what is seen first; "" for nothing.
static void sees(const char *text, const char *expected, int line) {
    Arena arena = {0};
    Str str = str_from_c(text);
    PersonalPart part = personal_find(str, 0);
    _assert_string_equal(str_to_c(&arena, str_slice(str, part.from, part.to)), expected, __FILE__, line);
    arena_finish(&arena);
}

#define SEES(text, expected) sees((text), (expected), __LINE__)
#define SEES_NOTHING(text) sees((text), "", __LINE__)

static void telephone_numbers_are_seen(void **state) {
    (void)state;
    SEES("Son numéro est le 06 12 34 56 78.", "06 12 34 56 78");
    SEES("0241123456", "0241123456");
    SEES("Tél. 02.41.12.34.56 ou 02-41-12-34-57", "02.41.12.34.56");
    SEES("06\u202F12\u202F34\u202F56\u202F78", "06\u202F12\u202F34\u202F56\u202F78");
    SEES("06\u00A012\u00A034\u00A056\u00A078", "06\u00A012\u00A034\u00A056\u00A078");
    SEES("Appelez le +33 6 12 34 56 78 demain", "+33 6 12 34 56 78");
    SEES("+33612345678", "+33612345678");
    SEES("+33 (0)6 12 34 56 78", "+33 (0)6 12 34 56 78");
    SEES("0033 6 12 34 56 78", "0033 6 12 34 56 78");
    SEES("+33 (0) 6 12 34 56 78", "+33 (0) 6 12 34 56 78");
    SEES("(+33) 6 12 34 56 78", "+33) 6 12 34 56 78");
    SEES("00 33 (0)6.12.34.56.78", "00 33 (0)6.12.34.56.78");
}

static void numbers_that_are_nobodys_are_left_alone(void **state) {
    (void)state;
    SEES_NOTHING("Le 3114, le 15 ou le 112 ; 0 800 12 34 56 ou 08 00 12 34 56.");
    SEES_NOTHING("06 39 98 12 34, +33 1 99 00 12 34, 02 61 91 12 34, 0353011234, 04 65 71 12 34, 05 36 49 12 34");
    SEES_NOTHING("Dossier ouvert depuis 2023, 3 enfants, 20 000 euros, 12 h 30, lundi 02/03/2026.");
    SEES_NOTHING("A061234567890, 06123456789, 061 234 567 8, 06 1234");
    SEES_NOTHING("Il est né en 1984 et habite au 12 rue des Lilas.");
    SEES_NOTHING("");
}

static void mail_addresses_are_seen(void **state) {
    (void)state;
    SEES("ecrire à marie.dupont@example.org.", "marie.dupont@example.org");
    SEES("<a_b+c%d@mail-1.example.fr>", "a_b+c%d@mail-1.example.fr");
    SEES_NOTHING("@palabre, seul @ seul, a@b, a@b.c, a@.fr, @b.fr, a@");
}

static void social_security_numbers_are_seen(void **state) {
    (void)state;
    SEES("NIR 2 84 05 49 007 123 45", "2 84 05 49 007 123 45");
    SEES("184054900712345", "184054900712345");
    SEES("1 84 05 2A 007 123", "1 84 05 2A 007 123");
    SEES_NOTHING("2 84 15 49 007 123 45, 9 84 05 49 007 123, 28405490071234, 2 840 549 007 123");
}

static void account_numbers_are_seen(void **state) {
    (void)state;
    SEES("IBAN FR76 3000 6000 0112 3456 7890 189", "FR76 3000 6000 0112 3456 7890 189");
    SEES("(FR7630006000011234567890189)", "FR7630006000011234567890189");
    SEES("DE89 3704 0044 0532 0130 00 BIC", "DE89 3704 0044 0532 0130 00");
    SEES_NOTHING("FR76, QR12 3456 7890 1234 5678, AFR76 3000 6000 0112 3456 7890 189, FR76 3000");
}

static void the_next_one_is_found_after_the_last(void **state) {
    (void)state;
    Str text = S("06 12 34 56 78, puis 06 12 34 56 79");
    PersonalPart first = personal_find(text, 0);
    PersonalPart second = personal_find(text, first.to);
    assert_int_equal(second.from, 21);
    assert_int_equal(second.to, text.len);
    assert_int_equal(personal_find(text, second.to).to, 0);
}

// Each text of up to six of these ends, and what is seen lies in it: the search walks both ways from a sign.
static void the_search_ends_whatever_stands_about_a_sign(void **state) {
    (void)state;
    static const Str SIGNS[] = {S_INIT("@"),      S_INIT("."), S_INIT("-"), S_INIT(" "),
                                S_INIT("\u00E9"), S_INIT("a"), S_INIT("3")};
    enum { LONGEST = 6 };
    int32_t texts = 1;
    for (int32_t len = 1; len <= LONGEST; len++) {
        texts *= COUNT(SIGNS);
        for (int32_t number = 0; number < texts; number++) {
            Arena arena = {0};
            StrBuilder text = {.arena = &arena};
            for (int32_t i = 0, rest = number; i < len; i++, rest /= COUNT(SIGNS)) {
                str_add(&text, SIGNS[rest % COUNT(SIGNS)]);
            }
            PersonalPart part = personal_find(str_built(&text), 0);
            assert_true(part.from >= 0 && part.to <= text.count && part.from <= part.to);
            arena_finish(&arena);
        }
    }
}

static void one_is_seen_wherever_it_stands(void **state) {
    (void)state;
    enum { SHIFTS = 20 };
    Arena arena = {0};
    for (int32_t i = 0; i < SHIFTS; i++) {
        Str text = str_format(&arena, "%*sa@b.fr%*s06 12 34 56 78", i, "", i + 1, "");
        PersonalPart mail = personal_find(text, 0);
        assert_int_equal(mail.from, i);
        assert_int_equal(personal_find(text, mail.to).from, 2 * i + 7);
    }
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(telephone_numbers_are_seen),
        cmocka_unit_test(numbers_that_are_nobodys_are_left_alone),
        cmocka_unit_test(mail_addresses_are_seen),
        cmocka_unit_test(social_security_numbers_are_seen),
        cmocka_unit_test(account_numbers_are_seen),
        cmocka_unit_test(the_next_one_is_found_after_the_last),
        cmocka_unit_test(one_is_seen_wherever_it_stands),
        cmocka_unit_test(the_search_ends_whatever_stands_about_a_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
