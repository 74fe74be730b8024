#include "group/tally.h"

#include "base/random.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static Tally of(int32_t a, int32_t b, int32_t c, int32_t d) {
    return (Tally){.rows = 1, .places = 4, .hands = {{a, b, c, d}}};
}

static void hands_are_added_taken_and_undone_in_order(void **state) {
    (void)state;
    Tally tally = {.rows = 1, .places = 3};
    assert_true(tally_add(&tally, 0, 1));
    assert_true(tally_add(&tally, 0, 2));
    assert_true(tally_abstain(&tally, 0));
    assert_false(tally_add(&tally, 0, 3));
    assert_false(tally_add(&tally, 1, 0));
    assert_false(tally_take(&tally, 0, 0));
    assert_int_equal(tally_answered(&tally, 0), 3);
    assert_true(tally_take_last(&tally));
    assert_int_equal(tally.abstained[0], 0);
    assert_true(tally_take(&tally, 0, 1)); // not the last that was added: undoing goes on with what is left
    assert_true(tally_take_last(&tally));
    assert_int_equal(tally_answered(&tally, 0), 0);
    assert_false(tally_take_last(&tally));
}

static void more_steps_than_are_remembered_can_still_be_taken_one_by_one(void **state) {
    (void)state;
    Tally tally = {.rows = 1, .places = 2};
    for (int32_t i = 0; i < TALLY_STEPS + 10; i++) {
        assert_true(tally_add(&tally, 0, 0));
    }
    for (int32_t i = 0; i < TALLY_STEPS; i++) {
        assert_true(tally_take_last(&tally));
    }
    assert_false(tally_take_last(&tally));
    assert_int_equal(tally.hands[0][0], 10);
    assert_true(tally_take(&tally, 0, 0));
}

static void the_place_with_most_hands_leads_unless_others_have_as_many(void **state) {
    (void)state;
    Tally tally = of(1, 5, 2, 0), tied = of(4, 4, 1, 0), none = of(0, 0, 0, 0), later = of(3, 3, 5, 0);
    assert_int_equal(tally_leading(&tally, 0), 1);
    assert_int_equal(tally_leading(&tied, 0), -1);
    assert_int_equal(tally_leading(&none, 0), -1);
    assert_int_equal(tally_leading(&later, 0), 2);
}

static double value(Share share) {
    return (double)share.part / (double)share.of;
}

// The figures of the formulas as they are written, in floating point.
static void figures_are_those_of_their_formulas(void **state) {
    (void)state;
    Random random = random_from_seed(11);
    for (int32_t round = 0; round < 500; round++) {
        Tally a = {.rows = 1, .places = 4}, b = a;
        double n = 0, m = 0, squares = 0, moved = 0, sum = 0, most = 0;
        for (int32_t i = 0; i < 4; i++) {
            n += a.hands[0][i] = (int32_t)random_below(&random, 9) + (i == 0);
            m += b.hands[0][i] = (int32_t)random_below(&random, 9) + (i == 1);
            most = b.hands[0][i] > most ? b.hands[0][i] : most;
        }
        for (int32_t i = 0; i < 4; i++) {
            double p = a.hands[0][i] / n, q = b.hands[0][i] / m;
            squares += p * p;
            moved += fabs(p - q);
            sum += p * b.hands[0][i];
        }
        assert_true(fabs(value(tally_dispersion(&a)) - (1 - squares) / (1 - 1.0 / 4)) < 1e-12);
        assert_true(fabs(value(tally_shift(&a, &b)) - moved / 2) < 1e-12);
        assert_true(fabs(value(tally_concordance(&a, &b)) - sum / most) < 1e-12);
    }
}

static void nobody_and_those_who_may_raise_several_hands_have_no_figure(void **state) {
    (void)state;
    Tally none = of(0, 0, 0, 0), some = of(1, 2, 0, 0), several = some;
    several.several = true;
    assert_int_equal(tally_dispersion(&none).of, 0);
    assert_int_equal(tally_shift(&none, &some).of, 0);
    assert_int_equal(tally_concordance(&some, &none).of, 0);
    assert_int_equal(tally_dispersion(&several).of, 0);
    assert_int_equal(tally_answered(&several, 0), 2);
}

static void several_rows_have_their_mean(void **state) {
    (void)state;
    Tally two = {.rows = 3, .places = 2, .hands = {{4, 0}, {2, 2}, {0, 0}}};
    assert_int_equal(share_percent(tally_dispersion(&two)), 50);
}

static void parts_are_joined(void **state) {
    (void)state;
    Tally whole = of(1, 0, 2, 0), part = of(3, 1, 0, 0);
    part.abstained[0] = 2;
    tally_join(&whole, &part);
    assert_int_equal(whole.hands[0][0], 4);
    assert_int_equal(tally_answered(&whole, 0), 9);
}

// As in an analysis of all sessions of a federation.
static void the_mean_of_items_holds_for_millions_of_hands(void **state) {
    (void)state;
    Tally few = {.rows = 2, .places = 3, .hands = {{1, 2, 1}, {4, 0, 0}}}, many = few;
    for (int32_t row = 0; row < few.rows; row++) {
        for (int32_t place = 0; place < few.places; place++) {
            many.hands[row][place] *= 3000000;
        }
    }
    assert_true(fabs(value(tally_dispersion(&many)) - value(tally_dispersion(&few))) < 1e-6);
    assert_true(fabs(value(tally_shift(&many, &few)) - value(tally_shift(&few, &few))) < 1e-6);
}

int main(void) {
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(hands_are_added_taken_and_undone_in_order),
        cmocka_unit_test(more_steps_than_are_remembered_can_still_be_taken_one_by_one),
        cmocka_unit_test(the_place_with_most_hands_leads_unless_others_have_as_many),
        cmocka_unit_test(figures_are_those_of_their_formulas),
        cmocka_unit_test(nobody_and_those_who_may_raise_several_hands_have_no_figure),
        cmocka_unit_test(several_rows_have_their_mean),
        cmocka_unit_test(parts_are_joined),
        cmocka_unit_test(the_mean_of_items_holds_for_millions_of_hands),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
