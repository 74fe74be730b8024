#include "base/json_scan.h"

#include "base/json_keys.h"
#include "base/json_token.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <string.h>

#define BOM S("\xEF\xBB\xBF")

enum {
    INTEGER_DIGITS = 16,
    FAULTS_MOST = 1000 // the pass ends then: sixteen million bytes can be eight million faults, and nobody reads them
};

// A list or an object that is open.
typedef struct {
    char close;
    bool any;        // something stands in it already
    JsonKeySet keys; // its own: the rows before them are of the objects around it
} Level;

typedef struct {
    Arena *arena;
    Str bytes;
    ptrdiff_t at;
    ptrdiff_t place; // of the value to be read next
    int32_t depth;
    Level *levels; // levels[depth] is the innermost; levels[0] stays unused
    JsonKeys keys;
    JsonPlaces *places; // NULL: none are kept, nor folds
    JsonFolds *folds;
    JsonReport *report;
    void *context;
    int32_t fault_count;
    bool escaped; // the text that was read last holds an escape
    bool flawed;  // … or a fault
} Scan;

static void tell(Scan *scan, JsonFault fault, ptrdiff_t offset, Str about) {
    scan->fault_count += fault != JSON_BOM;
    if (scan->report && scan->fault_count <= FAULTS_MOST) {
        scan->report(scan->context, fault, (int32_t)offset, about);
    }
}

// Tells of a fault that ends the pass.
static bool fail(Scan *scan, JsonFault fault, ptrdiff_t offset) {
    ptrdiff_t end = offset;
    if (offset < scan->bytes.len && (fault == JSON_BAD || fault == JSON_TRAILING_TEXT)) {
        utf8_decode(scan->bytes, &end);
    }
    tell(scan, fault, offset, str_slice(scan->bytes, offset, end));
    return false;
}

static char peek(const Scan *scan) {
    return scan->at < scan->bytes.len ? scan->bytes.text[scan->at] : '\0';
}

static char skip_spaces(Scan *scan) {
    const char *text = scan->bytes.text;
    ptrdiff_t at = scan->at;
    while (at < scan->bytes.len && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
        at++;
    }
    scan->at = at;
    return peek(scan);
}

// Past white space, of which there mostly is none, or one space. Gives the byte found; NUL at the end, for outside a
// text a NUL is as bad as the end is.
static inline char skip_space(Scan *scan) {
    char here = peek(scan);
    if (here == ' ') {
        scan->at++;
        here = peek(scan);
    }
    return (unsigned char)here > ' ' ? here : skip_spaces(scan);
}

