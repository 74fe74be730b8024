#include "base/random.h"
#include "base/rows.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

// The first numbers that the demonstration of the reference implementation prints (seed 42, stream 54).
static void the_published_numbers_come_out(void **state) {
    (void)state;
    static const uint32_t PUBLISHED[] = {0xa15c02b7, 0x7b47f409, 0xba1d3330, 0x83d2f293, 0xbfa4784b, 0xcbed606e};
    Random random = random_from_seed(42);
    for (int32_t i = 0; i < COUNT(PUBLISHED); i++) {
        assert_int_equal(random_next(&random), PUBLISHED[i]);
    }
}

static void the_same_seed_gives_the_same_numbers_and_another_others(void **state) {
    (void)state;
    Random one = random_from_seed(7);
    Random same = random_from_seed(7);
    Random other = random_from_seed(8);
    int32_t differences = 0;
    for (int i = 0; i < 1000; i++) {
        uint32_t number = random_next(&one);
        assert_int_equal(random_next(&same), number);
        differences += random_next(&other) != number;
    }
    assert_true(differences > 990);
}

static void numbers_stay_below_their_limit(void **state) {
    (void)state;
    static const int32_t LIMITS[] = {1, 2, 3, 7, 100, 65536, 1000000007, INT32_MAX};
    Random random = random_from_seed(0);
    for (int32_t i = 0; i < COUNT(LIMITS); i++) {
        for (int j = 0; j < 1000; j++) {
            int32_t number = random_below(&random, LIMITS[i]);
            assert_in_range(number, 0, LIMITS[i] - 1);
        }
    }
}

// 60,000 draws out of six: each comes up 10,000 times, give or take five standard deviations.
static void no_number_is_preferred(void **state) {
    (void)state;
    int32_t counts[6] = {0};
    Random random = random_from_seed(2024);
    for (int i = 0; i < 60000; i++) {
        counts[random_below(&random, 6)]++;
    }
    for (int i = 0; i < 6; i++) {
        assert_in_range(counts[i], 10000 - 456, 10000 + 456);
    }
}

// A limit of three quarters of the range makes a plain remainder give the lower third twice as often.
static void a_large_limit_is_without_bias(void **state) {
    (void)state;
    const int32_t limit = 0x60000000;
    int32_t low = 0;
    Random random = random_from_seed(1);
    for (int i = 0; i < 30000; i++) {
        low += random_below(&random, limit) < limit / 3;
    }
    assert_in_range(low, 10000 - 410, 10000 + 410);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_published_numbers_come_out),
        cmocka_unit_test(the_same_seed_gives_the_same_numbers_and_another_others),
        cmocka_unit_test(numbers_stay_below_their_limit),
        cmocka_unit_test(no_number_is_preferred),
        cmocka_unit_test(a_large_limit_is_without_bias),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
