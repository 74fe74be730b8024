// What is written as Moodle XML and read again is the same case, to the byte; and of what is written as much is found
// as a search for its tags finds.
#include "exchange/exchange_desk.h"
#include "exchange/moodle.h"

enum { CASES = 1000, SEED = 17 };

// A comment holds no two hyphens, a number no range, and only what is chosen or matched has an order.
static void draw_bank(Dice *dice, Bank *bank) {
    static const Str SETTINGS[] = {S_INIT("hint"), S_INIT("correctfeedback"), S_INIT("responsetemplate")};
    dice_bank(dice, bank, 1 + random_below(&dice->random, 3));
    for (int32_t i = 0; i < bank->questions.count; i++) {
        BankQuestion *question = &bank->questions.rows[i];
        bool drawn =
            question->kind == QUESTION_CHOICE || question->kind == QUESTION_SET || question->kind == QUESTION_MATCH;
        question->notes = question->notes.len > 0 ? dice_text(dice, 5, "-\n") : question->notes;
        question->shuffle = drawn && random_below(&dice->random, 2) == 0;
        bool chosen = question->kind == QUESTION_CHOICE; // its feedback by the grade goes to its answers
        if (random_below(&dice->random, 3) == 0 && !chosen) {
            Str text = dice_text(dice, 10, "");
            bank_add_setting(bank, question, S("penalty"), S("0.25"));
            bank_add_setting(bank, question, SETTINGS[random_below(&dice->random, COUNT(SETTINGS))],
                             rich_write_html(dice->arena, text));
        }
        for (int32_t j = 0; j < question->answers.count && question->kind == QUESTION_NUMERIC; j++) {
            BankAnswer *answer = &bank->answers.rows[question->answers.first + j];
            answer->text = str_find(answer->text, S("..")) > 0 ? S("3:2") : answer->text;
        }
    }
}

// As somebody counts who knows nothing but the tags. In a text < is an entity, so a tag is never part of one.
static void assert_counted(Str xml, const LossReport *report) {
    static const struct {
        Construct construct;
        Str sign;
    } SIGNS[] = {{CONSTRUCT_MULTICHOICE, S_INIT("<question type=\"multichoice\">")},
                 {CONSTRUCT_TRUE_FALSE, S_INIT("<question type=\"truefalse\">")},
                 {CONSTRUCT_SHORT_ANSWER, S_INIT("<question type=\"shortanswer\">")},
                 {CONSTRUCT_NUMERICAL, S_INIT("<question type=\"numerical\">")},
                 {CONSTRUCT_MATCHING, S_INIT("<question type=\"matching\">")},
                 {CONSTRUCT_ESSAY, S_INIT("<question type=\"essay\">")},
                 {CONSTRUCT_DESCRIPTION, S_INIT("<question type=\"description\">")},
                 {CONSTRUCT_CATEGORY, S_INIT("<question type=\"category\">")},
                 {CONSTRUCT_TAG, S_INIT("<tag>")},
                 {CONSTRUCT_ID, S_INIT("<idnumber>")},
                 {CONSTRUCT_COMMENT, S_INIT("<!--")}};
    for (int32_t i = 0; i < COUNT(SIGNS); i++) {
        if (desk_count(xml, SIGNS[i].sign) != report->counts[SIGNS[i].construct].found) {
            print_error("%.*s\n%.*s\n", S_ARG(SIGNS[i].sign), S_ARG(xml));
        }
        assert_int_equal(desk_count(xml, SIGNS[i].sign), report->counts[SIGNS[i].construct].found);
    }
    int32_t feedback = desk_count(xml, S("<feedback ")) + desk_count(xml, S("<generalfeedback ")) -
                       desk_count(xml, S("<generalfeedback format=\"html\"><text></text>"));
    assert_int_equal(feedback, report->counts[CONSTRUCT_FEEDBACK].found);
}

static void try_bank(Desk *desk, Dice *dice, int32_t seed) {
    Bank bank = {.arena = &desk->arena};
    LossReport written;
    draw_bank(dice, &bank);
    Str before = desk_write_bank(desk, &bank, S("fr"));
    Str xml = desk_export(desk, before, EXCHANGE_MOODLE, &written);
    Exchange again;
    desk_import(desk, xml, &again);
    desk_assert_same(before, again.bytes, seed);
    desk_assert_canonical(desk, before);
    assert_counted(xml, &again.report);
}

static void import_of_export_gives_the_case_again(void **state) {
    (void)state;
    desk_try(CASES, SEED, try_bank);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(import_of_export_gives_the_case_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
