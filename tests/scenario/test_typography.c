#include "scenario/typography.h"

#include "base/random.h"
#include "base/utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define NN "\u202F"

static void mends(const char *text, const char *expected, int line) {
    Arena arena = {0};
    Str mended = typography_mend(&arena, str_from_c(text));
    _assert_string_equal(str_to_c(&arena, mended), expected, __FILE__, line);
    Str again = typography_mend(&arena, mended);
    _assert_true(again.text == mended.text && again.len == mended.len, "mending twice is mending once", __FILE__, line);
    arena_finish(&arena);
}

#define MENDS(text, expected) mends((text), (expected), __LINE__)
#define KEEPS(text) mends((text), (text), __LINE__)

static void marks_of_two_parts_have_a_narrow_space_before_them(void **state) {
    (void)state;
    MENDS("Quoi?", "Quoi" NN "?");
    MENDS("Quoi ?", "Quoi" NN "?");
    MENDS("Quoi\u00A0!", "Quoi" NN "!");
    MENDS("Quoi  \u2009;", "Quoi" NN ";");
    MENDS("Voici" NN " :", "Voici" NN ":");
    KEEPS("Voici" NN ": oui" NN "; non" NN "! Ah" NN "?");
    MENDS("(oui)?", "(oui)" NN "?");
    MENDS("page 3: le reste", "page 3" NN ": le reste");
}

static void guillemets_have_a_narrow_space_inside(void **state) {
    (void)state;
    MENDS("«oui»", "«" NN "oui" NN "»");
    MENDS("« oui\u00A0»", "«" NN "oui" NN "»");
    MENDS("« Oui !».", "«" NN "Oui" NN "!" NN "».");
    MENDS("« ", "« ");
    KEEPS("«");
    KEEPS("«»");
    MENDS("« »", "«" NN "»");
    KEEPS("« \nOui");
}

static void a_run_of_marks_has_one_space_before_it(void **state) {
    (void)state;
    MENDS("Quoi?!", "Quoi" NN "?!");
    MENDS("Quoi !!!", "Quoi" NN "!!!");
    MENDS("Quoi ? !", "Quoi" NN "?" NN "!");
    MENDS("Quoi...?", "Quoi…" NN "?");
}

static void marks_after_what_opens_are_left_alone(void **state) {
    (void)state;
    KEEPS("?!");
    KEEPS(" ! oui");
    KEEPS("Oui\n! non");
    KEEPS("(?) [!] (\"?)");
    MENDS("« ? »", "«" NN "?" NN "»");
    MENDS("«?»", "«" NN "?" NN "»");
    KEEPS("un *!* et *?*");
    MENDS("«*!*»", "«" NN "*!*" NN "»");
    MENDS("*Oui*!", "*Oui*" NN "!");
    MENDS("*Oui !*", "*Oui" NN "!*");
    KEEPS("“!”");
}

static void times_and_ratios_are_left_alone(void **state) {
    (void)state;
    KEEPS("à 14:30");
    MENDS("à 14:30:", "à 14:30" NN ":");
    MENDS("à 14:30?", "à 14:30" NN "?");
    KEEPS("16:9, S02:N04, C:\\dossier");
    MENDS("à 14: 30", "à 14" NN ": 30");
    MENDS("Attention:c’est", "Attention" NN ":c’est");
}

static void html_and_code_are_left_alone(void **state) {
    (void)state;
    KEEPS("Il&nbsp;dit&#233;&eacute; <a href='x' title=\"a: b?\">oui</a>");
    KEEPS("std::vector, x=1;y=2, {\"a\":1}, C:\\x:y, d`e:f`");
    MENDS("Il&nbsp;dit : quoi?", "Il&nbsp;dit" NN ": quoi" NN "?");
}

static void addresses_and_file_names_are_left_alone(void **state) {
    (void)state;
    KEEPS("https://exemple.fr/coeur?a=l'oeuvre;b!c");
    KEEPS("mailto:soeur@exemple.fr");
    KEEPS("coeur.pdf, l'oeil.json");
    KEEPS("d'https://a.fr/...x");
    MENDS("Voir https://exemple.fr/coeur?", "Voir https://exemple.fr/coeur" NN "?");
    MENDS("«coeur.pdf»!", "«" NN "coeur.pdf" NN "»" NN "!");
    MENDS("soeur@exemple.fr: oui", "soeur@exemple.fr" NN ": oui");
    MENDS("le coeur. L'oeil", "le cœur. L’œil");
    MENDS("coeur@ et coeur@! et .coeur", "cœur@ et cœur@" NN "! et .cœur");
}

