#include "records/store_row.h"

bool store_read_state(Store *store, Arena *arena, StoreState *state, Error *error) {
    bool whole = false;
    StoreQuery query = store_query(store->database, S("SELECT sessions, swept, last_day, crc FROM state"));
    *state = (StoreState){0};
    if (store_query_next(&query)) {
        state->sessions = store_query_read_int(&query);
        state->swept = store_query_read_int(&query) == 1;
        state->last_day = str_copy(arena, store_query_read_text(&query));
        whole = store_query_read_int(&query) == store_sum_state(state);
    }
    return store_query_end(&query, error) && (whole || error_set(error, ERROR_DAMAGED, 0, store->path));
}

bool store_write_state(Store *store, const StoreState *state, Error *error) {
    StoreQuery query = store_query(
        store->database, S("REPLACE INTO state (one, sessions, swept, last_day, crc) VALUES (1, ?, ?, ?, ?)"));
    store_query_int(&query, state->sessions);
    store_query_int(&query, state->swept);
    store_query_text(&query, state->last_day);
    store_query_int(&query, store_sum_state(state));
    (void)store_query_next(&query);
    return store_query_end(&query, error);
}

bool store_count_sessions(Store *store, int64_t more, bool swept, Error *error) {
    Arena scratch = {0};
    StoreState state;
    bool done = store_read_state(store, &scratch, &state, error);
    if (done) {
        state.sessions += more;
        state.swept = state.swept && swept;
        done = store_write_state(store, &state, error);
    }
    arena_finish(&scratch);
    return done;
}
