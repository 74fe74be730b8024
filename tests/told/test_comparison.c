#include "told/comparison.h"

#include "solo/small_play.h"

static ToldComparison compare(SmallPlay *p, const Solo *other) {
    Telling telling = p->telling;
    telling.session = &other->session;
    telling.story = &other->story;
    return comparison_create(&(ComparedSession){.telling = &p->telling},
                             &(ComparedSession){.telling = &telling, .left_at = other->parent_decision});
}

static void a_what_if_stands_beside_the_walk_that_it_left(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    play_out(&p, &p.solo, 0, 1);
    Solo other;
    assert_false(solo_fork(&other, &p.solo, 3, S("1:3"), p.now_ms));
    assert_true(solo_fork(&other, &p.solo, 2, S("1:2"), p.now_ms));
    assert_int_equal(other.session.way.count, 1);
    assert_text(other.session.events.rows[0].parent, "1:2");
    assert_false(solo_offers_back(&other));
    play_out(&p, &other, -1, 0);
    ToldComparison comparison = compare(&p, &other);
    assert_int_equal(comparison.decision, 2);
    assert_text(comparison.title, "Second");
    assert_text(comparison.last_line.text, "She sits down.");
    assert_int_equal(comparison.ways[0].letter, 'B');
    assert_int_equal(comparison.ways[1].letter, 'A');
    assert_int_equal(comparison.ways[0].steps.count, 1);
    assert_false(comparison.same);
    assert_int_equal(comparison.gauges.rows[0].values[0], 38);
    assert_int_equal(comparison.gauges.rows[0].values[1], 63);
    assert_int_equal(p.solo.session.way.count, 2);
    solo_finish(&other);
    end_play(&p);
}

static void a_what_if_with_the_same_answers_has_nothing_to_compare(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    play_out(&p, &p.solo, 0, 1);
    Solo other;
    assert_true(solo_fork(&other, &p.solo, 2, S("1:2"), p.now_ms));
    play_out(&p, &other, -1, 1);
    ToldComparison comparison = compare(&p, &other);
    assert_true(comparison.same);
    assert_int_equal(comparison.decision, 2);
    assert_text(comparison.title, "Second");
    assert_true(comparison.measured);
    assert_int_equal(comparison.gauges.count, 0);
    assert_int_equal(comparison.competencies.count, 0);
    solo_finish(&other);
    end_play(&p);
}

static void equal_answers_after_the_parting_are_known_as_such(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    play_out(&p, &p.solo, 0, 1);
    Solo other;
    assert_true(solo_fork(&other, &p.solo, 1, S("1:1"), p.now_ms));
    play_out(&p, &other, 1, 1);
    ToldComparison comparison = compare(&p, &other);
    assert_int_equal(comparison.rows.count, 2);
    assert_false(comparison.rows.rows[0].same);
    assert_true(comparison.rows.rows[1].same);
    assert_int_equal(comparison.rows.rows[1].steps[1]->number, 2);
    solo_finish(&other);
    end_play(&p);
}

// A way leads past `x` and one does not; `o` is an order.
#define DETOUR                                                                                                        \
    "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'options': [{'id': 'a', 'text': 'A', 'next': "    \
    "'x'}, {'id': 'b', 'text': 'B', 'next': 'o'}]}}, {'id': 'x', 'ask': {'kind': 'choice', 'next': 'o', 'options': [" \
    "{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}]}}, {'id': 'o', 'ask': {'kind': 'rank', 'next': 'end', "      \
    "'items': [{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}, {'id': 'c', 'text': 'C'}]}}," END "]"

static void give(Solo *model, SoloActionKind kind, int32_t index) {
    assert_true(solo_update(model, &(SoloAction){.kind = kind, .index = index, .now_ms = 1000}));
    (void)solo_update(model, &(SoloAction){.kind = SOLO_GO_ON, .now_ms = 1000});
}

static void a_decision_that_one_way_alone_met_stands_alone(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(DETOUR);
    give(&p.solo, SOLO_CHOOSE, 0);
    give(&p.solo, SOLO_CHOOSE, 0);
    give(&p.solo, SOLO_SUBMIT, 0);
    Solo other;
    assert_true(solo_fork(&other, &p.solo, 1, S("1:1"), p.now_ms));
    give(&other, SOLO_CHOOSE, 1);
    give(&other, SOLO_SUBMIT, 0);
    ToldComparison comparison = compare(&p, &other);
    assert_int_equal(comparison.rows.count, 3);
    assert_non_null(comparison.rows.rows[1].steps[0]);
    assert_null(comparison.rows.rows[1].steps[1]);
    assert_true(comparison.rows.rows[2].same); // one decision, the third of one way and the second of the other
    assert_int_equal(comparison.rows.rows[2].steps[0]->number, 3);
    assert_int_equal(comparison.rows.rows[2].steps[1]->number, 2);
    assert_text(comparison.rows.rows[2].steps[0]->words, "1. A\n2. B\n3. C");
    solo_finish(&other);
    end_play(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_what_if_stands_beside_the_walk_that_it_left),
        cmocka_unit_test(a_what_if_with_the_same_answers_has_nothing_to_compare),
        cmocka_unit_test(equal_answers_after_the_parting_are_known_as_such),
        cmocka_unit_test(a_decision_that_one_way_alone_met_stands_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
