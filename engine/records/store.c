#include "records/store.h"

#include "base/limits.h"
#include "base/path.h"
#include "records/store_inside.h"
#include "records/store_schema.h"

enum { HEAD_BYTES = 100, PAGE_AT = 16, VERSION_AT = 60, APPLICATION_AT = 68 };

static const Str MAGIC = S_INIT("SQLite format 3\0");

Str store_path(Arena *arena, Str folder, Str ending) {
    return path_join(arena, folder, str_format(arena, "sessions%.*s", S_ARG(ending)));
}

static int32_t read_word(Str bytes, ptrdiff_t at) {
    uint32_t word = 0;
    for (ptrdiff_t i = at; i < at + 4; i++) {
        word = word << 8 | (unsigned char)bytes.text[i];
    }
    return (int32_t)word;
}

static bool is_zero(Str bytes) {
    ptrdiff_t i = 0;
    while (i < bytes.len && bytes.text[i] == '\0') {
        i++;
    }
    return i == bytes.len;
}

// SQLite counts a last page of which a part is missing as a whole one.
static bool has_whole_pages(Str path, Str head) {
    FileLook look = {0};
    int32_t page = read_word(head, PAGE_AT) >> 16;
    return page > 1 && file_look(path, &look) && look.len % page == 0; // a page of 64 KiB is written as 1: none of ours
}

static ErrorCode judge(Str path, Str head, bool undone) {
    if (head.len == 0 || (undone && is_zero(head))) {
        return ERROR_NONE;
    }
    if (!str_begins(head, MAGIC)) {
        return ERROR_NOT_OURS;
    }
    if (head.len < HEAD_BYTES) {
        return ERROR_DAMAGED;
    }
    if (read_word(head, APPLICATION_AT) != STORE_APPLICATION) {
        return ERROR_NOT_OURS;
    }
    if (read_word(head, VERSION_AT) > STORE_VERSION) {
        return ERROR_NEWER;
    }
    return undone || has_whole_pages(path, head) ? ERROR_NONE : ERROR_DAMAGED;
}

// What a file says of itself, before SQLite touches it. A power cut within the very first transaction leaves a file
// that is empty or all zeros, and a journal that undoes it.
static bool judge_head(Str path, bool undone, Error *error) {
    Arena scratch = {0};
    Str head = {0};
    bool read = file_load_start(&scratch, path, HEAD_BYTES, &head, error);
    ErrorCode code = read ? judge(path, head, undone) : ERROR_NONE;
    arena_finish(&scratch);
    return read && (code == ERROR_NONE || error_set(error, code, 0, path));
}

static bool read_number(StoreDatabase *database, Str statement, int64_t *number, Error *error) {
    StoreQuery query = store_query(database, statement);
    *number = store_query_next(&query) ? store_query_read_int(&query) : 0;
    return store_query_end(&query, error);
}

// In one transaction with the tables, so that a crash leaves no store without its state.
static bool begin_store(Store *store, Error *error) {
    bool begun = store_database_run(store->database, S("BEGIN IMMEDIATE"), error);
    store->version = STORE_VERSION;
    return begun && store_end(store,
                              store_schema_migrate(store->database, 0, error) &&
                                  store_write_state(store, &(StoreState){.swept = true}, error),
                              error);
}

// Whoever only reads leaves an earlier version as it is.
static bool migrate(Store *store, Error *error) {
    bool done = store_database_run(store->database, S("BEGIN IMMEDIATE"), error) &&
                store_end(store, store_schema_migrate(store->database, store->version, error), error);
    store->version = done ? STORE_VERSION : store->version;
    return done;
}

