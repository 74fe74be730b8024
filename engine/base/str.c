#include "base/str.h"

#include "base/error.h"
#include "base/number.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { DISTANCE_MOST = 16 };

bool str_equal(Str a, Str b) {
    return a.len == b.len && (a.len == 0 || memcmp(a.text, b.text, (size_t)a.len) == 0);
}

int str_compare(Str a, Str b) {
    ptrdiff_t len = a.len < b.len ? a.len : b.len;
    int order = len > 0 ? memcmp(a.text, b.text, (size_t)len) : 0;
    return order != 0 ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_ends(Str str, Str with) {
    return str.len >= with.len && str_equal(str_slice(str, str.len - with.len, str.len), with);
}

ptrdiff_t str_find(Str str, Str what) {
    if (what.len == 0) {
        return 0;
    }
    for (ptrdiff_t from = 0; from + what.len <= str.len; from++) {
        const char *found = memchr(str.text + from, what.text[0], (size_t)(str.len - what.len + 1 - from));
        if (!found) {
            return -1;
        }
        from = found - str.text;
        if (memcmp(found, what.text, (size_t)what.len) == 0) {
            return from;
        }
    }
    return -1;
}

Str str_slice(Str str, ptrdiff_t from, ptrdiff_t to) {
    from = from < 0 ? 0 : from > str.len ? str.len : from;
    to = to < from ? from : to > str.len ? str.len : to;
    return (Str){from > 0 ? str.text + from : str.text, to - from}; // nothing is added to a NULL
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

Str str_trim(Str str) {
    ptrdiff_t from = 0;
    ptrdiff_t to = str.len;
    while (from < to && is_blank(str.text[from])) {
        from++;
    }
    while (to > from && is_blank(str.text[to - 1])) {
        to--;
    }
    return (Str){from > 0 ? str.text + from : str.text, to - from};
}

Str str_cut(Str *rest, char separator) {
    const char *found = rest->len > 0 ? memchr(rest->text, separator, (size_t)rest->len) : NULL;
    ptrdiff_t len = found ? found - rest->text : rest->len;
    Str head = str_slice(*rest, 0, len);
    *rest = str_slice(*rest, len + 1, rest->len);
    return head;
}

Str str_copy(Arena *arena, Str str) {
    if (str.len == 0) {
        return (Str){0};
    }
    char *text = arena_push_text(arena, str.len);
    memcpy(text, str.text, (size_t)str.len);
    return (Str){text, str.len};
}

Str str_from_c(const char *text) {
    return text ? (Str){text, (ptrdiff_t)strlen(text)} : (Str){0};
}

char *str_to_c(Arena *arena, Str str) {
    char *text = arena_push(arena, char, str.len + 1);
    if (str.len > 0) {
        memcpy(text, str.text, (size_t)str.len);
    }
    return text;
}

bool str_to_int(Str str, int32_t *value) {
    bool negative = str_begins(str, S("-"));
    if (negative || str_begins(str, S("+"))) {
        str = str_slice(str, 1, str.len);
    }
    int64_t number = 0;
    for (ptrdiff_t i = 0; i < str.len; i++) {
        if (str.text[i] < '0' || str.text[i] > '9') {
            return false;
        }
        number = number * 10 + (str.text[i] - '0');
        if (number > (int64_t)INT32_MAX + negative) {
            return false;
        }
    }
    if (str.len == 0) {
        return false;
    }
    *value = (int32_t)(negative ? -number : number);
    return true;
}

// Levenshtein's table, of which only the diagonals that a distance up to `most` can reach are kept: row[k] is the
// distance of the first i bytes of a from the first i + k - most of b.
int32_t str_distance(Str a, Str b, int32_t most) {
    ASSERT(most >= 0 && most <= DISTANCE_MOST);
    int32_t row[2 * DISTANCE_MOST + 1] = {0};
    int32_t far = most + 1;
    ptrdiff_t longer = b.len - a.len;
    if (longer > most || longer < -most) {
        return far;
    }
    for (int32_t k = 0; k <= 2 * most; k++) {
        row[k] = k < most ? far : k - most;
    }
    int32_t least = 0; // of the row: it never falls
    for (ptrdiff_t i = 1; i <= a.len && least < far; i++) {
        least = far;
        for (int32_t k = 0; k <= 2 * most; k++) {
            ptrdiff_t j = i + k - most;
            int32_t left = k > 0 ? row[k - 1] + 1 : far;
            int32_t above = k < 2 * most ? row[k + 1] + 1 : far;
            int32_t across = j > 0 && j <= b.len ? row[k] + (a.text[i - 1] != b.text[j - 1]) : far;
            row[k] = j < 0 || j > b.len ? far : min(far, min(across, min(left, above)));
            least = min(least, row[k]);
        }
    }
    return row[most + longer];
}

char *str_reserve(StrBuilder *builder, ptrdiff_t more) {
    ASSERT(more >= 0 && more < INT32_MAX - builder->count);
    int32_t last = builder->count + (int32_t)more - 1;
    if (last >= builder->capacity) {
        builder->rows = arena_reserve_rows(builder->arena, builder->rows, last, &builder->capacity, 1);
    }
    return builder->rows ? builder->rows + builder->count : NULL; // of nothing asked of an empty one
}

char *str_extend(StrBuilder *builder, ptrdiff_t more) {
    char *end = str_reserve(builder, more);
    builder->count += (int32_t)more;
    return end;
}

void str_add(StrBuilder *builder, Str str) {
    if (str.len > 0) {
        memcpy(str_extend(builder, str.len), str.text, (size_t)str.len);
    }
}

void str_add_char(StrBuilder *builder, char c) {
    *str_extend(builder, 1) = c;
}

// Most of what is formatted is short; what is not is formatted once more, where it is to stand. The zero that vsnprintf
// adds is not counted.
__attribute__((format(printf, 2, 0))) static void add_formatted(StrBuilder *builder, const char *format,
                                                                va_list values) {
    ASSERT(format);
    char text[128];
    va_list again;
    va_copy(again, values);
    int len = vsnprintf(text, sizeof text, format, again);
    va_end(again);
    ASSERT(len >= 0);
    if (len < (int)sizeof text) {
        str_add(builder, (Str){text, len});
        return;
    }
    vsnprintf(str_reserve(builder, (ptrdiff_t)len + 1), (size_t)len + 1, format, values);
    builder->count += len;
}

void str_addf(StrBuilder *builder, const char *format, ...) {
    va_list values;
    va_start(values, format);
    add_formatted(builder, format, values);
    va_end(values);
}

Str str_built(const StrBuilder *builder) {
    return (Str){builder->rows, builder->count};
}

Str str_format(Arena *arena, const char *format, ...) {
    StrBuilder builder = {.arena = arena};
    va_list values;
    va_start(values, format);
    add_formatted(&builder, format, values);
    va_end(values);
    return str_built(&builder);
}
