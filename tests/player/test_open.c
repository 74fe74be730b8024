// Cases are opened without waiting for the disk: here it takes as long as the test wants.
#include "desk.h"

#include "base/path.h"
#include "base/thread.h"

#define S01 "s01-faire-faire-avec-laisser-faire"
#define S02 "s02-ca-fait-trois-fois"

typedef struct {
    Desk desk;
    Arena arena;
    ThreadMutex *mutex;
    ThreadCondition *opened;
    bool is_open;
} Gate;

static bool stand(void *context, Error *error) {
    (void)error;
    Gate *gate = context;
    thread_mutex_lock(gate->mutex);
    while (!gate->is_open) {
        thread_condition_wait(gate->opened, gate->mutex);
    }
    thread_mutex_unlock(gate->mutex);
    return true;
}

static void close_gate(Gate *gate) {
    gate->is_open = false;
    (void)writer_run(gate->desk.player.app.writer, stand, gate);
}

static void let_through(Gate *gate) {
    thread_mutex_lock(gate->mutex);
    gate->is_open = true;
    thread_condition_wake_all(gate->opened);
    thread_mutex_unlock(gate->mutex);
}

static void open_gate(Gate *gate) {
    let_through(gate);
    writer_wait(gate->desk.player.app.writer);
    desk_act(&gate->desk, ACTION_TICK, 0);
}

static void read_library(Gate *gate) {
    while (gate->desk.player.reader) {
        desk_act(&gate->desk, ACTION_TICK, 0);
    }
}

static int begin(void **state) {
    static Gate gate;
    gate = (Gate){0};
    gate.mutex = thread_mutex_create(&gate.arena);
    gate.opened = thread_condition_create(&gate.arena);
    desk_start(&gate.desk, (DeskStart){.threads = true});
    desk_act(&gate.desk, ACTION_WELCOME, 0);
    read_library(&gate);
    close_gate(&gate);
    *state = &gate;
    return 0;
}

static int end(void **state) {
    Gate *gate = *state;
    open_gate(gate);
    desk_close(&gate->desk);
    thread_condition_destroy(gate->opened);
    thread_mutex_destroy(gate->mutex);
    arena_finish(&gate->arena);
    return 0;
}

static void pass(Gate *gate, int64_t ms) {
    gate->desk.now_ms += ms;
    desk_act(&gate->desk, ACTION_TICK, 0);
}

static void a_case_that_is_read_at_once_needs_no_page_of_its_own(void **state) {
    Gate *gate = *state;
    Player *player = &gate->desk.player;
    desk_act(&gate->desk, ACTION_OPEN_CASE, desk_find_card(&gate->desk, S01));
    assert_int_equal(player->screen, SCREEN_LIBRARY);
    assert_true(player_next_tick(player, gate->desk.now_ms) > gate->desk.now_ms);
    open_gate(gate);
    assert_int_equal(player->screen, SCREEN_CASE);
    assert_non_null(player->open.scenario);
    assert_int_equal(player_opening(player).len, 0);
}

static void whoever_waits_is_told_and_can_leave(void **state) {
    Gate *gate = *state;
    Player *player = &gate->desk.player;
    int32_t card = desk_find_card(&gate->desk, S01);
    Str title = player->library.cards.rows[card].told.title;
    desk_act(&gate->desk, ACTION_OPEN_CASE, card);
    pass(gate, 300);
    assert_int_equal(player->screen, SCREEN_CASE);
    assert_true(str_equal(player_opening(player), title));
    desk_act(&gate->desk, ACTION_START, 0);
    desk_act(&gate->desk, ACTION_BACK, 0);
    assert_int_equal(player->screen, SCREEN_LIBRARY);
    open_gate(gate);
    assert_int_equal(player->screen, SCREEN_LIBRARY);
    assert_null(player->open.scenario);
}

static void of_several_the_last_one_wanted_is_opened(void **state) {
    Gate *gate = *state;
    Player *player = &gate->desk.player;
    desk_act(&gate->desk, ACTION_OPEN_CASE, desk_find_card(&gate->desk, S01));
    desk_act(&gate->desk, ACTION_OPEN_CASE, desk_find_card(&gate->desk, S02));
    desk_act(&gate->desk, ACTION_OPEN_CASE, desk_find_card(&gate->desk, S02));
    open_gate(gate);
    assert_int_equal(player->screen, SCREEN_CASE);
    assert_true(str_equal(scenario_name(player->open.scenario, player->open.scenario->id), S(S02)));
}

