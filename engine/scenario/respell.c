#include "scenario/respell.h"

#include "scenario/respell_words.h"

#include <string.h>

// A letter may become a word: « g » gives « j'ai ». No part of the text grows by more.
enum { MOST_GROWTH = 5, MOST_WORD = 24 };

typedef struct {
    Utf8Folded from;
    int32_t at; // in `from`
    char *text;
    int32_t *places;
    int32_t len;
} Respelling;

static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_vowel(char c) {
    return c != '\0' && strchr("aeiouyhAEIOUYH", c);
}

static char byte_at(const Respelling *r, int32_t at) {
    return at >= 0 && at < r->from.text.len ? r->from.text.text[at] : '\0';
}

static int32_t end_of_word(const Respelling *r, int32_t at) {
    while (is_letter(byte_at(r, at))) {
        at++;
    }
    return at;
}

static void write_byte(Respelling *r, char byte, int32_t place) {
    r->text[r->len] = byte;
    r->places[r->len++] = place;
}

static void write_text(Respelling *r, Str text, int32_t place) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        write_byte(r, text.text[i], place);
    }
}

static void copy(Respelling *r, int32_t to) {
    for (; r->at < to; r->at++) {
        write_byte(r, byte_at(r, r->at), r->from.places[r->at]);
    }
}

// Without capitals; empty for what is no plain word: acronyms, and the parts of addresses and numbers.
static Str read_word(const Respelling *r, int32_t from, int32_t to, char word[MOST_WORD]) {
    char before = byte_at(r, from - 1), after = byte_at(r, to);
    bool in_address = (after == '.' || after == '@') && is_letter(byte_at(r, to + 1));
    bool in_number = (after >= '0' && after <= '9') || (before >= '0' && before <= '9');
    if (to - from > MOST_WORD || in_address || in_number || (before != '\0' && strchr("@._/", before))) {
        return (Str){0};
    }
    int32_t capitals = 0;
    for (int32_t i = from; i < to; i++) {
        capitals += byte_at(r, i) <= 'Z';
        word[i - from] = (char)(byte_at(r, i) | 0x20);
    }
    return (Str){word, capitals > 1 ? 0 : to - from};
}

static const Str ELIDED[] = {S_INIT("qu"),     S_INIT("jusqu"),  S_INIT("lorsqu"), S_INIT("puisqu"),
                             S_INIT("quelqu"), S_INIT("presqu"), S_INIT("aujourd")};

static bool is_elided(Str word) {
    if (word.len == 1) {
        return strchr("cdjlmnst", word.text[0]);
    }
    int32_t i = 0;
    while (i < COUNT(ELIDED) && !str_equal(word, ELIDED[i])) {
        i++;
    }
    return i < COUNT(ELIDED);
}

// Letters of `word` before an apostrophe that was left out: 1 of « cest », 2 of « quon », 0 when none was.
static int32_t elided_len(Str word) {
    if (respell_matters(word) || respell_is_real(word)) {
        return 0;
    }
    for (int32_t len = 1; len < word.len; len++) {
        if (is_vowel(word.text[len]) && is_elided(str_slice(word, 0, len)) &&
            respell_matters(str_slice(word, len, word.len))) {
            return len;
        }
    }
    return 0;
}

static bool is_lone(const Respelling *r, int32_t to) {
    return byte_at(r, to) == ' ' && is_letter(byte_at(r, to + 1));
}

// « c » is « c'est », and « d accord » is « d'accord »; what is no lone letter is left to others.
static bool respell_lone(Respelling *r, Str word, int32_t to) {
    if (!is_elided(word) || !is_lone(r, to)) {
        return false;
    }
    if (is_vowel(byte_at(r, to + 1))) {
        copy(r, to);
        write_byte(r, '\'', r->from.places[to - 1]);
        r->at = to + 1;
        return true;
    }
    if (str_equal(word, S("c"))) {
        write_text(r, S("c'est"), r->from.places[r->at]);
        r->at = to;
        return true;
    }
    return false;
}

// « jvous », « jpeux »: no word of French begins so.
static bool respell_i(Respelling *r, Str word) {
    if (word.len < 3 || word.text[0] != 'j' || is_vowel(word.text[1])) {
        return false;
    }
    write_text(r, S("je "), r->from.places[r->at]);
    r->at++;
    return true;
}

static bool respell_elided(Respelling *r, Str word) {
    int32_t len = elided_len(word);
    if (len == 0) {
        return false;
    }
    copy(r, r->at + len);
    write_byte(r, '\'', r->from.places[r->at - 1]);
    return true;
}

