// Against the examples of FIPS 180 and RFC 9562.
#include "base/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_sha1(Str bytes, const char *expected) {
    Arena arena = {0};
    uint8_t digest[DIGEST_SHA1_BYTES];
    StrBuilder hex = {.arena = &arena};
    digest_sha1(&arena, bytes, digest);
    for (int32_t i = 0; i < DIGEST_SHA1_BYTES; i++) {
        str_addf(&hex, "%02x", digest[i]);
    }
    assert_string_equal(str_to_c(&arena, str_built(&hex)), expected);
    arena_finish(&arena);
}

static void sha1_is_that_of_the_standard(void **state) {
    (void)state;
    char million[100000];
    memset(million, 'a', sizeof million);
    assert_sha1((Str){0}, "da39a3ee5e6b4b0d3255bfef95601890afd80709");
    assert_sha1(S("abc"), "a9993e364706816aba3e25717850c26c9cd0d89d");
    assert_sha1(S("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
                "84983e441c3bd26ebaae4aa1f95129e5e54670f1");
    assert_sha1((Str){million, 55}, "c1c8bbdc22796e28c0e15163d20899b65621d65a"); // the last that fits one block
    assert_sha1((Str){million, 64}, "0098ba824b5c16427bd7a1122a5a442a25ec644d");
}

static void a_name_in_a_space_has_one_uuid(void **state) {
    (void)state;
    static const uint8_t DNS[DIGEST_UUID_BYTES] = {0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1,
                                                   0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
    Arena arena = {0};
    assert_string_equal(str_to_c(&arena, digest_uuid(&arena, DNS, S("www.example.com"))),
                        "2ed6657d-e927-568b-95e1-2665a8aea6a2");
    assert_string_equal(str_to_c(&arena, digest_uuid_write(&arena, DNS)), "6ba7b810-9dad-11d1-80b4-00c04fd430c8");
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(sha1_is_that_of_the_standard),
                                       cmocka_unit_test(a_name_in_a_space_has_one_uuid)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
