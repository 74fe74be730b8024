// Hands that are counted when the program is killed: a second later they are noted, and nothing keeps them.
#include "group/group_kept.h"
#include "small_room.h"

static int32_t count_hands(const SmallRoom *r) {
    int32_t count = 0;
    for (int32_t i = 0; i < r->group.solo.session.log.lines.count; i++) {
        count += str_equal(r->group.solo.session.log.lines.rows[i].kind, S("hands"));
    }
    return count;
}

static void pass(SmallRoom *r, int64_t ms) {
    r->now_ms += ms;
    (void)act(r, GROUP_CLOCK, 0);
}

static void resume(SmallRoom *r, Group *again) {
    GroupStart start = room_start(r, 0);
    assert_int_equal(group_resume(again, &start, all_lines(r)), SOLO_RESUMED_ALL);
}

static void hands_are_noted_within_a_second_and_there_again_after_a_breakdown(void **state) {
    (void)state;
    SmallRoom r;
    Group again;
    begin_room(&r, S(TWO), 9);
    go(&r, GROUP_VOTE);
    assert_int_equal(group_writes_at(&r.group), -1);
    raise(&r, 3, 1, 0);
    assert_true(act(&r, GROUP_ABSTAIN, 0));
    assert_int_equal(group_writes_at(&r.group), r.now_ms + 1000);
    pass(&r, 999);
    assert_int_equal(count_hands(&r), 0);
    raise(&r, 0, 1, 0); // does not put it off
    pass(&r, 1);
    assert_int_equal(count_hands(&r), 1);
    pass(&r, 5000);
    assert_int_equal(count_hands(&r), 1);
    resume(&r, &again);
    assert_true(again.open);
    assert_int_equal(again.hands[0].hands[0][0], 3);
    assert_int_equal(again.hands[0].hands[0][1], 2);
    assert_int_equal(again.hands[0].abstained[0], 1);
    assert_int_equal(group_missing(&again), 3);
    group_finish(&again);
    assert_true(act(&r, GROUP_TAKE_LAST, 0)); // what was counted can still be taken back one by one
    end_room(&r);
}

static void a_vote_that_was_closed_or_given_up_leaves_no_hands(void **state) {
    (void)state;
    SmallRoom r;
    Group again;
    begin_room(&r, S(TWO), 3);
    go(&r, GROUP_VOTE);
    raise(&r, 2, 0, 0);
    pass(&r, 1000);
    raise(&r, 1, 0, 0);
    assert_true(act(&r, GROUP_CLOSE, 0));
    assert_int_equal(group_writes_at(&r.group), -1);
    resume(&r, &again);
    assert_false(again.open);
    assert_int_equal(again.hands[0].hands[0][0], 3);
    group_finish(&again);
    assert_true(act(&r, GROUP_REOPEN, 0));
    assert_true(act(&r, GROUP_TAKE, 0));
    pass(&r, 1000);
    resume(&r, &again);
    assert_true(again.open);
    assert_int_equal(again.hands[0].hands[0][0], 2);
    group_finish(&again);
    go(&r, GROUP_READ);
    go(&r, GROUP_VOTE_AGAIN);
    resume(&r, &again);
    assert_int_equal(again.hands[0].hands[0][0], 0);
    group_finish(&again);
    assert_int_equal(str_find(group_kept_lines(&r.frame, &r.group, true), S("\"hands\", ")), -1);
    end_room(&r);
}

// Of items the one that is counted is counted on.
static void the_item_that_was_counted_is_in_sight_again(void **state) {
    (void)state;
    SmallRoom r;
    Group again;
    begin_room(
        &r,
        S(ONE("'kind': 'rate', 'scale': {'labels': ['no', 'maybe', 'yes']}, 'items': [{'id': 'i', 'text': 'One'}, "
              "{'id': 'j', 'text': 'Two'}, {'id': 'k', 'text': 'Three'}]")),
        2);
    go(&r, GROUP_VOTE);
    raise(&r, 2, 0, 0);
    assert_true(act(&r, GROUP_CLOSE, 0));
    raise(&r, 0, 1, 0);
    pass(&r, 1000);
    resume(&r, &again);
    assert_int_equal(again.row, 1);
    assert_int_equal(again.hands[0].hands[0][0], 2);
    assert_int_equal(again.hands[0].hands[1][1], 1);
    group_finish(&again);
    end_room(&r);
}

static void of_a_sub_group_fewer_than_five_are_not_noted(void **state) {
    (void)state;
    SmallRoom r;
    Group again;
    begin_room(&r, S(TWO), 10);
    assert_true(act(&r, GROUP_DIVIDE, GROUP_HALVES));
    go(&r, GROUP_VOTE);
    raise(&r, 5, 0, 0);
    pass(&r, 1000);
    assert_int_equal(count_hands(&r), 0); // the other half has none yet
    assert_true(act(&r, GROUP_PART, 1));
    raise(&r, 0, 4, 0);
    pass(&r, 1000);
    assert_int_equal(count_hands(&r), 0);
    raise(&r, 0, 1, 0);
    pass(&r, 1000);
    assert_int_equal(count_hands(&r), 1);
    resume(&r, &again);
    assert_int_equal(again.hands[0].hands[0][0], 5);
    assert_int_equal(again.hands[1].hands[0][1], 5);
    group_finish(&again);
    end_room(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_are_noted_within_a_second_and_there_again_after_a_breakdown),
        cmocka_unit_test(a_vote_that_was_closed_or_given_up_leaves_no_hands),
        cmocka_unit_test(the_item_that_was_counted_is_in_sight_again),
        cmocka_unit_test(of_a_sub_group_fewer_than_five_are_not_noted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
