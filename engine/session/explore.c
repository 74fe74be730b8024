#include "session/explore.h"

#include "session/explore_outer.h"
#include "session/explorer.h"

#include <string.h>

// Gives one answer in every state of a scene that cannot be met again.
static void take_everywhere(Explorer *explorer, SceneId scene, const Answer *answer) {
    Walk *walk = &explorer->walk;
    int32_t count = explorer->sets[scene].count;
    bool weighed = false; // and it weighs the same in all of them
    Consequences given;
    Gifts gifts;
    for (int32_t row = 0; row < count && !explorer->exceeded; row++) {
        explorer_stand(explorer, scene, row);
        if (!space_accepts(walk, answer)) {
            continue;
        }
        if (weighed) {
            memset(given.effects, 0, sizeof given.effects);
        } else {
            walk_list_gifts(walk, answer, &given, &gifts);
            weighed = !walk->index->stops[scene].has_rules;
        }
        walk_apply(walk, answer, &gifts, &given);
        explorer_go_on(explorer, &given, scene, row);
        explorer_check_limits(explorer);
    }
}

static void explore_scene(Explorer *explorer, SceneId scene) {
    for (int32_t row = 0; row < explorer->sets[scene].count; row++) {
        explorer_stand(explorer, scene, row);
        explorer_note_offers(explorer);
    }
    if (explorer->sets[scene].count > 0) {
        const AnswerSpace *space = explorer_space(explorer, scene);
        for (int32_t i = 0; i < space->count; i++) {
            take_everywhere(explorer, scene, &space->answers[i]);
        }
    }
}

// What led on from the states is known; only those of endings are kept.
static void forget_component(Explorer *explorer) {
    const SceneGraph *graph = &explorer->graph;
    for (int32_t i = graph->first[explorer->component]; i < graph->first[explorer->component + 1]; i++) {
        KeySet *set = &explorer->sets[graph->scenes[i]];
        if (explorer->scenario->scenes.rows[graph->scenes[i]].ending == 0) {
            explorer->room -= set->count * (int64_t)set->stride;
            key_set_clear(&explorer->pool, set);
        }
    }
    arena_rewind(&explorer->brief, (ArenaMark){0});
}

static void explore_component(Explorer *explorer, int32_t component) {
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
            endings[scene].low[c] = bounds[c - 1];
            endings[scene].high[c] = bounds[count + c - 1];
        }
        widen(&explorer->result->all, &endings[scene]);
    }
}

// What can be taken from the graph alone.
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

Exploration explore(Arena *arena, Arena *scratch, const Scenario *scenario, int64_t most_states) {
    Exploration result = {0};
    Explorer explorer = {.scenario = scenario, .scratch = scratch, .most_states = most_states, .result = &result};
    EndingBounds *endings = arena_push(arena, EndingBounds, scenario->scenes.count);
    explorer_begin(&explorer, arena);
    for (int32_t i = 1; i <= explorer.graph.component_count && !explorer.exceeded; i++) {
        explore_component(&explorer, i);
    }
    result.exact = !explorer.exceeded;
    if (result.exact) {
        collect_endings(&explorer, endings);
    } else {
        bound_from_outside(&explorer, endings);
    }
    result.endings = endings;
    result.scene_met = explorer.scene_met;
    result.option_met = explorer.option_met;
    explorer_finish(&explorer);
    return result;
}
