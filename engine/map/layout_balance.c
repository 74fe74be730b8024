// Where vertices stand: each wants to stand over its neighbours. A pass moves one layer to the places that its
// neighbours wish for, as near as the order and the gaps between vertices allow. At the end chains are pulled straight:
// scenes that follow each other, and the bends of long edges.
#include "map/layout_graph.h"

#include "base/error.h"

enum {
    PASSES = 12,
    GAP = LAYOUT_GAP_X * GRAPH_FINE, // between two scenes
    BEND_GAP = LAYOUT_GAP_BESIDE * GRAPH_FINE
};

// Vertices pushed together: they stand as close as they may, where all their wishes balance.
typedef struct {
    int32_t first; // in the layer
    int64_t weight;
    int64_t wishes; // the sum of wished centres, each less its offset in the layer and times its weight
    int64_t place;  // where they balance: wishes ÷ weight
} Block;

typedef struct {
    Graph *graph;
    Block *blocks;
    int32_t block_count;
} Balancer;

static bool is_bend(const Graph *graph, int32_t vertex) {
    return vertex > graph->scene_count;
}

// Between the centres of two vertices that stand side by side.
static int32_t distance_between(const Graph *graph, int32_t left, int32_t right) {
    return layout_half_width(graph, left) + layout_half_width(graph, right) +
           (is_bend(graph, left) || is_bend(graph, right) ? BEND_GAP : GAP);
}

// True when a vertex has one neighbour below, and is the only one above that.
static bool is_linked(const Graph *graph, int32_t upper) {
    Span down = graph->down.spans[upper];
    return down.count == 1 && graph->up.spans[graph->down.rows[down.first]].count == 1;
}

// Pieces of a chain pull most, so that it runs straight; those of a vertex with many neighbours pull least.
static int32_t find_weight(const Graph *graph, int32_t upper, int32_t lower) {
    enum { WEAK = 1, MIDDLING = 2, STRONG = 8 };
    bool only_down = graph->down.spans[upper].count == 1;
    bool only_up = graph->up.spans[lower].count == 1;
    return only_down && only_up ? STRONG : only_down || only_up ? MIDDLING : WEAK;
}

static void add_wishes(const Graph *graph, bool up, int32_t vertex, Block *block) {
    const Neighbours *neighbours = up ? &graph->up : &graph->down;
    Span span = neighbours->spans[vertex];
    for (int32_t i = 0; i < span.count; i++) {
        int32_t other = neighbours->rows[span.first + i];
        int32_t weight = up ? find_weight(graph, other, vertex) : find_weight(graph, vertex, other);
        block->weight += weight;
        block->wishes += (int64_t)weight * graph->centre[other];
    }
}

// Rounded towards the left, whatever the sign: places that differ by whole units still do.
static int64_t divide_down(int64_t a, int64_t b) {
    return a >= 0 ? a / b : -((-a + b - 1) / b);
}

// A block that wishes to stand left of the one before joins it (pool adjacent violators: exact for least squares).
static void add_block(Balancer *balancer, Block block) {
    block.place = divide_down(block.wishes, block.weight);
    while (balancer->block_count > 0 && balancer->blocks[balancer->block_count - 1].place > block.place) {
        const Block *before = &balancer->blocks[--balancer->block_count];
        block.first = before->first;
        block.weight += before->weight;
        block.wishes += before->wishes;
        block.place = divide_down(block.wishes, block.weight);
    }
    balancer->blocks[balancer->block_count++] = block;
}

