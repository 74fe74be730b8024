#include "session/simulate.h"

#include "random_case.h"
#include "session/explore.h"
#include "small_walk.h"

static Simulation run(SmallCase *c, int32_t runs, uint64_t seed) {
    return simulate(&c->arena, &c->scratch, c->scenario, runs, seed);
}

static void the_same_seed_gives_the_same_walks(void **state) {
    (void)state;
    Arena arena = {0};
    for (uint64_t seed = 1; seed <= 20; seed++) {
        SmallCase c;
        read_bytes(&c, random_case(&arena, seed));
        Simulation one = run(&c, 2, seed);
        Simulation two = run(&c, 2, seed);
        assert_int_equal(one.ended, two.ended);
        assert_int_equal(one.decisions, two.decisions);
        assert_true(str_equal(one.stuck_walk, two.stuck_walk));
        size_t size = (size_t)c.scenario->scenes.count * sizeof *one.scene_hits;
        assert_memory_equal(one.scene_hits, two.scene_hits, size);
        end_case(&c);
    }
    arena_finish(&arena);
}

static void another_seed_gives_other_walks(void **state) {
    (void)state;
    SmallCase c;
    read_case(&c, S("scenario"),
              S("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'e', 'options': ["
                "{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}]}},"
                "{'id': 'e', 'ending': {'title': 'E', 'text': 'E'}}]"));
    OptionId x = scenario_find_option(c.scenario, ask_in(&c, S("s")), S("x"));
    Simulation one = run(&c, 1000, 1);
    Simulation two = run(&c, 1000, 2);
    assert_int_equal(one.ended, 1000);
    assert_int_equal(one.shortest, 1);
    assert_int_equal(one.longest, 1);
    assert_in_range(one.option_hits[x], 400, 600);
    assert_int_not_equal(one.option_hits[x], two.option_hits[x]);
    assert_int_equal(one.option_hits[x] + one.option_hits[x + 1], 1000);
    assert_int_equal(one.ending_hits[scenario_find_scene(c.scenario, S("e"))], 1000);
    end_case(&c);
}

// Follows a list of answers and tells whether it ends where there is nowhere to go.
static bool gets_stuck(SmallCase *c, Str list) {
    AnswerReader reader = {&c->arena, &c->scratch, c->scenario, NULL};
    Walk walk = walk_create(&c->arena, c->scenario);
    walk_start(&walk, 0, NULL, NULL);
    while (list.len > 0) {
        Answer answer;
        Str about;
        Consequences given;
        assert_int_equal(walk.status, WALK_ASKS);
        AnswerFault fault = answer_parse(&reader, walk_ask(&walk), answer_cut(&list), &answer, &about);
        assert_int_equal(fault, ANSWER_FINE);
        assert_true(space_accepts(&walk, &answer));
        walk_answer(&walk, &answer, &given);
        walk_enter(&walk, given.to, NULL, NULL);
    }
    return walk.status == WALK_STUCK;
}

static bool holds_totals(const Scenario *scenario, const EndingBounds *bounds, const Simulation *simulation) {
    bool holds = bounds->reachable;
    for (CompetencyId competency = 1; competency < scenario->competencies.count; competency++) {
        holds = holds && bounds->low[competency] <= simulation->low[competency] &&
                bounds->high[competency] >= simulation->high[competency];
    }
    return holds;
}

static bool compare_run(SmallCase *c, const Exploration *exploration, uint64_t seed) {
    Simulation simulation = run(c, 1, seed);
    bool fine = simulation.ended + simulation.stuck + simulation.unfinished == 1;
    fine = fine && (simulation.ended == 0 || holds_totals(c->scenario, &exploration->all, &simulation));
    fine = fine && (simulation.stuck == 0 || gets_stuck(c, simulation.stuck_walk));
    fine = fine && (simulation.stuck == 0 || exploration->stuck != 0 || exploration->loop != 0);
    for (SceneId scene = 1; scene < c->scenario->scenes.count; scene++) {
        bool entered = (exploration->scene_met[scene] & SCENE_ENTERED) != 0;
        fine = fine && (simulation.scene_hits[scene] == 0 || entered);
    }
    for (OptionId option = 1; option < c->scenario->options.count; option++) {
        fine = fine && (simulation.option_hits[option] == 0 || exploration->option_met[option]);
    }
    if (!fine) {
        fail_msg("seed %llu", (unsigned long long)seed);
    }
    return simulation.unfinished == 0;
}

// A walk that can no longer end takes long to be cut: one of a case is enough.
static void random_walks_stay_within_what_exploring_found(void **state) {
    enum { RUNS = 30 };
    (void)state;
    Arena arena = {0};
    uint64_t count = (uint64_t)count_properties(100);
    for (uint64_t seed = 1; seed <= count; seed++) {
        SmallCase c;
        read_bytes(&c, random_case(&arena, seed));
        Exploration exploration = explore(&c.arena, &c.scratch, c.scenario, LIMIT_BOUNDS_STATES);
        bool stops = true;
        for (uint64_t i = 0; i < RUNS && stops; i++) {
            stops = compare_run(&c, &exploration, seed * RUNS + i);
        }
        end_case(&c);
    }
    arena_finish(&arena);
}

static void a_walk_without_end_is_cut(void **state) {
    (void)state;
    SmallCase c;
    read_case(&c, S("scenario"),
              S("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 's', 'options': ["
                "{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}]}},"
                "{'id': 'e', 'ending': {'title': 'E', 'text': 'E'}}]"));
    Simulation simulation = run(&c, 2, 1);
    assert_int_equal(simulation.unfinished, 2);
    assert_int_equal(simulation.decisions, 2 * SIMULATE_MOST_DECISIONS);
    end_case(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_same_seed_gives_the_same_walks),
        cmocka_unit_test(another_seed_gives_other_walks),
        cmocka_unit_test(random_walks_stay_within_what_exploring_found),
        cmocka_unit_test(a_walk_without_end_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
