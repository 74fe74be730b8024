// What a ref of a case may name, called as its author calls it, in the order of the file.
#pragma once

#include "scenario/shape.h"

typedef struct {
    Str id, label;
} FormTarget;
typedef ROWS_OF(FormTarget) FormTargets;

// Of an option, an item or a place `at` is the pointer of a ref, and they are those of the decision that it stands in.
// What all cases share is called in the language of the case.
FormTargets form_targets(Arena *arena, const Scenario *scenario, Target target, Str at);
const Ask *form_ask_at(const Scenario *scenario, Str at); // the decision of the scene that something stands in

Str form_row_id(const Scenario *scenario, const Shape *shape, int32_t row);
// Its name, or what it is about; else its id.
Str form_row_label(Arena *arena, const Scenario *scenario, const Shape *shape, int32_t row);
