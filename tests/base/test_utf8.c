#include "base/utf8.h"

#include "base/octets.h"
#include "base/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { LAST_CODE = 0x10FFFF };

// Made by hand, so that what is under test does not check itself. Surrogates are encoded too.
static Str encode(char bytes[4], int32_t code) {
    if (code < 0x80) {
        bytes[0] = (char)code;
        return (Str){bytes, 1};
    }
    int len = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (int i = len - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    bytes[0] = (char)(0xF00 >> len | code);
    return (Str){bytes, len};
}

static bool is_surrogate(int32_t code) {
    return code >= 0xD800 && code <= 0xDFFF;
}

static void assert_str(Str actual, const char *expected) {
    Arena arena = {0};
    assert_string_equal(str_to_c(&arena, actual), expected);
    assert_int_equal(actual.len, strlen(expected));
    arena_finish(&arena);
}

static void every_code_point_is_valid_and_decoded_but_surrogates(void **state) {
    (void)state;
    for (int32_t code = 0; code <= LAST_CODE; code++) {
        char bytes[4];
        Str str = encode(bytes, code);
        ptrdiff_t offset = 0;
        int32_t decoded = utf8_decode(str, &offset);
        if (is_surrogate(code)) {
            assert_int_equal(utf8_find_invalid(str), 0);
            assert_int_equal(decoded, UTF8_INVALID);
            assert_int_equal(offset, 1);
        } else {
            assert_int_equal(utf8_find_invalid(str), -1);
            assert_int_equal(decoded, code);
            assert_int_equal(offset, str.len);
            assert_int_equal(utf8_count(str), 1);
        }
    }
}

static const char *const MALFORMED[] = {
    "\x80",             // a continuation alone
    "\xBF",             //
    "\xC0\x80",         // overlong forms of U+0000, '/' and the last code points below each length
    "\xC0\xAF",         //
    "\xC1\xBF",         //
    "\xE0\x80\x80",     //
    "\xE0\x9F\xBF",     //
    "\xF0\x80\x80\x80", //
    "\xF0\x8F\xBF\xBF", //
    "\xED\xA0\x80",     // surrogates
    "\xED\xBF\xBF",     //
    "\xF4\x90\x80\x80", // above U+10FFFF
    "\xF5\x80\x80\x80", //
    "\xF8\x88\x80\x80\x80",
    "\xFC\x84\x80\x80\x80\x80",
    "\xFE",
    "\xFF",
    "\xC3", // cut short, by the end and by something else
    "\xE2\x82",
    "\xF0\x9F\x98",
    "\xC3(",
    "\xE2\x82(",
    "\xE2(\xA1",
    "\xF0\x9F\x98(",
    "\xF0(\x8C\xBC",
    "\xF0\x90(\xBC",
};

// At every distance from the start, for text is read by sixteen bytes.
static void every_malformed_sequence_is_found_where_it_stands(void **state) {
    (void)state;
    for (int32_t i = 0; i < COUNT(MALFORMED); i++) {
        for (int before = 0; before < 40; before++) {
            Arena arena = {0};
            Str clean = str_format(&arena, "%.*s", before, "abcdefghijklmnopqrstabcdefghijklmnopqrst");
            Str bad = str_format(&arena, "%.*s%s", S_ARG(clean), MALFORMED[i]);
            Str followed = str_format(&arena, "%.*sabcdefghijklmnopqrst", S_ARG(bad));
            assert_int_equal(utf8_find_invalid(clean), -1);
            assert_int_equal(utf8_find_invalid(bad), before);
            assert_int_equal(utf8_find_invalid(followed), before);
            ptrdiff_t offset = before;
            assert_int_equal(utf8_decode(bad, &offset), UTF8_INVALID);
            assert_int_equal(offset, before + 1);
            arena_finish(&arena);
        }
    }
    assert_int_equal(utf8_find_invalid((Str){0}), -1);
    assert_int_equal(utf8_find_invalid(S("a\0é")), -1);
}

// Any two bytes, with third and fourth ones at the edges of what may follow.
static void a_usual_sequence_of_a_word_is_the_one_that_a_close_look_finds(void **state) {
    (void)state;
    static const unsigned char EDGES[] = {0x00, 0x7F, 0x80, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};
    int32_t found[4] = {0};
    for (int32_t pair = 0; pair <= UINT16_MAX; pair++) {
        for (int32_t i = 0; i < COUNT(EDGES); i++) {
            char text[OCTETS_COUNT] = {(char)(pair >> 8), (char)pair, (char)EDGES[i], (char)0x80};
            int32_t usual = utf8_usual_sequence(octets_load(text));
            assert_true(usual == 0 || usual == utf8_sequence((Str){text, OCTETS_COUNT}, 0));
            found[usual]++;
        }
    }
    assert_int_equal(found[2], (0xE0 - 0xC2) * 0x40 * COUNT(EDGES)); // all that there are
    assert_int_equal(found[3], (0xF0 - 0xE0 - 2) * 0x40 * 4);        // but of two first bytes
}

// What is usual and what is not, well-formed or cut, in any order.
static Str mix_characters(Arena *arena, Random *random) {
    static const Str PIECES[] = {S_INIT("a"),        S_INIT("bcdefghijklm"),
                                 S_INIT("é"),        S_INIT("’"),
                                 S_INIT("\u0E01"), // E0 …
                                 S_INIT("한"),       S_INIT("😀"),
                                 S_INIT("\uFFFD"),   S_INIT("\xC3"),
                                 S_INIT("\xE2\x80"), S_INIT("\x80"),
                                 S_INIT("\xC0\x80")};
    enum { SOUND = 8 };
    StrBuilder text = {.arena = arena};
    int32_t kinds = random_below(random, 3) == 0 ? COUNT(PIECES) : SOUND;
    for (int32_t left = random_below(random, 24); left > 0; left--) {
        str_add(&text, PIECES[random_below(random, kinds)]);
    }
    return str_built(&text);
}

static void a_text_is_as_valid_as_its_characters_are(void **state) {
    (void)state;
    Random random = random_from_seed(16);
    int32_t valid = 0;
    for (int32_t round = 0; round < 20000; round++) {
        Arena arena = {0};
        Str text = mix_characters(&arena, &random);
        ptrdiff_t at = 0;
        while (at < text.len && utf8_sequence(text, at) > 0) {
            at += utf8_sequence(text, at);
        }
        assert_int_equal(utf8_find_invalid(text), at < text.len ? at : -1);
        valid += at == text.len;
        arena_finish(&arena);
    }
    assert_in_range(valid, 13000, 17000);
}

static void a_text_cut_anywhere_is_invalid_inside_a_character_only(void **state) {
    (void)state;
    Str text = S("aé€😀z");
    static const int8_t INVALID_AT[] = {-1, -1, 1, -1, 3, 3, -1, 6, 6, 6, -1, -1};
    for (ptrdiff_t len = 0; len <= text.len; len++) {
        Arena arena = {0};
        assert_int_equal(utf8_find_invalid(str_copy(&arena, str_slice(text, 0, len))), INVALID_AT[len]);
        arena_finish(&arena);
    }
}

static void characters_and_their_places_are_counted(void **state) {
    (void)state;
    Str text = S("aé€😀z");
    static const ptrdiff_t OFFSETS[] = {0, 1, 3, 6, 10, 11, 11};
    assert_int_equal(utf8_count(text), 5);
    assert_int_equal(utf8_count((Str){0}), 0);
    for (int32_t i = 0; i < 7; i++) {
        assert_int_equal(utf8_offset(text, i), OFFSETS[i]);
    }
    assert_int_equal(utf8_offset((Str){0}, 0), 0);
}

static void letters_are_counted_in_every_script(void **state) {
    (void)state;
    assert_int_equal(utf8_count_letters(S("l’été 2024 !")), 4);
    assert_int_equal(utf8_count_letters(S("Œuvre œ")), 6);
    assert_int_equal(utf8_count_letters(S("привет 你好 אב")), 10);
    assert_int_equal(utf8_count_letters(S("@[`{ 0123 €…«»\x7F")), 0);
    assert_int_equal(utf8_count_letters(S("e\u0301")), 1);
    assert_int_equal(utf8_count_letters((Str){0}), 0);
    assert_int_equal(utf8_count_letters(S("a\xFF\x80z")), 2);
}

static void words_are_parted_by_spaces_and_apostrophes(void **state) {
    (void)state;
    assert_int_equal(utf8_count_words(S("« l’accueil »")), 2);
    assert_int_equal(utf8_count_words(S("  rendez-vous\n\tdemain ")), 2);
    assert_int_equal(utf8_count_words(S("Aujourd'hui, j’ai 12,5 €.")), 5);
    assert_int_equal(utf8_count_words(S("Vous\u00A0venez\u202F!")), 2);
    assert_int_equal(utf8_count_words(S("— … !")), 0);
    assert_int_equal(utf8_count_words(S("é")), 1);
    assert_int_equal(utf8_count_words((Str){0}), 0);
}

static void sentences_end_at_their_marks(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int32_t count;
    } CASES[] = {
        {"", 0},
        {" … ! ", 0},
        {"Bonjour", 1},
        {"Bonjour.", 1},
        {"Bonjour. ", 1},
        {"Bonjour. Entrez.", 2},
        {"Bonjour ! Vous allez bien ? Entrez…", 3},
        {"Quoi ?! Vous partez !!! Ah…", 3},
        {"Il paie 3.50 euros sur www.caf.fr aujourd’hui.", 1},
        {"M. Dupont et MM. Durand voient le Dr. Martin. Ils attendent.", 2},
        {"Elle a vu J. Bonnet.", 1},
        {"«\u202FM. Dupont\u202F?\u202F» dit-elle.", 1},
        {"Elle dit : «\u202FEntrez.\u202F» Il entre.", 2},
        {"Je… je ne sais pas. Le dossier, p. 12, est là, etc. enfin presque.", 2},
        {"(Il rit.) Elle aussi.", 2},
        {"*Il rit.* Elle aussi.", 2},
        {"Oui. — Non.", 2},
        {"Première ligne.\nÉtrange, la deuxième.", 2},
        {"Pas de point\nmais deux lignes", 1},
        {"Fin.Suite collée.", 1},
        {"M.", 1},
        {"Il dit ‘Oui.’ Elle dit 'Non.' Et puis rien.", 3},
        {"Fin.- Suite.", 1},
        {"Дом. Дом.", 2},
    };
    for (int32_t i = 0; i < COUNT(CASES); i++) {
        if (utf8_count_sentences(str_from_c(CASES[i].text)) != CASES[i].count) {
            fail_msg("%s", CASES[i].text);
        }
    }
}

