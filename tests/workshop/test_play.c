// Playing from a scene on while the case is written: it goes on from the same decision as far as its answers still fit.
#include "workshop.h"

static const Solo *solo_of(const Workshop *workshop) {
    assert_true(workshop->editor.play.on);
    return &workshop->editor.play.solo;
}

static void play_from(Workshop *workshop, const char *scene) {
    workshop_act(workshop, (EditorAction){.kind = EDITOR_LOOK, .at = str_from_c(scene)});
    workshop_key(workshop, KEY_F5, 0);
}

static Str scene_id(const Workshop *workshop) {
    const Solo *solo = solo_of(workshop);
    return scenario_name(solo->scenario, solo->scenario->scenes.rows[solo_scene(solo)].id);
}

// A letter that answers, and on past what it brought about.
static void answer_by_key(Workshop *workshop, int32_t key) {
    workshop_key(workshop, key, 0);
    assert_int_equal(solo_of(workshop)->phase, SOLO_PHASE_FEEDBACK);
    workshop_key(workshop, KEY_ENTER, 0);
}

static void f5_plays_from_the_scene_that_is_looked_at_by_keys_alone(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    play_from(&workshop, "/scenes/3");
    assert_true(str_equal(scene_id(&workshop), S("n04-carnet")));
    answer_by_key(&workshop, 'c');
    assert_true(str_equal(scene_id(&workshop), S("n05-mandat")));
    workshop_key(&workshop, KEY_ESCAPE, 0);
    assert_false(workshop.editor.play.on);
    assert_non_null(workshop_find(&workshop, ROLE_CANVAS, "Map of the scenes"));
    workshop_close(&workshop);
}

static void what_is_written_meanwhile_is_played_at_once(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    play_from(&workshop, "/scenes/3");
    answer_by_key(&workshop, 'c');
    workshop_type(&workshop, "/scenes/4/ask/options/1/text", "Une réponse toute neuve.");
    assert_true(str_equal(scene_id(&workshop), S("n05-mandat")));
    assert_int_equal(solo_of(&workshop)->session.way.count, 1);
    assert_true(workshop_says(&workshop, "Une réponse toute neuve."));
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_false(workshop_says(&workshop, "Une réponse toute neuve."));
    workshop_close(&workshop);
}

static void a_way_that_is_changed_changes_where_the_play_stands(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    play_from(&workshop, "/scenes/3");
    answer_by_key(&workshop, 'c');
    workshop_act(&workshop,
                 (EditorAction){.kind = EDITOR_PUT, .at = S("/scenes/3/ask/next"), .text = S("n13-curseur")});
    assert_true(workshop.editor.play.on);
    assert_false(str_equal(scene_id(&workshop), S("n05-mandat")));
    workshop_close(&workshop);
}

static void with_errors_the_play_stays_as_it_was_and_says_so(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    play_from(&workshop, "/scenes/3");
    workshop_act(&workshop,
                 (EditorAction){.kind = EDITOR_PUT, .at = S("/scenes/3/ask/options/0/next"), .text = S("nulle-part")});
    assert_true(workshop_says(&workshop, "this is how it was before"));
    assert_true(str_equal(scene_id(&workshop), S("n04-carnet")));
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_STOP_PLAY});
    workshop_key(&workshop, KEY_F5, 0);
    assert_false(workshop.editor.play.on);
    assert_true(workshop_says(&workshop, "This cannot be played yet"));
    workshop_close(&workshop);
}

static void a_scene_that_leads_to_itself_hangs_nothing(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open_bytes(
        &workshop, S("{\"format\": 1, \"id\": \"x\", \"kind\": \"scenario\", \"language\": \"fr\", \"title\": \"X\", "
                     "\"summary\": \"X\", \"theme\": \"ecoute\", \"minutes\": {\"alone\": 1, \"group\": 1}, "
                     "\"competencies\": [\"eco\"], \"start\": \"a\", \"scenes\": [{\"id\": \"a\", \"next\": \"b\"}, "
                     "{\"id\": \"b\", \"ending\": {\"title\": \"Fin\", \"text\": \"Fin.\"}}]}"));
    workshop_key(&workshop, KEY_F5, 0);
    assert_int_equal(solo_of(&workshop)->phase, SOLO_PHASE_ENDED);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_PUT, .at = S("/scenes/0/next"), .text = S("a")});
    assert_true(workshop.editor.errors > 0);
    assert_true(workshop_says(&workshop, "this is how it was before"));
    workshop_close(&workshop);
}

static void gauges_and_facts_are_chosen_by_the_mouse_alone(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    play_from(&workshop, "/scenes/3");
    GaugeId gauge = scenario_find_gauge(workshop.editor.play.scenario, S("confiance_guillou"));
    assert_int_equal(solo_of(&workshop)->session.walk.gauges[gauge], 55);
    workshop_click(&workshop, ROLE_BUTTON, "Gauges and facts…");
    workshop_click(&workshop, ROLE_BUTTON, "Confiance, M. Guillou: more");
    workshop_click(&workshop, ROLE_BUTTON, "Confiance, M. Guillou: more");
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_PRESET, .text = S("mandat"), .index = 1});
    workshop_click(&workshop, ROLE_BUTTON, "Begin");
    assert_int_equal(workshop.editor.overlay, EDITOR_PLAIN);
    gauge = scenario_find_gauge(workshop.editor.play.scenario, S("confiance_guillou"));
    assert_int_equal(solo_of(&workshop)->session.walk.gauges[gauge], 65);
    FactId fact = scenario_find_fact(workshop.editor.play.scenario, S("mandat"));
    assert_int_equal(solo_of(&workshop)->session.walk.facts[fact], 1);
    workshop_close(&workshop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(f5_plays_from_the_scene_that_is_looked_at_by_keys_alone),
        cmocka_unit_test(what_is_written_meanwhile_is_played_at_once),
        cmocka_unit_test(a_way_that_is_changed_changes_where_the_play_stands),
        cmocka_unit_test(with_errors_the_play_stays_as_it_was_and_says_so),
        cmocka_unit_test(a_scene_that_leads_to_itself_hangs_nothing),
        cmocka_unit_test(gauges_and_facts_are_chosen_by_the_mouse_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
