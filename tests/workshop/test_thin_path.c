// The way of an author: a case is opened, a word of it changed, undone, done again and saved; nothing of it is lost.
#include "workshop.h"

#include "base/json.h"

static void focus_title(Workshop *workshop) {
    for (int32_t i = 0; i < 100; i++) {
        const UiTreeNode *node = workshop_focused(workshop);
        if (node->role == ROLE_FIELD && str_equal(node->name, S("Title of the scene"))) {
            return;
        }
        workshop_key(workshop, KEY_TAB, 0);
    }
    fail_msg("Tab never comes to the title of the scene");
}

static int32_t count_lines_that_differ(Str a, Str b) {
    int32_t differ = 0;
    while (a.len > 0 || b.len > 0) {
        differ += !str_equal(str_cut(&a, '\n'), str_cut(&b, '\n'));
    }
    return differ;
}

static void a_word_that_is_changed_by_keys_is_one_line_of_the_file(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    Str before = workshop_load(&workshop, workshop.path);
    assert_true(workshop_says(&workshop, "saved"));
    focus_title(&workshop);
    workshop_text(&workshop, " vertes");
    assert_true(workshop_says(&workshop, "not saved"));
    assert_true(str_equal(workshop_focused(&workshop)->value, S("Trois chaises vertes")));
    workshop_key(&workshop, 's', MOD_CTRL);
    workshop_wait(&workshop, 100);
    Str after = workshop_load(&workshop, workshop.path);
    assert_int_equal(count_lines_that_differ(before, after), 1);
    assert_true(str_find(after, S("\"title\": \"Trois chaises vertes\"")) >= 0);
    assert_false(workshop_says(&workshop, "not saved"));
    Str previous = str_format(&workshop.arena, "%.*s~", S_ARG(workshop.path));
    assert_true(str_equal(workshop_load(&workshop, previous), before));
    workshop_close(&workshop);
}

static void the_version_before_the_last_saving_can_be_taken_up(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_click(&workshop, ROLE_BUTTON, "File…");
    assert_null(workshop_find(&workshop, ROLE_OPTION, "Take up the version before"));
    workshop_key(&workshop, KEY_ESCAPE, 0);
    workshop_type(&workshop, "/scenes/0/title", "Quatre chaises");
    workshop_key(&workshop, 's', MOD_CTRL);
    workshop_wait(&workshop, 100);
    workshop_click(&workshop, ROLE_BUTTON, "File…");
    workshop_click(&workshop, ROLE_OPTION, "Take up the version before");
    assert_true(workshop_says(&workshop, "1 · Trois chaises"));
    assert_true(workshop_says(&workshop, "not saved"));
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_true(workshop_says(&workshop, "1 · Quatre chaises"));
    assert_false(workshop_says(&workshop, "not saved"));
    workshop_close(&workshop);
}

static void the_commands_of_the_bar_take_one_row(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    int32_t first = workshop_find(&workshop, ROLE_BUTTON, "File…")->rect.y;
    assert_int_equal(workshop_find(&workshop, ROLE_BUTTON, "Play from here")->rect.y, first);
    workshop_close(&workshop);
}

static void one_line_of_undo_serves_the_field_and_the_case(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    focus_title(&workshop);
    workshop_text(&workshop, " a");
    workshop_type(&workshop, "/scenes/2/title", "Autre chose");
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/2")));
    assert_true(str_equal(workshop_focused(&workshop)->name, S("Title of the scene")));
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/0")));
    assert_true(str_equal(workshop_focused(&workshop)->value, S("Trois chaises")));
    assert_false(document_is_unsaved(&workshop.editor.document));
    workshop_key(&workshop, 'z', MOD_CTRL | MOD_SHIFT);
    assert_true(str_equal(workshop_focused(&workshop)->value, S("Trois chaises a")));
    workshop_key(&workshop, 'y', MOD_CTRL);
    assert_true(str_equal(workshop_focused(&workshop)->value, S("Autre chose")));
    workshop_close(&workshop);
}

