#include "base/json.h"

#include "base/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

// `text` with a ^ in front of each byte to locate: "[1, ^2]".
static void assert_located(const char *text, const char *const *expected, int32_t count, const char *file, int line) {
    Arena arena = {0};
    JsonPlace places[32];
    int32_t found = 0;
    StrBuilder bytes = {.arena = &arena};
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '^') {
            places[found++] = (JsonPlace){.offset = bytes.count};
        } else {
            str_add_char(&bytes, *c);
        }
    }
    _assert_true(found == count, "as many places are marked as expected", file, line);
    json_locate(&arena, str_built(&bytes), places, count);
    for (int32_t i = 0; i < count; i++) {
        Str place = str_format(&arena, "%d:%d %.*s", places[i].line, places[i].column, S_ARG(places[i].pointer));
        _assert_string_equal(str_to_c(&arena, place), expected[i], file, line);
    }
    arena_finish(&arena);
}

#define LOCATE(text, ...)                                                      \
    do {                                                                       \
        const char *const expected[] = {__VA_ARGS__};                          \
        assert_located((text), expected, COUNT(expected), __FILE__, __LINE__); \
    } while (0)

static void a_value_is_named_by_the_way_to_it(void **state) {
    (void)state;
    LOCATE("{\"scenes\": [{\"id\": ^\"a\"}, {\"ask\": {\"options\": [0, ^1, [^2]]}}]}", "1:20 /scenes/0/id",
           "1:50 /scenes/1/ask/options/1", "1:54 /scenes/1/ask/options/2/0");
    LOCATE("^1", "1:1 ");
    LOCATE("^[^]", "1:1 ", "1:2 ");
}

static void a_key_its_colon_and_its_value_are_one_place(void **state) {
    (void)state;
    LOCATE("{^\"k^ey\"^ ^: ^12^3}", "1:2 /key", "1:4 /key", "1:7 /key", "1:8 /key", "1:10 /key", "1:12 /key");
}

static void what_stands_between_values_belongs_to_what_holds_them(void **state) {
    (void)state;
    LOCATE("{^ \"a\": ^[1^,^ 2^]^, \"b\": 3 ^}^ ", "1:2 ", "1:8 /a", "1:10 /a", "1:11 /a", "1:13 /a", "1:14 ", "1:23 ",
           "1:24 ");
}

static void a_text_is_one_place_from_quote_to_quote(void **state) {
    (void)state;
    LOCATE("[\"a\", ^\"[\\\"^{,:]^\"^]", "1:7 /1", "1:11 /1", "1:15 /1", "1:16 ");
}

static void a_list_after_its_first_element_counts_on(void **state) {
    (void)state;
    LOCATE("[[], {}, \"\", null, [^0], {\"x\": ^0}, ^-1]", "1:21 /4/0", "1:31 /5/x", "1:35 /6");
}

static void keys_are_decoded_and_escaped_as_pointers_demand(void **state) {
    (void)state;
    LOCATE("{\"a/b\": {\"c~d\": {\"\": {\"\\u00e9\\/\": ^0}}}}", "1:35 /a~1b/c~0d//é~1");
    LOCATE("{\"~1\": ^0, \"\\\"\": ^1}", "1:8 /~01", "1:17 /\"");
}

static void every_kind_of_line_end_counts_once(void **state) {
    (void)state;
    LOCATE("[\n^1,\r\n^2,\r^3,\n\n^4,\r\r^5,\n\r^6^]\r\n^", "2:1 /0", "3:1 /1", "4:1 /2", "6:1 /3", "8:1 /4", "10:1 /5",
           "10:2 ", "11:1 ");
    LOCATE("1^\r^", "1:2 ", "2:1 ");
    LOCATE("1\r^\n^", "1:3 ", "2:1 ");
}

static void columns_count_code_points(void **state) {
    (void)state;
    LOCATE("{\"é\": \"œ€😀\", ^\"b\": ^1}", "1:14 /b", "1:19 /b");
    LOCATE("[\"e\xCC\x81\", ^1]", "1:8 /1");
}

