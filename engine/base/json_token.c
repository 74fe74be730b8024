#include "base/json_token.h"

#include "base/octets.h"
#include "base/utf8.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD };

// Zero when all bytes of `word` are plain text; else its lowest bit is in the first byte that is not. A subtraction
// carries the high bit into each byte that is too small: below '!' once '"' and ' ' have changed places, or equal to a
// backslash.
static uint64_t find_special(uint64_t word) {
    uint64_t control_or_quote = (word ^ OCTETS_EACH('"' ^ ' ')) - OCTETS_EACH('!');
    uint64_t backslash = (word ^ OCTETS_EACH('\\')) - OCTETS_EACH(1);
    return (control_or_quote | backslash) & ~word & OCTETS_EACH(0x80);
}

static bool is_plain(char c) {
    return (unsigned char)c >= ' ' && c != '"' && c != '\\';
}

// Likewise, for bytes that also are ASCII.
static uint64_t find_stop(uint64_t word) {
    return find_special(word) | (word & OCTETS_EACH(0x80));
}

// Copies a text that is as short as keys are; false: not all of it is plain ASCII. What is copied twice is the same,
// and in what order a machine has the bytes of a word does not matter.
static inline bool copy_short(char *to, Str text) {
    uint64_t first = OCTETS_EACH(' '), last = first;
    if (text.len >= OCTETS_COUNT) {
        ptrdiff_t from = text.len - OCTETS_COUNT;
        memcpy(&first, text.text, OCTETS_COUNT);
        memcpy(&last, text.text + from, OCTETS_COUNT);
        memcpy(to, &first, OCTETS_COUNT);
        memcpy(to + from, &last, OCTETS_COUNT);
    } else if (text.len >= 4) {
        uint32_t half, other;
        memcpy(&half, text.text, 4);
        memcpy(&other, text.text + text.len - 4, 4);
        memcpy(to, &half, 4);
        memcpy(to + text.len - 4, &other, 4);
        first = half | (uint64_t)other << 32;
    } else {
        for (ptrdiff_t i = 0; i < text.len; i++) {
            to[i] = text.text[i];
            first = first << 8 | (unsigned char)to[i];
        }
    }
    return (find_stop(first) | find_stop(last)) == 0;
}

// The length of the plain character at `at`, copied; 0: there is none.
static int32_t copy_character(char *to, Str text, ptrdiff_t at) {
    bool ascii = (unsigned char)text.text[at] < 0x80;
    int32_t len = ascii ? is_plain(text.text[at]) : utf8_sequence(text, at);
    for (int32_t i = 0; i < len; i++) {
        to[at + i] = text.text[at + i];
    }
    return len;
}

// The length of the plain text at `at`, copied, as far as a word goes; 0: there is none. What is written too far is
// written again.
static ptrdiff_t copy_word(char *to, Str text, ptrdiff_t at) {
    if (text.len - at < OCTETS_COUNT) {
        return copy_character(to, text, at);
    }
    uint64_t word = octets_load(text.text + at);
    uint64_t stop = find_stop(word);
    memcpy(to + at, text.text + at, OCTETS_COUNT);
    if (stop == 0) {
        return OCTETS_COUNT;
    }
    int32_t plain = octets_first(stop);
    int32_t len = plain + utf8_usual_sequence(word >> 8 * plain);
    return len > 0 ? len : copy_character(to, text, at);
}

// Copies sixteen bytes after sixteen from `at` on, as long as all are plain and usual, and gives how far; the last
// sixteen may be some of those before.
static ptrdiff_t copy_usual(char *to, Str text, ptrdiff_t at) {
    ptrdiff_t end = at;
    while (end < text.len) {
        ptrdiff_t from = text.len - end < LANES_COUNT ? text.len - LANES_COUNT : end;
        const char *source = text.text + from;
        Lanes bytes = lanes_load(source);
        Lanes special = (Lanes)(bytes < ' ') | (Lanes)(bytes == '"') | (Lanes)(bytes == '\\');
        memcpy(to + from, source, LANES_COUNT);
        if (lanes_any(special | utf8_unusual_lanes(bytes, lanes_load(source - 1), lanes_load(source - 2)))) {
            break;
        }
        end = from + LANES_COUNT;
    }
    return end > at ? utf8_unparted(text, end) : at;
}

// Where sixteen bytes are not all plain and usual, it looks closely as far.
static ptrdiff_t copy_any(char *to, Str text) {
    ptrdiff_t closely = text.len < UTF8_EARLIER + LANES_COUNT ? text.len : UTF8_EARLIER;
    for (ptrdiff_t at = 0; at < text.len;) {
        if (at >= closely) {
            at = copy_usual(to, text, at);
            closely = at + LANES_COUNT;
            continue;
        }
        ptrdiff_t len = copy_word(to, text, at);
        if (len == 0) {
            return at;
        }
        at += len;
    }
    return text.len;
}

ptrdiff_t json_copy_plain(char *to, Str text) {
    return text.len <= 2 * OCTETS_COUNT && copy_short(to, text) ? text.len : copy_any(to, text);
}

ptrdiff_t json_skip_plain(Str bytes, ptrdiff_t at) {
    for (; bytes.len - at >= OCTETS_COUNT; at += OCTETS_COUNT) {
        uint64_t special = find_special(octets_load(bytes.text + at));
        if (special != 0) {
            return at + octets_first(special);
        }
    }
    while (at < bytes.len && is_plain(bytes.text[at])) {
        at++;
    }
    return at;
}

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

