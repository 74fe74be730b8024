#include "exchange/slug.h"

#include "base/limits.h"
#include "base/utf8.h"

Str slug_make(Arena *arena, Arena *scratch, Str name, Str otherwise) {
    StrBuilder slug = {.arena = arena};
    Str folded = utf8_fold_case(scratch, utf8_fold(scratch, name, -1).text);
    for (ptrdiff_t at = 0; at < folded.len && slug.count < LIMIT_SLUG; at++) {
        char c = folded.text[at];
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