static void a_byte_order_mark_takes_no_column(void **state) {
    (void)state;
    LOCATE("^\xEF\xBB\xBF^[^1]", "1:1 ", "1:1 ", "1:2 /0");
}

static void equal_offsets_have_equal_places(void **state) {
    (void)state;
    LOCATE("[\n ^^^1]", "2:2 /0", "2:2 /0", "2:2 /0");
}

static void an_offset_past_the_end_is_located_at_the_end(void **state) {
    (void)state;
    Arena arena = {0};
    JsonPlace places[] = {{.offset = 3}, {.offset = 99}, {.offset = INT32_MAX}};
    json_locate(&arena, S("[\n]"), places, 3);
    for (int32_t i = 0; i < 3; i++) {
        assert_int_equal(places[i].line, 2);
        assert_int_equal(places[i].column, 2);
        assert_int_equal(places[i].pointer.len, 0);
    }
    arena_finish(&arena);
}

static void nothing_is_located_in_no_bytes(void **state) {
    (void)state;
    Arena arena = {0};
    JsonPlace place = {0};
    json_locate(&arena, (Str){0}, &place, 1);
    assert_int_equal(place.line, 1);
    assert_int_equal(place.column, 1);
    assert_int_equal(place.pointer.len, 0);
    json_locate(&arena, S("[1]"), NULL, 0);
    arena_finish(&arena);
}

static void broken_json_is_located_by_what_was_open(void **state) {
    (void)state;
    LOCATE("{\"a\": {\"b\": ^}}", "1:13 /a/b");
    LOCATE("{\"a\": {\"b\": ^", "1:13 /a/b");
    LOCATE("{\"a\": {\"b\"^", "1:11 /a/b");
    LOCATE("{\"a\": [1, 2, ^,]}", "1:14 /a");
    LOCATE("{\"a\": [1 ^2]}", "1:10 /a/1");
    LOCATE("{\"a\": 1 ^\"b\": 2}", "1:9 /b");
    LOCATE("{\"a\": ^vrai}", "1:7 /a");
    LOCATE("{\"a\" ^1}", "1:6 /a");
    LOCATE("{^1: 2}", "1:2 ");
    LOCATE("{\"a\": [1^}", "1:9 /a");
    LOCATE("{\"a\": \"new^\nline\"}", "1:11 /a");
    LOCATE("{\"a\": \"never closed^", "1:20 /a");
    LOCATE("{\"a\": \"\\^", "1:9 /a");
    LOCATE("{\"a\\u12\": ^", "1:11 /au12");
    LOCATE("{\"\\ud800\": ^1}", "1:12 /\uFFFD");
    LOCATE("]]}}^[^1^", "1:5 ", "1:6 /0", "1:7 ");
    LOCATE("^:^,^ ^x", "1:1 ", "1:2 ", "1:3 ", "1:4 ");
}

static void nesting_beyond_the_limit_is_located_at_the_limit(void **state) {
    (void)state;
    Arena arena = {0};
    char openings[2000];
    memset(openings, '[', sizeof openings);
    JsonPlace places[] = {{.offset = 1}, {.offset = 63}, {.offset = 64}, {.offset = 65}, {.offset = 1999}};
    json_locate(&arena, (Str){openings, sizeof openings}, places, 5);
    assert_int_equal(places[0].pointer.len, 2);
    assert_int_equal(places[1].pointer.len, 2 * 63);
    for (int32_t i = 2; i < 5; i++) {
        assert_int_equal(places[i].pointer.len, 2 * 64);
    }
    assert_int_equal(places[4].column, 2000);
    arena_finish(&arena);
}

static void a_pointer_that_grows_too_long_ends_at_a_value_around(void **state) {
    (void)state;
    Arena arena = {0};
    char key[1025];
    memset(key, 'k', sizeof key);
    Str fits = str_format(&arena, "{\"a\": {\"%.*s\": 1}}", 1021, key);
    Str long_by_one = str_format(&arena, "{\"a\": {\"%.*s\": 1}}", 1022, key);
    JsonPlace place = {.offset = (int32_t)fits.len - 3};
    json_locate(&arena, fits, &place, 1);
    assert_int_equal(place.pointer.len, 1024);
    place.offset++;
    json_locate(&arena, long_by_one, &place, 1);
    assert_true(str_equal(place.pointer, S("/a")));
    arena_finish(&arena);
}

