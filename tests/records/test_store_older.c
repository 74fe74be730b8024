// A store of version 3, with a row for each line of a session: read as it is, and led on at the first opening that
// writes, whatever comes between.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/disk.h"
#include "records/store_place.h"
#include "records/store_text.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

enum { OLD = 2, MORE = 7, ROOM = 512 * 1024 };

typedef struct {
    Place *place;
    Str bytes;            // of the store
    StoreSessionList old; // that stand in it
    StoreSession more;
} Older;

static Older begin_older(Place *place) {
    Older older = {.place = place, .more = make_session(&place->arena, MORE, "Un")};
    StoreTextProblemList problems;
    Str text;
    assert_true(load(place, "data/sessions/version-3.db", &older.bytes));
    assert_true(load(place, "data/sessions/two.jsonl", &text));
    store_text_read(&place->arena, store_text_bytes(&text), &older.old, &problems);
    assert_int_equal(older.old.count, OLD);
    return older;
}

static void put_older(const Older *older) {
    (void)write_file(older->place, "sessions.db", older->bytes);
    (void)write_file(older->place, "sessions.db-journal", S(""));
}

static void run_sql(Place *place, const char *sql) {
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(path_of(place, "sessions.db"), &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

// All that stand there are as they were kept; gives whether the one that came later is among them.
static bool assert_whole(const Older *older, Store *store) {
    StoreHeaderList list = list_of(older->place, store);
    bool more = false;
    int32_t found = 0;
    assert_int_equal(list.missing, 0);
    for (int32_t i = 0; i < list.count; i++) {
        for (int32_t j = 0; j < OLD; j++) {
            if (str_equal(list.rows[i].id, older->old.rows[j].header.id)) {
                assert_read_back(older->place, store, &list.rows[i], &older->old.rows[j]);
                found++;
            }
        }
        if (str_equal(list.rows[i].id, older->more.header.id)) {
            assert_read_back(older->place, store, &list.rows[i], &older->more);
            more = true;
        }
    }
    assert_int_equal(found, OLD);
    assert_int_equal(list.count, OLD + more);
    return more;
}

static void whoever_reads_leaves_it_as_it_is(void **state) {
    Older older = begin_older(*state);
    put_older(&older);
    Store *store = open_store(older.place, STORE_READS);
    assert_false(assert_whole(&older, store));
    store_close(store);
    assert_holds(older.place, path_of(older.place, "sessions.db"), older.bytes);
}

static void sessions_of_before_stand_beside_those_of_now(void **state) {
    Older older = begin_older(*state);
    int32_t added = 0;
    put_older(&older);
    Store *store = open_store(older.place, STORE_WRITES);
    keep(older.place, store, &older.more);
    assert_true(assert_whole(&older, store));
    assert_true(store_keep(store, older.old.rows, OLD, &added, &older.place->error)); // they are known again
    assert_int_equal(added, 0);
    store_close(store);
    store = open_store(older.place, STORE_READS);
    assert_true(assert_whole(&older, store));
    store_close(store);
}

static void one_of_before_that_is_erased_leaves_no_byte(void **state) {
    static const char *const WORDS[] = {"On peut attendre sans se taire.", "Lundi matin",
                                        "abcdef0123456789abcdef0123456789"};
    Older older = begin_older(*state);
    Str bytes;
    put_older(&older);
    for (int32_t i = 0; i < COUNT(WORDS); i++) {
        assert_true(str_find(older.bytes, str_from_c(WORDS[i])) >= 0);
    }
    Store *store = open_store(older.place, STORE_WRITES);
    StoreHeaderList list = list_of(older.place, store);
    for (int32_t i = 0; i < list.count; i++) {
        if (str_equal(list.rows[i].id, older.old.rows[0].header.id)) {
            assert_true(store_erase(store, &list.rows[i], 1, &older.place->error));
        }
    }
    assert_int_equal(list_of(older.place, store).count, OLD - 1);
    store_close(store);
    assert_true(load(older.place, path_of(older.place, "sessions.db"), &bytes));
    for (int32_t i = 0; i < COUNT(WORDS); i++) {
        assert_true(str_find(bytes, str_from_c(WORDS[i])) < 0);
    }
}

// What damage took from the new rows is not looked for among the old ones.
static void what_is_damaged_is_told_and_no_other_session_with_it(void **state) {
    static const char *const DAMAGES[] = {"UPDATE lines SET line = replace(line, 'banque', 'banquE') WHERE session = 1",
                                          "DELETE FROM lines WHERE session = 1 AND place = 3",
                                          "UPDATE lines SET place = place + 1 WHERE session = 1 AND place = 17"};
    Older older = begin_older(*state);
    for (int32_t i = 0; i < 2 * COUNT(DAMAGES); i++) {
        put_older(&older);
        run_sql(older.place, DAMAGES[i / 2]);
        Store *store = open_store(older.place, i % 2 ? STORE_WRITES : STORE_READS);
        StoreHeaderList list = list_of(older.place, store);
        for (int32_t j = 0; j < list.count; j++) {
            StoreSession read;
            bool whole = store_read(store, &older.place->arena, &list.rows[j], &read, &older.place->error);
            assert_int_equal(whole, list.rows[j].row != 1);
        }
        assert_error(older.place, ERROR_DAMAGED);
        store_close(store);
    }
    put_older(&older);
    Store *store = open_store(older.place, STORE_WRITES);
    keep(older.place, store, &older.more);
    store_close(store);
    run_sql(older.place, "DELETE FROM logs");
    store = open_store(older.place, STORE_READS);
    StoreHeaderList list = list_of(older.place, store);
    for (int32_t i = 0; i < list.count; i++) {
        StoreSession read;
        bool whole = store_read(store, &older.place->arena, &list.rows[i], &read, &older.place->error);
        assert_int_equal(whole, !str_equal(list.rows[i].id, older.more.header.id));
    }
    assert_error(older.place, ERROR_DAMAGED);
    store_close(store);
}

// Change number `at` of opening it and of keeping one more is refused. False: there is no such change.
static bool try_full_at(const Older *older, int64_t at) {
    Place *place = older->place;
    put_older(older);
    Disk disk = {.refusal = SQLITE_FULL, .refuse_all = true, .lazy = true};
    disk_insert(&disk);
    disk.refuse_at = disk.count + at;
    Store *store = store_open(place->folder, STORE_WRITES, &place->error);
    bool done = store && store_keep(store, &older->more, 1, NULL, &place->error);
    bool met = disk.count >= disk.refuse_at;
    assert_true(done || place->error.code == ERROR_DISK_FULL || place->error.code == ERROR_SYSTEM);
    place->error = (Error){0};
    disk.refuse_at = 0;
    store_close(store);
    store = open_store(place, STORE_WRITES);
    bool more = assert_whole(older, store);
    assert_true(more || !done);
    keep(place, store, &older->more); // and on it goes
    assert_true(assert_whole(older, store));
    store_close(store);
    disk_remove(&disk);
    return met;
}

static void a_full_disk_loses_nothing(void **state) {
    Older older = begin_older(*state);
    int64_t at = 1;
    while (try_full_at(&older, at)) {
        at++;
    }
    assert_true(at > 10); // or it proved nothing
}

static void put_file(Place *place, const char *name, const char *bytes, ptrdiff_t len) {
    if (len >= 0) {
        (void)write_file(place, name, (Str){bytes, len});
    } else {
        (void)remove(path_of(place, name));
    }
}

// What is on the disk of the old store, then what opening it and keeping one more changes there.
static void note_leading_on(const Older *older, Disk *disk) {
    put_older(older);
    disk_insert(disk);
    disk_note(disk, DISK_WRITE, 0, 0, older->bytes);
    disk_note(disk, DISK_SYNC, 0, 0, (Str){0});
    disk_mark(disk, 1);
    Store *store = open_store(older->place, STORE_WRITES);
    keep(older->place, store, &older->more);
    disk_mark(disk, 2);
    store_close(store);
    disk->notes = false;
}

static void no_power_cut_loses_anything(void **state) {
    enum { DRAWS = 6 };
    Older older = begin_older(*state);
    char *bytes = calloc(1, ROOM);
    Disk disk = {.notes = true, .lazy = true};
    Random random = random_from_seed(3);
    DiskState cut;
    int32_t with = 0, without = 0;
    note_leading_on(&older, &disk);
    disk_state_begin(&cut, ROOM);
    for (int32_t row = 0; row < disk.changes.count; row++) {
        disk_state_step(&cut, &disk, row);
        for (int32_t i = 0; cut.mark > 0 && i < DRAWS; i++) {
            ArenaMark mark = arena_mark(&older.place->arena);
            put_file(older.place, "sessions.db", bytes, disk_state_cut(&cut, &disk, row, 0, &random, bytes));
            put_file(older.place, "sessions.db-journal", bytes, disk_state_cut(&cut, &disk, row, 1, &random, bytes));
            Store *store = open_store(older.place, i % 2 ? STORE_WRITES : STORE_READS);
            bool more = assert_whole(&older, store);
            assert_true(more || cut.mark < 2);
            with += more;
            without += !more;
            store_close(store);
            arena_rewind(&older.place->arena, mark);
        }
    }
    print_message("%d cuts with the session, %d without\n", with, without);
    assert_true(with > DRAWS && without > DRAWS);
    disk_state_end(&cut);
    disk_remove(&disk);
    free(bytes);
}

static void lead_on(const Older *older) {
    Error error = {0};
    Store *store = store_open(older->place->folder, STORE_WRITES, &error);
    bool kept = store && store_keep(store, &older->more, 1, NULL, &error);
    _exit(!kept);
}

static void being_killed_loses_nothing(void **state) {
    enum { KILLS = 60, STEP_NS = 700000 };
    Older older = begin_older(*state);
    int32_t with = 0;
    for (int32_t i = 0; i < KILLS; i++) {
        ArenaMark mark = arena_mark(&older.place->arena);
        put_older(&older);
        pid_t child = fork();
        if (child == 0) {
            lead_on(&older);
        }
        nanosleep(&(struct timespec){.tv_nsec = (long)i * STEP_NS}, NULL);
        assert_int_equal(kill(child, SIGKILL), 0);
        assert_int_equal(waitpid(child, NULL, 0), child);
        Store *store = open_store(older.place, i % 2 ? STORE_WRITES : STORE_READS);
        with += assert_whole(&older, store);
        store_close(store);
        arena_rewind(&older.place->arena, mark);
    }
    print_message("%d kills, %d after it was kept\n", KILLS, with);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(whoever_reads_leaves_it_as_it_is),
        TEST(sessions_of_before_stand_beside_those_of_now),
        TEST(one_of_before_that_is_erased_leaves_no_byte),
        TEST(what_is_damaged_is_told_and_no_other_session_with_it),
        TEST(a_full_disk_loses_nothing),
        TEST(no_power_cut_loses_anything),
        TEST(being_killed_loses_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
