// The layered graph behind a map. Vertices are the scenes, by SceneId, and after them the bends of edges that pass
// through layers: each link is then cut into pieces that join two vertices of neighbouring layers. Internal to the
// layout.
#pragma once

#include "map/layout.h"

enum { GRAPH_FINE = 64 }; // centres are counted in this fraction of a unit

// The neighbours of each vertex in the layer above, or in the one below.
typedef struct {
    Span *spans;   // by vertex, of `rows`
    int32_t *rows; // vertices
} Neighbours;

typedef struct {
    int32_t scene_count; // vertices 1 … scene_count are scenes
    int32_t count;       // of vertices; number 0 is none of them
    int32_t layer_count;
    int32_t *layer;  // by vertex; 0 is the uppermost, NOT_SAID that of a scene outside the graph
    Span *layers;    // by layer, of `order`
    int32_t *order;  // vertices, layer by layer, each from left to right
    int32_t *place;  // by vertex: how many stand before it in its layer
    int32_t *centre; // by vertex: x
    Neighbours up, down;
} Graph;

// From the middle of a vertex to its side, in fine units: a bend has no width.
static inline int32_t layout_half_width(const Graph *graph, int32_t vertex) {
    return vertex <= graph->scene_count ? LAYOUT_NODE_WIDTH / 2 * GRAPH_FINE : 0;
}

void layout_order(Graph *graph, Arena *scratch, SceneId start); // fills `order` and `place` with few crossings
void layout_balance(Graph *graph, Arena *scratch);              // fills `centre`

// All edges from one scene to another, drawn along one way.
typedef struct {
    SceneId upper, lower;
    bool back;    // the edges go from the lower scene to the upper one
    bool outside; // has no bends: passes through more layers than there are bends for, and beside them all
    Span bends;   // vertices, from the upper scene to the lower one
    int32_t lane; // of an outside link: x
} Link;

typedef ROWS_OF(Link) LinkTable;

int32_t layout_left_of(const Graph *graph, int32_t layer); // x where its first scene or bend begins

// Sets the lanes of links that pass outside.
void layout_lay_lanes(const Graph *graph, Arena *scratch, LinkTable *links);

// The edges of a case and the layers that they make once cycles are broken.
typedef struct {
    EdgeTable edges;
    const Span *ways; // by SceneId: edges out of it
    bool *back;       // by edge: closes a cycle, or leads to the scene it comes from
    int32_t *layer;   // by SceneId; NOT_SAID when no edge joins the scene to another
    int32_t layer_count;
} Ranking;

// Everything is pushed on `scratch` but the edges, whose labels the layout keeps.
Ranking layout_rank(Arena *arena, Arena *scratch, const Scenario *scenario, const SceneId *into); // NULL: none folded

// Moves the nodes of scenes that carry `at` there, and others out of their way. By SceneId: whether it was moved.
bool *layout_place_scenes(Arena *arena, const Scenario *scenario, LayoutNode *nodes);
