// Twine 2's HTML: a published story, or an archive of several.
#pragma once

#include "exchange/tale.h"

bool twine_is(Str text);
enum { TWINE_MOST_STORIES = 500 };

// Those that have passages, in order, up to one more than MOST_STORIES. But for the `wanted` one, from 1, they are
// known by their titles alone. `source` is the draft that `text` is of, NULL for none.
void twine_read(Arena *arena, Str text, FileDraft *source, int32_t wanted, Tales *stories);
// One of those that were found: `html` and `line` of its row.
void twine_read_story(Arena *arena, Str html, int32_t line, FileDraft *source, Tale *story);
