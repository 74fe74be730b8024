// Where two states of a text differ, as one stretch.
#pragma once

#include "base/str.h"

typedef struct {
    int32_t from, had_to, to; // [from, had_to) of the one before is [from, to) of the next
} Difference;

Difference difference_find(Str before, Str after);
// The text with something else in place of its bytes from … to-1.
Str difference_put(Arena *arena, Str text, ptrdiff_t from, ptrdiff_t to, Str by);
