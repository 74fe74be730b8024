// The one mark of an author's text: *stars* around what is emphasised. A star opens that neither a space nor another
// star follows; the next star that neither follows closes, in the same paragraph. Any other star is a star.
#pragma once

#include "base/str.h"

typedef ROWS_OF(int32_t) EmphasisMarks; // offsets of the stars that are marks, in order: one opens, the next closes

EmphasisMarks emphasis_find(Arena *arena, Str text);
Str emphasis_plain(Arena *arena, Str text); // as it is read where nothing can be emphasised
