// Which words a language has, by the dictionaries that other programs use too: hunspell and its files, looked for on
// the machine while the program runs. Where they are not, nothing is spelled.
//
//     Str folders = dictionary_folders(&arena);
//     Dictionary *dictionary = dictionary_open(S("fr"), folders);      // NULL: there is none. Takes a tenth of a
//     second dictionary_knows(dictionary, S("l'accueil")) DictionaryWords words = dictionary_suggest(dictionary,
//     &arena, S("acueil")); dictionary_close(dictionary);
#pragma once

#include "base/rows.h"
#include "base/str.h"

typedef struct Dictionary Dictionary;
typedef ROWS_OF(Str) DictionaryWords;

// A line each: those of DICPATH where it is set, else where this account and the system keep theirs.
Str dictionary_folders(Arena *arena);
Dictionary *dictionary_open(Str language, Str folders); // BCP 47: "fr", "en-GB"
bool dictionary_knows(const Dictionary *dictionary, Str word);
DictionaryWords dictionary_suggest(const Dictionary *dictionary, Arena *arena, Str word); // the likeliest first
void dictionary_close(Dictionary *dictionary);                                            // NULL is fine
