// The ways in of a counsellor alone: ten minutes, a situation in mind, a moment that was hard.
#include "desk.h"
#include "player/need_list.h"
#include "stage.h"

static const Need NEEDS[] = {
    {.number = 1,
     .chapter = 0,
     .name = {.fr = S_INIT("conclure un entretien"), .en = S_INIT("closing an interview")},
     .competencies = (const Str[]){S_INIT("cla")},
     .competency_count = 1,
     .cases = (const Str[]){S_INIT("A01"), S_INIT("B01")},
     .case_count = 2},
    {.number = 2,
     .chapter = 0,
     .name = {.fr = S_INIT("l’écoute"), .en = S_INIT("listening")},
     .competencies = (const Str[]){S_INIT("eco")},
     .competency_count = 1,
     .cases = (const Str[]){S_INIT("B01")},
     .case_count = 1},
    {.number = 3,
     .chapter = 1,
     .name = {.fr = S_INIT("un dessin"), .en = S_INIT("a drawing")},
     .cases = (const Str[]){S_INIT("Z01")},
     .case_count = 1},
};

static const Words CHAPTERS[] = {{S_INIT("Les gestes"), S_INIT("Gestures")}, {S_INIT("Le reste"), S_INIT("The rest")}};
static const Str GENTLE[] = {S_INIT("B01")};
static const Needs SMALL = {.chapters = CHAPTERS,
                            .rows = NEEDS,
                            .gentle = GENTLE,
                            .chapter_count = 2,
                            .count = COUNT(NEEDS),
                            .gentle_count = 1};

// Alpha and Beta of the stage, under ids with codes.
static void give_codes(Stage *stage) {
    stage->player.library.cards.rows[0].told.id = S("a01-alpha");
    stage->player.library.cards.rows[1].told.id = S("b01-beta");
    stage->player.needs = SMALL;
}

static NeedWish wish_of(const Stage *stage) {
    return (NeedWish){.needs = &stage->player.needs, .library = &stage->player.library, .language = S("en")};
}

static void only_needs_with_something_to_play_are_offered(void **state) {
    Stage *stage = *state;
    Arena arena = {0};
    give_codes(stage);
    NeedWish wish = wish_of(stage);
    NeedList list = need_list_find(&arena, &wish);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.rows[0].card_count, 2);
    assert_int_equal(list.rows[0].cards[0], 0);
    wish.language = S("fr");
    assert_int_equal(need_list_find(&arena, &wish).count, 0);
    arena_finish(&arena);
}

static void needs_are_found_by_letters_skill_and_theme(void **state) {
    Stage *stage = *state;
    Arena arena = {0};
    give_codes(stage);
    NeedWish wish = wish_of(stage);
    wish.search = S("LIST");
    NeedList list = need_list_find(&arena, &wish);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.rows[0].need->number, 2);
    wish.search = S("interview clos");
    assert_int_equal(need_list_find(&arena, &wish).count, 1);
    wish.search = S("beta"); // both lead there; neither says so in its own words
    assert_int_equal(need_list_find(&arena, &wish).count, 2);
    wish = wish_of(stage);
    wish.competency = S("eco");
    assert_int_equal(need_list_find(&arena, &wish).rows[0].need->number, 2);
    wish = wish_of(stage);
    wish.theme = S("tensions");
    list = need_list_find(&arena, &wish);
    assert_int_equal(list.count, 1);
    assert_int_equal(list.rows[0].need->number, 1);
    arena_finish(&arena);
}

static void a_need_says_first_what_it_has_in_its_own_words(void **state) {
    Stage *stage = *state;
    Arena arena = {0};
    give_codes(stage);
    stage->player.library.cards.rows[0].told.title = S("Listening hard");
    NeedWish wish = wish_of(stage);
    wish.search = S("listening");
    NeedList list = need_list_find(&arena, &wish);
    assert_int_equal(list.count, 2);
    assert_int_equal(list.rows[0].need->number, 2);
    arena_finish(&arena);
}

static void the_library_offers_three_ways_in(void **state) {
    Stage *stage = *state;
    click(stage, ROLE_BUTTON, S("I have ten minutes"));
    assert_int_equal(stage->action.kind, ACTION_SET_BRIEF);
    assert_int_equal(stage->action.index, 1);
    click(stage, ROLE_BUTTON, S("I have a situation in mind"));
    assert_int_equal(stage->action.kind, ACTION_ENTER);
    assert_int_equal(stage->action.index, SCREEN_NEEDS);
    click(stage, ROLE_BUTTON, S("A moment was hard for me"));
    assert_int_equal(stage->action.index, SCREEN_CARE);
}

static void enter_in_the_search_of_needs_leads_to_the_first_case(void **state) {
    Stage *stage = *state;
    give_codes(stage);
    stage->player.screen = SCREEN_NEEDS;
    const UiFrame *frame = look(stage);
    assert_true(find_node(frame, ROLE_FIELD, S("Search the needs"))->focused);
    press(stage, KEY_ENTER, 0);
    assert_true(find_node(look(stage), ROLE_BUTTON, S("Alpha · 15 min"))->focused);
    press(stage, KEY_ENTER, 0);
    assert_int_equal(stage->action.kind, ACTION_OPEN_CASE);
    assert_int_equal(stage->action.index, 0);
}