static bool is_high_surrogate(int32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

static bool is_low_surrogate(int32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

// The code unit of the \u escape at `at`, or -1 when there is none.
static int32_t find_unit(const Scan *scan, ptrdiff_t at) {
    bool is_escape = str_begins(str_slice(scan->bytes, at, at + 2), S("\\u"));
    return is_escape ? json_read_hex(scan->bytes, at + 2) : -1;
}

static bool scan_unicode(Scan *scan) {
    ptrdiff_t from = scan->at;
    int32_t unit = find_unit(scan, from);
    if (unit < 0) {
        return fail(scan, JSON_BAD, from);
    }
    scan->at += 6;
    if (is_high_surrogate(unit) && is_low_surrogate(find_unit(scan, scan->at))) {
        scan->at += 6;
    } else if (unit == 0 || is_high_surrogate(unit) || is_low_surrogate(unit)) {
        scan->flawed = true;
        tell(scan, unit == 0 ? JSON_NUL_IN_TEXT : JSON_LONE_SURROGATE, from, str_slice(scan->bytes, from, scan->at));
    }
    return true;
}

static bool scan_escape(Scan *scan) {
    scan->escaped = true;
    char c = scan->bytes.len - scan->at > 1 ? scan->bytes.text[scan->at + 1] : '\0';
    if (c == 'u') {
        return scan_unicode(scan);
    }
    if (c == '\0' || !strchr("\"\\/bfnrt", c)) {
        return fail(scan, JSON_BAD, scan->at);
    }
    scan->at += 2;
    return true;
}

// Past the text whose opening quote is at scan->at.
static bool scan_text(Scan *scan) {
    scan->escaped = false;
    scan->flawed = false;
    scan->at++;
    for (;;) {
        scan->at = json_skip_plain(scan->bytes, scan->at);
        char c = peek(scan);
        if (c == '"') {
            scan->at++;
            return true;
        }
        if (c == '\0' && scan->at < scan->bytes.len) {
            scan->flawed = true;
            tell(scan, JSON_NUL_IN_TEXT, scan->at, (Str){0});
            while (scan->at < scan->bytes.len && scan->bytes.text[scan->at] == '\0') {
                scan->at++;
            }
        } else if (c != '\\') {
            return fail(scan, JSON_BAD, scan->at);
        } else if (!scan_escape(scan)) {
            return false;
        }
    }
}

// The key of the next member, and its colon.
static bool scan_key(Scan *scan) {
    ptrdiff_t from = scan->at;
    if (peek(scan) != '"') {
        return fail(scan, JSON_BAD, from);
    }
    if (!scan_text(scan)) {
        return false;
    }
    scan->place = from;
    Str text = {scan->bytes.text + from, scan->at - from};
    Str key = scan->escaped ? json_decode_text(scan->arena, text) : (Str){text.text + 1, text.len - 2};
    if (!scan->flawed && !json_keys_add(scan->arena, &scan->keys, &scan->levels[scan->depth].keys, key)) {
        tell(scan, JSON_DUPLICATE_KEY, from, key);
    }
    if (skip_space(scan) != ':') {
        return fail(scan, JSON_BAD, scan->at);
    }
    scan->at++;
    skip_space(scan);
    return true;
}

static bool begins_number(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
}

static bool is_integer(Str digits) {
    if (digits.len < 1 || digits.len > INTEGER_DIGITS || (digits.len > 1 && digits.text[0] == '0')) {
        return false;
    }
    int64_t value = 0;
    for (ptrdiff_t i = 0; i < digits.len; i++) {
        if (digits.text[i] < '0' || digits.text[i] > '9') {
            return false;
        }
        value = value * 10 + (digits.text[i] - '0');
    }
    return value <= (int64_t)1 << 53; // a double, which is what cJSON keeps, is exact up to here
}

static bool goes_on_as_number(char c) {
    return begins_number(c) || c == 'e' || c == 'E';
}

// Takes a number as most are: so few digits that it is not too large.
static bool scan_digits(Scan *scan) {
    ptrdiff_t from = scan->at;
    char first = peek(scan);
    while (peek(scan) >= '0' && peek(scan) <= '9') {
        scan->at++;
    }
    ptrdiff_t len = scan->at - from;
    if (len > 0 && len < INTEGER_DIGITS && (first != '0' || len == 1) && !goes_on_as_number(peek(scan))) {
        return true;
    }
    scan->at = from;
    return false;
}

// Takes all that was meant as a number, well or badly written.
static void scan_number(Scan *scan) {
    if (scan_digits(scan)) {
        return;
    }
    ptrdiff_t from = scan->at;
    while (goes_on_as_number(peek(scan))) {
        scan->at++;
    }
    Str token = {scan->bytes.text + from, scan->at - from};
    ptrdiff_t sign = token.text[0] == '-' ? 1 : 0;
    if (!is_integer((Str){token.text + sign, token.len - sign})) {
        tell(scan, JSON_BAD_NUMBER, from, token);
    }
}

static bool scan_literal(Scan *scan) {
    static const Str LITERALS[] = {S_INIT("true"), S_INIT("false"), S_INIT("null")};
    Str rest = str_slice(scan->bytes, scan->at, scan->bytes.len);
    for (size_t i = 0; i < sizeof LITERALS / sizeof *LITERALS; i++) {
        if (str_begins(rest, LITERALS[i])) {
            scan->at += LITERALS[i].len;
            return true;
        }
    }
    return fail(scan, JSON_BAD, scan->at);
}

static bool open_level(Scan *scan, char close) {
    if (scan->depth == LIMIT_JSON_DEPTH) {
        return fail(scan, JSON_TOO_DEEP, scan->at);
    }
    scan->depth++;
    scan->levels[scan->depth] = (Level){.close = close, .keys.first = scan->keys.count};
    scan->at++;
    return true;
}

// As rows_append would, but for a call a value.
static void keep_place(Scan *scan) {
    JsonPlaces *places = scan->places;
    if (places->count == places->capacity) {
        places->rows =
            arena_reserve_rows(scan->arena, places->rows, places->count, &places->capacity, sizeof *places->rows);
    }
    places->rows[places->count++] = (int32_t)scan->place;
}

static bool is_at_folds(const Scan *scan) {
    return scan->depth == 2 && scan->levels[1].close == '}' && scan->levels[2].close == ']';
}

static void begin_fold(Scan *scan) {
    *rows_append(scan->arena, scan->folds) = (JsonFold){.from = (int32_t)scan->at, .place = scan->places->count};
}

// The object that closed just now may have been a fold.
static void end_fold(Scan *scan) {
    JsonFold *fold = &scan->folds->rows[scan->folds->count - 1];
    fold->len = (int32_t)scan->at - fold->from;
    fold->count = scan->places->count - fold->place;
}

// A whole text, number or literal, or the opening of a list or an object.
static bool scan_value(Scan *scan) {
    char c = peek(scan);
    if (scan->places) {
        if (c == '{' && is_at_folds(scan)) {
            begin_fold(scan);
        }
        keep_place(scan);
    }
    switch (c) {
    case '"':
        return scan_text(scan);
    case '{':
        return open_level(scan, '}');
    case '[':
        return open_level(scan, ']');
    case 't':
    case 'f':
    case 'n':
        return scan_literal(scan);
    default:
        if (!begins_number(c)) {
            return fail(scan, JSON_BAD, scan->at);
        }
        scan_number(scan);
        return true;
    }
}

// On to the next value, past what closes, commas, and the key of a member. False at the end of the outermost value,
// with depth 0, and at a fault that ends the pass.
static bool find_next_value(Scan *scan) {
    while (scan->depth > 0) {
        Level *level = &scan->levels[scan->depth];
        char c = skip_space(scan);
        if (c == level->close) {
            scan->at++;
            scan->keys.count = level->keys.first;
            scan->depth--;
            if (scan->places && c == '}' && is_at_folds(scan)) {
                end_fold(scan);
            }
            continue;
        }
        if (level->any) {
            if (c != ',') {
                return fail(scan, JSON_BAD, scan->at);
            }
            scan->at++;
            skip_space(scan);
        }
        level->any = true;
        scan->place = scan->at;
        return level->close == ']' || scan_key(scan);
    }
    return false;
}

// UTF-16 and UTF-32 show by a NUL in every other byte.
static bool is_wide(Str bytes) {
    const char *text = bytes.text;
    return bytes.len >= 4 && ((text[0] == 0 && text[2] == 0) || (text[1] == 0 && text[3] == 0));
}

static bool scan_encoding(Scan *scan) {
    if (scan->bytes.len > LIMIT_FILE_BYTES) {
        return fail(scan, JSON_TOO_LARGE, 0);
    }
    ptrdiff_t invalid = is_wide(scan->bytes) ? 0 : utf8_find_invalid(scan->bytes);
    if (invalid >= 0) {
        return fail(scan, JSON_NOT_UTF8, invalid);
    }
    if (str_begins(scan->bytes, BOM)) {
        tell(scan, JSON_BOM, 0, (Str){0});
        scan->at = BOM.len;
    }
    return true;
}

bool json_scan(Arena *scratch, Str bytes, JsonIndex *index, JsonReport *report, void *context) {
    Level levels[LIMIT_JSON_DEPTH + 1]; // each is set when it opens
    Scan scan = {.arena = scratch,
                 .bytes = bytes,
                 .levels = levels,
                 .places = index ? &index->places : NULL,
                 .folds = index ? &index->folds : NULL,
                 .report = report,
                 .context = context};
    if (!scan_encoding(&scan)) {
        return false;
    }
    skip_space(&scan);
    scan.place = scan.at;
    do {
        if (!scan_value(&scan)) {
            return false;
        }
    } while (find_next_value(&scan) && scan.fault_count < FAULTS_MOST);
    skip_space(&scan);
    if (scan.depth == 0 && scan.at < bytes.len) {
        return fail(&scan, JSON_TRAILING_TEXT, scan.at);
    }
    return scan.depth == 0 && scan.fault_count == 0;
}
