#include "session/explorer.h"

#include "base/error.h"
#include "base/number.h"

#include <string.h>

enum {
    // The cost of a state beyond which exploring counts as too much: work is one for each answer tried, scene entered
    // and value restored; room is one for each number kept.
    WORK_A_STATE = 256,
    ROOM_A_STATE = 64,
    WORK_A_PART = 8,    // for each answer of a space, as often as it has items or detectors
    FAR = INT32_MAX / 2 // from any total
};

uint32_t *explorer_state(const Explorer *explorer, SceneId scene, int32_t row) {
    const KeySet *set = &explorer->sets[scene];
    return &set->rows[(ptrdiff_t)row * set->stride];
}

int32_t *explorer_number(const Explorer *explorer, SceneId scene, int32_t row) {
    return (int32_t *)explorer_state(explorer, scene, row) + explorer->sets[scene].size;
}

int32_t *explorer_bounds(const Explorer *explorer, SceneId scene, int32_t row) {
    return explorer_number(explorer, scene, row) + 1;
}

int32_t explorer_room_a_state(const Explorer *explorer, SceneId scene) {
    return explorer->sets[scene].size + 1 + 2 * explorer->competency_count;
}

static void enter_scene(void *context, SceneId scene) {
    Explorer *explorer = context;
    explorer->scene_met[scene] |= SCENE_ENTERED;
    explorer->work++;
}

// One scene of a component is told of, the first to be found.
static void note_loop(Explorer *explorer, SceneId scene) {
    bool *known = &explorer->loops[explorer->graph.component[scene]];
    explorer->scene_met[scene] |= *known ? 0 : SCENE_LOOPS;
    explorer->result->loop = explorer->result->loop != 0 ? explorer->result->loop : scene;
    *known = true;
}

// The walk stands where there is nowhere to go, after an answer that led to the scene `to`.
static void note_stuck(Explorer *explorer, SceneId to) {
    SceneId scene = explorer->walk.scene;
    const Stop *stop = &explorer->walk.index->stops[scene];
    if (to != 0 && stop->ask == 0 && (stop->way.to != 0 || stop->way.routes.count > 0)) {
        note_loop(explorer, scene);
        return;
    }
    explorer->scene_met[scene] |= to != 0 && stop->ask != 0 ? SCENE_NO_OPTION : 0;
    explorer->result->stuck = explorer->result->stuck != 0 ? explorer->result->stuck : scene;
}

static void clear_bounds(const Explorer *explorer, int32_t *bounds) {
    for (int32_t i = 0; i < explorer->sides; i++) {
        bounds[i] = -FAR;
    }
}

static bool keeps_bounds(const Explorer *explorer, SceneId scene) {
    return explorer->sets[scene].stride > explorer->sets[scene].size + 1;
}

void explorer_keep_no_bounds(Explorer *explorer, SceneId scene) {
    key_set_narrow(&explorer->sets[scene], explorer->sets[scene].size + 1);
}

int32_t *explorer_push_bounds(Explorer *explorer, int32_t count) {
    int32_t *bounds = arena_push(&explorer->brief, int32_t, (ptrdiff_t)count * explorer->sides);
    for (int32_t i = 0; i < count; i++) {
        clear_bounds(explorer, bounds + (ptrdiff_t)i * explorer->sides);
    }
    return bounds;
}

static uint32_t *pending_key(const Explorer *explorer, int32_t pending) {
    return &explorer->keys[(ptrdiff_t)pending * explorer->layout.most_numbers];
}

static void begin_state(Explorer *explorer, SceneId scene, int32_t row) {
    *explorer_number(explorer, scene, row) = 0;
    if (keeps_bounds(explorer, scene)) {
        clear_bounds(explorer, explorer_bounds(explorer, scene, row));
    }
    explorer->result->states++;
    explorer->room += explorer_room_a_state(explorer, scene);
}

