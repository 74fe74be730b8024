// Each operation at a place, on a small case.
#include "editor_desk.h"

static const Str SMALL =
    S_INIT("{\"format\": 1, \"id\": \"small\", \"scenes\": [{\"id\": \"a\", \"lines\": [{\"text\": \"1\"}, {\"text\": "
           "\"2\"}, {\"text\": \"3\"}], \"trainer\": {\"notes\": \"N\"}, \"next\": \"b\"}, {\"id\": \"b\"}]}");

static OperationResult insert(Writing *writing, const char *at, const char *json) {
    return do_operation(writing, (Operation){.kind = OPERATION_INSERT, .at = str_from_c(at), .json = str_from_c(json)});
}

static OperationResult move(Writing *writing, const char *at, int32_t to) {
    return do_operation(writing, (Operation){.kind = OPERATION_MOVE, .at = str_from_c(at), .to = to});
}

// The texts of the lines of the first scene, one letter each.
static void assert_lines(Writing *writing, const char *expected) {
    Str bytes = writing->document.reading.bytes;
    int32_t at = 0;
    for (;; at++) {
        Str line = pointer_element(&writing->desk->arena, S("/scenes/0/lines"), at);
        int32_t place = json_find_pointer(bytes, pointer_join(&writing->desk->arena, line, S("text")));
        if (place < 0) {
            break;
        }
        if (json_value_at(bytes, place).text[1] != expected[at]) {
            fail_msg("line %d is %.*s", at, S_ARG(json_value_at(bytes, place)));
        }
    }
    assert_int_equal(expected[at], '\0');
}

static void a_value_is_set_where_it_stands_and_where_it_may(void **state) {
    Writing *writing = *state;
    begin_with(writing, SMALL);
    assert_int_equal(set_json(writing, "/scenes/0/lines/1/text", "\"x\""), OPERATION_DONE);
    assert_lines(writing, "1x3");
    assert_int_equal(set_json(writing, "/scenes/0/lines/1/text", "\"x\""), OPERATION_NOTHING);
    assert_int_equal(set_json(writing, "/scenes/1/lines/0/text", "\"y\""), OPERATION_DONE);
    ASSERT_AT(writing, "/scenes/1/lines", "[\n        {\n          \"text\": \"y\"\n        }\n      ]");
    assert_int_equal(set_json(writing, "/debrief/points/-/text", "\"z\""), OPERATION_DONE);
    ASSERT_AT(writing, "/debrief/points/0/text", "\"z\"");
    assert_int_equal(set_json(writing, "/x-a~1b", "[ ]"), OPERATION_DONE);
    ASSERT_AT(writing, "/x-a~1b", "[]");
    assert_int_equal(set_json(writing, "/title/deeper", "1"), OPERATION_DONE); // wrong, and it can be written
    static const char *const NOWHERE[] = {"", "scenes", "/scenes/7", "/scenes/7/id", "/scenes/-", "/id/a"};
    for (int32_t i = 0; i < COUNT(NOWHERE); i++) {
        assert_int_equal(set_json(writing, NOWHERE[i], "1"), OPERATION_NO_PLACE);
    }
}

static void an_element_comes_before_another_or_at_the_end(void **state) {
    Writing *writing = *state;
    begin_with(writing, SMALL);
    insert(writing, "/scenes/0/lines/0", "{\"text\": \"a\"}");
    assert_lines(writing, "a123");
    insert(writing, "/scenes/0/lines/4", "{\"text\": \"b\"}");
    assert_lines(writing, "a123b");
    insert(writing, "/scenes/0/lines/-", "{\"text\": \"c\"}");
    assert_lines(writing, "a123bc");
    insert(writing, "/scenes/0/lines/3", "{\"text\": \"d\"}");
    assert_lines(writing, "a12d3bc");
    assert_int_equal(insert(writing, "/objectives/0", "\"One\""), OPERATION_DONE); // the list was not there
    ASSERT_AT(writing, "/objectives/0", "\"One\"");
    static const char *const NOWHERE[] = {"/scenes/0/lines/9", "/scenes/0/id/0", "/scenes/0/lines/x", "/resources/1",
                                          ""};
    for (int32_t i = 0; i < COUNT(NOWHERE); i++) {
        assert_int_equal(insert(writing, NOWHERE[i], "\"e\""), OPERATION_NO_PLACE);
    }
}

