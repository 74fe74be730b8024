#include "session/explore_slice.h"

#include "base/error.h"

// When each thing may first have moved, and when it may last be read, as components; 0: never.
typedef struct {
    int32_t *gauges, *facts, *watches;
} Times;

typedef struct {
    const Scenario *scenario;
    const WalkIndex *index;
    const SceneGraph *graph;
    Times moved, read;
    int32_t at;   // where what is read is read
    bool changed; // something is read later than was known
    VariableTable variables;
    Arena *arena;
} Slicer;

static void note_read(void *context, ReadsKind kind, int32_t id) {
    Slicer *slicer = context;
    int32_t *times = kind == READS_GAUGE  ? slicer->read.gauges
                     : kind == READS_FACT ? slicer->read.facts
                                          : slicer->read.watches;
    if (times[id] < slicer->at) {
        times[id] = slicer->at;
        slicer->changed = true;
    }
}

static void read_condition(Slicer *slicer, ConditionId condition) {
    condition_reads(slicer->scenario, condition, note_read, slicer);
}

static void read_routes(Slicer *slicer, Span routes) {
    for (int32_t i = 0; i < routes.count; i++) {
        read_condition(slicer, slicer->scenario->routes.rows[routes.first + i].when);
    }
}

static void note_moved(const Slicer *slicer, int32_t *time) {
    *time = *time == 0 || *time > slicer->at ? slicer->at : *time;
}

static void note_gifts(Slicer *slicer, const Gift *gifts, Span rows) {
    for (int32_t i = 0; i < rows.count; i++) {
        const Gift *gift = &gifts[rows.first + i];
        const Change *effects = &slicer->index->changes[gift->first + gift->scores];
        for (int32_t j = 0; j < gift->effects; j++) {
            note_moved(slicer, &slicer->moved.gauges[effects[j].of]);
        }
        for (int32_t j = 0; j < gift->set; j++) {
            note_moved(slicer, &slicer->moved.facts[effects[gift->effects + j].of]);
        }
        read_condition(slicer, gift->when);
        read_routes(slicer, gift->way.routes);
    }
}

static void note_scene(Slicer *slicer, SceneId scene) {
    const Scenario *scenario = slicer->scenario;
    const Stop *stop = &slicer->index->stops[scene];
    const Ask *ask = &scenario->asks.rows[stop->ask];
    slicer->at = slicer->graph->component[scene];
    read_routes(slicer, stop->way.routes);
    if (stop->ask != 0 && !stop->is_private) {
        read_routes(slicer, slicer->index->own_words[ask->own_words].routes);
        note_gifts(slicer, slicer->index->rules, scenario->own_words.rows[ask->own_words].rules);
        note_gifts(slicer, slicer->index->rules, ask->rules);
        note_gifts(slicer, slicer->index->bands, ask->bands);
        note_gifts(slicer, slicer->index->bins, ask->bins);
    }
    note_gifts(slicer, slicer->index->options, ask->options);
}

static void note_watches(Slicer *slicer) {
    const SceneGraph *graph = slicer->graph;
    for (int32_t i = 1; i < slicer->scenario->watches.count; i++) {
        const Watch *watch = &slicer->scenario->watches.rows[i];
        int32_t component = graph->component[watch->scene];
        slicer->moved.watches[i] = watch->kind == WATCH_VISITS ? graph->entered_from[component] : component;
        if (watch->kind == WATCH_SCORE) {
            slicer->moved.watches[i] = 1;
        }
    }
}

// Whatever decides how something moves is read as late as that is.
static void close_reads(Slicer *slicer) {
    const Scenario *scenario = slicer->scenario;
    do {
        slicer->changed = false;
        for (GaugeId i = 1; i < scenario->gauges.count; i++) {
            slicer->at = slicer->read.gauges[i];
            read_condition(slicer, scenario->gauges.rows[i].halve_when);
        }
        for (FactId i = 1; i < scenario->facts.count; i++) {
            slicer->at = slicer->read.facts[i];
            read_condition(slicer, scenario->facts.rows[i].on);
            read_condition(slicer, scenario->facts.rows[i].off);
        }
    } while (slicer->changed);
}

// A gauge may be moved by drift, and a latch by anything, after the first answer; a latch also before it.
static void note_movers(Slicer *slicer) {
    const Scenario *scenario = slicer->scenario;
    for (GaugeId i = 1; i < scenario->gauges.count; i++) {
        slicer->moved.gauges[i] = scenario->gauges.rows[i].drift != 0 ? 1 : slicer->moved.gauges[i];
    }
    for (FactId i = 1; i < scenario->facts.count; i++) {
        slicer->moved.facts[i] = fact_is_latch(&scenario->facts.rows[i]) ? 1 : slicer->moved.facts[i];
    }
}

static void add_variable(Slicer *slicer, Variable variable) {
    if (variable.first != 0 && variable.first <= variable.last) {
        rows_push(slicer->arena, &slicer->variables, variable);
    }
}

static StatePart make_part(int32_t id, int32_t least, uint32_t most) {
    StatePart part = {.id = id, .least = least, .most = most};
    while (part.mask < most) {
        part.mask = 2 * part.mask + 1;
    }
    return part;
}