static void a_case_that_is_gone_leads_back_to_its_list_and_says_so(void **state) {
    Gate *gate = *state;
    Player *player = &gate->desk.player;
    Str path = path_join(&gate->desk.arena, player->app.folders.cases, S("mine.json"));
    Str shipped = player->library.cards.rows[desk_find_card(&gate->desk, S01)].path;
    open_gate(gate);
    assert_true(file_make_folder(player->app.folders.cases, NULL));
    assert_true(file_save(path, desk_load(&gate->desk, shipped), NULL));
    desk_act(&gate->desk, ACTION_RELOAD, 0);
    read_library(gate);
    close_gate(gate);
    desk_act(&gate->desk, ACTION_OPEN_CASE, library_find(&player->library, path));
    pass(gate, 300);
    assert_int_equal(player->screen, SCREEN_CASE);
    assert_true(file_erase(path, NULL));
    open_gate(gate);
    assert_int_equal(player->screen, SCREEN_LIBRARY);
    assert_int_equal(player->app.toast.kind, TOAST_TROUBLE);
    assert_true(player->library.cards.rows[library_find(&player->library, path)].broken);
}

static void what_was_begun_with_a_group_is_looked_for_behind_its_last_line(void **state) {
    Gate *gate = *state;
    Player *player = &gate->desk.player;
    open_gate(gate);
    desk_act(&gate->desk, ACTION_OPEN_CASE, desk_find_card(&gate->desk, S02));
    open_gate(gate);
    desk_act(&gate->desk, ACTION_ACCEPT_NOTICE, 0);
    player_update(player, &(Action){.kind = ACTION_ROOM, .room = {.kind = ROOM_BEGIN}}, gate->desk.now_ms);
    assert_int_equal(player->screen, SCREEN_ROOM);
    open_gate(gate);
    close_gate(gate);
    player_update(player, &(Action){.kind = ACTION_ROOM, .room = {.kind = ROOM_LEAVE}}, gate->desk.now_ms);
    assert_int_equal(player->screen, SCREEN_CASE);
    desk_act(&gate->desk, ACTION_START, 0);
    assert_int_equal(player->screen, SCREEN_CASE); // it would not know what it takes the place of
    open_gate(gate);
    assert_int_equal(player->open.begun_rooms.count, 1);
    desk_act(&gate->desk, ACTION_START, 0);
    assert_int_equal(player->screen, SCREEN_PLAY);
}

static Str journal_of(Gate *gate, Str path) {
    Str bytes = desk_load(&gate->desk, path);
    (void)str_cut(&bytes, '\n'); // its header
    return bytes;
}

static void a_walk_begins_behind_what_is_still_to_be_written(void **state) {
    Gate *gate = *state;
    Player *player = &gate->desk.player;
    open_gate(gate);
    desk_act(&gate->desk, ACTION_OPEN_CASE, desk_find_card(&gate->desk, S01));
    open_gate(gate);
    desk_act(&gate->desk, ACTION_ACCEPT_NOTICE, 0);
    close_gate(gate);
    for (int32_t i = 0; i < 2; i++) {
        desk_act(&gate->desk, ACTION_START, 0);
        assert_int_equal(player->screen, SCREEN_PLAY);
        desk_answer(&gate->desk);
        desk_act(&gate->desk, ACTION_BACK, 0);
        desk_act(&gate->desk, ACTION_CONFIRM, 0);
        if (i == 0) {
            desk_act(&gate->desk, ACTION_LET_GO, 0);
            desk_act(&gate->desk, ACTION_CONFIRM, 0);
        }
    }
    player_update(player, &(Action){.kind = ACTION_ROOM, .room = {.kind = ROOM_BEGIN}}, gate->desk.now_ms);
    assert_int_equal(player->screen, SCREEN_ROOM);
    open_gate(gate);
    FileList names;
    assert_true(file_list(&gate->arena, player->app.folders.journal, S(".jsonl"), &names, NULL));
    assert_int_equal(names.count, 2);
    assert_true(str_equal(journal_of(gate, player->open.journal_path), desk_lines(&gate->desk, 0)));
    assert_true(journal_of(gate, player->room.journal_path).len > 0);
}

static void erasing_everything_waits_for_no_disk(void **state) {
    Gate *gate = *state;
    Player *player = &gate->desk.player;
    desk_act(&gate->desk, ACTION_GO, SCREEN_SETTINGS);
    desk_set(&gate->desk, SETTING_THEME, THEME_NIGHT);
    desk_act(&gate->desk, ACTION_SHOW, OVERLAY_CONFIRM_ERASE_ALL);
    desk_act(&gate->desk, ACTION_CONFIRM, 0);
    desk_act(&gate->desk, ACTION_BACK, 0);
    desk_act(&gate->desk, ACTION_WELCOME, 0);
    assert_int_equal(player->screen, SCREEN_FIRST_START);
    assert_int_equal(player->overlay, OVERLAY_ERASING);
    assert_int_equal(player->app.toast.kind, TOAST_NONE);
    open_gate(gate);
    assert_int_equal(player->overlay, OVERLAY_NONE);
    assert_int_equal(player->app.toast.kind, TOAST_DONE);
    assert_false(file_exists(player->app.folders.settings));
    assert_false(file_exists(desk_path(&gate->desk, "data/cards.json")));
    desk_act(&gate->desk, ACTION_WELCOME, 0);
    assert_int_equal(player->screen, SCREEN_LIBRARY);
}

