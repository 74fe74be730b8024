// A case anywhere, folders of cases, and what was played.
#include "player/desk.h"

#include "base/file.h"
#include "base/path.h"

static Str under(Desk *desk, const char *name) {
    return path_join(&desk->arena, desk->root, str_from_c(name));
}

static void put(Desk *desk, const char *name, Str bytes) {
    assert_true(file_save(under(desk, name), bytes, NULL));
}

// In the root: a folder of two cases and one that holds none, and files of other kinds.
static void furnish(Desk *desk) {
    Str bytes = desk_load(desk, S("../scenarios/fr/s02-ca-fait-trois-fois.json"));
    assert_true(file_make_folder(under(desk, "Cas"), NULL));
    assert_true(file_make_folder(under(desk, "empty"), NULL));
    assert_true(file_make_folder(under(desk, ".hidden"), NULL));
    put(desk, "Cas/Écouter.json", bytes);
    put(desk, "Cas/b.json", bytes);
    put(desk, "Cas/b.test.json", S("{}"));
    put(desk, "Cas/notes.odt", S("?"));
}

static void browse(Desk *desk, const char *name) {
    desk_write(desk, ACTION_BROWSE, str_to_c(&desk->arena, under(desk, name)));
}

static void assert_entries(const Desk *desk, const char *const *names, int32_t count) {
    const BrowseJob *listed = player_listed(&desk->player);
    assert_int_equal(listed->entries.count, count);
    for (int32_t i = 0; i < count; i++) {
        assert_true(str_equal(listed->entries.rows[i].name, str_from_c(names[i])));
    }
}

static void a_file_is_found_from_folder_to_folder(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    furnish(&desk);
    Player *player = &desk.player;
    desk_act(&desk, ACTION_SHOW, OVERLAY_OPEN);
    browse(&desk, "");
    static const char *const ROOT[] = {"Cas", "data", "documents", "empty"}, *const CASES[] = {"b.json",
                                                                                               "Écouter.json"};
    assert_entries(&desk, ROOT, COUNT(ROOT));
    browse(&desk, "ca"); // what is offered of it is up to the page
    assert_entries(&desk, ROOT, COUNT(ROOT));
    desk_act(&desk, ACTION_PICK, 0);
    assert_int_equal(player->overlay, OVERLAY_OPEN);
    assert_int_equal(player->browsing.picked, 1);
    assert_entries(&desk, CASES, COUNT(CASES));
    desk_act(&desk, ACTION_PICK, 7);
    assert_int_equal(player->overlay, OVERLAY_OPEN);
    desk_act(&desk, ACTION_PICK, 1);
    assert_int_equal(player->overlay, OVERLAY_NONE);
    assert_int_equal(player->screen, SCREEN_CASE);
    assert_true(str_equal(player->open.path, under(&desk, "Cas/Écouter.json")));
    desk_close(&desk);
}

// Into the field, where the home folder stands already.
static void a_whole_path_may_be_pasted_behind_what_is_there(void **state) {
    (void)state;
    static const char *const BEFORE[] = {"~/", "/nowhere/", "~/file://", ""}, *const CASES[] = {"b.json",
                                                                                                "Écouter.json"};
    Desk desk;
    desk_open(&desk);
    furnish(&desk);
    desk_act(&desk, ACTION_SHOW, OVERLAY_OPEN);
    Str root = under(&desk, "Cas/");
    assert_true(path_is_absolute(root));
    for (int32_t i = 0; i < COUNT(BEFORE); i++) {
        Str typed = str_format(&desk.arena, "%s%.*s", BEFORE[i], S_ARG(root));
        desk_write(&desk, ACTION_BROWSE, str_to_c(&desk.arena, typed));
        assert_entries(&desk, CASES, COUNT(CASES));
    }
    desk_close(&desk);
}

