#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "app/settings.h"

#include "app/folders.h"
#include "base/file_place.h"

#include <sys/stat.h>

// As it would be after a start: by what it holds, not by how it lies in memory.
static void assert_same(const Settings *a, const Settings *b) {
    for (Setting i = 0; i < SETTING_COUNT; i++) {
        assert_int_equal(settings_value(a, i), settings_value(b, i));
    }
}

static void every_setting_that_is_saved_is_loaded(void **state) {
    Place *place = *state;
    Settings settings = settings_default(), loaded;
    Str path = str_from_c(path_of(place, "settings.json"));
    for (Setting i = 0; i < SETTING_COUNT; i++) {
        const SettingRow *row = settings_row(i);
        assert_true(settings_choose(&settings, i, row->type == SETTING_PERCENT ? row->most : 1));
    }
    assert_true(file_save(path, settings_write(&place->arena, &settings), &place->error));
    assert_int_equal(settings_load(&place->arena, path, &loaded), SETTINGS_READ);
    assert_same(&loaded, &settings);
}

static void what_is_missing_or_no_such_value_is_as_by_default(void **state) {
    Place *place = *state;
    bool fits = false;
    Settings settings = settings_parse(&place->arena,
                                       S("{\"text_scale\": 130, \"theme\": \"projector\", \"language\": 3, "
                                         "\"speech\": 1, \"numbers\": true, \"later\": {}}"),
                                       &fits);
    Settings wanted = settings_default();
    assert_true(settings_choose(&wanted, SETTING_NUMBERS, 1));
    assert_true(fits);
    assert_same(&settings, &wanted);
    assert_int_equal(settings_load(&place->arena, str_from_c(path_of(place, "none")), &settings), SETTINGS_READ);
    assert_int_equal(settings_value(&settings, SETTING_TEXT_SCALE), 100);
}

static void where_the_window_stood_is_kept(void **state) {
    Place *place = *state;
    static const WindowPlace STOOD = {.x = -1600, .y = 40, .width = 900, .height = 600, .restored = true};
    Settings settings = settings_default();
    assert_int_equal(settings_window(&settings).width, 0);
    settings_keep_window(&settings, STOOD);
    bool fits = false;
    Settings again = settings_parse(&place->arena, settings_write(&place->arena, &settings), &fits);
    WindowPlace stands = settings_window(&again);
    assert_true(fits && stands.restored);
    assert_int_equal(stands.x, STOOD.x);
    assert_int_equal(stands.y, STOOD.y);
    assert_int_equal(stands.width, STOOD.width);
    assert_int_equal(stands.height, STOOD.height);
    settings_forget(&again);
    assert_int_equal(settings_window(&again).width, 0);
}

static void a_scale_beyond_every_number_is_none(void **state) {
    Place *place = *state;
    bool fits = false;
    Settings settings = settings_parse(&place->arena, S("{\"text_scale\": -4294967146}"), &fits); // 150 in 32 bits
    assert_int_equal(settings_value(&settings, SETTING_TEXT_SCALE), 100);
}

static void a_broken_file_is_kept_aside(void **state) {
    Place *place = *state;
    Settings settings;
    char *path = write_file(place, "settings.json", S("{\"theme\": "));
    assert_int_equal(settings_load(&place->arena, str_from_c(path), &settings), SETTINGS_LOST);
    assert_int_equal(settings_value(&settings, SETTING_THEME), THEME_PAPER);
    assert_holds(place, path, S("{\"theme\": "));
    settings_set_aside(&place->arena, str_from_c(path));
    assert_false(file_exists(str_from_c(path)));
    assert_holds(place, path_of(place, "settings.json.broken"), S("{\"theme\": "));
}

static void a_file_too_large_is_no_settings(void **state) {
    Place *place = *state;
    enum { MUCH = 70 * 1024 };
    Settings settings;
    StrBuilder bytes = {.arena = &place->arena};
    str_add(&bytes, S("{\"theme\": \"night\""));
    while (bytes.count < MUCH) {
        str_add(&bytes, S("          "));
    }
    str_add(&bytes, S("}"));
    char *path = write_file(place, "settings.json", str_built(&bytes));
    assert_int_equal(settings_load(&place->arena, str_from_c(path), &settings), SETTINGS_LOST);
    assert_int_equal(settings_value(&settings, SETTING_THEME), THEME_PAPER);
    assert_holds(place, path, str_built(&bytes));
}

static void what_is_no_file_at_all_is_told(void **state) {
    Place *place = *state;
    Settings settings;
    assert_int_equal(settings_load(&place->arena, str_from_c(path_of(place, "settings.json")), &settings),
                     SETTINGS_READ); // the first start
    assert_true(file_make_folder(str_from_c(path_of(place, "settings.json")), NULL));
    assert_int_equal(settings_load(&place->arena, str_from_c(path_of(place, "settings.json")), &settings),
                     SETTINGS_LOST);
}

