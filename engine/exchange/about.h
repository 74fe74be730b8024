// What is said of a case as a whole, for formats that have no place for it.
#pragma once

#include "scenario/scenario.h"

enum { ABOUT_KEYS = 9 };

// The keys that the case has: `keys` holds ABOUT_KEYS. Gives how many. A summary that an importer left to be written
// is none.
int32_t about_list(const Scenario *scenario, Str *keys);
