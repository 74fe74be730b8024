// The eight bytes of a word, each looked at beside what a loop would say of it.
#include "base/octets.h"

#include "base/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static uint64_t mark(int32_t at) {
    return UINT64_C(0x80) << 8 * at;
}

static void bytes_are_marked_as_one_by_one(void **state) {
    (void)state;
    Random random = random_from_seed(3);
    for (int32_t round = 0; round < 20000; round++) {
        unsigned char bytes[OCTETS_COUNT];
        unsigned char wanted = (unsigned char)random_below(&random, 256);
        unsigned char limit = (unsigned char)(1 + random_below(&random, 127));
        uint64_t equal = 0;
        uint64_t below = 0;
        int32_t count = 0;
        for (int32_t i = 0; i < OCTETS_COUNT; i++) {
            bytes[i] = random_below(&random, 3) == 0 ? wanted : (unsigned char)random_below(&random, 256);
            equal |= bytes[i] == wanted ? mark(i) : 0;
            below |= bytes[i] < limit ? mark(i) : 0;
            count += bytes[i] == wanted;
        }
        uint64_t word = octets_load((const char *)bytes);
        assert_true(octets_equal(word, wanted) == equal);
        assert_true(octets_below(word, limit) == below);
        assert_int_equal(octets_count(equal), count);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(bytes_are_marked_as_one_by_one)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
