// From a Scenario to bytes, canonically: keys in the order of docs/FORMAT.md, values that stand for their default left
// out, `x-` keys kept at the end of their object. Parsing what was written gives a case that says the same; writing
// twice gives the same bytes. Nothing is lost of a case with errors either: keys that the format does not have stand
// with the x- keys, and what could not be read stands in its place as it was, laid out anew. Of a case that was not
// read (`read` is false) nothing is left to be written.
#pragma once

#include "scenario/scenario.h"

typedef enum {
    WRITE_AS_IS,
    WRITE_MENDED // prose goes through scenario/typography, in French cases
} WriteTypography;

Str scenario_write(Arena *arena, Arena *scratch, const Scenario *scenario, WriteTypography typography);
// One scene of it, as it stands in the whole.
Str scenario_write_scene(Arena *arena, Arena *scratch, const Scenario *scenario, SceneId scene);
