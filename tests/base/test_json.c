#include "base/json.h"

#include "base/limits.h"
#include "base/random.h"
#include "base/thread.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define assert_str(actual, expected) assert_text((actual), (expected), __FILE__, __LINE__)

static void assert_text(Str actual, const char *expected, const char *file, int line) {
    Str wanted = str_from_c(expected);
    if (!str_equal(actual, wanted)) {
        print_error("\"%.*s\" is not \"%s\"\n", S_ARG(actual), expected);
        _fail(file, line);
    }
}

enum { FAULTS = 16 };

typedef struct {
    Arena arena;
    int32_t count;
    struct {
        JsonFault fault;
        int32_t offset;
        Str about;
    } rows[FAULTS];
} Faults;

static void keep_fault(void *context, JsonFault fault, int32_t offset, Str about) {
    Faults *faults = context;
    assert_true(faults->count == 0 || faults->rows[(faults->count - 1) % FAULTS].offset < offset);
    faults->rows[faults->count % FAULTS].fault = fault;
    faults->rows[faults->count % FAULTS].offset = offset;
    faults->rows[faults->count % FAULTS].about = str_copy(&faults->arena, about);
    faults->count++;
}

static JsonDoc parse(Arena *scratch, Str bytes) {
    JsonDoc doc;
    assert_true(json_parse(scratch, bytes, &doc, NULL, NULL));
    return doc;
}

static Faults refuse(Arena *scratch, Str bytes) {
    JsonDoc doc;
    Faults faults = {0};
    assert_false(json_parse(scratch, bytes, &doc, keep_fault, &faults));
    assert_null(doc.root);
    assert_true(faults.count > 0);
    return faults;
}

static void assert_fault(Faults *faults, int32_t index, JsonFault fault, int32_t offset, const char *about) {
    assert_true(index < faults->count);
    assert_int_equal(faults->rows[index].fault, fault);
    assert_int_equal(faults->rows[index].offset, offset);
    assert_str(faults->rows[index].about, about);
}

static void a_document_is_walked_from_sibling_to_sibling(void **state) {
    (void)state;
    Arena arena = {0};
    JsonDoc doc = parse(&arena, S("{\"n\":null,\"f\":false,\"t\":true,\"i\":-7,\"s\":\"œuf\",\"l\":[1,2,3],\"o\":{}}"));
    static const JsonType TYPES[] = {JSON_NULL, JSON_FALSE, JSON_TRUE, JSON_INTEGER, JSON_TEXT, JSON_LIST, JSON_OBJECT};
    assert_int_equal(json_type(doc.root), JSON_OBJECT);
    assert_int_equal(json_count(doc.root), 7);
    const JsonValue *member = json_first(doc.root);
    for (int32_t i = 0; i < COUNT(TYPES); i++, member = json_next(member)) {
        assert_int_equal(json_type(member), TYPES[i]);
        assert_int_equal(json_key(member).len, 1);
    }
    assert_null(member);
    assert_int_equal(json_integer(json_member(doc.root, S("i"))), -7);
    assert_str(json_text(json_member(doc.root, S("s"))), "œuf");
    assert_int_equal(json_count(json_member(doc.root, S("l"))), 3);
    assert_null(json_first(json_member(doc.root, S("o"))));
    json_finish(&doc);
    assert_null(doc.root);
    arena_finish(&arena);
}

static void a_member_is_found_by_its_whole_key_only(void **state) {
    (void)state;
    Arena arena = {0};
    JsonDoc doc = parse(&arena, S("{\"ab\":1,\"a\":2,\"A\":3,\"\":4}"));
    assert_int_equal(json_integer(json_member(doc.root, S("a"))), 2);
    assert_int_equal(json_integer(json_member(doc.root, S("A"))), 3);
    assert_int_equal(json_integer(json_member(doc.root, S("ab"))), 1);
    assert_int_equal(json_integer(json_member(doc.root, S(""))), 4);
    assert_null(json_member(doc.root, S("abc")));
    assert_null(json_member(json_first(doc.root), S("a")));
    assert_int_equal(json_key(doc.root).len, 0);
    json_finish(&doc);
    arena_finish(&arena);
}

