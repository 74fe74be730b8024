// Scores: marks of a walk and votes of a group, summed up. All results are exact fractions or counts; the view
// divides.
#pragma once

#include "session/walk.h"

// Profile of a walk on one competency: Σ(s − smin) ÷ Σ(smax − smin) over its decisions of record in which it is present
// and in which answers could differ (docs/FORMAT.md, "Profile").
typedef struct {
    int32_t sum;       // Σ s
    int32_t low, high; // Σ smin, Σ smax
    int32_t occasions; // decisions counted
    int32_t left_out;  // … and those that would be, if their answers could be weighed. In row 0: in all
} Profile;

typedef enum { PROFILE_TOO_FEW, PROFILE_TO_EXPLORE, PROFILE_PRESENT, PROFILE_STRENGTH, PROFILE_WORD_COUNT } ProfileWord;

ProfileWord profile_word(Profile profile); // by the exact fraction: < 35 %, 35–70 %, > 70 %; two occasions at least

// False: answers differ in so many ways that weighing them would keep the room waiting.
bool profile_weighs(Arena *scratch, const Scenario *scenario, const Ask *ask);

// Between which marks the answers to a decision lie is mostly a matter of the case: who adds many answers to the same
// one keeps what was found before, and lets it grow.
typedef struct ProfileExtremes ProfileExtremes;                                   // opaque
ProfileExtremes *profile_extremes_create(Arena *arena, const Scenario *scenario); // both outlive it
// Adds one decision of record: `walk` stands before it, `answer` is what was answered first. `known` NULL: the extremes
// are worked out and forgotten.
void profile_add(Profile *profiles, Arena *scratch, const Walk *walk, const Answer *answer, ProfileExtremes *known);

// Votes of a room over k options (Simpson's index, normalised): D = (1 − Σp²) ÷ (1 − 1/k). 0 when all agree or nobody
// voted.
double votes_dispersion(const int32_t *votes, int32_t k);
// Total variation between two rounds: T = ½ Σ|p − q|. 0 when one of them is empty.
double votes_shift(const int32_t *before, const int32_t *after, int32_t k);
// Aggregate scoring against a panel (script concordance): Σ p · n ÷ max(n). 0 when either is empty.
double votes_concordance(const int32_t *votes, const int32_t *panel, int32_t k);
