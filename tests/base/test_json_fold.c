#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

// Long lists of objects are read one object at a time: nothing of it may show.
enum { ELEMENTS = 100 };

typedef struct {
    Arena arena, scratch;
    Str bytes;
    JsonDoc doc;
} Fixture;

static void write_list(StrBuilder *out) {
    str_add(out, S("\"list\": ["));
    for (int32_t i = 0; i < ELEMENTS; i++) {
        str_add(out, i > 0 ? S(", ") : S(""));
        if (i % 10 == 7) {
            str_addf(out, "%d", i); // not all of them are objects
        } else {
            str_addf(out, "{\"n\": %d , \"deep\": {\"text\": \"œuf \\\"%d\\\" {[\", \"l\": [1, {\"m\": null}]}}", i, i);
        }
    }
    str_add(out, S("]"));
}

static int set_up(void **state) {
    Fixture *fixture = *state = test_calloc(1, sizeof(Fixture));
    StrBuilder out = {.arena = &fixture->arena};
    str_add(&out, S("\xEF\xBB\xBF{\"before\": 1, "));
    write_list(&out);
    str_add(&out, S(", \"after\": [{\"k\": 2}]}\n"));
    fixture->bytes = str_built(&out);
    assert_true(json_parse(&fixture->scratch, fixture->bytes, &fixture->doc, NULL, NULL));
    return 0;
}

static int tear_down(void **state) {
    Fixture *fixture = *state;
    json_finish(&fixture->doc);
    arena_finish(&fixture->scratch);
    arena_finish(&fixture->arena);
    test_free(fixture);
    return 0;
}

static void check_element(const Fixture *fixture, const JsonValue *value, int32_t i) {
    if (i % 10 == 7) {
        assert_int_equal(json_type(value), JSON_INTEGER);
        assert_int_equal(json_integer(value), i);
        return;
    }
    const JsonValue *deep = json_member(value, S("deep"));
    const JsonValue *list = json_member(deep, S("l"));
    assert_int_equal(json_type(value), JSON_OBJECT);
    assert_int_equal(json_integer(json_member(value, S("n"))), i);
    assert_true(
        str_equal(json_text(json_member(deep, S("text"))), str_format((Arena *)&fixture->arena, "œuf \"%d\" {[", i)));
    assert_int_equal(json_type(json_member(json_next(json_first(list)), S("m"))), JSON_NULL);
    assert_int_equal(fixture->bytes.text[json_place(value)], '{');
    assert_true(str_begins(str_slice(fixture->bytes, json_place(deep), fixture->bytes.len), S("\"deep\"")));
    assert_true(str_ends(json_raw(&fixture->doc, value), S("}}")));
    assert_int_equal(json_count(value), 2);
}

static void every_object_of_a_long_list_is_there_with_its_places(void **state) {
    const Fixture *fixture = *state;
    const JsonValue *list = json_member(fixture->doc.root, S("list"));
    int32_t count = 0;
    assert_int_equal(json_count(list), ELEMENTS);
    for (const JsonValue *value = json_first(list); value; value = json_next(value)) {
        check_element(fixture, value, count++);
    }
    assert_int_equal(count, ELEMENTS);
    assert_int_equal(json_count(list), ELEMENTS);
}

static void objects_can_be_read_twice_and_dropped_one_by_one(void **state) {
    const Fixture *fixture = *state;
    const JsonValue *list = json_member(fixture->doc.root, S("list"));
    int32_t count = 0;
    check_element(fixture, json_first(list), 0);
    for (const JsonValue *value = json_first(list); value; value = json_drop_first(list)) {
        check_element(fixture, value, count++);
    }
    assert_int_equal(count, ELEMENTS);
    assert_int_equal(json_count(list), 0);
}

static void what_stands_around_a_long_list_is_untouched(void **state) {
    const Fixture *fixture = *state;
    const JsonValue *after = json_member(fixture->doc.root, S("after"));
    assert_int_equal(json_integer(json_member(fixture->doc.root, S("before"))), 1);
    assert_int_equal(json_integer(json_member(json_first(after), S("k"))), 2);
    assert_true(str_begins(str_slice(fixture->bytes, json_place(after), fixture->bytes.len), S("\"after\"")));
}

static void a_list_that_was_never_opened_is_freed(void **state) {
    const Fixture *fixture = *state;
    assert_non_null(json_member(fixture->doc.root, S("list")));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_object_of_a_long_list_is_there_with_its_places, set_up, tear_down),
        cmocka_unit_test_setup_teardown(objects_can_be_read_twice_and_dropped_one_by_one, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_stands_around_a_long_list_is_untouched, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_list_that_was_never_opened_is_freed, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
