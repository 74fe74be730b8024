// What was erased leaves no byte: every file of the folder is searched for it.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/disk.h"
#include "records/store_place.h"

#include <sqlite3.h>
#include <string.h>

enum { SESSIONS = 40 };

// Words that stand in one session alone, in its label, its lines, and, where it has a case of its own, in that.
static Str mark_of(Arena *arena, int32_t number) {
    return str_format(arena, "marque-%03d-fin", number);
}

static StoreSession make_marked(Arena *arena, int32_t number) {
    StoreSession session = make_session(arena, number, "commun");
    Str mark = mark_of(arena, number);
    StrBuilder lines = {.arena = arena};
    str_add(&lines, session.lines);
    for (int32_t i = 0; i < number % 7 * 5; i++) { // some of them over several pages
        str_addf(&lines, "{\"seq\": %d, \"kind\": \"sentence\", \"text\": \"%.*s", 100 + i, S_ARG(mark));
        for (int32_t j = 0; j < number * 9; j++) {
            str_add(&lines, S(" mot"));
        }
        str_addf(&lines, " %.*s\"}\n", S_ARG(mark));
    }
    session.lines = str_built(&lines);
    session.header.label = str_format(arena, "Groupe %.*s", S_ARG(mark));
    if (number % 2) {
        session.case_bytes = str_format(arena, "{\"title\": \"Cas %.*s\"}", S_ARG(mark));
        session.header.title = mark;
    }
    return session;
}

static bool holds(Str bytes, Str what) {
    for (ptrdiff_t i = 0; i + what.len <= bytes.len; i++) {
        const char *at = memchr(bytes.text + i, what.text[0], (size_t)(bytes.len - what.len - i + 1));
        if (!at) {
            return false;
        }
        if (memcmp(at, what.text, (size_t)what.len) == 0) {
            return true;
        }
        i = at - bytes.text;
    }
    return false;
}

// Whether the mark of a session stands anywhere in the folder.
static bool is_anywhere(Place *place, int32_t number) {
    ArenaMark mark = arena_mark(&place->arena);
    FileList names;
    bool found = false;
    assert_true(file_list(&place->arena, place->folder, S(""), &names, &place->error));
    for (int32_t i = 0; i < names.count; i++) {
        Str bytes;
        Str path = path_join(&place->arena, place->folder, names.rows[i]);
        assert_true(file_load(&place->arena, path, INT32_MAX, &bytes, &place->error));
        found = found || holds(bytes, mark_of(&place->arena, number));
    }
    arena_rewind(&place->arena, mark);
    return found;
}

static void keep_marked(Place *place, Store *store, int32_t first, int32_t count) {
    for (int32_t i = first; i < first + count; i++) {
        StoreSession session = make_marked(&place->arena, i);
        keep(place, store, &session);
    }
}

static void erase_number(Place *place, Store *store, int32_t number) {
    StoreHeaderList list = list_of(place, store);
    Str id = str_format(&place->arena, "%032x", number);
    for (int32_t i = 0; i < list.count; i++) {
        if (str_equal(list.rows[i].id, id)) {
            assert_true(store_erase(store, &list.rows[i], 1, &place->error));
            return;
        }
    }
    fail();
}

static void no_byte_of_what_was_erased_is_left(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    Random random = random_from_seed(12);
    bool there[SESSIONS + 1] = {false};
    keep_marked(place, store, 1, SESSIONS / 2);
    for (int32_t i = 1; i <= SESSIONS; i++) {
        there[i] = i <= SESSIONS / 2;
        assert_int_equal(is_anywhere(place, i), there[i]); // or the search would find nothing anyway
    }
    for (int32_t round = 0; round < SESSIONS; round++) {
        int32_t number = 1 + random_below(&random, SESSIONS);
        if (there[number]) {
            erase_number(place, store, number);
        } else {
            keep_marked(place, store, number, 1);
        }
        there[number] = !there[number];
        for (int32_t i = 1; i <= SESSIONS; i++) {
            assert_int_equal(is_anywhere(place, i), there[i]); // while it is open, too
        }
    }
    store_close(store);
    assert_true(store_erase_all(place->folder, &place->error));
    for (int32_t i = 1; i <= SESSIONS; i++) {
        assert_false(is_anywhere(place, i));
    }
}

static void what_is_past_its_day_leaves_no_byte(void **state) {
    Place *place = *state;
    StorePurge purge;
    Store *store = open_store(place, STORE_WRITES);
    for (int32_t i = 1; i <= 9; i++) {
        StoreSession session = make_marked(&place->arena, i);
        session.header.erase_after = i % 2 ? S("2027-02-28") : S("2027-03-01");
        keep(place, store, &session);
    }
    assert_true(store_purge(store, &place->arena, S("2027-02-28"), false, &purge, &place->error));
    assert_int_equal(purge.erased, 0); // the last day is one on which it is kept
    assert_true(store_purge(store, &place->arena, S("2027-03-01"), false, &purge, &place->error));
    assert_int_equal(purge.erased, 5);
    for (int32_t i = 1; i <= 9; i++) {
        assert_int_equal(is_anywhere(place, i), i % 2 == 0);
    }
    store_close(store);
}

