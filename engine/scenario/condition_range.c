// Interval arithmetic over compiled conditions: every step gives the least and the most that its values allow, each
// seen for itself. What it calls impossible is impossible; it does not see that two parts of a condition depend on each
// other.
#include "base/error.h"
#include "scenario/condition_code.h"

static const Range FALSE_OR_TRUE = {0, 1};

static void mark_set(const Scenario *scenario, const Consequence *gives, Range *facts) {
    for (int32_t i = 0; i < gives->set.count; i++) {
        facts[scenario->refs.rows[gives->set.first + i].id] = FALSE_OR_TRUE;
    }
}

RangeWorld condition_range_world(Arena *arena, const Scenario *scenario) {
    Range *facts = arena_push(arena, Range, scenario->facts.count);
    for (int32_t i = 1; i < scenario->options.count; i++) {
        mark_set(scenario, &scenario->options.rows[i].gives, facts);
    }
    for (int32_t i = 1; i < scenario->share_bands.count; i++) {
        mark_set(scenario, &scenario->share_bands.rows[i].gives, facts);
    }
    for (int32_t i = 1; i < scenario->rules.count; i++) {
        mark_set(scenario, &scenario->rules.rows[i].gives, facts);
    }
    for (FactId i = 1; i < scenario->facts.count; i++) {
        if (fact_is_latch(&scenario->facts.rows[i])) {
            facts[i] = FALSE_OR_TRUE;
        }
    }
    return (RangeWorld){.scenario = scenario, .facts = facts};
}

static Range range_of_watch(const Scenario *scenario, const Watch *watch) {
    if (watch->kind == WATCH_VISITS) {
        return (Range){0, INT32_MAX};
    }
    if (watch->kind == WATCH_SCORE) {
        int32_t most = LIMIT_MARK * (scenario->asks.count - 1);
        return (Range){-most, most};
    }
    return FALSE_OR_TRUE;
}

// Marks of the options of a set add up before rules and clamping.
static Range range_of_answer(const Scenario *scenario, const Ask *ask, AnswerCall call) {
    switch (call) {
    case CALL_PLACE:
        return (Range){1, ask->items.count};
    case CALL_LEVEL:
        return (Range){0, scenario->scales.rows[ask->scale].labels.count - 1};
    case CALL_SHARE:
        return (Range){0, 100};
    case CALL_MARK:
        return (Range){-LIMIT_MARK * LIMIT_OPTIONS, LIMIT_MARK * LIMIT_OPTIONS};
    case CALL_IN:
    case CALL_FOUND:
    case CALL_CONFIRMED:
    case CALL_COUNT:
        break;
    }
    return FALSE_OR_TRUE;
}

static Range range_of_operand(const RangeWorld *world, const Ask *ask, const int32_t *code) {
    const Scenario *scenario = world->scenario;
    switch ((ConditionCode)code[0]) {
    case CODE_NUMBER:
        return (Range){code[1], code[1]};
    case CODE_GAUGE:
        return (Range){scenario->gauges.rows[code[1]].min, scenario->gauges.rows[code[1]].max};
    case CODE_FACT:
        return world->facts[code[1]];
    case CODE_WATCH:
        return range_of_watch(scenario, &scenario->watches.rows[code[1]]);
    case CODE_NOT:
    case CODE_OR:
    case CODE_AND:
    case CODE_LESS:
    case CODE_AT_MOST:
    case CODE_EQUAL:
    case CODE_NOT_EQUAL:
    case CODE_AT_LEAST:
    case CODE_MORE:
    case CODE_ADD:
    case CODE_SUBTRACT:
    case CODE_ANSWER: // and those after it, one for each call
        break;
    }
    return range_of_answer(scenario, ask, (AnswerCall)(code[0] - CODE_ANSWER));
}

static bool is_never(Range range) {
    return range.low == 0 && range.high == 0;
}

static bool is_always(Range range) {
    return range.low > 0 || range.high < 0;
}

static Range range_of_truth(bool always, bool never) {
    return (Range){always, !never};
}

static Range apply(ConditionCode code, Range a, Range b) {
    bool apart = a.high < b.low || b.high < a.low;
    bool same = a.low == a.high && b.low == b.high && a.low == b.low;
    switch (code) {
    case CODE_OR:
        return range_of_truth(is_always(a) || is_always(b), is_never(a) && is_never(b));
    case CODE_AND:
        return range_of_truth(is_always(a) && is_always(b), is_never(a) || is_never(b));
    case CODE_LESS:
        return range_of_truth(a.high < b.low, a.low >= b.high);
    case CODE_AT_MOST:
        return range_of_truth(a.high <= b.low, a.low > b.high);
    case CODE_EQUAL:
        return range_of_truth(same, apart);
    case CODE_NOT_EQUAL:
        return range_of_truth(apart, same);
    case CODE_AT_LEAST:
        return range_of_truth(a.low >= b.high, a.high < b.low);
    case CODE_MORE:
        return range_of_truth(a.low > b.high, a.high <= b.low);
    case CODE_ADD:
        return (Range){condition_add(a.low, b.low), condition_add(a.high, b.high)};
    case CODE_SUBTRACT:
        return (Range){condition_subtract(a.low, b.high), condition_subtract(a.high, b.low)};
    case CODE_NUMBER:
    case CODE_GAUGE:
    case CODE_FACT:
    case CODE_WATCH:
    case CODE_NOT:
    case CODE_ANSWER:
        break;
    }
    ASSERT(false);
    return FALSE_OR_TRUE;
}

Range condition_range(const RangeWorld *world, ConditionId id) {
    const Scenario *scenario = world->scenario;
    const Condition *condition = &scenario->conditions.rows[id];
    const Ask *ask = &scenario->asks.rows[condition->answered];
    const int32_t *code = scenario->code.rows + condition->code.first;
    Range stack[CODE_STACK] = {{1, 1}};
    Range *top = stack;
    for (int32_t i = 0; i < condition->code.count; i += CODE_STEP) {
        if (code[i] < CODE_NOT || code[i] >= CODE_ANSWER) {
            top -= code[i] == CODE_ANSWER + (int32_t)CALL_IN; // its bin
            *top++ = range_of_operand(world, ask, &code[i]);
        } else if (code[i] == CODE_NOT) {
            top[-1] = range_of_truth(is_never(top[-1]), is_always(top[-1]));
        } else {
            top--;
            top[-1] = apply((ConditionCode)code[i], top[-1], top[0]);
        }
    }
    return stack[0];
}
