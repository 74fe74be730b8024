// A hard moment, real or played: what helps at once, whom to turn to, and what a program is no help for. For the page
// of somebody who has just lived through one, and for the end of a case with hard matter. Facts have their year, for
// who reads them will rely on them.
#pragma once

#include "told/telling.h"

typedef TOLD_LIST(ToldPair) ToldPairs;

bool care_is_due(const Scenario *scenario);                // after this case: it warns, and is never a first one
ToldPairs care_tell(Arena *arena, const Catalog *catalog); // "Water: drink a glass, …"
ToldPairs care_tell_program(Arena *arena, const Catalog *catalog); // what Palabre can do here, and what it cannot
