// Files and paths as Windows has them; what they are for is told in tests/base/test_file*.c.
#include "base/file.h"
#include "base/file_win32.h"
#include "base/path.h"
#include "base/system.h"
#include "base/thread.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { MOST = 1024 * 1024 };

typedef struct {
    Arena arena;
    Str folder; // with an accent, blanks and a sign that no code page of Windows has
    Error error;
} Place;

static void assert_str(Str actual, Str expected) {
    if (!str_equal(actual, expected)) {
        fail_msg("“%.*s” is not “%.*s”", S_ARG(actual), S_ARG(expected));
    }
}

static int begin(void **state) {
    Place *place = test_malloc(sizeof *place);
    *place = (Place){0};
    Str name = str_format(&place->arena, "Évaluation n° 2 \u2764 %d", system_process());
    place->folder = path_join(&place->arena, system_environment(&place->arena, S("TEMP")), name);
    *state = place;
    return file_make_private(place->folder, &place->error) ? 0 : -1;
}

static Str path_of(Place *place, Str name) {
    return path_join(&place->arena, place->folder, name);
}

static int end(void **state) {
    Place *place = *state;
    FileList names;
    bool gone = file_list(&place->arena, place->folder, S(""), &names, NULL);
    for (int32_t i = 0; gone && i < names.count; i++) {
        gone = file_erase(path_of(place, names.rows[i]), NULL);
    }
    gone = gone && RemoveDirectoryW(file_win32_path(&place->arena, place->folder));
    arena_finish(&place->arena);
    test_free(place);
    return gone ? 0 : -1;
}

static Str load(Place *place, Str path) {
    Str bytes = {0};
    assert_true(file_load(&place->arena, path, MOST, &bytes, &place->error));
    return bytes;
}

static void saving_keeps_the_version_before(void **state) {
    Place *place = *state;
    Str path = path_of(place, S("été.json"));
    assert_true(file_save(path, S("one"), &place->error));
    assert_true(file_save(path, S("two"), &place->error));
    assert_str(load(place, path), S("two"));
    assert_str(load(place, path_of(place, S("été.json~"))), S("one"));
    FileList names;
    assert_true(file_list(&place->arena, place->folder, S(""), &names, &place->error));
    assert_int_equal(names.count, 2); // no third that was left
}

