#include "base/table.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void an_empty_table_finds_nothing(void **state) {
    (void)state;
    Table table = {0};
    assert_int_equal(table_find(&table, S("x")), 0);
    assert_int_equal(table_find(&table, (Str){0}), 0);
}

static void a_new_key_has_the_value_zero_until_it_is_given_one(void **state) {
    (void)state;
    Arena arena = {0};
    Table table = {0};
    int32_t *slot = table_slot(&arena, &table, S("tension"));
    assert_int_equal(*slot, 0);
    *slot = 3;
    assert_int_equal(table_find(&table, S("tension")), 3);
    assert_int_equal(*table_slot(&arena, &table, S("tension")), 3);
    assert_int_equal(table.count, 1);
    arena_finish(&arena);
}

static void the_empty_key_is_a_key_like_any_other(void **state) {
    (void)state;
    Arena arena = {0};
    Table table = {0};
    *table_slot(&arena, &table, S("")) = 5;
    assert_int_equal(table_find(&table, (Str){0}), 5);
    assert_int_equal(table_find(&table, S("\0")), 0);
    arena_finish(&arena);
}

static void keys_differ_by_every_byte(void **state) {
    (void)state;
    Arena arena = {0};
    Table table = {0};
    *table_slot(&arena, &table, S("a")) = 1;
    *table_slot(&arena, &table, S("A")) = 2;
    *table_slot(&arena, &table, S("a\0")) = 3;
    *table_slot(&arena, &table, S("é")) = 4;
    *table_slot(&arena, &table, S("e\xCC\x81")) = 5;
    assert_int_equal(table_find(&table, S("a")), 1);
    assert_int_equal(table_find(&table, S("A")), 2);
    assert_int_equal(table_find(&table, S("a\0")), 3);
    assert_int_equal(table_find(&table, S("é")), 4);
    assert_int_equal(table_find(&table, S("e\xCC\x81")), 5);
    arena_finish(&arena);
}

static void a_hundred_thousand_names_are_all_found_again(void **state) {
    (void)state;
    enum { NAMES = 100000 };
    Arena arena = {0};
    Table table = {0};
    for (int32_t i = 1; i <= NAMES; i++) {
        int32_t *slot = table_slot(&arena, &table, str_format(&arena, "n%d", i));
        assert_int_equal(*slot, 0);
        *slot = i;
    }
    assert_int_equal(table.count, NAMES);
    for (int32_t i = 1; i <= NAMES; i++) {
        assert_int_equal(table_find(&table, str_format(&arena, "n%d", i)), i);
        assert_int_equal(table_find(&table, str_format(&arena, "m%d", i)), 0);
    }
    assert_int_equal(table.count, NAMES);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_table_finds_nothing),
        cmocka_unit_test(a_new_key_has_the_value_zero_until_it_is_given_one),
        cmocka_unit_test(the_empty_key_is_a_key_like_any_other),
        cmocka_unit_test(keys_differ_by_every_byte),
        cmocka_unit_test(a_hundred_thousand_names_are_all_found_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
