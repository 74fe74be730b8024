#include "session/session.h"

#include "session/response.h"

#include "small_walk.h"

// Effects of an answer, in order, on cases small enough to be worked out by hand.

#define END "{'id': 'end', 'ending': {'title': 'E', 'text': 'E'}}"
#define READ(rest) read_case(&c, S("scenario"), S(rest))

static void a_rise_is_halved_toward_zero_then_capped_then_clamped_and_only_then_drifts(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ("'gauges': [{'id': 'tense', 'name': 'T', 'start': 70},"
         "{'id': 'half', 'name': 'H', 'start': 50, 'halve_when': 'tense >= 65'},"
         "{'id': 'cap', 'name': 'C', 'start': 50, 'rise_cap': 10},"
         "{'id': 'top', 'name': 'U', 'start': 98, 'drift': -2},"
         "{'id': 'falls', 'name': 'F', 'start': 31, 'drift': -2, 'drift_floor': 30},"
         "{'id': 'kept', 'name': 'K', 'start': 50, 'drift': -2}],"
         "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 's', 'options': ["
         "{'id': 'x', 'text': 'X', 'effects': {'half': 15, 'cap': 15, 'top': 5, 'kept': 3}},"
         "{'id': 'y', 'text': 'Y', 'effects': {'half': -15, 'cap': -15, 'kept': -3}, 'next': 'end'}]}}," END "]");
    begin_session(&c, &session);
    give(&c, &session, "x");
    assert_int_equal(gauge_of(&session, S("half")), 57); // 15 / 2 = 7
    assert_int_equal(gauge_of(&session, S("cap")), 60);
    assert_int_equal(gauge_of(&session, S("top")), 100);  // clamped; a written rise stops the drift
    assert_int_equal(gauge_of(&session, S("falls")), 30); // stops at the floor
    assert_int_equal(gauge_of(&session, S("kept")), 53);  // opposed: no drift
    give(&c, &session, "y");
    assert_int_equal(gauge_of(&session, S("half")), 42); // a fall is neither halved nor capped
    assert_int_equal(gauge_of(&session, S("cap")), 45);
    assert_int_equal(gauge_of(&session, S("top")), 98);   // nothing written: drifts
    assert_int_equal(gauge_of(&session, S("falls")), 30); // not beyond the floor
    assert_int_equal(gauge_of(&session, S("kept")), 48);  // same direction: -3, then -2
    end_case(&c);
}

static void a_gauge_of_somebody_drifts_only_in_their_scenes(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ(
        "'gauges': [{'id': 'g', 'name': 'G', 'start': 50, 'of': 'p', 'drift': -2}],"
        "'characters': [{'id': 'p', 'name': 'P'}], 'start': 's', 'scenes': ["
        "{'id': 's', 'ask': {'kind': 'choice', 'next': 't', 'options': [{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}]}},"
        "{'id': 't', 'with': 'p', 'ask': {'kind': 'choice', 'next': 'end', 'options': ["
        "{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}]}}," END "]");
    begin_session(&c, &session);
    give(&c, &session, "x");
    assert_int_equal(gauge_of(&session, S("g")), 50);
    give(&c, &session, "x");
    assert_int_equal(gauge_of(&session, S("g")), 48);
    end_case(&c);
}

static void facts_are_set_then_unset_and_latches_follow_with_hysteresis(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ(
        "'gauges': [{'id': 'g', 'name': 'G', 'start': 80}],"
        "'facts': [{'id': 'f'}, {'id': 'first', 'on': 'g >= 85', 'off': 'g < 70'}, {'id': 'second', 'on': 'first', 'off': 'not first'}],"
        "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 's', 'options': ["
        "{'id': 'up', 'text': 'U', 'effects': {'g': 5}, 'set': ['f'], 'unset': ['f']},"
        "{'id': 'down', 'text': 'D', 'effects': {'g': -10}, 'set': ['f']}, {'id': 'go', 'text': 'G', 'next': 'end'}]}}," END
        "]");
    begin_session(&c, &session);
    assert_false(fact_of(&session, S("first")));
    give(&c, &session, "up");
    assert_false(fact_of(&session, S("f"))); // set, then unset
    assert_true(fact_of(&session, S("first")));
    assert_true(fact_of(&session, S("second"))); // sees the one before it at once
    give(&c, &session, "down");
    assert_true(fact_of(&session, S("f")));
    assert_true(fact_of(&session, S("first"))); // 75: not below 70 yet
    give(&c, &session, "down");
    assert_false(fact_of(&session, S("first")));
    assert_false(fact_of(&session, S("second")));
    end_case(&c);
}

