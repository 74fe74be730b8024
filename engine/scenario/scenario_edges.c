#include "scenario/scenario_edges.h"

typedef struct {
    Arena *arena;
    const Scenario *scenario;
    EdgeTable *edges;
} Lister;

SceneId scenario_following(const Scenario *scenario, SceneId scene) {
    bool goes_on = scenario->kind == KIND_QUIZ && scenario->scenes.rows[scene].ending == 0;
    return goes_on && scene + 1 < scenario->scenes.count ? scene + 1 : 0;
}

static void add_edge(Lister *lister, Edge edge) {
    if (edge.to != 0) {
        *rows_append(lister->arena, lister->edges) = edge;
    }
}

// The ways of `own` routes, else of `otherwise`, else on to the following scene. `edge` holds what they have in common.
static void add_ways(Lister *lister, Edge edge, Span own, Span otherwise) {
    const Scenario *scenario = lister->scenario;
    Span routes = own.count > 0 ? own : otherwise;
    for (int32_t i = 0; i < routes.count; i++) {
        const Route *route = &scenario->routes.rows[routes.first + i];
        Edge way = edge;
        way.to = route->to.id;
        way.route = routes.first + i;
        way.conditional = edge.conditional || route->when != 0;
        add_edge(lister, way);
    }
    if (routes.count == 0) {
        edge.to = scenario_following(scenario, edge.from);
        add_edge(lister, edge);
    }
}

Str scenario_answer_letter(int32_t index) {
    static const char LETTERS[] = "ABCDEFGHI";
    return (Str){LETTERS + index, 1};
}

static void list_options(Lister *lister, const Ask *ask, SceneId scene) {
    const Scenario *scenario = lister->scenario;
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = &scenario->options.rows[ask->options.first + i];
        Edge edge = {.from = scene,
                     .option = ask->options.first + i,
                     .label = scenario_answer_letter(i),
                     .conditional = option->when != 0};
        add_ways(lister, edge, option->gives.next, ask->next);
    }
    if (ask->own_words != 0) {
        Edge edge = {.from = scene, .option = OPTION_OWN_WORDS, .label = scenario_answer_letter(ask->options.count)};
        add_ways(lister, edge, scenario->own_words.rows[ask->own_words].next, ask->next);
    }
}

Str scenario_band_label(Arena *arena, const Scenario *scenario, const Ask *ask, int32_t index) {
    const ShareBand *band = &scenario->share_bands.rows[ask->bands.first + index];
    if (band->from > 0) {
        return str_format(arena, "≥\u202F%d\u202F%%", band->from);
    }
    return index > 0 ? str_format(arena, "<\u202F%d\u202F%%", band[-1].from) : (Str){0};
}

static void list_bands(Lister *lister, const Ask *ask, SceneId scene) {
    for (int32_t i = 0; i < ask->bands.count; i++) {
        Edge edge = {.from = scene, .label = scenario_band_label(lister->arena, lister->scenario, ask, i)};
        add_ways(lister, edge, lister->scenario->share_bands.rows[ask->bands.first + i].gives.next, ask->next);
    }
}

static void list_scene(Lister *lister, SceneId id) {
    const Scenario *scenario = lister->scenario;
    const Scene *scene = &scenario->scenes.rows[id];
    const Ask *ask = &scenario->asks.rows[scene->ask];
    if (scene->ending != 0) {
        return;
    }
    if (ask->kind == ASK_CHOICE) {
        list_options(lister, ask, id);
    } else if (ask->bands.count > 0) {
        list_bands(lister, ask, id);
    } else {
        add_ways(lister, (Edge){.from = id}, scene->next, ask->next);
    }
}

void scenario_list_edges(Arena *arena, const Scenario *scenario, EdgeTable *edges) {
    Lister lister = {arena, scenario, edges};
    for (SceneId id = 1; id < scenario->scenes.count; id++) {
        list_scene(&lister, id);
    }
}