static const JsonValue *find_child(const JsonValue *value, Str step) {
    if (json_type(value) == JSON_OBJECT) {
        return json_member(value, step);
    }
    int32_t index = 0;
    assert_true(str_to_int(step, &index));
    for (value = json_first(value); index > 0; index--) {
        value = json_next(value);
    }
    return value;
}

// Every value of the document, found again by the pointer of its place.
static void pointers_lead_to_the_values_they_were_made_from(void **state) {
    (void)state;
    Arena arena = {0};
    Str bytes =
        S("{\"a\": [1, [2, {\"b\": [], \"c\": {\"d\": \"e\", \"f\": [3, 4]}}], 5],\n \"g\": {\"\": 6}, \"h\": [[7]]}");
    JsonDoc doc;
    assert_true(json_parse(&arena, bytes, &doc, NULL, NULL));
    for (int32_t offset = 0; offset < bytes.len; offset++) {
        JsonPlace place = {.offset = offset};
        json_locate(&arena, bytes, &place, 1);
        const JsonValue *value = doc.root;
        Str rest = str_slice(place.pointer, 1, place.pointer.len);
        while (place.pointer.len > 0 && value) {
            bool last = str_find(rest, S("/")) < 0;
            value = find_child(value, str_cut(&rest, '/'));
            if (last) {
                break;
            }
        }
        assert_non_null(value);
        assert_true(json_place(value) <= offset);
        Str raw = json_raw(&doc, value);
        assert_true(offset < raw.text - bytes.text + raw.len || value == doc.root);
    }
    json_finish(&doc);
    arena_finish(&arena);
}

static void many_places_in_one_pass_are_those_of_many_passes(void **state) {
    (void)state;
    static const char BYTES[] = "[]{}:,\"\"\\ \n\ra1\0\xC3\xA9";
    Random random = random_from_seed(7);
    for (int32_t round = 0; round < 500; round++) {
        Arena arena = {0};
        int32_t len = random_below(&random, 40);
        char *text = arena_push(&arena, char, len + 1);
        for (int32_t i = 0; i < len; i++) {
            text[i] = BYTES[random_below(&random, (int32_t)sizeof BYTES - 1)];
        }
        Str bytes = {text, len};
        JsonPlace *places = arena_push(&arena, JsonPlace, len + 1);
        for (int32_t i = 0; i <= len; i++) {
            places[i].offset = i;
        }
        json_locate(&arena, bytes, places, len + 1);
        for (int32_t i = 0; i <= len; i++) {
            JsonPlace alone = {.offset = i};
            json_locate(&arena, bytes, &alone, 1);
            assert_int_equal(alone.line, places[i].line);
            assert_int_equal(alone.column, places[i].column);
            assert_true(str_equal(alone.pointer, places[i].pointer));
        }
        arena_finish(&arena);
    }
}

static JsonElements list_elements(Arena *arena, const JsonValue *list) {
    int32_t *places = arena_push(arena, int32_t, json_count(list));
    int32_t count = 0;
    for (const JsonValue *element = json_first(list); element; element = json_next(element)) {
        places[count++] = json_place(element);
    }
    return (JsonElements){places, count};
}

