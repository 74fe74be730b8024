#include "scenario/advance.h"

#include "base/utf8.h"
#include "scenario/advance_table.h"

#include <string.h>

enum { ADVANCE_UNKNOWN = 1000, FIRST_ACCENT = 0x300, AFTER_ACCENTS = 0x370 };

static int32_t advance_of_other(int32_t code) {
    for (int32_t i = 0; i < ADVANCE_OTHER_COUNT && ADVANCE_OTHERS[i].code <= code; i++) {
        if (ADVANCE_OTHERS[i].code == code) {
            return ADVANCE_OTHERS[i].advance;
        }
    }
    return ADVANCE_UNKNOWN;
}

int32_t advance_of(int32_t code) {
    if (code < ' ' || (code >= FIRST_ACCENT && code < AFTER_ACCENTS)) {
        return 0;
    }
    if (code >= ADVANCE_LATIN_COUNT) {
        return advance_of_other(code);
    }
    return ADVANCE_LATIN[code] > 0 ? ADVANCE_LATIN[code] : ADVANCE_UNKNOWN;
}

// Whether a line may end at the space at `at`: not after «, nor before » ; : ! ?
static bool may_break(Str text, ptrdiff_t at) {
    const char *c = text.text + at;
    if (at >= 2 && memcmp(c - 2, "«", 2) == 0) {
        return false;
    }
    ptrdiff_t left = text.len - at - 1;
    bool sign = left > 0 && (c[1] == ';' || c[1] == ':' || c[1] == '!' || c[1] == '?');
    return !sign && (left < 2 || memcmp(c + 1, "»", 2) != 0);
}

// The width of what stands at *at up to the next place where a line may end, and moves there.
static int32_t measure_word(Str text, ptrdiff_t *place) {
    int32_t width = 0;
    ptrdiff_t at = *place;
    while (at < text.len) {
        unsigned char c = (unsigned char)text.text[at];
        if (c > '*' && c < 0x80) {
            width += ADVANCE_LATIN[c];
            at++;
        } else if (c >= 0x80) {
            width += advance_of(utf8_decode(text, &at));
        } else if (c == '\n' || (c == ' ' && may_break(text, at))) {
            break;
        } else {
            width += c == '*' ? 0 : ADVANCE_LATIN[c];
            at++;
        }
    }
    *place = at;
    return width;
}

int32_t advance_count_lines(Str text, int32_t width) {
    int32_t count = 0; // lines that are full
    int32_t line = 0;  // width of what stands in the one that is not
    for (ptrdiff_t at = 0; at < text.len; at++) {
        int32_t word = measure_word(text, &at);
        int32_t space = line > 0 ? ADVANCE_LATIN[' '] : 0;
        if (line + space + word <= width) {
            line += space + word;
        } else {
            count += line > 0;
            count += (word - 1) / width;
            line = word - (word - 1) / width * width;
        }
        if (at < text.len && text.text[at] == '\n') {
            count++;
            line = 0;
        }
    }
    return count + (line > 0);
}

// Two lines in a row of a paragraph are together wider than the column.
int32_t advance_most_lines(Str text, int32_t width) {
    int64_t whole = 0;
    int64_t most = 0;
    for (ptrdiff_t i = 0; i < text.len; i++) {
        whole += ADVANCE_BEGUN[(unsigned char)text.text[i]];
    }
    for (Str rest = text; rest.len > 0;) {
        str_cut(&rest, '\n');
        most++;
    }
    most += whole > 0 ? (whole - 1) / width * 2 : 0;
    return most < INT32_MAX ? (int32_t)most : INT32_MAX;
}
