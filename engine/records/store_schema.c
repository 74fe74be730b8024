#include "records/store_schema.h"

// Each row has a checksum of all its columns and of what they belong to: a flipped bit in a database is otherwise given
// out as if it had been written so. What leads nowhere is damage too, so nothing is deleted by cascade; and how many
// sessions there are stands apart from them, for one that a damaged page hides would not be missed.
static const Str STEPS[STORE_VERSION] = {
    S_INIT(
        "CREATE TABLE state (one INTEGER PRIMARY KEY CHECK (one = 1), sessions INTEGER NOT NULL, swept INTEGER NOT NULL, "
        "last_day TEXT NOT NULL, crc INTEGER NOT NULL) STRICT;"
        "CREATE TABLE cases (number INTEGER PRIMARY KEY, hash TEXT NOT NULL, len INTEGER NOT NULL, bytes BLOB NOT NULL, "
        "crc INTEGER NOT NULL) STRICT;"
        "CREATE INDEX cases_by_hash ON cases (hash);"
        "CREATE TABLE sessions (number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, case_id TEXT NOT NULL, "
        "title TEXT NOT NULL, hash TEXT NOT NULL, len INTEGER NOT NULL, begun TEXT NOT NULL, kept TEXT NOT NULL, "
        "erase_after TEXT NOT NULL, consent INTEGER NOT NULL, label TEXT NOT NULL, present INTEGER NOT NULL, "
        "line_count INTEGER NOT NULL, case_number INTEGER NOT NULL REFERENCES cases, crc INTEGER NOT NULL) STRICT;"
        "CREATE INDEX sessions_by_id ON sessions (id);"
        "CREATE INDEX sessions_by_case ON sessions (case_number);"
        "CREATE TABLE lines (session INTEGER NOT NULL REFERENCES sessions, place INTEGER NOT NULL, line TEXT NOT NULL, "
        "crc INTEGER NOT NULL, PRIMARY KEY (session, place)) STRICT, WITHOUT ROWID;"),
    S_INIT("CREATE TABLE notes (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, day TEXT NOT NULL, "
           "line TEXT NOT NULL, crc INTEGER NOT NULL) STRICT;"
           "CREATE TABLE notebook (one INTEGER PRIMARY KEY CHECK (one = 1), notes INTEGER NOT NULL, "
           "crc INTEGER NOT NULL) STRICT;"),
    S_INIT(
        "CREATE TABLE returns (number INTEGER PRIMARY KEY, kind INTEGER NOT NULL, home TEXT NOT NULL, item TEXT NOT NULL, "
        "text TEXT NOT NULL, box INTEGER NOT NULL, due INTEGER NOT NULL, crc INTEGER NOT NULL) STRICT;"
        "CREATE TABLE returns_clock (one INTEGER PRIMARY KEY CHECK (one = 1), day INTEGER NOT NULL, seen INTEGER NOT NULL, "
        "starts INTEGER NOT NULL, crc INTEGER NOT NULL) STRICT;"),
    S_INIT("CREATE TABLE logs (session INTEGER PRIMARY KEY REFERENCES sessions, lines TEXT NOT NULL, "
           "crc INTEGER NOT NULL) STRICT;")};

static bool run_steps(StoreDatabase *database, int32_t from, int32_t to, Error *error) {
    bool done = true;
    for (int32_t version = from; done && version < to; version++) {
        done = store_database_run(database, STEPS[version], error);
    }
    return done;
}

bool store_schema_migrate(StoreDatabase *database, int32_t from, Error *error) {
    Arena scratch = {0};
    Str mark =
        str_format(&scratch, "PRAGMA application_id = %d; PRAGMA user_version = %d", STORE_APPLICATION, STORE_VERSION);
    bool done = run_steps(database, from, STORE_VERSION, error) && store_database_run(database, mark, error);
    arena_finish(&scratch);
    return done;
}

static bool read_schema(StoreDatabase *database, StrBuilder *schema, Error *error) {
    StoreQuery query =
        store_query(database, S("SELECT type, name, tbl_name, ifnull(sql, '') FROM sqlite_schema ORDER BY type, name"));
    while (store_query_next(&query)) {
        for (int32_t i = 0; i < 4; i++) {
            str_add(schema, store_query_read_text(&query));
            str_add_char(schema, '\n');
        }
    }
    return store_query_end(&query, error);
}

// A database in memory, made by the same steps, tells what there should be.
bool store_schema_check(StoreDatabase *database, int32_t version, Error *error) {
    Arena scratch = {0};
    StrBuilder found = {.arena = &scratch};
    StrBuilder wanted = {.arena = &scratch};
    StoreDatabase *model = store_database_open((Str){0}, true, error);
    bool read = model && run_steps(model, 0, version, error) && read_schema(model, &wanted, error) &&
                read_schema(database, &found, error);
    bool same = read && str_equal(str_built(&found), str_built(&wanted));
    store_database_close(model);
    arena_finish(&scratch);
    return same || (read && error_set(error, ERROR_DAMAGED, 0, (Str){0}));
}
