#include "records/store_row.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

// As its definition has it, bit by bit.
static uint32_t add_bits(uint32_t sum, const unsigned char *bytes, ptrdiff_t len) {
    uint32_t crc = ~sum;
    for (ptrdiff_t i = 0; i < len; i++) {
        crc ^= bytes[i];
        for (int32_t bit = 0; bit < 8; bit++) {
            crc = (crc & 1) != 0 ? UINT32_C(0xEDB88320) ^ (crc >> 1) : crc >> 1;
        }
    }
    return ~crc;
}

static void a_sum_is_a_crc_of_the_length_and_the_bytes(void **state) {
    (void)state;
    enum { MOST = 70 };
    unsigned char bytes[MOST];
    for (int32_t i = 0; i < MOST; i++) {
        bytes[i] = (unsigned char)(i * 151 + 7);
    }
    for (int32_t len = 0; len <= MOST; len++) {
        const unsigned char length[8] = {(unsigned char)len};
        uint32_t wanted = add_bits(add_bits(5, length, COUNT(length)), bytes, len);
        assert_int_equal(store_sum_text(5, (Str){(const char *)bytes, len}), wanted);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_sum_is_a_crc_of_the_length_and_the_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
