// What was kept, as the window shows it: read, exported, added again, erased to the last byte.
#include "player/kept_desk.h"

#include "base/path.h"
#include "base/system.h"

static const Str GREEN = S_INIT("abcdef0123456789abcdef0123456789"); // the group's; the other is one person's

static bool tells(const Desk *desk, const char *text) {
    return str_find(desk->player.kept.told, str_from_c(text)) >= 0 ||
           str_find(desk->player.app.toast.text, str_from_c(text)) >= 0;
}

static bool stands_in_data(Desk *desk, const char *text) {
    FileList names;
    bool found = false;
    assert_true(file_list(&desk->arena, desk_path(desk, "data"), S(""), &names, NULL));
    for (int32_t i = 0; i < names.count; i++) {
        Str bytes = {0}, path = path_join(&desk->arena, desk_path(desk, "data"), names.rows[i]);
        found =
            found || (file_load(&desk->arena, path, 1 << 24, &bytes, NULL) && str_find(bytes, str_from_c(text)) >= 0);
    }
    return found;
}

static void a_session_is_read_with_its_votes_its_page_and_its_conversation(void **state) {
    (void)state;
    Desk desk;
    open_with_two(&desk);
    assert_true(str_equal(desk.player.kept.shown->list.rows[0].id, GREEN));
    do_kept(&desk, KEPT_OPEN, 0, S(""));
    assert_int_equal(desk.player.screen, SCREEN_KEPT_SESSION);
    const KeptSession *kept = desk.player.kept.session;
    assert_true(kept->whole);
    assert_int_equal(kept->room.count, 4);
    assert_int_equal(kept->session.way.count, 4);
    desk_act(&desk, ACTION_BACK, 0);
    writer_wait(desk.player.app.writer);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(desk.player.screen, SCREEN_KEPT);
    assert_null(desk.player.kept.session);
    desk_close(&desk);
}

static void what_is_exported_comes_in_again_once(void **state) {
    (void)state;
    Desk desk;
    open_with_two(&desk);
    do_kept(&desk, KEPT_CHOOSE, 0, S(""));
    do_kept(&desk, KEPT_EXPORT, 0, S(""));
    assert_true(tells(&desk, "1 séance est dans cette sauvegarde."));
    do_kept(&desk, KEPT_CHOOSE, 0, S(""));
    do_kept(&desk, KEPT_EXPORT, 0, S(""));
    Str first = desk_path(&desk, "documents/Palabre – séances gardées – 2026-11-27.jsonl");
    Str second = desk_path(&desk, "documents/Palabre – séances gardées – 2026-11-27 (2).jsonl");
    assert_true(file_exists(first) && file_exists(second));
    do_kept(&desk, KEPT_IMPORT, 0, first);
    assert_true(tells(&desk, "0 séance a été ajoutée. 1 y était déjà."));
    do_kept(&desk, KEPT_ERASE, 0, S(""));
    assert_int_equal(count_kept(&desk), 0);
    do_kept(&desk, KEPT_IMPORT, 0, second);
    do_kept(&desk, KEPT_IMPORT, 0, first);
    assert_int_equal(count_kept(&desk), 2);
    desk_close(&desk);
}

// Its label is another than was written.
static void a_damaged_session_is_told_where_the_others_are_exported(void **state) {
    (void)state;
    Desk desk;
    open_with_two(&desk);
    Str path = desk_path(&desk, "data/sessions.db"), bytes = desk_load(&desk, path);
    ptrdiff_t at = str_find(bytes, S("Lundi matin"));
    assert_true(at > 0);
    Str parts[] = {str_slice(bytes, 0, at), S("Mardi matin"), str_slice(bytes, at + 11, bytes.len)};
    StrBuilder changed = {.arena = &desk.arena};
    for (int32_t i = 0; i < COUNT(parts); i++) {
        str_add(&changed, parts[i]);
    }
    assert_true(file_write(path, str_built(&changed), NULL));
    do_kept(&desk, KEPT_EXPORT, 0, S(""));
    assert_true(desk.player.kept.trouble);
    assert_true(tells(&desk, "1 séance est dans cette sauvegarde."));
    assert_true(tells(&desk, "\n1 séance n’y est pas, car elle ne peut pas être lue."));
    desk_close(&desk);
}

