// Keys of a case that begin with x-, where the importers keep what a case has no key for.
#pragma once

#include "base/json.h"
#include "scenario/scenario.h"

// The value of `key` in the object at `place`, as it stands in the file; empty when there is none.
Str extra_find(const Scenario *scenario, int32_t place, Str key);
Str extra_text(Arena *arena, Arena *scratch, const Scenario *scenario, int32_t place, Str key); // of a text
