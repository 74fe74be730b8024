// Quizzes: whether an answer shows that the matter is mastered.
//
// A choice: the option is `recommended`, or `defensible` with marks that sum to no less than those of one that is;
// where no option is recommended, it is one whose marks sum to the most of all. A multiple: exactly the options that
// are recommended, else exactly those whose marks sum to more than nothing. A rank, rate or classify with a key or
// panel: its share reaches 75 %. What has nothing to go by, typed answers among them, is not judged, as is a private
// decision.
#pragma once

#include "session/event.h"

typedef enum { MASTERY_NOT_JUDGED, MASTERY_NOT_YET, MASTERY_REACHED } Mastery;

enum { MASTERY_SHARE = 75 }; // percent

Mastery mastery_of_answer(const Scenario *scenario, const Ask *ask, const Answer *answer);
