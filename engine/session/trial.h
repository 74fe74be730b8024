// Case tests: walks of a case, and what they must come to, as NAME.test.json has them (docs/FORMAT.md, "Case tests").
//
//     Trials tests;
//     if (trials_open(&scratch, bytes, &tests) == TRIALS_FINE) {
//         for (const JsonValue *test = json_first(tests.list); test != NULL; test = json_next(test)) {
//             TrialVerdict verdict = trial_run(&runner, test);          // no notes: it passed
//         }
//         trials_close(&tests);
//     }
//
//     Str test = trial_record(&runner, &session, &(TrialWish){.name = name});
//     bytes = bytes.len > 0 ? trials_add(&arena, bytes, test) : trials_begin(&arena, case_name, test);
#pragma once

#include "base/json.h"
#include "session/session.h"

typedef enum {
    TRIALS_FINE,
    TRIALS_BAD_JSON,
    TRIALS_NONE // JSON, but no file of tests
} TrialsFault;

typedef struct {
    JsonDoc doc;
    Str case_name; // the file of the case, relative to that of the tests
    const JsonValue *list;
    int32_t place; // of a fault: byte
} Trials;

TrialsFault trials_open(Arena *scratch, Str bytes, Trials *tests); // bytes are borrowed until it is closed
void trials_close(Trials *tests);                                  // of a fault too

typedef enum {
    TRIAL_NO_OBJECT,
    TRIAL_UNKNOWN_KEY, // what: the key
    TRIAL_WRONG_KIND,  // likewise
    TRIAL_BAD_START,
    TRIAL_BAD_ANSWER,    // step, scene, got: the answer
    TRIAL_NOTHING_ASKED, // likewise
    TRIAL_ENDING,        // wanted, got: ids, "null" for no ending; scene: where it came to
    TRIAL_MARK,          // what, wanted, got
    TRIAL_GAUGE,         // likewise
    TRIAL_FACT,          // likewise, "1" or "0"
    TRIAL_NO_NAME        // what: of the key, or the name; wanted: what the case does not have
} TrialFault;

typedef struct {
    TrialFault fault;
    int32_t step;  // which answer, from 1
    SceneId scene; // 0: none is meant
    Str what, wanted, got;
} TrialNote;

typedef struct {
    Str name;
    ROWS_OF(TrialNote) notes;
} TrialVerdict;

typedef struct {
    Arena *arena; // keeps verdicts and what is recorded
    Arena *scratch;
    const Scenario *scenario;
    DetectorBank *bank; // of it
} TrialRunner;

// What is written neither in the test nor under "x-" keys is not compared.
TrialVerdict trial_run(const TrialRunner *runner, const JsonValue *test);

typedef struct {
    Str name;
    bool whole; // gauges and facts too, not only the ending and the marks
} TrialWish;

// The present way of a session as a test, and what a walk of these answers comes to; where somebody had stepped back,
// these are not the marks of the session. Private answers are left out of it: another one stands for each. Empty: no
// test can tell this way, for there is a jump in it, or what was taken back has led to it.
Str trial_record(const TrialRunner *runner, const Session *session, const TrialWish *wish);

// A file of that test alone, and one with it behind all others, which stay byte for byte; that is one of tests.
Str trials_begin(Arena *arena, Str case_name, Str test);
Str trials_add(Arena *arena, Str bytes, Str test);
