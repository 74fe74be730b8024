// Characters that depend on where a case is shown, on the machine's fonts or on the terminal: an author should know
// before the room does.
#pragma once

#include "base/str.h"

typedef enum {
    DRAWABLE_FINE,
    DRAWABLE_MISSING,      // no shipped font has the sign, or what it joins as one picture
    DRAWABLE_RIGHT_TO_LEFT // a word of Arabic, Hebrew or the like, which a terminal may set from left to right
} DrawableFault;

// A run of such signs, each whole, with what lies between them and is no letter.
typedef struct {
    DrawableFault fault;
    int32_t from, to; // bytes
    int32_t code;     // the first that is not drawn
} DrawableNote;

DrawableNote drawable_find(Str text, int32_t from); // the first that begins at or after byte `from`
