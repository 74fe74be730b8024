// All answers to a decision, reduced to those that differ.
//
// The raw answers of one decision can be very many (a classify has bins^items). Two that bring about the same in every
// state of the walk need only one representative. They are built part by part, an item after the other, and what can no
// longer be told apart is joined at once: by share, by effects of bins, by what conditions read of the answer.
#pragma once

#include "session/walk.h"

typedef struct {
    const Answer *answers;
    int32_t count;
    bool complete; // false when there are too many: then none is listed
} AnswerSpace;

// Typed answers are confirmed, for whoever plays looks at what was found before it counts. Options stand there whether
// their `if` holds or not: space_accepts says what is offered. At most about LIMIT_OUTCOMES.
AnswerSpace space_of_answers(Arena *arena, Arena *scratch, const Scenario *scenario, const Ask *ask);
// Answers that differ in the marks they give; at most about LIMIT_PROFILE_ANSWERS.
AnswerSpace space_of_marks(Arena *arena, Arena *scratch, const Scenario *scenario, const Ask *ask);

// The answer can be given where the walk stands: its options are offered, a set has a size that is allowed.
bool space_accepts(const Walk *walk, const Answer *answer);

// A uniformly drawn raw answer among those offered; a typed one draws its set of detectors and is confirmed. False:
// none is offered.
bool space_draw_answer(const Walk *walk, Random *random, Answer *answer);
