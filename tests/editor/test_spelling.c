#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

// Which words of a text are unknown; the library is one that tests/editor/hunspell makes, its words are in
// tests/data/words.
#include "editor_desk.h"

#include "base/system.h"
#include "editor/spelling.h"

#include <unistd.h>

#define WORDS "data/words"

typedef struct {
    Arena arena;
    Dictionary *dictionary;
    Spelling spelling;
} Speller;

static Str folder_of(Arena *arena) {
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    return path_join(arena, str_from_c(here), S(WORDS));
}

static void begin_in(Speller *speller, Str language) {
    *speller = (Speller){0};
    speller->dictionary = dictionary_open(language, folder_of(&speller->arena));
    assert_non_null(speller->dictionary);
    speller->spelling = (Spelling){.dictionary = speller->dictionary, .french = str_begins(language, S("fr"))};
}

static void end(Speller *speller) {
    spelling_forget(&speller->spelling);
    dictionary_close(speller->dictionary);
    arena_finish(&speller->arena);
}

static Str unknown_of(Speller *speller, Str text, ptrdiff_t typed) {
    StrBuilder unknown = {.arena = &speller->arena};
    speller->spelling.left = SPELLING_STEP;
    SpellingFaults faults = spelling_find(&speller->spelling, &speller->arena, text, typed);
    for (int32_t i = 0; i < faults.count; i++) {
        str_add(&unknown, i > 0 ? S("|") : (Str){0});
        str_add(&unknown, str_slice(text, faults.rows[i].from, faults.rows[i].to));
    }
    return str_built(&unknown);
}

#define ASSERT_UNKNOWN(speller, text, expected) assert_str(unknown_of((speller), S(text), -1), S(expected))

static void french_words_are_known_by_what_they_are_made_of(void **state) {
    (void)state;
    Speller speller;
    begin_in(&speller, S("fr-CA"));
    ASSERT_UNKNOWN(&speller, "Bonjour madame.", "");
    ASSERT_UNKNOWN(&speller, "L’accueil, d'accueil, qu’elle, jusqu’où", "");
    ASSERT_UNKNOWN(&speller, "l’acueil et l'acceuil", "l’acueil|l'acceuil");
    ASSERT_UNKNOWN(&speller, "Aujourd’hui, qu’« il » vient.", "");
    ASSERT_UNKNOWN(&speller, "dit-il, dit‑elle : *vous* ; l’où-dit", "");
    ASSERT_UNKNOWN(&speller, "dit-ile ; *vouz*, «\u202Fmercy\u202F» (chôse)", "dit-ile|vouz|mercy|chôse");
    ASSERT_UNKNOWN(&speller, "e\u0302tre, usager·ère·s", "");
    ASSERT_UNKNOWN(&speller, "k’accueil, aujourd’elle", "k’accueil|aujourd’elle");
    ASSERT_UNKNOWN(&speller, "", "");
    ASSERT_UNKNOWN(&speller, "’ - · …", "");
    end(&speller);
}

static void english_words_keep_their_apostrophes(void **state) {
    (void)state;
    Speller speller;
    begin_in(&speller, S("en-GB"));
    ASSERT_UNKNOWN(&speller, "The person’s word, the persons' word.", "persons");
    ASSERT_UNKNOWN(&speller, "d’you l’end", "d’you|l’end");
    end(&speller);
}

static void what_is_no_word_is_not_looked_at(void **state) {
    (void)state;
    Speller speller;
    begin_in(&speller, S("fr"));
    ASSERT_UNKNOWN(&speller,
                   "La CAF, l’ANTS, le RSA, É. B, 9h05, 3e, https://xyz.fr/abcd, moi@xyz.fr, xyz.gouv.fr, abc_def", "");
    ASSERT_UNKNOWN(&speller, "zut…merci... fin.", "zut");
    end(&speller);
}

static void the_word_that_is_typed_is_none_yet(void **state) {
    (void)state;
    Speller speller;
    begin_in(&speller, S("fr"));
    Str text = S("acueil acu pas");
    assert_str(unknown_of(&speller, text, 10), S("acueil"));
    assert_str(unknown_of(&speller, text, 6), S("acu"));
    assert_str(unknown_of(&speller, text, 9), S("acueil|acu"));
    end(&speller);
}

