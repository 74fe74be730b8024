#include "walk_stage.h"

#include "base/utf8.h"
#include "fake/face.h"

#define END "{'id': 'end', 'ending': {'title': 'The end of it', 'text': 'All is said.'}}"
#define READ(rest) read_case(&stage.c, S("scenario"), S(rest))
#define ASK(ask) \
    "'start': 's', 'scenes': [{'id': 's', 'lines': [{'text': 'It rains.'}], 'ask': {" ask ", 'next': 'end'}}," END "]"
#define THREE_ITEMS "'items': [{'id': 'x', 'text': 'Xylo'}, {'id': 'y', 'text': 'Yarn'}, {'id': 'z', 'text': 'Zinc'}]"
#define TWO_OPTIONS "'options': [{'id': 'x', 'text': 'Xylo'}, {'id': 'y', 'text': 'Yarn'}]"
#define STARRED_OPTIONS "'options': [{'id': 'x', 'text': '*Say* it'}, {'id': 'y', 'text': 'Not'}]"
#define STARRED_ITEMS \
    "'items': [{'id': 'x', 'text': '*Xy*lo'}, {'id': 'y', 'text': 'Yarn'}, {'id': 'z', 'text': 'Zinc'}]"

static const char TROUBLE[] = "../scenarios/fr/s02-ca-fait-trois-fois.json";

static void options_have_names_and_places_and_none_has_the_focus_yet(void **state) {
    (void)state;
    Stage stage = {0};
    stage_read_file(&stage, TROUBLE);
    stage_begin(&stage);
    int32_t count = stage_count(&stage, ROLE_OPTION), place = 0;
    assert_true(count >= 3);
    for (int32_t i = 0; i < stage.frame->tree.count; i++) {
        const UiTreeNode *node = &stage.frame->tree.rows[i];
        if (node->role == ROLE_OPTION) {
            assert_true(node->name.len > 3);
            assert_int_equal(node->place, ++place);
            assert_int_equal(node->set_size, count);
        }
    }
    assert_int_equal(stage_focused(&stage)->role, ROLE_GROUP);
    stage_key(&stage, KEY_ENTER);
    stage_key(&stage, KEY_SPACE);
    assert_int_equal(stage.solo.phase, SOLO_PHASE_ASK);
    stage_key(&stage, KEY_DOWN);
    assert_int_equal(stage_focused(&stage)->place, 1);
    stage_check_tree(&stage);
    stage_finish(&stage);
}

static void a_letter_and_a_digit_choose_an_answer(void **state) {
    (void)state;
    static const int32_t KEYS[] = {'b', '2'};
    for (int32_t i = 0; i < 2; i++) {
        Stage stage = {0};
        stage_read_file(&stage, TROUBLE);
        stage_begin(&stage);
        stage_key(&stage, KEYS[i]);
        assert_int_equal(stage.action.kind, SOLO_CHOOSE);
        assert_int_equal(stage.action.index, 1);
        assert_int_equal(stage.solo.phase, SOLO_PHASE_FEEDBACK);
        stage_check_tree(&stage);
        stage_key(&stage, KEY_ENTER);
        assert_int_equal(stage.action.kind, SOLO_GO_ON);
        stage_finish(&stage);
    }
}

static void tab_goes_through_all_options(void **state) {
    (void)state;
    Stage stage = {0};
    stage_read_file(&stage, TROUBLE);
    stage_begin(&stage);
    int32_t count = stage_count(&stage, ROLE_OPTION);
    for (int32_t place = 1; place <= count; place++) {
        stage_key(&stage, KEY_TAB);
        assert_int_equal(stage_focused(&stage)->role, ROLE_OPTION);
        assert_int_equal(stage_focused(&stage)->place, place);
    }
    stage_finish(&stage);
}

