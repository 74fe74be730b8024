// Internal to the checks: what they share, and their names. scenario_check.c holds the table of all of them and says in
// which order they run; each adds findings of one code, so that what an author may wonder about has one place to be
// read.
//
// A case that is checked may be broken. What hangs on a name that nothing has, or on a key that was misspelt, is not
// told as well: one mistake, one finding.
#pragma once

#include "check/case_check.h"
#include "scenario/findings.h"
#include "scenario/scenario_edges.h"

typedef struct {
    const Scenario *scenario;
    const CheckOptions *options;
    Arena *scratch; // what a check pushes here is gone after it
    Findings *findings;
    EdgeTable edges;     // in the order of the file
    const bool *misread; // by SceneId: what leads on from it could not be read, and that was told
    const bool *broken;  // by SceneId: it has a way to a scene that is not there, and that was told
} Check;

typedef void CheckFunction(const Check *check);

// check_walks.c: how scenes hang together, whatever conditions say
CheckFunction check_dead_ends, check_no_endings, check_auto_loops, check_unreachable_scenes;
// check_uses.c: what is declared and what becomes of it
CheckFunction check_conditions, check_unused_facts, check_unused_characters, check_still_gauges;
CheckFunction check_unmeasured_competencies;
// check_craft.c: what a decision teaches
CheckFunction check_missing_whys, check_one_way_choices, check_dominant_options;
// check_bias.c: what tells the best option without reading it
CheckFunction check_longest_is_best, check_position_bias, check_same_letter;
// check_page.c: what fits the projected page
CheckFunction check_overflow;
// check_text.c: the words themselves
CheckFunction check_hard_to_read, check_past_review, check_personal, check_typography;

Str check_number(const Check *check, int32_t number); // as an argument of a finding
