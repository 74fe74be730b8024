// Numbers as French has them: hours, ordinals, telephone lines, Roman numerals.
#include "base/utf8.h"
#include "spoken/spoken_french.h"

enum { PAIRS = 5, MOST_ORDINAL = 999, MOST_ROMAN = 5 };

static const Str SMALL[] = {S_INIT("zéro"),   S_INIT("un"),       S_INIT("deux"),     S_INIT("trois"),
                            S_INIT("quatre"), S_INIT("cinq"),     S_INIT("six"),      S_INIT("sept"),
                            S_INIT("huit"),   S_INIT("neuf"),     S_INIT("dix"),      S_INIT("onze"),
                            S_INIT("douze"),  S_INIT("treize"),   S_INIT("quatorze"), S_INIT("quinze"),
                            S_INIT("seize"),  S_INIT("dix-sept"), S_INIT("dix-huit"), S_INIT("dix-neuf")};
static const Str TENS[] = {
    S_INIT(""),          S_INIT(""),         S_INIT("vingt"),    S_INIT("trente"),       S_INIT("quarante"),
    S_INIT("cinquante"), S_INIT("soixante"), S_INIT("soixante"), S_INIT("quatre-vingt"), S_INIT("quatre-vingt")};

// 70 and 90 count on from ten; “et” stands before one and eleven, but not after eighty.
static void add_below_hundred(StrBuilder *said, int32_t number) {
    if (number < 20) {
        str_add(said, SMALL[number]);
        return;
    }
    int32_t ten = number / 10;
    int32_t rest = number % 10 + (ten == 7 || ten == 9 ? 10 : 0);
    str_add(said, TENS[ten]);
    if (rest == 0) {
        str_add(said, ten == 8 ? S("s") : (Str){0});
    } else if ((rest == 1 || rest == 11) && ten < 8) {
        str_addf(said, " et %.*s", S_ARG(SMALL[rest]));
    } else {
        str_addf(said, "-%.*s", S_ARG(SMALL[rest]));
    }
}

void french_add_cardinal(StrBuilder *said, int32_t number) {
    int32_t hundreds = number / 100, rest = number % 100;
    if (hundreds > 1) {
        str_addf(said, "%.*s ", S_ARG(SMALL[hundreds]));
    }
    if (hundreds > 0) {
        str_add(said, hundreds > 1 && rest == 0 ? S("cents") : S("cent"));
        str_add(said, rest > 0 ? S(" ") : (Str){0});
    }
    if (rest > 0 || hundreds == 0) {
        add_below_hundred(said, rest);
    }
}

static Str ordinal(Arena *arena, int32_t number) {
    StrBuilder said = {.arena = arena};
    french_add_cardinal(&said, number);
    Str cardinal = str_built(&said);
    if (str_ends(cardinal, S("e")) || str_ends(cardinal, S("cents")) || str_ends(cardinal, S("vingts"))) {
        cardinal.len--;
    } else if (str_ends(cardinal, S("neuf"))) {
        return str_format(arena, "%.*svième", (int)cardinal.len - 1, cardinal.text);
    }
    return str_format(arena, "%.*s%s", S_ARG(cardinal), str_ends(cardinal, S("cinq")) ? "uième" : "ième");
}

static int32_t roman_digit(char c) {
    return c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0;
}

// The value of a number in I, V and X; 0: it is none as they are written.
static int32_t read_roman(Str text, ptrdiff_t from, ptrdiff_t *end) {
    int32_t number = 0;
    ptrdiff_t at = from;
    for (; at < text.len && roman_digit(text.text[at]) > 0; at++) {
        int32_t digit = roman_digit(text.text[at]), next = at + 1 < text.len ? roman_digit(text.text[at + 1]) : 0;
        number += digit < next ? -digit : digit;
    }
    *end = at;
    return at - from <= MOST_ROMAN ? number : 0;
}

typedef struct {
    Str sign;
    bool first, feminine, plural; // of “premier”
    Str second;
} OrdinalEnd;

