// A play that becomes a test of the case, and what the tests come to while it is written.
#include "workshop.h"

static Str tests_path(Workshop *workshop) {
    return workshop_path(workshop, "case.test.json");
}

static void open_small(Workshop *workshop) {
    workshop_open_bytes(
        workshop,
        S("{\"format\": 1, \"id\": \"x\", \"kind\": \"scenario\", \"language\": \"en\", \"title\": \"X\", "
          "\"summary\": \"X\", \"theme\": \"ecoute\", \"minutes\": {\"alone\": 1, \"group\": 1}, "
          "\"competencies\": [\"eco\"], \"gauges\": [{\"id\": \"trust\", \"name\": \"Trust\", \"start\": 50}], "
          "\"start\": \"a\", \"scenes\": [{\"id\": \"a\", \"title\": \"The door\", \"ask\": {\"kind\": \"choice\", "
          "\"next\": \"b\", \"options\": [{\"id\": \"p\", \"text\": \"Open\", \"scores\": {\"eco\": 1}, \"effects\": "
          "{\"trust\": 5}, \"why\": \"W\"}, {\"id\": \"q\", \"text\": \"Wait\", \"why\": \"W\"}]}}, "
          "{\"id\": \"b\", \"ending\": {\"title\": \"She stays\", \"text\": \"Fin.\"}}]}"));
}

static void play_to_the_end(Workshop *workshop) {
    workshop_key(workshop, KEY_F5, 0);
    workshop_key(workshop, 'a', 0);
    workshop_key(workshop, KEY_ENTER, 0);
    assert_int_equal(workshop->editor.play.solo.phase, SOLO_PHASE_ENDED);
}

static int32_t run_all(Workshop *workshop, int32_t count) {
    workshop_key(workshop, KEY_F9, 0);
    assert_int_equal(workshop->editor.overlay, EDITOR_TESTS);
    assert_int_equal(workshop->editor.tests.trouble.len, 0);
    assert_int_equal(workshop->editor.tests.rows.count, count);
    return workshop->editor.tests.failed;
}

static void a_play_becomes_a_test_by_keys_alone(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_small(&workshop);
    play_to_the_end(&workshop);
    while (!str_equal(workshop_focused(&workshop)->name, S("Record as a test…"))) {
        workshop_key(&workshop, KEY_TAB, MOD_SHIFT);
    }
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_true(workshop_says(&workshop, "1 answer, to the ending “2 · She stays”"));
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_int_equal(workshop.editor.overlay, EDITOR_PLAIN);
    assert_true(str_equal(workshop_load(&workshop, tests_path(&workshop)),
                          S("{\n  \"format\": 1,\n  \"case\": \"case.json\",\n  \"tests\": [\n    {\n"
                            "      \"name\": \"She stays\",\n      \"from\": \"a\",\n      \"answers\": \"p\",\n"
                            "      \"ending\": \"b\",\n      \"marks\": {\"eco\": 1}\n    }\n  ]\n}\n")));
    assert_int_equal(run_all(&workshop, 1), 0);
    workshop_close(&workshop);
}

static void tests_that_are_there_stay_and_a_name_is_given_once(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_small(&workshop);
    Str before = S("{\"format\": 1, \"case\": \"case.json\",\r\n \"tests\": [ {\"name\":\"She stays\"} ]}");
    assert_true(file_save(tests_path(&workshop), before, NULL));
    play_to_the_end(&workshop);
    workshop_click(&workshop, ROLE_BUTTON, "Record as a test…");
    assert_true(str_equal(workshop.editor.path, S("She stays (2)")));
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_SET_TEST_NAME, .text = S("She stays")});
    workshop_click(&workshop, ROLE_BUTTON, "Record");
    assert_true(workshop_says(&workshop, "A test has this name already"));
    assert_true(str_equal(workshop_load(&workshop, tests_path(&workshop)), before));
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_SET_TEST_NAME, .text = S("Trust")});
    workshop_click(&workshop, ROLE_CHECKBOX, "Gauges and facts too");
    workshop_click(&workshop, ROLE_BUTTON, "Record");
    Str after = workshop_load(&workshop, tests_path(&workshop));
    assert_true(str_begins(after, S("{\"format\": 1, \"case\": \"case.json\",\r\n \"tests\": [ "
                                    "{\"name\":\"She stays\"},\n    {\n      \"name\": \"Trust\",\n")));
    assert_true(str_ends(after, S("      \"gauges\": {\"trust\": 55},\n      \"facts\": []\n    } ]}")));
    assert_true(str_equal(workshop_load(&workshop, workshop_path(&workshop, "case.test.json~")), before));
    assert_int_equal(run_all(&workshop, 2), 0);
    workshop_close(&workshop);
}

static void record_at_once(Workshop *workshop) {
    workshop_act(workshop, (EditorAction){.kind = EDITOR_ASK_TEST});
    workshop_act(workshop, (EditorAction){.kind = EDITOR_SET_TEST_WHOLE, .index = 1});
    workshop_act(workshop, (EditorAction){.kind = EDITOR_RECORD_TEST});
    assert_int_equal(workshop->editor.overlay, EDITOR_PLAIN);
}