static void what_is_erased_leaves_no_byte_and_what_is_left_is_told(void **state) {
    (void)state;
    Desk desk;
    open_with_two(&desk);
    assert_true(stands_in_data(&desk, "Lundi matin"));
    do_kept(&desk, KEPT_OPEN, 0, S(""));
    desk_act(&desk, ACTION_SHOW, OVERLAY_KEPT_ERASE);
    do_kept(&desk, KEPT_ERASE, 0, S(""));
    assert_int_equal(desk.player.screen, SCREEN_KEPT);
    assert_true(tells(&desk, "1 séance est effacée. Il reste 1 séance sur cet ordinateur."));
    assert_false(stands_in_data(&desk, "Lundi matin"));
    assert_true(stands_in_data(&desk, "Le dossier vert"));
    do_kept(&desk, KEPT_ERASE, 0, S(""));
    assert_true(tells(&desk, "Il ne reste aucune séance"));
    assert_false(stands_in_data(&desk, "dossier vert"));
    desk_close(&desk);
}

static void a_second_window_reads_and_exports_and_tells_who_has_it(void **state) {
    (void)state;
    Desk desk, second = {.now_ms = 1000};
    open_with_two(&desk);
    second.root = str_copy(&second.arena, desk.root);
    desk_join(&second);
    assert_true(second.player.app.is_second);
    assert_int_equal(second.player.app.holder.process, system_process());
    go_to_kept(&second);
    assert_int_equal(count_kept(&second), 2);
    assert_false(player_kept_can_change(&second.player));
    do_kept(&second, KEPT_ERASE, 0, S(""));
    do_kept(&second, KEPT_IMPORT, 0, S("data/sessions/old.jsonl"));
    assert_int_equal(count_kept(&second), 2);
    do_kept(&second, KEPT_EXPORT, 0, S(""));
    assert_true(tells(&second, "2 séances sont dans cette sauvegarde."));
    player_finish(&second.player);
    arena_finish(&second.arena);
    desk_close(&desk);
}

// palabre-cli has it just then.
static void a_store_that_another_program_holds_is_left_alone(void **state) {
    (void)state;
    Desk desk;
    open_with_two(&desk);
    FileLock *lock = file_lock(&desk.arena, desk_path(&desk, "data/sessions.lock"), NULL);
    assert_non_null(lock);
    do_kept(&desk, KEPT_ERASE, 0, S(""));
    assert_true(desk.player.kept.trouble);
    assert_int_equal(desk.player.kept.shown->error.code, ERROR_HELD);
    assert_int_equal(count_kept(&desk), 2);
    file_unlock(lock);
    desk_close(&desk);
}

static void a_damaged_store_is_told_and_set_aside_only_when_asked(void **state) {
    (void)state;
    Desk desk;
    open_with_two(&desk);
    Str path = desk_path(&desk, "data/sessions.db"), bytes = desk_load(&desk, path);
    assert_true(file_write(path, str_slice(bytes, 0, bytes.len / 2 + 17), NULL));
    desk_act(&desk, ACTION_GO, SCREEN_LIBRARY);
    go_to_kept(&desk);
    assert_false(desk.player.kept.shown->listed);
    assert_int_equal(desk.player.kept.shown->refused.code, ERROR_DAMAGED);
    do_kept(&desk, KEPT_IMPORT, 0, S("data/sessions/two.jsonl"));
    assert_true(desk.player.kept.trouble);
    assert_int_equal(desk_load(&desk, path).len, bytes.len / 2 + 17);
    do_kept(&desk, KEPT_ASIDE, 0, S(""));
    assert_true(tells(&desk, "s’appelle maintenant «"));
    assert_int_equal(count_kept(&desk), 0);
    assert_int_equal(desk.player.kept.shown->aside.count, 1);
    do_kept(&desk, KEPT_IMPORT, 0, S("data/sessions/two.jsonl"));
    assert_int_equal(count_kept(&desk), 2);
    do_kept(&desk, KEPT_ERASE_STORE, 0, S(""));
    assert_int_equal(count_kept(&desk), 0);
    assert_false(stands_in_data(&desk, "dossier vert"));
    desk_close(&desk);
}