// Does whatever can be done where one is, until the end: an answer, its feedback, on.
static void play_through(Stage *stage) {
    for (int32_t i = 0; i < 200 && stage->solo.phase != SOLO_PHASE_ENDED; i++) {
        stage_check_tree(stage);
        switch (stage->solo.phase) {
        case SOLO_PHASE_WORDS: {
            SoloAction text = {.kind = SOLO_SET_TEXT, .text = S("Vous êtes à bout, si je comprends bien ?")};
            (void)solo_update(&stage->solo, &text);
            stage_input(stage, &(UiInput){.now_ms = stage->now_ms});
            stage_check_tree(stage);
            stage_walk(stage, SOLO_SAY, 0, 0);
            break;
        }
        case SOLO_PHASE_ASK:
            for (int32_t j = 0; j < LIMIT_ITEMS; j++) {
                SoloAction put = {.kind = j % 2 == 0 ? SOLO_PUT : SOLO_SET_LEVEL, .index = j / 2, .value = 0};
                (void)solo_update(&stage->solo, &put);
            }
            if (solo_ask(&stage->solo)->kind == ASK_CHOICE) {
                stage_key(stage, '1' + i % 2);
            } else if (solo_ask(&stage->solo)->kind == ASK_MULTIPLE) {
                stage_walk(stage, SOLO_TOGGLE, i % 2, 0);
                (void)solo_update(&stage->solo, &(SoloAction){.kind = SOLO_SUBMIT});
            } else {
                stage_walk(stage, SOLO_SUBMIT, 0, 0);
            }
            break;
        case SOLO_PHASE_CONFIDENCE:
            stage_key(stage, '2');
            break;
        default:
            stage_key(stage, KEY_ENTER);
            break;
        }
    }
    stage_check_tree(stage);
}

static void both_cases_play_to_the_end_and_nothing_leaves_the_window(void **state) {
    (void)state;
    static const char *const PATHS[] = {"../scenarios/fr/s01-faire-faire-avec-laisser-faire.json", TROUBLE};
    static const int32_t SCALES[] = {100, 200};
    for (int32_t i = 0; i < 4; i++) {
        Stage stage = {.text_scale = SCALES[i / 2]};
        stage_read_file(&stage, PATHS[i % 2]);
        stage_begin(&stage);
        play_through(&stage);
        assert_int_equal(stage.solo.phase, SOLO_PHASE_ENDED);
        assert_non_null(stage_find(&stage, ROLE_BUTTON, S("See the debrief")));
        stage_key(&stage, KEY_ENTER);
        assert_int_equal(stage.wish, VIEW_WISH_DEBRIEF);
        stage_finish(&stage);
    }
}

static void own_words_are_typed_and_left_with_escape(void **state) {
    (void)state;
    Stage stage = {0};
    READ(ASK("'kind': 'choice', " TWO_OPTIONS ", 'own_words': {}"));
    stage_begin(&stage);
    stage_key(&stage, 'c');
    assert_int_equal(stage.solo.phase, SOLO_PHASE_WORDS);
    assert_int_equal(stage_focused(&stage)->role, ROLE_FIELD);
    stage_input(&stage, &(UiInput){.kind = INPUT_TEXT, .text = S("ab")});
    assert_int_equal(stage.action.kind, SOLO_SET_TEXT);
    assert_int_equal(str_compare(stage.solo.draft.text, S("ab")), 0);
    stage_key(&stage, 'h'); // a letter of the text, not the history
    assert_int_equal(stage.wish, VIEW_WISH_NONE);
    stage_key(&stage, KEY_ESCAPE);
    assert_int_equal(stage.solo.phase, SOLO_PHASE_ASK);
    assert_int_equal(stage_focused(&stage)->role, ROLE_GROUP);
    stage_key(&stage, KEY_ESCAPE);
    assert_int_equal(stage.wish, VIEW_WISH_LEAVE);
    stage_finish(&stage);
}

// Drawn or not, and in whatever direction.
static void no_character_of_a_typed_answer_is_lost(void **state) {
    (void)state;
    Stage stage = {0};
    Str words = S("مرحبا، 12 (אב) 您好 नमस्ते 👍🏽 می\u200Cخواهم \U0010FFFD");
    READ(ASK("'kind': 'write'"));
    stage_begin(&stage);
    for (ptrdiff_t at = 0; at < words.len;) {
        ptrdiff_t from = at;
        (void)utf8_decode(words, &at);
        stage_input(&stage, &(UiInput){.kind = INPUT_TEXT, .text = str_slice(words, from, at)});
    }
    assert_int_equal(str_compare(stage.solo.draft.text, words), 0);
    stage_input(&stage, &(UiInput){.kind = INPUT_KEY, .key = KEY_ENTER, .modifiers = MOD_CTRL});
    assert_int_equal(stage.solo.phase, SOLO_PHASE_ENDED);
    stage_finish(&stage);
}

