#include "exchange/slug.h"

#include "base/limits.h"
#include "base/utf8.h"

// Folding then changes nothing but case, and signs that a slug has not.
static bool is_ascii(Str text) {
    ptrdiff_t at = 0;
    while (at < text.len && (unsigned char)text.text[at] < 0x80) {
        at++;
    }
    return at == text.len;
}

Str slug_make(Arena *arena, Arena *scratch, Str name, Str otherwise) {
    StrBuilder slug = {.arena = arena};
    Str folded = is_ascii(name) ? name : utf8_fold_case(scratch, utf8_fold(scratch, name, -1).text);
    for (ptrdiff_t at = 0; at < folded.len && slug.count < LIMIT_SLUG; at++) {
        char c = folded.text[at];
        c = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
        bool sign = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (sign) {
            str_add_char(&slug, c);
        } else if (slug.count > 0 && slug.rows[slug.count - 1] != '-') {
            str_add_char(&slug, '-');
        }
    }
    Str text = str_built(&slug);
    text = str_slice(text, 0, text.len - str_ends(text, S("-")));
    return text.len > 0 ? text : otherwise;
}
