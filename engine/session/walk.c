#include "session/walk.h"

#include "base/error.h"
#include "base/number.h"
#include "session/walk_index.h"

#include <string.h>

// The world as the conditions of an answered ask see it.
typedef struct {
    const Scenario *scenario;
    const Ask *ask;
    const Answer *answer;
    const Consequences *given;
} Sight;

static int32_t see_answer(const void *context, AnswerCall call, int32_t a, int32_t b) {
    const Sight *sight = context;
    if (call == CALL_MARK) {
        return sight->given->base_marks[a];
    }
    if (call == CALL_SHARE) {
        return share_percent(sight->given->share);
    }
    return answer_value(sight->scenario, sight->ask, sight->answer, call, a, b);
}

static bool holds(const Walk *walk, ConditionId condition, const Sight *sight) {
    if (condition == 0) {
        return true;
    }
    ConditionWorld world = {walk->gauges, walk->facts, walk->watched, sight ? see_answer : NULL, sight};
    return condition_holds(walk->scenario, condition, &world);
}

static const Stop *stop_of(const Walk *walk) {
    return &walk->index->stops[walk->scene];
}

// Where it stands in `marked` that the decision was made.
static uint32_t *mark_of(const Walk *walk, AskId ask) {
    return &walk->marked[(uint32_t)ask / 32];
}

static uint32_t mark_bit(AskId ask) {
    return UINT32_C(1) << (uint32_t)ask % 32;
}

static size_t watched_size(const Scenario *scenario) {
    return (size_t)scenario->watches.count * sizeof(int32_t);
}

static size_t marked_size(const Scenario *scenario) {
    return ((size_t)scenario->asks.count / 32 + 1) * sizeof(uint32_t);
}

// Gauges that the case does not have need not be cleared each time.
static void clear_effects(const Walk *walk, Consequences *given) {
    memset(given->effects, 0, (size_t)walk->scenario->gauges.count * sizeof given->effects[0]);
}

static Walk create(Arena *arena, const Scenario *scenario, const WalkIndex *index) {
    Walk walk = {.scenario = scenario, .index = index, .status = WALK_STUCK};
    walk.watched = arena_push_bytes(arena, 1, (ptrdiff_t)watched_size(scenario));
    walk.marked = arena_push_bytes(arena, 1, (ptrdiff_t)marked_size(scenario));
    return walk;
}

Walk walk_create(Arena *arena, const Scenario *scenario) {
    return create(arena, scenario, walk_index_create(arena, scenario));
}

Walk walk_clone(Arena *arena, const Walk *walk) {
    Walk clone = create(arena, walk->scenario, walk->index);
    walk_copy(&clone, walk);
    return clone;
}

void walk_copy(Walk *to, const Walk *from) {
    int32_t *watched = to->watched;
    uint32_t *marked = to->marked;
    *to = *from;
    to->watched = watched;
    to->marked = marked;
    memcpy(watched, from->watched, watched_size(from->scenario));
    memcpy(marked, from->marked, marked_size(from->scenario));
}

void walk_judge_latches(Walk *walk) {
    for (int32_t i = 0; i < walk->index->latch_count; i++) {
        FactId id = walk->index->latches[i];
        const Fact *latch = &walk->scenario->facts.rows[id];
        if (holds(walk, walk->facts[id] ? latch->off : latch->on, NULL)) {
            walk->facts[id] = !walk->facts[id];
            walk->moved |= MOVED_FACTS;
        }
    }
}

void walk_reset(Walk *walk) {
    const Scenario *scenario = walk->scenario;
    walk->scene = 0;
    walk->status = WALK_STUCK;
    walk->offered = 0;
    memset(walk->facts, 0, sizeof walk->facts);
    memset(walk->totals, 0, sizeof walk->totals);
    memset(walk->watched, 0, watched_size(scenario));
    memset(walk->marked, 0, marked_size(scenario));
    for (GaugeId i = 1; i < scenario->gauges.count; i++) {
        walk->gauges[i] = scenario->gauges.rows[i].start;
    }
}

