// The map and the check: both lead to what stands in the form, by keys alone and by the mouse alone.
#include "workshop.h"

#include "base/json.h"

static bool draws(const Workshop *workshop, const char *text) {
    bool found = false;
    for (int32_t i = 0; i < workshop->frame->draws.count && !found; i++) {
        const DrawCommand *draw = &workshop->frame->draws.rows[i];
        found = draw->kind == DRAW_TEXT && str_find(draw->text, str_from_c(text)) >= 0;
    }
    return found;
}

static const UiTreeNode *board(const Workshop *workshop) {
    const UiTreeNode *node = workshop_find(workshop, ROLE_CANVAS, "Map of the scenes");
    assert_non_null(node);
    return node;
}

static void focus_board(Workshop *workshop) {
    for (int32_t i = 0; i < 200 && workshop_focused(workshop)->role != ROLE_CANVAS; i++) {
        workshop_key(workshop, KEY_TAB, 0);
    }
    assert_int_equal(workshop_focused(workshop)->role, ROLE_CANVAS);
}

static void arrows_go_from_scene_to_scene_and_enter_to_the_form(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    focus_board(&workshop);
    for (int32_t i = 0; i < 6; i++) {
        workshop_key(&workshop, KEY_DOWN, 0);
    }
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/6")));
    assert_true(str_begins(board(&workshop)->value, S("7 · ")));
    assert_true(draws(&workshop, "7 · places of 6"));
    workshop_key(&workshop, KEY_UP, 0);
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/5")));
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_true(str_equal(workshop_focused(&workshop)->name, S("Title of the scene")));
    workshop_close(&workshop);
}

static void no_void_stands_before_the_first_scene(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    Rect place = board(&workshop)->rect;
    int32_t y = 0;
    for (int32_t i = 0; i < workshop.frame->draws.count; i++) {
        const DrawCommand *draw = &workshop.frame->draws.rows[i];
        y = draw->kind == DRAW_TEXT && str_begins(draw->text, S("1 · places of")) ? draw->rect.y : y;
    }
    assert_true(y > place.y && y < place.y + place.height / 8);
    workshop_close(&workshop);
}

static void a_scene_that_is_clicked_is_looked_at(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    const UiTreeNode *node = board(&workshop);
    int32_t x = node->rect.x + node->rect.width / 2, y = 0;
    for (int32_t i = 0; i < workshop.frame->draws.count; i++) { // where its number stands
        const DrawCommand *draw = &workshop.frame->draws.rows[i];
        y = draw->kind == DRAW_TEXT && str_begins(draw->text, S("3 · own words")) ? draw->rect.y + 5 : y;
    }
    assert_true(y > 0);
    workshop_input(&workshop, (UiInput){.kind = INPUT_DOWN, .x = x, .y = y, .clicks = 1});
    workshop_input(&workshop, (UiInput){.kind = INPUT_UP, .x = x, .y = y, .clicks = 1});
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/2")));
    workshop_click(&workshop, ROLE_BUTTON, "See all");
    workshop_click(&workshop, ROLE_BUTTON, "Larger");
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/2")));
    workshop_close(&workshop);
}

static void a_way_that_leads_nowhere_is_said_and_leads_to_its_field(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    assert_true(workshop_says(&workshop, "Nothing to say."));
    workshop_act(&workshop,
                 (EditorAction){.kind = EDITOR_PUT, .at = S("/scenes/3/ask/options/0/next"), .text = S("nulle-part")});
    assert_int_equal(workshop.editor.errors, 1);
    assert_true(workshop_says(&workshop, "1 error"));
    assert_non_null(workshop_find(&workshop, ROLE_LINK, "4 · Le carnet ⚠"));
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK, .at = S("/scenes/3")});
    assert_true(draws(&workshop, "4 · choice ×5 ⚠"));
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK, .at = S("/gauges")});
    workshop_key(&workshop, KEY_F7, 0);
    assert_true(str_equal(workshop_focused(&workshop)->name, S("Leads to")));
    assert_true(str_equal(workshop_focused(&workshop)->value, S("“nulle-part”, which is not there")));
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_int_equal(workshop.editor.errors, 0);
    assert_true(workshop_says(&workshop, "Nothing to say."));
    workshop_close(&workshop);
}

