#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/arena.h"

#include "base/error.h"
#include "base/rows.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

typedef ROWS_OF(int32_t) Numbers;

static bool is_zero(const void *memory, ptrdiff_t size) {
    for (ptrdiff_t i = 0; i < size; i++) {
        if (((const char *)memory)[i] != 0) {
            return false;
        }
    }
    return true;
}

static void memory_is_zeroed_and_aligned_whatever_came_before(void **state) {
    (void)state;
    Arena arena = {0};
    for (ptrdiff_t size = 0; size < 3000; size += 7) {
        char *memory = arena_push(&arena, char, size);
        assert_int_equal((uintptr_t)memory % _Alignof(max_align_t), 0);
        assert_true(is_zero(memory, size));
        memset(memory, 0xFF, (size_t)size);
    }
    arena_finish(&arena);
}

static void a_push_larger_than_any_block_gets_its_own(void **state) {
    (void)state;
    const ptrdiff_t size = 20000000;
    Arena arena = {0};
    char *small = arena_push(&arena, char, 10);
    char *large = arena_push(&arena, char, size);
    small[9] = 1;
    large[size - 1] = 1;
    assert_true(arena_size(&arena) > size);
    assert_true(arena_size(&arena) < size + 100000);
    arena_finish(&arena);
}

static void a_finished_arena_is_empty_and_usable_again(void **state) {
    (void)state;
    Arena arena = {0};
    arena_finish(&arena);
    assert_int_equal(arena_size(&arena), 0);
    arena_push(&arena, int64_t, 100);
    assert_true(arena_size(&arena) > 0);
    arena_finish(&arena);
    assert_int_equal(arena_size(&arena), 0);
    assert_non_null(arena_push(&arena, char, 1));
    arena_finish(&arena);
}

static void rewinding_keeps_what_came_before_and_clears_what_came_after(void **state) {
    (void)state;
    Arena arena = {0};
    int32_t *kept = arena_push(&arena, int32_t, 1);
    *kept = 42;
    ArenaMark mark = arena_mark(&arena);
    char *first = arena_push(&arena, char, 1000);
    memset(first, 0xFF, 1000);
    memset(arena_push(&arena, char, 1000000), 0xFF, 1000000); // in other blocks
    memset(arena_push(&arena, char, 5000000), 0xFF, 5000000);
    arena_rewind(&arena, mark);
    assert_int_equal(*kept, 42);
    char *again = arena_push(&arena, char, 1000);
    assert_ptr_equal(again, first);
    assert_true(is_zero(again, 1000));
    arena_finish(&arena);
}

static void rewinding_an_arena_that_was_empty_keeps_one_block_for_the_next_time(void **state) {
    (void)state;
    Arena arena = {0};
    ArenaMark empty = arena_mark(&arena);
    arena_rewind(&arena, empty);
    assert_int_equal(arena_size(&arena), 0);
    char *first = arena_push(&arena, char, 100);
    memset(first, 0xFF, 100);
    ptrdiff_t size = arena_size(&arena);
    for (int i = 0; i < 3; i++) {
        memset(arena_push(&arena, char, 1000000), 0xFF, 1000000);
        arena_rewind(&arena, empty);
        assert_int_equal(arena_size(&arena), size);
        char *again = arena_push(&arena, char, 100);
        assert_ptr_equal(again, first);
        assert_true(is_zero(again, 100));
        memset(again, 0xFF, 100);
    }
    arena_finish(&arena);
}

static void appended_rows_keep_their_values_while_the_table_moves(void **state) {
    (void)state;
    Arena arena = {0};
    Numbers numbers = {0};
    for (int32_t i = 0; i < 100000; i++) {
        int32_t *row = rows_append(&arena, &numbers);
        assert_int_equal(*row, 0);
        *row = i;
        if (i % 1000 == 0) {
            *arena_push(&arena, char, 1) = 'x'; // so that rows cannot always grow in place
        }
    }
    assert_int_equal(numbers.count, 100000);
    for (int32_t i = 0; i < numbers.count; i++) {
        assert_int_equal(numbers.rows[i], i);
    }
    arena_finish(&arena);
}

