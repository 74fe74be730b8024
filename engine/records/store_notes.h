// The notebook of whoever uses this account, in the store of kept sessions: notes that stay until they are erased. A
// note is a line (records/notebook.h) of which the store knows nothing; it is no session, and is in no export of them.
//
//     StoreNote note = {.id = store_new_id(&arena), .day = today, .line = line};
//     bool kept = store_write_note(store, &note, &error);       // one that has this id is replaced
//     bool listed = store_list_notes(store, &arena, &list, &error);
//     bool erased = store_erase_notes(store, list.rows, list.count, &error);
//
// As with sessions: one program writes, what cannot be read is told, what is replaced or erased leaves no byte.
#pragma once

#include "records/store.h"

enum { STORE_NOTE_BYTES = 256 * 1024 };

typedef struct {
    Str id;  // 32 hexadecimal digits
    Str day; // YYYY-MM-DD
    Str line;
    bool damaged; // told by a store: it is not as it was written
} StoreNote;

typedef struct {
    ROWS_OF(StoreNote);
    int32_t missing; // so many more there should be, which a damaged file hides
} StoreNoteList;

NODISCARD bool store_write_note(Store *store, const StoreNote *note, Error *error);
// The latest first; texts live in `arena`.
NODISCARD bool store_list_notes(Store *store, Arena *arena, StoreNoteList *list, Error *error);
NODISCARD bool store_erase_notes(Store *store, const StoreNote *notes, int32_t count,
                                 Error *error);                   // gone ones are fine
NODISCARD bool store_erase_all_notes(Store *store, Error *error); // damaged and hidden ones too
