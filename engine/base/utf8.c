#include "base/utf8.h"

#include "base/error.h"

#include <string.h>
#include <utf8proc.h>

// Length of the well-formed sequence at the head of `left` bytes, 0 when there is none (Unicode, table 3-7).
static int sequence_len(const unsigned char *byte, ptrdiff_t left) {
    if (byte[0] < 0x80) {
        return 1;
    }
    if (byte[0] < 0xC2 || byte[0] > 0xF4) {
        return 0;
    }
    int len = byte[0] < 0xE0 ? 2 : byte[0] < 0xF0 ? 3 : 4;
    if (left < len) {
        return 0;
    }
    // The second byte is where overlong forms, surrogates and what lies above U+10FFFF are told.
    unsigned char low = byte[0] == 0xE0 ? 0xA0 : byte[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = byte[0] == 0xED ? 0x9F : byte[0] == 0xF4 ? 0x8F : 0xBF;
    if (byte[1] < low || byte[1] > high) {
        return 0;
    }
    for (int i = 2; i < len; i++) {
        if ((byte[i] & 0xC0) != 0x80) {
            return 0;
        }
    }
    return len;
}

static bool is_continuation(char byte) {
    return ((unsigned char)byte & 0xC0) == 0x80;
}

int32_t utf8_sequence(Str str, ptrdiff_t at) {
    return at < str.len ? sequence_len((const unsigned char *)str.text + at, str.len - at) : 0;
}

// Past what is usual from `at` on, sixteen bytes after sixteen.
static ptrdiff_t skip_usual(Str str, ptrdiff_t at) {
    ptrdiff_t end = at;
    for (; str.len - end >= LANES_COUNT; end += LANES_COUNT) {
        const char *text = str.text + end;
        if (lanes_any(utf8_unusual_lanes(lanes_load(text), lanes_load(text - 1), lanes_load(text - 2)))) {
            break;
        }
    }
    return end > at ? utf8_unparted(str, end) : at;
}

// Where sixteen bytes are not all usual, each sequence in them is looked at closely.
ptrdiff_t utf8_find_invalid(Str str) {
    for (ptrdiff_t at = 0, closely = UTF8_EARLIER; at < str.len;) {
        if (at >= closely) {
            at = skip_usual(str, at);
            closely = at + LANES_COUNT;
            continue;
        }
        int32_t len = utf8_sequence(str, at);
        if (len == 0) {
            return at;
        }
        at += len;
    }
    return -1;
}

int32_t utf8_decode(Str str, ptrdiff_t *offset) {
    ASSERT(*offset >= 0 && *offset < str.len);
    const unsigned char *byte = (const unsigned char *)str.text + *offset;
    int len = sequence_len(byte, str.len - *offset);
    *offset += len > 0 ? len : 1;
    switch (len) {
    case 1:
        return byte[0];
    case 2:
        return (byte[0] & 0x1F) << 6 | (byte[1] & 0x3F);
    case 3:
        return (byte[0] & 0x0F) << 12 | (byte[1] & 0x3F) << 6 | (byte[2] & 0x3F);
    case 4:
        return (byte[0] & 0x07) << 18 | (byte[1] & 0x3F) << 12 | (byte[2] & 0x3F) << 6 | (byte[3] & 0x3F);
    default:
        return UTF8_INVALID;
    }
}

int32_t utf8_count(Str str) {
    int32_t count = 0;
    for (ptrdiff_t i = 0; i < str.len; i++) {
        count += !is_continuation(str.text[i]);
    }
    return count;
}

ptrdiff_t utf8_offset(Str str, int32_t index) {
    for (ptrdiff_t i = 0; i < str.len; i++) {
        if (!is_continuation(str.text[i]) && index-- == 0) {
            return i;
        }
    }
    return str.len;
}

bool utf8_is_letter(int32_t code) {
    if (code < 0x80) {
        return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
    }
    utf8proc_category_t category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static bool shows_nothing(int32_t code) {
    return code <= ' ' || code == 0xA0 || code == 0x1680 || (code >= 0x2000 && code <= 0x200F) ||
           (code >= 0x2028 && code <= 0x202F) || code == 0x205F || code == 0x2060 || code == 0x3000 || code == 0xFEFF;
}

bool utf8_is_blank(Str str) {
    if (str.len > 0 && *str.text > ' ' && *str.text <= '~') { // as nearly every text begins
        return false;
    }
    for (ptrdiff_t at = 0; at < str.len;) {
        if (!shows_nothing(utf8_decode(str, &at))) {
            return false;
        }
    }
    return true;
}

static bool is_digit(int32_t code) {
    if (code < 0x80) {
        return code >= '0' && code <= '9';
    }
    utf8proc_category_t category = utf8proc_category(code);
    return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
}

static bool is_line_end(int32_t code) {
    return code == '\n' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029;
}

static bool is_space(int32_t code) {
    if (code < 0x80) {
        return code == ' ' || (code >= '\t' && code <= '\r');
    }
    return is_line_end(code) || utf8proc_category(code) == UTF8PROC_CATEGORY_ZS;
}

typedef struct {
    int32_t code;
    char plain[4];
} Plain;

// clang-format off
static const Plain PLAIN[] = {
    {0x00AB, "\""}, {0x00BB, "\""}, {0x2039, "\""}, {0x203A, "\""}, {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""},
    {0x201F, "\""}, {0x2033, "\""}, {0xFF02, "\""},
    {'`', "'"}, {0x00B4, "'"}, {0x02B9, "'"}, {0x02BB, "'"}, {0x02BC, "'"}, {0x02BD, "'"}, {0x02C8, "'"}, {0x2018, "'"},
    {0x2019, "'"}, {0x201B, "'"}, {0x2032, "'"}, {0xA78C, "'"}, {0xFF07, "'"},
    {0x02D7, "-"}, {0x058A, "-"}, {0x1806, "-"}, {0x2010, "-"}, {0x2011, "-"}, {0x2012, "-"}, {0x2013, "-"},
    {0x2014, "-"}, {0x2015, "-"}, {0x2043, "-"}, {0x207B, "-"}, {0x208B, "-"}, {0x2212, "-"}, {0xFE58, "-"},
    {0xFE63, "-"}, {0xFF0D, "-"}, {0x2026, "..."},
    {0x203F, "_"}, {0x2040, "_"}, {0x2054, "_"}, {0xFE33, "_"}, {0xFE34, "_"}, {0xFE4D, "_"}, {0xFE4E, "_"},
    {0xFE4F, "_"}, {0xFF3F, "_"},
    {0x00C6, "AE"}, {0x00E6, "ae"}, {0x0132, "IJ"}, {0x0133, "ij"}, {0x0152, "OE"}, {0x0153, "oe"},
    {0xFB00, "ff"}, {0xFB01, "fi"}, {0xFB02, "fl"}, {0xFB03, "ffi"}, {0xFB04, "ffl"}, {0xFB05, "st"}, {0xFB06, "st"},
};
// clang-format on

static const char *find_plain(int32_t code) {
    for (int32_t i = 0; i < COUNT(PLAIN); i++) {
        if (PLAIN[i].code == code) {
            return PLAIN[i].plain;
        }
    }
    return NULL;
}

static bool is_apostrophe(int32_t code) {
    const char *plain = code == '\'' ? "'" : find_plain(code);
    return plain && plain[0] == '\'';
}

int32_t utf8_count_letters(Str str) {
    int32_t count = 0;
    for (ptrdiff_t offset = 0; offset < str.len;) {
        count += utf8_is_letter(utf8_decode(str, &offset));
    }
    return count;
}

int32_t utf8_count_words(Str str) {
    int32_t count = 0;
    bool counted = false;
    for (ptrdiff_t offset = 0; offset < str.len;) {
        int32_t code = utf8_decode(str, &offset);
        if (is_space(code) || is_apostrophe(code)) {
            counted = false;
        } else if (!counted && (utf8_is_letter(code) || is_digit(code))) {
            counted = true;
            count++;
        }
    }
    return count;
}

static bool is_sentence_mark(int32_t code) {
    return code == '.' || code == '!' || code == '?' || code == 0x2026;
}

// Marks that may stand between the end of a sentence and the space after it; `*` closes emphasis.
static bool is_closing(int32_t code) {
    return code == ')' || code == ']' || code == '"' || code == '*' || code == 0xBB || code == 0x201D ||
           is_apostrophe(code);
}

static bool is_abbreviation(Str word) {
    static const Str TITLES[] = {S_INIT("MM"), S_INIT("Mr"), S_INIT("Mrs"), S_INIT("Ms"),
                                 S_INIT("Dr"), S_INIT("Pr"), S_INIT("St"),  S_INIT("cf")};
    for (int32_t i = 0; i < COUNT(TITLES); i++) {
        if (str_equal(word, TITLES[i])) {
            return true;
        }
    }
    return word.len == 1 && word.text[0] >= 'A' && word.text[0] <= 'Z';
}

// A sentence that has ended is counted when the next one begins, for only its first letter tells that it does.
int32_t utf8_count_sentences(Str str) {
    enum { INSIDE, AFTER_MARK, AFTER_SPACE } state = INSIDE;
    int32_t count = 0;
    bool begun = false;
    ptrdiff_t word = 0; // where the last run of letters and digits began
    for (ptrdiff_t offset = 0; offset < str.len;) {
        ptrdiff_t start = offset;
        int32_t code = utf8_decode(str, &offset);
        if (utf8_is_letter(code) || is_digit(code)) {
            bool next = state == AFTER_SPACE && !is_digit(code) && utf8proc_category(code) != UTF8PROC_CATEGORY_LL;
            count += begun && next;
            begun = true;
            state = INSIDE;
            continue;
        }
        if (is_space(code)) {
            state = state == AFTER_MARK ? AFTER_SPACE : state;
        } else if (state == INSIDE && is_sentence_mark(code)) {
            state = code == '.' && is_abbreviation(str_slice(str, word, start)) ? INSIDE : AFTER_MARK;
        } else if (state == AFTER_MARK && !is_sentence_mark(code) && !is_closing(code)) {
            state = INSIDE;
        }
        word = offset;
    }
    return count + begun;
}

// The text is composed where utf8proc took it apart; what it does not use of the memory goes back to the arena.
static Str compose(Arena *arena, Str str, utf8proc_option_t options) {
    const utf8proc_uint8_t *text = (const utf8proc_uint8_t *)str.text;
    utf8proc_ssize_t len = str.len > 0 ? utf8proc_decompose(text, str.len, NULL, 0, options) : 0;
    if (len <= 0) {
        return str_copy(arena, str);
    }
    utf8proc_int32_t *codes = arena_push(arena, utf8proc_int32_t, len + 1);
    utf8proc_decompose(text, str.len, codes, len, options);
    utf8proc_ssize_t used = utf8proc_reencode(codes, len, options);
    ASSERT(used > 0);
    ArenaMark end = arena_mark(arena);
    end.used -= (len + 1) * (ptrdiff_t)sizeof *codes - used;
    arena_rewind(arena, end);
    return (Str){(const char *)codes, used};
}

Str utf8_fold_case(Arena *arena, Str str) {
    return compose(arena, str, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

Str utf8_compatible(Arena *arena, Str str) {
    return compose(arena, str, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

typedef struct {
    char *text;      // NULL on the first pass, which only measures
    int32_t *places; // NULL likewise, and when nobody asks for them
    int32_t len;
    bool for_search; // case is removed and line ends are spaces
    char gap;        // the space or line end to write before the next character, 0 for none
    int32_t gap_place;
    int32_t line_ends; // in the gap
    int32_t end;       // in the original, of the last character that is not a space
    // The character written last, with which the next one may compose.
    int32_t last, last_at, last_place;
} Fold;

static void write_byte(Fold *fold, char byte, int32_t place) {
    if (fold->text) {
        fold->text[fold->len] = byte;
    }
    if (fold->places) {
        fold->places[fold->len] = place;
    }
    fold->len++;
}

static void write_code(Fold *fold, int32_t code, int32_t place) {
    fold->last = code;
    fold->last_at = fold->len;
    fold->last_place = place;
    if (code < 0x80) {
        write_byte(fold, (char)code, place);
        return;
    }
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t len = utf8proc_encode_char(code, bytes);
    for (utf8proc_ssize_t i = 0; i < len; i++) {
        write_byte(fold, (char)bytes[i], place);
    }
}

static void fold_plain_code(Fold *fold, int32_t code, int32_t place) {
    if (fold->gap && fold->len > 0) {
        write_code(fold, fold->gap, fold->gap_place);
    }
    fold->gap = 0;
    // Without accents, what is left to compose is a syllable of Hangul or a vowel of India with its neighbour.
    utf8proc_int32_t pair[2] = {fold->last, code};
    if (fold->last >= 0x80 && code >= 0x80 &&
        utf8proc_normalize_utf32(pair, 2, UTF8PROC_COMPOSE | UTF8PROC_STABLE) == 1) {
        fold->len = fold->last_at;
        write_code(fold, pair[0], fold->last_place);
    } else {
        write_code(fold, code, place);
    }
}

static void fold_code(Fold *fold, int32_t code, int32_t place) {
    enum { PARTS = 16 }; // no character has more than four
    utf8proc_int32_t parts[PARTS];
    utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_DECOMPOSE;
    if (fold->for_search) {
        options |= UTF8PROC_CASEFOLD;
    }
    utf8proc_ssize_t count = utf8proc_decompose_char(code, parts, PARTS, options, NULL);
    ASSERT(count >= 0 && count <= PARTS);
    for (utf8proc_ssize_t i = 0; i < count; i++) {
        const char *plain = find_plain(parts[i]);
        if (plain) {
            for (; *plain; plain++) {
                fold_plain_code(fold, *plain, place);
            }
        } else if (utf8proc_category(parts[i]) != UTF8PROC_CATEGORY_MN) {
            fold_plain_code(fold, parts[i], place);
        }
    }
}

static void fold_space(Fold *fold, int32_t code, int32_t place) {
    if (!fold->gap) {
        fold->gap = ' ';
        fold->gap_place = place;
        fold->line_ends = 0;
    }
    enum { PARAGRAPH = 0x2029 };
    fold->line_ends += code == PARAGRAPH ? 2 : is_line_end(code);
    if (fold->line_ends > 1 && !fold->for_search) {
        fold->gap = '\n';
    }
}

static void fold_text(Fold *fold, Str str) {
    for (ptrdiff_t offset = 0; offset < str.len;) {
        int32_t place = (int32_t)offset;
        int32_t code = utf8_decode(str, &offset);
        if (code == '\r' && offset < str.len && str.text[offset] == '\n') {
            fold_space(fold, ' ', place); // the next one ends the line
        } else if (is_space(code)) {
            fold_space(fold, code, place);
        } else if (code == UTF8_INVALID) {
            fold_plain_code(fold, 0xFFFD, place);
        } else if (code < 0x80) {
            bool capital = fold->for_search && code >= 'A' && code <= 'Z';
            fold_plain_code(fold, code == '`' ? '\'' : capital ? code | 0x20 : code, place);
        } else if (utf8proc_category(code) != UTF8PROC_CATEGORY_CF) {
            fold_code(fold, code, place);
        }
        if (!fold->gap) {
            fold->end = (int32_t)offset;
        }
    }
}

Str utf8_fold_search(Arena *arena, Str str) {
    Fold measure = {.for_search = true};
    fold_text(&measure, str);
    Fold fold = {.for_search = true, .text = arena_push(arena, char, measure.len)};
    fold_text(&fold, str);
    return (Str){fold.text, fold.len};
}

Utf8Folded utf8_fold(Arena *arena, Str str, int32_t most) {
    ASSERT(str.len < INT32_MAX / 4);
    Str head = most < 0 ? str : str_slice(str, 0, utf8_offset(str, most));
    Fold measure = {0};
    fold_text(&measure, head);
    Fold fold = {
        .text = arena_push(arena, char, measure.len),
        .places = arena_push(arena, int32_t, measure.len + 1),
    };
    fold_text(&fold, head);
    fold.places[fold.len] = fold.end;
    return (Utf8Folded){{fold.text, fold.len}, fold.places, head.len < str.len};
}
