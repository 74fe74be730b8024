// HTML in a text: what is pasted from a page or a word processor, and shows as it stands.
#pragma once

#include "base/str.h"

typedef struct {
    int32_t from, to; // bytes; both 0 when there is none
} MarkupPart;

// The first tag, comment or character reference (&nbsp;) that begins at or after byte `from`.
MarkupPart markup_find(Str text, int32_t from);
