// Two texts of a case side by side, decision by decision: which are the same in both, what was changed in others, which
// exist in one alone; and of each which answer of the one is which of the other. So what groups chose who played the
// one can be held against the other, and nobody takes the two for figures of one text.
//
//     Versions versions = versions_compare(&arena, &scratch, &(VersionsOf){{older, newer}});
//     VersionsAnswers answers = versions_answers(&arena, &versions, &versions.rows[i]);
//     … one->votes[round].counts.cells[answers.rows[j].row[0]][answers.rows[j].place[0]] …
//
// Scenes, options, items and bins are the same by their ids, which is what ids are for. A change is one of what the
// case says, not of how its file is laid out.
#pragma once

#include "scenario/scenario.h"

enum { VERSIONS_SIDES = 2, VERSIONS_NONE = -1 };

// What can have been changed, a bit each.
typedef enum {
    VERSIONS_TOLD,    // what is said before, and what is asked
    VERSIONS_ANSWERS, // which there are, their words, their order, when they are offered
    VERSIONS_REST,    // what follows from them: where they lead, marks, feedback, the panel
    VERSIONS_PART_COUNT
} VersionsPart;

typedef struct {
    const Scenario *scenarios[VERSIONS_SIDES];
} VersionsOf;

typedef struct {
    SceneId scenes[VERSIONS_SIDES]; // 0: it does not exist there
    uint32_t changed;               // of one that exists in both
} VersionsDecision;

typedef struct {
    VersionsOf of;
    ROWS_OF(VersionsDecision); // in the order of the second, then those that only the first has
} Versions;

// A cell of a Disclosed (analysis/disclosed.h) in both; VERSIONS_NONE where it does not exist.
typedef struct {
    int32_t row[VERSIONS_SIDES], place[VERSIONS_SIDES];
    bool reworded; // the same answer, in other words
} VersionsAnswer;

typedef ROWS_OF(VersionsAnswer) VersionsAnswers;

Versions versions_compare(Arena *arena, Arena *scratch, const VersionsOf *of); // `scratch` comes back as it was
typedef struct {
    int32_t same, changed, alone;
} VersionsCount;

VersionsCount versions_count(const Versions *versions);
bool versions_is_in_both(const VersionsDecision *decision);
// Those that hands are counted for, abstentions at the end of each row; of others none.
VersionsAnswers versions_answers(Arena *arena, const Versions *versions, const VersionsDecision *decision);
