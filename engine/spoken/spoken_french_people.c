// Titles before names, and spellings that name women and men in one word.
#include "base/utf8.h"
#include "spoken/spoken_french.h"

static bool is_capital_at(Scan *scan, ptrdiff_t at) {
    ptrdiff_t end = at;
    if (at >= scan->text.len) {
        return false;
    }
    (void)utf8_decode(scan->text, &end);
    return scan_is_capitals(scan->arena, str_slice(scan->text, at, end));
}

// “M.” is a title before a name, “et” or an article; else somebody's initial.
bool french_sir(Scan *scan) {
    static const struct {
        Str written, said;
        bool also_before_articles;
    } TITLES[] = {{S_INIT("M."), S_INIT("monsieur"), true}, {S_INIT("MM."), S_INIT("messieurs"), true},
                  {S_INIT("Me"), S_INIT("maître"), false},  {S_INIT("Pr"), S_INIT("professeur"), false},
                  {S_INIT("Dr"), S_INIT("docteur"), false}, {S_INIT("St"), S_INIT("saint"), false},
                  {S_INIT("Ste"), S_INIT("sainte"), false}};
    static const Str ARTICLES[] = {S_INIT("et "), S_INIT("le "), S_INIT("la "),
                                   S_INIT("l’"),  S_INIT("l'"),  S_INIT("ou ")};
    for (int32_t i = 0; i < COUNT(TITLES); i++) {
        ptrdiff_t end = scan->at + TITLES[i].written.len;
        if (!scan_is(scan->text, scan->at, TITLES[i].written) || scan_is_word(scan->text, end)) {
            continue;
        }
        end += scan_is(scan->text, end, S("-")) && str_begins(TITLES[i].said, S("saint"));
        ptrdiff_t name = scan_spaces(scan->text, end);
        bool title = is_capital_at(scan, name) && name > scan->at + TITLES[i].written.len;
        for (int32_t k = 0; k < COUNT(ARTICLES) && TITLES[i].also_before_articles; k++) {
            title = title || (name > end && scan_is(scan->text, name, ARTICLES[k]));
        }
        if (title) {
            scan_say(scan, TITLES[i].said, end);
            scan_say(scan, S(" "), name);
            return true;
        }
    }
    return false;
}

// How the feminine comes from a masculine that ends in `ends`, when `suffix` is written after it. `safe`: also after a
// hyphen, a point or a bracket, where other suffixes would be words of their own.
static const struct {
    Str suffix, ends, instead; // `instead` takes the place of `ends`
    bool safe;
} FEMININES[] = {
    {S_INIT("ère"), S_INIT("er"), S_INIT("ère"), true},
    {S_INIT("ière"), S_INIT("ier"), S_INIT("ière"), true},
    {S_INIT("trice"), S_INIT("teur"), S_INIT("trice"), true},
    {S_INIT("rice"), S_INIT("eur"), S_INIT("rice"), true},
    {S_INIT("euse"), S_INIT("eur"), S_INIT("euse"), true},
    {S_INIT("eresse"), S_INIT("eur"), S_INIT("eresse"), true},
    {S_INIT("se"), S_INIT("eur"), S_INIT("euse"), false},
    {S_INIT("se"), S_INIT("x"), S_INIT("se"), false},
    {S_INIT("euse"), S_INIT("eux"), S_INIT("euse"), true},
    {S_INIT("ve"), S_INIT("f"), S_INIT("ve"), false},
    {S_INIT("ive"), S_INIT("if"), S_INIT("ive"), true},
    {S_INIT("e"), S_INIT("er"), S_INIT("ère"), true},
    {S_INIT("ale"), S_INIT("al"), S_INIT("ale"), false},
    {S_INIT("ales"), S_INIT("aux"), S_INIT("ales"), false},
    {S_INIT("tes"), S_INIT("ous"), S_INIT("outes"), false},
    {S_INIT("elle"), S_INIT("il"), S_INIT("elle"), false},
    {S_INIT("elles"), S_INIT("ils"), S_INIT("elles"), false},
    {S_INIT("elle"), S_INIT("eau"), S_INIT("elle"), false},
    {S_INIT("celle"), S_INIT("celui"), S_INIT("celle"), false},
    {S_INIT("celles"), S_INIT("ceux"), S_INIT("celles"), false},
    {S_INIT("elles"), S_INIT("eux"), S_INIT("elles"), false},
    {S_INIT("la"), S_INIT("le"), S_INIT("la"), false},
    {S_INIT("cette"), S_INIT("ce"), S_INIT("cette"), false},
    {S_INIT("sa"), S_INIT("son"), S_INIT("sa"), false},
    {S_INIT("ne"), S_INIT("n"), S_INIT("nne"), false},
    {S_INIT("le"), S_INIT("l"), S_INIT("lle"), false},
    {S_INIT("te"), S_INIT("t"), S_INIT("tte"), false},
    {S_INIT("sse"), S_INIT("e"), S_INIT("esse"), false},
    {S_INIT("esse"), S_INIT("e"), S_INIT("esse"), true},
    {S_INIT("e"), S_INIT(""), S_INIT("e"), true},
};

