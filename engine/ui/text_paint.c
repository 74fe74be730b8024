#include "base/utf8.h"
#include "ui/text_parts.h"

enum { NO_BREAK_HYPHEN = 0x2011 };

// Controls, soft hyphens, signs of direction and of variation: fonts have boxes for them. What joins letters or keeps
// them apart (U+200C, U+200D) stays, for it changes how these look.
static bool is_unseen(int32_t code) {
    return code < ' ' || (code >= 0x7F && code < 0xA0) || code == 0xAD || code == 0x200B || code == 0x200E ||
           code == 0x200F || (code >= 0x2028 && code <= 0x202E) || (code >= 0x2060 && code <= 0x206F) ||
           (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF;
}

static bool is_painted_otherwise(int32_t code) {
    return is_unseen(code) || code == NO_BREAK_HYPHEN;
}

static ptrdiff_t find_painted_otherwise(Str source) {
    for (ptrdiff_t at = 0; at < source.len;) {
        ptrdiff_t start = at;
        if (is_painted_otherwise(utf8_decode(source, &at))) {
            return start;
        }
    }
    return source.len;
}

static Str paint_code(int32_t code, Str as_it_is) {
    if (code == UTF8_INVALID) {
        return S("\uFFFD");
    }
    if (code == NO_BREAK_HYPHEN) {
        return S("-");
    }
    if (code == '\t') {
        return S(" ");
    }
    return is_unseen(code) ? S("") : as_it_is;
}

Str text_paint(Arena *arena, Str source) {
    ptrdiff_t at = find_painted_otherwise(source);
    if (at == source.len) {
        return source;
    }
    StrBuilder painted = {.arena = arena};
    str_add(&painted, str_slice(source, 0, at));
    while (at < source.len) {
        ptrdiff_t start = at;
        int32_t code = utf8_decode(source, &at);
        str_add(&painted, paint_code(code, str_slice(source, start, at)));
    }
    return str_built(&painted);
}