static void a_file_that_is_let_go_over_the_page_is_added_and_a_bad_one_told_by_line(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    go_to_kept(&desk);
    desk_write(&desk, ACTION_OPEN_FILE, "data/sessions/bad.jsonl");
    writer_wait(desk.player.app.writer);
    desk_act(&desk, ACTION_TICK, 0);
    assert_int_equal(desk.player.screen, SCREEN_KEPT);
    assert_true(desk.player.kept.trouble);
    assert_true(tells(&desk, "Ligne "));
    do_kept(&desk, KEPT_IMPORT, 0, S("data/sessions/none.jsonl"));
    assert_true(tells(&desk, "Rien n’a pu être ajouté"));
    desk_close(&desk);
}

static void a_file_of_sessions_may_be_let_go_over_any_page_that_can_be_left(void **state) {
    (void)state;
    static const Screen SCREENS[] = {SCREEN_LIBRARY, SCREEN_SETTINGS, SCREEN_NOTEBOOK};
    for (int32_t i = 0; i < COUNT(SCREENS); i++) {
        Desk desk;
        desk_open(&desk);
        desk_act(&desk, ACTION_GO, (int32_t)SCREENS[i]);
        desk_write(&desk, ACTION_OPEN_FILE, "data/sessions/two.jsonl");
        assert_int_equal(desk.player.screen, SCREEN_KEPT);
        for (int32_t task = 0; task < 3; task++) { // of the page that was left, the list, the file
            writer_wait(desk.player.app.writer);
            desk_act(&desk, ACTION_TICK, 0);
        }
        assert_int_equal(count_kept(&desk), 2);
        assert_true(tells(&desk, "2 séances ont été ajoutées."));
        desk_act(&desk, ACTION_GO, SCREEN_LIBRARY);
        desk_write(&desk, ACTION_OPEN_FILE, "data/sessions/six.jsonl");
        desk_act(&desk, ACTION_GO, SCREEN_SETTINGS); // left before the list was there
        writer_wait(desk.player.app.writer);
        desk_act(&desk, ACTION_TICK, 0);
        assert_null(desk.player.kept.brought);
        assert_int_equal(count_kept(&desk), 2);
        desk_close(&desk);
    }
}

static void what_is_past_its_day_after_a_leap_of_the_clock_goes_once_the_day_is_sure(void **state) {
    (void)state;
    Desk desk;
    open_with_two(&desk);
    desk.player.today = S("2030-01-01");
    do_kept(&desk, KEPT_PURGE, 0, S(""));
    assert_true(tells(&desk, "2 séances sont effacées."));
    assert_int_equal(count_kept(&desk), 0);
    desk_close(&desk);
}

static void do_notes(Desk *desk, NotesAction notes) {
    desk->now_ms += 10;
    player_update(&desk->player, &(Action){.kind = ACTION_NOTES, .notes = notes}, desk->now_ms);
    writer_wait(desk->player.app.writer);
    desk_act(desk, ACTION_TICK, 0);
}

static void go_to_notebook(Desk *desk) {
    desk_act(desk, ACTION_GO, SCREEN_NOTEBOOK);
    writer_wait(desk->player.app.writer);
    desk_act(desk, ACTION_TICK, 0);
    assert_true(desk->player.kept.shown->listed);
}

static int32_t count_notes(const Desk *desk) {
    return desk->player.kept.shown->notes.count;
}

static void erase_note(Desk *desk, int32_t row) {
    do_notes(desk, (NotesAction){.kind = NOTES_ASK_ERASE, .index = row});
    assert_int_equal(desk->player.overlay, OVERLAY_NOTES_ERASE);
    do_notes(desk, (NotesAction){.kind = NOTES_ERASE});
    assert_int_equal(desk->player.overlay, OVERLAY_NONE);
}

