// Operations on a case, as pure functions on its bytes: typed operations at a place, which a JSON pointer names. They
// look at the structure alone, so they work in a case with any errors, and what they give is laid out by whoever reads
// it next (editor/document.h). A list of operations is one step: each sees what those before it have done, and if one
// cannot be done none is.
//
//     Operation operation = operation_text(&arena, S("/scenes/3/lines/0/text"), S("Bonjour."));
//     OperationResult result = operation_apply(&arena, scenario, bytes, &operation, &after);
#pragma once

#include "editor/pointer.h"

typedef enum {
    // The value at `at`, or with a new key a new member. Objects and lists on the way that are not there are made: so
    // "/scenes/3/trainer/notes" can be set whether or not the scene has notes.
    OPERATION_SET,
    OPERATION_REMOVE, // a member or an element; and the objects that hold nothing any more, where they need not be
                      // there
    OPERATION_INSERT, // an element, before the one that `at` names; "-" and the number of elements stand for the end
    OPERATION_MOVE,   // the element at `at`, so that it stands at `to` of the same list
    OPERATION_RENAME, // the id at `at`, with all that names it (editor/rename.h)
    OPERATION_ALL     // the whole file
} OperationKind;

typedef struct {
    OperationKind kind;
    Str at;
    Str json;   // OPERATION_SET, OPERATION_INSERT: the value. OPERATION_RENAME: the new id, bare. OPERATION_ALL: the
                // bytes of the file
    int32_t to; // OPERATION_MOVE
} Operation;

typedef ROWS_OF(Operation) Operations;

typedef enum {
    OPERATION_DONE,
    OPERATION_NOTHING,  // it would change nothing
    OPERATION_NO_PLACE, // nothing stands at `at`, or nothing can
    OPERATION_BAD_JSON,
    OPERATION_TOO_LARGE, // more than LIMIT_FILE_BYTES
    OPERATION_UNREAD,    // the file is not one of format 1 (Scenario.read): it can only be replaced
    OPERATION_BAD_ID,    // no slug, or no name
    OPERATION_TAKEN,     // something else has this id
    OPERATION_SHARED     // the id is not the case's own: a competency of all cases, or "own-words"
} OperationResult;

Operation operation_text(Arena *arena, Str at, Str text);
Operation operation_int(Arena *arena, Str at, int32_t number);

// `scenario` was parsed from `bytes`, or from the bytes before other operations of the step. Not for OPERATION_RENAME.
OperationResult operation_apply(Arena *arena, const Scenario *scenario, Str bytes, const Operation *operation,
                                Str *after);
