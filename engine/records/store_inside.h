// What the files of the store share.
#pragma once

#include "records/store.h"
#include "records/store_database.h"

struct Store {
    Arena arena; // of all that follows
    Str path, journal, lock_path;
    StoreDatabase *database; // NULL: there is none yet, and this program only reads
    FileLock *lock;
    Holder holder;
    // The case that was read last and found whole: thousands of sessions may be of one. `sum` tells it from others.
    struct {
        Arena arena;
        Str hash, bytes;
        int64_t sum;
    } last_case;
    bool writes;
    bool is_empty;   // nothing was ever kept
    int32_t version; // of its tables
};

// What is known of the store as a whole.
typedef struct {
    int64_t sessions; // so many there are
    bool swept;       // nothing was erased since the file was written anew
    Str last_day;     // of the last purge that was sure of the day; may be empty
} StoreState;

bool store_read_state(Store *store, Arena *arena, StoreState *state, Error *error);
bool store_write_state(Store *store, const StoreState *state, Error *error);
bool store_count_sessions(Store *store, int64_t more, bool swept, Error *error); // within a transaction

Str store_path(Arena *arena, Str folder, Str ending); // FOLDER/sessions and the ending
bool store_is_ready(Store *store, bool to_write, Error *error);
bool store_begin(Store *store, Error *error);          // a transaction that writes
bool store_end(Store *store, bool done, Error *error); // keeps it, or leaves all as it was
bool store_sweep(Store *store, Error *error);          // rewrites the file when something was erased in it
bool store_finish_erasing(Str folder, Error *error);   // what a crash left of store_erase_all
// Sessions that are past their last day, or were kept after today: the others need not be read at each start.
bool store_list_dated(Store *store, Arena *arena, Str today, StoreHeaderList *list, Error *error);
bool store_erase_aside(Str folder, Str name, Error *error);
StoreFlaw store_find_flaw_of_log(Arena *scratch, const StoreSession *session); // but for the case, which many share
bool store_is_case(Str bytes);

// Sessions on their way into the store, in one transaction.
//
//     StoreKeeping keeping;
//     bool done = store_keeping_begin(&keeping, store, &error);
//     done = done && store_keeping_add(&keeping, &session, &error);    // as often as there are sessions
//     done = store_keeping_end(&keeping, done, &error);                // keeping.added: so many were not there before
typedef struct {
    Store *store;
    Arena scratch;
    int32_t added;
    // The case of the session before, by where its bytes lie: those of a file share them.
    struct {
        Arena arena;
        Str bytes, hash;
        int64_t number; // 0: it was not looked for in the store
    } of;
} StoreKeeping;

bool store_keeping_begin(StoreKeeping *keeping, Store *store, Error *error);
bool store_keeping_add(StoreKeeping *keeping, const StoreSession *session, Error *error);
bool store_keeping_end(StoreKeeping *keeping, bool done, Error *error);

bool store_read_session(Store *store, Arena *arena, const StoreHeader *header, StoreSession *session, Error *error);