static void case_is_folded_and_accents_are_kept(void **state) {
    (void)state;
    Arena arena = {0};
    assert_str(utf8_fold_case(&arena, S("ÉCOUTE Œuvre")), "écoute œuvre");
    assert_str(utf8_fold_case(&arena, S("E\u0301")), "é");
    assert_str(utf8_fold_case(&arena, S("Straße")), "strasse");
    assert_str(utf8_fold_case(&arena, S("ΣΑΣ")), "σασ");
    assert_str(utf8_fold_case(&arena, S("TITI")), "titi"); // whatever the locale
    assert_str(utf8_fold_case(&arena, (Str){0}), "");
    assert_str(utf8_fold_case(&arena, S("\xFF")), "\xFF");
    arena_finish(&arena);
}

static void folding_case_takes_no_more_memory_than_the_text(void **state) {
    (void)state;
    Arena arena = {0};
    arena_push(&arena, char, 0);
    ArenaMark before = arena_mark(&arena);
    Str folded = utf8_fold_case(&arena, S("ÉCOUTE"));
    ArenaMark after = arena_mark(&arena);
    assert_int_equal(after.used - before.used, folded.len);
    arena_finish(&arena);
}

static void a_search_knows_neither_case_nor_accents_nor_ligatures(void **state) {
    (void)state;
    Arena arena = {0};
    assert_str(utf8_fold_search(&arena, S(" L’Œuvre\nd’ÉTÉ : « ça »… ")), "l'oeuvre d'ete : \" ca \"...");
    assert_str(utf8_fold_search(&arena, S("ÆǼ ﬃ Straße İ")), "aeae ffi strasse i");
    assert_str(utf8_fold_search(&arena, (Str){0}), "");
    arena_finish(&arena);
}

