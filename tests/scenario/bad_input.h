// Any bytes at all, taken as a case: everything that the program would do with them is done, and must end well. Each
// complaint has a place and, in both languages, words; all complaints are there within a second.
#pragma once

#include "base/system.h"
#include "base/utf8.h"
#include "case_desk.h"
#include "check/case_check.h"
#include "map/layout.h"
#include "map/map_write.h"
#include "scenario/scenario_write.h"
#include "session/explore.h"
#include "session/simulate.h"

#ifndef __has_feature // gcc says the same in a macro
#define __has_feature(feature) 0
#endif
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer)
enum { BAD_INPUT_MOST_MS = 10 * 1000 }; // sanitizers slow everything down
#else
enum { BAD_INPUT_MOST_MS = 1000 };
#endif

enum {
    BAD_INPUT_TODAY = 20780,   // 2026-11-23
    BAD_INPUT_MOST_READ = 200, // findings whose words are read
    BAD_INPUT_WALKS = 3
};

typedef struct {
    int32_t count[FINDING_COUNT]; // by FindingCode
    int32_t errors;               // of the kept findings
    int32_t read_errors;          // those of reading alone
} Verdict;

static inline void read_words(Desk *desk, const Finding *finding, const Catalog *catalog) {
    Str words[] = {finding_message(&desk->arena, catalog, finding), finding_advice(&desk->arena, catalog, finding)};
    for (int i = 0; i < 2; i++) {
        assert_true(words[i].len > 0);
        assert_true(utf8_find_invalid(words[i]) < 0);
    }
}

static inline Verdict read_findings(Desk *desk, const Findings *findings) {
    Catalog english = {0};
    Verdict verdict = {0};
    for (int32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->rows[i];
        assert_true(finding->line >= 1 && finding->column >= 1);
        if (i < BAD_INPUT_MOST_READ) {
            read_words(desk, finding, &english);
            read_words(desk, finding, &desk->french);
        }
        verdict.count[finding->code]++;
        verdict.errors += finding_severity(finding->code) == SEVERITY_ERROR;
    }
    assert_true(findings->count <= LIMIT_FINDINGS);
    assert_true(findings->error_count >= verdict.errors);
    return verdict;
}

// As `palabre-cli check` does it.
static inline const Scenario *check_bytes(Desk *desk, Str bytes, Findings *findings, int32_t *read_errors) {
    int64_t start_us = system_cpu_us();
    const Scenario *scenario = scenario_parse(&desk->arena, &desk->scratch, &desk->framework, bytes, findings);
    *read_errors = findings->error_count;
    case_check(scenario, bytes, BAD_INPUT_TODAY, &desk->scratch, findings);
    assert_true((system_cpu_us() - start_us) / 1000 <= BAD_INPUT_MOST_MS);
    return scenario;
}

// A case that was read can be written, with all that is wrong with it, read again, and written the same.
static inline void write_what_was_read(Desk *desk, const Scenario *scenario, const Verdict *verdict) {
    Str once = scenario_write(&desk->arena, &desk->scratch, scenario, WRITE_AS_IS);
    if (!scenario->read || once.len > LIMIT_FILE_BYTES) {
        return;
    }
    Reading again = read_case(desk, once);
    assert_int_equal(again.findings.error_count, verdict->read_errors);
    Str twice = scenario_write(&desk->arena, &desk->scratch, again.scenario, WRITE_AS_IS);
    assert_true(str_equal(once, twice));
}

static inline void use_what_was_read(Desk *desk, const Scenario *scenario) {
    Layout layout = layout_of(&desk->arena, &desk->scratch, scenario);
    assert_true(utf8_find_invalid(map_write_svg(&desk->arena, scenario, &layout)) < 0);
    (void)explore(&desk->arena, &desk->scratch, scenario, 1000);
    Simulation simulation = simulate(&desk->arena, &desk->scratch, scenario, BAD_INPUT_WALKS, 1);
    assert_int_equal(simulation.stuck, 0);
}

// `bytes` must not lie in desk->arena, which is emptied.
static inline Verdict judge(Desk *desk, Str bytes) {
    Findings findings = {.arena = &desk->arena};
    int32_t read_errors = 0;
    const Scenario *scenario = check_bytes(desk, bytes, &findings, &read_errors);
    Verdict verdict = read_findings(desk, &findings);
    verdict.read_errors = read_errors;
    write_what_was_read(desk, scenario, &verdict);
    if (findings.error_count == 0) {
        use_what_was_read(desk, scenario);
    }
    arena_finish(&desk->arena);
    arena_finish(&desk->scratch);
    return verdict;
}