static void reach_component(Explorer *explorer, int32_t component) {
    const SceneGraph *graph = &explorer->graph;
    state_layout_reach(&explorer->arena, &explorer->layout, component);
    int32_t size = explorer->layout.components[component].numbers;
    for (int32_t i = graph->first[component]; i < graph->first[component + 1]; i++) {
        explorer->sets[graph->scenes[i]] = (KeySet){.size = size, .stride = size + 1 + explorer->sides};
    }
}

// The state in which the walk stands, a decision or an ending, is put down as pending.
static void add_pending(Explorer *explorer, int32_t marks, int32_t from, const uint32_t *before) {
    ASSERT(explorer->pending_count < PENDING_MOST);
    SceneId scene = explorer->walk.scene;
    int32_t component = explorer->graph.component[scene];
    if (explorer->layout.components[component].numbers == 0) {
        reach_component(explorer, component);
    }
    const KeySet *set = &explorer->sets[scene];
    uint32_t *key = pending_key(explorer, explorer->pending_count);
    Pending *pending = &explorer->pending[explorer->pending_count++];
    state_pack(&explorer->layout, explorer->component, before, component, &explorer->walk, key);
    *pending = (Pending){{.scene = scene, .marks = marks}, from, key_set_hash(&explorer->pool, set, key)};
    key_set_fetch_slot(set, pending->hash);
}

void explorer_fetch_pending(const Explorer *explorer) {
    for (int32_t i = 0; i < explorer->pending_count; i++) {
        const Pending *pending = &explorer->pending[i];
        key_set_fetch_row(&explorer->sets[pending->outcome.scene], pending->hash);
    }
}

Outcome explorer_settle(Explorer *explorer, int32_t pending) {
    const uint32_t *key = pending_key(explorer, pending);
    Outcome *outcome = &explorer->pending[pending].outcome;
    KeySet *set = &explorer->sets[outcome->scene];
    if (key_set_add_hashed(&explorer->pool, set, key, explorer->pending[pending].hash, &outcome->row)) {
        begin_state(explorer, outcome->scene, outcome->row);
    }
    return *outcome;
}

void explorer_carry(const Explorer *explorer, const int32_t *from, int32_t marks, int32_t *to) {
    if (explorer->sides == 0) {
        return;
    }
    const int32_t *more = (const int32_t *)&explorer->marks.rows[(ptrdiff_t)marks * explorer->sides];
    for (int32_t i = 0; i < explorer->sides; i += SIDES_AT_ONCE) {
        int32_t sums[SIDES_AT_ONCE];
        for (int32_t j = 0; j < SIDES_AT_ONCE; j++) {
            sums[j] = from[i + j] + more[i + j];
        }
        for (int32_t j = 0; j < SIDES_AT_ONCE; j++) {
            to[i + j] = sums[j] > to[i + j] ? sums[j] : to[i + j];
        }
    }
}

Choices explorer_choices(Explorer *explorer, SceneId scene) {
    const Ask *ask = &explorer->scenario->asks.rows[explorer->scenario->scenes.rows[scene].ask];
    AnswerSpace space = space_of_answers(&explorer->brief, explorer->scratch, explorer->scenario, ask);
    int32_t parts = ask->items.count + ask_detectors(explorer->scenario, ask).count;
    explorer->work += (int64_t)space.count * parts * WORK_A_PART;
    explorer->exceeded = explorer->exceeded || !space.complete;
    Choices choices = {.answers = space.answers, .count = space.count};
    if (!explorer->walk.index->stops[scene].has_rules) {
        choices.weighed = arena_push(&explorer->brief, Weighed, min(space.count, WEIGHED_MOST));
    }
    return choices;
}