// One line a rule: what is typed, what patterns see.
static void folding_makes_text_plain(void **state) {
    (void)state;
    static const char *const CASES[][2] = {
        {"", ""},
        {"Vous réexpliquez à l’accueil", "Vous reexpliquez a l'accueil"},
        {"re\u0301expliquez", "reexpliquez"},
        {"d’un ʼ ‘ '", "d'un ' ' '"},
        {"« a » “b” „c ‹d›", "\" a \" \"b\" \"c \"d\""},
        {"enfin…", "enfin..."},
        {"Œuvre, cœur, Æ, æ, Ǽ, ﬁn, ﬂ, ﬀ, ﬃ, ﬄ", "OEuvre, coeur, AE, ae, AE, fin, fl, ff, ffi, ffl"},
        {"ÉÈÊËÀÂÄÇÎÏÔÖÙÛÜŸñ", "EEEEAAACIIOOUUUYn"},
        {"Straße, Øre", "Straße, Øre"},
        {"a\u00A0\u202F\u2009\u3000b", "a b"},
        {"  a \t b  ", "a b"},
        {" a \r\n \r\n b\n", "a\nb"},
        {"a\rb\u2028c\u2029d\xC2\x85"
         "e",
         "a b c\nd e"},
        {"a \r\n b \n c\n\nd\r\n \r\ne\n\rf", "a b c\nd\ne\nf"},
        {"dites\u2011moi, dites\u2010moi, dites\u2013moi, dites\u2212moi, dites\uFF0Dmoi, a\u2014b, \u2015",
         "dites-moi, dites-moi, dites-moi, dites-moi, dites-moi, a-b, -"},
        {"d\u00B4un d`un d\u2032un d\u201Bun d\uFF07un d\u1FEFun \u201Fa\uFF02 3\u2033",
         "d'un d'un d'un d'un d'un d'un \"a\" 3\""},
        {"rap\u00ADpel \u200B ici\uFEFF", "rappel ici"},
        {"\u200Fa\u2060b\u200Dc\u202C", "abc"},
        {"A\u0300\u0301\u0302\u0327", "A"},
        {"\u212B \u2126", "A Ω"},         // signs that NFC replaces
        {"\u1112\u1161\u11AB", "\uD55C"}, // jamo make a syllable
        {"\u09C7\u09BE", "\u09CB"},       // two halves of a vowel
        {"a\xFF"
         "b\xC3",
         "a\uFFFDb\uFFFD"}, // not UTF-8
        {"\\bne (?:peux|vais)\\b[^.!?\\n]{0,80}", "\\bne (?:peux|vais)\\b[^.!?\\n]{0,80}"},
    };
    for (int32_t i = 0; i < COUNT(CASES); i++) {
        Arena arena = {0};
        assert_str(utf8_fold(&arena, str_from_c(CASES[i][0]), -1).text, CASES[i][1]);
        arena_finish(&arena);
    }
}

