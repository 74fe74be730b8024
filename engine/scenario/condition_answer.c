#include "scenario/condition.h"
#include "scenario/condition_code.h"

static bool is_known(const AnswerRead *reads, int32_t count, AnswerRead read) {
    for (int32_t i = 0; i < count; i++) {
        if (reads[i].call == read.call && reads[i].a == read.a && reads[i].b == read.b) {
            return true;
        }
    }
    return false;
}

int32_t condition_answer_reads(const Scenario *scenario, ConditionId id, AnswerRead *reads, int32_t count,
                               int32_t room) {
    Span code = scenario->conditions.rows[id].code;
    const int32_t *step = scenario->code.rows + code.first;
    for (int32_t i = 0; i < code.count; i += CODE_STEP) {
        if (step[i] < CODE_ANSWER) {
            continue;
        }
        AnswerRead read = {.call = (AnswerCall)(step[i] - CODE_ANSWER), .a = step[i + 1]};
        // The bin of in(item, bin) was pushed by the instruction before.
        read.b = read.call == CALL_IN ? step[i - 1] : 0;
        if (!is_known(reads, count, read) && count < room) {
            reads[count++] = read;
        }
    }
    return count;
}
