// Which vertex stands beside which. Layers are swept downwards and upwards; each time a layer is put in the order of
// the medians of its neighbours, then vertices are exchanged as long as that uncrosses lines. The best order met is
// kept.
#include "map/layout_graph.h"

#include <stdlib.h>
#include <string.h>

enum {
    SWEEPS = 8,
    EXCHANGES = 4, // passes over one layer
    KEY_UNIT = 256 // medians are counted in this fraction of a place
};

typedef struct {
    int32_t key;
    int32_t place; // in the order before, so that no two are equal
    int32_t vertex;
} Sorted;

typedef struct {
    Graph *graph;
    int32_t *filled; // by vertex: how many neighbours were put in order
    int32_t *tree;   // of count_crossings
    Sorted *sorted;
    int32_t *best;
} Orderer;

static void number_layer(Graph *graph, int32_t layer) {
    Span span = graph->layers[layer];
    for (int32_t i = 0; i < span.count; i++) {
        graph->place[graph->order[span.first + i]] = i;
    }
}

// Puts the neighbours that the vertices of `layer` have in layer `other` in the order in which they stand there:
// whoever walks along `other` and hands each vertex to its neighbours hands them out in order.
static void sort_neighbours(Orderer *orderer, int32_t layer, int32_t other) {
    Graph *graph = orderer->graph;
    const Neighbours *mine = other < layer ? &graph->up : &graph->down;
    const Neighbours *theirs = other < layer ? &graph->down : &graph->up;
    Span span = graph->layers[layer];
    for (int32_t i = 0; i < span.count; i++) {
        orderer->filled[graph->order[span.first + i]] = 0;
    }
    Span others = graph->layers[other];
    for (int32_t i = 0; i < others.count; i++) {
        int32_t vertex = graph->order[others.first + i];
        Span given = theirs->spans[vertex];
        for (int32_t k = 0; k < given.count; k++) {
            int32_t to = theirs->rows[given.first + k];
            mine->rows[mine->spans[to].first + orderer->filled[to]++] = vertex;
        }
    }
}

// The weighted median of places in order: with an even number, between the two in the middle, nearer to the denser
// side.
static int32_t find_median(const Graph *graph, const int32_t *vertices, int32_t count) {
    int32_t middle = count / 2;
    int32_t after = graph->place[vertices[middle]] * KEY_UNIT;
    if (count % 2 == 1) {
        return after;
    }
    int32_t before = graph->place[vertices[middle - 1]] * KEY_UNIT;
    int32_t left = before - graph->place[vertices[0]] * KEY_UNIT;
    int32_t right = graph->place[vertices[count - 1]] * KEY_UNIT - after;
    if (left + right == 0) {
        return before + (after - before) / 2;
    }
    return (int32_t)(((int64_t)before * right + (int64_t)after * left) / (left + right));
}

static int compare_sorted(const void *a, const void *b) {
    const Sorted *left = a;
    const Sorted *right = b;
    if (left->key != right->key) {
        return left->key < right->key ? -1 : 1;
    }
    return left->place < right->place ? -1 : 1;
}

// Vertices without neighbours over there stay where they stand; the others share the remaining places.
static void sort_layer(Orderer *orderer, int32_t layer, const Neighbours *neighbours) {
    Graph *graph = orderer->graph;
    Span span = graph->layers[layer];
    int32_t count = 0;
    for (int32_t i = 0; i < span.count; i++) {
        int32_t vertex = graph->order[span.first + i];
        Span near = neighbours->spans[vertex];
        if (near.count > 0) {
            int32_t key = find_median(graph, neighbours->rows + near.first, near.count);
            orderer->sorted[count++] = (Sorted){key, i, vertex};
        }
    }
    qsort(orderer->sorted, (size_t)count, sizeof *orderer->sorted, compare_sorted);
    int32_t next = 0;
    for (int32_t i = 0; i < span.count; i++) {
        int32_t *vertex = &graph->order[span.first + i];
        if (neighbours->spans[*vertex].count > 0) {
            *vertex = orderer->sorted[next++].vertex;
        }
    }
    number_layer(graph, layer);
}

// By how much lines cross less when `right` stands before `left`; both lists of neighbours are in order.
static int64_t gain_of_exchange(const Graph *graph, const Neighbours *neighbours, int32_t left, int32_t right) {
    Span a = neighbours->spans[left];
    Span b = neighbours->spans[right];
    int64_t gain = 0;
    int32_t before = 0; // neighbours of `right` before the one of `left`
    for (int32_t i = 0; i < a.count; i++) {
        int32_t vertex = neighbours->rows[a.first + i];
        while (before < b.count && graph->place[neighbours->rows[b.first + before]] < graph->place[vertex]) {
            before++;
        }
        int32_t shared = before < b.count && neighbours->rows[b.first + before] == vertex;
        gain += before - (b.count - before - shared);
    }
    return gain;
}

static bool exchange_once(Graph *graph, int32_t layer) {
    Span span = graph->layers[layer];
    bool better = false;
    for (int32_t i = 0; i + 1 < span.count; i++) {
        int32_t *pair = &graph->order[span.first + i];
        int64_t gain = gain_of_exchange(graph, &graph->up, pair[0], pair[1]) +
                       gain_of_exchange(graph, &graph->down, pair[0], pair[1]);
        if (gain > 0) {
            int32_t vertex = pair[0];
            pair[0] = pair[1];
            pair[1] = vertex;
            better = true;
        }
    }
    number_layer(graph, layer);
    return better;
}