static bool is_mark(char c) {
    return c == '{' || c == '}' || c == '[' || c == ']' || c == ':' || c == ',';
}

// Past the closing quote of the text that opens at `at`.
static ptrdiff_t skip_text(Str bytes, ptrdiff_t at) {
    at++;
    while (at < bytes.len && bytes.text[at] != '"') {
        at += bytes.text[at] == '\\' ? 2 : 1;
        at = json_skip_plain(bytes, at);
    }
    return at < bytes.len ? at + 1 : bytes.len;
}

Str json_find_token(Str bytes, ptrdiff_t from) {
    while (from < bytes.len && is_space(bytes.text[from])) {
        from++;
    }
    ptrdiff_t end = from;
    if (from < bytes.len && bytes.text[from] == '"') {
        end = skip_text(bytes, from);
    } else if (from < bytes.len && is_mark(bytes.text[from])) {
        end = from + 1;
    } else {
        while (end < bytes.len && !is_space(bytes.text[end]) && !is_mark(bytes.text[end]) && bytes.text[end] != '"') {
            end++;
        }
    }
    return str_slice(bytes, from, end);
}

static ptrdiff_t token_end(Str bytes, Str token) {
    return token.text - bytes.text + token.len;
}

ptrdiff_t json_skip_key(Str bytes, ptrdiff_t place) {
    Str colon = json_find_token(bytes, token_end(bytes, json_find_token(bytes, place)));
    if (!str_equal(colon, S(":"))) {
        return place;
    }
    return json_find_token(bytes, token_end(bytes, colon)).text - bytes.text;
}

ptrdiff_t json_skip_value(Str bytes, ptrdiff_t at) {
    static const int8_t DEEPER[256] = {['{'] = 1, ['['] = 1, ['}'] = -1, [']'] = -1};
    Str token = json_find_token(bytes, at);
    if (token.len != 1 || DEEPER[(unsigned char)*token.text] != 1) {
        return token_end(bytes, token);
    }
    int32_t depth = 0;
    do {
        unsigned char c = (unsigned char)bytes.text[at];
        depth += DEEPER[c];
        at = c == '"' ? skip_text(bytes, at) : at + 1;
    } while (depth > 0 && at < bytes.len);
    return at;
}

static int32_t hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

int32_t json_read_hex(Str bytes, ptrdiff_t at) {
    if (bytes.len - at < 4) {
        return -1;
    }
    int32_t value = 0;
    for (int32_t i = 0; i < 4; i++) {
        int32_t digit = hex_digit(bytes.text[at + i]);
        if (digit < 0) {
            return -1;
        }
        value = value * 16 + digit;
    }
    return value;
}

static int32_t encode(int32_t code, char bytes[4]) {
    if (code < 0x80) {
        bytes[0] = (char)code;
        return 1;
    }
    int32_t count = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (int32_t i = count - 1; i > 0; i--) {
        bytes[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    bytes[0] = (char)((0xF0 << (4 - count) & 0xF0) | code);
    return count;
}

// The code point of the \u escape whose backslash is at *at, or -1 when it is none.
static int32_t decode_unicode(Str bytes, ptrdiff_t *at) {
    int32_t code = json_read_hex(bytes, *at + 2);
    if (code < 0) {
        return -1;
    }
    *at += 6;
    if (code < 0xD800 || code > 0xDFFF) {
        return code;
    }
    bool escape_follows = bytes.len - *at >= 6 && bytes.text[*at] == '\\' && bytes.text[*at + 1] == 'u';
    int32_t low = escape_follows ? json_read_hex(bytes, *at + 2) : -1;
    if (code > 0xDBFF || low < 0xDC00 || low > 0xDFFF) {
        return REPLACEMENT;
    }
    *at += 6;
    return 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
}

int32_t json_decode_step(Str bytes, ptrdiff_t *at, char decoded[4]) {
    static const char NAMES[] = "bfnrt", MEANINGS[] = "\b\f\n\r\t";
    decoded[0] = bytes.text[*at];
    if (decoded[0] != '\\' || bytes.len - *at < 2) {
        *at += 1;
        return 1;
    }
    char c = bytes.text[*at + 1];
    int32_t code = c == 'u' ? decode_unicode(bytes, at) : -1;
    if (code >= 0) {
        return encode(code, decoded);
    }
    const char *name = memchr(NAMES, c, sizeof NAMES - 1);
    decoded[0] = name ? MEANINGS[name - NAMES] : c;
    *at += 2;
    return 1;
}

Str json_decode_text(Arena *arena, Str token) {
    ptrdiff_t plain = json_skip_plain(token, 1);
    if (plain >= token.len || token.text[plain] == '"') {
        return str_slice(token, 1, plain);
    }
    char *text = arena_push(arena, char, token.len);
    ptrdiff_t len = 0;
    for (ptrdiff_t at = 1; at < token.len && token.text[at] != '"';) {
        char decoded[4];
        int32_t count = json_decode_step(token, &at, decoded);
        memcpy(text + len, decoded, (size_t)count);
        len += count;
    }
    return (Str){text, len};
}