static void ascii_stays_as_it_is(void **state) {
    (void)state;
    Arena arena = {0};
    char ascii[0x7F - ' '];
    for (size_t i = 0; i < sizeof ascii; i++) {
        ascii[i] = (char)('!' + i);
    }
    Str text = {ascii, sizeof ascii};
    ascii['`' - '!'] = '\''; // serves as one
    assert_true(str_equal(utf8_fold(&arena, text, -1).text, text));
    assert_true(str_equal(utf8_fold(&arena, S("a\0b"), -1).text, S("a\0b")));
    arena_finish(&arena);
}

// Above plane 3 there is nothing that folds.
static void folding_twice_is_folding_once_for_every_code_point(void **state) {
    (void)state;
    Arena arena = {0};
    ArenaMark empty = arena_mark(&arena);
    for (int32_t code = 0; code < 0x40000; code++) {
        if (is_surrogate(code) || code == 0x2029) { // what ends a paragraph becomes a line end, and one is a space
            continue;
        }
        char bytes[4];
        Str around = str_format(&arena, "x%.*sx", S_ARG(encode(bytes, code)));
        Utf8Folded once = utf8_fold(&arena, around, -1);
        assert_int_equal(utf8_find_invalid(once.text), -1);
        assert_true(str_equal(utf8_fold(&arena, once.text, -1).text, once.text));
        arena_rewind(&arena, empty);
    }
    arena_finish(&arena);
}

