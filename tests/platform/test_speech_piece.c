#include "platform/speech_piece.h"

#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static void assert_piece(Str text, ptrdiff_t most, Str first) {
    ptrdiff_t len = speech_piece(text, most);
    assert_true(str_equal(str_slice(text, 0, len), first));
}

static void a_text_is_cut_at_the_last_sentence_that_fits(void **state) {
    (void)state;
    assert_piece(S("Un. Deux."), 9, S("Un. Deux."));
    assert_piece(S("Un. Deux. Trois."), 12, S("Un. Deux."));
    assert_piece(S("Quoi ? Non, 3.5 fois ! Bon"), 25, S("Quoi ? Non, 3.5 fois !"));
    assert_piece(S("Il dit : « Non. » Puis rien."), 24, S("Il dit : « Non. »"));
    assert_piece(S("Attendez… Je reviens."), 14, S("Attendez…"));
    assert_piece(S("Un titre\nPuis un texte sans fin"), 20, S("Un titre"));
}

static void where_no_sentence_ends_it_is_cut_between_words(void **state) {
    (void)state;
    assert_piece(S("un deux trois"), 9, S("un deux"));
    assert_piece(S("un deux trois"), 7, S("un deux"));
}

static void a_character_is_never_cut(void **state) {
    (void)state;
    static const Str TEXTS[] = {S_INIT("ééééé"), S_INIT("€€€€"), S_INIT("😀😀😀"), S_INIT("aé€😀é€😀")};
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        for (ptrdiff_t most = 4; most <= TEXTS[i].len; most++) {
            Str rest = TEXTS[i];
            while (rest.len > 0) {
                ptrdiff_t len = speech_piece(rest, most);
                assert_in_range(len, 1, most);
                assert_true(utf8_find_invalid(str_slice(rest, 0, len)) < 0);
                rest = str_slice(rest, len, rest.len);
            }
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_is_cut_at_the_last_sentence_that_fits),
        cmocka_unit_test(where_no_sentence_ends_it_is_cut_between_words),
        cmocka_unit_test(a_character_is_never_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
