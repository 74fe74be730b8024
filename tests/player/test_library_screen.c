#include "stage.h"

static void what_is_begun_comes_first_and_what_is_broken_is_no_button(void **state) {
    const UiFrame *frame = look(*state);
    const UiTreeNode *beta = find_node(frame, ROLE_BUTTON, S("Beta")),
                     *alpha = find_node(frame, ROLE_BUTTON, S("Alpha")),
                     *gamma = find_node(frame, ROLE_BUTTON, S("Gamma"));
    assert_non_null(beta);
    assert_true(beta < alpha && alpha < gamma);
    assert_null(find_node(frame, ROLE_BUTTON, S("delta.json")));
    assert_non_null(find_node(frame, ROLE_GROUP, S("delta.json")));
}

static void a_card_tells_its_theme_its_length_and_when_it_was_begun(void **state) {
    const UiTreeNode *beta = find_node(look(*state), ROLE_BUTTON, S("Beta"));
    assert_true(str_equal(beta->value, S("Closing, 10 min · 6 decisions, Begun 2 days ago")));
}

static void enter_on_the_first_card_opens_its_case(void **state) {
    Stage *stage = *state;
    (void)look(stage);
    press(stage, KEY_ENTER, 0);
    assert_int_equal(stage->action.kind, ACTION_OPEN_CASE);
    assert_int_equal(stage->action.index, 1);
}

// Cards come after the page: the first of them has the focus all the same, and no count is told that is none.
static void the_page_comes_before_its_cards(void **state) {
    Stage *stage = *state;
    Player *player = &stage->player;
    player->reader = library_reader_start(&(LibraryWish){.framework = &player->framework, .waits = true});
    player->library.cards.count = 0;
    const UiFrame *frame = look(stage);
    assert_true(says(frame, S("Palabre is reading the situations…")));
    assert_false(says(frame, S("0 situations")));
    assert_null(find_node(frame, ROLE_BUTTON, S("Look again")));
    player->library.cards.count = CASES;
    assert_true(find_node(look(stage), ROLE_BUTTON, S("Beta"))->focused);
    library_reader_stop(player->reader);
    player->reader = NULL;
    frame = look(stage);
    assert_true(find_node(frame, ROLE_BUTTON, S("Beta"))->focused);
    assert_true(says(frame, S("3 situations · 1 of them begun")) || says(frame, S("3 situations · 1 begun")));
}

static void of_many_cards_some_are_shown_until_more_are_asked_for(void **state) {
    enum { MANY = 130, AT_ONCE = 60 };
    Stage *stage = *state;
    Player *player = &stage->player;
    for (int32_t i = CASES; i < MANY; i++) {
        Card *card = rows_append(&player->arena, &player->library.cards);
        *card = CARDS[0];
        card->path = str_format(&player->arena, "%03d.json", i);
        card->told.title = str_format(&player->arena, "Card %03d", i);
    }
    int32_t shown = 0;
    const UiFrame *frame = look(stage);
    for (int32_t i = 0; i < frame->tree.count; i++) {
        shown += frame->tree.rows[i].set_size == AT_ONCE;
    }
    assert_int_equal(shown, AT_ONCE);
    (void)answer(stage, (UiInput){.kind = INPUT_MOVE, .x = WIDTH / 2, .y = HEIGHT / 2});
    (void)answer(stage, (UiInput){.kind = INPUT_WHEEL, .wheel_y = -10000});
    click(stage, ROLE_BUTTON, S("Show more (69 situations left)"));
    assert_int_equal(stage->action.kind, ACTION_SHOW_MORE);
    player->asked_for_more = 1;
    assert_non_null(find_node(look(stage), ROLE_BUTTON, S("Show more (9 situations left)")));
}

// Alpha takes a quarter of an hour, Beta ten minutes; how long Gamma takes nobody said.
static void ten_minutes_lead_to_a_case_in_two_presses(void **state) {
    Stage *stage = *state;
    Str ten = S("10 minutes or less");
    click(stage, ROLE_RADIO, ten);
    assert_int_equal(stage->action.kind, ACTION_SET_BRIEF);
    assert_int_equal(stage->action.index, 1);
    stage->player.filter.brief = true;
    const UiFrame *frame = look(stage);
    assert_null(find_node(frame, ROLE_BUTTON, S("Alpha")));
    assert_null(find_node(frame, ROLE_BUTTON, S("Gamma")));
    assert_null(find_node(frame, ROLE_GROUP, S("delta.json")));
    click(stage, ROLE_BUTTON, S("Beta"));
    assert_int_equal(stage->action.kind, ACTION_OPEN_CASE);
    assert_int_equal(stage->action.index, 1);
    click(stage, ROLE_RADIO, ten);
    assert_int_equal(stage->action.index, 0);
}

static void the_choice_of_ten_minutes_is_made_by_keys_too(void **state) {
    enum { MOST_STEPS = 30 };
    Stage *stage = *state;
    Str ten = S("10 minutes or less");
    (void)look(stage);
    press(stage, KEY_TAB, MOD_SHIFT); // to the choices, which are one stop
    const UiTreeNode *pill = find_node(look(stage), ROLE_RADIO, ten);
    for (int32_t i = 0; i < MOST_STEPS && !pill->focused; i++) {
        press(stage, KEY_RIGHT, 0);
        pill = find_node(look(stage), ROLE_RADIO, ten);
    }
    assert_true(pill->focused);
    press(stage, KEY_SPACE, 0);
    assert_int_equal(stage->action.kind, ACTION_SET_BRIEF);
}

static void where_all_take_as_long_there_is_nothing_to_choose(void **state) {
    Stage *stage = *state;
    stage->player.library.cards.rows[0].told.minutes = 9;
    assert_null(find_node(look(stage), ROLE_RADIO, S("10 minutes or less")));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static void a_situation_can_be_written_where_the_editor_is(void **state) {
    Stage *stage = *state;
    assert_null(find_node(look(stage), ROLE_BUTTON, S("Write a situation")));
    stage->player.editor = S("/bin/palabre-editor");
    (void)look(stage);
    click(stage, ROLE_BUTTON, S("Write a situation"));
    assert_int_equal(stage->action.kind, ACTION_WRITE);
    assert_int_equal(stage->action.index, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_is_begun_comes_first_and_what_is_broken_is_no_button),
        TEST(a_card_tells_its_theme_its_length_and_when_it_was_begun),
        TEST(enter_on_the_first_card_opens_its_case),
        TEST(the_page_comes_before_its_cards),
        TEST(ten_minutes_lead_to_a_case_in_two_presses),
        TEST(a_situation_can_be_written_where_the_editor_is),
        TEST(the_choice_of_ten_minutes_is_made_by_keys_too),
        TEST(where_all_take_as_long_there_is_nothing_to_choose),
        TEST(of_many_cards_some_are_shown_until_more_are_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
