// What is asked, and what a key of it means, is in sight without turning a wheel.
#include "walk_stage.h"

#define END "{'id': 'end', 'ending': {'title': 'The end of it', 'text': 'All is said.'}}"
#define SPOKEN "{'text': 'It has been raining since this morning, and nobody here has told me anything at all.'}"
#define LONG(id)                                 \
    "{'id': '" id "', 'text': 'That is a long, " \
    "careful answer, as somebody who listens would give it: it takes two lines of this page, or three.'}"

static void all_of_five_long_answers(void **state) {
    (void)state;
    Stage stage = {0};
    read_case(&stage.c, S("scenario"),
              S("'start': 's', 'scenes': [{'id': 's', 'lines': [" SPOKEN ", " SPOKEN ", " SPOKEN ", " SPOKEN ", " SPOKEN
                ", " SPOKEN "], 'ask': {'kind': 'choice', 'options': [" LONG("a") ", " LONG("b") ", " LONG(
                    "c") ", " LONG("d") ", " LONG("e") "], 'next': 'end'}}," END "]"));
    stage_begin(&stage);
    assert_int_equal(stage_count(&stage, ROLE_OPTION), 5);
    Rect last = stage_find(&stage, ROLE_OPTION, S("E"))->rect;
    assert_true(last.height >= 52 && last.y + last.height <= STAGE_HEIGHT);
    stage_finish(&stage);
}

// Where the bins are not, the card that is to be placed names them, and a click there places it.
static void the_bins_on_the_card_that_is_to_be_placed(void **state) {
    (void)state;
    Stage stage = {.text_scale = 200};
    read_case(&stage.c, S("scenario"),
              S("'start': 's', 'scenes': [{'id': 's', 'lines': [{'text': 'It rains.'}], 'ask': {'kind': 'classify', "
                "'items': [{'id': 'x', 'text': 'Xylo'}, {'id': 'y', 'text': 'Yarn'}, {'id': 'z', 'text': 'Zinc'}], "
                "'bins': [{'id': 'm', 'text': 'Mine'}, {'id': 'n', 'text': 'None'}], 'next': 'end'}}," END "]"));
    stage_begin(&stage);
    static const Str ITEMS[] = {S_INIT("Xylo"), S_INIT("Yarn"), S_INIT("Zinc")};
    for (int32_t i = 0; i < COUNT(ITEMS); i++) {
        const UiTreeNode *item = stage_find(&stage, ROLE_ITEM, ITEMS[i]);
        assert_true(i == 0 || item->focused);
        UiTreeNode place = {.rect = {item->rect.x + 40, item->rect.y + item->rect.height - 60, 20, 40}};
        stage_click(&stage, &place);
        assert_int_equal(stage.solo.draft.where[i], 0);
    }
    stage_finish(&stage);
}

// However long the text and however large its letters, and though all that could be noticed is listed.
static void what_gives_a_typed_answer(void **state) {
    (void)state;
    static const int32_t SCALES[] = {100, 200};
    for (int32_t i = 0; i < COUNT(SCALES); i++) {
        Stage stage = {.text_scale = SCALES[i]};
        stage_read_file(&stage, "../scenarios/fr/s02-ca-fait-trois-fois.json");
        stage_begin(&stage);
        for (int32_t j = 0; stage.solo.phase != SOLO_PHASE_WORDS; j++) {
            assert_true(j < 20);
            stage_key(&stage, stage.solo.phase == SOLO_PHASE_FEEDBACK ? KEY_ENTER : 'a');
        }
        Arena arena = {0};
        StrBuilder text = {.arena = &arena};
        for (int32_t j = 0; j < 60; j++) {
            str_add(&text, S("Neuf mots "));
        }
        SoloAction type = {.kind = SOLO_SET_TEXT, .text = str_built(&text)};
        (void)solo_update(&stage.solo, &type);
        stage_walk(&stage, SOLO_LIST_ALL, 0, 0);
        const UiTreeNode *say = stage_find(&stage, ROLE_BUTTON, S("Say it like this"));
        assert_non_null(say);
        assert_true(say->rect.height > 20 && say->rect.y + say->rect.height <= STAGE_HEIGHT);
        arena_finish(&arena);
        stage_finish(&stage);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_of_five_long_answers),
        cmocka_unit_test(what_gives_a_typed_answer),
        cmocka_unit_test(the_bins_on_the_card_that_is_to_be_placed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
