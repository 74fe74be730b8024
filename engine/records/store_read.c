#include "records/store_inside.h"
#include "records/store_row.h"
#include "session/event.h"

#include <stdlib.h>

enum { WITH_LOGS = 4 }; // version from which there are any

#define HEADERS                                                                                               \
    "SELECT number, id, kind, case_id, title, hash, len, begun, kept, erase_after, consent, label, present, " \
    "line_count, case_number, crc FROM sessions "

static void read_header(StoreQuery *query, Arena *arena, StoreHeader *header, int64_t *case_number) {
    bool whole = true;
    *header = (StoreHeader){.row = store_query_read_int(query)};
    for (int32_t i = 0; i < STORE_FIELDS; i++) {
        StoreValue value = {.is_text = store_field_is_text(i)};
        if (value.is_text) {
            value.text = str_copy(arena, store_query_read_text(query));
        } else {
            value.number = store_query_read_int(query);
        }
        whole = store_field_write(header, i, &value) && whole;
    }
    *case_number = store_query_read_int(query);
    header->damaged = store_query_read_int(query) != store_sum_header(header, *case_number) || !whole;
}

static bool take_headers(StoreQuery *query, Arena *arena, StoreHeaderList *list, Error *error) {
    int64_t case_number = 0;
    while (store_query_next(query)) {
        read_header(query, arena, rows_append(arena, list), &case_number);
    }
    return store_query_end(query, error);
}

static bool list_headers(Store *store, Arena *arena, StoreHeaderList *list, Error *error) {
    StoreQuery query = store_query(store->database, S(HEADERS "ORDER BY kept DESC, id, number"));
    return take_headers(&query, arena, list, error);
}

bool store_list_dated(Store *store, Arena *arena, Str today, StoreHeaderList *list, Error *error) {
    StoreQuery query =
        store_query(store->database, S(HEADERS "WHERE erase_after < ?1 OR kept > ?1 ORDER BY kept DESC, id, number"));
    *list = (StoreHeaderList){0};
    store_query_text(&query, today);
    return take_headers(&query, arena, list, error);
}

// Where the count itself is what was damaged, nothing is missing.
static int32_t count_missing(Store *store, Arena *arena, const StoreHeaderList *list) {
    StoreState state;
    bool known = store_read_state(store, arena, &state, NULL);
    return known && state.sessions > list->count ? (int32_t)(state.sessions - list->count) : 0;
}

bool store_list(Store *store, Arena *arena, StoreHeaderList *list, Error *error) {
    *list = (StoreHeaderList){0};
    if (!store_is_ready(store, false, error)) {
        return false;
    }
    if (store->is_empty) {
        return true;
    }
    bool listed = store_database_run(store->database, S("BEGIN"), error) && list_headers(store, arena, list, error);
    if (listed) {
        list->missing = count_missing(store, arena, list);
    }
    store_database_rollback(store->database);
    return listed;
}

bool store_has_texts(Store *store, bool *several, Error *error) {
    *several = false;
    if (!store_is_ready(store, false, error)) {
        return false;
    }
    if (store->is_empty) {
        return true;
    }
    StoreQuery query = store_query(
        store->database,
        S("SELECT 1 FROM (SELECT (SELECT case_id FROM sessions WHERE case_number = cases.number LIMIT 1) AS case_id "
          "FROM cases) WHERE case_id NOTNULL GROUP BY case_id HAVING count(*) > 1 LIMIT 1"));
    *several = store_query_next(&query);
    return store_query_end(&query, error);
}

// ERROR_NONE: it is as it was written.
static bool find_header(Store *store, Arena *arena, const StoreHeader *wanted, StoreHeader *header,
                        int64_t *case_number, Error *error) {
    bool found = false;
    StoreQuery query = store_query_ready(store->database, S(HEADERS "WHERE number = ?"));
    store_query_int(&query, wanted->row);
    if (store_query_next(&query)) {
        read_header(&query, arena, header, case_number);
        found = str_equal(header->id, wanted->id) || header->damaged;
    }
    if (!store_query_end(&query, error)) {
        return false;
    }
    ErrorCode code = !found ? ERROR_NOT_FOUND : header->damaged ? ERROR_DAMAGED : ERROR_NONE;
    return code == ERROR_NONE || error_set(error, code, 0, store->path);
}

// A session of before: a row for each of its lines.
static bool read_rows_of_lines(Store *store, Arena *arena, StoreSession *session, Error *error) {
    StrBuilder lines = {.arena = arena};
    int32_t count = 0;
    bool whole = true;
    uint32_t of_session = store_sum_text(0, session->header.id);
    StoreQuery query =
        store_query_ready(store->database, S("SELECT place, line, crc FROM lines WHERE session = ? ORDER BY place"));
    store_query_int(&query, session->header.row);
    while (whole && store_query_next(&query)) {
        int64_t place = store_query_read_int(&query);
        Str line = store_query_read_text(&query);
        whole = place == ++count && store_query_read_int(&query) == store_sum_line(of_session, count, line);
        str_add(&lines, line);
        str_add_char(&lines, '\n');
    }
    session->lines = str_built(&lines);
    return store_query_end(&query, error) &&
           ((whole && count == session->header.line_count) || error_set(error, ERROR_DAMAGED, 0, store->path));
}