static void whoever_ends_the_program_meanwhile_has_erased_everything(void **state) {
    Gate *gate = *state;
    desk_act(&gate->desk, ACTION_GO, SCREEN_SETTINGS);
    desk_act(&gate->desk, ACTION_SHOW, OVERLAY_CONFIRM_ERASE_ALL);
    desk_act(&gate->desk, ACTION_CONFIRM, 0);
    desk_act(&gate->desk, ACTION_QUIT, 0);
    assert_true(gate->desk.player.app.quit);
    let_through(gate);
    desk_again(&gate->desk);
    assert_int_equal(gate->desk.player.screen, SCREEN_FIRST_START);
}

static void reach_review(Gate *gate) {
    Player *player = &gate->desk.player;
    open_gate(gate);
    desk_set(&gate->desk, SETTING_RETURNS, 1);
    desk_act(&gate->desk, ACTION_OPEN_CASE, desk_find_card(&gate->desk, "q08-ia-que-lui-confier"));
    open_gate(gate);
    close_gate(gate);
    desk_act(&gate->desk, ACTION_START, 0);
    desk_play_out(&gate->desk);
    desk_act(&gate->desk, ACTION_TO_DEBRIEF, 0);
    assert_int_equal(player->screen, SCREEN_DEBRIEF);
    assert_true(player->returns.kept.items.count >= 4);
    open_gate(gate);
    assert_true(player->returns.kept.items.rows[0].text.len > 0);
    desk_act(&gate->desk, ACTION_BACK, 0);
    desk_act(&gate->desk, ACTION_CONFIRM, 0);
    player->returns.kept.clock.day++;
    desk_act(&gate->desk, ACTION_ENTER, SCREEN_RETURNS);
    close_gate(gate);
}

static void what_comes_back_is_read_while_the_page_goes_on(void **state) {
    Gate *gate = *state;
    Player *player = &gate->desk.player;
    reach_review(gate);
    desk_act(&gate->desk, ACTION_REVIEW, 0);
    desk_act(&gate->desk, ACTION_REVIEW, 0);
    assert_true(player_next_tick(player, gate->desk.now_ms) > gate->desk.now_ms);
    pass(gate, 300);
    assert_true(player->returns.slow);
    desk_act(&gate->desk, ACTION_BACK, 0);
    open_gate(gate);
    assert_int_equal(player->screen, SCREEN_LIBRARY);
    assert_false(player->open.review);
    desk_act(&gate->desk, ACTION_ENTER, SCREEN_RETURNS);
    assert_false(player->returns.slow);
    desk_act(&gate->desk, ACTION_REVIEW, 0);
    assert_int_equal(player->screen, SCREEN_RETURNS);
    open_gate(gate);
    assert_int_equal(player->screen, SCREEN_PLAY);
}

static void whoever_ends_the_program_waits_for_no_note(void **state) {
    Gate *gate = *state;
    Player *player = &gate->desk.player;
    desk_act(&gate->desk, ACTION_GO, SCREEN_NOTEBOOK);
    player_update(player,
                  &(Action){.kind = ACTION_NOTES, .notes = {.kind = NOTES_TYPE, .index = 0, .text = S("canari")}},
                  gate->desk.now_ms);
    desk_act(&gate->desk, ACTION_QUIT, 0);
    assert_true(player->app.quit);
    let_through(gate);
    desk_again(&gate->desk);
    desk_act(&gate->desk, ACTION_GO, SCREEN_NOTEBOOK);
    open_gate(gate);
    assert_int_equal(player->kept.shown->notes.count, 1);
}

static Str in_root(Gate *gate, const char *name) {
    Str path = desk_path(&gate->desk, name);
    assert_true(file_make_folder(path, NULL));
    return str_format(&gate->arena, "%.*s/", S_ARG(path));
}

static void browse(Gate *gate, Str path) {
    desk_write(&gate->desk, ACTION_BROWSE, str_to_c(&gate->arena, path));
}

