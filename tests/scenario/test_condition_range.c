#include "condition_case.h"

#include "base/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

typedef struct {
    const char *text;
    int32_t low, high;
    AskId answered;
} Example;

static void ranges_follow_from_what_is_read(void **state) {
    (void)state;
    static const Example EXAMPLES[] = {{"5", 5, 5, 0},
                                       {"confiance", 0, 100, 0},
                                       {"tension", -20, 20, 0},
                                       {"rdv", 0, 1, 0},    // an option sets it
                                       {"jamais", 0, 0, 0}, // nothing does
                                       {"chaud", 0, 1, 0},  // it is a latch
                                       {"seen(fin)", 0, 1, 0},
                                       {"visits(fin)", 0, INT32_MAX, 0},
                                       {"chose(lot, u)", 0, 1, 0},
                                       {"found(ecrit, reform)", 0, 1, 0},
                                       {"score(eco)", -12, 12, 0}, // six asks
                                       {"place(x)", 1, 3, RANK_ANSWER},
                                       {"level(p)", 0, 3, RATE_ANSWER},
                                       {"in(m, 1er)", 0, 1, CLASSIFY_ANSWER},
                                       {"share()", 0, 100, RANK_ANSWER},
                                       {"found(reform)", 0, 1, WRITE_ANSWER},
                                       {"mark(eco)", -16, 16, MULTIPLE_ANSWER},
                                       {"confirmed()", 0, 1, WRITE_ANSWER},
                                       {"confiance + tension", -20, 120, 0},
                                       {"confiance - tension", -20, 120, 0},
                                       {"visits(fin) + visits(fin)", 0, INT32_MAX, 0},
                                       {"confiance > 100", 0, 0, 0},
                                       {"confiance >= 100", 0, 1, 0},
                                       {"confiance > -1", 1, 1, 0},
                                       {"confiance < 0", 0, 0, 0},
                                       {"confiance <= 0", 0, 1, 0},
                                       {"confiance <= 100", 1, 1, 0},
                                       {"confiance < 101", 1, 1, 0},
                                       {"confiance >= 0", 1, 1, 0},
                                       {"confiance = 101", 0, 0, 0},
                                       {"confiance != 101", 1, 1, 0},
                                       {"confiance = 100", 0, 1, 0},
                                       {"2 = 2", 1, 1, 0},
                                       {"2 != 2", 0, 0, 0},
                                       {"confiance < confiance", 0, 1, 0},
                                       {"not jamais", 1, 1, 0},
                                       {"not rdv", 0, 1, 0},
                                       {"not (tension - 21)", 0, 0, 0},
                                       {"jamais and rdv", 0, 0, 0},
                                       {"jamais or rdv", 0, 1, 0},
                                       {"rdv or -3", 1, 1, 0},
                                       {"jamais or jamais", 0, 0, 0},
                                       {"7 and -3", 1, 1, 0},
                                       {"place(x) > 3", 0, 0, RANK_ANSWER},
                                       {"visits(fin) < 0", 0, 0, 0}};
    ConditionCase one;
    condition_case_open(&one);
    RangeWorld world = condition_range_world(&one.arena, one.scenario);
    for (int32_t i = 0; i < COUNT(EXAMPLES); i++) {
        ConditionId id = condition_case_compile(&one, str_from_c(EXAMPLES[i].text), EXAMPLES[i].answered);
        assert_int_equal(one.findings.count, 0);
        Range range = condition_range(&world, id);
        if (range.low != EXAMPLES[i].low || range.high != EXAMPLES[i].high) {
            fail_msg("%s lies in %d … %d", EXAMPLES[i].text, range.low, range.high);
        }
    }
    Range none = condition_range(&world, 0);
    assert_true(none.low == 1 && none.high == 1);
    condition_case_close(&one);
}

// A random condition, written and judged at once: every function writes one part of the grammar and gives its value. It
// follows the grammar and knows nothing of how conditions are compiled.
typedef struct {
    StrBuilder text;
    Random random;
    int32_t depth;
    int32_t gauges[4];
    uint8_t facts[4];
    int32_t watched[8]; // by what is written, see WALK_CALLS
    int32_t answers[3]; // of ANSWER_CALLS
} Writer;

static const char *const WALK_CALLS[] = {
    "seen(fin)", "visits(tri)", "chose(04-depart, b-2)", "chose(04-depart, own-words)", "found( ecrit ,reform)",
    "score(cad)"};
