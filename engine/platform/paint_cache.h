// Textures that were made once and may be used again: words, corners, pieces of paths. For platform/paint*.c only.
//
// Entries are found by a hash of all that they show; a pointer to one is good until the next is added. What was not
// used since the last cache_trim may go with the next one.
#pragma once

#include "ui/draw.h"

struct SDL_Renderer;
struct SDL_Surface;
struct SDL_Texture;

typedef enum { CACHED_NOTHING, CACHED_FULL, CACHED_TEXTURE } CachedKind; // FULL: a rectangle without holes

typedef struct {
    uint64_t key; // 0 marks a free place
    struct SDL_Texture *texture;
    CachedKind kind;
    int32_t width, height;
    int32_t left, top; // WORD: from the pen
    int64_t used;      // the last paint that wanted it
} CacheEntry;

typedef struct {
    Arena arena;
    CacheEntry *entries;
    int32_t count, capacity; // a power of two, or 0
    ptrdiff_t bytes;
    int64_t paints;
} PaintCache;

CacheEntry *cache_find(PaintCache *cache, uint64_t key); // NULL when it is not there
CacheEntry *cache_add(PaintCache *cache, uint64_t key);
// Takes the picture, which is freed, into a texture of the entry. It has its colour already: SDL mixes that five times
// as quickly as what it has to colour.
void cache_keep(PaintCache *cache, CacheEntry *entry, struct SDL_Renderer *renderer, struct SDL_Surface *picture);
void cache_trim(PaintCache *cache, ptrdiff_t most_bytes); // a paint is over
void cache_finish(PaintCache *cache);
uint64_t cache_key(const void *numbers, ptrdiff_t len, Color color);