// The sign between the two; 0: none is there.
static ptrdiff_t sign_at(Str text, ptrdiff_t at, bool *middle) {
    static const Str SIGNS[] = {S_INIT("·"), S_INIT("•"), S_INIT("‧"), S_INIT("⋅"),
                                S_INIT("("), S_INIT("."), S_INIT("-")};
    enum { MIDDLE_POINTS = 5 };
    for (int32_t i = 0; i < COUNT(SIGNS); i++) {
        if (scan_is(text, at, SIGNS[i])) {
            *middle = i < MIDDLE_POINTS;
            return SIGNS[i].len;
        }
    }
    return 0;
}

typedef struct {
    Str masculine, suffix;
    bool middle, plural;
    ptrdiff_t end;
} Both;

// usager·ère·s, usager·ères, usager(e)s, usager(ère)s, invité.e.s, étudiant-e-s
static bool read_both(const Scan *scan, Both *both) {
    Str text = scan->text;
    ptrdiff_t stem = scan_letters(text, scan->at), sign = sign_at(text, stem, &both->middle);
    ptrdiff_t from = stem + sign, to = scan_letters(text, from), end = to;
    bool bracket = scan_is(text, stem, S("("));
    if (stem == scan->at || sign == 0 || (bracket && !scan_is(text, to, S(")")))) {
        return false;
    }
    both->masculine = str_slice(text, scan->at, stem);
    both->suffix = str_slice(text, from, to);
    Str joint = bracket ? S(")") : str_slice(text, stem, from);
    ptrdiff_t s = end + (scan_is(text, end, joint) ? joint.len : 0);
    both->plural = s > end && scan_is(text, s, S("s")) && !scan_is_word(text, s + 1);
    both->end = both->plural ? s + 1 : bracket ? s : end;
    return !scan_is_word(text, both->end);
}

static Str feminine_of(Arena *arena, const Both *both, Str suffix) {
    for (int32_t i = 0; i < COUNT(FEMININES); i++) {
        bool fits = str_equal(FEMININES[i].suffix, suffix) && str_ends(both->masculine, FEMININES[i].ends);
        if (fits && (both->middle || FEMININES[i].safe)) {
            Str stem = str_slice(both->masculine, 0, both->masculine.len - FEMININES[i].ends.len);
            return str_format(arena, "%.*s%.*s", S_ARG(stem), S_ARG(FEMININES[i].instead));
        }
    }
    return (Str){0};
}

static Str with_s(Arena *arena, Str word, bool plural) {
    bool ends = str_ends(word, S("s")) || str_ends(word, S("x"));
    return plural && !ends ? str_format(arena, "%.*ss", S_ARG(word)) : word;
}

// Both are named, one after the other: in the plural with “et”, else with “ou”. “enfant(s)” sounds the same.
bool french_both(Scan *scan) {
    Both both;
    if (!read_both(scan, &both)) {
        return false;
    }
    if (str_equal(both.suffix, S("s")) && both.middle) {
        scan_say(scan, with_s(scan->arena, both.masculine, true), both.end);
        return true;
    }
    Str feminine = feminine_of(scan->arena, &both, both.suffix);
    bool many = both.plural || (feminine.len > 0 && str_ends(feminine, S("es")));
    if (feminine.len == 0 && str_ends(both.suffix, S("s"))) {
        feminine = feminine_of(scan->arena, &both, str_slice(both.suffix, 0, both.suffix.len - 1));
        many = feminine.len > 0;
    }
    if (feminine.len == 0) {
        return false;
    }
    Str one = with_s(scan->arena, both.masculine, many), other = with_s(scan->arena, feminine, many);
    scan_say(scan, str_format(scan->arena, "%.*s %s %.*s", S_ARG(one), many ? "et" : "ou", S_ARG(other)), both.end);
    return true;
}
