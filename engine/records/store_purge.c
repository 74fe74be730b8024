#include "base/date.h"
#include "base/path.h"
#include "records/store_inside.h"

// By more than a day: who travels west may meet the same evening twice.
static bool lies_ahead(Str date, Str today) {
    return date_days(date) > date_days(today) + 1;
}

// The last day that was sure: that of the last purge, or on which something was kept since. Empty: none.
static bool find_sure_day(Store *store, Arena *arena, Str today, Str *day, Error *error) {
    StoreState state;
    StoreQuery query = store_query(store->database, S("SELECT max(kept) FROM sessions WHERE kept <= ?"));
    store_query_text(&query, today);
    Str kept = store_query_next(&query) ? str_copy(arena, store_query_read_text(&query)) : (Str){0};
    bool done = store_query_end(&query, error) && store_read_state(store, arena, &state, error);
    *day = done && str_compare(state.last_day, kept) > 0 ? state.last_day : kept;
    return done;
}

static void sort_out(Arena *arena, const StoreHeaderList *all, Str today, StorePurge *purge) {
    for (int32_t i = 0; i < all->count; i++) {
        const StoreHeader *header = &all->rows[i];
        if (!header->damaged && lies_ahead(header->kept, today)) {
            *rows_append(arena, &purge->ahead) = *header;
        } else if (!header->damaged && str_compare(header->erase_after, today) < 0) {
            *rows_append(arena, &purge->due) = *header;
        }
    }
}

// sessions.DAY.damaged: what is in it may not say its days any more.
static bool expire_aside(const Store *store, Str today, Error *error) {
    Arena scratch = {0};
    FileList names;
    Str folder = path_folder(store->path);
    bool done = true;
    store_list_aside(&scratch, folder, &names);
    for (int32_t i = 0; done && i < names.count; i++) {
        Str rest = names.rows[i];
        (void)str_cut(&rest, '.');
        int32_t day = date_days(str_cut(&rest, '.'));
        if (day < 0 || date_days(today) - day > STORE_ASIDE_DAYS) {
            done = store_erase_aside(folder, names.rows[i], error);
        }
    }
    arena_finish(&scratch);
    return done;
}

// With nothing due, what an erasing before could not finish.
static bool purge_due(Store *store, Str today, StorePurge *purge, Error *error) {
    bool done =
        purge->due.count > 0 ? store_erase(store, purge->due.rows, purge->due.count, error) : store_sweep(store, error);
    if (!done) {
        return false;
    }
    purge->erased = purge->due.count;
    purge->due = (StoreHeaderList){0};
    return expire_aside(store, today, error);
}

static bool note_day(Store *store, Str today, Error *error) {
    Arena scratch = {0};
    StoreState state;
    bool done = store_read_state(store, &scratch, &state, error);
    if (done && !str_equal(state.last_day, today)) {
        state.last_day = today;
        done = store_write_state(store, &state, error);
    }
    arena_finish(&scratch);
    return done;
}

bool store_purge(Store *store, Arena *arena, Str today, bool sure, StorePurge *purge, Error *error) {
    StoreHeaderList dated;
    Str sure_day = {0};
    *purge = (StorePurge){0};
    if (!store_is_ready(store, true, error) || !store_list_dated(store, arena, today, &dated, error) ||
        !find_sure_day(store, arena, today, &sure_day, error)) {
        return false;
    }
    sort_out(arena, &dated, today, purge);
    if (!sure && sure_day.len > 0 && date_days(today) - date_days(sure_day) > STORE_LEAP_DAYS) {
        purge->last_day = sure_day;
        return true;
    }
    return purge_due(store, today, purge, error) && note_day(store, today, error);
}
