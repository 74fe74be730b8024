// What an Editor holds for each of its tools.
#pragma once

#include "editor/bench.h"
#include "editor/find.h"
#include "editor/translation.h"
#include "session/explore.h"
#include "session/simulate.h"
#include "solo/solo.h"

typedef struct {
    Str id; // of a gauge or a fact
    int32_t value;
} EditorPreset;

// A play of the case from one of its scenes on. It has a reading of its own, which follows the document's while that
// can be played.
typedef struct {
    bool on;
    bool behind; // the document has errors: what is played is how it was before
    Arena arena; // of the reading, and of the place it begins at
    const Scenario *scenario;
    Str from; // id of the scene; empty: the beginning of the case
    Solo solo;
    Arena preset_arena;
    ROWS_OF(EditorPreset) presets;
} EditorPlay;

// What is looked for in all texts, and what was found. Texts and hits are kept as long as the case is the same.
typedef struct {
    Arena words_arena;
    Str wanted, by;
    FindRules rules;
    bool replaces; // something is to stand in its place
    int32_t at;    // hit that was last led to; -1: none yet
    Arena texts_arena;
    Form texts; // of the case, once they were looked through
    Arena hits_arena;
    FindHits hits;
    bool *left_out; // by hit: it stays as it is
    int32_t left_count;
} EditorFind;

// The figures of a case, once they were asked for and until it is changed.
typedef struct {
    bool on;
    Arena arena;
    Exploration reach;
    Simulation walks;
    int64_t words; // to be read on a walk
} EditorMeasure;

// What became of the texts that went to translators.
typedef struct {
    Arena arena;
    Str told; // empty: nothing was asked yet
    bool trouble;
    Translation read;
} EditorTranslating;
