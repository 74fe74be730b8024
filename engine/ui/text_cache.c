#include "base/error.h"
#include "ui/text_parts.h"

#include <string.h>

enum {
    BUCKETS = 4096,
    SMALLEST_BLOCK = 512,
    CLASSES = 7, // of blocks, each twice as large as the one before: 512 bytes to 32 KiB
    LARGE_BLOCK =
        SMALLEST_BLOCK << (CLASSES - 1), // from here on a block is a table of its own, which the system gets back
    TICKS_KEPT = 2
};

// A layout in one block, with its lines, runs and texts behind it.
typedef struct Entry {
    TextLayout layout; // first, so that who holds the layout holds the entry
    TextStyle style;
    int32_t width;
    int32_t size; // of the block
    uint64_t hash;
    int64_t asked_at; // tick
    struct Entry *next_in_bucket, *newer, *older;
} Entry;

typedef struct Free {
    struct Free *next;
} Free;

struct TextCache {
    Arena home;    // this struct and the buckets
    Arena blocks;  // the entries
    Arena scratch; // rewound after every layout
    Typesetter typesetter;
    ptrdiff_t most_bytes, bytes; // of blocks in use
    int64_t tick;
    Entry **buckets;
    Entry *newest, *oldest; // by the tick of asking
    Free *free[CLASSES];    // blocks of each class that wait for an entry
};

TextCache *text_cache_create(Typesetter typesetter, ptrdiff_t most_bytes) {
    Arena home = {0};
    TextCache *cache = arena_push(&home, TextCache, 1);
    cache->buckets = arena_push(&home, Entry *, BUCKETS);
    cache->home = home;
    cache->typesetter = typesetter;
    cache->most_bytes = most_bytes;
    return cache;
}

void text_cache_destroy(TextCache *cache) {
    if (!cache) {
        return;
    }
    arena_finish(&cache->blocks);
    arena_finish(&cache->scratch);
    Arena home = cache->home;
    arena_finish(&home);
}

void text_cache_clear(TextCache *cache) {
    arena_finish(&cache->blocks);
    memset(cache->buckets, 0, BUCKETS * sizeof(Entry *));
    memset(cache->free, 0, sizeof cache->free);
    cache->newest = cache->oldest = NULL;
    cache->bytes = 0;
}

ptrdiff_t text_cache_size(const TextCache *cache) {
    return arena_size(&cache->home) + arena_size(&cache->blocks) + arena_size(&cache->scratch);
}

Typesetter text_cache_typesetter(const TextCache *cache) {
    return cache->typesetter;
}

Arena *text_cache_scratch(TextCache *cache) {
    return &cache->scratch;
}

static int class_of(ptrdiff_t size) {
    int class = 0;
    while (SMALLEST_BLOCK << class < size) {
        class ++;
    }
    return class;
}

static Entry *take_block(TextCache *cache, ptrdiff_t size) {
    ASSERT(size < INT32_MAX);
    void *block;
    if (size > LARGE_BLOCK / 2) {
        int32_t capacity = 0;
        size = size > LARGE_BLOCK ? size : LARGE_BLOCK;
        block = arena_reserve_rows(&cache->blocks, NULL, (int32_t)size - 1, &capacity, 1);
    } else {
        int class = class_of(size);
        size = SMALLEST_BLOCK << class;
        block = cache->free[class];
        if (block) {
            cache->free[class] = cache->free[class]->next;
        } else {
            block = arena_push_bytes(&cache->blocks, 1, size);
        }
    }
    cache->bytes += size;
    Entry *entry = block;
    *entry = (Entry){.size = (int32_t)size};
    return entry;
}

static void give_block(TextCache *cache, Entry *entry) {
    cache->bytes -= entry->size;
    if (entry->size >= LARGE_BLOCK) {
        arena_release_rows(&cache->blocks, entry, entry->size, 1);
    } else {
        int class = class_of(entry->size);
        Free *block = (Free *)(void *)entry;
        block->next = cache->free[class];
        cache->free[class] = block;
    }
}

static void link_newest(TextCache *cache, Entry *entry) {
    entry->newer = NULL;
    entry->older = cache->newest;
    *(entry->older ? &entry->older->newer : &cache->oldest) = entry;
    cache->newest = entry;
    entry->asked_at = cache->tick;
}

static void unlink(TextCache *cache, Entry *entry) {
    *(entry->newer ? &entry->newer->older : &cache->newest) = entry->older;
    *(entry->older ? &entry->older->newer : &cache->oldest) = entry->newer;
}

