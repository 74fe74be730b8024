// Days of the calendar, as texts YYYY-MM-DD.
#pragma once

#include "base/catalog.h"

bool date_is_valid(Str date); // the form, and a day that there is
// Days from 1970-01-01 to that day, negative before it; -1 when it is no date, as for the last day of 1969.
int32_t date_days(Str date);
// "27 November 2026", in the catalogue's language; what is no date stays as it is.
Str date_told(Arena *arena, const Catalog *catalog, Str date);
