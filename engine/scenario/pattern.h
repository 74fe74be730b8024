// From the pattern an author writes to the one that PCRE2 compiles. Only its literal characters are folded, as the text
// will be (base/utf8.h); what means something to PCRE2 stays as it is.
//
//     PatternText prepared = pattern_prepare(&arena, S("réexpliquez (?:tout|ça)"));   // reexpliquez\s+(?:tout|ca)
//     if (prepared.fault == PATTERN_FINE) { …compile prepared.text… }
//
// A literal space, or a run of them, becomes \s+, but not in a class or after a backslash; with a quantifier after it,
// it becomes (?:\s+). A character that folds to several is grouped likewise, and is a fault in a class. Comments (?#…)
// go. What could call back, recurse, or change how matching goes is refused: (*…), (?C…), (?R), (?1), (?&…), (?P>…),
// \g<…>; and the extended mode (?x), in which a space means nothing. So is what versions of PCRE2 do not read alike,
// for a case is to mean the same on every machine: {,3}, \x without digits, \X, \p{Lu}, (?a), (?r), (?[…]),
// (?(VERSION…).
#pragma once

#include "base/str.h"

// PCRE2 looks at each character of a range for its other cases: compiling [\x{1}-\x{10ffff}] takes 7 ms. Those of ASCII
// are not counted.
enum { PATTERN_RANGE_CHARS = 16384 };

typedef enum {
    PATTERN_FINE,
    PATTERN_CLASS_LIGATURE, // in a class, a character that folds to several
    PATTERN_FORBIDDEN,      // `about` is refused
    PATTERN_UNLIKE,         // `about` is not read alike by every version of PCRE2
    PATTERN_LONG,           // over LIMIT_PATTERN_BYTES once prepared
    PATTERN_WIDE_RANGES     // the ranges of its classes hold more than PATTERN_RANGE_CHARS
} PatternFault;

typedef struct {
    Str text;              // empty when there is a fault
    const int32_t *places; // text.len + 1 of them: the byte of the author's pattern that each byte comes from
    int32_t range_chars;   // characters in the ranges of its classes, at most PATTERN_RANGE_CHARS
    PatternFault fault;
    int32_t fault_place; // in the author's pattern
    Str about;           // what is refused
} PatternText;

PatternText pattern_prepare(Arena *arena, Str pattern);