static bool is_swept(Place *place) {
    sqlite3 *database = NULL;
    sqlite3_stmt *query = NULL;
    assert_int_equal(sqlite3_open(path_of(place, "sessions.db"), &database), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(database, "SELECT swept FROM state", -1, &query, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_step(query), SQLITE_ROW);
    bool swept = sqlite3_column_int(query, 0) == 1;
    assert_int_equal(sqlite3_finalize(query), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
    return swept;
}

static void what_a_full_disk_left_is_swept_at_the_next_opening(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    keep_marked(place, store, 1, 9);
    store_close(store);
    Disk disk = {.refusal = SQLITE_FULL};
    disk_insert(&disk);
    store = open_store(place, STORE_WRITES);
    StoreHeaderList list = list_of(place, store);
    disk.refuse_all = true;
    for (int64_t at = 1; list.count == 9; at++) { // until it fails behind the transaction
        disk.refuse_at = disk.count + at;
        assert_false(store_erase(store, &list.rows[4], 1, &place->error));
        disk.refuse_at = 0;
        list = list_of(place, store);
    }
    store_close(store);
    disk_remove(&disk);
    int32_t gone = 5;
    assert_false(is_swept(place));
    store = open_store(place, STORE_WRITES);
    assert_true(is_swept(place));
    for (int32_t i = 1; i <= 9; i++) {
        assert_int_equal(is_anywhere(place, i), i != gone);
    }
    store_close(store);
}

static StorePurge purge_on(Place *place, Store *store, const char *today, bool sure) {
    StorePurge purge;
    assert_true(store_purge(store, &place->arena, str_from_c(today), sure, &purge, &place->error));
    return purge;
}

static void what_is_dated_ahead_is_told_and_not_erased(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    StoreSession ahead = make_session(&place->arena, 1, "Un");
    keep(place, store, &ahead);                                     // kept on 2026-11-28
    StorePurge purge = purge_on(place, store, "2026-11-27", false); // whoever travels west
    assert_int_equal(purge.ahead.count, 0);
    purge = purge_on(place, store, "2010-01-01", false);
    assert_int_equal(purge.ahead.count, 1);
    assert_int_equal(purge.erased + purge.due.count, 0);
    purge = purge_on(place, store, "2026-11-28", false); // the clock is right again
    assert_int_equal(purge.ahead.count + purge.due.count + purge.erased, 0);
    store_close(store);
}

static void after_a_leap_of_the_clock_nothing_is_erased_unless_one_is_sure(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    StoreSession session = make_session(&place->arena, 1, "Un");
    keep(place, store, &session); // until 2027-11-28
    (void)purge_on(place, store, "2027-06-01", false);
    for (int32_t i = 0; i < 2; i++) { // the leap is not forgotten by looking twice
        StorePurge purge = purge_on(place, store, "2099-01-01", false);
        assert_int_equal(purge.erased, 0);
        assert_int_equal(purge.due.count, 1);
        assert_str(purge.last_day, S("2027-06-01"));
    }
    assert_int_equal(purge_on(place, store, "2027-11-28", false).erased, 0);
    assert_int_equal(purge_on(place, store, "2028-11-01", false).erased, 1);
    keep(place, store, &session);
    assert_int_equal(purge_on(place, store, "2040-01-01", false).erased, 0);
    assert_int_equal(purge_on(place, store, "2040-01-01", true).erased, 1);
    store_close(store);
}

static void who_only_reads_purges_nothing(void **state) {
    Place *place = *state;
    StorePurge purge;
    Store *store = open_store(place, STORE_WRITES);
    StoreSession session = make_session(&place->arena, 1, "Un");
    keep(place, store, &session);
    store_close(store);
    store = open_store(place, STORE_READS);
    assert_false(store_purge(store, &place->arena, S("2028-01-01"), false, &purge, &place->error));
    assert_error(place, ERROR_NOT_WRITABLE);
    assert_int_equal(list_of(place, store).count, 1);
    store_close(store);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(no_byte_of_what_was_erased_is_left),
        TEST(what_is_past_its_day_leaves_no_byte),
        TEST(what_a_full_disk_left_is_swept_at_the_next_opening),
        TEST(what_is_dated_ahead_is_told_and_not_erased),
        TEST(after_a_leap_of_the_clock_nothing_is_erased_unless_one_is_sure),
        TEST(who_only_reads_purges_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
