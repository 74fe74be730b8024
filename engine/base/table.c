#include "base/table.h"

#include "base/error.h"

#include <string.h>

struct TableEntry {
    Str key;
    uint32_t hash; // 0 marks a free entry
    int32_t value;
};

enum { FIRST_ENTRIES = 16 };

static uint64_t mix(uint64_t bits) {
    bits = (bits ^ (bits >> 32)) * 0xd6e8feb86659fd93u;
    return bits ^ (bits >> 32);
}

// FNV-1a from a seed, stirred because the low bits choose the entry.
static uint32_t hash_key(uint64_t seed, Str key) {
    uint64_t hash = seed;
    for (ptrdiff_t i = 0; i < key.len; i++) {
        hash = (hash ^ (unsigned char)key.text[i]) * 0x100000001b3u;
    }
    uint32_t low = (uint32_t)mix(hash);
    return low != 0 ? low : 1;
}

// The entry of the key, or the free one where it belongs.
static struct TableEntry *find_entry(const Table *table, Str key, uint32_t hash) {
    uint32_t mask = (uint32_t)table->capacity - 1;
    for (uint32_t i = hash & mask;; i = (i + 1) & mask) {
        struct TableEntry *entry = &table->entries[i];
        if (entry->hash == 0 || (entry->hash == hash && str_equal(entry->key, key))) {
            return entry;
        }
    }
}

static struct TableEntry *add_entries(Arena *arena, int32_t count) {
    int32_t capacity = 0;
    struct TableEntry *entries = arena_reserve_rows(arena, NULL, count - 1, &capacity, (ptrdiff_t)sizeof *entries);
    ASSERT(capacity == count);
    return memset(entries, 0, (size_t)count * sizeof *entries);
}

// The seed is where the first entries happen to stand, which the writer of a file cannot know. Nothing but speed
// depends on it, for a table has no order.
static void grow(Arena *arena, Table *table) {
    Table larger = *table;
    larger.capacity = table->capacity > 0 ? table->capacity * 2 : FIRST_ENTRIES;
    larger.entries = add_entries(arena, larger.capacity);
    if (table->capacity == 0) {
        larger.seed = mix((uint64_t)(uintptr_t)larger.entries);
    }
    for (int32_t i = 0; i < table->capacity; i++) {
        const struct TableEntry *entry = &table->entries[i];
        if (entry->hash != 0) {
            *find_entry(&larger, entry->key, entry->hash) = *entry;
        }
    }
    arena_release_rows(arena, table->entries, table->capacity, (ptrdiff_t)sizeof *table->entries);
    *table = larger;
}

int32_t table_find(const Table *table, Str key) {
    return table->capacity > 0 ? find_entry(table, key, hash_key(table->seed, key))->value : 0;
}

int32_t *table_slot(Arena *arena, Table *table, Str key) {
    if (table->count >= table->capacity / 3 * 2) {
        grow(arena, table);
    }
    uint32_t hash = hash_key(table->seed, key);
    struct TableEntry *entry = find_entry(table, key, hash);
    if (entry->hash == 0) {
        *entry = (struct TableEntry){key, hash, 0};
        table->count++;
    }
    return &entry->value;
}
