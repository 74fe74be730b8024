#include "session/walk_index.h"

#include "scenario/scenario_edges.h"

typedef struct {
    Arena *arena;
    const Scenario *scenario;
    Change *changes;
    int32_t change_count;
    Stop *stops;
    Way *own_words;
} Indexer;

static uint8_t add_amounts(Indexer *indexer, Span amounts) {
    for (int32_t i = 0; i < amounts.count; i++) {
        const Amount *amount = &indexer->scenario->amounts.rows[amounts.first + i];
        indexer->changes[indexer->change_count++] = (Change){(int16_t)amount->of.id, (int16_t)amount->value};
    }
    return (uint8_t)amounts.count;
}

static uint8_t add_facts(Indexer *indexer, Span facts, int16_t value) {
    for (int32_t i = 0; i < facts.count; i++) {
        FactId fact = indexer->scenario->refs.rows[facts.first + i].id;
        indexer->changes[indexer->change_count++] = (Change){(int16_t)fact, value};
    }
    return (uint8_t)facts.count;
}

static Gift make_gift(Indexer *indexer, const Consequence *gives, ConditionId when) {
    Gift gift = {.first = indexer->change_count, .when = when};
    gift.scores = add_amounts(indexer, gives->scores);
    gift.effects = add_amounts(indexer, gives->effects);
    gift.set = add_facts(indexer, gives->set, 1);
    gift.unset = add_facts(indexer, gives->unset, 0);
    return gift;
}

static Way make_way(const Scenario *scenario, Span own, Span otherwise, SceneId scene) {
    Span routes = own.count > 0 ? own : otherwise;
    if (routes.count == 0) {
        return (Way){.to = scenario_following(scenario, scene)};
    }
    const Route *first = &scenario->routes.rows[routes.first];
    return first->when == 0 ? (Way){.to = first->to.id} : (Way){.routes = routes};
}

static const Gift *index_options(Indexer *indexer) {
    const Scenario *scenario = indexer->scenario;
    Gift *gifts = arena_push(indexer->arena, Gift, scenario->options.count);
    for (AskId id = 1; id < scenario->asks.count; id++) {
        const Ask *ask = &scenario->asks.rows[id];
        for (OptionId i = ask->options.first; i < ask->options.first + ask->options.count; i++) {
            const Option *option = &scenario->options.rows[i];
            gifts[i] = make_gift(indexer, &option->gives, option->when);
            gifts[i].way = make_way(scenario, option->gives.next, ask->next, ask->scene);
        }
    }
    return gifts;
}

static const Gift *index_bands(Indexer *indexer) {
    const Scenario *scenario = indexer->scenario;
    Gift *gifts = arena_push(indexer->arena, Gift, scenario->share_bands.count);
    for (AskId id = 1; id < scenario->asks.count; id++) {
        const Ask *ask = &scenario->asks.rows[id];
        for (int32_t i = ask->bands.first; i < ask->bands.first + ask->bands.count; i++) {
            const Consequence *gives = &scenario->share_bands.rows[i].gives;
            gifts[i] = make_gift(indexer, gives, 0);
            gifts[i].way = make_way(scenario, gives->next, ask->next, ask->scene);
        }
    }
    return gifts;
}

static const Gift *index_rules(Indexer *indexer) {
    const Scenario *scenario = indexer->scenario;
    Gift *gifts = arena_push(indexer->arena, Gift, scenario->rules.count);
    for (int32_t i = 1; i < scenario->rules.count; i++) {
        gifts[i] = make_gift(indexer, &scenario->rules.rows[i].gives, scenario->rules.rows[i].when);
    }
    return gifts;
}

static const Gift *index_bins(Indexer *indexer) {
    const Scenario *scenario = indexer->scenario;
    Gift *gifts = arena_push(indexer->arena, Gift, scenario->bins.count);
    for (int32_t i = 1; i < scenario->bins.count; i++) {
        gifts[i] = make_gift(indexer, &(Consequence){.effects = scenario->bins.rows[i].effects}, 0);
    }
    return gifts;
}

static const Gift *index_detectors(Indexer *indexer) {
    const Scenario *scenario = indexer->scenario;
    Gift *gifts = arena_push(indexer->arena, Gift, scenario->detector_uses.count);
    for (int32_t i = 1; i < scenario->detector_uses.count; i++) {
        gifts[i] = make_gift(indexer, &(Consequence){.scores = scenario->detector_uses.rows[i].scores}, 0);
    }
    return gifts;
}

