// Numbers and what is written with them: decimals, thousands, shares, ranges, units, dates, signs.
#include "base/utf8.h"
#include "spoken/spoken_scan.h"

enum { TIMES = 0xD7, MINUS = 0x2212, EN_DASH = 0x2013, GROUP = 3 };

// 1 234 567: groups of three after one to three digits.
static ptrdiff_t end_of_groups(const Scan *scan, ptrdiff_t from, ptrdiff_t to, char separator) {
    Str text = scan->text;
    ptrdiff_t end = to;
    while (to - from <= GROUP && text.text[from] != '0' && end < text.len && text.text[end] == separator &&
           scan_digits(text, end + 1) == end + 1 + GROUP) {
        end += 1 + GROUP;
    }
    return end;
}

static void add_digits(StrBuilder *said, Str written) {
    for (ptrdiff_t at = 0; at < written.len; at++) {
        if (scan_is_digit(written, at)) {
            str_add_char(said, written.text[at]);
        }
    }
}

// Zeros that lead a fraction are said one by one.
static void add_fraction(StrBuilder *said, Str digits) {
    ptrdiff_t at = 0;
    for (; at + 1 < digits.len && digits.text[at] == '0'; at++) {
        str_add(said, S("0 "));
    }
    str_add(said, str_slice(digits, at, digits.len));
}

// The number at `at`; where it ends, or `at` when it is none, or more than one (a version, a date with points).
static ptrdiff_t read_number(const Scan *scan, ptrdiff_t at, StrBuilder *said) {
    Str text = scan->text;
    const Tongue *tongue = scan->tongue;
    ptrdiff_t whole = scan_digits(text, at);
    if (whole == at) {
        return at;
    }
    ptrdiff_t end = end_of_groups(scan, at, whole, ' ');
    if (end == whole && tongue->thousands) {
        end = end_of_groups(scan, at, whole, tongue->thousands);
    }
    add_digits(said, str_slice(text, at, end));
    bool point = end < text.len && (text.text[end] == tongue->decimal || text.text[end] == '.');
    ptrdiff_t to = point ? scan_digits(text, end + 1) : end;
    if (point && to > end + 1) {
        if (to < text.len && text.text[to] == text.text[end] && scan_is_digit(text, to + 1)) {
            return at;
        }
        str_addf(said, " %.*s ", S_ARG(text.text[end] == tongue->decimal ? tongue->point : tongue->dot));
        add_fraction(said, str_slice(text, end + 1, to));
        end = to;
    }
    return end;
}

// A unit after the number that was said; where it ends.
static ptrdiff_t read_unit(const Scan *scan, ptrdiff_t at, bool one, StrBuilder *said) {
    ptrdiff_t from = scan_spaces(scan->text, at);
    const SpokenUnit *found = NULL;
    for (int32_t i = 0; i < scan->tongue->unit_count; i++) {
        const SpokenUnit *unit = &scan->tongue->units[i];
        bool longer = !found || unit->sign.len > found->sign.len;
        if (longer && scan_is(scan->text, from, unit->sign) && !scan_is_word(scan->text, from + unit->sign.len)) {
            found = unit;
        }
    }
    if (!found) {
        return at;
    }
    str_addf(said, " %.*s", S_ARG(one ? found->one : found->many));
    return from + found->sign.len;
}

// A hyphen or a short dash between two numbers, of which the second is larger.
static ptrdiff_t range_sign(Str text, ptrdiff_t at) {
    return scan_is(text, at, S("-")) ? 1 : scan_is(text, at, S("–")) ? 3 : 0;
}

static ptrdiff_t read_range(const Scan *scan, ptrdiff_t at, Str first, StrBuilder *said) {
    Str text = scan->text;
    ptrdiff_t sign = range_sign(text, at);
    ptrdiff_t from = at + sign, to = scan_digits(text, from);
    int32_t low = scan_number(first, 0, first.len), high = scan_number(text, from, to);
    bool fits = sign > 0 && to > from && low >= 0 && high > low && range_sign(text, to) == 0 &&
                scan_digits(first, 0) == first.len;
    if (!fits) {
        return at;
    }
    str_addf(said, " %.*s ", S_ARG(scan->tongue->to));
    return read_number(scan, from, said);
}

// A stroke between two numbers, and no third: three are a date.
static ptrdiff_t read_share(const Scan *scan, ptrdiff_t at, StrBuilder *said) {
    Str text = scan->text;
    ptrdiff_t stroke = scan_spaces(text, at), from = scan_spaces(text, stroke + 1);
    bool alone = stroke < text.len && text.text[stroke] == '/' && scan_is_digit(text, from) &&
                 !scan_is(text, scan_digits(text, from), S("/"));
    if (!alone) {
        return at;
    }
    str_addf(said, " %.*s ", S_ARG(scan->tongue->out_of));
    return read_number(scan, from, said);
}

bool scan_amount(Scan *scan) {
    StrBuilder said = {.arena = scan->arena};
    ptrdiff_t end = read_number(scan, scan->at, &said);
    ptrdiff_t before = scan->at - 1;
    bool goes_on = before >= 0 && (scan->text.text[before] == '/' ||
                                   (scan_is_digit(scan->text, before - 1) && scan->text.text[before] == '.'));
    if (end == scan->at || goes_on) {
        return false;
    }
    Str first = str_built(&said);
    bool one = str_equal(first, S("1"));
    ptrdiff_t more = read_range(scan, end, first, &said);
    more = more == end ? read_share(scan, end, &said) : more;
    one = one && more == end;
    end = read_unit(scan, more, one, &said);
    if (end == more && scan_is_word(scan->text, end)) {
        return false; // A4, 2nd: a word of its own
    }
    scan_say(scan, str_built(&said), end);
    return true;
}

