#include "base/json_explain.h"

#include "base/character.h"
#include "base/limits.h"
#include "base/utf8.h"

typedef enum { AFTER_NOTHING, AFTER_OPENING, AFTER_COMMA, AFTER_COLON, AFTER_KEY, AFTER_TEXT, AFTER_VALUE } After;

// The bytes before the offset, which are JSON as far as they go.
typedef struct {
    char closings[LIMIT_JSON_DEPTH + 2]; // [depth] is that of the innermost
    int32_t depth;
    After after;
    bool in_text;
} Before;

static char closing_of(const Before *before) {
    return before->depth > 0 ? before->closings[before->depth] : '\0';
}

static bool awaits_key(const Before *before) {
    return closing_of(before) == '}' && (before->after == AFTER_OPENING || before->after == AFTER_COMMA);
}

static void pass_sign(Before *before, char c) {
    switch (c) {
    case '{':
    case '[':
        before->depth += before->depth <= LIMIT_JSON_DEPTH;
        before->closings[before->depth] = c == '{' ? '}' : ']';
        before->after = AFTER_OPENING;
        break;
    case '}':
    case ']':
        before->depth -= before->depth > 0;
        before->after = AFTER_VALUE;
        break;
    case ',':
        before->after = AFTER_COMMA;
        break;
    case ':':
        before->after = AFTER_COLON;
        break;
    case ' ':
    case '\t':
    case '\n':
    case '\r':
        break;
    default:
        before->after = AFTER_VALUE;
    }
}

static bool is_bom(Str bytes) {
    return str_begins(bytes, S("\uFEFF"));
}

static Before look_before(Str bytes, ptrdiff_t offset) {
    Before before = {0};
    bool is_key = false;
    for (ptrdiff_t at = is_bom(bytes) ? S("\uFEFF").len : 0; at < offset; at++) {
        char c = bytes.text[at];
        if (before.in_text) {
            at += c == '\\';
            before.in_text = c != '"';
            before.after = before.in_text ? before.after : is_key ? AFTER_KEY : AFTER_TEXT;
        } else if (c == '"') {
            before.in_text = true;
            is_key = awaits_key(&before);
        } else {
            pass_sign(&before, c);
        }
    }
    return before;
}

static bool is_one_of(int32_t code, const int32_t *codes, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        if (codes[i] == code) {
            return true;
        }
    }
    return false;
}

static bool is_curly(int32_t code) {
    static const int32_t CURLY[] = {0xAB, 0xBB, 0x201C, 0x201D, 0x201E, 0x201F, 0x2033, 0x300C, 0x300D, 0xFF02};
    return is_one_of(code, CURLY, COUNT(CURLY));
}

static bool is_single(int32_t code) {
    static const int32_t SINGLE[] = {'\'', '`', 0xB4, 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0x2039, 0x203A, 0xFF07};
    return is_one_of(code, SINGLE, COUNT(SINGLE));
}

static bool is_wordly(int32_t code) {
    return utf8_is_letter(code) || (code >= '0' && code <= '9') || code == '_';
}

// The word at `at`, behind the quotation mark that may stand there, or the one sign.
static Str word_at(Str bytes, ptrdiff_t at) {
    enum { MOST_CHARS = 24 };
    ptrdiff_t from = at + (bytes.text[at] == '"');
    ptrdiff_t end = from;
    ptrdiff_t next = from;
    for (int32_t chars = 0; chars < MOST_CHARS && next < bytes.len && is_wordly(utf8_decode(bytes, &next)); chars++) {
        end = next;
    }
    next = at;
    utf8_decode(bytes, &next);
    return end > from ? str_slice(bytes, from, end) : str_slice(bytes, at, next);
}

static Str comment_at(Str bytes, ptrdiff_t at) {
    static const Str COMMENTS[] = {S_INIT("//"), S_INIT("/*"), S_INIT("#"), S_INIT("<!--")};
    for (int32_t i = 0; i < COUNT(COMMENTS); i++) {
        if (str_begins(str_slice(bytes, at, bytes.len), COMMENTS[i])) {
            return COMMENTS[i];
        }
    }
    return (Str){0};
}