// The part of the original that the first place of `what` in the folded text highlights.
static Str highlight(Arena *arena, Str original, Str what) {
    Utf8Folded folded = utf8_fold(arena, original, -1);
    ptrdiff_t at = str_find(folded.text, what);
    assert_true(at >= 0);
    return str_slice(original, folded.places[at], folded.places[at + what.len]);
}

static void a_folded_range_highlights_what_was_typed(void **state) {
    (void)state;
    Arena arena = {0};
    Str text = S("  L’été\u202F: « cœur\u00AD »…  de\u0301ja\u0300  \n");
    assert_str(highlight(&arena, text, S("L'ete")), "L’été");
    assert_str(highlight(&arena, text, S("ete :")), "été\u202F:");
    assert_str(highlight(&arena, text, S("coeur")), "cœur\u00AD");
    assert_str(highlight(&arena, text, S("...")), "…");
    assert_str(highlight(&arena, text, S("... d")), "…  d");
    assert_str(highlight(&arena, text, S("de")), "de\u0301");
    assert_str(highlight(&arena, text, S("deja")), "de\u0301ja\u0300");
    assert_str(highlight(&arena, text, S("a")), "a\u0300");
    arena_finish(&arena);
}

static void places_ascend_and_stay_inside_the_original(void **state) {
    (void)state;
    static const char *const TEXTS[] = {"", "   ", "\u00AD", "é", " é ", "…œ\xFF\xE1\x84\x92\xE1\x85\xA1 z\u200B "};
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        Arena arena = {0};
        Str text = str_from_c(TEXTS[i]);
        Utf8Folded folded = utf8_fold(&arena, text, -1);
        for (ptrdiff_t j = 0; j < folded.text.len; j++) {
            assert_true(folded.places[j] >= 0 && folded.places[j] <= folded.places[j + 1]);
        }
        assert_true(folded.places[folded.text.len] <= text.len);
        assert_false(folded.cut);
        arena_finish(&arena);
    }
}

static void a_long_text_is_cut_by_code_points_and_says_so(void **state) {
    (void)state;
    Arena arena = {0};
    Utf8Folded folded = utf8_fold(&arena, S("éàœuvre"), 3);
    assert_str(folded.text, "eaoe");
    assert_true(folded.cut);
    assert_int_equal(folded.places[4], 6);
    folded = utf8_fold(&arena, S("éàœ"), 3);
    assert_str(folded.text, "eaoe");
    assert_false(folded.cut);
    folded = utf8_fold(&arena, S("é"), 0);
    assert_str(folded.text, "");
    assert_true(folded.cut);
    arena_finish(&arena);
}

static void a_thousand_combining_marks_fold_to_nothing(void **state) {
    (void)state;
    Arena arena = {0};
    StrBuilder builder = {.arena = &arena};
    str_add(&builder, S("e"));
    for (int i = 0; i < 1000; i++) {
        str_add(&builder, S("\u0301"));
    }
    Utf8Folded folded = utf8_fold(&arena, str_built(&builder), -1);
    assert_str(folded.text, "e");
    assert_int_equal(folded.places[1], 2001);
    assert_str(utf8_fold_search(&arena, str_built(&builder)), "e");
    assert_int_equal(utf8_find_invalid(utf8_fold_case(&arena, str_built(&builder))), -1);
    arena_finish(&arena);
}

