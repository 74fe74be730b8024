#include "records/store_notes.h"

#include "base/date.h"
#include "base/utf8.h"
#include "records/store_row.h"
#include "records/store_schema.h"

#include <string.h>

enum { WITH_NOTES = 2 }; // version from which there are any

static bool is_whole(const StoreNote *note) {
    return note->id.len > 0 && date_is_valid(note->day) && note->line.len > 0 && note->line.len <= STORE_NOTE_BYTES &&
           utf8_find_invalid(note->line) < 0 && !memchr(note->line.text, '\0', (size_t)note->line.len);
}

static bool read_count(Store *store, int64_t *count, Error *error) {
    bool whole = true;
    StoreQuery query = store_query(store->database, S("SELECT notes, crc FROM notebook"));
    *count = 0;
    if (store_query_next(&query)) {
        *count = store_query_read_int(&query);
        whole = store_query_read_int(&query) == store_sum_notebook(*count);
    }
    return store_query_end(&query, error) && (whole || error_set(error, ERROR_DAMAGED, 0, store->path));
}

static bool write_count(Store *store, int64_t count, Error *error) {
    StoreQuery query = store_query(store->database, S("REPLACE INTO notebook (one, notes, crc) VALUES (1, ?, ?)"));
    store_query_int(&query, count);
    store_query_int(&query, store_sum_notebook(count));
    (void)store_query_next(&query);
    return store_query_end(&query, error);
}

static bool delete_one(Store *store, Str id, int64_t *deleted, Error *error) {
    StoreQuery query = store_query(store->database, S("DELETE FROM notes WHERE id = ? RETURNING number"));
    store_query_text(&query, id);
    while (store_query_next(&query)) {
        *deleted += 1;
    }
    return store_query_end(&query, error);
}

static bool insert(Store *store, const StoreNote *note, Error *error) {
    StoreQuery query = store_query(store->database, S("INSERT INTO notes (id, day, line, crc) VALUES (?, ?, ?, ?)"));
    store_query_text(&query, note->id);
    store_query_text(&query, note->day);
    store_query_text(&query, note->line);
    store_query_int(&query, store_sum_note(note->id, note->day, note->line));
    (void)store_query_next(&query);
    return store_query_end(&query, error);
}

// A table that is emptied whole gives back its pages as zeros, and what is put into it anew has none of the old bytes
// in its gaps (see store_sweep). The other tables stay as they are: a note is replaced at each pause of whoever writes.
static bool rewrite(Store *store, Error *error) {
    return store_database_run(store->database,
                              S("CREATE TEMP TABLE staying AS SELECT * FROM notes ORDER BY number; DELETE FROM notes; "
                                "INSERT INTO notes SELECT * FROM staying; DROP TABLE staying"),
                              error);
}

static bool put(Store *store, const StoreNote *note, Error *error) {
    int64_t count = 0, replaced = 0;
    return read_count(store, &count, error) && delete_one(store, note->id, &replaced, error) &&
           (replaced == 0 || rewrite(store, error)) && insert(store, note, error) &&
           write_count(store, count + 1 - replaced, error);
}

bool store_write_note(Store *store, const StoreNote *note, Error *error) {
    if (!is_whole(note)) {
        return error_set(error, ERROR_NOT_A_SESSION, 0, store->path);
    }
    return store_begin(store, error) && store_end(store, put(store, note, error), error);
}

static bool read_notes(Store *store, Arena *arena, StoreNoteList *list, Error *error) {
    StoreQuery query = store_query(store->database, S("SELECT id, day, line, crc FROM notes ORDER BY number DESC"));
    while (store_query_next(&query)) {
        StoreNote note = {.id = str_copy(arena, store_query_read_text(&query))};
        note.day = str_copy(arena, store_query_read_text(&query));
        note.line = str_copy(arena, store_query_read_text(&query));
        note.damaged = store_query_read_int(&query) != store_sum_note(note.id, note.day, note.line);
        *rows_append(arena, list) = note;
    }
    return store_query_end(&query, error);
}

// Where the count itself is what was damaged, nothing is missing.
bool store_list_notes(Store *store, Arena *arena, StoreNoteList *list, Error *error) {
    int64_t count = 0;
    *list = (StoreNoteList){0};
    if (!store_is_ready(store, false, error)) {
        return false;
    }
    if (store->is_empty || store->version < WITH_NOTES) {
        return true;
    }
    bool listed = store_database_run(store->database, S("BEGIN"), error) && read_notes(store, arena, list, error);
    if (listed && read_count(store, &count, NULL) && count > list->count) {
        list->missing = (int32_t)(count - list->count);
    }
    store_database_rollback(store->database);
    return listed;
}

static bool erase_some(Store *store, const StoreNote *notes, int32_t count, Error *error) {
    int64_t before = 0, deleted = 0;
    bool done = read_count(store, &before, error);
    for (int32_t i = 0; done && i < count; i++) {
        done = delete_one(store, notes[i].id, &deleted, error);
    }
    return done && rewrite(store, error) && write_count(store, before - deleted, error);
}

bool store_erase_notes(Store *store, const StoreNote *notes, int32_t count, Error *error) {
    return store_begin(store, error) && store_end(store, erase_some(store, notes, count, error), error);
}

bool store_erase_all_notes(Store *store, Error *error) {
    return store_begin(store, error) &&
           store_end(store, store_database_run(store->database, S("DELETE FROM notes; DELETE FROM notebook"), error),
                     error);
}