static void integers_are_exact_up_to_two_to_the_fifty_third(void **state) {
    (void)state;
    Arena arena = {0};
    JsonDoc doc = parse(&arena, S("[9007199254740992,-9007199254740992,9007199254740991,-0,4294967297]"));
    static const int64_t EXPECTED[] = {9007199254740992, -9007199254740992, 9007199254740991, 0, 4294967297};
    const JsonValue *value = json_first(doc.root);
    for (int32_t i = 0; i < COUNT(EXPECTED); i++, value = json_next(value)) {
        assert_true(json_integer(value) == EXPECTED[i]);
    }
    json_finish(&doc);
    arena_finish(&arena);
}

static void texts_and_keys_are_decoded(void **state) {
    (void)state;
    Arena arena = {0};
    JsonDoc doc = parse(&arena, S("{\"\\u00e9\\/\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00C9\\u20ac\\ud83d\\uDE00\"}"));
    assert_str(json_key(json_first(doc.root)), "é/");
    assert_str(json_text(json_first(doc.root)), "\"\\/\b\f\n\r\tÉ€😀");
    json_finish(&doc);
    arena_finish(&arena);
}

static void every_value_knows_its_place(void **state) {
    (void)state;
    Arena arena = {0};
    Str bytes = S(" {\"a\" : [10, {\"b\":\n null}, \"x\"] , \"c\":true}");
    JsonDoc doc = parse(&arena, bytes);
    const JsonValue *list = json_first(doc.root);
    const JsonValue *object = json_next(json_first(list));
    assert_int_equal(json_place(doc.root), 1);
    assert_int_equal(json_place(list), 2);
    assert_int_equal(json_value_place(&doc, list), 8);
    assert_int_equal(json_place(json_first(list)), 9);
    assert_int_equal(json_value_place(&doc, json_first(list)), 9);
    assert_int_equal(json_place(object), 13);
    assert_int_equal(json_place(json_first(object)), 14);
    assert_int_equal(json_value_place(&doc, json_first(object)), 20);
    assert_int_equal(json_place(json_next(object)), 27);
    assert_int_equal(json_place(json_next(list)), 34);
    assert_str(str_slice(bytes, json_value_place(&doc, json_next(list)), bytes.len), "true}");
    json_finish(&doc);
    arena_finish(&arena);
}

static void a_byte_order_mark_is_reported_and_counts_in_places(void **state) {
    (void)state;
    Arena arena = {0};
    static const Str MARKED[] = {S_INIT("\xEF\xBB\xBF[1]"),
                                 S_INIT("\xEF\xBB\xBF"
                                        "1"),
                                 S_INIT("\xEF\xBB\xBF\n12")};
    static const int32_t PLACES[] = {3, 3, 4};
    for (int32_t i = 0; i < COUNT(MARKED); i++) {
        JsonDoc doc;
        Faults faults = {0};
        assert_true(json_parse(&arena, MARKED[i], &doc, keep_fault, &faults));
        assert_int_equal(faults.count, 1);
        assert_fault(&faults, 0, JSON_BOM, 0, "");
        assert_int_equal(json_place(doc.root), PLACES[i]);
        assert_ptr_equal(doc.bytes.text, MARKED[i].text);
        json_finish(&doc);
    }
    arena_finish(&arena);
}

static void the_bytes_of_a_value_are_given_as_they_stand(void **state) {
    (void)state;
    Arena arena = {0};
    JsonDoc doc = parse(&arena, S("{\"a\" : [ 1,{\"]\":\"}\\\"\"} ] ,\"b\":-12, \"c\":\"\\u0041\" }"));
    const JsonValue *list = json_first(doc.root);
    assert_str(json_raw(&doc, doc.root), "{\"a\" : [ 1,{\"]\":\"}\\\"\"} ] ,\"b\":-12, \"c\":\"\\u0041\" }");
    assert_str(json_raw(&doc, list), "[ 1,{\"]\":\"}\\\"\"} ]");
    assert_str(json_raw(&doc, json_first(list)), "1");
    assert_str(json_raw(&doc, json_next(json_first(list))), "{\"]\":\"}\\\"\"}");
    assert_str(json_raw(&doc, json_next(list)), "-12");
    assert_str(json_raw(&doc, json_next(json_next(list))), "\"\\u0041\"");
    json_finish(&doc);
    arena_finish(&arena);
}