// “−2”, “–2”, “-2” where nothing is subtracted, and “+1”.
bool scan_minus(Scan *scan) {
    ptrdiff_t next = scan->at;
    int32_t code = utf8_decode(scan->text, &next);
    char before = scan->at > 0 ? scan->text.text[scan->at - 1] : ' ';
    bool minus = code == MINUS || ((code == EN_DASH || code == '-') && (before == ' ' || before == '('));
    bool alone = !scan_is_digit(scan->text, scan->at - 1) && scan_is_digit(scan->text, next);
    if (!alone || !(minus || code == '+')) {
        return false;
    }
    scan_say(scan, minus ? scan->tongue->minus : scan->tongue->plus, next);
    scan_say(scan, S(" "), scan->at);
    return true;
}

// “3 × 4”; and “× 3” where nothing is multiplied: three times.
bool scan_times(Scan *scan) {
    Str text = scan->text;
    ptrdiff_t next = scan->at, before = scan->at - 1;
    if (utf8_decode(text, &next) != TIMES) {
        return false;
    }
    while (before >= 0 && text.text[before] == ' ') {
        before--;
    }
    ptrdiff_t from = scan_spaces(text, next), to = scan_digits(text, from);
    bool number_first = to > from && !scan_is_digit(text, before);
    Str number = str_slice(text, from, number_first ? to : from);
    scan_say(scan, S(" "), next);
    scan_say(scan, str_format(scan->arena, "%.*s %.*s ", S_ARG(number), S_ARG(scan->tongue->times)),
             number_first ? to : next);
    return true;
}

bool scan_fraction(Scan *scan) {
    static const struct {
        Str sign, french, english;
    } FRACTIONS[] = {{S_INIT("½"), S_INIT("un demi"), S_INIT("a half")},
                     {S_INIT("⅓"), S_INIT("un tiers"), S_INIT("a third")},
                     {S_INIT("⅔"), S_INIT("deux tiers"), S_INIT("two thirds")},
                     {S_INIT("¼"), S_INIT("un quart"), S_INIT("a quarter")},
                     {S_INIT("¾"), S_INIT("trois quarts"), S_INIT("three quarters")}};
    bool french = scan->tongue == &TONGUE_FRENCH;
    ptrdiff_t before = scan->at - 1;
    while (before >= 0 && scan->text.text[before] == ' ') {
        before--;
    }
    for (int32_t i = 0; i < COUNT(FRACTIONS); i++) {
        if (scan_is(scan->text, scan->at, FRACTIONS[i].sign)) {
            bool after_number = scan_is_digit(scan->text, before);
            ptrdiff_t end = scan->at + FRACTIONS[i].sign.len;
            scan_say(scan, after_number ? (french ? S(" et ") : S(" and ")) : (Str){0}, scan->at);
            scan_say(scan, french ? FRACTIONS[i].french : FRACTIONS[i].english, end);
            return true;
        }
    }
    return false;
}

// 2026-11-27, and 27/11/2026 as French has it.
bool scan_date(Scan *scan) {
    Str text = scan->text;
    ptrdiff_t ends[3], at = scan->at;
    int32_t numbers[3];
    for (int32_t i = 0; i < 3; i++) {
        ends[i] = scan_digits(text, at);
        numbers[i] = scan_number(text, at, ends[i]);
        bool goes_on =
            i == 2 ? !scan_is_word(text, ends[i]) : scan_is(text, ends[i], S("-")) || scan_is(text, ends[i], S("/"));
        if (numbers[i] < 0 || !goes_on) {
            return false;
        }
        at = ends[i] + 1;
    }
    bool iso = text.text[ends[0]] == '-' && ends[0] - scan->at == 4 && ends[2] - ends[1] == 3;
    bool day_first = text.text[ends[0]] == '/' && ends[2] - ends[1] == 5 && scan->tongue == &TONGUE_FRENCH;
    int32_t day = iso ? numbers[2] : numbers[0], month = numbers[1], year = iso ? numbers[0] : numbers[2];
    if (!(iso || day_first) || day < 1 || day > 31 || month < 1 || month > 12) {
        return false;
    }
    bool first = day == 1 && scan->tongue == &TONGUE_FRENCH;
    scan_say(scan, first ? S("premier") : str_format(scan->arena, "%d", day), scan->at);
    scan_say(scan, str_format(scan->arena, " %.*s %d", S_ARG(scan->tongue->months[month - 1]), year), ends[2]);
    return true;
}

static bool begins_number(Str text, ptrdiff_t at) {
    ptrdiff_t minus = scan_is(text, at, S("−")) ? S("−").len : scan_is(text, at, S("-"));
    return scan_is_digit(text, at + minus);
}

// Which a voice leaves out: of “5 < 6” it says two numbers. “Menu > Réglages” and an arrow compare nothing.
bool scan_relation(Scan *scan) {
    Str text = scan->text;
    bool arrow = scan->at > 0 && (text.text[scan->at - 1] == '-' || text.text[scan->at - 1] == '=');
    for (int32_t i = 0; i < scan->tongue->relation_count && !arrow; i++) {
        const SpokenAs *relation = &scan->tongue->relations[i];
        ptrdiff_t to = scan->at + relation->written.len;
        ptrdiff_t next = scan_spaces(text, to);
        bool equals = str_equal(relation->written, S("="));
        if (scan_is(text, scan->at, relation->written) &&
            (begins_number(text, next) || (equals && scan_is_word(text, next)))) {
            scan_say(scan, str_format(scan->arena, " %.*s ", S_ARG(relation->said)), next);
            return true;
        }
    }
    return false;
}
