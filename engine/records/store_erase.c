#include "base/path.h"
#include "records/store_inside.h"

static const Str ASIDE = S_INIT(".damaged");

static bool run_for(Store *store, Str statement, int64_t row, Error *error) {
    StoreQuery query = store_query_ready(store->database, statement);
    store_query_int(&query, row);
    (void)store_query_next(&query);
    return store_query_end(&query, error);
}

// A row may have been erased, and its number given to another session since it was listed.
static bool is_still(Store *store, const StoreHeader *header, bool *still, Error *error) {
    StoreQuery query = store_query_ready(store->database, S("SELECT id FROM sessions WHERE number = ?"));
    store_query_int(&query, header->row);
    *still = store_query_next(&query) && str_equal(store_query_read_text(&query), header->id);
    return store_query_end(&query, error);
}

static bool erase_one(Store *store, const StoreHeader *header, int64_t *erased, Error *error) {
    bool still = false;
    if (!is_still(store, header, &still, error)) {
        return false;
    }
    *erased += still;
    return !still || (run_for(store, S("DELETE FROM logs WHERE session = ?"), header->row, error) &&
                      run_for(store, S("DELETE FROM lines WHERE session = ?"), header->row, error) &&
                      run_for(store, S("DELETE FROM sessions WHERE number = ?"), header->row, error));
}

static bool erase_rows(Store *store, const StoreHeader *headers, int32_t count, Error *error) {
    bool done = true;
    int64_t erased = 0;
    for (int32_t i = 0; done && i < count; i++) {
        done = erase_one(store, &headers[i], &erased, error);
    }
    return done &&
           store_database_run(store->database,
                              S("DELETE FROM cases WHERE number NOT IN (SELECT case_number FROM sessions)"), error) &&
           store_count_sessions(store, -erased, false, error);
}

// Pages that are taken apart keep old bytes in their gaps, whatever is overwritten: only a file that is written anew
// has none.
bool store_sweep(Store *store, Error *error) {
    Arena scratch = {0};
    StoreState state;
    bool done = store_read_state(store, &scratch, &state, error);
    if (done && !state.swept) {
        state.swept = true;
        done = store_database_run(store->database, S("VACUUM"), error) && store_write_state(store, &state, error);
    }
    arena_finish(&scratch);
    return done;
}

bool store_erase(Store *store, const StoreHeader *headers, int32_t count, Error *error) {
    return store_begin(store, error) && store_end(store, erase_rows(store, headers, count, error), error) &&
           store_sweep(store, error);
}

void store_list_aside(Arena *arena, Str folder, FileList *names) {
    FileList all = {0};
    *names = (FileList){0};
    if (!file_list(arena, folder, ASIDE, &all, NULL)) {
        return;
    }
    for (int32_t i = 0; i < all.count; i++) {
        if (str_begins(all.rows[i], S("sessions."))) {
            *rows_append(arena, names) = all.rows[i];
        }
    }
}

bool store_erase_aside(Str folder, Str name, Error *error) {
    Arena scratch = {0};
    Str path = path_join(&scratch, folder, name);
    bool done = file_erase(str_format(&scratch, "%.*s-journal", S_ARG(path)), error) && file_erase(path, error);
    arena_finish(&scratch);
    return done;
}

bool store_finish_erasing(Str folder, Error *error) {
    Arena scratch = {0};
    Str going = store_path(&scratch, folder, S(".erasing"));
    bool done = !file_exists(going) || file_exists(store_path(&scratch, folder, S(".db"))) ||
                file_erase(store_path(&scratch, folder, S(".db-journal")), error);
    done = done && file_erase(going, error);
    arena_finish(&scratch);
    return done;
}

static FileLock *lock_folder(Arena *arena, Str folder, Error *error) {
    Error refusal = {0};
    Str path = store_path(arena, folder, S(".lock"));
    FileLock *lock = file_lock(arena, path, &refusal);
    if (!lock) {
        ErrorCode code = refusal.code == ERROR_NONE ? ERROR_HELD : refusal.code;
        (void)error_set(error, code, refusal.system, path);
    }
    return lock;
}

static bool holds_store(Arena *scratch, Str folder) {
    return file_exists(store_path(scratch, folder, S(".db"))) ||
           file_exists(store_path(scratch, folder, S(".db-journal"))) ||
           file_exists(store_path(scratch, folder, S(".erasing")));
}

// Under another name first: a crash within leaves no store that is half zeros, and the next opening goes on. Where no
// store ever was, no lock of one is left behind.
bool store_erase_all(Str folder, Error *error) {
    Arena scratch = {0};
    FileList aside;
    Str path = store_path(&scratch, folder, S(".db"));
    bool held = holds_store(&scratch, folder);
    FileLock *lock = held ? lock_folder(&scratch, folder, error) : NULL;
    bool done = lock != NULL || !held;
    if (lock) {
        done = (!file_exists(path) || file_rename(path, S("sessions.erasing"), error)) &&
               file_erase(store_path(&scratch, folder, S(".db-journal")), error) && store_finish_erasing(folder, error);
    }
    store_list_aside(&scratch, folder, &aside);
    for (int32_t i = 0; done && i < aside.count; i++) {
        done = store_erase_aside(folder, aside.rows[i], error);
    }
    file_unlock(lock);
    arena_finish(&scratch);
    return done;
}

static Str free_name(Arena *arena, Str folder, Str today) {
    Str name = str_format(arena, "sessions.%.*s%.*s", S_ARG(today), S_ARG(ASIDE));
    for (int32_t i = 2; file_exists(path_join(arena, folder, name)); i++) {
        name = str_format(arena, "sessions.%.*s.%d%.*s", S_ARG(today), i, S_ARG(ASIDE));
    }
    return name;
}

// The journal first, for what it undoes would else be lost with it.
bool store_set_aside(Arena *arena, Str folder, Str today, Str *name, Error *error) {
    Arena scratch = {0};
    Str journal = store_path(&scratch, folder, S(".db-journal"));
    FileLock *lock = lock_folder(&scratch, folder, error);
    bool done = lock != NULL;
    *name = (Str){0};
    if (done) {
        *name = free_name(arena, folder, today);
        Str journal_name = str_format(&scratch, "%.*s-journal", S_ARG(*name));
        done = (!file_exists(journal) || file_rename(journal, journal_name, error)) &&
               file_rename(store_path(&scratch, folder, S(".db")), *name, error);
    }
    file_unlock(lock);
    arena_finish(&scratch);
    return done;
}
