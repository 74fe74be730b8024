#include "map/layout_graph.h"

#include <string.h>

enum {
    LAYER_HEIGHT = LAYOUT_NODE_HEIGHT + LAYOUT_GAP_Y,
    COLUMN_WIDTH = LAYOUT_NODE_WIDTH + LAYOUT_GAP_X,
    BENDS_PER_SCENE = 4, // edges through many layers pass outside once a case has more bends than that
    BENDS_LEAST = 2048,
    LOOSE_COLUMNS = 4 // of the scenes that nothing joins, at least
};

typedef struct {
    Arena *arena, *scratch;
    const Scenario *scenario;
    Ranking ranking;
    LinkTable links;
    int32_t *link_of; // by edge: row of links, or -1 when it joins a scene to itself
    Graph graph;
    Layout layout;
    LayoutNode *nodes;
    ROWS_OF(LayoutRun) runs;
    bool *moved; // by SceneId: it does not stand where the graph has it
} Drawing;

static int32_t count_between(const Drawing *drawing, const Link *link) {
    return drawing->ranking.layer[link->lower] - drawing->ranking.layer[link->upper] - 1;
}

static void collect_links(Drawing *drawing) {
    const Ranking *ranking = &drawing->ranking;
    int32_t scene_count = drawing->scenario->scenes.count;
    SceneId *met_from = arena_push(drawing->scratch, SceneId, scene_count); // by scene: the last that led to it
    int32_t *met_link = arena_push(drawing->scratch, int32_t, scene_count);
    drawing->link_of = arena_push(drawing->scratch, int32_t, ranking->edges.count);
    for (int32_t i = 0; i < ranking->edges.count; i++) {
        const Edge *edge = &ranking->edges.rows[i];
        bool back = ranking->back[i];
        if (edge->from == edge->to) {
            drawing->link_of[i] = -1;
            continue;
        }
        if (met_from[edge->to] != edge->from) {
            met_from[edge->to] = edge->from;
            met_link[edge->to] = drawing->links.count;
            *rows_append(drawing->scratch, &drawing->links) =
                (Link){.upper = back ? edge->to : edge->from, .lower = back ? edge->from : edge->to, .back = back};
        }
        drawing->link_of[i] = met_link[edge->to];
    }
}

// How many layers a link may pass through: shorter links get their bends first.
static int32_t find_longest(const Drawing *drawing) {
    int32_t *links_by_length = arena_push(drawing->scratch, int32_t, drawing->ranking.layer_count + 1);
    for (int32_t i = 0; i < drawing->links.count; i++) {
        links_by_length[count_between(drawing, &drawing->links.rows[i])]++;
    }
    int64_t left = (int64_t)BENDS_PER_SCENE * drawing->scenario->scenes.count + BENDS_LEAST;
    int32_t longest = 0;
    while (longest < drawing->ranking.layer_count) {
        left -= (int64_t)links_by_length[longest + 1] * (longest + 1);
        if (left < 0) {
            break;
        }
        longest++;
    }
    return longest;
}

// Numbers the bends of all links from `first` on; returns how many there are.
static int32_t number_bends(Drawing *drawing, int32_t first) {
    int32_t longest = find_longest(drawing);
    int32_t next = first;
    for (int32_t i = 0; i < drawing->links.count; i++) {
        Link *link = &drawing->links.rows[i];
        int32_t between = count_between(drawing, link);
        link->outside = between > longest;
        link->bends = (Span){next, link->outside ? 0 : between};
        next += link->bends.count;
    }
    return next - first;
}

static void set_layers(Drawing *drawing) {
    Graph *graph = &drawing->graph;
    memcpy(graph->layer, drawing->ranking.layer, (size_t)(graph->scene_count + 1) * sizeof *graph->layer);
    graph->layer[0] = NOT_SAID;
    for (int32_t i = 0; i < drawing->links.count; i++) {
        const Link *link = &drawing->links.rows[i];
        for (int32_t k = 0; k < link->bends.count; k++) {
            graph->layer[link->bends.first + k] = graph->layer[link->upper] + 1 + k;
        }
    }
    for (int32_t vertex = 1; vertex <= graph->count; vertex++) {
        if (graph->layer[vertex] != NOT_SAID) {
            graph->layers[graph->layer[vertex]].count++;
        }
    }
    for (int32_t layer = 1; layer < graph->layer_count; layer++) {
        graph->layers[layer].first = graph->layers[layer - 1].first + graph->layers[layer - 1].count;
    }
}

static void count_joined(Graph *graph, int32_t upper, int32_t lower) {
    graph->down.spans[upper].count++;
    graph->up.spans[lower].count++;
}

static void join(Graph *graph, int32_t upper, int32_t lower) {
    Span *down = &graph->down.spans[upper];
    Span *up = &graph->up.spans[lower];
    graph->down.rows[down->first + down->count++] = lower;
    graph->up.rows[up->first + up->count++] = upper;
}

