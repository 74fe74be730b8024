// R's figures of generated data (tests/statistics.R), in a file that PALABRE_STATISTICS names, else in the one that is
// kept: each figure is equal within 1e-9.
#include "analysis/stats.h"
#include "base/file.h"
#include "group/tally.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MOST_NUMBERS = 64, MOST_FIGURES = 4096 };
static const double WITHIN = 1e-9;

typedef struct {
    Str word;
    double numbers[MOST_NUMBERS];
    int32_t count;
} Record;

typedef struct {
    Arena arena;
    Str rest;
    Record record;
    int32_t read, lacking;
} Reference;

static double number(Reference *reference, Str text) {
    return str_equal(text, S("NA")) ? NAN : strtod(str_to_c(&reference->arena, text), NULL);
}

static bool next(Reference *reference) {
    Str line = str_trim(str_cut(&reference->rest, '\n'));
    Record *record = &reference->record;
    *record = (Record){.word = str_cut(&line, ' ')};
    while (line.len > 0) {
        assert_true(record->count < MOST_NUMBERS);
        record->numbers[record->count++] = number(reference, str_cut(&line, ' '));
    }
    reference->read += 1;
    return record->word.len > 0;
}

static void assert_near(double actual, double expected) {
    if (!(fabs(actual - expected) <= WITHIN)) {
        fail_msg("%.17g is not %.17g", actual, expected);
    }
}

static void assert_figure(Reference *reference, Figure figure, double expected) {
    if (isnan(expected)) {
        assert_true(figure.lack == LACK_VARIANCE || figure.lack == LACK_ITEMS);
        reference->lacking += 1;
    } else {
        assert_int_equal(figure.lack, LACK_NONE);
        assert_near(figure.value, expected);
    }
}

static void check_wilson(const Record *record) {
    Interval interval = stats_wilson((int64_t)record->numbers[0], (int64_t)record->numbers[1]);
    assert_near(interval.low, record->numbers[2]);
    assert_near(interval.high, record->numbers[3]);
}

static void check_spread(Record *record) {
    int32_t count = (int32_t)record->numbers[0];
    const double *said = &record->numbers[count + 1];
    Spread spread = stats_spread(&record->numbers[1], count);
    assert_near(spread.low, said[0]);
    assert_near(spread.median, said[1]);
    assert_near(spread.high, said[2]);
}

static double divided(Share share) {
    return (double)share.part / (double)share.of;
}

static void check_vote(const Record *record) {
    int32_t places = (int32_t)record->numbers[0];
    Tally tallies[3];
    for (int32_t i = 0; i < 3; i++) {
        tallies[i] = (Tally){.rows = 1, .places = places};
        for (int32_t place = 0; place < places; place++) {
            tallies[i].hands[0][place] = (int32_t)record->numbers[1 + i * places + place];
        }
    }
    const double *said = &record->numbers[1 + 3 * places];
    assert_near(divided(tally_dispersion(&tallies[1])), said[0]);
    assert_near(divided(tally_shift(&tallies[0], &tallies[1])), said[1]);
    assert_near(divided(tally_concordance(&tallies[1], &tallies[2])), said[2]);
}

static void read_row(Reference *reference, int32_t count, int32_t *row) {
    assert_true(next(reference));
    assert_int_equal(reference->record.count, count);
    for (int32_t i = 0; i < count; i++) {
        row[i] = (int32_t)reference->record.numbers[i];
    }
}

static void check_table(Reference *reference) {
    int32_t scores[MOST_FIGURES], most[MOST_NUMBERS];
    ItemFigures figures[MOST_NUMBERS];
    ScoreTable table = {.people = (int32_t)reference->record.numbers[0],
                        .items = (int32_t)reference->record.numbers[1],
                        .scores = scores,
                        .most = most};
    read_row(reference, table.items, most);
    for (int32_t person = 0; person < table.people; person++) {
        read_row(reference, table.items, &scores[person * table.items]);
    }
    Arena scratch = {0};
    stats_items(&scratch, &table, figures);
    arena_finish(&scratch);
    for (int32_t item = 0; item < table.items; item++) {
        assert_true(next(reference));
        assert_figure(reference, figures[item].facility, reference->record.numbers[0]);
        assert_figure(reference, figures[item].discrimination, reference->record.numbers[1]);
        assert_figure(reference, figures[item].efficiency, reference->record.numbers[2]);
    }
    assert_true(next(reference));
    assert_figure(reference, stats_alpha(&table), reference->record.numbers[0]);
}

static void figures_are_those_of_r(void **state) {
    (void)state;
    const char *path = getenv("PALABRE_STATISTICS");
    Reference reference = {0};
    Error error = {0};
    assert_true(file_load(&reference.arena, str_from_c(path != NULL ? path : "data/statistics.txt"), INT32_MAX,
                          &reference.rest, &error));
    while (next(&reference)) {
        Record *record = &reference.record;
        if (str_equal(record->word, S("wilson"))) {
            check_wilson(record);
        } else if (str_equal(record->word, S("spread"))) {
            check_spread(record);
        } else if (str_equal(record->word, S("vote"))) {
            check_vote(record);
        } else {
            assert_true(str_equal(record->word, S("table")));
            check_table(&reference);
        }
    }
    assert_true(reference.read > 100 && reference.lacking > 0);
    arena_finish(&reference.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(figures_are_those_of_r)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
