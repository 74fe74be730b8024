#include "base/arena.h"

#include "base/error.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

// Under AddressSanitizer what is not handed out, or no longer, may not be touched.
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISONS 1
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ARENA_POISONS 1
#endif

#ifdef ARENA_POISONS
#include <sanitizer/asan_interface.h>
#define POISON(memory, size) __asan_poison_memory_region((memory), (size_t)(size))
#define UNPOISON(memory, size) __asan_unpoison_memory_region((memory), (size_t)(size))
#else
#define POISON(memory, size) ((void)(memory), (void)(size))
#define UNPOISON(memory, size) ((void)(memory), (void)(size))
#endif

enum {
    FIRST_BLOCK = 64 * 1024,
    LARGEST_BLOCK = 256 * 1024, // blocks stop doubling here: only a larger push gets a larger one
    FIRST_ROWS = 8,
    LARGE_ROWS = 32 * 1024 // bytes from which on a table has memory of its own
};

struct ArenaBlock {
    ArenaBlock *older;
    ptrdiff_t size;
    ptrdiff_t used; // when the next block was added; that of the newest block stands in the Arena
    alignas(max_align_t) char bytes[];
};

// A large table. The block may move when it grows or shrinks.
struct ArenaRows {
    ArenaRows *older, *newer;
    int64_t number; // how many large tables there ever were, with this one
    ptrdiff_t size;
    alignas(max_align_t) char bytes[];
};

static ptrdiff_t align_up(ptrdiff_t size) {
    ptrdiff_t unit = (ptrdiff_t)alignof(max_align_t);
    return (size + unit - 1) / unit * unit;
}

static void add_block(Arena *arena, ptrdiff_t need) {
    ptrdiff_t size = FIRST_BLOCK;
    if (arena->block) {
        arena->block->used = arena->used;
        size = arena->block->size < LARGEST_BLOCK / 2 ? arena->block->size * 2 : LARGEST_BLOCK;
    }
    if (size < need) {
        size = align_up(need);
    }
    ArenaBlock *block = malloc(sizeof(ArenaBlock) + (size_t)size);
    if (!block) {
        error_out_of_memory();
    }
    block->older = arena->block;
    block->size = size;
    POISON(block->bytes, size);
    arena->block = block;
    arena->used = 0;
}

static void drop_block(Arena *arena) {
    ArenaBlock *block = arena->block;
    arena->block = block->older;
    arena->used = block->older ? block->older->used : 0;
    UNPOISON(block->bytes, block->size);
    free(block);
}

// Hands out bytes of the newest block from `start` on, or else of a new one.
static char *take(Arena *arena, ptrdiff_t start, ptrdiff_t bytes) {
    if (!arena->block || bytes > arena->block->size - start) {
        add_block(arena, bytes);
        start = 0;
    }
    char *memory = arena->block->bytes + start;
    UNPOISON(memory, bytes);
    arena->used = start + bytes;
    return memory;
}

void *arena_push_bytes(Arena *arena, ptrdiff_t count, ptrdiff_t size) {
    ASSERT(count >= 0 && size > 0 && count <= PTRDIFF_MAX / 2 / size);
    return memset(take(arena, align_up(arena->used), count * size), 0, (size_t)(count * size));
}

char *arena_push_aligned(Arena *arena, ptrdiff_t len) {
    ASSERT(len >= 0 && len <= PTRDIFF_MAX / 2);
    return take(arena, align_up(arena->used), len);
}

char *arena_push_text(Arena *arena, ptrdiff_t len) {
    ASSERT(len >= 0 && len <= PTRDIFF_MAX / 2);
    return take(arena, arena->used, len);
}

// Gives a large table `size` bytes; NULL stands for a new one.
static char *resize_rows(Arena *arena, ArenaRows *rows, ptrdiff_t size) {
    ArenaRows *moved = realloc(rows, sizeof(ArenaRows) + (size_t)size);
    if (!moved) {
        error_out_of_memory();
    }
    if (!rows) {
        *moved = (ArenaRows){.older = arena->rows, .number = ++arena->rows_count};
    }
    moved->size = size;
    if (moved->older) {
        moved->older->newer = moved;
    }
    if (moved->newer) {
        moved->newer->older = moved;
    } else {
        arena->rows = moved;
    }
    return moved->bytes;
}

static void drop_rows(Arena *arena, ArenaRows *rows) {
    if (rows->older) {
        rows->older->newer = rows->newer;
    }
    if (rows->newer) {
        rows->newer->older = rows->older;
    } else {
        arena->rows = rows->older;
    }
    free(rows);
}

