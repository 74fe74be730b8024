// Eight bytes of a text at once, for loops that look at every byte of a file.
//
//     uint64_t marked = octets_load(text + at) & OCTETS_EACH(0x80); // the high bit of each byte that is no ASCII
//     at += marked == 0 ? OCTETS_COUNT : octets_first(marked);
#pragma once

#include <stdint.h>

enum { OCTETS_COUNT = 8 };

#define OCTETS_EACH(byte) ((uint64_t)(byte)*0x0101010101010101u) // a word with this byte in each of its places

// The first byte is the lowest on every machine; compilers make one load of it.
static inline uint64_t octets_load(const char *text) {
    const unsigned char *b = (const unsigned char *)text;
    return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 | (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 |
           (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 | (uint64_t)b[7] << 56;
}

// Marks, by their high bits, the bytes that are equal to one, and those below one that is ASCII.
static inline uint64_t octets_equal(uint64_t word, unsigned char byte) {
    uint64_t other = word ^ OCTETS_EACH(byte);
    return ~(((other & OCTETS_EACH(0x7F)) + OCTETS_EACH(0x7F)) | other) & OCTETS_EACH(0x80);
}

static inline uint64_t octets_below(uint64_t word, unsigned char byte) {
    return ~(((word & OCTETS_EACH(0x7F)) + OCTETS_EACH(0x80 - byte)) | word) & OCTETS_EACH(0x80);
}

// How many high bits are set, of a word that has no others.
static inline int32_t octets_count(uint64_t marked) {
    return (int32_t)((marked >> 7) * OCTETS_EACH(1) >> 56);
}

// The place of the first byte that has a bit in `marked`, which is not 0.
static inline int32_t octets_first(uint64_t marked) {
    return __builtin_ctzll(marked) / 8;
}
