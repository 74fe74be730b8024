// The line of undo: every state that a text had, whole. No state is worked out from another one, so there is no inverse
// of a change that could be wrong; what neighbours have in common they share, in pieces of a few lines.
//
//     Revisions revisions = {0};
//     revisions_push(&revisions, &scratch, bytes, &step);          // the first one; then one a step
//     if (revisions_undo(&revisions)) { bytes = revisions_bytes(&arena, revisions.current); }
//     revisions_finish(&revisions);
//
// A piece is a line of at most four spaces of indentation with the deeper ones below it: in the canonical form of a
// case that is a member of the case, or one scene, gauge, detector… Bytes of any other form are kept as well, with less
// in common.
//
// All states together stay under REVISIONS_MOST_BYTES: past it the oldest go, never the last two. Everything lives in
// the arena of the Revisions.
#pragma once

#include "base/str.h"

enum { REVISIONS_MOST_BYTES = 64 * 1024 * 1024 }; // as held from the system, also while the oldest go

// The step that led to a state, for those who undo it.
typedef struct {
    int32_t kind;     // OperationKind of its last operation (editor/operation.h)
    Str at;           // JSON pointer: where it was done
    bool typed;       // letters: more of them may join
    int64_t at_ms;    // when
    int32_t from, to; // the bytes of the new state that differ from the one before
} RevisionStep;

typedef struct Piece Piece;

typedef struct Revision {
    struct Revision *older, *newer;
    int64_t id; // never given twice
    RevisionStep step;
    Piece **pieces;
    int32_t piece_count;
    int32_t len;      // bytes
    int64_t size;     // bytes that it does not share with the one before
    bool sealed;      // no letter joins it: it was saved
    ArenaMark before; // where it begins in the arena
} Revision;

typedef struct {
    Arena arena;
    Revision *current; // NULL: there is none yet
    int64_t last_id;
    int32_t undo_count, redo_count;
} Revisions;

void revisions_finish(Revisions *revisions);

// Adds a state after the current one and makes it current. What was undone is forgotten. `bytes` and `step` are copied.
void revisions_push(Revisions *revisions, Arena *scratch, Str bytes, const RevisionStep *step);
// The same in the place of the current one, which may not be the first.
void revisions_replace(Revisions *revisions, Arena *scratch, Str bytes, const RevisionStep *step);

bool revisions_undo(Revisions *revisions); // false: there is none before
bool revisions_redo(Revisions *revisions);
void revisions_forget_newer(Revisions *revisions); // what was undone
Str revisions_bytes(Arena *arena, const Revision *revision);

// Gives a member of the outermost object the value `json` in every state that has it: a case that was saved as another
// one is that one in all its past.
void revisions_rewrite(Revisions *revisions, Str key, Str json);
