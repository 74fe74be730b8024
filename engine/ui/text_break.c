#include "base/utf8.h"
#include "ui/text_parts.h"

enum {
    NO_CODE = 0,
    ZERO_WIDTH_SPACE = 0x200B,
    HYPHEN = 0x2010,
    NO_BREAK_HYPHEN = 0x2011,
    EN_DASH = 0x2013,
    EM_DASH = 0x2014
};

// Signs that never begin a line and signs that never end one, in ascending order.
// clang-format off
static const int32_t CLOSERS[] = {
    '!', '%', ')', ',', '.', ':', ';', '?', ']', '}', 0xBB, 0x60C, 0x61B, 0x61F, 0x6D4, 0x201D, 0x2026, 0x2030, 0x203A, 0x20AC, 0x3001, 0x3002,
    0x3009, 0x300B, 0x300D, 0x300F, 0x3011, 0x30FB, 0x30FC, 0xFF01, 0xFF09, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F};
static const int32_t OPENERS[] = {
    '(', '[', '{', 0xA1, 0xAB, 0xBF, 0x201A, 0x201C, 0x201E, 0x2039, 0x3008, 0x300A, 0x300C, 0x300E, 0x3010, 0xFF08};
// clang-format on

static bool is_among(const int32_t *codes, size_t count, int32_t code) {
    for (size_t i = 0; i < count && codes[i] <= code; i++) {
        if (codes[i] == code) {
            return true;
        }
    }
    return false;
}

static bool is_closer(int32_t code) {
    return is_among(CLOSERS, COUNT(CLOSERS), code);
}

static bool is_opener(int32_t code) {
    return is_among(OPENERS, COUNT(OPENERS), code);
}

bool text_break_is_space(int32_t code) {
    return code == ' ' || code == '\t' || (code >= 0x2000 && code <= 0x200A && code != 0x2007) || code == 0x205F ||
           code == 0x3000;
}

bool text_break_is_line_end(int32_t code) {
    return code == '\n' || code == 0x2028 || code == 0x2029;
}

// Signs that keep their neighbours on their line.
static bool is_glue(int32_t code) {
    return code == 0xA0 || code == 0x2007 || code == NO_BREAK_HYPHEN || code == 0x202F || code == 0x2060 ||
           code == 0xFEFF;
}

static bool is_dash(int32_t code) {
    return code == EN_DASH || code == EM_DASH;
}

// Marks that join the character before them.
static bool is_accent(int32_t code) {
    return (code >= 0x300 && code < 0x370) || (code >= 0x302A && code <= 0x302F) || code == 0x3099 || code == 0x309A ||
           (code >= 0xFE00 && code <= 0xFE0F);
}

// Ideographs, kana and their punctuation.
static bool is_ideograph(int32_t code) {
    bool is_one = (code >= 0x2E80 && code < 0x3100) || (code >= 0x3400 && code < 0x4DC0) ||
                  (code >= 0x4E00 && code < 0xA000) || (code >= 0xF900 && code < 0xFB00) ||
                  (code >= 0xFF01 && code < 0xFF61) || (code >= 0x20000 && code < 0x40000);
    return is_one && !is_accent(code);
}

static bool is_kept_together(int32_t before, int32_t after) {
    return is_closer(after) || is_opener(before) || is_glue(before) || is_glue(after);
}

typedef struct {
    int32_t before, earlier; // the last two characters seen, accents apart; NO_CODE: none
    bool spaced;             // a space came after them
} Seen;

// A dash that a space follows opens what somebody says, or an aside.
static bool may_break(const Seen *seen, int32_t after) {
    if (seen->before == NO_CODE || is_kept_together(seen->before, after)) {
        return false;
    }
    if (seen->spaced) {
        return !is_dash(seen->before);
    }
    if (seen->before == '-' || seen->before == HYPHEN || is_dash(seen->before)) {
        return utf8_is_letter(seen->earlier) && utf8_is_letter(after);
    }
    return seen->before == ZERO_WIDTH_SPACE || (is_ideograph(seen->before) && is_ideograph(after));
}

static void see(Seen *seen, int32_t code) {
    if (!is_accent(code)) {
        seen->earlier = seen->spaced ? NO_CODE : seen->before;
        seen->before = code;
    }
    seen->spaced = false;
}

TextPiece text_break_next(Str text, const EmphasisMarks *marks, ptrdiff_t from) {
    TextPiece piece = {from, from, from, from, false};
    Seen seen = {0};
    int32_t mark = text_mark_count(marks, from);
    for (ptrdiff_t at = from; at < text.len;) {
        if (text_mark_place(marks, mark) == at) {
            mark++;
            at++;
            if (!seen.spaced) {
                piece.end = piece.to = at;
            }
            continue;
        }
        ptrdiff_t next = at;
        int32_t code = utf8_decode(text, &next);
        if (text_break_is_line_end(code)) {
            piece.next = next;
            piece.ends_line = true;
            return piece;
        }
        if (text_break_is_space(code)) {
            seen.spaced = true;
        } else if (may_break(&seen, code)) {
            piece.next = piece.to;
            return piece;
        } else {
            see(&seen, code);
            piece.end = next;
        }
        piece.to = at = next;
    }
    piece.next = text.len;
    return piece;
}

bool text_break_forbids(Str text, ptrdiff_t before, ptrdiff_t at) {
    int32_t last = utf8_decode(text, &before), first = utf8_decode(text, &at);
    return text_break_is_space(first) || is_kept_together(last, first);
}
