#include "session/trial.h"

#include "random_case.h"
#include "small_walk.h"

#include <string.h>

static TrialRunner runner_of(SmallCase *c) {
    return (TrialRunner){.arena = &c->arena, .scratch = &c->scratch, .scenario = c->scenario};
}

static TrialVerdict run_first(SmallCase *c, Str file) {
    TrialRunner runner = runner_of(c);
    Trials tests;
    assert_int_equal(trials_open(&c->scratch, file, &tests), TRIALS_FINE);
    TrialVerdict verdict = trial_run(&runner, json_first(tests.list));
    trials_close(&tests);
    return verdict;
}

// Some steps, some of which are taken back.
static void play_at_random(SmallCase *c, Session *session, Random *random) {
    enum { MOST_STEPS = 20, REWIND_ONE_IN = 5 };
    begin_session(c, session);
    for (int32_t i = 0; i < MOST_STEPS && session->walk.status == WALK_ASKS; i++) {
        Event event = {.kind = EVENT_ANSWER};
        if (session->way.count > 0 && random_below(random, REWIND_ONE_IN) == 0) {
            int32_t row = session->way.rows[random_below(random, session->way.count)];
            event = (Event){.kind = EVENT_REWIND, .target = session->events.rows[row].seq};
        } else if (!space_draw_answer(&session->walk, random, &event.answer)) {
            return;
        }
        assert_int_equal(session_step(session, &event), SESSION_FINE);
    }
}

static void what_is_recorded_passes_also_where_somebody_stepped_back(void **state) {
    (void)state;
    int32_t count = count_properties(300), answers = 0, untold = 0;
    for (uint64_t seed = 1; seed <= (uint64_t)count; seed++) {
        SmallCase c;
        Arena arena = {0};
        Session session;
        Random random = random_from_seed(seed);
        read_bytes(&c, random_case(&arena, seed));
        TrialRunner runner = runner_of(&c);
        play_at_random(&c, &session, &random);
        Str test = trial_record(&runner, &session, &(TrialWish){.name = S("N"), .whole = seed % 2 == 0});
        bool told = test.len > 0 || session.stepped_back; // marks of another way may have led here
        if (!told || (test.len > 0 && run_first(&c, trials_begin(&c.arena, S("c.json"), test)).notes.count > 0)) {
            fail_msg("seed %llu: %.*s", (unsigned long long)seed, S_ARG(test));
        }
        answers += test.len > 0 ? session.way.count : 0;
        untold += test.len == 0;
        arena_finish(&arena);
        end_case(&c);
    }
    assert_true(answers > count && untold < count / 10);
}

static const char SCENES[] =
    "'gauges': [{'id': 'g', 'name': 'G', 'start': 50}], 'facts': [{'id': 'f'}], 'start': 'x', 'scenes': ["
    "{'id': 'x', 'ask': {'kind': 'choice', 'next': 'y', 'options': ["
    "{'id': 'p', 'text': 'P', 'scores': {'a': 1}, 'effects': {'g': 5}, 'set': ['f']},"
    "{'id': 'q', 'text': 'Q', 'scores': {'a': -1}}]}},"
    "{'id': 'y', 'ask': {'kind': 'write', 'private': true, 'next': 'z'}},"
    "{'id': 'z', 'ending': {'title': 'Z', 'text': 'Z'}}]";

static void open_scenes(SmallCase *c, Session *session, const char *answers) {
    read_case(c, S("scenario"), str_from_c(SCENES));
    begin_session(c, session);
    give(c, session, answers);
}

static void a_test_has_the_end_and_the_marks_and_on_demand_all_else(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    open_scenes(&c, &session, "p;'entre nous'");
    TrialRunner runner = runner_of(&c);
    Str test = trial_record(&runner, &session, &(TrialWish){.name = S("N")});
    assert_true(str_equal(test, S("{\n  \"name\": \"N\",\n  \"answers\": \"p;\\\"\\\"\",\n  \"ending\": \"z\",\n"
                                  "  \"marks\": {\"a\": 1, \"b\": 0}\n}"))); // what is private is in no file
    test = trial_record(&runner, &session, &(TrialWish){.name = S("N"), .whole = true});
    assert_true(str_find(test, S("\"gauges\": {\"g\": 55},\n  \"facts\": [\"f\"]\n}")) > 0);
    end_case(&c);
}

