// What is written as GIFT and read again is the same case, to the byte.
#include "exchange/exchange_desk.h"
#include "exchange/gift.h"
#include "exchange/random_bank.h"
#include "scenario/scenario_write.h"

enum { CASES = 5000, SEED = 13 };

static void import_of_export_gives_the_case_again(void **state) {
    (void)state;
    int32_t factor = 1;
    (void)str_to_int(str_from_c(getenv("PALABRE_PROPERTY_FACTOR")), &factor); // NOLINT(concurrency-mt-unsafe)
    int32_t cases = CASES * factor;
    Desk desk;
    desk_open(&desk);
    for (int32_t i = 0; i < cases; i++) {
        ArenaMark mark = arena_mark(&desk.arena);
        Dice dice = {random_from_seed((uint64_t)(SEED + i)), &desk.arena};
        Bank bank = {.arena = &desk.arena};
        LossReport made = {.arena = &desk.arena}, written;
        BankWish wish = {.id = S("banque"), .title = S("banque"), .language = S("fr")};
        dice_bank(&dice, &bank, 1 + i % 3);
        Str before = bank_write_case(&desk.arena, &desk.scratch, &bank, &wish, &made);
        Str gift = desk_export(&desk, before, EXCHANGE_GIFT, &written);
        Exchange again;
        desk_import(&desk, gift, &again);
        if (!str_equal(before, again.bytes)) {
            print_error("seed %d\n%.*s\n", SEED + i, S_ARG(gift));
            desk_print_difference(before, again.bytes);
        }
        assert_true(str_equal(before, again.bytes));
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
        Dice dice = {random_from_seed((uint64_t)(SEED + i)), &desk.arena};
        Bank bank = {.arena = &desk.arena};
        LossReport made = {.arena = &desk.arena};
        BankWish wish = {.id = S("bank"), .title = S("bank"), .language = S("en")};
        dice_bank(&dice, &bank, 4);
        Str bytes = bank_write_case(&desk.arena, &desk.scratch, &bank, &wish, &made);
        const Scenario *scenario = desk_parse(&desk, bytes);
        Str laid_out = scenario_write(&desk.arena, &desk.scratch, scenario, WRITE_AS_IS);
        if (!str_equal(laid_out, bytes)) {
            desk_print_difference(bytes, laid_out);
        }
        assert_true(str_equal(laid_out, bytes));
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
