#include "editor/difference.h"

Difference difference_find(Str before, Str after) {
    ptrdiff_t least = before.len < after.len ? before.len : after.len;
    ptrdiff_t from = 0;
    while (from < least && before.text[from] == after.text[from]) {
        from++;
    }
    ptrdiff_t same = 0;
    while (same < least - from && before.text[before.len - 1 - same] == after.text[after.len - 1 - same]) {
        same++;
    }
    return (Difference){(int32_t)from, (int32_t)(before.len - same), (int32_t)(after.len - same)};
}

Str difference_put(Arena *arena, Str text, ptrdiff_t from, ptrdiff_t to, Str by) {
    StrBuilder put = {.arena = arena};
    str_add(&put, str_slice(text, 0, from));
    str_add(&put, by);
    str_add(&put, str_slice(text, to, text.len));
    return str_built(&put);
}
