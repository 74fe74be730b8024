// The only user of FriBidi.
#include "base/error.h"
#include "base/utf8.h"
#include "ui/text_parts.h"

#include <fribidi.h>

#include <string.h>

enum { FIRST_LEAD = 0xD6, REPLACEMENT = 0xFFFD };

// Letters that run leftwards, and the signs that turn the direction of others.
static bool turns(int32_t code) {
    bool letter = (code >= 0x0590 && code <= 0x08FF) || (code >= 0xFB1D && code <= 0xFDFF) ||
                  (code >= 0xFE70 && code <= 0xFEFE) || (code >= 0x10800 && code <= 0x10FFF) ||
                  (code >= 0x1E800 && code <= 0x1EFFF);
    return letter || code == 0x200F || code == 0x202B || code == 0x202E || code == 0x2067;
}

// Next to no text has any, and most of it lies below the first byte that may begin one.
static bool has_turns(Str text) {
    for (ptrdiff_t at = 0; at < text.len;) {
        if ((unsigned char)text.text[at] < FIRST_LEAD) {
            at++;
        } else if (turns(utf8_decode(text, &at))) {
            return true;
        }
    }
    return false;
}

typedef struct {
    Arena *arena;
    Str text;
    const EmphasisMarks *marks;
    uint8_t *levels;
    FriBidiChar *codes; // of the paragraph, as the next
    ptrdiff_t *places;
    FriBidiCharType *types;
    FriBidiBracketType *brackets;
    FriBidiLevel *found;
} Bidi;

static void reserve(Bidi *bidi, ptrdiff_t most) {
    bidi->codes = arena_push(bidi->arena, FriBidiChar, most);
    bidi->places = arena_push(bidi->arena, ptrdiff_t, most + 1);
    bidi->types = arena_push(bidi->arena, FriBidiCharType, most);
    bidi->brackets = arena_push(bidi->arena, FriBidiBracketType, most);
    bidi->found = arena_push(bidi->arena, FriBidiLevel, most);
}

// Marks of emphasis are not there: one between two digits would part their number.
static FriBidiStrIndex list_codes(Bidi *bidi, ptrdiff_t from, ptrdiff_t to) {
    FriBidiStrIndex count = 0;
    int32_t mark = text_mark_count(bidi->marks, from);
    for (ptrdiff_t at = from; at < to;) {
        if (text_mark_place(bidi->marks, mark) == at) {
            mark++;
            at++;
            continue;
        }
        bidi->places[count] = at;
        int32_t code = utf8_decode(bidi->text, &at);
        bidi->codes[count++] = code == UTF8_INVALID ? REPLACEMENT : (FriBidiChar)code;
    }
    bidi->places[count] = to;
    return count;
}

// A character that several codes make is never torn apart.
static void join_graphemes(const Bidi *bidi, ptrdiff_t from, ptrdiff_t to) {
    for (ptrdiff_t at = from; at < to;) {
        ptrdiff_t next = utf8_next_grapheme(bidi->text, at);
        next = next < to ? next : to;
        memset(bidi->levels + at, bidi->levels[at], (size_t)(next - at));
        at = next;
    }
}

// Returns whether the paragraph runs leftwards; one that has no letter is `before`.
static bool find_levels(Bidi *bidi, ptrdiff_t from, ptrdiff_t to, bool before) {
    FriBidiStrIndex count = list_codes(bidi, from, to);
    FriBidiParType base = FRIBIDI_PAR_ON;
    if (count > 0) {
        fribidi_get_bidi_types(bidi->codes, count, bidi->types);
        fribidi_get_bracket_types(bidi->codes, count, bidi->types, bidi->brackets);
        if (fribidi_get_par_embedding_levels_ex(bidi->types, bidi->brackets, count, &base, bidi->found) == 0) {
            error_out_of_memory();
        }
    }
    bool leftward = count > 0 ? FRIBIDI_IS_RTL(base) : before;
    uint8_t paragraph = leftward ? BIDI_PARAGRAPH : 0;
    ptrdiff_t first = count > 0 ? bidi->places[0] : to;
    memset(bidi->levels + from, (uint8_t)(paragraph | leftward), (size_t)(first - from));
    for (FriBidiStrIndex i = 0; i < count; i++) {
        ptrdiff_t place = bidi->places[i];
        memset(bidi->levels + place, paragraph | (uint8_t)bidi->found[i], (size_t)(bidi->places[i + 1] - place));
    }
    join_graphemes(bidi, from, to);
    return leftward;
}

// Each line end makes a paragraph, and belongs to the one before it.
const uint8_t *text_bidi_levels(Arena *arena, Str text, const EmphasisMarks *marks) {
    if (!has_turns(text)) {
        return NULL;
    }
    Bidi bidi = {.arena = arena, .text = text, .marks = marks};
    bidi.levels = arena_push(arena, uint8_t, text.len + 1);
    reserve(&bidi, text.len);
    bool leftward = false;
    ptrdiff_t from = 0;
    for (ptrdiff_t at = 0; at < text.len;) {
        ptrdiff_t end = at;
        if (text_break_is_line_end(utf8_decode(text, &at))) {
            leftward = find_levels(&bidi, from, end, leftward);
            memset(bidi.levels + end, leftward ? BIDI_PARAGRAPH | 1 : 0, (size_t)(at - end));
            from = at;
        }
    }
    leftward = find_levels(&bidi, from, text.len, leftward);
    bidi.levels[text.len] = leftward ? BIDI_PARAGRAPH | 1 : 0;
    return bidi.levels;
}

Str text_isolate(Arena *arena, Str text) {
    return has_turns(text) ? str_format(arena, "\u2068%.*s\u2069", S_ARG(text)) : text;
}

Direction text_run_direction(const TextRun *run) {
    return run->level % 2 != 0 ? DIRECTION_LEFTWARD : DIRECTION_RIGHTWARD;
}

// Rule L2: from the highest level down, what stands at it or above is turned round.
void text_bidi_order(const TextRun *runs, int32_t count, int32_t *order) {
    int32_t highest = 0;
    for (int32_t i = 0; i < count; i++) {
        order[i] = i;
        highest = runs[i].level > highest ? runs[i].level : highest;
    }
    for (int32_t level = highest; level > 0; level--) {
        for (int32_t first = 0; first < count; first++) {
            int32_t end = first;
            while (end < count && runs[order[end]].level >= level) {
                end++;
            }
            for (int32_t low = first, high = end - 1; low < high; low++, high--) {
                int32_t swapped = order[low];
                order[low] = order[high];
                order[high] = swapped;
            }
            first = end;
        }
    }
}
