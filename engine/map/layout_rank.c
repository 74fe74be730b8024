#include "map/layout_graph.h"

typedef struct {
    Ranking *ranking;
    int32_t scene_count;
    bool *entered, *left; // by SceneId: it was met; all that it leads to was too
    int32_t *taken;       // by SceneId: how many of its ways were followed
    SceneId *stack;
    SceneId *finished; // in the order in which they were left: each after all that it leads to
    int32_t finished_count;
} Ranker;

static Ranker create_ranker(Arena *arena, Ranking *ranking, int32_t scene_count) {
    return (Ranker){.ranking = ranking,
                    .scene_count = scene_count,
                    .entered = arena_push(arena, bool, scene_count + 1),
                    .left = arena_push(arena, bool, scene_count + 1),
                    .taken = arena_push(arena, int32_t, scene_count + 1),
                    .stack = arena_push(arena, SceneId, scene_count + 1),
                    .finished = arena_push(arena, SceneId, scene_count + 1)};
}

static const Span *find_ways(Arena *arena, const EdgeTable *edges, int32_t scene_count) {
    Span *ways = arena_push(arena, Span, scene_count + 1);
    for (int32_t i = 0; i < edges->count; i++) {
        Span *span = &ways[edges->rows[i].from];
        span->first = span->count == 0 ? i : span->first;
        span->count++;
    }
    return ways;
}

static int32_t enter(Ranker *ranker, SceneId scene, int32_t depth) {
    ranker->entered[scene] = true;
    ranker->stack[depth] = scene;
    return depth + 1;
}

// Depth first. An edge to a scene that was entered and not left yet closes a cycle.
static void visit_from(Ranker *ranker, SceneId root) {
    Ranking *ranking = ranker->ranking;
    int32_t depth = ranker->entered[root] ? 0 : enter(ranker, root, 0);
    while (depth > 0) {
        SceneId scene = ranker->stack[depth - 1];
        Span ways = ranking->ways[scene];
        if (ranker->taken[scene] == ways.count) {
            ranker->left[scene] = true;
            ranker->finished[ranker->finished_count++] = scene;
            depth--;
            continue;
        }
        int32_t edge = ways.first + ranker->taken[scene]++;
        SceneId to = ranking->edges.rows[edge].to;
        ranking->back[edge] = ranker->entered[to] && !ranker->left[to];
        depth = ranker->entered[to] ? depth : enter(ranker, to, depth);
    }
}

// Marks the scenes that an edge from another one leads to: any edge, or one that does not go back.
static bool *find_reached(Arena *arena, const Ranker *ranker, bool also_back) {
    const Ranking *ranking = ranker->ranking;
    bool *reached = arena_push(arena, bool, ranker->scene_count + 1);
    for (int32_t i = 0; i < ranking->edges.count; i++) {
        const Edge *edge = &ranking->edges.rows[i];
        reached[edge->to] = reached[edge->to] || (edge->from != edge->to && (also_back || !ranking->back[i]));
    }
    return reached;
}

// From the start first, then from scenes that nothing leads to, so that few edges go back; then from what is left.
static void break_cycles(Ranker *ranker, Arena *arena, SceneId start) {
    const bool *reached = find_reached(arena, ranker, true);
    if (start != 0) {
        visit_from(ranker, start);
    }
    for (SceneId scene = 1; scene <= ranker->scene_count; scene++) {
        if (!reached[scene]) {
            visit_from(ranker, scene);
        }
    }
    for (SceneId scene = 1; scene <= ranker->scene_count; scene++) {
        visit_from(ranker, scene);
    }
}

// The longest way to each scene: backwards through `finished`, each scene comes before all that it leads to.
static void find_longest_ways(Ranker *ranker) {
    Ranking *ranking = ranker->ranking;
    for (int32_t i = ranker->finished_count - 1; i >= 0; i--) {
        SceneId scene = ranker->finished[i];
        Span ways = ranking->ways[scene];
        for (int32_t edge = ways.first; edge < ways.first + ways.count; edge++) {
            int32_t *below = &ranking->layer[ranking->edges.rows[edge].to];
            bool higher = !ranking->back[edge] && *below <= ranking->layer[scene];
            *below = higher ? ranking->layer[scene] + 1 : *below;
        }
    }
}

