#include "told/feedback.h"

#include "solo/small_play.h"

static void assert_points(const ToldFeedback *feedback, const char *const (*wanted)[2], int32_t count) {
    assert_int_equal(feedback->points.count, count);
    for (int32_t i = 0; i < count; i++) {
        assert_text(feedback->points.rows[i].item, wanted[i][0]);
        assert_text(feedback->points.rows[i].words, wanted[i][1]);
    }
}

#define ITEM(id) "{'id': '" id "', 'text': '" id "'}"
#define RANK(key)                                                                             \
    "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rank', 'next': 'end', 'key': " key \
    ", 'items': [" ITEM("a") ", " ITEM("b") ", " ITEM("c") ", " ITEM("d") ", " ITEM("e") "]}}," END "]"

static void an_order_is_told_in_that_order_beside_the_authors(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(RANK("['a', 'b', 'c', 'd', 'e']"));
    assert_true(act(&p, SOLO_MOVE, 0, 4));
    assert_true(act(&p, SOLO_MOVE, 3, 2));
    assert_true(act(&p, SOLO_SUBMIT, 0, 0));
    static const char *const WANTED[][2] = {{"b", "Close. You: 1st place. Often: 2nd"},
                                            {"c", "Close. You: 2nd place. Often: 3rd"},
                                            {"e", "You: 3rd place. Often: 5th"},
                                            {"d", "The author’s choice too: 4th place"},
                                            {"a", "You: 5th place. Often: 1st"}};
    ToldFeedback feedback = feedback_create(&p.telling, 1, false);
    assert_points(&feedback, WANTED, COUNT(WANTED));
    end_play(&p);
}

static void items_that_are_tied_may_stand_on_several_places(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(RANK("['e', ['a', 'b', 'c'], 'd']"));
    assert_true(act(&p, SOLO_SUBMIT, 0, 0));
    static const char *const WANTED[][2] = {{"a", "Close. You: 1st place. Often: 2nd to 4th"},
                                            {"b", "The author’s choice too: 2nd place"},
                                            {"c", "The author’s choice too: 3rd place"},
                                            {"d", "Close. You: 4th place. Often: 5th"},
                                            {"e", "You: 5th place. Often: 1st"}};
    ToldFeedback feedback = feedback_create(&p.telling, 1, false);
    assert_points(&feedback, WANTED, COUNT(WANTED));
    end_play(&p);
}

static void two_places_are_named_both(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(RANK("[['e', 'd'], 'a', 'b', 'c']"));
    assert_true(act(&p, SOLO_SUBMIT, 0, 0));
    ToldFeedback feedback = feedback_create(&p.telling, 1, false);
    assert_text(feedback.points.rows[4].words, "You: 5th place. Often: 1st or 2nd");
    end_play(&p);
}

#define RATE(rest)                                                                                                    \
    "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rate', 'next': 'end', 'shuffle': true, 'scale': {'labels'" \
    ": ['no', 'perhaps', 'yes']}, 'items': [" rest "]}}," END "]"

static void a_panel_of_items_is_told_item_by_item(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(
        "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rate', 'next': 'end', 'scale': {'labels': ['low', 'mid', "
        "'high']}, 'items': [{'id': 'a', 'text': 'A', 'why': 'Because.'}, {'id': 'b', 'text': 'B'}], "
        "'panel': {'n': 5, 'answers': {'a': {'0': 1, '2': 4}, 'b': {'1': 5}}}}}, " END "]");
    assert_true(act(&p, SOLO_SET_LEVEL, 0, 0));
    assert_true(act(&p, SOLO_SET_LEVEL, 1, 1));
    assert_true(act(&p, SOLO_SUBMIT, 0, 0));
    ToldFeedback feedback = feedback_create(&p.telling, 1, false);
    assert_int_equal(feedback.panel.items.count, 2);
    assert_text(feedback.panel.items.rows[0].text, "A");
    assert_text(feedback.panel.items.rows[0].words, "low: 1, as you · high: 4");
    assert_text(feedback.panel.items.rows[1].words, "mid: 5, as you");
    assert_text(feedback.points.rows[0].words, "You: low"); // the panel says the rest
    end_play(&p);
}

static void what_was_shuffled_is_told_as_it_was_shown(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(RATE("{'id': 'a', 'text': 'a', 'key': 0}, {'id': 'b', 'text': 'b', 'key': 1}, "
              "{'id': 'c', 'text': 'c', 'key': 2}, {'id': 'd', 'text': 'd'}"));
    SoloItems shown = solo_items(&p.solo);
    bool moved = false;
    for (int32_t i = 0; i < 4; i++) {
        moved = moved || shown.rows[i].item != i;
        assert_true(act(&p, SOLO_SET_LEVEL, i, 0));
    }
    assert_true(moved);
    assert_true(act(&p, SOLO_SUBMIT, 0, 0));
    static const char *const WORDS[] = {"The author’s choice too: no", "Close. You: no. Often: perhaps",
                                        "You: no. Often: yes", "To be debated: no"};
    ToldFeedback feedback = feedback_create(&p.telling, 1, false);
    for (int32_t i = 0; i < 4; i++) {
        char name[] = {(char)('a' + shown.rows[i].item), '\0'};
        assert_text(feedback.points.rows[i].item, name);
        assert_text(feedback.points.rows[i].words, WORDS[shown.rows[i].item]);
    }
    end_play(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_order_is_told_in_that_order_beside_the_authors),
        cmocka_unit_test(items_that_are_tied_may_stand_on_several_places),
        cmocka_unit_test(two_places_are_named_both),
        cmocka_unit_test(a_panel_of_items_is_told_item_by_item),
        cmocka_unit_test(what_was_shuffled_is_told_as_it_was_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
