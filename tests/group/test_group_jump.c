// On at another scene, because the trainer says so: what that leaves behind, and what stays true of it.
#include "group/group_kept.h"
#include "small_room.h"

#include "told/debrief.h"
#include "told/telling_scenes.h"

#define THREE                                                                                            \
    "'start': 's', 'scenes': [{'id': 's', 'title': 'First', 'lines': [{'text': 'It rains.'}], "          \
    "'ask': {'kind': 'choice', 'next': 't', " ABC "}}, "                                                 \
    "{'id': 't', 'title': 'Second', 'step': 'must', 'lines': [{'text': 'It snows.'}], "                  \
    "'ask': {'kind': 'choice', 'next': 'u', " ABC "}}, "                                                 \
    "{'id': 'u', 'title': 'Third', 'lines': [{'text': 'It hails.'}], 'ask': {'kind': 'choice', 'next': " \
    "'end', " ABC "}}, " END "]"

static bool jump(SmallRoom *r, const char *scene) {
    return act(r, GROUP_JUMP, scenario_find_scene(r->c.scenario, str_from_c(scene)));
}

static void follow(SmallRoom *r, int32_t place) {
    go(r, GROUP_REVEAL);
    (void)act(r, GROUP_PICK, place);
    assert_true(act(r, GROUP_NEXT, 0));
}

static Str heard(SmallRoom *r) {
    Transcript said = telling_transcript(&r->telling, r->group.solo.session.way.count);
    StrBuilder all = {.arena = &r->frame};
    for (int32_t i = 0; i < said.count; i++) {
        str_addf(&all, "%.*s|", S_ARG(said.rows[i].line.text));
    }
    return str_built(&all);
}

static void a_scene_is_reached_from_any_phase_and_the_vote_that_was_begun_is_given_up(void **state) {
    (void)state;
    static const GroupPhase FROM[] = {GROUP_TITLE, GROUP_READ, GROUP_VOTE, GROUP_TALK, GROUP_VOTE_AGAIN, GROUP_REVEAL};
    for (int32_t i = 0; i < COUNT(FROM); i++) {
        SmallRoom r;
        begin_room(&r, S(THREE), 3);
        if (FROM[i] != GROUP_TITLE) {
            vote(&r, GROUP_VOTE, 3, 0, 0);
            go(&r, FROM[i]);
        }
        assert_true(say(&r, GROUP_SENTENCE, 0, "A thought."));
        assert_true(jump(&r, "u"));
        assert_int_equal(r.group.phase, GROUP_READ);
        assert_text(shown(&r).lines.rows[0].text, "It hails.");
        assert_int_equal(group_decision(&r.group), 1);
        assert_null(group_find_vote(&r.group, 1, 1)); // that of another scene
        assert_int_equal(r.group.sentences.rows[0].decision, 0);
        assert_false(r.group.open);
        follow(&r, 0);
        assert_int_equal(r.group.phase, GROUP_ENDING);
        assert_true(jump(&r, "t"));
        assert_false(r.group.ended);
        assert_true(act(&r, GROUP_GO, GROUP_REACTIONS));
        end_room(&r);
    }
}

static void what_a_jump_passed_over_is_told_as_it_was(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(THREE), 3);
    follow(&r, 1); // Beta is replied to: the room has not seen the second scene
    assert_int_equal(r.group.phase, GROUP_FOLLOWED);
    assert_true(jump(&r, "u"));
    assert_text(heard(&r), "First|It rains.|Beta|Yes.|The trainer went on to another scene: no answer led to what "
                           "follows.|Third|It hails.|");
    follow(&r, 0);
    ToldDebrief debrief = debrief_create(&r.telling);
    const ToldSection *decisions = debrief_find(&debrief, DEBRIEF_DECISIONS);
    assert_int_equal(decisions->rows.rows[0].more.count, 0);
    assert_text(decisions->rows.rows[1].more.rows[0], "The trainer went on to this scene.");
    assert_text(debrief_find(&debrief, DEBRIEF_STEPS)->rows.rows[0].mark, "left open");
    ToldWay way = telling_way(&r.telling);
    assert_false(way.rows[0].jumped);
    assert_true(way.rows[1].jumped);
    end_room(&r);
}

