// Files that come in as they are read: in whatever pieces, a few sessions in a transaction, and again after a failure.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/disk.h"
#include "records/store_import.h"
#include "records/store_place.h"

#include "base/random.h"
#include "session/event.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

enum { SESSIONS = 12, TOGETHER = 3 };

typedef struct {
    Place *place;
    StoreSession sessions[SESSIONS];
    char *path; // of a file with them
} Backup;

static Backup begin_backup(Place *place) {
    Backup backup = {.place = place};
    StoreTextWriter text = {.arena = &place->arena, .out = {.arena = &place->arena}};
    for (int32_t i = 0; i < SESSIONS; i++) {
        StoreSession *session = &backup.sessions[i];
        *session = make_session(&place->arena, 5 * (i + 1), i % 3 ? "Deux" : "Un"); // of as many lines each
        session->header.line_count = 3;
        session->header.hash = event_hash(&place->arena, session->case_bytes);
        session->header.len = session->case_bytes.len;
        store_text_add(&text, session);
    }
    backup.path = write_file(place, "backup.jsonl", str_built(&text.out));
    return backup;
}

// A few sessions in a transaction.
static bool import(const Backup *backup, Store *store, StoreImport *told, Error *error) {
    Arena arena = {0};
    FileSource *source = file_source_open(&arena, str_from_c(backup->path), MOST, error);
    *told = (StoreImport){.together = (TOGETHER - 1) * backup->sessions[SESSIONS - 1].lines.len + 1};
    bool done = source && store_import(store, &arena, source, told, error);
    done = source && file_source_close(source, done ? error : NULL) && done;
    told->problems = (StoreTextProblemList){0};
    arena_finish(&arena);
    return done;
}

// The first so many of the file are there, whole, and none besides.
static int32_t assert_whole(const Backup *backup, Store *store) {
    StoreHeaderList list = list_of(backup->place, store);
    int32_t found = 0;
    assert_int_equal(list.missing, 0);
    for (int32_t i = 0; i < SESSIONS; i++) {
        for (int32_t j = 0; j < list.count; j++) {
            if (str_equal(list.rows[j].id, backup->sessions[i].header.id)) {
                assert_int_equal(found, i);
                assert_read_back(backup->place, store, &list.rows[j], &backup->sessions[i]);
                found++;
            }
        }
    }
    assert_int_equal(found, list.count);
    return found;
}

static void assert_brings_in_the_rest(const Backup *backup, Store *store, int32_t before) {
    StoreImport told;
    assert_true(import(backup, store, &told, &backup->place->error));
    assert_int_equal(told.added, SESSIONS - before);
    assert_int_equal(told.there, before);
    assert_int_equal(assert_whole(backup, store), SESSIONS);
}

// Change number `at` of the import, and all after it, are refused. False: there is no such change.
static bool try_full_at(const Backup *backup, int64_t at, int32_t *partly) {
    Place *place = backup->place;
    Disk disk = {.refusal = SQLITE_FULL, .refuse_all = true, .lazy = true};
    StoreImport told;
    disk_insert(&disk);
    Store *store = open_store(place, STORE_WRITES);
    disk.refuse_at = disk.count + at;
    bool done = import(backup, store, &told, &place->error);
    bool met = disk.count >= disk.refuse_at;
    assert_true(done || place->error.code == ERROR_DISK_FULL || place->error.code == ERROR_SYSTEM);
    place->error = (Error){0};
    disk.refuse_at = 0;
    store_close(store);
    store = open_store(place, STORE_WRITES);
    int32_t found = assert_whole(backup, store);
    assert_int_equal(found % TOGETHER, 0);
    // Where the last word of a transaction failed, it may stand all the same.
    assert_true(told.added == found || (!done && told.added == found - TOGETHER));
    *partly += found > 0 && found < SESSIONS;
    assert_brings_in_the_rest(backup, store, found);
    store_close(store);
    disk_remove(&disk);
    assert_true(store_erase_all(place->folder, &place->error));
    return met;
}

static void a_full_disk_leaves_what_came_in_and_the_rest_comes_later(void **state) {
    Backup backup = begin_backup(*state);
    int64_t at = 1;
    int32_t partly = 0;
    while (try_full_at(&backup, at, &partly)) {
        at++;
    }
    assert_true(at > 20 && partly > 10); // or it proved nothing
}

// Tells when it begins.
static void import_and_go(const Backup *backup, int told) {
    Error error = {0};
    StoreImport import_told;
    Store *store = store_open(backup->place->folder, STORE_WRITES, &error);
    bool done = store && write(told, "!", 1) == 1 && import(backup, store, &import_told, &error);
    _exit(!done);
}

static void kill_within(const Backup *backup, long after_ns) {
    int ends[2];
    char begun;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        import_and_go(backup, ends[1]);
    }
    close(ends[1]);
    assert_int_equal(read(ends[0], &begun, 1), 1);
    nanosleep(&(struct timespec){.tv_nsec = after_ns}, NULL);
    assert_int_equal(kill(child, SIGKILL), 0);
    assert_int_equal(waitpid(child, NULL, 0), child);
    close(ends[0]);
}

static void being_killed_leaves_what_came_in_and_the_rest_comes_later(void **state) {
    enum { KILLS = 40, STEP_NS = 500000 };
    Backup backup = begin_backup(*state);
    int32_t partly = 0;
    for (int32_t i = 0; i < KILLS; i++) {
        ArenaMark mark = arena_mark(&backup.place->arena);
        kill_within(&backup, (long)i * STEP_NS);
        Store *store = open_store(backup.place, STORE_WRITES);
        int32_t found = assert_whole(&backup, store);
        assert_int_equal(found % TOGETHER, 0);
        partly += found > 0 && found < SESSIONS;
        assert_brings_in_the_rest(&backup, store, found);
        store_close(store);
        assert_true(store_erase_all(backup.place->folder, &backup.place->error));
        arena_rewind(&backup.place->arena, mark);
    }
    print_message("%d kills, %d within\n", KILLS, partly);
}

