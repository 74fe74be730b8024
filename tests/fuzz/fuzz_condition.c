// Any bytes as a condition: told what is wrong with it at a byte inside it, or judged within the range that is
// foretold.
#include "../scenario/condition_case.h"

// NOLINTBEGIN(readability-identifier-naming): libFuzzer looks for these names
int LLVMFuzzerInitialize(int *count, char ***arguments);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
// NOLINTEND(readability-identifier-naming)

// Read once, so that the time goes into conditions.
static ConditionCase one; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

static int32_t answer_most(const void *context, AnswerCall call, int32_t a, int32_t b) {
    static const int32_t MOST[CALL_COUNT] = {
        [CALL_PLACE] = 3, [CALL_LEVEL] = 3, [CALL_IN] = 1,       [CALL_SHARE] = 100,
        [CALL_FOUND] = 1, [CALL_MARK] = 2,  [CALL_CONFIRMED] = 1};
    ASSERT(!context && a >= 0 && b >= 0);
    return MOST[call];
}

static void count_read(void *context, ReadsKind kind, int32_t id) {
    int32_t *count = context;
    ASSERT(kind <= READS_WATCH && id > 0);
    ++*count;
}

static void judge(ConditionId id) {
    static const int32_t GAUGES[] = {0, 100, 0, -20};
    static const uint8_t FACTS[] = {0, 1, 0, 1};
    const Scenario *scenario = one.scenario;
    ArenaMark mark = arena_mark(&one.scratch);
    int32_t *watched = arena_push(&one.scratch, int32_t, scenario->watches.count);
    for (int32_t i = 1; i < scenario->watches.count; i++) {
        ASSERT(scenario->watches.rows[i].kind != WATCH_NONE);
        watched[i] = scenario->watches.rows[i].most > 0;
    }
    ConditionWorld world = {GAUGES, FACTS, watched, answer_most, NULL};
    int32_t value = condition_value(scenario, id, &world);
    RangeWorld ranges = condition_range_world(&one.scratch, scenario);
    Range range = condition_range(&ranges, id);
    ASSERT(range.low <= value && value <= range.high);
    int32_t reads = 0;
    condition_reads(scenario, id, count_read, &reads);
    ASSERT(reads <= LIMIT_CONDITION_CHARS);
    arena_rewind(&one.scratch, mark);
}

// NOLINTNEXTLINE(readability-identifier-naming,readability-non-const-parameter)
int LLVMFuzzerInitialize(int *count, char ***arguments) {
    (void)count;
    (void)arguments;
    condition_case_open(&one);
    return 0;
}

// The first byte chooses whose answer may be read.
// NOLINTNEXTLINE(readability-identifier-naming)
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size == 0) {
        return 0;
    }
    ArenaMark mark = arena_mark(&one.told);
    one.findings = (Findings){.arena = &one.told};
    Str text = {(const char *)data + 1, (ptrdiff_t)size - 1};
    ConditionId id = condition_case_compile(&one, text, data[0] % ASKS);
    ASSERT(one.findings.count <= 1);
    if (one.findings.count > 0) {
        ASSERT(one.findings.rows[0].inside >= 0 && one.findings.rows[0].inside <= text.len);
        ASSERT(one.scenario->conditions.rows[id].code.count == 0);
    }
    judge(id);
    arena_rewind(&one.told, mark);
    return 0;
}
