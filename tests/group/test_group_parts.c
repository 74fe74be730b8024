// A room that is divided: its sub-groups are counted, shown and kept apart only where nobody is given away by it.
#include "group/group_kept.h"

#include "small_room.h"

static void begin_divided(SmallRoom *r, Str rest, int32_t present, GroupDivision division) {
    begin_room(r, rest, present);
    assert_true(act(r, GROUP_DIVIDE, (int32_t)division));
    assert_int_equal(group_division(&r->group), division);
}

static bool set_size(SmallRoom *r, int32_t part, int32_t size) {
    return group_update(&r->group,
                        &(GroupAction){.kind = GROUP_SIZE, .index = part, .value = size, .now_ms = r->now_ms});
}

// Everybody of a sub-group for one place, then on to the next.
static void count_parts(SmallRoom *r, int32_t first, int32_t second) {
    raise(r, first, 0, 0);
    assert_true(act(r, GROUP_CLOSE, 0));
    assert_int_equal(r->group.part, 1);
    raise(r, 0, second, 0);
    while (r->group.open) {
        assert_true(act(r, GROUP_CLOSE, 0));
    }
}

static void a_room_is_divided_where_each_part_has_five_people(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 9);
    assert_false(act(&r, GROUP_DIVIDE, GROUP_HALVES));
    assert_true(act(&r, GROUP_PRESENT, 11));
    assert_true(act(&r, GROUP_DIVIDE, GROUP_JOBS));
    assert_text(r.group.parts[0].name, "Counsellors");
    assert_int_equal(r.group.parts[0].size, 6);
    assert_int_equal(r.group.parts[1].size, 5);
    assert_false(act(&r, GROUP_DIVIDE, GROUP_TABLES));
    assert_false(set_size(&r, 1, 4));
    assert_true(set_size(&r, 1, 8));
    assert_int_equal(r.group.present, 14);
    assert_true(act(&r, GROUP_DIVIDE, GROUP_WHOLE));
    assert_int_equal(r.group.part_count, 0);
    assert_int_equal(r.group.present, 14);
    end_room(&r);
}

static void a_room_is_not_divided_anew_while_a_vote_stands(void **state) {
    (void)state;
    SmallRoom r;
    begin_divided(&r, S(TWO), 10, GROUP_HALVES);
    go(&r, GROUP_VOTE);
    assert_false(act(&r, GROUP_DIVIDE, GROUP_WHOLE));
    count_parts(&r, 5, 5);
    go(&r, GROUP_READ);
    assert_false(act(&r, GROUP_DIVIDE, GROUP_WHOLE));
    go(&r, GROUP_REVEAL);
    assert_true(act(&r, GROUP_PICK, 0));
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_true(act(&r, GROUP_DIVIDE, GROUP_JOBS));
    assert_text(group_find_vote(&r.group, 1, 1)->part_of[0].name, "Left half");
    end_room(&r);
}

static void closing_goes_through_the_sub_groups_and_then_the_items(void **state) {
    (void)state;
    SmallRoom r;
    begin_divided(&r,
                  S(ONE("'kind': 'rate', 'scale': {'labels': ['no', 'so so', 'yes']}, 'items': [{'id': 'x', 'text': "
                        "'X'}, {'id': 'y', 'text': 'Y'}]")),
                  10, GROUP_HALVES);
    go(&r, GROUP_VOTE);
    static const int32_t WAY[][2] = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
    for (int32_t i = 0; i < COUNT(WAY); i++) {
        assert_int_equal(r.group.part, WAY[i][0]);
        assert_int_equal(r.group.row, WAY[i][1]);
        raise(&r, 5, 0, 0);
        assert_true(act(&r, GROUP_CLOSE, 0));
    }
    assert_false(r.group.open);
    assert_int_equal(group_find_vote(&r.group, 1, 1)->part_count, 2);
    end_room(&r);
}

