// One press is one answer, whatever is held, shifted or in the hand.
#include "walk_stage.h"

#define END "{'id': 'end', 'ending': {'title': 'The end of it', 'text': 'All is said.'}}"
#define READ(rest) read_case(&stage.c, S("scenario"), S(rest))
#define ASK(ask) \
    "'start': 's', 'scenes': [{'id': 's', 'lines': [{'text': 'It rains.'}], 'ask': {" ask ", 'next': 'end'}}," END "]"
#define THREE_ITEMS "'items': [{'id': 'x', 'text': 'Xylo'}, {'id': 'y', 'text': 'Yarn'}, {'id': 'z', 'text': 'Zinc'}]"
#define TWO_OPTIONS "'options': [{'id': 'x', 'text': 'Xylo'}, {'id': 'y', 'text': 'Yarn'}]"
#define EIGHT_OPTIONS                                                                                                 \
    "'options': [{'id': 'x', 'text': 'Xylo'}, {'id': 'y', 'text': 'Yarn'}, {'id': 'p', 'text': 'Pi'}, "               \
    "{'id': 'q', 'text': 'Quay'}, {'id': 'r', 'text': 'Row'}, {'id': 's', 'text': 'So'}, {'id': 't', 'text': 'To'}, " \
    "{'id': 'u', 'text': 'Us'}]"

static const char TROUBLE[] = "../scenarios/fr/s02-ca-fait-trois-fois.json";

static void a_letter_that_is_shown_ticks_and_enter_gives_it(void **state) {
    (void)state;
    Stage stage = {0};
    READ(ASK("'kind': 'multiple', " EIGHT_OPTIONS));
    assert_true(stage.c.scenario->playable);
    stage_begin(&stage);
    stage_key(&stage, 'h'); // elsewhere the history
    assert_int_equal(stage.wish, VIEW_WISH_NONE);
    assert_true(stage_focused(&stage)->checked);
    assert_int_equal(stage_focused(&stage)->place, 8);
    stage.now_ms += 1000;
    stage_input(&stage, &(UiInput){.kind = INPUT_KEY, .key = 'h', .modifiers = MOD_CTRL, .now_ms = stage.now_ms});
    assert_int_equal(stage.wish, VIEW_WISH_HISTORY);
    stage_key(&stage, KEY_ENTER);
    assert_int_equal(stage.action.kind, SOLO_SUBMIT);
    stage_finish(&stage);
}

// Half of all keyboards type digits with it; and a capital is what is shown.
static void shift_means_nothing(void **state) {
    (void)state;
    static const struct {
        const char *ask;
        int32_t key;
        SoloActionKind action;
        ViewWish wish;
    } PRESSES[] = {
        {"'kind': 'choice', " TWO_OPTIONS, '2', SOLO_CHOOSE, VIEW_WISH_NONE},
        {"'kind': 'choice', " TWO_OPTIONS, 'b', SOLO_CHOOSE, VIEW_WISH_NONE},
        {"'kind': 'choice', " TWO_OPTIONS, 'h', SOLO_NONE, VIEW_WISH_HISTORY},
        {"'kind': 'multiple', " TWO_OPTIONS, '1', SOLO_TOGGLE, VIEW_WISH_NONE},
        {"'kind': 'multiple', " TWO_OPTIONS, 'a', SOLO_TOGGLE, VIEW_WISH_NONE},
        {"'kind': 'rate', 'scale': {'labels': ['Low', 'Mid', 'High']}, " THREE_ITEMS, '3', SOLO_SET_LEVEL,
         VIEW_WISH_NONE},
        {"'kind': 'classify', " THREE_ITEMS ", 'bins': [{'id': 'm', 'text': 'Mine'}, {'id': 'n', 'text': 'None'}]", '2',
         SOLO_PUT, VIEW_WISH_NONE},
        {"'kind': 'rank', " THREE_ITEMS, KEY_SPACE, SOLO_CARRY, VIEW_WISH_NONE},
    };
    for (int32_t i = 0; i < COUNT(PRESSES); i++) {
        Stage stage = {0};
        read_case(&stage.c, S("scenario"),
                  str_format(&stage.arena, "'start': 's', 'scenes': [{'id': 's', 'ask': {%s, 'next': 'end'}}, " END "]",
                             PRESSES[i].ask));
        stage_begin(&stage);
        stage_input(&stage, &(UiInput){.kind = INPUT_KEY, .key = PRESSES[i].key, .modifiers = MOD_SHIFT});
        assert_int_equal(stage.action.kind, PRESSES[i].action);
        assert_int_equal(stage.wish, PRESSES[i].wish);
        stage_finish(&stage);
    }
}