static const char *const ANSWER_CALLS[] = {"place(y)", "share()", "mark(eco)"};

enum { WALK_CALL_COUNT = 6, ANSWER_CALL_CHOICES = 3 };

static int64_t write_or(Writer *writer);

static bool chance(Writer *writer, int32_t percent) {
    return random_below(&writer->random, 100) < percent;
}

static void write_sign(Writer *writer, const char *sign) {
    static const char *const BLANKS[] = {"", " ", "  ", "\n", "\t"};
    str_add(&writer->text, str_from_c(BLANKS[random_below(&writer->random, 5)]));
    str_add(&writer->text, str_from_c(sign));
    str_add(&writer->text, str_from_c(BLANKS[random_below(&writer->random, 5)]));
}

static int64_t write_number(Writer *writer) {
    int32_t most = chance(writer, 10) ? LIMIT_INTEGER : 60;
    int32_t number = random_below(&writer->random, 2 * most + 1) - most;
    str_addf(&writer->text, "%d", number);
    return number;
}

static int64_t write_name(Writer *writer) {
    static const char *const NAMES[] = {"", "confiance", "orage", "tension", "rdv", "jamais", "chaud"};
    int32_t name = 1 + random_below(&writer->random, 6);
    str_add(&writer->text, str_from_c(NAMES[name]));
    return name < 4 ? writer->gauges[name] : writer->facts[name - 3];
}

static int64_t write_call(Writer *writer) {
    if (chance(writer, 40)) {
        int32_t call = random_below(&writer->random, ANSWER_CALL_CHOICES);
        str_add(&writer->text, str_from_c(ANSWER_CALLS[call]));
        return writer->answers[call];
    }
    int32_t call = random_below(&writer->random, WALK_CALL_COUNT);
    str_add(&writer->text, str_from_c(WALK_CALLS[call]));
    return call == 0 ? writer->watched[0] > 0 : writer->watched[call];
}

// NOLINTNEXTLINE(misc-no-recursion): as deep as the brackets that it writes
static int64_t write_term(Writer *writer) {
    if (writer->depth < 5 && chance(writer, 20)) {
        writer->depth++;
        write_sign(writer, "(");
        int64_t value = write_or(writer);
        write_sign(writer, ")");
        writer->depth--;
        return value;
    }
    int32_t kind = random_below(&writer->random, 3);
    return kind == 0 ? write_number(writer) : kind == 1 ? write_name(writer) : write_call(writer);
}

static int64_t saturate(int64_t value) {
    return value > INT32_MAX ? INT32_MAX : value < INT32_MIN ? INT32_MIN : value;
}

static int64_t write_sum(Writer *writer) { // NOLINT(misc-no-recursion)
    int64_t value = write_term(writer);
    while (chance(writer, 25)) {
        bool plus = chance(writer, 50);
        write_sign(writer, plus ? "+" : "-");
        int64_t term = write_term(writer);
        value = saturate(plus ? value + term : value - term);
    }
    return value;
}

static int64_t write_comparison(Writer *writer) { // NOLINT(misc-no-recursion)
    static const char *const SIGNS[] = {"<", "<=", "=", "!=", ">=", ">"};
    int64_t a = write_sum(writer);
    if (chance(writer, 40)) {
        return a;
    }
    int32_t sign = random_below(&writer->random, 6);
    write_sign(writer, SIGNS[sign]);
    int64_t b = write_sum(writer);
    const bool holds[] = {a<b, a <= b, a == b, a != b, a >= b, a> b};
    return holds[sign];
}

static int64_t write_not(Writer *writer) { // NOLINT(misc-no-recursion)
    if (chance(writer, 25)) {
        str_add(&writer->text, S(" not "));
        return write_comparison(writer) == 0;
    }
    return write_comparison(writer);
}

static int64_t write_and(Writer *writer) { // NOLINT(misc-no-recursion)
    int64_t value = write_not(writer);
    while (chance(writer, 20)) {
        str_add(&writer->text, S(" and "));
        int64_t other = write_not(writer);
        value = value != 0 && other != 0;
    }
    return value;
}

static int64_t write_or(Writer *writer) { // NOLINT(misc-no-recursion)
    int64_t value = write_and(writer);
    while (chance(writer, 20)) {
        str_add(&writer->text, S(" or "));
        int64_t other = write_and(writer);
        value = value != 0 || other != 0;
    }
    return value;
}