// Marks of record stay as they are, and with them the watches of scores.
void walk_return(Walk *walk, const Walk *to) {
    const Scenario *scenario = walk->scenario;
    walk->scene = to->scene;
    walk->status = to->status;
    walk->offered = to->offered;
    memcpy(walk->gauges, to->gauges, sizeof walk->gauges);
    memcpy(walk->facts, to->facts, sizeof walk->facts);
    for (int32_t i = 1; i < scenario->watches.count; i++) {
        if (scenario->watches.rows[i].kind != WATCH_SCORE) {
            walk->watched[i] = to->watched[i];
        }
    }
}

void walk_start(Walk *walk, SceneId from, WalkVisit *visit, void *context) {
    walk_reset(walk);
    walk_judge_latches(walk);
    walk_enter(walk, from != 0 ? from : walk->scenario->start.id, visit, context);
}

const Ask *walk_ask(const Walk *walk) {
    return walk->status == WALK_ASKS ? &walk->scenario->asks.rows[stop_of(walk)->ask] : NULL;
}

bool walk_offers(const Walk *walk, OptionId option) {
    const Stop *stop = stop_of(walk);
    if (option < stop->first_option || option >= stop->first_option + stop->option_count) {
        return false;
    }
    uint32_t bit = UINT32_C(1) << (option - stop->first_option);
    if (walk->judges_late) {
        return (stop->free_options & bit) != 0 || holds(walk, walk->index->options[option].when, NULL);
    }
    return (walk->offered & bit) != 0;
}

bool walk_holds(const Walk *walk, ConditionId condition) {
    return holds(walk, condition, NULL);
}

bool walk_holds_after(const Walk *walk, const Ask *ask, const Answer *answer, const Consequences *given,
                      ConditionId condition) {
    Sight sight = {walk->scenario, ask, answer, given};
    return holds(walk, condition, &sight);
}

static SceneId follow(const Walk *walk, const Way *way, const Sight *sight) {
    for (int32_t i = 0; i < way->routes.count; i++) {
        const Route *route = &walk->scenario->routes.rows[way->routes.first + i];
        if (holds(walk, route->when, sight)) {
            return route->to.id;
        }
    }
    return way->to;
}

void walk_meet(Walk *walk) {
    const Stop *stop = stop_of(walk);
    walk->offered = stop->free_options;
    for (int32_t i = 0; i < stop->option_count; i++) {
        uint32_t bit = UINT32_C(1) << i;
        if ((stop->free_options & bit) == 0 && holds(walk, walk->index->options[stop->first_option + i].when, NULL)) {
            walk->offered |= bit;
        }
    }
}

static void count_visit(Walk *walk, const Stop *stop) {
    for (int32_t i = 0; i < stop->watch_count; i++) {
        int32_t row = walk->index->watches[stop->first_watch + i];
        if (walk->scenario->watches.rows[row].kind == WATCH_VISITS && walk->watched[row] < LIMIT_INTEGER) {
            walk->watched[row]++;
            walk->moved |= MOVED_WATCHES;
        }
    }
}

void walk_enter(Walk *walk, SceneId scene, WalkVisit *visit, void *context) {
    // Without an answer only visits change, so more steps than this mean that scenes follow each other for ever.
    int32_t steps = 2 * walk->scenario->scenes.count + LIMIT_CONDITION_CHARS;
    walk->status = WALK_STUCK;
    for (; scene != 0 && steps > 0; steps--) {
        const Stop *stop = &walk->index->stops[scene];
        walk->scene = scene;
        count_visit(walk, stop);
        if (visit) {
            visit(context, scene);
        }
        if (stop->ask != 0) {
            bool asks = stop->is_open || (walk->judges_late && stop->free_options != 0);
            if (!asks || !walk->judges_late) {
                walk_meet(walk);
            }
            walk->status = asks || walk->offered != 0 ? WALK_ASKS : WALK_STUCK;
            return;
        }
        if (stop->ends) {
            walk->status = WALK_ENDED;
            return;
        }
        scene = follow(walk, &stop->way, NULL);
    }
}

