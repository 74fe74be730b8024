// What is added to a case: a value for a place where nothing stands yet, with all that must stand in it and an id that
// nothing else has. It is made from the shape table, so whatever the format has can be added.
//
//     Operation operation;
//     if (fresh_operation(&arena, scenario, &(FreshWish){.at = S("/scenes/3/lines/-")}, &operation)) {
//         document_edit(&document, &scratch, &operation, 1, &moment);
//     }
//
// Texts are empty, as numbers are that nobody can guess: the check says so until they are written.
#pragma once

#include "editor/operation.h"

typedef struct {
    // A member that is not there; an element, before the one that stands there, or with "-" at the end of its list; an
    // amount ("…/effects/trust"); or ways, or texts, that are to depend on a condition.
    Str at;
    Str which; // of a decision its kind; of a scene the way it has: "ask", "ending" or empty; of a ref, and of a
               // competency of all cases, its id
} FreshWish;

// False where nothing can be added: no such place, or nothing that it could name.
bool fresh_operation(Arena *arena, const Scenario *scenario, const FreshWish *wish, Operation *operation);

// The decision at `at` as one of another kind: what both kinds have stays as it is written, also of each option or
// item; what the new one must have besides is fresh. `let_go`: how many members of the old one it does not have.
bool fresh_recast(Arena *arena, const Scenario *scenario, Str bytes, const FreshWish *wish, Operation *operation,
                  int32_t *let_go);

// The same of what stands at `at` of a list, behind it: it is alike but for its id.
bool fresh_copy(Arena *arena, const Scenario *scenario, Str bytes, Str at, Operation *operation);
