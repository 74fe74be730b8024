// Power cuts while a session runs: each answer that was told to be on the disk is in the journal. The calls of
// base/file are noted on their way to the system: this program is linked with --wrap.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/disk.h"
#include "records/journal.h"
#include "records/writer.h"

#include "base/file_place.h"
#include "base/system.h"

#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

enum { ANSWERS = 60, DESCRIPTORS = 1024, ROOM = 512 * 1024, RUN = 1 }; // RUN: number of the file on the disk

// NOLINTBEGIN(readability-identifier-naming): these are the linker's names
int __real_open(const char *path, int flags, ...);
ssize_t __real_write(int file, const void *bytes, size_t len);
int __real_ftruncate(int file, off_t size);
int __real_fsync(int file);
int __real_close(int file);
int __wrap_open(const char *path, int flags, ...);
ssize_t __wrap_write(int file, const void *bytes, size_t len);
int __wrap_ftruncate(int file, off_t size);
int __wrap_fsync(int file);
int __wrap_close(int file);
// NOLINTEND(readability-identifier-naming)

typedef enum { OPENED_OTHER, OPENED_RUN, OPENED_FOLDER } Opened;

// NOLINTBEGIN(cppcoreguidelines-avoid-non-const-global-variables): the system's calls have no argument to carry them
static Disk *watching;
static Opened opened[DESCRIPTORS];
// NOLINTEND(cppcoreguidelines-avoid-non-const-global-variables)

static bool is_watched(int file, Opened what) {
    return watching && file >= 0 && file < DESCRIPTORS && opened[file] == what;
}

int __wrap_open(const char *path, int flags, ...) {
    int file = __real_open(path, flags, 0600);
    if (file >= 0 && file < DESCRIPTORS) {
        bool run = str_ends(str_from_c(path), S(".jsonl"));
        opened[file] = run ? OPENED_RUN : flags & O_DIRECTORY ? OPENED_FOLDER : OPENED_OTHER;
    }
    return file;
}

ssize_t __wrap_write(int file, const void *bytes, size_t len) {
    struct stat about;
    if (is_watched(file, OPENED_RUN) && fstat(file, &about) == 0) { // it is only ever added to
        disk_note(watching, DISK_WRITE, RUN, about.st_size, (Str){bytes, (ptrdiff_t)len});
    }
    return __real_write(file, bytes, len);
}

int __wrap_ftruncate(int file, off_t size) {
    if (is_watched(file, OPENED_RUN)) {
        disk_note(watching, DISK_TRUNCATE, RUN, size, (Str){0});
    }
    return __real_ftruncate(file, size);
}

int __wrap_fsync(int file) {
    if (is_watched(file, OPENED_RUN) || is_watched(file, OPENED_FOLDER)) {
        disk_note(watching, opened[file] == OPENED_RUN ? DISK_SYNC : DISK_NAMES, RUN, 0, (Str){0});
        return 0; // nobody cuts the current here
    }
    return __real_fsync(file);
}

int __wrap_close(int file) {
    if (file >= 0 && file < DESCRIPTORS) {
        opened[file] = OPENED_OTHER;
    }
    return __real_close(file);
}

// Short ones, and some that are longer than a piece of the disk.
static Str answer_line(Arena *arena, int32_t number) {
    StrBuilder text = {.arena = arena};
    for (int32_t i = 0; i < number % 4 * 300; i++) {
        str_add(&text, S("mot "));
    }
    return str_format(arena, "{\"seq\": %d, \"at_ms\": %d, \"kind\": \"answer\", \"answer\": \"%.*s\"}", number,
                      number * 1000, S_ARG(str_built(&text)));
}

static void wait_for(Writer *writer) {
    WriterReport report;
    writer_wait(writer);
    while (writer_take_report(writer, &report)) {
        assert_true(report.done);
    }
}

