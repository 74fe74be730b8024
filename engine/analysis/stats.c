#include "analysis/stats.h"

#include "base/error.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double Z95 = 1.959963984540054, QUARTER = 0.25, HALF = 0.5, HUNDRED = 100;

Interval stats_wilson(int64_t part, int64_t of) {
    ASSERT(of >= 1 && part >= 0 && part <= of);
    double n = (double)of, x = (double)part, z2 = Z95 * Z95;
    double middle = (x + z2 * HALF) / (n + z2);
    double half = Z95 * sqrt(x * (n - x) / n + z2 * QUARTER) / (n + z2);
    // Rounding would leave a bound a hair inside of 0 and 1.
    return (Interval){.low = part == 0 ? 0 : middle - half, .high = part == of ? 1 : middle + half};
}

static int compare_values(const void *a, const void *b) {
    double first = *(const double *)a, second = *(const double *)b;
    return (first > second) - (first < second);
}

static double quantile(const double *sorted, int32_t count, double share) {
    double at = (count - 1) * share;
    int32_t below = (int32_t)at;
    double over = at - below;
    return over > 0 ? sorted[below] + over * (sorted[below + 1] - sorted[below]) : sorted[below];
}

Spread stats_spread(double *values, int32_t count) {
    ASSERT(count >= 1);
    qsort(values, (size_t)count, sizeof *values, compare_values);
    return (Spread){.low = quantile(values, count, QUARTER),
                    .median = quantile(values, count, HALF),
                    .high = quantile(values, count, 1 - QUARTER)};
}

void stats_count(Arena *arena, CountedValues *values, double value) {
    int32_t low = 0, high = values->count;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        low = values->rows[middle].value < value ? middle + 1 : low;
        high = values->rows[middle].value < value ? high : middle;
    }
    if (low == values->count || values->rows[low].value > value) {
        (void)rows_append(arena, values);
        memmove(&values->rows[low + 1], &values->rows[low], (size_t)(values->count - 1 - low) * sizeof *values->rows);
        values->rows[low] = (CountedValue){.value = value};
    }
    values->rows[low].times += 1;
    values->times += 1;
}

// Of all values in order, the one at this place.
static double value_at(const CountedValues *values, int32_t place) {
    int32_t row = 0;
    while (place >= values->rows[row].times) {
        place -= values->rows[row++].times;
    }
    return values->rows[row].value;
}

static double quantile_counted(const CountedValues *values, double share) {
    double at = (values->times - 1) * share;
    int32_t below = (int32_t)at;
    double over = at - below, value = value_at(values, below);
    return over > 0 ? value + over * (value_at(values, below + 1) - value) : value;
}

Spread stats_spread_counted(const CountedValues *values) {
    ASSERT(values->times >= 1);
    return (Spread){.low = quantile_counted(values, QUARTER),
                    .median = quantile_counted(values, HALF),
                    .high = quantile_counted(values, 1 - QUARTER)};
}

// n²(n − 1) ÷ n times a covariance is whole: n · Σxy − Σx · Σy. The factor falls out of every figure here.
static int64_t covariance(const int64_t *x, const int64_t *y, int32_t count) {
    int64_t sum_x = 0, sum_y = 0, products = 0;
    for (int32_t i = 0; i < count; i++) {
        sum_x += x[i];
        sum_y += y[i];
        products += x[i] * y[i];
    }
    return count * products - sum_x * sum_y;
}

static int64_t sum_of(const ScoreTable *table, int32_t person) {
    int64_t sum = 0;
    for (int32_t item = 0; item < table->items; item++) {
        sum += table->scores[(ptrdiff_t)person * table->items + item];
    }
    return sum;
}

static int compare_whole(const void *a, const void *b) {
    int64_t first = *(const int64_t *)a, second = *(const int64_t *)b;
    return (first > second) - (first < second);
}

static void sort_whole(int64_t *values, int32_t count) {
    qsort(values, (size_t)count, sizeof *values, compare_whole);
}

// `x` the marks of the item, `rest` those of all others.
static void relate(int64_t *x, int64_t *rest, int32_t count, ItemFigures *figures) {
    int64_t own = covariance(x, x, count), others = covariance(rest, rest, count);
    if (own == 0 || others == 0) {
        figures->discrimination = figures->efficiency = (Figure){.lack = LACK_VARIANCE};
        return;
    }
    double together = (double)covariance(x, rest, count);
    figures->discrimination.value = HUNDRED * together / (sqrt((double)own) * sqrt((double)others));
    sort_whole(x, count);
    sort_whole(rest, count);
    figures->efficiency.value = HUNDRED * together / (double)covariance(x, rest, count);
}

void stats_items(Arena *scratch, const ScoreTable *table, ItemFigures *figures) {
    ArenaMark mark = arena_mark(scratch);
    int32_t people = table->people;
    int64_t *sums = arena_push(scratch, int64_t, people);
    int64_t *x = arena_push(scratch, int64_t, people), *rest = arena_push(scratch, int64_t, people);
    Figure few = {.lack = LACK_PEOPLE};
    for (int32_t person = 0; person < people; person++) {
        sums[person] = sum_of(table, person);
    }
    for (int32_t item = 0; item < table->items; item++) {
        figures[item] = (ItemFigures){few, few, few};
        if (people < STATS_LEAST_PEOPLE) {
            continue;
        }
        int64_t sum = 0;
        for (int32_t person = 0; person < people; person++) {
            x[person] = table->scores[(ptrdiff_t)person * table->items + item];
            rest[person] = sums[person] - x[person];
            sum += x[person];
        }
        figures[item] =
            (ItemFigures){.facility.value = HUNDRED * (double)sum / (double)(people * (int64_t)table->most[item])};
        relate(x, rest, people, &figures[item]);
    }
    arena_rewind(scratch, mark);
}

typedef struct {
    int64_t sum, squares;
} Moments;

static void add(Moments *moments, int64_t value) {
    moments->sum += value;
    moments->squares += value * value;
}

static int64_t variance(const Moments *moments, int64_t count) {
    return count * moments->squares - moments->sum * moments->sum;
}

Figure stats_alpha(const ScoreTable *table) {
    if (table->people < STATS_LEAST_PEOPLE || table->items < 2) {
        return (Figure){.lack = table->items < 2 ? LACK_ITEMS : LACK_PEOPLE};
    }
    Moments whole = {0};
    int64_t of_items = 0;
    for (int32_t person = 0; person < table->people; person++) {
        add(&whole, sum_of(table, person));
    }
    for (int32_t item = 0; item < table->items; item++) {
        Moments moments = {0};
        for (int32_t person = 0; person < table->people; person++) {
            add(&moments, table->scores[(ptrdiff_t)person * table->items + item]);
        }
        of_items += variance(&moments, table->people);
    }
    int64_t of_whole = variance(&whole, table->people);
    if (of_whole == 0) {
        return (Figure){.lack = LACK_VARIANCE};
    }
    double items = table->items;
    return (Figure){.value = HUNDRED * items / (items - 1) * (1 - (double)of_items / (double)of_whole)};
}
