// What the case's own detectors say of phrases: of those that they must find and must not (`examples` of the format),
// and of one that is only tried. Knows no window.
//
//     Bench bench = {.measures = true};
//     bench_follow(&bench, scenario);                        // after each change of the case, or of the phrase
//     while (bench_work(&bench)) { … }                       // a few at a time; false: none waits any more
//     bench_find(&bench, S("/detectors/0/examples/yes/1"));  // what came out
//     bench_forget(&bench);
//
// A letter has tried again only what it may change: what came out of the same patterns for the same phrase is kept.
#pragma once

#include "scenario/detector.h"

// Of one call of bench_work: what it tries is not much dearer, for each trial has a budget (scenario/detector.h).
enum { BENCH_UNITS = 60000, BENCH_TRIALS = 64 };

typedef enum { BENCH_TO_FIND, BENCH_NOT_TO_FIND, BENCH_TRIED } BenchKind;

typedef enum {
    BENCH_WAITS,
    BENCH_REFUSED, // a pattern of its detector is none
    BENCH_DONE
} BenchState;

typedef struct {
    Str at; // JSON pointer of the phrase; of the one that is tried, that of the examples of the detector
    BenchKind kind;
    DetectorId detector;
    Str language, patterns; // of the detector, all in one text
    int32_t pattern_count;
    Str text; // never empty
    BenchState state;
    DetectorResult result;
    int64_t took_us; // 0 unless the bench measures
} BenchTrial;

typedef ROWS_OF(BenchTrial) BenchTrials;

typedef struct {
    int32_t count; // of phrases that must be found or must not
    int32_t otherwise, undecided, refused, waiting;
} BenchSum;

typedef struct {
    bool measures; // else time stands still
    Str phrase;    // that is tried on each detector; empty: none
    Arena phrase_arena;
    Arena arena; // of what follows
    DetectorBank *bank;
    BenchTrials trials;    // phrases in the order of the case, then the one that is tried
    const int32_t *firsts; // by place of a detector in the case: the first of its trials; behind the last one the end
    int32_t detector_count;
    BenchSum sum;    // of the phrases
    int32_t waiting; // trials
} Bench;

void bench_follow(Bench *bench, const Scenario *scenario); // which must stay until it is followed, or forgotten
bool bench_work(Bench *bench);
void bench_forget(Bench *bench); // all but the phrase
void bench_set_phrase(Bench *bench, Str phrase);
const BenchTrial *bench_find(const Bench *bench, Str at); // NULL: nothing is tried there
bool bench_is_otherwise(const BenchTrial *trial);         // than it says that it must