static const OrdinalEnd ORDINAL_ENDS[] = {{.sign = S_INIT("er"), .first = true},
                                          {.sign = S_INIT("ᵉʳ"), .first = true},
                                          {.sign = S_INIT("ers"), .first = true, .plural = true},
                                          {.sign = S_INIT("re"), .first = true, .feminine = true},
                                          {.sign = S_INIT("ʳᵉ"), .first = true, .feminine = true},
                                          {.sign = S_INIT("ère"), .first = true, .feminine = true},
                                          {.sign = S_INIT("res"), .first = true, .feminine = true, .plural = true},
                                          {.sign = S_INIT("nd"), .second = S_INIT("second")},
                                          {.sign = S_INIT("nde"), .second = S_INIT("seconde")},
                                          {.sign = S_INIT("e")},
                                          {.sign = S_INIT("ᵉ")},
                                          {.sign = S_INIT("ème")},
                                          {.sign = S_INIT("eme")},
                                          {.sign = S_INIT("ième")},
                                          {.sign = S_INIT("es"), .plural = true},
                                          {.sign = S_INIT("èmes"), .plural = true},
                                          {.sign = S_INIT("ièmes"), .plural = true}};

static Str ordinal_with(Arena *arena, const OrdinalEnd *end, int32_t number) {
    if (end->second.len > 0) {
        return number == 2 ? end->second : (Str){0};
    }
    Str stem = end->first ? (end->feminine ? S("première") : S("premier")) : ordinal(arena, number);
    bool fits = end->first == (number == 1);
    return fits ? str_format(arena, "%.*s%s", S_ARG(stem), end->plural ? "s" : "") : (Str){0};
}

// 1er, 1re, 2e, 3ème, XXIe
bool french_ordinal(Scan *scan) {
    Str text = scan->text;
    ptrdiff_t end = scan_digits(text, scan->at);
    int32_t number = scan_number(text, scan->at, end);
    if (end == scan->at) {
        number = read_roman(text, scan->at, &end);
    }
    for (int32_t i = 0; i < COUNT(ORDINAL_ENDS) && number >= 1 && number <= MOST_ORDINAL; i++) {
        const OrdinalEnd *row = &ORDINAL_ENDS[i];
        bool stands = scan_is(text, end, row->sign) && !scan_is_word(text, end + row->sign.len);
        Str said = stands ? ordinal_with(scan->arena, row, number) : (Str){0};
        if (said.len > 0) {
            scan_say(scan, said, end + row->sign.len);
            return true;
        }
    }
    return false;
}

// A Roman number has two letters and more; a single one only where a heading begins with it: “V. Trouver un accord”.
bool french_roman(Scan *scan) {
    ptrdiff_t end;
    int32_t number = read_roman(scan->text, scan->at, &end);
    bool heading = scan->at == 0 && scan_is(scan->text, end, S(". "));
    if (number < 1 || scan_is_word(scan->text, end) || (end - scan->at < 2 && !heading)) {
        return false;
    }
    scan_say(scan, str_format(scan->arena, "%d", number), end);
    return true;
}

// 18 h 30, 14h00, 24 h/24, 7 j/7
bool french_hours(Scan *scan) {
    Str text = scan->text;
    ptrdiff_t end = scan_digits(text, scan->at);
    int32_t number = scan_number(text, scan->at, end);
    ptrdiff_t sign = scan_spaces(text, end), after = scan_spaces(text, sign + 1);
    bool hours = scan_is(text, sign, S("h")), days = scan_is(text, sign, S("j"));
    bool all = (hours || days) && scan_is(text, after, S("/")) && scan_is_digit(text, scan_spaces(text, after + 1));
    bool followed = sign + 1 < text.len && scan_letters(text, sign + 1) > sign + 1;
    if (number < 0 || followed || !(hours || all)) {
        return false;
    }
    StrBuilder said = {.arena = scan->arena};
    str_addf(&said, "%d %s", number, hours ? (number < 2 ? "heure" : "heures") : (number < 2 ? "jour" : "jours"));
    ptrdiff_t from = all ? scan_spaces(text, after + 1) : after, to = scan_digits(text, from);
    int32_t more = scan_number(text, from, to);
    bool minutes = !all && to - from == 2 && !scan_is_word(text, to) && more < 60;
    if (all || (minutes && more > 0)) {
        str_addf(&said, all ? " sur %d" : " %d", more);
    }
    scan_say(scan, str_built(&said), all || minutes ? to : sign + 1);
    return true;
}