static void ctrl_and_enter_say_what_was_typed(void **state) {
    (void)state;
    Stage stage = {0};
    READ(ASK("'kind': 'write'"));
    stage_begin(&stage);
    stage_input(&stage, &(UiInput){.kind = INPUT_TEXT, .text = S("Good morning")});
    stage_input(&stage, &(UiInput){.kind = INPUT_KEY, .key = KEY_ENTER, .modifiers = MOD_CTRL});
    assert_int_equal(stage.action.kind, SOLO_SAY);
    assert_int_equal(stage.solo.phase, SOLO_PHASE_ENDED);
    stage_finish(&stage);
}

static void space_ticks_and_enter_gives_what_is_ticked(void **state) {
    (void)state;
    Stage stage = {0};
    READ(ASK("'kind': 'multiple', " TWO_OPTIONS));
    stage_begin(&stage);
    assert_int_equal(stage_count(&stage, ROLE_CHECKBOX), 2);
    stage_key(&stage, KEY_ENTER);
    assert_int_equal(stage.solo.phase, SOLO_PHASE_ASK);
    assert_non_null(stage_find(&stage, ROLE_TEXT, S("1 more answer")));
    stage_key(&stage, KEY_DOWN);
    stage_key(&stage, KEY_SPACE);
    assert_true(stage_focused(&stage)->checked);
    stage_key(&stage, KEY_ENTER);
    assert_int_equal(stage.action.kind, SOLO_SUBMIT);
    assert_int_equal(stage.solo.phase, SOLO_PHASE_ENDED);
    stage_finish(&stage);
}

static void what_is_carried_moves_with_the_arrows_and_keeps_the_focus(void **state) {
    (void)state;
    Stage stage = {0};
    READ(ASK("'kind': 'rank', " THREE_ITEMS));
    stage_begin(&stage);
    Str first = str_copy(&stage.arena, stage_focused(&stage)->name);
    stage_key(&stage, KEY_SPACE);
    stage_key(&stage, KEY_DOWN);
    assert_int_equal(stage.action.kind, SOLO_MOVE);
    assert_true(str_equal(stage_focused(&stage)->name, first));
    assert_int_equal(stage_focused(&stage)->place, 2);
    stage_key(&stage, KEY_ESCAPE);
    assert_int_equal(stage.solo.draft.carried, -1);
    assert_int_equal(stage.wish, VIEW_WISH_NONE);
    stage_finish(&stage);
}

static void a_card_is_dragged_to_another_place(void **state) {
    (void)state;
    Stage stage = {0};
    READ(ASK("'kind': 'rank', " THREE_ITEMS));
    stage_begin(&stage);
    const UiTreeNode *from = stage_find(&stage, ROLE_ITEM, S("Xylo")), *to = stage_find(&stage, ROLE_ITEM, S("Zinc"));
    int32_t place = to->place;
    stage_drag(&stage, from, to);
    assert_int_equal(stage.action.kind, SOLO_MOVE);
    assert_int_equal(stage_find(&stage, ROLE_ITEM, S("Xylo"))->place, place);
    stage_finish(&stage);
}

static void digits_place_one_item_after_the_other(void **state) {
    (void)state;
    Stage stage = {0};
    READ(
        ASK("'kind': 'classify', " THREE_ITEMS ", 'bins': [{'id': 'm', 'text': 'Mine'}, {'id': 'n', 'text': 'None'}]"));
    stage_begin(&stage);
    assert_non_null(stage_find(&stage, ROLE_TEXT, S("3 cards left")));
    stage_key(&stage, '2');
    stage_key(&stage, '1');
    assert_non_null(stage_find(&stage, ROLE_TEXT, S("1 card left")));
    stage_key(&stage, '1');
    assert_int_equal(stage_focused(&stage)->role, ROLE_BUTTON);
    stage_key(&stage, KEY_ENTER);
    assert_int_equal(stage.solo.phase, SOLO_PHASE_ENDED);
    stage_finish(&stage);
}

