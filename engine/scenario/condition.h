// Conditions: small integer expressions over the state of a walk (grammar: docs/FORMAT.md, "Conditions").
//
//     expr = and { "or" and }     and = not { "and" not }     not = [ "not" ] cmp
//     cmp  = sum [ ( "<" | "<=" | "=" | "!=" | ">=" | ">" ) sum ]
//     sum  = term { ( "+" | "-" ) term }
//     term = [ "-" ] integer | name | call | "(" expr ")"
//
// Conditions are compiled once, when their case is loaded, to postfix code in `scenario->code`; running one allocates
// nothing, cannot loop, and needs a small stack of fixed size. Values are 32-bit integers and saturate; 0 is false.
#pragma once

#include "scenario/findings.h"
#include "scenario/scenario.h"

// Calls inside the condition of a rule, reply or route ask about the answer just given.
typedef enum {
    CALL_PLACE,     // of item `a` in a rank, from 1
    CALL_LEVEL,     // of item `a` in a rate, from 0
    CALL_IN,        // 1 when item `a` was put in bin `b`
    CALL_SHARE,     // percent, rounded down; 0 when nothing is keyed
    CALL_FOUND,     // 1 when DetectorId `a` was found in the typed answer
    CALL_MARK,      // mark on CompetencyId `a`, before rules
    CALL_CONFIRMED, // 1 when a typed answer was confirmed by the person
    CALL_COUNT
} AnswerCall;

// The state a condition is judged on. `answer` may be NULL where no answer stands: compiled conditions then hold no
// such call. An `a` or `b` that the call does not use is 0.
typedef struct {
    const int32_t *gauges;  // by GaugeId
    const uint8_t *facts;   // by FactId, 0 or 1
    const int32_t *watched; // by row of scenario->watches
    int32_t (*answer)(const void *context, AnswerCall call, int32_t a, int32_t b);
    const void *context;
} ConditionWorld;

// Compiles all conditions of the scenario, whose names and scenes can be found by now, and lists what they watch. A
// condition may ask about an answer when it has an `answered`. What is wrong with a text goes to `findings`, with its
// byte inside it; the condition then counts as always true.
void condition_compile_all(Arena *arena, Arena *scratch, Scenario *scenario, Findings *findings);

int32_t condition_value(const Scenario *scenario, ConditionId id, const ConditionWorld *world); // 1 for id 0
bool condition_holds(const Scenario *scenario, ConditionId id, const ConditionWorld *world);

// The values something can take. Of a condition: low = high = 0: never true; low > 0 or high < 0: always true.
typedef struct {
    int32_t low, high;
} Range;

// The values that conditions read, as ranges: gauges stay between min and max, facts that nothing sets stay 0. Made
// once for a case.
//
//     RangeWorld world = condition_range_world(&scratch, scenario);
//     Range range = condition_range(&world, id);
typedef struct {
    const Scenario *scenario;
    const Range *facts; // by FactId
} RangeWorld;

RangeWorld condition_range_world(Arena *arena, const Scenario *scenario);
Range condition_range(const RangeWorld *world, ConditionId id);

// Calls `visit` for each gauge, fact and watch that the condition reads, as often as it does.
typedef enum { READS_GAUGE, READS_FACT, READS_WATCH } ReadsKind;
typedef void ConditionVisit(void *context, ReadsKind kind, int32_t id);
void condition_reads(const Scenario *scenario, ConditionId id, ConditionVisit *visit, void *context);
bool condition_reads_answer(const Scenario *scenario, ConditionId id); // holds a call of rules

// One call of a rule's condition, such as in(item, bin).
typedef struct {
    AnswerCall call;
    int32_t a, b;
} AnswerRead;

// Adds to `reads` the calls of rules that the condition holds, each once; returns how many there are now (at most
// `room`).
int32_t condition_answer_reads(const Scenario *scenario, ConditionId id, AnswerRead *reads, int32_t count,
                               int32_t room);

// Calls `visit` for each name in the condition's text, also of one that could not be compiled.
typedef struct {
    Target target;
    int32_t id;        // its row, OPTION_OWN_WORDS, or 0: nothing that this call could mean has the name
    int32_t from, len; // bytes of the text
} ConditionName;

typedef void ConditionNameVisit(void *context, const ConditionName *name);
void condition_names(const Scenario *scenario, ConditionId id, ConditionNameVisit *visit, void *context);
