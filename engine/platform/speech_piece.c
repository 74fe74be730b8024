#include "platform/speech_piece.h"

#include "base/utf8.h"

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Whether a sentence ends before the space at `at`: with its sign, and with what closes after it.
static bool ends_before(Str text, ptrdiff_t at) {
    static const Str ENDS[] = {S_INIT("."), S_INIT("!"), S_INIT("?"), S_INIT("…"), S_INIT("»"), S_INIT("”")};
    Str before = str_slice(text, 0, at);
    for (int32_t i = 0; i < COUNT(ENDS); i++) {
        if (str_ends(before, ENDS[i])) {
            return true;
        }
    }
    return text.text[at] == '\n';
}

static bool is_whole_before(Str text, ptrdiff_t at) {
    return ((unsigned char)text.text[at] & 0xC0) != 0x80;
}

ptrdiff_t speech_piece(Str text, ptrdiff_t most) {
    if (text.len <= most) {
        return text.len;
    }
    ptrdiff_t word = 0, character = most;
    for (ptrdiff_t at = most; at > 0; at--) {
        if (is_space(text.text[at]) && ends_before(text, at)) {
            return at;
        }
        word = word == 0 && is_space(text.text[at]) ? at : word;
    }
    while (character > 1 && !is_whole_before(text, character)) {
        character--;
    }
    return word > 0 ? word : character;
}