// A vertex without wishes wants to stay, but gives way.
static void balance_layer(Balancer *balancer, int32_t layer, bool by_up, bool by_down) {
    Graph *graph = balancer->graph;
    Span span = graph->layers[layer];
    const int32_t *vertices = graph->order + span.first;
    balancer->block_count = 0;
    int64_t offset = 0;
    for (int32_t i = 0; i < span.count; i++) {
        offset += i > 0 ? distance_between(graph, vertices[i - 1], vertices[i]) : 0;
        Block block = {.first = i};
        if (by_up) {
            add_wishes(graph, true, vertices[i], &block);
        }
        if (by_down) {
            add_wishes(graph, false, vertices[i], &block);
        }
        if (block.weight == 0) {
            block = (Block){.first = i, .weight = 1, .wishes = graph->centre[vertices[i]]};
        }
        block.wishes -= block.weight * offset;
        add_block(balancer, block);
    }
    offset = 0;
    for (int32_t i = 0, at = 0; i < span.count; i++) {
        offset += i > 0 ? distance_between(graph, vertices[i - 1], vertices[i]) : 0;
        at += at + 1 < balancer->block_count && balancer->blocks[at + 1].first == i;
        graph->centre[vertices[i]] = (int32_t)(balancer->blocks[at].place + offset);
    }
}

static void set_side_by_side(Graph *graph) {
    for (int32_t layer = 0; layer < graph->layer_count; layer++) {
        Span span = graph->layers[layer];
        int32_t centre = 0;
        for (int32_t i = 0; i < span.count; i++) {
            int32_t vertex = graph->order[span.first + i];
            centre += i > 0 ? distance_between(graph, graph->order[span.first + i - 1], vertex) : 0;
            graph->centre[vertex] = centre;
        }
    }
}

// Where a vertex may stand between its neighbours in the layer.
static void narrow(const Graph *graph, int32_t vertex, int32_t *least, int32_t *most) {
    Span layer = graph->layers[graph->layer[vertex]];
    const int32_t *at = graph->order + layer.first + graph->place[vertex];
    if (graph->place[vertex] > 0) {
        int32_t left = graph->centre[at[-1]] + distance_between(graph, at[-1], vertex);
        *least = left > *least ? left : *least;
    }
    if (graph->place[vertex] + 1 < layer.count) {
        int32_t right = graph->centre[at[1]] - distance_between(graph, vertex, at[1]);
        *most = right < *most ? right : *most;
    }
}

// Gives as many vertices of a chain as can the same centre, from `first` on down; returns the first that cannot, or 0.
static int32_t straighten_from(Graph *graph, int32_t first) {
    int32_t least = INT32_MIN, most = INT32_MAX;
    int64_t sum = 0;
    int32_t count = 0;
    int32_t vertex = first;
    for (bool linked = true; linked; count++) {
        int32_t narrow_least = least, narrow_most = most;
        narrow(graph, vertex, &narrow_least, &narrow_most);
        if (narrow_least > narrow_most) {
            break;
        }
        least = narrow_least;
        most = narrow_most;
        sum += graph->centre[vertex];
        linked = is_linked(graph, vertex);
        vertex = linked ? graph->down.rows[graph->down.spans[vertex].first] : 0;
    }
    ASSERT(count > 0);
    int64_t mean = divide_down(sum, count);
    int32_t centre = mean < least ? least : mean > most ? most : (int32_t)mean;
    for (int32_t at = first; count > 0; count--) {
        graph->centre[at] = centre;
        at = count > 1 ? graph->down.rows[graph->down.spans[at].first] : 0;
    }
    return vertex;
}

static void straighten_chains(Graph *graph) {
    for (int32_t vertex = 1; vertex <= graph->count; vertex++) {
        Span up = graph->up.spans[vertex];
        bool begins = up.count != 1 || !is_linked(graph, graph->up.rows[up.first]);
        int32_t next = begins && is_linked(graph, vertex) ? vertex : 0;
        while (next != 0) {
            next = straighten_from(graph, next);
        }
    }
}

void layout_balance(Graph *graph, Arena *scratch) {
    ArenaMark mark = arena_mark(scratch);
    Balancer balancer = {.graph = graph, .blocks = arena_push(scratch, Block, graph->count)};
    set_side_by_side(graph);
    for (int32_t pass = 0; pass < PASSES; pass++) {
        bool downwards = pass % 2 == 0;
        bool last = pass >= PASSES / 2;
        for (int32_t i = 0; i < graph->layer_count; i++) {
            int32_t layer = downwards ? i : graph->layer_count - 1 - i;
            balance_layer(&balancer, layer, downwards || last, !downwards || last);
        }
    }
    straighten_chains(graph);
    arena_rewind(scratch, mark);
}
