// How scenes hang together, whatever conditions say. What depends on conditions is found by exploring
// (session/explore.h).
#include "check/check_parts.h"

// A case without ways of its own goes nowhere; a quiz goes on to the following scene, whose absence is told where it is
// read.
static bool lacks_way(const Check *check, const Ask *ask, Span own) {
    return check->scenario->kind == KIND_SCENARIO && own.count == 0 && ask->next.count == 0;
}

// How many answers of a decision lead nowhere, and how many there are. A set, an order or a text is one answer.
static int32_t count_dead_ends(const Check *check, const Ask *ask, int32_t *answer_count) {
    const Scenario *scenario = check->scenario;
    int32_t dead = 0;
    int32_t count = 0;
    for (int32_t i = 0; ask->kind == ASK_CHOICE && i < ask->options.count; i++, count++) {
        dead += lacks_way(check, ask, scenario->options.rows[ask->options.first + i].gives.next);
    }
    if (ask->own_words != 0) {
        count++;
        dead += lacks_way(check, ask, scenario->own_words.rows[ask->own_words].next);
    }
    for (int32_t i = 0; i < ask->bands.count; i++, count++) {
        dead += lacks_way(check, ask, scenario->share_bands.rows[ask->bands.first + i].gives.next);
    }
    *answer_count = count > 0 ? count : 1;
    return count > 0 ? dead : lacks_way(check, ask, ask->next);
}

static void tell_dead_answers(const Check *check, const Ask *ask) {
    const Scenario *scenario = check->scenario;
    for (int32_t i = 0; i < ask->options.count; i++) {
        const Option *option = &scenario->options.rows[ask->options.first + i];
        if (lacks_way(check, ask, option->gives.next)) {
            findings_add(check->findings, FINDING_DEAD_END, option->place, check_option_name(check->scratch, option));
        }
    }
    const OwnWords *own_words = &scenario->own_words.rows[ask->own_words];
    if (ask->own_words != 0 && lacks_way(check, ask, own_words->next)) {
        Finding *finding = findings_add(check->findings, FINDING_DEAD_END, own_words->place, (Str){0});
        finding->variant = DEAD_END_OWN_WORDS;
    }
    for (int32_t i = 0; i < ask->bands.count; i++) {
        const ShareBand *band = &scenario->share_bands.rows[ask->bands.first + i];
        if (lacks_way(check, ask, band->gives.next)) {
            bool lowest = i > 0 && band->from == 0;
            Str bound = check_number(check, lowest ? band[-1].from : band->from);
            Finding *finding = findings_add(check->findings, FINDING_DEAD_END, band->place, bound);
            finding->variant = lowest ? DEAD_END_LOWEST_BAND : DEAD_END_BAND;
        }
    }
}

void check_dead_ends(const Check *check) {
    for (AskId i = 1; i < check->scenario->asks.count; i++) {
        const Ask *ask = &check->scenario->asks.rows[i];
        int32_t answer_count = 0;
        int32_t dead = check->misread[ask->scene] ? 0 : count_dead_ends(check, ask, &answer_count);
        if (dead > 0 && dead == answer_count) {
            findings_add(check->findings, FINDING_DEAD_END, ask->place, (Str){0})->variant = DEAD_END_ASK;
        } else if (dead > 0) {
            tell_dead_answers(check, ask);
        }
    }
}

// Scenes yet to be looked at; each goes in once, when it is marked.
typedef struct {
    bool *marked; // by SceneId
    SceneId *rows;
    int32_t count;
} Queue;

static Queue make_queue(const Check *check) {
    int32_t count = check->scenario->scenes.count;
    return (Queue){arena_push(check->scratch, bool, count), arena_push(check->scratch, SceneId, count), 0};
}

static void mark_scene(Queue *queue, SceneId scene) {
    if (!queue->marked[scene]) {
        queue->marked[scene] = true;
        queue->rows[queue->count++] = scene;
    }
}

// True when a scene is an ending, or may well lead to one once what was told of it is mended.
static bool may_end(const Check *check, SceneId id) {
    const Scene *scene = &check->scenario->scenes.rows[id];
    int32_t answer_count = 0;
    return scene->ending != 0 || check->misread[id] || check->broken[id] ||
           (scene->ask != 0 && count_dead_ends(check, &check->scenario->asks.rows[scene->ask], &answer_count) > 0);
}

