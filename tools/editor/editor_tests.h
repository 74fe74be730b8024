// What the editor holds of the tests of the case, which stand in a file beside its own: NAME.test.json.
#pragma once

#include "session/trial.h"

typedef struct {
    Arena arena;
    Str trouble; // why they cannot be run; empty: they were
    ROWS_OF(TrialVerdict) rows;
    int32_t failed;
    bool whole; // a play that becomes a test has its gauges and facts too
} EditorTests;
