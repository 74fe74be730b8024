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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_what_if_stands_beside_the_walk_that_it_left),
        cmocka_unit_test(a_what_if_with_the_same_answers_has_nothing_to_compare),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
