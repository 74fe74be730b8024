// Memory with a lifetime. An arena hands out memory and takes it all back at once.
//
//     Arena arena = {0};
//     Option *options = arena_push(&arena, Option, count);
//     …
//     arena_finish(&arena);
//
// `arena_push` never returns NULL: when the system has no memory left the program says so in one sentence and ends with
// exit status 3. (What must survive that is on the disk already.) A zeroed Arena is a valid, empty one.
//
// A function that returns data takes `Arena *arena` and pushes there only what it returns; one that needs room to think
// takes `Arena *scratch`, marks it first and rewinds it before it returns. The two are never the same arena.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef struct ArenaBlock ArenaBlock;
typedef struct ArenaRows ArenaRows;

typedef struct {
    ArenaBlock *block;  // newest block, which links to the older ones
    ptrdiff_t used;     // bytes taken in the newest block
    ArenaRows *rows;    // newest of the large tables, which links to the older ones
    int64_t rows_count; // how many large tables there ever were
} Arena;

// A place to come back to: `arena_rewind` frees all that was pushed after it.
typedef struct {
    ArenaBlock *block;
    ptrdiff_t used;
    int64_t rows_count;
} ArenaMark;

#define arena_push(arena, Type, count) ((Type *)arena_push_bytes((arena), (ptrdiff_t)(count), (ptrdiff_t)sizeof(Type)))

void *arena_push_bytes(Arena *arena, ptrdiff_t count, ptrdiff_t size); // zeroed, aligned for any type
char *arena_push_aligned(Arena *arena, ptrdiff_t len);                 // aligned only: for who clears it himself
char *arena_push_text(Arena *arena, ptrdiff_t len);                    // neither: texts lie close together
ArenaMark arena_mark(const Arena *arena);
void arena_rewind(Arena *arena, ArenaMark mark);
void arena_finish(Arena *arena);          // frees everything; the arena is empty and usable again
ptrdiff_t arena_size(const Arena *arena); // bytes held from the system

// For base/rows, to grow its tables. Each gives the place of all rows, which may be a new one; `size` is that of
// one.
void *arena_reserve_rows(Arena *arena, void *rows, int32_t count, int32_t *capacity,
                         ptrdiff_t size); // one more, cleared
void *arena_trim_rows(Arena *arena, void *rows, int32_t count, int32_t *capacity, ptrdiff_t size);
// The rows are not needed any more: the memory of a large table goes back to the system, that of a small one later.
void arena_release_rows(Arena *arena, void *rows, int32_t capacity, ptrdiff_t size);
