#include "base/date.h"
#include "base/path.h"
#include "records/store_inside.h"

// By more than a day: who travels west may meet the same evening twice.
static bool lies_ahead(Str date, Str today) {
    return date_days(date) > date_days(today) + 1;
}

// The last day that was sure: that of the last purge, or on which something was kept since. Empty: none.
static Str find_sure_day(const StoreHeaderList *all, Str last_purge, Str today) {
    Str sure = last_purge;
    for (int32_t i = 0; i < all->count; i++) {
        const StoreHeader *header = &all->rows[i];
        if (!header->damaged && str_compare(header->kept, today) <= 0 && str_compare(header->kept, sure) > 0) {
            sure = header->kept;
        }
    }
    return sure;
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

static bool purge_due(Store *store, Str today, StorePurge *purge, Error *error) {
    if (purge->due.count > 0 && !store_erase(store, purge->due.rows, purge->due.count, error)) {
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
    StoreHeaderList all;
    StoreState state;
    *purge = (StorePurge){0};
    if (!store_is_ready(store, true, error) || !store_list(store, arena, &all, error) ||
        !store_read_state(store, arena, &state, error)) {
        return false;
    }
    Str sure_day = find_sure_day(&all, state.last_day, today);
    sort_out(arena, &all, today, purge);
    if (!sure && sure_day.len > 0 && date_days(today) - date_days(sure_day) > STORE_LEAP_DAYS) {
        purge->last_day = sure_day;
        return true;
    }
    return purge_due(store, today, purge, error) && note_day(store, today, error);
}
