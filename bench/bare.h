// The same walks without an engine: a case as bare numbers, its rules written out by hand. What Palabre is measured
// beside, and what its results are held against: both must count the same decisions and the same states.
#pragma once

#include "base/str.h"

enum { BARE_GAUGES = 2, BARE_COMPETENCIES = 4 };

typedef enum {
    BARE_ALWAYS,
    BARE_GAUGE_FROM,
    BARE_GAUGE_UNDER,
    BARE_FACT,
    BARE_NO_FACT,
    BARE_SEEN,
    BARE_VISITS_UNDER,
    BARE_SCORE_FROM,
    BARE_CHOSE
} BareKind;

typedef struct {
    int32_t kind;   // a BareKind
    int32_t of;     // gauge, fact, scene or competency
    int32_t option; // BARE_CHOSE: place in its scene
    int32_t value;
} BareCondition;

typedef struct {
    BareCondition when;
    BareCondition route; // leads to `to` while it holds, else to `otherwise`
    int32_t to, otherwise;
    int32_t moves[BARE_GAUGES];
    uint32_t sets, unsets; // bit per fact
    int32_t marks[BARE_COMPETENCIES];
} BareOption;

typedef struct {
    int32_t first, count; // options; an ending has none
} BareScene;

typedef struct {
    BareScene *scenes;
    BareOption *options;
    int32_t scene_count, option_count;
    int32_t start[BARE_GAUGES];
    bool lively; // gauges are capped, halved and drift, as generate.mjs says
} BareGraph;

BareGraph bare_read(Arena *arena, Str text); // text as spell.mjs writes it

// `runs` random walks from the first scene, drawn as simulate() draws them; gives how many decisions they made.
int64_t bare_walk(Arena *scratch, const BareGraph *graph, int32_t runs, uint64_t seed);

// How many states can be reached: scene, gauges, facts, and which decisions that can be met again are marked. For
// graphs that are not lively, of at most 255 scenes and 8 facts, whose conditions read gauges and facts alone.
int64_t bare_explore(Arena *scratch, const BareGraph *graph);
