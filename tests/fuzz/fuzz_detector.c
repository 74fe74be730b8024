// A line that is a pattern, then a text: compiled or refused with a place in it, matched within its budget, and seen in
// places that stand in the text, in order. A text that is not tried for want of what the pattern needs would not have
// fitted.
#include "base/error.h"
#include "base/utf8.h"
#include "check/check_parts.h"
#include "scenario/detector_bank.h"
#include "scenario/pattern.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

// Rows 0 mean "none".
static void fill_case(Arena *arena, Scenario *scenario, Str pattern, Str text) {
    (void)rows_append(arena, &scenario->texts);
    (void)rows_append(arena, &scenario->examples);
    (void)rows_append(arena, &scenario->detectors);
    *rows_append(arena, &scenario->texts) = pattern;
    *rows_append(arena, &scenario->texts) = text;
    Examples *examples = rows_append(arena, &scenario->examples);
    examples->yes = (Span){2, 1};
    Detector *detector = rows_append(arena, &scenario->detectors);
    detector->match = (Span){1, 1};
    detector->examples = 1;
    scenario->detector_rows = (Span){1, 1};
}

static void check_prepared(Arena *arena, Str pattern) {
    PatternText prepared = pattern_prepare(arena, pattern);
    if (prepared.fault != PATTERN_FINE) {
        ASSERT(prepared.text.len == 0 && prepared.fault_place >= 0 && prepared.fault_place <= pattern.len);
        return;
    }
    ASSERT(utf8_find_invalid(prepared.text) < 0 && prepared.range_chars <= PATTERN_RANGE_CHARS);
    for (ptrdiff_t i = 0; i < prepared.text.len; i++) {
        ASSERT(prepared.places[i] >= 0 && prepared.places[i] <= prepared.places[i + 1]);
    }
    ASSERT(prepared.places[prepared.text.len] == pattern.len);
}

static void check_result(DetectorResult result, Str text) {
    ASSERT(result.verdict >= DETECTOR_NOT_FOUND && result.verdict <= DETECTOR_UNDECIDED);
    ASSERT(result.verdict == DETECTOR_FOUND || result.hit_count == 0);
    int32_t end = 0;
    for (int32_t i = 0; i < result.hit_count; i++) {
        ASSERT(result.hits[i].from >= end && result.hits[i].to > result.hits[i].from);
        end = result.hits[i].to;
    }
    ASSERT(end <= text.len);
}

static void check_findings(const Findings *findings, DetectorVerdict verdict) {
    bool bad = findings->count > 0 && findings->rows[0].code == FINDING_BAD_PATTERN;
    bool fails = findings->count > 0 && findings->rows[0].code == FINDING_EXAMPLE_FAILS;
    ASSERT(bad || fails == (verdict != DETECTOR_FOUND));
    ASSERT(!bad || verdict == DETECTOR_NOT_FOUND);
}

// NOLINTNEXTLINE(readability-identifier-naming)
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena = {0}, scratch = {0};
    Str text = {(const char *)data, (ptrdiff_t)size};
    Str pattern = str_cut(&text, '\n');
    Scenario scenario = {0};
    fill_case(&arena, &scenario, pattern, text);
    check_prepared(&arena, pattern);
    DetectorBank *bank = detector_bank_create(&scenario);
    DetectorResult result = detector_run(bank, &arena, 1, text);
    check_result(result, text);
    ASSERT(detector_spent(bank) <= (int64_t)DETECTOR_BUDGET * 2); // for the verdict, and to see where
    DetectorVerdict tried = detector_try(bank, &scratch, 1, text);
    ASSERT(tried == result.verdict || tried == DETECTOR_UNDECIDED);
    Findings findings = {.arena = &arena};
    Check check = {.scenario = &scenario, .scratch = &scratch, .findings = &findings};
    check_detectors(&check);
    check_findings(&findings, result.verdict);
    detector_bank_destroy(bank);
    arena_finish(&scratch);
    arena_finish(&arena);
    return 0;
}
