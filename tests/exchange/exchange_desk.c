#include "exchange/exchange_desk.h"

#include "base/error.h"
#include "scenario/scenario_parse.h"
#include "scenario/scenario_write.h"

void desk_open(Desk *desk) {
    *desk = (Desk){0};
    framework_read(&desk->arena, &desk->scratch, &desk->framework);
}

void desk_close(Desk *desk) {
    arena_finish(&desk->scratch);
    arena_finish(&desk->arena);
}

Scenario *desk_parse(Desk *desk, Str bytes) {
    Findings findings = {.arena = &desk->arena};
    Scenario *scenario = scenario_parse(&desk->arena, &desk->scratch, &desk->framework, bytes, &findings);
    if (!scenario->playable) {
        Catalog catalog = {0};
        findings_locate(&findings, NULL, &desk->scratch, bytes);
        Str message = finding_message(&desk->arena, &catalog, &findings.rows[0]);
        print_error("line %d: %.*s\n%.*s\n", findings.rows[0].line, S_ARG(message), S_ARG(bytes));
    }
    assert_true(scenario->playable);
    return scenario;
}

void desk_assert_settled(const LossReport *report) {
    for (int32_t i = 0; i < CONSTRUCT_COUNT; i++) {
        const LossCount *count = &report->counts[i];
        int32_t sum = 0;
        for (int32_t became = 0; became < BECAME_COUNT; became++) {
            sum += count->became[became];
        }
        if (sum != count->found) {
            print_error("%.*s: %d found, %d settled\n", S_ARG(loss_construct((Construct)i)), count->found, sum);
        }
        assert_int_equal(sum, count->found);
    }
}

void desk_assert_canonical(Desk *desk, Str bytes) {
    desk_assert_same(scenario_write(&desk->arena, &desk->scratch, desk_parse(desk, bytes), WRITE_AS_IS), bytes, 0);
}

static void import(Desk *desk, Str text, int32_t story, Exchange *exchange) {
    *exchange = (Exchange){.name = S("banque"), .language = S("fr"), .framework = &desk->framework, .story = story};
    ExchangeFault fault = exchange_import(&desk->arena, &desk->scratch, text, exchange);
    if (fault != EXCHANGE_FINE) {
        print_error("fault %d of\n%.*s\n", (int)fault, S_ARG(text));
    }
    assert_int_equal(fault, EXCHANGE_FINE);
    desk_assert_settled(&exchange->report);
}

void desk_import(Desk *desk, Str text, Exchange *exchange) {
    import(desk, text, 0, exchange);
}

ExchangeFault desk_fault(Str bytes) {
    Desk desk;
    desk_open(&desk);
    Exchange exchange = {.name = S("x"), .language = S("fr"), .framework = &desk.framework};
    ExchangeFault fault = exchange_import(&desk.arena, &desk.scratch, bytes, &exchange);
    desk_close(&desk);
    return fault;
}

Str desk_write_bank(Desk *desk, const Bank *bank, Str language) {
    LossReport made = {.arena = &desk->arena};
    HeadWish wish = {.id = S("banque"), .title = S("banque"), .language = language};
    return bank_write_case(&desk->arena, &desk->scratch, bank, &wish, &made);
}

Str desk_export(Desk *desk, Str bytes, ExchangeKind kind, LossReport *report) {
    Exchange exchange = {.language = S("fr"), .kind = kind};
    const Scenario *scenario = desk_parse(desk, bytes);
    assert_int_equal(exchange_export(&desk->arena, &desk->scratch, scenario, bytes, &exchange), EXCHANGE_FINE);
    desk_assert_settled(&exchange.report);
    *report = exchange.report;
    return exchange.bytes;
}

bool desk_tells(const LossReport *report, LossReason reason, int32_t line) {
    for (int32_t i = 0; i < report->count; i++) {
        if (report->rows[i].reason == reason && report->rows[i].line == line) {
            return true;
        }
    }
    return false;
}

int32_t desk_count(Str text, Str sign) {
    int32_t count = 0;
    for (ptrdiff_t at = str_find(text, sign); at >= 0; at = str_find(text, sign)) {
        text = str_slice(text, at + sign.len, text.len);
        count++;
    }
    return count;
}

void desk_assert_str(Str str, const char *wanted) {
    if (!str_equal(str, str_from_c(wanted))) {
        fail_msg("“%.*s” is not “%s”", S_ARG(str), wanted);
    }
}

static void print_difference(Str wanted, Str got) {
    while (wanted.len > 0 || got.len > 0) {
        Str a = str_cut(&wanted, '\n'), b = str_cut(&got, '\n');
        if (!str_equal(a, b)) {
            print_error("wanted %.*s\n   got %.*s\n", S_ARG(a), S_ARG(b));
            return;
        }
    }
}

void desk_assert_same(Str wanted, Str got, int32_t seed) {
    if (!str_equal(wanted, got)) {
        print_difference(wanted, got);
        fail_msg("not the same, by the seed %d", seed);
    }
}

void desk_assert_same_but_id(Str wanted, Str got, Desk *desk) {
    Str texts[2] = {wanted, got};
    for (int32_t i = 0; i < 2; i++) {
        const Scenario *scenario = desk_parse(desk, texts[i]);
        Str laid_out = scenario_write(&desk->arena, &desk->scratch, scenario, WRITE_AS_IS);
        texts[i] = str_slice(laid_out, str_find(laid_out, S("\"kind\"")), laid_out.len);
    }
    desk_assert_same(texts[0], texts[1], 0);
}

int32_t desk_factor(void) {
    int32_t factor = 1;
    (void)str_to_int(str_from_c(getenv("PALABRE_PROPERTY_FACTOR")), &factor); // NOLINT(concurrency-mt-unsafe)
    return factor;
}

void desk_try(int32_t count, int32_t seed, DeskTrial *trial) {
    Desk desk;
    desk_open(&desk);
    for (int32_t i = 0; i < count * desk_factor(); i++) {
        ArenaMark mark = arena_mark(&desk.arena);
        Dice dice = dice_begin(&desk.arena, seed + i);
        trial(&desk, &dice, seed + i);
        arena_rewind(&desk.arena, mark);
    }
    desk_close(&desk);
}

Read *desk_begin_read(void) {
    Read *read = calloc(1, sizeof *read); // NOLINT(cppcoreguidelines-no-malloc)
    assert_non_null(read);
    desk_open(&read->desk);
    return read;
}

void desk_take(Read *read, Str bytes) {
    import(&read->desk, bytes, read->exchange.story, &read->exchange);
    read->scenario = desk_parse(&read->desk, read->exchange.bytes);
}

Read *desk_read(const char *text) {
    Read *read = desk_begin_read();
    desk_take(read, str_from_c(text));
    return read;
}

void desk_end_read(Read *read) {
    desk_close(&read->desk);
    free(read); // NOLINT(cppcoreguidelines-no-malloc)
}

const Ask *desk_ask(const Read *read, int32_t scene) {
    return &read->scenario->asks.rows[read->scenario->scenes.rows[scene].ask];
}

const Option *desk_option(const Read *read, int32_t scene, int32_t index) {
    return &read->scenario->options.rows[desk_ask(read, scene)->options.first + index];
}