static void an_item_is_dragged_into_a_bin_and_taken_out_again(void **state) {
    (void)state;
    Stage stage = {0};
    READ(
        ASK("'kind': 'classify', " THREE_ITEMS ", 'bins': [{'id': 'm', 'text': 'Mine'}, {'id': 'n', 'text': 'None'}]"));
    stage_begin(&stage);
    stage_drag(&stage, stage_find(&stage, ROLE_ITEM, S("Yarn")), stage_find(&stage, ROLE_GROUP, S("None")));
    assert_int_equal(stage.action.kind, SOLO_PUT);
    const UiTreeNode *placed = stage_find(&stage, ROLE_ITEM, S("Yarn"));
    assert_true(str_equal(placed->value, S("None")));
    stage_drag(&stage, placed, stage_find(&stage, ROLE_ITEM, S("Xylo")));
    assert_int_equal(stage.solo.draft.where[1], -1);
    stage_finish(&stage);
}

// The longest list that there may be, in small windows too: what a digit means is seen, and what it did.
static void bins_stay_in_sight_and_show_what_was_placed_last(void **state) {
    (void)state;
    static const int32_t SIZES[][2] = {{1280, 800}, {800, 600}, {1280, 720}};
    for (int32_t i = 0; i < COUNT(SIZES); i++) {
        Arena arena = {0};
        StrBuilder rest = {.arena = &arena};
        str_add(&rest, S("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'classify', 'next': 'end', 'items': ["));
        for (int32_t j = 0; j < LIMIT_ITEMS; j++) {
            str_addf(&rest, "%s{'id': 'i%d', 'text': 'Thing %d, told at some length'}", j > 0 ? ", " : "", j, j + 100);
        }
        str_add(&rest, S("], 'bins': [{'id': 'a', 'text': 'Alder'}, {'id': 'b', 'text': 'Birch'}, {'id': 'c', 'text': "
                         "'Cedar'}, {'id': 'd', 'text': 'Dogwood'}, {'id': 'e', 'text': 'Elm'}]}}," END "]"));
        Stage stage = {.width = SIZES[i][0], .height = SIZES[i][1], .text_scale = i == 2 ? 150 : 100};
        read_case(&stage.c, S("scenario"), str_built(&rest));
        stage_begin(&stage);
        for (int32_t j = 0; j < LIMIT_ITEMS; j++) {
            static const Str BINS[] = {S_INIT("Alder"), S_INIT("Birch"), S_INIT("Cedar"), S_INIT("Dogwood"),
                                       S_INIT("Elm")};
            for (int32_t k = 0; k < COUNT(BINS); k++) {
                Rect name = stage_find(&stage, ROLE_TEXT, BINS[k])->rect;
                assert_true(name.height > 10 && name.y + name.height <= stage.height);
            }
            UiTreeNode item = *stage_focused(&stage);
            assert_true(item.rect.height > 10);
            stage_key(&stage, '3');
            const UiTreeNode *placed = stage_find(&stage, ROLE_ITEM, str_copy(&arena, item.name));
            assert_true(str_equal(placed->value, S("Cedar")));
            assert_true(stage.text_scale > 100 || placed->rect.height > 10);
        }
        arena_finish(&arena);
        stage_finish(&stage);
    }
}

// As in the editor's panel beside a form, where half of the height for the bins left a sliver of the card.
static void the_card_that_is_to_be_placed_is_whole_in_a_small_panel(void **state) {
    (void)state;
    static const int32_t HEIGHTS[] = {1200, 555};
    int32_t heights[COUNT(HEIGHTS)];
    for (int32_t i = 0; i < COUNT(HEIGHTS); i++) {
        Stage stage = {.width = 620, .height = HEIGHTS[i]};
        stage_read_file(&stage, "../scenarios/fr/s01-faire-faire-avec-laisser-faire.json");
        stage_begin(&stage);
        heights[i] = stage_focused(&stage)->rect.height;
        stage_finish(&stage);
    }
    assert_true(heights[0] > 40);
    assert_int_equal(heights[1], heights[0]);
}

