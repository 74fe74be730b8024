#include "base/date.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void days_are_counted_by_the_calendar(void **state) {
    (void)state;
    assert_int_equal(date_days(S("1970-01-01")), 0);
    assert_int_equal(date_days(S("2000-03-01")), 11017);
    assert_int_equal(date_days(S("2026-11-27")), 20784);
    assert_int_equal(date_days(S("2028-03-01")) - date_days(S("2028-02-28")), 2);
    assert_int_equal(date_days(S("1969-12-01")), -31);
    assert_int_equal(date_days(S("0000-03-01")), -719468);
    assert_int_equal(date_days(S("0000-02-29")), -719469);
}

static void a_date_is_a_day_that_there_is(void **state) {
    (void)state;
    assert_true(date_is_valid(S("2028-02-29")) && date_is_valid(S("2000-02-29")));
    static const Str WRONG[] = {S_INIT("2027-02-29"), S_INIT("1900-02-29"), S_INIT("2026-13-01"), S_INIT("2026-00-01"),
                                S_INIT("2026-01-32"), S_INIT("2026-01-00"), S_INIT("2026-1-1"),   S_INIT("+026-01-01"),
                                S_INIT("yesterday!"), S_INIT("2026/01/01"), S_INIT("2026-01-011")};
    for (int32_t i = 0; i < COUNT(WRONG); i++) {
        assert_false(date_is_valid(WRONG[i]));
        assert_int_equal(date_days(WRONG[i]), -1);
    }
    assert_false(date_is_valid((Str){0}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_are_counted_by_the_calendar),
        cmocka_unit_test(a_date_is_a_day_that_there_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
