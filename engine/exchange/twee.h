// Twee 1, 2 and 3: a story as plain text, a header line a passage. Text is UTF-8 without a byte order mark.
#pragma once

#include "exchange/tale.h"
#include "scenario/scenario.h"

bool twee_is(Str text); // a line begins with :: and is no question of GIFT
// Where story->source is not NULL, `text` is its text.
void twee_read(Arena *arena, Arena *scratch, Str text, Tale *story, LossReport *report);
// Twee 3 for Harlowe. `bytes` are those the case was parsed from, for lines.
Str twee_write(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, LossReport *report);