// Marks that are the same are kept once.
static int32_t keep_marks(Explorer *explorer, const int32_t *marks) {
    uint32_t sides[2 * LIMIT_COMPETENCIES] = {0};
    int32_t row = 0;
    if (explorer->sides == 0) {
        return row; // no bounds are kept
    }
    for (int32_t c = 0; c < explorer->competency_count; c++) {
        sides[c] = (uint32_t)-marks[c];
        sides[explorer->competency_count + c] = (uint32_t)marks[c];
    }
    key_set_add(&explorer->pool, &explorer->marks, sides, &row);
    return row;
}

static void weigh(Explorer *explorer, const Answer *answer, Weighed *weighed) {
    walk_list_gifts(&explorer->walk, answer, &weighed->given, &weighed->gifts);
    weighed->marks = keep_marks(explorer, &weighed->given.marks[1]);
    if (explorer->walk.index->score_count == 0) {
        weighed->given.competencies = 0; // no total need be kept
    }
}

// Puts the walk in a state, or back in it once it `moved` from there.
static void stand(Explorer *explorer, SceneId scene, const uint32_t *state, uint32_t moved) {
    state_unpack(&explorer->layout, scene, state, moved, &explorer->walk);
    explorer->work += 1 + state_count_parts(&explorer->layout, explorer->component);
    if (explorer->walk.index->stops[scene].kind == ASK_MULTIPLE) {
        walk_meet(&explorer->walk); // a set is judged by all that is offered
    }
}

// Whether the walk last stood in a state of which all that no answer moves any more was the same.
static bool stood_alike(Explorer *explorer, const uint32_t *key) {
    const ComponentLayout *layout = &explorer->layout.components[explorer->component];
    bool alike = explorer->stood_in == explorer->component;
    for (int32_t i = 0; i < layout->numbers; i++) {
        alike = alike && explorer->still[i] == (key[i] & layout->still[i]);
        explorer->still[i] = key[i] & layout->still[i];
    }
    explorer->stood_in = explorer->component;
    return alike;
}

static void note_offers(Explorer *explorer, Choices *choices) {
    const Stop *stop = &explorer->walk.index->stops[explorer->walk.scene];
    int32_t met = 0;
    for (OptionId i = stop->first_option; i < stop->first_option + stop->option_count; i++) {
        explorer->option_met[i] = explorer->option_met[i] || walk_offers(&explorer->walk, i);
        met += explorer->option_met[i];
    }
    choices->all_met = met == stop->option_count;
}

// Gives the answer where the walk stands: in the state in the row `from` of its scene.
static void give(Explorer *explorer, const Answer *answer, Weighed *weighed, bool of_record, int32_t from,
                 const uint32_t *state) {
    Walk *walk = &explorer->walk;
    Consequences *given = &weighed->given;
    given->of_record = of_record;
    walk_apply(walk, answer, &weighed->gifts, given);
    walk_enter(walk, given->to, enter_scene, explorer);
    if (walk->status == WALK_STUCK) {
        note_stuck(explorer, given->to);
        return;
    }
    ASSERT(explorer->graph.component[walk->scene] >= explorer->component);
    add_pending(explorer, of_record ? weighed->marks : 0, from, state);
}

void explorer_check_limits(Explorer *explorer) {
    int64_t states = explorer->most_states - explorer->result->states;
    int64_t room = explorer->most_states * ROOM_A_STATE - explorer->room;
    bool exceeded = states < 0 || room < 0 || explorer->work > explorer->most_states * WORK_A_STATE;
    explorer->exceeded = explorer->exceeded || exceeded;
    int32_t stride = explorer->layout.most_numbers + 1 + 2 * explorer->competency_count;
    bool near = states < PENDING_MOST || room < (stride + ROOM_A_STATE) * PENDING_MOST;
    explorer->pending_most = near ? 1 : PENDING_MOST;
}

