// A branch of a case: what it leads to, and the copy of it, with the ways that stay within. A copy is a case of its
// own that holds these scenes alone, so that it can be put into any other; its ways out of it name scenes as they did.
//
//     bool *chosen = branch_of(&arena, scenario, scene);
//     Str branch = branch_copy(&arena, scenario, bytes, chosen);
//     Operations steps = branch_paste(&arena, framework, scenario, branch);       // in one step of the document
#pragma once

#include "editor/operation.h"
#include "scenario/framework.h"

// By SceneId: the scene itself, and what walks from the start come to through it alone. Of a scene that no walk comes
// to, all that it leads to and that no other walk does.
bool *branch_of(Arena *arena, const Scenario *scenario, SceneId scene);

bool branch_is(Arena *scratch, Str text); // what branch_copy gave, also in another window
Str branch_copy(Arena *arena, const Scenario *scenario, Str bytes, const bool *chosen);
// Behind all scenes of `into`, with ids that nothing there has and no places of their own on the map; none where the
// branch is no case.
Operations branch_paste(Arena *arena, const Framework *framework, const Scenario *into, Str branch);
