#include "scenario/pattern.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

// The pattern is folded whole, between two letters so that spaces at its ends stay. The places of the folding then tell
// what the author wrote from what was made of another character.
typedef struct {
    Str pattern;
    Utf8Folded folded;
    int32_t at, end; // next byte of the folded pattern; its closing letter
    bool in_class;
    bool in_range; // in a class: after a hyphen that makes a range with the next character
    int32_t low;   // in a class: the last character, where a range may begin; -1: none
    int32_t range_chars;
    PatternFault fault;
    int32_t fault_place;
    Str about;
    int32_t len;
    char text[LIMIT_PATTERN_BYTES];
    int32_t places[LIMIT_PATTERN_BYTES + 1];
} Preparation;

enum { FIRST_WIDE = 0x80, LAST_CODE_POINT = 0x10FFFF };

static bool is_one_of(char c, const char *set) {
    return c != '\0' && strchr(set, c);
}

static char byte_at(const Preparation *p, int32_t at) {
    return p->folded.text.text[at];
}

static int32_t place_of(const Preparation *p, int32_t at) {
    return p->folded.places[at] - 1;
}

// Where the folded bytes end that come from the same character of the author's as the one at `at`.
static int32_t end_of_char(const Preparation *p, int32_t at) {
    int32_t end = at + 1;
    while (end < p->end && p->folded.places[end] == p->folded.places[at]) {
        end++;
    }
    return end;
}

static bool is_several(const Preparation *p, int32_t from, int32_t to) {
    return utf8_count(str_slice(p->folded.text, from, to)) > 1;
}

// An ASCII character that the author did not write as such: “é”, a no-break space.
static bool is_made(const Preparation *p, int32_t at) {
    return (unsigned char)byte_at(p, at) < 0x80 && (unsigned char)p->pattern.text[place_of(p, at)] >= 0x80;
}

static bool is_quantified(const Preparation *p, int32_t end) {
    return end < p->end && is_one_of(byte_at(p, end), "*+?{");
}

static void refuse(Preparation *p, PatternFault fault, int32_t to) {
    p->fault = fault;
    p->fault_place = place_of(p, p->at);
    p->about = str_slice(p->pattern, p->fault_place, place_of(p, to));
}

static void write_byte(Preparation *p, char byte, int32_t at) {
    if (p->len == LIMIT_PATTERN_BYTES) {
        refuse(p, PATTERN_LONG, p->at);
        return;
    }
    p->text[p->len] = byte;
    p->places[p->len++] = place_of(p, at);
}

static void write_text(Preparation *p, Str text, int32_t at) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        write_byte(p, text.text[i], at);
    }
}

// Writes what stands before `to` as it is, and moves there.
static void take(Preparation *p, int32_t to) {
    while (p->at < to) {
        write_byte(p, byte_at(p, p->at), p->at);
        p->at++;
    }
}

// A character that stands for another is a literal, whatever it looks like now.
static void take_literal(Preparation *p, int32_t to) {
    bool made = is_made(p, p->at);
    while (p->at < to) {
        if (made && is_one_of(byte_at(p, p->at), "\\^$.[]|()?*+{}-=<>")) {
            write_byte(p, '\\', p->at);
        }
        take(p, p->at + 1);
    }
}

// Where {,3} ends, which is a quantifier from PCRE2 10.43 on and letters before; `at` when it does not stand here.
static int32_t end_of_open_quantifier(const Preparation *p) {
    const char *text = p->folded.text.text; // the closing letter ends it
    if (text[p->at] != '{' || text[p->at + 1] != ',') {
        return p->at;
    }
    int32_t end = p->at + 2;
    while (text[end] >= '0' && text[end] <= '9') {
        end++;
    }
    return text[end] == '}' && end > p->at + 2 ? end + 1 : p->at;
}

