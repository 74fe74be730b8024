// How many decisions there are from a scene to an ending, whatever conditions say.
//
//     Remaining remaining = remaining_count(&arena, &scratch, scenario);
//     int32_t least = remaining.least[scene]; // the scene's own decision counts
//
// Linear in the scenes and the ways between them.
#pragma once

#include "scenario/scenario.h"

enum { REMAINING_UNKNOWN = -1 };

typedef struct {
    const int32_t *least; // by SceneId; REMAINING_UNKNOWN: no way leads from there to an ending
    const int32_t
        *most; // by SceneId; REMAINING_UNKNOWN: no bound, for a decision can be met again and again, or as above
} Remaining;

// Scenes that no way from the start leads to are unknown.
Remaining remaining_count(Arena *arena, Arena *scratch, const Scenario *scenario);

// How many decisions walks have that are drawn at random: conditions often hold a loop to one round where counting ways
// finds no bound. The same for the same case; both 0 for one too large to be walked while somebody waits.
typedef struct {
    int32_t shortest, longest;
} UsualLength;

UsualLength remaining_usual(Arena *scratch, const Scenario *scenario);

// Decisions of a whole walk, as they are told before one of them.
typedef struct {
    int32_t total; // those made included; 0: not known
    bool exact;    // … whatever is answered; else about as many, as walks usually have
} WalkLength;

WalkLength remaining_length(const Remaining *remaining, UsualLength usual, SceneId scene, int32_t made);
