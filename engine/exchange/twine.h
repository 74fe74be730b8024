// Twine 2's HTML: a published story, or an archive of several.
#pragma once

#include "exchange/tale.h"

bool twine_is(Str text);
void twine_read(Arena *arena, Str text, Tales *stories); // those that have passages, in order