static void the_last_rows_of_an_arena_grow_where_they_stand(void **state) {
    (void)state;
    Arena arena = {0};
    Numbers numbers = {0};
    const int32_t *first = rows_append(&arena, &numbers);
    for (int32_t i = 0; i < 4000; i++) {
        *rows_append(&arena, &numbers) = i;
    }
    assert_ptr_equal(first, numbers.rows);
    arena_finish(&arena);
}

static void a_row_appended_where_another_was_dropped_is_zeroed(void **state) {
    (void)state;
    Arena arena = {0};
    Numbers stack = {0};
    *rows_append(&arena, &stack) = 7;
    stack.count--;
    assert_int_equal(*rows_append(&arena, &stack), 0);
    arena_finish(&arena);
}

enum { LARGE = 32 * 1024 / (int)sizeof(int32_t) }; // rows from which on a table has memory of its own

static void append_numbers(Arena *arena, Numbers *numbers, int32_t up_to) {
    while (numbers->count < up_to) {
        int32_t *row = rows_append(arena, numbers);
        *row = numbers->count - 1;
    }
}

static void assert_numbers(const Numbers *numbers, int32_t count) {
    assert_int_equal(numbers->count, count);
    for (int32_t i = 0; i < count; i++) {
        assert_int_equal(numbers->rows[i], i);
    }
}

static void a_large_table_leaves_no_old_copies_behind(void **state) {
    (void)state;
    Arena arena = {0};
    Numbers numbers = {0};
    append_numbers(&arena, &numbers, 1024 * 1024);
    ptrdiff_t capacity = numbers.capacity * (ptrdiff_t)sizeof(int32_t);
    assert_in_range(arena_size(&arena), capacity, capacity + 256 * 1024);
    assert_numbers(&numbers, 1024 * 1024);
    arena_finish(&arena);
    assert_int_equal(arena_size(&arena), 0);
}

static void a_table_that_fits_holds_what_its_rows_need(void **state) {
    (void)state;
    Arena arena = {0};
    Numbers numbers = {0};
    append_numbers(&arena, &numbers, 1024 * 1024 + 1);
    ptrdiff_t before = arena_size(&arena);
    int32_t spare = numbers.capacity - numbers.count;
    assert_true(spare > 0);
    rows_fit(&arena, &numbers);
    assert_int_equal(numbers.capacity, numbers.count);
    assert_int_equal(arena_size(&arena), before - spare * (ptrdiff_t)sizeof(int32_t));
    rows_fit(&arena, &numbers);
    assert_numbers(&numbers, 1024 * 1024 + 1);
    append_numbers(&arena, &numbers, 3 * 1024 * 1024);
    assert_numbers(&numbers, 3 * 1024 * 1024);
    arena_finish(&arena);
}

static void a_large_table_that_lost_its_rows_fits_and_grows_again(void **state) {
    (void)state;
    Arena arena = {0};
    Numbers numbers = {0};
    append_numbers(&arena, &numbers, 10 * LARGE);
    numbers.count = 3;
    rows_fit(&arena, &numbers);
    assert_int_equal(numbers.capacity, LARGE);
    append_numbers(&arena, &numbers, 5 * LARGE);
    assert_numbers(&numbers, 5 * LARGE);
    arena_finish(&arena);
}

static void a_small_table_fits_as_it_is(void **state) {
    (void)state;
    Arena arena = {0};
    Numbers numbers = {0};
    rows_fit(&arena, &numbers);
    assert_null(numbers.rows);
    append_numbers(&arena, &numbers, LARGE / 4 + 1);
    const int32_t *rows = numbers.rows;
    int32_t capacity = numbers.capacity;
    rows_fit(&arena, &numbers);
    assert_ptr_equal(numbers.rows, rows);
    assert_int_equal(numbers.capacity, capacity);
    arena_finish(&arena);
}

