#include "map/map_text.h"

#include "base/utf8.h"
#include "scenario/advance.h"

enum { WIDER_PERCENT = 128 }; // of a bold system font against the shipped one

static bool is_space(int32_t code) {
    return code == ' ' || code == '\n' || code == '\t' || code == '\r';
}

// XML 1.0 has no escape for these.
static bool is_unknown_to_xml(int32_t code) {
    return (code < ' ' && !is_space(code)) || code == 0xFFFE || code == 0xFFFF || code == UTF8_INVALID;
}

void map_add_text(StrBuilder *out, Str text) {
    for (ptrdiff_t at = 0; at < text.len;) {
        ptrdiff_t from = at;
        int32_t code = utf8_decode(text, &at);
        if (code == '<') {
            str_add(out, S("&lt;"));
        } else if (code == '>') {
            str_add(out, S("&gt;"));
        } else if (code == '&') {
            str_add(out, S("&amp;"));
        } else if (code == '"') {
            str_add(out, S("&quot;"));
        } else if (is_space(code)) {
            str_add_char(out, ' ');
        } else if (!is_unknown_to_xml(code)) {
            str_add(out, str_slice(text, from, at));
        }
    }
}

// In 1/1000 pixels.
static int64_t advance_at(int32_t code, int32_t size) {
    return (int64_t)advance_of(is_space(code) ? ' ' : code) * size * WIDER_PERCENT / 100;
}

int32_t map_text_width(Str text, int32_t size) {
    int64_t width = 0;
    for (ptrdiff_t at = 0; at < text.len;) {
        width += advance_at(utf8_decode(text, &at), size);
    }
    return (int32_t)(width / 1000);
}

// Where text is to be cut: at the last space that still leaves room, or else between two letters.
typedef struct {
    ptrdiff_t end;  // how much fits
    ptrdiff_t word; // … up to the last space
} Fit;

static Fit find_fit(Str text, int32_t size, int32_t width) {
    Fit fit = {0};
    int64_t left = (int64_t)width * 1000;
    while (fit.end < text.len) {
        ptrdiff_t next = fit.end;
        int32_t code = utf8_decode(text, &next);
        fit.word = is_space(code) ? fit.end : fit.word;
        left -= advance_at(code, size);
        if (left < 0 && !is_space(code)) {
            return fit;
        }
        fit.end = next;
    }
    fit.word = fit.end;
    return fit;
}

Str map_take_line(Str *rest, int32_t size, int32_t width, bool last, bool *cut) {
    Str text = str_trim(*rest);
    Fit fit = find_fit(text, size, width);
    *cut = last && fit.end < text.len;
    if (*cut) {
        fit = find_fit(text, size, width - map_text_width(S("…"), size));
    }
    ptrdiff_t end = fit.word > 0 ? fit.word : fit.end;
    *rest = str_slice(text, end, text.len);
    return str_trim(str_slice(text, 0, end));
}
