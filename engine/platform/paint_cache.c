#include "platform/paint_cache.h"

#include "base/error.h"

#include <SDL.h>

#include <stdlib.h>
#include <string.h>

enum {
    FIRST_ENTRIES = 256,
    PICTURE_OVERHEAD = 300, // bytes that SDL takes for a picture beside its pixels
    PIXEL_BYTES = 4
};

static CacheEntry *find_place(CacheEntry *entries, int32_t capacity, uint64_t key) {
    uint64_t mask = (uint64_t)capacity - 1;
    for (uint64_t i = key ^ key >> 32;; i++) {
        CacheEntry *entry = &entries[i & mask];
        if (entry->key == key || entry->key == 0) {
            return entry;
        }
    }
}

CacheEntry *cache_find(PaintCache *cache, uint64_t key) {
    CacheEntry *entry = cache->capacity > 0 ? find_place(cache->entries, cache->capacity, key) : NULL;
    if (!entry || entry->key == 0) {
        return NULL;
    }
    entry->used = cache->paints;
    return entry;
}

static ptrdiff_t bytes_of(const CacheEntry *entry) {
    return entry->picture ? (ptrdiff_t)entry->picture->w * entry->picture->h * PIXEL_BYTES + PICTURE_OVERHEAD
                          : (ptrdiff_t)entry->mask.width * entry->mask.height;
}

static void copy_mask(Arena *arena, CacheEntry *entry, const Mask *mask) {
    size_t len = (size_t)mask->width * (size_t)mask->height;
    entry->mask = (Mask){(uint8_t *)arena_push_text(arena, (ptrdiff_t)len), mask->width, mask->height};
    memcpy(entry->mask.rows, mask->rows, len);
}

// Moves all entries used since `since` to a new place with room for `capacity`, and destroys the others.
static void move_entries(PaintCache *cache, int32_t capacity, int64_t since) {
    Arena arena = {0};
    CacheEntry *entries = arena_push(&arena, CacheEntry, capacity);
    cache->count = 0;
    cache->bytes = 0;
    for (int32_t i = 0; i < cache->capacity; i++) {
        const CacheEntry *entry = &cache->entries[i];
        if (entry->key == 0 || entry->used < since) {
            SDL_FreeSurface(entry->picture);
            continue;
        }
        CacheEntry *moved = find_place(entries, capacity, entry->key);
        *moved = *entry;
        if (entry->kind == CACHED_MASK) {
            copy_mask(&arena, moved, &entry->mask);
        }
        cache->count++;
        cache->bytes += bytes_of(moved);
    }
    arena_finish(&cache->arena);
    cache->arena = arena;
    cache->entries = entries;
    cache->capacity = capacity;
}

CacheEntry *cache_add(PaintCache *cache, uint64_t key) {
    if (cache->count >= cache->capacity / 4 * 3) {
        move_entries(cache, cache->capacity > 0 ? cache->capacity * 2 : FIRST_ENTRIES, INT64_MIN);
    }
    CacheEntry *entry = find_place(cache->entries, cache->capacity, key);
    ASSERT(entry->key == 0);
    *entry = (CacheEntry){.key = key, .used = cache->paints};
    cache->count++;
    return entry;
}

void cache_keep_mask(PaintCache *cache, CacheEntry *entry, const Mask *mask) {
    entry->kind = CACHED_MASK;
    copy_mask(&cache->arena, entry, mask);
    cache->bytes += bytes_of(entry);
}

void cache_keep_picture(PaintCache *cache, CacheEntry *entry, SDL_Surface *picture) {
    entry->kind = CACHED_PICTURE;
    entry->picture = picture;
    SDL_SetSurfaceBlendMode(picture, SDL_BLENDMODE_BLEND);
    cache->bytes += bytes_of(entry);
}

typedef struct {
    int64_t used;
    ptrdiff_t bytes;
} Use;

static int compare_uses(const void *a, const void *b) {
    int64_t first = ((const Use *)a)->used, second = ((const Use *)b)->used;
    return first < second ? 1 : first > second ? -1 : 0; // the latest first
}

// The oldest paint whose entries may stay, so that all that stay have at most `most` bytes.
static int64_t find_age(const PaintCache *cache, ptrdiff_t most) {
    Arena scratch = {0};
    Use *uses = arena_push(&scratch, Use, cache->count);
    int32_t count = 0;
    for (int32_t i = 0; i < cache->capacity; i++) {
        const CacheEntry *entry = &cache->entries[i];
        if (entry->key != 0) {
            uses[count++] = (Use){entry->used, bytes_of(entry)};
        }
    }
    qsort(uses, (size_t)count, sizeof *uses, compare_uses);
    int64_t since = cache->paints;
    ptrdiff_t bytes = 0;
    for (int32_t i = 0; i < count; i++) {
        bytes += uses[i].bytes;
        if (bytes > most && uses[i].used < cache->paints) {
            since = SDL_min(since, uses[i].used + 1);
            break;
        }
        since = uses[i].used;
    }
    arena_finish(&scratch);
    return since;
}

// Going down to three quarters, so that not every paint has to sort.
void cache_trim(PaintCache *cache, ptrdiff_t most_bytes) {
    enum { ENTRIES_MOST = 1 << 15 };
    if (cache->bytes > most_bytes || cache->count > ENTRIES_MOST) {
        int64_t since = cache->count > ENTRIES_MOST ? cache->paints : find_age(cache, most_bytes / 4 * 3);
        move_entries(cache, cache->capacity, since);
    }
    cache->paints++;
}

void cache_finish(PaintCache *cache) {
    for (int32_t i = 0; i < cache->capacity; i++) {
        SDL_FreeSurface(cache->entries[i].picture);
    }
    arena_finish(&cache->arena);
    *cache = (PaintCache){0};
}

uint64_t cache_key(const void *numbers, ptrdiff_t len) {
    const unsigned char *at = numbers;
    uint64_t key = UINT64_C(0xcbf29ce484222325);
    for (ptrdiff_t i = 0; i < len; i++) {
        key = (key ^ at[i]) * UINT64_C(0x100000001b3);
    }
    key = (key ^ key >> 32) * UINT64_C(0xd6e8feb86659fd93);
    return key != 0 ? key : 1;
}