static bool check_version(Store *store, Error *error) {
    int64_t application = 0;
    int64_t version = 0;
    int64_t parts = 0;
    if (!read_number(store->database, S("PRAGMA application_id"), &application, error) ||
        !read_number(store->database, S("PRAGMA user_version"), &version, error) ||
        !read_number(store->database, S("SELECT count(*) FROM sqlite_schema"), &parts, error)) {
        return false;
    }
    if (application == 0 && version == 0 && parts == 0) { // a file of its name, and nothing yet in it
        store->is_empty = !store->writes;
        return store->is_empty || begin_store(store, error);
    }
    if (application != STORE_APPLICATION || version < 1) {
        return error_set(error, ERROR_NOT_OURS, 0, store->path);
    }
    if (version > STORE_VERSION) {
        return error_set(error, ERROR_NEWER, 0, store->path);
    }
    store->version = (int32_t)version;
    return store_schema_check(store->database, store->version, error) &&
           (!store->writes || store->version == STORE_VERSION || migrate(store, error));
}

static bool has_bytes(Str path) {
    FileLook look = {0};
    return file_look(path, &look) && look.len > 0;
}

static bool open_database(Store *store, Error *error) {
    bool undone = has_bytes(store->journal);
    if (file_is_link(store->path)) {
        return error_set(error, ERROR_NOT_A_FILE, 0, store->path);
    }
    if (!file_exists(store->path)) {
        store->is_empty = !store->writes;
        if (store->is_empty || !file_create(store->path, error)) {
            return store->is_empty;
        }
    }
    if (!judge_head(store->path, undone, error)) {
        return false;
    }
    store->database = store_database_open(store->path, store->writes, error);
    return store->database && check_version(store, error);
}

// Where nobody writes, a reader undoes what a crash left half done: it cannot be read otherwise.
static void take_lock(Store *store, StoreAccess access) {
    Error refusal = {0};
    if (access == STORE_READS && !has_bytes(store->journal)) {
        return;
    }
    store->lock = file_lock(&store->arena, store->lock_path, &refusal);
    store->writes = store->lock != NULL;
    if (store->writes) {
        holder_tell(store->lock_path);
    } else if (refusal.code == ERROR_NONE) {
        holder_read(&store->arena, store->lock_path, &store->holder);
    }
}

Store *store_open(Str folder, StoreAccess access, Error *error) {
    Arena arena = {0};
    Error refusal = {0};
    Store *store = arena_push(&arena, Store, 1);
    store->path = store_path(&arena, folder, S(".db"));
    store->journal = store_path(&arena, folder, S(".db-journal"));
    store->lock_path = store_path(&arena, folder, S(".lock"));
    store->arena = arena;
    bool opened = access == STORE_READS || file_make_folder(folder, &refusal);
    if (opened) {
        take_lock(store, access);
        opened = (!store->writes || store_finish_erasing(folder, &refusal)) && open_database(store, &refusal) &&
                 (!store->writes || store_sweep(store, &refusal));
    }
    if (!opened) {
        (void)error_set(error, refusal.code, refusal.system, refusal.path[0] ? str_from_c(refusal.path) : store->path);
        store_close(store);
        return NULL;
    }
    store->writes = store->writes && access == STORE_WRITES;
    return store;
}

void store_close(Store *store) {
    if (store) {
        Arena arena = store->arena;
        store_database_close(store->database);
        file_unlock(store->lock);
        arena_finish(&store->last_case.arena);
        arena_finish(&arena);
    }
}

const Holder *store_holder(const Store *store) {
    return store->writes ? NULL : &store->holder;
}

// Before each piece of work: what is open is still what stands there, and may be written when it is to be.
bool store_is_ready(Store *store, bool to_write, Error *error) {
    if (to_write && !store->writes) {
        return error_set(error, store->holder.process ? ERROR_HELD : ERROR_NOT_WRITABLE, 0, store->path);
    }
    bool replaced = store->database && store_database_is_replaced(store->database);
    return !replaced || error_set(error, ERROR_REPLACED, 0, store->path);
}

bool store_begin(Store *store, Error *error) {
    return store_is_ready(store, true, error) && store_database_run(store->database, S("BEGIN IMMEDIATE"), error);
}

// `done` is whether all went well until now. What failed leaves nothing behind.
bool store_end(Store *store, bool done, Error *error) {
    done = done && store_database_run(store->database, S("COMMIT"), error);
    if (!done) {
        store_database_rollback(store->database);
    }
    return done;
}
