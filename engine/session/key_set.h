// Sets of keys, numbered from 0 in the order in which they were added. Internal to session/.
//
//     KeyPool pool = {0};
//     KeySet set = {.size = 2, .stride = 5};
//     int32_t row;
//     if (key_set_add(&pool, &set, key, &row)) {
//         uint32_t *record = &set.rows[row * 5]; // the key, then three numbers for the caller to fill
//     }
//     key_set_clear(&pool, &set);                // its memory serves other sets
//     key_pool_finish(&pool);
//
// Rows stay where they are only until the next add.
#pragma once

#include "base/arena.h"

#include <stdbool.h>

enum { POOL_CLASSES = 26 };

typedef struct {
    Arena arena;
    void *spare[POOL_CLASSES]; // by size: memory that was given back, each piece linked to the next
} KeyPool;

typedef struct {
    int32_t size, stride; // numbers of a key, and of a row
    uint32_t *rows;
    struct KeySlot *slots;         // open addressing; none while there are few keys
    uint32_t mask;                 // one less than there are slots, a power of two; 0 while there are none
    int32_t count, room;           // rows there are, and that the memory holds
    int32_t row_class, slot_class; // how much memory they have, see key_set.c
} KeySet;

// Adds the key unless it is there already; gives its row.
bool key_set_add(KeyPool *pool, KeySet *set, const uint32_t *key, int32_t *row);

// The same in steps, for several keys side by side: in a large set each step waits for memory, and those waits then
// overlap. Other keys may be added between them.
uint32_t key_set_hash(const KeyPool *pool, const KeySet *set, const uint32_t *key);
void key_set_fetch_slot(const KeySet *set, uint32_t hash);
void key_set_fetch_row(const KeySet *set, uint32_t hash); // once its slot is here
bool key_set_add_hashed(KeyPool *pool, KeySet *set, const uint32_t *key, uint32_t hash, int32_t *row);

void key_set_narrow(KeySet *set, int32_t stride); // rows keep their first numbers only
void key_set_clear(KeyPool *pool, KeySet *set);   // as one without keys; its size and stride stay
void key_pool_finish(KeyPool *pool);
