#include "player/screen.h"

#include "fake/face.h"

// cmocka wants these before it
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

enum { WIDTH = 1280, HEIGHT = 2400 };

typedef Action View(Ui *ui, const Player *player);

enum { COMPETENCY_SECTION, DECISION_SECTION, QUESTION_SECTION, SECTION_COUNT };

static const Str WHYS[] = {S_INIT("Une chaise aide.")};
static const ToldRow DECISIONS[] = {
    {.label = S_INIT("L’accueil"), .text = S_INIT("Asseyez-vous, je vous écoute."), .more = {WHYS, 1}},
    {.label = S_INIT("Le courrier"), .text = S_INIT("Gardé pour soi."), .withheld = true},
};
static const ToldRow COMPETENCY_ROWS[] = {
    {.label = S_INIT("Écoute"), .text = S_INIT("un point fort")},
    {.label = S_INIT("Cadre"), .text = S_INIT("trop peu d’occasions")},
};
static const ToldCompetency COMPETENCIES[] = {{.word = PROFILE_STRENGTH, .profile = {5, 0, 6, 3}},
                                              {.word = PROFILE_TOO_FEW}};
static const ToldRow QUESTIONS[] = {{.text = S_INIT("Qu’est-ce qui a compté ?")}};
static const ToldSection SECTIONS[SECTION_COUNT] = {
    [COMPETENCY_SECTION] = {.part = DEBRIEF_COMPETENCIES,
                            .heading = S_INIT("Ce que vos choix ont travaillé"),
                            .rows = {COMPETENCY_ROWS, 2}},
    [DECISION_SECTION] = {.part = DEBRIEF_DECISIONS, .heading = S_INIT("Réponses"), .rows = {DECISIONS, 2}},
    [QUESTION_SECTION] = {.part = DEBRIEF_QUESTIONS, .heading = S_INIT("Pour en parler"), .rows = {QUESTIONS, 1}}};

typedef struct {
    Ui *ui;
    Player player;
    Solo walks[MOST_WALKS];
} Case;

static int begin(void **state) {
    Case *it = calloc(1, sizeof *it);
    it->ui = ui_create(fake_typesetter(), fake_clipboard());
    ToldDebrief *debrief = &it->player.debrief;
    debrief->title = S("Il repart apaisé.");
    debrief->sections.rows = SECTIONS;
    debrief->sections.count = SECTION_COUNT;
    debrief->point_count = 3;
    debrief->competencies.rows = COMPETENCIES;
    debrief->competencies.count = 2;
    it->player.walks = it->walks;
    it->player.walk_count = 1;
    it->player.comparison.decision = 3;
    *state = it;
    return it->ui == NULL;
}

static int end(void **state) {
    Case *it = *state;
    ui_destroy(it->ui);
    free(it);
    return 0;
}

static const UiFrame *say(Case *it, View *view, UiInput input, Action *action) {
    ui_begin(it->ui, &input, WIDTH, HEIGHT, (UiPreferences){.text_scale = 100, .still = true});
    *action = view(it->ui, &it->player);
    return ui_end(it->ui);
}

static const UiTreeNode *find_named(const UiFrame *frame, Str name) {
    for (int32_t i = 0; i < frame->tree.count; i++) {
        if (str_equal(frame->tree.rows[i].name, name)) {
            return &frame->tree.rows[i];
        }
    }
    return NULL;
}

static bool shows(Case *it, View *view, Str name) {
    Action action;
    return find_named(say(it, view, (UiInput){0}, &action), name) != NULL;
}

static Action press(Case *it, View *view, Str name) {
    Action action;
    const UiTreeNode *node = find_named(say(it, view, (UiInput){0}, &action), name);
    assert_non_null(node);
    UiInput at = {.kind = INPUT_DOWN, .x = node->rect.x + 3, .y = node->rect.y + 3, .clicks = 1};
    say(it, view, at, &action);
    assert_int_equal(action.kind, ACTION_NONE);
    at.kind = INPUT_UP;
    say(it, view, at, &action);
    return action;
}

