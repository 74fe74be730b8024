// A long text in pieces that can each be said alone.
#pragma once

#include "base/str.h"

// Length of the first piece: all of a text of at most `most` bytes; else up to the last end of a sentence in as many,
// else up to the last space, else up to the last character that is whole. Never 0 unless the text is empty.
ptrdiff_t speech_piece(Str text, ptrdiff_t most);
