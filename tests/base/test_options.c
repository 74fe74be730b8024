#include "base/options.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { JSON, RUNS, OUT, SPEC_COUNT };

static const OptionSpec SPECS[SPEC_COUNT] = {
    [JSON] = {S_INIT("json"), OPTIONS_FLAG, 'j'},
    [RUNS] = {S_INIT("runs"), OPTIONS_INT, 0},
    [OUT] = {S_INIT("out"), OPTIONS_TEXT, 'o'},
};

typedef struct {
    Arena arena;
    Options options;
    OptionsFault fault;
} Reading;

// Reads a command line given as words with single spaces between them; "_" stands for an empty argument.
static Reading read_line(const char *line) {
    Reading reading = {.options = {.specs = SPECS, .count = SPEC_COUNT}};
    Str arguments[16] = {0};
    int32_t count = 0;
    for (Str rest = str_from_c(line); rest.len > 0;) {
        Str word = str_cut(&rest, ' ');
        arguments[count++] = str_equal(word, S("_")) ? S("") : word;
    }
    reading.fault = options_read(&reading.arena, &reading.options, arguments, count);
    return reading;
}

static void assert_str(Str actual, const char *expected) {
    assert_true(str_equal(actual, str_from_c(expected)));
}

static void nothing_given_leaves_every_value_empty(void **state) {
    (void)state;
    Reading reading = read_line("");
    assert_int_equal(reading.fault, OPTIONS_FINE);
    assert_int_equal(reading.options.operand_count, 0);
    for (int i = 0; i < SPEC_COUNT; i++) {
        assert_false(reading.options.values[i].given);
    }
    arena_finish(&reading.arena);
}

static void each_text_of_an_option_is_kept_and_the_last_one_wins(void **state) {
    (void)state;
    Reading reading = read_line("--out a -o b --out=c");
    const OptionValue *out = &reading.options.values[OUT];
    assert_str(out->text, "c");
    assert_int_equal(out->count, 3);
    assert_str(out->rows[0], "a");
    assert_str(out->rows[2], "c");
    assert_int_equal(reading.options.values[RUNS].count, 0);
    arena_finish(&reading.arena);
}

static void values_come_after_a_space_or_an_equals_sign(void **state) {
    (void)state;
    Reading reading = read_line("--runs 100 --out=carte.svg --json");
    assert_int_equal(reading.fault, OPTIONS_FINE);
    assert_int_equal(reading.options.values[RUNS].number, 100);
    assert_str(reading.options.values[RUNS].text, "100");
    assert_str(reading.options.values[OUT].text, "carte.svg");
    assert_true(reading.options.values[JSON].given);
    assert_str(reading.options.culprit, "");
    arena_finish(&reading.arena);
}

static void a_letter_stands_for_its_option(void **state) {
    (void)state;
    Reading reading = read_line("-j -o carte.svg");
    assert_int_equal(reading.fault, OPTIONS_FINE);
    assert_true(reading.options.values[JSON].given);
    assert_str(reading.options.values[OUT].text, "carte.svg");
    arena_finish(&reading.arena);
}

static void operands_keep_their_order_wherever_they_stand(void **state) {
    (void)state;
    Reading reading = read_line("a.json --json b.json - --runs 3 _ c.json");
    assert_int_equal(reading.fault, OPTIONS_FINE);
    assert_int_equal(reading.options.operand_count, 5);
    assert_str(reading.options.operands[0], "a.json");
    assert_str(reading.options.operands[1], "b.json");
    assert_str(reading.options.operands[2], "-");
    assert_str(reading.options.operands[3], "");
    assert_str(reading.options.operands[4], "c.json");
    arena_finish(&reading.arena);
}

static void two_hyphens_end_the_options(void **state) {
    (void)state;
    Reading reading = read_line("--json -- --runs -- -o");
    assert_int_equal(reading.fault, OPTIONS_FINE);
    assert_false(reading.options.values[RUNS].given);
    assert_int_equal(reading.options.operand_count, 3);
    assert_str(reading.options.operands[0], "--runs");
    assert_str(reading.options.operands[1], "--");
    assert_str(reading.options.operands[2], "-o");
    arena_finish(&reading.arena);
}

