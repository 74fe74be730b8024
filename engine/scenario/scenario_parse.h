// From bytes to a Scenario. Everything that is wrong with the file is collected in one pass: bytes, shape, links and
// conditions.
#pragma once

#include "scenario/findings.h"
#include "scenario/framework.h"
#include "scenario/scenario.h"

// Reads one case. The result is never NULL; `playable` is false when an error was found (then it may be partly empty,
// but every id in it is valid). `framework` must outlive the result; `bytes` need not.
Scenario *scenario_parse(Arena *arena, Arena *scratch, const Framework *framework, Str bytes, Findings *findings);

// Reads a file of detectors alone ({"format", "language", "version", "detectors"}): a Scenario that holds nothing else.
Scenario *scenario_parse_detectors(Arena *arena, Arena *scratch, Str bytes, Findings *findings);