static void a_byte_of_a_text_leads_back_to_the_bytes_it_came_from(void **state) {
    (void)state;
    Str bytes = S("{\"k\\n\": \"aé\\u00e9\\n\\ud83d\\ude00z\"}");
    static const int32_t PLACES[] = {9, 10, 11, 12, 12, 18, 20, 20, 20, 20, 32, 33, 33};
    for (int32_t i = 0; i < COUNT(PLACES); i++) {
        assert_int_equal(json_text_place(bytes, 8, i), PLACES[i]);
        assert_int_equal(json_text_place(bytes, 1, i), PLACES[i]);
    }
    assert_int_equal(json_text_place(S("\"cut"), 0, 9), 4);
    assert_int_equal(json_text_place(S("\"cut\\"), 0, 9), 5);
}

static void all_faults_that_leave_the_rest_readable_are_told_in_one_pass(void **state) {
    (void)state;
    Arena arena = {0};
    Faults faults =
        refuse(&arena, S("{\"a\":01,\"b\":\"\\u0000\",\"a\":1.5,\"c\":[\"\\ud800\",+2],\"\\u0062\":\"\0\0x\"}x"));
    assert_int_equal(faults.count, 9);
    assert_fault(&faults, 0, JSON_BAD_NUMBER, 5, "01");
    assert_fault(&faults, 1, JSON_NUL_IN_TEXT, 13, "\\u0000");
    assert_fault(&faults, 2, JSON_DUPLICATE_KEY, 21, "a");
    assert_fault(&faults, 3, JSON_BAD_NUMBER, 25, "1.5");
    assert_fault(&faults, 4, JSON_LONE_SURROGATE, 35, "\\ud800");
    assert_fault(&faults, 5, JSON_BAD_NUMBER, 43, "+2");
    assert_fault(&faults, 6, JSON_DUPLICATE_KEY, 47, "b");
    assert_fault(&faults, 7, JSON_NUL_IN_TEXT, 57, "");
    assert_fault(&faults, 8, JSON_TRAILING_TEXT, 62, "x");
    arena_finish(&faults.arena);
    arena_finish(&arena);
}

static void what_cannot_stand_there_is_named_by_its_whole_character(void **state) {
    (void)state;
    Arena arena = {0};
    Faults faults = refuse(&arena, S("{\"a\": «oui»}"));
    assert_fault(&faults, 0, JSON_BAD, 6, "«");
    arena_finish(&faults.arena);
    faults = refuse(&arena, S("{\"a\": "));
    assert_fault(&faults, 0, JSON_BAD, 6, "");
    arena_finish(&faults.arena);
    arena_finish(&arena);
}

static void a_key_with_a_fault_is_never_called_a_duplicate(void **state) {
    (void)state;
    Arena arena = {0};
    Faults faults = refuse(&arena, S("{\"\\ud800\":1,\"\\ud801\":2,\"a\":3,\"a\\u0000\":4}"));
    assert_int_equal(faults.count, 3);
    assert_fault(&faults, 0, JSON_LONE_SURROGATE, 2, "\\ud800");
    assert_fault(&faults, 1, JSON_LONE_SURROGATE, 13, "\\ud801");
    assert_fault(&faults, 2, JSON_NUL_IN_TEXT, 31, "\\u0000");
    arena_finish(&faults.arena);
    arena_finish(&arena);
}

// `depth` lists or objects around a zero.
static Str nest(Arena *arena, int32_t depth, Str open, Str close) {
    StrBuilder out = {.arena = arena};
    for (int32_t i = 0; i < depth; i++) {
        str_add(&out, open);
    }
    str_add(&out, S("0"));
    for (int32_t i = 0; i < depth; i++) {
        str_add(&out, close);
    }
    return str_built(&out);
}

