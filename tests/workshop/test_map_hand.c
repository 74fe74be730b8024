// What is done on the map with the pointer alone, and with keys alone: scenes are moved, chosen, copied, folded, and
// arrows led elsewhere.
#include "workshop.h"

#include "base/json.h"
#include "scenario/scenario_edges.h"

static Rect find_text(const Workshop *workshop, const char *text) {
    Rect map = workshop_find(workshop, ROLE_CANVAS, "Map of the scenes")->rect, found = {0};
    for (int32_t i = 0; i < workshop->frame->draws.count; i++) {
        const DrawCommand *draw = &workshop->frame->draws.rows[i];
        bool here = draw->kind == DRAW_TEXT && rect_holds(map, draw->rect.x, draw->rect.y);
        found = here && str_begins(draw->text, str_from_c(text)) ? draw->rect : found;
    }
    if (rect_is_empty(found)) {
        fail_msg("%s is not on the map", text);
    }
    return found;
}

static void point(Workshop *workshop, UiInputKind kind, int32_t x, int32_t y, int32_t modifiers) {
    workshop_input(workshop, (UiInput){.kind = kind, .x = x, .y = y, .clicks = 1, .modifiers = modifiers});
}

static void drag(Workshop *workshop, int32_t x, int32_t y, int32_t to_x, int32_t to_y, int32_t modifiers) {
    workshop->now_ms += 2000;
    point(workshop, INPUT_MOVE, x, y, 0);
    point(workshop, INPUT_DOWN, x, y, modifiers);
    point(workshop, INPUT_MOVE, (x + to_x) / 2, (y + to_y) / 2, 0);
    point(workshop, INPUT_MOVE, to_x, to_y, 0);
    point(workshop, INPUT_UP, to_x, to_y, 0);
}

static void drag_text(Workshop *workshop, const char *text, int32_t across, int32_t down) {
    Rect rect = find_text(workshop, text);
    drag(workshop, rect.x + 4, rect.y + 4, rect.x + 4 + across, rect.y + 4 + down, 0);
}

static Str value_at(const Workshop *workshop, const char *at) {
    Str bytes = workshop->editor.document.reading.bytes;
    int32_t place = json_find_pointer(bytes, str_from_c(at));
    return place < 0 ? (Str){0} : json_value_at(bytes, place);
}

static const Scenario *scenario_of(const Workshop *workshop) {
    return workshop->editor.document.reading.scenario;
}

static void look(Workshop *workshop, const char *at) {
    workshop_act(workshop, (EditorAction){.kind = EDITOR_LOOK, .index = 1, .at = str_from_c(at)});
}

static void a_box_that_is_dragged_keeps_its_place_and_tidying_takes_it_back(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    Str before = str_copy(&workshop.arena, workshop.editor.document.reading.bytes);
    LayoutNode node = workshop.editor.map.nodes[1];
    drag_text(&workshop, "2 · choice", 140, 28);
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/1")));
    const Scene *scene = &scenario_of(&workshop)->scenes.rows[2];
    assert_true(scene->placed && scene->at[0] > node.x && scene->at[1] > node.y);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_TIDY});
    assert_true(str_equal(workshop.editor.document.reading.bytes, before));
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_true(scenario_of(&workshop)->scenes.rows[2].placed);
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_true(str_equal(workshop.editor.document.reading.bytes, before));
    workshop_close(&workshop);
}

static void a_click_and_escape_move_nothing(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    drag_text(&workshop, "2 · choice", 1, 1);
    Rect rect = find_text(&workshop, "2 · choice");
    point(&workshop, INPUT_DOWN, rect.x + 4, rect.y + 4, 0);
    point(&workshop, INPUT_MOVE, rect.x + 90, rect.y + 90, 0);
    workshop_key(&workshop, KEY_ESCAPE, 0);
    point(&workshop, INPUT_UP, rect.x + 90, rect.y + 90, 0);
    assert_false(document_is_unsaved(&workshop.editor.document));
    workshop_close(&workshop);
}