static void an_element_moves_within_its_list(void **state) {
    Writing *writing = *state;
    begin_with(writing, SMALL);
    move(writing, "/scenes/0/lines/0", 2);
    assert_lines(writing, "231");
    move(writing, "/scenes/0/lines/2", 0);
    assert_lines(writing, "123");
    move(writing, "/scenes/0/lines/1", 2);
    assert_lines(writing, "132");
    assert_int_equal(move(writing, "/scenes/0/lines/1", 1), OPERATION_NOTHING);
    assert_int_equal(move(writing, "/scenes/0/lines/1", 3), OPERATION_NO_PLACE);
    assert_int_equal(move(writing, "/scenes/0/lines/1", -1), OPERATION_NO_PLACE);
    assert_int_equal(move(writing, "/scenes/0/lines/5", 0), OPERATION_NO_PLACE);
    assert_int_equal(move(writing, "/scenes/0/id", 0), OPERATION_NO_PLACE);
    move(writing, "/scenes/1", 0);
    ASSERT_AT(writing, "/scenes/0/id", "\"b\"");
}

static void what_holds_nothing_any_more_goes_too(void **state) {
    Writing *writing = *state;
    begin_with(writing, SMALL);
    assert_int_equal(take_out(writing, "/scenes/0/lines/1"), OPERATION_DONE);
    assert_lines(writing, "13");
    take_out(writing, "/scenes/0/lines/1");
    assert_lines(writing, "1");
    take_out(writing, "/scenes/0/lines/0");
    ASSERT_AT(writing, "/scenes/0/lines", "");
    take_out(writing, "/scenes/0/trainer/notes");
    ASSERT_AT(writing, "/scenes/0/trainer", "");
    set_json(writing, "/scenes/1/ask/kind", "\"choice\"");
    take_out(writing, "/scenes/1/ask/kind");
    ASSERT_AT(writing, "/scenes/1/ask", "{}"); // a scene is to have one way on: whoever empties it is told
    assert_int_equal(take_out(writing, "/scenes/0/trainer"), OPERATION_NO_PLACE);
    assert_int_equal(take_out(writing, ""), OPERATION_NO_PLACE);
}

static void texts_are_written_as_they_are_typed(void **state) {
    Writing *writing = *state;
    begin_with(writing, SMALL);
    Operation operation = operation_text(&writing->desk->arena, S("/title"), S("“\"\\\n\t\xC3\xA9\xFF"));
    assert_int_equal(do_operation(writing, operation), OPERATION_DONE);
    ASSERT_AT(writing, "/title", "\"“\\\"\\\\\\n\\t\xC3\xA9\uFFFD\"");
    assert_int_equal(do_operation(writing, operation_int(&writing->desk->arena, S("/minutes/alone"), -3)),
                     OPERATION_DONE);
    ASSERT_AT(writing, "/minutes/alone", "-3");
}

// Field by field, a case that uses each key of the format can be taken apart and put together again.
static void every_place_of_the_format_is_found(void **state) {
    Writing *writing = *state;
    begin_with(writing, writing->desk->complete);
    const Scenario *scenario = writing->document.reading.scenario;
    Str bytes = bytes_of(writing);
    int32_t count = 0;
    for (int32_t offset = 0; offset < bytes.len; offset++) {
        if (bytes.text[offset] != '"' || bytes.text[offset - 1] != ' ') {
            continue;
        }
        Str pointer = pointer_at(&writing->desk->arena, bytes, offset);
        Pointed place;
        bool extra = str_find(pointer, S("/x-")) >= 0;
        if (pointer_find(scenario, pointer, &place) == extra) {
            fail_msg("%.*s", S_ARG(pointer));
        }
        count += !extra;
    }
    assert_true(count > 400);
    Pointed place;
    assert_true(pointer_find(scenario, S("/scenes/0"), &place));
    assert_int_equal(place.row, scenario->scene_rows.first);
    assert_null(place.field);
    assert_true(pointer_find(scenario, S("/objectives/1"), &place));
    assert_int_equal(place.index, 1);
    assert_true(pointer_find(scenario, S("/scenes/1/ending/title"), &place)); // absent, and it could be there
    assert_false(pointer_find(scenario, S("/scenes/999/id"), &place));
    assert_false(pointer_find(scenario, S("/nothing"), &place));
    assert_false(pointer_find(scenario, S("title"), &place));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin_writing, end_writing)
    const struct CMUnitTest tests[] = {
        TEST(a_value_is_set_where_it_stands_and_where_it_may),
        TEST(an_element_comes_before_another_or_at_the_end),
        TEST(an_element_moves_within_its_list),
        TEST(what_holds_nothing_any_more_goes_too),
        TEST(texts_are_written_as_they_are_typed),
        TEST(every_place_of_the_format_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
