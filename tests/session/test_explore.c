#include "session/explore.h"

#include "random_case.h"
#include "small_case.h"

#include <string.h>

// Everything that can be given at a decision, spelt out without any thought for what differs.
typedef struct {
    Answer rows[512];
    int32_t count;
} RawAnswers;

static void add_raw(RawAnswers *raw, Answer answer) {
    assert_true(raw->count < COUNT(raw->rows));
    raw->rows[raw->count++] = answer;
}

static void list_raw_typed(RawAnswers *raw, const Scenario *scenario, const Ask *ask, OptionId option) {
    for (uint32_t found = 0; found < UINT32_C(1) << ask_detectors(scenario, ask).count; found++) {
        add_raw(raw, (Answer){.option = option, .found = found, .confirmed = true});
    }
}

static uint32_t list_offered(const Walk *walk, const Ask *ask) {
    uint32_t offered = 0;
    for (int32_t i = 0; i < ask->options.count; i++) {
        bool holds = walk_holds(walk, walk->scenario->options.rows[ask->options.first + i].when);
        offered |= holds ? UINT32_C(1) << i : 0;
    }
    return offered;
}

static int32_t count_bits(uint32_t bits) {
    int32_t count = 0;
    for (; bits != 0; bits >>= 1) {
        count += (int32_t)(bits & 1);
    }
    return count;
}

static void list_raw_sets(RawAnswers *raw, const Ask *ask, uint32_t offered) {
    int32_t least = ask->min == NOT_SAID ? 1 : ask->min;
    int32_t most = ask->max == 0 ? ask->options.count : ask->max;
    for (uint32_t set = 0; set < UINT32_C(1) << ask->options.count; set++) {
        bool enough = count_bits(set) >= least || (count_bits(offered) < least && set == offered);
        if ((set & ~offered) == 0 && enough && count_bits(set) <= most) {
            add_raw(raw, (Answer){.set = set});
        }
    }
}

static bool has_each_place(const Answer *answer, int32_t count) {
    uint32_t places = 0;
    for (int32_t i = 0; i < count; i++) {
        places |= UINT32_C(1) << answer->items[i];
    }
    return count_bits(places) == count;
}

static void list_raw_items(RawAnswers *raw, const Ask *ask, int32_t first, int32_t values) {
    Answer answer = {0};
    int32_t all = 1;
    for (int32_t i = 0; i < ask->items.count; i++) {
        all *= values;
    }
    for (int32_t number = 0; number < all; number++) {
        for (int32_t i = 0, rest = number; i < ask->items.count; i++, rest /= values) {
            answer.items[i] = (uint8_t)(first + rest % values);
        }
        if (ask->kind != ASK_RANK || has_each_place(&answer, ask->items.count)) {
            add_raw(raw, answer);
        }
    }
}

static void list_raw(RawAnswers *raw, const Walk *walk) {
    const Scenario *scenario = walk->scenario;
    const Ask *ask = walk_ask(walk);
    uint32_t offered = list_offered(walk, ask);
    raw->count = 0;
    if (ask->private_answer) {
        add_raw(raw, (Answer){0});
        return;
    }
    for (int32_t i = 0; ask->kind == ASK_CHOICE && i < ask->options.count; i++) {
        if ((offered >> i & 1) != 0) {
            add_raw(raw, (Answer){.option = ask->options.first + i});
        }
    }
    if (ask->own_words != 0) {
        list_raw_typed(raw, scenario, ask, OPTION_OWN_WORDS);
    } else if (ask->kind == ASK_WRITE) {
        list_raw_typed(raw, scenario, ask, 0);
    } else if (ask->kind == ASK_MULTIPLE) {
        list_raw_sets(raw, ask, offered);
    } else if (ask->kind == ASK_RANK) {
        list_raw_items(raw, ask, 1, ask->items.count);
    } else if (ask->kind == ASK_RATE) {
        list_raw_items(raw, ask, 0, scenario->scales.rows[ask->scale].labels.count);
    } else if (ask->kind == ASK_CLASSIFY) {
        list_raw_items(raw, ask, 0, ask->bins.count);
    }
}

