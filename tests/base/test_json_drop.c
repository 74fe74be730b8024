#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void a_list_that_is_dropped_as_it_is_read_ends_empty(void **state) {
    (void)state;
    Arena scratch = {0};
    JsonDoc doc;
    assert_true(json_parse(&scratch, S("{\"a\": [1, [2, {\"b\": \"c\"}], {}], \"d\": 3}"), &doc, NULL, NULL));
    const JsonValue *list = json_first(doc.root);
    const JsonValue *element = json_first(list);
    assert_int_equal(json_integer(element), 1);
    element = json_drop_first(list);
    assert_ptr_equal(element, json_first(list));
    assert_int_equal(json_count(list), 2);
    assert_int_equal(json_integer(json_first(element)), 2);
    element = json_drop_first(list);
    assert_int_equal(json_type(element), JSON_OBJECT);
    assert_null(json_drop_first(list));
    assert_int_equal(json_count(list), 0);
    assert_null(json_first(list));
    assert_int_equal(json_integer(json_next(list)), 3);
    assert_non_null(json_drop_first(doc.root));
    assert_int_equal(json_count(doc.root), 1);
    json_finish(&doc);
    arena_finish(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_that_is_dropped_as_it_is_read_ends_empty),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