static void run_session(Place *place, Str path) {
    JournalHeader header = {
        .case_id = S("c"), .title = S("T"), .path = S("/c.json"), .hash = S("0"), .date = S("2026-11-27")};
    Writer *writer = writer_create(NULL, NULL);
    (void)writer_begin(writer, path, journal_header_line(&place->arena, &header));
    (void)writer_append(writer, path, S("{\"seq\": 1, \"at_ms\": 0, \"kind\": \"start\"}"));
    wait_for(writer);
    disk_mark(watching, 1);
    for (int32_t i = 2; i <= ANSWERS; i++) {
        if (i % 3 == 0) {
            (void)writer_append(writer, path, journal_draft_line(&place->arena, S("ce que je voulais dire")));
        }
        (void)writer_append(writer, path, answer_line(&place->arena, i));
        wait_for(writer);
        disk_mark(watching, i);
    }
    writer_destroy(writer);
}

static int32_t count_lines(Str lines) {
    int32_t count = 0;
    while (lines.len > 0) {
        int32_t number = 0;
        Str line = str_cut(&lines, '\n');
        line = str_slice(line, S("{\"seq\": ").len, line.len);
        assert_true(str_to_int(str_cut(&line, ','), &number));
        assert_int_equal(number, ++count);
    }
    return count;
}

// What was told to be there is; of what was under way there may be a part, which is left out.
static void assert_run(Place *place, Str path, int64_t promised) {
    Arena scratch = {0};
    Journal journal;
    bool read = journal_read(&place->arena, &scratch, path, &journal, &place->error);
    int32_t count = read && journal.walks.count > 0 ? count_lines(journal.walks.rows[0].lines) : 0;
    if (count < promised || count > promised + 1) {
        fail_msg("%d lines are there, not %d", count, (int)promised);
    }
    assert_true(!read || journal.walks.count <= 1);
    arena_finish(&scratch);
}

// And the session goes on where it was.
static void assert_goes_on(Place *place, Str path) {
    Arena scratch = {0};
    Journal before, after;
    if (journal_read(&place->arena, &scratch, path, &before, NULL) && !before.damaged && before.walks.count > 0) {
        int32_t count = count_lines(before.walks.rows[0].lines);
        Str line = str_format(&place->arena, "%.*s\n", S_ARG(answer_line(&place->arena, count + 1)));
        assert_true(file_append(path, line, &place->error));
        assert_true(journal_read(&place->arena, &scratch, path, &after, NULL));
        assert_int_equal(count_lines(after.walks.rows[0].lines), count + 1);
    }
    arena_finish(&scratch);
}

static void cut_everywhere(Place *place, const Disk *disk, Str path) {
    enum { USUAL = 3000 };
    int32_t cuts = 0, done = 0;
    if (!str_to_int(system_environment(&place->arena, S("PALABRE_POWER_CUTS")), &cuts) || cuts <= 0) {
        cuts = USUAL;
    }
    char *bytes = arena_push(&place->arena, char, ROOM);
    Random random = random_from_seed(13);
    DiskState state;
    disk_state_begin(&state, ROOM);
    for (int32_t row = 0; row < disk->changes.count; row++) {
        disk_state_step(&state, disk, row);
        for (; done < (int64_t)cuts * (row + 1) / disk->changes.count; done++) {
            ArenaMark mark = arena_mark(&place->arena);
            ptrdiff_t len = disk_state_cut(&state, disk, row, RUN, &random, bytes);
            (void)remove(path_of(place, "c.1.jsonl"));
            if (len >= 0) {
                (void)write_file(place, "c.1.jsonl", (Str){bytes, len});
            }
            assert_run(place, path, state.mark);
            assert_goes_on(place, path);
            arena_rewind(&place->arena, mark);
        }
    }
    print_message("%d power cuts at %d changes of the disk\n", done, disk->changes.count);
    assert_true(disk->changes.count > ANSWERS * 2); // or it proved nothing
    disk_state_end(&state);
}

static void no_power_cut_loses_an_answer(void **state) {
    Place *place = *state;
    Disk disk = {.notes = true};
    Str path = str_from_c(path_of(place, "c.1.jsonl"));
    watching = &disk;
    run_session(place, path);
    disk.notes = false;
    cut_everywhere(place, &disk, path);
    watching = NULL;
    arena_finish(&disk.arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(no_power_cut_loses_an_answer, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
