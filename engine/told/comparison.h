// Two walks through one case side by side: the first one, and a what-if that left it (walk_model_fork).
#pragma once

#include "told/debrief.h"

typedef struct {
    LIST_OF(ShownStep) steps;      // from the decision where they part
    char letter;                   // of the option of a choice with which it parted; 0: of another kind
    Str ending_title, ending_text; // empty while it is not finished
    bool finished;
} ComparedWalk;

typedef struct {
    Str name;
    int32_t min, max, better;
    int32_t values[2];
    Str words[2];
} ComparedGauge;

typedef struct {
    Str name;
    Str words[2];
} ComparedCompetency;

typedef struct {
    int32_t decision;    // where they part, from 1; where they do not, that with which the what-if began
    bool same;           // they do not part
    Str title, prompt;   // of that decision
    ShownLine last_line; // what was heard before it
    ComparedWalk walks[2];
    // What differs at the end.
    LIST_OF(ComparedGauge) gauges;
    LIST_OF(ComparedCompetency) competencies; // empty with suspended judgement
    bool measured;                            // there was something that could have differed
} Comparison;

Comparison comparison_create(const Showing *first, const Showing *other); // arena and catalogue are those of `first`
