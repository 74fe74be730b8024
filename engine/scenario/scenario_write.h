// From a Scenario to bytes, canonically: keys in the order of docs/FORMAT.md, values that stand for their default left
// out, `x-` keys kept at the end of their object. Parsing what was written gives a case that says the same; writing
// twice gives the same bytes.
#pragma once

#include "scenario/scenario.h"

typedef enum {
    WRITE_AS_IS,
    WRITE_MENDED // prose goes through scenario/typography, in French cases
} WriteTypography;

Str scenario_write(Arena *arena, Arena *scratch, const Scenario *scenario, WriteTypography typography);
