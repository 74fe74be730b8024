#include "session/explore_state.h"

#include "base/number.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_PARTS = 4000000, // of all components
    NUMBER_BITS = 32
};

typedef struct {
    const Scenario *scenario;
    const SceneGraph *graph;
    VariableTable variables;
    Arena *scratch;
} Planner;

// In endings, and where all goes on by itself, there are no states to tell apart.
static const bool *find_asking(const Planner *planner, Arena *arena) {
    const SceneGraph *graph = planner->graph;
    bool *asking = arena_push(arena, bool, graph->component_count + 1);
    for (AskId i = 1; i < planner->scenario->asks.count; i++) {
        asking[graph->component[planner->scenario->asks.rows[i].scene]] = true;
    }
    return asking;
}

static bool is_listable(const Planner *planner) {
    int64_t total = 0;
    for (int32_t i = 0; i < planner->variables.count; i++) {
        total += planner->variables.rows[i].last - planner->variables.rows[i].first + 1;
    }
    return total <= MOST_PARTS;
}

static int32_t count_bits(uint32_t most) {
    int32_t bits = 0;
    for (; most != 0; most >>= 1) {
        bits++;
    }
    return bits;
}

static int compare_variables(const void *left, const void *right) {
    const Variable *a = left;
    const Variable *b = right;
    if (a->kind != b->kind) {
        return a->kind < b->kind ? -1 : 1;
    }
    if (a->moves != b->moves) {
        return a->moves < b->moves ? -1 : 1;
    }
    return a->part.id < b->part.id ? -1 : 1;
}

// The first bits of a number that are free, so many beside each other; -1: there are none.
static int32_t find_free_bits(uint32_t taken, int32_t bits) {
    uint32_t begins = ~taken;
    for (int32_t i = 1; i < bits; i++) {
        begins &= ~taken >> i;
    }
    return begins != 0 ? __builtin_ctz(begins) : -1;
}

// Gives a part the first place that is free while its variable is alive.
static void place_part(StatePart *part, uint32_t *taken, int32_t *numbers) {
    int32_t bits = count_bits(part->most);
    if (bits == 0) {
        return;
    }
    part->shift = -1;
    for (part->number = -1; part->shift < 0;) {
        part->shift = find_free_bits(taken[++part->number], bits);
    }
    part->taken = UINT32_MAX >> (NUMBER_BITS - bits) << part->shift;
    taken[part->number] |= part->taken;
    *numbers = max(*numbers, part->number + 1);
}

// By component the rows of variables, one more each: the first, and after each the next.
typedef struct {
    int32_t *first, *next;
} Chains;

static Chains push_chains(const Planner *planner) {
    return (Chains){.first = arena_push(planner->scratch, int32_t, planner->graph->component_count + 1),
                    .next = arena_push(planner->scratch, int32_t, planner->variables.count + 1)};
}

static void chain(Chains *chains, int32_t component, int32_t row) {
    chains->next[row + 1] = chains->first[component];
    chains->first[component] = row + 1;
}

// A variable keeps its place in the keys of all the components in which it is alive, so that what an answer did not
// move is carried over with the numbers. Returns how many of those there are.
static int32_t place_variables(const Planner *planner, Variable *variables) {
    uint32_t *taken = arena_push(planner->scratch, uint32_t, planner->variables.count + 1);
    Chains begin = push_chains(planner);
    Chains end = push_chains(planner);
    int32_t numbers = 1;
    for (int32_t i = planner->variables.count - 1; i >= 0; i--) {
        chain(&begin, variables[i].first, i);
        chain(&end, variables[i].last, i);
    }
    for (int32_t at = 1; at <= planner->graph->component_count; at++) {
        for (int32_t i = end.first[at - 1]; i != 0; i = end.next[i]) {
            taken[variables[i - 1].part.number] &= ~variables[i - 1].part.taken;
        }
        for (int32_t i = begin.first[at]; i != 0; i = begin.next[i]) {
            place_part(&variables[i - 1].part, taken, &numbers);
        }
    }
    return numbers;
}