static void a_click_on_a_card_in_a_bin_drops_there_what_is_to_be_placed(void **state) {
    (void)state;
    Stage stage = {0};
    READ(
        ASK("'kind': 'classify', " THREE_ITEMS ", 'bins': [{'id': 'm', 'text': 'Mine'}, {'id': 'n', 'text': 'None'}]"));
    stage_begin(&stage);
    stage_key(&stage, '2');
    stage_click(&stage, stage_find(&stage, ROLE_ITEM, S("Zinc")));
    stage_click(&stage, stage_find(&stage, ROLE_ITEM, S("Xylo")));
    assert_true(str_equal(stage_find(&stage, ROLE_ITEM, S("Xylo"))->value, S("None")));
    assert_true(str_equal(stage_find(&stage, ROLE_ITEM, S("Zinc"))->value, S("None")));
    stage_key(&stage, '1');
    stage_click(&stage, stage_find(&stage, ROLE_ITEM, S("Zinc"))); // nothing is to be placed: it is taken out
    assert_true(str_equal(stage_find(&stage, ROLE_ITEM, S("Zinc"))->value, S("not placed yet")));
    stage_finish(&stage);
}

static void what_somebody_said_stands_in_the_card_of_their_name(void **state) {
    (void)state;
    Stage stage = {0};
    stage_read_file(&stage, "../scenarios/fr/s01-faire-faire-avec-laisser-faire.json");
    stage_begin(&stage);
    assert_non_null(stage_find(&stage, ROLE_ITEM, S("c’est votre métier")));
    stage_finish(&stage);
}

static void digits_set_the_level_of_the_item_that_has_the_focus(void **state) {
    (void)state;
    Stage stage = {0};
    READ(ASK("'kind': 'rate', 'scale': {'labels': ['Low', 'Mid', 'High']}, " THREE_ITEMS));
    stage_begin(&stage);
    assert_int_equal(stage_focused(&stage)->role, ROLE_RADIO);
    stage_key(&stage, '3');
    assert_int_equal(stage.action.kind, SOLO_SET_LEVEL);
    assert_int_equal(stage.action.index, 0);
    assert_int_equal(stage.action.value, 2);
    stage_finish(&stage);
}

static void enter_after_the_last_level_gives_the_answer(void **state) {
    (void)state;
    static const int32_t LAST[] = {'1', KEY_ENTER, KEY_SPACE};
    for (int32_t i = 0; i < COUNT(LAST); i++) {
        Stage stage = {0};
        READ(ASK("'kind': 'rate', 'scale': {'labels': ['Low', 'Mid', 'High']}, " THREE_ITEMS));
        stage_begin(&stage);
        stage_key(&stage, '3');
        stage_key(&stage, '3');
        stage_key(&stage, LAST[i]);
        assert_int_equal(stage.action.kind, SOLO_SET_LEVEL);
        assert_int_equal(stage.action.index, 2);
        assert_int_equal(stage.action.value, 0);
        assert_int_equal(stage_focused(&stage)->role, ROLE_BUTTON);
        stage_key(&stage, KEY_ENTER);
        assert_int_equal(stage.action.kind, SOLO_SUBMIT);
        stage_finish(&stage);
    }
}

