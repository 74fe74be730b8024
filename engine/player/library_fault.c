#include "player/library_fault.h"

#include "base/error_text.h"
#include "base/json_explain.h"

static const Error *error_of(const Card *card) {
    static const Error UNKNOWN = {.code = ERROR_SYSTEM};
    return card->error ? card->error : &UNKNOWN;
}

// Advice about a file that could not be read at all.
static Str file_advice(const Card *card) {
    static const Str WORDS[] = {
        [ERROR_NOT_FOUND] = TR_INIT("Check how it is written, and whether the file was moved or erased."),
        [ERROR_NOT_A_FILE] = TR_INIT("Choose the file of the situation itself; its name ends in .json."),
        [ERROR_NOT_READABLE] = TR_INIT("Ask whoever looks after this computer for the right to read it."),
        [ERROR_TOO_LARGE] = TR_INIT("Check that it is the right one: a situation has at most 16 MiB."),
        [ERROR_SYSTEM] = TR_INIT("Try again, or copy it to this computer first.")};
    Str words = WORDS[error_of(card)->code];
    return words.len > 0 ? words : WORDS[ERROR_SYSTEM];
}

// No line of the file is to blame.
static bool is_of_all(const Finding *finding) {
    return finding->code == FINDING_NEWER_FORMAT ||
           (finding->code == FINDING_BAD_JSON && finding->variant == (int32_t)JSON_BAD_EMPTY);
}

Str library_fault(Arena *arena, const Catalog *catalog, const Card *card) {
    if (card->finding.code == FINDING_NONE) {
        Str why = error_text(arena, catalog, error_of(card));
        return catalog_format(arena, catalog, TR("This file could not be read: {0}."), &why, 1);
    }
    if (is_of_all(&card->finding)) {
        return finding_message(arena, catalog, &card->finding);
    }
    Str parts[] = {str_format(arena, "%d", card->finding.line), finding_message(arena, catalog, &card->finding)};
    return catalog_format(arena, catalog, TR("There is a mistake in the file, on line {0}. {1}"), parts, 2);
}

Str library_advice(Arena *arena, const Catalog *catalog, const Card *card) {
    if (card->finding.code == FINDING_NONE) {
        return catalog_text(catalog, file_advice(card));
    }
    if (card->finding.code == FINDING_NEWER_FORMAT || card->finding.code == FINDING_BAD_JSON) {
        return finding_advice(arena, catalog, &card->finding);
    }
    return catalog_text(catalog, TR("Ask its author to mend it: “palabre-cli check” lists all that is wrong."));
}
