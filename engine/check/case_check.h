// What can be said about a case without walking it: links between scenes, conditions that can never hold, and the craft
// of writing. One small function a finding, in one table. What needs walking is in session/explore.h.
#pragma once

#include "scenario/findings.h"
#include "scenario/scenario.h"

typedef struct {
    int32_t today; // days since 1970-01-01, for past-review; 0: not checked
} CheckOptions;

void scenario_check(const Scenario *scenario, const CheckOptions *options, Arena *scratch, Findings *findings);

// An option as findings name it, for an id such as "b" says little: its label, or how its text begins.
Str check_option_name(Arena *arena, const Option *option);
