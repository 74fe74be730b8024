// Stores that are not as Palabre leaves them: each is refused or told, and none is overwritten.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)
#define _DEFAULT_SOURCE 1 // NOLINT(readability-identifier-naming): seteuid

#include "records/store_place.h"

#include "base/random.h"

#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

enum { SESSIONS = 12, NOBODY = 65534 };

// A store with some sessions, kept in the test's folder; gives its bytes.
static Str make_store(Place *place, StoreSession *sessions) {
    Str bytes;
    Store *store = open_store(place, STORE_WRITES);
    for (int32_t i = 0; i < SESSIONS; i++) {
        sessions[i] = make_session(&place->arena, i + 1, i % 3 ? "Deux" : "Un");
    }
    assert_true(store_keep(store, sessions, SESSIONS, NULL, &place->error));
    store_close(store);
    assert_true(load(place, path_of(place, "sessions.db"), &bytes));
    return bytes;
}

static void assert_refused(Place *place, ErrorCode code) {
    static const StoreAccess ACCESSES[] = {STORE_READS, STORE_WRITES};
    for (int32_t i = 0; i < COUNT(ACCESSES); i++) {
        Store *store = store_open(place->folder, ACCESSES[i], &place->error);
        assert_null(store);
        assert_string_equal(place->error.path, path_of(place, "sessions.db"));
        assert_error(place, code);
    }
}

static void assert_refused_unchanged(Place *place, Str bytes, ErrorCode code) {
    (void)write_file(place, "sessions.db", bytes);
    assert_refused(place, code);
    assert_holds(place, path_of(place, "sessions.db"), bytes);
}

