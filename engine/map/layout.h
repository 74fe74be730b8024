// The map of a case: scenes in layers from the start, few crossings, edges that go down, no way through a scene.
// Layered layout after Sugiyama, Tagawa and Toda (1981): layers by longest path from the start with cycles broken at
// back edges, order within a layer by the weighted median heuristic and by exchanging neighbours (Gansner, Koutsofios,
// North and Vo 1993), coordinates by a few passes of least squares. Edges through many layers pass beside the drawing
// instead, those to the same scene along one lane (layout_lanes.c). Scenes that carry `at` keep it, and the others make
// room for them; only then may a way lead through a scene. The same case always gives the same map.
//
//     Layout layout = layout_of(&arena, &scratch, scenario);
//
// Linear but for the ordering and for n log n of lanes; 1,000 scenes in a few milliseconds; no recursion.
//
// A way that goes down leaves the foot of a scene and ends at the top of another; one that goes back leaves its side
// and ends at a side, within LAYOUT_GAP_BESIDE of it. In between it runs upright along its runs, in their order, and
// passes from one to the next within the gap between two layers.
#pragma once

#include "scenario/scenario_edges.h"

typedef struct {
    SceneId scene;
    int32_t x, y; // top left, in units of one sixteenth of a scene's width
    int32_t layer;
} LayoutNode;

// A piece of a way that runs upright beside the scenes of one layer, or of several.
typedef struct {
    int32_t x;
    int32_t top, foot; // y: where the scenes of the upper layer begin, and where those of the lower one end
} LayoutRun;

typedef struct {
    Edge way;
    bool back; // goes against the layers, or to the scene it comes from
    Span runs; // layout runs between the scenes it joins, in its direction; at most one a layer
} LayoutEdge;

typedef struct {
    const LayoutNode *nodes; // in the order of the file: that of scene `id` is nodes[id - 1]
    const LayoutEdge *edges; // in the order of scenario_list_edges
    const LayoutRun *runs;
    int32_t node_count, edge_count, run_count;
    int32_t left, top, width, height; // of all that is drawn; left and top are 0 unless scenes were placed
} Layout;

enum {
    LAYOUT_NODE_WIDTH = 16,
    LAYOUT_NODE_HEIGHT = 4,
    LAYOUT_GAP_X = 4,
    LAYOUT_GAP_Y = 5,
    LAYOUT_GAP_BESIDE = 3 // between a scene and a way that runs beside it
};

Layout layout_of(Arena *arena, Arena *scratch, const Scenario *scenario);
// The same with scenes folded into others: `into` tells by SceneId where each is seen, itself where it is not folded.
// Ways between two that are seen at the same place are left out, and a scene that is folded has the place of that one.
Layout layout_of_folded(Arena *arena, Arena *scratch, const Scenario *scenario, const SceneId *into);
