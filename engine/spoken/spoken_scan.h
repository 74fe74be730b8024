// The inside of spoken: a text on its way through the rules, and the words of a language. For engine/spoken/ only.
#pragma once

#include "spoken/spoken.h"

typedef struct {
    Str sign, one, many; // "min", "minute", "minutes"
} SpokenUnit;

typedef struct Scan Scan;

// Says what stands at `at`, where a word may begin, and moves on; false: it is nothing of this rule's.
typedef bool ScanRule(Scan *scan);

typedef struct {
    Str language;
    char decimal, thousands;                                                     // thousands 0: spaces alone
    Str point, out_of, to, times, minus, plus, at, dot, dash, underscore, slash; // words for these signs
    Str letters[26];                                                             // their names; empty: as they are
    Str months[12];
    const SpokenAs *words; // in any place; a capital may begin them
    int32_t word_count;
    const SpokenAs *initials; // in capitals, dotted or not
    int32_t initial_count;
    const Str *short_words; // of two letters, that are no initials
    int32_t short_word_count;
    const SpokenUnit *units; // after a number
    int32_t unit_count;
    const SpokenAs *relations; // signs before a number, the longer first: “≤”
    int32_t relation_count;
    ScanRule *const *rules; // of this language alone; before those of all
    int32_t rule_count;
} Tongue;

extern const Tongue TONGUE_FRENCH, TONGUE_ENGLISH;

struct Scan {
    Arena *arena;
    const Tongue *tongue; // NULL: a language without words of its own
    SpokenTable own;
    Str text; // with plain spaces and hyphens
    ptrdiff_t at;
    StrBuilder said;
};

// Says that, for what stands before `to`.
void scan_say(Scan *scan, Str said, ptrdiff_t to);
bool scan_begins_word(const Scan *scan);                     // neither a letter nor a digit stands before `at`
bool scan_is_word(Str text, ptrdiff_t at);                   // a letter or a digit stands there
bool scan_is_digit(Str text, ptrdiff_t at);                  // 0 … 9
bool scan_is(Str text, ptrdiff_t at, Str what);              // that stands there
ptrdiff_t scan_digits(Str text, ptrdiff_t at);               // where the digits end that begin there
ptrdiff_t scan_letters(Str text, ptrdiff_t at);              // … the letters
ptrdiff_t scan_spaces(Str text, ptrdiff_t at);               // … the spaces
int32_t scan_number(Str text, ptrdiff_t from, ptrdiff_t to); // of at most nine digits; else -1
bool scan_is_capitals(Arena *arena, Str word);               // letters, each of them a capital

ScanRule scan_address, scan_date, scan_amount, scan_minus, scan_times, scan_fraction,
    scan_relation; // spoken_number.c, spoken_letters.c
ScanRule scan_dotted, scan_capitals;
Str scan_spell(Arena *arena, const Tongue *tongue, Str letters); // by the letters' names
