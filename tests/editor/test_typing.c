// French typography while one types: letter by letter, as a whole, and never where it is not wanted.
#include "editor_desk.h"

#include "base/utf8.h"
#include "editor/typing.h"

#define NN "\u202F"

// The text after each of the letters was typed behind it, `|` being where it begins.
static Str typed(Arena *arena, Str text, Str letters) {
    for (ptrdiff_t at = 0; at < letters.len;) {
        ptrdiff_t from = at;
        utf8_decode(letters, &at);
        Str letter = str_slice(letters, from, at);
        text = typing_mend(arena, text, str_format(arena, "%.*s%.*s", S_ARG(text), S_ARG(letter)));
    }
    return text;
}

static void types(const char *letters, const char *expected, int line) {
    Arena arena = {0};
    Str text = typed(&arena, (Str){0}, str_from_c(letters));
    _assert_string_equal(str_to_c(&arena, text), expected, __FILE__, line);
    arena_finish(&arena);
}

#define TYPES(letters, expected) types((letters), (expected), __LINE__)
#define STAYS(letters) types((letters), (letters), __LINE__)

static void letters_are_set_as_they_come(void **state) {
    (void)state;
    TYPES("Quoi!", "Quoi" NN "!");
    TYPES("Quoi ?!", "Quoi" NN "?!");
    TYPES("l'aide", "l’aide");
    TYPES("Euh...", "Euh…");
    TYPES("du coeur", "du cœur");
    TYPES("50% de 20€", "50" NN "% de 20" NN "€");
    TYPES("Il dit: \"Oui\".", "Il dit" NN ": «" NN "Oui" NN "».");
    TYPES("«Oui !»", "«" NN "Oui" NN "!" NN "»");
    TYPES("« Oui »", "«" NN "Oui" NN "»");
    TYPES("\"Oui \" et \"non\"", "«" NN "Oui" NN "» et «" NN "non" NN "»");
}

static void what_the_next_letter_explains_is_waited_for(void **state) {
    (void)state;
    STAYS("à 14:30");
    STAYS("https://exemple.fr/a?b=1");
    STAYS("C:\\Documents");
    STAYS("a&nbsp;b");
    TYPES("Voici:", "Voici:");
    TYPES("Voici: un", "Voici" NN ": un");
    TYPES("Voici:\nun", "Voici" NN ":\nun");
}

static void is_mended(const char *before, const char *after, const char *expected, int line) {
    Arena arena = {0};
    Str mended = typing_mend(&arena, str_from_c(before), str_from_c(after));
    _assert_string_equal(str_to_c(&arena, mended), expected, __FILE__, line);
    arena_finish(&arena);
}

#define MENDED(before, after, expected) is_mended((before), (after), (expected), __LINE__)

static void what_stood_there_before_is_left(void **state) {
    (void)state;
    MENDED("Quoi!", "Quoi! Ah", "Quoi! Ah");
    MENDED("Quoi! l'a", "Et quoi! l'a", "Et quoi! l'a");
    MENDED("Voici: u", "Voici: un", "Voici: un");
    MENDED("Quoi! ", "Quoi! Ah!", "Quoi! Ah" NN "!");
}

static void letters_that_go_mend_nothing(void **state) {
    (void)state;
    MENDED("Quoi" NN "!", "Quoi!", "Quoi!");
    MENDED("a..b.", "a...", "a...");
}

static void a_text_that_is_pasted_is_mended_whole(void **state) {
    (void)state;
    MENDED("", "\"Quoi?\" dit l'homme: \"Rien...\"",
           "«" NN "Quoi" NN "?" NN "» dit l’homme" NN ": «" NN "Rien…" NN "»");
    MENDED("Avant! Après!", "Avant! \"Là!\" Après!", "Avant! «" NN "Là" NN "!" NN "» Après!");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_are_set_as_they_come),
        cmocka_unit_test(what_the_next_letter_explains_is_waited_for),
        cmocka_unit_test(what_stood_there_before_is_left),
        cmocka_unit_test(letters_that_go_mend_nothing),
        cmocka_unit_test(a_text_that_is_pasted_is_mended_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