static void sixty_four_levels_are_allowed_and_sixty_five_are_not(void **state) {
    (void)state;
    Arena arena = {0}, scratch = {0};
    static const Str OPEN[] = {S_INIT("["), S_INIT("{\"a\":"), S_INIT(" [ ")},
                     CLOSE[] = {S_INIT("]"), S_INIT("}"), S_INIT(" ] ")};
    for (int32_t i = 0; i < COUNT(OPEN); i++) {
        JsonDoc doc = parse(&scratch, nest(&arena, LIMIT_JSON_DEPTH, OPEN[i], CLOSE[i]));
        assert_int_equal(json_count(doc.root), 1);
        json_finish(&doc);
        Faults faults = refuse(&scratch, nest(&arena, LIMIT_JSON_DEPTH + 1, OPEN[i], CLOSE[i]));
        assert_int_equal(faults.count, 1);
        assert_int_equal(faults.rows[0].fault, JSON_TOO_DEEP);
        arena_finish(&faults.arena);
    }
    arena_finish(&scratch);
    arena_finish(&arena);
}

static void a_hundred_thousand_openings_are_refused_at_the_sixty_fifth(void **state) {
    (void)state;
    Arena arena = {0}, scratch = {0};
    char *openings = arena_push(&arena, char, 100000);
    memset(openings, '[', 100000);
    Faults faults = refuse(&scratch, (Str){openings, 100000});
    assert_int_equal(faults.count, 1);
    assert_fault(&faults, 0, JSON_TOO_DEEP, LIMIT_JSON_DEPTH, "");
    arena_finish(&faults.arena);
    arena_finish(&scratch);
    arena_finish(&arena);
}

static void a_file_over_sixteen_mebibytes_is_refused_unread(void **state) {
    (void)state;
    Arena arena = {0}, scratch = {0};
    char *spaces = arena_push(&arena, char, LIMIT_FILE_BYTES + 1);
    memset(spaces, ' ', LIMIT_FILE_BYTES + 1);
    spaces[0] = '1';
    JsonDoc doc = parse(&scratch, (Str){spaces, LIMIT_FILE_BYTES});
    assert_int_equal(json_integer(doc.root), 1);
    json_finish(&doc);
    Faults faults = refuse(&scratch, (Str){spaces, LIMIT_FILE_BYTES + 1});
    assert_int_equal(faults.count, 1);
    assert_fault(&faults, 0, JSON_TOO_LARGE, 0, "");
    arena_finish(&faults.arena);
    arena_finish(&scratch);
    arena_finish(&arena);
}

static void a_thousand_faults_are_told_and_no_more(void **state) {
    (void)state;
    Arena arena = {0}, scratch = {0};
    static const Str STARTS[] = {S_INIT("[0"), S_INIT("[\"")}, FAULTY[] = {S_INIT(",."), S_INIT("\0x")};
    for (int32_t i = 0; i < COUNT(STARTS); i++) {
        StrBuilder out = {.arena = &arena};
        str_add(&out, STARTS[i]);
        for (int32_t count = 0; count < 5000; count++) {
            str_add(&out, FAULTY[i]);
        }
        Faults faults = refuse(&scratch, str_built(&out));
        assert_int_equal(faults.count, 1000);
        arena_finish(&faults.arena);
    }
    arena_finish(&scratch);
    arena_finish(&arena);
}

static void absent_bytes_are_refused_like_an_empty_file(void **state) {
    (void)state;
    Arena arena = {0};
    Faults faults = refuse(&arena, (Str){0});
    assert_fault(&faults, 0, JSON_BAD, 0, "");
    arena_finish(&faults.arena);
    arena_finish(&arena);
}

