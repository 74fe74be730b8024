#include "player/card_fault.h"

typedef struct {
    Str fault, advice;
} FaultWords;

// Of a file that could not be read at all.
static FaultWords file_words(const Card *card) {
    static const FaultWords WORDS[] = {
        [ERROR_NOT_FOUND] = {TR_INIT("There is no file of this name."),
                             TR_INIT("Check how it is written, and whether the file was moved or erased.")},
        [ERROR_NOT_A_FILE] = {TR_INIT("This is a folder or a device, not a file."),
                              TR_INIT("Choose the file of the case itself; its name ends in .json.")},
        [ERROR_NOT_READABLE] = {TR_INIT("Your account is not allowed to read this file."),
                                TR_INIT("Ask whoever looks after this computer for the right to read it.")},
        [ERROR_TOO_LARGE] = {TR_INIT("The file is too large to be a case: it has more than 16 MiB."),
                             TR_INIT("Check that it is the right one.")}};
    static const FaultWords OTHER = {TR_INIT("The system could not read this file."),
                                     TR_INIT("Try again, or copy it to this computer first.")};
    int32_t code = (int32_t)card->error.code;
    bool known = code < (int32_t)(sizeof WORDS / sizeof *WORDS) && WORDS[code].fault.len > 0;
    return known ? WORDS[code] : OTHER;
}

static bool is_empty(const Card *card) {
    return card->finding.code == FINDING_BAD_JSON && card->len == 0;
}

Str card_fault(Arena *arena, const Catalog *catalog, const Card *card) {
    if (card->finding.code == FINDING_NONE) {
        return catalog_text(catalog, file_words(card).fault);
    }
    if (is_empty(card)) {
        return catalog_text(catalog, TR("The file is empty."));
    }
    if (card->finding.code == FINDING_NEWER_FORMAT) {
        return finding_message(arena, catalog, &card->finding);
    }
    Str parts[] = {str_format(arena, "%d", card->finding.line), finding_message(arena, catalog, &card->finding)};
    return catalog_format(arena, catalog, TR("There is a mistake in the file, on line {0}. {1}"), parts, 2);
}

Str card_advice(Arena *arena, const Catalog *catalog, const Card *card) {
    if (card->finding.code == FINDING_NONE) {
        return catalog_text(catalog, file_words(card).advice);
    }
    if (is_empty(card)) {
        return catalog_text(catalog, TR("Its copy was probably cut short: ask for the file again."));
    }
    if (card->finding.code == FINDING_NEWER_FORMAT) {
        return finding_advice(arena, catalog, &card->finding);
    }
    return catalog_text(catalog, TR("Ask its author to mend it: “palabre-cli check” lists all that is wrong."));
}
