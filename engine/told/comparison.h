// Two sessions of one case side by side: the first one, and a what-if that left it.
#pragma once

#include "told/telling_scenes.h"

typedef struct {
    TOLD_LIST(ToldStep) steps;     // from the decision where they part; what has several parts takes a line for each
    char letter;                   // of the option of a choice with which it parted; 0: of another kind
    Str ending_title, ending_text; // empty while it is not finished
    bool finished;
} ComparedWay;

// Both ways on one decision, side by side, or on two that came in each other's place.
typedef struct {
    const ToldStep *steps[2]; // of each way; NULL: it has none there
    bool same;                // the same decision, answered alike
} ComparedRow;

typedef struct {
    GaugeId gauge;
    Str name;
    int32_t min, max;
    Better better;
    int32_t values[2];
    Str words[2];
} ComparedGauge;

typedef struct {
    Str name;
    Str words[2];
} ComparedCompetency;

typedef struct {
    int32_t decision;   // where they part, from 1; where they do not, that with which the what-if began
    bool same;          // they do not part
    Str title, prompt;  // of that decision
    ToldLine last_line; // what was heard before it
    ComparedWay ways[2];
    TOLD_LIST(ComparedRow) rows; // all steps of both
    // The differences at the end.
    TOLD_LIST(ComparedGauge) gauges;
    TOLD_LIST(ComparedCompetency) competencies; // empty with suspended judgement
    bool measured;                              // there was something that could have differed
} ToldComparison;

typedef struct {
    const Telling *telling;
    int32_t left_at; // of a what-if: the decision, from 1, where it leaves the other; else 0
    bool limits_off; // no time ran, so that silence stood among the answers
} ComparedSession;

// Arena, catalogue and numbers are those of `first`.
ToldComparison comparison_create(const ComparedSession *first, const ComparedSession *other);