static void a_grapheme_is_what_a_person_takes_for_one_character(void **state) {
    (void)state;
    static const Str ONES[] = {
        S_INIT("a"),
        S_INIT("\u00e9"),
        S_INIT("e\u0301"),
        S_INIT("\r\n"),
        S_INIT("🇫🇷"),
        S_INIT("👩‍👩‍👧‍👦"),
        S_INIT("👍🏽"),
        S_INIT("\u1112\u1161\u11ab"),
        S_INIT("e\u0301\u0327"),
        S_INIT("\u2764\ufe0f"),
    };
    Arena arena = {0};
    for (int32_t i = 0; i < COUNT(ONES); i++) {
        Str two = str_format(&arena, "%.*s%.*s", S_ARG(ONES[i]), S_ARG(ONES[i]));
        assert_int_equal(utf8_count_graphemes(two), 2);
        assert_int_equal(utf8_next_grapheme(two, 0), ONES[i].len);
        assert_int_equal(utf8_previous_grapheme(two, two.len), ONES[i].len);
        assert_int_equal(utf8_previous_grapheme(two, ONES[i].len), 0);
        for (ptrdiff_t at = 0; at < two.len; at++) {
            assert_int_equal(utf8_snap_grapheme(two, at), at < ONES[i].len ? 0 : ONES[i].len);
        }
    }
    assert_int_equal(utf8_next_grapheme(S("ab"), 2), 2);
    assert_int_equal(utf8_next_grapheme(S("ab"), -4), 0);
    assert_int_equal(utf8_previous_grapheme(S("ab"), 0), 0);
    assert_int_equal(utf8_previous_grapheme(S("ab"), 9), 1);
    assert_int_equal(utf8_count_graphemes(S("")), 0);
    arena_finish(&arena);
}

static void edges_found_backwards_are_those_found_forwards(void **state) {
    (void)state;
    static const Str PARTS[] = {
        S_INIT("a"),      S_INIT("é"),      S_INIT("\u0301"), S_INIT("\r"),   S_INIT("\n"),     S_INIT("🇫"),
        S_INIT("👩"),      S_INIT("\u200d"), S_INIT("🏽"),   S_INIT("\xff"), S_INIT("\xc3"),   S_INIT("\xe2\x80"),
        S_INIT("\u0600"), S_INIT("क्"),      S_INIT("ष"),      S_INIT(" "),    S_INIT("\u1112"), S_INIT("\u1161"),
    };
    Random random = random_from_seed(7);
    for (int32_t round = 0; round < 3000; round++) {
        Arena arena = {0};
        StrBuilder builder = {.arena = &arena};
        for (int32_t i = random_below(&random, 12); i >= 0; i--) {
            str_add(&builder, PARTS[random_below(&random, COUNT(PARTS))]);
        }
        Str text = str_built(&builder);
        for (ptrdiff_t edge = 0; edge < text.len;) {
            ptrdiff_t next = utf8_next_grapheme(text, edge);
            assert_true(next > edge);
            assert_int_equal(utf8_previous_grapheme(text, next), edge);
            for (ptrdiff_t at = edge; at < next; at++) {
                assert_int_equal(utf8_snap_grapheme(text, at), edge);
            }
            edge = next;
        }
        arena_finish(&arena);
    }
}

static void a_thousand_combining_marks_are_one_grapheme_with_their_letter(void **state) {
    (void)state;
    Arena arena = {0};
    StrBuilder builder = {.arena = &arena};
    str_add(&builder, S("xe"));
    for (int i = 0; i < 1000; i++) {
        str_add(&builder, S("\u0301"));
    }
    Str text = str_built(&builder);
    assert_int_equal(utf8_count_graphemes(text), 2);
    assert_int_equal(utf8_next_grapheme(text, 1), text.len);
    assert_int_equal(utf8_previous_grapheme(text, text.len), 1);
    arena_finish(&arena);
}

