// Files of other tools to cases, and cases to files of other tools, with a report of what became of everything.
//
//     Exchange exchange = {.language = S("fr"), .name = S("ma-banque"), .framework = &framework};
//     ExchangeFault fault = exchange_import(&arena, &scratch, bytes, &exchange);
//     if (fault == EXCHANGE_FINE) { …exchange.bytes, exchange.report… }
//
// A file of many megabytes need not be in memory, nor the case that is made of it: with a draft as `source` and another
// as `body` a story of Twine takes what its passages are called, and little more.
//
// What a file is, its content tells, never its name. docs/EXCHANGE.md says what each format keeps.
#pragma once

#include "base/file_draft.h"
#include "exchange/loss.h"
#include "scenario/framework.h"
#include "scenario/scenario.h"

typedef enum {
    EXCHANGE_UNKNOWN,
    EXCHANGE_GIFT,
    EXCHANGE_TWEE,
    EXCHANGE_TWINE,
    EXCHANGE_MOODLE,
    EXCHANGE_H5P,
    EXCHANGE_INK,
    EXCHANGE_KIND_COUNT
} ExchangeKind;

typedef enum {
    EXCHANGE_FINE,
    EXCHANGE_EMPTY,     // no byte, or nothing that could be asked or told
    EXCHANGE_NO_TEXT,   // binary, or UTF-16
    EXCHANGE_NO_KIND,   // a text of none of the kinds that are read
    EXCHANGE_BROKEN,    // the report's last row tells where
    EXCHANGE_IS_A_CASE, // of Palabre's own
    EXCHANGE_TOO_LARGE, // the case would be larger than one may be
    EXCHANGE_SEVERAL,   // stories: one is to be named
    EXCHANGE_NO_STORY,  // by that number
    EXCHANGE_NOTHING,   // of the case nothing sensible is left in the other format
    EXCHANGE_NO_DOOR    // what reads or writes such files is not installed
} ExchangeFault;

// One of several stories in a file, and where it stands there; borrowed from the bytes.
typedef struct {
    Str title, html;
    int32_t line;
} ExchangeStory;

typedef struct {
    Str name;     // of the source, without folder and ending: the case's title and, as a slug, its id
    Str language; // "fr" or "en", of the case
    bool insists; // on the language, whatever the file says of its own
    const Framework *framework;
    ExchangeKind kind; // that was found
    int32_t story;     // which of several, from 1; 0: not said
    FileDraft *source; // that the bytes which are imported are the text of; NULL: they are in memory
    FileDraft *body;   // empty, and may take of an imported case what follows `bytes`; NULL: all of it stands there
    ROWS_OF(ExchangeStory); // that the file has, when it may have several
    Str bytes;              // what was made
    LossReport report;
} Exchange;

ExchangeFault exchange_import(Arena *arena, Arena *scratch, Str bytes, Exchange *exchange);
// Another story of a file of which `first` was imported, without reading the rest again; what that borrows is still
// there.
ExchangeFault exchange_import_story(Arena *arena, Arena *scratch, const Exchange *first, Exchange *exchange);

// `bytes` are those the case was parsed from; exchange->kind says to what.
ExchangeFault exchange_export(Arena *arena, Arena *scratch, const Scenario *scenario, Str bytes, Exchange *exchange);

Str exchange_kind_name(ExchangeKind kind);     // "gift"
ExchangeKind exchange_kind_of_path(Str path);  // by the ending of a file that is to be written
Str exchange_kind_ending(ExchangeKind kind);   // ".gift"; empty: it is not written
Str exchange_fault_words(ExchangeFault fault); // one sentence, of the catalogue
