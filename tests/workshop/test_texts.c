// What is written in the fields of a form: French set as it is typed, and what the check is sure how to mend.
#include "workshop.h"

#include "base/file.h"
#include "base/utf8.h"

#include <string.h>

#define NN "\u202F"

#define SMALL_CASE                                                                                                          \
    "{\"format\": 1, \"id\": \"x\", \"kind\": \"scenario\", \"language\": \"fr\", \"title\": \"Au guichet\", \"summary\": " \
    "\"Une demande.\", \"theme\": \"ecoute\", \"minutes\": {\"alone\": 1, \"group\": 1}, \"competencies\": [\"eco\"], "     \
    "\"start\": \"a\", \"detectors\": [{\"id\": \"reformule\", \"name\": \"Reformule\", \"about\": \"Il reformule.\", "     \
    "\"match\": [\"si je comprends\"], \"examples\": {\"yes\": [\"si je comprends\"], \"no\": [\"bonjour\"]}}], "           \
    "\"pronunciations\": [{\"text\": \"RSA\", \"said\": \"erre esse a\"}], \"scenes\": [{\"id\": \"a\", \"title\": "        \
    "\"Trois chaises\", \"next\": \"b\"}, {\"id\": \"b\", \"ending\": {\"title\": \"Fin\", \"text\": \"Fin.\"}}]}"

// The field that has this name first in the form of a part, its caret behind what is written there.
static void go_to(Workshop *workshop, const char *part, const char *field) {
    workshop_act(workshop, (EditorAction){.kind = EDITOR_LOOK, .at = str_from_c(part)});
    workshop_click(workshop, ROLE_FIELD, field);
    workshop_key(workshop, KEY_END, MOD_CTRL);
}

static void type_letters(Workshop *workshop, const char *text) {
    Str letters = str_from_c(text);
    for (ptrdiff_t at = 0; at < letters.len;) {
        ptrdiff_t from = at;
        utf8_decode(letters, &at);
        workshop->now_ms += 100;
        Str letter = str_slice(letters, from, at);
        workshop_input(workshop, (UiInput){.kind = INPUT_TEXT, .text = letter});
    }
}

static void assert_value(const Workshop *workshop, const char *value) {
    Arena arena = {0};
    assert_string_equal(str_to_c(&arena, workshop_focused(workshop)->value), value);
    arena_finish(&arena);
}

static void what_is_typed_is_set_and_each_setting_is_a_step(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open_bytes(&workshop, S(SMALL_CASE));
    go_to(&workshop, "/scenes/0", "Title of the scene");
    type_letters(&workshop, " l'un?! Oui");
    assert_value(&workshop, "Trois chaises l’un" NN "?! Oui");
    workshop_key(&workshop, 'z', MOD_CTRL); // the letters behind
    assert_value(&workshop, "Trois chaises l’un" NN "?");
    workshop_key(&workshop, 'z', MOD_CTRL); // the space
    assert_value(&workshop, "Trois chaises l’un?");
    workshop_key(&workshop, KEY_END, MOD_CTRL);
    type_letters(&workshop, " Non");
    assert_value(&workshop, "Trois chaises l’un? Non");
    workshop_close(&workshop);
}

static void the_caret_stays_behind_what_was_typed(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open_bytes(&workshop, S(SMALL_CASE));
    go_to(&workshop, "/scenes/0", "Title of the scene");
    workshop_key(&workshop, KEY_HOME, MOD_CTRL);
    type_letters(&workshop, "\"Oui!\" ");
    assert_value(&workshop, "«" NN "Oui" NN "!" NN "» Trois chaises");
    workshop_close(&workshop);
}