static void scratch_is_given_back_whatever_the_verdict(void **state) {
    (void)state;
    Arena arena = {0};
    char *before = arena_push(&arena, char, 8);
    memcpy(before, "kept", 5);
    JsonDoc doc = parse(&arena, S("{\"\\u0061\":[1,2,3,4,5,6,7,8,9]}"));
    json_finish(&doc);
    Faults faults = refuse(&arena, S("{\"\\u0061\":[1,2,3,4,5,6,7,8,9}"));
    arena_finish(&faults.arena);
    ArenaMark mark = arena_mark(&arena);
    assert_int_equal(mark.used, 8);
    assert_string_equal(before, "kept");
    arena_finish(&arena);
}

// An object of `count` members with short random keys over few letters, so that many begin alike. `letters` may be
// escaped.
static Str write_object(Arena *arena, Random *random, Str *keys, int32_t count) {
    static const Str LETTERS[] = {S_INIT("a"), S_INIT("b"), S_INIT("é"), S_INIT("q"), S_INIT("\x7F")};
    static const Str ESCAPED[] = {S_INIT("\\u0061"), S_INIT("b"), S_INIT("\\u00e9"), S_INIT("\\u0071"),
                                  S_INIT("\\u007F")};
    StrBuilder out = {.arena = arena};
    str_add(&out, S("{"));
    for (int32_t i = 0; i < count; i++) {
        StrBuilder key = {.arena = arena};
        str_add(&out, i > 0 ? S(",\"") : S("\""));
        for (int32_t len = random_below(random, 7); len > 0; len--) {
            int32_t letter = random_below(random, 5);
            str_add(&key, LETTERS[letter]);
            str_add(&out, random_below(random, 4) > 0 ? LETTERS[letter] : ESCAPED[letter]);
        }
        str_add(&out, S("\":0"));
        keys[i] = str_built(&key);
    }
    str_add(&out, S("}"));
    return str_built(&out);
}

static void duplicate_keys_are_found_as_by_comparing_all_with_all(void **state) {
    (void)state;
    enum { MEMBERS = 60, ROUNDS = 400 };
    Random random = random_from_seed(53);
    for (int32_t round = 0; round < ROUNDS; round++) {
        Arena arena = {0}, scratch = {0};
        Str keys[MEMBERS];
        int32_t count = random_below(&random, MEMBERS) + 1;
        Str bytes = write_object(&arena, &random, keys, count);
        int32_t expected = 0;
        for (int32_t i = 0; i < count; i++) {
            int32_t other = 0;
            while (other < i && !str_equal(keys[other], keys[i])) {
                other++;
            }
            expected += other < i;
        }
        JsonDoc doc;
        Faults faults = {0};
        assert_true(json_parse(&scratch, bytes, &doc, keep_fault, &faults) == (expected == 0));
        assert_int_equal(faults.count, expected);
        json_finish(&doc);
        arena_finish(&faults.arena);
        arena_finish(&scratch);
        arena_finish(&arena);
    }
}

static void an_object_of_a_hundred_thousand_keys_and_one_twice_is_seen_through(void **state) {
    (void)state;
    enum { MEMBERS = 100000 };
    Arena arena = {0}, scratch = {0};
    StrBuilder out = {.arena = &arena};
    for (int32_t i = 0; i < MEMBERS; i++) {
        str_addf(&out, "%c\"key-%d\":{\"a\":%d}", i > 0 ? ',' : '{', i, i);
    }
    int32_t end = out.count;
    str_add(&out, S(",\"key-77\":1}"));
    Faults faults = refuse(&scratch, str_built(&out));
    assert_int_equal(faults.count, 1);
    assert_fault(&faults, 0, JSON_DUPLICATE_KEY, end + 1, "key-77");
    out.count = end;
    str_add(&out, S("}"));
    JsonDoc doc = parse(&scratch, str_built(&out));
    assert_int_equal(json_count(doc.root), MEMBERS);
    json_finish(&doc);
    arena_finish(&faults.arena);
    arena_finish(&scratch);
    arena_finish(&arena);
}