static void units_have_a_narrow_space_after_a_digit(void **state) {
    (void)state;
    MENDS("20% et 3,5 €, 20\u00A0%", "20" NN "% et 3,5" NN "€, 20" NN "%");
    KEEPS("en % ou en €, €uro, %s");
}

static void an_apostrophe_between_letters_is_curved(void **state) {
    (void)state;
    MENDS("l'été, qu'Émile, d'*ici*", "l’été, qu’Émile, d’*ici*");
    MENDS("e\u0301t'e\u0301", "e\u0301t’e\u0301");
    KEEPS("'mot' 5' l' d'1 'n 3'e");
}

static void words_with_a_ligature_get_it(void **state) {
    (void)state;
    MENDS("coeur soeurs oeuvre oeil noeud boeuf voeux oeufs moeurs choeur manoeuvre oedème oesophage foetus",
          "cœur sœurs œuvre œil nœud bœuf vœux œufs mœurs chœur manœuvre œdème œsophage fœtus");
    MENDS("Oeuvre SOEUR ÉCOEURANT Écoeuré écoeurer désoeuvré DÉSOEUVRÉ rancoeur",
          "Œuvre SŒUR ÉCŒURANT Écœuré écœurer désœuvré DÉSŒUVRÉ rancœur");
    MENDS("chef-d'oeuvre, l’oeil, (oeil), *coeur*", "chef-d’œuvre, l’œil, (œil), *cœur*");
    KEEPS("coexister moelle moelleux poêle Noël coefficient coercition goéland Joe oe Leboeuf troena");
}

static void three_full_stops_are_an_ellipsis(void **state) {
    (void)state;
    MENDS("Oui... (...) ...", "Oui… (…) …");
    KEEPS("Oui.. Non.... Suite.......... …");
    MENDS("....a... .", "....a… .");
}

static void straight_quotes_are_told_and_kept(void **state) {
    (void)state;
    KEEPS("Il dit \"oui\".");
    MENDS("\"Oui\"!", "\"Oui\"" NN "!");
    TypographyNote note = typography_find(S("Il dit \"oui\"."), 0);
    assert_int_equal(note.fault, TYPOGRAPHY_STRAIGHT_QUOTES);
    assert_int_equal(note.offset, 7);
    assert_int_equal(typography_find(S("Il dit \"oui\"."), 8).offset, 11);
    assert_int_equal(typography_find(S("Il dit \"oui\"."), 12).fault, TYPOGRAPHY_FINE);
}

static void faults_are_found_in_order_with_their_places(void **state) {
    (void)state;
    static const struct {
        int32_t fault, offset;
        const char *about;
    } EXPECTED[] = {
        {TYPOGRAPHY_SPACE_AFTER, 0, "«"},   {TYPOGRAPHY_APOSTROPHE, 3, "'"},  {TYPOGRAPHY_LIGATURE, 4, "oe"},
        {TYPOGRAPHY_SPACE_BEFORE, 8, "»"},  {TYPOGRAPHY_ELLIPSIS, 15, "..."}, {TYPOGRAPHY_SPACE_BEFORE, 18, "?"},
        {TYPOGRAPHY_SPACE_BEFORE, 23, "!"},
    };
    Str text = S("«l'oeil  » ah...? non  !!");
    int32_t count = 0;
    for (TypographyNote note = typography_find(text, 0); note.fault; note = typography_find(text, note.offset + 1)) {
        assert_int_equal(note.fault, EXPECTED[count].fault);
        assert_int_equal(note.offset, EXPECTED[count].offset);
        assert_true(str_equal(note.about, str_from_c(EXPECTED[count].about)));
        count++;
    }
    assert_int_equal(count, COUNT(EXPECTED));
}

static void nothing_to_mend_gives_the_same_text(void **state) {
    (void)state;
    Arena arena = {0};
    Str text = S("Bonjour, l’œil" NN "!");
    assert_ptr_equal(typography_mend(&arena, text).text, text.text);
    assert_int_equal(typography_mend(&arena, (Str){0}).len, 0);
    assert_int_equal(typography_find((Str){0}, 0).fault, TYPOGRAPHY_FINE);
    assert_int_equal(arena_size(&arena), 0);
}

static Str random_text(Arena *arena, Random *random) {
    static const char *const PARTS[] = {" ",     " ",  "\u00A0", NN,  "\n", "?",   "!",       ":", ";",     "«",
                                        "»",     "\"", "'",      ".", "..", "...", "…",       "*", "(",     ")",
                                        "/",     "@",  "%",      "€", "3",  "a",   "oe",      "c", "coeur", "É",
                                        "desoe", "l'", "a.b",    "é", "-",  "’",   "http://", "S"};
    StrBuilder text = {.arena = arena};
    for (int32_t i = random_below(random, 14); i >= 0; i--) {
        str_add(&text, str_from_c(PARTS[random_below(random, COUNT(PARTS))]));
    }
    return str_built(&text);
}

