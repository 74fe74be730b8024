// The notebook in the store: what is written stays, what is replaced or erased leaves no byte, and a store of the
// version before it has a place for it is led to this one whole.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/disk.h"
#include "records/store_place.h"

#include <sqlite3.h>
#include <stdlib.h>

enum { NOTES = 20 };

static bool stands_in_folder(Place *place, const char *text) {
    ArenaMark mark = arena_mark(&place->arena);
    FileList names;
    bool found = false;
    assert_true(file_list(&place->arena, place->folder, S(""), &names, &place->error));
    for (int32_t i = 0; i < names.count; i++) {
        Str bytes = {0}, path = path_join(&place->arena, place->folder, names.rows[i]);
        found = found || (file_load(&place->arena, path, 1 << 24, &bytes, &place->error) &&
                          str_find(bytes, str_from_c(text)) >= 0);
    }
    arena_rewind(&place->arena, mark);
    return found;
}

static void notes_come_back_the_latest_first_and_are_no_sessions(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    for (int32_t i = 0; i < NOTES; i++) {
        StoreNote note = make_note(&place->arena, i);
        write_note(place, store, &note);
    }
    store_close(store);
    store = open_store(place, STORE_READS);
    StoreNoteList notes = notes_of(place, store);
    assert_int_equal(notes.count, NOTES);
    assert_int_equal(notes.missing, 0);
    for (int32_t i = 0; i < NOTES; i++) {
        StoreNote note = make_note(&place->arena, NOTES - 1 - i);
        assert_str(notes.rows[i].id, note.id);
        assert_str(notes.rows[i].day, note.day);
        assert_str(notes.rows[i].line, note.line);
        assert_false(notes.rows[i].damaged);
    }
    assert_int_equal(list_of(place, store).count, 0);
    StoreNote note = make_note(&place->arena, 1);
    assert_false(store_write_note(store, &note, &place->error)); // it only reads
    store_close(store);
}

static void what_is_replaced_or_erased_leaves_no_byte(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    StoreSession session = make_session(&place->arena, 1, "Un");
    keep(place, store, &session);
    for (int32_t i = 0; i < NOTES; i++) {
        StoreNote note = make_note(&place->arena, i);
        write_note(place, store, &note);
    }
    StoreNote other = make_note(&place->arena, 7);
    other.line = S("{\"kind\": \"entry\"}");
    write_note(place, store, &other);
    assert_false(stands_in_folder(place, "note-007-fin"));
    StoreNoteList notes = notes_of(place, store);
    assert_int_equal(notes.count, NOTES);
    assert_true(store_erase_notes(store, &notes.rows[1], 1, &place->error));
    assert_false(stands_in_folder(place, "note-019-fin"));
    assert_true(stands_in_folder(place, "note-018-fin"));
    assert_int_equal(notes_of(place, store).count, NOTES - 1);
    assert_true(store_erase_notes(store, &notes.rows[1], 1, &place->error)); // gone already
    assert_int_equal(notes_of(place, store).count, NOTES - 1);
    assert_true(store_erase_all_notes(store, &place->error));
    assert_int_equal(notes_of(place, store).count, 0);
    assert_int_equal(list_of(place, store).count, 1);
    store_close(store);
    for (int32_t i = 0; i < NOTES; i++) {
        assert_false(stands_in_folder(place, str_to_c(&place->arena, str_format(&place->arena, "note-%03d-fin", i))));
    }
    assert_true(stands_in_folder(place, "mot-1"));
}

