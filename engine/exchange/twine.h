// Twine 2's HTML: a published story, or an archive of several.
#pragma once

#include "exchange/tale.h"

bool twine_is(Str text);
// Those that have passages, in order. `source` is the draft that `text` is of, NULL for none.
void twine_read(Arena *arena, Str text, FileDraft *source, Tales *stories);
