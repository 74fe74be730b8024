// Learns from labelled answers how much each clue speaks for or against a shared detector (scenario/learned.h). A tool
// of whoever mends the detectors; nothing of it is in what is installed.
//
//     build/release/palabre-learn across      lets each hand out in turn, and prints what is then found in its answers:
//                                             at decisions, where they look for the detector, and in all
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
    bool asked[LEARN_DETECTORS];     // it answers a decision that looks for the detector
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
    double unit;       // how far from the line a sum of 1 is; samples that teach stand 1 away, or farther
} Balance;

Balance learn_balance(Arena *arena, const LearnSet *set, DetectorId detector,
                      int32_t left_out); // a source, or LEARN_NONE
double learn_measure(const Balance *balance, DetectorId detector, const Sample *sample);

// Leaves its largest weights, as the whole numbers that are packed.
void learn_round(Arena *scratch, const LearnSet *set, Balance *balance);

typedef struct {
    int32_t right, missed, wrong;
} Tally;

typedef struct {
    Tally at_decisions, all; // where its decision looks for the detector; in all answers
} Found;

// What is found in the answers of each hand by what the others teach, by how far a detector is lifted: learned weights
// put the line in the middle, but how much is to be found, and how much of it right, is ours to choose.
typedef struct {
    const LearnSet *set;
    Found *rows;
} Across;

// How much is added to the start of each detector, in steps.
typedef struct {
    int32_t steps[LEARN_DETECTORS];
} Lifts;

Across learn_across(Arena *arena, const LearnSet *set);
Found learn_found(const Across *across, DetectorId detector, int32_t source, int32_t step);
void learn_add_found(Found *to, Found found);
double learn_lift(int32_t step); // as a distance

// The common lift is the largest that leaves 85 % of what is found right, and 92 % at decisions; each detector moves
// from there as its own answers ask, never to where less than 80 % is right at decisions. `unseen`, a source, has no
// say; LEARN_NONE: each hand has.
Lifts learn_lifts(const Across *across, int32_t unseen);

// The bytes of scenario/learned.h; `balances`, rounded, by detector.
Str learn_pack(Arena *arena, const LearnSet *set, const Balance *balances);
