// One answer to a decision, of any kind, and its notation.
//
// The notation is the command line's, and what tests and events are written in: an option id; `a,c` (multiple, `-` for
// the empty set); `b>a>c` (rank); `x=2,y=0` (rate, levels from 0); `x=bin,y=bin` (classify); a JSON string (typed),
// optionally followed by
// `{+id,-id}`: detectors ticked and unticked, which confirms it; `!` (time is up). Answers of a walk stand side by
// side, separated by `;`.
#pragma once

#include "base/random.h"
#include "scenario/condition.h"
#include "scenario/detector.h"
#include "scenario/scenario.h"

typedef struct {
    OptionId option;            // choice: the option, or OPTION_OWN_WORDS when it was typed
    uint32_t set;               // multiple: bit i is the i-th option of the ask
    uint8_t items[LIMIT_ITEMS]; // by place of the item in the ask. rank: place from 1; rate: level from 0; classify:
                                // place of the bin
    Str text;                   // typed
    uint32_t found;             // typed: bit i is the i-th detector use, as the person left it
    uint32_t undecided;         // typed: detectors that could not be decided
    bool confirmed;             // typed: the person looked at what was noticed and kept or corrected it
    bool time_up;               // silence gave it
    int32_t confidence;         // 0: not asked; 1 … 3
} Answer;

typedef enum {
    ANSWER_FINE,
    ANSWER_UNKNOWN_OPTION, // as the next: `about` is the id
    ANSWER_UNKNOWN_ITEM,
    ANSWER_UNKNOWN_BIN,
    ANSWER_UNKNOWN_DETECTOR,
    ANSWER_INCOMPLETE, // an item is missing, or stands twice
    ANSWER_BAD_LEVEL,
    ANSWER_BAD_TEXT, // not a JSON string
    ANSWER_NO_LIMIT  // `!` where no limit runs
} AnswerFault;

// Needed to read answers. Detectors of typed answers are run with `bank`; without one, only what is ticked is
// found.
typedef struct {
    Arena *arena, *scratch;
    const Scenario *scenario;
    DetectorBank *bank;
} AnswerReader;

// Reads one answer to `ask`. On a fault, `about` is what it concerns.
AnswerFault answer_parse(const AnswerReader *reader, const Ask *ask, Str notation, Answer *answer, Str *about);
Str answer_write(Arena *arena, const Scenario *scenario, const Ask *ask, const Answer *answer);

// Takes the next answer off a list; `;` inside a JSON string does not end one.
Str answer_cut(Str *list);

// An exact fraction of whole numbers; `of` 0: nothing is keyed, there is no share.
typedef struct {
    int64_t part, of;
} Share;

// How near the answer to a rank, rate or classify comes to its key or panel (formulas: docs/FORMAT.md, "Shares").
Share answer_share(const Scenario *scenario, const Ask *ask, const Answer *answer);
bool share_reaches(Share share, int32_t percent); // part / of ≥ percent / 100, exactly
int32_t share_percent(Share share);               // rounded down; 0 when there is none

bool answer_bins_near(const Scenario *scenario, const Ask *ask, int32_t a, int32_t b); // rows of bins

bool answer_is_typed(const Ask *ask, const Answer *answer);
// The value that a condition of the answered ask reads about it, except CALL_MARK.
int32_t answer_value(const Scenario *scenario, const Ask *ask, const Answer *answer, AnswerCall call, int32_t a,
                     int32_t b);