static void an_arrow_into_the_void_makes_a_scene(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    look(&workshop, "/scenes/1");
    int32_t count = scenario_of(&workshop)->scene_rows.count;
    drag_text(&workshop, "C", 150, 60);
    assert_int_equal(scenario_of(&workshop)->scene_rows.count, count + 1);
    assert_false(scenario_of(&workshop)->scenes.rows[count + 1].placed); // where none is
    assert_true(str_equal(value_at(&workshop, "/scenes/1/ask/options/2/next"), value_at(&workshop, "/scenes/21/id")));
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_false(document_is_unsaved(&workshop.editor.document));
    workshop_close(&workshop);
}

static void the_end_of_an_arrow_is_led_to_another_scene(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    look(&workshop, "/scenes/1");
    Rect from = find_text(&workshop, "2 · choice"), third = find_text(&workshop, "3 · own words"),
         other = find_text(&workshop, "4 · choice");
    Rect map = workshop_find(&workshop, ROLE_CANVAS, "Map of the scenes")->rect;
    int32_t x = map.x + map.width / 2, pitch = third.y - from.y;
    int32_t top = third.y - (pitch * 4 / 9 - 2 * 20) / 2; // of the box: 4 of 9 units high, two lines in its middle
    drag(&workshop, x, top, other.x + 10, other.y + 10, 0);
    for (int32_t i = 0; i < 5; i++) {
        Str at = str_format(&workshop.arena, "/scenes/1/ask/options/%d/next", i);
        assert_true(value_at(&workshop, str_to_c(&workshop.arena, at)).len == 0 ||
                    str_equal(value_at(&workshop, str_to_c(&workshop.arena, at)), value_at(&workshop, "/scenes/3/id")));
    }
    assert_true(document_is_unsaved(&workshop.editor.document));
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_false(document_is_unsaved(&workshop.editor.document));
    workshop_close(&workshop);
}

static void a_rectangle_chooses_what_is_in_it(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    Rect second = find_text(&workshop, "2 · choice"), third = find_text(&workshop, "3 · own words");
    drag(&workshop, second.x - 40, second.y - 5, third.x + 30, third.y + 10, MOD_SHIFT);
    assert_int_equal(workshop.editor.on_map.chosen.count, 2);
    drag_text(&workshop, "3 · own words", 140, 0);
    assert_true(scenario_of(&workshop)->scenes.rows[2].placed && scenario_of(&workshop)->scenes.rows[3].placed);
    workshop_key(&workshop, 'z', MOD_CTRL);
    workshop_click(&workshop, ROLE_RADIO, "Several"); // by the mouse alone
    drag(&workshop, second.x - 40, second.y - 5, second.x + 30, second.y + 10, 0);
    assert_int_equal(workshop.editor.on_map.chosen.count, 1);
    workshop_close(&workshop);
}

static void a_branch_is_pasted_with_its_inner_ways(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    look(&workshop, "/scenes/17"); // three endings hang on it
    Str before = str_copy(&workshop.arena, workshop.editor.document.reading.bytes);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_COPY_BRANCH});
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_PASTE_BRANCH});
    assert_int_equal(scenario_of(&workshop)->scene_rows.count, 21 + 4);
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/21")));
    EdgeTable edges = {0};
    scenario_list_edges(&workshop.arena, scenario_of(&workshop), &edges);
    int32_t inner = 0;
    for (int32_t i = 0; i < edges.count; i++) {
        inner += edges.rows[i].from == 22;
        assert_true(edges.rows[i].from != 22 || edges.rows[i].to > 22);
        assert_true(edges.rows[i].from == 22 || edges.rows[i].to < 22);
    }
    assert_true(inner >= 3);
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_true(str_equal(workshop.editor.document.reading.bytes, before));
    workshop_close(&workshop);
}

static void what_is_folded_is_not_on_the_map_until_it_is_unfolded(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    int32_t height = workshop.editor.map.height;
    look(&workshop, "/scenes/1");
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_FOLD});
    assert_int_equal(workshop.editor.on_map.fold_size[2], 19);
    assert_true(workshop.editor.map.height < height / 2);
    (void)find_text(&workshop, "+19");
    assert_false(document_is_unsaved(&workshop.editor.document));
    look(&workshop, "/scenes/9");
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_UNFOLD});
    assert_int_equal(workshop.editor.map.height, height);
    workshop_close(&workshop);
}