// As systems repeat a key that lies under something.
static void a_key_that_is_held_answers_once(void **state) {
    (void)state;
    static const int32_t KEYS[] = {'a', '1', KEY_ENTER, KEY_SPACE, KEY_BACKSPACE, KEY_ESCAPE, 'h', 'p'};
    for (int32_t i = 0; i < COUNT(KEYS); i++) {
        Stage stage = {0};
        stage_read_file(&stage, TROUBLE);
        stage_begin(&stage);
        stage_key(&stage, 'b');
        stage_key(&stage, KEY_ENTER);
        stage_key(&stage, KEYS[i]);
        SoloPhase phase = stage.solo.phase;
        int32_t lines = stage.solo.session.log.lines.count;
        for (int32_t repeats = 0; repeats < 60; repeats++) {
            stage.now_ms += 33;
            stage_input(&stage, &(UiInput){.kind = INPUT_KEY, .key = KEYS[i], .repeats = true, .now_ms = stage.now_ms});
            assert_int_equal(stage.wish, VIEW_WISH_NONE);
        }
        assert_int_equal(stage.solo.phase, phase);
        assert_int_equal(stage.solo.session.log.lines.count, lines);
        stage_finish(&stage);
    }
}

// With the mouse, and with the keys, to where it was.
static void escape_puts_back_what_is_in_the_hand_and_does_nothing_else(void **state) {
    (void)state;
    Stage stage = {0};
    READ(ASK("'kind': 'rank', " THREE_ITEMS));
    stage_begin(&stage);
    const UiTreeNode *first = stage_find(&stage, ROLE_ITEM, S("Xylo")), *to = stage_find(&stage, ROLE_ITEM, S("Zinc"));
    int32_t place = first->place, x = first->rect.x + 20, y = first->rect.y + 10, to_y = to->rect.y + 10;
    stage_input(&stage, &(UiInput){.kind = INPUT_DOWN, .x = x, .y = y, .now_ms = 1000});
    stage_input(&stage, &(UiInput){.kind = INPUT_MOVE, .x = x, .y = to_y, .now_ms = 1100});
    stage_input(&stage, &(UiInput){.kind = INPUT_KEY, .key = KEY_ESCAPE, .now_ms = 1200});
    assert_int_equal(stage.wish, VIEW_WISH_NONE);
    stage_input(&stage, &(UiInput){.kind = INPUT_UP, .x = x, .y = to_y, .now_ms = 1300});
    assert_int_equal(stage.action.kind, SOLO_NONE);
    assert_int_equal(stage_find(&stage, ROLE_ITEM, S("Xylo"))->place, place);
    stage.now_ms = 2000;
    stage_key(&stage, KEY_SPACE);
    Str name = str_copy(&stage.arena, stage_focused(&stage)->name);
    place = stage_focused(&stage)->place;
    stage_key(&stage, KEY_DOWN);
    stage_key(&stage, KEY_ESCAPE);
    assert_int_equal(stage.wish, VIEW_WISH_NONE);
    assert_int_equal(stage_find(&stage, ROLE_ITEM, name)->place, place);
    stage_key(&stage, KEY_ESCAPE);
    assert_int_equal(stage.wish, VIEW_WISH_LEAVE);
    stage_finish(&stage);
}

// Between two cards, and beyond the last: to the nearest place.
static void a_card_that_is_let_go_anywhere_in_the_column_is_not_lost(void **state) {
    (void)state;
    Stage stage = {0};
    READ(ASK("'kind': 'rank', " THREE_ITEMS));
    stage_begin(&stage);
    const UiTreeNode *first = NULL;
    for (int32_t i = 0; i < stage.frame->tree.count; i++) {
        const UiTreeNode *node = &stage.frame->tree.rows[i];
        first = node->role == ROLE_ITEM && node->place == 1 ? node : first;
    }
    Str name = str_copy(&stage.arena, first->name);
    int32_t x = first->rect.x + 20, y = first->rect.y + 10;
    stage_input(&stage, &(UiInput){.kind = INPUT_DOWN, .x = x, .y = y});
    stage_input(&stage, &(UiInput){.kind = INPUT_MOVE, .x = x, .y = STAGE_HEIGHT - 2});
    stage_input(&stage, &(UiInput){.kind = INPUT_UP, .x = x, .y = STAGE_HEIGHT - 2});
    assert_int_equal(stage_find(&stage, ROLE_ITEM, name)->place, 3);
    stage_finish(&stage);
}

static void the_help_lists_the_key_of_each_level(void **state) {
    (void)state;
    Stage stage = {0};
    READ(ASK("'kind': 'rate', 'scale': {'labels': ['Low', 'Mid', 'High']}, " THREE_ITEMS));
    stage_begin(&stage);
    stage.help = true;
    stage_input(&stage, &(UiInput){0});
    stage_input(&stage, &(UiInput){0}); // the focus is in the help by now
    assert_int_equal(stage_focused(&stage)->role, ROLE_BUTTON);
    assert_non_null(stage_find(&stage, ROLE_TEXT, S("1, Give this item the level “Low”")));
    assert_non_null(stage_find(&stage, ROLE_TEXT, S("3, Give this item the level “High”")));
    stage.help = false;
    stage_input(&stage, &(UiInput){0});
    stage_key(&stage, '3');
    assert_int_equal(stage.action.kind, SOLO_SET_LEVEL);
    stage_finish(&stage);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_letter_that_is_shown_ticks_and_enter_gives_it),
        cmocka_unit_test(shift_means_nothing),
        cmocka_unit_test(a_key_that_is_held_answers_once),
        cmocka_unit_test(escape_puts_back_what_is_in_the_hand_and_does_nothing_else),
        cmocka_unit_test(the_help_lists_the_key_of_each_level),
        cmocka_unit_test(a_card_that_is_let_go_anywhere_in_the_column_is_not_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
