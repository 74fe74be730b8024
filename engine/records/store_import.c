#include "records/store_import.h"

#include "records/store_inside.h"

enum { TOGETHER_BYTES = 32 * 1024 * 1024 };

typedef struct {
    Store *store;
    StoreImport *import;
    Error *error;
    StoreKeeping keeping;
    bool begun, failed;
    int32_t count;   // sessions of the transaction
    ptrdiff_t bytes; // of their lines
} Importing;

static void end(Importing *importing) {
    if (importing->begun) {
        importing->failed = !store_keeping_end(&importing->keeping, !importing->failed, importing->error);
        importing->import->added += importing->keeping.added;
        importing->import->there += importing->failed ? 0 : importing->count - importing->keeping.added;
        importing->begun = false;
    }
}

static void begin(Importing *importing) {
    importing->begun = store_keeping_begin(&importing->keeping, importing->store, importing->error);
    importing->failed = !importing->begun;
    importing->count = 0;
    importing->bytes = 0;
}

static bool take(void *context, const StoreSession *session) {
    Importing *importing = context;
    if (!importing->begun) {
        begin(importing);
    }
    importing->failed = importing->failed || !store_keeping_add(&importing->keeping, session, importing->error);
    importing->count++;
    importing->bytes += session->lines.len;
    if (importing->failed || importing->bytes >= importing->import->together) {
        end(importing);
    }
    return !importing->failed;
}

static ptrdiff_t read_source(void *context, char *bytes, ptrdiff_t room) {
    return file_source_read(context, bytes, room);
}

// The index of ids, in which those of a file fall everywhere, is to stay in memory.
static bool widen_cache(Store *store, Error *error) {
    return store_is_ready(store, true, error) &&
           store_database_run(store->database, S("PRAGMA cache_size = -16384"), error);
}

bool store_import(Store *store, Arena *arena, FileSource *source, StoreImport *import, Error *error) {
    Importing importing = {.store = store, .import = import, .error = error};
    *import = (StoreImport){.together = import->together > 0 ? import->together : TOGETHER_BYTES};
    if (!widen_cache(store, error)) {
        return false;
    }
    store_text_each(arena, (StoreTextSource){read_source, source}, take, &importing, &import->problems);
    end(&importing);
    return !importing.failed;
}
