// Any bytes as a file of another tool: refused, or a case that can be played, in canonical layout, with a report that
// adds up; what is written of it, in every format, is read again as such a case.
#include "base/error.h"
#include "exchange/exchange.h"
#include "scenario/framework.h"
#include "scenario/scenario_parse.h"
#include "scenario/scenario_write.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
// NOLINTNEXTLINE(readability-identifier-naming)
int LLVMFuzzerInitialize(int *count, char ***arguments);

typedef struct {
    Arena lasting, arena, scratch;
    Framework framework;
} Room;

static Room room;

static void check_report(const LossReport *report) {
    for (int32_t i = 0; i < CONSTRUCT_COUNT; i++) {
        int32_t settled = 0;
        for (int32_t became = 0; became < BECAME_COUNT; became++) {
            settled += report->counts[i].became[became];
        }
        ASSERT(settled == report->counts[i].found);
    }
    for (int32_t i = 0; i < report->count; i++) {
        ASSERT(report->rows[i].line >= (i > 0 ? report->rows[i - 1].line : 0));
    }
}

static Scenario *parse(Str bytes) {
    Findings findings = {.arena = &room.arena};
    Scenario *scenario = scenario_parse(&room.arena, &room.scratch, &room.framework, bytes, &findings);
    ASSERT(scenario->playable);
    ASSERT(str_equal(scenario_write(&room.arena, &room.scratch, scenario, WRITE_AS_IS), bytes));
    return scenario;
}

// What is written of a case, or nothing.
static Str export(Str bytes, ExchangeKind kind) {
    Exchange exchange = {.language = S("fr"), .kind = kind};
    const Scenario *scenario = parse(bytes);
    if (exchange_export(&room.arena, &room.scratch, scenario, bytes, &exchange) != EXCHANGE_FINE) {
        return (Str){0};
    }
    check_report(&exchange.report);
    return exchange.bytes;
}

static void check_again(Str written) {
    Exchange again = {.name = S("x"), .language = S("fr"), .framework = &room.framework, .story = 1};
    if (exchange_import(&room.arena, &room.scratch, written, &again) == EXCHANGE_FINE) {
        check_report(&again.report);
        (void)parse(again.bytes);
    }
}

// NOLINTNEXTLINE(readability-identifier-naming,readability-non-const-parameter)
int LLVMFuzzerInitialize(int *count, char ***arguments) {
    (void)count;
    (void)arguments;
    framework_read(&room.lasting, &room.scratch, &room.framework);
    return 0;
}

// NOLINTNEXTLINE(readability-identifier-naming)
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Exchange exchange = {.name = S("x"), .language = S("fr"), .framework = &room.framework, .story = 1};
    Str bytes = {(const char *)data, (ptrdiff_t)size};
    if (exchange_import(&room.arena, &room.scratch, bytes, &exchange) == EXCHANGE_FINE) {
        check_report(&exchange.report);
        check_again(export(exchange.bytes, EXCHANGE_GIFT));
        check_again(export(exchange.bytes, EXCHANGE_TWEE));
        check_again(export(exchange.bytes, EXCHANGE_H5P));
        check_again(export(exchange.bytes, EXCHANGE_MOODLE));
        (void)export(exchange.bytes, EXCHANGE_INK);
    }
    arena_finish(&room.scratch);
    arena_finish(&room.arena);
    return 0;
}
