#include "ui/aloud.h"

#include "base/utf8.h"

enum { TIMES = 0xD7, MINUS = 0x2212, EN_DASH = 0x2013, SLASH = '/' };

static const struct {
    Str from, to;
} SIGNS[] = {
    {S_INIT("▲"), S_INIT("")},
    {S_INIT("▼"), S_INIT("")},
    {S_INIT("▾"), S_INIT("")},
    {S_INIT("✓"), S_INIT("")},
    {S_INIT("✗"), S_INIT("")},
    {S_INIT("≈"), S_INIT("")},
    {S_INIT("≠"), S_INIT("")},
    {S_INIT("⚑"), S_INIT("")},
    {S_INIT("●"), S_INIT("")},
    {S_INIT("■"), S_INIT("")},
    {S_INIT("›"), S_INIT("")},
    {S_INIT("‹"), S_INIT("")},
    {S_INIT("•"), S_INIT("")},
    {S_INIT(" · "), S_INIT(",")},
    {S_INIT("×"), TR_INIT("times")},
    {S_INIT("↑"), TR_INIT("up arrow")},
    {S_INIT("↓"), TR_INIT("down arrow")},
    {S_INIT("←"), TR_INIT("left arrow")},
    {S_INIT("→"), TR_INIT("right arrow")},
};

static bool is_digit_at(Str text, ptrdiff_t at) {
    return at >= 0 && at < text.len && text.text[at] >= '0' && text.text[at] <= '9';
}

static ptrdiff_t skip_spaces(Str text, ptrdiff_t at, ptrdiff_t step) {
    while (at >= 0 && at < text.len && text.text[at] == ' ') {
        at += step;
    }
    return at;
}

static ptrdiff_t skip_digits(Str text, ptrdiff_t at, ptrdiff_t step) {
    while (is_digit_at(text, at)) {
        at += step;
    }
    return at;
}

// A stroke between two numbers, and no third: three are a date.
static bool is_share(Str text, ptrdiff_t at) {
    ptrdiff_t before = skip_spaces(text, at - 1, -1), after = skip_spaces(text, at + 1, 1);
    ptrdiff_t start = skip_digits(text, before, -1), end = skip_digits(text, after, 1);
    bool stands_alone = (start < 0 || text.text[start] != SLASH) && (end >= text.len || text.text[end] != SLASH);
    return start < before && end > after && stands_alone;
}

// "× 3", where nothing is multiplied: three times.
static bool find_times(Arena *arena, const Catalog *words, Str text, ptrdiff_t *at, Str *says) {
    ptrdiff_t next = *at;
    bool times = utf8_decode(text, &next) == TIMES;
    ptrdiff_t from = skip_spaces(text, next, 1), to = skip_digits(text, from, 1);
    if (!times || to == from || is_digit_at(text, skip_spaces(text, *at - 1, -1))) {
        return false;
    }
    Str number = str_slice(text, from, to), word = catalog_text(words, TR("times"));
    *says = str_format(arena, "%.*s %.*s", S_ARG(number), S_ARG(word));
    *at = to;
    return true;
}

// What is said for the sign at `at`, which is moved past it; false when it is no sign.
static bool find_sign(const Catalog *words, Str text, ptrdiff_t *at, Str *says) {
    Str rest = str_slice(text, *at, text.len);
    for (int32_t i = 0; i < COUNT(SIGNS); i++) {
        if (str_begins(rest, SIGNS[i].from)) {
            *says = SIGNS[i].to.len > 0 ? catalog_text(words, SIGNS[i].to) : (Str){0};
            *at += SIGNS[i].from.len;
            return true;
        }
    }
    ptrdiff_t next = *at;
    int32_t code = utf8_decode(text, &next);
    bool minus = (code == MINUS || code == EN_DASH) && is_digit_at(text, next) && !is_digit_at(text, *at - 1);
    if (!minus && !(code == SLASH && is_share(text, *at))) {
        return false;
    }
    *says = catalog_text(words, minus ? TR("minus") : TR("out of"));
    *at = next;
    return true;
}

// No two spaces, none at the start, none before what closes.
static void add_tidy(StrBuilder *out, Str text) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        char c = text.text[i];
        bool after_space = out->count == 0 || out->rows[out->count - 1] == ' ';
        if (after_space && out->count > 0 && (c == ',' || c == '.')) {
            out->count--;
        }
        if (!after_space || c != ' ') {
            str_add_char(out, c);
        }
    }
}

Str aloud_text(Arena *arena, const Catalog *words, Str text) {
    Catalog none = {0};
    words = words != NULL ? words : &none;
    StrBuilder out = {.arena = arena};
    for (ptrdiff_t at = 0; at < text.len;) {
        Str says;
        if (find_times(arena, words, text, &at, &says) || find_sign(words, text, &at, &says)) {
            add_tidy(&out, S(" "));
            add_tidy(&out, says);
            add_tidy(&out, S(" "));
        } else {
            ptrdiff_t start = at;
            (void)utf8_decode(text, &at);
            add_tidy(&out, str_slice(text, start, at));
        }
    }
    return str_trim(str_built(&out));
}

static bool is_closed(Str line) {
    static const Str ENDS[] = {S_INIT("."), S_INIT("!"), S_INIT("?"), S_INIT("…"),
                               S_INIT(":"), S_INIT(","), S_INIT(";")};
    for (int32_t i = 0; i < COUNT(ENDS); i++) {
        if (str_ends(line, ENDS[i])) {
            return true;
        }
    }
    return false;
}

void aloud_add(StrBuilder *line, Str part) {
    if (part.len == 0) {
        return;
    }
    if (line->count > 0) {
        str_add(line, is_closed(str_built(line)) ? S(" ") : S(", "));
    }
    str_add(line, part);
}
