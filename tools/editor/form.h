// The form of a part of a case: what stands in it, row by row, made from the shape table (scenario/shape.h) and called
// by the words of authors (editor/form_words.h). It knows no window: a panel shows each row, and changes it by an
// operation at its pointer.
//
//     Form form = form_of(&arena, scenario, S("/scenes/3"), &shown);
//     for (i…) { form.rows[i].at, .kind, .text … }
//
// Rows are those that are written, those that must be, those that most authors look for, and those in `shown`: a text
// that was emptied stays while one is there. At the end of each list and of each object stands what can be added to it.
// With a NULL `shown` there are only those that are written: it takes much less time to read a whole case that way.
// What form_words has no words for is left to who edits the file.
#pragma once

#include "editor/form_add.h"
#include "editor/operation.h"

typedef enum {
    FORM_GROUP, // an object, or an element of a list: what follows, deeper, stands in it
    FORM_TEXT,
    FORM_CONDITION,
    FORM_INT,
    FORM_FLAG,
    FORM_WORD,   // one of a few
    FORM_REF,    // the id of something else
    FORM_AMOUNT, // a mark or an effect: an integer beside an id
    FORM_VALUE,  // made of several: editor/values.h; `text` is that of a colleague's answer
    FORM_ADD,    // what can be added to the list at that pointer
    FORM_ADD_IN  // … to the object there; a NULL field: that is what the form is of
} FormKind;

typedef struct {
    FormKind kind;
    int32_t depth;      // how many groups it stands in
    Str at;             // JSON pointer of the value, whether or not it is there
    const Shape *shape; // of the object whose member it is
    const Field *field; // … the member; of a group the one that the object stands in
    int32_t number;     // of an element in its list, from 1; 0: it is none
    int32_t siblings;   // … how many there are
    Str text;           // FORM_TEXT, FORM_CONDITION; FORM_REF, FORM_AMOUNT: the id, also one that nothing has
    int32_t value;      // FORM_INT: NOT_SAID where it is not; FORM_FLAG; FORM_WORD: from 1, 0: none; FORM_AMOUNT
    Target target;      // FORM_REF, FORM_AMOUNT: of what the id is
    int32_t row;        // of a group: in the table of the shape that it has
    Str id;             // of a group: that of the element, by which others name it; empty: it has none
    FormAdds adds;      // FORM_ADD, FORM_ADD_IN
} FormRow;

typedef ROWS_OF(FormRow) Form;

// `at` leads to an object or a list, or is empty: the case itself, without its lists, which are parts of their own.
Form form_of(Arena *arena, const Scenario *scenario, Str at, const FormShown *shown);
const FormRow *form_find(const Form *form, Str at); // the row of a pointer; NULL: it has none

bool form_can_remove(const FormRow *row); // an element, or an object that need not be there