static void a_level_shows_its_key_or_is_chosen_by_what_is_read(void **state) {
    (void)state;
    static const struct {
        const char *labels;
        int32_t key, level;
        int32_t ones; // that are drawn, of each item: a label, a key
    } SCALES[] = {
        {"'−2', '−1', '0', '+1', '+2'", '2', 1, 1},
        {"'1', '2', '3'", '2', 1, 1},
        {"'0', '1', '2'", '0', 0, 1},
        {"'0', '1', '2'", '2', 2, 1},
        {"'1', '10', '100'", '3', 2, 2},
    };
    for (int32_t i = 0; i < COUNT(SCALES); i++) {
        Stage stage = {0};
        StrBuilder rest = {.arena = &stage.arena};
        str_addf(&rest, ASK("'kind': 'rate', 'scale': {'labels': [%s]}, " THREE_ITEMS), SCALES[i].labels);
        read_case(&stage.c, S("scenario"), str_built(&rest));
        stage_begin(&stage);
        int32_t ones = 0;
        for (int32_t j = 0; j < stage.frame->draws.count; j++) {
            const DrawCommand *draw = &stage.frame->draws.rows[j];
            ones += draw->kind == DRAW_TEXT && str_equal(draw->text, S("1"));
        }
        assert_int_equal(ones, 3 * SCALES[i].ones);
        stage_key(&stage, SCALES[i].key);
        assert_int_equal(stage.action.kind, SOLO_SET_LEVEL);
        assert_int_equal(stage.action.value, SCALES[i].level);
        stage_finish(&stage);
    }
}

static void what_one_person_says_in_a_row_is_told_of_them_once(void **state) {
    (void)state;
    Stage stage = {0};
    READ("'characters': [{'id': 'p', 'name': 'Pia'}], 'start': 's', 'scenes': [{'id': 's', 'lines': [{'by': 'p', "
         "'text': 'One.'}, {'by': 'p', 'text': 'Two.'}, {'text': 'It rains.'}, {'by': 'p', 'text': 'Three.'}], "
         "'ask': {'kind': 'choice', 'next': 'end', " TWO_OPTIONS "}}," END "]");
    stage_begin(&stage);
    Ui *ui = ui_create(fake_typesetter(), (Clipboard){0});
    ui_begin(ui, &(UiInput){0}, STAGE_WIDTH, STAGE_HEIGHT, (UiPreferences){.text_scale = 100});
    Telling telling = {.session = &stage.solo.session, .story = &stage.solo.story, .catalog = &stage.words};
    telling.arena = &stage.arena;
    view_transcript(ui, &telling, 0);
    const UiFrame *frame = ui_end(ui);
    static const char *const WANTED[] = {"Pia", "One.", "Two.", "It rains.", "Pia", "Three."};
    assert_int_equal(frame->tree.count, COUNT(WANTED));
    for (int32_t i = 0; i < COUNT(WANTED); i++) {
        assert_true(str_equal(frame->tree.rows[i].name, str_from_c(WANTED[i])));
    }
    ui_destroy(ui);
    stage_finish(&stage);
}

static void the_help_is_hinted_at_whatever_the_size_of_the_text(void **state) {
    (void)state;
    for (int32_t scale = 100; scale <= 200; scale += 100) {
        Stage stage = {.text_scale = scale};
        stage_read_file(&stage, TROUBLE);
        stage_begin(&stage);
        assert_non_null(stage_find(&stage, ROLE_TEXT, S("help")));
        assert_true((stage_find(&stage, ROLE_TEXT, S("history")) != NULL) == (scale == 100));
        stage_finish(&stage);
    }
}

// The tree's check looks for stars on each page.
static void emphasis_is_for_the_eye_alone(void **state) {
    (void)state;
    static const char *const KINDS[] = {"'kind': 'choice', 'prompt': 'And *now*?', " STARRED_OPTIONS,
                                        "'kind': 'multiple', 'prompt': '*All* of them', " STARRED_OPTIONS,
                                        "'kind': 'rank', 'prompt': 'In *order*', " STARRED_ITEMS,
                                        "'kind': 'rate', 'scale': {'labels': ['*Low*', 'Mid', 'High']}, " STARRED_ITEMS,
                                        "'kind': 'classify', " STARRED_ITEMS
                                        ", 'bins': [{'id': 'm', 'text': '*Mine*'}, {'id': 'n', 'text': 'None'}]",
                                        "'kind': 'write', 'prompt': 'What *you* say'"};
    for (int32_t i = 0; i < COUNT(KINDS); i++) {
        Stage stage = {0};
        StrBuilder rest = {.arena = &stage.arena};
        str_addf(&rest,
                 "'start': 's', 'scenes': [{'id': 's', 'lines': [{'text': 'It *rains*.'}], 'ask': {%s, 'reply': "
                 "[{'text': '*Well*.'}], 'next': 'end'}}," END "]",
                 KINDS[i]);
        read_case(&stage.c, S("scenario"), str_built(&rest));
        stage_begin(&stage);
        play_through(&stage);
        stage_finish(&stage);
    }
}

