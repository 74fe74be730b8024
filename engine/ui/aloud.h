// Texts as they are spoken: signs that are for the eye are left out, those that mean something become words.
#pragma once

#include "base/catalog.h"

// In the language of `words`. What nothing is left of is empty.
Str aloud_text(Arena *arena, const Catalog *words, Str text);
void aloud_add(StrBuilder *line, Str part); // after what the line says already, with a comma unless that was closed
