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

static bool is_bare_byte(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r' || byte == '*';
}

static bool may_open(Str after) {
    return after.len > 0 && !is_bare_byte(after.text[0]) && !str_begins(after, S("\u00A0")) &&
           !str_begins(after, S("\u202F"));
}

static bool may_close(Str before) {
    return before.len > 0 && !is_bare_byte(before.text[before.len - 1]) && !str_ends(before, S("\u00A0")) &&
           !str_ends(before, S("\u202F"));
}

static void add_mark(Arena *arena, TextMarks *marks, ptrdiff_t at) {
    int32_t *mark = table_append(arena, marks);
    *mark = (int32_t)at;
}

TextMarks text_mark_find(Arena *arena, Str text) {
    TextMarks marks = {0};
    ptrdiff_t opened = -1;
    for (ptrdiff_t at = 0; at < text.len; at++) {
        if (text.text[at] == '\n' && opened >= 0 && is_blank(text, at, find_line_end(text, at + 1))) {
            opened = -1; // emphasis never outlasts its paragraph
        } else if (text.text[at] == '*' && opened >= 0 && may_close(str_slice(text, 0, at))) {
            add_mark(arena, &marks, opened);
            add_mark(arena, &marks, at);
            opened = -1;
        } else if (text.text[at] == '*' && opened < 0 && may_open(str_slice(text, at + 1, text.len))) {
            opened = at;
        }
    }
    return marks;
}

int32_t text_mark_count(const TextMarks *marks, ptrdiff_t before) {
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

ptrdiff_t text_mark_place(const TextMarks *marks, int32_t mark) {
    return mark < marks->count ? marks->rows[mark] : PTRDIFF_MAX;
}

ptrdiff_t text_mark_skip(const TextMarks *marks, ptrdiff_t at) {
    for (int32_t mark = text_mark_count(marks, at); text_mark_place(marks, mark) == at; mark++) {
        at++;
    }
    return at;
}
