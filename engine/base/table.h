// A map from text to a small positive number, for names and links. Zero means "not there", as everywhere.
//
//     Table names = {0};
//     int32_t *slot = table_slot(&arena, &names, id);
//     if (*slot != 0) { …already there… } else { *slot = scene; }
//     int32_t scene = table_find(&names, id);
//
// Keys are borrowed: they must live as long as the table. Memory comes from the arena, where growing leaves old slots.
#pragma once

#include "base/str.h"

typedef struct {
    struct TableEntry *entries;
    int32_t count, capacity; // capacity is a power of two, or 0
    uint64_t seed;           // so that no file can be written whose names all fall into one place
} Table;

int32_t table_find(const Table *table, Str key);
int32_t *table_slot(Arena *arena, Table *table,
                    Str key); // adds the key with value 0 when it is new; valid until the next add
