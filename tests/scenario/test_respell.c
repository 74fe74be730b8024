#include "scenario/respell.h"

#include "scenario/respell_words.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void assert_respelled(const char *text, const char *expected) {
    Arena arena = {0};
    Utf8Folded folded = respell_french(&arena, utf8_fold(&arena, str_from_c(text), -1));
    assert_string_equal(str_to_c(&arena, folded.text), expected);
    assert_int_equal(folded.places[folded.text.len], str_trim(str_from_c(text)).len);
    for (ptrdiff_t i = 0; i < folded.text.len; i++) {
        assert_true(folded.places[i] <= folded.places[i + 1]);
    }
    arena_finish(&arena);
}

static void what_is_left_out_is_put_back(void **state) {
    (void)state;
    assert_respelled("cest pas grave jai compris", "c'est pas grave j'ai compris");
    assert_respelled("quest ce quon fait daccord", "qu'est-ce qu'on fait d'accord");
    assert_respelled("c est qu il n y a pas d urgence", "c'est qu'il n'y a pas d'urgence");
    assert_respelled("C pas moi, c'est vous", "c'est pas moi, c'est vous");
    assert_respelled("lagence, lattestation", "l'agence, l'attestation");
    assert_respelled("pouvez vous dites moi", "pouvez-vous dites-moi");
    assert_respelled("pouvez vs rester", "pouvez-vous rester");
    assert_respelled("vous pouvez vs asseoir", "vous pouvez vous asseoir");
    assert_respelled("est ce que ces gens la", "est-ce que ces gens-la");
}

static void what_is_shortened_is_written_out(void **state) {
    (void)state;
    assert_respelled("jvous dis qd vs voulez", "je vous dis quand vous voulez");
    assert_respelled("on le fait ts les deux, mtn ou jms", "on le fait tous les deux, maintenant ou jamais");
    assert_respelled("Bjr, jcomprends. rdv jeudi ?", "bonjour, je comprends. rendez-vous jeudi ?");
}

static void slips_of_the_fingers_are_put_right(void **state) {
    (void)state;
    assert_respelled("je comprneds vosu", "je comprends vous");
    assert_respelled("je rapelle, jenvoie", "je rappelle, j'envoie");
    assert_respelled("tranquilement", "tranquillement");
}

static void words_of_french_are_left_alone(void **state) {
    (void)state;
    static const char *const TEXTS[] = {
        "la lettre, dans une heure, nous mettons les moyens",
        "Vous pouvez vous asseoir, c'est ce que je dis",
        "test, lest, sont, quelle, jamais, juste, jour",
        "ASS, CAF et M. Alain",
        "Chez vous, chez moi, c'est assez lui",
        "lorsqu'on agit, puisqu'il le faut, jusqu'au soir",
        "Vous pouvez lui dire, vous voulez moi aussi",
        "choisissez vous-meme, faites vous meme la page",
        "dc@exemple.fr, dc.exemple.fr et vs2",
        "",
    };
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        assert_respelled(TEXTS[i], TEXTS[i]);
    }
}

static void a_part_of_what_a_word_became_leads_to_the_whole_word(void **state) {
    (void)state;
    Arena arena = {0};
    Utf8Folded folded = respell_french(&arena, utf8_fold(&arena, S("à bjr été"), -1));
    assert_string_equal(str_to_c(&arena, folded.text), "a bonjour ete");
    assert_int_equal(folded.places[2], 3); // of "bonjour"
    assert_int_equal(folded.places[8], 3);
    assert_int_equal(folded.places[9], 6);
    arena_finish(&arena);
}

static void every_word_that_matters_is_none_that_is_left_alone(void **state) {
    (void)state;
    static const char *const WORDS[] = {"vous", "comprends", "rappelle", "calmez"};
    for (int32_t i = 0; i < COUNT(WORDS); i++) {
        assert_true(respell_matters(str_from_c(WORDS[i])));
        assert_false(respell_is_real(str_from_c(WORDS[i])));
    }
    assert_true(respell_is_real(S("calmer")) || respell_matters(S("calmer")));
    assert_int_equal(respell_nearest(S("xyz")).len, 0);
    assert_int_equal(respell_nearest((Str){0}).len, 0);
    assert_int_equal(respell_shortened((Str){0}).len, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_left_out_is_put_back),
        cmocka_unit_test(what_is_shortened_is_written_out),
        cmocka_unit_test(slips_of_the_fingers_are_put_right),
        cmocka_unit_test(words_of_french_are_left_alone),
        cmocka_unit_test(a_part_of_what_a_word_became_leads_to_the_whole_word),
        cmocka_unit_test(every_word_that_matters_is_none_that_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
