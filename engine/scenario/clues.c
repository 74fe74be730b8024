#include "scenario/clues.h"

#include <string.h>

enum { MOST_IN_A_ROW = 3, LEAST_LETTERS = 3, MOST_LETTERS = 5, MOST_OPENING = 3 };

typedef ROWS_OF(Clue) ClueRows;
typedef ROWS_OF(ClueWord) ClueWords;

typedef struct {
    Arena *arena;
    Str text;
    ClueWords words;
    ClueRows clues;
} Reading;

static char letter(char c) {
    if (c >= 'A' && c <= 'Z') {
        return (char)(c | 0x20);
    }
    bool digit = c >= '0' && c <= '9';
    return digit ? '0' : c;
}

static bool is_in_word(char c) {
    return (letter(c) >= 'a' && letter(c) <= 'z') || letter(c) == '0';
}

static bool is_mark(char c) {
    return c != '\0' && strchr(".,;:!?", c);
}

static bool ends_sentence(char c) {
    return c != '\0' && strchr(".;:!?", c);
}

static void add_word(Reading *reading, ptrdiff_t from, ptrdiff_t to) {
    *rows_append(reading->arena, &reading->words) = (ClueWord){(int32_t)from, (int32_t)to};
}

static void read_words(Reading *reading) {
    Str text = reading->text;
    add_word(reading, 0, 0);
    for (ptrdiff_t at = 0; at < text.len;) {
        ptrdiff_t from = at++;
        if (is_in_word(text.text[from])) {
            while (at < text.len && is_in_word(text.text[at])) {
                at++;
            }
            add_word(reading, from, at);
        } else if (is_mark(text.text[from])) {
            add_word(reading, from, at);
        }
    }
    add_word(reading, text.len, text.len);
}

// FNV-1a, over 32 bits.
static uint32_t mix(uint32_t sign, char c) {
    return (sign ^ (unsigned char)c) * UINT32_C(16777619);
}

static uint32_t begin_sign(char kind) {
    return mix(UINT32_C(2166136261), kind);
}

// Digits in a row are one.
static uint32_t mix_word(const Reading *reading, uint32_t sign, int32_t index) {
    ClueWord word = reading->words.rows[index];
    for (int32_t at = word.from; at < word.to; at++) {
        char c = letter(reading->text.text[at]);
        bool again = c == '0' && at > word.from && letter(reading->text.text[at - 1]) == '0';
        sign = again ? sign : mix(sign, c);
    }
    return mix(sign, ' ');
}

static void add_clue(Reading *reading, ClueKind kind, uint32_t sign, int32_t first, int32_t last) {
    *rows_append(reading->arena, &reading->clues) = (Clue){sign, kind, first, last};
}

static void read_rows(Reading *reading, int32_t first) {
    uint32_t sign = begin_sign('w');
    int32_t end = first + MOST_IN_A_ROW < reading->words.count ? first + MOST_IN_A_ROW : reading->words.count;
    for (int32_t i = first; i < end; i++) {
        sign = mix_word(reading, sign, i);
        add_clue(reading, CLUE_WORDS, sign, first, i);
    }
}

// A word with its edges: place -1 is the one before it.
static char letter_at(const Reading *reading, ClueWord word, int32_t place) {
    bool edge = place < 0 || word.from + place >= word.to;
    return edge ? (char)(place < 0 ? '<' : '>') : letter(reading->text.text[word.from + place]);
}

// A number has none.
static void read_letters(Reading *reading, int32_t index) {
    ClueWord word = reading->words.rows[index];
    if (word.from < word.to && letter(reading->text.text[word.from]) == '0') {
        return;
    }
    int32_t end = word.to - word.from + 1;
    for (int32_t from = -1; from + LEAST_LETTERS <= end; from++) {
        uint32_t sign = begin_sign('c');
        for (int32_t i = from; i < end && i < from + MOST_LETTERS; i++) {
            sign = mix(sign, letter_at(reading, word, i));
            if (i + 1 - from >= LEAST_LETTERS) {
                add_clue(reading, CLUE_LETTERS, sign, index, index);
            }
        }
    }
}

static char first_char(const Reading *reading, int32_t index) {
    ClueWord word = reading->words.rows[index];
    return (char)(word.from < word.to ? reading->text.text[word.from] : '\0');
}

// The words from `first` to before `end`, of which the last is followed by a sign, or by the end of the text.
static void read_sentence(Reading *reading, int32_t first, int32_t end) {
    bool asks = first_char(reading, end) == '?';
    uint32_t opening = begin_sign(asks ? 'B' : 'b');
    uint32_t before = 0;
    int32_t last = 0;
    for (int32_t i = first, place = 0; i < end; i++) {
        if (!is_in_word(first_char(reading, i))) {
            continue;
        }
        if (place < MOST_OPENING) {
            opening = mix_word(reading, opening, i);
            add_clue(reading, CLUE_OPENING, opening, first, i);
        }
        uint32_t alone = mix_word(reading, begin_sign(asks ? 'E' : 'e'), i);
        add_clue(reading, CLUE_SENTENCE, alone, i, i);
        if (place++ > 0) {
            add_clue(reading, CLUE_SENTENCE, mix_word(reading, before, i), last, i);
        }
        before = alone;
        last = i;
    }
}

static void read_sentences(Reading *reading) {
    int32_t first = 1;
    for (int32_t i = 1; i < reading->words.count; i++) {
        if (ends_sentence(first_char(reading, i)) || i == reading->words.count - 1) {
            read_sentence(reading, first, i);
            first = i + 1;
        }
    }
}

Clues clues_read(Arena *arena, Str text) {
    Reading reading = {.arena = arena, .text = text};
    read_words(&reading);
    for (int32_t i = 0; i < reading.words.count; i++) {
        read_rows(&reading, i);
        read_letters(&reading, i);
    }
    read_sentences(&reading);
    return (Clues){reading.clues.rows, reading.clues.count, reading.words.rows, reading.words.count};
}
