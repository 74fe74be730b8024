// Kept sessions on their way out of a store, as a file of them (records/store_text.h). They go to the disk as they are
// read, and what is saved then is saved whole (base/file_draft.h): in memory is one of them at a time, and each case.
//
//     StoreExport export = {.leave_out = tell, .context = …};
//     FileDraft *draft = store_export(store, &arena, &wanted, &export);   // NULL: the system has no room for it
//     bool saved = draft && file_save_draft(path, (Str){0}, draft, &error);
//     file_draft_close(draft);
#pragma once

#include "records/store_text.h"

typedef void StoreLeaveOut(void *context, const StoreHeader *header, const Error *error);

typedef struct {
    StoreLeaveOut *leave_out; // told of each that cannot be read, which keeps no other from being saved; may be NULL
    void *context;            // … with this
    int32_t written, left_out;
    Error error; // why the last one was left out
} StoreExport;

// In their order, so that stores that hold the same give the same bytes.
FileDraft *store_export(Store *store, Arena *arena, const StoreHeaderList *wanted, StoreExport *export);
