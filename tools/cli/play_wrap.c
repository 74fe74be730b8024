#include "base/utf8.h"
#include "cli/play.h"

// Where the last space is at which a line that begins at `from` can end, else where its word ends. A no-break space is
// none.
static ptrdiff_t find_break(Str line, ptrdiff_t from, int32_t columns) {
    ptrdiff_t at = from;
    ptrdiff_t space = -1;
    for (int32_t column = 0; at < line.len; column++) {
        if (line.text[at] == ' ') {
            space = at;
        }
        if (column >= columns && space > from) {
            return space;
        }
        at = utf8_next_grapheme(line, at);
    }
    return line.len;
}

static void wrap_line(StrBuilder *wrapped, Str line, int32_t columns) {
    ptrdiff_t from = 0;
    for (;;) {
        ptrdiff_t to = find_break(line, from, columns);
        str_add(wrapped, str_slice(line, from, to));
        if (to == line.len) {
            return;
        }
        str_add_char(wrapped, '\n');
        from = to + 1;
    }
}

Str play_wrap(Arena *arena, Str text, int32_t columns) {
    StrBuilder wrapped = {.arena = arena};
    if (columns <= 0) {
        return text;
    }
    for (Str rest = text; rest.len > 0;) {
        bool last = str_find(rest, S("\n")) < 0;
        wrap_line(&wrapped, str_cut(&rest, '\n'), columns);
        str_add(&wrapped, last ? S("") : S("\n"));
    }
    return str_built(&wrapped);
}
