// A case as it is offered before it is played: its card, and what is to be read first. No session is needed.
#pragma once

#include "session/remaining.h"
#include "told/telling.h"

typedef struct {
    Str id, title, summary, language;
    Str theme; // id
    int32_t minutes;
    int32_t least, most; // decisions; most -1: no bound; least -1: not known
    UsualLength usual;   // as above, but drawn walks where there is no bound: what to tell
    bool quiz, not_first;
} ToldCard;

ToldCard card_create(Arena *arena, const Scenario *scenario);                // outlives the case: texts are copied
Str card_length(Arena *arena, const Catalog *catalog, const ToldCard *card); // "15 min · 5 to 8 decisions"