// A state that the case allows.
static void draw_world(Writer *writer) {
    Random *random = &writer->random;
    writer->gauges[1] = random_below(random, 101);
    writer->gauges[2] = random_below(random, 101);
    writer->gauges[3] = random_below(random, 41) - 20;
    writer->facts[1] = (uint8_t)random_below(random, 2);
    writer->facts[3] = (uint8_t)random_below(random, 2);
    writer->watched[0] = random_below(random, 3);
    writer->watched[1] = chance(writer, 10) ? INT32_MAX : random_below(random, 5);
    for (int32_t i = 2; i < 5; i++) {
        writer->watched[i] = random_below(random, 2);
    }
    writer->watched[5] = random_below(random, 25) - 12;
    writer->answers[0] = 1 + random_below(random, 3);
    writer->answers[1] = random_below(random, 101);
    writer->answers[2] = random_below(random, 5) - 2;
}

static int32_t answer_as_written(const void *context, AnswerCall call, int32_t a, int32_t b) {
    const Writer *writer = context;
    ASSERT(b == 0);
    if (call == CALL_PLACE) {
        assert_int_equal(a, 2);
        return writer->answers[0];
    }
    return call == CALL_SHARE ? writer->answers[1] : writer->answers[2];
}

// The values of the watches in the order in which the condition watches them.
static void fill_watched(const Scenario *scenario, const Writer *writer, int32_t *watched) {
    for (int32_t i = 1; i < scenario->watches.count; i++) {
        const Watch *watch = &scenario->watches.rows[i];
        bool own = watch->of == OPTION_OWN_WORDS;
        const int32_t places[] = {[WATCH_VISITS] = watch->scene == 7 ? 0 : 1,
                                  [WATCH_CHOSE] = own ? 3 : 2,
                                  [WATCH_FOUND] = 4,
                                  [WATCH_SCORE] = 5};
        watched[i] = writer->watched[places[watch->kind]];
    }
}

static void assert_judged(ConditionCase *one, const RangeWorld *ranges, Writer *writer) {
    draw_world(writer);
    int32_t expected = (int32_t)write_or(writer);
    Str text = str_built(&writer->text);
    if (text.len > LIMIT_CONDITION_CHARS) {
        return;
    }
    ConditionId id = condition_case_compile(one, text, RANK_ANSWER);
    if (one->findings.count > 0) {
        fail_msg("%.*s: %.*s", S_ARG(text), S_ARG(one->findings.rows[0].arguments[0]));
    }
    int32_t watched[WALK_CALL_COUNT + 1] = {0};
    fill_watched(one->scenario, writer, watched);
    ConditionWorld world = {writer->gauges, writer->facts, watched, answer_as_written, writer};
    int32_t value = condition_value(one->scenario, id, &world);
    if (value != expected) {
        fail_msg("%.*s gives %d, not %d", S_ARG(text), value, expected);
    }
    Range range = condition_range(ranges, id);
    if (value < range.low || value > range.high) {
        fail_msg("%.*s gives %d, outside %d … %d", S_ARG(text), value, range.low, range.high);
    }
    for (int32_t i = 1; i < one->scenario->watches.count; i++) {
        int32_t most = one->scenario->watches.rows[i].most;
        watched[i] = watched[i] > most ? most : watched[i];
    }
    if (condition_value(one->scenario, id, &world) != value) {
        fail_msg("%.*s differs when watches stop at their most", S_ARG(text));
    }
}

static void random_conditions_have_the_value_that_the_grammar_gives_them_within_their_range(void **state) {
    (void)state;
    enum { SEED = 20261123, CONDITIONS = 20000 };
    print_message("seed %d\n", SEED);
    ConditionCase one;
    condition_case_open(&one);
    RangeWorld ranges = condition_range_world(&one.arena, one.scenario);
    Random random = random_from_seed(SEED);
    Arena arena = {0};
    for (int32_t i = 0; i < CONDITIONS; i++) {
        ArenaMark mark = arena_mark(&arena);
        Writer writer = {.text = {.arena = &arena}, .random = random};
        assert_judged(&one, &ranges, &writer);
        random = writer.random;
        arena_rewind(&arena, mark);
    }
    arena_finish(&arena);
    condition_case_close(&one);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ranges_follow_from_what_is_read),
        cmocka_unit_test(random_conditions_have_the_value_that_the_grammar_gives_them_within_their_range)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
