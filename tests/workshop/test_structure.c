// What an author adds, moves, copies and takes away: by the mouse, by the keys, and undone.
#include "workshop.h"

#include "base/json.h"

static Str value_at(const Workshop *workshop, const char *at) {
    Str bytes = workshop->editor.document.reading.bytes;
    int32_t place = json_find_pointer(bytes, str_from_c(at));
    return place >= 0 ? json_value_at(bytes, place) : (Str){0};
}

static void assert_at(const Workshop *workshop, const char *at, const char *json) {
    Str value = value_at(workshop, at);
    if (!str_equal(value, str_from_c(json))) {
        fail_msg("%s is %.*s", at, S_ARG(value));
    }
}

static void look_at(Workshop *workshop, const char *at) {
    workshop_act(workshop, (EditorAction){.kind = EDITOR_LOOK, .at = str_from_c(at)});
}

static void focus(Workshop *workshop, UiRole role, const char *name) {
    for (int32_t i = 0; i < 300; i++) {
        const UiTreeNode *node = workshop_focused(workshop);
        if (node->role == role && str_equal(node->name, str_from_c(name))) {
            return;
        }
        workshop_key(workshop, KEY_TAB, 0);
    }
    fail_msg("Tab never comes to %s", name);
}

static void a_new_case_is_given_a_decision_an_answer_and_a_scene_it_leads_to(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, NULL);
    workshop_click(&workshop, ROLE_BUTTON, "Add a scene…");
    workshop_click(&workshop, ROLE_OPTION, "A scene with a decision");
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/1")));
    assert_true(str_equal(workshop_focused(&workshop)->name, S("Title of the scene")));
    focus(&workshop, ROLE_BUTTON, "Add: Answer");
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_at(&workshop, "/scenes/1/ask/options/2/id", "\"c\"");
    assert_true(str_equal(workshop_focused(&workshop)->name, S("What one says or does")));
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_PUT_SCENE, .at = S("/scenes/1/ask/options/2/next")});
    assert_at(&workshop, "/scenes/1/ask/options/2/next", "\"scene-3\"");
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/2")));
    workshop_key(&workshop, 'z', MOD_CTRL); // both at once
    assert_int_equal(workshop.editor.document.reading.scenario->scene_rows.count, 2);
    assert_true(value_at(&workshop, "/scenes/1/ask/options/2/next").len == 0);
    workshop_close(&workshop);
}

static void an_answer_is_moved_copied_and_taken_away_by_the_keys(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    Str first = str_copy(&workshop.arena, value_at(&workshop, "/scenes/3/ask/options/0/text"));
    look_at(&workshop, "/scenes/3");
    focus(&workshop, ROLE_BUTTON, "Answer A: move, duplicate, remove");
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_true(str_equal(workshop_focused(&workshop)->name, S("Move down"))); // up is not there for the first
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_true(str_equal(value_at(&workshop, "/scenes/3/ask/options/1/text"), first));
    assert_true(str_equal(workshop_focused(&workshop)->name, S("What one says or does")));
    focus(&workshop, ROLE_BUTTON, "Answer B: move, duplicate, remove");
    workshop_key(&workshop, KEY_ENTER, 0);
    focus(&workshop, ROLE_OPTION, "Duplicate");
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_true(str_equal(value_at(&workshop, "/scenes/3/ask/options/2/text"), first));
    assert_at(&workshop, "/scenes/3/ask/options/2/id", "\"f\"");
    focus(&workshop, ROLE_BUTTON, "Answer C: move, duplicate, remove");
    workshop_key(&workshop, KEY_ENTER, 0);
    focus(&workshop, ROLE_OPTION, "Remove");
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_true(workshop_says(&workshop, "Removed. Undoing gives it back."));
    for (int32_t i = 0; i < 3; i++) {
        workshop_key(&workshop, 'z', MOD_CTRL);
    }
    assert_false(document_is_unsaved(&workshop.editor.document));
    workshop_close(&workshop);
}

static void what_is_named_elsewhere_goes_only_when_that_was_seen(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    look_at(&workshop, "/scenes/1");
    Str name = str_format(&workshop.arena, "%.*s: move, duplicate, remove",
                          S_ARG(workshop.editor.targets[TARGET_SCENE].rows[1].label));
    workshop_click(&workshop, ROLE_BUTTON, str_to_c(&workshop.arena, name));
    workshop_click(&workshop, ROLE_OPTION, "Remove");
    assert_int_equal(workshop.editor.overlay, EDITOR_ASK_DELETE);
    assert_true(workshop_says(&workshop, "1 · Trois chaises"));
    workshop_click(&workshop, ROLE_BUTTON, "Keep it");
    assert_int_equal(workshop.editor.document.reading.scenario->scene_rows.count, 21);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_DELETE, .at = S("/scenes/1")});
    workshop_click(&workshop, ROLE_BUTTON, "Remove");
    assert_int_equal(workshop.editor.document.reading.scenario->scene_rows.count, 20);
    assert_true(workshop.editor.errors > 0);
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_int_equal(workshop.editor.errors, 0);
    workshop_close(&workshop);
}

