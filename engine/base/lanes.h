// Sixteen bytes of a text at once, each in a lane of its own: for loops that look at every byte of a file and at what
// stands before it. Lanes are compared as numbers are; what holds of a lane marks it with all its bits.
//
//     Lanes bytes = lanes_load(text + at);
//     bool any = lanes_any((Lanes)(bytes == '\\') | (Lanes)(bytes < ' '));
#pragma once

#include <stdbool.h>
#include <stdint.h>

enum { LANES_COUNT = 16 };

typedef uint8_t Lanes __attribute__((vector_size(LANES_COUNT)));

static inline Lanes lanes_load(const char *text) {
    Lanes lanes;
    __builtin_memcpy(&lanes, text, sizeof lanes);
    return lanes;
}

static inline bool lanes_any(Lanes marked) {
    uint64_t halves[2];
    __builtin_memcpy(halves, &marked, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}
