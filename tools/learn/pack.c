#include "base/error.h"
#include "learn/learn.h"
#include "scenario/learned.h"

#include <math.h>
#include <stdlib.h>

// Enough of them that no more is found with all.
enum { MOST_WEIGHTS = 8000, LARGEST = 127 };

static int compare_sizes(const void *a, const void *b) {
    double left = *(const double *)a, right = *(const double *)b;
    return (left < right) - (left > right);
}

void learn_round(Arena *scratch, const LearnSet *set, Balance *balance) {
    ArenaMark mark = arena_mark(scratch);
    double *sizes = arena_push(scratch, double, set->signs.count);
    for (int32_t i = 0; i < set->signs.count; i++) {
        sizes[i] = fabs(balance->weights[i]);
    }
    qsort(sizes, (size_t)set->signs.count, sizeof *sizes, compare_sizes);
    double unit = balance->unit = sizes[0] / (double)LARGEST;
    double least = set->signs.count > MOST_WEIGHTS ? sizes[MOST_WEIGHTS] : 0;
    for (int32_t i = 0; i < set->signs.count; i++) {
        double kept = fabs(balance->weights[i]) > least ? balance->weights[i] : 0;
        balance->weights[i] = round(kept / unit);
    }
    balance->start = round(balance->start / unit);
    balance->fit = round(balance->fit / unit);
    arena_rewind(scratch, mark);
}

static void add_number(StrBuilder *bytes, uint32_t number) {
    for (int32_t i = 0; i < 4; i++) {
        str_add_char(bytes, (char)(number >> 8 * i));
    }
}

typedef struct {
    uint32_t sign;
    int32_t index;
} Place;

typedef struct {
    const LearnSet *set;
    const Balance *balances;
    Place *places; // of the signs that weigh something, ascending
    int32_t count;
} Packing;

static int compare_places(const void *a, const void *b) {
    const Place *left = a, *right = b;
    return (left->sign > right->sign) - (left->sign < right->sign);
}

static int32_t count_weights(const Packing *packing, int32_t index) {
    int32_t count = 0;
    for (DetectorId id = 1; id < packing->set->library->detectors.count; id++) {
        count += packing->balances[id].weights[index] != 0;
    }
    return count;
}

// How many weights there are in all.
static int32_t list_places(Packing *packing) {
    int32_t all = 0;
    for (int32_t i = 0; i < packing->set->signs.count; i++) {
        int32_t count = count_weights(packing, i);
        all += count;
        if (count > 0) {
            packing->places[packing->count++] = (Place){packing->set->signs.rows[i].sign, i};
        }
    }
    qsort(packing->places, (size_t)packing->count, sizeof *packing->places, compare_places);
    return all;
}

static void add_detectors(const Packing *packing, StrBuilder *bytes) {
    const Scenario *library = packing->set->library;
    for (DetectorId id = 1; id < library->detectors.count; id++) {
        Str name = scenario_name(library, library->detectors.rows[id].id);
        ASSERT(name.len < LEARNED_ID);
        str_add(bytes, name);
        for (ptrdiff_t i = name.len; i < LEARNED_ID; i++) {
            str_add_char(bytes, '\0');
        }
        add_number(bytes, (uint32_t)(int32_t)packing->balances[id].start);
        add_number(bytes, (uint32_t)(int32_t)packing->balances[id].fit);
    }
}

static void add_signs(const Packing *packing, StrBuilder *bytes) {
    uint32_t end = 0;
    for (int32_t i = 0; i < packing->count; i++) {
        add_number(bytes, packing->places[i].sign);
    }
    for (int32_t i = 0; i < packing->count; i++) {
        end += (uint32_t)count_weights(packing, packing->places[i].index);
        add_number(bytes, end);
    }
    for (int32_t i = 0; i < packing->count; i++) {
        for (DetectorId id = 1; id < packing->set->library->detectors.count; id++) {
            double weight = packing->balances[id].weights[packing->places[i].index];
            if (weight != 0) {
                str_add_char(bytes, (char)id);
                str_add_char(bytes, (char)(int8_t)weight);
            }
        }
    }
}

Str learn_pack(Arena *arena, const LearnSet *set, const Balance *balances) {
    Packing packing = {.set = set, .balances = balances, .places = arena_push(arena, Place, set->signs.count)};
    int32_t weights = list_places(&packing);
    StrBuilder bytes = {.arena = arena};
    str_add(&bytes, S("LEARNED1"));
    add_number(&bytes, (uint32_t)set->library->detectors.count - 1);
    add_number(&bytes, (uint32_t)packing.count);
    add_number(&bytes, (uint32_t)weights);
    add_detectors(&packing, &bytes);
    add_signs(&packing, &bytes);
    return str_built(&bytes);
}
