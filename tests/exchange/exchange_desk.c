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
        findings_locate(&findings, &desk->scratch, bytes);
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
    Str laid_out = scenario_write(&desk->arena, &desk->scratch, desk_parse(desk, bytes), WRITE_AS_IS);
    if (!str_equal(laid_out, bytes)) {
        desk_print_difference(laid_out, bytes);
    }
    assert_true(str_equal(laid_out, bytes));
}

void desk_import(Desk *desk, Str text, Exchange *exchange) {
    *exchange = (Exchange){.name = S("banque"), .language = S("fr"), .framework = &desk->framework};
    ExchangeFault fault = exchange_import(&desk->arena, &desk->scratch, text, exchange);
    if (fault != EXCHANGE_FINE) {
        print_error("fault %d of\n%.*s\n", (int)fault, S_ARG(text));
    }
    assert_int_equal(fault, EXCHANGE_FINE);
    desk_assert_settled(&exchange->report);
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

void desk_print_difference(Str wanted, Str got) {
    while (wanted.len > 0 || got.len > 0) {
        Str a = str_cut(&wanted, '\n'), b = str_cut(&got, '\n');
        if (!str_equal(a, b)) {
            print_error("wanted %.*s\n   got %.*s\n", S_ARG(a), S_ARG(b));
            return;
        }
    }
}

void desk_assert_same_but_id(Str wanted, Str got, Desk *desk) {
    Str texts[2] = {wanted, got};
    for (int32_t i = 0; i < 2; i++) {
        const Scenario *scenario = desk_parse(desk, texts[i]);
        Str laid_out = scenario_write(&desk->arena, &desk->scratch, scenario, WRITE_AS_IS);
        texts[i] = str_slice(laid_out, str_find(laid_out, S("\"kind\"")), laid_out.len);
    }
    if (!str_equal(texts[0], texts[1])) {
        desk_print_difference(texts[0], texts[1]);
    }
    assert_true(str_equal(texts[0], texts[1]));
}