static void enter_at_the_beginning_does_nothing(void **state) {
    Action action;
    Case *it = *state;
    it->player.debrief.turning = 2;
    (void)say(it, screen_debrief_view, (UiInput){0}, &action);
    static const int32_t KEYS[] = {KEY_ENTER, KEY_SPACE};
    for (int32_t i = 0; i < COUNT(KEYS); i++) {
        (void)say(it, screen_debrief_view, (UiInput){.kind = INPUT_KEY, .key = KEYS[i]}, &action);
        assert_int_equal(action.kind, ACTION_NONE);
    }
}

static void a_decision_is_folded_until_it_is_looked_at(void **state) {
    Case *it = *state;
    assert_false(shows(it, screen_debrief_view, S("Une chaise aide.")));
    Action action = press(it, screen_debrief_view, S("1, L’accueil"));
    assert_int_equal(action.kind, ACTION_SHOW_DECISION);
    assert_int_equal(action.index, 1);
    it->player.looked_at.decision = 1;
    assert_true(shows(it, screen_debrief_view, S("Une chaise aide.")));
    assert_false(shows(it, screen_debrief_view, S("Try other words: 2, Le courrier")));
    assert_int_equal(press(it, screen_debrief_view, S("1, L’accueil")).index, 0);
    assert_int_equal(press(it, screen_debrief_view, S("Unfold all")).index, ALL_DECISIONS);
    it->player.looked_at.decision = ALL_DECISIONS;
    assert_true(shows(it, screen_debrief_view, S("Try other words: 2, Le courrier")));
    assert_int_equal(press(it, screen_debrief_view, S("Fold all")).index, 0);
}

static void each_decision_can_be_answered_in_other_words(void **state) {
    Case *it = *state;
    it->player.looked_at.decision = 2;
    Action action = press(it, screen_debrief_view, S("Try other words: 2, Le courrier"));
    assert_int_equal(action.kind, ACTION_WHAT_IF);
    assert_int_equal(action.index, 2);
}

static void replaying_asks_the_turning_point_once_more(void **state) {
    Case *it = *state;
    it->player.debrief.turning = 2;
    Action action = press(it, screen_debrief_view, S("Replay the turning point"));
    assert_int_equal(action.kind, ACTION_WHAT_IF);
    assert_int_equal(action.index, 2);
}

static void where_nothing_turned_a_decision_is_chosen(void **state) {
    Case *it = *state;
    Action action = press(it, screen_debrief_view, S("Choose a decision to replay"));
    assert_int_equal(action.kind, ACTION_SHOW_DECISION);
    assert_int_equal(action.index, 1);
    it->player.looked_at.decision = action.index;
    const UiFrame *frame = say(it, screen_debrief_view, (UiInput){0}, &action);
    assert_true(find_named(frame, S("Try other words: 1, L’accueil"))->focused);
}

static void where_it_was_exported_stays_on_the_page(void **state) {
    Case *it = *state;
    static const Str SAVED = S_INIT("Saved: ~/Documents/Palabre.html");
    it->player.app.folders.home = S("/home/me");
    it->player.exported = S("/home/me/Documents/Palabre.html");
    assert_false(shows(it, screen_debrief_view, SAVED));
    it->player.exported_walk = 1;
    assert_true(shows(it, screen_debrief_view, SAVED));
    Action action = press(it, screen_debrief_view, S("Open the debrief"));
    assert_int_equal(action.kind, ACTION_OPEN_EXPORTED);
    assert_int_equal(action.index, 0);
    assert_int_equal(press(it, screen_debrief_view, S("Open the folder")).index, 1);
    it->player.exporting = 7;
    assert_false(shows(it, screen_debrief_view, SAVED));
    it->player.exporting = 0;
    it->player.walk = 1;
    assert_false(shows(it, screen_debrief_view, SAVED));
}

