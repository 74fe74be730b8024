#include "session/replay.h"

#include "random_case.h"
#include "small_walk.h"

#include <string.h>

static bool same_walk(const Walk *a, const Walk *b) {
    const Scenario *scenario = a->scenario;
    size_t watched = (size_t)scenario->watches.count * sizeof *a->watched;
    size_t marked = ((size_t)scenario->asks.count / 32 + 1) * sizeof *a->marked;
    return a->scene == b->scene && a->status == b->status && a->offered == b->offered &&
           memcmp(&a->gauges[1], &b->gauges[1], ((size_t)scenario->gauges.count - 1) * sizeof *a->gauges) == 0 &&
           memcmp(a->facts, b->facts, sizeof a->facts) == 0 && memcmp(a->totals, b->totals, sizeof a->totals) == 0 &&
           memcmp(a->watched, b->watched, watched) == 0 && memcmp(a->marked, b->marked, marked) == 0;
}

// But for what marks of record have brought about since.
static bool same_place(const Walk *a, const Walk *b) {
    const Scenario *scenario = a->scenario;
    bool same = a->scene == b->scene && a->status == b->status && a->offered == b->offered &&
                memcmp(&a->gauges[1], &b->gauges[1], ((size_t)scenario->gauges.count - 1) * sizeof *a->gauges) == 0 &&
                memcmp(a->facts, b->facts, sizeof a->facts) == 0;
    for (int32_t i = 1; i < scenario->watches.count; i++) {
        same = same && (scenario->watches.rows[i].kind == WATCH_SCORE || a->watched[i] == b->watched[i]);
    }
    return same;
}

static void answer_at_random(Session *session, Random *random) {
    Event event = {.kind = EVENT_ANSWER, .at_ms = 7 * session->events.count};
    assert_true(space_draw_answer(&session->walk, random, &event.answer));
    assert_int_equal(session_step(session, &event), SESSION_FINE);
}

static void step_back(SmallCase *c, Session *session, Random *random) {
    int32_t place = random_below(random, session->way.count);
    Walk before = walk_clone(&c->arena, &session->before.rows[place]);
    Walk after = walk_clone(&c->arena, &session->walk);
    int32_t target = session->events.rows[session->way.rows[place]].seq;
    assert_int_equal(session_step(session, &(Event){.kind = EVENT_REWIND, .target = target}), SESSION_FINE);
    assert_int_equal(session->way.count, place);
    assert_true(same_place(&session->walk, &before));
    assert_memory_equal(session->walk.totals, after.totals, sizeof after.totals);
}

static void jump(SmallCase *c, Session *session, Random *random) {
    Walk before = walk_clone(&c->arena, &session->walk);
    Event event = {.kind = EVENT_JUMP,
                   .enters = 1 + random_below(random, c->scenario->scenes.count - 1),
                   .unseen = random_below(random, 2) == 0};
    bool can = session_can_jump(session, &event);
    assert_int_equal(session_step(session, &event), can ? SESSION_FINE : SESSION_BAD_JUMP);
    assert_true(can ? session->walk.status != WALK_STUCK : same_walk(&session->walk, &before));
    assert_memory_equal(session->walk.gauges, before.gauges, sizeof before.gauges);
    assert_memory_equal(session->walk.facts, before.facts, sizeof before.facts);
    assert_memory_equal(session->walk.totals, before.totals, sizeof before.totals);
}

static void play_at_random(SmallCase *c, Session *session, uint64_t seed) {
    enum { MOST_STEPS = 40, REWIND_ONE_IN = 6, JUMP_ONE_IN = 8 };
    Random random = random_from_seed(seed);
    begin_session(c, session);
    for (int32_t i = 0; i < MOST_STEPS; i++) {
        if (session->way.count > 0 && random_below(&random, REWIND_ONE_IN) == 0) {
            step_back(c, session, &random);
        } else if (random_below(&random, JUMP_ONE_IN) == 0) {
            jump(c, session, &random);
        } else if (session->walk.status == WALK_ASKS) {
            answer_at_random(session, &random);
        }
    }
}

static Str write_events(SmallCase *c, const Session *session) {
    StrBuilder lines = {.arena = &c->arena};
    for (int32_t i = 0; i < session->events.count; i++) {
        str_add(&lines, event_write(&c->scratch, c->scenario, &session->events.rows[i]));
        str_add_char(&lines, '\n');
    }
    return str_built(&lines);
}

