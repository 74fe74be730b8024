// How long a session is to last, which phases that leaves, and how long each took.
#include "small_room.h"

static void pass(SmallRoom *r, int32_t minutes) {
    r->now_ms += (int64_t)minutes * 60000;
    (void)act(r, GROUP_CLOCK, 0);
}

// By one key and hands, as it is shown to a trainer who has a quarter of an hour.
static void fifteen_minutes_lead_through_one_decision_two_votes_and_a_sentence(void **state) {
    (void)state;
    static const GroupPhase PHASES[] = {GROUP_TITLE,      GROUP_READ,   GROUP_VOTE,     GROUP_TALK,
                                        GROUP_VOTE_AGAIN, GROUP_REVEAL, GROUP_FOLLOWED, GROUP_PAGE};
    SmallRoom r;
    begin_room(&r, S(TWO), 4);
    assert_true(act(&r, GROUP_PLAN, 15));
    assert_int_equal(group_format(&r.group), GROUP_SHORT);
    for (int32_t i = 0; i < COUNT(PHASES); i++) {
        assert_int_equal(r.group.phase, PHASES[i]);
        if (r.group.open) {
            raise(&r, 0, 4, 0); // they agree at once, and vote twice all the same
            assert_true(act(&r, GROUP_NEXT, 0));
        }
        while (i + 1 < COUNT(PHASES) && r.group.phase == PHASES[i]) {
            assert_true(act(&r, GROUP_NEXT, 0));
        }
    }
    assert_false(act(&r, GROUP_NEXT, 0));
    end_room(&r);
}

// A short session of a case that warns, once its warning is read.
static void begin_warned(SmallRoom *r) {
    begin_room(r, S("'notice': 'It is about mourning.', " TWO), 4);
    assert_true(act(r, GROUP_PLAN, 15));
    assert_true(act(r, GROUP_NEXT, 0));
    assert_int_equal(r->group.phase, GROUP_CONTRACT);
}

// A remote has one key for it, and what was left out was never gone through.
static void back_leads_through_the_phases_that_on_led_through(void **state) {
    (void)state;
    SmallRoom r;
    begin_warned(&r);
    assert_true(act(&r, GROUP_PREVIOUS, 0));
    assert_int_equal(r.group.phase, GROUP_TITLE);
    vote(&r, GROUP_VOTE, 4, 0, 0);
    go(&r, GROUP_REVEAL);
    assert_true(act(&r, GROUP_NEXT, 0));
    go(&r, GROUP_PAGE);
    assert_false(act(&r, GROUP_PREVIOUS, 0));
    assert_true(act(&r, GROUP_PLAN, 45));
    assert_true(act(&r, GROUP_PREVIOUS, 0));
    assert_int_equal(r.group.phase, GROUP_ANALYSIS);
    assert_true(act(&r, GROUP_PREVIOUS, 0));
    assert_int_equal(r.group.phase, GROUP_REACTIONS);
    assert_false(act(&r, GROUP_PREVIOUS, 0)); // the story goes on
    end_room(&r);
}

static void a_case_that_warns_does_so_in_a_short_session_too(void **state) {
    (void)state;
    SmallRoom r;
    begin_warned(&r);
    end_room(&r);
}

static void what_is_planned_adds_up_and_the_story_has_what_is_left(void **state) {
    (void)state;
    static const int32_t STORY[][2] = {{15, 12}, {45, 28}, {90, 48}, {180, 96}};
    SmallRoom r;
    begin_room(&r, S(TWO), 4);
    for (int32_t i = 0; i < COUNT(STORY); i++) {
        (void)act(&r, GROUP_PLAN, STORY[i][0]);
        assert_int_equal(r.group.planned, STORY[i][0]);
        assert_int_equal(group_story_minutes(&r.group), STORY[i][1]);
    }
    for (int32_t minutes = GROUP_LEAST_MINUTES; minutes <= GROUP_MOST_MINUTES; minutes++) {
        (void)act(&r, GROUP_PLAN, minutes);
        assert_true(group_story_minutes(&r.group) >= minutes / 2);
    }
    assert_false(act(&r, GROUP_PLAN, GROUP_LEAST_MINUTES - 1));
    assert_false(act(&r, GROUP_PLAN, GROUP_MOST_MINUTES + 1));
    end_room(&r);
}

static void the_time_of_each_phase_is_counted_each_time_it_is_gone_through(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 4);
    pass(&r, 2);
    assert_true(act(&r, GROUP_NEXT, 0));
    pass(&r, 3);
    assert_true(act(&r, GROUP_PREVIOUS, 0));
    pass(&r, 4);
    assert_int_equal(group_spent_ms(&r.group, GROUP_TITLE), 6 * 60000);
    assert_int_equal(group_spent_ms(&r.group, GROUP_FRAME), 3 * 60000);
    go(&r, GROUP_VOTE);
    pass(&r, 5);
    assert_int_equal(group_story_ms(&r.group), 5 * 60000);
    end_room(&r);
}

int main(void) {
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(fifteen_minutes_lead_through_one_decision_two_votes_and_a_sentence),
        cmocka_unit_test(back_leads_through_the_phases_that_on_led_through),
        cmocka_unit_test(a_case_that_warns_does_so_in_a_short_session_too),
        cmocka_unit_test(what_is_planned_adds_up_and_the_story_has_what_is_left),
        cmocka_unit_test(the_time_of_each_phase_is_counted_each_time_it_is_gone_through),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
