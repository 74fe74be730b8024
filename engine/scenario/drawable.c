#include "scenario/drawable.h"

#include "base/character.h"
#include "base/utf8.h"
#include "scenario/coverage_table.h"

enum { FIRST_OTHER = 0x180 }; // all below is drawn

static bool is_covered(int32_t code) {
    int32_t low = 0;
    int32_t high = COVERAGE_COUNT;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (COVERAGE[middle].last < code) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < COVERAGE_COUNT && COVERAGE[low].first <= code;
}

static bool runs_from_right(int32_t code) {
    bool plane_0 = (code >= 0x0590 && code <= 0x08FF) || (code >= 0xFB1D && code <= 0xFDFF);
    return plane_0 || (code >= 0xFE70 && code <= 0xFEFE) || (code >= 0x10800 && code <= 0x10FFF) ||
           (code >= 0x1E800 && code <= 0x1EFFF);
}

// A private sign means something in one font alone; what only shapes its neighbours needs no glyph.
static DrawableFault fault_of(int32_t code) {
    if (code >= 0xE000 && code <= 0xF8FF) {
        return DRAWABLE_MISSING;
    }
    if (code < FIRST_OTHER || character_name(code).len > 0) {
        return DRAWABLE_FINE;
    }
    return !is_covered(code) ? DRAWABLE_MISSING : runs_from_right(code) ? DRAWABLE_RIGHT_TO_LEFT : DRAWABLE_FINE;
}

// What joins two signs joins letters in fonts that have them; for pictures each would need one of both.
static bool joins_pictures(int32_t before, int32_t code) {
    enum { JOINER = 0x200D, PICTURES_FIRST = 0x2190 };
    return code == JOINER && before >= PICTURES_FIRST && !utf8_is_letter(before);
}

// A sign that several characters make is told whole: an author who reads of a skin's colour looks for a thumb.
static DrawableNote note_sign(Str text, ptrdiff_t at, DrawableFault fault, int32_t code) {
    ptrdiff_t from = utf8_snap_grapheme(text, at);
    return (DrawableNote){fault, (int32_t)from, (int32_t)utf8_next_grapheme(text, from), code};
}

DrawableNote drawable_find(Str text, int32_t from) {
    DrawableNote note = {0};
    int32_t before = 0;
    for (ptrdiff_t at = from; at < text.len;) {
        if ((unsigned char)text.text[at] < 0x80 && note.fault == DRAWABLE_FINE) {
            at++;
            before = 0;
            continue;
        }
        ptrdiff_t start = at;
        int32_t code = utf8_decode(text, &at);
        DrawableFault fault = joins_pictures(before, code) ? DRAWABLE_MISSING : fault_of(code);
        before = code;
        if (fault != DRAWABLE_FINE && (note.fault == DRAWABLE_FINE || fault == note.fault)) {
            DrawableNote sign = note_sign(text, start, fault, code);
            note = note.fault == DRAWABLE_FINE ? sign : note;
            note.to = sign.to;
            at = sign.to;
        } else if (note.fault != DRAWABLE_FINE && (fault != DRAWABLE_FINE || utf8_is_letter(code))) {
            return note;
        }
    }
    return note;
}
