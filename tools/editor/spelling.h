// The words of a text that no dictionary knows. Elisions (l’accueil), words with hyphens, ’s and inclusive spellings
// are known by their parts; names of characters, what has a pronunciation and the case's own words (`x-words` of the
// file) are known as they stand. Initials, numbers, addresses and single letters are not looked at.
//
//     Spelling spelling = {.dictionary = dictionary, .french = true};   // without a dictionary nothing is found
//     spelling_take_own(&spelling, &scratch, scenario);                 // after each change of the case
//     spelling.left = SPELLING_STEP;                                    // words that may be looked up now
//     SpellingFaults faults = spelling_find(&spelling, &arena, text, -1);
//     spelling_forget(&spelling);
//
// What was looked up once is remembered, so that a letter has only its own word spelled again; what is too much for
// now counts as known, and `waits` tells.
#pragma once

#include "base/table.h"
#include "editor/dictionary.h"
#include "scenario/scenario.h"

enum { SPELLING_STEP = 64 };

#define SPELLING_OWN "x-words"

typedef struct {
    int32_t from, to; // bytes of the text
} SpellingFault;

typedef ROWS_OF(SpellingFault) SpellingFaults;

typedef struct {
    const Dictionary *dictionary;
    bool french;
    int32_t left;
    bool waits;
    Arena arena;    // of what was looked up
    Table verdicts; // by word
    Arena own_arena;
    Table own; // without case
    Str own_list, own_json;
    DictionaryWords listed; // x-words, in the order of the file; what is no text there is empty
} Spelling;

// Gives whether other words are known now.
bool spelling_take_own(Spelling *spelling, Arena *scratch, const Scenario *scenario);
// The word that ends at byte `typed` is still being typed, and none yet; -1: nothing is.
SpellingFaults spelling_find(Spelling *spelling, Arena *arena, Str text, ptrdiff_t typed);
// What may stand in the place of a word of a text: what comes before an apostrophe stays, which is as it was.
DictionaryWords spelling_suggest(const Spelling *spelling, Arena *arena, Str word);
void spelling_forget(Spelling *spelling); // all but the dictionary