static void exchange_layer(Orderer *orderer, int32_t layer) {
    Graph *graph = orderer->graph;
    if (layer > 0) {
        sort_neighbours(orderer, layer, layer - 1);
    }
    if (layer + 1 < graph->layer_count) {
        sort_neighbours(orderer, layer, layer + 1);
    }
    int32_t passes = EXCHANGES;
    while (passes > 0 && exchange_once(graph, layer)) {
        passes--;
    }
}

// Lines that cross between a layer and the next: pairs whose ends stand in the other order, counted with a binary
// indexed tree over the places below (Barth, Jünger and Mutzel 2002).
static int64_t count_layer_crossings(Orderer *orderer, int32_t layer) {
    Graph *graph = orderer->graph;
    Span span = graph->layers[layer];
    int32_t below = graph->layers[layer + 1].count;
    sort_neighbours(orderer, layer, layer + 1);
    memset(orderer->tree, 0, (size_t)(below + 1) * sizeof *orderer->tree);
    int64_t crossings = 0;
    int32_t met = 0;
    for (int32_t i = 0; i < span.count; i++) {
        Span down = graph->down.spans[graph->order[span.first + i]];
        for (int32_t k = 0; k < down.count; k++) {
            int32_t place = graph->place[graph->down.rows[down.first + k]];
            crossings += met;
            for (int32_t at = place + 1; at > 0; at -= at & -at) {
                crossings -= orderer->tree[at];
            }
            for (int32_t at = place + 1; at <= below; at += at & -at) {
                orderer->tree[at]++;
            }
            met++;
        }
    }
    return crossings;
}

static int64_t count_crossings(Orderer *orderer) {
    int64_t crossings = 0;
    for (int32_t layer = 0; layer + 1 < orderer->graph->layer_count; layer++) {
        crossings += count_layer_crossings(orderer, layer);
    }
    return crossings;
}

static void sweep(Orderer *orderer, bool downwards) {
    Graph *graph = orderer->graph;
    for (int32_t i = 1; i < graph->layer_count; i++) {
        int32_t layer = downwards ? i : graph->layer_count - 1 - i;
        sort_neighbours(orderer, layer, downwards ? layer - 1 : layer + 1);
        sort_layer(orderer, layer, downwards ? &graph->up : &graph->down);
    }
    for (int32_t layer = 0; layer < graph->layer_count; layer++) {
        exchange_layer(orderer, layer);
    }
}

// Breadth first from each vertex that has nothing above, the start before the others: what belongs together stands
// together.
static void order_first(Graph *graph, Arena *scratch, SceneId start) {
    bool *met = arena_push(scratch, bool, graph->count + 1);
    int32_t *queue = arena_push(scratch, int32_t, graph->count + 1);
    int32_t *filled = arena_push(scratch, int32_t, graph->layer_count);
    int32_t read = 0, written = 0;
    for (int32_t root = 0; root <= graph->scene_count; root++) {
        int32_t vertex = root == 0 ? start : root;
        if (vertex == 0 || graph->layer[vertex] == NOT_SAID || met[vertex] || graph->up.spans[vertex].count > 0) {
            continue;
        }
        met[vertex] = true;
        queue[written++] = vertex;
        while (read < written) {
            vertex = queue[read++];
            int32_t layer = graph->layer[vertex];
            graph->order[graph->layers[layer].first + filled[layer]++] = vertex;
            Span down = graph->down.spans[vertex];
            for (int32_t i = 0; i < down.count; i++) {
                int32_t to = graph->down.rows[down.first + i];
                queue[written] = to;
                written += !met[to];
                met[to] = true;
            }
        }
    }
    for (int32_t layer = 0; layer < graph->layer_count; layer++) {
        number_layer(graph, layer);
    }
}

void layout_order(Graph *graph, Arena *scratch, SceneId start) {
    ArenaMark mark = arena_mark(scratch);
    order_first(graph, scratch, start);
    Orderer orderer = {.graph = graph,
                       .filled = arena_push(scratch, int32_t, graph->count + 1),
                       .tree = arena_push(scratch, int32_t, graph->count + 1),
                       .sorted = arena_push(scratch, Sorted, graph->count + 1),
                       .best = arena_push(scratch, int32_t, graph->count + 1)};
    size_t size = (size_t)graph->count * sizeof *graph->order;
    memcpy(orderer.best, graph->order, size);
    int64_t fewest = count_crossings(&orderer);
    for (int32_t i = 0; i < SWEEPS && fewest > 0; i++) {
        sweep(&orderer, i % 2 == 0);
        int64_t crossings = count_crossings(&orderer);
        if (crossings < fewest) {
            fewest = crossings;
            memcpy(orderer.best, graph->order, size);
        }
    }
    memcpy(graph->order, orderer.best, size);
    for (int32_t layer = 0; layer < graph->layer_count; layer++) {
        number_layer(graph, layer);
    }
    arena_rewind(scratch, mark);
}
