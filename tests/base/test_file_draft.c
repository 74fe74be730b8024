#define _XOPEN_SOURCE 700 // NOLINT(bugprone-reserved-identifier,readability-identifier-naming): mkdtemp, setenv

#include "file_place.h"

#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

// Texts on the disk: as a file was, without a name, in memory as far as they are read, and saved behind another text.

static FileDraft *load_draft(Place *place, const char *path) {
    return file_draft_load(&place->arena, str_from_c(path), MOST, &place->error);
}

static void assert_saved(Place *place, Str head, const FileDraft *rest, Str expected) {
    char *path = path_of(place, "cas.json");
    assert_true(file_save_draft(str_from_c(path), head, rest, &place->error));
    assert_holds(place, path, expected);
}

static void parts_are_saved_one_behind_the_other(void **state) {
    Place *place = *state;
    FileDraft *draft = file_draft_begin(&place->arena);
    assert_saved(place, S("tête"), draft, S("tête"));
    file_draft_add(draft, S(" et"));
    file_draft_add(draft, S(""));
    assert_str(file_draft_text(draft), S(" et"));
    file_draft_add(draft, S(" queue"));
    assert_int_equal(file_draft_len(draft), 9);
    assert_str(file_draft_text(draft), S(" et queue"));
    assert_saved(place, S("tête"), draft, S("tête et queue"));
    assert_saved(place, S(""), draft, S(" et queue")); // as often as one likes
    assert_saved(place, S("seule"), NULL, S("seule"));
    assert_int_equal(file_draft_len(NULL), 0);
    file_draft_close(draft);
    file_draft_close(NULL);
    assert_names(place, "cas.json cas.json~");
}

static void what_becomes_of_the_file_does_not_touch_it(void **state) {
    Place *place = *state;
    char *path = write_file(place, "histoire.html", S("une histoire"));
    FileDraft *draft = load_draft(place, path);
    assert_non_null(draft);
    Str text = file_draft_text(draft);
    assert_int_equal(truncate(path, 0), 0);
    assert_str(text, S("une histoire"));
    assert_int_equal(remove(path), 0);
    assert_str(file_draft_text(draft), S("une histoire"));
    file_draft_close(draft);
    assert_names(place, "");
}

static void assert_no_draft(Place *place, const char *path, ErrorCode code) {
    assert_null(load_draft(place, path));
    assert_int_equal(place->error.code, code);
    assert_string_equal(place->error.path, path);
}

static void what_is_no_file_or_too_large_is_refused(void **state) {
    Place *place = *state;
    assert_no_draft(place, path_of(place, "absent"), ERROR_NOT_FOUND);
    assert_no_draft(place, "/", ERROR_NOT_A_FILE);
    assert_no_draft(place, "/dev/zero", ERROR_NOT_A_FILE);
    char *path = write_file(place, "grand", S("x"));
    assert_int_equal(truncate(path, MOST + 1), 0);
    assert_no_draft(place, path, ERROR_TOO_LARGE);
    assert_int_equal(truncate(path, 0), 0);
    FileDraft *empty = load_draft(place, path);
    assert_int_equal(file_draft_text(empty).len, 0);
    file_draft_close(empty);
}

static void restore_folder(Place *place, Str before) {
    if (before.len > 0) {
        (void)setenv("TMPDIR", str_to_c(&place->arena, before), 1);
    } else {
        (void)unsetenv("TMPDIR");
    }
}

static void without_a_folder_for_it_there_is_none(void **state) {
    Place *place = *state;
    Str before = str_copy(&place->arena, system_environment(&place->arena, S("TMPDIR")));
    char *path = write_file(place, "histoire.html", S("une histoire"));
    assert_int_equal(setenv("TMPDIR", path_of(place, "absent"), 1), 0);
    assert_null(file_draft_begin(&place->arena));
    assert_null(load_draft(place, path));
    restore_folder(place, before);
}

static bool write_text(const void *context, Str path) {
    Error error = {0};
    const Str *text = context;
    return text->len > 0 && file_write(path, *text, &error);
}

