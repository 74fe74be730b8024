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

DrawableNote drawable_find(Str text, int32_t from) {
    DrawableNote note = {0};
    for (ptrdiff_t at = from; at < text.len;) {
        if ((unsigned char)text.text[at] < 0x80 && note.fault == DRAWABLE_FINE) {
            at++;
            continue;
        }
        ptrdiff_t start = at;
        int32_t code = utf8_decode(text, &at);
        DrawableFault fault = fault_of(code);
        if (note.fault == DRAWABLE_FINE && fault != DRAWABLE_FINE) {
            note = (DrawableNote){fault, (int32_t)start, (int32_t)at, code};
        } else if (fault != DRAWABLE_FINE && fault == note.fault) {
            note.to = (int32_t)at;
        } else if (note.fault != DRAWABLE_FINE && (fault != DRAWABLE_FINE || utf8_is_letter(code))) {
            return note;
        }
    }
    return note;
}
