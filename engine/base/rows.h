// A growing array of one type inside an arena: rows stay where they are only until the next append.
//
//     typedef ROWS_OF(Line) LineTable;
//     LineTable lines = {0};
//     Line *line = rows_append(&arena, &lines);
//     …
//     rows_fit(&arena, &lines);
//
// New rows are zeroed, also where an older row stood before `count` was lowered. A table of 32 KiB or more has memory
// of its own from the system: it leaves no old copies behind when it grows, and rows_fit gives back what it has no rows
// for. Such a table goes with the rewind to a mark set before it became that large; one that was, and grows after the
// mark, keeps all its rows.
//
// Two ROWS_OF of one type are two types: one that is passed on has a name. Within a larger struct it may stand without
// one, and its members are then those of the struct.
#pragma once

#include "base/arena.h"

#define COUNT(array) ((int32_t)(sizeof(array) / sizeof(array)[0])) // rows of an array whose size is known

#define ROWS_OF(Type)            \
    struct {                     \
        Type *rows;              \
        int32_t count, capacity; \
    }

#define rows_append(arena, table)                                                                   \
    ((table)->rows = arena_reserve_rows((arena), (table)->rows, (table)->count, &(table)->capacity, \
                                        (ptrdiff_t)sizeof *(table)->rows),                          \
     &(table)->rows[(table)->count++])

#define rows_fit(arena, table)                                                                   \
    ((table)->rows = arena_trim_rows((arena), (table)->rows, (table)->count, &(table)->capacity, \
                                     (ptrdiff_t)sizeof *(table)->rows))

// Appends a row that is given whole: for innermost loops, where a call to clear each row would tell.
#define rows_push(arena, table, ...)                                                                             \
    ((table)->rows && (table)->count < (table)->capacity                                                         \
         ? (void)0                                                                                               \
         : (void)((table)->rows = arena_reserve_rows((arena), (table)->rows, (table)->count, &(table)->capacity, \
                                                     (ptrdiff_t)sizeof *(table)->rows)),                         \
     (void)((table)->rows[(table)->count++] = (__VA_ARGS__)))