// Going back through a megabyte takes a moment; were each step to begin at the front, it would take hours.
static void a_step_back_in_a_long_text_costs_no_more_than_in_a_short_one(void **state) {
    (void)state;
    Arena arena = {0};
    StrBuilder builder = {.arena = &arena};
    for (int i = 0; i < 100000; i++) {
        str_add(&builder, S("œuvreé l’e\u0301"));
    }
    Str text = str_built(&builder);
    int32_t count = 0;
    for (ptrdiff_t at = text.len; at > 0; at = utf8_previous_grapheme(text, at)) {
        count++;
    }
    assert_int_equal(count, utf8_count_graphemes(text));
    arena_finish(&arena);
}

static void arrows_step_over_words_and_apostrophes_part_them(void **state) {
    (void)state;
    Str text = S("  l’eau, peut-être… e\u0301te\u0301_2 ");
    static const Str HEADS[] = {S_INIT("  l"), S_INIT("  l’eau"), S_INIT("  l’eau, peut"), S_INIT("  l’eau, peut-être"),
                                S_INIT("  l’eau, peut-être… e\u0301te\u0301_2")};
    static const Str STARTS[] = {S_INIT("  l’eau, peut-être… "), S_INIT("  l’eau, peut-"), S_INIT("  l’eau, "),
                                 S_INIT("  l’"), S_INIT("  ")};
    ptrdiff_t at = 0;
    for (int32_t i = 0; i < COUNT(HEADS); i++) {
        at = utf8_next_word(text, at);
        assert_int_equal(at, HEADS[i].len);
    }
    at = utf8_next_word(text, at);
    assert_int_equal(at, text.len);
    for (int32_t i = 0; i < COUNT(STARTS); i++) {
        at = utf8_previous_word(text, at);
        assert_int_equal(at, STARTS[i].len);
    }
    assert_int_equal(utf8_previous_word(text, at), 0);
    assert_int_equal(utf8_previous_word(text, 0), 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_code_point_is_valid_and_decoded_but_surrogates),
        cmocka_unit_test(every_malformed_sequence_is_found_where_it_stands),
        cmocka_unit_test(a_usual_sequence_of_a_word_is_the_one_that_a_close_look_finds),
        cmocka_unit_test(a_text_is_as_valid_as_its_characters_are),
        cmocka_unit_test(a_text_cut_anywhere_is_invalid_inside_a_character_only),
        cmocka_unit_test(characters_and_their_places_are_counted),
        cmocka_unit_test(letters_are_counted_in_every_script),
        cmocka_unit_test(words_are_parted_by_spaces_and_apostrophes),
        cmocka_unit_test(sentences_end_at_their_marks),
        cmocka_unit_test(case_is_folded_and_accents_are_kept),
        cmocka_unit_test(folding_case_takes_no_more_memory_than_the_text),
        cmocka_unit_test(a_search_knows_neither_case_nor_accents_nor_ligatures),
        cmocka_unit_test(folding_makes_text_plain),
        cmocka_unit_test(ascii_stays_as_it_is),
        cmocka_unit_test(folding_twice_is_folding_once_for_every_code_point),
        cmocka_unit_test(a_folded_range_highlights_what_was_typed),
        cmocka_unit_test(places_ascend_and_stay_inside_the_original),
        cmocka_unit_test(a_long_text_is_cut_by_code_points_and_says_so),
        cmocka_unit_test(a_thousand_combining_marks_fold_to_nothing),
        cmocka_unit_test(a_grapheme_is_what_a_person_takes_for_one_character),
        cmocka_unit_test(edges_found_backwards_are_those_found_forwards),
        cmocka_unit_test(a_thousand_combining_marks_are_one_grapheme_with_their_letter),
        cmocka_unit_test(a_step_back_in_a_long_text_costs_no_more_than_in_a_short_one),
        cmocka_unit_test(arrows_step_over_words_and_apostrophes_part_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