#define LOOP                                                                                                            \
    "'gauges': [{'id': 'g', 'name': 'G', 'start': 50}], 'facts': [{'id': 'f'}], 'start': 's', 'scenes': ["              \
    "{'id': 's', 'ask': {'kind': 'choice', 'next': [{'if': 'score(a) >= 2', 'to': 't'}, {'to': 't'}], 'options': ["     \
    "{'id': 'x', 'text': 'X', 'scores': {'a': 2}, 'effects': {'g': 10}, 'set': ['f']},"                                 \
    "{'id': 'y', 'text': 'Y', 'scores': {'a': -1}, 'effects': {'g': -10}}]}},"                                          \
    "{'id': 't', 'ask': {'kind': 'choice', 'options': ["                                                                \
    "{'id': 'again', 'text': 'A', 'if': 'visits(s) < 3', 'next': 's'},"                                                 \
    "{'id': 'stop', 'text': 'S', 'if': 'chose(s, x)', 'next': 'end'}, {'id': 'go', 'text': 'G', 'next': 'end'}]}}," END \
    "]"

static void marks_count_the_first_time_and_effects_every_time(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ(LOOP);
    begin_session(&c, &session);
    give(&c, &session, "y;again;x");
    assert_int_equal(total_of(&session, S("a")), -1);
    assert_int_equal(gauge_of(&session, S("g")), 50);
    give(&c, &session, "again;x");
    assert_int_equal(gauge_of(&session, S("g")), 60);
    Event again = {.kind = EVENT_ANSWER,
                   .answer = {.option = scenario_find_option(c.scenario, walk_ask(&session.walk), S("again"))}};
    assert_int_equal(session_step(&session, &again), SESSION_NOT_OFFERED); // three visits
    give(&c, &session, "stop");
    assert_int_equal(session.walk.status, WALK_ENDED);
    assert_int_equal(session_step(&session, &again), SESSION_NO_DECISION);
    end_case(&c);
}

static void stepping_back_restores_everything_but_the_marks_of_record(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ(LOOP);
    begin_session(&c, &session);
    give(&c, &session, "x");
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_REWIND, .target = 99}), SESSION_BAD_TARGET);
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_REWIND, .target = 2}), SESSION_FINE);
    assert_true(stands_in(&session, S("s")));
    assert_int_equal(gauge_of(&session, S("g")), 50);
    assert_false(fact_of(&session, S("f")));
    assert_int_equal(total_of(&session, S("a")), 2);
    assert_true(session.stepped_back);
    give(&c, &session, "y");
    assert_int_equal(total_of(&session, S("a")), 2); // what was first answered stays
    assert_int_equal(gauge_of(&session, S("g")), 40);
    Event stop = {.kind = EVENT_ANSWER,
                  .answer = {.option = scenario_find_option(c.scenario, walk_ask(&session.walk), S("stop"))}};
    assert_int_equal(session_step(&session, &stop), SESSION_NOT_OFFERED); // `chose` was restored too
    assert_int_equal(session.events.rows[3].seq, 4);
    end_case(&c);
}

static SessionFault jump(SmallCase *c, Session *session, const char *scene, bool unseen) {
    return session_step(
        session,
        &(Event){.kind = EVENT_JUMP, .enters = scenario_find_scene(c->scenario, str_from_c(scene)), .unseen = unseen});
}

static void a_jump_goes_on_elsewhere_and_changes_nothing_else(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ(LOOP);
    begin_session(&c, &session);
    assert_int_equal(jump(&c, &session, "t", false), SESSION_FINE);
    assert_true(stands_in(&session, S("t")));
    assert_int_equal(session.way.count, 0);
    assert_int_equal(gauge_of(&session, S("g")), 50);
    give(&c, &session, "again;x"); // s was met: its answer is still one of record
    assert_int_equal(total_of(&session, S("a")), 2);
    assert_int_equal(session_jumps_after(&session, 0).count, 1);
    assert_int_equal(jump(&c, &session, "end", false), SESSION_FINE);
    assert_int_equal(session.walk.status, WALK_ENDED);
    assert_int_equal(jump(&c, &session, "s", false), SESSION_FINE); // an ending is no wall
    assert_int_equal(session_jumps_after(&session, 2).count, 2);
    int32_t second = session.events.rows[session.way.rows[1]].seq, first = session.events.rows[session.way.rows[0]].seq;
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_REWIND, .target = second}), SESSION_FINE);
    assert_true(stands_in(&session, S("s")));
    assert_int_equal(session.jumps.count, 1); // that before the answer stays
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_REWIND, .target = first}), SESSION_FINE);
    assert_true(stands_in(&session, S("t")));
    assert_int_equal(session.jumps.count, 1);
    assert_true(session.jumped);
    end_case(&c);
}

