// Text broken into lines, by our own rules: never at U+00A0 or U+202F, never so that a line starts with » ; : ! ? or
// another closing sign, after a hyphen or a dash only between letters, and inside a word only when it is wider than the
// line.
//
//     const TextLayout *layout = text_layout(cache, text, style, width);
//
// In a marked text, *stars* set emphasis (the italic face, or from an italic face the upright one) and a blank line
// makes a paragraph; blank lines at either end are left out (base/emphasis.h). A plain text is shown as it is.
//
// A layout's runs borrow the cache's own copy of the text and stay until text_cache_tick() has been called twice
// without the layout being asked for; a caller that holds one through a frame is safe.
#pragma once

#include "ui/draw.h"

typedef struct {
    Face face;
    int32_t size;        // pixels an em
    int32_t line_height; // pixels from baseline to baseline
    bool marked;         // *emphasis* is read
    int32_t most_lines;  // further ones are cut with …; 0: all are shown
} TextStyle;

typedef struct {
    // As painted: stars left out, U+2011 made a hyphen, a tab a space, what has no width nothing, unless it joins
    // letters or keeps them apart. In the order of the source, whatever the direction.
    Str text;
    ptrdiff_t from, to; // bytes of the source text, with no mark of emphasis among them
    int32_t x, width;   // from the line's left edge
    int32_t level;      // of nesting directions; odd: it runs leftwards
    Face face;
} TextRun;

typedef struct {
    int32_t first_run, run_count; // in the order of the source
    int32_t top;                  // pixels from the layout's top
    int32_t width;                // of what is painted; spaces at the line's end are not
    ptrdiff_t from, to;           // bytes of the source text, spaces at the line's end included, its line end not
    Direction direction;          // of its paragraph
    bool turns;                   // not all of it runs rightwards
} TextLine;

typedef struct {
    Str text; // the source
    TextStyle style;
    const TextRun *runs;
    const TextLine *lines;
    int32_t run_count, line_count;
    int32_t width, height; // of the widest line; of all lines, line_height each, and half a line between paragraphs
    int32_t line_height;
    int32_t baseline;    // below a line's top
    bool cut;            // most_lines left something out
    int32_t widest_word; // pixels: narrower than this, words break; of the words that are shown
} TextLayout;

typedef struct TextCache TextCache;

// The cache keeps layouts by content, style and width, up to `most_bytes`, and lets the least recently used go.
TextCache *text_cache_create(Typesetter typesetter, ptrdiff_t most_bytes);
void text_cache_destroy(TextCache *cache);         // NULL is fine
void text_cache_clear(TextCache *cache);           // fonts changed: everything is to be measured again
void text_cache_tick(TextCache *cache);            // a frame begins: what two frames have not asked for may go
ptrdiff_t text_cache_size(const TextCache *cache); // bytes held from the system
Typesetter text_cache_typesetter(const TextCache *cache);

// `width` < 0: one line for each paragraph or line end, as wide as it comes.
const TextLayout *text_layout(TextCache *cache, Str text, TextStyle style, int32_t width);

// A text that is to be put into a sentence: what in it runs leftwards changes nothing around it. The text itself, or
// between U+2068 and U+2069.
Str text_isolate(Arena *arena, Str text);
Direction text_run_direction(const TextRun *run);

// Lines of a leftward paragraph are set against the right edge of a box that is `room` wide; 0: of their own width.
int32_t text_line_left(const TextLine *line, int32_t room);

// Where the caret stands before byte `offset` of the source: x in that box and the number of its line. Where a word was
// broken that is the start of the next line; where the direction turns, the side of what follows. In spaces at a line's
// end x may lie beyond the line.
void text_layout_find_caret(TextCache *cache, const TextLayout *layout, int32_t room, ptrdiff_t offset, int32_t *x,
                            int32_t *line);
// The byte offset, at a grapheme's edge, that lies nearest to (x, y) in pixels from the box's top left.
ptrdiff_t text_layout_find_offset(TextCache *cache, const TextLayout *layout, int32_t room, int32_t x, int32_t y);
ptrdiff_t text_layout_line_end(const TextLayout *layout, int32_t line); // the last offset that shows on it

// A part of a line that is one stretch on the screen: takes the first off the bytes from `*from` to `to`.
typedef struct {
    int32_t left, right; // from the line's left edge
} TextSpan;

TextSpan text_layout_take_span(TextCache *cache, const TextLayout *layout, const TextLine *line, ptrdiff_t *from,
                               ptrdiff_t to);