static void names_and_words_of_the_case_are_known(void **state) {
    Writing *writing = *state;
    Speller speller;
    begin_in(&speller, S("fr"));
    begin_with(
        writing,
        S("{\"format\": 1, \"id\": \"x\", \"kind\": \"scenario\", \"language\": \"fr\", \"characters\": [{\"id\": "
          "\"g\", \"name\": \"Mme Guillou-Prat\"}], \"pronunciations\": [{\"text\": \"Coallia\", \"said\": "
          "\"co\"}], \"start\": \"s\", \"scenes\": [{\"id\": \"s\", \"x-words\": [\"zut\"]}], \"x-words\": "
          "[\"entraidou\", 3]}"));
    Str text = S("L’Entraidou, Mme Guillou-Prat, guillou, Coallia, entraidoux, zut");
    assert_str(unknown_of(&speller, text, -1), S("L’Entraidou|Mme|Guillou-Prat|guillou|Coallia|entraidoux|zut"));
    spelling_take_own(&speller.spelling, &writing->desk->scratch, writing->document.reading.scenario);
    assert_str(unknown_of(&speller, text, -1), S("entraidoux|zut"));
    end(&speller);
}

static void what_is_too_much_for_now_waits(void **state) {
    (void)state;
    Speller speller;
    begin_in(&speller, S("fr"));
    speller.spelling.left = 2;
    Str text = S("zut zut vouz mercy");
    assert_int_equal(spelling_find(&speller.spelling, &speller.arena, text, -1).count, 3); // twice the same
    assert_true(speller.spelling.waits);
    speller.spelling.left = 1;
    assert_int_equal(spelling_find(&speller.spelling, &speller.arena, text, -1).count, 4);
    assert_false(speller.spelling.waits);
    assert_int_equal(speller.spelling.left, 0);
    assert_int_equal(spelling_find(&speller.spelling, &speller.arena, text, -1).count, 4); // remembered
    end(&speller);
}

static void what_is_suggested_fits_into_the_text(void **state) {
    (void)state;
    Speller speller;
    begin_in(&speller, S("fr"));
    DictionaryWords words = spelling_suggest(&speller.spelling, &speller.arena, S("l'acueil"));
    assert_int_equal(words.count, 1);
    assert_str(words.rows[0], S("l’accueil"));
    words = spelling_suggest(&speller.spelling, &speller.arena, S("aujourdhui"));
    assert_int_equal(words.count, 1);
    assert_str(words.rows[0], S("aujourd’hui"));
    assert_int_equal(spelling_suggest(&speller.spelling, &speller.arena, S("xxxxxxxxxxxx")).count, 0);
    end(&speller);
}

static void without_a_dictionary_all_is_silent(void **state) {
    (void)state;
    Arena arena = {0};
    assert_null(dictionary_open(S("de"), folder_of(&arena)));
    assert_null(dictionary_open(S("fr"), S("/nowhere")));
    Spelling spelling = {.french = true, .left = SPELLING_STEP};
    assert_int_equal(spelling_find(&spelling, &arena, S("zut"), -1).count, 0);
    assert_int_equal(spelling_suggest(&spelling, &arena, S("zut")).count, 0);
    spelling_forget(&spelling);
    arena_finish(&arena);
}

static void folders_are_those_that_are_told(void **state) {
    (void)state;
    Arena arena = {0};
    assert_int_equal(setenv("DICPATH", "/a:b:/c d", 1), 0);
    assert_str(dictionary_folders(&arena), S("/a\n/c d\n"));
    assert_int_equal(unsetenv("DICPATH"), 0);
    assert_int_equal(setenv("HOME", "/home/a", 1), 0);
    assert_true(
        str_begins(dictionary_folders(&arena), S("/home/a/.local/share/hunspell\n/usr/local/share/hunspell\n")));
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(french_words_are_known_by_what_they_are_made_of),
        cmocka_unit_test(english_words_keep_their_apostrophes),
        cmocka_unit_test(what_is_no_word_is_not_looked_at),
        cmocka_unit_test(the_word_that_is_typed_is_none_yet),
        cmocka_unit_test_setup_teardown(names_and_words_of_the_case_are_known, begin_writing, end_writing),
        cmocka_unit_test(what_is_too_much_for_now_waits),
        cmocka_unit_test(what_is_suggested_fits_into_the_text),
        cmocka_unit_test(without_a_dictionary_all_is_silent),
        cmocka_unit_test(folders_are_those_that_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