static void every_row_is_whole_and_its_key_its_own(void **state) {
    (void)state;
    for (Setting i = 0; i < SETTING_COUNT; i++) {
        const SettingRow *row = settings_row(i);
        assert_true(row->group == SETTINGS_UNSHOWN || row->label.len > 0);
        assert_true(row->type != SETTING_CHOICE || row->choice_count > 1);
        assert_true(row->type != SETTING_PERCENT || (row->least < row->most && row->least % row->step == 0));
        assert_true(row->option.name.len == 0 || row->option.about.len > 0);
        assert_true(row->option.name.len == 0 || row->type == SETTING_SWITCH || row->option.complaint.len > 0);
        for (Setting j = 0; j < i; j++) {
            assert_false(str_equal(settings_row(j)->key, row->key));
        }
    }
}

static void what_the_command_line_asks_for_holds_until_something_is_chosen(void **state) {
    Place *place = *state;
    Settings settings = settings_default();
    int32_t theme = 0;
    assert_true(settings_parse_option(SETTING_THEME, S("projector"), &theme));
    settings_ask(&settings.for_run, SETTING_THEME, theme);
    assert_int_equal(settings_preferences(&settings).ui.theme, THEME_PROJECTOR);
    assert_true(str_find(settings_write(&place->arena, &settings), S("\"theme\": \"paper\"")) > 0);
    assert_false(settings_choose(&settings, SETTING_THEME, THEME_PROJECTOR));
    assert_true(settings_choose(&settings, SETTING_THEME, THEME_NIGHT));
    assert_int_equal(settings_preferences(&settings).ui.theme, THEME_NIGHT);
    assert_false(settings_parse_option(SETTING_LANGUAGE, S("auto"), &theme));
    assert_false(settings_parse_option(SETTING_TEXT_SCALE, S("201"), &theme));
    assert_true(settings_parse_option(SETTING_TEXT_SCALE, S("130"), &theme));
}

static void documents_are_where_the_desktop_says(void **state) {
    Place *place = *state;
    Arena *arena = &place->arena;
    assert_str(folders_parse_documents(arena, S("# x\nXDG_DOCUMENTS_DIR=\"$HOME/Mes \\\"papiers\\\"\"\n"), S("/h")),
               S("/h/Mes \"papiers\""));
    assert_str(folders_parse_documents(arena, S("XDG_DOCUMENTS_DIR=\"/srv/d\""), S("/h")), S("/srv/d"));
    assert_int_equal(folders_parse_documents(arena, S("XDG_DOCUMENTS_DIR=\"here\""), S("/h")).len, 0);
    assert_int_equal(folders_parse_documents(arena, S("XDG_MUSIC_DIR=\"/m\""), S("/h")).len, 0);
}

static Str find_documents(Place *place) {
    return folders_find(&place->arena, &(FoldersWish){.data = place->folder, .program = S("/p")}).documents;
}

static void make_folder(Place *place, const char *name) {
    assert_true(file_make_folder(str_from_c(path_of(place, name)), NULL));
}

static void documents_are_where_the_person_has_them_else_at_home(void **state) {
    Place *place = *state;
    setenv("HOME", str_to_c(&place->arena, place->folder), 1);
    unsetenv("XDG_CONFIG_HOME");
    assert_str(find_documents(place), place->folder);
    make_folder(place, "Documents");
    assert_str(find_documents(place), str_from_c(path_of(place, "Documents")));
    make_folder(place, ".config");
    (void)write_file(place, ".config/user-dirs.dirs", S("XDG_DOCUMENTS_DIR=\"$HOME/Papiers\"\n"));
    assert_str(find_documents(place), str_from_c(path_of(place, "Documents"))); // that folder is gone
    make_folder(place, "Papiers");
    assert_str(find_documents(place), str_from_c(path_of(place, "Papiers")));
    (void)write_file(place, ".config/user-dirs.dirs", S("XDG_DOCUMENTS_DIR=\"$HOME/\"\n"));
    assert_str(find_documents(place), place->folder); // there are none, says the desktop
    assert_true(file_erase(str_from_c(path_of(place, ".config/user-dirs.dirs")), NULL));
    static const char *const MADE[] = {"Papiers", ".config", "Documents", "journal", "cases"};
    for (int32_t i = 0; i < COUNT(MADE); i++) {
        assert_int_equal(rmdir(path_of(place, MADE[i])), 0);
    }
}

static void a_path_at_home_is_told_shorter(void **state) {
    Place *place = *state;
    Folders folders = {.home = S("/home/me")};
    assert_str(folders_tell(&place->arena, &folders, S("/home/me/Documents/a.html")), S("~/Documents/a.html"));
    assert_str(folders_tell(&place->arena, &folders, S("/home/me")), S("~"));
    assert_str(folders_tell(&place->arena, &folders, S("/home/melanie/a")), S("/home/melanie/a"));
    folders.home = S("/");
    assert_str(folders_tell(&place->arena, &folders, S("/a")), S("/a"));
    folders.home = (Str){0};
    assert_str(folders_tell(&place->arena, &folders, S("/a")), S("/a"));
}

