// The words of the interface. Source texts are the English ones in the code; translations come from a GNU .mo file,
// read by this small reader so that no platform needs libintl.
//
//     Catalog catalog = {0};
//     catalog_read(&catalog, bytes);            // borrowed: bytes outlive the catalogue
//     Str text = catalog_text(&catalog, S("The file is empty."));
//
// A zeroed Catalog gives every source text back unchanged. A broken file is refused whole (false): English is better
// than half a language. So is one whose plural rule is neither that of English (n != 1, taken when none is named) nor
// that of French (n > 1). Messages with arguments use {0}, {1}… {9} so that a translation may reorder them.
#pragma once

#include "base/str.h"

// Marks a literal for translation (xgettext collects these); the value is the plain Str. TR_INIT is for static tables,
// TRP for the two sources of catalog_plural: `catalog_plural(&catalog, TRP("{0} scene", "{0} scenes"), count)`.
#define TR(literal) S(literal)
#define TR_INIT(literal) S_INIT(literal)
#define TRP(one, many) S(one), S(many)

typedef struct {
    Str bytes;
    int32_t count;
    uint32_t source_offset, target_offset; // tables of (length, offset) pairs
    bool swapped;                          // the file has the bytes of its numbers in big-endian order
    bool zero_is_one;                      // the form for 1 serves 0 also, as in French
} Catalog;

bool catalog_read(Catalog *catalog, Str bytes);
Str catalog_text(const Catalog *catalog, Str source);
// The form for `count` in the catalogue's language.
Str catalog_plural(const Catalog *catalog, Str one, Str many, int32_t count);
// Puts the arguments into the translation of `source`, which may be what catalog_plural gave.
Str catalog_format(Arena *arena, const Catalog *catalog, Str source, const Str *arguments, int32_t count);