static uint8_t list_free_options(const Scenario *scenario, const Ask *ask) {
    uint32_t options = 0;
    for (int32_t i = 0; i < ask->options.count; i++) {
        options |= scenario->options.rows[ask->options.first + i].when == 0 ? UINT32_C(1) << i : 0;
    }
    return (uint8_t)options;
}

static void index_stops(Indexer *indexer) {
    const Scenario *scenario = indexer->scenario;
    for (SceneId id = 1; id < scenario->scenes.count; id++) {
        const Scene *scene = &scenario->scenes.rows[id];
        const Ask *ask = &scenario->asks.rows[scene->ask];
        const OwnWords *own = &scenario->own_words.rows[ask->own_words];
        bool by_options = ask->kind == ASK_CHOICE || ask->kind == ASK_MULTIPLE;
        Stop *stop = &indexer->stops[id];
        stop->ask = scene->ask;
        stop->kind = (uint8_t)ask->kind;
        stop->first_option = ask->options.first;
        stop->option_count = (uint8_t)ask->options.count;
        stop->free_options = list_free_options(scenario, ask);
        stop->ends = scene->ending != 0;
        stop->is_private = ask->private_answer;
        stop->has_rules = ask->rules.count + own->rules.count > 0;
        stop->has_own_words = ask->own_words != 0;
        stop->is_open = !by_options || ask->own_words != 0;
        stop->way = make_way(scenario, scene->next, ask->next, id);
        indexer->own_words[ask->own_words] = make_way(scenario, own->next, ask->next, id);
    }
}

static const int32_t *index_watches(Indexer *indexer) {
    const Scenario *scenario = indexer->scenario;
    int32_t *rows = arena_push(indexer->arena, int32_t, scenario->watches.count);
    for (int32_t i = 1; i < scenario->watches.count; i++) {
        indexer->stops[scenario->watches.rows[i].scene].watch_count++;
    }
    int32_t first = 0;
    for (SceneId id = 0; id < scenario->scenes.count; id++) {
        Stop *stop = &indexer->stops[id];
        stop->first_watch = first;
        first += stop->watch_count;
        stop->watch_count = 0;
    }
    for (int32_t i = 1; i < scenario->watches.count; i++) {
        Stop *stop = &indexer->stops[scenario->watches.rows[i].scene];
        rows[stop->first_watch + stop->watch_count++] = i;
    }
    return rows;
}

static void index_movers(Indexer *indexer, WalkIndex *index) {
    const Scenario *scenario = indexer->scenario;
    GaugeId *gauges = arena_push(indexer->arena, GaugeId, scenario->gauges.count);
    FactId *latches = arena_push(indexer->arena, FactId, scenario->facts.count);
    for (GaugeId i = 1; i < scenario->gauges.count; i++) {
        gauges[index->gauge_count++] = i;
        index->drifts = index->drifts || scenario->gauges.rows[i].drift != 0;
    }
    for (FactId i = 1; i < scenario->facts.count; i++) {
        if (fact_is_latch(&scenario->facts.rows[i])) {
            latches[index->latch_count++] = i;
        }
    }
    index->gauges = gauges;
    index->latches = latches;
}

const WalkIndex *walk_index_create(Arena *arena, const Scenario *scenario) {
    WalkIndex *index = arena_push(arena, WalkIndex, 1);
    Indexer indexer = {.arena = arena, .scenario = scenario};
    indexer.changes = arena_push(arena, Change, scenario->amounts.count + scenario->refs.count);
    indexer.stops = arena_push(arena, Stop, scenario->scenes.count);
    indexer.own_words = arena_push(arena, Way, scenario->own_words.count);
    index->options = index_options(&indexer);
    index->bands = index_bands(&indexer);
    index->rules = index_rules(&indexer);
    index->bins = index_bins(&indexer);
    index->detectors = index_detectors(&indexer);
    index_stops(&indexer);
    index->watches = index_watches(&indexer);
    // Scores stand in no scene: row 0, where nothing waits, has theirs.
    index->scores = index->watches + indexer.stops[0].first_watch;
    index->score_count = indexer.stops[0].watch_count;
    index_movers(&indexer, index);
    index->changes = indexer.changes;
    index->stops = indexer.stops;
    index->own_words = indexer.own_words;
    return index;
}