static void what_does_not_come_to_it_any_more_is_told(void **state) {
    (void)state;
    static const struct {
        const char *test;
        TrialNote note;
    } ROWS[] = {
        {"'answers': 'p;r'", {.fault = TRIAL_BAD_ANSWER, .step = 2, .scene = 2, .got = S_INIT("r")}},
        {"'answers': 'p;\\'\\';p'", {.fault = TRIAL_NOTHING_ASKED, .step = 3, .scene = 3, .got = S_INIT("p")}},
        {"'answers': 'p', 'ending': 'z'",
         {.fault = TRIAL_ENDING, .scene = 2, .what = S_INIT("ending"), .wanted = S_INIT("z"), .got = S_INIT("null")}},
        {"'answers': 'q', 'marks': {'a': 1}",
         {.fault = TRIAL_MARK, .what = S_INIT("a"), .wanted = S_INIT("1"), .got = S_INIT("-1")}},
        {"'answers': 'q', 'gauges': {'g': 55}",
         {.fault = TRIAL_GAUGE, .what = S_INIT("g"), .wanted = S_INIT("55"), .got = S_INIT("50")}},
        {"'answers': 'q', 'facts': ['f']",
         {.fault = TRIAL_FACT, .what = S_INIT("f"), .wanted = S_INIT("1"), .got = S_INIT("0")}},
        {"'answers': 'q', 'facts': ['h']", {.fault = TRIAL_NO_NAME, .what = S_INIT("facts"), .wanted = S_INIT("h")}},
        {"'from': 'nowhere', 'answers': 'q'", {.fault = TRIAL_BAD_START}},
        {"'answer': 'q'", {.fault = TRIAL_UNKNOWN_KEY, .what = S_INIT("answer")}},
        {"'answers': 1", {.fault = TRIAL_WRONG_KIND, .what = S_INIT("answers")}},
    };
    SmallCase c;
    read_case(&c, S("scenario"), str_from_c(SCENES));
    for (int32_t i = 0; i < COUNT(ROWS); i++) {
        Str file = str_format(&c.arena, "{'format': 1, 'case': 'c.json', 'tests': [{%s}]}", ROWS[i].test);
        for (ptrdiff_t j = 0; j < file.len; j++) {
            ((char *)file.text)[j] = (char)(file.text[j] == '\'' ? '"' : file.text[j]);
        }
        TrialVerdict verdict = run_first(&c, file);
        const TrialNote *note = verdict.notes.rows, *wanted = &ROWS[i].note;
        assert_int_equal(verdict.notes.count, 1);
        assert_int_equal(note->fault, wanted->fault);
        assert_int_equal(note->step, wanted->step);
        assert_int_equal(note->scene, wanted->scene);
        assert_true(str_equal(note->what, wanted->what) && str_equal(note->wanted, wanted->wanted) &&
                    str_equal(note->got, wanted->got));
    }
    end_case(&c);
}

static void a_way_with_a_jump_is_no_test(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    open_scenes(&c, &session, "p");
    TrialRunner runner = runner_of(&c);
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_JUMP, .enters = 3}), SESSION_FINE);
    assert_int_equal(trial_record(&runner, &session, &(TrialWish){.name = S("N")}).len, 0);
    end_case(&c);
}

// Whatever the layout of a file, what stood there stands there.
static void tests_that_are_there_stay_byte_for_byte(void **state) {
    (void)state;
    static const char *const FILES[] = {
        "{\"format\": 1, \"case\": \"c.json\", \"tests\": []}",
        "{\"format\": 1,\r\n\t\"tests\" : [ \t{\"name\":\"[}]\" ,\"answers\":\"p\"}\r\n], \"case\": \"c.json\"}",
        "{\n  \"format\": 1,\n  \"case\": \"c.json\",\n  \"tests\": [\n    {\"name\": \"A\"},\n    {\n      \"name\": "
        "\"B\"\n    }\n  ],\n  \"x-mine\": 1\n}\n",
    };
    Arena arena = {0};
    for (int32_t i = 0; i < COUNT(FILES); i++) {
        Str before = str_from_c(FILES[i]), rest = trials_add(&arena, before, S("{\n  \"name\": \"C\"\n}"));
        Trials tests, old;
        assert_int_equal(trials_open(&arena, rest, &tests), TRIALS_FINE);
        assert_int_equal(trials_open(&arena, before, &old), TRIALS_FINE);
        assert_int_equal(json_count(tests.list), json_count(old.list) + 1);
        trials_close(&tests);
        trials_close(&old);
        ptrdiff_t same = 0, tail = 0;
        while (same < before.len && before.text[same] == rest.text[same]) {
            same++;
        }
        while (tail < before.len - same && before.text[before.len - 1 - tail] == rest.text[rest.len - 1 - tail]) {
            tail++;
        }
        assert_int_equal(same + tail, before.len); // only something in between is new
    }
    Str third = trials_add(&arena, str_from_c(FILES[2]), S("{\n  \"name\": \"C\"\n}"));
    assert_true(str_find(third, S("\n    },\n    {\n      \"name\": \"C\"\n    }\n  ],\n  \"x-mine\"")) > 0);
    arena_finish(&arena);
}

static void what_is_no_file_of_tests_is_none(void **state) {
    (void)state;
    Arena arena = {0};
    Trials tests;
    assert_int_equal(trials_open(&arena, S("{\"a\": 1,\n}"), &tests), TRIALS_BAD_JSON);
    assert_int_equal(tests.place, 9);
    trials_close(&tests);
    assert_int_equal(trials_open(&arena, S("{\"format\": 1, \"tests\": []}"), &tests), TRIALS_NONE);
    trials_close(&tests);
    assert_int_equal(trials_open(&arena, S("[]"), &tests), TRIALS_NONE);
    trials_close(&tests);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_recorded_passes_also_where_somebody_stepped_back),
        cmocka_unit_test(a_test_has_the_end_and_the_marks_and_on_demand_all_else),
        cmocka_unit_test(what_does_not_come_to_it_any_more_is_told),
        cmocka_unit_test(a_way_with_a_jump_is_no_test),
        cmocka_unit_test(tests_that_are_there_stay_byte_for_byte),
        cmocka_unit_test(what_is_no_file_of_tests_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
