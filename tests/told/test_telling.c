#include "told/telling.h"

#include "session/small_case.h"

#include <string.h>

#define GAUGES                                                                                                     \
    "'gauges': [{'id': 'trust', 'name': 'Trust', 'min': 0, 'max': 100, 'start': 50, 'bands': [{'to': 40, 'word': " \
    "'low'}, {'to': 100, 'word': 'high'}]}], 'start': 'end', 'scenes': [{'id': 'end', 'ending': {'title': 'E', "   \
    "'text': 'E'}}]"

typedef struct {
    SmallCase c;
    Catalog none;
    Session session;
    Telling telling;
} Teller;

static Telling *begin_telling(Teller *teller) {
    *teller = (Teller){0};
    read_case(&teller->c, S("scenario"), S(GAUGES));
    session_init(&teller->session, &teller->c.arena, teller->c.scenario);
    teller->telling = (Telling){.session = &teller->session, .catalog = &teller->none, .arena = &teller->c.arena};
    return &teller->telling;
}

static void assert_change(const Telling *telling, int32_t before, int32_t after, const char *words) {
    Str told = telling_gauge_change(telling, 1, before, after).words;
    assert_int_equal(told.len, strlen(words));
    assert_memory_equal(told.text != NULL ? told.text : "", words, strlen(words));
}

static void a_change_tells_its_size_and_where_the_gauge_stands_now(void **state) {
    (void)state;
    Teller teller;
    Telling *telling = begin_telling(&teller);
    assert_change(telling, 50, 50, "");
    assert_change(telling, 50, 54, "");
    assert_change(telling, 50, 90, "");
    assert_change(telling, 38, 41, "Trust, a little more: high");
    assert_change(telling, 41, 35, "Trust, less: low");
    assert_change(telling, 50, 35, "Trust, much less: low");
    assert_change(telling, 2, 0, "Trust, a little less: low, at its lowest");
    assert_change(telling, 90, 100, "Trust, much more: high, at its highest");
    assert_true(telling_gauge_change(telling, 1, 50, 35).far);
    assert_false(telling_gauge_change(telling, 1, 41, 35).far);
    telling->numbers = true;
    assert_change(telling, 50, 44, "Trust, less: 44 of 100");
    assert_change(telling, 50, 54, "Trust, a little more: 54 of 100");
    end_case(&teller.c);
}

static void an_answer_without_a_word_is_told_as_such(void **state) {
    (void)state;
    Teller teller;
    Telling *telling = begin_telling(&teller);
    Ask ask = {.kind = ASK_WRITE};
    assert_true(
        str_equal(telling_answer(telling, &ask, &(Answer){.text = S("Je vous écoute.")}), S("“Je vous écoute.”")));
    assert_true(str_equal(telling_answer(telling, &ask, &(Answer){0}), S("You wrote nothing.")));
    assert_true(str_equal(telling_answer_lines(telling, &ask, &(Answer){.text = S(" \n")}), S("You wrote nothing.")));
    end_case(&teller.c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_change_tells_its_size_and_where_the_gauge_stands_now),
        cmocka_unit_test(an_answer_without_a_word_is_told_as_such),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