// Calls `visit` for each piece of each link, from one layer to the next.
static void visit_pieces(Drawing *drawing, void (*visit)(Graph *graph, int32_t upper, int32_t lower)) {
    for (int32_t i = 0; i < drawing->links.count; i++) {
        const Link *link = &drawing->links.rows[i];
        int32_t upper = link->upper;
        for (int32_t k = 0; k < link->bends.count; k++) {
            visit(&drawing->graph, upper, link->bends.first + k);
            upper = link->bends.first + k;
        }
        if (!link->outside) {
            visit(&drawing->graph, upper, link->lower);
        }
    }
}

// From counts to empty spans that lie one after the other, with room for what was counted.
static int32_t *make_room(Arena *arena, Span *spans, int32_t count) {
    int32_t total = 0;
    for (int32_t i = 0; i <= count; i++) {
        int32_t wanted = spans[i].count;
        spans[i] = (Span){total, 0};
        total += wanted;
    }
    return arena_push(arena, int32_t, total);
}

static void build_graph(Drawing *drawing) {
    Arena *scratch = drawing->scratch;
    Graph *graph = &drawing->graph;
    graph->scene_count = drawing->scenario->scenes.count - 1;
    graph->count = graph->scene_count + number_bends(drawing, graph->scene_count + 1);
    graph->layer_count = drawing->ranking.layer_count;
    graph->layer = arena_push(scratch, int32_t, graph->count + 1);
    graph->layers = arena_push(scratch, Span, graph->layer_count);
    graph->order = arena_push(scratch, int32_t, graph->count);
    graph->place = arena_push(scratch, int32_t, graph->count + 1);
    graph->centre = arena_push(scratch, int32_t, graph->count + 1);
    graph->up.spans = arena_push(scratch, Span, graph->count + 1);
    graph->down.spans = arena_push(scratch, Span, graph->count + 1);
    set_layers(drawing);
    visit_pieces(drawing, count_joined);
    graph->up.rows = make_room(scratch, graph->up.spans, graph->count);
    graph->down.rows = make_room(scratch, graph->down.spans, graph->count);
    visit_pieces(drawing, join);
}

// Whole units, counted from the leftmost scene, bend or lane.
static void align_left(Drawing *drawing) {
    Graph *graph = &drawing->graph;
    int32_t least = INT32_MAX;
    for (int32_t layer = 0; layer < graph->layer_count; layer++) {
        int32_t left = layout_left_of(graph, layer);
        least = left < least ? left : least;
    }
    for (int32_t i = 0; i < drawing->links.count; i++) {
        const Link *link = &drawing->links.rows[i];
        least = link->outside && link->lane < least ? link->lane : least;
    }
    for (int32_t vertex = 1; vertex <= graph->count; vertex++) {
        graph->centre[vertex] = (graph->centre[vertex] - least) / GRAPH_FINE;
    }
    for (int32_t i = 0; i < drawing->links.count; i++) {
        Link *link = &drawing->links.rows[i];
        link->lane = (link->lane - least) / GRAPH_FINE;
    }
}

static void set_node(Drawing *drawing, SceneId scene, int32_t x, int32_t layer) {
    drawing->nodes[scene - 1] = (LayoutNode){scene, x, layer * LAYER_HEIGHT, layer};
}

// Scenes that nothing joins stand in rows under the others.
static void set_nodes(Drawing *drawing) {
    const Graph *graph = &drawing->graph;
    int32_t right = 0;
    for (SceneId scene = 1; scene <= graph->scene_count; scene++) {
        int32_t x = graph->centre[scene] - LAYOUT_NODE_WIDTH / 2;
        if (graph->layer[scene] != NOT_SAID) {
            set_node(drawing, scene, x, graph->layer[scene]);
            right = x > right ? x : right;
        }
    }
    int32_t columns = right / COLUMN_WIDTH + 1 < LOOSE_COLUMNS ? LOOSE_COLUMNS : right / COLUMN_WIDTH + 1;
    int32_t loose = 0;
    for (SceneId scene = 1; scene <= graph->scene_count; scene++) {
        if (graph->layer[scene] == NOT_SAID) {
            set_node(drawing, scene, loose % columns * COLUMN_WIDTH, graph->layer_count + loose / columns);
            loose++;
        }
    }
}

static LayoutRun make_run(int32_t x, int32_t first_layer, int32_t last_layer) {
    return (LayoutRun){x, first_layer * LAYER_HEIGHT, last_layer * LAYER_HEIGHT + LAYOUT_NODE_HEIGHT};
}

