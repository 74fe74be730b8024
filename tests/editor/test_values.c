// Values made of several are read, changed and written as the file has them.
#include "editor_desk.h"

#include "editor/values.h"

static const char CASE[] =
    "{\"format\": 1, \"id\": \"x\", \"kind\": \"scenario\", \"language\": \"en\", \"start\": \"s\", \"scenes\": ["
    "{\"id\": \"s\", \"ask\": {\"kind\": \"rank\", \"items\": [{\"id\": \"a\", \"text\": \"A\"}, {\"id\": \"b\", "
    "\"text\": \"B\"}, {\"id\": \"c\", \"text\": \"C\"}], \"key\": [\"b\", [\"a\", \"c\"]]}},"
    "{\"id\": \"t\", \"ask\": {\"kind\": \"classify\", \"bins\": [{\"id\": \"p\", \"text\": \"P\"}, {\"id\": \"q\", "
    "\"text\": \"Q\"}], \"items\": [{\"id\": \"a\", \"text\": \"A\"}, {\"id\": \"b\", \"text\": \"B\"}], \"near\": "
    "[[\"q\", \"p\"]], \"panel\": {\"n\": 3, \"answers\": {\"a\": {\"p\": 2, \"q\": 1}}, \"voices\": []}}},"
    "{\"id\": \"u\", \"ask\": {\"kind\": \"rate\", \"scale\": {\"labels\": [\"low\", \"mid\", \"high\"]}, \"items\": "
    "[{\"id\": \"a\", \"text\": \"A\"}]}},"
    "{\"id\": \"v\", \"ask\": {\"kind\": \"choice\", \"options\": [{\"id\": \"yes\", \"text\": \"Y\"}, {\"id\": "
    "\"no\", \"text\": \"N\"}], \"panel\": {\"n\": 3, \"answers\": {\"yes\": 2, \"no\": 1}}}},"
    "{\"id\": \"w\", \"ask\": {\"kind\": \"multiple\", \"options\": [{\"id\": \"yes\", \"text\": \"Y\"}, {\"id\": "
    "\"no\", \"text\": \"N\"}]}}]}";

static const Ask *ask_at(Writing *writing, const char *scene) {
    begin_with(writing, str_from_c(CASE));
    return form_ask_at(writing->document.reading.scenario, str_from_c(scene));
}

static void an_order_keeps_its_ties_and_has_all_items(void **state) {
    Writing *writing = *state;
    Arena *arena = &writing->desk->arena;
    const Ask *ask = ask_at(writing, "/scenes/0");
    RankPlaces places = values_rank(arena, writing->document.reading.scenario, ask);
    assert_int_equal(places.count, 3);
    assert_str(places.rows[0].id, S("b"));
    assert_true(places.rows[2].tied && !places.rows[1].tied);
    assert_str(values_write_rank(arena, &places), S("[\"b\", [\"a\", \"c\"]]"));
    places.rows[2].tied = false;
    assert_str(values_write_rank(arena, &places), S("[\"b\", \"a\", \"c\"]"));
    assert_int_equal(set_json(writing, "/scenes/0/ask/key", "[\"c\"]"), OPERATION_DONE);
    ask = form_ask_at(writing->document.reading.scenario, S("/scenes/0"));
    places = values_rank(arena, writing->document.reading.scenario, ask);
    assert_str(values_write_rank(arena, &places), S("[\"c\", \"a\", \"b\"]"));
}

static void near_places_are_found_either_way_round(void **state) {
    Writing *writing = *state;
    Arena *arena = &writing->desk->arena;
    const Ask *ask = ask_at(writing, "/scenes/1");
    NearTable table = values_near(arena, writing->document.reading.scenario, ask);
    assert_int_equal(table.count, 1);
    assert_true(table.rows[0].near);
    assert_str(values_write_near(arena, &table), S("[[\"p\", \"q\"]]"));
}

static void sheets_of_paper_are_counted_sign_by_sign(void **state) {
    Writing *writing = *state;
    Arena *arena = &writing->desk->arena;
    const Ask *ask = ask_at(writing, "/scenes/3");
    CountLines lines = values_counts(arena, writing->document.reading.scenario, ask);
    assert_int_equal(lines.count, 1);
    assert_str(values_tell_sheets(arena, &lines.rows[0]), S("AAB"));
    assert_true(values_read_sheets(&lines.rows[0], S("a, B b")));
    assert_str(values_write_counts(arena, &lines.rows[0]), S("{\"yes\": 1, \"no\": 2}"));
    assert_false(values_read_sheets(&lines.rows[0], S("AC")));
    assert_int_equal(lines.rows[0].sum, 3);
    ask = ask_at(writing, "/scenes/1");
    lines = values_counts(arena, writing->document.reading.scenario, ask);
    assert_int_equal(lines.count, 2);
    assert_str(values_tell_sheets(arena, &lines.rows[0]), S("112"));
    assert_true(values_read_sheets(&lines.rows[1], S("222")));
    assert_str(values_write_counts(arena, &lines.rows[1]), S("{\"q\": 3}"));
    Str many = {arena_push_text(arena, LIMIT_PANEL + 1), LIMIT_PANEL + 1};
    for (int32_t i = 0; i < LIMIT_PANEL + 1; i++) {
        ((char *)many.text)[i] = '1';
    }
    assert_false(values_read_sheets(&lines.rows[0], many));
    assert_true(values_read_sheets(&lines.rows[0], str_slice(many, 1, many.len)));
}

static void check_voice(Writing *writing, const char *scene, const char *answer, int32_t slots) {
    Arena *arena = &writing->desk->arena;
    const Ask *ask = ask_at(writing, scene);
    VoiceSlots voice = values_voice(arena, writing->document.reading.scenario, ask, str_from_c(answer));
    assert_int_equal(voice.count, slots);
    assert_str(values_write_voice(arena, ask, &voice), str_from_c(answer));
}

static void the_answer_of_a_colleague_is_written_as_it_was_read(void **state) {
    Writing *writing = *state;
    check_voice(writing, "/scenes/0", "c>a>b", 3);
    check_voice(writing, "/scenes/1", "a=q,b=p", 2);
    check_voice(writing, "/scenes/2", "a=2", 1);
    check_voice(writing, "/scenes/3", "no", 1);
    check_voice(writing, "/scenes/4", "yes,no", 2);
    check_voice(writing, "/scenes/4", "-", 2);
    check_voice(writing, "/scenes/3", "", 1);
}

static void what_was_noticed_in_a_typed_answer_stays_when_its_words_change(void **state) {
    Writing *writing = *state;
    Arena *arena = &writing->desk->arena;
    Str answer = S("\"Je \\\"dis\\\"\"{+echo}");
    assert_str(values_typed(arena, answer), S("Je \"dis\""));
    assert_str(values_write_typed(arena, S("Oui"), answer), S("\"Oui\"{+echo}"));
    assert_str(values_write_typed(arena, S("Oui"), S("")), S("\"Oui\""));
    assert_str(values_typed(arena, S("\"not closed")), S(""));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_order_keeps_its_ties_and_has_all_items, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(near_places_are_found_either_way_round, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(sheets_of_paper_are_counted_sign_by_sign, begin_writing, end_writing),
        cmocka_unit_test_setup_teardown(the_answer_of_a_colleague_is_written_as_it_was_read, begin_writing,
                                        end_writing),
        cmocka_unit_test_setup_teardown(what_was_noticed_in_a_typed_answer_stays_when_its_words_change, begin_writing,
                                        end_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
