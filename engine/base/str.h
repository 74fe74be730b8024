// Text as pointer and length, UTF-8, borrowed: a Str never owns its bytes and is not zero-terminated. `char *` lives
// only at the doors to foreign libraries.
#pragma once

#include "base/rows.h"

#include <stdbool.h>

typedef struct {
    const char *text;
    ptrdiff_t len; // bytes
} Str;

// `S("…")` in an expression, `S_INIT("…")` in a static table, `"%.*s"` with `S_ARG(str)` for printf.
#define S(literal) ((Str){(literal), (ptrdiff_t)sizeof(literal) - 1})
#define S_INIT(literal) \
    { (literal), (ptrdiff_t)sizeof(literal) - 1 }
#define S_ARG(str) (int)(str).len, (str).text

// In the header, for `with` is nearly always a literal: a compiler that sees its length compares a word or two.
static inline bool str_begins(Str str, Str with) {
    return str.len >= with.len && (with.len == 0 || __builtin_memcmp(str.text, with.text, (size_t)with.len) == 0);
}

bool str_equal(Str a, Str b);
int str_compare(Str a, Str b); // by bytes, which for UTF-8 is by code points
bool str_ends(Str str, Str with);
ptrdiff_t str_find(Str str, Str what);                // first place, or -1
Str str_slice(Str str, ptrdiff_t from, ptrdiff_t to); // from … to-1, clamped
Str str_trim(Str str);                                // without spaces, tabs and line ends on both sides
Str str_cut(Str *rest, char separator);               // takes what stands before the separator (or all) off `rest`
Str str_copy(Arena *arena, Str str);
Str str_from_c(const char *text);         // NULL gives the empty Str
char *str_to_c(Arena *arena, Str str);    // zero-terminated copy, for foreign doors
bool str_to_int(Str str, int32_t *value); // the whole of str, decimal, sign allowed, no overflow

// Edit distance in bytes, or `most` + 1 once it is larger; `most` is at most 16. For "did you mean".
int32_t str_distance(Str a, Str b, int32_t most);

// Text being built, in an arena. Zero is an empty one.
//
//     StrBuilder line = {.arena = arena};
//     str_add(&line, S("scène "));
//     str_addf(&line, "%d", number);
//     return str_built(&line);
typedef struct {
    Arena *arena;
    ROWS_OF(char);
} StrBuilder;

void str_add(StrBuilder *builder, Str str);
void str_add_char(StrBuilder *builder, char c);
char *str_extend(StrBuilder *builder, ptrdiff_t more);  // `more` bytes at its end, which are the caller's to fill
char *str_reserve(StrBuilder *builder, ptrdiff_t more); // the same, only made room for: they are not added yet
__attribute__((format(printf, 2, 3))) void str_addf(StrBuilder *builder, const char *format, ...);
Str str_built(const StrBuilder *builder); // borrowed from the builder's arena; adding more may move it
__attribute__((format(printf, 2, 3))) Str str_format(Arena *arena, const char *format, ...);
