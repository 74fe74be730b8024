// Ids out of names.
#pragma once

#include "base/str.h"

Str slug_make(Arena *arena, Arena *scratch, Str name, Str otherwise); // "Élève n° 2" → "eleve-n-2"