static void a_value_may_begin_with_a_hyphen_or_be_empty(void **state) {
    (void)state;
    Reading reading = read_line("--runs -5 --out --");
    assert_int_equal(reading.fault, OPTIONS_FINE);
    assert_int_equal(reading.options.values[RUNS].number, -5);
    assert_str(reading.options.values[OUT].text, "--");
    arena_finish(&reading.arena);
    reading = read_line("--out=");
    assert_int_equal(reading.fault, OPTIONS_FINE);
    assert_true(reading.options.values[OUT].given);
    assert_str(reading.options.values[OUT].text, "");
    arena_finish(&reading.arena);
}

static void a_value_may_hold_an_equals_sign(void **state) {
    (void)state;
    Reading reading = read_line("--out=a=b");
    assert_int_equal(reading.fault, OPTIONS_FINE);
    assert_str(reading.options.values[OUT].text, "a=b");
    arena_finish(&reading.arena);
}

static void the_last_value_wins(void **state) {
    (void)state;
    Reading reading = read_line("--runs 1 --runs=2 --out x -o y");
    assert_int_equal(reading.fault, OPTIONS_FINE);
    assert_int_equal(reading.options.values[RUNS].number, 2);
    assert_str(reading.options.values[OUT].text, "y");
    arena_finish(&reading.arena);
}

static void every_fault_names_its_culprit(void **state) {
    (void)state;
    static const struct {
        const char *line;
        OptionsFault fault;
        const char *culprit;
    } FAULTS[] = {
        {"--jsom", OPTIONS_UNKNOWN, "--jsom"},
        {"--jso", OPTIONS_UNKNOWN, "--jso"},
        {"--json2=3", OPTIONS_UNKNOWN, "--json2"},
        {"--=3", OPTIONS_UNKNOWN, "--"},
        {"-x", OPTIONS_UNKNOWN, "-x"},
        {"-json", OPTIONS_UNKNOWN, "-json"},
        {"-ocarte.svg", OPTIONS_UNKNOWN, "-ocarte.svg"},
        {"--out", OPTIONS_VALUE_MISSING, "--out"},
        {"--json -o", OPTIONS_VALUE_MISSING, "-o"},
        {"--runs", OPTIONS_VALUE_MISSING, "--runs"},
        {"--runs dix", OPTIONS_BAD_NUMBER, "--runs"},
        {"--runs=", OPTIONS_BAD_NUMBER, "--runs"},
        {"--runs=1e9", OPTIONS_BAD_NUMBER, "--runs"},
        {"--runs=2147483648", OPTIONS_BAD_NUMBER, "--runs"},
        {"--json=yes", OPTIONS_VALUE_UNWANTED, "--json"},
        {"--json=", OPTIONS_VALUE_UNWANTED, "--json"},
    };
    for (int32_t i = 0; i < COUNT(FAULTS); i++) {
        Reading reading = read_line(FAULTS[i].line);
        assert_int_equal(reading.fault, FAULTS[i].fault);
        assert_str(reading.options.culprit, FAULTS[i].culprit);
        arena_finish(&reading.arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_given_leaves_every_value_empty),
        cmocka_unit_test(each_text_of_an_option_is_kept_and_the_last_one_wins),
        cmocka_unit_test(values_come_after_a_space_or_an_equals_sign),
        cmocka_unit_test(a_letter_stands_for_its_option),
        cmocka_unit_test(operands_keep_their_order_wherever_they_stand),
        cmocka_unit_test(two_hyphens_end_the_options),
        cmocka_unit_test(a_value_may_begin_with_a_hyphen_or_be_empty),
        cmocka_unit_test(a_value_may_hold_an_equals_sign),
        cmocka_unit_test(the_last_value_wins),
        cmocka_unit_test(every_fault_names_its_culprit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
