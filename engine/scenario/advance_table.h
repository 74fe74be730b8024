// Internal to advance.c: the generated widths, in 1/1000 em; 0 where the font has no glyph.
#pragma once

#include <stdint.h>

enum {
    ADVANCE_LATIN_COUNT = 0x180, // Basic Latin, Latin-1 and Latin Extended-A
    ADVANCE_BYTES = 256
};

typedef struct {
    int32_t code;
    int32_t advance;
} AdvanceOther;

extern const uint16_t ADVANCE_LATIN[ADVANCE_LATIN_COUNT]; // by code point
extern const uint16_t ADVANCE_BEGUN[ADVANCE_BYTES];       // the widest character that begins with the byte
extern const AdvanceOther ADVANCE_OTHERS[];               // punctuation beyond, by code point, ascending
extern const int32_t ADVANCE_OTHER_COUNT;
