// The parts that tell the states of a walk apart: gauges, facts and watches on which something ahead may depend, and
// marks of decisions that can be met again. Internal to exploring.
#pragma once

#include "session/explore_graph.h"
#include "session/walk.h"
#include "session/walk_index.h"

typedef enum { STATE_GAUGE, STATE_FACT, STATE_WATCH, STATE_SCORE, STATE_MARK, STATE_KINDS } StateKind;

// A value in a key; of marks, those of 32 decisions that stand side by side, from the first to the last that counts.
typedef struct {
    int32_t id;            // GaugeId, FactId, row of watches, or number of Walk.marked
    int32_t least;         // is packed as 0; of marks the bit that is packed first
    uint32_t most;         // what is this much above it, or more, is packed as this
    uint32_t mask;         // the bits that it takes; of marks those in Walk.marked
    uint32_t taken;        // the bits that it has in its number of the key
    int32_t number, shift; // where it stands in the key
} StatePart;

typedef struct {
    StateKind kind;
    StatePart part;      // not yet at its place
    int32_t first, last; // the components in which it may differ and be read ahead
    int32_t moves;       // the last component in which an answer may move it
} Variable;

typedef ROWS_OF(Variable) VariableTable;

enum { MARKS_A_PART = 32 };

// `walk` may stand anywhere; the index is that of all its rules. Without `marks`, those are listed only where a score
// depends on them.
VariableTable explore_slice(Arena *arena, const Walk *walk, const SceneGraph *graph, bool marks);