static void run_sql(Place *place, const char *statements) {
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(path_of(place, "sessions.db"), &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, statements, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static void a_note_that_was_changed_or_is_hidden_is_told(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    for (int32_t i = 0; i < 3; i++) {
        StoreNote note = make_note(&place->arena, i);
        write_note(place, store, &note);
    }
    store_close(store);
    run_sql(place, "UPDATE notes SET line = replace(line, '001', '009'); DELETE FROM notes WHERE number = 1");
    store = open_store(place, STORE_WRITES);
    StoreNoteList notes = notes_of(place, store);
    assert_int_equal(notes.count, 2);
    assert_int_equal(notes.missing, 1);
    assert_false(notes.rows[0].damaged);
    assert_true(notes.rows[1].damaged);
    store_close(store);
}

static void put_version_1(Place *place) {
    Str bytes;
    assert_true(file_load(&place->arena, S("data/sessions/version-1.db"), 1 << 20, &bytes, &place->error));
    (void)write_file(place, "sessions.db", bytes);
    (void)write_file(place, "sessions.db-journal", S(""));
}

static int32_t read_all(Place *place, Store *store) {
    StoreHeaderList list = list_of(place, store);
    for (int32_t i = 0; i < list.count; i++) {
        StoreSession session;
        assert_true(store_read(store, &place->arena, &list.rows[i], &session, &place->error));
    }
    return list.count;
}

static void a_store_of_version_1_is_read_as_it_is_and_written_as_the_next(void **state) {
    Place *place = *state;
    Str before, after;
    put_version_1(place);
    assert_true(load(place, path_of(place, "sessions.db"), &before));
    Store *store = open_store(place, STORE_READS);
    assert_int_equal(read_all(place, store), 2);
    assert_int_equal(notes_of(place, store).count, 0);
    store_close(store);
    assert_true(load(place, path_of(place, "sessions.db"), &after));
    assert_str(after, before);
    store = open_store(place, STORE_WRITES);
    StoreNote note = make_note(&place->arena, 1);
    write_note(place, store, &note);
    assert_int_equal(read_all(place, store), 2);
    store_close(store);
    store = open_store(place, STORE_READS);
    assert_int_equal(read_all(place, store), 2);
    assert_int_equal(notes_of(place, store).count, 1);
    store_close(store);
}

// It is written at each pause of whoever types.
static void a_note_is_replaced_without_the_sessions_being_written_anew(void **state) {
    enum { MANY = 200, MOST_CHANGES = 40 };
    Place *place = *state;
    Disk disk = {.lazy = true};
    disk_insert(&disk);
    Store *store = open_store(place, STORE_WRITES);
    for (int32_t i = 0; i < MANY; i++) {
        StoreSession session = make_session(&place->arena, i, "Un");
        keep(place, store, &session);
    }
    StoreNote note = make_note(&place->arena, 1);
    write_note(place, store, &note);
    int64_t before = disk.count;
    write_note(place, store, &note);
    assert_true(disk.count > before && disk.count - before < MOST_CHANGES);
    store_close(store);
    disk_remove(&disk);
}

// Each version is of another length, so that the pages of the table move about.
static void no_version_of_a_note_is_left_behind(void **state) {
    enum { VERSIONS = 500, MOST_WORDS = 60, MANY = 60 };
    Place *place = *state;
    Str there[MANY] = {{0}};
    Random random = random_from_seed(6);
    Disk disk = {.lazy = true};
    disk_insert(&disk);
    Store *store = open_store(place, STORE_WRITES);
    for (int32_t i = 0; i < VERSIONS; i++) {
        int32_t row = random_below(&random, MANY);
        StoreNote note = make_note(&place->arena, row);
        StrBuilder line = {.arena = &place->arena};
        Str mark = str_format(&place->arena, "version-%03d,", i), gone = there[row];
        for (int32_t words = random_below(&random, MOST_WORDS); words >= 0; words--) {
            str_add(&line, mark);
        }
        note.line = str_built(&line);
        there[row] = mark;
        if (i % 5 == 4) {
            there[row] = (Str){0};
            assert_true(store_erase_notes(store, &note, 1, &place->error));
        } else {
            write_note(place, store, &note);
        }
        assert_true(gone.len == 0 || !stands_in_folder(place, str_to_c(&place->arena, gone)));
    }
    store_close(store);
    disk_remove(&disk);
}

typedef bool Work(Place *place, Store *store);

static bool write_one(Place *place, Store *store) {
    StoreNote note = make_note(&place->arena, 1);
    return store_write_note(store, &note, &place->error);
}

static bool erase_all(Place *place, Store *store) {
    return store_erase_all_notes(store, &place->error);
}

// From version 1, with or without a note: change number `at` of the opening and the work is refused. False: there is no
// such change.
static bool try_at(Place *place, Work *work, bool noted, int64_t at) {
    put_version_1(place);
    if (noted) {
        Store *store = open_store(place, STORE_WRITES);
        StoreNote note = make_note(&place->arena, 1);
        write_note(place, store, &note);
        store_close(store);
    }
    Disk disk = {.refusal = SQLITE_FULL, .refuse_all = true, .lazy = true};
    disk_insert(&disk);
    disk.refuse_at = disk.count + at;
    Store *store = store_open(place->folder, STORE_WRITES, &place->error);
    bool done = store && work(place, store);
    bool met = disk.count >= disk.refuse_at;
    assert_true(done || place->error.code == ERROR_DISK_FULL || place->error.code == ERROR_SYSTEM);
    place->error = (Error){0};
    disk.refuse_at = 0;
    store_close(store);
    store = open_store(place, STORE_WRITES);
    assert_int_equal(read_all(place, store), 2);
    assert_true(!done || notes_of(place, store).count == !noted);
    assert_true(work(place, store)); // and on it goes
    assert_int_equal(notes_of(place, store).count, !noted);
    store_close(store);
    disk_remove(&disk);
    return met;
}

static void a_full_disk_loses_nothing_of_the_store_that_it_leads_on(void **state) {
    int64_t writes = 1, erases = 1;
    while (try_at(*state, write_one, false, writes)) {
        writes++;
    }
    while (try_at(*state, erase_all, true, erases)) {
        erases++;
    }
    assert_true(writes > 10 && erases > 10); // or it proved nothing
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(notes_come_back_the_latest_first_and_are_no_sessions),
        TEST(what_is_replaced_or_erased_leaves_no_byte),
        TEST(no_version_of_a_note_is_left_behind),
        TEST(a_note_is_replaced_without_the_sessions_being_written_anew),
        TEST(a_note_that_was_changed_or_is_hidden_is_told),
        TEST(a_store_of_version_1_is_read_as_it_is_and_written_as_the_next),
        TEST(a_full_disk_loses_nothing_of_the_store_that_it_leads_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