static void a_jump_from_what_nobody_was_told_leaves_no_visit_there(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 't', 'options': [{'id': 'x', "
         "'text': 'X'}, {'id': 'y', 'text': 'Y'}]}}, {'id': 't', 'ask': {'kind': 'choice', 'next': 'end', 'options': ["
         "{'id': 'new', 'text': 'N', 'if': 'visits(t) = 1'}, {'id': 'old', 'text': 'O', 'if': 'visits(t) > 1'}]}}, "
         "{'id': 'shut', 'ask': {'kind': 'choice', 'next': 'end', 'options': ["
         "{'id': 'z', 'text': 'Z', 'if': 'visits(s) > 9'}, {'id': 'w', 'text': 'W', 'if': 'visits(s) > 9'}]}}," END
         "]");
    begin_session(&c, &session);
    assert_int_equal(jump(&c, &session, "shut", false), SESSION_BAD_JUMP);
    give(&c, &session, "x");
    assert_int_equal(jump(&c, &session, "t", true), SESSION_FINE);
    assert_int_equal(session.walk.offered, 1);
    assert_int_equal(jump(&c, &session, "t", true), SESSION_BAD_JUMP); // this time it was told
    assert_int_equal(jump(&c, &session, "t", false), SESSION_FINE);
    assert_int_equal(session.walk.offered, 2);
    end_case(&c);
}

static void a_recording_plays_back_to_the_same_state(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    Session again;
    READ(LOOP);
    begin_session(&c, &session);
    give(&c, &session, "x;again");
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_REWIND, .target = 3}), SESSION_FINE);
    give(&c, &session, "go");
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_FINISH, .at_ms = 9}), SESSION_FINE);
    StrBuilder lines = {.arena = &c.arena};
    for (int32_t i = 0; i < session.events.count; i++) {
        str_add(&lines, event_write(&c.scratch, c.scenario, &session.events.rows[i]));
        str_add_char(&lines, '\n');
    }
    int32_t bad = -1;
    session_init(&again, &c.arena, c.scenario);
    assert_true(replay_lines(&again, &c.scratch, str_built(&lines), &bad));
    assert_int_equal(again.events.count, session.events.count);
    assert_int_equal(again.walk.scene, session.walk.scene);
    assert_memory_equal(again.walk.gauges, session.walk.gauges, sizeof session.walk.gauges);
    assert_memory_equal(again.walk.totals, session.walk.totals, sizeof session.walk.totals);
    assert_memory_equal(again.profiles, session.profiles, sizeof session.profiles);
    Str cut = str_slice(str_built(&lines), 5, lines.count);
    session_init(&again, &c.arena, c.scenario);
    assert_false(replay_lines(&again, &c.scratch, cut, &bad));
    assert_int_equal(bad, 1);
    end_case(&c);
}

static void typed_marks_reach_two_only_once_confirmed_and_rules_see_the_marks_before_them(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ(
        "'gauges': [{'id': 'g', 'name': 'G', 'start': 50}],"
        "'detectors': [{'id': 'd', 'name': 'D', 'match': ['x']}, {'id': 'e', 'name': 'E', 'match': ['y']}],"
        "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'write', 'next': 'end',"
        "'detectors': [{'id': 'd', 'scores': {'a': 1}}, {'id': 'e', 'scores': {'a': 1}}],"
        "'rules': [{'if': 'mark(a) >= 2', 'effects': {'g': 10}}, {'if': 'found(d) and not confirmed()', 'effects': {'g': -10}}]}}," END
        "]");
    begin_session(&c, &session);
    give(&c, &session, "'words'{+d,+e}");
    assert_int_equal(total_of(&session, S("a")), 2);
    assert_int_equal(gauge_of(&session, S("g")), 60);
    begin_session(&c, &session);
    Event found = {.kind = EVENT_ANSWER, .answer = {.text = S("words"), .found = 3}};
    assert_int_equal(session_step(&session, &found), SESSION_FINE);
    assert_int_equal(total_of(&session, S("a")), 1);
    assert_int_equal(gauge_of(&session, S("g")), 40);
    end_case(&c);
}

