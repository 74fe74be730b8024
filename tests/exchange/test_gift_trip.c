// What is written as GIFT and read again is the same case, to the byte.
#include "exchange/exchange_desk.h"
#include "exchange/gift.h"

enum { CASES = 5000, SEED = 13 };

static void try_bank(Desk *desk, Dice *dice, int32_t seed) {
    Bank bank = {.arena = &desk->arena};
    LossReport written;
    dice_bank(dice, &bank, 1 + seed % 3);
    Str before = desk_write_bank(desk, &bank, S("fr"));
    Str gift = desk_export(desk, before, EXCHANGE_GIFT, &written);
    Exchange again;
    desk_import(desk, gift, &again);
    desk_assert_same(before, again.bytes, seed);
}

static void import_of_export_gives_the_case_again(void **state) {
    (void)state;
    desk_try(CASES, SEED, try_bank);
}

static void try_layout(Desk *desk, Dice *dice, int32_t seed) {
    (void)seed;
    Bank bank = {.arena = &desk->arena};
    dice_bank(dice, &bank, 4);
    desk_assert_canonical(desk, desk_write_bank(desk, &bank, S("en")));
}

static void what_is_imported_is_laid_out_canonically(void **state) {
    (void)state;
    desk_try(CASES / 10, SEED, try_layout);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(import_of_export_gives_the_case_again),
        cmocka_unit_test(what_is_imported_is_laid_out_canonically),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
