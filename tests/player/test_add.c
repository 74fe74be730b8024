#include "desk.h"

#include "base/path.h"

// A case that stands in no folder of the library, as on a stick.
static Str begin_beside(Desk *desk) {
    desk_open(desk);
    Str path = desk_path(desk, "documents/Deux questions.json");
    assert_true(file_save(path, desk_load(desk, S("data/journal/deux-questions.json")), NULL));
    return path;
}

static void drop(Desk *desk, Str path) {
    desk_write(desk, ACTION_OPEN_FILE, str_to_c(&desk->arena, path));
}

static int32_t count_here(Desk *desk) {
    FileList names = {0};
    assert_true(file_list(&desk->arena, desk->player.app.folders.cases, S(".json"), &names, NULL));
    return names.count;
}

static void a_file_from_anywhere_is_opened(void **state) {
    (void)state;
    Desk desk;
    Str path = begin_beside(&desk);
    drop(&desk, path);
    assert_int_equal(desk.player.screen, SCREEN_CASE);
    assert_true(desk.player.open.scenario != NULL && player_can_add(&desk.player));
    drop(&desk, S("/no/such.json"));
    assert_int_equal(desk.player.screen, SCREEN_CASE);
    assert_null(desk.player.open.scenario);
    assert_true(desk.player.library.cards.rows[desk.player.open.card].broken);
    desk_close(&desk);
}

static void one_that_is_played_is_not_taken_away(void **state) {
    (void)state;
    Desk desk;
    Str path = begin_beside(&desk);
    desk_begin_case(&desk, "s02-ca-fait-trois-fois");
    drop(&desk, path);
    assert_int_equal(desk.player.screen, SCREEN_PLAY);
    assert_int_equal(desk.player.app.toast.kind, TOAST_INFO);
    desk_close(&desk);
}

static void what_is_added_is_there_the_next_time(void **state) {
    (void)state;
    Desk desk;
    Str path = begin_beside(&desk);
    drop(&desk, path);
    desk_act(&desk, ACTION_ADD_CASE, 0);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(desk.player.app.toast.kind, TOAST_DONE);
    Str copy = path_join(&desk.arena, desk.player.app.folders.cases, S("Deux questions.json"));
    assert_true(str_equal(desk_load(&desk, copy), desk_load(&desk, path)));
    desk_act(&desk, ACTION_ADD_CASE, 0); // pressed once more
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(count_here(&desk), 1);
    assert_true(file_save(copy, S("{}"), NULL));
    desk_act(&desk, ACTION_ADD_CASE, 0); // another file that has the name is not written over
    desk_act(&desk, ACTION_TICK, 0);
    assert_true(str_equal(desk_load(&desk, copy), S("{}")));
    assert_int_equal(count_here(&desk), 2);
    copy = path_join(&desk.arena, desk.player.app.folders.cases, S("Deux questions (2).json"));
    desk_act(&desk, ACTION_ADD_CASE, 0); // that one is known by its number too
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(count_here(&desk), 2);
    assert_true(str_equal(desk_load(&desk, copy), desk_load(&desk, path)));
    desk_again(&desk);
    assert_true(library_find(&desk.player.library, copy) >= 0);
    assert_int_equal(library_find(&desk.player.library, path), -1);
    desk_act(&desk, ACTION_OPEN_CASE, library_find(&desk.player.library, copy));
    assert_false(player_can_add(&desk.player));
    desk_close(&desk);
}

static void more_cards_are_shown_until_something_else_is_looked_for(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    desk_act(&desk, ACTION_SHOW_MORE, 0);
    desk_act(&desk, ACTION_SHOW_MORE, 0);
    assert_int_equal(desk.player.asked_for_more, 2);
    desk_write(&desk, ACTION_SET_SEARCH, "caf");
    assert_int_equal(desk.player.asked_for_more, 0);
    desk_close(&desk);
}

static void a_file_that_changed_is_not_added_unseen(void **state) {
    (void)state;
    Desk desk;
    Str path = begin_beside(&desk);
    drop(&desk, path);
    assert_true(file_save(path, S("{}"), NULL));
    desk_act(&desk, ACTION_ADD_CASE, 0);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(desk.player.app.toast.kind, TOAST_TROUBLE);
    assert_int_equal(count_here(&desk), 0);
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_from_anywhere_is_opened),
        cmocka_unit_test(one_that_is_played_is_not_taken_away),
        cmocka_unit_test(what_is_added_is_there_the_next_time),
        cmocka_unit_test(more_cards_are_shown_until_something_else_is_looked_for),
        cmocka_unit_test(a_file_that_changed_is_not_added_unseen),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
