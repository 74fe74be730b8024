#include "base/json_write.h"

#include "base/error.h"
#include "base/json_token.h"
#include "base/utf8.h"

#include <string.h>

// A list or an object of a raw value stands on one line when what is in it, all numbers, literals and texts, has no
// more bytes.
enum { LINE_BYTES = 60, SPACES = 16, PARTING = 2 + 2 * LIMIT_JSON_DEPTH + SPACES };

JsonWriter json_writer(Arena *arena) {
    return (JsonWriter){.out = {.arena = arena}};
}

JsonWriter json_line_writer(Arena *arena) {
    return (JsonWriter){.out = {.arena = arena}, .compact = true};
}

// Where up to `most` more bytes may be put; those before `end` are then taken.
static inline char *begin_bytes(JsonWriter *writer, ptrdiff_t most) {
    StrBuilder *out = &writer->out;
    return most <= out->capacity - out->count ? out->rows + out->count : str_reserve(out, most);
}

static inline void end_bytes(JsonWriter *writer, const char *end) {
    writer->out.count = (int32_t)(end - writer->out.rows);
}

// So many spaces at once: what is written too far is written again.
static inline char *put_line(const JsonWriter *writer, char *at) {
    ptrdiff_t indent = 2 * (ptrdiff_t)writer->depth;
    *at++ = '\n';
    for (ptrdiff_t i = 0; i < indent; i += SPACES) {
        memset(at + i, ' ', SPACES);
    }
    return at + indent;
}

// What parts an item from the one before: at most PARTING bytes.
static inline char *put_parting(JsonWriter *writer, char *at) {
    bool inlined = writer->compact || writer->levels[writer->depth].inlined;
    bool comma = writer->levels[writer->depth].any;
    writer->levels[writer->depth].any = true;
    if (comma) {
        *at++ = ',';
    }
    if (!inlined && writer->depth > 0) {
        return put_line(writer, at);
    }
    if (comma && inlined) {
        *at++ = ' ';
    }
    return at;
}

static bool awaits_key(const JsonWriter *writer) {
    return writer->levels[writer->depth].close == '}' && !writer->after_key;
}

// Where a value of up to `most` bytes may be put: it follows its key on the same line; an element begins an item of its
// own.
static char *begin_value(JsonWriter *writer, ptrdiff_t most) {
    ASSERT(!awaits_key(writer));
    ASSERT(writer->depth > 0 || !writer->levels[0].any);
    char *at = begin_bytes(writer, PARTING + most);
    at = writer->after_key ? at : put_parting(writer, at);
    writer->after_key = false;
    return at;
}

// A whole document ends with a line end.
static void end_value(JsonWriter *writer) {
    if (writer->depth == 0 && !writer->compact) {
        str_add_char(&writer->out, '\n');
    }
}

static void begin_level(JsonWriter *writer, char open, char close, bool inlined) {
    ASSERT(writer->depth < LIMIT_JSON_DEPTH);
    char *at = begin_value(writer, 1);
    *at = open;
    end_bytes(writer, at + 1);
    bool around = writer->levels[writer->depth].inlined || writer->one_line;
    writer->one_line = false;
    writer->depth++;
    writer->levels[writer->depth].close = close;
    writer->levels[writer->depth].inlined = inlined || around || writer->compact;
    writer->levels[writer->depth].any = false;
}

void json_begin_object(JsonWriter *writer) {
    begin_level(writer, '{', '}', false);
}

void json_begin_list(JsonWriter *writer) {
    begin_level(writer, '[', ']', false);
}

void json_begin_inline_object(JsonWriter *writer) {
    begin_level(writer, '{', '}', true);
}

void json_begin_inline_list(JsonWriter *writer) {
    begin_level(writer, '[', ']', true);
}

static bool is_too_long(const JsonWriter *writer, int32_t columns) {
    Str written = str_built(&writer->out);
    ptrdiff_t line = written.len;
    while (line > 0 && written.text[line - 1] != '\n') {
        line--;
    }
    return written.len - line > columns && utf8_count(str_slice(written, line, written.len)) > columns;
}

