// An evening led by one key, as a presenter's remote has it.
#include "small_room.h"

static void by_next_alone_the_first_of_those_that_lead_is_proposed_and_then_followed(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 6);
    vote(&r, GROUP_VOTE, 0, 3, 3);
    go(&r, GROUP_REVEAL);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_true(r.group.undecided);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_false(r.group.undecided);
    assert_int_equal(r.group.phase, GROUP_REVEAL);
    assert_text(shown(&r).note, "The trainer proposes to follow B.");
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_FOLLOWED);
    end_room(&r);
}

static void by_next_alone_what_nobody_writes_is_left_out(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(ONE("'kind': 'write', 'prompt': 'What would you say?'")), 3);
    go(&r, GROUP_AGREE);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_true(r.group.undecided);
    assert_true(draft(&r, SOLO_SET_TEXT, 0, "So"));
    assert_true(draft(&r, SOLO_SET_TEXT, 0, ""));
    assert_false(r.group.undecided); // what was typed asks anew
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_AGREE);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.solo.session.way.count, 1);
    assert_int_equal(session_last_answer(&r.group.solo.session)->answer.text.len, 0);
    end_room(&r);
}

// A remote has no other key: whatever is asked, an evening that nobody votes in comes to its end.
static void next_alone_leads_through_decisions_of_every_kind(void **state) {
    (void)state;
    static const char *const ASKS[] = {
        "'kind': 'choice', 'own_words': {}, " ABC,
        "'kind': 'choice', 'confidence': true, " ABC,
        "'kind': 'multiple', 'min': 2, " ABC,
        "'kind': 'rate', 'scale': {'labels': ['no', 'yes', 'very']}, 'items': [{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}]",
        "'kind': 'classify', 'bins': [{'id': 'p', 'text': 'P'}, {'id': 'q', 'text': 'Q'}], 'items': [{'id': 'x', 'text': "
        "'X'}, {'id': 'y', 'text': 'Y'}]",
        "'kind': 'rank', 'items': [{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}, {'id': 'z', 'text': 'Z'}]",
        "'kind': 'write'",
        "'kind': 'write', 'private': true"};
    for (int32_t i = 0; i < COUNT(ASKS); i++) {
        SmallRoom r;
        Arena arena = {0};
        begin_room(
            &r,
            str_format(&arena, "'start': 's', 'scenes': [{'id': 's', 'ask': {%s, 'next': 'end'}}, " END "]", ASKS[i]),
            12);
        (void)act(&r, GROUP_DIVIDE, i % 2);
        for (int32_t presses = 0; presses < 60 && r.group.phase != GROUP_PAGE; presses++) {
            assert_true(act(&r, GROUP_NEXT, 0));
        }
        assert_int_equal(r.group.phase, GROUP_PAGE);
        end_room(&r);
        arena_finish(&arena);
    }
}

static void own_words_that_nobody_writes_give_way_to_the_answer_with_most_hands(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(ONE("'kind': 'choice', 'own_words': {}, " ABC)), 3);
    vote(&r, GROUP_VOTE, 0, 2, 1);
    go(&r, GROUP_REVEAL);
    assert_true(act(&r, GROUP_PICK, 3));
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_AGREE);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_true(act(&r, GROUP_NEXT, 0));
    const Event *event = session_last_answer(&r.group.solo.session);
    assert_text(r.c.scenario->options.rows[event->answer.option].text, "Beta");
    end_room(&r);
}

int main(void) {
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(by_next_alone_the_first_of_those_that_lead_is_proposed_and_then_followed),
        cmocka_unit_test(by_next_alone_what_nobody_writes_is_left_out),
        cmocka_unit_test(next_alone_leads_through_decisions_of_every_kind),
        cmocka_unit_test(own_words_that_nobody_writes_give_way_to_the_answer_with_most_hands),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