static void each_sub_group_is_seen_after_the_whole_when_the_trainer_shows_it(void **state) {
    (void)state;
    SmallRoom r;
    begin_divided(&r, S(TWO), 11, GROUP_HALVES);
    go(&r, GROUP_VOTE);
    count_parts(&r, 6, 5);
    go(&r, GROUP_REVEAL);
    assert_int_equal(shown(&r).page_count, 1);
    assert_true(act(&r, GROUP_SHOW_PARTS, 1));
    Audience left = shown(&r);
    assert_int_equal(left.page_count, 3);
    assert_int_equal(left.page, 1);
    assert_text(left.status, "Left half · 6 votes");
    assert_int_equal(left.rows.rows[0].permille, 1000);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_text(shown(&r).rows.rows[1].number, "5");
    assert_true(act(&r, GROUP_SHOW_PARTS, 0));
    assert_text(shown(&r).status, "First vote · 11 votes");
    end_room(&r);
}

static void of_a_sub_group_of_four_voters_nothing_is_seen_apart(void **state) {
    (void)state;
    SmallRoom r;
    begin_divided(&r, S(TWO), 11, GROUP_HALVES);
    go(&r, GROUP_VOTE);
    count_parts(&r, 6, 4);
    go(&r, GROUP_REVEAL);
    assert_true(act(&r, GROUP_SHOW_PARTS, 1));
    assert_int_equal(shown(&r).page_count, 1);
    assert_text(shown(&r).status, "First vote · 10 votes");
    end_room(&r);
}

// Ten hands, and eleven after somebody came late: beside each other they would tell what that one answered.
static void a_vote_that_was_counted_again_is_not_kept_beside_the_later_one(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 10);
    vote(&r, GROUP_VOTE, 5, 5, 0);
    assert_true(act(&r, GROUP_REOPEN, 0));
    assert_true(act(&r, GROUP_PRESENT, 11));
    raise(&r, 0, 0, 1);
    assert_true(act(&r, GROUP_CLOSE, 0));
    for (int32_t with_words = 0; with_words < 2; with_words++) {
        Str kept = group_kept_lines(&r.frame, &r.group, with_words == 1);
        assert_true(str_find(kept, S("\"hands\": [5, 5, 0]")) < 0);
        assert_true(str_find(kept, S("\"hands\": [5, 5, 1]")) >= 0);
    }
    end_room(&r);
}

static void a_room_of_fewer_than_five_sees_no_count_and_what_is_followed(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 4);
    vote(&r, GROUP_VOTE, 1, 3, 0);
    go(&r, GROUP_REVEAL);
    Audience seen = shown(&r);
    assert_int_equal(seen.kind, AUDIENCE_ANSWERS);
    assert_true(seen.of_few);
    assert_text(seen.note, "Fewer than five people voted: their votes are not shown.");
    for (int32_t i = 0; i < seen.rows.count; i++) {
        assert_int_equal(seen.rows.rows[i].number.len, 0);
        assert_int_equal(seen.rows.rows[i].permille, AUDIENCE_HIDDEN);
        assert_int_equal(seen.rows.rows[i].followed, i == 1);
    }
    assert_true(act(&r, GROUP_PICK, 0));
    assert_text(shown(&r).note,
                "Fewer than five people voted: their votes are not shown. The trainer proposes to follow A.");
    end_room(&r);
}

// Whoever came late counts: the first vote stays unseen beside the second.
static void a_first_vote_of_four_is_not_shown_beside_a_second_of_five(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 4);
    vote(&r, GROUP_VOTE, 2, 2, 0);
    assert_true(act(&r, GROUP_PRESENT, 5));
    vote(&r, GROUP_VOTE_AGAIN, 1, 4, 0);
    go(&r, GROUP_REVEAL);
    assert_false(group_can_show_both(&r.group));
    (void)act(&r, GROUP_SHOW_BOTH, 1);
    assert_text(shown(&r).rows.rows[1].number, "4");
    assert_false(shown(&r).has_before);
    assert_int_equal(shown(&r).rows.rows[0].before, AUDIENCE_HIDDEN);
    end_room(&r);
}

