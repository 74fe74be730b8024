// Giving something another id, and with it everything that names it: keys, values, conditions and answers of a panel.
// The names are known from the shape table and from how names are resolved when a case is read, never by searching
// for a text: an option "a" of one decision is not the option "a" of another, nor a scene "a".
#pragma once

#include "editor/operation.h"

// `operation->at` leads to an id, such as "/scenes/3/id", of `bytes`, from which `scenario` was parsed. x- keys are
// nobody's, and stay; what could not be read names nothing. A walk that is kept beside a case (NAME.test.json) is
// another file.
OperationResult rename_id(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, const Operation *operation,
                          Str *after);