static void a_step_that_is_shown_takes_the_focus_once(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_type(&workshop, "/scenes/2/title", "Autre chose");
    workshop_key(&workshop, 'z', MOD_CTRL);
    workshop_key(&workshop, KEY_TAB, 0);
    Str there = str_copy(&workshop.arena, workshop_focused(&workshop)->name);
    assert_false(str_equal(there, S("Title of the scene")));
    workshop_wait(&workshop, 50);
    assert_true(str_equal(workshop_focused(&workshop)->name, there));
    workshop_close(&workshop);
}

static void a_text_that_is_emptied_keeps_its_field(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_type(&workshop, "/scenes/2/ask/prompt", "Et alors ?");
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK, .at = S("/scenes/2")});
    workshop_type(&workshop, "/scenes/2/ask/prompt", "");
    assert_non_null(workshop_find(&workshop, ROLE_FIELD, "Question"));
    workshop_close(&workshop);
}

static void a_scene_is_found_by_a_few_letters(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_SET_FILTER, .text = S("fils")});
    assert_null(workshop_find(&workshop, ROLE_LINK, "1 · Trois chaises"));
    workshop_click(&workshop, ROLE_LINK, "16 · L’appel du fils");
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/15")));
    assert_non_null(workshop_find(&workshop, ROLE_HEADING, "16 · L’appel du fils"));
    workshop_close(&workshop);
}

static void the_way_of_an_answer_is_chosen_in_a_list_that_scrolls(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_act(&workshop,
                 (EditorAction){.kind = EDITOR_PUT, .at = S("/scenes/3/ask/options/0/next"), .text = S("fin-a")});
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_true(str_equal(workshop_focused(&workshop)->name, S("Leads to")));
    workshop_key(&workshop, KEY_ENTER, 0);
    for (int32_t i = 0; i < 21; i++) { // the last of 21 scenes is brought into sight
        workshop_key(&workshop, KEY_DOWN, 0);
    }
    const UiTreeNode *last = workshop_focused(&workshop);
    assert_true(str_begins(last->name, S("21 · ")));
    assert_true(last->rect.height > 20 && last->rect.y + last->rect.height <= workshop.height);
    workshop_key(&workshop, KEY_ENTER, 0);
    Str bytes = workshop.editor.document.reading.bytes;
    int32_t place = json_find_pointer(bytes, S("/scenes/3/ask/options/0/next"));
    assert_true(str_equal(json_value_at(bytes, place), S("\"fin-c\"")));
    workshop_close(&workshop);
}

static void who_leaves_is_asked_and_may_save(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_input(&workshop, (UiInput){.kind = INPUT_LEAVE});
    assert_true(workshop.editor.app.quit);
    workshop_again(&workshop);
    workshop_type(&workshop, "/scenes/0/title", "Autrement");
    workshop_input(&workshop, (UiInput){.kind = INPUT_LEAVE});
    assert_false(workshop.editor.app.quit);
    workshop_click(&workshop, ROLE_BUTTON, "Stay");
    assert_int_equal(workshop.editor.overlay, EDITOR_PLAIN);
    workshop_input(&workshop, (UiInput){.kind = INPUT_LEAVE});
    workshop_click(&workshop, ROLE_BUTTON, "Save and leave");
    workshop_wait(&workshop, 100);
    assert_true(workshop.editor.app.quit);
    assert_true(str_find(workshop_load(&workshop, workshop.path), S("Autrement")) >= 0);
    workshop_close(&workshop);
}

static void who_leaves_without_saving_is_offered_nothing_later(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_type(&workshop, "/scenes/0/title", "Autrement");
    workshop_wait(&workshop, AUTOSAVE_MS);
    workshop_input(&workshop, (UiInput){.kind = INPUT_LEAVE});
    workshop_click(&workshop, ROLE_BUTTON, "Leave without saving");
    assert_true(workshop.editor.app.quit);
    workshop_again(&workshop);
    assert_int_equal(workshop.editor.overlay, EDITOR_PLAIN);
    workshop_close(&workshop);
}

