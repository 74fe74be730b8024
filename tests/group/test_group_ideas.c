// Ideas called out in the room: noted, shown when the trainer says so, ranked by hands.
#include "group/group_kept.h"

#include "small_room.h"

static void call_out(SmallRoom *r, const char *const *texts, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        assert_true(say(r, GROUP_IDEA, 0, texts[i]));
    }
}

static const char *const THREE[] = {"Name the wait.", "Sit down *together*.", "Call back."};

static void begin_opening(SmallRoom *r, int32_t present) {
    begin_room(r, S(TWO), present);
    assert_true(act(r, GROUP_GO, GROUP_OPENING));
    call_out(r, THREE, COUNT(THREE));
}

static void ideas_are_seen_when_the_trainer_shows_them(void **state) {
    (void)state;
    SmallRoom r;
    begin_opening(&r, 6);
    assert_int_equal(shown(&r).page_count, 1);
    assert_true(act(&r, GROUP_SHOW_IDEAS, GROUP_IDEAS_LISTED));
    Audience ideas = shown(&r);
    assert_int_equal(ideas.page, 1);
    assert_int_equal(ideas.rows.count, 3);
    assert_int_equal(ideas.rows.rows[1].letter, 'B');
    assert_text(ideas.rows.rows[1].text, "Sit down *together*.");
    assert_true(ideas.rows.rows[1].typed);
    assert_false(act(&r, GROUP_SHOW_IDEAS, GROUP_IDEAS_RANKED)); // they are not yet
    assert_true(act(&r, GROUP_SHOW_IDEAS, GROUP_IDEAS_HIDDEN));
    assert_int_equal(shown(&r).page_count, 1);
    end_room(&r);
}

static void a_ranking_is_hidden_until_it_is_revealed_and_then_the_most_wanted_stand_first(void **state) {
    (void)state;
    SmallRoom r;
    begin_opening(&r, 6);
    assert_true(act(&r, GROUP_RANK, 1));
    raise(&r, 2, 3, 6);
    assert_true(act(&r, GROUP_TAKE, 1));
    assert_false(say(&r, GROUP_IDEA, 0, "Too late."));
    assert_text(shown(&r).rows.rows[0].text, "Name the wait.");
    assert_int_equal(shown(&r).rows.rows[0].number.len, 0);
    assert_true(act(&r, GROUP_NEXT, 0)); // closes
    assert_false(r.group.ranks);
    assert_int_equal(shown(&r).rows.rows[0].number.len, 0);
    assert_true(act(&r, GROUP_SHOW_IDEAS, GROUP_IDEAS_RANKED));
    Audience ranked = shown(&r);
    assert_text(ranked.rows.rows[0].text, "Call back.");
    assert_int_equal(ranked.rows.rows[0].letter, 'C');
    assert_text(ranked.rows.rows[0].number, "6");
    assert_int_equal(ranked.rows.rows[0].permille, 1000);
    assert_text(ranked.rows.rows[1].text, "Name the wait."); // as many as the next one, and called out before it
    end_room(&r);
}

static void more_hands_for_one_idea_than_people_are_asked_about_once(void **state) {
    (void)state;
    SmallRoom r;
    begin_opening(&r, 2);
    assert_true(act(&r, GROUP_RANK, 1));
    raise(&r, 3, 0, 0);
    assert_true(act(&r, GROUP_CLOSE, 0));
    assert_true(r.group.ranks && r.group.doubts);
    assert_true(act(&r, GROUP_CLOSE, 0));
    assert_true(!r.group.ranks && group_has_ranked(&r.group));
    end_room(&r);
}

