#include "analysis/stats.h"

#include "base/random.h"
#include "session/small_case.h"

#include <math.h>
#include <string.h>

static const double WITHIN = 1e-9;
enum { MOST_CELLS = 400 };

static void assert_near(double actual, double expected, double within) {
    if (!(fabs(actual - expected) <= within)) {
        fail_msg("%.12g is not %.12g", actual, expected);
    }
}

// Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998), table I,
// method 3: four examples to four digits.
static void wilson_intervals_are_those_of_newcombe(void **state) {
    (void)state;
    const struct {
        int64_t part, of;
        double low, high;
    } SAID[] = {{81, 263, 0.2553, 0.3662}, {15, 148, 0.0624, 0.1605}, {0, 20, 0, 0.1611}, {1, 29, 0.0061, 0.1718}};
    for (int32_t i = 0; i < COUNT(SAID); i++) {
        Interval interval = stats_wilson(SAID[i].part, SAID[i].of);
        assert_near(interval.low, SAID[i].low, 0.00005);
        assert_near(interval.high, SAID[i].high, 0.00005);
    }
}

static void an_interval_holds_its_share_and_mirrors_its_complement(void **state) {
    (void)state;
    for (int64_t of = 1; of <= 60; of++) {
        for (int64_t part = 0; part <= of; part++) {
            Interval here = stats_wilson(part, of), there = stats_wilson(of - part, of);
            double share = (double)part / (double)of;
            assert_true(here.low >= 0 && here.low <= share && share <= here.high && here.high <= 1);
            assert_near(here.low, 1 - there.high, WITHIN);
            assert_near(here.high, 1 - there.low, WITHIN);
        }
    }
}

static void quartiles_lie_between_values_in_proportion(void **state) {
    (void)state;
    double four[] = {40, 10, 30, 20}, one[] = {7}, two[] = {5, 1};
    Spread spread = stats_spread(four, 4);
    assert_near(spread.low, 17.5, WITHIN);
    assert_near(spread.median, 25, WITHIN);
    assert_near(spread.high, 32.5, WITHIN);
    spread = stats_spread(one, 1);
    assert_near(spread.low, 7, WITHIN);
    assert_near(spread.high, 7, WITHIN);
    spread = stats_spread(two, 2);
    assert_near(spread.low, 2, WITHIN);
    assert_near(spread.high, 4, WITHIN);
}

static void values_that_are_counted_have_the_quartiles_of_their_list(void **state) {
    (void)state;
    enum { LISTS = 200, MOST_VALUES = 60, MOST_DIFFERENT = 12 };
    Random random = random_from_seed(12);
    for (int32_t list = 0; list < LISTS; list++) {
        double values[MOST_VALUES];
        Arena arena = {0};
        CountedValues counted = {0};
        int32_t count = 1 + random_below(&random, MOST_VALUES), different = 1 + list % MOST_DIFFERENT;
        for (int32_t i = 0; i < count; i++) {
            values[i] = (double)random_below(&random, different) / 7 - 1;
            stats_count(&arena, &counted, values[i]);
        }
        Spread expected = stats_spread(values, count), spread = stats_spread_counted(&counted);
        assert_int_equal(counted.times, count);
        assert_true(counted.count <= different);
        assert_true(spread.low == expected.low && spread.median == expected.median && spread.high == expected.high);
        arena_finish(&arena);
    }
}

// Five people, three items of one mark: 111, 110, 100, 100, 000. The rests of the first item are 2, 1, 0, 0, 0.
static void items_of_a_small_table_are_as_by_hand(void **state) {
    (void)state;
    const int32_t scores[] = {1, 1, 1, 1, 1, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0}, most[] = {1, 1, 1};
    ScoreTable table = {.people = 5, .items = 3, .scores = scores, .most = most};
    ItemFigures items[3];
    Arena scratch = {0};
    stats_items(&scratch, &table, items);
    assert_near(items[0].facility.value, 80, WITHIN);
    assert_near(items[1].facility.value, 40, WITHIN);
    assert_near(items[2].facility.value, 20, WITHIN);
    // cov = 0.6 ÷ 4, var(x) = 0.8 ÷ 4, var(r) = 3.2 ÷ 4
    assert_near(items[0].discrimination.value, 100 * 0.6 / sqrt(0.8 * 3.2), WITHIN);
    assert_near(items[0].efficiency.value, 100, WITHIN); // both lists are in one order
    // Variances 0.2, 0.3, 0.2, of the sums 3, 2, 1, 1, 0: 1.3
    assert_near(stats_alpha(&table).value, 100 * 1.5 * (1 - 0.7 / 1.3), WITHIN);
    arena_finish(&scratch);
}

