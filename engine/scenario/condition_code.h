// Compiled conditions: postfix code, two numbers an instruction, the operation and its operand. An
// operation takes its values off a stack and leaves one there. Internal to the conditions.
#pragma once

#include "base/limits.h"
#include "scenario/condition.h"

typedef enum {
    CODE_NUMBER, // the operand itself
    CODE_GAUGE,  // operand: GaugeId
    CODE_FACT,   // operand: FactId
    CODE_WATCH,  // operand: row of scenario->watches
    CODE_NOT,    // no operand from here on
    CODE_OR,
    CODE_AND,
    CODE_LESS,
    CODE_AT_MOST,
    CODE_EQUAL,
    CODE_NOT_EQUAL,
    CODE_AT_LEAST,
    CODE_MORE,
    CODE_ADD,
    CODE_SUBTRACT,
    CODE_ANSWER // plus an AnswerCall; operand: its `a`. CALL_IN takes its `b` off the stack
} ConditionCode;

enum {
    CODE_STEP = 2, // numbers an instruction
    // Inside each pair of brackets at most one value waits for each of or, and, a comparison and a sum, and one is on
    // top.
    CODE_STACK = 4 * (LIMIT_CONDITION_DEPTH + 1) + 1
};

int32_t condition_add(int32_t a, int32_t b); // saturates
int32_t condition_subtract(int32_t a, int32_t b);
