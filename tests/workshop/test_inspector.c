// What a form shows besides plain fields: conditions, marks, effects, orders and panels, by keys and by the mouse.
#include "workshop.h"

#include "base/json.h"

#define CASE                                                                                                          \
    "{\"format\": 1, \"id\": \"x\", \"kind\": \"scenario\", \"language\": \"en\", \"title\": \"T\", \"summary\": "    \
    "\"S.\", \"theme\": \"accueil\", \"minutes\": {\"alone\": 1, \"group\": 1}, \"competencies\": [\"eco\", "         \
    "\"cad\"], \"gauges\": [{\"id\": \"trust\", \"name\": \"Trust\", \"start\": 50, \"bands\": [{\"to\": 55, "        \
    "\"word\": \"frail\"}, {\"to\": 100, \"word\": \"firm\"}]}], \"facts\": [{\"id\": \"told\", \"about\": \"She "    \
    "was told.\"}], \"start\": \"s\", \"scenes\": [{\"id\": \"s\", \"lines\": [{\"text\": \"Hello.\", \"if\": "       \
    "\"trust >= 65 and told\"}], \"ask\": {\"kind\": \"choice\", \"prompt\": \"?\", \"next\": \"r\", \"options\": "   \
    "[{\"id\": \"a\", \"text\": \"Yes.\", \"scores\": {\"eco\": 2}, \"effects\": {\"trust\": 10}, \"set\": "          \
    "[\"told\"]}, {\"id\": \"b\", \"text\": \"No.\"}], \"panel\": {\"n\": 3, \"fictional\": true}}}, {\"id\": "       \
    "\"r\", \"ask\": {\"kind\": \"rank\", \"prompt\": \"?\", \"next\": \"e\", \"items\": [{\"id\": \"i\", \"text\": " \
    "\"One\"}, {\"id\": \"j\", \"text\": \"Two\"}, {\"id\": \"k\", \"text\": \"Three\"}]}}, {\"id\": \"e\", "         \
    "\"ending\": {\"title\": \"End\", \"text\": \"End.\"}}]}"

static void assert_at(const Workshop *workshop, const char *at, const char *json) {
    Str bytes = workshop->editor.document.reading.bytes;
    int32_t place = json_find_pointer(bytes, str_from_c(at));
    Str value = place >= 0 ? json_value_at(bytes, place) : (Str){0};
    if (!str_equal(value, str_from_c(json))) {
        fail_msg("%s is %.*s", at, S_ARG(value));
    }
}

// All of the form is in sight.
static void open_tall(Workshop *workshop) {
    enum { TALL = 4000 };
    workshop_open_bytes(workshop, S(CASE));
    workshop->height = TALL;
}

static void assert_meter(const Workshop *workshop, const char *value) {
    const UiTreeNode *meter = workshop_find(workshop, ROLE_METER, "Trust");
    assert_non_null(meter);
    if (str_find(meter->value, str_from_c(value)) < 0) {
        fail_msg("%.*s", S_ARG(meter->value));
    }
}

static void look_at(Workshop *workshop, const char *at) {
    workshop_act(workshop, (EditorAction){.kind = EDITOR_LOOK, .at = str_from_c(at)});
}

static void a_condition_is_a_sentence_and_is_changed_in_lists(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_tall(&workshop);
    look_at(&workshop, "/scenes/0");
    assert_true(workshop_says(&workshop, "if the gauge “Trust” is at least 65 and if it is true that “She was told.”"));
    workshop_click(&workshop, ROLE_BUTTON, "Remove: it is true that “She was told.”");
    assert_at(&workshop, "/scenes/0/lines/0/if", "\"trust >= 65\"");
    workshop_click(&workshop, ROLE_BUTTON, "How it is compared");
    workshop_click(&workshop, ROLE_OPTION, "is less than");
    assert_at(&workshop, "/scenes/0/lines/0/if", "\"trust < 65\"");
    workshop_click(&workshop, ROLE_FIELD, "Compared with");
    workshop_key(&workshop, 'a', MOD_CTRL);
    workshop_text(&workshop, "7");
    workshop_text(&workshop, "0");
    assert_at(&workshop, "/scenes/0/lines/0/if", "\"trust < 70\"");
    workshop_click(&workshop, ROLE_BUTTON, "It depends on…");
    assert_null(workshop_find(&workshop, ROLE_OPTION, "The mark of this answer")); // none was given yet
    workshop_click(&workshop, ROLE_OPTION, "An answer that was given");
    assert_at(&workshop, "/scenes/0/lines/0/if", "\"trust < 70 and chose(s, a)\"");
    workshop_click(&workshop, ROLE_RADIO, "one of it is enough");
    assert_at(&workshop, "/scenes/0/lines/0/if", "\"trust < 70 or chose(s, a)\"");
    assert_true(workshop_says(&workshop, "if “Yes.” was answered in the scene"));
    workshop_click(&workshop, ROLE_BUTTON, "Write it as a text");
    assert_non_null(workshop_find(&workshop, ROLE_FIELD, "Only if"));
    workshop_close(&workshop);
}