static void a_private_answer_leaves_no_trace(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ("'gauges': [{'id': 'g', 'name': 'G', 'start': 50, 'drift': -2}], 'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'write', 'private': true, 'next': 'end'}}," END "]");
    begin_session(&c, &session);
    give(&c, &session, "'a secret that stays mine'");
    assert_int_equal(gauge_of(&session, S("g")), 50);
    Str line = event_write(&c.scratch, c.scenario, session_last_answer(&session));
    assert_true(str_find(line, S("secret")) < 0);
    assert_int_equal(session.records.count, 0);
    end_case(&c);
}

static void what_is_shuffled_keeps_its_order_and_is_recorded(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    uint8_t order[LIMIT_ITEMS];
    uint8_t twice[LIMIT_ITEMS];
    READ(
        "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rank', 'shuffle': true, 'next': 'end', 'items': ["
        "{'id': 'i', 'text': 'I'}, {'id': 'j', 'text': 'J'}, {'id': 'k', 'text': 'K'}, {'id': 'l', 'text': 'L'}]}}," END
        "]");
    begin_session(&c, &session);
    assert_true(session_shown_order(&session, order));
    assert_true(session_shown_order(&session, twice));
    assert_memory_equal(order, twice, 4);
    uint32_t met = 0;
    for (int32_t i = 0; i < 4; i++) {
        met |= UINT32_C(1) << order[i];
    }
    assert_int_equal(met, 15);
    give(&c, &session, "i>j>k>l");
    assert_true(str_find(event_write(&c.scratch, c.scenario, session_last_answer(&session)), S("\"order\"")) > 0);
    end_case(&c);
}

static void in_a_quiz_what_leads_nowhere_goes_on_to_the_next_scene(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    read_case(&c, S("quiz"),
              S("'start': 's', 'scenes': [{'id': 's'}, {'id': 't', 'ask': {'kind': 'multiple', 'options': ["
                "{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}]}}," END "]"));
    begin_session(&c, &session);
    assert_true(stands_in(&session, S("t")));
    give(&c, &session, "x,y");
    assert_int_equal(session.walk.status, WALK_ENDED);
    end_case(&c);
}

static void previews_start_elsewhere_with_gauges_and_facts_set(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ(LOOP);
    session_init(&session, &c.arena, c.scenario);
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_START, .from = S("nowhere")}), SESSION_BAD_START);
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_START, .presets = S("h=1")}), SESSION_BAD_START);
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_START, .from = S("t"), .presets = S("g=400,f=1")}),
                     SESSION_FINE);
    assert_true(stands_in(&session, S("t")));
    assert_int_equal(gauge_of(&session, S("g")), 100);
    assert_true(fact_of(&session, S("f")));
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_START}), SESSION_OUT_OF_ORDER);
    end_case(&c);
}

static Str reply_of(SmallCase *c, const Session *session, int32_t place) {
    const Event *event = &session->events.rows[session->way.rows[place - 1]];
    Response response = response_to(&c->arena, session, event);
    StrBuilder said = {.arena = &c->arena};
    for (int32_t i = 0; i < response.line_count; i++) {
        str_add(&said, response.lines[i]->text);
    }
    return str_built(&said);
}

static void a_reply_is_judged_before_the_next_scene_is_entered(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ(
        "'gauges': [{'id': 'g', 'name': 'G', 'start': 50}], 'start': 's', 'scenes': ["
        "{'id': 's', 'ask': {'kind': 'choice', 'next': 'm', 'reply': ["
        "  {'text': 'not yet', 'if': 'not seen(m) and not seen(end)'}, {'text': ', moved', 'if': 'g = 60'},"
        "  {'text': ', came', 'if': 'seen(m)'}, {'text': ', marked', 'if': 'score(a) = 2'}],"
        "  'options': [{'id': 'x', 'text': 'X', 'scores': {'a': 2}, 'effects': {'g': 10}}, {'id': 'y', 'text': 'Y'}]}},"
        "{'id': 'm', 'next': 't'},"
        "{'id': 't', 'ask': {'kind': 'choice', 'next': [{'if': 'visits(t) < 3', 'to': 't'}, {'to': 'end'}],"
        "  'options': [{'id': 'x', 'text': 'X', 'effects': {'g': 7}, 'reply': [{'text': 'once', 'if': 'visits(t) = 1'},"
        "  {'text': 'twice', 'if': 'visits(t) = 2'}]}, {'id': 'y', 'text': 'Y', 'scores': {'a': -2}}]}}," END "]");
    begin_session(&c, &session);
    give(&c, &session, "x");
    assert_true(str_equal(reply_of(&c, &session, 1), S("not yet, moved, marked")));
    give(&c, &session, "x;x");
    assert_true(str_equal(reply_of(&c, &session, 2), S("once")));
    assert_true(str_equal(reply_of(&c, &session, 3), S("twice")));
    assert_true(str_equal(reply_of(&c, &session, 1), S("not yet, moved, marked"))); // it was said then
    end_case(&c);
}

