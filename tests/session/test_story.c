#include "session/story.h"

#include "small_walk.h"

#define CASE                                                                                                   \
    "'facts': [{'id': 'met', 'about': 'F'}], 'start': 's', 'scenes': ["                                        \
    "{'id': 's', 'lines': [{'text': 'L'}, {'text': 'M', 'if': 'met'}], 'ask': {'kind': 'choice', 'options': [" \
    "{'id': 'x', 'text': 'X', 'set': ['met'], 'next': 's'}, {'id': 'y', 'text': 'Y', 'next': 'm'}]}}, "        \
    "{'id': 'm', 'next': 'end'}, {'id': 'end', 'ending': {'title': 'E', 'text': 'E'}}]"

static void begin_story(SmallCase *c, Session *session, Story *story) {
    read_case(c, S("scenario"), S(CASE));
    session_init(session, &c->arena, c->scenario);
    story_begin(story, session);
    assert_int_equal(session_step(session, &(Event){.kind = EVENT_START}), SESSION_FINE);
}

static void lines_are_those_that_held_when_the_scene_was_entered(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    Story story;
    begin_story(&c, &session, &story);
    give(&c, &session, "x");
    assert_int_equal(story.told.rows[0].lines, 1);
    assert_int_equal(story.told.rows[1].lines, 3);
    end_case(&c);
}

static void what_was_told_on_a_way_that_was_left_is_not_present(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    Story story;
    begin_story(&c, &session, &story);
    give(&c, &session, "y");
    Span told = story_told_after(&story, 1);
    assert_int_equal(told.count, 2);
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_REWIND, .target = 2}), SESSION_FINE);
    assert_false(story_is_present(&story, 1));
    assert_true(story_is_present(&story, 0));
    assert_true(story_passed(&story, scenario_find_scene(c.scenario, S("m")), session.events.count));
    give(&c, &session, "x");
    told = story_told_after(&story, 1);
    assert_int_equal(told.count, 1);
    assert_int_equal(story.told.rows[told.first].scene, scenario_find_scene(c.scenario, S("s")));
    assert_true(story_is_present(&story, told.first));
    end_case(&c);
}

static void a_jump_tells_its_own_scenes_and_those_that_nobody_saw_were_not_told(void **state) {
    (void)state;
    SmallCase c;
    Session session;
    Story story;
    begin_story(&c, &session, &story);
    SceneId s = scenario_find_scene(c.scenario, S("s")), m = scenario_find_scene(c.scenario, S("m"));
    Event unseen = {.kind = EVENT_JUMP, .enters = m, .unseen = true};
    assert_int_equal(session_step(&session, &unseen), SESSION_FINE);
    assert_false(story_passed(&story, s, session.events.count));
    assert_true(story_passed(&story, m, session.events.count));
    assert_false(story_passed(&story, m, 1));
    assert_false(story_led_to(&story, m));
    assert_int_equal(story_told_by(&story, 0).count, 0);
    assert_int_equal(story_told_after(&story, 0).count, 2); // through m to the ending
    assert_int_equal(session_step(&session, &(Event){.kind = EVENT_JUMP, .enters = s}), SESSION_FINE);
    assert_int_equal(story_told_by(&story, 1).count, 2);
    assert_int_equal(story_told_after(&story, 0).count, 1);
    assert_true(story_is_present(&story, 1));
    end_case(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_those_that_held_when_the_scene_was_entered),
        cmocka_unit_test(what_was_told_on_a_way_that_was_left_is_not_present),
        cmocka_unit_test(a_jump_tells_its_own_scenes_and_those_that_nobody_saw_were_not_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