static void slice_index(const Planner *planner, Arena *arena, WalkIndex *index) {
    GaugeId *gauges = arena_push(arena, GaugeId, planner->variables.count);
    FactId *latches = arena_push(arena, FactId, planner->variables.count);
    index->gauges = gauges;
    index->gauge_count = 0;
    index->latches = latches;
    index->latch_count = 0;
    bool scores = false;
    for (int32_t i = 0; i < planner->variables.count; i++) {
        const Variable *variable = &planner->variables.rows[i];
        scores = scores || variable->kind == STATE_SCORE;
        if (variable->kind == STATE_GAUGE) {
            gauges[index->gauge_count++] = variable->part.id;
        } else if (variable->kind == STATE_FACT && fact_is_latch(&planner->scenario->facts.rows[variable->part.id])) {
            latches[index->latch_count++] = variable->part.id;
        }
    }
    index->score_count = scores ? index->score_count : 0;
}

StateLayout state_layout_create(Arena *arena, Arena *scratch, const Walk *walk, const SceneGraph *graph, bool marks) {
    ArenaMark mark = arena_mark(scratch);
    Planner planner = {.scenario = walk->scenario, .graph = graph, .scratch = scratch};
    planner.variables = explore_slice(scratch, walk, graph, marks);
    StateLayout layout = {.graph = graph, .complete = is_listable(&planner), .index = *walk->index};
    layout.variable_count = planner.variables.count = layout.complete ? planner.variables.count : 0;
    Variable *variables = arena_push(arena, Variable, layout.variable_count + 1);
    if (layout.variable_count > 0) {
        memcpy(variables, planner.variables.rows, (size_t)layout.variable_count * sizeof *variables);
        qsort(variables, (size_t)layout.variable_count, sizeof *variables, compare_variables);
    }
    layout.most_numbers = place_variables(&planner, variables);
    layout.variables = variables;
    layout.asking = find_asking(&planner, arena);
    layout.components = arena_push(arena, ComponentLayout, graph->component_count + 1);
    slice_index(&planner, arena, &layout.index);
    arena_rewind(scratch, mark);
    return layout;
}

static bool is_alive(const StateLayout *layout, const Variable *variable, int32_t component) {
    return variable->first <= component && component <= variable->last && layout->asking[component];
}

// The first of the watches that an answer in the component `from`, or in a later one, may have moved. It is asked of
// one after another for as long as `from` is explored.
static int32_t find_moving(ComponentLayout *layout, int32_t from) {
    if (layout->asked_from != from) {
        layout->asked_from = from;
        layout->moving = layout->ends[STATE_WATCH];
        while (layout->moving > layout->ends[STATE_FACT] && layout->moves[layout->moving - 1] >= from) {
            layout->moving--;
        }
    }
    return layout->moving;
}

// By the component in which they begin, the last first.
static int compare_newest(const void *left, const void *right) {
    const NewPart *a = left;
    const NewPart *b = right;
    return a->first != b->first ? (a->first > b->first ? -1 : 1) : a->part < b->part ? -1 : a->part > b->part;
}

