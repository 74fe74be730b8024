#include "scenario/condition_code.h"

#include "base/error.h"

static int32_t saturate(int64_t value) {
    return value < INT32_MIN ? INT32_MIN : value > INT32_MAX ? INT32_MAX : (int32_t)value;
}

int32_t condition_add(int32_t a, int32_t b) {
    return saturate((int64_t)a + b);
}

int32_t condition_subtract(int32_t a, int32_t b) {
    return saturate((int64_t)a - b);
}

static int32_t read_operand(const int32_t *code, const ConditionWorld *world) {
    switch ((ConditionCode)code[0]) {
    case CODE_NUMBER:
        return code[1];
    case CODE_GAUGE:
        return world->gauges[code[1]];
    case CODE_FACT:
        return world->facts[code[1]];
    case CODE_WATCH:
        return world->watched[code[1]];
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
    case CODE_ANSWER:
        break;
    }
    ASSERT(false);
    return 0;
}

// Both sides of `and` and `or` are always judged: nothing they read has an effect or can fail.
static int32_t apply(ConditionCode code, int32_t a, int32_t b) {
    switch (code) {
    case CODE_OR:
        return a != 0 || b != 0;
    case CODE_AND:
        return a != 0 && b != 0;
    case CODE_LESS:
        return a < b;
    case CODE_AT_MOST:
        return a <= b;
    case CODE_EQUAL:
        return a == b;
    case CODE_NOT_EQUAL:
        return a != b;
    case CODE_AT_LEAST:
        return a >= b;
    case CODE_MORE:
        return a > b;
    case CODE_ADD:
        return condition_add(a, b);
    case CODE_SUBTRACT:
        return condition_subtract(a, b);
    case CODE_NUMBER:
    case CODE_GAUGE:
    case CODE_FACT:
    case CODE_WATCH:
    case CODE_NOT:
    case CODE_ANSWER:
        break;
    }
    ASSERT(false);
    return 0;
}

// The last value is kept apart from those that wait below it.
static int32_t run(const int32_t *code, int32_t count, const ConditionWorld *world) {
    int32_t waiting[CODE_STACK];
    int32_t depth = 0;
    int32_t value = 0;
    for (const int32_t *end = code + count; code < end; code += CODE_STEP) {
        if (code[0] < CODE_NOT) {
            waiting[depth++] = value;
            value = read_operand(code, world);
        } else if (code[0] == CODE_NOT) {
            value = value == 0;
        } else if (code[0] < CODE_ANSWER) {
            ASSERT(depth > 0);
            value = apply((ConditionCode)code[0], waiting[--depth], value);
        } else if (code[0] == CODE_ANSWER + (int32_t)CALL_IN) {
            value = world->answer(world->context, CALL_IN, code[1], value);
        } else {
            waiting[depth++] = value;
            value = world->answer(world->context, (AnswerCall)(code[0] - CODE_ANSWER), code[1], 0);
        }
    }
    ASSERT(depth == 1);
    return value;
}

int32_t condition_value(const Scenario *scenario, ConditionId id, const ConditionWorld *world) {
    Span code = scenario->conditions.rows[id].code;
    return code.count > 0 ? run(scenario->code.rows + code.first, code.count, world) : 1;
}

bool condition_holds(const Scenario *scenario, ConditionId id, const ConditionWorld *world) {
    return condition_value(scenario, id, world) != 0;
}

void condition_reads(const Scenario *scenario, ConditionId id, ConditionVisit *visit, void *context) {
    static const ReadsKind KINDS[] = {[CODE_GAUGE] = READS_GAUGE, [CODE_FACT] = READS_FACT, [CODE_WATCH] = READS_WATCH};
    Span span = scenario->conditions.rows[id].code;
    const int32_t *code = scenario->code.rows + span.first;
    for (int32_t i = 0; i < span.count; i += CODE_STEP) {
        if (code[i] >= CODE_GAUGE && code[i] <= CODE_WATCH) {
            visit(context, KINDS[code[i]], code[i + 1]);
        }
    }
}

bool condition_reads_answer(const Scenario *scenario, ConditionId id) {
    Span span = scenario->conditions.rows[id].code;
    const int32_t *code = scenario->code.rows + span.first;
    for (int32_t i = 0; i < span.count; i += CODE_STEP) {
        if (code[i] >= CODE_ANSWER) {
            return true;
        }
    }
    return false;
}