static void prepare_char(Preparation *p) {
    int32_t start = p->at;
    int32_t end = end_of_char(p, start);
    int32_t open = end_of_open_quantifier(p);
    if (open > start) {
        refuse(p, PATTERN_UNLIKE, open);
        return;
    }
    bool is_space = byte_at(p, start) == ' ';
    bool grouped = is_quantified(p, end) && (is_space || is_several(p, start, end));
    if (grouped) {
        write_text(p, S("(?:"), start);
    }
    if (is_space) {
        write_text(p, S("\\s+"), start);
        p->at = end;
    } else {
        take_literal(p, end);
    }
    if (grouped) {
        write_byte(p, ')', start);
    }
}

// Bytes of the number that an escape gives a character by: \x41 \x{1F300} \N{U+41} \o{101} \101.
static int32_t read_number(Str escape, int32_t *value) {
    int32_t at = is_one_of(escape.text[1], "xoN") ? 2 : 1;
    int32_t base = is_one_of(escape.text[1], "xN") ? 16 : 8;
    int32_t most = at + (base == 16 ? 2 : 3);
    bool in_braces = escape.text[at] == '{';
    if (in_braces) {
        at += str_begins(str_slice(escape, at, escape.len), S("{U+")) ? 3 : 1;
        most = (int32_t)escape.len;
    }
    for (*value = 0; at < most && at < escape.len; at++) {
        const char *digits = "0123456789abcdef";
        const char *digit =
            memchr(digits, escape.text[at] > '9' ? escape.text[at] | 0x20 : escape.text[at], (size_t)base);
        if (!digit) {
            break;
        }
        int32_t next = *value * base + (int32_t)(digit - digits);
        *value = next < LAST_CODE_POINT ? next : LAST_CODE_POINT;
    }
    return in_braces && at < escape.len && escape.text[at] == '}' ? at + 1 : at;
}

// \N alone is no number, nor is it with a quantifier after it.
static bool gives_number(Str escape) {
    char c = escape.text[1];
    bool in_braces = escape.len > 3 && escape.text[2] == '{';
    return c == 'N' ? in_braces && !is_one_of(escape.text[3], "0123456789,") : is_one_of(c, "xo01234567");
}

// A number without digits is zero to some versions of PCRE2 and a fault to others; some let spaces stand in its braces.
static bool is_bare_number(Str escape, int32_t len) {
    const char *last = escape.text + len - 1;
    if (is_one_of(escape.text[1], "01234567")) {
        return false;
    }
    return escape.text[2] == '{' ? *last != '}' || !is_one_of(last[-1], "0123456789abcdefABCDEF") : len == 2;
}

// Where the escape at `at` ends; `value` is the character it stands for, as far as a range is concerned.
static int32_t read_escape(const Preparation *p, int32_t *value) {
    Str escape = str_slice(p->folded.text, p->at, p->end);
    char c = escape.text[1];
    if (gives_number(escape)) {
        return p->at + read_number(escape, value);
    }
    ptrdiff_t offset = 1;
    *value = utf8_decode(escape, &offset);
    if (c == 'c' && escape.len > 2) {
        return p->at + 3;
    }
    return end_of_char(p, p->at + 1);
}

// \p{Lu}, \p{Ll} and \p{Lt}, however PCRE2 lets them be written: as case means nothing here, they stand for every
// letter that has a case from 10.43 on, and for those of one case before.
static bool names_a_case(Str escape) {
    char name[2] = {0};
    int32_t len = 0;
    ptrdiff_t at = 3;
    for (; at < escape.len && escape.text[at] != '}' && len <= 2; at++) {
        if (!is_one_of(escape.text[at], " ^_-")) {
            name[len < 2 ? len : 1] = (char)(escape.text[at] | 0x20);
            len++;
        }
    }
    return is_one_of(escape.text[1], "pP") && escape.text[2] == '{' && len == 2 && name[0] == 'l' &&
           is_one_of(name[1], "ult");
}

// \X takes what a person takes for one character, of which each version of Unicode has its own idea. In a class \k is a
// fault to some versions and a letter to others.
static bool is_unlike_escape(const Preparation *p) {
    Str escape = str_slice(p->folded.text, p->at, p->end);
    int32_t value;
    return escape.text[1] == 'X' || (p->in_class && escape.text[1] == 'k') || names_a_case(escape) ||
           (gives_number(escape) && is_bare_number(escape, read_escape(p, &value) - p->at));
}