// All states with everything that is in them, marks so far included, one after the other.
typedef struct {
    Arena arena;
    Table known; // by the bytes of a state
    ROWS_OF(Walk) states;
    EndingBounds all;
    EndingBounds *endings;
    uint8_t *scene_met, *option_met;
    bool no_option, loops, too_many;
} BruteForce;

// In random cases no condition tells more visits than RANDOM_CASE_VISITS apart.
static Str bytes_of(BruteForce *brute, const Walk *walk) {
    StrBuilder bytes = {.arena = &brute->arena};
    str_add(&bytes, (Str){(const char *)&walk->scene, (ptrdiff_t)sizeof walk->scene});
    str_add(&bytes, (Str){(const char *)walk->gauges, (ptrdiff_t)sizeof walk->gauges});
    str_add(&bytes, (Str){(const char *)walk->facts, (ptrdiff_t)sizeof walk->facts});
    str_add(&bytes, (Str){(const char *)walk->totals, (ptrdiff_t)sizeof walk->totals});
    str_add(&bytes, (Str){(const char *)walk->marked, (ptrdiff_t)sizeof *walk->marked});
    for (int32_t i = 1; i < walk->scenario->watches.count; i++) {
        bool capped = walk->scenario->watches.rows[i].kind == WATCH_VISITS && walk->watched[i] > RANDOM_CASE_VISITS;
        int32_t value = capped ? RANDOM_CASE_VISITS + 1 : walk->watched[i];
        str_add(&bytes, (Str){(const char *)&value, (ptrdiff_t)sizeof value});
    }
    return str_built(&bytes);
}

static void see_scene(void *context, SceneId scene) {
    BruteForce *brute = context;
    brute->scene_met[scene] = 1;
}

static void widen(EndingBounds *bounds, const Walk *walk) {
    for (CompetencyId c = 1; c < walk->scenario->competencies.count; c++) {
        int32_t total = walk->totals[c];
        bounds->low[c] = !bounds->reachable || total < bounds->low[c] ? total : bounds->low[c];
        bounds->high[c] = !bounds->reachable || total > bounds->high[c] ? total : bounds->high[c];
    }
    bounds->reachable = true;
}

static void arrive(BruteForce *brute, const Walk *walk, SceneId to) {
    enum { MOST_STATES = 6000 };
    if (walk->status == WALK_ENDED) {
        widen(&brute->all, walk);
        widen(&brute->endings[walk->scene], walk);
    } else if (walk->status == WALK_STUCK) {
        bool asks = walk->scenario->scenes.rows[walk->scene].ask != 0;
        brute->no_option = brute->no_option || (asks && to != 0);
        brute->loops = brute->loops || (!asks && to != 0);
    } else {
        int32_t *slot = table_slot(&brute->arena, &brute->known, bytes_of(brute, walk));
        brute->too_many = brute->too_many || brute->states.count >= MOST_STATES;
        if (*slot == 0 && !brute->too_many) {
            *rows_append(&brute->arena, &brute->states) = walk_clone(&brute->arena, walk);
            *slot = brute->states.count;
        }
    }
}

static void answer_all(BruteForce *brute, int32_t state, Walk *walk) {
    RawAnswers raw;
    walk_copy(walk, &brute->states.rows[state]);
    const Ask *ask = walk_ask(walk);
    for (int32_t i = 0; i < ask->options.count; i++) {
        brute->option_met[ask->options.first + i] |= (uint8_t)(list_offered(walk, ask) >> i & 1);
    }
    list_raw(&raw, walk);
    for (int32_t i = 0; i < raw.count; i++) {
        Consequences given;
        walk_copy(walk, &brute->states.rows[state]);
        walk_answer(walk, &raw.rows[i], &given);
        walk_enter(walk, given.to, see_scene, brute);
        arrive(brute, walk, given.to);
    }
}

