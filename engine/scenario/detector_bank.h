// Single patterns of a bank, for the detectors themselves and for the check of them (check/check_detectors.c). Pattern
// `index` of a detector is the index-th of its `match` followed by its `unless`.
#pragma once

#include "scenario/detector.h"

// Work is counted in units (scenario/pattern_price.h). A detector may spend this much on one text, whatever the others
// of an answer need, so that its verdict is its own; LIMIT_ASK_DETECTORS times this bounds the answer. The shared
// detectors spend far less on an answer.
enum { DETECTOR_BUDGET = 60000 };

int32_t detector_count_patterns(const Detector *detector);
Str detector_pattern_text(const Scenario *scenario, const Detector *detector, int32_t index);

typedef struct {
    bool found;
    int32_t variant; // of FINDING_BAD_PATTERN
    Str about;
    bool words;     // `about` is a text of ours
    int32_t inside; // byte of the author's pattern, -1: the whole
} PatternProblem;

PatternProblem detector_find_problem(DetectorBank *bank, DetectorId detector, int32_t index);

// To find out what patterns may cost: the verdict of a detector, or of one pattern with `budget` units to spend. The
// text is folded but not put right: the words of hostile texts are none, and putting those right takes longer than the
// trial. It is tried even where it lacks what a pattern needs (scenario/pattern_need.h).
DetectorVerdict detector_try(DetectorBank *bank, Arena *scratch, DetectorId detector, Str text);
DetectorVerdict detector_try_pattern(DetectorBank *bank, Arena *scratch, DetectorId detector, int32_t index, Str text,
                                     int32_t budget);

// The verdict of the patterns alone on what is typed, for whoever learns how far to trust them (tools/learn).
DetectorVerdict detector_fit(DetectorBank *bank, Arena *scratch, DetectorId detector, Str text);

int64_t detector_spent(const DetectorBank *bank);       // units, since the bank was made
ptrdiff_t detector_bank_size(const DetectorBank *bank); // bytes it holds