static void backspace_steps_back_to_the_answer_that_was_given(void **state) {
    (void)state;
    Stage stage = {0};
    stage_read_file(&stage, TROUBLE);
    stage_begin(&stage);
    stage_key(&stage, KEY_BACKSPACE);
    assert_int_equal(stage.action.kind, SOLO_NONE); // nothing to step back to
    stage_key(&stage, 'b');
    stage_key(&stage, KEY_ENTER);
    stage_key(&stage, KEY_BACKSPACE);
    assert_int_equal(stage.action.kind, SOLO_STEP_BACK);
    assert_non_null(stage_find(&stage, ROLE_OPTION, S("B.")));
    assert_true(str_equal(stage_find(&stage, ROLE_OPTION, S("B."))->value, S("your previous answer")));
    stage_key(&stage, 'h');
    assert_int_equal(stage.wish, VIEW_WISH_HISTORY);
    stage_finish(&stage);
}

// In these colours, and in no other.
static void assert_arrows(const Stage *stage, Str arrow, ColorRole role) {
    int32_t found = 0;
    Color wanted = theme_color(THEME_PAPER, role);
    for (int32_t i = 0; i < stage->frame->draws.count; i++) {
        const DrawCommand *draw = &stage->frame->draws.rows[i];
        if (draw->kind == DRAW_TEXT && str_find(draw->text, arrow) >= 0) {
            assert_memory_equal(&draw->fill, &wanted, sizeof wanted);
            found++;
        }
    }
    assert_int_equal(found, 2); // beside the answer, and where things stand
}

#define GAUGED(gauge)                                                                                                          \
    "'gauges': [{'id': 'g', 'name': 'G', 'min': 0, 'max': 9, " gauge                                                           \
    "}], 'start': 's', 'scenes': [{'id': 's', 'ask': "                                                                         \
    "{'kind': 'choice', 'why': 'W', 'next': 'end', 'options': [{'id': 'x', 'text': 'Xylo', 'effects': {'g': 2}}, {'id': 'y', " \
    "'text': 'Yarn', 'effects': {'g': -2}}]}}," END "]"

static void an_arrow_has_the_colour_of_better_or_worse_and_not_of_up_or_down(void **state) {
    (void)state;
    static const struct {
        Str rest, arrow;
        int32_t key;
        ColorRole role;
    } ROWS[] = {{S_INIT(GAUGED("'start': 5, 'better': 'high'")), S_INIT("▲"), 'a', COLOR_TEAL_INK},
                {S_INIT(GAUGED("'start': 5, 'better': 'high'")), S_INIT("▼"), 'b', COLOR_TERRACOTTA_INK},
                {S_INIT(GAUGED("'start': 5, 'better': 'low'")), S_INIT("▲"), 'a', COLOR_TERRACOTTA_INK},
                {S_INIT(GAUGED("'start': 5, 'better': 'low'")), S_INIT("▼"), 'b', COLOR_TEAL_INK},
                {S_INIT(GAUGED("'start': 5")), S_INIT("▲"), 'a', COLOR_SAND_INK}};
    for (int32_t i = 0; i < COUNT(ROWS); i++) {
        Stage stage = {0};
        read_case(&stage.c, S("scenario"), ROWS[i].rest);
        stage_begin(&stage);
        stage_key(&stage, ROWS[i].key);
        assert_arrows(&stage, ROWS[i].arrow, ROWS[i].role);
        stage_finish(&stage);
    }
}

