#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "app/settings.h"

#include "app/folders.h"
#include "base/file_place.h"

static void what_is_saved_is_loaded(void **state) {
    Place *place = *state;
    Settings settings = {.language = LANGUAGE_EN,
                         .text_scale = 175,
                         .theme = CHOICE_CONTRAST,
                         .easy_font = true,
                         .speech = true,
                         .numbers = true,
                         .welcomed = true};
    Settings loaded;
    Str path = str_from_c(path_of(place, "settings.json"));
    assert_true(file_save(path, settings_write(&place->arena, &settings), &place->error));
    assert_true(settings_load(&place->arena, path, &loaded));
    Str written = settings_write(&place->arena, &settings);
    assert_str(settings_write(&place->arena, &loaded), written);
    assert_int_equal(loaded.text_scale, 175);
    assert_true(loaded.welcomed && !loaded.reduced_motion);
}

static void what_is_missing_or_no_such_value_is_as_by_default(void **state) {
    Place *place = *state;
    bool fits = false;
    Settings settings = settings_parse(&place->arena,
                                       S("{\"text_scale\": 130, \"theme\": \"pink\", \"language\": 3, \"speech\": 1, "
                                         "\"numbers\": true, \"later\": {}}"),
                                       &fits);
    Settings wanted = settings_default();
    wanted.numbers = true;
    assert_true(fits);
    Str written = settings_write(&place->arena, &wanted);
    assert_str(settings_write(&place->arena, &settings), written);
    assert_true(settings_load(&place->arena, str_from_c(path_of(place, "none")), &settings));
    assert_int_equal(settings.text_scale, SCALE_LEAST);
}

static void a_broken_file_is_kept_aside(void **state) {
    Place *place = *state;
    Settings settings;
    char *path = write_file(place, "settings.json", S("{\"theme\": "));
    assert_false(settings_load(&place->arena, str_from_c(path), &settings));
    assert_int_equal(settings.theme, CHOICE_PAPER);
    assert_holds(place, path_of(place, "settings.json.broken"), S("{\"theme\": "));
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
    assert_int_equal(folders.error.code, ERROR_NOT_A_FILE);
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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_saved_is_loaded, begin, end),
        cmocka_unit_test_setup_teardown(what_is_missing_or_no_such_value_is_as_by_default, begin, end),
        cmocka_unit_test_setup_teardown(a_broken_file_is_kept_aside, begin, end),
        cmocka_unit_test_setup_teardown(documents_are_where_the_desktop_says, begin, end),
        cmocka_unit_test_setup_teardown(without_a_home_one_can_still_practise, begin, end),
        cmocka_unit_test_setup_teardown(data_stand_where_they_are_wanted, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
