#include "exchange/gift_text.h"

#include "base/lanes.h"

#include <string.h>

static bool is_escape(Str text, ptrdiff_t at) {
    return text.text[at] == '\\' && at + 1 < text.len && strchr("\\:#={}~n", text.text[at + 1]) != NULL &&
           text.text[at + 1] != '\0';
}

static ptrdiff_t find_byte(Str text, ptrdiff_t from, char byte) {
    const char *found = from < text.len ? memchr(text.text + from, byte, (size_t)(text.len - from)) : NULL;
    return found ? found - text.text : text.len;
}

// Past what is protected before `at`; more than `at` when that is protected itself.
static ptrdiff_t skip_escapes(Str text, ptrdiff_t from, ptrdiff_t at) {
    Str before = str_slice(text, 0, at);
    for (;;) {
        ptrdiff_t escape = find_byte(before, from, '\\');
        if (escape >= before.len) {
            return from > at ? from : at;
        }
        from = escape + 1 + is_escape(text, escape);
    }
}

ptrdiff_t gift_find(Str text, Str sign) {
    ptrdiff_t from = 0;
    for (ptrdiff_t at = find_byte(text, 0, *sign.text); at < text.len; at = find_byte(text, at + 1, *sign.text)) {
        if (str_begins(str_slice(text, at, text.len), sign)) {
            from = skip_escapes(text, from, at);
            if (from == at && !is_escape(text, at)) { // a sign may be a backslash
                return at;
            }
        }
    }
    return -1;
}

// The first byte from `at` on that is one of `signs` or a backslash, or the end; sixteen are looked at in one go, for
// nearly all are none.
static ptrdiff_t find_sign(Str text, ptrdiff_t at, uint8_t signs) {
    uint8_t equals = signs & GIFT_EQUALS ? '=' : '\\', tilde = signs & GIFT_TILDE ? '~' : '\\',
            hash = signs & GIFT_HASH ? '#' : '\\';
    for (; text.len - at >= LANES_COUNT; at += LANES_COUNT) {
        Lanes bytes = lanes_load(text.text + at);
        Lanes parting = (Lanes)(bytes == equals) | (Lanes)(bytes == tilde) | (Lanes)(bytes == hash);
        if (lanes_any(parting | (Lanes)(bytes == '\\'))) {
            break;
        }
    }
    for (; at < text.len; at++) {
        uint8_t byte = (uint8_t)text.text[at];
        if (byte == equals || byte == tilde || byte == hash || byte == '\\') {
            break;
        }
    }
    return at;
}

ptrdiff_t gift_find_any(Str text, uint8_t signs) {
    ptrdiff_t at = find_sign(text, 0, signs);
    while (at < text.len && text.text[at] == '\\') {
        at = find_sign(text, at + 1 + is_escape(text, at), signs);
    }
    return at < text.len ? at : -1;
}

ptrdiff_t gift_find_last(Str text, Str sign) {
    ptrdiff_t last = -1;
    for (ptrdiff_t from = 0;;) {
        ptrdiff_t at = gift_find(str_slice(text, from, text.len), sign);
        if (at < 0) {
            return last;
        }
        last = from + at;
        from = last + 1;
    }
}

Str gift_unescape(Arena *arena, Str text) {
    if (text.len == 0 || !memchr(text.text, '\\', (size_t)text.len)) {
        return text;
    }
    char *out = arena_push_text(arena, text.len);
    ptrdiff_t len = 0;
    for (ptrdiff_t at = 0; at < text.len; at++) {
        bool escape = is_escape(text, at);
        at += escape;
        out[len++] = (char)(escape && text.text[at] == 'n' ? '\n' : text.text[at]);
    }
    return (Str){out, len};
}