bool json_try_line(JsonWriter *writer, JsonAttempt *attempt, int32_t columns) {
    bool within_line = writer->levels[writer->depth].inlined;
    if (attempt->count == 0) {
        attempt->before = *writer;
        writer->one_line = columns > 0;
    } else if (attempt->count == 1 && columns > 0 && !within_line && is_too_long(writer, columns)) {
        StrBuilder out = writer->out;
        out.count = attempt->before.out.count;
        *writer = attempt->before;
        writer->out = out;
        writer->one_line = false;
    } else {
        return false;
    }
    attempt->count++;
    return true;
}

void json_end(JsonWriter *writer) {
    ASSERT(writer->depth > 0 && !writer->after_key);
    char close = writer->levels[writer->depth].close;
    bool own_line = writer->levels[writer->depth].any && !writer->levels[writer->depth].inlined;
    writer->depth--;
    char *at = begin_bytes(writer, PARTING + 1);
    at = own_line ? put_line(writer, at) : at;
    *at++ = close;
    end_bytes(writer, at);
    end_value(writer);
}

static void add_escape(StrBuilder *out, char c) {
    static const char SPECIAL[] = "\"\\\b\f\n\r\t", NAMES[] = "\"\\bfnrt";
    const char *special = memchr(SPECIAL, c, sizeof SPECIAL - 1);
    if (special) {
        str_add_char(out, '\\');
        str_add_char(out, NAMES[special - SPECIAL]);
    } else {
        str_addf(out, "\\u%04x", (unsigned)c);
    }
}

// Puts the text between quotes as far as nothing in it needs more than a copy, and gives how far. There is room for two
// bytes more than it has.
static ptrdiff_t put_text(char **at, Str text) {
    *(*at)++ = '"';
    ptrdiff_t plain = json_copy_plain(*at, text);
    *at += plain;
    if (plain == text.len) {
        *(*at)++ = '"';
    }
    return plain;
}

// What follows begins with what is no plain text. NUL, and each byte that is no UTF-8, becomes U+FFFD: what is
// written must be readable.
static void add_mended(JsonWriter *writer, Str text) {
    while (text.len > 0) {
        if (*text.text == '\0' || (unsigned char)*text.text >= 0x80) {
            str_add(&writer->out, S("\uFFFD"));
        } else {
            add_escape(&writer->out, *text.text);
        }
        text = str_slice(text, 1, text.len);
        char *at = begin_bytes(writer, text.len);
        ptrdiff_t plain = json_copy_plain(at, text);
        end_bytes(writer, at + plain);
        text = str_slice(text, plain, text.len);
    }
    str_add_char(&writer->out, '"');
}

void json_write_key(JsonWriter *writer, Str key) {
    ASSERT(awaits_key(writer));
    char *at = put_parting(writer, begin_bytes(writer, PARTING + key.len + 4));
    ptrdiff_t plain = put_text(&at, key);
    if (plain < key.len) { // seldom: one of another's making
        end_bytes(writer, at);
        add_mended(writer, str_slice(key, plain, key.len));
        at = begin_bytes(writer, 2);
    }
    at[0] = ':';
    at[1] = ' ';
    end_bytes(writer, at + 2);
    writer->after_key = true;
}

void json_write_text(JsonWriter *writer, Str text) {
    char *at = begin_value(writer, text.len + 2);
    ptrdiff_t plain = put_text(&at, text);
    end_bytes(writer, at);
    if (plain < text.len) {
        add_mended(writer, str_slice(text, plain, text.len));
    }
    end_value(writer);
}

static void write_literal(JsonWriter *writer, Str literal) {
    char *at = begin_value(writer, literal.len);
    memcpy(at, literal.text, (size_t)literal.len);
    end_bytes(writer, at + literal.len);
    end_value(writer);
}

