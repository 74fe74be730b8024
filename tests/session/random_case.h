// A small random case that can be played: every kind of decision, loops, conditions on whatever can be read, gauges,
// latches. It may hold decisions without an option and scenes that follow each other for ever. For property tests.
//
//     Str bytes = random_case(&arena, seed);
//     Scenario *scenario = scenario_parse(&arena, &scratch, &framework, bytes, &findings);
#pragma once

#include "base/str.h"

// Visits are compared with numbers up to this one, so that more make no difference.
enum { RANDOM_CASE_VISITS = 3 };

Str random_case(Arena *arena, uint64_t seed);
