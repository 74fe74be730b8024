// A disk that is full, or that fails, at each change in turn: it is said, nothing is lost, and one goes on.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/disk.h"
#include "records/store_place.h"

#include <sqlite3.h>

enum { BEFORE = 6 };

typedef struct {
    Place *place;
    StoreSession before[BEFORE], more[2];
    Str bytes;      // of a store with those before
    int32_t unsure; // what was not promised, and stands there all the same
} Trial;

static void begin_trial(Trial *trial, Place *place) {
    *trial = (Trial){.place = place};
    for (int32_t i = 0; i < BEFORE; i++) {
        trial->before[i] = make_session(&place->arena, i + 1, i % 2 ? "Deux" : "Un");
    }
    trial->more[0] = make_session(&place->arena, 21, "Deux");
    trial->more[1] = make_session(&place->arena, 22, "Trois");
    Store *store = open_store(place, STORE_WRITES);
    assert_true(store_keep(store, trial->before, BEFORE, NULL, &place->error));
    store_close(store);
    assert_true(load(place, path_of(place, "sessions.db"), &trial->bytes));
}

static void assert_stands(Trial *trial, Store *store, const StoreSession *session, bool wanted) {
    StoreHeaderList list = list_of(trial->place, store);
    int32_t found = 0;
    assert_int_equal(list.missing, 0);
    for (int32_t i = 0; i < list.count; i++) {
        if (str_equal(list.rows[i].id, session->header.id)) {
            assert_read_back(trial->place, store, &list.rows[i], session);
            found++;
        }
    }
    assert_int_equal(found, wanted);
}

static bool keep_more(Trial *trial, Store *store) {
    return store_keep(store, trial->more, 2, NULL, &trial->place->error);
}

static bool erase_some(Trial *trial, Store *store) {
    StoreHeaderList list = list_of(trial->place, store);
    assert_true(list.count > 2);
    return store_erase(store, list.rows, 1, &trial->place->error);
}

// All of it or nothing; when the last part of erasing fails, the erased session is gone all the same.
static void assert_whole(Trial *trial, Store *store, bool kept, int32_t count) {
    for (int32_t i = 0; i < 2; i++) {
        assert_stands(trial, store, &trial->more[i], kept);
    }
    assert_int_equal(list_of(trial->place, store).count, count);
}

typedef bool Work(Trial *trial, Store *store);

// One trial: change number `at` is refused. False: the work makes no such change.
static bool try_at(Trial *trial, Work *work, Disk *wanted, int64_t at) {
    Place *place = trial->place;
    Disk disk = *wanted;
    (void)write_file(place, "sessions.db", trial->bytes);
    (void)write_file(place, "sessions.db-journal", S(""));
    disk_insert(&disk);
    Store *store = open_store(place, STORE_WRITES);
    disk.refuse_at = disk.count + at;
    bool done = work(trial, store);
    bool met = disk.count >= disk.refuse_at;
    if (!done) {
        bool full = place->error.code == ERROR_DISK_FULL || place->error.code == ERROR_SYSTEM;
        assert_true(full);
        place->error = (Error){0};
    }
    assert_true(done || met);
    disk.refuse_at = 0;
    bool keeps = work == keep_more;
    int32_t count = list_of(place, store).count;
    // Only the very last sync may fail when all is done: then nobody can say whether it will last.
    bool kept = keeps && count == BEFORE + 2;
    bool gone = !keeps && count == BEFORE - 1;
    assert_true(kept || gone || count == BEFORE);
    assert_true(!done || kept || gone);
    trial->unsure += kept && !done;
    assert_whole(trial, store, kept, count);
    assert_true(keep_more(trial, store)); // and on it goes
    assert_whole(trial, store, true, gone ? BEFORE + 1 : BEFORE + 2);
    store_close(store);
    store = open_store(place, STORE_WRITES);
    assert_whole(trial, store, true, gone ? BEFORE + 1 : BEFORE + 2);
    for (int32_t i = 0; i < BEFORE && !gone; i++) {
        assert_stands(trial, store, &trial->before[i], true);
    }
    store_close(store);
    disk_remove(&disk);
    return met;
}

