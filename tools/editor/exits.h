// What leads on from a scene: a row for each answer that may have a way of its own, whether it has one or not. On the
// map an arrow begins at each.
//
//     Exits exits = exits_of(&arena, scenario, scene);
//     operation_text(&arena, exits.rows[0].at, S("the-other-scene"))     // that is where the first one leads now
#pragma once

#include "editor/operation.h"
#include "scenario/scenario_edges.h"

typedef struct {
    OptionId option; // as Edge.option
    Str label;       // as Edge.label
    Str at;          // pointer of the id of the scene that it leads to; of ways with conditions, of the last of them
} Exit;

typedef ROWS_OF(Exit) Exits;

Exits exits_of(Arena *arena, const Scenario *scenario, SceneId scene); // none of an ending
int32_t exits_find(const Exits *exits, const Edge *edge);              // the row in which a way begins; -1: in none

// Leads all ways from one scene to another to a third instead. Ways of a quiz that only follow each other get one of
// their own. `scenario` was parsed from `bytes`.
Operations exits_lead(Arena *arena, const Scenario *scenario, Str bytes, const Edge *between, Str to);
