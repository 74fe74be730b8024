#include "ui/text_parts.h"

static ptrdiff_t find_line_end(Str text, ptrdiff_t at) {
    while (at < text.len && text.text[at] != '\n') {
        at++;
    }
    return at;
}

static bool is_blank(Str text, ptrdiff_t from, ptrdiff_t to) {
    return str_trim(str_slice(text, from, to)).len == 0;
}

ptrdiff_t text_mark_skip_blank(Str text, ptrdiff_t at) {
    while (at < text.len) {
        ptrdiff_t end = find_line_end(text, at);
        if (!is_blank(text, at, end)) {
            return at;
        }
        at = end < text.len ? end + 1 : end;
    }
    return at;
}

int32_t text_mark_count(const EmphasisMarks *marks, ptrdiff_t before) {
    int32_t low = 0, high = marks->count;
    while (low < high) {
        int32_t middle = low + (high - low) / 2;
        if (marks->rows[middle] < before) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

ptrdiff_t text_mark_place(const EmphasisMarks *marks, int32_t mark) {
    return mark < marks->count ? marks->rows[mark] : PTRDIFF_MAX;
}

ptrdiff_t text_mark_skip(const EmphasisMarks *marks, ptrdiff_t at) {
    for (int32_t mark = text_mark_count(marks, at); text_mark_place(marks, mark) == at; mark++) {
        at++;
    }
    return at;
}
