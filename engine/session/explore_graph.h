// How the scenes of a case hang together, whatever conditions say. Internal to exploring.
//
// Scenes that lead to each other and back form one component; a scene that cannot be met again is one alone. Components
// are numbered from 1 so that every way leads to the same component or to a later one (Tarjan 1972). A walk therefore
// never comes back to a component that it has left, and when one is taken up all that leads to it is known.
#pragma once

#include "scenario/scenario.h"

typedef struct {
    const int32_t *component; // by SceneId; 0: no way from the start leads there
    int32_t component_count;  // the last one
    const SceneId *scenes;    // component after component
    // By component, with one more that ends the last:
    const int32_t *first;        // where its scenes begin
    const bool *circular;        // its scenes can be met again
    const int32_t *entered_from; // the first component in which a step of a walk may begin that enters a scene of it
} SceneGraph;

SceneGraph scene_graph_create(Arena *arena, Arena *scratch, const Scenario *scenario);