static void the_clock_is_shown_counts_down_and_pauses(void **state) {
    (void)state;
    Stage stage = {0};
    stage_read_file(&stage, TROUBLE);
    stage_begin(&stage);
    assert_non_null(stage_find(&stage, ROLE_TEXT, S("0:41")));
    stage.now_ms = 1000;
    stage_input(&stage, &(UiInput){.now_ms = stage.now_ms});
    stage_key(&stage, 'p');
    assert_true(stage.solo.paused);
    assert_non_null(stage_find(&stage, ROLE_TEXT, S("0:40")));
    stage.now_ms = 90000;
    stage_key(&stage, 'p');
    assert_false(stage.solo.paused);
    assert_non_null(stage_find(&stage, ROLE_TEXT, S("0:40")));
    stage_finish(&stage);
}

static void in_a_part_of_a_page_it_keeps_to_its_measure_and_answers_keys_only_there(void **state) {
    (void)state;
    enum { PANEL = 600 };
    Stage stage = {.panel_width = PANEL};
    stage_read_file(&stage, TROUBLE);
    stage_begin(&stage);
    const UiTreeNode *leave = stage_find(&stage, ROLE_BUTTON, S("Leave the situation"));
    assert_non_null(leave);
    assert_true(leave->rect.x >= STAGE_WIDTH - PANEL);
    assert_null(stage_find(&stage, ROLE_METER, S("Way so far"))); // as in a narrow window
    stage_click(&stage, stage_find(&stage, ROLE_BUTTON, S("Outside")));
    stage_key(&stage, 'h');
    assert_int_equal(stage.wish, VIEW_WISH_NONE);
    stage_key(&stage, 'b');
    assert_int_equal(stage.action.kind, SOLO_NONE);
    stage_key(&stage, KEY_F6);
    stage_key(&stage, 'h');
    assert_int_equal(stage.wish, VIEW_WISH_HISTORY);
    stage_key(&stage, KEY_ESCAPE);
    assert_int_equal(stage.wish, VIEW_WISH_LEAVE);
    stage_key(&stage, 'b');
    assert_int_equal(stage.action.kind, SOLO_CHOOSE);
    assert_int_equal(stage.action.index, 1);
    stage_finish(&stage);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(options_have_names_and_places_and_none_has_the_focus_yet),
        cmocka_unit_test(a_letter_and_a_digit_choose_an_answer),
        cmocka_unit_test(tab_goes_through_all_options),
        cmocka_unit_test(both_cases_play_to_the_end_and_nothing_leaves_the_window),
        cmocka_unit_test(own_words_are_typed_and_left_with_escape),
        cmocka_unit_test(no_character_of_a_typed_answer_is_lost),
        cmocka_unit_test(ctrl_and_enter_say_what_was_typed),
        cmocka_unit_test(space_ticks_and_enter_gives_what_is_ticked),
        cmocka_unit_test(what_is_carried_moves_with_the_arrows_and_keeps_the_focus),
        cmocka_unit_test(a_card_is_dragged_to_another_place),
        cmocka_unit_test(digits_place_one_item_after_the_other),
        cmocka_unit_test(an_item_is_dragged_into_a_bin_and_taken_out_again),
        cmocka_unit_test(bins_stay_in_sight_and_show_what_was_placed_last),
        cmocka_unit_test(the_card_that_is_to_be_placed_is_whole_in_a_small_panel),
        cmocka_unit_test(a_click_on_a_card_in_a_bin_drops_there_what_is_to_be_placed),
        cmocka_unit_test(what_somebody_said_stands_in_the_card_of_their_name),
        cmocka_unit_test(digits_set_the_level_of_the_item_that_has_the_focus),
        cmocka_unit_test(enter_after_the_last_level_gives_the_answer),
        cmocka_unit_test(a_level_shows_its_key_or_is_chosen_by_what_is_read),
        cmocka_unit_test(what_one_person_says_in_a_row_is_told_of_them_once),
        cmocka_unit_test(the_help_is_hinted_at_whatever_the_size_of_the_text),
        cmocka_unit_test(emphasis_is_for_the_eye_alone),
        cmocka_unit_test(backspace_steps_back_to_the_answer_that_was_given),
        cmocka_unit_test(an_arrow_has_the_colour_of_better_or_worse_and_not_of_up_or_down),
        cmocka_unit_test(the_clock_is_shown_counts_down_and_pauses),
        cmocka_unit_test(in_a_part_of_a_page_it_keeps_to_its_measure_and_answers_keys_only_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