static void run_brute_force(BruteForce *brute, const Scenario *scenario) {
    *brute = (BruteForce){0};
    brute->endings = arena_push(&brute->arena, EndingBounds, scenario->scenes.count);
    brute->scene_met = arena_push(&brute->arena, uint8_t, scenario->scenes.count);
    brute->option_met = arena_push(&brute->arena, uint8_t, scenario->options.count);
    Walk walk = walk_create(&brute->arena, scenario);
    walk_start(&walk, 0, see_scene, brute);
    arrive(brute, &walk, walk.scene);
    for (int32_t i = 0; i < brute->states.count && !brute->too_many; i++) {
        answer_all(brute, i, &walk);
    }
}

static bool same_bounds(const Scenario *scenario, const EndingBounds *a, const EndingBounds *b) {
    bool same = a->reachable == b->reachable;
    for (CompetencyId c = 1; same && a->reachable && c < scenario->competencies.count; c++) {
        same = a->low[c] == b->low[c] && a->high[c] == b->high[c];
    }
    return same;
}

static bool holds_bounds(const Scenario *scenario, const EndingBounds *outer, const EndingBounds *inner) {
    bool holds = outer->reachable || !inner->reachable;
    for (CompetencyId c = 1; holds && inner->reachable && c < scenario->competencies.count; c++) {
        holds = outer->low[c] <= inner->low[c] && outer->high[c] >= inner->high[c];
    }
    return holds;
}

static void compare_met(uint64_t seed, const Scenario *scenario, const Exploration *found, const BruteForce *brute) {
    bool same = memcmp(found->option_met, brute->option_met, (size_t)scenario->options.count) == 0;
    bool no_option = false;
    for (SceneId scene = 1; scene < scenario->scenes.count; scene++) {
        same = same && ((found->scene_met[scene] & SCENE_ENTERED) != 0) == brute->scene_met[scene];
        no_option = no_option || (found->scene_met[scene] & SCENE_NO_OPTION) != 0;
    }
    same = same && no_option == brute->no_option && (found->loop != 0) == brute->loops;
    if (!found->exact || !same || found->states > brute->states.count + scenario->scenes.count) {
        fail_msg("seed %llu: exact %d, %lld states", (unsigned long long)seed, found->exact, (long long)found->states);
    }
}

static void compare_bounds(uint64_t seed, const Scenario *scenario, const Exploration *found, const BruteForce *brute) {
    bool same = same_bounds(scenario, &found->all, &brute->all);
    for (SceneId scene = 1; scene < scenario->scenes.count; scene++) {
        same = same && same_bounds(scenario, &found->endings[scene], &brute->endings[scene]);
    }
    if (!same) {
        fail_msg("seed %llu: other bounds", (unsigned long long)seed);
    }
}

static void compare_outer(uint64_t seed, const Scenario *scenario, const Exploration *found, const BruteForce *brute) {
    bool holds = holds_bounds(scenario, &found->all, &brute->all);
    for (SceneId scene = 1; scene < scenario->scenes.count; scene++) {
        holds = holds && holds_bounds(scenario, &found->endings[scene], &brute->endings[scene]);
    }
    if (!holds) {
        fail_msg("seed %llu: outer bounds are not outside", (unsigned long long)seed);
    }
}

static bool compare_case(uint64_t seed) {
    SmallCase c;
    BruteForce brute;
    Arena arena = {0};
    read_bytes(&c, random_case(&arena, seed));
    run_brute_force(&brute, c.scenario);
    if (!brute.too_many) {
        Exploration found = explore(&c.arena, &c.scratch, c.scenario, LIMIT_BOUNDS_STATES);
        compare_met(seed, c.scenario, &found, &brute);
        compare_bounds(seed, c.scenario, &found, &brute);
        Exploration met = explore_met(&c.arena, &c.scratch, c.scenario, LIMIT_BOUNDS_STATES);
        compare_met(seed, c.scenario, &met, &brute);
        assert_true(met.states <= found.states);
        for (int64_t most = 0; most < 4; most++) {
            Exploration outer = explore(&c.arena, &c.scratch, c.scenario, most);
            if (!outer.exact) {
                compare_outer(seed, c.scenario, &outer, &brute);
            }
        }
    }
    bool compared = !brute.too_many;
    arena_finish(&brute.arena);
    arena_finish(&arena);
    end_case(&c);
    return compared;
}

