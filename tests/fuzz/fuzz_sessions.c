// Any bytes as a backup of sessions: each line is read or told, and what was read is written and read again as the
// same.
#include "records/store_text.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer looks for this name
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

typedef struct {
    StoreSessionList sessions;
    StoreTextProblemList problems;
} Backup;

static Backup read_backup(Arena *arena, Str bytes) {
    Backup backup;
    store_text_read(arena, store_text_bytes(&bytes), &backup.sessions, &backup.problems);
    for (int32_t i = 0; i < backup.problems.count; i++) {
        ASSERT(backup.problems.rows[i].line > 0);
        ASSERT(i == 0 || backup.problems.rows[i].line >= backup.problems.rows[i - 1].line);
    }
    return backup;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    Arena arena = {0};
    Arena scratch = {0};
    Backup first = read_backup(&arena, (Str){(const char *)data, (ptrdiff_t)size});
    StoreTextWriter text = {.arena = &arena, .out = {.arena = &arena}};
    for (int32_t i = 0; i < first.sessions.count; i++) {
        ASSERT(store_find_flaw(&scratch, &first.sessions.rows[i]) == STORE_FLAW_NONE);
        store_text_add(&text, &first.sessions.rows[i]);
    }
    Backup second = read_backup(&arena, str_built(&text.out));
    ASSERT(second.problems.count == 0 && second.sessions.count == first.sessions.count);
    for (int32_t i = 0; i < first.sessions.count; i++) {
        const StoreSession *a = &first.sessions.rows[i], *b = &second.sessions.rows[i];
        ASSERT(str_equal(a->case_bytes, b->case_bytes) && str_equal(a->header.label, b->header.label));
        ASSERT(str_begins(b->lines, a->lines) && b->lines.len - a->lines.len <= 1); // the end of the last line
    }
    arena_finish(&scratch);
    arena_finish(&arena);
    return 0;
}