static int32_t find_band(const Scenario *scenario, const Ask *ask, Share share) {
    for (int32_t i = 0; share.of != 0 && i < ask->bands.count; i++) {
        if (share_reaches(share, scenario->share_bands.rows[ask->bands.first + i].from)) {
            return ask->bands.first + i;
        }
    }
    return 0;
}

static void add_gift(Gifts *gifts, const Gift *gift) {
    gifts->rows[gifts->count++] = gift;
    gifts->effect_count += gift->effects;
    gifts->fact_count += gift->set + gift->unset;
}

// The gifts of the `bits` among those from row `first` on.
static void add_gifts(Gifts *gifts, const Gift *rows, int32_t first, uint32_t bits) {
    for (int32_t i = 0; bits >> i != 0; i++) {
        if ((bits >> i & 1) != 0) {
            add_gift(gifts, &rows[first + i]);
        }
    }
}

static void list_gifts(const Walk *walk, const Ask *ask, const Answer *answer, int32_t band, Gifts *gifts) {
    const WalkIndex *index = walk->index;
    const Stop *stop = stop_of(walk);
    if (stop->kind == ASK_CHOICE && answer->option > 0) {
        add_gift(gifts, &index->options[answer->option]);
    } else if (stop->kind == ASK_MULTIPLE) {
        add_gifts(gifts, index->options, stop->first_option, answer->set);
    } else if (stop->kind == ASK_CHOICE || stop->kind == ASK_WRITE) {
        add_gifts(gifts, index->detectors, ask_detectors(walk->scenario, ask).first, answer->found);
    }
    for (int32_t i = 0; stop->kind == ASK_CLASSIFY && i < ask->items.count; i++) {
        add_gift(gifts, &index->bins[ask->bins.first + answer->items[i]]);
    }
    if (band != 0) {
        add_gift(gifts, &index->bands[band]);
    }
}

static void add_marks(const Walk *walk, const Gift *gift, int32_t *marks, uint32_t *present) {
    const Change *scores = &walk->index->changes[gift->first];
    for (int32_t i = 0; i < gift->scores; i++) {
        marks[scores[i].of] += scores[i].value;
        *present |= UINT32_C(1) << scores[i].of;
    }
}

static void clamp_marks(const Walk *walk, int32_t *marks, int32_t most) {
    for (CompetencyId i = 1; i < walk->scenario->competencies.count; i++) {
        marks[i] = clamp(marks[i], -most, most);
    }
}

static void weigh_rules(const Walk *walk, const Ask *ask, const Answer *answer, Consequences *given, Gifts *gifts) {
    const Scenario *scenario = walk->scenario;
    bool own = answer->option == OPTION_OWN_WORDS;
    Span rules = own ? scenario->own_words.rows[ask->own_words].rules : ask->rules;
    Sight sight = {scenario, ask, answer, given};
    for (int32_t i = 0; i < rules.count; i++) {
        const Gift *rule = &walk->index->rules[rules.first + i];
        if (holds(walk, rule->when, &sight)) {
            given->rules |= UINT64_C(1) << i;
            add_marks(walk, rule, given->marks, &given->competencies);
            add_gift(gifts, rule);
        }
    }
}

bool walk_is_of_record(const Walk *walk) {
    const Stop *stop = stop_of(walk);
    return !stop->is_private && (*mark_of(walk, stop->ask) & mark_bit(stop->ask)) == 0;
}

// Gauges that the case does not have need not be cleared each time.
static void sum_effects(const Walk *walk, Gifts *gifts) {
    memset(gifts->effects, 0, (size_t)walk->scenario->gauges.count * sizeof gifts->effects[0]);
    for (int32_t i = 0; i < gifts->count; i++) {
        const Gift *gift = gifts->rows[i];
        const Change *effects = &walk->index->changes[gift->first + gift->scores];
        for (int32_t j = 0; j < gift->effects; j++) {
            gifts->effects[effects[j].of] += effects[j].value;
        }
    }
}