// Each answer in each state goes through here: with all that it calls made part of it, a tenth less is done.
__attribute__((flatten)) void explorer_take(Explorer *explorer, SceneId scene, int32_t row, Choices *choices) {
    Walk *walk = &explorer->walk;
    Weighed anew;
    const uint32_t *state = explorer_state(explorer, scene, row);
    bool alike = stood_alike(explorer, state);
    stand(explorer, scene, state, alike ? MOVED_ANYTHING : MOVED_ANYTHING | EXPLORE_MOVED_BEFORE);
    if (!choices->all_met) {
        note_offers(explorer, choices);
    }
    for (int32_t i = 0; choices->weighed && !choices->are_weighed && i < choices->count; i++) {
        weigh(explorer, &choices->answers[i], &choices->weighed[i]);
    }
    choices->are_weighed = choices->weighed != NULL;
    bool of_record = walk_is_of_record(walk);
    bool stands = true;
    for (int32_t i = 0; i < choices->count && !explorer->exceeded; i++) {
        const Answer *answer = &choices->answers[i];
        if (!stands) {
            stand(explorer, scene, state, walk->moved);
            stands = true;
        }
        if (!space_accepts(walk, answer)) {
            continue;
        }
        if (!choices->weighed) {
            weigh(explorer, answer, &anew);
        }
        give(explorer, answer, choices->weighed ? &choices->weighed[i] : &anew, of_record, row, state);
        stands = false;
        if (explorer->pending_count >= explorer->pending_most) {
            explorer->settle(explorer);
            state = explorer_state(explorer, scene, row); // rows may have moved
        }
    }
}

static void start(Explorer *explorer) {
    Walk *walk = &explorer->walk;
    walk_start(walk, 0, enter_scene, explorer);
    if (walk->status == WALK_STUCK) {
        note_stuck(explorer, walk->scene);
        return;
    }
    add_pending(explorer, 0, 0, NULL);
    int32_t *bounds = explorer_bounds(explorer, walk->scene, explorer_settle(explorer, 0).row);
    explorer->pending_count = 0;
    explorer_check_limits(explorer);
    memset(bounds, 0, (size_t)explorer->sides * sizeof *bounds);
}

void explorer_begin(Explorer *explorer, Arena *arena) {
    const Scenario *scenario = explorer->scenario;
    Arena *own = &explorer->arena;
    bool bounds = explorer->competency_count > 0;
    explorer->scene_met = arena_push(arena, uint8_t, scenario->scenes.count);
    explorer->option_met = arena_push(arena, uint8_t, scenario->options.count);
    explorer->walk = walk_create(own, scenario);
    explorer->graph = scene_graph_create(own, explorer->scratch, scenario);
    explorer->layout = state_layout_create(own, explorer->scratch, &explorer->walk, &explorer->graph, bounds);
    explorer->walk.index = &explorer->layout.index;
    explorer->walk.judges_late = true;
    explorer->exceeded = !explorer->layout.complete;
    explorer->keys = arena_push(own, uint32_t, (ptrdiff_t)PENDING_MOST * explorer->layout.most_numbers);
    explorer->still = arena_push(own, uint32_t, explorer->layout.most_numbers);
    explorer->loops = arena_push(own, bool, explorer->graph.component_count + 1);
    explorer->sides = (2 * explorer->competency_count + SIDES_AT_ONCE - 1) / SIDES_AT_ONCE * SIDES_AT_ONCE;
    explorer->marks = (KeySet){.size = explorer->sides, .stride = explorer->sides};
    keep_marks(explorer, (int32_t[LIMIT_COMPETENCIES]){0});
    explorer->sets = arena_push(own, KeySet, scenario->scenes.count);
    for (SceneId scene = 1; scene < scenario->scenes.count; scene++) {
        explorer->scene_met[scene] = explorer->graph.component[scene] != 0 ? SCENE_LED_TO : 0;
    }
    start(explorer);
}

void explorer_finish(Explorer *explorer) {
    key_pool_finish(&explorer->pool);
    arena_finish(&explorer->brief);
    arena_finish(&explorer->arena);
}