// Edges by the scene they lead to: those to scene i are rows[first[i]] to rows[first[i + 1] - 1].
static int32_t *sort_by_target(const Check *check, int32_t *first) {
    const EdgeTable *edges = &check->edges;
    int32_t *rows = arena_push(check->scratch, int32_t, edges->count);
    for (int32_t i = 0; i < edges->count; i++) {
        first[edges->rows[i].to + 1]++;
    }
    for (SceneId i = 0; i < check->scenario->scenes.count; i++) {
        first[i + 1] += first[i];
    }
    int32_t *next = arena_push(check->scratch, int32_t, check->scenario->scenes.count);
    for (int32_t i = 0; i < edges->count; i++) {
        SceneId to = edges->rows[i].to;
        rows[first[to] + next[to]++] = i;
    }
    return rows;
}

void check_no_endings(const Check *check) {
    const Scenario *scenario = check->scenario;
    int32_t *first = arena_push(check->scratch, int32_t, scenario->scenes.count + 1);
    const int32_t *rows = sort_by_target(check, first);
    Queue ends = make_queue(check);
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        if (may_end(check, i)) {
            mark_scene(&ends, i);
        }
    }
    for (int32_t i = 0; i < ends.count; i++) {
        SceneId scene = ends.rows[i];
        for (int32_t j = first[scene]; j < first[scene + 1]; j++) {
            mark_scene(&ends, check->edges.rows[rows[j]].from);
        }
    }
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        const Scene *scene = &scenario->scenes.rows[i];
        if (!ends.marked[i] && scene->id != 0) {
            findings_add(check->findings, FINDING_NO_ENDING, scene->place, scenario_name(scenario, scene->id));
        }
    }
}

// The scene that follows without a decision and without a condition, or 0.
static SceneId find_successor(const Scenario *scenario, const Scene *scene) {
    if (scene->ask != 0 || scene->ending != 0) {
        return 0;
    }
    if (scene->next.count == 0) {
        return scenario_following(scenario, (SceneId)(scene - scenario->scenes.rows));
    }
    const Route *route = &scenario->routes.rows[scene->next.first];
    return route->when == 0 ? route->to.id : 0;
}

// Each walk goes on until it meets a scene that one was in: when it is its own, it has gone round.
void check_auto_loops(const Check *check) {
    const Scenario *scenario = check->scenario;
    SceneId *walk_of = arena_push(check->scratch, SceneId, scenario->scenes.count);
    for (SceneId start = 1; start < scenario->scenes.count; start++) {
        SceneId at = start;
        while (at != 0 && walk_of[at] == 0) {
            walk_of[at] = start;
            at = find_successor(scenario, &scenario->scenes.rows[at]);
        }
        if (at == 0 || walk_of[at] != start) {
            continue;
        }
        SceneId first = at;
        for (SceneId i = find_successor(scenario, &scenario->scenes.rows[at]); i != at;) {
            first = i < first ? i : first;
            i = find_successor(scenario, &scenario->scenes.rows[i]);
        }
        const Scene *scene = &scenario->scenes.rows[first];
        findings_add(check->findings, FINDING_AUTO_LOOP, scene->place, scenario_name(scenario, scene->id));
    }
}

// Nothing is said once a way is met that leads to no scene: the scene that is not reached may be the one it means.
void check_unreachable_scenes(const Check *check) {
    const Scenario *scenario = check->scenario;
    const EdgeTable *edges = &check->edges;
    int32_t *first = arena_push(check->scratch, int32_t, scenario->scenes.count + 1);
    for (int32_t i = 0; i < edges->count; i++) {
        first[edges->rows[i].from + 1] = i + 1;
    }
    Queue met = make_queue(check);
    mark_scene(&met, scenario->start.id);
    bool known = scenario->start.id != 0;
    for (int32_t i = 0; known && i < met.count; i++) {
        SceneId scene = met.rows[i];
        for (int32_t j = first[scene + 1] - 1; j >= 0 && edges->rows[j].from == scene; j--) {
            mark_scene(&met, edges->rows[j].to);
        }
        known = !check->broken[scene] && !check->misread[scene];
    }
    for (SceneId i = 1; known && i < scenario->scenes.count; i++) {
        const Scene *scene = &scenario->scenes.rows[i];
        // A second scene of the same id is told of as such.
        if (!met.marked[i] && scenario->scene_by_name[scene->id] == i) {
            findings_add(check->findings, FINDING_UNREACHABLE_SCENE, scene->place, scenario_name(scenario, scene->id));
        }
    }
}