static void drop_oldest(TextCache *cache) {
    Entry *entry = cache->oldest;
    Entry **link = &cache->buckets[entry->hash % BUCKETS];
    while (*link != entry) {
        link = &(*link)->next_in_bucket;
    }
    *link = entry->next_in_bucket;
    unlink(cache, entry);
    give_block(cache, entry);
}

static void drop_what_may_go(TextCache *cache) {
    while (cache->bytes > cache->most_bytes && cache->oldest && cache->tick - cache->oldest->asked_at >= TICKS_KEPT) {
        drop_oldest(cache);
    }
}

void text_cache_tick(TextCache *cache) {
    cache->tick++;
    drop_what_may_go(cache);
}

// By eight bytes at a time: every text of a frame is looked up by it.
static uint64_t mix(uint64_t hash, const void *bytes, ptrdiff_t len) {
    const char *at = bytes;
    for (; len > 0; len -= 8, at += 8) {
        uint64_t word = 0;
        memcpy(&word, at, len < 8 ? (size_t)len : 8);
        hash = (hash ^ word) * UINT64_C(0x9E3779B97F4A7C15);
        hash ^= hash >> 32;
    }
    return hash;
}

static uint64_t hash_of(const TextSource *source) {
    const TextStyle *style = &source->style;
    int32_t numbers[] = {(int32_t)style->face, style->size,   style->line_height,       style->marked,
                         style->most_lines,    source->width, (int32_t)source->text.len};
    return mix(mix(0, numbers, (ptrdiff_t)sizeof numbers), source->text.text, source->text.len);
}

static bool is_same_style(const TextStyle *a, const TextStyle *b) {
    return a->face == b->face && a->size == b->size && a->line_height == b->line_height && a->marked == b->marked &&
           a->most_lines == b->most_lines;
}

static Entry *find_entry(const TextCache *cache, const TextSource *source, uint64_t hash) {
    Entry *entry = cache->buckets[hash % BUCKETS];
    while (entry && !(entry->hash == hash && entry->width == source->width &&
                      is_same_style(&entry->style, &source->style) && str_equal(entry->layout.text, source->text))) {
        entry = entry->next_in_bucket;
    }
    return entry;
}

static ptrdiff_t size_of(const TextLayout *layout) {
    ptrdiff_t size = (ptrdiff_t)sizeof(Entry) + layout->line_count * (ptrdiff_t)sizeof(TextLine) +
                     layout->run_count * (ptrdiff_t)sizeof(TextRun) + layout->text.len;
    for (int32_t i = 0; i < layout->run_count; i++) {
        size += layout->runs[i].text.len;
    }
    return size;
}

static Str put_text(char **at, Str text) {
    Str copy = {*at, text.len};
    if (text.len > 0) {
        memcpy(*at, text.text, (size_t)text.len);
    }
    *at += text.len;
    return copy;
}

// Copies a layout with all it borrows into one block. Runs and lines come first: they need alignment.
static Entry *keep_layout(TextCache *cache, const TextLayout *layout) {
    Entry *entry = take_block(cache, size_of(layout));
    TextRun *runs = (TextRun *)(entry + 1);
    TextLine *lines = (TextLine *)(runs + layout->run_count);
    char *text = (char *)(lines + layout->line_count);
    entry->layout = *layout;
    entry->layout.text = put_text(&text, layout->text);
    for (int32_t i = 0; i < layout->run_count; i++) {
        runs[i] = layout->runs[i];
        runs[i].text = put_text(&text, layout->runs[i].text);
    }
    memcpy(lines, layout->lines, (size_t)layout->line_count * sizeof *lines);
    entry->layout.runs = runs;
    entry->layout.lines = lines;
    return entry;
}

const TextLayout *text_layout(TextCache *cache, Str text, TextStyle style, int32_t width) {
    TextSource source = {cache->typesetter, text, style, width < 0 ? -1 : width};
    uint64_t hash = hash_of(&source);
    Entry *entry = find_entry(cache, &source, hash);
    if (entry) {
        unlink(cache, entry);
    } else {
        ArenaMark mark = arena_mark(&cache->scratch);
        TextLayout layout = text_lines_build(&cache->scratch, &source);
        entry = keep_layout(cache, &layout);
        arena_rewind(&cache->scratch, mark);
        entry->style = style;
        entry->width = source.width;
        entry->hash = hash;
        entry->next_in_bucket = cache->buckets[hash % BUCKETS];
        cache->buckets[hash % BUCKETS] = entry;
    }
    link_newest(cache, entry);
    drop_what_may_go(cache);
    return &entry->layout;
}