static void large_tables_grow_side_by_side(void **state) {
    (void)state;
    enum { TABLES = 5 };
    Arena arena = {0};
    Numbers tables[TABLES] = {0};
    for (int32_t round = 1; round <= 40; round++) {
        for (int32_t i = 0; i < TABLES; i++) {
            append_numbers(&arena, &tables[i], round * 1000 * (i + 1));
        }
        rows_fit(&arena, &tables[round % TABLES]);
    }
    for (int32_t i = 0; i < TABLES; i++) {
        assert_numbers(&tables[i], 40000 * (i + 1));
    }
    arena_finish(&arena);
}

static void rewinding_frees_the_tables_that_became_large_after_the_mark(void **state) {
    (void)state;
    Arena arena = {0};
    Numbers kept = {0};
    append_numbers(&arena, &kept, 2 * LARGE);
    for (int32_t round = 0; round < 3; round++) {
        ArenaMark mark = arena_mark(&arena);
        ptrdiff_t size = arena_size(&arena);
        Numbers first = {0};
        Numbers second = {0};
        append_numbers(&arena, &first, 3 * LARGE);
        ArenaMark inner = arena_mark(&arena);
        append_numbers(&arena, &second, 5 * LARGE);
        append_numbers(&arena, &first, 7 * LARGE);
        arena_rewind(&arena, inner);
        assert_numbers(&first, 7 * LARGE);
        arena_rewind(&arena, mark);
        assert_int_equal(arena_size(&arena), size);
    }
    assert_numbers(&kept, 2 * LARGE);
    arena_finish(&arena);
}

static void a_large_table_that_grows_after_a_mark_keeps_its_rows(void **state) {
    (void)state;
    Arena arena = {0};
    Numbers numbers = {0};
    append_numbers(&arena, &numbers, LARGE);
    ArenaMark mark = arena_mark(&arena);
    append_numbers(&arena, &numbers, 20 * LARGE);
    arena_rewind(&arena, mark);
    assert_numbers(&numbers, 20 * LARGE);
    append_numbers(&arena, &numbers, 30 * LARGE);
    assert_numbers(&numbers, 30 * LARGE);
    arena_finish(&arena);
}

static void a_large_table_that_is_released_goes_at_once(void **state) {
    (void)state;
    Arena arena = {0};
    Numbers tables[4] = {0};
    append_numbers(&arena, &tables[3], LARGE / 2);
    ptrdiff_t empty = arena_size(&arena);
    for (int32_t i = 0; i < 3; i++) {
        append_numbers(&arena, &tables[i], LARGE);
    }
    const int32_t order[] = {1, 3, 2, 0};
    for (int32_t i = 0; i < 4; i++) {
        Numbers *table = &tables[order[i]];
        assert_numbers(table, table->count);
        arena_release_rows(&arena, table->rows, table->capacity, (ptrdiff_t)sizeof(int32_t));
    }
    assert_int_equal(arena_size(&arena), empty);
    arena_release_rows(&arena, NULL, 0, (ptrdiff_t)sizeof(int32_t));
    arena_finish(&arena);
}

static void texts_lie_close_together_and_leave_the_rest_aligned(void **state) {
    (void)state;
    Arena arena = {0};
    const char *first = arena_push_text(&arena, 3);
    char *second = arena_push_text(&arena, 5);
    assert_ptr_equal(second, first + 3);
    memset(second, 0xFF, 5);
    assert_int_equal((uintptr_t)arena_push(&arena, int64_t, 1) % _Alignof(max_align_t), 0);
    ArenaMark mark = arena_mark(&arena);
    memset(arena_push_text(&arena, 1000000), 0xFF, 1000000);
    arena_rewind(&arena, mark);
    memset(arena_push_text(&arena, 100), 'x', 100);
    arena_finish(&arena);
}