// Its answer of record is given, so that no condition of an option holds any more.
static void what_was_offered_is_offered_again_after_stepping_back(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    READ("'start': 's', 'scenes': ["
         "{'id': 's', 'ask': {'kind': 'choice', 'next': 't', 'options': ["
         "  {'id': 'x', 'text': 'X', 'scores': {'a': 2}, 'if': 'score(a) = 0'},"
         "  {'id': 'y', 'text': 'Y', 'scores': {'a': -1}, 'if': 'score(a) = 0'},"
         "  {'id': 'z', 'text': 'Z', 'if': 'score(a) != 0'}]}},"
         "{'id': 't', 'ask': {'kind': 'multiple', 'next': 'end', 'min': 2, 'options': ["
         "  {'id': 'x', 'text': 'X', 'scores': {'b': 1}, 'if': 'score(b) = 0'},"
         "  {'id': 'y', 'text': 'Y', 'if': 'score(b) = 0'}, {'id': 'z', 'text': 'Z', 'if': 'score(b) > 0'}]}}," END
         "]");
    begin_session(&c, &session);
    give(&c, &session, "x;x,y");
    Event back = {.kind = EVENT_REWIND, .target = session.events.rows[2].seq};
    assert_int_equal(session_step(&session, &back), SESSION_FINE);
    assert_int_equal(session.walk.offered, 3);
    give(&c, &session, "y,x");
    back.target = session.events.rows[1].seq;
    assert_int_equal(session_step(&session, &back), SESSION_FINE);
    assert_int_equal(session.walk.offered, 3);
    Event other = {.kind = EVENT_ANSWER,
                   .answer = {.option = scenario_find_option(c.scenario, walk_ask(&session.walk), S("z"))}};
    assert_int_equal(session_step(&session, &other), SESSION_NOT_OFFERED);
    give(&c, &session, "y");
    assert_true(stands_in(&session, S("t")));
    assert_int_equal(session.walk.offered, 4); // met anew, on the marks as they are now
    give(&c, &session, "z");
    assert_int_equal(session.walk.status, WALK_ENDED);
    end_case(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rise_is_halved_toward_zero_then_capped_then_clamped_and_only_then_drifts),
        cmocka_unit_test(a_gauge_of_somebody_drifts_only_in_their_scenes),
        cmocka_unit_test(facts_are_set_then_unset_and_latches_follow_with_hysteresis),
        cmocka_unit_test(marks_count_the_first_time_and_effects_every_time),
        cmocka_unit_test(stepping_back_restores_everything_but_the_marks_of_record),
        cmocka_unit_test(a_jump_goes_on_elsewhere_and_changes_nothing_else),
        cmocka_unit_test(a_jump_from_what_nobody_was_told_leaves_no_visit_there),
        cmocka_unit_test(a_recording_plays_back_to_the_same_state),
        cmocka_unit_test(typed_marks_reach_two_only_once_confirmed_and_rules_see_the_marks_before_them),
        cmocka_unit_test(a_private_answer_leaves_no_trace),
        cmocka_unit_test(what_is_shuffled_keeps_its_order_and_is_recorded),
        cmocka_unit_test(in_a_quiz_what_leads_nowhere_goes_on_to_the_next_scene),
        cmocka_unit_test(previews_start_elsewhere_with_gauges_and_facts_set),
        cmocka_unit_test(a_reply_is_judged_before_the_next_scene_is_entered),
        cmocka_unit_test(what_was_offered_is_offered_again_after_stepping_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
