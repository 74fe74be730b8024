// All that can be said about a case that was read, in one call: whoever shows findings calls nothing else.
//
//     Scenario *scenario = scenario_parse(&arena, &scratch, framework, bytes, &findings);
//     case_check(scenario, bytes, today, &scratch, &findings);
//
// Parsing tells what is wrong with bytes, shape, links and rules. Added to that are, in this order, because no more
// than LIMIT_FINDINGS are kept: how scenes hang together, what is declared and never used, the craft of writing, and
// the words (one small function a finding, in one table); the case's own detectors, tried on their examples and on
// hostile text; and, when there is no error and no more than LIMIT_CHECK_STATES / 4 scenes, what no walk meets
// (session/explore.h). At last every finding, those of parsing too, gets its line, column and pointer, and they are
// sorted by place.
//
// A file of detectors (scenario_parse_detectors) is checked by the same call: it has no scenes to look at.
#pragma once

#include "scenario/findings.h"
#include "scenario/scenario.h"

// `bytes` are those that were parsed, `today` counts days since 1970-01-01, for past-review; 0: not checked. Findings
// are kept on findings->arena; nothing is left on `scratch`.
void case_check(const Scenario *scenario, Str bytes, int32_t today, Arena *scratch, Findings *findings);
