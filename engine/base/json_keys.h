// Internal to the JSON door: which keys the open objects have so far. The keys of one object form a crit-bit tree: each
// key but the first also is the node that parts it from the keys before it. Unlike a hash table it has no bad case that
// a file could aim at: adding a key takes at most as many steps as the key has bits.
//
//     JsonKeys keys = {0};
//     int32_t first = keys.count, tree = 0;                     // an object begins
//     if (!json_keys_add(&arena, &keys, &tree, key)) { … }      // it has this key already
//     keys.count = first;                                       // it ends, after all objects in it
#pragma once

#include "base/str.h"

typedef struct {
    Str text;         // decoded, borrowed, without a NUL
    int32_t sides[2]; // where the bit is clear and where it is set: n for the node of row n - 1, -n for its key alone
    int32_t byte;     // the first byte in which the two sides differ
    uint8_t bit;      // the highest bit of it that differs
} JsonKey;

typedef struct {
    JsonKey *rows;
    int32_t count, capacity;
} JsonKeys;

// `tree` is the object's own, as in JsonKey.sides; 0 while it has no key. False when the key is in it already.
bool json_keys_add(Arena *arena, JsonKeys *keys, int32_t *tree, Str text);