void json_write_int(JsonWriter *writer, int64_t value) {
    ASSERT(value >= -((int64_t)1 << 53) && value <= (int64_t)1 << 53); // what the door for JSON takes
    enum { MOST = 20 };
    char digits[MOST];
    int32_t first = MOST;
    uint64_t size = value < 0 ? (uint64_t)-value : (uint64_t)value;
    do {
        digits[--first] = (char)('0' + size % 10);
        size /= 10;
    } while (size > 0);
    if (value < 0) {
        digits[--first] = '-';
    }
    write_literal(writer, (Str){digits + first, MOST - first});
}

void json_write_bool(JsonWriter *writer, bool value) {
    write_literal(writer, value ? S("true") : S("false"));
}

void json_write_null(JsonWriter *writer) {
    write_literal(writer, S("null"));
}

// A number or a literal in its one canonical form.
static Str mend_literal(Str token) {
    return str_equal(token, S("-0")) ? S("0") : token;
}

// Bytes of what a token says, however it is escaped: so that what was written is laid out the same way when it is read
// again.
static ptrdiff_t count_bytes(Str token) {
    if (!memchr(token.text, '\\', (size_t)token.len)) {
        return token.len;
    }
    ptrdiff_t count = 0;
    for (ptrdiff_t at = 0; at < token.len;) {
        char decoded[4];
        count += json_decode_step(token, &at, decoded);
    }
    return count;
}

static bool fits_line(Str json, ptrdiff_t from) {
    ptrdiff_t size = 0;
    while (size <= LINE_BYTES) {
        Str token = json_find_token(json, from);
        if (token.len == 0 || *token.text == '{' || *token.text == '[') {
            return false;
        }
        if (*token.text == '}' || *token.text == ']') {
            return true;
        }
        size += count_bytes(mend_literal(token));
        from = token.text - json.text + token.len;
    }
    return false;
}

static void write_raw_text(JsonWriter *writer, Str token) {
    Str text = json_decode_text(writer->out.arena, token);
    if (awaits_key(writer)) {
        json_write_key(writer, text);
    } else {
        json_write_text(writer, text);
    }
}

void json_write_raw(JsonWriter *writer, Str json) {
    ptrdiff_t at = 0;
    for (Str token = json_find_token(json, at); token.len > 0; token = json_find_token(json, at)) {
        at = token.text - json.text + token.len;
        switch (*token.text) {
        case '{':
            begin_level(writer, '{', '}', fits_line(json, at));
            break;
        case '[':
            begin_level(writer, '[', ']', fits_line(json, at));
            break;
        case '}':
        case ']':
            json_end(writer);
            break;
        case ':':
        case ',':
            break;
        case '"':
            write_raw_text(writer, token);
            break;
        default:
            write_literal(writer, mend_literal(token));
        }
    }
}

void json_write_member_text(JsonWriter *writer, Str key, Str text) {
    json_write_key(writer, key);
    json_write_text(writer, text);
}

void json_write_member_int(JsonWriter *writer, Str key, int64_t value) {
    json_write_key(writer, key);
    json_write_int(writer, value);
}

void json_write_member_bool(JsonWriter *writer, Str key, bool value) {
    json_write_key(writer, key);
    json_write_bool(writer, value);
}

ptrdiff_t json_here(const JsonWriter *writer) {
    ASSERT(awaits_key(writer) && writer->levels[writer->depth].any);
    return writer->out.count;
}

Str json_since(const JsonWriter *writer, Arena *arena, ptrdiff_t from) {
    ASSERT(awaits_key(writer));
    return str_copy(arena, str_slice(str_built(&writer->out), from, writer->out.count));
}

void json_write_again(JsonWriter *writer, Str members) {
    ASSERT(awaits_key(writer) && writer->levels[writer->depth].any);
    str_add(&writer->out, members);
}

Str json_written(const JsonWriter *writer) {
    ASSERT(writer->depth == 0 && writer->levels[0].any);
    return str_built(&writer->out);
}

Str json_take(JsonWriter *writer) {
    ASSERT(!writer->compact && !writer->after_key && !writer->levels[writer->depth].inlined);
    Str part = str_built(&writer->out);
    writer->out.count = 0;
    return part;
}
