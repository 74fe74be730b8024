#include "exchange_desk.h"
#include "zip_bytes.h"

#include "exchange/archive.h"

#include <string.h>

// exchange/exchange_late.c stands here in the place of the doors, and the library that it opens is not there.
static void what_is_missing_is_told(void **state) {
    (void)state;
    assert_int_equal(desk_fault(S("<?xml version='1.0'?><quiz></quiz>")), EXCHANGE_NO_DOOR);
    assert_int_equal(desk_fault(S("PK\x03\x04 and no more")), EXCHANGE_NO_DOOR);
    assert_int_not_equal(desk_fault(S("Vrai ou faux ? {T}\n")), EXCHANGE_NO_DOOR);
    assert_true(exchange_fault_words(EXCHANGE_NO_DOOR).len > 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(what_is_missing_is_told)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
