// Statements of sessions: what stands in them, and what never does.
#include "report/xapi.h"

#include "analysis/kept_rooms.h"

#define SCENES                                                                                            \
    "'start': 's', 'scenes': [{'id': 's', 'title': '*S*', 'ask': {'kind': 'choice', 'confidence': true, " \
    "'prompt': 'P?', 'options': [{'id': 'a', 'text': 'A', 'stance': 'recommended', 'scores': {'a': 1}, "  \
    "'next': 'w'}, {'id': 'b', 'text': 'B', 'scores': {'a': -2}, 'next': 'k'}]}}, "                       \
    "{'id': 'k', 'ask': {'kind': 'classify', 'next': 'end', 'bins': [{'id': 'm', 'text': 'M'}, "          \
    "{'id': 'n', 'text': 'N'}], 'items': [{'id': 'x', 'text': 'X', 'bin': 'm'}, "                         \
    "{'id': 'y', 'text': 'Y', 'bin': 'n'}]}}, "                                                           \
    "{'id': 'w', 'ask': {'kind': 'write', 'prompt': 'W', 'next': 'p'}}, "                                 \
    "{'id': 'p', 'ask': {'kind': 'write', 'private': true, 'prompt': 'W', 'next': 'end'}}, "              \
    "{'id': 'end', 'ending': {'title': 'E', 'text': 'T', 'tone': 'good'}}]"
#define SUSPENDED "'debrief': {'score': 'none'}, " SCENES

typedef struct {
    SmallCase c;
    Arena arena;
    Catalog words;
    KeptRoom room;
} Desk;

static const XapiSession KEPT = {S_INIT("00112233445566778899aabbccddeeff"), S_INIT("2026-11-30"), S_INIT("abcd")};

static void open_desk(Desk *desk, const char *kind, Str rest, int32_t present) {
    *desk = (Desk){0};
    read_case(&desk->c, str_from_c(kind), rest);
    begin_kept(&desk->room, desk->c.scenario, present);
}

static Str close_desk(Desk *desk, bool written) {
    XapiWriter xapi = {.arena = &desk->arena, .catalog = &desk->words, .out = {.arena = &desk->arena}};
    assert_int_equal(xapi_add(&xapi, &KEPT, resume_kept(&desk->room)), written);
    end_kept(&desk->room);
    return xapi_written(&xapi);
}

static void forget_desk(Desk *desk) {
    arena_finish(&desk->arena);
    end_case(&desk->c);
}

static int32_t count_of(Str text, Str part) {
    int32_t count = 0;
    for (ptrdiff_t at = str_find(text, part); at >= 0; at = str_find(text, part)) {
        text = str_slice(text, at + part.len, text.len);
        count++;
    }
    return count;
}

static bool holds(Str text, Str part) {
    return count_of(text, part) > 0;
}

static void answers_and_an_ending_are_statements(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "scenario", S(SCENES), 12);
    keep_answer(&desk.room, "s", "'b'", "k", 2);
    keep_answer(&desk.room, "k", "'x=m,y=m'", "end", 0);
    Str list = close_desk(&desk, true);
    assert_int_equal(count_of(list, S("\"verb\"")), 4);
    assert_int_equal(count_of(list, S("verbs/answered")), 2);
    assert_true(holds(list, S("verbs/completed")));
    assert_true(holds(list, S("xapi/ending\": \"end\"")));
    assert_true(holds(list, S("\"response\": \"b\"")));
    assert_true(holds(list, S("\"scaled\": 0,")));
    assert_true(holds(list, S("\"min\": -2,")));
    assert_true(holds(list, S("\"duration\": \"PT60S\"")));
    assert_true(holds(list, S("\"2026-11-30T00:01:00.000Z\"")));
    assert_true(holds(list, S("\"response\": \"x[.]m[,]y[.]m\"")));
    assert_true(holds(list, S("\"x[.]m[,]y[.]n\""))); // the key
    assert_true(holds(list, S("\"registration\": \"00112233-4455-4677-8899-aabbccddeeff\"")));
    assert_int_equal(count_of(list, S("correctResponsesPattern")), 1); // none of the choice
    assert_false(holds(list, S("success")));
    assert_true(holds(list, S("\"en\": \"S\""))); // its stars were marks
    forget_desk(&desk);
}

static void a_quiz_has_right_answers(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "quiz", S(SCENES), 12);
    keep_answer(&desk.room, "s", "'a'", "w", 0);
    Str list = close_desk(&desk, true);
    assert_true(holds(list, S("\"correctResponsesPattern\": [\n          \"a\"\n")) ||
                holds(list, S("\"correctResponsesPattern\": [\"a\"]")));
    assert_true(holds(list, S("\"success\": true")));
    assert_true(holds(list, S("activities/assessment")));
    assert_true(holds(list, S("verbs/terminated"))); // it came to no end
    forget_desk(&desk);
}

static void where_judgement_is_suspended_nothing_is_right_or_scored(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "quiz", S(SUSPENDED), 12);
    keep_answer(&desk.room, "s", "'b'", "k", 0);
    keep_answer(&desk.room, "k", "'x=m,y=n'", "end", 0);
    Str list = close_desk(&desk, true);
    assert_false(holds(list, S("correctResponsesPattern")));
    assert_false(holds(list, S("success")));
    assert_false(holds(list, S("score")));
    forget_desk(&desk);
}

static void what_was_written_and_what_is_private_stays_here(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "scenario", S(SCENES), 12);
    keep_vote(&desk.room, "s", 1, "['a', 'b']", "[9, 3]", 0);
    keep_answer(&desk.room, "s", "'a'", "w", 0);
    keep_answer(&desk.room, "w", "{'text': 'canari', 'found': [], 'confirmed': true}", "p", 0);
    keep_answer(&desk.room, "p", "null", "end", 0);
    Str list = close_desk(&desk, true);
    assert_false(holds(list, S("canari")));
    assert_false(holds(list, S("scene/p\"")));
    assert_false(holds(list, S("vote")));
    assert_true(holds(list, S("\"interactionType\": \"long-fill-in\"")));
    assert_int_equal(count_of(list, S("\"response\"")), 1);
    forget_desk(&desk);
}

static void an_answer_that_was_taken_back_says_so(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "scenario", S(SCENES), 12);
    keep_answer(&desk.room, "s", "'b'", "k", 0);
    keep_rewind(&desk.room, 3);
    keep_answer(&desk.room, "s", "'a'", "w", 0);
    Str list = close_desk(&desk, true);
    assert_int_equal(count_of(list, S("verbs/answered")), 2);
    assert_int_equal(count_of(list, S("taken-back\": true")), 1);
    assert_int_equal(count_of(list, S("\"score\"")), 1); // the marks are those of the first answer
    forget_desk(&desk);
}

static void fewer_than_five_people_give_no_statement(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, "scenario", S(SCENES), 4);
    keep_answer(&desk.room, "s", "'a'", "w", 0);
    Str list = close_desk(&desk, false);
    assert_string_equal(str_to_c(&desk.arena, list), "[]\n");
    forget_desk(&desk);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(answers_and_an_ending_are_statements),
                                       cmocka_unit_test(a_quiz_has_right_answers),
                                       cmocka_unit_test(where_judgement_is_suspended_nothing_is_right_or_scored),
                                       cmocka_unit_test(what_was_written_and_what_is_private_stays_here),
                                       cmocka_unit_test(an_answer_that_was_taken_back_says_so),
                                       cmocka_unit_test(fewer_than_five_people_give_no_statement)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
