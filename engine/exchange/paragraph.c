#include "exchange/paragraph.h"

#include "base/limits.h"
#include "base/utf8.h"

// Only so much is looked at: whatever is longer is cut anyway.
bool paragraph_take(Str *rest, Str *paragraph) {
    enum { MOST_BYTES = 4 * LIMIT_TEXT_CHARS };
    *rest = str_trim(*rest);
    Str near = str_slice(*rest, 0, MOST_BYTES + 4);
    ptrdiff_t end = str_find(near, S("\n\n"));
    *paragraph = str_slice(near, 0, end < 0 ? near.len : end);
    if (paragraph->len > LIMIT_TEXT_CHARS && utf8_count(*paragraph) > LIMIT_TEXT_CHARS) {
        *paragraph = str_slice(*paragraph, 0, utf8_offset(*paragraph, LIMIT_TEXT_CHARS));
    }
    *rest = str_slice(*rest, paragraph->len, rest->len);
    return paragraph->len > 0;
}
