// States of a walk, packed into keys. Internal to exploring.
//
// A state is the decision before which the walk stands and whatever some answer from there on can still depend on.
// Gauges, facts and watches that no option, rule or route reads are left out, as are those that can no longer be read
// ahead, those that cannot have moved yet, and the marks of decisions that cannot be met again.
#pragma once

#include "session/explore_slice.h"

enum { EXPLORE_MOVED_BEFORE = 32 }; // beside those of session/walk.h: watches that no answer from here on moves

// A part, and the first component in which it is told apart.
typedef struct {
    const StatePart *part;
    StateKind kind;
    int32_t first;
} NewPart;

// How the states of a component are packed.
typedef struct {
    const StatePart *parts;    // kind after kind; watches in the order in which they come to rest
    const NewPart *newest;     // all of them, those first that began last; after them one that begins in no component
    const int32_t *moves;      // of each, the last component in which an answer may move it
    const uint32_t *alive;     // of each number, the bits that parts take
    const uint32_t *still;     // and those of watches that no answer from here on moves
    int32_t ends[STATE_KINDS]; // after the last part of each kind
    int32_t asked_from;        // the component of which was asked last which watches it moves
    int32_t moving;            // and the first of these
    int32_t numbers;           // in a key, at least one; 0: it is not laid out yet
} ComponentLayout;

typedef struct {
    const SceneGraph *graph;
    const Variable *variables; // kind after kind, each at its place
    int32_t variable_count;
    const bool *asking; // by component: it has states to tell apart
    ComponentLayout *components;
    int32_t most_numbers; // that a key may have in any component
    WalkIndex index;      // for walks in which what nothing depends on need not move: gauges, latches, scores
    bool complete;        // false: there are too many parts to be listed
} StateLayout;

// `walk` stands anywhere in the case; it, in its index, `graph` and the arena must outlive the layout. `marks`: states
// that differ by which decisions are marked are told apart also where no score is read.
StateLayout state_layout_create(Arena *arena, Arena *scratch, const Walk *walk, const SceneGraph *graph, bool marks);
// Lays out a component: done once, before a state of it is packed. Few cases are explored to their end.
void state_layout_reach(Arena *arena, StateLayout *layout, int32_t component);
int32_t state_count_parts(const StateLayout *layout, int32_t component);

// Packs the state of the component in which the walk stands after an answer that it gave in a state of the component
// `from`, whose key was `before` and in which state_unpack put it; at its start, 0 and NULL.
void state_pack(const StateLayout *layout, int32_t from, const uint32_t *before, int32_t component, const Walk *walk,
                uint32_t *key);
// Puts the walk before the decision of `scene`. What the key leaves out stays as it is in the walk, which must not have
// answered in a later component. Where the walk stood there just now, and took one step on, it is enough to put back
// what that `moved`; else MOVED_ANYTHING, and EXPLORE_MOVED_BEFORE unless it last stood in a state of the same `still`
// bits.
void state_unpack(const StateLayout *layout, SceneId scene, const uint32_t *key, uint32_t moved, Walk *walk);
