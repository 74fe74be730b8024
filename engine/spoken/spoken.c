#include "spoken/spoken.h"

#include "base/utf8.h"
#include "spoken/spoken_scan.h"

enum { SPACE = ' ', HYPHEN_THAT_HOLDS = 0x2011, SOFT_HYPHEN = 0xAD, WORD_JOINER = 0x2060, ZERO_WIDTH_SPACE = 0x200B };

static bool is_direction(int32_t code) {
    return code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

// Without meaning for the ear, in any language.
static const SpokenAs SIGNS[] = {
    {S_INIT("▲"), S_INIT("")},    {S_INIT("▼"), S_INIT("")},    {S_INIT("▾"), S_INIT("")},
    {S_INIT("✓"), S_INIT("")},    {S_INIT("✗"), S_INIT("")},    {S_INIT("≈"), S_INIT("")},
    {S_INIT("≠"), S_INIT("")},    {S_INIT("⚑"), S_INIT("")},    {S_INIT("●"), S_INIT("")},
    {S_INIT("■"), S_INIT("")},    {S_INIT("›"), S_INIT("")},    {S_INIT("‹"), S_INIT("")},
    {S_INIT("•"), S_INIT("")},    {S_INIT("*"), S_INIT("")},    {S_INIT(" · "), S_INIT(",")},
    {S_INIT(" — "), S_INIT(",")}, {S_INIT(" – "), S_INIT(",")}, {S_INIT("[…]"), S_INIT(",")},
    {S_INIT("(…)"), S_INIT(",")}, {S_INIT("—"), S_INIT("")},    {S_INIT("’"), S_INIT("’")},
};

static bool is_space(int32_t code) {
    return code == '\t' || code == 0xA0 || (code >= 0x2000 && code <= 0x200A) || code == 0x202F || code == 0x205F ||
           code == 0x3000;
}

// With one kind of space and one of hyphen, and without what only tells where a line may break.
static Str made_plain(Arena *arena, Str text) {
    StrBuilder plain = {.arena = arena};
    for (ptrdiff_t at = 0; at < text.len;) {
        ptrdiff_t from = at;
        int32_t code = utf8_decode(text, &at);
        if (is_space(code)) {
            str_add_char(&plain, SPACE);
        } else if (code == HYPHEN_THAT_HOLDS) {
            str_add_char(&plain, '-');
        } else if (code != SOFT_HYPHEN && code != WORD_JOINER && code != ZERO_WIDTH_SPACE && !is_direction(code)) {
            str_add(&plain, str_slice(text, from, at));
        }
    }
    return str_built(&plain);
}

bool scan_is_digit(Str text, ptrdiff_t at) {
    return at >= 0 && at < text.len && text.text[at] >= '0' && text.text[at] <= '9';
}

bool scan_is(Str text, ptrdiff_t at, Str what) {
    return str_begins(str_slice(text, at, text.len), what);
}

bool scan_is_word(Str text, ptrdiff_t at) {
    return at < text.len && (scan_is_digit(text, at) || utf8_is_letter(utf8_decode(text, &at)));
}

bool scan_begins_word(const Scan *scan) {
    ptrdiff_t before = scan->at;
    while (before > 0 && ((unsigned char)scan->text.text[before - 1] & 0xC0) == 0x80) {
        before--;
    }
    return before == 0 || !scan_is_word(scan->text, before - 1);
}

ptrdiff_t scan_digits(Str text, ptrdiff_t at) {
    while (scan_is_digit(text, at)) {
        at++;
    }
    return at;
}

ptrdiff_t scan_letters(Str text, ptrdiff_t at) {
    ptrdiff_t next = at;
    while (at < text.len && utf8_is_letter(utf8_decode(text, &next))) {
        at = next;
    }
    return at;
}

ptrdiff_t scan_spaces(Str text, ptrdiff_t at) {
    while (at < text.len && text.text[at] == SPACE) {
        at++;
    }
    return at;
}

int32_t scan_number(Str text, ptrdiff_t from, ptrdiff_t to) {
    enum { MOST_DIGITS = 9 };
    int32_t number = to > from && to - from <= MOST_DIGITS ? 0 : -1;
    for (ptrdiff_t at = from; at < to && number >= 0; at++) {
        number = number * 10 + (text.text[at] - '0');
    }
    return number;
}

bool scan_is_capitals(Arena *arena, Str word) {
    Str folded = utf8_fold_case(arena, word);
    ptrdiff_t a = 0, b = 0;
    while (a < word.len && b < folded.len) {
        int32_t code = utf8_decode(word, &a);
        if (code == utf8_decode(folded, &b) || !utf8_is_letter(code)) {
            return false;
        }
    }
    return word.len > 0 && a == word.len;
}

// No two spaces or commas, none at the start, no space before what closes.
static void add_tidy(StrBuilder *out, Str text) {
    for (ptrdiff_t i = 0; i < text.len; i++) {
        char c = text.text[i];
        bool after_space = out->count == 0 || out->rows[out->count - 1] == SPACE;
        if (after_space && out->count > 0 && (c == ',' || c == '.')) {
            out->count--;
        }
        bool closed = out->count == 0 || out->rows[out->count - 1] == ',';
        if ((!after_space || c != SPACE) && !(closed && c == ',')) {
            str_add_char(out, c);
        }
    }
}

void scan_say(Scan *scan, Str said, ptrdiff_t to) {
    add_tidy(&scan->said, said);
    scan->at = to;
}

// Whether `written` stands at `at` as a whole word, or as a whole where it does not end in a letter or digit.
static bool stands_whole(Str text, ptrdiff_t at, Str written) {
    ptrdiff_t last = written.len - 1;
    while (last > 0 && ((unsigned char)written.text[last] & 0xC0) == 0x80) {
        last--;
    }
    return scan_is(text, at, written) && (!scan_is_word(written, last) || !scan_is_word(text, at + written.len));
}

// The longest that stands there; NULL: none.
static const SpokenAs *find_longest(const SpokenAs *rows, int32_t count, Str text, ptrdiff_t at) {
    const SpokenAs *found = NULL;
    for (int32_t i = 0; i < count; i++) {
        bool longer = found == NULL || rows[i].written.len > found->written.len;
        if (longer && rows[i].written.len > 0 && stands_whole(text, at, rows[i].written)) {
            found = &rows[i];
        }
    }
    return found;
}

static bool say_own(Scan *scan) {
    const SpokenAs *found = find_longest(scan->own.rows, scan->own.count, scan->text, scan->at);
    if (found) {
        scan_say(scan, found->said, scan->at + found->written.len);
    }
    return found != NULL;
}

// A sentence may begin with one of them.
static bool say_word(Scan *scan) {
    const Tongue *tongue = scan->tongue;
    Str rest = str_slice(scan->text, scan->at, scan->text.len);
    const SpokenAs *found = find_longest(tongue->words, tongue->word_count, rest, 0);
    if (!found && rest.len > 0 && rest.text[0] >= 'A' && rest.text[0] <= 'Z') {
        StrBuilder small = {.arena = scan->arena};
        str_add_char(&small, (char)(rest.text[0] - 'A' + 'a'));
        str_add(&small, str_slice(rest, 1, rest.len < 32 ? rest.len : 32));
        found = find_longest(tongue->words, tongue->word_count, str_built(&small), 0);
    }
    if (found) {
        scan_say(scan, found->said, scan->at + found->written.len);
    }
    return found != NULL;
}

static bool say_rules(Scan *scan, ScanRule *const *rules, int32_t count) {
    for (int32_t i = 0; i < count; i++) {
        if (rules[i](scan)) {
            return true;
        }
    }
    return false;
}

static bool say_at_word(Scan *scan) {
    static ScanRule *const BEFORE[] = {scan_address, scan_date}, *const AFTER[] = {say_word, scan_amount, scan_dotted,
                                                                                   scan_capitals};
    const Tongue *tongue = scan->tongue;
    return scan_begins_word(scan) && (say_own(scan) || (tongue && (say_rules(scan, BEFORE, COUNT(BEFORE)) ||
                                                                   say_rules(scan, tongue->rules, tongue->rule_count) ||
                                                                   say_rules(scan, AFTER, COUNT(AFTER)))));
}

static bool is_mark(char c) {
    return c == '?' || c == '!';
}

// The service leaves one sign of several, the last: of “?!” that is no question.
static bool say_marks(Scan *scan) {
    ptrdiff_t end = scan->at;
    bool asks = false;
    while (end < scan->text.len &&
           (is_mark(scan->text.text[end]) || (end > scan->at && scan->text.text[end] == ' ' &&
                                              end + 1 < scan->text.len && is_mark(scan->text.text[end + 1])))) {
        asks = asks || scan->text.text[end] == '?';
        end++;
    }
    if (end == scan->at) {
        return false;
    }
    scan_say(scan, asks ? S("?") : S("!"), end);
    return true;
}

static bool say_sign(Scan *scan) {
    static ScanRule *const SIGN_RULES[] = {scan_times, scan_minus, scan_fraction, scan_relation};
    if (scan->tongue && say_rules(scan, SIGN_RULES, COUNT(SIGN_RULES))) {
        return true;
    }
    for (int32_t i = 0; i < COUNT(SIGNS); i++) {
        if (scan_is(scan->text, scan->at, SIGNS[i].written)) {
            bool word = SIGNS[i].said.len > 0 && !str_equal(SIGNS[i].said, SIGNS[i].written);
            scan_say(scan, SIGNS[i].said, scan->at + SIGNS[i].written.len);
            scan_say(scan, word ? S(" ") : (Str){0}, scan->at);
            return true;
        }
    }
    return say_marks(scan);
}

// Takes what no rule knows: the rest of a word, or one character.
static void say_as_it_is(Scan *scan) {
    ptrdiff_t end = scan->at;
    (void)utf8_decode(scan->text, &end);
    while (scan_is_word(scan->text, scan->at) && scan_is_word(scan->text, end)) {
        (void)utf8_decode(scan->text, &end);
    }
    scan_say(scan, str_slice(scan->text, scan->at, end), end);
}

static const Tongue *tongue_of(Str language) {
    static const Tongue *const TONGUES[] = {&TONGUE_FRENCH, &TONGUE_ENGLISH};
    for (int32_t i = 0; i < COUNT(TONGUES); i++) {
        Str rest = str_slice(language, TONGUES[i]->language.len, language.len);
        if (str_begins(language, TONGUES[i]->language) && (rest.len == 0 || rest.text[0] == '-')) {
            return TONGUES[i];
        }
    }
    return NULL;
}

Str spoken_text(Arena *arena, Str language, SpokenTable own, Str text) {
    Scan scan = {.arena = arena,
                 .tongue = tongue_of(language),
                 .own = own,
                 .text = made_plain(arena, text),
                 .said = {.arena = arena}};
    while (scan.at < scan.text.len) {
        if (!say_at_word(&scan) && !say_sign(&scan)) {
            say_as_it_is(&scan);
        }
    }
    return str_trim(str_built(&scan.said));
}
