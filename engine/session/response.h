// What is shown after an answer: the lines that reply to it and the feedback on it. The answer's own come first (of the
// option, of each option of a set, of the band, of own words); when there are none, those of the decision; then those
// of each rule that held.
#pragma once

#include "session/event.h"

typedef struct {
    const Line **lines; // whose `if` holds
    const Why **whys;
    int32_t line_count, why_count;
    const Name *traps; // of the answer and of its rules
    int32_t trap_count;
} Feedback;

Feedback feedback_of(Arena *arena, const Walk *walk, const Event *answer); // the walk stands after the answer
