// A story of passages and links, as Twine and its relatives have it: between their readers and writers on one side and
// the case on the other.
//
//     Tale story = {0};
//     twee_read(&arena, text, &story, &report);
//     TaleCase made = {0};
//     tale_write_case(&arena, &scratch, &story, &wish, &report, &made);
#pragma once

#include "base/file_draft.h"
#include "exchange/head.h"
#include "exchange/loss.h"

// Whose rules hold for links and macros.
typedef enum { TALE_UNKNOWN, TALE_HARLOWE, TALE_SUGARCUBE, TALE_CHAPBOOK, TALE_SNOWMAN } TaleFormat;

typedef struct {
    Str name;
    Str text;
    Str tags;                // parted by spaces
    int32_t line, body_line; // where it and its text begin
    Str position, size;      // on its author's map, "100,200"; size is empty where it is not told
    bool encoded;            // the text has HTML's entities
} Passage;

typedef struct {
    Str title;
    Str format; // "Harlowe", as it was written
    Str start;  // name of the passage it begins with; empty: not said
    Str html;   // of Twine's: all of it in its file, and the line it begins at
    int32_t line;
    FileDraft *source; // whose text the passages' are, one after the other; NULL: they are in memory
    ROWS_OF(Passage);
} Tale;

typedef ROWS_OF(Tale) Tales;

// The case that is made of one: `bytes`, and what was added to `body` behind them; without one all is in `bytes`.
typedef struct {
    FileDraft *body;
    Str bytes;
} TaleCase;

TaleFormat tale_format(const Tale *story); // unknown where none is named that is known
// A scenario in canonical layout. False when no passage is part of the story.
bool tale_write_case(Arena *arena, Arena *scratch, Tale *story, const HeadWish *wish, LossReport *report,
                     TaleCase *made);
