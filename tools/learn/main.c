#include "base/file.h"
#include "learn/learn.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_TRIES = 8 };

static double percent(int32_t part, int32_t rest) {
    return part + rest > 0 ? 100.0 * part / (part + rest) : 100;
}

static void print_tally(Tally tally) {
    printf("  %5d %6.1f %9.1f", tally.right + tally.missed, percent(tally.right, tally.missed),
           percent(tally.right, tally.wrong));
}

static void print_found(Str name, Found found) {
    printf("%-26.*s", S_ARG(name));
    print_tally(found.at_decisions);
    print_tally(found.all);
}

// Lifts too are those the other hands choose.
static Lifts *choose_lifts(Arena *arena, const Across *across) {
    Lifts *lifts = arena_push(arena, Lifts, across->set->source_count);
    for (int32_t source = 0; source < across->set->source_count; source++) {
        lifts[source] = across->set->sources[source].left_out ? learn_lifts(across, source) : (Lifts){0};
    }
    return lifts;
}

static void print_across(LearnSet *set) {
    Across across = learn_across(&set->arena, set);
    const Lifts *lifts = choose_lifts(&set->arena, &across);
    Lifts chosen = learn_lifts(&across, LEARN_NONE);
    Found all = {0};
    printf("%-26s  %22s  %22s\n", "", "at decisions", "in all answers");
    printf("%-26s  %5s %6s %9s  %5s %6s %9s  lift\n", "detector", "n", "recall", "precision", "n", "recall",
           "precision");
    for (DetectorId id = 1; id < set->library->detectors.count; id++) {
        Found found = {0};
        for (int32_t source = 0; source < set->source_count; source++) {
            learn_add_found(&found, learn_found(&across, id, source, lifts[source].steps[id]));
        }
        learn_add_found(&all, found);
        print_found(scenario_name(set->library, set->library->detectors.rows[id].id), found);
        printf("  %5.2f\n", learn_lift(chosen.steps[id]));
    }
    print_found(S("all"), all);
    printf("\n");
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

static Balance learn_with_examples(LearnSet *set, DetectorId id, double lift) {
    Balance balance;
    int32_t tries = MOST_TRIES;
    do {
        balance = learn_balance(&set->arena, set, id, LEARN_NONE);
        learn_round(&set->arena, set, &balance);
        balance.start += round(lift / balance.unit);
    } while (stress_examples(set, &balance, id) > 0 && --tries > 0);
    if (tries == 0) {
        Str name = scenario_name(set->library, set->library->detectors.rows[id].id);
        (void)fprintf(stderr, "%.*s: its examples are not learned\n", S_ARG(name));
    }
    return balance;
}

static int write_learned(LearnSet *set) {
    Across across = learn_across(&set->arena, set);
    Lifts lifts = learn_lifts(&across, LEARN_NONE);
    Balance *balances = arena_push(&set->arena, Balance, LEARN_DETECTORS);
    for (DetectorId id = 1; id < set->library->detectors.count; id++) {
        balances[id] = learn_with_examples(set, id, learn_lift(lifts.steps[id]));
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
        print_across(&set);
    } else {
        status = write_learned(&set);
    }
    arena_finish(&set.arena);
    return status;
}
