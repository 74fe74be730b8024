#include "session/explore_graph.h"

#include "scenario/scenario_edges.h"

typedef struct {
    SceneId scene;
    int32_t edge; // the next one to follow
} Frame;

typedef struct {
    Arena *arena;
    const Scenario *scenario;
    EdgeTable edges;
    int32_t *first_edge; // by SceneId, with one more that ends the last
    int32_t *component;  // by SceneId; while searching, numbered from the last one
    int32_t component_count;
    int32_t *order; // by SceneId: as which it was met, from 1
    int32_t *least; // by SceneId: the least order found to be reached again from it
    int32_t met;
    Frame *frames;
    int32_t frame_count;
    SceneId *open; // scenes that are in no component yet
    int32_t open_count;
} Search;

static void list_edges(Search *search) {
    scenario_list_edges(search->arena, search->scenario, &search->edges);
    int32_t edge = 0;
    for (SceneId scene = 0; scene <= search->scenario->scenes.count; scene++) {
        while (edge < search->edges.count && search->edges.rows[edge].from < scene) {
            edge++;
        }
        search->first_edge[scene] = edge;
    }
}

static void meet_scene(Search *search, SceneId scene) {
    search->order[scene] = search->least[scene] = ++search->met;
    search->open[search->open_count++] = scene;
    search->frames[search->frame_count++] = (Frame){scene, search->first_edge[scene]};
}

static int32_t lesser(int32_t a, int32_t b) {
    return a < b ? a : b;
}

static void leave_scene(Search *search, SceneId scene) {
    search->frame_count--;
    if (search->least[scene] == search->order[scene]) {
        search->component_count++;
        SceneId last = 0;
        while (last != scene) {
            last = search->open[--search->open_count];
            search->component[last] = search->component_count;
        }
    }
    if (search->frame_count > 0) {
        SceneId before = search->frames[search->frame_count - 1].scene;
        search->least[before] = lesser(search->least[before], search->least[scene]);
    }
}

static void find_components(Search *search) {
    meet_scene(search, search->scenario->start.id);
    while (search->frame_count > 0) {
        Frame *frame = &search->frames[search->frame_count - 1];
        SceneId scene = frame->scene;
        if (frame->edge == search->first_edge[scene + 1]) {
            leave_scene(search, scene);
            continue;
        }
        SceneId to = search->edges.rows[frame->edge++].to;
        if (search->order[to] == 0) {
            meet_scene(search, to);
        } else if (search->component[to] == 0) {
            search->least[scene] = lesser(search->least[scene], search->order[to]);
        }
    }
    for (SceneId scene = 1; scene < search->scenario->scenes.count; scene++) {
        if (search->component[scene] != 0) {
            search->component[scene] = search->component_count + 1 - search->component[scene];
        }
    }
}

static void sort_scenes(const Search *search, int32_t *first, SceneId *scenes) {
    SceneId count = search->scenario->scenes.count;
    for (SceneId scene = 1; scene < count; scene++) {
        first[search->component[scene]]++;
    }
    first[0] = 0; // scenes that cannot be reached have no place
    for (int32_t i = 1; i <= search->component_count + 1; i++) {
        first[i] += first[i - 1];
    }
    for (SceneId scene = count - 1; scene >= 1; scene--) {
        if (search->component[scene] != 0) {
            scenes[--first[search->component[scene]]] = scene;
        }
    }
}

// A step begins at a decision, or at the start, and enters all scenes up to the next decision.
static void follow_steps(const Search *search, const SceneGraph *graph, bool *circular, int32_t *entered_from) {
    for (int32_t i = 1; i <= graph->component_count; i++) {
        entered_from[i] = i;
    }
    for (int32_t i = 0; i < graph->first[graph->component_count + 1]; i++) {
        SceneId scene = graph->scenes[i];
        int32_t from = graph->component[scene];
        int32_t begins = search->scenario->scenes.rows[scene].ask != 0 ? from : entered_from[from];
        for (int32_t edge = search->first_edge[scene]; edge < search->first_edge[scene + 1]; edge++) {
            int32_t to = graph->component[search->edges.rows[edge].to];
            circular[from] = circular[from] || to == from;
            entered_from[to] = to == from ? entered_from[to] : lesser(entered_from[to], begins);
        }
    }
}

SceneGraph scene_graph_create(Arena *arena, Arena *scratch, const Scenario *scenario) {
    ArenaMark mark = arena_mark(scratch);
    int32_t count = scenario->scenes.count;
    Search search = {.arena = scratch, .scenario = scenario};
    search.first_edge = arena_push(scratch, int32_t, count + 1);
    search.component = arena_push(arena, int32_t, count);
    search.order = arena_push(scratch, int32_t, count);
    search.least = arena_push(scratch, int32_t, count);
    search.frames = arena_push(scratch, Frame, count);
    search.open = arena_push(scratch, SceneId, count);
    list_edges(&search);
    find_components(&search);
    int32_t *first = arena_push(arena, int32_t, search.component_count + 2);
    SceneId *scenes = arena_push(arena, SceneId, count);
    bool *circular = arena_push(arena, bool, search.component_count + 2);
    int32_t *entered_from = arena_push(arena, int32_t, search.component_count + 2);
    sort_scenes(&search, first, scenes);
    SceneGraph graph = {search.component, search.component_count, scenes, first, circular, entered_from};
    follow_steps(&search, &graph, circular, entered_from);
    arena_rewind(scratch, mark);
    return graph;
}