void walk_list_gifts(const Walk *walk, const Answer *answer, Consequences *given, Gifts *gifts) {
    const Stop *stop = stop_of(walk);
    const Ask *ask = walk_ask(walk);
    ASSERT(ask);
    memset(given, 0, offsetof(Consequences, effects));
    gifts->count = gifts->effect_count = gifts->fact_count = 0;
    if (stop->is_private) {
        return;
    }
    given->of_record = walk_is_of_record(walk);
    if (stop->kind == ASK_RANK || stop->kind == ASK_RATE || stop->kind == ASK_CLASSIFY) {
        given->share = answer_share(walk->scenario, ask, answer);
        given->band = find_band(walk->scenario, ask, given->share);
    }
    list_gifts(walk, ask, answer, given->band, gifts);
    for (int32_t i = 0; i < gifts->count; i++) {
        add_marks(walk, gifts->rows[i], given->base_marks, &given->competencies);
    }
    if (stop->kind == ASK_WRITE || answer->option == OPTION_OWN_WORDS) {
        clamp_marks(walk, given->base_marks, answer->confirmed ? LIMIT_MARK : 1);
    }
    memcpy(given->marks, given->base_marks, sizeof given->marks);
    if (stop->has_rules) {
        weigh_rules(walk, ask, answer, given, gifts);
    }
    if (gifts->count > 1) {
        clamp_marks(walk, given->marks, LIMIT_MARK);
    }
    sum_effects(walk, gifts);
}

void walk_weigh(const Walk *walk, const Answer *answer, Consequences *given) {
    Gifts gifts;
    walk_list_gifts(walk, answer, given, &gifts);
    clear_effects(walk, given);
}

static int32_t apply_effect(const Walk *walk, const Gauge *gauge, int32_t value, int32_t effect) {
    if (effect > 0 && gauge->halve_when != 0 && holds(walk, gauge->halve_when, NULL)) {
        effect /= 2;
    }
    if (gauge->rise_cap > 0 && effect > gauge->rise_cap) {
        effect = gauge->rise_cap;
    }
    return clamp(value + effect, gauge->min, gauge->max);
}

// `effect` is the summed written effect, before halving and caps.
static int32_t apply_drift(const Walk *walk, const Gauge *gauge, int32_t value, int32_t effect) {
    bool opposed = (effect > 0 && gauge->drift < 0) || (effect < 0 && gauge->drift > 0);
    bool away = gauge->of.id != 0 && gauge->of.id != walk->scenario->scenes.rows[walk->scene].with.id;
    if (opposed || away) {
        return value;
    }
    int32_t floor = gauge->drift_floor;
    int32_t drifted = value + gauge->drift;
    if (floor != NOT_SAID && gauge->drift < 0) {
        drifted = value <= floor ? value : drifted < floor ? floor : drifted;
    } else if (floor != NOT_SAID) {
        drifted = value >= floor ? value : drifted > floor ? floor : drifted;
    }
    return clamp(drifted, gauge->min, gauge->max);
}

static void move_gauges(Walk *walk, const Gifts *gifts, Consequences *given) {
    const WalkIndex *index = walk->index;
    int32_t moved[LIMIT_GAUGES + 1]; // `halve_when` is judged on the gauges before the answer
    for (int32_t i = 0; i < index->gauge_count; i++) {
        GaugeId id = index->gauges[i];
        const Gauge *gauge = &walk->scenario->gauges.rows[id];
        int32_t before = walk->gauges[id];
        int32_t sum = gifts->effects[id];
        int32_t value = sum != 0 ? apply_effect(walk, gauge, before, sum) : before;
        given->effects[id] = value - before;
        moved[i] = gauge->drift != 0 ? apply_drift(walk, gauge, value, sum) : value;
        walk->moved |= moved[i] != before ? MOVED_GAUGES : 0;
    }
    for (int32_t i = 0; i < index->gauge_count; i++) {
        walk->gauges[index->gauges[i]] = moved[i];
    }
}

static void put_facts(Walk *walk, const Change *changes, int32_t count) {
    walk->moved |= count > 0 ? MOVED_FACTS : 0;
    for (int32_t i = 0; i < count; i++) {
        walk->facts[changes[i].of] = (uint8_t)changes[i].value;
    }
}

