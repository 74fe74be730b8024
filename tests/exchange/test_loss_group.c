// Rows that say the same are told once, and a key of a case is called as a person calls it.
#include "exchange/exchange_desk.h"
#include "exchange/loss_group.h"
#include "exchange/loss_words.h"

#include "base/file.h"
#include "base/limits.h"

static void tell(LossReport *report, Construct construct, Became became, LossReason reason, Str about) {
    loss_tell(
        report,
        &(Loss){.construct = construct, .became = became, .reason = reason, .line = report->count + 1, .about = about});
}

static void rows_that_say_the_same_are_one(void **state) {
    (void)state;
    Arena arena = {0};
    Catalog catalog = {0};
    LossReport report = {.arena = &arena};
    tell(&report, CONSTRUCT_CASE_TEXT, BECAME_DROPPED, REASON_NO_PLACE_IN_INK, S("label"));
    tell(&report, CONSTRUCT_CASE_TEXT, BECAME_DROPPED, REASON_NO_PLACE_IN_INK, S("x-own"));
    tell(&report, CONSTRUCT_CASE_TEXT, BECAME_DROPPED, REASON_NO_PLACE_IN_INK, S("label"));
    tell(&report, CONSTRUCT_CASE_TEXT, BECAME_DROPPED, REASON_NO_PLACE_IN_STORY, S("label"));
    tell(&report, CONSTRUCT_CASE_TEXT, BECAME_DEGRADED, REASON_NO_PLACE_IN_INK, S("label"));
    tell(&report, CONSTRUCT_FACT, BECAME_DROPPED, REASON_NO_PLACE_IN_INK, S("label"));
    LossGroups groups = loss_group(&arena, &report);
    assert_int_equal(groups.count, 5);
    assert_int_equal(groups.rows[0].count, 2);
    assert_ptr_equal(groups.rows[0].first, &report.rows[0]);
    desk_assert_str(loss_group_message(&arena, &catalog, &groups.rows[0]),
                    "“The short name of an answer” has no place in ink and is left out. (2 times)");
    desk_assert_str(loss_group_message(&arena, &catalog, &groups.rows[1]),
                    "“x-own” has no place in ink and is left out.");
    desk_assert_str(loss_group_message(&arena, &catalog, &groups.rows[4]),
                    "“label” has no place in ink and is left out."); // of an author
    loss_group_sort(&groups);
    static const int32_t ORDER[] = {4, 5, 3, 0, 1};
    for (int32_t i = 0; i < groups.count; i++) {
        assert_ptr_equal(groups.rows[i].first, &report.rows[ORDER[i]]);
    }
    assert_true(loss_group_alike(&groups.rows[3], &groups.rows[4]));
    assert_false(loss_group_alike(&groups.rows[2], &groups.rows[3]));
    assert_int_equal(loss_group(&arena, &(LossReport){.arena = &arena}).count, 0);
    arena_finish(&arena);
}

static bool is_a_key(const Loss *loss) {
    return loss->construct == CONSTRUCT_CASE_TEXT && loss->reason != REASON_ITEM_WITHOUT_BIN &&
           !str_begins(loss->about, S("x-"));
}

static void every_key_has_its_words(void **state) {
    (void)state;
    static const ExchangeKind KINDS[] = {EXCHANGE_GIFT, EXCHANGE_MOODLE, EXCHANGE_TWEE, EXCHANGE_INK, EXCHANGE_H5P};
    Desk desk;
    desk_open(&desk);
    Str bytes;
    int32_t seen = 0, lost = 0;
    assert_true(file_load(&desk.arena, S("schema/complete.json"), LIMIT_FILE_BYTES, &bytes, NULL));
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        LossReport report;
        (void)desk_export(&desk, bytes, KINDS[i], &report);
        for (int32_t j = 0; j < report.count; j++) {
            const Loss *loss = &report.rows[j];
            seen += is_a_key(loss);
            if (is_a_key(loss) && loss_key_words(loss->about).len == 0) {
                print_error("“%.*s” has no words\n", S_ARG(loss->about));
                lost++;
            }
        }
    }
    assert_true(seen > 100);
    assert_int_equal(lost, 0);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_that_say_the_same_are_one),
        cmocka_unit_test(every_key_has_its_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