static void run_sql(Place *place, const char *sql) {
    sqlite3 *database = NULL;
    assert_int_equal(sqlite3_open(path_of(place, "sessions.db"), &database), SQLITE_OK);
    assert_int_equal(sqlite3_exec(database, sql, NULL, NULL, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(database), SQLITE_OK);
}

static void what_is_no_database_is_refused(void **state) {
    Place *place = *state;
    char zeros[4096] = {0};
    assert_refused_unchanged(place, S("Once upon a time there was a file that was no database.\n"), ERROR_NOT_OURS);
    assert_refused_unchanged(place, S("\x89PNG\r\n\x1a\n"), ERROR_NOT_OURS);
    assert_refused_unchanged(place, S("SQLite format 3"), ERROR_NOT_OURS);
    assert_refused_unchanged(place, S("SQLite format 3\0and no more"), ERROR_DAMAGED);
    assert_refused_unchanged(place, (Str){zeros, sizeof zeros}, ERROR_NOT_OURS);
}

static void what_is_no_file_is_refused_at_once(void **state) {
    Place *place = *state;
    char *path = path_of(place, "sessions.db");
    assert_int_equal(mkfifo(path, 0600), 0);
    assert_refused(place, ERROR_NOT_A_FILE);
    assert_int_equal(remove(path), 0);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_refused(place, ERROR_NOT_A_FILE);
    assert_int_equal(rmdir(path), 0);
    (void)write_file(place, "elsewhere", S(""));
    assert_int_equal(symlink("elsewhere", path), 0);
    assert_refused(place, ERROR_NOT_A_FILE);
    assert_holds(place, path_of(place, "elsewhere"), S(""));
}

static void the_database_of_another_application_is_refused(void **state) {
    Place *place = *state;
    Str bytes;
    run_sql(place, "PRAGMA application_id = 252006674; CREATE TABLE notes (text)");
    assert_true(load(place, path_of(place, "sessions.db"), &bytes));
    assert_refused_unchanged(place, bytes, ERROR_NOT_OURS);
    run_sql(place, "PRAGMA application_id = 0"); // one that says nothing of itself
    assert_true(load(place, path_of(place, "sessions.db"), &bytes));
    assert_refused_unchanged(place, bytes, ERROR_NOT_OURS);
}

static void a_newer_store_is_refused(void **state) {
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    Str bytes;
    (void)make_store(place, sessions);
    run_sql(place, "PRAGMA user_version = 99; CREATE TABLE more (a)");
    assert_true(load(place, path_of(place, "sessions.db"), &bytes));
    assert_refused_unchanged(place, bytes, ERROR_NEWER);
}

static void a_store_with_something_more_or_less_is_refused(void **state) {
    static const char *const CHANGES[] = {
        "CREATE TRIGGER t AFTER INSERT ON sessions BEGIN DELETE FROM logs; END",
        "CREATE TABLE more (a)",
        "CREATE VIEW v AS SELECT * FROM sessions",
        "DROP INDEX sessions_by_id",
        "DROP TABLE state",
        "ALTER TABLE sessions RENAME COLUMN label TO etiquette",
        "PRAGMA user_version = 0",
    };
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    Str good = make_store(place, sessions), bytes;
    for (int32_t i = 0; i < COUNT(CHANGES); i++) {
        (void)write_file(place, "sessions.db", good);
        run_sql(place, CHANGES[i]);
        assert_true(load(place, path_of(place, "sessions.db"), &bytes));
        assert_refused_unchanged(place, bytes, i == COUNT(CHANGES) - 1 ? ERROR_NOT_OURS : ERROR_DAMAGED);
    }
}

static void a_store_that_somebody_set_to_another_journal_is_set_right(void **state) {
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    (void)make_store(place, sessions);
    run_sql(place, "PRAGMA journal_mode = WAL");
    Store *store = open_store(place, STORE_WRITES);
    assert_int_equal(list_of(place, store).count, SESSIONS);
    keep(place, store, &sessions[0]);
    store_close(store);
    assert_names(place, "sessions.db sessions.db-journal sessions.lock");
}

// At each length it is refused as it is, or, when nothing is left of it, as good as new.
static void a_truncated_store_is_refused(void **state) {
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    Str bytes = make_store(place, sessions);
    for (ptrdiff_t len = 1; len < bytes.len; len += len < 200 ? 1 : 509) {
        Str cut = str_slice(bytes, 0, len);
        assert_refused_unchanged(place, cut, len < 16 ? ERROR_NOT_OURS : ERROR_DAMAGED);
    }
}

typedef struct {
    const StoreSession *sessions;
    int32_t whole, told;
} Counting;

// Nothing is given out that was not kept so.
static void assert_kept(const StoreSession *read, const StoreSession *sessions) {
    bool same = false;
    for (int32_t j = 0; j < SESSIONS; j++) {
        same =
            same || (str_equal(read->header.id, sessions[j].header.id) &&
                     str_equal(read->header.label, sessions[j].header.label) &&
                     str_equal(read->lines, sessions[j].lines) && str_equal(read->case_bytes, sessions[j].case_bytes));
    }
    assert_true(same);
}

static bool count_one(void *context, const StoreHeader *header, const StoreSession *session, const Error *error) {
    Counting *counting = context;
    if (session) {
        assert_true(str_equal(session->header.id, header->id));
        assert_kept(session, counting->sessions);
        counting->whole++;
    } else {
        assert_int_not_equal(error->code, ERROR_NONE);
        counting->told++;
    }
    return true;
}

// Counts the sessions that come back as they were kept, one by one and many at once; each of the others must be told.
static int32_t count_whole(Place *place, const StoreSession *sessions, int32_t *told) {
    StoreHeaderList list = {0};
    int32_t whole = 0;
    Store *store = store_open(place->folder, STORE_READS, &place->error);
    *told = SESSIONS;
    if (!store || !store_list(store, &place->arena, &list, &place->error)) {
        store_close(store);
        return 0;
    }
    *told = list.missing;
    for (int32_t i = 0; i < list.count; i++) {
        StoreSession read;
        const StoreHeader *header = &list.rows[i];
        if (!store_read(store, &place->arena, header, &read, &place->error)) {
            *told += 1;
            continue;
        }
        assert_kept(&read, sessions);
        whole++;
    }
    Counting counting = {.sessions = sessions, .told = list.missing};
    store_read_each(store, &list, count_one, &counting);
    assert_int_equal(counting.whole + counting.told, whole + *told); // what is damaged may be read at a second try
    store_close(store);
    return whole;
}

typedef void Damage(Random *random, char *bytes, int32_t len);

static void flip_a_bit(Random *random, char *bytes, int32_t len) {
    bytes[random_below(random, len)] ^= (char)(1 << random_below(random, 8));
}

static void zero_a_piece(Random *random, char *bytes, int32_t len) {
    memset(bytes + (ptrdiff_t)random_below(random, len / 512) * 512, 0, 512);
}

static void put_a_page_for_another(Random *random, char *bytes, int32_t len) {
    ptrdiff_t page = 4096, pages = len / page;
    ptrdiff_t from = random_below(random, (int32_t)pages) * page, to = random_below(random, (int32_t)pages) * page;
    memcpy(bytes + to, bytes + from, (size_t)page);
}

static void damage_is_never_given_out_as_a_session(void **state) {
    static Damage *const DAMAGES[] = {flip_a_bit, zero_a_piece, put_a_page_for_another};
    enum { ROUNDS = 400 };
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    Str bytes = make_store(place, sessions);
    Random random = random_from_seed(10);
    int32_t silent = 0;
    for (int32_t i = 0; i < ROUNDS * COUNT(DAMAGES); i++) {
        ArenaMark mark = arena_mark(&place->arena);
        char *damaged = str_to_c(&place->arena, bytes);
        DAMAGES[i % COUNT(DAMAGES)](&random, damaged, (int32_t)bytes.len);
        (void)write_file(place, "sessions.db", (Str){damaged, bytes.len});
        int32_t told = 0, whole = count_whole(place, sessions, &told);
        silent += whole + told < SESSIONS;
        arena_rewind(&place->arena, mark);
    }
    assert_int_equal(silent, 0);
}

static void a_session_without_its_case_is_told(void **state) {
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    (void)make_store(place, sessions);
    run_sql(place, "PRAGMA foreign_keys = OFF; DELETE FROM cases WHERE number = 1");
    int32_t told = 0;
    assert_int_equal(count_whole(place, sessions, &told), SESSIONS - SESSIONS / 3);
    assert_int_equal(told, SESSIONS / 3);
}

static void what_is_damaged_can_be_erased_and_kept_again(void **state) {
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    int32_t added = 0;
    (void)make_store(place, sessions);
    run_sql(place, "UPDATE sessions SET label = 'x', id = 'y' WHERE number = 4;"
                   "UPDATE logs SET lines = replace(lines, 'vote', 'veto') WHERE session = 5");
    Store *store = open_store(place, STORE_WRITES);
    StoreHeaderList list = list_of(place, store);
    StoreSession read;
    for (int32_t i = 0; i < list.count; i++) {
        bool whole = store_read(store, &place->arena, &list.rows[i], &read, &place->error);
        assert_int_equal(whole, list.rows[i].row != 4 && list.rows[i].row != 5);
        assert_int_equal(list.rows[i].damaged, list.rows[i].row == 4);
        if (!whole) {
            assert_error(place, ERROR_DAMAGED);
            assert_true(store_erase(store, &list.rows[i], 1, &place->error));
        }
    }
    assert_true(store_keep(store, sessions, SESSIONS, &added, &place->error));
    assert_int_equal(added, 2);
    store_close(store);
    int32_t told = 0;
    assert_int_equal(count_whole(place, sessions, &told), SESSIONS);
    assert_int_equal(told, 0);
}

static void a_store_that_another_program_locks_is_told(void **state) {
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    (void)make_store(place, sessions);
    sqlite3 *other = NULL;
    assert_int_equal(sqlite3_open(path_of(place, "sessions.db"), &other), SQLITE_OK);
    assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
    assert_null(store_open(place->folder, STORE_WRITES, &place->error));
    assert_error(place, ERROR_HELD);
    assert_int_equal(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    Store *store = open_store(place, STORE_WRITES);
    assert_int_equal(sqlite3_exec(other, "BEGIN; SELECT * FROM sessions", NULL, NULL, NULL), SQLITE_OK);
    StoreSession more = make_session(&place->arena, 77, "Trois");
    assert_false(store_keep(store, &more, 1, NULL, &place->error)); // whoever reads for ever is waited for in vain
    assert_error(place, ERROR_HELD);
    assert_int_equal(sqlite3_exec(other, "ROLLBACK", NULL, NULL, NULL), SQLITE_OK);
    keep(place, store, &more);
    assert_int_equal(list_of(place, store).count, SESSIONS + 1);
    store_close(store);
    assert_int_equal(sqlite3_close(other), SQLITE_OK);
}

static void the_second_program_is_told_who_writes_and_reads(void **state) {
    Place *place = *state;
    StoreSession session = make_session(&place->arena, 1, "Un");
    Store *first = open_store(place, STORE_WRITES);
    Store *second = open_store(place, STORE_WRITES);
    const Holder *holder = store_holder(second);
    assert_non_null(holder);
    assert_int_equal(holder->process, getpid());
    assert_true(holder->host.len > 0);
    assert_int_equal(holder->since.len, 16);
    keep(place, first, &session);
    StoreHeaderList list = list_of(place, second);
    assert_int_equal(list.count, 1);
    assert_read_back(place, second, &list.rows[0], &session);
    assert_false(store_keep(second, &session, 1, NULL, &place->error));
    assert_error(place, ERROR_HELD);
    assert_false(store_erase(second, list.rows, 1, &place->error));
    assert_error(place, ERROR_HELD);
    assert_false(store_erase_all(place->folder, &place->error));
    assert_error(place, ERROR_HELD);
    Str name;
    assert_false(store_set_aside(&place->arena, place->folder, S("2026-11-30"), &name, &place->error));
    assert_error(place, ERROR_HELD);
    store_close(first);
    store_close(second);
    second = open_store(place, STORE_WRITES);
    assert_null(store_holder(second));
    store_close(second);
}

static void assert_mode(Place *place, const char *name, unsigned mode) {
    struct stat about;
    assert_int_equal(stat(path_of(place, name), &about), 0);
    assert_int_equal(about.st_mode & 0777, mode);
}

static void a_store_is_for_this_account_alone(void **state) {
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    (void)make_store(place, sessions);
    assert_mode(place, "sessions.db", 0600);
    assert_mode(place, "sessions.db-journal", 0600);
}

// Root may write everywhere: then it is somebody else who tries.
static void where_writing_is_not_allowed_one_reads(void **state) {
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    (void)make_store(place, sessions);
    bool root = geteuid() == 0;
    const char *folder = str_to_c(&place->arena, place->folder);
    if (root) {
        assert_int_equal(chown(path_of(place, "sessions.db"), NOBODY, NOBODY), 0);
        assert_int_equal(chown(path_of(place, "sessions.lock"), NOBODY, NOBODY), 0);
        assert_int_equal(chown(folder, NOBODY, NOBODY), 0);
    }
    assert_int_equal(chmod(path_of(place, "sessions.db"), 0400), 0);
    assert_int_equal(chmod(path_of(place, "sessions.lock"), 0400), 0);
    assert_int_equal(chmod(folder, 0500), 0);
    assert_int_equal(root ? seteuid(NOBODY) : 0, 0);
    Store *store = store_open(place->folder, STORE_WRITES, &place->error);
    bool kept = store && store_keep(store, sessions, 1, NULL, &place->error);
    StoreHeaderList list = {0};
    bool listed = store && store_list(store, &place->arena, &list, NULL);
    bool told = store && store_holder(store) && store_holder(store)->process == 0;
    store_close(store);
    assert_int_equal(root ? seteuid(0) : 0, 0);
    assert_int_equal(chmod(folder, 0700), 0);
    assert_non_null(store);
    assert_true(listed);
    assert_true(told);
    assert_int_equal(list.count, SESSIONS);
    assert_false(kept);
    assert_error(place, ERROR_NOT_WRITABLE);
}

static void a_store_that_was_replaced_is_not_written_over(void **state) {
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    Str bytes = make_store(place, sessions);
    Store *store = open_store(place, STORE_WRITES);
    (void)write_file(place, "other.db", bytes);
    assert_int_equal(rename(path_of(place, "other.db"), path_of(place, "sessions.db")), 0);
    StoreSession more = make_session(&place->arena, 77, "Trois");
    StoreHeaderList list;
    assert_false(store_keep(store, &more, 1, NULL, &place->error));
    assert_error(place, ERROR_REPLACED);
    assert_false(store_list(store, &place->arena, &list, &place->error));
    assert_error(place, ERROR_REPLACED);
    assert_int_equal(remove(path_of(place, "sessions.db")), 0);
    assert_false(store_keep(store, &more, 1, NULL, &place->error));
    assert_error(place, ERROR_REPLACED);
    store_close(store);
    assert_names(place, "sessions.db-journal sessions.lock");
}

static void a_damaged_store_is_set_aside_and_one_begins_anew(void **state) {
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    Str bytes = str_slice(make_store(place, sessions), 0, 5000), name;
    (void)write_file(place, "sessions.db", bytes);
    (void)write_file(place, "sessions.db-journal", S("what was half done"));
    assert_true(store_set_aside(&place->arena, place->folder, S("2026-11-30"), &name, &place->error));
    assert_str(name, S("sessions.2026-11-30.damaged"));
    assert_holds(place, path_of(place, "sessions.2026-11-30.damaged"), bytes);
    assert_holds(place, path_of(place, "sessions.2026-11-30.damaged-journal"), S("what was half done"));
    (void)write_file(place, "sessions.db", bytes);
    assert_true(store_set_aside(&place->arena, place->folder, S("2026-11-30"), &name, &place->error));
    assert_str(name, S("sessions.2026-11-30.2.damaged"));
    Store *store = open_store(place, STORE_WRITES);
    keep(place, store, &sessions[0]);
    FileList aside;
    store_list_aside(&place->arena, place->folder, &aside);
    assert_int_equal(aside.count, 2);
    StorePurge purge;
    assert_true(store_purge(store, &place->arena, S("2026-12-30"), false, &purge, &place->error));
    store_list_aside(&place->arena, place->folder, &aside);
    assert_int_equal(aside.count, 2);
    assert_true(store_purge(store, &place->arena, S("2026-12-31"), false, &purge, &place->error));
    store_close(store);
    assert_names(place, "sessions.db sessions.db-journal sessions.lock");
}

static void everything_can_be_erased_whatever_state_it_is_in(void **state) {
    Place *place = *state;
    StoreSession sessions[SESSIONS];
    Str name;
    (void)make_store(place, sessions);
    assert_true(store_set_aside(&place->arena, place->folder, S("2026-11-30"), &name, &place->error));
    (void)write_file(place, "sessions.db", S("no database"));
    (void)write_file(place, "sessions.db-journal", S("no journal"));
    (void)write_file(place, "sessions.erasing", S("from last time"));
    assert_true(store_erase_all(place->folder, &place->error));
    assert_names(place, "sessions.lock");
    assert_true(store_erase_all(place->folder, &place->error)); // again
    assert_true(store_erase_all(str_from_c(path_of(place, "no/folder")), &place->error));
}

static void what_a_crash_left_of_erasing_is_erased_at_the_next_opening(void **state) {
    Place *place = *state;
    (void)write_file(place, "sessions.erasing", S("half of it is zeros"));
    (void)write_file(place, "sessions.db-journal", S("and its journal"));
    Store *store = open_store(place, STORE_WRITES);
    assert_int_equal(list_of(place, store).count, 0);
    store_close(store);
    assert_names(place, "sessions.db sessions.db-journal sessions.lock");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_is_no_database_is_refused),
        TEST(what_is_no_file_is_refused_at_once),
        TEST(the_database_of_another_application_is_refused),
        TEST(a_newer_store_is_refused),
        TEST(a_store_with_something_more_or_less_is_refused),
        TEST(a_store_that_somebody_set_to_another_journal_is_set_right),
        TEST(a_truncated_store_is_refused),
        TEST(damage_is_never_given_out_as_a_session),
        TEST(a_session_without_its_case_is_told),
        TEST(what_is_damaged_can_be_erased_and_kept_again),
        TEST(a_store_that_another_program_locks_is_told),
        TEST(the_second_program_is_told_who_writes_and_reads),
        TEST(a_store_is_for_this_account_alone),
        TEST(where_writing_is_not_allowed_one_reads),
        TEST(a_store_that_was_replaced_is_not_written_over),
        TEST(a_damaged_store_is_set_aside_and_one_begins_anew),
        TEST(everything_can_be_erased_whatever_state_it_is_in),
        TEST(what_a_crash_left_of_erasing_is_erased_at_the_next_opening),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
