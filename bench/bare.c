#include "bare.h"

#include "base/error.h"
#include "base/random.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_DECISIONS = 100000, CAP = 10, HALVED_FROM = 65, DRIFT = 2, DRIFT_FLOOR = 10, MOST_GAUGE = 100 };

static int32_t read_number(const char **at) {
    char *end = NULL;
    long number = strtol(*at, &end, 10);
    ASSERT(end != *at);
    *at = end;
    return (int32_t)number;
}

static BareCondition read_condition(const char **at) {
    BareCondition condition = {.kind = read_number(at)};
    condition.of = read_number(at);
    condition.option = read_number(at);
    condition.value = read_number(at);
    return condition;
}

static BareOption read_option(const char **at) {
    BareOption option = {.when = read_condition(at)};
    option.route = read_condition(at);
    option.to = read_number(at);
    option.otherwise = read_number(at);
    for (int32_t i = 0; i < BARE_GAUGES; i++) {
        option.moves[i] = read_number(at);
    }
    option.sets = (uint32_t)read_number(at);
    option.unsets = (uint32_t)read_number(at);
    for (int32_t i = 0; i < BARE_COMPETENCIES; i++) {
        option.marks[i] = read_number(at);
    }
    return option;
}

BareGraph bare_read(Arena *arena, Str text) {
    enum { MOST_OPTIONS = 6 };
    const char *at = str_to_c(arena, text);
    BareGraph graph = {.scene_count = read_number(&at)};
    for (int32_t i = 0; i < BARE_GAUGES; i++) {
        graph.start[i] = read_number(&at);
    }
    graph.lively = read_number(&at) != 0;
    graph.scenes = arena_push(arena, BareScene, graph.scene_count);
    graph.options = arena_push(arena, BareOption, (ptrdiff_t)graph.scene_count * MOST_OPTIONS);
    for (int32_t i = 0; i < graph.scene_count; i++) {
        graph.scenes[i] = (BareScene){graph.option_count, read_number(&at)};
        for (int32_t j = 0; j < graph.scenes[i].count; j++) {
            graph.options[graph.option_count++] = read_option(&at);
        }
    }
    return graph;
}

// Where a walk stands, without what it went through.
typedef struct {
    int32_t scene;
    int32_t gauges[BARE_GAUGES];
    uint32_t facts;
} Position;

typedef struct {
    const BareGraph *graph;
    Position at;
    int32_t totals[BARE_COMPETENCIES];
    int32_t *visits; // by scene
    bool *chosen;    // by option
    int32_t *taken;  // options taken on this walk, so that starting again costs no more than the walk did
    int32_t taken_count;
} BareWalk;

static bool holds_at(const Position *at, const BareCondition *condition) {
    switch (condition->kind) {
    case BARE_GAUGE_FROM:
        return at->gauges[condition->of] >= condition->value;
    case BARE_GAUGE_UNDER:
        return at->gauges[condition->of] < condition->value;
    case BARE_FACT:
        return (at->facts >> condition->of & 1) != 0;
    case BARE_NO_FACT:
        return (at->facts >> condition->of & 1) == 0;
    default:
        ASSERT(condition->kind == BARE_ALWAYS);
        return true;
    }
}

static bool holds(const BareWalk *walk, const BareCondition *condition) {
    switch (condition->kind) {
    case BARE_SEEN:
        return walk->visits[condition->of] > 0;
    case BARE_VISITS_UNDER:
        return walk->visits[condition->of] < condition->value;
    case BARE_SCORE_FROM:
        return walk->totals[condition->of] >= condition->value;
    case BARE_CHOSE:
        return walk->chosen[walk->graph->scenes[condition->of].first + condition->option];
    default:
        return holds_at(&walk->at, condition);
    }
}

static int32_t clamp(int32_t value) {
    return value < 0 ? 0 : value > MOST_GAUGE ? MOST_GAUGE : value;
}

