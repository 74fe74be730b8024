#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

// Words that no dictionary knows, in the fields of a form: what is marked, what may stand in their place, what is
// learnt. The library is one that tests/editor/hunspell makes, its words are in tests/data/words.
#include "workshop.h"

#include "base/json.h"
#include "base/path.h"

#include <unistd.h>

#define CASE                                                                                                      \
    "{\"format\": 1, \"id\": \"x\", \"kind\": \"scenario\", \"language\": \"en\", \"title\": \"Hello thear\", "   \
    "\"summary\": \"It is the persom. Zork and zork.\", \"theme\": \"accueil\", \"minutes\": {\"alone\": 1, "     \
    "\"group\": 1}, \"authors\": [\"Zorkmid\"], \"competencies\": [\"eco\"], \"detectors\": [{\"id\": \"calm\", " \
    "\"name\": \"Calm\", \"match\": [\"clam\"], \"examples\": {\"yes\": [\"Clam doun.\"]}}], \"start\": \"e\", "  \
    "\"scenes\": [{\"id\": \"e\", \"ending\": {\"title\": \"End\", \"text\": \"End.\"}}]}"

static void open_case(Workshop *workshop) {
    enum { TALL = 3000 };
    static char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    workshop->dictionaries = path_join(&workshop->arena, str_from_c(here), S("data/words"));
    workshop_open_bytes(workshop, S(CASE));
    workshop->height = TALL;
    workshop_act(workshop, (EditorAction){.kind = EDITOR_LOOK});
    workshop_wait(workshop, 0);
}

static Str value_at(const Workshop *workshop, const char *at) {
    Str bytes = workshop->editor.document.reading.bytes;
    int32_t place = json_find_pointer(bytes, str_from_c(at));
    return place >= 0 ? json_value_at(bytes, place) : (Str){0};
}

static void unknown_words_of_texts_are_told_and_of_nothing_else(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_case(&workshop);
    assert_true(workshop_says(&workshop, "Not in the dictionary: thear"));
    assert_true(workshop_says(&workshop, "Not in the dictionary: persom, Zork, zork"));
    assert_false(workshop_says(&workshop, "Zorkmid” is not in the dictionary"));
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK, .at = S("/detectors")});
    assert_false(workshop_says(&workshop, "Not in the dictionary"));
    workshop_close(&workshop);
}

static void another_word_takes_its_place_as_one_step(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_case(&workshop);
    workshop_click(&workshop, ROLE_BUTTON, "“persom” is not in the dictionary: suggestions");
    assert_non_null(workshop_find(&workshop, ROLE_OPTION, "person"));
    workshop_wait(&workshop, 1000);
    workshop_key(&workshop, KEY_ENTER, 0); // it is the first
    assert_true(str_equal(value_at(&workshop, "/summary"), S("\"It is the person. Zork and zork.\"")));
    assert_true(str_equal(workshop_focused(&workshop)->value, S("It is the person. Zork and zork.")));
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_true(str_equal(value_at(&workshop, "/summary"), S("\"It is the persom. Zork and zork.\"")));
    assert_false(editor_can_undo(&workshop.editor));
    workshop_close(&workshop);
}

static void a_word_of_the_case_is_kept_in_its_file(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_case(&workshop);
    workshop_click(&workshop, ROLE_BUTTON, "“Zork” is not in the dictionary: suggestions");
    workshop_click(&workshop, ROLE_OPTION, "Add to the words of this situation");
    assert_true(str_equal(value_at(&workshop, "/x-words"), S("[\"Zork\"]")));
    assert_true(workshop_says(&workshop, "Not in the dictionary: persom"));
    assert_false(workshop_says(&workshop, "persom, ")); // whatever its case
    workshop_click(&workshop, ROLE_BUTTON, "“persom” is not in the dictionary: suggestions");
    workshop_click(&workshop, ROLE_OPTION, "Add to the words of this situation");
    assert_true(str_equal(value_at(&workshop, "/x-words/1"), S("\"persom\"")));
    workshop_key(&workshop, 'z', MOD_CTRL);
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_int_equal(value_at(&workshop, "/x-words").len, 0);
    assert_true(workshop_says(&workshop, "Not in the dictionary: persom, Zork, zork"));
    workshop_close(&workshop);
}

static void a_word_of_the_case_is_taken_out_again(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_case(&workshop);
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK, .at = S("/scenes/0")});
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LEARN_WORD, .text = S("Zork")});
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LEARN_WORD, .text = S("thear")});
    workshop_key(&workshop, 'z', MOD_CTRL);
    assert_true(str_equal(workshop.editor.looked_at, S("/scenes/0"))); // what was undone is seen here too
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_REDO});
    workshop_act(&workshop, (EditorAction){.kind = EDITOR_LOOK});
    assert_false(workshop_says(&workshop, "Not in the dictionary: thear"));
    workshop_click(&workshop, ROLE_BUTTON, "Remove: thear");
    assert_true(str_equal(value_at(&workshop, "/x-words"), S("[\"Zork\"]")));
    assert_true(workshop_says(&workshop, "Not in the dictionary: thear"));
    assert_null(workshop_find(&workshop, ROLE_BUTTON, "Remove: thear"));
    workshop_close(&workshop);
}

static void a_word_is_none_while_it_is_typed(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_case(&workshop);
    workshop_click(&workshop, ROLE_FIELD, "Title");
    workshop_key(&workshop, KEY_END, MOD_CTRL);
    workshop_text(&workshop, " yo");
    assert_true(workshop_says(&workshop, "Not in the dictionary: thear"));
    assert_false(workshop_says(&workshop, "thear, yo"));
    workshop_text(&workshop, "x");
    assert_false(workshop_says(&workshop, "thear, yox"));
    workshop_text(&workshop, ".");
    assert_true(workshop_says(&workshop, "Not in the dictionary: thear, yox"));
    workshop_close(&workshop);
}

static void another_language_has_other_words(void **state) {
    (void)state;
    Workshop workshop = {0};
    open_case(&workshop);
    workshop_type(&workshop, "/language", "fr");
    workshop_wait(&workshop, 100);
    workshop_wait(&workshop, 100);
    assert_true(workshop_says(&workshop, "Not in the dictionary: Hello, thear"));
    workshop_type(&workshop, "/language", "de");
    workshop_wait(&workshop, 100);
    workshop_wait(&workshop, 100);
    assert_false(workshop_says(&workshop, "Not in the dictionary"));
    workshop_close(&workshop);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_words_of_texts_are_told_and_of_nothing_else),
        cmocka_unit_test(another_word_takes_its_place_as_one_step),
        cmocka_unit_test(a_word_of_the_case_is_kept_in_its_file),
        cmocka_unit_test(a_word_of_the_case_is_taken_out_again),
        cmocka_unit_test(a_word_is_none_while_it_is_typed),
        cmocka_unit_test(another_language_has_other_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
