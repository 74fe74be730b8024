// The walks of `palabre-cli simulate` as kept sessions, that `sessions import` takes.
#pragma once

#include "cli/cli.h"

typedef struct {
    const LoadedCase *loaded;
    int32_t runs;
    uint64_t seed;
    int32_t group_size; // 0: one person alone plays each
    Str path;           // of the file
} DrawnSessions;

enum { DRAWN_DECISIONS = 1000 }; // of one session: a walk that is longer is cut

// One seed gives the same bytes, and the walks that simulate (session/simulate.h) counts.
int drawn_write_sessions(Cli *cli, const DrawnSessions *wanted);
