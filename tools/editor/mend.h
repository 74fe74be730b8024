// What is to be written instead of what a finding is about, where the check is sure of it: typography, HTML that a text
// can say, letters of another look than those that are drawn, a mark of 0, a key that is misspelt. Whatever asks for a
// decision of the author has no mend.
//
//     Operations mend;
//     if (mend_find(&arena, scenario, bytes, finding, &mend)) {
//         document_edit(&document, &scratch, mend.rows, mend.count, &moment);      // one step
//     }
//
// `scenario` was read from `bytes`, and the findings were located in them.
#pragma once

#include "editor/operation.h"
#include "scenario/findings.h"

bool mend_find(Arena *arena, const Scenario *scenario, Str bytes, const Finding *finding, Operations *mend);
// All that can be mended, as one step.
Operations mend_all(Arena *arena, const Scenario *scenario, Str bytes, const Findings *findings);