// Bytes that come in pieces of any length, none longer than `most`.
typedef struct {
    Str rest;
    Random random;
    int32_t most;
} Pieces;

static ptrdiff_t read_piece(void *context, char *bytes, ptrdiff_t room) {
    Pieces *pieces = context;
    ptrdiff_t len = 1 + random_below(&pieces->random, pieces->most);
    len = len < room ? len : room;
    len = len < pieces->rest.len ? len : pieces->rest.len;
    memcpy(bytes, pieces->rest.text, (size_t)len);
    pieces->rest = str_slice(pieces->rest, len, pieces->rest.len);
    return len;
}

static void assert_same(Place *place, Str text, int32_t most) {
    StoreSessionList at_once, piecewise;
    StoreTextProblemList problems, told;
    Str rest = text;
    Pieces pieces = {.rest = text, .random = random_from_seed((uint64_t)most), .most = most};
    store_text_read(&place->arena, store_text_bytes(&rest), &at_once, &problems);
    store_text_read(&place->arena, (StoreTextSource){read_piece, &pieces}, &piecewise, &told);
    assert_int_equal(piecewise.count, at_once.count);
    assert_int_equal(told.count, problems.count);
    for (int32_t i = 0; i < problems.count; i++) {
        assert_int_equal(told.rows[i].line, problems.rows[i].line);
        assert_int_equal(told.rows[i].fault, problems.rows[i].fault);
    }
    for (int32_t i = 0; i < at_once.count; i++) {
        assert_str(piecewise.rows[i].lines, at_once.rows[i].lines);
        assert_str(piecewise.rows[i].case_bytes, at_once.rows[i].case_bytes);
        assert_str(piecewise.rows[i].header.label, at_once.rows[i].header.label);
    }
}

static void where_the_pieces_end_makes_no_difference(void **state) {
    static const char *const FILES[] = {"data/sessions/two.jsonl", "data/sessions/bad.jsonl", "data/sessions/six.jsonl",
                                        "data/sessions/old.jsonl"};
    static const int32_t MOST_BYTES[] = {1, 7, 300, 20000};
    Place *place = *state;
    for (int32_t i = 0; i < COUNT(FILES); i++) {
        Str text;
        assert_true(load(place, FILES[i], &text));
        for (int32_t j = 0; j < COUNT(MOST_BYTES); j++) {
            assert_same(place, text, MOST_BYTES[j]);
        }
    }
}

// The lines of two.jsonl that are, or are not, of its case.
static Str lines_of(Place *place, Str text, bool of_case) {
    StrBuilder lines = {.arena = &place->arena};
    while (text.len > 0) {
        Str line = str_cut(&text, '\n');
        if (str_begins(line, S("{\"palabre\": \"case\"")) == of_case) {
            str_add(&lines, line);
            str_add_char(&lines, '\n');
        }
    }
    return str_built(&lines);
}

static int32_t count_read(Place *place, Str text, StoreTextProblemList *problems) {
    StoreSessionList read;
    store_text_read(&place->arena, store_text_bytes(&text), &read, problems);
    for (int32_t i = 0; i < read.count; i++) {
        assert_true(read.rows[i].case_bytes.len > 0);
    }
    return read.count;
}

static void sessions_wait_for_a_case_that_comes_later_or_never(void **state) {
    Place *place = *state;
    StoreTextProblemList problems;
    Str text;
    assert_true(load(place, "data/sessions/two.jsonl", &text));
    Str sessions = lines_of(place, text, false), its = lines_of(place, text, true);
    Arena *arena = &place->arena;
    assert_int_equal(count_read(place, str_format(arena, "%.*s%.*s", S_ARG(its), S_ARG(sessions)), &problems), 2);
    assert_int_equal(problems.count, 0);
    assert_int_equal(count_read(place, str_format(arena, "%.*s\n%.*s", S_ARG(sessions), S_ARG(its)), &problems), 2);
    assert_int_equal(problems.count, 0);
    Str broken = str_format(arena, "%.*s", S_ARG(its));
    ((char *)(uintptr_t)broken.text)[broken.len / 2] ^= 1;
    Str both = str_format(arena, "%.*s%.*s%.*s", S_ARG(sessions), S_ARG(broken), S_ARG(its));
    assert_int_equal(count_read(place, both, &problems), 2);
    assert_int_equal(problems.count, 1);
    assert_int_equal(count_read(place, sessions, &problems), 0);
    assert_int_equal(problems.count, 2);
    assert_int_equal(problems.rows[0].fault, STORE_TEXT_NO_CASE);
    assert_int_equal(problems.rows[0].line, 1);
}

static bool take_two(void *context, const StoreSession *session) {
    int32_t *count = context;
    assert_true(session->flawless);
    return ++*count < 2;
}

static void whoever_takes_may_end_it(void **state) {
    Place *place = *state;
    StoreTextProblemList problems;
    Str text;
    int32_t count = 0;
    assert_true(load(place, "data/sessions/six.jsonl", &text));
    store_text_each(&place->arena, store_text_bytes(&text), take_two, &count, &problems);
    assert_int_equal(count, 2);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(a_full_disk_leaves_what_came_in_and_the_rest_comes_later),
        TEST(being_killed_leaves_what_came_in_and_the_rest_comes_later),
        TEST(where_the_pieces_end_makes_no_difference),
        TEST(sessions_wait_for_a_case_that_comes_later_or_never),
        TEST(whoever_takes_may_end_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