static void a_key_that_is_not_written_is_offered_and_goes_again_when_it_is_emptied(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    look_at(&workshop, "/scenes/3");
    assert_true(value_at(&workshop, "/scenes/3/ask/options/0/if").len == 0);
    focus(&workshop, ROLE_BUTTON, "Answer A: add…");
    workshop_key(&workshop, KEY_ENTER, 0);
    focus(&workshop, ROLE_OPTION, "Only if");
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_true(str_equal(workshop_focused(&workshop)->name, S("It depends on…")));
    assert_false(document_is_unsaved(&workshop.editor.document)); // nothing is written yet
    focus(&workshop, ROLE_BUTTON, "Write it as a text");
    workshop_key(&workshop, KEY_ENTER, 0);
    focus(&workshop, ROLE_FIELD, "Only if");
    workshop_text(&workshop, "a");
    assert_at(&workshop, "/scenes/3/ask/options/0/if", "\"a\"");
    workshop_key(&workshop, KEY_BACKSPACE, 0);
    assert_true(value_at(&workshop, "/scenes/3/ask/options/0/if").len == 0);
    assert_true(str_equal(workshop_focused(&workshop)->name, S("Only if")));
    workshop_close(&workshop);
}

static void a_mark_is_chosen_among_the_competencies_that_have_none(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    look_at(&workshop, "/scenes/3");
    int32_t before = workshop.editor.document.reading.scenario->amounts.count;
    focus(&workshop, ROLE_BUTTON, "Add: Mark…");
    workshop_key(&workshop, KEY_ENTER, 0);
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_int_equal(workshop.editor.document.reading.scenario->amounts.count, before + 1);
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_false(document_is_unsaved(&workshop.editor.document));
    workshop_close(&workshop);
}

static void an_id_is_changed_with_all_that_names_it_in_one_step(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    look_at(&workshop, "/scenes/1");
    Str title = str_format(&workshop.arena, "%.*s: move, duplicate, remove",
                           S_ARG(workshop.editor.targets[TARGET_SCENE].rows[1].label));
    focus(&workshop, ROLE_BUTTON, str_to_c(&workshop.arena, title));
    workshop_key(&workshop, KEY_ENTER, 0);
    Str had = workshop.editor.targets[TARGET_SCENE].rows[1].id;
    Str entry = str_format(&workshop.arena, "Identifier: %.*s…", S_ARG(had));
    focus(&workshop, ROLE_OPTION, str_to_c(&workshop.arena, entry));
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_int_equal(workshop.editor.overlay, EDITOR_ASK_ID);
    workshop_key(&workshop, 'a', MOD_CTRL);
    workshop_text(&workshop, "Deux Mots");
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_true(workshop_says(&workshop, "small letters, digits and hyphens"));
    workshop_key(&workshop, 'a', MOD_CTRL);
    workshop_text(&workshop, "deux-mots");
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_int_equal(workshop.editor.overlay, EDITOR_PLAIN);
    assert_at(&workshop, "/scenes/1/id", "\"deux-mots\"");
    assert_int_equal(workshop.editor.errors, 0);
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_false(document_is_unsaved(&workshop.editor.document));
    workshop_close(&workshop);
}

static void f7_leads_through_the_blanks_of_a_template_as_they_are_filled(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, NULL);
    workshop_key(&workshop, 'n', MOD_CTRL);
    assert_int_equal(workshop.editor.overlay, EDITOR_TEMPLATES);
    workshop_click(&workshop, ROLE_BUTTON, "A quiz");
    assert_true(str_equal(workshop_focused(&workshop)->name, S("Title")));
    int32_t before = workshop.editor.remarks;
    for (int32_t i = 0; i < 4; i++) {
        workshop_key(&workshop, 'a', MOD_CTRL);
        workshop_text(&workshop, "Three words here.");
        workshop_key(&workshop, KEY_F7, 0);
    }
    assert_int_equal(workshop.editor.remarks, before - 4);
    assert_true(str_equal(workshop_focused(&workshop)->name, S("Question"))); // after title, summary, objective, line
    workshop_key(&workshop, 'n', MOD_CTRL);
    assert_int_equal(workshop.editor.overlay, EDITOR_ASK_NEW);
    workshop_click(&workshop, ROLE_BUTTON, "Begin without saving");
    workshop_click(&workshop, ROLE_BUTTON, "An empty page");
    assert_int_equal(workshop.editor.document.reading.scenario->scene_rows.count, 1);
    workshop_close(&workshop);
}

static void a_copy_is_another_situation_and_says_so(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    Str before = workshop_load(&workshop, workshop.path);
    EditorStart start = {.app = {.system_language = S("en"), .waits_for_disk = true, .beside = true},
                         .path = workshop.path,
                         .copy = true,
                         .today = S("2026-11-30")};
    Editor *copy = arena_push(&workshop.arena, Editor, 1);
    editor_begin(copy, &start);
    const Scenario *scenario = copy->document.reading.scenario;
    assert_true(str_equal(scenario_name(scenario, scenario->id), S("s01-faire-faire-avec-laisser-faire-2")));
    assert_int_equal(copy->document.file.path.len, 0);
    assert_true(copy->app.toast.kind == TOAST_INFO);
    editor_finish(copy);
    assert_true(str_equal(workshop_load(&workshop, workshop.path), before));
    workshop_close(&workshop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_case_is_given_a_decision_an_answer_and_a_scene_it_leads_to),
        cmocka_unit_test(an_answer_is_moved_copied_and_taken_away_by_the_keys),
        cmocka_unit_test(what_is_named_elsewhere_goes_only_when_that_was_seen),
        cmocka_unit_test(a_key_that_is_not_written_is_offered_and_goes_again_when_it_is_emptied),
        cmocka_unit_test(a_mark_is_chosen_among_the_competencies_that_have_none),
        cmocka_unit_test(an_id_is_changed_with_all_that_names_it_in_one_step),
        cmocka_unit_test(f7_leads_through_the_blanks_of_a_template_as_they_are_filled),
        cmocka_unit_test(a_copy_is_another_situation_and_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
