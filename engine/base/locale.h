// The language of the interface, French unless the locale names another, and its words.
#pragma once

#include "base/catalog.h"

Str locale_language(Arena *arena);                        // of LC_ALL, LC_MESSAGES or LANG: "fr" or "en"
bool locale_is_language(Str language);                    // the interface speaks it
void locale_read_catalog(Catalog *catalog, Str language); // "fr…": the French words; else none: the sources are English
