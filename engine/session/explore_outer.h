// Bounds that no walk exceeds, without exploring. Internal to exploring.
#pragma once

#include "session/explore.h"

// The sum over the decisions of all scenes with a component (as in explore_graph.h) of the least and the most that an
// answer may give, whatever holds, or leaving it out.
EndingBounds explore_outer_bounds(const Scenario *scenario, const int32_t *component);
