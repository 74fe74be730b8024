// The keys of a case as those who write one call them: the label of each field of a form, the words of each list, and
// the parts that a case has.
#pragma once

#include "scenario/shape.h"

typedef struct {
    Str shape, key;  // an empty shape: of every one that has no row of its own
    Str label;       // a source of the catalogue; of an element of a list it may hold {0}: its number, or its letter
    Str hint;        // … what it is for; may be empty
    bool usual;      // most authors look for it: it stands in the form before it is written
    bool letters;    // its elements are known by letters
    const Str *list; // … of a FIELD_WORD: the word for each value, from 1
} FormWords;

const FormWords *form_words_find(const Shape *shape, const Field *field); // NULL: it has no place in forms

Str form_words_ask(Str kind); // of a decision

// Parts of a case that are written on pages of their own, in their order; scenes are not among them.
typedef struct {
    Str at;    // JSON pointer; empty: the case itself
    Str label; // a source of the catalogue
} FormPart;

extern const FormPart FORM_PARTS[];
extern const int32_t FORM_PART_COUNT;

bool form_words_is_part(const Shape *shape, const Field *field); // one of those, as a member of the case
