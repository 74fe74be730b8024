#include "session/explorer.h"

#include "base/error.h"

enum {
    // What a state may cost before exploring counts as too much: work is one for each answer tried, scene entered and
    // value restored; room is one for each number kept.
    WORK_A_STATE = 256,
    ROOM_A_STATE = 64,
    WORK_A_PART = 8,    // for each answer of a space, as often as it has items or detectors
    FAR = INT32_MAX / 2 // from any total
};

static const int32_t NO_MARKS[LIMIT_COMPETENCIES] = {0};

uint32_t *explorer_state(const Explorer *explorer, SceneId scene, int32_t row) {
    const KeySet *set = &explorer->sets[scene];
    return &set->rows[(ptrdiff_t)row * set->stride];
}

int32_t *explorer_place(const Explorer *explorer, SceneId scene, int32_t row) {
    return (int32_t *)explorer_state(explorer, scene, row) + explorer->sets[scene].size;
}

int32_t *explorer_bounds(const Explorer *explorer, SceneId scene, int32_t row) {
    return explorer_place(explorer, scene, row) + 1;
}

static void enter_scene(void *context, SceneId scene) {
    Explorer *explorer = context;
    explorer->scene_met[scene] |= SCENE_ENTERED;
    explorer->work++;
}

// Of the scenes of one component only the first to be found is told of.
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

static void begin_state(Explorer *explorer, SceneId scene, int32_t row) {
    int32_t count = explorer->competency_count;
    int32_t *place = explorer_place(explorer, scene, row);
    *place = 0;
    for (int32_t c = 1; c <= count; c++) {
        place[c] = FAR;
        place[count + c] = -FAR;
    }
    explorer->result->states++;
    explorer->room += explorer->sets[scene].stride;
}

// The state in which the walk stands, a decision or an ending; its row.
static int32_t add_state(Explorer *explorer) {
    SceneId scene = explorer->walk.scene;
    int32_t row = 0;
    state_pack(&explorer->layout, &explorer->walk, explorer->key);
    if (key_set_add(&explorer->pool, &explorer->sets[scene], explorer->key, &row)) {
        begin_state(explorer, scene, row);
    }
    return row;
}

bool explorer_carry(const Explorer *explorer, const int32_t *from, const int32_t *marks, int32_t *to) {
    int32_t count = explorer->competency_count;
    bool changed = false;
    for (int32_t c = 0; c < count; c++) {
        int32_t low = from[c] + marks[c];
        int32_t high = from[count + c] + marks[c];
        changed = changed || low < to[c] || high > to[count + c];
        to[c] = low < to[c] ? low : to[c];
        to[count + c] = high > to[count + c] ? high : to[count + c];
    }
    return changed;
}

void explorer_stand(Explorer *explorer, SceneId scene, int32_t row) {
    state_unpack(&explorer->layout, scene, explorer_state(explorer, scene, row), &explorer->walk);
    explorer->work += 1 + state_count_parts(&explorer->layout, explorer->component);
}

void explorer_note_offers(Explorer *explorer) {
    const Stop *stop = &explorer->walk.index->stops[explorer->walk.scene];
    for (OptionId i = stop->first_option; i < stop->first_option + stop->option_count; i++) {
        if (!explorer->option_met[i] && walk_offers(&explorer->walk, i)) {
            explorer->option_met[i] = 1;
        }
    }
}

const AnswerSpace *explorer_space(Explorer *explorer, SceneId scene) {
    AnswerSpace *space = &explorer->spaces[scene];
    if (space->count == 0) {
        const Ask *ask = &explorer->scenario->asks.rows[explorer->scenario->scenes.rows[scene].ask];
        *space = space_of_answers(&explorer->brief, explorer->scratch, explorer->scenario, ask, TYPED_BOTH);
        int32_t parts = ask->items.count + ask_detectors(explorer->scenario, ask).count;
        explorer->work += (int64_t)space->count * parts * WORK_A_PART;
        explorer->exceeded = explorer->exceeded || !space->complete;
    }
    return space;
}

