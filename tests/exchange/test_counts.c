// What is found in a file is what stands in it, as somebody else counts: whoever drew it, or a search for its signs.
#include "exchange/exchange_desk.h"

enum { CASES = 300, SEED = 77 };

typedef struct {
    int32_t of[CONSTRUCT_COUNT];
} Tally;

static void count_marks(const BankQuestion *question, Tally *tally) {
    bool marked = question->id.len > 0 || question->tags.len > 0;
    tally->of[CONSTRUCT_ID] += question->id.len > 0;
    tally->of[CONSTRUCT_TAG] += question->tags.len > 0;
    tally->of[CONSTRUCT_COMMENT] += marked;
    for (Str rest = question->notes; rest.len > 0; tally->of[CONSTRUCT_COMMENT]++) {
        (void)str_cut(&rest, '\n');
    }
}

static void count_question(const Bank *bank, const BankQuestion *question, Tally *tally) {
    static const Construct CONSTRUCTS[] = {
        [QUESTION_DESCRIPTION] = CONSTRUCT_DESCRIPTION, [QUESTION_ESSAY] = CONSTRUCT_ESSAY,
        [QUESTION_CHOICE] = CONSTRUCT_MULTICHOICE,      [QUESTION_SET] = CONSTRUCT_MULTICHOICE,
        [QUESTION_TRUE_FALSE] = CONSTRUCT_TRUE_FALSE,   [QUESTION_SHORT] = CONSTRUCT_SHORT_ANSWER,
        [QUESTION_NUMERIC] = CONSTRUCT_NUMERICAL,       [QUESTION_MATCH] = CONSTRUCT_MATCHING};
    tally->of[CONSTRUCTS[question->kind]]++;
    tally->of[CONSTRUCT_FEEDBACK] += question->general.len > 0;
    for (int32_t i = 0; i < question->answers.count; i++) {
        tally->of[CONSTRUCT_FEEDBACK] += bank->answers.rows[question->answers.first + i].feedback.len > 0;
    }
    count_marks(question, tally);
}

static void try_bank(Desk *desk, Dice *dice, int32_t seed) {
    Bank bank = {.arena = &desk->arena};
    LossReport written;
    Tally tally = {0};
    Exchange again;
    dice_bank(dice, &bank, 5);
    Str before = desk_write_bank(desk, &bank, S("fr"));
    desk_import(desk, desk_export(desk, before, EXCHANGE_GIFT, &written), &again);
    for (int32_t i = 0; i < bank.questions.count; i++) {
        count_question(&bank, &bank.questions.rows[i], &tally);
    }
    for (int32_t i = CONSTRUCT_DESCRIPTION; i <= CONSTRUCT_FEEDBACK; i++) {
        if (i != CONSTRUCT_CATEGORY && tally.of[i] != again.report.counts[i].found) {
            print_error("seed %d, %.*s\n", seed, S_ARG(loss_construct((Construct)i)));
            assert_int_equal(tally.of[i], again.report.counts[i].found);
        }
    }
}

static void a_bank_is_found_as_it_was_drawn(void **state) {
    (void)state;
    desk_try(CASES, SEED, try_bank);
}

static void a_story_is_found_as_its_signs_say(void **state) {
    (void)state;
    static const Str TEXT =
        S_INIT(":: StoryData\n{\"ifid\": \"x\", \"format\": \"Harlowe\"}\n\n"
               ":: Start\n(set: $a to 1, $b to true)(if: $a > 1)[un](else-if: $b)[deux](else:)[trois]\n"
               "[[x->Fin]] [[Fin]] [[y->https://a.fr]] (link-goto: \"z\", \"Fin\")\n"
               "(unless: $c)[quatre] (print: $a) $b (css: \"x\")[y] (if: $d is \"e\")[f] (set: $g to \"h\")\n\n"
               ":: script [script]\nx\n\n:: Fin\n(set: $a to it + 1)\n");
    Desk desk;
    desk_open(&desk);
    Exchange exchange;
    desk_import(&desk, TEXT, &exchange);
    const LossCount *counts = exchange.report.counts;
    assert_int_equal(counts[CONSTRUCT_PASSAGE].found + counts[CONSTRUCT_SPECIAL].found + 1, desk_count(TEXT, S("::")));
    assert_int_equal(counts[CONSTRUCT_LINK].found, desk_count(TEXT, S("[[")) + desk_count(TEXT, S("(link-goto:")));
    assert_int_equal(counts[CONSTRUCT_IF].found, desk_count(TEXT, S("if: ")) + desk_count(TEXT, S("(unless:")));
    assert_int_equal(counts[CONSTRUCT_SET].found, desk_count(TEXT, S(" to ")));
    assert_int_equal(counts[CONSTRUCT_PRINT].found, 2);
    assert_int_equal(counts[CONSTRUCT_MACRO].found, desk_count(TEXT, S("(css:")));
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_bank_is_found_as_it_was_drawn),
        cmocka_unit_test(a_story_is_found_as_its_signs_say),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