static void try_everywhere(Place *place, Work *work) {
    static const int REFUSALS[] = {SQLITE_FULL, SQLITE_IOERR_WRITE};
    Trial trial;
    begin_trial(&trial, place);
    for (int32_t i = 0; i < 2 * COUNT(REFUSALS); i++) {
        Disk disk = {.refusal = REFUSALS[i % 2], .refuse_all = i >= 2, .lazy = true};
        int64_t at = 1;
        while (try_at(&trial, work, &disk, at)) {
            at++;
        }
        assert_true(at > 5); // or it proved nothing
        assert_true(trial.unsure <= i + 1);
    }
}

static void a_full_disk_while_keeping_loses_nothing(void **state) {
    try_everywhere(*state, keep_more);
}

static void a_full_disk_while_erasing_loses_nothing(void **state) {
    try_everywhere(*state, erase_some);
}

// One trial: all sessions are past their day. False: purging makes no such change.
static bool try_purge_at(Trial *trial, int64_t at) {
    Place *place = trial->place;
    Disk disk = {.refusal = SQLITE_FULL, .refuse_all = true, .lazy = true};
    StorePurge purge;
    (void)write_file(place, "sessions.db", trial->bytes);
    (void)write_file(place, "sessions.db-journal", S(""));
    disk_insert(&disk);
    Store *store = open_store(place, STORE_WRITES);
    disk.refuse_at = disk.count + at;
    bool done = store_purge(store, &place->arena, S("2027-12-01"), true, &purge, &place->error);
    bool met = disk.count >= disk.refuse_at;
    assert_true(done || place->error.code == ERROR_DISK_FULL || place->error.code == ERROR_SYSTEM);
    disk.refuse_at = 0;
    int32_t count = list_of(place, store).count;
    assert_true(count == 0 || (count == BEFORE && !done));
    assert_true(store_purge(store, &place->arena, S("2027-12-01"), true, &purge, &place->error));
    assert_int_equal(purge.erased, count);
    assert_int_equal(list_of(place, store).count, 0);
    store_close(store);
    disk_remove(&disk);
    place->error = (Error){0};
    return met;
}

static void a_full_disk_while_purging_leaves_it_for_the_next_time(void **state) {
    Trial trial;
    int64_t at = 1;
    begin_trial(&trial, *state);
    while (try_purge_at(&trial, at)) {
        at++;
    }
    assert_true(at > 20);
}

static void a_full_disk_while_beginning_leaves_no_ruin(void **state) {
    Place *place = *state;
    StoreSession session = make_session(&place->arena, 1, "Un");
    for (int64_t at = 1;; at++) {
        Disk disk = {.refusal = SQLITE_FULL, .refuse_at = at, .refuse_all = true, .lazy = true};
        disk_insert(&disk);
        Store *store = store_open(place->folder, STORE_WRITES, &place->error);
        if (store) {
            store_close(store);
            disk_remove(&disk);
            assert_true(at > 5);
            return;
        }
        assert_true(place->error.code == ERROR_DISK_FULL || place->error.code == ERROR_SYSTEM);
        disk.refuse_at = 0;
        store = open_store(place, STORE_WRITES);
        keep(place, store, &session);
        assert_int_equal(list_of(place, store).count, 1);
        store_close(store);
        disk_remove(&disk);
        assert_true(store_erase_all(place->folder, &place->error));
    }
}

// One that gets no room at BEGIN, at INSERT and at COMMIT is told the same: here the whole disk is full.
static void the_words_for_a_full_disk_are_those(void **state) {
    Place *place = *state;
    StoreSession session = make_session(&place->arena, 1, "Un");
    Disk disk = {.refusal = SQLITE_FULL, .refuse_all = true};
    disk_insert(&disk);
    Store *store = open_store(place, STORE_WRITES);
    disk.refuse_at = disk.count + 1;
    assert_false(store_keep(store, &session, 1, NULL, &place->error));
    assert_error(place, ERROR_DISK_FULL);
    store_close(store);
    disk_remove(&disk);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_full_disk_while_keeping_loses_nothing),
        TEST(a_full_disk_while_erasing_loses_nothing),
        TEST(a_full_disk_while_purging_leaves_it_for_the_next_time),
        TEST(a_full_disk_while_beginning_leaves_no_ruin),
        TEST(the_words_for_a_full_disk_are_those),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