// Of every two offsets, with what is known of one list, of the beginning of it, of another, and of what is none.
static void elements_that_are_known_change_no_place(void **state) {
    (void)state;
    Arena arena = {0};
    Str bytes = S("{\"a\": [1, {\"b\": 2}, []], \"s\": [{\"c\": 3}, 4, {\"d\": [5, {\"e\": []}]},\n {}, {\"f\": 6}], "
                  "\"g\": {\"h\": [7, {\"i\": 8}]}, \"j\": 9}");
    JsonDoc doc;
    assert_true(json_parse(&arena, bytes, &doc, NULL, NULL));
    JsonElements scenes = list_elements(&arena, json_member(doc.root, S("s")));
    JsonElements known[] = {
        scenes, {scenes.places, 3}, list_elements(&arena, json_member(doc.root, S("a"))), {(int32_t[]){0, 1, 2, 3}, 4}};
    for (int32_t first = 0; first <= bytes.len; first++) {
        for (int32_t last = first; last <= bytes.len; last++) {
            ArenaMark mark = arena_mark(&arena);
            JsonPlace plain[] = {{.offset = first}, {.offset = last}};
            json_locate(&arena, bytes, plain, COUNT(plain));
            for (int32_t i = 0; i < COUNT(known); i++) {
                JsonPlace quick[] = {{.offset = first}, {.offset = last}};
                json_locate_among(&arena, bytes, known[i], quick, COUNT(quick));
                for (int32_t j = 0; j < COUNT(quick); j++) {
                    assert_true(str_equal(quick[j].pointer, plain[j].pointer));
                    assert_int_equal(quick[j].line, plain[j].line);
                }
            }
            arena_rewind(&arena, mark);
        }
    }
    json_finish(&doc);
    arena_finish(&arena);
}

static Str find_value(Str bytes, const char *pointer) {
    int32_t place = json_find_pointer(bytes, str_from_c(pointer));
    return place >= 0 ? json_value_at(bytes, place) : S("none");
}

static void a_pointer_leads_to_its_value(void **state) {
    (void)state;
    Str bytes = S(" {\"a\": [1, {\"b\": \"x\"}, []], \"c/d~\": 2, \"\": 3, \"\\u00e9\": {\"0\": 4}}");
    static const struct {
        const char *pointer;
        Str value;
    } CASES[] = {{"/a/0", S_INIT("1")},    {"/a/1/b", S_INIT("\"x\"")}, {"/a/2", S_INIT("[]")},
                 {"/c~1d~0", S_INIT("2")}, {"/", S_INIT("3")},          {"/\u00e9/0", S_INIT("4")},
                 {"/a/3", S_INIT("none")}, {"/a/-", S_INIT("none")},    {"/a/1/b/0", S_INIT("none")},
                 {"/b", S_INIT("none")},   {"a", S_INIT("none")},       {"/a/0/0", S_INIT("none")}};
    for (int32_t i = 0; i < COUNT(CASES); i++) {
        Str value = find_value(bytes, CASES[i].pointer);
        if (!str_equal(value, CASES[i].value)) {
            fail_msg("%s leads to %.*s", CASES[i].pointer, S_ARG(value));
        }
    }
    assert_int_equal(json_find_pointer(bytes, S("")), 1);
    assert_int_equal(json_find_pointer(S(" "), S("")), -1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_pointer_leads_to_its_value),
        cmocka_unit_test(a_value_is_named_by_the_way_to_it),
        cmocka_unit_test(a_key_its_colon_and_its_value_are_one_place),
        cmocka_unit_test(what_stands_between_values_belongs_to_what_holds_them),
        cmocka_unit_test(a_text_is_one_place_from_quote_to_quote),
        cmocka_unit_test(a_list_after_its_first_element_counts_on),
        cmocka_unit_test(keys_are_decoded_and_escaped_as_pointers_demand),
        cmocka_unit_test(every_kind_of_line_end_counts_once),
        cmocka_unit_test(columns_count_code_points),
        cmocka_unit_test(a_byte_order_mark_takes_no_column),
        cmocka_unit_test(equal_offsets_have_equal_places),
        cmocka_unit_test(an_offset_past_the_end_is_located_at_the_end),
        cmocka_unit_test(nothing_is_located_in_no_bytes),
        cmocka_unit_test(broken_json_is_located_by_what_was_open),
        cmocka_unit_test(nesting_beyond_the_limit_is_located_at_the_limit),
        cmocka_unit_test(a_pointer_that_grows_too_long_ends_at_a_value_around),
        cmocka_unit_test(pointers_lead_to_the_values_they_were_made_from),
        cmocka_unit_test(elements_that_are_known_change_no_place),
        cmocka_unit_test(many_places_in_one_pass_are_those_of_many_passes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
