#include "exchange/ink_parts.h"

static void add_visits(Ink *ink) {
    const Scenario *scenario = ink->scenario;
    for (int32_t i = 1; i < scenario->watches.count; i++) {
        const Watch *watch = &scenario->watches.rows[i];
        if (watch->kind == WATCH_VISITS) {
            Str knot = ink_knot(ink, watch->scene);
            str_addf(&ink->out, "VAR Visits_%.*s = 0\n", S_ARG(knot));
        } else if (watch->kind == WATCH_CHOSE && watch->of > 0) {
            Str choice = ink_choice(ink, watch->scene, watch->of);
            str_addf(&ink->out, "VAR %.*s = false\n", S_ARG(choice));
        }
    }
}

static void add_gauges(Ink *ink) {
    const Scenario *scenario = ink->scenario;
    for (int32_t i = 0; i < scenario->gauge_rows.count; i++) {
        const Gauge *gauge = &scenario->gauges.rows[scenario->gauge_rows.first + i];
        Str name = ink_variable(ink, gauge->id);
        str_addf(&ink->out, "VAR %.*s = %d // %d – %d\n", S_ARG(name), gauge->start, gauge->min, gauge->max);
        if (gauge->halve_when != 0) {
            str_addf(&ink->out, "VAR Halved_%.*s = false\n", S_ARG(name));
            ink->halves = true;
        }
        loss_case_convert(&ink->loss, CONSTRUCT_GAUGE);
    }
}

static void add_facts(Ink *ink) {
    const Scenario *scenario = ink->scenario;
    for (int32_t i = 0; i < scenario->fact_rows.count; i++) {
        const Fact *fact = &scenario->facts.rows[scenario->fact_rows.first + i];
        Str name = ink_variable(ink, fact->id);
        str_addf(&ink->out, "VAR %.*s = false\n", S_ARG(name));
        ink->latches = ink->latches || fact_is_latch(fact);
        loss_case_convert(&ink->loss, CONSTRUCT_FACT);
    }
}

static void add_scores(Ink *ink) {
    const Scenario *scenario = ink->scenario;
    for (int32_t i = 0; i < scenario->competency_rows.count; i++) {
        Str name = scenario_name(scenario, scenario->competencies.rows[scenario->competency_rows.first + i].id);
        str_addf(&ink->out, "VAR Score_%.*s = 0\n", S_ARG(name));
    }
    for (AskId ask = 1; ask < scenario->asks.count; ask++) {
        if (scenario->asks.rows[ask].kind == ASK_CHOICE) {
            Str knot = ink_knot(ink, scenario->asks.rows[ask].scene);
            str_addf(&ink->out, "VAR Marked_%.*s = false\n", S_ARG(knot));
        }
    }
}

static int32_t most_rules(const Scenario *scenario) {
    int32_t most = 0;
    for (AskId ask = 1; ask < scenario->asks.count; ask++) {
        bool longer = scenario->asks.rows[ask].kind == ASK_CHOICE && scenario->asks.rows[ask].rules.count > most;
        most = longer ? scenario->asks.rows[ask].rules.count : most;
    }
    return most;
}

void ink_add_variables(Ink *ink) {
    add_gauges(ink);
    add_facts(ink);
    add_scores(ink);
    add_visits(ink);
    for (int32_t i = 1; i <= most_rules(ink->scenario); i++) {
        str_addf(&ink->out, "VAR Rule_%d = 0\n", i);
    }
}

// Halved where that holds, capped, and kept within the gauge's bounds.
static void add_move(Ink *ink, const Gauge *gauge) {
    Str name = ink_variable(ink, gauge->id);
    str_addf(&ink->out, "\n=== function Move_%.*s(by)\n", S_ARG(name));
    if (gauge->halve_when != 0) {
        str_addf(&ink->out, "{ by > 0 && Halved_%.*s:\n    ~ by = by / 2\n}\n", S_ARG(name));
    }
    if (gauge->rise_cap > 0) {
        str_addf(&ink->out, "{ by > %d:\n    ~ by = %d\n}\n", gauge->rise_cap, gauge->rise_cap);
    }
    str_addf(&ink->out, "~ %.*s = MAX(%d, MIN(%d, %.*s + by))\n", S_ARG(name), gauge->min, gauge->max, S_ARG(name));
}

