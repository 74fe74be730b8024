#include "base/digest.h"

#include <string.h>

enum { BLOCK_BYTES = 64, ROUNDS = 80, WORDS = 16, STATE = 5 };

static uint32_t rotate(uint32_t word, int32_t by) {
    return word << by | word >> (32 - by);
}

// FIPS 180-4, 6.1.2.
static void add_block(uint32_t state[STATE], const uint8_t *block) {
    static const uint32_t KEYS[] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};
    uint32_t w[ROUNDS], a = state[0], b = state[1], c = state[2], d = state[3], e = state[4];
    for (int32_t i = 0; i < ROUNDS; i++) {
        w[i] = i < WORDS ? (uint32_t)block[4 * i] << 24 | (uint32_t)block[4 * i + 1] << 16 |
                               (uint32_t)block[4 * i + 2] << 8 | block[4 * i + 3]
                         : rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    }
    for (int32_t i = 0; i < ROUNDS; i++) {
        int32_t quarter = i / (ROUNDS / 4);
        uint32_t mixed = quarter == 0 ? (b & c) | (~b & d) : quarter == 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
        uint32_t next = rotate(a, 5) + mixed + e + KEYS[quarter] + w[i];
        e = d;
        d = c;
        c = rotate(b, 30);
        b = a;
        a = next;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
}

void digest_sha1(Arena *scratch, Str bytes, uint8_t digest[DIGEST_SHA1_BYTES]) {
    enum { LENGTH_BYTES = 8 };
    ArenaMark mark = arena_mark(scratch);
    ptrdiff_t padded = (bytes.len + 1 + LENGTH_BYTES + BLOCK_BYTES - 1) / BLOCK_BYTES * BLOCK_BYTES;
    uint8_t *blocks = arena_push(scratch, uint8_t, padded);
    if (bytes.len > 0) {
        memcpy(blocks, bytes.text, (size_t)bytes.len);
    }
    blocks[bytes.len] = 0x80;
    for (int32_t i = 0; i < LENGTH_BYTES; i++) {
        blocks[padded - 1 - i] = (uint8_t)((uint64_t)bytes.len * 8 >> 8 * i);
    }
    uint32_t state[STATE] = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
    for (ptrdiff_t at = 0; at < padded; at += BLOCK_BYTES) {
        add_block(state, blocks + at);
    }
    for (int32_t i = 0; i < DIGEST_SHA1_BYTES; i++) {
        digest[i] = (uint8_t)(state[i / 4] >> (24 - 8 * (i % 4)));
    }
    arena_rewind(scratch, mark);
}

Str digest_uuid_write(Arena *arena, const uint8_t uuid[DIGEST_UUID_BYTES]) {
    StrBuilder out = {.arena = arena};
    for (int32_t i = 0; i < DIGEST_UUID_BYTES; i++) {
        str_addf(&out, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", uuid[i]);
    }
    return str_built(&out);
}

Str digest_uuid(Arena *arena, const uint8_t space[DIGEST_UUID_BYTES], Str name) {
    StrBuilder bytes = {.arena = arena};
    uint8_t digest[DIGEST_SHA1_BYTES];
    for (int32_t i = 0; i < DIGEST_UUID_BYTES; i++) {
        str_add_char(&bytes, (char)space[i]);
    }
    str_add(&bytes, name);
    digest_sha1(arena, str_built(&bytes), digest);
    digest[6] = (uint8_t)((digest[6] & 0x0F) | 0x50);
    digest[8] = (uint8_t)((digest[8] & 0x3F) | 0x80);
    return digest_uuid_write(arena, digest);
}