static void exporting_asks_first_only_when_there_are_own_words(void **state) {
    Case *it = *state;
    assert_int_equal(press(it, screen_debrief_view, S("Export the debrief")).kind, ACTION_EXPORT);
    it->player.note = S(" \n");
    assert_int_equal(press(it, screen_debrief_view, S("Export the debrief")).kind, ACTION_EXPORT);
    it->player.note = S("Oser dire non.");
    assert_int_equal(press(it, screen_debrief_view, S("Export the debrief")).kind, ACTION_SHOW);
    it->player.note = (Str){0};
    it->player.debrief.typed = true;
    Action action = press(it, screen_debrief_view, S("Export the debrief"));
    assert_int_equal(action.kind, ACTION_SHOW);
    assert_int_equal(action.index, OVERLAY_EXPORT);
}

static void the_way_back_to_the_situations_and_escape_ask_whether_to_leave(void **state) {
    Action action;
    assert_int_equal(press(*state, screen_debrief_view, S("Back to the situations")).kind, ACTION_BACK);
    (void)say(*state, screen_debrief_view, (UiInput){.kind = INPUT_KEY, .key = KEY_ESCAPE}, &action);
    assert_int_equal(action.kind, ACTION_BACK);
    (void)say(*state, screen_compare_view, (UiInput){.kind = INPUT_KEY, .key = KEY_ESCAPE}, &action);
    assert_int_equal(action.kind, ACTION_BACK);
}

static void a_competency_is_a_meter_only_with_enough_occasions(void **state) {
    Action action;
    const UiFrame *frame = say(*state, screen_debrief_view, (UiInput){0}, &action);
    const UiTreeNode *meter = find_named(frame, S("Écoute"));
    assert_int_equal(meter->role, ROLE_METER);
    assert_true(str_equal(meter->value, S("un point fort")));
    assert_int_equal(find_named(frame, S("Cadre"))->role, ROLE_TEXT);
}

static void walks_are_told_apart_only_when_there_are_two(void **state) {
    Case *it = *state;
    assert_false(shows(it, screen_debrief_view, S("Compare")));
    it->player.walk_count = 2;
    it->walks[1].parent_decision = 2;
    Action action = press(it, screen_debrief_view, S("What if… 1 (decision 2)"));
    assert_int_equal(action.kind, ACTION_SHOW_WALK);
    assert_int_equal(action.index, 1);
    action = press(it, screen_debrief_view, S("Compare"));
    assert_int_equal(action.kind, ACTION_COMPARE);
    assert_int_equal(action.index, 1);
}

static void no_ninth_walk_is_begun(void **state) {
    Case *it = *state;
    Action action;
    it->player.walk_count = MOST_WALKS;
    it->player.looked_at.decision = 1;
    const UiFrame *frame = say(it, screen_debrief_view, (UiInput){0}, &action);
    assert_false(find_named(frame, S("Try other words: 1, L’accueil"))->enabled);
    frame = say(it, screen_compare_view, (UiInput){0}, &action);
    assert_false(find_named(frame, S("Another answer"))->enabled);
    assert_non_null(find_named(frame, S("8 walks stand side by side already: no more can be begun from here.")));
}

static void what_is_noted_is_told_at_once(void **state) {
    Case *it = *state;
    Action action;
    press(it, screen_debrief_view, S("My notes"));
    say(it, screen_debrief_view, (UiInput){.kind = INPUT_TEXT, .text = S("Oser dire non.")}, &action);
    assert_int_equal(action.kind, ACTION_SET_NOTE);
    assert_true(str_equal(action.text, S("Oser dire non.")));
}

static void two_walks_side_by_side_lead_on_and_back(void **state) {
    Action action;
    const UiFrame *frame = say(*state, screen_compare_view, (UiInput){0}, &action);
    assert_true(find_named(frame, S("Back to the debrief"))->focused);
    assert_int_equal(press(*state, screen_compare_view, S("Back to the debrief")).kind, ACTION_BACK);
    action = press(*state, screen_compare_view, S("Another answer"));
    assert_int_equal(action.kind, ACTION_WHAT_IF);
    assert_int_equal(action.index, 3);
    assert_true(shows(*state, screen_compare_view, S("This walk was not played to its end.")));
}

