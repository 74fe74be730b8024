#include "records/leitner.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MONDAY = 20788 }; // some day

static LeitnerClock start_on(LeitnerClock *clock, int32_t date) {
    *clock = leitner_clock_start(*clock, date);
    return *clock;
}

static void what_is_mastered_waits_1_3_7_16_35_days_and_is_known_then(void **state) {
    (void)state;
    static const int32_t WAITS[] = {1, 3, 7, 16, 35};
    LeitnerCard card = leitner_answer((LeitnerCard){0}, 100, true);
    int32_t day = 100;
    for (int32_t i = 0; i < LEITNER_BOXES; i++) {
        assert_int_equal(card.box, i + 1);
        assert_int_equal(card.due, day + WAITS[i]);
        assert_false(leitner_is_due(card, card.due - 1));
        assert_true(leitner_is_due(card, card.due));
        day = card.due;
        card = leitner_answer(card, day, true);
    }
    assert_int_equal(card.box, LEITNER_KNOWN);
    assert_false(leitner_is_due(card, day + 10000));
}

static void what_is_not_mastered_goes_to_the_first_box(void **state) {
    (void)state;
    LeitnerCard card = leitner_answer((LeitnerCard){.box = 4, .due = 10}, 10, false);
    assert_int_equal(card.box, 1);
    assert_int_equal(card.due, 11);
    assert_int_equal(leitner_answer((LeitnerCard){.box = LEITNER_KNOWN}, 10, false).box, 1);
}

static void mastered_early_changes_nothing_and_missed_early_does(void **state) {
    (void)state;
    LeitnerCard waits = {.box = 3, .due = 20};
    LeitnerCard same = leitner_answer(waits, 15, true);
    assert_int_equal(same.box, 3);
    assert_int_equal(same.due, 20);
    assert_int_equal(leitner_answer(waits, 15, false).due, 16);
}

static void own_days_follow_a_clock_that_is_right(void **state) {
    (void)state;
    LeitnerClock clock = {0};
    assert_int_equal(start_on(&clock, MONDAY).day, 0);
    assert_int_equal(start_on(&clock, MONDAY).day, 0);
    assert_int_equal(start_on(&clock, MONDAY + 1).day, 1);
    assert_int_equal(start_on(&clock, MONDAY + 8).day, 8);
}

// In 2040 for an evening: what comes back is not put off by fourteen years, before or after.
static void a_date_far_ahead_puts_nothing_off(void **state) {
    (void)state;
    enum { YEARS = 14 * 365 };
    LeitnerClock clock = {0};
    start_on(&clock, MONDAY);
    LeitnerCard card = leitner_answer((LeitnerCard){.box = 4, .due = 0}, clock.day, true);
    assert_int_equal(card.due, 35);
    assert_true(leitner_is_due(card, start_on(&clock, MONDAY + YEARS).day));
    card = leitner_answer((LeitnerCard){.box = 4, .due = 0}, clock.day, true);
    start_on(&clock, MONDAY + 1); // put right
    for (int32_t i = 2; i <= 35; i++) {
        start_on(&clock, MONDAY + i);
    }
    assert_true(leitner_is_due(card, clock.day));
}

static void a_date_that_goes_back_moves_on_by_a_day(void **state) {
    (void)state;
    LeitnerClock clock = {0};
    start_on(&clock, MONDAY);
    for (int32_t i = 1; i <= 35; i++) {
        assert_int_equal(start_on(&clock, MONDAY - i).day, i);
    }
}

// The battery is empty: each start is the first of January 2020.
static void a_clock_that_stands_still_puts_nothing_off_for_ever(void **state) {
    (void)state;
    LeitnerClock clock = {0};
    start_on(&clock, MONDAY);
    LeitnerCard card = leitner_answer((LeitnerCard){.box = 4, .due = 0}, clock.day, true);
    for (int32_t i = 0; i < LEITNER_STARTS * 35; i++) {
        assert_false(leitner_is_due(card, clock.day));
        start_on(&clock, i % 2 == 0 ? MONDAY : -1); // or there is no date at all
    }
    assert_true(leitner_is_due(card, clock.day));
}

// Whatever the dates are, own days neither go back nor leap, and each card comes back within a bound of starts.
static void no_clock_at_all_puts_anything_off_for_longer_than_that(void **state) {
    (void)state;
    enum { CLOCKS = 200, MOST_STARTS = LEITNER_STARTS * 35 };
    uint32_t random = 7;
    for (int32_t i = 0; i < CLOCKS; i++) {
        LeitnerClock clock = {0};
        start_on(&clock, MONDAY);
        int32_t starts = 0;
        LeitnerCard card = {.box = 5, .due = clock.day + 35};
        while (!leitner_is_due(card, clock.day)) {
            random = random * 1664525U + 1013904223U;
            int32_t before = clock.day, lie = (int32_t)(random >> 16) % (1 + i * 50);
            start_on(&clock, random >> 30 == 0 ? clock.seen : MONDAY + lie);
            assert_true(clock.day >= before && clock.day <= before + 35);
            starts++;
        }
        assert_true(starts <= MOST_STARTS);
    }
}

static void own_days_that_began_anew_put_nothing_off(void **state) {
    (void)state;
    LeitnerCard card = leitner_mend((LeitnerCard){.box = 2, .due = 4000}, 5);
    assert_int_equal(card.due, 8);
    card = leitner_mend((LeitnerCard){.box = 2, .due = 6}, 5);
    assert_int_equal(card.due, 6);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_mastered_waits_1_3_7_16_35_days_and_is_known_then),
        cmocka_unit_test(what_is_not_mastered_goes_to_the_first_box),
        cmocka_unit_test(mastered_early_changes_nothing_and_missed_early_does),
        cmocka_unit_test(own_days_follow_a_clock_that_is_right),
        cmocka_unit_test(a_date_far_ahead_puts_nothing_off),
        cmocka_unit_test(a_date_that_goes_back_moves_on_by_a_day),
        cmocka_unit_test(a_clock_that_stands_still_puts_nothing_off_for_ever),
        cmocka_unit_test(no_clock_at_all_puts_anything_off_for_longer_than_that),
        cmocka_unit_test(own_days_that_began_anew_put_nothing_off),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
