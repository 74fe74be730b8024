#include "records/store_returns.h"

#include "records/store_inside.h"
#include "records/store_row.h"

enum { WITH_RETURNS = 3 }; // version from which there are any

static uint32_t sum_item(const StoreReturn *item) {
    const Str texts[] = {item->home, item->item, item->text};
    uint32_t sum = store_sum_number(0, item->kind);
    for (int32_t i = 0; i < COUNT(texts); i++) {
        sum = store_sum_text(sum, texts[i]);
    }
    return store_sum_number(store_sum_number(sum, item->card.box), item->card.due);
}

static uint32_t sum_clock(const LeitnerClock *clock) {
    return store_sum_number(store_sum_number(store_sum_number(0, clock->day), clock->seen), clock->starts);
}

static bool read_clock(Store *store, LeitnerClock *clock, Error *error) {
    StoreQuery query = store_query(store->database, S("SELECT day, seen, starts, crc FROM returns_clock"));
    *clock = (LeitnerClock){0};
    if (store_query_next(&query)) {
        LeitnerClock read = {0};
        read.day = (int32_t)store_query_read_int(&query);
        read.seen = (int32_t)store_query_read_int(&query);
        read.starts = (int32_t)store_query_read_int(&query);
        *clock = store_query_read_int(&query) == sum_clock(&read) ? read : (LeitnerClock){0};
    }
    return store_query_end(&query, error);
}

static StoreReturn read_item(StoreQuery *query, Arena *arena) {
    StoreReturn item = {0};
    item.kind = store_query_read_int(query) == STORE_RETURNS_DETECTOR ? STORE_RETURNS_DETECTOR : STORE_RETURNS_QUESTION;
    item.home = str_copy(arena, store_query_read_text(query));
    item.item = str_copy(arena, store_query_read_text(query));
    item.text = str_copy(arena, store_query_read_text(query));
    item.card.box = (int32_t)store_query_read_int(query);
    item.card.due = (int32_t)store_query_read_int(query);
    return item;
}

bool store_returns_read(Store *store, Arena *arena, StoreReturns *returns, Error *error) {
    *returns = (StoreReturns){0};
    if (store->is_empty || store->version < WITH_RETURNS) {
        return true;
    }
    if (!store_is_ready(store, false, error) || !read_clock(store, &returns->clock, error)) {
        return false;
    }
    StoreQuery query =
        store_query(store->database, S("SELECT kind, home, item, text, box, due, crc FROM returns ORDER BY number"));
    while (store_query_next(&query)) {
        StoreReturn item = read_item(&query, arena);
        if (store_query_read_int(&query) == sum_item(&item)) {
            item.card = leitner_mend(item.card, returns->clock.day);
            *rows_append(arena, &returns->items) = item;
        }
    }
    return store_query_end(&query, error);
}

static bool keep_clock(Store *store, const LeitnerClock *clock, Error *error) {
    StoreQuery query = store_query(
        store->database, S("REPLACE INTO returns_clock (one, day, seen, starts, crc) VALUES (1, ?, ?, ?, ?)"));
    store_query_int(&query, clock->day);
    store_query_int(&query, clock->seen);
    store_query_int(&query, clock->starts);
    store_query_int(&query, sum_clock(clock));
    (void)store_query_next(&query);
    return store_query_end(&query, error);
}

static bool keep_items(Store *store, const StoreReturnTable *items, Error *error) {
    StoreQuery query = store_query(
        store->database, S("INSERT INTO returns (kind, home, item, text, box, due, crc) VALUES (?, ?, ?, ?, ?, ?, ?)"));
    for (int32_t i = 0; i < items->count; i++) {
        const StoreReturn *item = &items->rows[i];
        store_query_int(&query, item->kind);
        store_query_text(&query, item->home);
        store_query_text(&query, item->item);
        store_query_text(&query, item->text);
        store_query_int(&query, item->card.box);
        store_query_int(&query, item->card.due);
        store_query_int(&query, sum_item(item));
        (void)store_query_next(&query);
        store_query_again(&query);
    }
    return store_query_end(&query, error);
}

bool store_returns_keep(Store *store, const StoreReturns *returns, Error *error) {
    return store_begin(store, error) &&
           store_end(store,
                     store_database_run(store->database, S("DELETE FROM returns"), error) &&
                         keep_clock(store, &returns->clock, error) && keep_items(store, &returns->items, error),
                     error);
}

bool store_returns_erase(Store *store, Error *error) {
    return store_begin(store, error) &&
           store_end(store,
                     store_database_run(store->database, S("DELETE FROM returns; DELETE FROM returns_clock"), error) &&
                         store_count_sessions(store, 0, false, error),
                     error) &&
           store_sweep(store, error);
}
