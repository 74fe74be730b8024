// All texts of a case that a person wrote, each with the pointer by which it is changed: what is looked through, and
// what is translated. Ids, ways, conditions, dates and the language are none.
//
//     Form texts = texts_of(&arena, scenario);      // rows of FORM_TEXT, none empty, as a form has them
//     texts.rows[i].at, .text, .field->verbatim     // verbatim: a pattern, an example, a pronunciation
#pragma once

#include "editor/form.h"

bool texts_is_text(const FormRow *row);    // one of them
bool texts_is_pattern(const FormRow *row); // of a detector: made of words, and no prose
Form texts_of(Arena *arena, const Scenario *scenario);
