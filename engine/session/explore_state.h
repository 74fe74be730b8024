// States of a walk, packed into keys. Internal to exploring.
//
// A state is the decision before which the walk stands and whatever some answer from there on can still depend on.
// Gauges, facts and watches that no option, rule or route reads are left out, as are those that can no longer be read
// ahead, those that cannot have moved yet, and the marks of decisions that cannot be met again.
#pragma once

#include "session/explore_slice.h"

typedef struct {
    const SceneGraph *graph;
    const StatePart *parts;
    const int32_t *first;   // where the parts of kind k of component c begin: [c * STATE_KINDS + k]
    const int32_t *numbers; // in a key, by component; at least one
    int32_t most_numbers;
    WalkIndex index; // for walks in which what nothing depends on need not move: gauges, latches, scores
    bool complete;   // false: there are too many parts to be listed
} StateLayout;

// `walk` stands anywhere in the case; it, in its index, and `graph` must outlive the layout.
StateLayout state_layout_create(Arena *arena, Arena *scratch, const Walk *walk, const SceneGraph *graph);
int32_t state_count_parts(const StateLayout *layout, int32_t component);

void state_pack(const StateLayout *layout, const Walk *walk, uint32_t *key);
// Puts the walk before the decision of `scene`. What the key leaves out stays as it is in the walk, which must not have
// answered in a later component. Where the walk stood there just now, and took one step on, it is enough to put back
// what that `moved`; else MOVED_ANYTHING.
void state_unpack(const StateLayout *layout, SceneId scene, const uint32_t *key, uint32_t moved, Walk *walk);