static void what_is_written_in_the_notebook_outlives_the_program_and_is_erased_at_once(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    go_to_notebook(&desk);
    do_notes(&desk, (NotesAction){.kind = NOTES_KEEP}); // nothing was written
    assert_int_equal(count_notes(&desk), 0);
    do_notes(&desk, (NotesAction){.kind = NOTES_TYPE, .index = 0, .text = S("canari un")});
    do_notes(&desk, (NotesAction){.kind = NOTES_KEEP});
    assert_true(notebook_is_empty(&desk.player.kept.notes.drafts[NOTEBOOK_ENTRY].page));
    do_notes(&desk, (NotesAction){.kind = NOTES_TYPE, .index = 1, .text = S("plus")});
    player_update(&desk.player, &(Action){.kind = ACTION_NOTES, .notes = {.kind = NOTES_KEEP}}, desk.now_ms);
    do_notes(&desk, (NotesAction){.kind = NOTES_TYPE, .index = 1, .text = S("plus long")}); // while it is written
    assert_false(notebook_is_empty(&desk.player.kept.notes.drafts[NOTEBOOK_ENTRY].page));
    do_notes(&desk, (NotesAction){.kind = NOTES_KEEP});
    assert_int_equal(count_notes(&desk), 2);
    erase_note(&desk, 0);
    do_notes(&desk, (NotesAction){.kind = NOTES_TYPE, .index = 2, .text = S("canari deux")});
    desk_act(&desk, ACTION_GO, SCREEN_LIBRARY); // which keeps it
    writer_wait(desk.player.app.writer);
    desk_act(&desk, ACTION_TICK, 0);
    assert_true(tells(&desk, "C’est dans votre carnet."));
    go_to_notebook(&desk);
    assert_int_equal(count_notes(&desk), 2);
    do_notes(&desk, (NotesAction){.kind = NOTES_TYPE, .index = 1, .text = S("canari trois")});
    desk_act(&desk, ACTION_END, 0); // so does the end
    desk_again(&desk);
    go_to_notebook(&desk);
    assert_int_equal(count_notes(&desk), 3);
    do_notes(&desk, (NotesAction){.kind = NOTES_CHANGE, .index = 2});
    do_notes(&desk, (NotesAction){.kind = NOTES_TYPE, .index = 0, .text = S("autrement")});
    do_notes(&desk, (NotesAction){.kind = NOTES_KEEP});
    assert_int_equal(count_notes(&desk), 3);
    assert_false(stands_in_data(&desk, "canari un"));
    erase_note(&desk, 1);
    assert_int_equal(count_notes(&desk), 2);
    assert_false(stands_in_data(&desk, "canari trois"));
    do_notes(&desk, (NotesAction){.kind = NOTES_EXPORT});
    Str text = desk_load(&desk, desk_path(&desk, "documents/Palabre – mon carnet – 2026-11-27.txt"));
    assert_true(str_find(text, S("À qui j’en parle\ncanari deux")) > 0);
    do_notes(&desk, (NotesAction){.kind = NOTES_ERASE_ALL});
    assert_true(tells(&desk, "il n’en reste rien sur cet ordinateur."));
    assert_false(stands_in_data(&desk, "canari"));
    assert_false(stands_in_data(&desk, "autrement"));
    desk_close(&desk);
}

static void type_note(Desk *desk, int32_t prompt, const char *text) {
    do_notes(desk, (NotesAction){.kind = NOTES_TYPE, .index = prompt, .text = str_from_c(text)});
}

static void wait_for_notes(Desk *desk) {
    assert_true(player_next_tick(&desk->player, desk->now_ms) > desk->now_ms);
    desk->now_ms += NOTES_PAUSE_MS;
    desk_act(desk, ACTION_TICK, 0);
    writer_wait(desk->player.app.writer);
    desk_act(desk, ACTION_TICK, 0);
}

static void what_is_typed_outlives_a_crash_and_goes_when_it_is_taken_away(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    go_to_notebook(&desk);
    type_note(&desk, 0, "canari un");
    assert_int_equal(count_notes(&desk), 0);
    wait_for_notes(&desk);
    assert_int_equal(desk.player.app.toast.kind, TOAST_NONE);
    type_note(&desk, 0, "canari deux");
    wait_for_notes(&desk);
    assert_int_equal(count_notes(&desk), 1);
    assert_false(stands_in_data(&desk, "canari un"));
    assert_true(str_equal(desk.player.kept.notes.drafts[NOTEBOOK_ENTRY].page.answers[0],
                          S("canari deux"))); // still under the hand
    desk_crash(&desk);
    go_to_notebook(&desk);
    assert_int_equal(count_notes(&desk), 1);
    do_notes(&desk, (NotesAction){.kind = NOTES_CHANGE});
    type_note(&desk, 0, "");
    wait_for_notes(&desk);
    assert_int_equal(count_notes(&desk), 0);
    assert_false(stands_in_data(&desk, "canari"));
    desk_close(&desk);
}