static void each_finding_of_a_broken_case_leads_to_a_field(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    static const struct {
        const char *at, *text;
    } BROKEN[] = {{"/title", ""},
                  {"/gauges/0/name", ""},
                  {"/facts/0/on", "confiance >"},
                  {"/characters/0/name", ""},
                  {"/scenes/0/lines/0/by", "personne"},
                  {"/scenes/1/ask/options/0/text", ""},
                  {"/scenes/18/ending/title", ""},
                  {"/debrief/points/0/text", ""}};
    for (int32_t i = 0; i < COUNT(BROKEN); i++) {
        workshop_type(&workshop, BROKEN[i].at, BROKEN[i].text);
    }
    int32_t count = workshop.editor.document.reading.findings.count;
    assert_true(count >= COUNT(BROKEN));
    for (int32_t i = 0; i < count; i++) {
        workshop_key(&workshop, KEY_F7, 0);
        UiRole role = workshop_focused(&workshop)->role;
        Str bytes = workshop.editor.document.reading.bytes;
        Str pointer = pointer_at(&workshop.arena, bytes, workshop.editor.led_to);
        if (role != ROLE_FIELD && role != ROLE_BUTTON && role != ROLE_CHECKBOX) {
            fail_msg("%.*s leads to no field", S_ARG(pointer));
        }
        Str part = editor_part_of(workshop.editor.document.reading.scenario, pointer);
        assert_true(str_equal(part, workshop.editor.looked_at));
    }
    workshop_close(&workshop);
}

static Str clipboard_of(Workshop *workshop) {
    Clipboard clipboard = machine_clipboard(workshop->machine);
    return clipboard.get(clipboard.context, &workshop->arena);
}

static void a_branch_goes_to_another_window_over_the_clipboard(void **state) {
    (void)state;
    Workshop from = {0}, to = {0};
    workshop_open(&from, S01);
    workshop_act(&from, (EditorAction){.kind = EDITOR_LOOK, .at = S("/scenes/3")});
    workshop_key(&from, 'c', MOD_CTRL);
    Str copied = clipboard_of(&from);
    assert_true(str_begins(copied, S("{\"format\": 1, \"x-palabre\": \"branch\"")));
    workshop_open(&to, NULL);
    int32_t before = to.editor.document.reading.scenario->scene_rows.count;
    workshop_act(&to, (EditorAction){.kind = EDITOR_PASTE_BRANCH});
    assert_true(workshop_says(&to, "There is nothing to paste"));
    Clipboard clipboard = machine_clipboard(to.machine);
    clipboard.set(clipboard.context, copied);
    workshop_click(&to, ROLE_BUTTON, "What can be done with scenes");
    workshop_click(&to, ROLE_OPTION, "Paste");
    const Scenario *scenario = to.editor.document.reading.scenario;
    assert_true(scenario->scene_rows.count > before);
    assert_true(scenario_find_scene(scenario, S("n04-carnet")) != 0);
    assert_true(json_find_pointer(to.editor.document.reading.bytes, S("/x-palabre")) < 0);
    workshop_close(&to);
    workshop_close(&from);
}

static void a_text_on_the_clipboard_leaves_what_was_copied_here(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    int32_t before = workshop.editor.document.reading.scenario->scene_rows.count;
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK, .at = S("/scenes/3")});
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_COPY_BRANCH});
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_PASTE_BRANCH, .text = S("{\"format\": 1}")});
    assert_true(workshop.editor.document.reading.scenario->scene_rows.count > before);
    workshop_close(&workshop);
}

static void answers_are_led_elsewhere_from_the_list_by_keys(void **state) {
    (void)state;
    static const char *const AT[] = {"/scenes/3/ask/options/0/next", "/scenes/3/ask/options/1/next"};
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    for (int32_t i = 0; i < 3; i++) {
        workshop_key(&workshop, KEY_DOWN, 0);
    }
    for (int32_t i = 0; i < COUNT(AT); i++) {
        assert_true(str_begins(workshop_focused(&workshop)->name, S("4 · ")));
        workshop_key(&workshop, 'l', MOD_CTRL);
        assert_true(json_find_pointer(workshop.editor.document.reading.bytes, str_from_c(AT[i])) < 0);
        workshop_key(&workshop, KEY_ENTER, 0);
        workshop_key(&workshop, KEY_DOWN, 0);
        workshop_key(&workshop, KEY_ENTER, 0);
        assert_true(json_find_pointer(workshop.editor.document.reading.bytes, str_from_c(AT[i])) >= 0);
        workshop_key(&workshop, KEY_F6, MOD_SHIFT);
        workshop_key(&workshop, KEY_F6, MOD_SHIFT);
    }
    workshop_close(&workshop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arrows_go_from_scene_to_scene_and_enter_to_the_form),
        cmocka_unit_test(no_void_stands_before_the_first_scene),
        cmocka_unit_test(a_scene_that_is_clicked_is_looked_at),
        cmocka_unit_test(a_way_that_leads_nowhere_is_said_and_leads_to_its_field),
        cmocka_unit_test(each_finding_of_a_broken_case_leads_to_a_field),
        cmocka_unit_test(a_branch_goes_to_another_window_over_the_clipboard),
        cmocka_unit_test(a_text_on_the_clipboard_leaves_what_was_copied_here),
        cmocka_unit_test(answers_are_led_elsewhere_from_the_list_by_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