static void what_cannot_be_given_says_why(void **state) {
    (void)state;
    const int32_t alike[] = {2, 0, 2, 1, 2, 0, 2, 3, 2, 1}, most[] = {2, 3};
    ItemFigures items[2];
    Arena scratch = {0};
    ScoreTable few = {.people = 4, .items = 2, .scores = alike, .most = most};
    stats_items(&scratch, &few, items);
    assert_int_equal(items[0].facility.lack, LACK_PEOPLE);
    assert_int_equal(items[1].efficiency.lack, LACK_PEOPLE);
    assert_int_equal(stats_alpha(&few).lack, LACK_PEOPLE);
    ScoreTable table = {.people = 5, .items = 2, .scores = alike, .most = most};
    stats_items(&scratch, &table, items);
    assert_int_equal(items[0].facility.lack, LACK_NONE);
    assert_int_equal(items[0].discrimination.lack, LACK_VARIANCE); // of the item
    assert_int_equal(items[1].discrimination.lack, LACK_VARIANCE); // of its rest
    assert_int_equal(items[1].efficiency.lack, LACK_VARIANCE);
    ScoreTable lone = {.people = 5, .items = 1, .scores = alike, .most = most};
    assert_int_equal(stats_alpha(&lone).lack, LACK_ITEMS);
    const int32_t opposite[] = {0, 1, 1, 0, 0, 1, 1, 0, 1, 0}, one[] = {1, 1};
    ScoreTable level = {.people = 5, .items = 2, .scores = opposite, .most = one};
    assert_int_equal(stats_alpha(&level).lack, LACK_VARIANCE); // of the sums
    arena_finish(&scratch);
}

static void assert_same(Figure a, Figure b) {
    assert_int_equal(a.lack, b.lack);
    assert_true(a.value == b.value);
}

static void check_bounds(const ItemFigures *item) {
    assert_true(item->facility.value >= 0 && item->facility.value <= 100);
    assert_true(fabs(item->discrimination.value) <= 100 + WITHIN);
    assert_true(item->efficiency.value <= 100 + WITHIN);
    assert_true(fabs(item->discrimination.value) <= fabs(item->efficiency.value) + WITHIN);
}

static void turn(const int32_t *scores, int32_t people, int32_t items, int32_t *turned) {
    for (int32_t person = 0; person < people; person++) {
        memcpy(&turned[(people - 1 - person) * items], &scores[person * items], (size_t)items * sizeof *scores);
    }
}

static void figures_keep_their_bounds_and_know_no_order_of_people(void **state) {
    (void)state;
    Random random = random_from_seed(11);
    Arena scratch = {0};
    for (int32_t round = 0; round < count_properties(300); round++) {
        int32_t scores[MOST_CELLS] = {0}, turned[MOST_CELLS], most[8] = {0}, people = 5 + random_below(&random, 20);
        int32_t items = 1 + random_below(&random, 8);
        for (int32_t i = 0; i < items; i++) {
            most[i] = 1 + random_below(&random, 6);
        }
        for (int32_t i = 0; i < people * items; i++) {
            scores[i] = random_below(&random, most[i % items] + 1);
        }
        turn(scores, people, items, turned);
        ScoreTable table = {.people = people, .items = items, .scores = scores, .most = most}, other = table;
        other.scores = turned;
        ItemFigures here[8], there[8];
        stats_items(&scratch, &table, here);
        stats_items(&scratch, &other, there);
        for (int32_t i = 0; i < items; i++) {
            check_bounds(&here[i]);
            assert_same(here[i].facility, there[i].facility);
            assert_same(here[i].discrimination, there[i].discrimination);
            assert_same(here[i].efficiency, there[i].efficiency);
        }
        assert_same(stats_alpha(&table), stats_alpha(&other));
        assert_true(stats_alpha(&table).value <= 100 + WITHIN);
    }
    arena_finish(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(wilson_intervals_are_those_of_newcombe),
                                       cmocka_unit_test(an_interval_holds_its_share_and_mirrors_its_complement),
                                       cmocka_unit_test(quartiles_lie_between_values_in_proportion),
                                       cmocka_unit_test(values_that_are_counted_have_the_quartiles_of_their_list),
                                       cmocka_unit_test(items_of_a_small_table_are_as_by_hand),
                                       cmocka_unit_test(what_cannot_be_given_says_why),
                                       cmocka_unit_test(figures_keep_their_bounds_and_know_no_order_of_people)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