// Bends one below the other are one run.
static void add_bends(Drawing *drawing, const Link *link) {
    const Graph *graph = &drawing->graph;
    int32_t first = drawing->runs.count;
    for (int32_t i = 0; i < link->bends.count; i++) {
        int32_t vertex = link->bends.first + (link->back ? link->bends.count - 1 - i : i);
        LayoutRun run = make_run(graph->centre[vertex], graph->layer[vertex], graph->layer[vertex]);
        LayoutRun *before = drawing->runs.count > first ? &drawing->runs.rows[drawing->runs.count - 1] : NULL;
        if (before != NULL && before->x == run.x) {
            before->top = link->back ? run.top : before->top;
            before->foot = link->back ? before->foot : run.foot;
        } else {
            *rows_append(drawing->arena, &drawing->runs) = run;
        }
    }
}

// A link that ends at a scene which was moved has lost its way.
static Span add_runs(Drawing *drawing, const Link *link) {
    const int32_t *layer = drawing->graph.layer;
    int32_t first = drawing->runs.count;
    if (drawing->moved[link->upper] || drawing->moved[link->lower]) {
        return (Span){0};
    }
    if (link->outside) {
        *rows_append(drawing->arena, &drawing->runs) =
            make_run(link->lane, layer[link->upper] + 1, layer[link->lower] - 1);
    } else {
        add_bends(drawing, link);
    }
    return (Span){first, drawing->runs.count - first};
}

static void set_edges(Drawing *drawing) {
    const Ranking *ranking = &drawing->ranking;
    LayoutEdge *edges = arena_push(drawing->arena, LayoutEdge, ranking->edges.count);
    Span *spans = arena_push(drawing->scratch, Span, drawing->links.count);
    for (int32_t i = 0; i < drawing->links.count; i++) {
        spans[i] = add_runs(drawing, &drawing->links.rows[i]);
    }
    rows_fit(drawing->arena, &drawing->runs);
    for (int32_t i = 0; i < ranking->edges.count; i++) {
        int32_t link = drawing->link_of[i];
        edges[i] = (LayoutEdge){.way = ranking->edges.rows[i], .back = ranking->back[i]};
        edges[i].runs = link >= 0 ? spans[link] : (Span){0};
    }
    drawing->layout.edges = edges;
    drawing->layout.edge_count = ranking->edges.count;
    drawing->layout.runs = drawing->runs.rows;
    drawing->layout.run_count = drawing->runs.count;
}

static void measure(Layout *layout) {
    int32_t right = 0, bottom = 0;
    layout->left = layout->node_count > 0 ? INT32_MAX : 0;
    layout->top = layout->left;
    for (int32_t i = 0; i < layout->node_count; i++) {
        const LayoutNode *node = &layout->nodes[i];
        layout->left = node->x < layout->left ? node->x : layout->left;
        layout->top = node->y < layout->top ? node->y : layout->top;
        right = i == 0 || node->x > right ? node->x : right;
        bottom = i == 0 || node->y > bottom ? node->y : bottom;
    }
    right += LAYOUT_NODE_WIDTH;
    for (int32_t i = 0; i < layout->run_count; i++) {
        int32_t x = layout->runs[i].x;
        layout->left = x < layout->left ? x : layout->left;
        right = x > right ? x : right;
    }
    layout->width = right - layout->left;
    layout->height = bottom + LAYOUT_NODE_HEIGHT - layout->top;
}

static void lay_on_folds(Drawing *drawing, const SceneId *into) {
    for (int32_t i = 0; i < drawing->graph.scene_count; i++) {
        SceneId scene = drawing->nodes[i].scene;
        drawing->nodes[i] = drawing->nodes[into[scene] - 1];
        drawing->nodes[i].scene = scene;
    }
}

Layout layout_of(Arena *arena, Arena *scratch, const Scenario *scenario) {
    return layout_of_folded(arena, scratch, scenario, NULL);
}

Layout layout_of_folded(Arena *arena, Arena *scratch, const Scenario *scenario, const SceneId *into) {
    ArenaMark mark = arena_mark(scratch);
    Drawing drawing = {.arena = arena, .scratch = scratch, .scenario = scenario};
    drawing.ranking = layout_rank(arena, scratch, scenario, into);
    collect_links(&drawing);
    build_graph(&drawing);
    layout_order(&drawing.graph, scratch, into ? into[scenario->start.id] : scenario->start.id);
    layout_balance(&drawing.graph, scratch);
    layout_lay_lanes(&drawing.graph, scratch, &drawing.links);
    align_left(&drawing);
    drawing.nodes = arena_push(arena, LayoutNode, drawing.graph.scene_count);
    set_nodes(&drawing);
    drawing.moved = layout_place_scenes(scratch, scenario, drawing.nodes);
    if (into) {
        lay_on_folds(&drawing, into);
    }
    drawing.layout.nodes = drawing.nodes;
    drawing.layout.node_count = drawing.graph.scene_count;
    set_edges(&drawing);
    measure(&drawing.layout);
    arena_rewind(scratch, mark);
    return drawing.layout;
}