static void keep_rows(Arena *arena, int64_t count) {
    while (arena->rows && arena->rows->number > count) {
        ASSERT(!arena->rows->newer);
        drop_rows(arena, arena->rows);
    }
}

ArenaMark arena_mark(const Arena *arena) {
    return (ArenaMark){arena->block, arena->used, arena->rows_count};
}

// The oldest block is kept even for the mark of an empty arena: a loop that rewinds to one asks the system only once.
void arena_rewind(Arena *arena, ArenaMark mark) {
    while (arena->block && arena->block != mark.block && arena->block->older) {
        drop_block(arena);
    }
    ASSERT((!mark.block || arena->block == mark.block) && mark.used <= arena->used);
    keep_rows(arena, mark.rows_count);
    if (arena->block) {
        POISON(arena->block->bytes + mark.used, arena->used - mark.used);
        arena->used = mark.used;
    }
}

void arena_finish(Arena *arena) {
    while (arena->block) {
        drop_block(arena);
    }
    keep_rows(arena, 0);
}

ptrdiff_t arena_size(const Arena *arena) {
    ptrdiff_t size = 0;
    for (const ArenaBlock *block = arena->block; block; block = block->older) {
        size += (ptrdiff_t)sizeof(ArenaBlock) + block->size;
    }
    for (const ArenaRows *rows = arena->rows; rows; rows = rows->older) {
        size += (ptrdiff_t)sizeof(ArenaRows) + rows->size;
    }
    return size;
}

// Rows that were pushed last grow where they stand.
static bool extend_last(Arena *arena, const char *end, ptrdiff_t more) {
    if (!arena->block || end != arena->block->bytes + arena->used || more > arena->block->size - arena->used) {
        return false;
    }
    UNPOISON(end, more);
    arena->used += more;
    return true;
}

static ArenaRows *find_rows(void *rows) {
    return (ArenaRows *)(void *)((char *)rows - offsetof(ArenaRows, bytes));
}

// The capacity of a table tells where its rows are: the memory of a large one is never made smaller than LARGE_ROWS.
static void *resize_table(Arena *arena, char *rows, ptrdiff_t had, ptrdiff_t wanted) {
    if (had >= LARGE_ROWS) {
        return resize_rows(arena, find_rows(rows), wanted);
    }
    bool large = wanted >= LARGE_ROWS;
    if (had > 0 && !large && extend_last(arena, rows + had, wanted - had)) {
        return rows;
    }
    char *moved = large ? resize_rows(arena, NULL, wanted) : arena_push_bytes(arena, wanted, 1);
    if (had > 0) {
        memcpy(moved, rows, (size_t)had);
        POISON(rows, had);
    }
    return moved;
}

static void *set_capacity(Arena *arena, void *rows, int32_t *capacity, int32_t wanted, ptrdiff_t size) {
    ASSERT(wanted <= PTRDIFF_MAX / 2 / size);
    ptrdiff_t had = *capacity * size;
    *capacity = wanted;
    return resize_table(arena, rows, had, wanted * size);
}

void *arena_reserve_rows(Arena *arena, void *rows, int32_t count, int32_t *capacity, ptrdiff_t size) {
    ASSERT(count >= 0 && count < INT32_MAX && size > 0);
    if (count >= *capacity) {
        int32_t wanted = *capacity <= INT32_MAX / 2 ? *capacity * 2 : INT32_MAX;
        wanted = wanted > count ? wanted : count + 1;
        rows = set_capacity(arena, rows, capacity, wanted > FIRST_ROWS ? wanted : FIRST_ROWS, size);
    }
    memset((char *)rows + count * size, 0, (size_t)size);
    return rows;
}

void *arena_trim_rows(Arena *arena, void *rows, int32_t count, int32_t *capacity, ptrdiff_t size) {
    ASSERT(count >= 0 && count <= *capacity && size > 0);
    int32_t least = (int32_t)((LARGE_ROWS + size - 1) / size);
    int32_t wanted = count > least ? count : least;
    return wanted < *capacity ? set_capacity(arena, rows, capacity, wanted, size) : rows;
}

void arena_release_rows(Arena *arena, void *rows, int32_t capacity, ptrdiff_t size) {
    if (capacity * size >= LARGE_ROWS) {
        drop_rows(arena, find_rows(rows));
    } else if (capacity > 0) {
        POISON(rows, capacity * size);
    }
}