static void a_folder_that_is_not_there_lists_nothing_and_one_that_is_refused_says_why(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    furnish(&desk);
    desk_act(&desk, ACTION_SHOW, OVERLAY_OPEN);
    browse(&desk, "nowhere/");
    assert_entries(&desk, NULL, 0);
    assert_int_equal(player_listed(&desk.player)->error.code, ERROR_NONE);
    assert_false(player_can_add_folder(&desk.player));
    browse(&desk, "Cas/b.json/");
    assert_entries(&desk, NULL, 0);
    assert_int_not_equal(player_listed(&desk.player)->error.code, ERROR_NONE);
    desk_close(&desk);
}

static void the_library_reads_a_folder_until_it_is_removed(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    furnish(&desk);
    Player *player = &desk.player;
    int32_t count = player->library.cards.count;
    desk_act(&desk, ACTION_SHOW, OVERLAY_OPEN);
    browse(&desk, "Cas/");
    assert_true(player_can_add_folder(player));
    desk_act(&desk, ACTION_ADD_FOLDER, 0);
    assert_int_equal(player->overlay, OVERLAY_NONE);
    assert_int_equal(player->library.cards.count, count + 2);
    desk_act(&desk, ACTION_SHOW, OVERLAY_OPEN);
    browse(&desk, "Cas/");
    assert_false(player_can_add_folder(player));
    desk_act(&desk, ACTION_SHOW, OVERLAY_NONE);
    desk_again(&desk);
    assert_int_equal(player->library.cards.count, count + 2);
    desk_write(&desk, ACTION_REMOVE_FOLDER, str_to_c(&desk.arena, under(&desk, "Cas")));
    assert_int_equal(player->library.cards.count, count);
    assert_true(file_exists(under(&desk, "Cas/b.json")));
    desk_again(&desk);
    assert_int_equal(player->library.cards.count, count);
    desk_close(&desk);
}

static void what_was_played_is_noted_only_where_that_is_wanted(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    static const char CASE[] = "s02-ca-fait-trois-fois";
    desk_reach_debrief(&desk, CASE);
    assert_int_equal(player->played.rows.count, 0);
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    desk_set(&desk, SETTING_TRACE, 1);
    desk_reach_debrief(&desk, CASE);
    assert_int_equal(player->played.rows.count, 1);
    assert_true(str_equal(player->played.rows.rows[0], player->open.path));
    desk_act(&desk, ACTION_BACK, 0);
    desk_act(&desk, ACTION_CONFIRM, 0);
    desk_again(&desk);
    assert_int_equal(player->played.rows.count, 1);
    assert_true(file_exists(under(&desk, "data/played.json")));
    desk_set(&desk, SETTING_TRACE, 0);
    writer_wait(player->app.writer);
    assert_int_equal(player->played.rows.count, 0);
    assert_false(file_exists(under(&desk, "data/played.json")));
    desk_close(&desk);
}

static void erasing_everything_takes_the_lists_too(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    furnish(&desk);
    desk_act(&desk, ACTION_SHOW, OVERLAY_OPEN);
    browse(&desk, "Cas/");
    desk_act(&desk, ACTION_ADD_FOLDER, 0);
    desk_again(&desk);
    assert_true(file_exists(under(&desk, "data/folders.json")));
    desk_act(&desk, ACTION_GO, SCREEN_SETTINGS);
    desk_act(&desk, ACTION_SHOW, OVERLAY_CONFIRM_ERASE_ALL);
    desk_act(&desk, ACTION_CONFIRM, 0);
    assert_false(file_exists(under(&desk, "data/folders.json")));
    assert_int_equal(desk.player.case_folders.rows.count, 0);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_found_from_folder_to_folder),
        cmocka_unit_test(a_whole_path_may_be_pasted_behind_what_is_there),
        cmocka_unit_test(a_folder_that_is_not_there_lists_nothing_and_one_that_is_refused_says_why),
        cmocka_unit_test(the_library_reads_a_folder_until_it_is_removed),
        cmocka_unit_test(what_was_played_is_noted_only_where_that_is_wanted),
        cmocka_unit_test(erasing_everything_takes_the_lists_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
