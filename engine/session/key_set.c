#include "session/key_set.h"

#include "base/error.h"

#include <string.h>

// The hash stands beside the row, so that most other keys are told apart without being looked at.
struct KeySlot {
    uint32_t hash;
    int32_t place; // 1 + row, 0 where free
};

enum {
    SMALLEST_PIECE = 64, // bytes; a piece of class c has that many times 2^(c - 1), one of class 0 none
    FEW_KEYS = 8,        // so many are looked through one by one
    FIRST_SLOT_CLASS = 3 // has room for twice as many
};

static ptrdiff_t size_of(int32_t class) {
    ASSERT(class < POOL_CLASSES);
    return class > 0 ? (ptrdiff_t)SMALLEST_PIECE << (class - 1) : 0;
}

static void *take_piece(KeyPool *pool, int32_t class) {
    ASSERT(class >= 0 && class < POOL_CLASSES);
    void *piece = pool->spare[class];
    if (!piece) {
        return arena_push_aligned(&pool->arena, size_of(class));
    }
    memcpy(&pool->spare[class], piece, sizeof(void *));
    return piece;
}

static void give_back(KeyPool *pool, int32_t class, void *piece) {
    if (class > 0 && class < POOL_CLASSES) {
        memcpy(piece, &pool->spare[class], sizeof(void *));
        pool->spare[class] = piece;
    }
}

// The seed is where the pool happens to stand, so that nobody can write a case whose keys all fall into one place.
// Nothing but speed depends on it.
uint32_t key_set_hash(const KeyPool *pool, const KeySet *set, const uint32_t *key) {
    uint64_t hash = (uint64_t)(uintptr_t)pool;
    for (int32_t i = 0; i < set->size; i++) {
        hash = (hash ^ key[i]) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return (uint32_t)hash;
}

static uint32_t *row_of(const KeySet *set, int32_t row) {
    return &set->rows[(ptrdiff_t)row * set->stride];
}

static bool is_key(const KeySet *set, int32_t row, const uint32_t *key) {
    const uint32_t *known = row_of(set, row);
    for (int32_t i = 0; i < set->size; i++) {
        if (known[i] != key[i]) {
            return false;
        }
    }
    return true;
}

static void put_slot(KeySet *set, struct KeySlot slot) {
    uint32_t at = slot.hash & set->mask;
    while (set->slots[at].place != 0) {
        at = (at + 1) & set->mask;
    }
    set->slots[at] = slot;
}

static void take_slots(KeyPool *pool, KeySet *set, int32_t class) {
    set->slot_class = class;
    set->slots = take_piece(pool, class);
    set->mask = (uint32_t)(size_of(class) / (ptrdiff_t)sizeof(struct KeySlot)) - 1;
    memset(set->slots, 0, (size_t)size_of(class));
}

// Rarely called: kept out of where every key passes.
__attribute__((noinline)) static void grow_slots(KeyPool *pool, KeySet *set) {
    const KeySet before = *set;
    if (before.slot_class == 0) {
        take_slots(pool, set, FIRST_SLOT_CLASS);
        for (int32_t row = 0; row < set->count; row++) {
            put_slot(set, (struct KeySlot){key_set_hash(pool, set, row_of(set, row)), row + 1});
        }
        return;
    }
    take_slots(pool, set, before.slot_class + 1);
    for (uint32_t i = 0; i <= before.mask; i++) {
        if (before.slots[i].place != 0) {
            put_slot(set, before.slots[i]);
        }
    }
    give_back(pool, before.slot_class, before.slots);
}

static void note_room(KeySet *set) {
    set->room = (int32_t)(size_of(set->row_class) / (set->stride * (ptrdiff_t)sizeof *set->rows));
}

__attribute__((noinline)) static void grow_rows(KeyPool *pool, KeySet *set) {
    ptrdiff_t used = size_of(set->row_class);
    uint32_t *before = set->rows;
    int32_t class = set->row_class + 1;
    while (size_of(class) / set->stride < (ptrdiff_t)sizeof(uint32_t)) {
        class ++;
    }
    set->rows = take_piece(pool, class);
    if (used > 0) {
        memcpy(set->rows, before, (size_t)used);
    }
    give_back(pool, set->row_class, before);
    set->row_class = class;
    note_room(set);
}

static void append_key(KeyPool *pool, KeySet *set, const uint32_t *key) {
    if (set->count == set->room && set->stride > 0) { // what has no numbers needs no room
        grow_rows(pool, set);
    }
    uint32_t *row = row_of(set, set->count++);
    for (int32_t i = 0; i < set->size; i++) {
        row[i] = key[i];
    }
}

static bool find_among_few(const KeySet *set, const uint32_t *key, int32_t *row) {
    for (*row = 0; *row < set->count; (*row)++) {
        if (is_key(set, *row, key)) {
            return true;
        }
    }
    return false;
}

// Finds the row, or gives the key the next one.
static bool find_by_slot(const KeySet *set, const uint32_t *key, uint32_t hash, int32_t *row) {
    for (uint32_t at = hash & set->mask;; at = (at + 1) & set->mask) {
        struct KeySlot *slot = &set->slots[at];
        if (slot->place == 0) {
            *slot = (struct KeySlot){hash, set->count + 1};
            *row = set->count;
            return false;
        }
        *row = slot->place - 1;
        if (slot->hash == hash && is_key(set, *row, key)) {
            return true;
        }
    }
}

void key_set_fetch_slot(const KeySet *set, uint32_t hash) {
    if (set->slots) {
        __builtin_prefetch(&set->slots[hash & set->mask]);
    }
}

void key_set_fetch_row(const KeySet *set, uint32_t hash) {
    if (set->slots) {
        int32_t place = set->slots[hash & set->mask].place;
        __builtin_prefetch(row_of(set, place > 0 ? place - 1 : set->count));
    }
}

bool key_set_add(KeyPool *pool, KeySet *set, const uint32_t *key, int32_t *row) {
    return key_set_add_hashed(pool, set, key, key_set_hash(pool, set, key), row);
}

bool key_set_add_hashed(KeyPool *pool, KeySet *set, const uint32_t *key, uint32_t hash, int32_t *row) {
    bool few = set->count < FEW_KEYS;
    if (!few && (uint32_t)set->count >= (set->mask + 1) / 2) {
        grow_slots(pool, set);
    }
    bool found = few ? find_among_few(set, key, row) : find_by_slot(set, key, hash, row);
    if (!found) {
        append_key(pool, set, key);
    }
    return !found;
}

void key_set_narrow(KeySet *set, int32_t stride) {
    ASSERT(stride >= set->size && stride <= set->stride);
    for (int32_t row = 0; row < set->count; row++) {
        memmove(&set->rows[(ptrdiff_t)row * stride], row_of(set, row), (size_t)stride * sizeof *set->rows);
    }
    set->stride = stride;
    note_room(set);
}

void key_set_clear(KeyPool *pool, KeySet *set) {
    give_back(pool, set->row_class, set->rows);
    give_back(pool, set->slot_class, set->slots);
    *set = (KeySet){.size = set->size, .stride = set->stride};
}

void key_pool_finish(KeyPool *pool) {
    arena_finish(&pool->arena);
    *pool = (KeyPool){0};
}
