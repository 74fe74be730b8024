// An answer noted by the writer, beside the same bytes appended and synced by hand; a session kept in the store, beside
// the same rows in a bare transaction of SQLite; and opening a store of 1,000 sessions, purge and all, beside one that
// is empty. Prints one line of JSON:
//     keep FOLDER          FOLDER is made for it, on the disk that is to be measured
//     keep FOLDER COUNT    nothing is measured: a store of so many sessions is left there
// Times are medians, in microseconds: by the wall, and on a core, where the disk does not count.
#define _POSIX_C_SOURCE 200809L // clock_gettime, open

#include "base/error.h"
#include "base/path.h"
#include "records/store.h"
#include "records/writer.h"
#include "session/event.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 301, LINES = 60, MANY = 1000, CASE_BYTES = 100000, OPENINGS = 21 };

typedef struct {
    int64_t wall[ROUNDS], core[ROUNDS]; // nanoseconds
    int32_t count;
} Samples;

typedef struct {
    Arena arena;
    Str folder;
    Str case_bytes, case_hash;
    Samples kept, bare, noted, appended;
} Bench;

static int64_t read_clock_ns(clockid_t clock) {
    struct timespec now;
    ASSERT(clock_gettime(clock, &now) == 0);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void begin_sample(Samples *samples) {
    ASSERT(samples->count < ROUNDS);
    samples->wall[samples->count] = -read_clock_ns(CLOCK_MONOTONIC);
    samples->core[samples->count] = -read_clock_ns(CLOCK_PROCESS_CPUTIME_ID);
}

static void end_sample(Samples *samples) {
    samples->wall[samples->count] += read_clock_ns(CLOCK_MONOTONIC);
    samples->core[samples->count++] += read_clock_ns(CLOCK_PROCESS_CPUTIME_ID);
}

static int compare_times(const void *a, const void *b) {
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

static double median_us(int64_t *times, int32_t count) {
    qsort(times, (size_t)count, sizeof *times, compare_times);
    int64_t median = times[count / 2];
    return (double)median / 1000;
}

// As the room writes it: a few votes to each decision.
static StoreSession make_session(Bench *bench, int32_t number) {
    StrBuilder lines = {.arena = &bench->arena};
    for (int32_t i = 1; i <= LINES; i++) {
        str_addf(
            &lines,
            "{\"seq\": %d, \"at_ms\": %d, \"kind\": \"vote\", \"scene\": \"scene-%d\", \"round\": 1, \"counts\": [%d, 3, "
            "4], \"abstained\": 1, \"marks\": {\"eco\": 1, \"aut\": -1}, \"effects\": {\"confiance\": 5}}\n",
            i, i * 20000, i, number % 9);
    }
    return (StoreSession){.header = {.id = store_new_id(&bench->arena),
                                     .kind = STORE_GROUP,
                                     .case_id = S("faire-faire-avec"),
                                     .title = S("Faire, faire avec, laisser faire"),
                                     .begun = S("2020-01-01"),
                                     .kept = S("2020-01-01"),
                                     .erase_after = S("9999-12-31"),
                                     .consent = true,
                                     .label = S("Groupe du vendredi"),
                                     .present = 14},
                          .lines = str_built(&lines),
                          .case_bytes = bench->case_bytes,
                          .known_hash = bench->case_hash}; // as the player has it
}

static Store *open_store(const char *name, Bench *bench) {
    Error error = {0};
    Store *store = store_open(path_join(&bench->arena, bench->folder, str_from_c(name)), STORE_WRITES, &error);
    if (!store) {
        (void)fprintf(stderr, "keep: no store can be opened in %s\n", error.path);
        exit(1);
    }
    return store;
}

static void keep(Store *store, const StoreSession *session) {
    Error error = {0};
    bool kept = store_keep(store, session, 1, NULL, &error);
    ASSERT(kept);
}

static void run(sqlite3 *database, const char *statements) {
    int code = sqlite3_exec(database, statements, NULL, NULL, NULL);
    ASSERT(code == SQLITE_OK);
}

static sqlite3 *open_bare(Bench *bench) {
    sqlite3 *database = NULL;
    Str path = path_join(&bench->arena, bench->folder, S("bare.db"));
    int code = sqlite3_open(str_to_c(&bench->arena, path), &database);
    ASSERT(code == SQLITE_OK);
    run(database,
        "PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;"
        "CREATE TABLE sessions (number INTEGER PRIMARY KEY, id TEXT, kind TEXT, case_id TEXT, title TEXT, begun TEXT, kept "
        "TEXT, erase_after TEXT, consent INTEGER, label TEXT, present INTEGER); CREATE INDEX by_id ON sessions (id);"
        "CREATE TABLE logs (session INTEGER PRIMARY KEY, lines TEXT)");
    return database;
}

static sqlite3_stmt *prepare(sqlite3 *database, const char *statement) {
    sqlite3_stmt *query = NULL;
    int code = sqlite3_prepare_v2(database, statement, -1, &query, NULL);
    ASSERT(code == SQLITE_OK);
    return query;
}

static void bind(sqlite3_stmt *query, int place, Str text) {
    int code = sqlite3_bind_text(query, place, text.text, (int)text.len, SQLITE_STATIC);
    ASSERT(code == SQLITE_OK);
}

static void keep_bare(sqlite3 *database, const StoreSession *session) {
    const StoreHeader *header = &session->header;
    Str texts[] = {header->id,    S("group"),   header->case_id,     header->title,
                   header->begun, header->kept, header->erase_after, header->label};
    run(database, "BEGIN IMMEDIATE");
    sqlite3_stmt *query = prepare(database, "INSERT INTO sessions (id, kind, case_id, title, begun, kept, erase_after, "
                                            "label, consent, present) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 14)");
    for (int32_t i = 0; i < COUNT(texts); i++) {
        bind(query, i + 1, texts[i]);
    }
    ASSERT(sqlite3_step(query) == SQLITE_DONE && sqlite3_finalize(query) == SQLITE_OK);
    int64_t number = sqlite3_last_insert_rowid(database);
    query = prepare(database, "INSERT INTO logs VALUES (?, ?)");
    ASSERT(sqlite3_bind_int64(query, 1, number) == SQLITE_OK);
    bind(query, 2, session->lines);
    ASSERT(sqlite3_step(query) == SQLITE_DONE && sqlite3_finalize(query) == SQLITE_OK);
    run(database, "COMMIT");
}

// In turn, so that whatever else the disk does falls on both.
static void compare(Bench *bench) {
    Store *store = open_store("kept", bench);
    sqlite3 *database = open_bare(bench);
    StoreSession first = make_session(bench, 0); // the case comes with the first session alone
    keep(store, &first);
    for (int32_t i = 1; i <= ROUNDS; i++) {
        StoreSession session = make_session(bench, i);
        begin_sample(&bench->bare);
        keep_bare(database, &session);
        end_sample(&bench->bare);
        begin_sample(&bench->kept);
        keep(store, &session);
        end_sample(&bench->kept);
    }
    store_close(store);
    ASSERT(sqlite3_close(database) == SQLITE_OK);
}

static const Str ANSWER = S_INIT(
    "{\"seq\": 12, \"at_ms\": 240000, \"kind\": \"answer\", \"scene\": \"le-dossier\", \"decision\": 4, \"answer\": "
    "\"A\", \"marks\": {\"eco\": 1, \"aut\": -1}, \"effects\": {\"confiance\": 5}, \"to\": \"la-suite\"}\n");

static void append_bare(int file) {
    bool written = write(file, ANSWER.text, (size_t)ANSWER.len) == (ssize_t)ANSWER.len && fsync(file) == 0;
    ASSERT(written);
}

// Until the program is told that it is on the disk.
static void append_noted(Writer *writer, Str path) {
    WriterReport report;
    (void)writer_append(writer, path, str_slice(ANSWER, 0, ANSWER.len - 1));
    writer_wait(writer);
    bool done = writer_take_report(writer, &report) && report.done;
    ASSERT(done);
}

// In turn, too.
static void compare_answers(Bench *bench) {
    Writer *writer = writer_create(NULL, NULL);
    Str noted = path_join(&bench->arena, bench->folder, S("noted.jsonl"));
    Str bare = path_join(&bench->arena, bench->folder, S("bare.jsonl"));
    int file = open(str_to_c(&bench->arena, bare), O_WRONLY | O_CREAT | O_APPEND, 0600);
    ASSERT(writer && file >= 0);
    append_noted(writer, noted);
    append_bare(file);
    for (int32_t i = 0; i < ROUNDS; i++) {
        begin_sample(&bench->appended);
        append_bare(file);
        end_sample(&bench->appended);
        begin_sample(&bench->noted);
        append_noted(writer, noted);
        end_sample(&bench->noted);
    }
    writer_destroy(writer);
    close(file);
}

// As at a start: opened, looked through for what is past its day.
static double measure_opening(Bench *bench, const char *name) {
    Samples opened = {0};
    for (int32_t i = 0; i < OPENINGS; i++) {
        Arena arena = {0};
        Error error = {0};
        StorePurge purge;
        begin_sample(&opened);
        Store *store = open_store(name, bench);
        bool purged = store_purge(store, &arena, S("2020-02-01"), false, &purge, &error);
        ASSERT(purged && purge.erased == 0);
        store_close(store);
        end_sample(&opened);
        arena_finish(&arena);
    }
    return median_us(opened.core, opened.count);
}

static void fill(Bench *bench, const char *name, int32_t count) {
    Store *store = open_store(name, bench);
    StoreSession *sessions = arena_push(&bench->arena, StoreSession, count);
    Error error = {0};
    for (int32_t i = 0; i < count; i++) {
        sessions[i] = make_session(bench, i);
    }
    bool kept = store_keep(store, sessions, count, NULL, &error);
    ASSERT(kept);
    store_close(store);
}

int main(int argc, char **argv) {
    if (argc != 2 && argc != 3) {
        (void)fprintf(stderr, "usage: keep FOLDER [COUNT]\n");
        return 2;
    }
    Bench bench = {.folder = str_from_c(argv[1])};
    char *text = arena_push(&bench.arena, char, CASE_BYTES);
    for (int32_t i = 0; i < CASE_BYTES; i++) {
        text[i] = (char)('a' + i % 26);
    }
    bench.case_bytes = (Str){text, CASE_BYTES};
    bench.case_hash = event_hash(&bench.arena, bench.case_bytes);
    if (argc == 3) {
        fill(&bench, "", (int32_t)strtol(argv[2], NULL, 10));
        return 0;
    }
    compare_answers(&bench);
    compare(&bench);
    fill(&bench, "many", MANY);
    printf("{\"what\": \"keep\", \"case\": \"session\", \"lines\": %d, ", LINES);
    printf("\"kept_us\": %.1f, \"bare_us\": %.1f, ", median_us(bench.kept.wall, bench.kept.count),
           median_us(bench.bare.wall, bench.bare.count));
    printf("\"noted_us\": %.1f, \"appended_us\": %.1f, ", median_us(bench.noted.wall, bench.noted.count),
           median_us(bench.appended.wall, bench.appended.count));
    printf("\"kept_core_us\": %.1f, \"bare_core_us\": %.1f, ", median_us(bench.kept.core, bench.kept.count),
           median_us(bench.bare.core, bench.bare.count));
    printf("\"open_many_core_us\": %.1f, \"open_empty_core_us\": %.1f}\n", measure_opening(&bench, "many"),
           measure_opening(&bench, "empty"));
    arena_finish(&bench.arena);
    return 0;
}
