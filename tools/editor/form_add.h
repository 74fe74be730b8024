// What can be added to a part of a case: members that are not there, one more of a list, one more mark or effect.
#pragma once

#include "editor/form_targets.h"

typedef struct {
    Str at, which; // as editor/fresh.h takes them; of what is only shown its pointer
    const Shape *shape;
    const Field *field; // … of which it is a member
    bool shows;         // nothing is written by it: its field is to be shown, and is written there
    bool depends;       // a way, or a text, that is there comes to depend on a condition
} FormAdd;
typedef ROWS_OF(FormAdd) FormAdds;

typedef ROWS_OF(Str) FormShown; // pointers of what is shown though nothing is written there

// The object `row` of a shape, at a pointer.
typedef struct {
    const Shape *shape;
    int32_t row;
    Str at;
} FormObject;

bool form_is_wanted(const Scenario *scenario, const FormObject *object, const Field *field, const FormShown *shown);
// It has an end of its own, where more of it is added; else it is among what is added to its object.
bool form_is_open(const Scenario *scenario, const FormObject *object, const Field *field);

FormAdds form_adds_in(Arena *arena, const Scenario *scenario, const FormObject *object, const FormShown *shown);
// One more of what is open.
FormAdds form_adds_of(Arena *arena, const Scenario *scenario, const FormObject *object, const Field *field);