static JsonBad explain_text(int32_t code) {
    bool line_end = code == '\n' || code == '\r';
    return code < 0       ? JSON_BAD_CUT
           : code == '\\' ? JSON_BAD_ESCAPE
           : line_end     ? JSON_BAD_LINE_END
           : code < ' '   ? JSON_BAD_CONTROL
                          : JSON_BAD_SIGN;
}

static JsonBad explain_value(const Before *before, int32_t code) {
    if (code == ',' || (before->after == AFTER_COMMA && (code == '}' || code == ']'))) {
        return JSON_BAD_COMMA;
    }
    if (before->after == AFTER_NOTHING) {
        return JSON_BAD_FILE;
    }
    if (before->after == AFTER_COLON && (code == '}' || code == ']')) {
        return JSON_BAD_NO_VALUE;
    }
    if (code == '}' || code == ']') {
        return JSON_BAD_CLOSING;
    }
    if (awaits_key(before)) {
        return JSON_BAD_KEY;
    }
    return is_wordly(code) ? JSON_BAD_WORD : JSON_BAD_SIGN;
}

static JsonBad explain_behind(const Before *before, int32_t code) {
    if (before->after == AFTER_KEY) {
        return JSON_BAD_NO_COLON;
    }
    if (code == '}' || code == ']') {
        return JSON_BAD_CLOSING;
    }
    bool begins_value = code == '"' || code == '{' || code == '[';
    return before->after == AFTER_TEXT && !begins_value ? JSON_BAD_QUOTES : JSON_BAD_NO_COMMA;
}

static JsonBad explain_outside(const Before *before, Str bytes, ptrdiff_t at, int32_t code) {
    if (code < 0) {
        return JSON_BAD_CUT;
    }
    if (character_name(code).len > 0) {
        return JSON_BAD_UNSEEN;
    }
    if (comment_at(bytes, at).len > 0) {
        return JSON_BAD_COMMENT;
    }
    bool behind = before->after == AFTER_TEXT || before->after == AFTER_VALUE || before->after == AFTER_KEY;
    if (is_curly(code) || is_single(code)) {
        return before->after == AFTER_TEXT ? JSON_BAD_QUOTES : is_curly(code) ? JSON_BAD_CURLY : JSON_BAD_SINGLE;
    }
    return behind ? explain_behind(before, code) : explain_value(before, code);
}

static bool is_blank(Str bytes) {
    Str rest = is_bom(bytes) ? str_slice(bytes, S("\uFEFF").len, bytes.len) : bytes;
    return str_trim(rest).len == 0;
}

static Str what_closes(const Before *before) {
    return before->in_text ? S("\"") : closing_of(before) == ']' ? S("]") : S("}");
}

static Str about(const Before *before, Str bytes, ptrdiff_t at, JsonBad kind) {
    ptrdiff_t next = at;
    switch (kind) {
    case JSON_BAD_EMPTY:
        return (Str){0};
    case JSON_BAD_CUT:
    case JSON_BAD_CLOSING:
        return what_closes(before);
    case JSON_BAD_COMMENT:
        return comment_at(bytes, at);
    case JSON_BAD_ESCAPE:
        next++;
        break;
    case JSON_BAD_QUOTES:
    case JSON_BAD_NO_COMMA:
    case JSON_BAD_NO_COLON:
    case JSON_BAD_KEY:
    case JSON_BAD_WORD:
    case JSON_BAD_FILE:
        return word_at(bytes, at);
    case JSON_BAD_SIGN:
    case JSON_BAD_UNSEEN:
    case JSON_BAD_CURLY:
    case JSON_BAD_SINGLE:
    case JSON_BAD_LINE_END:
    case JSON_BAD_CONTROL:
    case JSON_BAD_COMMA:
    case JSON_BAD_NO_VALUE:
        break;
    }
    if (next < bytes.len) {
        utf8_decode(bytes, &next);
    }
    return str_slice(bytes, at, next);
}

JsonExplained json_explain(Str bytes, int32_t offset) {
    Before before = look_before(bytes, offset);
    ptrdiff_t at = offset;
    ptrdiff_t next = at;
    int32_t code = at < bytes.len ? utf8_decode(bytes, &next) : -1;
    JsonBad kind = is_blank(bytes)  ? JSON_BAD_EMPTY
                   : before.in_text ? explain_text(code)
                                    : explain_outside(&before, bytes, at, code);
    return (JsonExplained){kind, code, about(&before, bytes, at, kind)};
}
