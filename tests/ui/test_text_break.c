#include "ui/text_parts.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

// Pieces parted by |, a line end shown as /, marks of emphasis read.
static Str list_pieces(Arena *arena, Str text) {
    EmphasisMarks marks = emphasis_find(arena, text);
    StrBuilder pieces = {.arena = arena};
    for (ptrdiff_t at = 0; at < text.len;) {
        TextPiece piece = text_break_next(text, &marks, at);
        assert_true(piece.from == at && piece.end >= at && piece.to >= piece.end && piece.next >= piece.to);
        assert_true(piece.next > at);
        str_add(&pieces, str_slice(text, at, piece.to));
        if (piece.ends_line) {
            str_add(&pieces, S("/"));
        } else if (piece.next < text.len) {
            str_add(&pieces, S("|"));
        }
        at = piece.next;
    }
    return str_built(&pieces);
}

// A row's text is what its pieces are without the | between them.
static void assert_pieces(Str pieces) {
    Arena arena = {0};
    StrBuilder text = {.arena = &arena};
    for (ptrdiff_t at = 0; at < pieces.len; at++) {
        if (pieces.text[at] != '|') {
            str_add_char(&text, pieces.text[at] == '/' ? '\n' : pieces.text[at]);
        }
    }
    assert_string_equal(str_to_c(&arena, list_pieces(&arena, str_built(&text))), str_to_c(&arena, pieces));
    arena_finish(&arena);
}

static void lines_break_at_spaces_of_every_kind(void **state) {
    (void)state;
    assert_pieces(S("Bonjour |à |toutes |et |à |tous"));
    assert_pieces(S("deux  |espaces,\t|un \u2003|cadratin"));
    assert_pieces(S("idéo\u3000|graphique"));
    assert_pieces(S("  retrait |compris"));
    assert_pieces(S("fin  "));
    assert_pieces(S(""));
}

static void lines_never_break_at_a_no_break_space(void **state) {
    (void)state;
    assert_pieces(S("10\u00A0000\u202F€ |par\u2007an"));
    assert_pieces(S("«\u202FBonjour\u202F!\u202F» |dit-|elle"));
    assert_pieces(S("porte\u2011monnaie"));
    assert_pieces(S("mot\u2060-joint"));
    assert_pieces(S("mot \u00A0collé"));
}

static void lines_never_begin_with_a_closing_sign_whatever_space_was_typed(void **state) {
    (void)state;
    assert_pieces(S("« Bonjour ! » |dit-|il"));
    assert_pieces(S("Quoi ? |Voici : |rien ; |trop… |non ! |oui"));
    assert_pieces(S("un ) |deux ] |trois } |quatre … |cinq , |six . |sept % |huit"));
    assert_pieces(S("( ouvert |[ crochet |{ accolade |« guillemet"));
    assert_pieces(S("Ah ! |bah"));
}

static void a_dash_that_a_space_follows_keeps_its_words(void **state) {
    (void)state;
    assert_pieces(S("— Bonjour."));
    assert_pieces(S("Elle |– dit-|on |– est |là"));
    assert_pieces(S("word—|another"));
}

static void lines_break_after_a_hyphen_between_letters_only(void **state) {
    (void)state;
    assert_pieces(S("peut-|être, |a-|t-|il"));
    assert_pieces(S("2020-2021, |-5, |covid-19, |x- |y"));
    assert_pieces(S("e\u0301te\u0301-|e\u0301te\u0301"));
}

static void lines_break_after_a_zero_width_space_and_between_ideographs(void **state) {
    (void)state;
    assert_pieces(S("http:\u200B|exemple"));
    assert_pieces(S("日|本|語。|「は|い」"));
    assert_pieces(S("か\u3099|き"));
    assert_pieces(S("한국어 |글"));
}

static void a_line_end_ends_a_piece(void **state) {
    (void)state;
    assert_pieces(S("un/deux |trois//quatre /"));
    assert_pieces(S("/"));
    assert_pieces(S("fin- /!"));
}

static void marks_of_emphasis_are_not_seen(void **state) {
    (void)state;
    assert_pieces(S("*Bonjour* ! |*«* mot"));
    assert_pieces(S("un |*deux |trois* |quatre"));
    assert_pieces(S("*peut-*|être |l’*eau*"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_break_at_spaces_of_every_kind),
        cmocka_unit_test(lines_never_break_at_a_no_break_space),
        cmocka_unit_test(lines_never_begin_with_a_closing_sign_whatever_space_was_typed),
        cmocka_unit_test(a_dash_that_a_space_follows_keeps_its_words),
        cmocka_unit_test(lines_break_after_a_hyphen_between_letters_only),
        cmocka_unit_test(lines_break_after_a_zero_width_space_and_between_ideographs),
        cmocka_unit_test(a_line_end_ends_a_piece),
        cmocka_unit_test(marks_of_emphasis_are_not_seen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
