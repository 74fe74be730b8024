// Many seeded random walks: what is met how often, how long walks are, where they get stuck.
#pragma once

#include "session/space.h"

typedef struct {
    int32_t runs, ended, stuck, unfinished; // unfinished: cut at `most_decisions`
    int64_t decisions;
    int32_t shortest, longest;                                         // decisions of the walks that ended
    const int64_t *scene_hits;                                         // by SceneId
    const int64_t *option_hits;                                        // by OptionId
    const int64_t *own_words_hits;                                     // by row of own_words
    const int32_t *ending_hits;                                        // by SceneId
    int32_t low[LIMIT_COMPETENCIES + 1], high[LIMIT_COMPETENCIES + 1]; // totals of the walks that ended
    Str stuck_walk; // the answers of the first walk that got stuck, in the notation of answer.h; empty when none did
} Simulation;

enum { SIMULATE_MOST_DECISIONS = 100000 };

Simulation simulate(Arena *arena, Arena *scratch, const Scenario *scenario, int32_t runs, uint64_t seed);