// A scene that nothing leads to stands just above what it leads to, except the start.
static void lower_roots(Ranker *ranker, Arena *arena, SceneId start) {
    Ranking *ranking = ranker->ranking;
    const bool *reached = find_reached(arena, ranker, false);
    for (SceneId scene = 1; scene <= ranker->scene_count; scene++) {
        int32_t highest = INT32_MAX;
        Span ways = ranking->ways[scene];
        for (int32_t edge = ways.first; edge < ways.first + ways.count; edge++) {
            int32_t below = ranking->layer[ranking->edges.rows[edge].to];
            highest = !ranking->back[edge] && below < highest ? below : highest;
        }
        if (!reached[scene] && scene != start && highest != INT32_MAX) {
            ranking->layer[scene] = highest - 1;
        }
    }
}

static void set_loose_apart(Ranker *ranker, Arena *arena) {
    Ranking *ranking = ranker->ranking;
    bool *joined = find_reached(arena, ranker, true);
    for (int32_t i = 0; i < ranking->edges.count; i++) {
        const Edge *edge = &ranking->edges.rows[i];
        joined[edge->from] = joined[edge->from] || edge->from != edge->to;
    }
    for (SceneId scene = 1; scene <= ranker->scene_count; scene++) {
        int32_t *layer = &ranking->layer[scene];
        *layer = joined[scene] ? *layer : NOT_SAID;
        ranking->layer_count = *layer < ranking->layer_count ? ranking->layer_count : *layer + 1;
    }
}

// Edges between scenes that are seen apart, those out of each side by side as before. What begins within a fold is no
// answer of the scene that it is seen at.
static void fold_edges(Arena *arena, Arena *scratch, EdgeTable *edges, const SceneId *into, int32_t scene_count) {
    EdgeTable folded = {0};
    int32_t *next = arena_push(scratch, int32_t, edges->count + 1); // by edge: the next out of the same scene, from 1
    int32_t *first = arena_push(scratch, int32_t, scene_count + 1);
    for (int32_t i = edges->count - 1; i >= 0; i--) {
        int32_t *row = &first[into[edges->rows[i].from]];
        next[i] = *row;
        *row = i + 1;
    }
    for (SceneId scene = 1; scene <= scene_count; scene++) {
        for (int32_t i = first[scene]; i > 0; i = next[i - 1]) {
            Edge edge = edges->rows[i - 1];
            bool within = edge.from != scene, apart = into[edge.to] != scene;
            edge.label = within ? (Str){0} : edge.label;
            edge.option = within ? 0 : edge.option;
            edge.from = scene;
            bool loop = edge.to == scene && !within;
            edge.to = into[edge.to];
            if (apart || loop) {
                *rows_append(arena, &folded) = edge;
            }
        }
    }
    *edges = folded;
}

Ranking layout_rank(Arena *arena, Arena *scratch, const Scenario *scenario, const SceneId *into) {
    Ranking ranking = {0};
    int32_t scene_count = scenario->scenes.count - 1;
    SceneId start = into ? into[scenario->start.id] : scenario->start.id;
    scenario_list_edges(arena, scenario, &ranking.edges);
    if (into) {
        fold_edges(arena, scratch, &ranking.edges, into, scene_count);
    }
    ranking.ways = find_ways(scratch, &ranking.edges, scene_count);
    ranking.back = arena_push(scratch, bool, ranking.edges.count);
    ranking.layer = arena_push(scratch, int32_t, scene_count + 1);
    Ranker ranker = create_ranker(scratch, &ranking, scene_count);
    break_cycles(&ranker, scratch, start);
    find_longest_ways(&ranker);
    lower_roots(&ranker, scratch, start);
    set_loose_apart(&ranker, scratch);
    return ranking;
}
