#include "scenario/typography.h"

#include "base/utf8.h"
#include "scenario/markup.h"

static const Str NARROW_SPACE = S_INIT("\u202F");

// Beginnings of the words that are written with œ. A name such as Leboeuf may
// well be without.
static const Str LIGATURE_WORDS[] = {
    S_INIT("boeuf"),    S_INIT("choeur"),   S_INIT("coelac"),      S_INIT("coelia"),   S_INIT("coelio"),
    S_INIT("coeur"),    S_INIT("consoeur"), S_INIT("contrecoeur"), S_INIT("desoeuvr"), S_INIT("désoeuvr"),
    S_INIT("ecoeur"),   S_INIT("écoeur"),   S_INIT("foet"),        S_INIT("lymphoed"), S_INIT("manoeuvr"),
    S_INIT("moeurs"),   S_INIT("noeud"),    S_INIT("oecum"),       S_INIT("oed"),      S_INIT("oeil"),
    S_INIT("oenolog"),  S_INIT("oesoph"),   S_INIT("oestr"),       S_INIT("oeuf"),     S_INIT("oeuvr"),
    S_INIT("rancoeur"), S_INIT("soeur"),    S_INIT("voeu"),
};

typedef struct {
    TypographyFault fault;
    ptrdiff_t from, to; // what `mended` replaces
    Str mended;
    Str about;
} Fault;

// Where the scan stands, and the part of its token, from one space to the next,
// in which nothing is a fault.
typedef struct {
    Str text;
    ptrdiff_t at;
    ptrdiff_t token_end;
    ptrdiff_t shield_from, shield_to;
} Scan;

enum { NO_CODE = 0, LEFT_QUOTE = 0xAB, RIGHT_QUOTE = 0xBB, EURO = 0x20AC };

static bool is_line_end(int32_t code) {
    return code == '\n' || code == '\r';
}

static bool is_space(int32_t code) {
    return code == ' ' || code == '\t' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F ||
           code == 0x205F || code == 0x3000;
}

static bool is_digit(int32_t code) {
    return code >= '0' && code <= '9';
}