static void a_change_that_leads_elsewhere_is_told_in_words_and_leads_there(void **state) {
    (void)state;
    static const struct {
        const char *at, *json, *said;
    } CHANGES[] = {
        {"/scenes/0/ask/options/0/scores/eco", "2", "Listening and"},
        {"/scenes/0/ask/options/0/effects/trust", "-5", "Trust: 45 instead of 55."},
        {"/scenes/0/ask/options/0/id", "\"r\"", "Answer 1, in “1 · The door”: p is not possible there any more."},
    };
    for (int32_t i = 0; i < COUNT(CHANGES); i++) {
        Workshop workshop = {0};
        open_small(&workshop);
        play_to_the_end(&workshop);
        record_at_once(&workshop);
        workshop_act(&workshop, (EditorAction){.kind = EDITOR_PUT_VALUE,
                                               .at = str_from_c(CHANGES[i].at),
                                               .text = str_from_c(CHANGES[i].json)});
        assert_int_equal(run_all(&workshop, 1), 1);
        assert_true(workshop_says(&workshop, i == 0 ? "2 instead of 1." : CHANGES[i].said));
        if (i == 2) {
            workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK, .at = S("/scenes/1")});
            workshop_click(&workshop, ROLE_BUTTON, CHANGES[i].said);
            assert_int_equal(workshop.editor.overlay, EDITOR_PLAIN);
            assert_true(str_equal(workshop.editor.looked_at, S("/scenes/0")));
        }
        workshop_key(&workshop, KEY_ESCAPE, 0);
        workshop_key(&workshop, 'z', MOD_CTRL);
        assert_int_equal(run_all(&workshop, 1), 0);
        workshop_close(&workshop);
    }
}

static void a_case_that_was_never_saved_says_so(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, NULL);
    workshop_key(&workshop, KEY_F9, 0);
    assert_true(workshop_says(&workshop, "It was never saved."));
    workshop_click(&workshop, ROLE_BUTTON, "Save first");
    assert_int_equal(workshop.editor.overlay, EDITOR_ASK_PATH);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_SHOW, .index = EDITOR_PLAIN});
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_NEW, .text = S("tension"), .at = S("en")});
    workshop_key(&workshop, KEY_F5, 0);
    workshop_key(&workshop, 'a', 0);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_ASK_TEST});
    assert_int_equal(workshop.editor.overlay, EDITOR_ASK_FILE);
    workshop_close(&workshop);
}

static void what_is_no_file_of_its_tests_is_left_alone(void **state) {
    (void)state;
    static const struct {
        Str bytes;
        const char *said;
    } FILES[] = {
        {S_INIT("{\"format\": 1, \"case\": \"other.json\", \"tests\": []}"), "is about another situation"},
        {S_INIT("{\"format\": 1, \"case\": \"case.json\", \"tests\": ["), "What stands in the place"},
        {S_INIT("[]"), "What stands in the place"},
    };
    for (int32_t i = 0; i < COUNT(FILES); i++) {
        Workshop workshop = {0};
        open_small(&workshop);
        assert_true(file_save(tests_path(&workshop), FILES[i].bytes, NULL));
        play_to_the_end(&workshop);
        workshop_act(&workshop, (EditorAction){.kind = EDITOR_ASK_TEST});
        assert_true(workshop_says(&workshop, FILES[i].said));
        workshop_act(&workshop, (EditorAction){.kind = EDITOR_RECORD_TEST});
        assert_int_equal(workshop.editor.overlay, EDITOR_RECORD);
        assert_true(str_equal(workshop_load(&workshop, tests_path(&workshop)), FILES[i].bytes));
        workshop_key(&workshop, KEY_ESCAPE, 0);
        workshop_key(&workshop, KEY_F9, 0);
        assert_true(workshop_says(&workshop, FILES[i].said));
        workshop_close(&workshop);
    }
}

static void nothing_is_recorded_of_what_is_not_played(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_small(&workshop);
    workshop_key(&workshop, KEY_F5, 0);
    assert_false(workshop_find(&workshop, ROLE_BUTTON, "Record as a test…")->enabled); // nothing was answered
    workshop_key(&workshop, 'a', 0);
    assert_true(workshop_find(&workshop, ROLE_BUTTON, "Record as a test…")->enabled);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_PUT, .at = S("/start"), .text = S("gone")});
    assert_false(workshop_find(&workshop, ROLE_BUTTON, "Record as a test…")->enabled); // it is behind
    workshop_key(&workshop, KEY_F9, 0);
    assert_true(workshop_says(&workshop, "This cannot be played yet"));
    workshop_close(&workshop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_play_becomes_a_test_by_keys_alone),
        cmocka_unit_test(tests_that_are_there_stay_and_a_name_is_given_once),
        cmocka_unit_test(a_change_that_leads_elsewhere_is_told_in_words_and_leads_there),
        cmocka_unit_test(a_case_that_was_never_saved_says_so),
        cmocka_unit_test(what_is_no_file_of_its_tests_is_left_alone),
        cmocka_unit_test(nothing_is_recorded_of_what_is_not_played),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
