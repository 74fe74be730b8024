#include "base/utf8.h"

#include <utf8proc.h>

enum { REPLACEMENT = 0xFFFD };

static int32_t take_code(Str str, ptrdiff_t *offset) {
    int32_t code = utf8_decode(str, offset);
    return code == UTF8_INVALID ? REPLACEMENT : code;
}

static int32_t code_at(Str str, ptrdiff_t at) {
    return take_code(str, &at);
}

// Where the character begins that byte `at` is part of.
static ptrdiff_t start_of_code(Str str, ptrdiff_t at) {
    for (ptrdiff_t start = at; start >= 0 && at - start < 4; start--) {
        ptrdiff_t end = start;
        if (utf8_decode(str, &end) != UTF8_INVALID) {
            return end > at ? start : at;
        }
    }
    return at;
}

ptrdiff_t utf8_next_grapheme(Str str, ptrdiff_t offset) {
    if (offset < 0 || offset >= str.len) {
        return offset < 0 ? 0 : str.len;
    }
    utf8proc_int32_t state = 0;
    int32_t before = take_code(str, &offset);
    while (offset < str.len) {
        ptrdiff_t next = offset;
        int32_t after = take_code(str, &next);
        bool plain = before < 0x80 && after < 0x80 && before != '\r';
        if (plain || utf8proc_grapheme_break_stateful(before, after, &state)) {
            break;
        }
        before = after;
        offset = next;
    }
    return offset;
}

// Whether there is an edge between two characters whatever stands before them: what joins by what came earlier (flags,
// emoji, syllables of India) does so after another flag, or after something that extends.
static bool is_sure_edge(int32_t before, int32_t after) {
    if (before < 0x80 && after < 0x80) {
        return before != '\r' || after != '\n';
    }
    int class = utf8proc_get_property(before)->boundclass;
    return class != UTF8PROC_BOUNDCLASS_EXTEND && class != UTF8PROC_BOUNDCLASS_ZWJ &&
           utf8proc_grapheme_break(before, after);
}

// Looks back no further than to the last sure edge, so that a long text costs no more than a short one.
ptrdiff_t utf8_snap_grapheme(Str str, ptrdiff_t offset) {
    if (offset <= 0 || offset >= str.len) {
        return offset <= 0 ? 0 : str.len;
    }
    ptrdiff_t wanted = start_of_code(str, offset);
    ptrdiff_t edge = wanted;
    int32_t after = code_at(str, edge);
    while (edge > 0) {
        ptrdiff_t previous = start_of_code(str, edge - 1);
        int32_t before = code_at(str, previous);
        if (is_sure_edge(before, after)) {
            break;
        }
        edge = previous;
        after = before;
    }
    ptrdiff_t next = edge;
    while (next <= wanted) {
        edge = next;
        next = utf8_next_grapheme(str, edge);
    }
    return edge;
}

ptrdiff_t utf8_previous_grapheme(Str str, ptrdiff_t offset) {
    return utf8_snap_grapheme(str, (offset < str.len ? offset : str.len) - 1);
}

int32_t utf8_count_graphemes(Str str) {
    int32_t count = 0;
    for (ptrdiff_t offset = 0; offset < str.len; offset = utf8_next_grapheme(str, offset)) {
        count++;
    }
    return count;
}

static bool is_of_word(int32_t code) {
    if (code < 0x80) {
        return utf8_is_letter(code) || (code >= '0' && code <= '9') || code == '_';
    }
    utf8proc_category_t category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

ptrdiff_t utf8_next_word(Str str, ptrdiff_t offset) {
    bool inside = false;
    offset = offset > 0 ? offset : 0;
    while (offset < str.len) {
        bool is_word = is_of_word(code_at(str, offset));
        if (inside && !is_word) {
            return offset;
        }
        inside = is_word;
        offset = utf8_next_grapheme(str, offset);
    }
    return str.len;
}

// By characters: stepping back by clusters would look at a long row of flags again for each.
ptrdiff_t utf8_previous_word(Str str, ptrdiff_t offset) {
    ptrdiff_t at = offset < str.len ? offset : str.len;
    bool inside = false;
    while (at > 0) {
        ptrdiff_t previous = start_of_code(str, at - 1);
        bool is_word = is_of_word(code_at(str, previous));
        if (inside && !is_word) {
            break;
        }
        inside = is_word;
        at = previous;
    }
    return utf8_snap_grapheme(str, at);
}
