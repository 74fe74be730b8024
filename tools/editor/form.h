// The form of a part of a case: what stands in it, row by row, made from the shape table (scenario/shape.h) and called
// by the words of authors (editor/form_words.h). It knows no window: a panel shows each row, and changes it by an
// operation at its pointer.
//
//     Form form = form_of(&arena, scenario, S("/scenes/3"), &shown);
//     for (i…) { form.rows[i].at, .kind, .text … }
//
// Rows are those that are written, those that must be, those that most authors look for, and those in `shown`: a text
// that was emptied stays while one is there. What form_words has no words for is left to who edits the file.
#pragma once

#include "editor/operation.h"

typedef enum {
    FORM_GROUP, // an object, or an element of a list: what follows, deeper, stands in it
    FORM_TEXT,
    FORM_CONDITION,
    FORM_INT,
    FORM_FLAG,
    FORM_WORD,  // one of a few
    FORM_REF,   // the id of something else
    FORM_AMOUNT // a mark or an effect: an integer beside an id
} FormKind;

typedef struct {
    FormKind kind;
    int32_t depth;      // how many groups it stands in
    Str at;             // JSON pointer of the value, whether or not it is there
    const Shape *shape; // of the object whose member it is
    const Field *field; // … the member; of a group the one that the object stands in
    int32_t number;     // of an element in its list, from 1; 0: it is none
    Str text;           // FORM_TEXT, FORM_CONDITION; FORM_REF, FORM_AMOUNT: the id, also one that nothing has
    int32_t value;      // FORM_INT: NOT_SAID where it is not; FORM_FLAG; FORM_WORD: from 1, 0: none; FORM_AMOUNT
    Target target;      // FORM_REF, FORM_AMOUNT: of what the id is
    int32_t row;        // of a group: in the table of the shape that it has
} FormRow;

typedef ROWS_OF(FormRow) Form;
typedef ROWS_OF(Str) FormShown; // pointers

// `at` leads to an object or a list, or is empty: the case itself, without its lists, which are parts of their own.
Form form_of(Arena *arena, const Scenario *scenario, Str at, const FormShown *shown);
const FormRow *form_find(const Form *form, Str at); // the row of a pointer; NULL: it has none

// What a FORM_REF may name, in the order of the file.
typedef struct {
    Str id, label;
} FormTarget;
typedef ROWS_OF(FormTarget) FormTargets;

FormTargets form_targets(Arena *arena, const Scenario *scenario, Target target);
