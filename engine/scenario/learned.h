// What is learned of the shared detectors: how much each clue of a text (scenario/clues.h), and a pattern that fits,
// speaks for or against one. tools/learn learns it from typed answers that people have labelled; it is compiled into
// the program for the languages it is learned of.
//
//     Learned learned = learned_of(language);
//     LearnedText seen = learned_read(&learned, &arena, text); // once for all detectors
//     if (learned_finds(&learned, &seen, row, patterns_fit)) { …learned_show… }
//
// Whole numbers are added, so that every machine finds the same. Bytes, in order, numbers being of four with the lowest
// byte first: "LEARNED1"; how many detectors, signs and weights; for each detector its id in LEARNED_ID bytes, what is
// added at the start and what for a pattern that fits; the signs, ascending; for each where its weights end; the
// weights, each the row of a detector and a signed byte. A row is counted from 1.
#pragma once

#include "scenario/clues.h"

enum { LEARNED_ID = 32 };

typedef struct {
    const unsigned char *detectors, *signs, *ends, *weights; // in the bytes it was opened from
    int32_t detector_count, sign_count;
} Learned; // zero: nothing is learned

typedef struct {
    int32_t sign; // its place among those learned
    int32_t first, last;
} LearnedClue;

typedef struct {
    const LearnedClue *rows; // each sign once, where it stands first
    int32_t count;
    const ClueWord *words;
    int32_t word_count;
} LearnedText;

typedef struct {
    int32_t from, to; // bytes of the text
} LearnedStretch;

Learned learned_of(Str language);
bool learned_open(Str bytes, Learned *learned);      // false: they are none, or not whole
int32_t learned_row(const Learned *learned, Str id); // 0: nothing is learned of it
LearnedText learned_read(const Learned *learned, Arena *arena, Str text);
bool learned_finds(const Learned *learned, const LearnedText *text, int32_t row, bool pattern_fits);

// The run of words that speaks most for a detector.
LearnedStretch learned_show(const Learned *learned, Arena *scratch, const LearnedText *text, int32_t row);