int32_t gift_line(const Gift *gift, Str part) {
    ptrdiff_t offset = part.text - gift->block.text;
    int32_t low = 0;
    int32_t high = gift->lines.count - 1;
    while (low < high) {
        int32_t middle = low + (high - low + 1) / 2;
        if (gift->lines.rows[middle].offset <= offset) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    return gift->lines.count > 0 ? gift->lines.rows[low].line : gift->line;
}

static bool find_format(Str name, RichFormat *format) {
    static const struct {
        Str name;
        RichFormat format;
    } FORMATS[] = {{S_INIT("html"), RICH_HTML},
                   {S_INIT("markdown"), RICH_MARKDOWN},
                   {S_INIT("plain"), RICH_PLAIN},
                   {S_INIT("moodle"), RICH_AUTO}};
    for (int32_t i = 0; i < COUNT(FORMATS); i++) {
        if (str_equal(FORMATS[i].name, name)) {
            *format = FORMATS[i].format;
            return true;
        }
    }
    return false;
}

bool gift_take_format(Str *text, RichFormat *format) {
    enum { LONGEST = 12 };
    ptrdiff_t end = str_begins(*text, S("[")) ? str_find(str_slice(*text, 0, LONGEST), S("]")) : -1;
    if (end < 0 || !find_format(str_slice(*text, 1, end), format)) {
        return false;
    }
    *text = str_slice(*text, end + 1, text->len);
    return true;
}

Str gift_text(Gift *gift, Str text, RichFormat *format) {
    (void)gift_take_format(&text, format);
    if (gift->bare) {
        return rich_trim(text);
    }
    return rich_read(gift->bank->arena, str_trim(gift_unescape(gift->bank->arena, text)), *format, &gift->seen);
}

bool gift_take_weight(Gift *gift, Str *answer, int32_t *weight) {
    Str text = str_trim(*answer);
    ptrdiff_t end = str_begins(text, S("%")) ? str_find(str_slice(text, 1, text.len), S("%")) : -1;
    if (end < 1) {
        return false;
    }
    Str number = str_slice(text, 1, end + 1);
    if (!bank_read_weight(number, weight)) {
        ptrdiff_t comma = str_find(number, S(","));
        StrBuilder mended = {.arena = gift->scratch};
        str_add(&mended, str_slice(number, 0, comma));
        str_add(&mended, S("."));
        str_add(&mended, str_slice(number, comma + 1, number.len));
        if (comma < 1 || !bank_read_weight(str_built(&mended), weight)) {
            return false; // percent signs of a text
        }
        loss_tell(gift->report, &(Loss){.construct = CONSTRUCT_WEIGHT,
                                        .became = BECAME_KEPT,
                                        .reason = REASON_WEIGHT_COMMA,
                                        .line = gift_line(gift, text),
                                        .about = number});
        *weight = INT32_MIN;
    }
    *answer = str_slice(text, end + 2, text.len);
    return true;
}

bool gift_check_number(Gift *gift, Str text, Construct construct) {
    ptrdiff_t dots = str_find(text, S(".."));
    ptrdiff_t colon = str_find(text, S(":"));
    ptrdiff_t at = dots > 0 ? dots : colon;
    ptrdiff_t width = dots > 0 ? 2 : 1;
    bool fine = at > 0 ? bank_is_number(str_slice(text, 0, at)) && bank_is_number(str_slice(text, at + width, text.len))
                       : bank_is_number(text) || str_equal(str_trim(text), S("*"));
    if (!fine) {
        loss_tell(gift->report,
                  &(Loss){.construct = construct,
                          .became = BECAME_KEPT,
                          .reason = bank_has_decimal_comma(text) ? REASON_DECIMAL_COMMA : REASON_NOT_A_NUMBER,
                          .line = gift_line(gift, text),
                          .about = str_trim(text)});
    }
    return fine;
}

void gift_add_question(Gift *gift, BankQuestion *question) {
    question->category = gift->category;
    if (!question->of_many) {
        question->notes = gift->notes;
        question->id = gift->id;
        question->tags = gift->tags;
    }
    bank_add_question(gift->bank, question, &gift->seen, gift->report);
    gift->seen = (RichSeen){0};
}