static void what_a_library_writes_is_a_draft_whose_name_is_gone(void **state) {
    Place *place = *state;
    Str text = S("un classeur"), nothing = {0};
    Str before = str_copy(&place->arena, system_environment(&place->arena, S("TMPDIR")));
    Str folder = str_from_c(path_of(place, "ici"));
    FileList names = {0};
    assert_true(file_make_folder(folder, &place->error));
    assert_int_equal(setenv("TMPDIR", path_of(place, "ici"), 1), 0);
    FileDraft *draft = file_draft_receive(&place->arena, write_text, &text);
    assert_true(str_equal(file_draft_text(draft), text));
    file_draft_close(draft);
    assert_null(file_draft_receive(&place->arena, write_text, &nothing));
    assert_true(file_list(&place->arena, folder, S(""), &names, &place->error));
    assert_int_equal(names.count, 0);
    assert_int_equal(setenv("TMPDIR", path_of(place, "absent"), 1), 0);
    assert_null(file_draft_receive(&place->arena, write_text, &text));
    restore_folder(place, before);
}

// A limit on the size of files stands for a full disk.
static void a_full_disk_is_told_when_it_is_saved(void **state) {
    Place *place = *state;
    char *path = path_of(place, "cas.json");
    assert_true(save(place, path, S("avant")));
    FileDraft *draft = file_draft_begin(&place->arena);
    char *large = arena_push(&place->arena, char, 10000);
    struct rlimit before;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    struct rlimit small = {.rlim_cur = 4096, .rlim_max = before.rlim_max};
    void (*handler)(int) = signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    file_draft_add(draft, (Str){large, 10000});
    setrlimit(RLIMIT_FSIZE, &before);
    signal(SIGXFSZ, handler);
    file_draft_add(draft, S("suite"));
    assert_int_equal(file_draft_text(draft).len, 0);
    assert_false(file_save_draft(str_from_c(path), S("tête"), draft, &place->error));
    assert_int_equal(place->error.system, EFBIG);
    file_draft_close(draft);
    assert_holds(place, path, S("avant"));
    assert_names(place, "cas.json");
}

// Kibibytes of files that are in memory of this process.
static int64_t resident(void) {
    char line[256];
    int64_t found = -1;
    FILE *status = fopen("/proc/self/status", "r");
    assert_non_null(status);
    while (fgets(line, sizeof line, status)) {
        (void)sscanf(line, "RssFile: %" SCNd64, &found);
    }
    (void)fclose(status);
    return found;
}

static void what_was_read_leaves_memory_and_comes_back(void **state) {
    enum { TEXT = 16 * 1024 * 1024, PART = 64 * 1024, MOST_KIB = 4 * 1024 };
    Place *place = *state;
    FileDraft *draft = file_draft_begin(&place->arena);
    char *part = arena_push(&place->arena, char, PART);
    memset(part, 'a', PART);
    for (int32_t i = 0; i < TEXT / PART; i++) {
        file_draft_add(draft, (Str){part, PART});
    }
    int64_t before = resident(), most = before;
    Str text = file_draft_text(draft);
    for (int32_t round = 0; round < 2; round++) {
        for (Str rest = text; rest.len > 0; rest = str_slice(rest, PART, rest.len)) {
            file_draft_pass(draft, rest);
            assert_true(str_equal(str_slice(rest, 0, PART), (Str){part, PART}));
            most = resident() > most ? resident() : most;
        }
    }
    assert_true(before >= 0 && most - before < MOST_KIB);
    file_draft_pass(NULL, text);
    file_draft_close(draft);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(parts_are_saved_one_behind_the_other),
        TEST(what_becomes_of_the_file_does_not_touch_it),
        TEST(what_is_no_file_or_too_large_is_refused),
        TEST(without_a_folder_for_it_there_is_none),
        TEST(a_full_disk_is_told_when_it_is_saved),
        TEST(what_was_read_leaves_memory_and_comes_back),
        TEST(what_a_library_writes_is_a_draft_whose_name_is_gone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
