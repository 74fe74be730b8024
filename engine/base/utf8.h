// UTF-8: checking, walking, counting, folding. The only user of utf8proc. Text is checked where it comes in; bytes that
// are not UTF-8 harm nothing here, but what is counted or folded of them means little.
#pragma once

#include "base/lanes.h"
#include "base/str.h"

enum { UTF8_INVALID = -1 };

// Offset of the first byte that is not well-formed UTF-8, or -1.
ptrdiff_t utf8_find_invalid(Str str);
int32_t utf8_sequence(Str str, ptrdiff_t at); // bytes of the well-formed sequence that begins there; 0: none does

// The same for loops that load eight bytes at once (base/octets.h), of what most texts are made of: two bytes, or three
// whose second may be any. 0: look closely.
static inline int32_t utf8_usual_sequence(uint64_t word) {
    uint32_t first = word & 0xFF;
    if ((word & 0xC0E0) == 0x80C0 && first >= 0xC2) {
        return 2;
    }
    return (word & 0xC0C0F0) == 0x8080E0 && first != 0xE0 && first != 0xED ? 3 : 0;
}

// The same for loops that load sixteen (base/lanes.h): marks each byte that follows another wrongly, or not, and each
// that begins what needs a closer look. `before` and `earlier` are the lanes that begin one and two bytes earlier, so
// the first UTF8_EARLIER bytes of a text need that look.
enum { UTF8_EARLIER = 2 };

static inline Lanes utf8_unusual_lanes(Lanes bytes, Lanes before, Lanes earlier) {
    Lanes follows = (Lanes)((bytes & 0xC0) == 0x80);
    Lanes awaited = (Lanes)((before & 0xC0) == 0xC0) | (Lanes)((earlier & 0xE0) == 0xE0);
    Lanes rare = (Lanes)((bytes & 0xF0) == 0xF0) | (Lanes)((bytes & 0xFE) == 0xC0);
    return (follows ^ awaited) | rare | (Lanes)(bytes == 0xE0) | (Lanes)(bytes == 0xED);
}

// Where the sequence begins that `at` parts, of a text in which no lane up to there was marked; else `at`.
static inline ptrdiff_t utf8_unparted(Str str, ptrdiff_t at) {
    return at - ((unsigned char)str.text[at - 1] >= 0xC0 ? 1 : (unsigned char)str.text[at - 2] >= 0xE0 ? 2 : 0);
}

// The code point at `offset`, which moves past it; UTF8_INVALID moves it by one byte.
//
//     for (ptrdiff_t offset = 0; offset < str.len;) {
//         int32_t code = utf8_decode(str, &offset);
//     }
int32_t utf8_decode(Str str, ptrdiff_t *offset);

int32_t utf8_count(Str str);                   // code points
ptrdiff_t utf8_offset(Str str, int32_t index); // byte offset of the index-th code point, or len
int32_t utf8_count_letters(Str str);
bool utf8_is_letter(int32_t code);
bool utf8_is_blank(Str str); // nothing but spaces and line ends of any kind, and what has no width

// Runs that hold a letter or a digit. Spaces and apostrophes separate, hyphens do not.
int32_t utf8_count_words(Str str);

// A sentence ends at . ! ? or … when a space or the end follows. It goes on when the next word begins with a digit or a
// small letter, and after the point of a single capital or a title ("M. Dupont"). It needs no end to be counted.
int32_t utf8_count_sentences(Str str);

// Grapheme clusters are what a person takes for one character: é whichever way it is spelt, a flag, a family of four.
// Carets stand at their edges, and so do cuts. An offset outside the text is taken for its nearer end; a byte that is
// not UTF-8 is a cluster of its own.
ptrdiff_t utf8_next_grapheme(Str str, ptrdiff_t offset);     // the edge after `offset`, itself an edge
ptrdiff_t utf8_previous_grapheme(Str str, ptrdiff_t offset); // the last edge before `offset`
ptrdiff_t utf8_snap_grapheme(Str str, ptrdiff_t offset);     // the last edge at or before `offset`
int32_t utf8_count_graphemes(Str str);

// Where Ctrl and an arrow lead: to the end of the word at or after `offset`, to the start of the one before it. Words
// are letters, digits and _; apostrophes and hyphens part them. Always at a grapheme's edge.
ptrdiff_t utf8_next_word(Str str, ptrdiff_t offset);
ptrdiff_t utf8_previous_word(Str str, ptrdiff_t offset);

Str utf8_fold_case(Arena *arena, Str str); // NFC without case, for "the same but for case"; accents kept
// NFKC: the plain letters of those that have a look of their own, "fi" of "ﬁ".
Str utf8_compatible(Arena *arena, Str str);

// Folds for a search box: as utf8_fold below, and without case or line ends.
Str utf8_fold_search(Arena *arena, Str str);

// Folding for detectors (docs/FORMAT.md, "Detectors"): NFC; whatever is used as an apostrophe, a quotation mark, a
// hyphen or a dash, ellipsis, ties and spaces made plain; accents and ligatures removed; what has no width (soft
// hyphens, joiners, direction marks) left out; runs of space made one, ends trimmed; case kept. A run of space that
// holds a blank line becomes '\n', so that [^\n] in a pattern means something; any other becomes ' ', for a line may
// well end within a sentence. ASCII stays as it is, but for runs of space and `, which serves as an apostrophe.
//
// `places[i]` is the byte offset in the original of the character that folded byte i comes from, and places[text.len]
// the end of what was folded, so that a folded range [a, b) highlights the original range [places[a], places[b]). A
// range that ends inside what one character became ("o" of œ) ends before that character.
typedef struct {
    Str text;
    const int32_t *places; // text.len + 1 of them
    bool cut;              // the original was longer than the limit
} Utf8Folded;

// Folds the first `most` code points of `str` (most < 0: all of it).
Utf8Folded utf8_fold(Arena *arena, Str str, int32_t most);