static void a_recorded_session_plays_back_to_where_it_stood(void **state) {
    (void)state;
    int32_t count = count_properties(200);
    for (uint64_t seed = 1; seed <= (uint64_t)count; seed++) {
        SmallCase c;
        Session session;
        Session again;
        Arena arena = {0};
        int32_t bad_line = 0;
        read_bytes(&c, random_case(&arena, seed));
        play_at_random(&c, &session, seed);
        Str lines = write_events(&c, &session);
        session_init(&again, &c.arena, c.scenario);
        bool fine = replay_lines(&again, &c.scratch, lines, &bad_line) && same_walk(&again.walk, &session.walk);
        fine = fine && str_equal(write_events(&c, &again), lines);
        fine = fine && memcmp(again.profiles, session.profiles, sizeof session.profiles) == 0;
        if (!fine) {
            fail_msg("seed %llu, line %d", (unsigned long long)seed, bad_line);
        }
        arena_finish(&arena);
        end_case(&c);
    }
}

// Numbers as in the log of a run in which others take their turn: three times as far apart, and lines of a kind that is
// not the session's before, between and after.
static Str write_among_others(SmallCase *c, const Session *session) {
    StrBuilder lines = {.arena = &c->arena};
    for (int32_t i = 0; i < session->events.count; i++) {
        Event event = session->events.rows[i];
        event.seq *= 3;
        event.target *= 3;
        str_addf(&lines, "{\"seq\": %d, \"kind\": \"vote\", \"counts\": [1,  2]}\n%.*s\n", event.seq - 1,
                 S_ARG(event_write(&c->scratch, c->scenario, &event)));
    }
    str_addf(&lines, "{\"kind\": \"vote\", \"seq\": %d}\n", 3 * session->events.count + 2);
    return str_built(&lines);
}

static Str write_log(SmallCase *c, const Log *log) {
    StrBuilder lines = {.arena = &c->arena};
    for (int32_t i = 0; i < log->lines.count; i++) {
        str_addf(&lines, "%.*s\n", S_ARG(log->lines.rows[i].text));
    }
    return str_built(&lines);
}

static void a_session_skips_what_others_wrote_and_its_numbers_may_have_gaps(void **state) {
    (void)state;
    int32_t count = count_properties(200);
    for (uint64_t seed = 1; seed <= (uint64_t)count; seed++) {
        SmallCase c;
        Session session;
        Session again;
        Arena arena = {0};
        int32_t bad_line = 0;
        read_bytes(&c, random_case(&arena, seed));
        play_at_random(&c, &session, seed);
        assert_true(str_equal(write_log(&c, &session.log), write_events(&c, &session)));
        Str lines = write_among_others(&c, &session);
        session_init(&again, &c.arena, c.scenario);
        bool fine = replay_lines(&again, &c.scratch, lines, &bad_line) && same_walk(&again.walk, &session.walk);
        fine = fine && again.events.count == session.events.count;
        fine = fine && str_equal(write_log(&c, &again.log), lines); // also what nobody here knows, byte by byte
        if (!fine) {
            fail_msg("seed %llu, line %d", (unsigned long long)seed, bad_line);
        }
        int32_t next = 3 * session.events.count + 3;
        assert_int_equal(log_next(&again.log), next);
        if (again.walk.status == WALK_ASKS) {
            Random random = random_from_seed(seed);
            answer_at_random(&again, &random);
            assert_int_equal(session_last_answer(&again)->seq, next);
        }
        arena_finish(&arena);
        end_case(&c);
    }
}

static void a_number_that_does_not_rise_is_told_of(void **state) {
    (void)state;
    static const char *const LINES[] = {"{\"seq\": 4, \"kind\": \"vote\"}", "{\"seq\": 3, \"kind\": \"vote\"}",
                                        "{\"seq\": 0, \"kind\": \"vote\"}", "{\"kind\": \"vote\"}",
                                        "{\"seq\": 2147483647, \"kind\": \"vote\"}"};
    for (int i = 0; i < 5; i++) {
        SmallCase c;
        Session session;
        Arena arena = {0};
        int32_t bad_line = 0;
        read_bytes(&c, random_case(&arena, 1));
        session_init(&session, &c.arena, c.scenario);
        Str lines = str_format(&c.arena, "{\"seq\": 4, \"kind\": \"sentence\"}\n%s\n", LINES[i]);
        assert_false(replay_lines(&session, &c.scratch, lines, &bad_line));
        assert_int_equal(bad_line, 2);
        assert_int_equal(session.log.lines.count, 1);
        assert_int_equal(session.events.count, 0);
        arena_finish(&arena);
        end_case(&c);
    }
}

static void profiles_lie_between_their_ends(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 100; seed++) {
        SmallCase c;
        Session session;
        Arena arena = {0};
        read_bytes(&c, random_case(&arena, seed));
        play_at_random(&c, &session, seed);
        for (CompetencyId competency = 1; competency < c.scenario->competencies.count; competency++) {
            const Profile *profile = &session.profiles[competency];
            assert_true(profile->low <= profile->sum && profile->sum <= profile->high);
            assert_true(profile->occasions <= session.records.count);
            assert_true(profile->low + profile->occasions <= profile->high);
        }
        arena_finish(&arena);
        end_case(&c);
    }
}