static void the_first_rows_of_an_arena_may_be_large(void **state) {
    (void)state;
    Arena arena = {0};
    ArenaMark empty = arena_mark(&arena);
    char *rows = NULL;
    int32_t capacity = 0;
    rows = arena_reserve_rows(&arena, rows, 100000, &capacity, 1);
    assert_true(capacity > 100000);
    rows[100000] = 'x';
    arena_rewind(&arena, empty);
    assert_int_equal(arena_size(&arena), 0);
}

// Runs `call` in a child process and gives the signal that ended it, 0 for none.
static int signal_of(void (*call)(void)) {
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        assert_non_null(freopen("/dev/null", "w", stderr));
        call();
        _exit(0);
    }
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void push_too_much(void) {
    Arena arena = {0};
    arena_push_bytes(&arena, PTRDIFF_MAX / 2, 4);
}

static void reserve_too_many_rows(void) {
    Arena arena = {0};
    int32_t capacity = 0;
    arena_reserve_rows(&arena, NULL, INT32_MAX - 1, &capacity, PTRDIFF_MAX / 4);
}

static void push_a_negative_count(void) {
    Arena arena = {0};
    arena_push_bytes(&arena, -1, 4);
}

static void rewind_to_a_later_mark(void) {
    Arena arena = {0};
    ArenaMark early = arena_mark(&arena);
    arena_push(&arena, char, 1000);
    ArenaMark late = arena_mark(&arena);
    arena_rewind(&arena, early);
    arena_rewind(&arena, late);
}

static void a_size_that_overflows_is_our_bug(void **state) {
    (void)state;
    assert_int_equal(signal_of(push_too_much), SIGABRT);
    assert_int_equal(signal_of(push_a_negative_count), SIGABRT);
    assert_int_equal(signal_of(reserve_too_many_rows), SIGABRT);
}

static void a_mark_that_was_rewound_past_is_our_bug(void **state) {
    (void)state;
    assert_int_equal(signal_of(rewind_to_a_later_mark), SIGABRT);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_is_zeroed_and_aligned_whatever_came_before),
        cmocka_unit_test(a_push_larger_than_any_block_gets_its_own),
        cmocka_unit_test(a_finished_arena_is_empty_and_usable_again),
        cmocka_unit_test(rewinding_keeps_what_came_before_and_clears_what_came_after),
        cmocka_unit_test(rewinding_an_arena_that_was_empty_keeps_one_block_for_the_next_time),
        cmocka_unit_test(appended_rows_keep_their_values_while_the_table_moves),
        cmocka_unit_test(the_last_rows_of_an_arena_grow_where_they_stand),
        cmocka_unit_test(a_row_appended_where_another_was_dropped_is_zeroed),
        cmocka_unit_test(a_large_table_leaves_no_old_copies_behind),
        cmocka_unit_test(a_table_that_fits_holds_what_its_rows_need),
        cmocka_unit_test(a_large_table_that_lost_its_rows_fits_and_grows_again),
        cmocka_unit_test(a_small_table_fits_as_it_is),
        cmocka_unit_test(large_tables_grow_side_by_side),
        cmocka_unit_test(rewinding_frees_the_tables_that_became_large_after_the_mark),
        cmocka_unit_test(a_large_table_that_grows_after_a_mark_keeps_its_rows),
        cmocka_unit_test(a_large_table_that_is_released_goes_at_once),
        cmocka_unit_test(texts_lie_close_together_and_leave_the_rest_aligned),
        cmocka_unit_test(the_first_rows_of_an_arena_may_be_large),
        cmocka_unit_test(a_size_that_overflows_is_our_bug),
        cmocka_unit_test(a_mark_that_was_rewound_past_is_our_bug),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
