// Giving something another id, and with it everything that names it (editor/references.h).
#pragma once

#include "editor/operation.h"

// `operation->at` leads to an id, such as "/scenes/3/id", of `bytes`, from which `scenario` was parsed. A walk that is
// kept beside a case (NAME.test.json) is another file.
OperationResult rename_id(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, const Operation *operation,
                          Str *after);