static int32_t end_of_quote(const Preparation *p) {
    ptrdiff_t len = str_find(str_slice(p->folded.text, p->at, p->end), S("\\E"));
    return len < 0 ? p->end : p->at + (int32_t)len + 2;
}

static void note_class_char(Preparation *p, int32_t value) {
    int32_t from = p->low < FIRST_WIDE ? FIRST_WIDE : p->low;
    if (p->in_range && value > from) {
        p->range_chars += value - from;
        if (p->range_chars > PATTERN_RANGE_CHARS) {
            refuse(p, PATTERN_WIDE_RANGES, p->at);
        }
    }
    p->low = value;
    p->in_range = false;
}

// At a backslash. In a class, \Q and \E would hide a range from us.
static void prepare_escape(Preparation *p) {
    int32_t next = p->at + 1;
    if (next == p->end) {
        take(p, next);
        return;
    }
    char c = byte_at(p, next);
    bool calls = c == 'g' && is_one_of(byte_at(p, next + 1), "<'");
    if (calls || (p->in_class && is_one_of(c, "QE"))) {
        refuse(p, PATTERN_FORBIDDEN, next + 1 + calls);
    } else if (c == 'Q') {
        take(p, end_of_quote(p));
    } else if (is_made(p, next) && c != ' ') {
        p->at = next; // \é is é, but \e is not e
    } else if (is_unlike_escape(p)) {
        refuse(p, PATTERN_UNLIKE, next + 1);
    } else {
        int32_t value;
        int32_t end = read_escape(p, &value);
        if (p->in_class) {
            note_class_char(p, value);
        }
        take(p, end);
    }
}

// Bytes of [:alpha:] or [:^alpha:], 0 when none stands here.
static int32_t posix_len(const Preparation *p) {
    Str rest = str_slice(p->folded.text, p->at, p->end);
    if (!str_begins(rest, S("[:"))) {
        return 0;
    }
    ptrdiff_t at = 2 + str_begins(rest, S("[:^"));
    while (at < rest.len && rest.text[at] >= 'a' && rest.text[at] <= 'z') {
        at++;
    }
    return str_begins(str_slice(rest, at, rest.len), S(":]")) ? (int32_t)at + 2 : 0;
}

static void prepare_class_char(Preparation *p) {
    int32_t end = end_of_char(p, p->at);
    if (is_several(p, p->at, end)) {
        refuse(p, PATTERN_CLASS_LIGATURE, end);
        return;
    }
    ptrdiff_t offset = p->at;
    note_class_char(p, utf8_decode(p->folded.text, &offset));
    take_literal(p, end);
}

static void prepare_class(Preparation *p) {
    char c = byte_at(p, p->at);
    int32_t posix = posix_len(p);
    if (posix > 0) {
        take(p, p->at + posix);
        p->low = 0;
    } else if (c == '\\') {
        prepare_escape(p);
    } else if (c == ']') {
        take(p, p->at + 1);
        p->in_class = false;
    } else if (c == '-' && !is_made(p, p->at) && p->low >= 0 && !p->in_range && byte_at(p, p->at + 1) != ']') {
        take(p, p->at + 1);
        p->in_range = true;
    } else {
        prepare_class_char(p);
    }
}

// A bracket that stands first in a class is one of its characters.
static void open_class(Preparation *p) {
    int32_t end = p->at + 1;
    end += byte_at(p, end) == '^';
    p->low = -1;
    if (byte_at(p, end) == ']') {
        p->low = ']';
        end++;
    }
    p->in_class = true;
    p->in_range = false;
    take(p, end);
}

static const char OPTIONS[] = "^imnsJU-"; // that a group may set