static void move_gauges(int32_t *gauges, const BareOption *option, bool lively) {
    int32_t trust = option->moves[0];
    int32_t strain = option->moves[1];
    if (lively && trust > 0) {
        trust = gauges[1] >= HALVED_FROM ? trust / 2 : trust;
        trust = trust > CAP ? CAP : trust;
    }
    gauges[0] = clamp(gauges[0] + trust);
    gauges[1] = clamp(gauges[1] + strain);
    if (lively && strain <= 0 && gauges[1] > DRIFT_FLOOR) {
        gauges[1] = gauges[1] - DRIFT < DRIFT_FLOOR ? DRIFT_FLOOR : gauges[1] - DRIFT;
    }
}

static void take(BareWalk *walk, int32_t row) {
    const BareOption *option = &walk->graph->options[row];
    for (int32_t i = 0; i < BARE_COMPETENCIES && walk->visits[walk->at.scene] == 1; i++) {
        walk->totals[i] += option->marks[i];
    }
    move_gauges(walk->at.gauges, option, walk->graph->lively);
    walk->at.facts = (walk->at.facts | option->sets) & ~option->unsets;
    walk->chosen[row] = true;
    walk->taken[walk->taken_count++] = row;
    walk->at.scene = option->route.kind == BARE_ALWAYS || holds(walk, &option->route) ? option->to : option->otherwise;
    walk->visits[walk->at.scene]++;
}

static int32_t draw_option(const BareWalk *walk, Random *random) {
    int32_t offered[8];
    int32_t count = 0;
    BareScene scene = walk->graph->scenes[walk->at.scene];
    for (int32_t i = 0; i < scene.count; i++) {
        if (holds(walk, &walk->graph->options[scene.first + i].when)) {
            offered[count++] = scene.first + i;
        }
    }
    ASSERT(count > 0);
    return offered[random_below(random, count)];
}

// Wherever the walk has been, some option led, but for the first scene.
static void start_again(BareWalk *walk) {
    for (int32_t i = 0; i < walk->taken_count; i++) {
        const BareOption *option = &walk->graph->options[walk->taken[i]];
        walk->chosen[walk->taken[i]] = false;
        walk->visits[option->to] = 0;
        walk->visits[option->otherwise] = 0;
    }
    walk->taken_count = 0;
    walk->at.scene = 0;
    walk->visits[0] = 1;
    walk->at.facts = 0;
    memset(walk->totals, 0, sizeof walk->totals);
    memcpy(walk->at.gauges, walk->graph->start, sizeof walk->at.gauges);
}

int64_t bare_walk(Arena *scratch, const BareGraph *graph, int32_t runs, uint64_t seed) {
    ArenaMark mark = arena_mark(scratch);
    BareWalk walk = {.graph = graph,
                     .visits = arena_push(scratch, int32_t, graph->scene_count),
                     .chosen = arena_push(scratch, bool, graph->option_count),
                     .taken = arena_push(scratch, int32_t, MOST_DECISIONS)};
    Random random = random_from_seed(seed);
    int64_t decisions = 0;
    for (int32_t run = 0; run < runs; run++) {
        start_again(&walk);
        while (graph->scenes[walk.at.scene].count > 0 && walk.taken_count < MOST_DECISIONS) {
            take(&walk, draw_option(&walk, &random));
        }
        decisions += walk.taken_count;
    }
    arena_rewind(scratch, mark);
    return decisions;
}

// A state in one number, never 0: scene + 1, then gauges, facts and marks.
typedef uint64_t State;

enum { SCENE_BITS = 8, GAUGE_BITS = 7, FACT_BITS = 8, MARK_BITS = 32, TABLE_BITS = 23 };

typedef struct {
    const BareGraph *graph;
    int32_t *loop_of;  // by scene: the first of the scenes that lead to it and to which it leads, or -1
    uint32_t *mark_of; // by scene: its bit among the decisions of its loop, 0 when it is in none
    State *known;      // open addressing
    State *queue;
    int64_t count;
} BareSearch;

// Marks in `met` the scenes that can be reached from `scene` by at least one answer.
static void find_reach(const BareGraph *graph, int32_t scene, bool *met, int32_t *queue) {
    int32_t count = 0;
    queue[count++] = scene;
    for (int32_t i = 0; i < count; i++) {
        BareScene from = graph->scenes[queue[i]];
        for (int32_t j = 0; j < 2 * from.count; j++) {
            const BareOption *option = &graph->options[from.first + j / 2];
            int32_t to = j % 2 == 0 || option->route.kind == BARE_ALWAYS ? option->to : option->otherwise;
            if (!met[to]) {
                met[to] = true;
                queue[count++] = to;
            }
        }
    }
}