void state_layout_reach(Arena *arena, StateLayout *layout, int32_t component) {
    ComponentLayout *reached = &layout->components[component];
    int32_t count = 0;
    reached->numbers = 1;
    for (int32_t i = 0; i < layout->variable_count; i++) {
        if (is_alive(layout, &layout->variables[i], component)) {
            reached->numbers = max(reached->numbers, layout->variables[i].part.number + 1);
            count++;
        }
    }
    StatePart *parts = arena_push(arena, StatePart, count);
    NewPart *newest = arena_push(arena, NewPart, count + 1); // none, in the end
    int32_t *moves = arena_push(arena, int32_t, count);
    uint32_t *alive = arena_push(arena, uint32_t, reached->numbers);
    uint32_t *still = arena_push(arena, uint32_t, reached->numbers);
    count = 0;
    for (int32_t i = 0; i < layout->variable_count; i++) {
        const Variable *variable = &layout->variables[i];
        if (is_alive(layout, variable, component)) {
            alive[variable->part.number] |= variable->part.taken;
            still[variable->part.number] |= variable->moves < component ? variable->part.taken : 0;
            newest[count] = (NewPart){&parts[count], variable->kind, variable->first};
            moves[count] = variable->moves;
            parts[count++] = variable->part;
            reached->ends[variable->kind] = count;
        }
    }
    qsort(newest, (size_t)count, sizeof *newest, compare_newest);
    for (int32_t kind = 1; kind < STATE_KINDS; kind++) {
        reached->ends[kind] = max(reached->ends[kind], reached->ends[kind - 1]);
    }
    reached->asked_from = -1; // of none
    reached->parts = parts;
    reached->newest = newest;
    reached->moves = moves;
    reached->alive = alive;
    reached->still = still;
}

int32_t state_count_parts(const StateLayout *layout, int32_t component) {
    return layout->components[component].ends[STATE_KINDS - 1];
}

typedef struct {
    uint32_t *key;
    int32_t number; // the one that is being filled
    uint32_t filled;
} Packer;

static inline void pack(Packer *packer, const StatePart *part, uint32_t value) {
    if (part->number != packer->number) {
        packer->key[packer->number] = packer->filled;
        packer->number = part->number;
        packer->filled = packer->key[part->number];
    }
    packer->filled &= ~part->taken;
    packer->filled |= (value < part->most ? value : part->most) << part->shift;
}

static inline uint32_t value_of(const Walk *walk, StateKind kind, const StatePart *part) {
    switch (kind) {
    case STATE_GAUGE:
        return (uint32_t)(walk->gauges[part->id] - part->least);
    case STATE_FACT:
        return walk->facts[part->id];
    case STATE_WATCH:
    case STATE_SCORE:
        return (uint32_t)(walk->watched[part->id] - part->least);
    case STATE_MARK:
        return (walk->marked[part->id] & part->mask) >> part->least;
    case STATE_KINDS:
        break;
    }
    return 0;
}

static inline void pack_kind(Packer *packer, const Walk *walk, StateKind kind, const StatePart *parts, int32_t first,
                             int32_t end) {
    for (int32_t i = first; i < end; i++) {
        pack(packer, &parts[i], value_of(walk, kind, &parts[i]));
    }
}

// Those that the component `from` did not tell apart yet.
static void pack_newest(Packer *packer, const Walk *walk, const ComponentLayout *to, int32_t from) {
    for (const NewPart *newest = to->newest; newest->first > from; newest++) {
        pack(packer, newest->part, value_of(walk, newest->kind, newest->part));
    }
}

// The bits of what is kept: of all that is alive in both, unless it is packed anew.
static void carry_key(const StateLayout *layout, int32_t from, const uint32_t *before, const ComponentLayout *to,
                      uint32_t *key) {
    int32_t common = before ? min(layout->components[from].numbers, to->numbers) : 0;
    for (int32_t i = 0; i < common; i++) {
        key[i] = before[i] & to->alive[i];
    }
    for (int32_t i = common; i < to->numbers; i++) {
        key[i] = 0;
    }
}

