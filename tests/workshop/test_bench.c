// The detectors' bench as it is seen: verdicts while one types, a phrase that is tried, what comes out otherwise.
#include "workshop.h"

#include "base/json.h"

#define CASE                                                                                                        \
    "{\"format\": 1, \"id\": \"x\", \"kind\": \"scenario\", \"language\": \"en\", \"title\": \"T\", \"summary\": "  \
    "\"S.\", \"theme\": \"accueil\", \"minutes\": {\"alone\": 1, \"group\": 1}, \"competencies\": [\"eco\"], "      \
    "\"detectors\": [{\"id\": \"calm\", \"name\": \"Calm\", \"match\": [\"calm down\"], \"unless\": [\"please\"], " \
    "\"examples\": {\"yes\": [\"Now calm down, madam.\"], \"no\": [\"Calm down, please.\", \"Calm down now, "       \
    "sir.\"]}}, {\"id\": \"why\", \"name\": \"Why\", \"match\": [\"why\"]}], \"start\": \"e\", \"scenes\": "        \
    "[{\"id\": \"e\", \"ending\": {\"title\": \"End\", \"text\": \"End.\"}}]}"

static void open_bench(Workshop *workshop) {
    enum { TALL = 3000 };
    workshop_open_bytes(workshop, S(CASE));
    workshop->height = TALL;
    workshop_act(workshop, (EditorAction){.kind = EDITOR_LOOK, .at = S("/detectors")});
}

static Str value_at(const Workshop *workshop, const char *at) {
    Str bytes = workshop->editor.document.reading.bytes;
    int32_t place = json_find_pointer(bytes, str_from_c(at));
    return place >= 0 ? json_value_at(bytes, place) : (Str){0};
}

static void verdicts_follow_what_is_typed(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_bench(&workshop);
    assert_true(workshop_says(&workshop, "1 of 3 phrases comes out otherwise"));
    assert_true(workshop_says(&workshop, "Found, as it should be: “calm down”"));
    assert_true(workshop_says(&workshop, "Found, and it should not be: “Calm down”"));
    assert_true(workshop_says(&workshop, "Pattern that rules it out, 1 · under 0.1 ms"));
    assert_false(workshop_says(&workshop, "Error: The detector should not find"));
    workshop_click(&workshop, ROLE_FIELD, "Pattern that rules it out, 1");
    workshop_key(&workshop, KEY_END, MOD_CTRL);
    workshop_text(&workshop, "|sir");
    assert_true(workshop_says(&workshop, "3 phrases: all come out as they should"));
    workshop_text(&workshop, "|(");
    assert_true(workshop_says(&workshop, "3 wait for a pattern to be mended"));
    assert_true(workshop_says(&workshop, "Not tried: a pattern has to be mended first"));
    assert_true(workshop_says(&workshop, "a ( has no ) that closes it"));
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_true(workshop_says(&workshop, "1 of 3 phrases comes out otherwise"));
    workshop_close(&workshop);
}

static void what_comes_out_otherwise_leads_to_its_field(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_bench(&workshop);
    workshop_click(&workshop, ROLE_BUTTON, "Calm down now, sir.: Found, and it should not be");
    const UiTreeNode *focused = workshop_focused(&workshop);
    assert_int_equal(focused->role, ROLE_FIELD);
    assert_true(str_equal(focused->value, S("Calm down now, sir.")));
    workshop_close(&workshop);
}

static void a_phrase_is_tried_and_kept_only_when_that_is_asked_for(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_bench(&workshop);
    assert_null(workshop_find(&workshop, ROLE_BUTTON, "Keep: to be found"));
    workshop_click(&workshop, ROLE_FIELD, "Try a phrase, which is not kept");
    workshop_text(&workshop, "Why?");
    assert_true(workshop_says(&workshop, "Found: “Why”")); // of the other detector
    assert_true(workshop_says(&workshop, "an answer of fewer than 12 letters is not looked at"));
    workshop_text(&workshop, " Could you calm down?");
    assert_true(workshop_says(&workshop, "Found: “calm down”"));
    assert_false(workshop_says(&workshop, "an answer of fewer than 12 letters"));
    assert_false(editor_can_undo(&workshop.editor));
    workshop_act(&workshop,
                 (EditorAction){.kind = EDITOR_KEEP_PHRASE, .at = S("/detectors/1/examples/yes")}); // there was no list
    assert_true(str_equal(value_at(&workshop, "/detectors/1/examples/yes/0"), S("\"Why? Could you calm down?\"")));
    assert_int_equal(workshop.editor.bench.phrase.len, 0);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_UNDO});
    assert_int_equal(value_at(&workshop, "/detectors/1/examples").len, 0);
    assert_false(editor_can_undo(&workshop.editor));
    workshop_click(&workshop, ROLE_FIELD, "Try a phrase, which is not kept");
    workshop_text(&workshop, "Do calm down.");
    workshop_click(&workshop, ROLE_BUTTON, "Keep: to be found");
    assert_true(str_equal(value_at(&workshop, "/detectors/0/examples/yes/1"), S("\"Do calm down.\"")));
    assert_true(str_equal(workshop_focused(&workshop)->name, S("Try a phrase, which is not kept")));
    assert_true(workshop_says(&workshop, "1 of 4 phrases comes out otherwise"));
    workshop_close(&workshop);
}

static void another_form_leaves_nothing_behind(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_bench(&workshop);
    assert_int_equal(workshop.editor.bench.sum.count, 3);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK, .at = S("/facts")});
    assert_int_equal(workshop.editor.bench.trials.count, 0);
    assert_null(workshop.editor.bench.bank);
    workshop_close(&workshop);
}

// While some phrases wait the page can be used, and time alone goes on with them.
static void what_waits_is_tried_while_nothing_else_is_done(void **state) {
    (void)state;
    enum { PHRASES = 60 };
    Workshop workshop = {0};
    open_bench(&workshop);
    workshop_type(&workshop, "/detectors/0/match/0", "^(\\w+\\s?)*$");
    for (int32_t i = 0; i < PHRASES; i++) {
        workshop_act(&workshop, (EditorAction){.kind = EDITOR_SET_PHRASE,
                                               .text = str_format(&workshop.arena,
                                                                  "%d one two three four five six seven "
                                                                  "eight nine ten eleven twelve !",
                                                                  i)});
        workshop_act(&workshop, (EditorAction){.kind = EDITOR_KEEP_PHRASE, .at = S("/detectors/0/examples/yes")});
    }
    workshop_type(&workshop, "/detectors/0/match/0", "^(?:\\w+\\s?)*$");
    assert_true(workshop.editor.bench.waiting > PHRASES / 2);
    assert_true(workshop_says(&workshop, "are not tried yet"));
    assert_int_equal(editor_next_tick(&workshop.editor, workshop.now_ms), workshop.now_ms);
    for (int32_t i = 0; i < 2 * PHRASES && workshop.editor.bench.waiting > 0; i++) {
        workshop_wait(&workshop, 1);
    }
    assert_int_equal(workshop.editor.bench.waiting, 0);
    assert_true(workshop_says(&workshop, "60 are undecided"));
    workshop_close(&workshop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(verdicts_follow_what_is_typed),
        cmocka_unit_test(what_comes_out_otherwise_leads_to_its_field),
        cmocka_unit_test(a_phrase_is_tried_and_kept_only_when_that_is_asked_for),
        cmocka_unit_test(another_form_leaves_nothing_behind),
        cmocka_unit_test(what_waits_is_tried_while_nothing_else_is_done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