static void what_is_no_french_prose_is_left_as_it_is_typed(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open_bytes(&workshop, S(SMALL_CASE));
    go_to(&workshop, "/pronunciations", "As it is said");
    type_letters(&workshop, " l'a?");
    assert_true(str_ends(workshop_focused(&workshop)->value, S(" l'a?")));
    go_to(&workshop, "/detectors", "Pattern 1");
    type_letters(&workshop, "|(?:l'a)?!");
    assert_true(str_ends(workshop_focused(&workshop)->value, S("|(?:l'a)?!")));
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_PUT, .at = S("/language"), .text = S("en")});
    go_to(&workshop, "/scenes/0", "Title of the scene");
    type_letters(&workshop, " it's \"so\"!");
    assert_true(str_ends(workshop_focused(&workshop)->value, S(" it's \"so\"!")));
    workshop_close(&workshop);
}

static int32_t count_buttons(const Workshop *workshop, const char *name) {
    int32_t count = 0;
    for (int32_t i = 0; i < workshop->frame->tree.count; i++) {
        const UiTreeNode *node = &workshop->frame->tree.rows[i];
        count += node->role == ROLE_BUTTON && str_begins(node->name, str_from_c(name));
    }
    return count;
}

static void what_is_sure_is_mended_from_its_field_and_from_the_list(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open_bytes(&workshop, S(SMALL_CASE));
    assert_int_equal(count_buttons(&workshop, "Mend"), 0);
    go_to(&workshop, "/scenes/0", "Title of the scene");
    workshop_text(&workshop, " <b>vertes</b>");
    assert_int_equal(count_buttons(&workshop, "Mend: "), 2 * 2); // a tag that opens and one that closes
    workshop_key(&workshop, KEY_TAB, 0);
    assert_true(str_begins(workshop_focused(&workshop)->name, S("Mend: “<b>” is HTML")));
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_value(&workshop, "Trois chaises *vertes*"); // the field has the focus
    assert_int_equal(count_buttons(&workshop, "Mend"), 0);
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_value(&workshop, "Trois chaises <b>vertes</b>");
    workshop_click(&workshop, ROLE_BUTTON, "Mend all that is sure (2)");
    assert_int_equal(count_buttons(&workshop, "Mend"), 0);
    assert_true(workshop_says(&workshop, "as one step"));
    workshop_close(&workshop);
}

static Str title_of(const Workshop *workshop, int32_t scene) {
    return workshop->editor.document.reading.scenario->scenes.rows[scene].title;
}

static void words_are_found_by_keys_and_lead_to_their_field(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open_bytes(&workshop, S(SMALL_CASE));
    workshop_key(&workshop, 'f', MOD_CTRL);
    workshop_text(&workshop, "n");
    assert_true(workshop_says(&workshop, "in 5 texts"));
    workshop_text(&workshop, "e dem");
    assert_true(workshop_says(&workshop, "1 occurrence in 1 text"));
    assert_non_null(workshop_find(&workshop, ROLE_LINK, "The situation · In a sentence or two: Une demande."));
    workshop_key(&workshop, KEY_ENTER, 0);
    assert_int_equal(workshop.editor.overlay, EDITOR_PLAIN);
    assert_true(str_equal(workshop_focused(&workshop)->name, S("In a sentence or two")));
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK, .at = S("/scenes/0")});
    workshop_key(&workshop, KEY_F3, 0);
    assert_true(str_equal(workshop_focused(&workshop)->name, S("In a sentence or two")));
    workshop_type(&workshop, "/summary", "Rien");
    workshop_key(&workshop, KEY_F3, 0);
    assert_true(workshop_says(&workshop, "stands nowhere"));
    workshop_close(&workshop);
}

