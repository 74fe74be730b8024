// The figures of a case: measured when they are asked for, shown until it is another one.
#include "workshop.h"

#include "editor/read_words.h"
#include "editor/texts.h"

static const UiTreeNode *find_beginning(const Workshop *workshop, UiRole role, const char *begin, const char *end) {
    for (int32_t i = 0; i < workshop->frame->tree.count; i++) {
        const UiTreeNode *node = &workshop->frame->tree.rows[i];
        if (node->role == role && str_begins(node->name, str_from_c(begin)) && str_ends(node->name, str_from_c(end))) {
            return node;
        }
    }
    return NULL;
}

static void what_endings_can_earn_is_a_table_and_walks_stand_in_the_outline(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    assert_null(find_beginning(&workshop, ROLE_LINK, "1 · Trois chaises, met", "times"));
    workshop_key(&workshop, KEY_F8, 0);
    assert_true(workshop_says(&workshop, "1000 walks at random, all to an end"));
    assert_true(workshop_says(&workshop, "words a walk"));
    assert_true(workshop_says(&workshop, "The totals are exact"));
    int64_t all = 0;
    const Scenario *scenario = workshop.editor.document.reading.scenario;
    for (SceneId i = 1; i < scenario->scenes.count; i++) {
        all += workshop.editor.measure.walks.ending_hits[i];
    }
    assert_int_equal(all, 1000);
    workshop_key(&workshop, KEY_ENTER, 0); // closes
    assert_int_equal(workshop.editor.overlay, EDITOR_PLAIN);
    assert_non_null(find_beginning(&workshop, ROLE_LINK, "1 · Trois chaises, met 1000", "times"));
    workshop_type(&workshop, "/scenes/0/title", "Quatre chaises");
    assert_null(find_beginning(&workshop, ROLE_LINK, "1 · Quatre chaises, met", "times"));
    workshop_close(&workshop);
}

static void a_case_with_errors_has_no_figures(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open(&workshop, S01);
    workshop_act(&workshop,
                 (EditorAction){.kind = EDITOR_PUT, .at = S("/scenes/3/ask/options/0/next"), .text = S("nulle-part")});
    workshop_click(&workshop, ROLE_BUTTON, "Tools…");
    workshop_click(&workshop, ROLE_OPTION, "Figures (F8)");
    assert_true(workshop_says(&workshop, "once the check has no errors left"));
    workshop_click(&workshop, ROLE_BUTTON, "Close");
    workshop_key(&workshop, 'z', MOD_CTRL);
    workshop_key(&workshop, KEY_F8, 0);
    assert_true(workshop_says(&workshop, "What each ending can earn"));
    workshop_close(&workshop);
}

// Two ways of one word and of two; a title, a prompt and two options are read by all.
#define TWO_WAYS                                                                                                           \
    "{\"format\": 1, \"id\": \"x\", \"kind\": \"scenario\", \"language\": \"fr\", \"title\": \"X\", \"summary\": \"X\", "  \
    "\"theme\": \"ecoute\", \"minutes\": {\"alone\": 1, \"group\": 1}, \"competencies\": [\"eco\"], \"start\": \"a\", "    \
    "\"scenes\": [{\"id\": \"a\", \"trainer\": {\"notes\": \"Rien de tout cela.\"}, \"ask\": {\"kind\": \"choice\", "      \
    "\"prompt\": \"Que faire\", \"options\": [{\"id\": \"b\", \"text\": \"Un\", \"label\": \"Pas lu\", \"why\": \"Car\", " \
    "\"next\": \"f\"}, {\"id\": \"c\", \"text\": \"Deux\", \"why\": \"Car ceci\", \"next\": \"f\"}]}}, {\"id\": \"f\", "   \
    "\"ending\": {\"title\": \"Fin\", \"text\": \"Fin.\"}}]}"

static void words_are_counted_as_often_as_they_are_read(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open_bytes(&workshop, S(TWO_WAYS));
    const Scenario *scenario = workshop.editor.document.reading.scenario;
    Form texts = texts_of(&workshop.arena, scenario);
    static const int64_t MET[] = {0, 10, 10}, FIRST[] = {0, 10, 0}, SECOND[] = {0, 0, 10}, NONE[] = {0};
    Simulation walks = {.runs = 10, .scene_hits = MET, .option_hits = FIRST, .own_words_hits = NONE};
    assert_int_equal(read_words_count(scenario, &texts, &walks), 2 + 2 + 1 + 2);
    walks.option_hits = SECOND;
    assert_int_equal(read_words_count(scenario, &texts, &walks), 2 + 2 + 2 + 2);
    workshop_close(&workshop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_endings_can_earn_is_a_table_and_walks_stand_in_the_outline),
        cmocka_unit_test(a_case_with_errors_has_no_figures),
        cmocka_unit_test(words_are_counted_as_often_as_they_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