static void what_a_breakdown_left_is_offered_and_can_be_undone(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_type(&workshop, "/scenes/0/title", "Autrement");
    workshop_wait(&workshop, AUTOSAVE_MS);
    workshop_again(&workshop); // nothing was saved and nobody asked
    assert_int_equal(workshop.editor.overlay, EDITOR_ASK_DRAFT);
    assert_true(workshop_says(&workshop, "On 30 November 2026"));
    workshop_click(&workshop, ROLE_BUTTON, "Take it up");
    assert_true(str_find(workshop.editor.document.reading.bytes, S("Autrement")) >= 0);
    workshop_again(&workshop); // the one that was taken up went only once another was there
    assert_int_equal(workshop.editor.overlay, EDITOR_ASK_DRAFT);
    workshop_click(&workshop, ROLE_BUTTON, "Take it up");
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_false(document_is_unsaved(&workshop.editor.document));
    workshop_wait(&workshop, AUTOSAVE_MS);
    workshop_again(&workshop);
    assert_int_equal(workshop.editor.overlay, EDITOR_PLAIN);
    workshop_close(&workshop);
}

static void who_never_pauses_is_kept_aside_too(void **state) {
    (void)state;
    enum { LETTERS = 30, APART_MS = 100, LOST_MS = 2000 };
    Workshop workshop = {0};
    Draft draft;
    Arena arena = {0};
    workshop_open(&workshop, S01);
    focus_title(&workshop);
    for (int32_t i = 0; i < LETTERS; i++) {
        workshop.now_ms += APART_MS;
        workshop_text(&workshop, "a");
    }
    Str title = workshop.editor.document.reading.scenario->scenes.rows[1].title;
    writer_wait(workshop.editor.app.writer);
    assert_true(autosave_find(&arena, workshop.editor.drafts, workshop.path, &draft));
    assert_true(str_find(draft.bytes, str_slice(title, 0, title.len - LOST_MS / APART_MS)) >= 0);
    arena_finish(&arena);
    workshop_close(&workshop);
}

static void change_on_disk(Workshop *workshop) {
    Str bytes = workshop_load(workshop, workshop->path);
    ptrdiff_t at = str_find(bytes, S("Trois chaises"));
    Str other = str_format(&workshop->arena, "%.*sQuatre%.*s", S_ARG(str_slice(bytes, 0, at)),
                           S_ARG(str_slice(bytes, at + 5, bytes.len)));
    assert_true(file_save(workshop->path, other, NULL));
}

static void what_somebody_else_wrote_meanwhile_is_not_written_over(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_type(&workshop, "/scenes/2/title", "À moi");
    change_on_disk(&workshop);
    workshop_key(&workshop, 's', MOD_CTRL);
    workshop_wait(&workshop, 100);
    assert_int_equal(workshop.editor.overlay, EDITOR_ASK_CHANGED);
    workshop_click(&workshop, ROLE_BUTTON, "Take what is in the file");
    assert_true(str_find(workshop.editor.document.reading.bytes, S("Quatre chaises")) >= 0);
    assert_true(str_find(workshop.editor.document.reading.bytes, S("À moi")) < 0);
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_true(str_find(workshop.editor.document.reading.bytes, S("À moi")) >= 0);
    change_on_disk(&workshop);
    workshop_key(&workshop, 's', MOD_CTRL);
    workshop_wait(&workshop, 100);
    workshop_click(&workshop, ROLE_BUTTON, "Save mine");
    workshop_wait(&workshop, 100);
    assert_true(str_find(workshop_load(&workshop, workshop.path), S("À moi")) >= 0);
    workshop_close(&workshop);
}

