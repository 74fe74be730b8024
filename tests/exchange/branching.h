// Branching Scenarios drawn at random, and a small player of them: another reading of the rules of H5P's own, made for
// the tests and sharing nothing with the importer.
#pragma once

#include "base/json_write.h"
#include "base/random.h"

enum { BRANCHING_NODES = 8, BRANCHING_WAYS = 9, BRANCHING_LEFT = 64 };

typedef struct {
    int32_t target;   // may be no node, and no end
    bool said, shows; // it has a target, a feedback with a title
    bool scored;
    int32_t score;
} BranchingWay;

typedef struct {
    bool asks;
    int32_t way_count; // one when it does not ask
    BranchingWay ways[BRANCHING_WAYS];
} BranchingNode;

typedef enum { BRANCHING_NO_SCORE, BRANCHING_STATIC, BRANCHING_DYNAMIC } BranchingScoring;

typedef struct {
    BranchingScoring scoring;
    int32_t node_count;
    BranchingNode nodes[BRANCHING_NODES];
    int32_t end_score;    // of the usual end, which is called E-1
    bool second_declared; // the end -2, which is called E-2
} Branching;

Branching branching_draw(Random *random);

// Where its texts come from; without, they are fixed.
typedef struct {
    Str (*html)(void *context);
    Str (*plain)(void *context);
    void *context;
} BranchingWords;

Str branching_write(Arena *arena, const Branching *branching, const BranchingWords *words); // content.json

typedef struct {
    const Branching *branching;
    int32_t node;           // where one stands; -1: at an end
    char title[32];         // of the end
    int32_t score, maximum; // there
    struct {
        int32_t node, score, maximum;
    } left[BRANCHING_LEFT];
    int32_t left_count;
    int32_t steps; // so many that nothing but screens can have been shown: it goes round
} BranchingWalk;

// Shows screens until a question or an end comes; then each answer does so again.
void branching_start(BranchingWalk *walk, const Branching *branching);
void branching_answer(BranchingWalk *walk, int32_t way);
