// What the files of the store share.
#pragma once

#include "records/store.h"
#include "records/store_database.h"

struct Store {
    Arena arena; // of all that follows
    Str path, journal, lock_path;
    StoreDatabase *database; // NULL: there is none yet, and this program only reads
    FileLock *lock;
    StoreHolder holder;
    bool writes;
    bool is_empty; // nothing was ever kept
};

Str store_path(Arena *arena, Str folder, Str ending); // FOLDER/sessions and the ending
bool store_is_ready(Store *store, bool to_write, Error *error);
bool store_begin(Store *store, Error *error);          // a transaction that writes
bool store_end(Store *store, bool done, Error *error); // keeps it, or leaves all as it was
bool store_sweep(Store *store, Error *error);          // rewrites the file when something was erased in it
bool store_finish_erasing(Str folder, Error *error);   // what a crash left of store_erase_all
bool store_erase_aside(Str folder, Str name, Error *error);
bool store_read_session(Store *store, Arena *arena, const StoreHeader *header, StoreSession *session, Error *error);