// All that is set comes before all that is unset.
static void move_facts(Walk *walk, const Gifts *gifts) {
    for (int32_t i = 0; i < gifts->count; i++) {
        const Gift *gift = gifts->rows[i];
        put_facts(walk, &walk->index->changes[gift->first + gift->scores + gift->effects], gift->set);
    }
    for (int32_t i = 0; i < gifts->count; i++) {
        const Gift *gift = gifts->rows[i];
        put_facts(walk, &walk->index->changes[gift->first + gift->scores + gift->effects + gift->set], gift->unset);
    }
}

static void record_marks(Walk *walk, const Consequences *given) {
    AskId ask = stop_of(walk)->ask;
    if (!given->of_record) {
        return;
    }
    walk->moved |= MOVED_MARKS;
    *mark_of(walk, ask) |= mark_bit(ask);
    for (CompetencyId i = 1; given->competencies >> i != 0; i++) {
        walk->totals[i] += given->marks[i];
    }
    for (int32_t i = 0; i < walk->index->score_count; i++) {
        int32_t row = walk->index->scores[i];
        walk->watched[row] = walk->totals[walk->scenario->watches.rows[row].of];
        walk->moved |= MOVED_SCORES;
    }
}

static bool chose(const Stop *stop, const Answer *answer, OptionId option) {
    bool in_set = stop->kind == ASK_MULTIPLE && (answer->set >> (option - stop->first_option) & 1) != 0;
    return in_set || (stop->kind == ASK_CHOICE && answer->option == option);
}

static void record_watches(Walk *walk, const Answer *answer) {
    const Stop *stop = stop_of(walk);
    for (int32_t i = 0; i < stop->watch_count; i++) {
        int32_t row = walk->index->watches[stop->first_watch + i];
        const Watch *watch = &walk->scenario->watches.rows[row];
        if (watch->kind == WATCH_CHOSE && chose(stop, answer, watch->of)) {
            walk->watched[row] = 1;
            walk->moved |= MOVED_WATCHES;
        } else if (watch->kind == WATCH_FOUND) {
            walk->watched[row] = answer_value(walk->scenario, walk_ask(walk), answer, CALL_FOUND, watch->of, 0);
            walk->moved |= MOVED_WATCHES;
        }
    }
}

static const Way *find_way(const Walk *walk, const Answer *answer, const Consequences *given) {
    const WalkIndex *index = walk->index;
    const Stop *stop = stop_of(walk);
    if (stop->kind == ASK_CHOICE && answer->option > 0) {
        return &index->options[answer->option].way;
    }
    if (answer->option == OPTION_OWN_WORDS) {
        return &index->own_words[walk_ask(walk)->own_words];
    }
    return given->band != 0 ? &index->bands[given->band].way : &stop->way;
}

static SceneId lead_on(const Walk *walk, const Answer *answer, const Consequences *given) {
    const Way *way = find_way(walk, answer, given);
    if (way->routes.count == 0) {
        return way->to;
    }
    Sight sight = {walk->scenario, walk_ask(walk), answer, given};
    return follow(walk, way, &sight);
}

void walk_apply(Walk *walk, const Answer *answer, const Gifts *gifts, Consequences *given) {
    if (stop_of(walk)->is_private) {
        given->to = lead_on(walk, &(Answer){0}, given); // it leaves no trace, not even by where it leads
        return;
    }
    if (gifts->effect_count > 0 || walk->index->drifts) {
        move_gauges(walk, gifts, given);
    }
    if (gifts->fact_count > 0) {
        move_facts(walk, gifts);
    }
    record_marks(walk, given);
    record_watches(walk, answer);
    walk_judge_latches(walk);
    given->to = lead_on(walk, answer, given);
}

void walk_answer(Walk *walk, const Answer *answer, Consequences *given) {
    Gifts gifts;
    walk_list_gifts(walk, answer, given, &gifts);
    clear_effects(walk, given);
    walk_apply(walk, answer, &gifts, given);
}