static void of_a_room_of_fewer_than_five_no_count_is_kept(void **state) {
    (void)state;
    for (int32_t present = 2; present <= GROUP_LEAST_PART; present++) {
        SmallRoom r;
        begin_room(&r, S(TWO), present);
        vote(&r, GROUP_VOTE, 1, present - 1, 0);
        vote(&r, GROUP_VOTE_AGAIN, present, 0, 0);
        for (int32_t with_words = 0; with_words < 2; with_words++) {
            Str kept = group_kept_lines(&r.frame, &r.group, with_words == 1);
            assert_int_equal(str_find(kept, S("\"hands\"")) >= 0, present == GROUP_LEAST_PART);
        }
        assert_int_equal(group_keeps_votes(&r.group), present == GROUP_LEAST_PART);
        end_room(&r);
    }
}

// Whoever closes with fewer hands than people may do so on one of several items.
static void a_vote_on_items_of_which_few_answered_one_is_not_kept(void **state) {
    (void)state;
    for (int32_t last = 3; last <= 6; last += 3) {
        SmallRoom r;
        begin_room(
            &r,
            S(ONE("'kind': 'rate', 'scale': {'labels': ['no', 'maybe', 'yes']}, 'items': [{'id': 'i', 'text': 'One'}, "
                  "{'id': 'j', 'text': 'Two'}, {'id': 'k', 'text': 'Three'}]")),
            6);
        go(&r, GROUP_VOTE);
        const int32_t hands[] = {6, 6, last};
        for (int32_t row = 0; row < COUNT(hands); row++) {
            raise(&r, hands[row], 0, 0);
            assert_true(act(&r, GROUP_CLOSE, 0));
        }
        if (r.group.open) {
            assert_true(act(&r, GROUP_CLOSE, 0)); // it holds
        }
        assert_int_equal(r.group.votes.count, 1);
        Str kept = group_kept_lines(&r.frame, &r.group, true);
        assert_int_equal(str_find(kept, S("\"hands\"")) >= 0, last >= GROUP_LEAST_PART);
        end_room(&r);
    }
}

static void a_room_resumes_divided_as_it_was(void **state) {
    (void)state;
    SmallRoom r;
    begin_divided(&r, S(TWO), 11, GROUP_JOBS);
    assert_true(set_size(&r, 0, 7));
    go(&r, GROUP_VOTE);
    count_parts(&r, 7, 5);
    Group again;
    GroupStart start = room_start(&r, 0);
    assert_int_equal(group_resume(&again, &start, all_lines(&r)), SOLO_RESUMED_ALL);
    assert_int_equal(group_division(&again), GROUP_JOBS);
    assert_int_equal(again.parts[0].size, 7);
    assert_int_equal(again.hands[0].hands[0][0], 7);
    assert_text(again.votes.rows[0].part_of[1].name, "Mediators");
    group_finish(&again);
    end_room(&r);
}

int main(void) {
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(a_room_is_divided_where_each_part_has_five_people),
        cmocka_unit_test(a_room_is_not_divided_anew_while_a_vote_stands),
        cmocka_unit_test(closing_goes_through_the_sub_groups_and_then_the_items),
        cmocka_unit_test(each_sub_group_is_seen_after_the_whole_when_the_trainer_shows_it),
        cmocka_unit_test(of_a_sub_group_of_four_voters_nothing_is_seen_apart),
        cmocka_unit_test(a_vote_that_was_counted_again_is_not_kept_beside_the_later_one),
        cmocka_unit_test(a_room_of_fewer_than_five_sees_no_count_and_what_is_followed),
        cmocka_unit_test(a_first_vote_of_four_is_not_shown_beside_a_second_of_five),
        cmocka_unit_test(of_a_room_of_fewer_than_five_no_count_is_kept),
        cmocka_unit_test(a_vote_on_items_of_which_few_answered_one_is_not_kept),
        cmocka_unit_test(a_room_resumes_divided_as_it_was),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