static void bounds_are_those_of_all_walks(void **state) {
    (void)state;
    int32_t wanted = count_properties(600);
    uint64_t seed = 1;
    for (int32_t compared = 0; compared < wanted; seed++) {
        compared += compare_case(seed);
    }
    print_message("seeds 1 to %llu\n", (unsigned long long)(seed - 1));
}

#define READ(text) read_case(&c, S("scenario"), S(text))
#define END(id) "{'id': '" id "', 'ending': {'title': 'E', 'text': 'E'}}"
static void assert_bounds(const SmallCase *c, const EndingBounds *bounds, Str id, int32_t low, int32_t high) {
    CompetencyId competency = scenario_find_competency(c->scenario, id);
    assert_true(bounds->reachable);
    assert_int_equal(bounds->low[competency], low);
    assert_int_equal(bounds->high[competency], high);
}

static Exploration explore_all(SmallCase *c) {
    Exploration exploration = explore(&c->arena, &c->scratch, c->scenario, LIMIT_BOUNDS_STATES);
    assert_true(exploration.exact);
    return exploration;
}

static const EndingBounds *bounds_at(const SmallCase *c, const Exploration *exploration, Str scene) {
    return &exploration->endings[scenario_find_scene(c->scenario, scene)];
}

static void each_ending_has_the_bounds_of_the_walks_that_reach_it(void **state) {
    (void)state;
    SmallCase c;
    READ("'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'choice', 'options': ["
         "  {'id': 'x', 'text': 'X', 'scores': {'a': 2, 'b': -1}, 'next': 't'},"
         "  {'id': 'y', 'text': 'Y', 'scores': {'a': -1}, 'next': 'far'}]}},"
         "{'id': 't', 'ask': {'kind': 'choice', 'options': ["
         "  {'id': 'x', 'text': 'X', 'scores': {'a': 1}, 'next': 'near'},"
         "  {'id': 'y', 'text': 'Y', 'scores': {'a': -2, 'b': 2}, 'next': 'far'}]}}," END("near") "," END("far") "]");
    Exploration exploration = explore_all(&c);
    assert_int_equal(exploration.states, 4);
    assert_bounds(&c, bounds_at(&c, &exploration, S("near")), S("a"), 3, 3);
    assert_bounds(&c, bounds_at(&c, &exploration, S("near")), S("b"), -1, -1);
    assert_bounds(&c, bounds_at(&c, &exploration, S("far")), S("a"), -1, 0);
    assert_bounds(&c, bounds_at(&c, &exploration, S("far")), S("b"), 0, 1);
    assert_bounds(&c, &exploration.all, S("a"), -1, 3);
    assert_bounds(&c, &exploration.all, S("b"), -1, 1);
    end_case(&c);
}

static void going_round_marks_a_decision_only_once(void **state) {
    (void)state;
    SmallCase c;
    READ("'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'choice', 'options': ["
         "  {'id': 'x', 'text': 'X', 'scores': {'a': 2}, 'next': 't'},"
         "  {'id': 'y', 'text': 'Y', 'scores': {'a': -2}, 'next': 't'}]}},"
         "{'id': 't', 'ask': {'kind': 'choice', 'options': ["
         "  {'id': 'back', 'text': 'X', 'scores': {'b': 1}, 'next': 's'},"
         "  {'id': 'on', 'text': 'Y', 'next': 'e'}]}}," END("e") "]");
    Exploration exploration = explore_all(&c);
    assert_bounds(&c, &exploration.all, S("a"), -2, 2);
    assert_bounds(&c, &exploration.all, S("b"), 0, 1);
    assert_int_equal(exploration.states, 5); // s and t, both once more when all is marked, and the ending
    end_case(&c);
}

