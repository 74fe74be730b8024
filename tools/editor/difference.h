// Where two states of a text differ, as one stretch.
#pragma once

#include "base/str.h"

typedef struct {
    int32_t from, had_to, to; // [from, had_to) of the one before is [from, to) of the next
} Difference;

Difference difference_find(Str before, Str after);