// Where the head of a group ends that is refused; `at` when it is not.
static int32_t end_of_forbidden(const Preparation *p) {
    const char *head = p->folded.text.text + p->at; // the closing letter ends it
    if (head[1] == '*') {
        return p->at + 2;
    }
    if (head[1] != '?') {
        return p->at;
    }
    int32_t sign = is_one_of(head[2], "+-") ? 1 : 0;
    if (is_one_of(head[2 + sign], "0123456789")) {
        return p->at + 3 + sign;
    }
    if (is_one_of(head[2], "CR&")) {
        return p->at + 3;
    }
    if (head[2] == 'P' && head[3] == '>') {
        return p->at + 4;
    }
    int32_t option = 2;
    while (is_one_of(head[option], OPTIONS)) {
        option++;
    }
    return head[option] == 'x' && p->at + option < p->end ? p->at + option + 1 : p->at;
}

// Where the head of a group ends that only some versions of PCRE2 know, or that asks for the version; `at` when it does
// not stand here.
static int32_t end_of_unlike(const Preparation *p) {
    Str rest = str_slice(p->folded.text, p->at, p->end);
    if (str_begins(rest, S("(?(VERSION"))) {
        return p->at + 10;
    }
    if (!str_begins(rest, S("(?"))) {
        return p->at;
    }
    int32_t option = 2;
    while (option < rest.len && is_one_of(rest.text[option], OPTIONS)) {
        option++;
    }
    return option < rest.len && is_one_of(rest.text[option], "ar[") ? p->at + option + 1 : p->at;
}

static void prepare_group(Preparation *p) {
    Str rest = str_slice(p->folded.text, p->at, p->end);
    ptrdiff_t comment = str_begins(rest, S("(?#")) ? str_find(rest, S(")")) : -1;
    if (comment > 0) {
        p->at += (int32_t)comment + 1;
        return;
    }
    int32_t forbidden = end_of_forbidden(p), unlike = end_of_unlike(p);
    if (forbidden > p->at) {
        refuse(p, PATTERN_FORBIDDEN, forbidden);
    } else if (unlike > p->at) {
        refuse(p, PATTERN_UNLIKE, unlike);
    } else {
        take(p, p->at + 1);
    }
}

static void prepare_next(Preparation *p) {
    char c = is_made(p, p->at) ? '\0' : byte_at(p, p->at);
    if (p->in_class) {
        prepare_class(p);
    } else if (c == '\\') {
        prepare_escape(p);
    } else if (c == '[') {
        open_class(p);
    } else if (c == '(') {
        prepare_group(p);
    } else {
        prepare_char(p);
    }
}

static Utf8Folded fold_between_letters(Arena *arena, Str pattern) {
    char *text = arena_push(arena, char, pattern.len + 2);
    text[0] = 'x';
    if (pattern.len > 0) {
        memcpy(text + 1, pattern.text, (size_t)pattern.len);
    }
    text[pattern.len + 1] = 'x';
    return utf8_fold(arena, (Str){text, pattern.len + 2}, -1);
}

PatternText pattern_prepare(Arena *arena, Str pattern) {
    if (pattern.len > LIMIT_TEXT_CHARS * (ptrdiff_t)4) {
        return (PatternText){.fault = PATTERN_LONG};
    }
    Preparation p = {.pattern = pattern};
    ArenaMark mark = arena_mark(arena);
    p.folded = fold_between_letters(arena, pattern);
    p.at = 1;
    p.end = (int32_t)p.folded.text.len - 1;
    while (p.at < p.end && p.fault == PATTERN_FINE) {
        prepare_next(&p);
    }
    arena_rewind(arena, mark);
    if (p.fault != PATTERN_FINE) {
        return (PatternText){.fault = p.fault, .fault_place = p.fault_place, .about = p.about};
    }
    p.places[p.len] = (int32_t)pattern.len;
    int32_t *places = arena_push(arena, int32_t, p.len + 1);
    memcpy(places, p.places, sizeof *places * (size_t)(p.len + 1));
    return (PatternText){.text = str_copy(arena, (Str){p.text, p.len}), .places = places, .range_chars = p.range_chars};
}
