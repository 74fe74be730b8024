// Texts with markup, as other tools have them, and texts of a case, which know *emphasis* and paragraphs.
#pragma once

#include "base/str.h"

typedef enum {
    RICH_AUTO,  // Moodle's own: HTML where there is any, and line breaks are line breaks
    RICH_PLAIN, // every sign stands for itself
    RICH_HTML,
    RICH_MARKDOWN,
    RICH_WIKI // Twine's: as RICH_AUTO, but stars emphasise
} RichFormat;

// What was met in a text on the way.
typedef struct {
    int32_t converted; // elements whose meaning the text still has
    int32_t degraded;  // … whose words alone it has: links, lists, headings, tables, pictures with a description
    int32_t dropped;   // … of which nothing is left: scripts, pictures without one
    bool stars;        // stars that would have been taken for emphasis became ∗
} RichSeen;

// Gives the text as a case has it; what is met is added to `seen`. Emphasis of any kind becomes *stars*, once; spaces
// move out of it. Entities are decoded once. Ends are trimmed; what
// shows nothing is empty.
Str rich_read(Arena *arena, Str text, RichFormat format, RichSeen *seen);
// Whether each part of a text is the same in every format, and what rich_read then gives of a part: all of it.
bool rich_is_bare(Str text);
Str rich_trim(Str text);
Str rich_decode(Arena *arena, Str text); // entities alone

// Whether a text of a case means the same read as RICH_AUTO: neither emphasis nor anything that HTML would read.
bool rich_is_plain(Arena *scratch, Str text);
// HTML of a text of a case: <em>, <br>, and & < > escaped. rich_read gives the text back.
Str rich_write_html(Arena *arena, Str text);
