// Looking for words in all texts of a case, and putting others in their place. Ids and ways are no texts (texts.h):
// what names something goes on naming it.
//
//     Form texts = texts_of(&arena, scenario);
//     FindHits hits = find_hits(&arena, &texts, S("conseiller"), rules);
//     Operations step = find_replace(&arena, &texts, &hits, left_out, S("médiateur"));
//
// Any apostrophe finds any, any space any, so that what is typed on a keyboard finds what was set in French; accents
// count.
#pragma once

#include "editor/form.h"

typedef struct {
    bool exact_case;
    bool whole_words;
} FindRules;

typedef struct {
    int32_t text;     // row of the texts
    int32_t from, to; // bytes of it
} FindHit;

typedef ROWS_OF(FindHit) FindHits;

FindHits find_hits(Arena *arena, const Form *texts, Str wanted, FindRules rules);
// Those with a true in `left_out`, which is as long as the hits, stay as they are.
Operations find_replace(Arena *arena, const Form *texts, const FindHits *hits, const bool *left_out, Str by);