static void each_question_has_ideas_of_its_own(void **state) {
    (void)state;
    int32_t rows[GROUP_IDEAS];
    SmallRoom r;
    begin_room(&r, S(ONE("'kind': 'write', 'prompt': 'What would you say?'")), 6);
    assert_false(say(&r, GROUP_IDEA, 0, "Before anything is asked."));
    assert_true(act(&r, GROUP_GO, GROUP_OPENING));
    call_out(&r, THREE, 2);
    go(&r, GROUP_TALK);
    assert_int_equal(group_list_ideas(&r.group, rows), 0);
    call_out(&r, &THREE[2], 1);
    go(&r, GROUP_AGREE); // the same question
    assert_int_equal(group_list_ideas(&r.group, rows), 1);
    assert_true(act(&r, GROUP_GO, GROUP_OPENING));
    assert_int_equal(group_list_ideas(&r.group, rows), 2);
    assert_true(act(&r, GROUP_DROP, rows[0]));
    assert_int_equal(group_list_ideas(&r.group, rows), 1);
    assert_text(r.group.ideas.rows[rows[0]].text, THREE[1]);
    end_room(&r);
}

static void a_question_has_as_many_ideas_as_there_are_letters(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 6);
    assert_true(act(&r, GROUP_GO, GROUP_OPENING));
    for (int32_t i = 0; i < GROUP_IDEAS; i++) {
        assert_true(say(&r, GROUP_IDEA, 0, "One more."));
    }
    assert_false(say(&r, GROUP_IDEA, 0, "One more."));
    assert_false(say(&r, GROUP_IDEA, 0, "  "));
    end_room(&r);
}

static void a_room_resumes_with_its_ideas_from_any_of_its_lines(void **state) {
    (void)state;
    SmallRoom r;
    begin_opening(&r, 6);
    assert_true(act(&r, GROUP_RANK, 1));
    raise(&r, 1, 5, 2);
    assert_true(act(&r, GROUP_CLOSE, 0));
    assert_true(act(&r, GROUP_DROP, 0));
    GroupStart start = room_start(&r, 0);
    for (int32_t i = 1; i <= r.group.solo.session.log.lines.count; i++) {
        Group again;
        assert_int_equal(group_resume(&again, &start, first_lines(&r, i)), SOLO_RESUMED_ALL);
        assert_true(!again.ranks && again.ideas_shown == GROUP_IDEAS_HIDDEN);
        if (i == r.group.solo.session.log.lines.count) {
            assert_int_equal(again.ideas.count, 2);
            assert_text(again.ideas.rows[0].text, THREE[1]);
            assert_int_equal(again.ideas.rows[0].hands, 5);
            assert_int_equal(again.ideas.rows[0].phase, GROUP_OPENING);
        }
        group_finish(&again);
    }
    end_room(&r);
}

// Words go unless they are wanted, hands with them; and of hands only the last count, of a room that hides each.
static void of_a_kept_session_ideas_stay_only_with_what_was_written(void **state) {
    (void)state;
    SmallRoom r;
    begin_opening(&r, 9);
    for (int32_t hands = 4; hands <= 6; hands++) {
        assert_true(act(&r, GROUP_RANK, 1));
        raise(&r, hands, 0, 0);
        assert_true(act(&r, GROUP_CLOSE, 0));
        Str words = group_kept_lines(&r.frame, &r.group, true), none = group_kept_lines(&r.frame, &r.group, false);
        assert_true(str_find(words, S("Name the wait.")) >= 0);
        assert_int_equal(str_find(words, S("\"ranking\"")) >= 0, hands >= GROUP_LEAST_PART);
        assert_true(str_find(words, S("[5, 0, 0]")) < 0 || hands == 5);
        assert_true(str_find(none, S("Name the wait.")) < 0 && str_find(none, S("\"ranking\"")) < 0);
    }
    end_room(&r);
}

int main(void) {
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(ideas_are_seen_when_the_trainer_shows_them),
        cmocka_unit_test(a_ranking_is_hidden_until_it_is_revealed_and_then_the_most_wanted_stand_first),
        cmocka_unit_test(more_hands_for_one_idea_than_people_are_asked_about_once),
        cmocka_unit_test(each_question_has_ideas_of_its_own),
        cmocka_unit_test(a_question_has_as_many_ideas_as_there_are_letters),
        cmocka_unit_test(a_room_resumes_with_its_ideas_from_any_of_its_lines),
        cmocka_unit_test(of_a_kept_session_ideas_stay_only_with_what_was_written),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