static void what_was_mended_has_no_fault_but_straight_quotes(void **state) {
    (void)state;
    Random random = random_from_seed(7);
    Arena arena = {0};
    for (int32_t i = 0; i < 50000; i++) {
        ArenaMark mark = arena_mark(&arena);
        Str text = random_text(&arena, &random);
        Str mended = typography_mend(&arena, text);
        TypographyNote note = typography_find(mended, 0);
        while (note.fault == TYPOGRAPHY_STRAIGHT_QUOTES) {
            note = typography_find(mended, note.offset + 1);
        }
        if (note.fault != TYPOGRAPHY_FINE || utf8_find_invalid(mended) >= 0) {
            fail_msg("“%.*s” became “%.*s”", S_ARG(text), S_ARG(mended));
        }
        arena_rewind(&arena, mark);
    }
    arena_finish(&arena);
}

static void assert_same_first_fault(Str text) {
    TypographyNote first = typography_find(text, 0);
    for (int32_t from = 0; from <= first.offset; from++) {
        if (typography_find(text, from).offset != first.offset) {
            fail_msg("“%.*s” from %d, not %d", S_ARG(text), from, first.offset);
        }
    }
}

static void a_fault_is_found_from_wherever_before_it(void **state) {
    (void)state;
    Random random = random_from_seed(8);
    Arena arena = {0};
    for (int32_t i = 0; i < 20000; i++) {
        ArenaMark mark = arena_mark(&arena);
        assert_same_first_fault(random_text(&arena, &random));
        arena_rewind(&arena, mark);
    }
    arena_finish(&arena);
}

static void quote_becomes(const char *text, const char *expected, int line) {
    Arena arena = {0};
    Str str = str_from_c(text);
    TypographyNote note = typography_find_quote(str, (int32_t)str_find(str, S("\"")));
    Str mended = note.fault ? note.mended : S("\"");
    Str before = str_slice(str, 0, note.fault ? note.offset : str_find(str, S("\"")));
    Str after = str_slice(str, note.fault ? note.to : str_find(str, S("\"")) + 1, str.len);
    Str whole = str_format(&arena, "%.*s%.*s%.*s", S_ARG(before), S_ARG(mended), S_ARG(after));
    _assert_string_equal(str_to_c(&arena, whole), expected, __FILE__, line);
    arena_finish(&arena);
}

#define QUOTE(text, expected) quote_becomes((text), (expected), __LINE__)

static void a_straight_quote_opens_or_closes_by_what_stands_before_it(void **state) {
    (void)state;
    QUOTE("\"oui", "«" NN "oui");
    QUOTE("dit-il \" oui", "dit-il «" NN "oui");
    QUOTE("(\"", "(«" NN);
    QUOTE("«" NN "oui\"", "«" NN "oui" NN "»");
    QUOTE("«" NN "oui \".", "«" NN "oui" NN "».");
    QUOTE("«" NN "a" NN "» \"b", "«" NN "a" NN "» «" NN "b");
    QUOTE("«" NN "\"", "«" NN "\"");
    QUOTE("15\"", "15\"");
    QUOTE("<a href=\"x\">", "<a href=\"x\">");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_straight_quote_opens_or_closes_by_what_stands_before_it),
        cmocka_unit_test(marks_of_two_parts_have_a_narrow_space_before_them),
        cmocka_unit_test(guillemets_have_a_narrow_space_inside),
        cmocka_unit_test(a_run_of_marks_has_one_space_before_it),
        cmocka_unit_test(marks_after_what_opens_are_left_alone),
        cmocka_unit_test(times_and_ratios_are_left_alone),
        cmocka_unit_test(html_and_code_are_left_alone),
        cmocka_unit_test(addresses_and_file_names_are_left_alone),
        cmocka_unit_test(units_have_a_narrow_space_after_a_digit),
        cmocka_unit_test(an_apostrophe_between_letters_is_curved),
        cmocka_unit_test(words_with_a_ligature_get_it),
        cmocka_unit_test(three_full_stops_are_an_ellipsis),
        cmocka_unit_test(straight_quotes_are_told_and_kept),
        cmocka_unit_test(faults_are_found_in_order_with_their_places),
        cmocka_unit_test(nothing_to_mend_gives_the_same_text),
        cmocka_unit_test(what_was_mended_has_no_fault_but_straight_quotes),
        cmocka_unit_test(a_fault_is_found_from_wherever_before_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