static bool read_lines(Store *store, Arena *arena, StoreSession *session, Error *error) {
    if (store->version < WITH_LOGS) {
        return read_rows_of_lines(store, arena, session, error);
    }
    StoreQuery query = store_query_ready(store->database, S("SELECT lines, crc FROM logs WHERE session = ?"));
    store_query_int(&query, session->header.row);
    bool found = store_query_next(&query), whole = false;
    if (found) {
        Str lines = store_query_read_text(&query);
        whole = store_query_read_int(&query) == store_sum_log(session->header.id, lines);
        session->lines = whole ? str_copy(arena, lines) : (Str){0};
    }
    if (!store_query_end(&query, error)) {
        return false;
    }
    return found ? whole || error_set(error, ERROR_DAMAGED, 0, store->path)
                 : read_rows_of_lines(store, arena, session, error);
}

static bool is_last_case(const Store *store, const StoreHeader *header, int64_t sum) {
    return store->last_case.sum == sum && store->last_case.bytes.len == header->len && store->last_case.bytes.len > 0 &&
           str_equal(store->last_case.hash, header->hash);
}

static void note_case(Store *store, const StoreHeader *header, int64_t sum, Str bytes) {
    Arena *arena = &store->last_case.arena;
    arena_finish(arena);
    store->last_case.sum = sum;
    store->last_case.hash = str_copy(arena, header->hash);
    store->last_case.bytes = str_copy(arena, bytes);
}

static bool load_case(Store *store, int64_t number, const StoreHeader *header, int64_t sum, Error *error) {
    StoreQuery query = store_query_ready(store->database, S("SELECT bytes FROM cases WHERE number = ?"));
    store_query_int(&query, number);
    if (store_query_next(&query)) {
        Str bytes = store_query_read_text(&query);
        if (bytes.len == header->len && sum == store_sum_case(header, bytes)) {
            note_case(store, header, sum, bytes);
        }
    }
    return store_query_end(&query, error);
}

// Lent from the store until another case is read.
static bool lend_case(Store *store, int64_t number, StoreSession *session, Error *error) {
    const StoreHeader *header = &session->header;
    int64_t sum = -1;
    StoreQuery query = store_query_ready(store->database, S("SELECT crc FROM cases WHERE number = ?"));
    store_query_int(&query, number);
    if (store_query_next(&query)) {
        sum = store_query_read_int(&query);
    }
    if (!store_query_end(&query, error) ||
        (!is_last_case(store, header, sum) && !load_case(store, number, header, sum, error))) {
        return false;
    }
    bool whole = is_last_case(store, header, sum);
    session->case_bytes = whole ? store->last_case.bytes : (Str){0};
    return whole || error_set(error, ERROR_DAMAGED, 0, store->path);
}

static bool read_log(Store *store, Arena *arena, const StoreHeader *header, StoreSession *session, int64_t *case_number,
                     Error *error) {
    *session = (StoreSession){0};
    return find_header(store, arena, header, &session->header, case_number, error) &&
           read_lines(store, arena, session, error);
}

bool store_read_session(Store *store, Arena *arena, const StoreHeader *header, StoreSession *session, Error *error) {
    int64_t case_number = 0;
    bool read =
        read_log(store, arena, header, session, &case_number, error) && lend_case(store, case_number, session, error);
    session->case_bytes = read ? str_copy(arena, session->case_bytes) : (Str){0};
    return read;
}

static bool begin_reading(Store *store, Error *error) {
    if (!store_is_ready(store, false, error)) {
        return false;
    }
    if (store->is_empty) {
        return error_set(error, ERROR_NOT_FOUND, 0, store->path);
    }
    return store_database_run(store->database, S("BEGIN"), error);
}

static void end_reading(Store *store) {
    if (store->database) {
        store_database_rollback(store->database);
    }
}

// In one transaction: nobody erases it between its header and its case.
bool store_read(Store *store, Arena *arena, const StoreHeader *header, StoreSession *session, Error *error) {
    bool read = begin_reading(store, error) && store_read_session(store, arena, header, session, error);
    end_reading(store);
    return read;
}

// Sessions that are read in one transaction, so few that nobody waits long to write.
enum { TOGETHER = 256 };

// The case that was lent before within the transaction cannot have changed.
static bool read_next(Store *store, Arena *arena, const StoreHeader *header, StoreSession *session, int64_t *lent,
                      Error *error) {
    int64_t number = 0;
    bool read = read_log(store, arena, header, session, &number, error);
    bool same = read && number == *lent && is_last_case(store, &session->header, store->last_case.sum);
    if (same) {
        session->case_bytes = store->last_case.bytes;
    } else if (read) {
        read = lend_case(store, number, session, error);
        *lent = read ? number : 0;
    }
    return read;
}

static int compare_rows(const void *first, const void *second) {
    const StoreHeader *a = *(const StoreHeader *const *)first, *b = *(const StoreHeader *const *)second;
    return (a->row > b->row) - (a->row < b->row);
}

// As they stand in the file.
void store_read_each(Store *store, const StoreHeaderList *list, StoreTake *take, void *context) {
    Arena arena = {0};
    const StoreHeader **order = arena_push(&arena, const StoreHeader *, list->count);
    for (int32_t i = 0; i < list->count; i++) {
        order[i] = &list->rows[i];
    }
    qsort(order, (size_t)list->count, sizeof(const StoreHeader *), compare_rows);
    Error refusal = {0};
    bool begun = false, more = true;
    int64_t lent = 0;
    for (int32_t i = 0; more && i < list->count; i++) {
        ArenaMark mark = arena_mark(&arena);
        if (i % TOGETHER == 0) {
            end_reading(store);
            begun = begin_reading(store, &refusal);
            lent = 0;
        }
        StoreSession session;
        Error error = refusal;
        bool read = begun && read_next(store, &arena, order[i], &session, &lent, &error);
        more = take(context, order[i], read ? &session : NULL, &error);
        arena_rewind(&arena, mark);
    }
    end_reading(store);
    arena_finish(&arena);
}
