// A file of kept sessions (records/store_text.h) on its way into a store: kept as it is read, so many in a transaction
// that neither memory nor who else reads there has much to wait for.
//
//     StoreImport import = {0};
//     bool done = store_import(store, &arena, source, &import, &error);   // false: what was added until then stays
//
// As nothing is kept twice, the same file brings in what was left out when it is imported again.
#pragma once

#include "base/file_source.h"
#include "records/store_text.h"

enum { STORE_IMPORT_MOST_BYTES = 1024 * 1024 * 1024 }; // of a file

typedef struct {
    ptrdiff_t together;   // bytes of lines in a transaction; 0: as many as make it quick
    int32_t added, there; // sessions: kept, and kept already
    StoreTextProblemList problems;
} StoreImport;

NODISCARD bool store_import(Store *store, Arena *arena, FileSource *source, StoreImport *import, Error *error);