static void keys_alone_choose_move_copy_and_remove_in_the_list(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    assert_int_equal(workshop_focused(&workshop)->role, ROLE_LINK);
    workshop_key(&workshop, KEY_DOWN, MOD_ALT);
    assert_true(scenario_of(&workshop)->scenes.rows[1].placed);
    workshop_key(&workshop, 'z', MOD_CTRL);
    look(&workshop, "/scenes/17");
    for (int32_t i = 0; i < 200 && !str_equal(workshop_focused(&workshop)->name, S("18 · Dire pourquoi")); i++) {
        workshop_key(&workshop, KEY_TAB, 0);
    }
    workshop_key(&workshop, 'c', MOD_CTRL);
    workshop_key(&workshop, 'v', MOD_CTRL);
    assert_int_equal(scenario_of(&workshop)->scene_rows.count, 25);
    workshop_key(&workshop, KEY_DOWN, 0);
    workshop_key(&workshop, KEY_SPACE, MOD_CTRL);
    assert_int_equal(workshop.editor.on_map.chosen.count, 2);
    workshop_key(&workshop, KEY_DELETE, 0);
    assert_int_equal(scenario_of(&workshop)->scene_rows.count, 23);
    assert_int_equal(workshop.editor.on_map.chosen.count, 0);
    workshop_close(&workshop);
}

static Str case_of(Arena *arena, int32_t count) {
    StrBuilder out = {.arena = arena};
    str_add(&out, S("{\"format\": 1, \"scenes\": ["));
    for (int32_t i = 0; i < count; i++) {
        Str end = i + 1 < count ? S(", ") : S("]}");
        str_add(&out, str_format(arena, "{\"id\": \"s%d\", \"title\": \"T%d\", \"next\": \"s%d\"}%.*s", i, i,
                                 (i + 1) % count, S_ARG(end)));
    }
    return str_built(&out);
}

static void a_long_list_says_what_is_in_sight_and_keys_go_through_it(void **state) {
    (void)state;
    enum { COUNT_OF_SCENES = 600, STEPS = 60 };
    Workshop workshop = {0};
    workshop_open_bytes(&workshop, case_of(&workshop.arena, COUNT_OF_SCENES));
    assert_false(workshop_says(&workshop, "400 · T399"));
    assert_true(workshop.frame->tree.count < COUNT_OF_SCENES);
    for (int32_t i = 0; i < STEPS; i++) {
        workshop_key(&workshop, KEY_DOWN, 0);
    }
    assert_int_equal(workshop_focused(&workshop)->role, ROLE_LINK);
    assert_int_equal(workshop_focused(&workshop)->place, 1 + STEPS);
    assert_int_equal(workshop_focused(&workshop)->set_size, COUNT_OF_SCENES);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK, .index = 1, .at = S("/scenes/399")});
    assert_true(workshop_says(&workshop, "400 · T399"));
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_SET_FILTER, .text = S("t599")});
    assert_true(workshop_says(&workshop, "600 · T599"));
    workshop_close(&workshop);
}

static void keys_in_the_list_are_about_what_has_the_focus(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_key(&workshop, KEY_DOWN, 0);
    workshop_key(&workshop, KEY_SPACE, MOD_CTRL);
    assert_int_equal(workshop.editor.on_map.chosen.count, 2); // and the one that is looked at
    assert_true(workshop.editor.on_map.is_chosen[2]);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_CHOOSE});
    workshop_key(&workshop, KEY_DOWN, MOD_ALT);
    assert_true(scenario_of(&workshop)->scenes.rows[2].placed && !scenario_of(&workshop)->scenes.rows[1].placed);
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/1")));
    workshop_close(&workshop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_box_that_is_dragged_keeps_its_place_and_tidying_takes_it_back),
        cmocka_unit_test(a_click_and_escape_move_nothing),
        cmocka_unit_test(an_arrow_into_the_void_makes_a_scene),
        cmocka_unit_test(the_end_of_an_arrow_is_led_to_another_scene),
        cmocka_unit_test(a_rectangle_chooses_what_is_in_it),
        cmocka_unit_test(a_branch_is_pasted_with_its_inner_ways),
        cmocka_unit_test(what_is_folded_is_not_on_the_map_until_it_is_unfolded),
        cmocka_unit_test(a_long_list_says_what_is_in_sight_and_keys_go_through_it),
        cmocka_unit_test(keys_in_the_list_are_about_what_has_the_focus),
        cmocka_unit_test(keys_alone_choose_move_copy_and_remove_in_the_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
