// The part of a case that the rules read, laid out close together: in a large case a walk waits for memory more than
// for anything else. Made once for a case and shared by all walks through it. Internal to session/.
#pragma once

#include "session/walk.h"

// A competency is marked with `value`, a gauge moved by it, a fact set to it.
typedef struct {
    int16_t of, value;
} Change;

// Where one goes on: to a scene at once, or by the first of the routes that holds; nowhere when there is neither.
typedef struct {
    SceneId to;
    Span routes;
} Way;

// Changes that an option, a band, a rule, a bin or a detector gives: runs that stand side by side, in this order.
typedef struct {
    int32_t first; // of WalkIndex.changes
    uint8_t scores, effects, set, unset;
    ConditionId when; // of an option or a rule
    Way way;          // of an option or a band: its own, or else that of its decision
} Gift;

// A scene as a walk meets it.
typedef struct {
    AskId ask;
    OptionId first_option; // of a choice or a multiple
    int32_t first_watch;   // of WalkIndex.watches
    uint8_t option_count, watch_count;
    uint8_t free_options; // bit i: the i-th has no `if`
    uint8_t kind;         // an AskKind
    bool ends;
    bool is_private, has_rules, has_own_words;
    bool is_open; // a decision that can be answered without options
    Way way;      // of a decision: for answers that have none of their own
} Stop;

struct WalkIndex {
    const Stop *stops;                                      // by SceneId
    const Gift *options, *bands, *rules, *bins, *detectors; // by row of the case; detectors: by row of detector_uses
    const Way *own_words;                                   // by row
    const Change *changes;
    const int32_t *watches; // rows of scenario->watches, those of one scene side by side
    const int32_t *scores;  // rows of the watches of scores
    const GaugeId *gauges;  // all of them
    const FactId *latches;  // in the order of the file
    int32_t score_count, gauge_count, latch_count;
    bool drifts; // some gauge moves without an effect
};

const WalkIndex *walk_index_create(Arena *arena, const Scenario *scenario);

// All that an answer brings about: its options, what was found in it, its bins, its band, then the rules that held.
typedef struct {
    const Gift *rows[LIMIT_ITEMS + 1 + LIMIT_TEXTS];
    int32_t count;
    int32_t effect_count, fact_count;  // of them all
    int32_t effects[LIMIT_GAUGES + 1]; // by GaugeId, as far as the case has gauges: their sums, as written
} Gifts;

bool walk_is_of_record(const Walk *walk); // an answer to the decision before which it stands

// walk_answer in two steps. What an answer weighs depends on the state only by rules and by whether it is of record;
// what it was given before by walk_apply, in another state, does not matter. `effects` are given only where gauges
// move.
void walk_list_gifts(const Walk *walk, const Answer *answer, Consequences *given, Gifts *gifts);
void walk_apply(Walk *walk, const Answer *answer, const Gifts *gifts, Consequences *given);