static void words_are_replaced_where_they_are_ticked_as_one_step(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open_bytes(&workshop, S(SMALL_CASE));
    workshop_key(&workshop, 'h', MOD_CTRL);
    workshop_text(&workshop, "chaises");
    workshop_key(&workshop, KEY_TAB, 0);
    workshop_text(&workshop, "tables");
    workshop_click(&workshop, ROLE_CHECKBOX, "Replace");
    workshop_click(&workshop, ROLE_BUTTON, "Replace 0 occurrences");
    assert_int_equal(workshop.editor.overlay, EDITOR_FIND);
    workshop_click(&workshop, ROLE_CHECKBOX, "Replace");
    workshop_click(&workshop, ROLE_BUTTON, "Replace 1 occurrence");
    assert_true(str_equal(title_of(&workshop, 1), S("Trois tables")));
    assert_true(workshop_says(&workshop, "One step undoes it."));
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_true(str_equal(title_of(&workshop, 1), S("Trois chaises")));
    assert_false(document_is_unsaved(&workshop.editor.document));
    workshop_close(&workshop);
}

// In place of what stands there first.
static Str put_instead(Workshop *workshop, Str text, const char *had, const char *has) {
    ptrdiff_t at = str_find(text, str_from_c(had));
    assert_true(at >= 0);
    Str before = str_slice(text, 0, at), after = str_slice(text, at + (ptrdiff_t)strlen(had), text.len);
    return str_format(&workshop->arena, "%.*s%s%.*s", S_ARG(before), has, S_ARG(after));
}

static void texts_go_to_translators_and_come_back_as_another_case(void **state) {
    (void)state;
    Workshop workshop = {0};
    workshop_open_bytes(&workshop, S(SMALL_CASE));
    Str before = workshop_load(&workshop, workshop.path);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK});
    workshop_click(&workshop, ROLE_BUTTON, "Translate");
    workshop_click(&workshop, ROLE_BUTTON, "Export the texts");
    assert_true(workshop_says(&workshop, "The texts are in"));
    Str path = workshop_path(&workshop, "x.po"), po = workshop_load(&workshop, path);
    workshop_key(&workshop, 't', MOD_CTRL);
    workshop_click(&workshop, ROLE_BUTTON, "Export the texts");
    assert_true(workshop_says(&workshop, "There is a file of this name already."));
    workshop_click(&workshop, ROLE_BUTTON, "Import a translation");
    assert_true(workshop_says(&workshop, "its header “Language:” is empty"));
    po = put_instead(&workshop, po, "\"Language: \\n", "\"Language: en\\n");
    po = put_instead(&workshop, po, "msgid \"Trois chaises\"\nmsgstr \"",
                     "msgid \"Trois chaises\"\nmsgstr \"Three chairs");
    assert_true(file_save(path, po, NULL));
    workshop_type(&workshop, "/summary", "Une autre demande.");
    workshop_key(&workshop, 't', MOD_CTRL);
    workshop_click(&workshop, ROLE_BUTTON, "Import a translation");
    assert_true(workshop_says(&workshop, "1 of "));
    Str made = workshop_load(&workshop, workshop_path(&workshop, "x-en.json"));
    assert_true(str_find(made, S("\"id\": \"x-en\"")) >= 0 && str_find(made, S("Three chairs")) >= 0);
    assert_true(str_equal(workshop_load(&workshop, workshop.path), before));
    workshop_click(&workshop, ROLE_BUTTON,
                   "The situation · In a sentence or two: changed since it was given to translators");
    assert_int_equal(workshop.editor.overlay, EDITOR_PLAIN);
    assert_true(str_equal(workshop.editor.looked_at, S("")));
    workshop_close(&workshop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_typed_is_set_and_each_setting_is_a_step),
        cmocka_unit_test(the_caret_stays_behind_what_was_typed),
        cmocka_unit_test(what_is_sure_is_mended_from_its_field_and_from_the_list),
        cmocka_unit_test(words_are_found_by_keys_and_lead_to_their_field),
        cmocka_unit_test(words_are_replaced_where_they_are_ticked_as_one_step),
        cmocka_unit_test(texts_go_to_translators_and_come_back_as_another_case),
        cmocka_unit_test(what_is_no_french_prose_is_left_as_it_is_typed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
