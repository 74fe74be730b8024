// Free-text detectors: traces of a way of speaking, found by patterns. The only user of PCRE2.
//
//     DetectorBank *bank = detector_bank_create(scenario);
//     DetectorResult result = detector_run(bank, &arena, detector_id, answer);
//     …
//     detector_bank_destroy(bank);
//
// A detector is found when one of its `match` patterns fits and none of its `unless` does. Pattern and text are folded
// first (base/utf8.h), and a text in French is put right (scenario/respell.h); a literal space in a pattern means \s+
// (scenario/pattern.h). Texts are cut at LIMIT_ANSWER_CHARS.
//
// Matching runs without JIT, which gives other answers than the interpreter on patterns that explode. It is counted:
// each detector has a budget of work for one text, so that its verdict does not hang on its neighbours, and those of an
// answer together stay under 100 ms of CPU whatever the patterns. What exceeds it is undecided, which counts as not
// found and is told to the author.
#pragma once

#include "scenario/findings.h"
#include "scenario/scenario.h"

typedef enum { DETECTOR_NOT_FOUND, DETECTOR_FOUND, DETECTOR_UNDECIDED } DetectorVerdict;

typedef struct {
    int32_t from, to; // bytes of the original text
} DetectorHit;

typedef struct {
    DetectorVerdict verdict;
    const DetectorHit *hits; // what was seen, in order, not overlapping; none unless found, and none to see for (?!…)
    int32_t hit_count;
    // Which pattern it hangs on (scenario/detector_bank.h): the first that fits, or the one that rules it out; -1: none
    // fits, or that is not decided.
    int32_t pattern;
} DetectorResult;

typedef struct DetectorBank DetectorBank; // compiled patterns, each compiled when it is first used

DetectorBank *detector_bank_create(const Scenario *scenario); // which must outlive the bank
void detector_bank_destroy(DetectorBank *bank);               // NULL is fine
DetectorResult detector_run(DetectorBank *bank, Arena *arena, DetectorId detector, Str text);

// Runs the detectors of `uses` (detector_uses rows, LIMIT_ASK_DETECTORS at most) on a typed answer: bit i of `found`
// and `undecided` belongs to the i-th use. An answer with fewer letters than LIMIT_ANSWER_LETTERS finds nothing.
void detector_run_answer(DetectorBank *bank, Arena *scratch, Span uses, Str text, uint32_t *found, uint32_t *undecided);

// A pattern as PCRE2 gets it, for tests and for the curious author. Empty when it is refused.
Str detector_prepare_pattern(Arena *arena, Str pattern);