// Letters of the languages written in Latin ones, accents that stand alone included.
static bool is_letter(int32_t code) {
    bool ascii = (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
    bool latin = code >= 0xC0 && code < 0x370 && code != 0xD7 && code != 0xF7;
    return ascii || latin || (code >= 0x1E00 && code < 0x1F00);
}

static bool is_slash(int32_t code) {
    return code == '/' || code == '\\';
}

static bool is_double_mark(int32_t code) {
    return code == ';' || code == ':' || code == '!' || code == '?';
}

// The code point that begins at `at`; NO_CODE at the end.
static int32_t code_at(Str text, ptrdiff_t at) {
    return at < text.len ? utf8_decode(text, &at) : NO_CODE;
}

static ptrdiff_t start_of_code(Str text, ptrdiff_t end) {
    ptrdiff_t start = end - 1;
    while (start > 0 && end - start < 4 && ((unsigned char)text.text[start] & 0xC0) == 0x80) {
        start--;
    }
    return start;
}

static int32_t code_before(Str text, ptrdiff_t end) {
    return end > 0 ? code_at(text, start_of_code(text, end)) : NO_CODE;
}

static ptrdiff_t skip_spaces(Str text, ptrdiff_t at) {
    ptrdiff_t next = at;
    while (next < text.len && is_space(utf8_decode(text, &next))) {
        at = next;
    }
    return at;
}

static ptrdiff_t skip_spaces_back(Str text, ptrdiff_t end) {
    while (end > 0 && is_space(code_before(text, end))) {
        end = start_of_code(text, end);
    }
    return end;
}

// Whether what stands before `end` opens something, so that no space is due: a
// bracket, a quote, an *emphasis*, a line.
static bool is_opened(Str text, ptrdiff_t end) {
    while (end > 0) {
        int32_t code = code_before(text, end);
        if (code == '(' || code == '[' || code == '{' || code == LEFT_QUOTE || code == 0x2018 || code == 0x201C) {
            return true;
        }
        if (code != '*' && code != '"' && code != '\'') {
            return is_space(code) || is_line_end(code);
        }
        end--;
    }
    return true;
}

// 14:30, https://, C:\, S02:N04.
static bool is_inside_token(Str text, ptrdiff_t colon) {
    int32_t before = code_before(text, colon), after = code_at(text, colon + 1);
    bool joined = is_letter(after) || is_digit(after);
    return is_digit(after) || is_slash(after) || ((is_digit(before) || is_slash(before)) && joined);
}

static bool find_space_before(Str text, ptrdiff_t mark, int32_t code, Fault *fault) {
    ptrdiff_t spaces = skip_spaces_back(text, mark);
    Str space = str_slice(text, spaces, mark);
    int32_t before = code_before(text, spaces);
    bool is_unit = code == '%' || code == EURO;
    if (str_equal(space, NARROW_SPACE) || is_opened(text, spaces) || (is_unit && !is_digit(before))) {
        return false;
    }
    if (space.len == 0 && is_double_mark(code) && is_double_mark(before)) {
        return false;
    }
    if (space.len == 0 && code == ':' && is_inside_token(text, mark)) {
        return false;
    }
    ptrdiff_t end = mark;
    utf8_decode(text, &end);
    *fault = (Fault){TYPOGRAPHY_SPACE_BEFORE, spaces, mark, NARROW_SPACE, str_slice(text, mark, end)};
    return true;
}

static bool find_space_after(Str text, ptrdiff_t quote, ptrdiff_t from, Fault *fault) {
    ptrdiff_t to = skip_spaces(text, from);
    int32_t after = code_at(text, to);
    bool empty = to == from && after == RIGHT_QUOTE;
    if (str_equal(str_slice(text, from, to), NARROW_SPACE) || after == NO_CODE || is_line_end(after) || empty) {
        return false;
    }
    *fault = (Fault){TYPOGRAPHY_SPACE_AFTER, quote, to, S("«\u202F"), str_slice(text, quote, from)};
    return true;
}

static bool find_apostrophe(Str text, ptrdiff_t at, Fault *fault) {
    ptrdiff_t after = at + 1 + (code_at(text, at + 1) == '*');
    if (!is_letter(code_before(text, at)) || !is_letter(code_at(text, after))) {
        return false;
    }
    *fault = (Fault){TYPOGRAPHY_APOSTROPHE, at, at + 1, S("’"), str_slice(text, at, at + 1)};
    return true;
}

static bool find_ellipsis(Str text, ptrdiff_t at, Fault *fault) {
    ptrdiff_t end = at;
    while (end < text.len && end < at + 4 && text.text[end] == '.') {
        end++;
    }
    if (code_before(text, at) == '.' || end - at != 3) {
        return false;
    }
    *fault = (Fault){TYPOGRAPHY_ELLIPSIS, at, end, S("…"), str_slice(text, at, end)};
    return true;
}

// A byte of UTF-8 with capitals made small, up to É and its like.
static char small_byte(Str text, ptrdiff_t at) {
    unsigned char byte = (unsigned char)text.text[at];
    bool ascii = byte >= 'A' && byte <= 'Z';
    bool accented = at > 0 && (unsigned char)text.text[at - 1] == 0xC3 && byte >= 0x80 && byte <= 0x9E;
    return (char)(ascii || accented ? byte + 0x20 : byte);
}

static bool begins_small(Str text, ptrdiff_t at, Str small) {
    if (at < 0 || small.len > text.len - at) {
        return false;
    }
    for (ptrdiff_t i = 0; i < small.len; i++) {
        if (small_byte(text, at + i) != small.text[i]) {
            return false;
        }
    }
    return true;
}

static bool find_ligature(Str text, ptrdiff_t at, Fault *fault) {
    if (!begins_small(text, at, S("oe"))) {
        return false;
    }
    for (int32_t i = 0; i < COUNT(LIGATURE_WORDS); i++) {
        Str word = LIGATURE_WORDS[i];
        ptrdiff_t start = at - str_find(word, S("oe"));
        if (begins_small(text, start, word) && !is_letter(code_before(text, start))) {
            Str mended = text.text[at] == 'O' ? S("Œ") : S("œ");
            *fault = (Fault){TYPOGRAPHY_LIGATURE, at, at + 2, mended, str_slice(text, at, at + 2)};
            return true;
        }
    }
    return false;
}

static bool find_fault_at(Str text, ptrdiff_t at, ptrdiff_t next, int32_t code, Fault *fault) {
    switch (code) {
    case ';':
    case ':':
    case '!':
    case '?':
    case '%':
    case RIGHT_QUOTE:
    case EURO:
        return find_space_before(text, at, code, fault);
    case LEFT_QUOTE:
        return find_space_after(text, at, next, fault);
    case '\'':
        return find_apostrophe(text, at, fault);
    case '"':
        *fault = (Fault){TYPOGRAPHY_STRAIGHT_QUOTES, at, next, S("\""), str_slice(text, at, next)};
        return true;
    case '.':
        return find_ellipsis(text, at, fault);
    case 'o':
    case 'O':
        return find_ligature(text, at, fault);
    default:
        return false;
    }
}

static bool is_outer(int32_t code) {
    return is_double_mark(code) || code == ',' || code == '.' || code == '(' || code == ')' || code == '[' ||
           code == ']' || code == '"' || code == '\'' || code == '*' || code == LEFT_QUOTE || code == RIGHT_QUOTE ||
           code == 0x2026;
}

// A program, a formula or a path, not a sentence.
static bool is_code_sign(int32_t code) {
    return code == '{' || code == '}' || code == '=' || code == '\\' || code == '_' || code == '`' || code == '#';
}

// A URL, an e-mail address or a file name has a :// or, between letters or
// digits, an @ or a full stop.
static bool is_address_sign(Str text, ptrdiff_t at, int32_t code) {
    int32_t before = code_before(text, at), after = code_at(text, at + 1);
    if (code == ':') {
        bool scope = after == ':' && is_letter(before) && is_letter(code_at(text, at + 2));
        return scope || str_begins(str_slice(text, at, text.len), S("://"));
    }
    if (is_code_sign(code)) {
        return true;
    }
    bool joins = (is_letter(before) || is_digit(before)) && (is_letter(after) || is_digit(after));
    return joins && (code == '@' || (code == '.' && (is_letter(before) || is_letter(after))));
}

// At the start of a token: finds its end and, when it is an address of some
// kind, shields it without the marks around it.
static void enter_token(Scan *scan, ptrdiff_t at) {
    ptrdiff_t inner_from = -1, inner_to = at;
    bool is_address = false;
    scan->token_end = scan->text.len;
    while (at < scan->text.len) {
        ptrdiff_t start = at;
        int32_t code = utf8_decode(scan->text, &at);
        if (is_space(code) || is_line_end(code)) {
            scan->token_end = at;
            break;
        }
        if (!is_outer(code)) {
            inner_from = inner_from < 0 ? start : inner_from;
            inner_to = at;
        }
        is_address = is_address || is_address_sign(scan->text, start, code);
    }
    scan->shield_from = inner_from;
    scan->shield_to = is_address ? inner_to : inner_from;
}

enum { POINT = 2, LIGATURE = 4, QUOTE = 8, SIGN = 16 };

// A point comes before a point, an o before an e; « and » are C2 AB and C2 BB, € begins with E2 82.
const uint16_t TYPOGRAPHY_BYTES[256] = {
    [';'] = TYPOGRAPHY_ALONE,
    [':'] = TYPOGRAPHY_ALONE,
    ['!'] = TYPOGRAPHY_ALONE,
    ['?'] = TYPOGRAPHY_ALONE,
    ['%'] = TYPOGRAPHY_ALONE,
    ['\''] = TYPOGRAPHY_ALONE,
    ['"'] = TYPOGRAPHY_ALONE,
    ['.'] = POINT | POINT << TYPOGRAPHY_SECOND,
    ['o'] = LIGATURE,
    ['O'] = LIGATURE,
    ['e'] = LIGATURE << TYPOGRAPHY_SECOND,
    ['E'] = LIGATURE << TYPOGRAPHY_SECOND,
    [0xC2] = QUOTE,
    [0xAB] = QUOTE << TYPOGRAPHY_SECOND,
    [0xBB] = QUOTE << TYPOGRAPHY_SECOND,
    [0xE2] = SIGN,
    [0x82] = SIGN << TYPOGRAPHY_SECOND,
};

// Past bytes where no fault may begin, sixteen after sixteen.
static ptrdiff_t skip_lanes(Str text, ptrdiff_t at) {
    while (text.len - at > LANES_COUNT &&
           !lanes_any(typography_lanes(lanes_load(text.text + at), lanes_load(text.text + at + 1)))) {
        at += LANES_COUNT;
    }
    return at;
}

// The next place at or after `at` where a fault may begin, or the end.
static ptrdiff_t skip_fine(Str text, ptrdiff_t at) {
    for (ptrdiff_t closely = at; at < text.len; at++) {
        if (at == closely) {
            at = skip_lanes(text, at);
            closely = at + LANES_COUNT;
        }
        uint32_t first = TYPOGRAPHY_BYTES[(unsigned char)text.text[at]];
        uint32_t firsts = first & ((1 << TYPOGRAPHY_SECOND) - 1);
        if (firsts == 0) {
            continue;
        }
        uint32_t second = at + 1 < text.len ? TYPOGRAPHY_BYTES[(unsigned char)text.text[at + 1]] : 0;
        if ((first & TYPOGRAPHY_ALONE) != 0 || (firsts & second >> TYPOGRAPHY_SECOND) != 0) {
            break;
        }
    }
    return at;
}

static ptrdiff_t token_start(Str text, ptrdiff_t at) {
    while (at > 0 && !is_space(code_before(text, at)) && !is_line_end(code_before(text, at))) {
        at = start_of_code(text, at);
    }
    return at;
}

// HTML is not ours to mend: &nbsp; would be none any more.
static bool is_in_markup(Str text, ptrdiff_t at) {
    enum { FARTHEST = 512 };
    ptrdiff_t from = at;
    while (from > 0 && at - from < FARTHEST && text.text[from] != '<' && text.text[from] != '&') {
        from--;
    }
    if (text.text[from] != '<' && text.text[from] != '&') {
        return false;
    }
    MarkupPart part = markup_find(text, (int32_t)from);
    return part.from == from && part.to > at;
}

// Only when something looks like a fault does it matter in which token it
// stands.
static bool is_shielded(Scan *scan, ptrdiff_t at) {
    if (is_in_markup(scan->text, at)) {
        return true;
    }
    if (at >= scan->token_end) {
        enter_token(scan, token_start(scan->text, at));
    }
    return at >= scan->shield_from && at < scan->shield_to;
}

static bool find_fault(Scan *scan, Fault *fault) {
    for (;;) {
        ptrdiff_t at = skip_fine(scan->text, scan->at);
        if (at == scan->text.len) {
            scan->at = at;
            return false;
        }
        scan->at = at;
        int32_t code = utf8_decode(scan->text, &scan->at);
        if (find_fault_at(scan->text, at, scan->at, code, fault) && !is_shielded(scan, at)) {
            return true;
        }
    }
}

static TypographyNote note_of(const Fault *fault) {
    return (TypographyNote){.fault = fault->fault,
                            .offset = (int32_t)fault->from,
                            .to = (int32_t)fault->to,
                            .mended = fault->mended,
                            .about = fault->about};
}

// Tokens are seen whole: the scan begins at the start of the one that `from`
// stands in.
TypographyNote typography_find(Str text, int32_t from) {
    ptrdiff_t start = from < text.len ? start_of_code(text, from + 1) : text.len;
    Scan scan = {.text = text, .at = token_start(text, start)};
    Fault fault = {0};
    while (find_fault(&scan, &fault)) {
        if (fault.from >= from) {
            return note_of(&fault);
        }
    }
    return (TypographyNote){0};
}

static bool has_open_quote(Str text) {
    int32_t open = 0;
    for (ptrdiff_t at = 0; at < text.len;) {
        int32_t code = utf8_decode(text, &at);
        open += (code == LEFT_QUOTE) - (code == RIGHT_QUOTE && open > 0);
    }
    return open > 0;
}

TypographyNote typography_find_quote(Str text, int32_t at) {
    Str quote = str_slice(text, at, at + 1);
    ptrdiff_t spaces = skip_spaces_back(text, at);
    Fault fault = {TYPOGRAPHY_STRAIGHT_QUOTES, spaces, at + 1, S("\u202F»"), quote};
    if (!str_equal(quote, S("\"")) || is_shielded(&(Scan){.text = text}, at)) {
        return (TypographyNote){0};
    }
    if (has_open_quote(str_slice(text, 0, at))) {
        return is_opened(text, spaces) ? (TypographyNote){0} : note_of(&fault);
    }
    fault = (Fault){TYPOGRAPHY_STRAIGHT_QUOTES, at, skip_spaces(text, at + 1), S("«\u202F"), quote};
    return is_opened(text, at) ? note_of(&fault) : (TypographyNote){0};
}

Str typography_mend(Arena *arena, Str text) {
    StrBuilder mended = {.arena = arena};
    Scan scan = {.text = text};
    Fault fault;
    ptrdiff_t copied = 0;
    while (find_fault(&scan, &fault)) {
        if (fault.fault != TYPOGRAPHY_STRAIGHT_QUOTES) {
            str_add(&mended, str_slice(text, copied, fault.from));
            str_add(&mended, fault.mended);
            copied = fault.to;
        }
    }
    if (copied == 0) {
        return text;
    }
    str_add(&mended, str_slice(text, copied, text.len));
    return str_built(&mended);
}