static void list_watch(Slicer *slicer, int32_t row) {
    const Watch *watch = &slicer->scenario->watches.rows[row];
    Variable variable = {.kind = STATE_SCORE,
                         .first = slicer->moved.watches[row],
                         .last = slicer->read.watches[row],
                         .moves = INT32_MAX};
    if (watch->kind == WATCH_SCORE) {
        int32_t farthest = LIMIT_MARK * slicer->scenario->asks.count;
        variable.part = make_part(row, -farthest, 2 * (uint32_t)farthest);
    } else {
        int32_t component = slicer->graph->component[watch->scene];
        int32_t most = watch->most < LIMIT_INTEGER ? watch->most : LIMIT_INTEGER;
        bool again = slicer->graph->circular[component];
        variable.kind = STATE_WATCH;
        variable.part = make_part(row, 0, again || most < 1 ? (uint32_t)most : 1);
        variable.moves = component;
    }
    add_variable(slicer, variable);
}

static void list_variables(Slicer *slicer) {
    const Scenario *scenario = slicer->scenario;
    for (GaugeId i = 1; i < scenario->gauges.count; i++) {
        const Gauge *gauge = &scenario->gauges.rows[i];
        StatePart part = make_part(i, gauge->min, (uint32_t)(gauge->max - gauge->min));
        add_variable(slicer, (Variable){STATE_GAUGE, part, slicer->moved.gauges[i], slicer->read.gauges[i], INT32_MAX});
    }
    for (FactId i = 1; i < scenario->facts.count; i++) {
        StatePart part = make_part(i, 0, 1);
        add_variable(slicer, (Variable){STATE_FACT, part, slicer->moved.facts[i], slicer->read.facts[i], INT32_MAX});
    }
    for (int32_t i = 1; i < scenario->watches.count; i++) {
        list_watch(slicer, i);
    }
}

static bool give_marks(const Gift *gifts, Span rows) {
    for (int32_t i = 0; i < rows.count; i++) {
        if (gifts[rows.first + i].scores > 0) {
            return true;
        }
    }
    return false;
}

// Some answer to it may carry a mark.
static bool is_marked(const Slicer *slicer, const Ask *ask) {
    const WalkIndex *index = slicer->index;
    const OwnWords *own = &slicer->scenario->own_words.rows[ask->own_words];
    return give_marks(index->options, ask->options) || give_marks(index->bands, ask->bands) ||
           give_marks(index->rules, ask->rules) || give_marks(index->rules, own->rules) ||
           give_marks(index->detectors, ask_detectors(slicer->scenario, ask));
}

// A part takes no more bits of a key than lie between its first mark and its last.
static void fit_marks(const Slicer *slicer) {
    for (int32_t i = 0; i < slicer->variables.count; i++) {
        StatePart *part = &slicer->variables.rows[i].part;
        bool marks = slicer->variables.rows[i].kind == STATE_MARK;
        while (marks && (part->mask >> part->least & 1) == 0) {
            part->least++;
        }
        part->most = marks ? part->mask >> part->least : part->most;
    }
}

// Lists the decisions of each component that can be met again, 32 of them a part.
static void list_marks(Slicer *slicer) {
    const SceneGraph *graph = slicer->graph;
    int32_t *last = arena_push(slicer->arena, int32_t, graph->component_count + 1); // 1 + row of its last variable
    for (AskId i = 1; i < slicer->scenario->asks.count; i++) {
        const Ask *ask = &slicer->scenario->asks.rows[i];
        int32_t component = graph->component[ask->scene];
        if (!graph->circular[component] || !is_marked(slicer, ask)) {
            continue;
        }
        int32_t row = last[component] - 1;
        ASSERT(row < slicer->variables.count);
        if (row < 0 || slicer->variables.rows[row].part.id != i / MARKS_A_PART) {
            row = slicer->variables.count;
            StatePart part = {.id = i / MARKS_A_PART};
            add_variable(slicer, (Variable){STATE_MARK, part, component, component, component});
            last[component] = row + 1;
        }
        ASSERT(slicer->variables.rows);
        slicer->variables.rows[row].part.mask |= UINT32_C(1) << i % MARKS_A_PART;
    }
    fit_marks(slicer);
}

// What a score comes to depends on which marks were given.
static bool keeps_score(const Slicer *slicer) {
    for (int32_t i = 0; i < slicer->variables.count; i++) {
        if (slicer->variables.rows[i].kind == STATE_SCORE) {
            return true;
        }
    }
    return false;
}

static Times push_times(Arena *arena, const Scenario *scenario) {
    return (Times){.gauges = arena_push(arena, int32_t, scenario->gauges.count),
                   .facts = arena_push(arena, int32_t, scenario->facts.count),
                   .watches = arena_push(arena, int32_t, scenario->watches.count)};
}

VariableTable explore_slice(Arena *arena, const Walk *walk, const SceneGraph *graph, bool marks) {
    Slicer slicer = {.scenario = walk->scenario, .index = walk->index, .graph = graph, .arena = arena};
    slicer.moved = push_times(arena, walk->scenario);
    slicer.read = push_times(arena, walk->scenario);
    for (int32_t i = 0; i < graph->first[graph->component_count + 1]; i++) {
        note_scene(&slicer, graph->scenes[i]);
    }
    note_watches(&slicer);
    note_movers(&slicer);
    close_reads(&slicer);
    list_variables(&slicer);
    if (marks || keeps_score(&slicer)) {
        list_marks(&slicer);
    }
    return slicer.variables;
}
