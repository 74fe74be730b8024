// What names something of a case: keys, values, conditions and answers of a panel. It is known from the shape table and
// from how names are resolved when a case is read, never by searching for a text: an option "a" of one decision is not
// the option "a" of another, nor a scene "a". x- keys are nobody's; what could not be read names nothing.
#pragma once

#include "editor/pointer.h"

typedef struct {
    Target target; // what it is; TARGET_NOTHING: the case itself
    int32_t row;   // … in the table of that
    Str id;
    const Field *field; // in which the id stands
} Referred;

typedef ROWS_OF(int32_t) ReferencePlaces; // bytes: the first letter of each name, in any order

// `at` leads to an id, such as "/scenes/3/id". False where none can be read that something else could name.
bool references_begin(const Scenario *scenario, Str at, Referred *to);
// All that names it, but not the id itself. `scenario` was parsed from `bytes`.
ReferencePlaces references_find(Arena *arena, const Scenario *scenario, Str bytes, const Referred *to);
// All that names something in the value at a pointer from outside of it: what would lead nowhere without that.
ReferencePlaces references_find_into(Arena *arena, const Scenario *scenario, Str bytes, Str at);