static void what_is_being_written_is_kept_before_another_page_is_taken_up(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    go_to_notebook(&desk);
    type_note(&desk, 0, "la première");
    do_notes(&desk, (NotesAction){.kind = NOTES_KEEP});
    type_note(&desk, 0, "la seconde");
    do_notes(&desk, (NotesAction){.kind = NOTES_CHANGE});
    assert_int_equal(count_notes(&desk), 2);
    assert_true(stands_in_data(&desk, "la seconde"));
    assert_true(str_equal(desk.player.kept.notes.drafts[NOTEBOOK_ENTRY].page.answers[0], S("la première")));
    desk_close(&desk);
}

static void what_is_erased_does_not_come_back_from_the_fields(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    go_to_notebook(&desk);
    type_note(&desk, 0, "canari un");
    do_notes(&desk, (NotesAction){.kind = NOTES_KEEP});
    do_notes(&desk, (NotesAction){.kind = NOTES_CHANGE});
    erase_note(&desk, 0);
    desk_act(&desk, ACTION_GO, SCREEN_LIBRARY);
    go_to_notebook(&desk);
    assert_int_equal(count_notes(&desk), 0);
    type_note(&desk, 0, "canari deux");
    player_erase_all(&desk.player, desk.now_ms);
    desk_act(&desk, ACTION_END, 0);
    desk_again(&desk);
    assert_false(stands_in_data(&desk, "canari"));
    desk_close(&desk);
}

// The list is read while the page is left.
static void what_is_typed_while_the_store_is_busy_is_kept_too(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    go_to_notebook(&desk);
    for (int32_t ends = 0; ends < 2; ends++) {
        player_kept_look(&desk.player);
        NotesAction typed = {.kind = NOTES_TYPE, .index = 0, .text = S("au vol")};
        player_update(&desk.player, &(Action){.kind = ACTION_NOTES, .notes = typed}, desk.now_ms);
        player_update(&desk.player, &(Action){.kind = ends ? ACTION_END : ACTION_GO, .index = SCREEN_LIBRARY},
                      desk.now_ms);
        for (int32_t i = 0; !ends && i < 3; i++) {
            writer_wait(desk.player.app.writer);
            desk.now_ms += NOTES_PAUSE_MS;
            desk_act(&desk, ACTION_TICK, 0);
        }
        desk_again(&desk);
        go_to_notebook(&desk);
        assert_int_equal(count_notes(&desk), ends + 1);
    }
    desk_close(&desk);
}

static void one_places_oneself_before_and_later_after_and_looking_back(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    go_to_notebook(&desk);
    assert_int_equal(player_notes_waiting(&desk.player), -1);
    do_notes(&desk, (NotesAction){.kind = NOTES_POSITION});
    do_notes(&desk, (NotesAction){.kind = NOTES_PLACE, .index = 3, .value = 7});
    do_notes(&desk, (NotesAction){.kind = NOTES_PLACE, .index = 3, .value = 11}); // there is none
    do_notes(&desk, (NotesAction){.kind = NOTES_KEEP_POSITION});
    assert_false(desk.player.kept.notes.places_self);
    assert_int_equal(player_notes_waiting(&desk.player), 0);
    desk_again(&desk);
    go_to_notebook(&desk);
    do_notes(&desk, (NotesAction){.kind = NOTES_POSITION, .index = 1});
    do_notes(&desk, (NotesAction){.kind = NOTES_PLACE, .index = NOTEBOOK_BEHAVIOURS + 3, .value = 8});
    do_notes(&desk, (NotesAction){.kind = NOTES_PLACE, .index = 2 * NOTEBOOK_BEHAVIOURS + 3, .value = 0});
    do_notes(&desk, (NotesAction){.kind = NOTES_KEEP_POSITION});
    assert_int_equal(player_notes_waiting(&desk.player), -1);
    assert_int_equal(count_notes(&desk), 1);
    NotebookPage page;
    assert_true(notebook_read(&desk.arena, desk.player.kept.shown->notes.rows[0].line, &page));
    Str told = notebook_tell_place(&desk.arena, &desk.player.app.catalog, &page, 3);
    assert_true(str_equal(told, S("avant : 7 · après : 8 · avant, avec le recul : 0")));
    assert_int_equal(notebook_tell_place(&desk.arena, &desk.player.app.catalog, &page, 0).len, 0);
    do_notes(&desk, (NotesAction){.kind = NOTES_EXPORT_MARK});
    Str picture = desk_load(&desk, desk_path(&desk, "documents/Palabre – repère pour moi – 2026-11-27.svg"));
    assert_true(str_begins(picture, S("<svg ")));
    assert_true(str_find(picture, S("Laisser la souris")) > 0);
    assert_true(str_find(picture, told) > 0);
    desk_close(&desk);
}

