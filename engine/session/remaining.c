#include "session/remaining.h"

#include "base/number.h"

#include "scenario/scenario_edges.h"
#include "session/explore_graph.h"
#include "session/simulate.h"

// Ways, backwards: what leads to a scene, side by side.
typedef struct {
    int32_t *first; // by SceneId, with one more that ends the last
    SceneId *from;
} Backward;

typedef struct {
    const Scenario *scenario;
    const SceneGraph *graph;
    EdgeTable edges;
    int32_t *first_edge; // by SceneId, with one more that ends the last
    Backward ways;
    int32_t *least, *most;
} Counting;

static Backward turn_around(Arena *arena, const Scenario *scenario, const EdgeTable *edges) {
    Backward ways = {arena_push(arena, int32_t, scenario->scenes.count + 1), arena_push(arena, SceneId, edges->count)};
    for (int32_t i = 0; i < edges->count; i++) {
        ways.first[edges->rows[i].to]++;
    }
    for (SceneId scene = 1; scene <= scenario->scenes.count; scene++) {
        ways.first[scene] += ways.first[scene - 1];
    }
    for (int32_t i = edges->count - 1; i >= 0; i--) {
        ways.from[--ways.first[edges->rows[i].to]] = edges->rows[i].from;
    }
    return ways;
}

static int32_t decisions_of(const Scenario *scenario, SceneId scene) {
    return scenario->scenes.rows[scene].ask != 0;
}

// Scenes that are equally far from an ending.
typedef struct {
    SceneId *rows;
    int32_t count;
} Layer;

// Scenes that lead here, and were not reached from nearer, are as near where they have no decision, else one farther.
static void reach_back(const Counting *counting, SceneId scene, Layer *now, Layer *next) {
    int32_t here = counting->least[scene];
    for (int32_t way = counting->ways.first[scene]; way < counting->ways.first[scene + 1]; way++) {
        SceneId from = counting->ways.from[way];
        if (counting->least[from] != REMAINING_UNKNOWN || counting->graph->component[from] == 0) {
            continue;
        }
        int32_t farther = decisions_of(counting->scenario, from);
        Layer *layer = farther != 0 ? next : now;
        counting->least[from] = here + farther;
        layer->rows[layer->count++] = from;
    }
}

// Breadth first, backwards from the endings. A scene whose decision leads on to a nearer one may be met again from
// farther away, but never reached anew: what is nearest comes first.
static void count_least(const Counting *counting, Arena *scratch) {
    const Scenario *scenario = counting->scenario;
    Layer now = {.rows = arena_push(scratch, SceneId, scenario->scenes.count)};
    Layer next = {.rows = arena_push(scratch, SceneId, scenario->scenes.count)};
    for (SceneId scene = 1; scene < scenario->scenes.count; scene++) {
        counting->least[scene] = REMAINING_UNKNOWN;
        if (scenario->scenes.rows[scene].ending != 0 && counting->graph->component[scene] != 0) {
            counting->least[scene] = 0;
            now.rows[now.count++] = scene;
        }
    }
    while (now.count > 0) {
        for (int32_t i = 0; i < now.count; i++) {
            reach_back(counting, now.rows[i], &now, &next);
        }
        Layer spare = now;
        now = next;
        next = (Layer){.rows = spare.rows};
    }
}

// The most decisions after the component is left: REMAINING_UNKNOWN when there is no bound.
static int32_t most_after(const Counting *counting, int32_t component) {
    const SceneGraph *graph = counting->graph;
    int32_t most = 0;
    for (int32_t i = graph->first[component]; i < graph->first[component + 1]; i++) {
        SceneId scene = graph->scenes[i];
        for (int32_t e = counting->first_edge[scene]; e < counting->first_edge[scene + 1]; e++) {
            SceneId to = counting->edges.rows[e].to;
            if (graph->component[to] == component || counting->least[to] == REMAINING_UNKNOWN) {
                continue;
            }
            if (counting->most[to] == REMAINING_UNKNOWN) {
                return REMAINING_UNKNOWN;
            }
            most = counting->most[to] > most ? counting->most[to] : most;
        }
    }
    return most;
}

// A component is taken up when all it leads to is known. One that can be met again and in which something is decided
// has no bound; nor has what leads to it. In the others at most one scene decides.
static void count_most(const Counting *counting) {
    const SceneGraph *graph = counting->graph;
    for (int32_t c = graph->component_count; c >= 1; c--) {
        int32_t most = most_after(counting, c);
        int32_t decisions = 0;
        for (int32_t i = graph->first[c]; i < graph->first[c + 1]; i++) {
            decisions += decisions_of(counting->scenario, graph->scenes[i]);
        }
        bool bound = most != REMAINING_UNKNOWN && !(graph->circular[c] && decisions > 0);
        for (int32_t i = graph->first[c]; i < graph->first[c + 1]; i++) {
            SceneId scene = graph->scenes[i];
            bool known = bound && counting->least[scene] != REMAINING_UNKNOWN;
            counting->most[scene] = known ? most + decisions : REMAINING_UNKNOWN;
        }
    }
}

static void list_edges(Counting *counting, Arena *scratch) {
    int32_t count = counting->scenario->scenes.count;
    scenario_list_edges(scratch, counting->scenario, &counting->edges);
    counting->first_edge = arena_push(scratch, int32_t, count + 1);
    int32_t edge = 0;
    for (SceneId scene = 0; scene <= count; scene++) {
        while (edge < counting->edges.count && counting->edges.rows[edge].from < scene) {
            edge++;
        }
        counting->first_edge[scene] = edge;
    }
    counting->ways = turn_around(scratch, counting->scenario, &counting->edges);
}

Remaining remaining_count(Arena *arena, Arena *scratch, const Scenario *scenario) {
    int32_t count = scenario->scenes.count;
    ArenaMark mark = arena_mark(scratch);
    Arena deeper = {0};
    SceneGraph graph = scene_graph_create(scratch, &deeper, scenario);
    arena_finish(&deeper);
    Counting counting = {.scenario = scenario,
                         .graph = &graph,
                         .least = arena_push(arena, int32_t, count),
                         .most = arena_push(arena, int32_t, count)};
    list_edges(&counting, scratch);
    for (SceneId scene = 1; scene < count; scene++) {
        counting.most[scene] = REMAINING_UNKNOWN;
    }
    count_least(&counting, scratch);
    count_most(&counting);
    arena_rewind(scratch, mark);
    return (Remaining){counting.least, counting.most};
}

UsualLength remaining_usual(Arena *scratch, const Scenario *scenario) {
    enum { MOST_SCENES = 300, WALKS = 32, SEED = 1 };
    if (scenario->scenes.count > MOST_SCENES || !scenario->playable) {
        return (UsualLength){0};
    }
    ArenaMark mark = arena_mark(scratch);
    Arena deeper = {0};
    Simulation simulation = simulate(scratch, &deeper, scenario, WALKS, SEED);
    arena_finish(&deeper);
    arena_rewind(scratch, mark);
    return simulation.ended > 0 ? (UsualLength){simulation.shortest, simulation.longest} : (UsualLength){0};
}

WalkLength remaining_length(const Remaining *remaining, UsualLength usual, SceneId scene, int32_t made) {
    int32_t least = remaining->least[scene], most = remaining->most[scene];
    int32_t middle = (usual.shortest + usual.longest) / 2;
    if (least < 0 || (middle == 0 && most < 0)) {
        return (WalkLength){0};
    }
    int32_t total = max(middle > 0 ? middle : made + (least + most) / 2, made + least);
    return (WalkLength){most >= 0 ? min(total, made + most) : total, least == most};
}
