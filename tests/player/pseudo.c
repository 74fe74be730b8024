#include "pseudo.h"

#include <string.h>

enum { PERCENT_LONGER = 35, PAIR_BYTES = 8, COUNT_AT = 8, SOURCES_AT = 12, TARGETS_AT = 16 };

static const struct {
    char letter;
    Str accented;
    bool vowel;
} LETTERS[] = {
    {'a', S_INIT("ä"), true},  {'e', S_INIT("ë"), true},  {'i', S_INIT("ï"), true},  {'o', S_INIT("ö"), true},
    {'u', S_INIT("ü"), true},  {'c', S_INIT("ç"), false}, {'n', S_INIT("ñ"), false}, {'A', S_INIT("Ä"), true},
    {'E', S_INIT("Ë"), true},  {'I', S_INIT("Ï"), true},  {'O', S_INIT("Ö"), true},  {'U', S_INIT("Ü"), true},
    {'C', S_INIT("Ç"), false}, {'N', S_INIT("Ñ"), false},
};

enum { LETTER_COUNT = COUNT(LETTERS) };

static int32_t find_letter(char letter) {
    for (int32_t i = 0; i < LETTER_COUNT; i++) {
        if (LETTERS[i].letter == letter) {
            return i;
        }
    }
    return -1;
}

// Bytes stand for characters here: nobody counts that closely.
Str pseudo_text(Arena *arena, Str text) {
    StrBuilder out = {.arena = arena};
    ptrdiff_t longer = 0;
    str_add_char(&out, '[');
    for (ptrdiff_t i = 0; i < text.len; i++) {
        int32_t row = find_letter(text.text[i]);
        if (row < 0) {
            str_add_char(&out, text.text[i]);
            continue;
        }
        str_add(&out, LETTERS[row].accented);
        if (LETTERS[row].vowel && longer * 100 < (i + 1) * PERCENT_LONGER) {
            str_add(&out, LETTERS[row].accented);
            longer++;
        }
    }
    str_add_char(&out, ']');
    return str_built(&out);
}

static uint32_t number_at(Str bytes, ptrdiff_t at) {
    uint32_t number = 0;
    for (int i = 3; i >= 0; i--) {
        number = number << 8 | (unsigned char)bytes.text[at + i];
    }
    return number;
}

static void put_number(char *bytes, ptrdiff_t at, uint32_t number) {
    for (int i = 0; i < 4; i++) {
        bytes[at + i] = (char)(number >> 8 * i & 0xFF);
    }
}

static Str text_at(Str bytes, ptrdiff_t pair) {
    uint32_t len = number_at(bytes, pair), from = number_at(bytes, pair + 4);
    return str_slice(bytes, (ptrdiff_t)from, (ptrdiff_t)from + (ptrdiff_t)len);
}

// Forms of a plural have a zero between them.
static Str pseudo_forms(Arena *arena, Str forms) {
    StrBuilder out = {.arena = arena};
    for (bool more = true; more;) {
        const char *zero = memchr(forms.text, '\0', (size_t)forms.len);
        more = zero != NULL;
        str_add(&out, pseudo_text(arena, str_cut(&forms, '\0')));
        if (more) {
            str_add_char(&out, '\0');
        }
    }
    return str_built(&out);
}

// The old bytes with their tables, then the new texts. What translates the empty text is a header and stays.
Str pseudo_catalog(Arena *arena, Str bytes) {
    StrBuilder out = {.arena = arena};
    str_add(&out, bytes);
    uint32_t count = number_at(bytes, COUNT_AT), sources = number_at(bytes, SOURCES_AT),
             targets = number_at(bytes, TARGETS_AT);
    for (uint32_t i = 0; i < count; i++) {
        ptrdiff_t pair = targets + (ptrdiff_t)i * PAIR_BYTES;
        if (number_at(bytes, sources + (ptrdiff_t)i * PAIR_BYTES) == 0) {
            continue;
        }
        Str forms = pseudo_forms(arena, text_at(bytes, pair));
        put_number(out.rows, pair, (uint32_t)forms.len);
        put_number(out.rows, pair + 4, (uint32_t)out.count);
        str_add(&out, forms);
        str_add_char(&out, '\0');
    }
    return str_built(&out);
}
