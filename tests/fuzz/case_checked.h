// A case through every check there is, as whoever reads one does it.
#pragma once

#include "base/error.h"
#include "check/case_check.h"
#include "scenario/framework.h"
#include "scenario/scenario_parse.h"
#include "scenario/scenario_write.h"

static inline void fuzz_check_places(const Findings *findings, Str bytes) {
    for (int32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->rows[i];
        ASSERT(finding->offset >= 0 && finding->offset <= bytes.len && finding->line > 0 && finding->column > 0);
    }
}

// A mended case reads as well, and has nothing more to mend.
static inline void fuzz_mend(Arena *arena, const Framework *framework, const Scenario *scenario) {
    Arena scratch = {0};
    Findings findings = {.arena = arena};
    Str mended = scenario_write(arena, &scratch, scenario, WRITE_MENDED);
    const Scenario *again = scenario_parse(arena, &scratch, framework, mended, &findings);
    ASSERT(again->playable == scenario->playable);
    ASSERT(str_equal(scenario_write(arena, &scratch, again, WRITE_MENDED), mended));
    arena_finish(&scratch);
}

static inline void fuzz_check_case(Str bytes) {
    enum { TODAY = 20000 };
    Arena arena = {0};
    Arena scratch = {0};
    Framework framework;
    Findings findings = {.arena = &arena};
    framework_read(&arena, &scratch, &framework);
    const Scenario *scenario = scenario_parse(&arena, &scratch, &framework, bytes, &findings);
    case_check(scenario, bytes, TODAY, &scratch, &findings);
    fuzz_check_places(&findings, bytes);
    if (scenario->playable) {
        fuzz_mend(&arena, &framework, scenario);
    }
    arena_finish(&scratch);
    arena_finish(&arena);
}