static void place_mark(Desk *desk, int32_t row, int32_t value) {
    do_notes(desk, (NotesAction){.kind = NOTES_PLACE, .index = row, .value = value});
}

// The latest page that has it tells.
static int32_t mark_of(const Desk *desk, NotebookTime time, int32_t behaviour) {
    int32_t mark = NOTEBOOK_UNSAID;
    for (int32_t i = 0; i < count_notes(desk) && mark == NOTEBOOK_UNSAID; i++) {
        mark = desk->player.kept.shown->pages[i].page.places[time][behaviour];
    }
    return mark;
}

// One page after the other.
static void wait_for_both(Desk *desk) {
    for (int32_t i = 0; i < 3; i++) {
        desk->now_ms += NOTES_PAUSE_MS;
        desk_act(desk, ACTION_TICK, 0);
        writer_wait(desk->player.app.writer);
    }
    desk_act(desk, ACTION_TICK, 0);
}

// As a text does: at a pause, when the page is left, and at the end.
static void a_mark_outlives_a_crash_and_its_page_without_being_put_in(void **state) {
    enum { CRASHES, LEAVES, ENDS, WAYS };
    (void)state;
    for (int32_t way = 0; way < WAYS; way++) {
        Desk desk;
        desk_open(&desk);
        go_to_notebook(&desk);
        type_note(&desk, 0, "canari");
        do_notes(&desk, (NotesAction){.kind = NOTES_POSITION});
        place_mark(&desk, 3, 7);
        wait_for_both(&desk);
        assert_int_equal(count_notes(&desk), 2);
        assert_true(desk.player.kept.notes.places_self); // still under the hand
        place_mark(&desk, 3, 8);
        if (way == CRASHES) {
            desk_crash(&desk);
        } else if (way == LEAVES) {
            desk_act(&desk, ACTION_GO, SCREEN_LIBRARY);
            wait_for_both(&desk);
            assert_false(desk.player.kept.notes.places_self);
        } else {
            desk_act(&desk, ACTION_END, 0);
            desk_again(&desk);
        }
        go_to_notebook(&desk);
        assert_int_equal(count_notes(&desk), 2);
        assert_int_equal(mark_of(&desk, NOTEBOOK_BEFORE, 3), way == CRASHES ? 7 : 8);
        desk_close(&desk);
    }
}

static void a_mark_that_is_let_go_leaves_what_was_there_before(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    go_to_notebook(&desk);
    do_notes(&desk, (NotesAction){.kind = NOTES_POSITION});
    place_mark(&desk, 3, 7);
    wait_for_notes(&desk);
    do_notes(&desk, (NotesAction){.kind = NOTES_DROP_POSITION});
    assert_int_equal(count_notes(&desk), 0);
    assert_true(desk.player.kept.notes.placed);
    do_notes(&desk, (NotesAction){.kind = NOTES_TYPE, .text = S("Un mot")});
    assert_false(desk.player.kept.notes.placed);
    do_notes(&desk, (NotesAction){.kind = NOTES_TYPE, .text = S("")});
    do_notes(&desk, (NotesAction){.kind = NOTES_POSITION});
    place_mark(&desk, 3, 6);
    do_notes(&desk, (NotesAction){.kind = NOTES_KEEP_POSITION});
    assert_true(desk.player.kept.notes.placed);
    do_notes(&desk, (NotesAction){.kind = NOTES_POSITION, .index = 1});
    desk_act(&desk, ACTION_GO, SCREEN_LIBRARY); // nothing was said of it
    assert_false(desk.player.kept.notes.placed);
    go_to_notebook(&desk);
    place_mark(&desk, NOTEBOOK_BEHAVIOURS + 3, 9);
    wait_for_notes(&desk);
    assert_int_equal(player_notes_waiting(&desk.player), -1);
    assert_int_equal(mark_of(&desk, NOTEBOOK_AFTER, 3), 9);
    do_notes(&desk, (NotesAction){.kind = NOTES_DROP_POSITION});
    assert_int_equal(count_notes(&desk), 1);
    assert_int_equal(player_notes_waiting(&desk.player), 0);
    assert_int_equal(mark_of(&desk, NOTEBOOK_BEFORE, 3), 6);
    assert_int_equal(mark_of(&desk, NOTEBOOK_AFTER, 3), NOTEBOOK_UNSAID);
    desk_close(&desk);
}