static void find_loops(Arena *scratch, BareSearch *search) {
    int32_t count = search->graph->scene_count;
    bool *met = arena_push(scratch, bool, (ptrdiff_t)count *count);
    int32_t *queue = arena_push(scratch, int32_t, count + 1);
    int32_t *sizes = arena_push(scratch, int32_t, count);
    for (int32_t i = 0; i < count; i++) {
        find_reach(search->graph, i, met + (ptrdiff_t)i * count, queue);
    }
    for (int32_t i = 0; i < count; i++) {
        int32_t first = 0;
        while (first < count && !(met[i * count + first] && met[first * count + i])) {
            first++;
        }
        search->loop_of[i] = first < count ? first : -1;
        if (first < count) {
            ASSERT(sizes[first] < MARK_BITS);
            search->mark_of[i] = UINT32_C(1) << sizes[first]++;
        }
    }
}

static void meet(BareSearch *search, State state) {
    uint64_t mask = (UINT64_C(1) << TABLE_BITS) - 1;
    uint64_t place = (state * UINT64_C(0x9E3779B97F4A7C15)) >> (64 - TABLE_BITS);
    while (search->known[place] != 0 && search->known[place] != state) {
        place = (place + 1) & mask;
    }
    if (search->known[place] == 0) {
        ASSERT(search->count < (int64_t)mask / 2);
        search->known[place] = state;
        search->queue[search->count++] = state;
    }
}

static State pack(const Position *at, uint32_t marks) {
    State state = (State)at->scene + 1;
    for (int32_t i = 0; i < BARE_GAUGES; i++) {
        state = state << GAUGE_BITS | (State)at->gauges[i];
    }
    return (state << FACT_BITS | at->facts) << MARK_BITS | marks;
}

static Position unpack(State state) {
    Position at = {0};
    state >>= MARK_BITS;
    at.facts = (uint32_t)(state & ((1 << FACT_BITS) - 1));
    state >>= FACT_BITS;
    for (int32_t i = BARE_GAUGES - 1; i >= 0; i--) {
        at.gauges[i] = (int32_t)(state & ((1 << GAUGE_BITS) - 1));
        state >>= GAUGE_BITS;
    }
    at.scene = (int32_t)state - 1;
    return at;
}

static void expand(BareSearch *search, State state) {
    const BareGraph *graph = search->graph;
    Position before = unpack(state);
    BareScene scene = graph->scenes[before.scene];
    uint32_t marks = (uint32_t)state | search->mark_of[before.scene];
    int32_t loop = search->loop_of[before.scene];
    for (int32_t i = 0; i < scene.count; i++) {
        const BareOption *option = &graph->options[scene.first + i];
        if (holds_at(&before, &option->when)) {
            Position after = before;
            move_gauges(after.gauges, option, graph->lively);
            after.facts = (after.facts | option->sets) & ~option->unsets;
            after.scene = holds_at(&after, &option->route) ? option->to : option->otherwise;
            bool stays = loop == search->loop_of[after.scene];
            meet(search, pack(&after, stays ? marks : 0)); // who leaves a loop never comes back
        }
    }
}

int64_t bare_explore(Arena *scratch, const BareGraph *graph) {
    ASSERT(!graph->lively && graph->scene_count < 1 << SCENE_BITS);
    ArenaMark mark = arena_mark(scratch);
    BareSearch search = {.graph = graph,
                         .loop_of = arena_push(scratch, int32_t, graph->scene_count),
                         .mark_of = arena_push(scratch, uint32_t, graph->scene_count),
                         .known = arena_push(scratch, State, INT64_C(1) << TABLE_BITS),
                         .queue = arena_push(scratch, State, INT64_C(1) << (TABLE_BITS - 1))};
    find_loops(scratch, &search);
    Position first = {.gauges = {graph->start[0], graph->start[1]}};
    meet(&search, pack(&first, 0));
    for (int64_t i = 0; i < search.count; i++) {
        expand(&search, search.queue[i]);
    }
    arena_rewind(scratch, mark);
    return search.count;
}
