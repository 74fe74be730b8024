// A language that nobody speaks, to see what becomes of a page whose words are longer: every text of a catalogue about
// a third longer, accented, between brackets. "Recommencer" is "[Rëëçömmëëñçër]".
#pragma once

#include "base/catalog.h"

Str pseudo_text(Arena *arena, Str text);     // places {0} and stars stay
Str pseudo_catalog(Arena *arena, Str bytes); // of a .mo file, in the byte order of this machine's kind: little-endian
