// Ways through many layers, beside the drawing. A lane is a single upright run that all long edges to a scene share, so
// that such a way costs one run however many layers it passes. Each lane stands as close as it may to what its layers
// hold, on the side that is nearer to the scenes it joins, and lanes through few layers come first: the others lie
// around them. That is the left-edge way of giving tracks to the wires of a channel (Hashimoto and Stevens 1971), with
// the contour of a placed outline instead of a straight wall; the contour is a segment tree, so that l lanes past n
// layers take (n + l) log n. Rejected: a bend in each layer, of which there are as many as edges times layers.
#include "map/layout_graph.h"

#include <stdlib.h>

enum {
    LANE_GAP = GRAPH_FINE, // between two lanes
    SCENE_GAP = LAYOUT_GAP_BESIDE * GRAPH_FINE
};

typedef struct {
    SceneId end; // of all edges in it
    bool back;
    int32_t first, last; // layers that it passes
    int64_t centres;     // the sum of those of the scenes that its links join
    int32_t scene_count; // … and how many they are
    int32_t x;
} Lane;

typedef ROWS_OF(Lane) LaneTable;

// How far the drawing reaches to one side in each layer: a segment tree whose node 1 is the root, and whose leaves
// stand from `leaf_count` on. What all layers of a node were raised to stands at the node alone.
typedef struct {
    int32_t leaf_count;
    int32_t *farthest; // by node: in any of its layers, as far as nodes above it do not say more
    int32_t *raised;   // by node
} Contour;

typedef enum { SIDE_LEFT, SIDE_RIGHT, SIDE_COUNT } Side;

static int32_t larger(int32_t a, int32_t b) {
    return a > b ? a : b;
}

// Of the right side of a layer; of the left one mirrored, so that farther is always more.
static int32_t find_reach(const Graph *graph, int32_t layer, Side side) {
    Span span = graph->layers[layer];
    int32_t vertex = graph->order[side == SIDE_LEFT ? span.first : span.first + span.count - 1];
    return (side == SIDE_LEFT ? -graph->centre[vertex] : graph->centre[vertex]) + layout_half_width(graph, vertex);
}

int32_t layout_left_of(const Graph *graph, int32_t layer) {
    return -find_reach(graph, layer, SIDE_LEFT);
}

static Contour create_contour(Arena *arena, const Graph *graph, Side side) {
    Contour contour = {.leaf_count = 1};
    while (contour.leaf_count < graph->layer_count) {
        contour.leaf_count *= 2;
    }
    contour.farthest = arena_push(arena, int32_t, 2 * (ptrdiff_t)contour.leaf_count);
    contour.raised = arena_push(arena, int32_t, 2 * (ptrdiff_t)contour.leaf_count);
    for (int32_t node = 2 * contour.leaf_count - 1; node > 0; node--) {
        int32_t layer = node - contour.leaf_count;
        contour.raised[node] = INT32_MIN;
        contour.farthest[node] = layer >= graph->layer_count ? INT32_MIN
                                 : layer >= 0                ? find_reach(graph, layer, side) + SCENE_GAP - LANE_GAP
                                              : larger(contour.farthest[2 * node], contour.farthest[2 * node + 1]);
    }
    return contour;
}

static int32_t find_farthest(const Contour *contour, int32_t first, int32_t last) {
    int32_t farthest = INT32_MIN;
    int32_t left = first + contour->leaf_count;
    int32_t right = last + contour->leaf_count;
    for (int32_t above = left / 2; above > 0; above /= 2) {
        farthest = larger(farthest, contour->raised[above]);
    }
    for (int32_t above = right / 2; above > 0; above /= 2) {
        farthest = larger(farthest, contour->raised[above]);
    }
    for (; left <= right; left = (left + 1) / 2, right = (right - 1) / 2) {
        farthest = larger(farthest, larger(contour->farthest[left], contour->farthest[right]));
    }
    return farthest;
}

// `x` is farther than all that stands there.
static void raise(Contour *contour, int32_t first, int32_t last, int32_t x) {
    int32_t left = first + contour->leaf_count;
    int32_t right = last + contour->leaf_count;
    for (int32_t above = left / 2; above > 0; above /= 2) {
        contour->farthest[above] = larger(contour->farthest[above], x);
    }
    for (int32_t above = right / 2; above > 0; above /= 2) {
        contour->farthest[above] = larger(contour->farthest[above], x);
    }
    for (; left <= right; left = (left + 1) / 2, right = (right - 1) / 2) {
        contour->raised[left] = contour->farthest[left] = x;
        contour->raised[right] = contour->farthest[right] = x;
    }
}

