// Every way out of every scene: what the map draws and the checks of walks follow.
#pragma once

#include "scenario/scenario.h"

typedef struct {
    SceneId from, to;
    OptionId option;  // the option that leads there; OPTION_OWN_WORDS; 0 for other ways
    Str label;        // A, B… of an option, "≥ 75 %" of a share; empty for plain successions
    bool conditional; // some condition stands on it
    int32_t route;    // row of routes that names `to`; 0: the following scene
} Edge;

typedef ROWS_OF(Edge) EdgeTable;

// Appends the ways of all scenes, in the order of the file, each once; ways whose scene is not there are left out.
// Several may join the same two scenes.
void scenario_list_edges(Arena *arena, const Scenario *scenario, EdgeTable *edges);

// Where a scene or an answer goes on that has no way of its own: the following scene of a quiz, else 0.
SceneId scenario_following(const Scenario *scenario, SceneId scene);

// As in Edge.label: of the answer that stands at `index` from 0, own words behind the options; and of a band of shares.
Str scenario_answer_letter(int32_t index);
Str scenario_band_label(Arena *arena, const Scenario *scenario, const Ask *ask, int32_t index);