void state_pack(const StateLayout *layout, int32_t from, const uint32_t *before, int32_t component, const Walk *walk,
                uint32_t *key) {
    ComponentLayout *to = &layout->components[component];
    const StatePart *parts = to->parts;
    const int32_t *ends = to->ends;
    uint32_t moved = walk->moved;
    carry_key(layout, from, before, to, key);
    Packer packer = {.key = key, .filled = key[0]};
    pack_newest(&packer, walk, to, from);
    if ((moved & MOVED_GAUGES) != 0) {
        pack_kind(&packer, walk, STATE_GAUGE, parts, 0, ends[STATE_GAUGE]);
    }
    if ((moved & MOVED_FACTS) != 0) {
        pack_kind(&packer, walk, STATE_FACT, parts, ends[STATE_GAUGE], ends[STATE_FACT]);
    }
    if ((moved & MOVED_WATCHES) != 0) {
        pack_kind(&packer, walk, STATE_WATCH, parts, find_moving(to, from), ends[STATE_WATCH]);
    }
    if ((moved & MOVED_SCORES) != 0) {
        pack_kind(&packer, walk, STATE_SCORE, parts, ends[STATE_WATCH], ends[STATE_SCORE]);
    }
    if ((moved & MOVED_MARKS) != 0) {
        pack_kind(&packer, walk, STATE_MARK, parts, ends[STATE_SCORE], ends[STATE_MARK]);
    }
    key[packer.number] = packer.filled;
}

static inline int32_t unpack(const StatePart *part, const uint32_t *key) {
    return part->least + (int32_t)(key[part->number] >> part->shift & part->mask);
}

static void unpack_gauges(const StatePart *part, const StatePart *end, const uint32_t *key, Walk *walk) {
    for (; part < end; part++) {
        walk->gauges[part->id] = unpack(part, key);
    }
}

static void unpack_facts(const StatePart *part, const StatePart *end, const uint32_t *key, Walk *walk) {
    for (; part < end; part++) {
        walk->facts[part->id] = (uint8_t)unpack(part, key);
    }
}

static void unpack_watches(const StatePart *part, const StatePart *end, const uint32_t *key, Walk *walk) {
    for (; part < end; part++) {
        walk->watched[part->id] = unpack(part, key);
    }
}

// The marks of the decision before which a walk stands, and of those that it can meet again. Of the others that lie
// between them nothing is known, and nothing is read.
static void unpack_marks(const StatePart *part, const StatePart *end, const uint32_t *key, Walk *walk) {
    uint32_t ask = (uint32_t)walk->index->stops[walk->scene].ask;
    walk->marked[ask / MARKS_A_PART] &= ~(UINT32_C(1) << ask % MARKS_A_PART); // else its part says so
    for (; part < end; part++) {
        uint32_t *marked = &walk->marked[part->id];
        *marked = (*marked & ~part->mask) | (key[part->number] >> part->shift << part->least & part->mask);
    }
}

static void unpack_scores(const StatePart *part, const StatePart *end, const uint32_t *key, Walk *walk) {
    memset(walk->totals, 0, sizeof walk->totals);
    for (; part < end; part++) {
        walk->watched[part->id] = unpack(part, key);
        walk->totals[walk->scenario->watches.rows[part->id].of] = walk->watched[part->id];
    }
}

void state_unpack(const StateLayout *layout, SceneId scene, const uint32_t *key, uint32_t moved, Walk *walk) {
    int32_t at = layout->graph->component[scene];
    ComponentLayout *component = &layout->components[at];
    const StatePart *parts = component->parts;
    const int32_t *ends = component->ends;
    walk->scene = scene;
    walk->status = WALK_ASKS;
    walk->moved = 0;
    if ((moved & MOVED_GAUGES) != 0) {
        unpack_gauges(parts, parts + ends[STATE_GAUGE], key, walk);
    }
    if ((moved & MOVED_FACTS) != 0) {
        unpack_facts(parts + ends[STATE_GAUGE], parts + ends[STATE_FACT], key, walk);
    }
    if ((moved & MOVED_WATCHES) != 0) {
        int32_t first = (moved & EXPLORE_MOVED_BEFORE) != 0 ? ends[STATE_FACT] : find_moving(component, at);
        unpack_watches(parts + first, parts + ends[STATE_WATCH], key, walk);
    }
    if ((moved & MOVED_SCORES) != 0) {
        unpack_scores(parts + ends[STATE_WATCH], parts + ends[STATE_SCORE], key, walk);
    }
    if ((moved & MOVED_MARKS) != 0) {
        unpack_marks(parts + ends[STATE_SCORE], parts + ends[STATE_MARK], key, walk);
    }
}