static int compare_lanes(const void *a, const void *b) {
    const Lane *left = *(Lane *const *)a;
    const Lane *right = *(Lane *const *)b;
    int32_t more = (left->last - left->first) - (right->last - right->first);
    if (more != 0) {
        return more;
    }
    return left->end != right->end ? left->end - right->end : left->back - right->back;
}

static void add_to_lane(const Graph *graph, const Link *link, Lane *lane) {
    int32_t first = graph->layer[link->upper] + 1;
    int32_t last = graph->layer[link->lower] - 1;
    bool is_first = lane->scene_count == 0;
    lane->first = is_first || first < lane->first ? first : lane->first;
    lane->last = is_first || last > lane->last ? last : lane->last;
    lane->centres += (int64_t)graph->centre[link->upper] + graph->centre[link->lower];
    lane->scene_count += 2;
}

// `lane_of` tells by link.
static LaneTable collect_lanes(const Graph *graph, Arena *scratch, const LinkTable *links, int32_t *lane_of) {
    LaneTable lanes = {0};
    int32_t *down = arena_push(scratch, int32_t, graph->scene_count + 1); // by SceneId: its lane, counted from 1
    int32_t *back = arena_push(scratch, int32_t, graph->scene_count + 1);
    for (int32_t i = 0; i < links->count; i++) {
        const Link *link = &links->rows[i];
        if (!link->outside) {
            continue;
        }
        SceneId end = link->back ? link->upper : link->lower;
        int32_t *lane = link->back ? &back[end] : &down[end];
        if (*lane == 0) {
            *rows_append(scratch, &lanes) = (Lane){.end = end, .back = link->back};
            *lane = lanes.count;
        }
        lane_of[i] = *lane - 1;
        add_to_lane(graph, link, &lanes.rows[*lane - 1]);
    }
    return lanes;
}

// On the side to which its scenes have a shorter way.
static void lay_lane(Contour contours[SIDE_COUNT], Lane *lane) {
    int32_t left = find_farthest(&contours[SIDE_LEFT], lane->first, lane->last) + LANE_GAP;
    int32_t right = find_farthest(&contours[SIDE_RIGHT], lane->first, lane->last) + LANE_GAP;
    int64_t to_left = (int64_t)left * lane->scene_count + lane->centres;
    int64_t to_right = (int64_t)right * lane->scene_count - lane->centres;
    bool is_left = to_left < to_right;
    raise(&contours[is_left ? SIDE_LEFT : SIDE_RIGHT], lane->first, lane->last, is_left ? left : right);
    lane->x = is_left ? -left : right;
}

static void lay_lanes(const Graph *graph, Arena *scratch, const LaneTable *lanes) {
    Contour contours[SIDE_COUNT] = {[SIDE_LEFT] = create_contour(scratch, graph, SIDE_LEFT),
                                    [SIDE_RIGHT] = create_contour(scratch, graph, SIDE_RIGHT)};
    Lane **sorted = arena_push(scratch, Lane *, lanes->count);
    for (int32_t i = 0; i < lanes->count; i++) {
        sorted[i] = &lanes->rows[i];
    }
    qsort(sorted, (size_t)lanes->count, sizeof(Lane *), compare_lanes);
    for (int32_t i = 0; i < lanes->count; i++) {
        lay_lane(contours, sorted[i]);
    }
}

void layout_lay_lanes(const Graph *graph, Arena *scratch, LinkTable *links) {
    ArenaMark mark = arena_mark(scratch);
    int32_t *lane_of = arena_push(scratch, int32_t, links->count);
    LaneTable lanes = collect_lanes(graph, scratch, links, lane_of);
    if (lanes.count > 0) {
        lay_lanes(graph, scratch, &lanes);
        for (int32_t i = 0; i < links->count; i++) {
            Link *link = &links->rows[i];
            link->lane = link->outside ? lanes.rows[lane_of[i]].x : 0;
        }
    }
    arena_rewind(scratch, mark);
}