// Unless what was written moves the other way; a gauge beyond where the drift ends stays.
static void add_drift(Ink *ink, const Gauge *gauge) {
    Str name = ink_variable(ink, gauge->id);
    bool falls = gauge->drift < 0;
    int32_t end = falls ? gauge->min : gauge->max;
    int32_t floor = gauge->drift_floor == NOT_SAID ? end : gauge->drift_floor;
    bool beyond = falls ? floor < end : floor > end;
    str_addf(&ink->out, "\n=== function Drift_%.*s(by)\n", S_ARG(name));
    str_addf(&ink->out, "{ by %s 0 && %.*s %s %d:\n", falls ? "<=" : ">=", S_ARG(name), falls ? ">" : "<", floor);
    str_addf(&ink->out, "    ~ %.*s = %s(%d, %.*s + %d)\n}\n", S_ARG(name), falls ? "MAX" : "MIN", beyond ? end : floor,
             S_ARG(name), gauge->drift);
}

static void add_latch(Ink *ink, const Fact *fact) {
    Str name = ink_variable(ink, fact->id);
    Str on = ink_condition(ink, fact->on, NULL), off = ink_condition(ink, fact->off, NULL);
    str_addf(&ink->out, "{\n- %.*s:\n    {\n    - %.*s:\n        ~ %.*s = false\n    }\n", S_ARG(name), S_ARG(off),
             S_ARG(name));
    str_addf(&ink->out, "- else:\n    {\n    - %.*s:\n        ~ %.*s = true\n    }\n}\n", S_ARG(on), S_ARG(name));
}

static void add_before(Ink *ink) {
    const Scenario *scenario = ink->scenario;
    str_add(&ink->out, S("\n=== function Before()\n"));
    for (int32_t i = 0; i < scenario->gauge_rows.count; i++) {
        const Gauge *gauge = &scenario->gauges.rows[scenario->gauge_rows.first + i];
        if (gauge->halve_when != 0) {
            Str name = ink_variable(ink, gauge->id), when = ink_condition(ink, gauge->halve_when, NULL);
            str_addf(&ink->out, "~ Halved_%.*s = %.*s\n", S_ARG(name), S_ARG(when));
            loss_case_convert(&ink->loss, CONSTRUCT_CONDITION);
        }
    }
}

static void add_after(Ink *ink) {
    const Scenario *scenario = ink->scenario;
    str_add(&ink->out, S("\n=== function After()\n"));
    for (int32_t i = 0; i < scenario->fact_rows.count; i++) {
        const Fact *fact = &scenario->facts.rows[scenario->fact_rows.first + i];
        if (fact_is_latch(fact)) {
            add_latch(ink, fact);
        }
    }
}

void ink_add_functions(Ink *ink) {
    const Scenario *scenario = ink->scenario;
    for (int32_t i = 0; i < scenario->gauge_rows.count; i++) {
        const Gauge *gauge = &scenario->gauges.rows[scenario->gauge_rows.first + i];
        add_move(ink, gauge);
        if (gauge->drift != 0) {
            add_drift(ink, gauge);
        }
    }
    if (most_rules(scenario) > 0) {
        str_addf(&ink->out, "\n=== function Mark(sum)\n~ return MAX(%d, MIN(%d, sum))\n", -LIMIT_MARK, LIMIT_MARK);
    }
    if (ink->halves) {
        add_before(ink);
    }
    if (ink->latches) {
        add_after(ink);
    }
}
