// Conditions are read as clauses that an author can change, and written as they were.
#include "editor_desk.h"

#include "scenario/clauses.h"

static const char CASE[] =
    "{\"format\": 1, \"id\": \"x\", \"kind\": \"scenario\", \"language\": \"en\", \"start\": \"s\", \"gauges\": "
    "[{\"id\": \"trust\", \"name\": \"Trust\", \"start\": 5}], \"facts\": [{\"id\": \"told\"}, {\"id\": \"late\"}], "
    "\"scenes\": [{\"id\": \"s\", \"ending\": {\"title\": \"E\", \"text\": \"E\"}}]}";

static Clauses read(Writing *writing, const char *text) {
    begin_with(writing, str_from_c(CASE));
    return clauses_read(&writing->desk->arena, writing->document.reading.scenario, str_from_c(text));
}

static void a_condition_is_written_as_it_was_read(void **state) {
    Writing *writing = *state;
    static const struct {
        const char *text;
        int32_t count;
        bool plain;
    } CASES[] = {
        {"", 0, true},
        {"told", 1, true},
        {"not told", 1, true},
        {"trust >= 65 and told", 2, true},
        {"trust < -3 or not seen(s)", 2, true},
        {"chose(s, a) and found(s, echo) and score(eco) != 2", 3, true},
        {"place(a) <= 2 and level(b) > 1 and in(c, d)", 3, true},
        {"share() >= 50 or found(echo) or confirmed() or mark(eco) = -1", 4, true},
        {"told and (late or visits(s) > 1)", 3, false},
        {"told and late or seen(s)", 3, false},
    };
    for (int32_t i = 0; i < COUNT(CASES); i++) {
        Clauses clauses = read(writing, CASES[i].text);
        assert_true(clauses.known);
        assert_int_equal(clauses.list.count, CASES[i].count);
        assert_int_equal(clauses.plain, CASES[i].plain);
        assert_str(clauses_write(&writing->desk->arena, &clauses), str_from_c(CASES[i].text));
    }
}

static void what_clauses_cannot_say_is_left_to_its_text(void **state) {
    Writing *writing = *state;
    static const char *const TEXTS[] = {
        "trust + 3 > 5",      "told and",   "trust",          "(told",   "told)",
        "told = 1",           "seen(s, s)", "3 < trust",      "trust >", "told late",
        "not (told or late)", "dance(s)",   "chose(s, a, b)", "or told", "trust > told"};
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        Clauses clauses = read(writing, TEXTS[i]);
        if (clauses.known || clauses.plain) {
            fail_msg("%s", TEXTS[i]);
        }
    }
}

static void what_must_not_be_less_is_at_least(void **state) {
    Writing *writing = *state;
    static const char *const CASES[][2] = {{"not (trust < 60)", "trust >= 60"},
                                           {"not trust > 3", "trust <= 3"},
                                           {"not (trust = 1) or not (told)", "trust != 1 or not told"}};
    for (int32_t i = 0; i < COUNT(CASES); i++) {
        Clauses clauses = read(writing, CASES[i][0]);
        assert_true(clauses.plain);
        assert_str(clauses_write(&writing->desk->arena, &clauses), str_from_c(CASES[i][1]));
    }
}

// Whatever stands in the cases that come with the program is what it was, once it was read and written.
static void every_condition_of_a_case_keeps_its_meaning(void **state) {
    Writing *writing = *state;
    open_file(writing, S("../scenarios/fr/s09-y-en-a-que-pour-les-etrangers.json"));
    const Scenario *scenario = writing->document.reading.scenario;
    int32_t known = 0;
    for (int32_t i = 1; i < scenario->conditions.count; i++) {
        Str text = scenario->conditions.rows[i].text;
        Clauses clauses = clauses_read(&writing->desk->arena, scenario, text);
        if (clauses.known && str_find(text, S("not (")) < 0) {
            assert_str(clauses_write(&writing->desk->arena, &clauses), text);
        }
        known += clauses.known;
    }
    assert_true(known > 0 && known >= (scenario->conditions.count - 1) * 9 / 10);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_condition_is_written_as_it_was_read, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(what_must_not_be_less_is_at_least, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(what_clauses_cannot_say_is_left_to_its_text, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(every_condition_of_a_case_keeps_its_meaning, begin_writing, end_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