static void a_score_can_stand_before_an_ending(void **state) {
    (void)state;
    SmallCase c;
    READ(
        "'start': 's', 'scenes': ["
        "{'id': 's', 'ask': {'kind': 'choice', 'options': ["
        "  {'id': 'x', 'text': 'X', 'scores': {'a': 2}, 'next': 't'},"
        "  {'id': 'y', 'text': 'Y', 'scores': {'a': 1}, 'next': 't'}]}},"
        "{'id': 't', 'ask': {'kind': 'choice', 'next': [{'if': 'score(a) >= 3', 'to': 'high'}, {'to': 'low'}], 'options': ["
        "  {'id': 'x', 'text': 'X', 'scores': {'a': 1}},"
        "  {'id': 'y', 'text': 'Y', 'scores': {'a': 2}}]}}," END("high") "," END("low") "]");
    Exploration exploration = explore_all(&c);
    assert_bounds(&c, bounds_at(&c, &exploration, S("high")), S("a"), 3, 4);
    assert_bounds(&c, bounds_at(&c, &exploration, S("low")), S("a"), 2, 2);
    end_case(&c);
}

static void a_latch_stays_on_until_its_other_condition(void **state) {
    (void)state;
    SmallCase c;
    READ("'gauges': [{'id': 'g', 'name': 'G', 'start': 80}],"
         "'facts': [{'id': 'hot', 'on': 'g >= 85', 'off': 'g < 70'}],"
         "'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'choice', 'next': 't', 'options': ["
         "  {'id': 'up', 'text': 'X', 'scores': {'a': -1}, 'effects': {'g': 5}},"
         "  {'id': 'not', 'text': 'Y', 'effects': {'g': 4}}]}},"
         "{'id': 't', 'ask': {'kind': 'choice', 'next': [{'if': 'hot', 'to': 'left'}, {'to': 'stayed'}], 'options': ["
         "  {'id': 'little', 'text': 'X', 'effects': {'g': -15}},"
         "  {'id': 'much', 'text': 'Y', 'scores': {'a': 2}, 'effects': {'g': -16}}]}}," END("left") "," END(
             "stayed") "]");
    Exploration exploration = explore_all(&c);
    assert_bounds(&c, bounds_at(&c, &exploration, S("left")), S("a"), -1, -1); // 85, then 70: still hot
    assert_bounds(&c, bounds_at(&c, &exploration, S("stayed")), S("a"), 0, 2);
    end_case(&c);
}

static void what_a_latch_reads_by_way_of_another_tells_states_apart(void **state) {
    (void)state;
    SmallCase c;
    READ(
        "'gauges': [{'id': 'g', 'name': 'G', 'start': 50}],"
        "'facts': [{'id': 'first', 'on': 'g >= 60', 'off': 'g < 60'}, {'id': 'second', 'on': 'first', 'off': 'not first'}],"
        "'start': 's', 'scenes': ["
        "{'id': 's', 'ask': {'kind': 'choice', 'next': 't', 'options': ["
        "  {'id': 'up', 'text': 'X', 'scores': {'a': -1}, 'effects': {'g': 5}}, {'id': 'not', 'text': 'Y'}]}},"
        "{'id': 't', 'ask': {'kind': 'choice', 'next': [{'if': 'second', 'to': 'high'}, {'to': 'low'}], 'options': ["
        "  {'id': 'up', 'text': 'X', 'effects': {'g': 5}}, {'id': 'not', 'text': 'Y', 'scores': {'a': 2}}]}}," END(
            "high") "," END("low") "]");
    Exploration exploration = explore_all(&c);
    assert_bounds(&c, bounds_at(&c, &exploration, S("high")), S("a"), -1, -1);
    assert_bounds(&c, bounds_at(&c, &exploration, S("low")), S("a"), 0, 2);
    end_case(&c);
}

static void what_was_found_is_told_apart_when_something_ahead_reads_it(void **state) {
    (void)state;
    SmallCase c;
    READ("'detectors': [{'id': 'd', 'name': 'D', 'match': ['x']}, {'id': 'k', 'name': 'K', 'match': ['y']}],"
         "'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'write', 'next': 't', 'detectors': [{'id': 'd'}, {'id': 'k'}]}},"
         "{'id': 't', 'next': [{'if': 'found(s, k)', 'to': 'high'}, {'to': 'low'}]}," END("high") "," END("low") "]");
    Exploration exploration = explore_all(&c);
    assert_true(bounds_at(&c, &exploration, S("high"))->reachable);
    assert_true(bounds_at(&c, &exploration, S("low"))->reachable);
    AnswerSpace space = space_of_answers(&c.arena, &c.scratch, c.scenario, ask_in(&c, S("s")));
    assert_int_equal(space.count, 2); // nobody asks whether d was found
    end_case(&c);
}