static int32_t top_of(const UiFrame *frame, Str name) {
    const UiTreeNode *node = find_named(frame, name);
    assert_non_null(node);
    return node->rect.y;
}

static void one_decision_stands_in_one_row_after_what_changes(void **state) {
    static const ToldStep STEPS[] = {{.number = 3, .title = S_INIT("The mail"), .words = S_INIT("Read.\nAnswered.")},
                                     {.number = 3, .title = S_INIT("The mail"), .words = S_INIT("Kept.")},
                                     {.number = 4, .scene = 2, .words = S_INIT("Called.")},
                                     {.number = 5, .scene = 3, .words = S_INIT("Waited.")}};
    static const ComparedRow ROWS[] = {{.steps = {&STEPS[0], &STEPS[1]}},
                                       {.steps = {&STEPS[2], &STEPS[2]}, .same = true},
                                       {.steps = {&STEPS[3], NULL}}};
    Case *it = *state;
    Action action;
    it->player.comparison.rows.rows = ROWS;
    it->player.comparison.rows.count = COUNT(ROWS);
    it->player.comparison.measured = true;
    const UiFrame *frame = say(it, screen_compare_view, (UiInput){0}, &action);
    int32_t first = top_of(frame, S("The first time: Read.\nAnswered."));
    assert_int_equal(first, top_of(frame, S("This time: Kept.")));
    assert_true(top_of(frame, S("What changes")) < first);
    assert_null(find_named(frame, S("This time: Called.")));
    assert_non_null(find_named(frame, S("Decision 4: the same answer both times")));
    action = press(it, screen_compare_view, S("Show what is the same too"));
    assert_int_equal(action.kind, ACTION_SHOW_SAME);
    assert_int_equal(action.index, 1);
    it->player.looked_at.same = true;
    assert_true(shows(it, screen_compare_view, S("This time: Called.")));
    assert_int_equal(press(it, screen_compare_view, S("Fold what is the same")).index, 0);
}

static void the_same_answers_are_told_in_a_sentence(void **state) {
    Case *it = *state;
    it->player.comparison.measured = true;
    assert_true(shows(it, screen_compare_view, S("Nothing that was followed here is different at the end.")));
    it->player.comparison.same = true;
    assert_true(shows(it, screen_compare_view, S("You answered as you did the first time.")));
    assert_false(shows(it, screen_compare_view, S("This time")));
    assert_false(shows(it, screen_compare_view, S("What changes")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(enter_at_the_beginning_does_nothing, begin, end),
        cmocka_unit_test_setup_teardown(a_decision_is_folded_until_it_is_looked_at, begin, end),
        cmocka_unit_test_setup_teardown(each_decision_can_be_answered_in_other_words, begin, end),
        cmocka_unit_test_setup_teardown(replaying_asks_the_turning_point_once_more, begin, end),
        cmocka_unit_test_setup_teardown(where_nothing_turned_a_decision_is_chosen, begin, end),
        cmocka_unit_test_setup_teardown(where_it_was_exported_stays_on_the_page, begin, end),
        cmocka_unit_test_setup_teardown(exporting_asks_first_only_when_there_are_own_words, begin, end),
        cmocka_unit_test_setup_teardown(the_way_back_to_the_situations_and_escape_ask_whether_to_leave, begin, end),
        cmocka_unit_test_setup_teardown(a_competency_is_a_meter_only_with_enough_occasions, begin, end),
        cmocka_unit_test_setup_teardown(walks_are_told_apart_only_when_there_are_two, begin, end),
        cmocka_unit_test_setup_teardown(no_ninth_walk_is_begun, begin, end),
        cmocka_unit_test_setup_teardown(what_is_noted_is_told_at_once, begin, end),
        cmocka_unit_test_setup_teardown(two_walks_side_by_side_lead_on_and_back, begin, end),
        cmocka_unit_test_setup_teardown(one_decision_stands_in_one_row_after_what_changes, begin, end),
        cmocka_unit_test_setup_teardown(the_same_answers_are_told_in_a_sentence, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