static void a_chosen_skill_is_let_go_with_the_same_press(void **state) {
    Stage *stage = *state;
    give_codes(stage);
    stage->player.screen = SCREEN_NEEDS;
    click(stage, ROLE_RADIO, S("Welcoming and listening"));
    assert_int_equal(stage->action.kind, ACTION_SET_NEED_SKILL);
    assert_int_equal(stage->action.index, 1);
    stage->player.need_filter.skill = 1;
    assert_null(find_node(look(stage), ROLE_GROUP, S("closing an interview")));
    click(stage, ROLE_RADIO, S("Welcoming and listening"));
    assert_int_equal(stage->action.index, 0);
}

static void a_hard_moment_is_met_with_what_helps_and_nothing_is_begun_by_enter(void **state) {
    Stage *stage = *state;
    give_codes(stage);
    stage->player.screen = SCREEN_CARE;
    const UiFrame *frame = look(stage);
    assert_true(says(frame, S("In France, 3114")));
    assert_true(says(frame, S("Tonight")));
    assert_true(says(frame, S("Palabre cannot")));
    assert_null(find_node(frame, ROLE_BUTTON, S("Alpha · 15 min")));
    assert_non_null(find_node(frame, ROLE_BUTTON, S("Beta · 10 min")));
    press(stage, KEY_ENTER, 0);
    assert_int_equal(stage->action.kind, ACTION_NONE);
    press(stage, KEY_ESCAPE, 0);
    assert_int_equal(stage->action.kind, ACTION_BACK);
}

static void the_line_to_write_tonight_can_be_written_where_something_can_be_kept(void **state) {
    Stage *stage = *state;
    stage->player.screen = SCREEN_CARE;
    assert_null(find_node(look(stage), ROLE_BUTTON, S("Write it in my notebook")));
    Writer *writer = writer_create(NULL, NULL);
    stage->player.app.writer = writer;
    click(stage, ROLE_BUTTON, S("Write it in my notebook"));
    assert_int_equal(stage->action.kind, ACTION_GO);
    assert_int_equal(stage->action.index, SCREEN_NOTEBOOK);
    stage->player.app.writer = NULL;
    writer_destroy(writer);
}

// Two presses, and back the way one came.
static void a_need_leads_to_a_case_and_back(void **state) {
    (void)state;
    Desk desk;
    desk_open(&desk);
    Player *player = &desk.player;
    desk_act(&desk, ACTION_ENTER, SCREEN_NEEDS);
    assert_int_equal(player->screen, SCREEN_NEEDS);
    assert_int_equal(player->needs.count, 96);
    NeedList list = need_list_find(
        &desk.arena, &(NeedWish){.needs = &player->needs, .library = &player->library, .language = S("fr")});
    assert_true(list.count > 90);
    desk_act(&desk, ACTION_OPEN_CASE, list.rows[0].cards[0]);
    assert_int_equal(player->screen, SCREEN_CASE);
    desk_act(&desk, ACTION_GO, SCREEN_SETTINGS);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(player->screen, SCREEN_CASE);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(player->screen, SCREEN_NEEDS);
    desk_write(&desk, ACTION_SET_NEED_SEARCH, "conclure");
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(player->screen, SCREEN_LIBRARY);
    desk_act(&desk, ACTION_ENTER, SCREEN_CARE);
    assert_int_equal(player->screen, SCREEN_CARE);
    desk_act(&desk, ACTION_GO, SCREEN_NOTEBOOK);
    assert_int_equal(player->screen, SCREEN_NOTEBOOK);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(player->screen, SCREEN_CARE);
    desk_close(&desk);
}

static void the_frame_is_shown_once_and_can_be_skipped(void **state) {
    (void)state;
    Desk desk;
    desk_start(&desk, (DeskStart){0});
    assert_int_equal(desk.player.screen, SCREEN_FIRST_START);
    desk_act(&desk, ACTION_WELCOME, 1);
    assert_int_equal(desk.player.screen, SCREEN_FRAME);
    desk_act(&desk, ACTION_BACK, 0);
    assert_int_equal(desk.player.screen, SCREEN_LIBRARY);
    desk_again(&desk);
    assert_int_equal(desk.player.screen, SCREEN_LIBRARY);
    desk_close(&desk);
    desk_start(&desk, (DeskStart){0});
    desk_act(&desk, ACTION_WELCOME, 0);
    assert_int_equal(desk.player.screen, SCREEN_LIBRARY);
    desk_close(&desk);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(only_needs_with_something_to_play_are_offered),
        TEST(needs_are_found_by_letters_skill_and_theme),
        TEST(a_need_says_first_what_it_has_in_its_own_words),
        TEST(the_library_offers_three_ways_in),
        TEST(enter_in_the_search_of_needs_leads_to_the_first_case),
        TEST(a_chosen_skill_is_let_go_with_the_same_press),
        TEST(a_hard_moment_is_met_with_what_helps_and_nothing_is_begun_by_enter),
        TEST(the_line_to_write_tonight_can_be_written_where_something_can_be_kept),
        cmocka_unit_test(a_need_leads_to_a_case_and_back),
        cmocka_unit_test(the_frame_is_shown_once_and_can_be_skipped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