static void extremes_that_are_kept_are_those_that_each_session_finds(void **state) {
    (void)state;
    enum { SESSIONS = 4 };
    int32_t count = count_properties(50);
    for (uint64_t seed = 1; seed <= (uint64_t)count; seed++) {
        SmallCase c;
        Arena arena = {0};
        int32_t bad_line = 0;
        read_bytes(&c, random_case(&arena, seed));
        ProfileExtremes *known = profile_extremes_create(&c.arena, c.scenario);
        for (uint64_t i = 0; i < SESSIONS; i++) {
            Session session;
            Session again;
            play_at_random(&c, &session, SESSIONS * seed + i);
            session_init(&again, &c.arena, c.scenario);
            again.extremes = known;
            assert_true(replay_lines(&again, &c.scratch, write_events(&c, &session), &bad_line));
            assert_memory_equal(again.profiles, session.profiles, sizeof session.profiles);
        }
        arena_finish(&arena);
        end_case(&c);
    }
}

static void a_line_that_does_not_fit_is_told_of(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    Session again;
    Arena arena = {0};
    int32_t bad_line = 0;
    read_bytes(&c, random_case(&arena, 1));
    play_at_random(&c, &session, 1);
    assert_true(session.events.count > 1);
    Str lines = write_events(&c, &session);
    Str rest = lines;
    Str first = str_cut(&rest, '\n');
    session_init(&again, &c.arena, c.scenario);
    assert_false(replay_lines(&again, &c.scratch, rest, &bad_line)); // does not begin with the start
    assert_int_equal(bad_line, 1);
    assert_int_equal(again.events.count, 0);
    session_init(&again, &c.arena, c.scenario);
    Str twice = str_format(&c.arena, "%.*s\n\n%.*s\n", S_ARG(first), S_ARG(first));
    assert_false(replay_lines(&again, &c.scratch, twice, &bad_line));
    assert_int_equal(bad_line, 3);
    assert_int_equal(again.events.count, 1);
    arena_finish(&arena);
    end_case(&c);
}

#define WORDS(text, mark, next, id)                                                                                          \
    "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': '" next "', 'options': ["                        \
    "{'id': '" id "', 'text': '" text "', 'scores': {'a': " mark "}}, {'id': 'y', 'text': 'Y'}]}},"                          \
    "{'id': 't', 'ask': {'kind': 'choice', 'next': 'end', 'options': [{'id': 'x', 'text': 'X'},{'id': 'y', 'text': 'Y'}]}}," \
    "{'id': 'u', 'ask': {'kind': 'choice', 'next': 'end', 'options': [{'id': 'x', 'text': 'X'},{'id': 'y', 'text': 'Y'}]}}," \
    "{'id': 'end', 'ending': {'title': 'E', 'text': 'E'}}]"

static int32_t bad_line_on(Str rest, Str lines) {
    SmallCase c;
    Session session;
    int32_t bad_line = 0;
    read_case(&c, S("scenario"), rest);
    session_init(&session, &c.arena, c.scenario);
    (void)replay_lines(&session, &c.scratch, lines, &bad_line);
    end_case(&c);
    return bad_line;
}

static void a_recording_replays_where_only_words_and_marks_were_mended(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    Arena arena = {0};
    read_case(&c, S("scenario"), S(WORDS("X", "1", "t", "x")));
    begin_session(&c, &session);
    give(&c, &session, "x");
    Str one = str_copy(&arena, write_events(&c, &session));
    give(&c, &session, "x");
    Str two = str_copy(&arena, write_events(&c, &session));
    end_case(&c);
    assert_int_equal(bad_line_on(S(WORDS("X", "1", "t", "x")), two), 0);
    assert_int_equal(bad_line_on(S(WORDS("Mended", "2", "t", "x")), two), 0);
    assert_int_equal(bad_line_on(S(WORDS("X", "1", "u", "x")), one), 2); // leads elsewhere
    assert_int_equal(bad_line_on(S(WORDS("X", "1", "t", "z")), two), 2); // the answer is no more
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_recording_replays_where_only_words_and_marks_were_mended),
        cmocka_unit_test(a_recorded_session_plays_back_to_where_it_stood),
        cmocka_unit_test(a_session_skips_what_others_wrote_and_its_numbers_may_have_gaps),
        cmocka_unit_test(a_number_that_does_not_rise_is_told_of),
        cmocka_unit_test(profiles_lie_between_their_ends),
        cmocka_unit_test(extremes_that_are_kept_are_those_that_each_session_finds),
        cmocka_unit_test(a_line_that_does_not_fit_is_told_of),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