static void respell_word(Respelling *r) {
    char letters[MOST_WORD];
    int32_t to = end_of_word(r, r->at);
    Str word = read_word(r, r->at, to, letters);
    Str full = respell_shortened(word);
    if (full.len > 0 && byte_at(r, to) != '\'') {
        write_text(r, full, r->from.places[r->at]);
        r->at = to;
    } else if (word.len == 0 || (byte_at(r, to) == '\'' && is_elided(word)) || respell_lone(r, word, to)) {
        copy(r, r->at > to ? r->at : to);
    } else if (respell_i(r, word)) {
        return; // what is left is a word of its own
    } else if (respell_elided(r, word) || respell_matters(word) || respell_is_real(word)) {
        copy(r, to);
    } else {
        Str nearest = respell_nearest(word);
        write_text(r, nearest, r->from.places[r->at]);
        r->at = nearest.len > 0 ? to : r->at;
        copy(r, to);
    }
}

static bool follows(const Respelling *r, Str what) {
    Str next = {r->from.text.text + r->at + 1, r->from.text.len - r->at - 1};
    return str_begins(next, what) && !is_letter(byte_at(r, r->at + 1 + (int32_t)what.len));
}

// The `index`-th word from the end of what is written: 0 is the last one.
static Str written_word(const Respelling *r, int32_t index) {
    int32_t to = r->len, from = r->len;
    for (int32_t i = 0; i <= index; i++) {
        to = i == 0 ? from : from - 1;
        from = to;
        while (from > 0 && is_letter(r->text[from - 1])) {
            from--;
        }
        if (i < index && (from == 0 || r->text[from - 1] != ' ')) {
            return (Str){0};
        }
    }
    return (Str){r->text + from, to - from};
}

// « Chez » and « assez » are none.
static bool ends_as_verb(Str word) {
    bool none = (word.len == 4 && str_ends(word, S("hez"))) || (word.len == 5 && str_ends(word, S("ssez")));
    return (str_ends(word, S("ez")) && !none) || str_ends(word, S("dites")) || str_equal(word, S("etes")) ||
           str_ends(word, S("faites"));
}

// The one before the verb: « vous » of « vous pouvez », not of « pouvez-vous ».
static bool has_subject(const Respelling *r) {
    Str subject = written_word(r, 1);
    bool asks = subject.text > r->text && subject.text[-1] == '-';
    return str_ends(subject, S("ous")) && !asks;
}

// Shortened too: « pouvez vs ». What one does « vous-même » is no question.
static bool follows_vous(const Respelling *r) {
    return (follows(r, S("vous")) && !follows(r, S("vous-meme")) && !follows(r, S("vous meme"))) ||
           follows(r, S("vs")) || follows(r, S("vou")) || follows(r, S("vosu"));
}

// « pouvez vous » asks, « vous pouvez vous asseoir » does not; « est ce » does, « c'est ce que » does not.
static bool lacks_hyphen(const Respelling *r) {
    Str last = written_word(r, 0);
    if (follows_vous(r) || follows(r, S("moi")) || follows(r, S("lui"))) {
        return ends_as_verb(last) && !has_subject(r);
    }
    if (follows(r, S("la"))) {
        return str_equal(last, S("gens")) || str_equal(last, S("ceux"));
    }
    ptrdiff_t before = last.text - r->text;
    bool told = before > 1 && last.text[-1] == '\'' && (last.text[-2] | 0x20) == 'c';
    return follows(r, S("ce")) && last.len == 3 && str_ends(last, S("st")) && (last.text[0] | 0x20) == 'e' && !told;
}

Utf8Folded respell_french(Arena *arena, Utf8Folded folded) {
    int32_t most = (int32_t)folded.text.len * MOST_GROWTH;
    Respelling r = {
        .from = folded,
        .text = arena_push(arena, char, most),
        .places = arena_push(arena, int32_t, most + 1),
    };
    while (r.at < folded.text.len) {
        if (is_letter(byte_at(&r, r.at))) {
            respell_word(&r);
        } else if (byte_at(&r, r.at) == ' ' && lacks_hyphen(&r)) {
            write_byte(&r, '-', folded.places[r.at++]);
        } else {
            copy(&r, r.at + 1);
        }
    }
    r.places[r.len] = folded.places[folded.text.len];
    return (Utf8Folded){{r.text, r.len}, r.places, folded.cut};
}
