// Why a case cannot be played, in words for whoever wanted to play it. Of a card that is `broken`.
#pragma once

#include "player/library.h"

Str library_fault(Arena *arena, const Catalog *catalog, const Card *card);  // what happened: one sentence or two
Str library_advice(Arena *arena, const Catalog *catalog, const Card *card); // what to do
