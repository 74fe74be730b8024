#include "base/file.h"
#include "learn/learn.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_TRIES = 8 };

typedef struct {
    double measure;
    bool yes;
} Judged;

typedef ROWS_OF(Judged) JudgedRows;

static int compare_judged(const void *a, const void *b) {
    const Judged *left = a, *right = b;
    return (left->measure < right->measure) - (left->measure > right->measure);
}

// What a detector says of each hand's answers after learning from the others.
static JudgedRows judge_across(const LearnSet *set, DetectorId id, Arena *arena) {
    JudgedRows rows = {0};
    for (int32_t source = 0; source < set->source_count; source++) {
        if (!set->sources[source].left_out) {
            continue;
        }
        Arena scratch = {0};
        Balance balance = learn_balance(&scratch, set, id, source);
        learn_round(&scratch, set, &balance);
        for (int32_t i = 0; i < set->samples.count; i++) {
            const Sample *sample = &set->samples.rows[i];
            if (sample->source == source && sample->labels[id] != LABEL_OPEN) {
                *rows_append(arena, &rows) =
                    (Judged){learn_measure(&balance, id, sample), sample->labels[id] == LABEL_YES};
            }
        }
        arena_finish(&scratch);
    }
    return rows;
}

// The most that is found at a precision, in percent; what is found and right above 0.
static void print_judged(Str name, JudgedRows rows) {
    static const int32_t PRECISIONS[] = {95, 90, 85, 80, 75};
    qsort(rows.rows, (size_t)rows.count, sizeof *rows.rows, compare_judged);
    double found[COUNT(PRECISIONS)] = {0}, at[COUNT(PRECISIONS)] = {0};
    int32_t yes = 0, all = 0, right = 0, right_above = 0, above = 0;
    for (int32_t i = 0; i < rows.count; i++) {
        yes += rows.rows[i].yes;
    }
    for (int32_t i = 0; i < rows.count; i++) {
        all++;
        right += rows.rows[i].yes;
        right_above += rows.rows[i].measure > 0 && rows.rows[i].yes;
        above += rows.rows[i].measure > 0;
        for (int32_t p = 0; p < COUNT(PRECISIONS); p++) {
            if (right * 100 >= PRECISIONS[p] * all) {
                found[p] = 100.0 * right / yes;
                at[p] = rows.rows[i].measure;
            }
        }
    }
    printf("%-26.*s %4d  %5.1f %5.1f |", S_ARG(name), yes, 100.0 * right_above / yes,
           100.0 * right_above / (above > 0 ? above : 1));
    for (int32_t p = 0; p < COUNT(PRECISIONS); p++) {
        printf("  %d: %5.1f (%5.2f)", PRECISIONS[p], found[p], at[p]);
    }
    printf("\n");
}

static void learn_across(LearnSet *set) {
    JudgedRows all = {0};
    Arena arena = {0};
    for (DetectorId id = 1; id < set->library->detectors.count; id++) {
        JudgedRows rows = judge_across(set, id, &arena);
        print_judged(scenario_name(set->library, set->library->detectors.rows[id].id), rows);
        for (int32_t i = 0; i < rows.count; i++) {
            *rows_append(&arena, &all) = rows.rows[i];
        }
        (void)fflush(stdout);
    }
    print_judged(S("all"), all);
    arena_finish(&arena);
}

// Examples that come out otherwise than they say weigh twice as much from now on; how many there are.
static int32_t stress_examples(LearnSet *set, const Balance *balance, DetectorId id) {
    int32_t count = 0;
    for (int32_t i = 0; i < set->samples.count; i++) {
        Sample *sample = &set->samples.rows[i];
        bool example = sample->source == LEARN_EXAMPLE && sample->labels[id] != LABEL_OPEN;
        if (example && (learn_measure(balance, id, sample) > 0) != (sample->labels[id] == LABEL_YES)) {
            sample->weight *= 2;
            count++;
        }
    }
    return count;
}

static Balance learn_with_examples(LearnSet *set, DetectorId id) {
    Balance balance;
    int32_t tries = MOST_TRIES;
    do {
        balance = learn_balance(&set->arena, set, id, LEARN_NONE);
        learn_round(&set->arena, set, &balance);
    } while (stress_examples(set, &balance, id) > 0 && --tries > 0);
    if (tries == 0) {
        Str name = scenario_name(set->library, set->library->detectors.rows[id].id);
        (void)fprintf(stderr, "%.*s: its examples are not learned\n", S_ARG(name));
    }
    return balance;
}

static int write_learned(LearnSet *set) {
    Balance *balances = arena_push(&set->arena, Balance, LEARN_DETECTORS);
    for (DetectorId id = 1; id < set->library->detectors.count; id++) {
        balances[id] = learn_with_examples(set, id);
    }
    Error error;
    if (!file_write(S("scenarios/learned.fr.bin"), learn_pack(&set->arena, set, balances), &error)) {
        (void)fprintf(stderr, "scenarios/learned.fr.bin cannot be written\n");
        return 1;
    }
    return 0;
}

int main(int argc, char **argv) {
    bool across = argc == 2 && strcmp(argv[1], "across") == 0;
    if (!across && (argc != 2 || strcmp(argv[1], "write") != 0)) {
        (void)fprintf(stderr, "palabre-learn across|write\n");
        return 2;
    }
    LearnSet set;
    learn_load(&set);
    int status = 0;
    if (across) {
        learn_across(&set);
    } else {
        status = write_learned(&set);
    }
    arena_finish(&set.arena);
    return status;
}