static void keys_that_share_a_long_beginning_cost_no_more_than_their_bytes(void **state) {
    (void)state;
    enum { MEMBERS = 4000 };
    Arena arena = {0}, scratch = {0};
    char *as = arena_push(&arena, char, MEMBERS);
    memset(as, 'a', MEMBERS);
    StrBuilder out = {.arena = &arena};
    for (int32_t i = MEMBERS; i > 0; i--) {
        str_addf(&out, "%c\"%.*s\":0", i < MEMBERS ? ',' : '{', i, as);
    }
    str_add(&out, S("}"));
    JsonDoc doc = parse(&scratch, str_built(&out));
    assert_int_equal(json_count(doc.root), MEMBERS);
    json_finish(&doc);
    arena_finish(&scratch);
    arena_finish(&arena);
}

// Numbers of a list whose sum is known, again and again: each thread has its memory from its own arena.
static void parse_many(void *context) {
    enum { TIMES = 300, NUMBERS = 200 };
    int64_t *sum = context;
    Arena arena = {0}, scratch = {0};
    StrBuilder bytes = {.arena = &arena};
    str_add(&bytes, S("[0"));
    for (int32_t i = 1; i < NUMBERS; i++) {
        str_addf(&bytes, ", %d", i);
    }
    str_add(&bytes, S("]"));
    for (int32_t i = 0; i < TIMES; i++) {
        JsonDoc doc;
        if (json_parse(&scratch, str_built(&bytes), &doc, NULL, NULL)) {
            for (const JsonValue *value = json_first(doc.root); value; value = json_next(value)) {
                *sum += json_integer(value);
            }
            json_finish(&doc);
        }
    }
    arena_finish(&scratch);
    arena_finish(&arena);
}

static void threads_parse_side_by_side(void **state) {
    (void)state;
    Arena arena = {0};
    int64_t sums[3] = {0};
    Thread *threads[] = {thread_start(&arena, parse_many, &sums[0]), thread_start(&arena, parse_many, &sums[1])};
    parse_many(&sums[2]);
    for (int32_t i = 0; i < COUNT(threads); i++) {
        assert_non_null(threads[i]);
        thread_join(threads[i]);
    }
    for (int32_t i = 0; i < COUNT(sums); i++) {
        assert_int_equal(sums[i], 300 * (199 * 200 / 2));
    }
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_is_walked_from_sibling_to_sibling),
        cmocka_unit_test(a_member_is_found_by_its_whole_key_only),
        cmocka_unit_test(integers_are_exact_up_to_two_to_the_fifty_third),
        cmocka_unit_test(texts_and_keys_are_decoded),
        cmocka_unit_test(every_value_knows_its_place),
        cmocka_unit_test(a_byte_order_mark_is_reported_and_counts_in_places),
        cmocka_unit_test(the_bytes_of_a_value_are_given_as_they_stand),
        cmocka_unit_test(a_byte_of_a_text_leads_back_to_the_bytes_it_came_from),
        cmocka_unit_test(all_faults_that_leave_the_rest_readable_are_told_in_one_pass),
        cmocka_unit_test(what_cannot_stand_there_is_named_by_its_whole_character),
        cmocka_unit_test(a_key_with_a_fault_is_never_called_a_duplicate),
        cmocka_unit_test(sixty_four_levels_are_allowed_and_sixty_five_are_not),
        cmocka_unit_test(a_hundred_thousand_openings_are_refused_at_the_sixty_fifth),
        cmocka_unit_test(a_file_over_sixteen_mebibytes_is_refused_unread),
        cmocka_unit_test(a_thousand_faults_are_told_and_no_more),
        cmocka_unit_test(absent_bytes_are_refused_like_an_empty_file),
        cmocka_unit_test(scratch_is_given_back_whatever_the_verdict),
        cmocka_unit_test(duplicate_keys_are_found_as_by_comparing_all_with_all),
        cmocka_unit_test(an_object_of_a_hundred_thousand_keys_and_one_twice_is_seen_through),
        cmocka_unit_test(threads_parse_side_by_side),
        cmocka_unit_test(keys_that_share_a_long_beginning_cost_no_more_than_their_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