// The window and the terminal show what was found before it counts, so no typed answer is given unconfirmed.
static void typed_answers_count_as_confirmed(void **state) {
    (void)state;
    SmallCase c;
    READ("'detectors': [{'id': 'd', 'name': 'D', 'match': ['x']}, {'id': 'k', 'name': 'K', 'match': ['y']}],"
         "'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'write', 'next': 't', 'detectors': [{'id': 'd'}],"
         "  'rules': [{'if': 'confirmed()', 'scores': {'a': 2}}, {'if': 'not confirmed()', 'scores': {'b': -2}}]}},"
         "{'id': 't', 'ask': {'kind': 'choice', 'next': [{'if': 'confirmed()', 'to': 'said'}, {'to': 'chosen'}],"
         "  'options': [{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}],"
         "  'own_words': {'detectors': [{'id': 'k', 'scores': {'b': 2}}]}}}," END("said") "," END("chosen") "]");
    Exploration exploration = explore_all(&c);
    assert_true(exploration.exact);
    assert_bounds(&c, &exploration.all, S("a"), 2, 2);
    assert_bounds(&c, &exploration.all, S("b"), 0, 2);
    end_case(&c);
}

static void what_nothing_ahead_reads_tells_no_states_apart(void **state) {
    (void)state;
    SmallCase c;
    READ(
        "'gauges': [{'id': 'g', 'name': 'G', 'start': 50}, {'id': 'h', 'name': 'H', 'start': 50, 'halve_when': 'g > 60'}],"
        "'facts': [{'id': 'f'}, {'id': 'k'}],"
        "'start': 's', 'scenes': ["
        "{'id': 's', 'ask': {'kind': 'choice', 'next': 't', 'options': ["
        "  {'id': 'x', 'text': 'X', 'effects': {'g': 20, 'h': 7}, 'set': ['f']},"
        "  {'id': 'y', 'text': 'Y', 'effects': {'h': -7}, 'set': ['k']}]}},"
        "{'id': 't', 'ask': {'kind': 'choice', 'next': 'u', 'options': ["
        "  {'id': 'x', 'text': 'X', 'if': 'k'}, {'id': 'y', 'text': 'Y'}]}},"
        "{'id': 'u', 'lines': [{'text': 'L', 'if': 'h > 50'}], 'ask': {'kind': 'choice', 'next': 'e', 'options': ["
        "  {'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}]}}," END("e") "]");
    Exploration exploration = explore_all(&c);
    assert_int_equal(exploration.states, 5); // s; t with and without k; u; e
    end_case(&c);
}

static void beyond_the_limit_bounds_are_sums_of_extremes(void **state) {
    (void)state;
    SmallCase c;
    READ("'detectors': [{'id': 'd', 'name': 'D', 'match': ['x']}, {'id': 'k', 'name': 'K', 'match': ['y']}],"
         "'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'multiple', 'next': 't', 'options': ["
         "  {'id': 'x', 'text': 'X', 'scores': {'a': 2, 'b': -1}},"
         "  {'id': 'y', 'text': 'Y', 'scores': {'a': 2}}, {'id': 'z', 'text': 'Z', 'scores': {'a': -1}}]}},"
         "{'id': 't', 'ask': {'kind': 'choice', 'next': 'u', 'rules': [{'if': 'seen(t)', 'scores': {'b': 1}}],"
         "  'options': [{'id': 'x', 'text': 'X', 'scores': {'b': 1}}, {'id': 'y', 'text': 'Y', 'scores': {'a': 1}}]}},"
         "{'id': 'u', 'ask': {'kind': 'write', 'next': 'e', 'detectors': ["
         "  {'id': 'd', 'scores': {'a': 2}}, {'id': 'k', 'scores': {'a': 1, 'b': -2}}]}},"
         "{'id': 'alone', 'ask': {'kind': 'choice', 'next': 'e', 'options': ["
         "  {'id': 'x', 'text': 'X', 'scores': {'b': 2}}, {'id': 'y', 'text': 'Y'}]}}," END("e") "]");
    Exploration exploration = explore(&c.arena, &c.scratch, c.scenario, 1);
    assert_false(exploration.exact);
    assert_bounds(&c, &exploration.all, S("a"), -1 + 0 + 0, 2 + 1 + 2);
    assert_bounds(&c, &exploration.all, S("b"), -1 + 0 - 2, 0 + 2 + 0);
    assert_bounds(&c, bounds_at(&c, &exploration, S("e")), S("a"), -1, 5);
    end_case(&c);
}