static void a_new_case_is_saved_under_the_name_of_its_file(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, NULL);
    workshop_input(&workshop, (UiInput){.kind = INPUT_LEAVE});
    assert_true(workshop.editor.app.quit); // nothing was written yet
    workshop_again(&workshop);
    workshop_type(&workshop, "/title", "Le guichet");
    workshop_key(&workshop, 's', MOD_CTRL);
    assert_int_equal(workshop.editor.overlay, EDITOR_ASK_PATH);
    Str path = workshop_path(&workshop, "le-guichet.json");
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_SET_PATH, .text = path});
    workshop_click(&workshop, ROLE_BUTTON, "Save");
    Str saved = workshop_load(&workshop, path);
    assert_true(str_find(saved, S("\"id\": \"le-guichet\"")) >= 0);
    assert_true(workshop_says(&workshop, "known as “le-guichet”"));
    assert_false(document_is_unsaved(&workshop.editor.document));
    workshop_key(&workshop, 's', MOD_CTRL | MOD_SHIFT);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_SET_PATH, .text = path});
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_true(workshop_says(&workshop, "There is a file of this name already"));
    workshop_close(&workshop);
}

static void what_got_its_id_from_a_path_that_is_taken_is_shown_with_it(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_REMOVE, .at = S("/id")});
    assert_int_equal(workshop.editor.errors, 1);
    workshop_key(&workshop, 's', MOD_CTRL | MOD_SHIFT);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_SET_PATH, .text = workshop.path});
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_true(workshop_says(&workshop, "There is a file of this name already"));
    assert_int_equal(workshop.editor.errors, 0);
    workshop_key(&workshop, KEY_ESCAPE, 0);
    assert_true(workshop_says(&workshop, "Trois chaises"));
    workshop_close(&workshop);
}

static void a_file_that_is_no_case_is_kept_as_it_stands(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open_bytes(&workshop, S("{\"format\": 1, \"title\": "));
    assert_true(workshop_says(&workshop, "This file is no situation that Palabre can read."));
    workshop_type(&workshop, "/title", "Non");
    assert_true(workshop_says(&workshop, "Nothing was changed"));
    assert_true(str_equal(workshop.editor.document.reading.bytes, S("{\"format\": 1, \"title\": ")));
    workshop_close(&workshop);
}

static void a_case_that_is_open_in_another_window_is_said_to_be(void **state) {
    (void)state;
    Workshop workshop = {0}, other = {0};
    workshop_open(&workshop, S01);
    Editor *second = arena_push(&workshop.arena, Editor, 1);
    FoldersWish wish = {.data = workshop_path(&workshop, "data")};
    EditorStart start = {.app = {.waits_for_disk = true, .beside = true, .folders = folders_find(&other.arena, &wish)},
                         .path = workshop.path,
                         .today = S("2026-11-30")};
    editor_begin(second, &start);
    assert_int_equal(second->overlay, EDITOR_ASK_HELD);
    editor_update(second, &(EditorAction){.kind = EDITOR_CONFIRM, .index = 0}, 1000);
    assert_true(second->app.quit);
    editor_finish(second);
    arena_finish(&other.arena);
    workshop_close(&workshop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_word_that_is_changed_by_keys_is_one_line_of_the_file),
        cmocka_unit_test(the_version_before_the_last_saving_can_be_taken_up),
        cmocka_unit_test(the_commands_of_the_bar_take_one_row),
        cmocka_unit_test(one_line_of_undo_serves_the_field_and_the_case),
        cmocka_unit_test(a_step_that_is_shown_takes_the_focus_once),
        cmocka_unit_test(a_text_that_is_emptied_keeps_its_field),
        cmocka_unit_test(a_scene_is_found_by_a_few_letters),
        cmocka_unit_test(the_way_of_an_answer_is_chosen_in_a_list_that_scrolls),
        cmocka_unit_test(who_leaves_is_asked_and_may_save),
        cmocka_unit_test(who_leaves_without_saving_is_offered_nothing_later),
        cmocka_unit_test(what_a_breakdown_left_is_offered_and_can_be_undone),
        cmocka_unit_test(who_never_pauses_is_kept_aside_too),
        cmocka_unit_test(what_somebody_else_wrote_meanwhile_is_not_written_over),
        cmocka_unit_test(a_new_case_is_saved_under_the_name_of_its_file),
        cmocka_unit_test(what_got_its_id_from_a_path_that_is_taken_is_shown_with_it),
        cmocka_unit_test(a_file_that_is_no_case_is_kept_as_it_stands),
        cmocka_unit_test(a_case_that_is_open_in_another_window_is_said_to_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
