// Figures of psychometrics, worked out from counts and from marks. Pure arithmetic: no case, no text, no clock.
//
//     Interval interval = stats_wilson(7, 12);                  // of seven hands among twelve voters
//     Spread spread = stats_spread(values, count);              // sorts `values`
//
//     ScoreTable table = {.people = 20, .items = 8, .scores = scores, .most = most};
//     ItemFigures items[8];
//     stats_items(&scratch, &table, items);
//     Figure alpha = stats_alpha(&table);
//
// A figure that cannot be given says why. Marks are whole numbers, so that sums are exact and a variance is 0 or it is
// not; every figure is the same in whatever order people come. Each is equal to R's within 1e-9 (tests/statistics.sh).
//
// Formulas. x marks of an item, r the sum of the marks of all other items (the rest), n people, ¯ the mean, and
// cov(x, y) = Σ(x − x¯)(y − y¯) ÷ (n − 1), var(x) = cov(x, x):
//
//     facility                    100 · x¯ ÷ the most marks that the item gives
//     discrimination index        100 · cov(x, r) ÷ √(var(x) · var(r))
//     discriminative efficiency   100 · cov(x, r) ÷ cov(x, r), each of the two lists sorted
//     alpha                       100 · k ÷ (k − 1) · (1 − Σ var(x) ÷ var(Σ x)), k items
//
// Names and definitions of the first three are those of Moodle's quiz statistics ("Quiz statistics calculations",
// Moodle Docs), where alpha is the coefficient of internal consistency; alpha: Cronbach, "Coefficient alpha and the
// internal structure of tests", Psychometrika 16 (1951). An item that somebody did not answer counts as 0 marks.
//
//     Wilson interval   (x + z²/2 ± z · √(x(n − x)/n + z²/4)) ÷ (n + z²), z = 1.959963984540054, for 95 %
//
// without continuity correction: Wilson, "Probable inference, the law of succession, and statistical inference",
// Journal of the American Statistical Association 22 (1927); in R prop.test(…, correct = FALSE).
//
//     quartiles         the value at h = (n − 1) · p of the sorted list, from 0, between two in proportion
//
// type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50 (1996), which is
// R's own.
#pragma once

#include "base/rows.h"

#include <stdbool.h>

enum { STATS_LEAST_PEOPLE = 5 }; // below, figures of items would describe single ones

typedef enum {
    LACK_NONE,     // the figure is there
    LACK_NOTHING,  // there is nothing that it could be of: no panel, no second vote
    LACK_HIDDEN,   // it would tell how fewer than five people answered
    LACK_PEOPLE,   // fewer than STATS_LEAST_PEOPLE
    LACK_ITEMS,    // fewer than two items
    LACK_VARIANCE, // all are alike: a variance is 0
    LACK_COUNT
} Lack;

typedef struct {
    double value; // 0 when it is lacking
    Lack lack;
} Figure;

typedef struct {
    double low, high; // shares, 0 … 1
} Interval;

typedef struct {
    double low, median, high; // first quartile, median, third quartile
} Spread;

// Values of which many are equal, as those of a gauge: each once, in order, with how often it came.
//
//     CountedValues values = {0};
//     stats_count(&arena, &values, 40);
//     Spread spread = stats_spread_counted(&values);            // when at least one came
typedef struct {
    double value;
    int32_t times;
} CountedValue;

typedef struct {
    ROWS_OF(CountedValue);
    int32_t times; // of all
} CountedValues;

typedef struct {
    int32_t people, items;
    const int32_t *scores; // people × items, one person after the other; each 0 … most
    const int32_t *most;   // items: the most marks that each gives, from 1
} ScoreTable;

typedef struct {
    Figure facility, discrimination, efficiency;
} ItemFigures;

void stats_count(Arena *arena, CountedValues *values, double value);
Interval stats_wilson(int64_t part, int64_t of);                                 // 0 ≤ part ≤ of, of ≥ 1
Spread stats_spread(double *values, int32_t count);                              // count ≥ 1
Spread stats_spread_counted(const CountedValues *values);                        // the same of values that were counted
void stats_items(Arena *scratch, const ScoreTable *table, ItemFigures *figures); // figures: a row for each item
Figure stats_alpha(const ScoreTable *table);