static void a_mark_is_a_pill_and_an_effect_is_seen_on_its_gauge(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_tall(&workshop);
    look_at(&workshop, "/scenes/0");
    assert_meter(&workshop, "From 50 (frail) to 60 (firm)");
    workshop_click(&workshop, ROLE_RADIO, "−1");
    assert_at(&workshop, "/scenes/0/ask/options/0/scores/eco", "-1");
    workshop_click(&workshop, ROLE_RADIO, "·");
    assert_at(&workshop, "/scenes/0/ask/options/0/scores", "");
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_PRESET, .text = S("trust"), .index = 95});
    assert_meter(&workshop, "From 95 (firm) to 100 (firm)");
    workshop_close(&workshop);
}

static void sheets_of_a_panel_are_counted_as_they_are_typed(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_tall(&workshop);
    look_at(&workshop, "/scenes/0");
    workshop_click(&workshop, ROLE_FIELD, "From paper: one sign a sheet");
    workshop_text(&workshop, "a");
    workshop_text(&workshop, "b");
    workshop_text(&workshop, "b");
    assert_at(&workshop, "/scenes/0/ask/panel/answers", "{\"a\": 1, \"b\": 2}");
    assert_true(workshop_says(&workshop, "3 answers of 3 colleagues"));
    workshop_text(&workshop, "z"); // no answer has this letter
    assert_at(&workshop, "/scenes/0/ask/panel/answers", "{\"a\": 1, \"b\": 2}");
    workshop_close(&workshop);
}

static void an_order_is_made_and_changed_by_the_mouse(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_tall(&workshop);
    look_at(&workshop, "/scenes/1");
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_ADD, .at = S("/scenes/1/ask/key")});
    assert_at(&workshop, "/scenes/1/ask/key", "[\"i\", \"j\", \"k\"]");
    workshop_click(&workshop, ROLE_BUTTON, "Three: up");
    assert_at(&workshop, "/scenes/1/ask/key", "[\"i\", \"k\", \"j\"]");
    workshop_click(&workshop, ROLE_CHECKBOX, "as good as the one before");
    assert_at(&workshop, "/scenes/1/ask/key", "[[\"i\", \"k\"], \"j\"]");
    workshop_key(&workshop, 'z', MOD_CTRL);
    workshop_key(&workshop, 'z', MOD_CTRL);
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_false(editor_can_undo(&workshop.editor));
    workshop_close(&workshop);
}

static void themes_and_competencies_are_chosen_by_their_names(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_tall(&workshop);
    look_at(&workshop, "");
    workshop_click(&workshop, ROLE_BUTTON, "Theme");
    workshop_click(&workshop, ROLE_OPTION, "Tension and anger");
    assert_at(&workshop, "/theme", "\"tensions\"");
    look_at(&workshop, "/competencies");
    workshop_click(&workshop, ROLE_BUTTON, "Add: Competency…");
    workshop_click(&workshop, ROLE_OPTION, "One of your own");
    assert_at(&workshop, "/competencies/2/id", "\"competency_3\"");
    workshop_close(&workshop);
}

static void a_review_date_is_told_in_words_and_a_wrong_one_as_none(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK, .at = S("/sources")});
    workshop_type(&workshop, "/sources/0/review_by", "2027-06-30");
    assert_true(workshop_says(&workshop, "30 June 2027"));
    workshop_type(&workshop, "/sources/0/review_by", "2027-06-31");
    assert_true(workshop_says(&workshop, "“2027-06-31” is not a date."));
    workshop_click(&workshop, ROLE_FIELD, "To be looked at again by (YYYY-MM-DD)");
    workshop_key(&workshop, 'a', MOD_CTRL);
    for (const char *c = "2028-01-15"; *c != 0; c++) { // letter by letter, though it is no date before the last of them
        workshop_text(&workshop, (char[]){*c, 0});
    }
    assert_true(workshop_says(&workshop, "15 January 2028"));
    workshop_type(&workshop, "/sources/0/review_by", "30/06/2027");
    assert_true(workshop_says(&workshop, "“30/06/2027” is not a date."));
    workshop_close(&workshop);
}

static void a_paste_that_is_too_long_is_cut_and_says_so(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK, .at = S("/scenes/3")});
    assert_false(workshop_says(&workshop, "As long as it may be"));
    StrBuilder text = {.arena = &workshop.arena};
    for (int32_t i = 0; i < LIMIT_TEXT_CHARS + 1000; i++) {
        str_add(&text, S("é"));
    }
    Clipboard clipboard = machine_clipboard(workshop.machine);
    clipboard.set(clipboard.context, str_built(&text));
    workshop_click(&workshop, ROLE_FIELD, "Title of the scene");
    workshop_key(&workshop, 'a', MOD_CTRL);
    workshop_key(&workshop, 'v', MOD_CTRL);
    assert_true(workshop_says(&workshop, "As long as it may be: 4000 characters."));
    const Scenario *scenario = workshop.editor.document.reading.scenario;
    assert_int_equal(scenario->scenes.rows[scenario->scene_rows.first + 3].title.len, 2 * LIMIT_TEXT_CHARS);
    workshop_close(&workshop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_condition_is_a_sentence_and_is_changed_in_lists),
        cmocka_unit_test(a_mark_is_a_pill_and_an_effect_is_seen_on_its_gauge),
        cmocka_unit_test(sheets_of_a_panel_are_counted_as_they_are_typed),
        cmocka_unit_test(an_order_is_made_and_changed_by_the_mouse),
        cmocka_unit_test(themes_and_competencies_are_chosen_by_their_names),
        cmocka_unit_test(a_review_date_is_told_in_words_and_a_wrong_one_as_none),
        cmocka_unit_test(a_paste_that_is_too_long_is_cut_and_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
