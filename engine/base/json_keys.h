// Internal to the JSON door: which keys the open objects have so far. A few are looked through one by one. More than
// that, in one object, form a crit-bit tree: each key but the first also is the node that parts it from the keys before
// it. Unlike a hash table it has no bad case that a file could aim at: adding a key takes at most as many steps as the
// key has bits.
//
//     JsonKeys keys = {0};
//     JsonKeySet set = {.first = keys.count};                   // an object begins
//     if (!json_keys_add(&arena, &keys, &set, key)) { … }       // it has this key already
//     keys.count = set.first;                                   // it ends, after all objects in it
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

// Those of one object.
typedef struct {
    int32_t first; // row
    int32_t tree;  // as in JsonKey.sides; 0 while it has few
} JsonKeySet;

bool json_keys_add(Arena *arena, JsonKeys *keys, JsonKeySet *set, Str text); // false when the key is there already