// Five decisions around a place that is come back to: by which of them are marked they make 32 states and more.
static void without_bounds_marks_tell_no_states_apart(void **state) {
    (void)state;
    enum { AROUND = 5 };
    SmallCase c;
    Arena arena = {0};
    StrBuilder text = {.arena = &arena};
    str_add(&text, S("'start': 'hall', 'scenes': [{'id': 'hall', 'ask': {'kind': 'choice', 'options': ["));
    for (int32_t i = 0; i < AROUND; i++) {
        str_addf(&text, "{'id': 'o%d', 'text': 'O', 'next': 'd%d'}, ", i, i);
    }
    str_add(&text, S("{'id': 'out', 'text': 'X', 'next': 'e'}]}}"));
    for (int32_t i = 0; i < AROUND; i++) {
        str_addf(&text,
                 ", {'id': 'd%d', 'ask': {'kind': 'choice', 'next': 'hall', 'options': ["
                 "{'id': 'x', 'text': 'X', 'scores': {'a': 1}}, {'id': 'y', 'text': 'Y'}]}}",
                 i);
    }
    str_add(&text, S("," END("e") "]"));
    read_case(&c, S("scenario"), str_built(&text));
    assert_true(explore_all(&c).states > 1 << AROUND);
    Exploration met = explore_met(&c.arena, &c.scratch, c.scenario, LIMIT_BOUNDS_STATES);
    assert_true(met.exact);
    assert_int_equal(met.states, 1 + AROUND + 1);
    end_case(&c);
    arena_finish(&arena);
}

static void a_walk_stuck_at_the_start_reaches_no_ending(void **state) {
    (void)state;
    SmallCase c;
    READ("'facts': [{'id': 'f'}],"
         "'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'choice', 'next': 'e', 'options': ["
         "  {'id': 'x', 'text': 'X', 'if': 'f'}, {'id': 'y', 'text': 'Y', 'if': 'f'}]}}," END("e") "]");
    Exploration exploration = explore_all(&c);
    assert_false(exploration.all.reachable);
    assert_int_equal(exploration.states, 0);
    assert_int_equal(exploration.stuck, scenario_find_scene(c.scenario, S("s")));
    end_case(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_ending_has_the_bounds_of_the_walks_that_reach_it),
        cmocka_unit_test(going_round_marks_a_decision_only_once),
        cmocka_unit_test(a_score_can_stand_before_an_ending),
        cmocka_unit_test(a_latch_stays_on_until_its_other_condition),
        cmocka_unit_test(what_a_latch_reads_by_way_of_another_tells_states_apart),
        cmocka_unit_test(what_was_found_is_told_apart_when_something_ahead_reads_it),
        cmocka_unit_test(typed_answers_count_as_confirmed),
        cmocka_unit_test(what_nothing_ahead_reads_tells_no_states_apart),
        cmocka_unit_test(beyond_the_limit_bounds_are_sums_of_extremes),
        cmocka_unit_test(without_bounds_marks_tell_no_states_apart),
        cmocka_unit_test(a_walk_stuck_at_the_start_reaches_no_ending),
        cmocka_unit_test(bounds_are_those_of_all_walks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
