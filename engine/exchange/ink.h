// Ink source: scenes as knots, answers as choices, gauges and facts as variables. What the rules of a case make of an
// answer stands in functions, so that the same answers lead to the same gauges, facts, marks and scenes.
#pragma once

#include "exchange/loss.h"
#include "scenario/scenario.h"

// `bytes` are those the case was parsed from, for lines.
Str ink_write(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, LossReport *report);