// Held as an antivirus does that looks through it: others may read it meanwhile, and neither write it nor take it away.
static HANDLE hold(Place *place, Str path) {
    const wchar_t *wide = file_win32_path(&place->arena, path);
    HANDLE held = CreateFileW(wide, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    assert_true(held != INVALID_HANDLE_VALUE);
    return held;
}

static void let_go(void *context) {
    Sleep(200);
    (void)CloseHandle(context);
}

static void what_another_program_holds_for_a_moment_is_waited_for(void **state) {
    Place *place = *state;
    Str path = path_of(place, S("a.json"));
    assert_true(file_save(path, S("one"), &place->error));
    Thread *thread = thread_start(&place->arena, let_go, hold(place, path));
    assert_true(file_save(path, S("two"), &place->error));
    thread_join(thread);
    assert_str(load(place, path), S("two"));
    thread = thread_start(&place->arena, let_go, hold(place, path));
    assert_true(file_append(path, S("\n"), &place->error));
    thread_join(thread);
    thread = thread_start(&place->arena, let_go, hold(place, path));
    assert_true(file_rename(path, S("b.json"), &place->error));
    thread_join(thread);
    thread = thread_start(&place->arena, let_go, hold(place, path_of(place, S("b.json"))));
    assert_true(file_erase(path_of(place, S("b.json")), &place->error));
    thread_join(thread);
}

static void what_another_program_holds_is_told_at_last(void **state) {
    Place *place = *state;
    Str path = path_of(place, S("a.json"));
    assert_true(file_save(path, S("one"), &place->error));
    HANDLE held = hold(place, path);
    assert_false(file_append(path, S("two\n"), &place->error));
    assert_int_equal(place->error.code, ERROR_HELD);
    assert_true(CloseHandle(held));
    assert_str(load(place, path), S("one"));
}

static void what_is_marked_read_only_is_not_replaced(void **state) {
    Place *place = *state;
    Str path = path_of(place, S("a.json"));
    assert_true(file_save(path, S("one"), &place->error));
    const wchar_t *wide = file_win32_path(&place->arena, path);
    assert_true(SetFileAttributesW(wide, FILE_ATTRIBUTE_READONLY));
    assert_false(file_save(path, S("two"), &place->error));
    assert_true(SetFileAttributesW(wide, FILE_ATTRIBUTE_NORMAL));
    assert_int_equal(place->error.code, ERROR_NOT_WRITABLE);
    assert_str(load(place, path), S("one"));
}

static void a_torn_line_goes_before_the_next_is_added(void **state) {
    Place *place = *state;
    Str path = path_of(place, S("a.journal"));
    assert_true(file_append(path, S("one\n"), &place->error));
    assert_true(file_write(path, S("one\ntw"), &place->error));
    assert_true(file_append(path, S("three\n"), &place->error));
    assert_str(load(place, path), S("one\nthree\n"));
}

static void a_lock_is_held_once_and_its_file_is_read_all_the_same(void **state) {
    Place *place = *state;
    Str path = path_of(place, S("lock"));
    FileLock *lock = file_lock(&place->arena, path, &place->error);
    assert_non_null(lock);
    assert_null(file_lock(&place->arena, path, &place->error));
    assert_int_equal(place->error.code, ERROR_NONE);
    assert_true(file_write(path, S("who"), &place->error));
    assert_str(load(place, path), S("who"));
    file_unlock(lock);
    lock = file_lock(&place->arena, path, &place->error);
    assert_non_null(lock);
    file_unlock(lock);
}

static void a_path_may_be_longer_than_260_characters(void **state) {
    Place *place = *state;
    Str folder = place->folder;
    for (int i = 0; i < 8; i++) {
        folder = path_join(&place->arena, folder, S("a-folder-whose-name-is-fifty-characters-long-as-it-is"));
    }
    assert_true(folder.len > 400);
    assert_true(file_make_folder(folder, &place->error));
    Str path = path_join(&place->arena, folder, S("a.json"));
    assert_true(file_save(path, S("one"), &place->error));
    assert_true(file_save(path, S("two"), &place->error));
    assert_str(load(place, path), S("two"));
    assert_true(file_erase(path, &place->error) && file_erase(path_join(&place->arena, folder, S("a.json~")), NULL));
    for (int i = 0; i < 8; i++, folder = path_folder(folder)) {
        assert_true(RemoveDirectoryW(file_win32_path(&place->arena, folder)));
    }
}

static void what_is_erased_was_overwritten_first(void **state) {
    Place *place = *state;
    Str path = path_of(place, S("secret"));
    assert_true(file_write(path, S("secret"), &place->error));
    Str other = path_of(place, S("by another name"));
    assert_true(CreateHardLinkW(file_win32_path(&place->arena, other), file_win32_path(&place->arena, path), NULL));
    assert_true(file_erase(path, &place->error));
    assert_false(file_exists(path));
    assert_str(load(place, other), ((Str){"\0\0\0\0\0\0", 6}));
    assert_true(file_erase(path, &place->error)); // what is not there is erased already
}

static void refusals_say_what_it_is(void **state) {
    Place *place = *state;
    Str bytes;
    assert_false(file_load(&place->arena, path_of(place, S("none")), MOST, &bytes, &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_FOUND);
    assert_false(file_load(&place->arena, path_of(place, S("no/such/folder")), MOST, &bytes, &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_FOUND);
    assert_false(file_load(&place->arena, place->folder, MOST, &bytes, &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_A_FILE);
    assert_true(file_create(path_of(place, S("file")), &place->error));
    assert_false(file_create(path_of(place, S("file")), &place->error));
    assert_false(file_make_folder(path_of(place, S("file")), &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_A_FOLDER);
    place->error = (Error){0};
    assert_false(file_make_folder(path_of(place, S("file/below")), &place->error));
    assert_int_equal(place->error.code, ERROR_NOT_A_FOLDER);
    FileList names;
    assert_true(file_list(&place->arena, path_of(place, S("none")), S(""), &names, &place->error));
    assert_int_equal(names.count, 0);
}

static void one_file_by_two_names_is_one(void **state) {
    Place *place = *state;
    Str path = path_of(place, S("a.json"));
    assert_true(file_write(path, S("x"), &place->error));
    assert_true(file_is_same(path, path_of(place, S("A.JSON"))));
    FileLook look;
    assert_true(file_look(path, &look));
    assert_int_equal(look.len, 1);
    assert_true(file_set_changed(path, 1000000000000000, &place->error) && file_look(path, &look));
    assert_int_equal(look.changed_us, 1000000000000000);
    assert_true(file_rename(path, S("b.json"), &place->error));
    assert_str(load(place, path_of(place, S("b.json"))), S("x"));
}

static void a_text_stays_on_the_disk(void **state) {
    Place *place = *state;
    FileDraft *draft = file_draft_begin(&place->arena);
    assert_non_null(draft);
    file_draft_add(draft, S("one, "));
    assert_str(file_draft_text(draft), S("one, "));
    file_draft_add(draft, S("two"));
    assert_str(file_draft_text(draft), S("one, two"));
    Str path = path_of(place, S("draft"));
    assert_true(file_save_draft(path, S("0, "), draft, &place->error));
    file_draft_close(draft);
    assert_str(load(place, path), S("0, one, two"));
}

static void paths_have_drives_and_shares(void **state) {
    Place *place = *state;
    assert_true(path_is_absolute(S("C:/a")) && path_is_absolute(S("c:\\a")) && path_is_absolute(S("\\\\host\\share")));
    assert_false(path_is_absolute(S("/a")) || path_is_absolute(S("C:a")) || path_is_absolute(S("a\\b")));
    assert_str(path_folder(S("C:\\a\\b.json")), S("C:\\a"));
    assert_str(path_folder(S("C:/a")), S("C:/"));
    assert_str(path_name(S("C:\\a\\b.json")), S("b.json"));
    assert_str(path_join(&place->arena, S("C:\\"), S("b")), S("C:\\b"));
    assert_str(path_url(&place->arena, S("C:\\a b\\c.html")), S("file:///C:/a%20b/c.html"));
    assert_str(path_tell(&place->arena, S("C:/Users/a/b c.json"), S("C:/Users/a")), S("C:\\Users\\a\\b c.json"));
    assert_str(path_read(&place->arena, S("\"\\\\host\\cases\\b c.json\"")), S("//host/cases/b c.json"));
}

static void the_account_has_a_folder_and_the_person_a_language(void **state) {
    Place *place = *state;
    assert_true(SetEnvironmentVariableW(L"XDG_DATA_HOME", NULL) && SetEnvironmentVariableW(L"LANG", NULL));
    Str data = system_data_folder(&place->arena);
    assert_true(path_is_absolute(data) && str_ends(data, S("/AppData/Local/palabre")));
    assert_true(system_environment(&place->arena, S("LANG")).len >= 2);
    assert_true(path_is_absolute(system_environment(&place->arena, S("HOME"))));
    assert_true(path_is_absolute(system_program(&place->arena, S("test"))));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(saving_keeps_the_version_before),
        TEST(what_another_program_holds_for_a_moment_is_waited_for),
        TEST(what_another_program_holds_is_told_at_last),
        TEST(what_is_marked_read_only_is_not_replaced),
        TEST(a_torn_line_goes_before_the_next_is_added),
        TEST(a_lock_is_held_once_and_its_file_is_read_all_the_same),
        TEST(a_path_may_be_longer_than_260_characters),
        TEST(what_is_erased_was_overwritten_first),
        TEST(refusals_say_what_it_is),
        TEST(one_file_by_two_names_is_one),
        TEST(a_text_stays_on_the_disk),
        TEST(paths_have_drives_and_shares),
        TEST(the_account_has_a_folder_and_the_person_a_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
