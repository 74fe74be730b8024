// How many words are read on a walk, on average over many: what is said and asked in each scene as often as it was met,
// and what an answer brings about as often as it was given. Notes for the trainer are not read.
//
//     Simulation walks = simulate(&arena, &scratch, scenario, 1000, 1);
//     read_words_count(scenario, &texts, &walks)          // `texts` of texts.h, of the same scenario
#pragma once

#include "editor/form.h"
#include "session/simulate.h"

int64_t read_words_count(const Scenario *scenario, const Form *texts, const Simulation *walks);
