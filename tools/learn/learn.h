// Learns from labelled answers how much each clue speaks for or against a shared detector (scenario/learned.h). A tool
// of whoever mends the detectors; nothing of it is in what is installed.
//
//     build/release/palabre-learn across      lets each hand out in turn, and prints what is then found in its answers
//     build/release/palabre-learn write       learns from all of them and writes scenarios/learned.fr.bin
//
// It is run in the project's root. Same answers, same bytes.
#pragma once

#include "scenario/clues.h"
#include "scenario/scenario.h"

enum { LEARN_DETECTORS = 64, LEARN_EXAMPLE = -1, LEARN_NONE = -2 };

typedef enum { LABEL_OPEN, LABEL_YES, LABEL_NO } Label;

// One answer, or an example of a detector.
typedef struct {
    int32_t source; // a row of LearnSet.sources, or LEARN_EXAMPLE
    int32_t weight; // as much as so many answers
    const int32_t *signs;
    int32_t sign_count;
    uint8_t labels[LEARN_DETECTORS]; // by detector
    bool fits[LEARN_DETECTORS];      // of its patterns, one does; always false where patterns were written after it
} Sample;

typedef struct {
    Str name;
    bool at_decisions;   // labelled for the detectors of their decisions alone
    bool patterns_after; // patterns were mended after its answers, and would seem better than they are
    bool left_out;       // is one hand, which is measured by what the others teach
} AnswerFile;

typedef struct {
    uint32_t sign;
    ClueKind kind;
    int32_t answers; // that hold it
} LearnSign;

typedef struct {
    Arena arena;
    const Scenario *library; // the shared detectors; row 0 is none
    const AnswerFile *sources;
    int32_t source_count;
    ROWS_OF(Sample) samples;
    ROWS_OF(LearnSign) signs;
} LearnSet;

void learn_load(LearnSet *set); // whatever is wrong with the files ends the program

// Tells apart, by a weighted sum, what bears a label and what does not: support vectors with squared hinge loss.
typedef struct {
    double *weights;   // by sign: what one that stands in an answer adds
    double start, fit; // what is added to each sum, and for a pattern that fits
} Balance;

Balance learn_balance(Arena *arena, const LearnSet *set, DetectorId detector,
                      int32_t left_out); // a source, or LEARN_NONE
double learn_measure(const Balance *balance, DetectorId detector, const Sample *sample);

// Leaves its largest weights, as the whole numbers that are packed.
void learn_round(Arena *scratch, const LearnSet *set, Balance *balance);

// The bytes of scenario/learned.h; `balances`, rounded, by detector.
Str learn_pack(Arena *arena, const LearnSet *set, const Balance *balances);