static void a_walk_that_is_kept_counts_as_practised_and_holds_no_word_unasked(void **state) {
    (void)state;
    for (int32_t with_words = 0; with_words < 2; with_words++) {
        Desk desk;
        desk_open(&desk);
        desk_reach_debrief(&desk, "s01-faire-faire-avec-laisser-faire");
        Str lines = desk_lines(&desk, 0);
        assert_true(player_can_keep_walk(&desk.player));
        desk_act(&desk, ACTION_KEEP_WALK, with_words);
        writer_wait(desk.player.app.writer);
        desk_act(&desk, ACTION_TICK, 0);
        assert_false(player_can_keep_walk(&desk.player)); // once
        desk_act(&desk, ACTION_LET_GO, 0);
        desk_act(&desk, ACTION_CONFIRM, 0);
        writer_wait(desk.player.app.writer);
        go_to_notebook(&desk);
        const KeptProgress *progress = &desk.player.kept.shown->progress;
        int32_t occasions = 0;
        for (int32_t i = 0; i < KEPT_PROGRESS_COMPETENCIES; i++) {
            occasions += progress->occasions[i];
        }
        assert_int_equal(progress->walks, 1);
        assert_true(occasions > 0);
        Store *store = store_open(desk.player.app.folders.data, STORE_READS, NULL);
        StoreSession kept;
        assert_true(store_read(store, &desk.arena, &desk.player.kept.shown->list.rows[0], &kept, NULL));
        store_close(store);
        assert_int_equal(str_equal(kept.lines, lines), with_words);
        do_notes(&desk, (NotesAction){.kind = NOTES_ERASE_ALL});
        assert_int_equal(desk.player.kept.shown->list.count, 0);
        assert_false(stands_in_data(&desk, str_to_c(&desk.arena, kept.header.id)));
        desk_close(&desk);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_is_read_with_its_votes_its_page_and_its_conversation),
        cmocka_unit_test(what_is_exported_comes_in_again_once),
        cmocka_unit_test(a_damaged_session_is_told_where_the_others_are_exported),
        cmocka_unit_test(what_is_erased_leaves_no_byte_and_what_is_left_is_told),
        cmocka_unit_test(a_second_window_reads_and_exports_and_tells_who_has_it),
        cmocka_unit_test(a_store_that_another_program_holds_is_left_alone),
        cmocka_unit_test(a_damaged_store_is_told_and_set_aside_only_when_asked),
        cmocka_unit_test(a_file_that_is_let_go_over_the_page_is_added_and_a_bad_one_told_by_line),
        cmocka_unit_test(a_file_of_sessions_may_be_let_go_over_any_page_that_can_be_left),
        cmocka_unit_test(what_is_past_its_day_after_a_leap_of_the_clock_goes_once_the_day_is_sure),
        cmocka_unit_test(what_is_written_in_the_notebook_outlives_the_program_and_is_erased_at_once),
        cmocka_unit_test(what_is_typed_outlives_a_crash_and_goes_when_it_is_taken_away),
        cmocka_unit_test(what_is_being_written_is_kept_before_another_page_is_taken_up),
        cmocka_unit_test(what_is_erased_does_not_come_back_from_the_fields),
        cmocka_unit_test(what_is_typed_while_the_store_is_busy_is_kept_too),
        cmocka_unit_test(one_places_oneself_before_and_later_after_and_looking_back),
        cmocka_unit_test(a_mark_outlives_a_crash_and_its_page_without_being_put_in),
        cmocka_unit_test(a_mark_that_is_let_go_leaves_what_was_there_before),
        cmocka_unit_test(a_walk_that_is_kept_counts_as_practised_and_holds_no_word_unasked),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
