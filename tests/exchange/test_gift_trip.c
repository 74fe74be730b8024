// What is written as GIFT and read again is the same case, to the byte.
#include "exchange/exchange_desk.h"
#include "exchange/gift.h"
#include "exchange/random_bank.h"

enum { CASES = 5000, SEED = 13 };

static void import_of_export_gives_the_case_again(void **state) {
    (void)state;
    int32_t cases = CASES * desk_factor();
    Desk desk;
    desk_open(&desk);
    for (int32_t i = 0; i < cases; i++) {
        ArenaMark mark = arena_mark(&desk.arena);
        Dice dice = dice_begin(&desk.arena, SEED + i);
        Bank bank = {.arena = &desk.arena};
        LossReport written;
        dice_bank(&dice, &bank, 1 + i % 3);
        Str before = desk_write_bank(&desk, &bank, S("fr"));
        Str gift = desk_export(&desk, before, EXCHANGE_GIFT, &written);
        Exchange again;
        desk_import(&desk, gift, &again);
        desk_assert_same(before, again.bytes, SEED + i);
        arena_rewind(&desk.arena, mark);
    }
    desk_close(&desk);
}

static void what_is_imported_is_laid_out_canonically(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    for (int32_t i = 0; i < CASES / 10; i++) {
        ArenaMark mark = arena_mark(&desk.arena);
        Dice dice = dice_begin(&desk.arena, SEED + i);
        Bank bank = {.arena = &desk.arena};
        dice_bank(&dice, &bank, 4);
        desk_assert_canonical(&desk, desk_write_bank(&desk, &bank, S("en")));
        arena_rewind(&desk.arena, mark);
    }
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(import_of_export_gives_the_case_again),
        cmocka_unit_test(what_is_imported_is_laid_out_canonically),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