static void what_the_room_has_read_stays_told(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(THREE), 3);
    follow(&r, 0);
    assert_int_equal(r.group.phase, GROUP_READ);
    assert_true(jump(&r, "end"));
    assert_int_equal(r.group.phase, GROUP_ENDING);
    assert_true(str_find(heard(&r), S("It snows.|The trainer went on")) >= 0);
    end_room(&r);
}

static void an_evening_with_no_answer_at_all_comes_to_its_debrief(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(THREE), 3);
    assert_true(jump(&r, "end"));
    assert_text(heard(&r), "The trainer went on to another scene: no answer led to what follows.|");
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_REACTIONS);
    end_room(&r);
}

static void where_nothing_can_be_answered_nothing_is_jumped_to(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r,
               S("'facts': [{'id': 'f', 'about': 'F'}], 'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', "
                 "'next': 't', 'options': [{'id': 'a', 'text': 'A', 'set': ['f']}, {'id': 'b', 'text': 'B'}]}}, "
                 "{'id': 't', 'ask': {'kind': 'choice', 'next': 'end', 'options': ["
                 "{'id': 'a', 'text': 'A', 'if': 'f'}, {'id': 'b', 'text': 'B', 'if': 'f'}]}}, " END "]"),
               3);
    int32_t lines = r.group.solo.session.log.lines.count;
    assert_false(group_can_jump(&r.group, scenario_find_scene(r.c.scenario, S("t"))));
    assert_false(jump(&r, "t"));
    assert_false(act(&r, GROUP_JUMP, 0));
    assert_false(act(&r, GROUP_JUMP, 99));
    assert_false(act(&r, GROUP_JUMP, -1));
    assert_int_equal(r.group.solo.session.log.lines.count, lines);
    assert_true(act(&r, GROUP_GO, GROUP_READ));
    follow(&r, 0);
    assert_true(jump(&r, "t"));
    end_room(&r);
}

// Also from what is kept without words, and beside the way that a replay left.
static void a_jumped_evening_resumes_and_is_kept_as_it_was(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(THREE), 5);
    assert_true(jump(&r, "t"));
    vote(&r, GROUP_VOTE, 5, 0, 0);
    assert_true(jump(&r, "u"));
    follow(&r, 0);
    assert_true(act(&r, GROUP_REPLAY, 1));
    assert_true(jump(&r, "s"));
    follow(&r, 1);
    Group again;
    GroupStart start = room_start(&r, 0);
    for (int32_t count = 1; count <= r.group.solo.session.log.lines.count; count++) {
        assert_int_equal(group_resume(&again, &start, first_lines(&r, count)), SOLO_RESUMED_ALL);
        group_finish(&again);
    }
    assert_int_equal(group_resume(&again, &start, group_kept_lines(&r.frame, &r.group, false)), SOLO_RESUMED_ALL);
    assert_int_equal(again.solo.session.jumps.count, r.group.solo.session.jumps.count);
    assert_int_equal(again.solo.session.walk.scene, r.group.solo.session.walk.scene);
    assert_int_equal(again.votes.count, 1);
    assert_true(again.votes.rows[0].left);
    assert_int_equal(again.solo.story.told.count, r.group.solo.story.told.count);
    group_finish(&again);
    assert_true(group_has_two_ways(&r.group));
    end_room(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_scene_is_reached_from_any_phase_and_the_vote_that_was_begun_is_given_up),
        cmocka_unit_test(what_a_jump_passed_over_is_told_as_it_was),
        cmocka_unit_test(what_the_room_has_read_stays_told),
        cmocka_unit_test(an_evening_with_no_answer_at_all_comes_to_its_debrief),
        cmocka_unit_test(where_nothing_can_be_answered_nothing_is_jumped_to),
        cmocka_unit_test(a_jumped_evening_resumes_and_is_kept_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
