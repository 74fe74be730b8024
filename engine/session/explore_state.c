#include "session/explore_state.h"

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
static bool *find_asking(const Planner *planner) {
    const SceneGraph *graph = planner->graph;
    bool *asking = arena_push(planner->scratch, bool, graph->component_count + 2);
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

// Puts down the parts of each component and kind: they are counted first, which gives where each run ends; filling it
// from there leaves where it begins.
static StatePart *list_parts(const Planner *planner, Arena *arena, int32_t *first) {
    const bool *asking = find_asking(planner);
    int32_t last = (planner->graph->component_count + 1) * STATE_KINDS;
    for (int32_t i = 0; i < planner->variables.count; i++) {
        const Variable *variable = &planner->variables.rows[i];
        for (int32_t at = variable->first; at <= variable->last; at++) {
            first[at * STATE_KINDS + (int32_t)variable->kind] += asking[at];
        }
    }
    for (int32_t i = 1; i <= last; i++) {
        first[i] += first[i - 1];
    }
    StatePart *parts = arena_push(arena, StatePart, first[last]);
    for (int32_t i = planner->variables.count - 1; i >= 0; i--) {
        const Variable *variable = &planner->variables.rows[i];
        for (int32_t at = variable->first; at <= variable->last; at++) {
            if (asking[at]) {
                parts[--first[at * STATE_KINDS + (int32_t)variable->kind]] = variable->part;
            }
        }
    }
    return parts;
}

static int32_t count_bits(uint32_t most) {
    int32_t bits = 0;
    for (; most != 0; most >>= 1) {
        bits++;
    }
    return bits;
}

// Gives each part its place in the key; returns how many numbers the key has.
static int32_t place_parts(StatePart *parts, int32_t count) {
    int32_t number = 0;
    int32_t shift = 0;
    for (int32_t i = 0; i < count; i++) {
        int32_t bits = count_bits(parts[i].most);
        number += shift + bits > NUMBER_BITS;
        shift = shift + bits > NUMBER_BITS ? 0 : shift;
        parts[i].number = number;
        parts[i].shift = bits > 0 ? shift : 0;
        shift += bits;
    }
    return number + 1;
}

static void lay_out(const Planner *planner, Arena *arena, StateLayout *layout) {
    int32_t count = planner->graph->component_count;
    int32_t *first = arena_push(arena, int32_t, (count + 1) * STATE_KINDS + 1);
    int32_t *numbers = arena_push(arena, int32_t, count + 1);
    StatePart *parts = list_parts(planner, arena, first);
    for (int32_t at = 0; at <= count; at++) {
        int32_t begin = first[at * STATE_KINDS];
        numbers[at] = place_parts(&parts[begin], first[(at + 1) * STATE_KINDS] - begin);
        layout->most_numbers = numbers[at] > layout->most_numbers ? numbers[at] : layout->most_numbers;
    }
    layout->first = first;
    layout->numbers = numbers;
    layout->parts = parts;
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

StateLayout state_layout_create(Arena *arena, Arena *scratch, const Walk *walk, const SceneGraph *graph) {
    ArenaMark mark = arena_mark(scratch);
    Planner planner = {.scenario = walk->scenario, .graph = graph, .scratch = scratch};
    planner.variables = explore_slice(scratch, walk, graph);
    StateLayout layout = {.graph = graph, .complete = is_listable(&planner), .index = *walk->index};
    planner.variables.count = layout.complete ? planner.variables.count : 0;
    lay_out(&planner, arena, &layout);
    slice_index(&planner, arena, &layout.index);
    arena_rewind(scratch, mark);
    return layout;
}

int32_t state_count_parts(const StateLayout *layout, int32_t component) {
    const int32_t *first = &layout->first[component * STATE_KINDS];
    return first[STATE_KINDS] - first[0];
}

typedef struct {
    uint32_t *key;
    uint32_t filled; // of the number that is being filled
    int32_t number;
} Packer;

static inline void pack(Packer *packer, const StatePart *part, uint32_t value) {
    while (packer->number < part->number) {
        packer->key[packer->number++] = packer->filled;
        packer->filled = 0;
    }
    packer->filled |= (value < part->most ? value : part->most) << part->shift;
}

void state_pack(const StateLayout *layout, const Walk *walk, uint32_t *key) {
    const int32_t *first = &layout->first[layout->graph->component[walk->scene] * STATE_KINDS];
    const StatePart *part = &layout->parts[first[0]];
    Packer packer = {.key = key};
    for (const StatePart *end = &layout->parts[first[STATE_GAUGE + 1]]; part < end; part++) {
        pack(&packer, part, (uint32_t)(walk->gauges[part->id] - part->least));
    }
    for (const StatePart *end = &layout->parts[first[STATE_FACT + 1]]; part < end; part++) {
        pack(&packer, part, walk->facts[part->id]);
    }
    for (const StatePart *end = &layout->parts[first[STATE_SCORE + 1]]; part < end; part++) {
        pack(&packer, part, (uint32_t)(walk->watched[part->id] - part->least));
    }
    for (const StatePart *end = &layout->parts[first[STATE_MARK + 1]]; part < end; part++) {
        pack(&packer, part, (walk->marked[part->id] & part->mask) >> part->least);
    }
    key[packer.number] = packer.filled;
}

static inline int32_t unpack(const StatePart *part, const uint32_t *key) {
    return part->least + (int32_t)(key[part->number] >> part->shift & part->mask);
}

// The marks of the decision before which a walk stands, and of those that it can meet again. Of the others that lie
// between them nothing is known, and nothing is read.
static void unpack_marks(const StatePart *part, const StatePart *end, const uint32_t *key, Walk *walk) {
    AskId ask = walk->index->stops[walk->scene].ask;
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
    const int32_t *first = &layout->first[layout->graph->component[scene] * STATE_KINDS];
    const StatePart *parts = layout->parts;
    walk->scene = scene;
    walk->status = WALK_ASKS;
    walk->moved = 0;
    for (int32_t i = first[STATE_GAUGE]; (moved & MOVED_GAUGES) != 0 && i < first[STATE_GAUGE + 1]; i++) {
        walk->gauges[parts[i].id] = unpack(&parts[i], key);
    }
    for (int32_t i = first[STATE_FACT]; (moved & MOVED_FACTS) != 0 && i < first[STATE_FACT + 1]; i++) {
        walk->facts[parts[i].id] = (uint8_t)unpack(&parts[i], key);
    }
    for (int32_t i = first[STATE_WATCH]; (moved & MOVED_WATCHES) != 0 && i < first[STATE_WATCH + 1]; i++) {
        walk->watched[parts[i].id] = unpack(&parts[i], key);
    }
    if ((moved & MOVED_SCORES) != 0) {
        unpack_scores(&parts[first[STATE_SCORE]], &parts[first[STATE_SCORE + 1]], key, walk);
    }
    if ((moved & MOVED_MARKS) != 0) {
        unpack_marks(&parts[first[STATE_MARK]], &parts[first[STATE_MARK + 1]], key, walk);
    }
}
