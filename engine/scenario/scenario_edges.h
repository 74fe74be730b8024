// Every way out of every scene: what the map draws and the checks of walks follow.
#pragma once

#include "scenario/scenario.h"

typedef struct {
    SceneId from, to;
    OptionId option;  // the option that leads there; OPTION_OWN_WORDS; 0 for other ways
    Str label;        // A, B… of an option, "≥ 75 %" of a share; empty for plain successions
    bool conditional; // some condition stands on it
} Edge;

typedef ROWS_OF(Edge) EdgeTable;

// Appends the ways of all scenes, in the order of the file, each once; ways whose scene is not there are left out.
// Several may join the same two scenes.
void scenario_list_edges(Arena *arena, const Scenario *scenario, EdgeTable *edges);

// Where a scene or an answer goes on that has no way of its own: the following scene of a quiz, else 0.
SceneId scenario_following(const Scenario *scenario, SceneId scene);
