// After a replay: the way that was left beside the one taken since, as far as the room saw both.
#include "small_room.h"

static void follow(SmallRoom *r, int32_t place) {
    go(r, GROUP_REVEAL);
    (void)act(r, GROUP_PICK, place);
    assert_true(act(r, GROUP_NEXT, 0));
}

static void read_on(SmallRoom *r) {
    while (r->group.phase == GROUP_FOLLOWED) {
        assert_true(act(r, GROUP_NEXT, 0));
    }
}

// Beta is replied to, so that it is followed by a page; Alpha leads on at once.
static void play(SmallRoom *r) {
    follow(r, 1);
    read_on(r);
    follow(r, 0);
    assert_int_equal(r->group.phase, GROUP_ENDING);
    assert_true(act(r, GROUP_REPLAY, 2));
    follow(r, 1);
    assert_int_equal(r->group.phase, GROUP_FOLLOWED);
}

static void the_way_that_was_left_stands_beside_the_one_taken(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 3);
    play(&r);
    int32_t before = shown(&r).page_count;
    assert_true(act(&r, GROUP_SHOW_WAYS, 1));
    Audience ways = shown(&r);
    assert_int_equal(ways.kind, AUDIENCE_WAYS);
    assert_int_equal(ways.page, before);
    assert_text(ways.status, "What if…, decision 2");
    assert_int_equal(ways.pairs.count, 2);
    assert_text(ways.pairs.rows[0].sides[0].text, "Alpha");
    assert_text(ways.pairs.rows[0].sides[1].text, "Beta");
    assert_text(ways.pairs.rows[0].sides[1].number, "2");
    assert_text(ways.pairs.rows[1].sides[0].text, "E");
    assert_int_equal(ways.pairs.rows[1].sides[1].text.len, 0); // it is known, and not read yet
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_ENDING);
    assert_int_equal(shown(&r).pairs.count, 0);
    assert_true(act(&r, GROUP_SHOW_WAYS, 1));
    assert_text(shown(&r).pairs.rows[1].sides[1].text, "E");
    assert_true(act(&r, GROUP_SHOW_WAYS, 0));
    assert_int_equal(shown(&r).page, 0);
    end_room(&r);
}

static void ways_that_do_not_part_are_not_shown(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 3);
    follow(&r, 1);
    assert_false(act(&r, GROUP_SHOW_WAYS, 1)); // there is one alone
    read_on(&r);
    follow(&r, 0);
    assert_true(act(&r, GROUP_REPLAY, 1));
    follow(&r, 1);
    assert_false(act(&r, GROUP_SHOW_WAYS, 1)); // the same, as far as it goes
    read_on(&r);
    assert_false(act(&r, GROUP_SHOW_WAYS, 1)); // what is to come is not compared
    follow(&r, 0);
    assert_int_equal(r.group.phase, GROUP_ENDING);
    assert_false(act(&r, GROUP_SHOW_WAYS, 1));
    end_room(&r);
}

static void a_room_resumes_with_both_ways(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 3);
    play(&r);
    Group again;
    GroupStart start = room_start(&r, 0);
    assert_int_equal(group_resume(&again, &start, all_lines(&r)), SOLO_RESUMED_ALL);
    assert_true(group_update(&again, &(GroupAction){.kind = GROUP_GO, .index = GROUP_REACTIONS}));
    assert_true(group_has_two_ways(&again));
    assert_true(again.left.ended);
    group_finish(&again);
    end_room(&r);
}

int main(void) {
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(the_way_that_was_left_stands_beside_the_one_taken),
        cmocka_unit_test(ways_that_do_not_part_are_not_shown),
        cmocka_unit_test(a_room_resumes_with_both_ways),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
