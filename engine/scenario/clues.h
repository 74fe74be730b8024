// The clues a text gives: its words, what stands beside them, and their parts, each as a number. Where PCRE2 patterns
// end, many of them together tell what is said (scenario/learned.h).
//
//     Clues clues = clues_read(&arena, folded.text); // folded and, in French, put right: see scenario/respell.h
//
// A word is a run of letters and digits without case, any number being one and the same; . , ; : ! ? are words too, and
// so are both ends of the text. Clues are: one to three words in a row; three to five letters in a row of a word and
// its edges; one or two words with the sign that ends their sentence, and the one to three that begin it.
#pragma once

#include "base/str.h"

typedef enum { CLUE_WORDS, CLUE_LETTERS, CLUE_SENTENCE, CLUE_OPENING, CLUE_KINDS } ClueKind;

typedef struct {
    uint32_t sign;
    ClueKind kind;
    int32_t first, last; // the words it stands in
} Clue;

typedef struct {
    int32_t from, to; // bytes of the text
} ClueWord;

typedef struct {
    const Clue *rows; // a sign may stand in several
    int32_t count;
    const ClueWord *words; // the first and the last are the ends of the text
    int32_t word_count;
} Clues;

Clues clues_read(Arena *arena, Str text);
