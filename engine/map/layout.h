// The map of a case: scenes in layers from the start, few crossings, edges that go down; those that go back up keep
// clear of the scenes between. Layered layout after Sugiyama, Tagawa and Toda (1981): layers by longest path from the
// start with cycles broken at back edges, order within a layer by the weighted median heuristic and by exchanging
// neighbours (Gansner, Koutsofios, North and Vo 1993), coordinates by a few passes of least squares. Scenes that carry
// `at` keep it, and the others make room for them. The same case always gives the same map.
//
//     Layout layout = layout_of(&arena, &scratch, scenario);
//
// Linear but for the ordering; 1,000 scenes in a few milliseconds; no recursion.
#pragma once

#include "scenario/scenario_edges.h"

typedef struct {
    SceneId scene;
    int32_t x, y; // top left, in units of one sixteenth of a scene's width
    int32_t layer;
} LayoutNode;

typedef struct {
    int32_t x, y;
} LayoutPoint;

typedef struct {
    Edge way;
    bool back;  // goes against the layers, or to the scene it comes from
    Span bends; // layout points that it passes between the scenes it joins, in its direction
} LayoutEdge;

typedef struct {
    const LayoutNode *nodes; // in the order of the file: that of scene `id` is nodes[id - 1]
    const LayoutEdge *edges; // in the order of scenario_list_edges
    const LayoutPoint *points;
    int32_t node_count, edge_count, point_count;
    int32_t left, top, width, height; // of all that is drawn; left and top are 0 unless scenes were placed
} Layout;

enum { LAYOUT_NODE_WIDTH = 16, LAYOUT_NODE_HEIGHT = 4, LAYOUT_GAP_X = 4, LAYOUT_GAP_Y = 5 };

Layout layout_of(Arena *arena, Arena *scratch, const Scenario *scenario);
