// Written French and English as they are to be said. A voice is given words: between the page and the synthesiser
// stands a service that drops signs which mean something (the comma of 3,5, the hyphen that does not break), and the
// synthesiser spells what is said as a word. So numbers, hours, units, titles, initials, addresses, inclusive spellings
// and signs become words here, and nowhere else.
//
//     Str said = spoken_text(&arena, S("fr"), (SpokenTable){rows, count}, S("M. Guillou : 3,5 / 5"));
//                                                                     // "monsieur Guillou : 3 virgule 5 sur 5"
//
// A text in a language that is neither is only rid of its signs for the eye. What is said is UTF-8, without two spaces
// in a row; what nothing is left of is empty.
#pragma once

#include "base/str.h"

typedef struct {
    Str written, said; // whole words, case and all; what is said is given on as it stands
} SpokenAs;

// Said as a text's author wants it; comes before all else, the longest spelling first.
typedef struct {
    const SpokenAs *rows;
    int32_t count;
} SpokenTable;

Str spoken_text(Arena *arena, Str language, SpokenTable own, Str text); // language: BCP 47
