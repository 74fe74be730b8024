#include "session/explore.h"

#include "base/number.h"
#include "session/explore_outer.h"
#include "session/explorer.h"

// All that leads to the states of the scene was explored, so their bounds are known and carried over at once.
// Each answer is settled here: as in explorer_take, what it calls is made part of it.
__attribute__((flatten)) static void settle_pending(Explorer *explorer) {
    SceneId scene = explorer->graph.scenes[explorer->graph.first[explorer->component]];
    explorer_fetch_pending(explorer);
    for (int32_t i = 0; i < explorer->pending_count; i++) {
        Outcome outcome = explorer_settle(explorer, i);
        explorer_carry(explorer, explorer_bounds(explorer, scene, explorer->pending[i].from), outcome.marks,
                       explorer_bounds(explorer, outcome.scene, outcome.row));
    }
    explorer->pending_count = 0;
    explorer_check_limits(explorer);
}

// Gives all answers in all states of a scene that cannot be met again.
static void explore_scene(Explorer *explorer, SceneId scene) {
    int32_t states = explorer->sets[scene].count;
    Choices all = states > 0 ? explorer_choices(explorer, scene) : (Choices){0};
    explorer->settle = settle_pending;
    for (int32_t first = 0; first < all.count; first += WEIGHED_MOST) {
        Choices some = {
            .answers = all.answers + first, .count = min(all.count - first, WEIGHED_MOST), .weighed = all.weighed};
        for (int32_t row = 0; row < states && !explorer->exceeded; row++) {
            explorer_take(explorer, scene, row, &some);
        }
        settle_pending(explorer);
    }
}

// States whose outcomes are known are let go; only those of endings are kept.
static void forget_component(Explorer *explorer) {
    const SceneGraph *graph = &explorer->graph;
    for (int32_t i = graph->first[explorer->component]; i < graph->first[explorer->component + 1]; i++) {
        KeySet *set = &explorer->sets[graph->scenes[i]];
        if (explorer->scenario->scenes.rows[graph->scenes[i]].ending == 0) {
            explorer->room -= set->count * (int64_t)explorer_room_a_state(explorer, graph->scenes[i]);
            key_set_clear(&explorer->pool, set);
        }
    }
    arena_rewind(&explorer->brief, (ArenaMark){0});
}

static void explore_component(Explorer *explorer, int32_t component) {
    if (explorer->layout.components[component].numbers == 0) {
        return; // no walk comes there
    }
    SceneId scene = explorer->graph.scenes[explorer->graph.first[component]];
    explorer->component = component;
    if (explorer->graph.circular[component]) {
        explore_circle(explorer);
    } else if (explorer->scenario->scenes.rows[scene].ending == 0) {
        explore_scene(explorer, scene);
    }
    forget_component(explorer);
}

static void widen(EndingBounds *bounds, const EndingBounds *by) {
    for (CompetencyId c = 1; c <= LIMIT_COMPETENCIES; c++) {
        bounds->low[c] = !bounds->reachable || by->low[c] < bounds->low[c] ? by->low[c] : bounds->low[c];
        bounds->high[c] = !bounds->reachable || by->high[c] > bounds->high[c] ? by->high[c] : bounds->high[c];
    }
    bounds->reachable = true;
}

static void collect_endings(const Explorer *explorer, EndingBounds *endings) {
    int32_t count = explorer->competency_count;
    for (SceneId scene = 1; scene < explorer->scenario->scenes.count; scene++) {
        if (explorer->scenario->scenes.rows[scene].ending == 0 || explorer->sets[scene].count == 0) {
            continue;
        }
        const int32_t *bounds = explorer_bounds(explorer, scene, 0);
        endings[scene].reachable = true;
        for (CompetencyId c = 1; c <= count; c++) {
            endings[scene].low[c] = -bounds[c - 1];
            endings[scene].high[c] = bounds[count + c - 1];
        }
        widen(&explorer->result->all, &endings[scene]);
    }
}

// Bounds as the graph alone gives them.
static void bound_from_outside(const Explorer *explorer, EndingBounds *endings) {
    const Scenario *scenario = explorer->scenario;
    EndingBounds all = explore_outer_bounds(scenario, explorer->graph.component);
    for (SceneId scene = 1; scene < scenario->scenes.count; scene++) {
        if (scenario->scenes.rows[scene].ending != 0 && explorer->graph.component[scene] != 0) {
            endings[scene] = all;
            explorer->result->all = all;
        }
    }
}

static void explore_components(Explorer *explorer, Arena *arena) {
    explorer_begin(explorer, arena);
    for (int32_t i = 1; i <= explorer->graph.component_count && !explorer->exceeded; i++) {
        explore_component(explorer, i);
    }
    explorer->result->exact = !explorer->exceeded;
    explorer->result->scene_met = explorer->scene_met;
    explorer->result->option_met = explorer->option_met;
}

Exploration explore(Arena *arena, Arena *scratch, const Scenario *scenario, int64_t most_states) {
    Exploration result = {0};
    Explorer explorer = {.scenario = scenario,
                         .scratch = scratch,
                         .most_states = most_states,
                         .competency_count = scenario->competencies.count - 1,
                         .result = &result};
    EndingBounds *endings = arena_push(arena, EndingBounds, scenario->scenes.count);
    explore_components(&explorer, arena);
    if (result.exact) {
        collect_endings(&explorer, endings);
    } else {
        bound_from_outside(&explorer, endings);
    }
    result.endings = endings;
    explorer_finish(&explorer);
    return result;
}

Exploration explore_met(Arena *arena, Arena *scratch, const Scenario *scenario, int64_t most_states) {
    Exploration result = {0};
    Explorer explorer = {.scenario = scenario, .scratch = scratch, .most_states = most_states, .result = &result};
    explore_components(&explorer, arena);
    explorer_finish(&explorer);
    return result;
}