static void add_pair(StrBuilder *said, int32_t pair) {
    str_add(said, pair < 10 ? S("zéro ") : (Str){0});
    french_add_cardinal(said, pair);
}

static bool counts_things(Str text, ptrdiff_t at) {
    static const Str THINGS[] = {S_INIT("€"),     S_INIT("%"),         S_INIT("euro"),
                                 S_INIT("franc"), S_INIT("personnes"), S_INIT("habitants"),
                                 S_INIT("km"),    S_INIT("m"),         S_INIT("kg")};
    ptrdiff_t from = scan_spaces(text, at);
    for (int32_t i = 0; i < COUNT(THINGS); i++) {
        bool whole = THINGS[i].len > 2 || !scan_is_word(text, from + THINGS[i].len);
        if (scan_is(text, from, THINGS[i]) && whole) {
            return true;
        }
    }
    return false;
}

// 3114, 3919: lines of help are known by their pairs. No year and hardly a sum is written so without a space.
bool french_line(Scan *scan) {
    Str text = scan->text;
    ptrdiff_t end = scan_digits(text, scan->at);
    bool line =
        end - scan->at == 4 && text.text[scan->at] == '3' && !scan_is_word(text, end) && !counts_things(text, end);
    bool within = scan->at > 0 && str_find(S(",./-"), str_slice(text, scan->at - 1, scan->at)) >= 0;
    bool goes_on =
        end + 1 < text.len && scan_is_digit(text, end + 1) && str_find(S(",./-"), str_slice(text, end, end + 1)) >= 0;
    if (!line || within || goes_on) {
        return false;
    }
    int32_t number = scan_number(text, scan->at, end);
    StrBuilder said = {.arena = scan->arena};
    french_add_cardinal(&said, number / 100);
    str_add_char(&said, ' ');
    if (number % 100 > 0) {
        add_pair(&said, number % 100);
    } else {
        str_add(&said, S("zéro zéro"));
    }
    scan_say(scan, str_built(&said), end);
    return true;
}

static bool parts_pairs(char c) {
    return c == ' ' || c == '.' || c == '-';
}

// The group of `len` digits at `at`, after a sign that parts them unless it is the first.
static bool read_group(Str text, ptrdiff_t *at, ptrdiff_t len, bool first) {
    ptrdiff_t from = *at;
    from += !first && from < text.len && parts_pairs(text.text[from]);
    bool fits = scan_digits(text, from) >= from + len;
    *at = fits ? from + len : *at;
    return fits;
}

// 01 23 45 67 89, 0123456789, +33 1 23 45 67 89: by pairs; 0 800 123 456 and 116 117 by their groups.
bool french_phone(Scan *scan) {
    static const ptrdiff_t SHAPES[][PAIRS + 1] = {{2, 2, 2, 2, 2}, {1, 2, 2, 2, 2}, {1, 3, 3, 3},
                                                  {4, 3, 3},       {4, 2, 2, 2},    {3, 3}};
    static const Str STARTS[] = {S_INIT("0"), S_INIT("+33"), S_INIT("0 8"), S_INIT("08"), S_INIT("08"), S_INIT("116")};
    for (int32_t i = 0; i < COUNT(STARTS); i++) {
        bool abroad = i == 1;
        StrBuilder said = {.arena = scan->arena};
        ptrdiff_t at = scan->at;
        bool fits = scan_is(scan->text, at, STARTS[i]);
        if (abroad && fits) {
            at = scan_spaces(scan->text, at + STARTS[i].len);
            str_add(&said, S("plus trente-trois, "));
        }
        for (int32_t k = 0; SHAPES[i][k] > 0 && fits; k++) {
            fits = read_group(scan->text, &at, SHAPES[i][k], k == 0);
            ptrdiff_t from = at - SHAPES[i][k];
            int32_t number = fits ? scan_number(scan->text, from, at) : 0;
            str_add(&said, k > 0 ? S(", ") : (Str){0});
            str_add(&said, SHAPES[i][k] > 1 && number < 10 ? S("zéro ") : (Str){0});
            str_add(&said, SHAPES[i][k] > 2 && number < 100 ? S("zéro ") : (Str){0});
            french_add_cardinal(&said, number % 1000);
        }
        if (fits && !scan_is_word(scan->text, at)) {
            scan_say(scan, str_built(&said), at);
            return true;
        }
    }
    return false;
}