static void a_folder_is_listed_while_the_page_goes_on(void **state) {
    Gate *gate = *state;
    Player *player = &gate->desk.player;
    Str first = in_root(gate, "first"), second = in_root(gate, "second");
    assert_true(file_make_folder(desk_path(&gate->desk, "second/inner"), NULL));
    desk_act(&gate->desk, ACTION_SHOW, OVERLAY_OPEN);
    assert_int_equal(player->overlay, OVERLAY_OPEN);
    assert_null(player_listed(player));
    assert_false(player->browsing.slow);
    pass(gate, 300);
    assert_true(player->browsing.slow);
    browse(gate, first);
    browse(gate, second);
    desk_act(&gate->desk, ACTION_PICK, 0); // nothing is there to be picked yet
    desk_act(&gate->desk, ACTION_ADD_FOLDER, 0);
    assert_int_equal(player->case_folders.rows.count, 0);
    open_gate(gate); // … the documents: not what is wanted any more
    open_gate(gate);
    assert_int_equal(player_listed(player)->entries.count, 1);
    assert_true(str_equal(player_listed(player)->entries.rows[0].name, S("inner")));
    assert_true(player_next_tick(player, gate->desk.now_ms) < 0);
    desk_act(&gate->desk, ACTION_PICK, 0);
    open_gate(gate);
    assert_int_equal(player_listed(player)->entries.count, 0);
    assert_true(player_can_add_folder(player));
}

static void a_copy_is_made_and_the_library_read_anew_while_the_page_goes_on(void **state) {
    Gate *gate = *state;
    Player *player = &gate->desk.player;
    Str path = path_join(&gate->arena, gate->desk.root, S("mine.json"));
    int32_t count = player->library.cards.count;
    assert_true(file_save(
        path, desk_load(&gate->desk, player->library.cards.rows[desk_find_card(&gate->desk, S01)].path), NULL));
    desk_write(&gate->desk, ACTION_OPEN_FILE, str_to_c(&gate->arena, path));
    open_gate(gate);
    assert_int_equal(player->screen, SCREEN_CASE);
    close_gate(gate);
    desk_act(&gate->desk, ACTION_ADD_CASE, 0);
    desk_act(&gate->desk, ACTION_ADD_CASE, 0); // twice is once
    desk_act(&gate->desk, ACTION_BACK, 0);
    assert_int_equal(player->screen, SCREEN_LIBRARY);
    desk_act(&gate->desk, ACTION_RELOAD, 0);
    desk_act(&gate->desk, ACTION_RELOAD, 0);
    assert_non_null(player->reader);
    open_gate(gate);
    read_library(gate);
    assert_int_equal(player->library.cards.count, count + 1); // the copy; what was opened from anywhere is not listed
    assert_true(library_find(&player->library, path_join(&gate->arena, player->app.folders.cases, S("mine.json"))) >=
                0);
}

static void the_editor_is_started_where_it_is(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    desk_act(&desk, ACTION_OPEN_CASE, desk_find_card(&desk, "s02-ca-fait-trois-fois"));
    assert_false(player_can_copy(player));
    desk_act(&desk, ACTION_WRITE, 1);
    assert_int_equal(player->app.starts.program.len, 0);
    player->editor = S("/bin/palabre-editor");
    const SystemCommand *command = &player->app.starts;
    desk_act(&desk, ACTION_WRITE, 0);
    assert_true(str_equal(command->program, player->editor));
    assert_int_equal(command->count, 2);
    assert_true(str_equal(command->arguments[0], S("--data")));
    assert_true(str_equal(command->arguments[1], player->app.folders.data));
    desk_act(&desk, ACTION_WRITE, 1);
    assert_int_equal(command->count, 4);
    assert_true(str_equal(command->arguments[2], S("--copy")));
    assert_true(str_ends(command->arguments[3], S("s02-ca-fait-trois-fois.json")));
    desk_close(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_editor_is_started_where_it_is),
        cmocka_unit_test_setup_teardown(a_case_that_is_read_at_once_needs_no_page_of_its_own, begin, end),
        cmocka_unit_test_setup_teardown(whoever_waits_is_told_and_can_leave, begin, end),
        cmocka_unit_test_setup_teardown(of_several_the_last_one_wanted_is_opened, begin, end),
        cmocka_unit_test_setup_teardown(a_case_that_is_gone_leads_back_to_its_list_and_says_so, begin, end),
        cmocka_unit_test_setup_teardown(what_was_begun_with_a_group_is_looked_for_behind_its_last_line, begin, end),
        cmocka_unit_test_setup_teardown(a_folder_is_listed_while_the_page_goes_on, begin, end),
        cmocka_unit_test_setup_teardown(a_copy_is_made_and_the_library_read_anew_while_the_page_goes_on, begin, end),
        cmocka_unit_test_setup_teardown(a_walk_begins_behind_what_is_still_to_be_written, begin, end),
        cmocka_unit_test_setup_teardown(what_comes_back_is_read_while_the_page_goes_on, begin, end),
        cmocka_unit_test_setup_teardown(erasing_everything_waits_for_no_disk, begin, end),
        cmocka_unit_test_setup_teardown(whoever_ends_the_program_waits_for_no_note, begin, end),
        cmocka_unit_test_setup_teardown(whoever_ends_the_program_meanwhile_has_erased_everything, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
