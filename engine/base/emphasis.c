#include "base/emphasis.h"

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

static bool next_line_is_blank(Str text, ptrdiff_t line_end) {
    Str rest = str_slice(text, line_end + 1, text.len);
    return str_trim(str_cut(&rest, '\n')).len == 0;
}

EmphasisMarks emphasis_find(Arena *arena, Str text) {
    EmphasisMarks marks = {0};
    ptrdiff_t opened = -1;
    for (ptrdiff_t at = 0; at < text.len; at++) {
        if (text.text[at] == '\n' && opened >= 0 && next_line_is_blank(text, at)) {
            opened = -1; // emphasis never outlasts its paragraph
        } else if (text.text[at] == '*' && opened >= 0 && may_close(str_slice(text, 0, at))) {
            *rows_append(arena, &marks) = (int32_t)opened;
            *rows_append(arena, &marks) = (int32_t)at;
            opened = -1;
        } else if (text.text[at] == '*' && opened < 0 && may_open(str_slice(text, at + 1, text.len))) {
            opened = at;
        }
    }
    return marks;
}

Str emphasis_plain(Arena *arena, Str text) {
    EmphasisMarks marks = emphasis_find(arena, text);
    if (marks.count == 0) {
        return text;
    }
    StrBuilder plain = {.arena = arena};
    ptrdiff_t from = 0;
    for (int32_t i = 0; i < marks.count; i++) {
        str_add(&plain, str_slice(text, from, marks.rows[i]));
        from = marks.rows[i] + 1;
    }
    str_add(&plain, str_slice(text, from, text.len));
    return str_built(&plain);
}
