// Where something stands in a case, three ways: the JSON pointer by which it is edited, the byte offset that rows and
// findings remember, and the row of the tables that was read from it.
//
//     Pointed place;
//     pointer_find(scenario, S("/scenes/3/ask/options/0/text"), &place);   // row of options, the field "text"
//     pointer_at(&arena, bytes, scenario->options.rows[place.row].place);  // "/scenes/3/ask/options/0"
//
// A finding that was located has its pointer already.
#pragma once

#include "scenario/shape.h"

typedef struct {
    const Shape *shape; // of the object that it is, or that it stands in
    int32_t row;        // in the table of that shape; 0 of an object that is not there, and of the case itself
    const Field *field; // the member of that object; NULL: the object itself
    int32_t index;      // of an element of that member's list, with no row of its own; -1: none
} Pointed;

// False where the format has nothing: under an x- key, beyond a list, in a value that could not be read. Of a member
// that is absent the place is found all the same.
bool pointer_find(const Scenario *scenario, Str pointer, Pointed *place);

// The shape of the object that stands in a field, or of the elements of its list; NULL where there are none.
const Shape *pointer_inner_shape(const Scenario *scenario, const Pointed *place);

// The pointer of the innermost value at a byte offset.
Str pointer_at(Arena *arena, Str bytes, int32_t offset);

// Takes the last token off. `token` is as it stands in the pointer; false of the empty pointer.
bool pointer_split(Str pointer, Str *parent, Str *token);
Str pointer_key(Arena *arena, Str token);             // what a token says: "a/b" of "a~1b"
Str pointer_join(Arena *arena, Str pointer, Str key); // "/a/b~1c" of "/a" and "b/c"
Str pointer_element(Arena *arena, Str pointer, int32_t index);
