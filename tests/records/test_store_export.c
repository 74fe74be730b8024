// Files that go out as they are read: whole or not at all, and never all of it in memory.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/store_export.h"
#include "records/store_import.h"
#include "records/store_place.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

// NOLINTBEGIN: names of the sanitizer's, for which gcc ships no header
const char *__asan_default_options(void);

const char *__asan_default_options(void) { // what is let go is not kept back, or it would be counted
    return "quarantine_size_mb=0:thread_local_quarantine_size_kb=0";
}
// NOLINTEND

enum { LINES = 500, TOGETHER = 20 };

// Of some 70 KB, and of several cases.
static StoreSession make_long(Arena *arena, int32_t number) {
    StoreSession session = make_session(arena, number, number % 3 ? "Deux" : "Un");
    StrBuilder lines = {.arena = arena};
    str_add(&lines, session.lines);
    for (int32_t i = 0; i < LINES; i++) {
        str_addf(&lines, "{\"seq\": %d, \"at_ms\": 0, \"kind\": \"note\", \"said\": \"%0*d\"}\n", 100 + i, 90, number);
    }
    session.lines = str_built(&lines);
    return session;
}

static void keep_many(Place *place, Store *store, int32_t count) {
    for (int32_t i = 0; i < count; i += TOGETHER) {
        Arena arena = {0};
        StoreSession sessions[TOGETHER];
        for (int32_t j = 0; j < TOGETHER; j++) {
            sessions[j] = make_long(&arena, i + j + 1);
        }
        assert_true(store_keep(store, sessions, TOGETHER, NULL, &place->error));
        arena_finish(&arena);
    }
}

static bool export_to(Place *place, Store *store, const char *path, StoreExport *export, Error *error) {
    Arena arena = {0};
    StoreHeaderList list = list_of(place, store);
    FileDraft *draft = store_export(store, &arena, &list, export);
    bool saved = draft && file_save_draft(str_from_c(path), (Str){0}, draft, error);
    file_draft_close(draft);
    arena_finish(&arena);
    return saved;
}

static void what_goes_out_is_what_comes_in(void **state) {
    enum { MANY = 40 };
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    keep_many(place, store, MANY);
    char *path = path_of(place, "sortie.jsonl");
    StoreExport export = {0};
    assert_true(export_to(place, store, path, &export, &place->error));
    assert_int_equal(export.written, MANY);
    assert_int_equal(export.left_out, 0);
    Str bytes, rest;
    StoreSessionList read;
    StoreTextProblemList problems;
    assert_true(file_load(&place->arena, str_from_c(path), 64 * MOST, &bytes, &place->error));
    assert_true(bytes.len > 2 * MOST); // or it went in one part
    rest = bytes;
    store_text_read(&place->arena, store_text_bytes(&rest), &read, &problems);
    assert_int_equal(problems.count, 0);
    assert_int_equal(read.count, MANY);
    StoreTextWriter text = {.arena = &place->arena, .out = {.arena = &place->arena}};
    for (int32_t i = 0; i < MANY; i++) {
        StoreSession expected = make_long(&place->arena, i + 1); // by id, of one day
        assert_str(read.rows[i].lines, expected.lines);
        assert_str(read.rows[i].case_bytes, expected.case_bytes);
        assert_str(read.rows[i].header.id, expected.header.id);
        store_text_add(&text, &read.rows[i]);
    }
    assert_str(bytes, str_built(&text.out));
    store_close(store);
}

// Kibibytes that the process has taken at its most; of a child, since it began.
static int64_t find_most(void) {
    struct rusage usage;
    assert_int_equal(getrusage(RUSAGE_SELF, &usage), 0);
    return usage.ru_maxrss;
}

// By how much a process of its own grows that exports all.
static int64_t find_growth(Place *place) {
    int ends[2];
    int64_t grown = 0;
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        Error error = {0};
        int64_t before = find_most();
        Store *store = store_open(place->folder, STORE_READS, &error);
        StoreExport export = {0};
        bool done = store && export_to(place, store, path_of(place, "sortie.jsonl"), &export, &error);
        grown = find_most() - before;
        store_close(store);
        _exit(!done || write(ends[1], &grown, sizeof grown) != sizeof grown);
    }
    int status;
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_int_equal(read(ends[0], &grown, sizeof grown), sizeof grown);
    close(ends[0]);
    close(ends[1]);
    return grown;
}

static void memory_does_not_grow_with_the_file(void **state) {
    enum { FEW = 60, MANY = 600, MOST_KIB = 4 * 1024 }; // 4 MB, and 40
    Place *place = *state;
    FileLook look;
    int64_t grown[2];
    for (int32_t i = 0; i < 2; i++) {
        Store *store = open_store(place, STORE_WRITES);
        keep_many(place, store, i == 0 ? FEW : MANY);
        store_close(store);
        grown[i] = find_growth(place);
    }
    assert_true(file_look(str_from_c(path_of(place, "sortie.jsonl")), &look));
    assert_true(look.len / 1024 > 8 * MOST_KIB);
    print_message("%" PRId64 " KiB for %d sessions, %" PRId64 " for %d\n", grown[0], FEW, grown[1], MANY);
    assert_true(grown[1] - grown[0] < MOST_KIB);
}

// A limit on the size of files stands for a full disk.
static void a_full_disk_leaves_what_stood_there(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    keep_many(place, store, TOGETHER);
    char *path = path_of(place, "sortie.jsonl");
    StoreExport export = {0};
    FileLook whole;
    struct rlimit before;
    assert_true(export_to(place, store, path, &export, &place->error));
    assert_true(file_look(str_from_c(path), &whole));
    path = write_file(place, "sortie.jsonl", S("avant\n"));
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    for (rlim_t room = 1; room < 8 * (rlim_t)whole.len; room = 4 * room + 1) {
        struct rlimit small = {.rlim_cur = room, .rlim_max = before.rlim_max};
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
        bool saved = export_to(place, store, path, &export, &place->error);
        setrlimit(RLIMIT_FSIZE, &before);
        if (!saved) {
            assert_int_equal(place->error.system, EFBIG);
            assert_holds(place, path, S("avant\n"));
        }
        assert_int_equal(saved, room >= (rlim_t)whole.len);
    }
    signal(SIGXFSZ, handler);
    store_close(store);
}

static void note_left_out(void *context, const StoreHeader *header, const Error *error) {
    Str *id = context;
    *id = header->id;
    assert_int_equal(error->code, ERROR_NOT_FOUND);
}

static void one_that_is_gone_keeps_no_other_from_being_saved(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    keep_many(place, store, TOGETHER);
    StoreHeaderList list = list_of(place, store);
    assert_true(store_erase(store, &list.rows[3], 1, &place->error));
    Str id = {0};
    StoreExport export = {.leave_out = note_left_out, .context = &id};
    FileDraft *draft = store_export(store, &place->arena, &list, &export);
    assert_int_equal(export.written, TOGETHER - 1);
    assert_int_equal(export.left_out, 1);
    assert_int_equal(export.error.code, ERROR_NOT_FOUND);
    assert_str(id, list.rows[3].id);
    assert_true(str_find(file_draft_text(draft), id) < 0);
    file_draft_close(draft);
    store_close(store);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_goes_out_is_what_comes_in),
        TEST(memory_does_not_grow_with_the_file),
        TEST(a_full_disk_leaves_what_stood_there),
        TEST(one_that_is_gone_keeps_no_other_from_being_saved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
