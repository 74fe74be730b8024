// French typography, in one place: narrow no-break space (U+202F) before ; : ! ? » % € and after «, ’ for ', … for ...,
// œ.
//
//     for (TypographyNote note = typography_find(text, 0); note.fault; note = typography_find(text, note.offset + 1)) {
//         …
//     }
//     Str mended = typography_mend(&arena, text);
//
// Left alone: times and ratios (14:30), URLs, e-mail addresses and file names; HTML, which is told elsewhere; what
// looks like code (a::b, x=y, {…}); marks at the start of a line or after what opens, as in (?); the marks of
// *emphasis*. Mending twice is mending once, and what was mended has no fault but straight quotes.
#pragma once

#include "base/lanes.h"
#include "base/str.h"

typedef enum {
    TYPOGRAPHY_FINE,
    TYPOGRAPHY_SPACE_BEFORE,    // none, or another space, before ; : ! ? » or before % or € after a digit
    TYPOGRAPHY_SPACE_AFTER,     // none, or another space, after «
    TYPOGRAPHY_APOSTROPHE,      // ' between letters
    TYPOGRAPHY_STRAIGHT_QUOTES, // " … ": each is told, none mended (which side it is on is a guess)
    TYPOGRAPHY_LIGATURE,        // oe in a word that is written with œ
    TYPOGRAPHY_ELLIPSIS         // three full stops, no more
} TypographyFault;

typedef struct {
    TypographyFault fault;
    int32_t offset; // byte where it begins: a wrong space, or the mark that lacks one
    int32_t to;     // [offset, to) is to become `mended`
    Str mended;     // of straight quotes the quote itself
    Str about;      // the mark, the quote, the letters
} TypographyNote;

// For who looks at every byte of many texts anyway: there can be a fault only where a byte gives TYPOGRAPHY_ALONE, or
// another bit below TYPOGRAPHY_SECOND which the next byte gives that much higher.
enum { TYPOGRAPHY_ALONE = 1, TYPOGRAPHY_SECOND = 8 };
extern const uint16_t TYPOGRAPHY_BYTES[256];

// Marks, of sixteen bytes with the one that follows each, those that this is true of, and some more.
static inline Lanes typography_lanes(Lanes byte, Lanes next) {
    Lanes alone = (Lanes)(byte - '!' <= '\'' - '!') | (Lanes)(byte - ':' <= '?' - ':');
    Lanes quote = (Lanes)(byte == 0xC2) & ((Lanes)(next == 0xAB) | (Lanes)(next == 0xBB));
    Lanes sign = (Lanes)(byte == 0xE2) & (Lanes)(next == 0x82);
    Lanes points = (Lanes)(byte == '.') & (Lanes)(next == '.');
    Lanes ligature = (Lanes)((byte | ' ') == 'o') & (Lanes)((next | ' ') == 'e');
    return alone | quote | sign | points | ligature;
}

// The first fault at or after byte `from`; TYPOGRAPHY_FINE when there is none.
TypographyNote typography_find(Str text, int32_t from);
// The straight quote at byte `at` with what it is to become, where that follows from what stands before it: a quote
// that is open is closed by it, else it opens one where something may begin. TYPOGRAPHY_FINE where it is a guess.
TypographyNote typography_find_quote(Str text, int32_t at);
// The text with everything mended that can be mended without guessing; `text` itself when nothing was to mend.
Str typography_mend(Arena *arena, Str text);