// Marks that are the same are kept once.
static int32_t keep_marks(Explorer *explorer, const int32_t *marks) {
    uint32_t key[LIMIT_COMPETENCIES] = {0};
    int32_t row = 0;
    for (int32_t c = 0; c < explorer->competency_count; c++) {
        key[c] = (uint32_t)marks[c];
    }
    key_set_add(&explorer->pool, &explorer->marks, key, &row);
    return row;
}

void explorer_go_on(Explorer *explorer, const Consequences *given, SceneId from, int32_t row) {
    Walk *walk = &explorer->walk;
    walk_enter(walk, given->to, enter_scene, explorer);
    if (walk->status == WALK_STUCK) {
        note_stuck(explorer, given->to);
        return;
    }
    ASSERT(explorer->graph.component[walk->scene] >= explorer->component);
    const int32_t *marks = given->of_record ? &given->marks[1] : NO_MARKS;
    Outcome outcome = {.scene = walk->scene, .row = add_state(explorer)};
    if (explorer->graph.circular[explorer->component]) {
        outcome.marks = keep_marks(explorer, marks);
        *rows_append(&explorer->arena, &explorer->outcomes) = outcome;
    } else {
        int32_t *to = explorer_bounds(explorer, outcome.scene, outcome.row);
        explorer_carry(explorer, explorer_bounds(explorer, from, row), marks, to);
    }
}

void explorer_check_limits(Explorer *explorer) {
    int64_t most = explorer->most_states;
    explorer->exceeded = explorer->exceeded || explorer->result->states > most ||
                         explorer->work / WORK_A_STATE > most || explorer->room / ROOM_A_STATE > most;
}

static void start(Explorer *explorer) {
    Walk *walk = &explorer->walk;
    walk_start(walk, 0, enter_scene, explorer);
    if (walk->status == WALK_STUCK) {
        note_stuck(explorer, walk->scene);
        return;
    }
    int32_t *bounds = explorer_bounds(explorer, walk->scene, add_state(explorer));
    for (int32_t i = 0; i < 2 * explorer->competency_count; i++) {
        bounds[i] = 0;
    }
}

void explorer_begin(Explorer *explorer, Arena *arena) {
    const Scenario *scenario = explorer->scenario;
    Arena *own = &explorer->arena;
    explorer->scene_met = arena_push(arena, uint8_t, scenario->scenes.count);
    explorer->option_met = arena_push(arena, uint8_t, scenario->options.count);
    explorer->competency_count = scenario->competencies.count - 1;
    explorer->walk = walk_create(own, scenario);
    explorer->graph = scene_graph_create(own, explorer->scratch, scenario);
    explorer->layout = state_layout_create(own, explorer->scratch, &explorer->walk, &explorer->graph);
    explorer->walk.index = &explorer->layout.index;
    explorer->exceeded = !explorer->layout.complete;
    explorer->key = arena_push(own, uint32_t, explorer->layout.most_numbers);
    explorer->loops = arena_push(own, bool, explorer->graph.component_count + 1);
    explorer->spaces = arena_push(own, AnswerSpace, scenario->scenes.count);
    explorer->marks = (KeySet){.size = explorer->competency_count, .stride = explorer->competency_count};
    explorer->sets = arena_push(own, KeySet, scenario->scenes.count);
    for (SceneId scene = 1; scene < scenario->scenes.count; scene++) {
        int32_t component = explorer->graph.component[scene];
        int32_t size = explorer->layout.numbers[component];
        explorer->sets[scene] = (KeySet){.size = size, .stride = size + 1 + 2 * explorer->competency_count};
        explorer->scene_met[scene] = component != 0 ? SCENE_LED_TO : 0;
    }
    start(explorer);
}

void explorer_finish(Explorer *explorer) {
    key_pool_finish(&explorer->pool);
    arena_finish(&explorer->brief);
    arena_finish(&explorer->arena);
}
