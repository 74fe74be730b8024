// Masks that were made once and may be used again: words, corners, pieces of paths. For platform/paint*.c only.
//
// Entries are found by a hash of all that they show; a pointer to one is good until the next is added. What was not
// used since the last cache_trim may go with the next one.
#pragma once

#include "platform/paint_mask.h"

struct SDL_Surface;

typedef enum {
    CACHED_NOTHING,
    CACHED_FULL, // a rectangle without holes
    CACHED_MASK,
    CACHED_PICTURE,  // signs in colours of their own
    CACHED_BY_COLOR, // a word with such signs has an entry for each colour of its text
} CachedKind;

typedef struct {
    uint64_t key; // 0 marks a free place
    CachedKind kind;
    Mask mask;
    struct SDL_Surface *picture;
    int32_t left, top; // of a word: from the pen
    int64_t used;      // the last paint that wanted it
} CacheEntry;

typedef struct {
    Arena arena; // entries and masks; what stays moves to a new one
    CacheEntry *entries;
    int32_t count, capacity; // a power of two, or 0
    ptrdiff_t bytes;
    int64_t paints;
} PaintCache;

CacheEntry *cache_find(PaintCache *cache, uint64_t key); // NULL when it is not there
CacheEntry *cache_add(PaintCache *cache, uint64_t key);
void cache_keep_mask(PaintCache *cache, CacheEntry *entry, const Mask *mask);               // a copy
void cache_keep_picture(PaintCache *cache, CacheEntry *entry, struct SDL_Surface *picture); // takes it
void cache_trim(PaintCache *cache, ptrdiff_t most_bytes);                                   // a paint is over
void cache_finish(PaintCache *cache);
uint64_t cache_key(const void *numbers, ptrdiff_t len);