static void without_a_home_one_can_still_practise(void **state) {
    Place *place = *state;
    unsetenv("HOME");
    unsetenv("XDG_DATA_HOME");
    unsetenv("XDG_CONFIG_HOME");
    Folders folders = folders_find(&place->arena, &(FoldersWish){.program = S("/opt/palabre/palabre")});
    assert_int_equal(folders.data.len, 0);
    assert_false(folders.refused);
    assert_str(folders.shipped, S("/opt/palabre/scenarios"));
}

static void data_stand_where_they_are_wanted(void **state) {
    Place *place = *state;
    char *taken = write_file(place, "taken", S("x"));
    setenv("HOME", str_to_c(&place->arena, place->folder), 1);
    unsetenv("XDG_DATA_HOME");
    Folders folders = folders_find(&place->arena, &(FoldersWish){.data = str_from_c(taken)});
    assert_true(folders.refused);
    assert_int_equal(folders.error.code, ERROR_NOT_A_FOLDER);
    assert_int_equal(folders.data.len, 0);
    folders = folders_find(&place->arena, &(FoldersWish){.program = S("/p")});
    assert_str(folders.data, str_from_c(path_of(place, ".local/share/palabre")));
    assert_true(file_exists(folders.journal) && file_exists(folders.cases));
    static const char *const MADE[] = {".local/share/palabre/journal", ".local/share/palabre/cases",
                                       ".local/share/palabre", ".local/share", ".local"};
    for (int i = 0; i < 5; i++) {
        assert_int_equal(rmdir(path_of(place, MADE[i])), 0);
    }
}

static int mode_of(const char *path) {
    struct stat about;
    assert_int_equal(stat(path, &about), 0);
    return (int)(about.st_mode & 0777);
}

// In the one that Palabre makes nobody else has anything; one that was named may be the home folder.
static void its_own_folder_is_shut_and_one_that_was_named_is_told_of(void **state) {
    Place *place = *state;
    char *own = path_of(place, "palabre"), *named = path_of(place, "named");
    setenv("XDG_DATA_HOME", str_to_c(&place->arena, place->folder), 1);
    assert_true(mkdir(own, 0755) == 0 && chmod(own, 0755) == 0 && mkdir(named, 0755) == 0 && chmod(named, 0755) == 0);
    assert_false(folders_find(&place->arena, &(FoldersWish){.program = S("/p")}).shared);
    assert_int_equal(mode_of(own), 0700);
    FoldersWish wish = {.data = str_from_c(named)};
    assert_true(folders_find(&place->arena, &wish).shared);
    assert_int_equal(mode_of(named), 0755);
    assert_int_equal(mode_of(path_of(place, "named/journal")), 0700);
    assert_int_equal(chmod(named, 0700), 0);
    assert_false(folders_find(&place->arena, &wish).shared);
    static const char *const MADE[] = {"palabre/journal", "palabre/cases", "palabre",
                                       "named/journal",   "named/cases",   "named"};
    for (int32_t i = 0; i < COUNT(MADE); i++) {
        assert_int_equal(rmdir(path_of(place, MADE[i])), 0);
    }
    unsetenv("XDG_DATA_HOME");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_setting_that_is_saved_is_loaded, begin, end),
        cmocka_unit_test_setup_teardown(where_the_window_stood_is_kept, begin, end),
        cmocka_unit_test_setup_teardown(a_scale_beyond_every_number_is_none, begin, end),
        cmocka_unit_test_setup_teardown(every_row_is_whole_and_its_key_its_own, begin, end),
        cmocka_unit_test_setup_teardown(what_the_command_line_asks_for_holds_until_something_is_chosen, begin, end),
        cmocka_unit_test_setup_teardown(what_is_missing_or_no_such_value_is_as_by_default, begin, end),
        cmocka_unit_test_setup_teardown(a_broken_file_is_kept_aside, begin, end),
        cmocka_unit_test_setup_teardown(a_file_too_large_is_no_settings, begin, end),
        cmocka_unit_test_setup_teardown(what_is_no_file_at_all_is_told, begin, end),
        cmocka_unit_test_setup_teardown(documents_are_where_the_desktop_says, begin, end),
        cmocka_unit_test_setup_teardown(documents_are_where_the_person_has_them_else_at_home, begin, end),
        cmocka_unit_test_setup_teardown(a_path_at_home_is_told_shorter, begin, end),
        cmocka_unit_test_setup_teardown(without_a_home_one_can_still_practise, begin, end),
        cmocka_unit_test_setup_teardown(data_stand_where_they_are_wanted, begin, end),
        cmocka_unit_test_setup_teardown(its_own_folder_is_shut_and_one_that_was_named_is_told_of, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
