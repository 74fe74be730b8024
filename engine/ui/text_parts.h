// The parts of ui/text, each for itself: marks of emphasis, where lines may break, what is painted, and the lines.
// Offsets are bytes of the source text all the way through; marks are stepped over.
#pragma once

#include "base/emphasis.h"
#include "ui/text.h"

int32_t text_mark_count(const EmphasisMarks *marks, ptrdiff_t before); // of those that stand before that byte
ptrdiff_t text_mark_place(const EmphasisMarks *marks, int32_t mark);   // PTRDIFF_MAX past the last
ptrdiff_t text_mark_skip(const EmphasisMarks *marks, ptrdiff_t at);    // past the marks that stand there
ptrdiff_t text_mark_skip_blank(Str text, ptrdiff_t at); // past the lines that are blank, from a line's start

// A run that stays on one line unless it is wider than the line.
typedef struct {
    ptrdiff_t from, end; // what is seen of it
    ptrdiff_t to;        // with the spaces after it
    ptrdiff_t next;      // where the next one begins
    bool ends_line;      // a line end stands between `to` and `next`
} TextPiece;

TextPiece text_break_next(Str text, const EmphasisMarks *marks, ptrdiff_t from);
bool text_break_is_space(int32_t code); // at which a line may break
bool text_break_is_line_end(int32_t code);
// Whether a word that has to break had better not break at `at`; `before` is where the character before it begins.
bool text_break_forbids(Str text, ptrdiff_t before, ptrdiff_t at);

// The directions of a text, by the Unicode bidirectional algorithm: of each byte the level of nesting, odd where it
// runs leftwards, with BIDI_PARAGRAPH where its paragraph does. One more follows, of what would stand at the end. NULL:
// all of it runs rightwards.
enum { BIDI_PARAGRAPH = 0x80 };

const uint8_t *text_bidi_levels(Arena *arena, Str text, const EmphasisMarks *marks);
void text_bidi_order(const TextRun *runs, int32_t count, int32_t *order); // of a line's runs, from left to right

Str text_paint(Arena *arena, Str source); // what is painted of it; the source itself where that is the same

typedef struct {
    Typesetter typesetter;
    Str text;
    TextStyle style;
    int32_t width;
} TextSource;

// Everything is pushed to `arena`, but for what is borrowed from the source.
TextLayout text_lines_build(Arena *arena, const TextSource *source);

Arena *text_cache_scratch(TextCache *cache); // empty between calls
