#include "base/json_write.h"

#include "base/json.h"
#include "base/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#define assert_str(actual, expected) assert_text((actual), S(expected), __FILE__, __LINE__)

static void assert_text(Str actual, Str expected, const char *file, int line) {
    if (!str_equal(actual, expected)) {
        print_error("%.*s\nis not\n%.*s\n", S_ARG(actual), S_ARG(expected));
        _fail(file, line);
    }
}

static void write_sample(JsonWriter *writer) {
    json_begin_object(writer);
    json_write_member_int(writer, S("format"), 1);
    json_write_key(writer, S("minutes"));
    json_begin_inline_object(writer);
    json_write_member_int(writer, S("alone"), 20);
    json_write_member_int(writer, S("group"), -60);
    json_end(writer);
    json_write_key(writer, S("lines"));
    json_begin_list(writer);
    json_write_text(writer, S("Bonjour."));
    json_begin_object(writer);
    json_write_member_bool(writer, S("if"), true);
    json_end(writer);
    json_begin_inline_list(writer);
    json_begin_list(writer);
    json_write_bool(writer, false);
    json_write_null(writer);
    json_end(writer);
    json_begin_object(writer);
    json_end(writer);
    json_end(writer);
    json_end(writer);
    json_end(writer);
}

static void members_and_elements_stand_on_lines_of_their_own_unless_inlined(void **state) {
    (void)state;
    Arena arena = {0};
    JsonWriter writer = json_writer(&arena);
    write_sample(&writer);
    assert_str(json_written(&writer), "{\n"
                                      "  \"format\": 1,\n"
                                      "  \"minutes\": {\"alone\": 20, \"group\": -60},\n"
                                      "  \"lines\": [\n"
                                      "    \"Bonjour.\",\n"
                                      "    {\n"
                                      "      \"if\": true\n"
                                      "    },\n"
                                      "    [[false, null], {}]\n"
                                      "  ]\n"
                                      "}\n");
    arena_finish(&arena);
}

static void a_line_writer_writes_one_line_without_its_end(void **state) {
    (void)state;
    Arena arena = {0};
    JsonWriter writer = json_line_writer(&arena);
    write_sample(&writer);
    assert_str(json_written(&writer), "{\"format\": 1, \"minutes\": {\"alone\": 20, \"group\": -60}, "
                                      "\"lines\": [\"Bonjour.\", {\"if\": true}, [[false, null], {}]]}");
    arena_finish(&arena);
}

static void what_is_empty_takes_no_line(void **state) {
    (void)state;
    Arena arena = {0};
    JsonWriter writer = json_writer(&arena);
    json_begin_object(&writer);
    json_end(&writer);
    assert_str(json_written(&writer), "{}\n");
    writer = json_writer(&arena);
    json_begin_list(&writer);
    json_begin_list(&writer);
    json_end(&writer);
    json_end(&writer);
    assert_str(json_written(&writer), "[\n  []\n]\n");
    arena_finish(&arena);
}

static void a_value_may_stand_alone(void **state) {
    (void)state;
    Arena arena = {0};
    JsonWriter writer = json_writer(&arena);
    json_write_text(&writer, S(""));
    assert_str(json_written(&writer), "\"\"\n");
    writer = json_line_writer(&arena);
    json_write_int(&writer, 9007199254740992);
    assert_str(json_written(&writer), "9007199254740992");
    arena_finish(&arena);
}

static void texts_and_keys_are_escaped_only_where_they_must_be(void **state) {
    (void)state;
    Arena arena = {0};
    JsonWriter writer = json_line_writer(&arena);
    json_begin_object(&writer);
    json_write_member_text(&writer, S("\"/\n"), S("\"\\/\b\f\n\r\t\x01\x1F\x7F «\u202Foù\u202F» \u2028 😀"));
    json_end(&writer);
    assert_str(json_written(&writer),
               "{\"\\\"/\\n\": \"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7F «\u202Foù\u202F» \u2028 😀\"}");
    arena_finish(&arena);
}

static void what_no_reader_would_take_is_replaced(void **state) {
    (void)state;
    Arena arena = {0};
    JsonWriter writer = json_line_writer(&arena);
    json_write_text(&writer, S("a\0b\xE9"
                               "c\xC3\n\xED\xA0\x80"));
    assert_str(json_written(&writer), "\"a\uFFFDb\uFFFDc\uFFFD\\n\uFFFD\uFFFD\uFFFD\"");
    JsonDoc doc;
    assert_true(json_parse(&arena, json_written(&writer), &doc, NULL, NULL));
    json_finish(&doc);
    arena_finish(&arena);
}

// Up to sixteen bytes are copied at once: a sign may stand anywhere in them, and be the last of them, or cut by the
// end.
static void a_sign_is_written_alike_wherever_it_stands(void **state) {
    (void)state;
    static const struct {
        Str sign, written;
    } SIGNS[] = {{S_INIT("\""), S_INIT("\\\"")},      {S_INIT("\0"), S_INIT("\uFFFD")},
                 {S_INIT("\x1F"), S_INIT("\\u001f")}, {S_INIT("\xE9"), S_INIT("\uFFFD")},
                 {S_INIT("é"), S_INIT("é")},          {S_INIT("’"), S_INIT("’")},
                 {S_INIT("😀"), S_INIT("😀")},          {S_INIT(""), S_INIT("")},
                 {S_INIT("\xE2"), S_INIT("\uFFFD")},  {S_INIT("\xC3\xA9\x80"), S_INIT("é\uFFFD")}};
    enum { MOST = 37 };
    static const Str FILLING = S_INIT("abcdefghijklmnopqrstuvwxyzabcdefghijk");
    Arena arena = {0};
    for (int32_t i = 0; i < COUNT(SIGNS) * MOST * MOST; i++) {
        ArenaMark mark = arena_mark(&arena);
        Str before = str_slice(FILLING, 0, i % MOST), after = str_slice(FILLING, 0, i / MOST % MOST);
        Str sign = SIGNS[i / MOST / MOST].sign, written = SIGNS[i / MOST / MOST].written;
        JsonWriter writer = json_line_writer(&arena);
        StrBuilder text = {.arena = &arena};
        str_add(&text, before);
        str_add(&text, sign);
        str_add(&text, after);
        json_write_text(&writer, str_copy(&arena, str_built(&text)));
        assert_text(json_written(&writer),
                    str_format(&arena, "\"%.*s%.*s%.*s\"", S_ARG(before), S_ARG(written), S_ARG(after)), __FILE__,
                    __LINE__);
        arena_rewind(&arena, mark);
    }
    arena_finish(&arena);
}

static void add_member(JsonWriter *writer, Str *members, Arena *arena) {
    json_begin_object(writer);
    json_write_member_int(writer, S("id"), 1);
    if (members->len > 0) {
        json_write_again(writer, *members);
    } else {
        ptrdiff_t from = json_here(writer);
        json_write_member_text(writer, S("stance"), S("risky"));
        json_write_key(writer, S("scores"));
        json_begin_inline_object(writer);
        json_write_member_int(writer, S("ecoute"), -1);
        json_end(writer);
        *members = json_since(writer, arena, from);
    }
    json_write_member_bool(writer, S("last"), true);
    json_end(writer);
}

static void members_are_copied_into_another_object_as_they_were_written(void **state) {
    (void)state;
    Arena arena = {0}, kept = {0};
    JsonWriter writer = json_writer(&arena);
    Str members = {0};
    json_begin_list(&writer);
    add_member(&writer, &members, &kept);
    add_member(&writer, &members, &kept);
    json_end(&writer);
    assert_str(json_written(&writer), "[\n"
                                      "  {\n"
                                      "    \"id\": 1,\n"
                                      "    \"stance\": \"risky\",\n"
                                      "    \"scores\": {\"ecoute\": -1},\n"
                                      "    \"last\": true\n"
                                      "  },\n"
                                      "  {\n"
                                      "    \"id\": 1,\n"
                                      "    \"stance\": \"risky\",\n"
                                      "    \"scores\": {\"ecoute\": -1},\n"
                                      "    \"last\": true\n"
                                      "  }\n"
                                      "]\n");
    arena_finish(&arena);
    arena_finish(&kept);
}

static Str rewrite(Arena *arena, Str json) {
    JsonWriter writer = json_writer(arena);
    json_begin_object(&writer);
    json_write_key(&writer, S("x-note"));
    json_write_raw(&writer, json);
    json_end(&writer);
    return json_written(&writer);
}

static void a_raw_value_is_laid_out_anew_at_its_new_place(void **state) {
    (void)state;
    Arena arena = {0};
    assert_str(rewrite(&arena, S("{\"a\":[ 1,\n2 ] , \"b\":{\"c\" :\ttrue,\"d\":[{\"e\":null}]}}")),
               "{\n"
               "  \"x-note\": {\n"
               "    \"a\": [1, 2],\n"
               "    \"b\": {\n"
               "      \"c\": true,\n"
               "      \"d\": [\n"
               "        {\"e\": null}\n"
               "      ]\n"
               "    }\n"
               "  }\n"
               "}\n");
    assert_str(rewrite(&arena, S(" -12 ")), "{\n  \"x-note\": -12\n}\n");
    assert_str(rewrite(&arena, S("-0")), "{\n  \"x-note\": 0\n}\n");
    assert_str(rewrite(&arena, S("[]")), "{\n  \"x-note\": []\n}\n");
    assert_str(rewrite(&arena, S("\"\\u00e9\\/\\n\"")), "{\n  \"x-note\": \"é/\\n\"\n}\n");
    arena_finish(&arena);
}

static void a_raw_list_is_broken_once_it_is_too_long_for_a_line(void **state) {
    (void)state;
    Arena arena = {0};
    assert_str(rewrite(&arena, S("[\"12345678901234567890123456789012345678901234567890\", 123]")),
               "{\n  \"x-note\": [\"12345678901234567890123456789012345678901234567890\", 123]\n}\n");
    assert_str(
        rewrite(&arena, S("[\"1234567890123456789012345678901234567890123456789012345678\", 123]")),
        "{\n  \"x-note\": [\n    \"1234567890123456789012345678901234567890123456789012345678\",\n    123\n  ]\n}\n");
    arena_finish(&arena);
}

static void a_raw_value_in_a_line_stays_in_it(void **state) {
    (void)state;
    Arena arena = {0};
    JsonWriter writer = json_line_writer(&arena);
    json_begin_list(&writer);
    json_write_raw(&writer, S("{\"a\": [\n{}, {\"b\": [[]]}]}"));
    json_write_raw(&writer, S("0"));
    json_end(&writer);
    assert_str(json_written(&writer), "[{\"a\": [{}, {\"b\": [[]]}]}, 0]");
    arena_finish(&arena);
}

// A document of random shape, with as much white space and as many escapes as it pleases.
static void add_random(StrBuilder *out, Random *random, int32_t *left) {
    static const Str SPACES[] = {S_INIT(""), S_INIT(""), S_INIT(" "), S_INIT("\n"), S_INIT("\t"), S_INIT("\r\n")};
    static const Str SCALARS[] = {S_INIT("0"),
                                  S_INIT("-12"),
                                  S_INIT("true"),
                                  S_INIT("null"),
                                  S_INIT("\"\""),
                                  S_INIT("\"\\u00e9t\\u00E9 \\/ \\\"\""),
                                  S_INIT("\"un texte un peu plus long que les autres\"")};
    char closes[8];
    int32_t depth = 0;
    bool any = false;
    do {
        str_add(out, SPACES[random_below(random, 6)]);
        if (depth > 0 && (*left <= 0 || random_below(random, 4) == 0)) {
            str_add_char(out, closes[--depth]);
            any = true;
            continue;
        }
        str_add(out, any ? S(",") : S(""));
        if (depth > 0 && closes[depth - 1] == '}') {
            str_addf(out, "\"k%d\":", out->count);
        }
        int32_t kind = depth < 8 ? random_below(random, 11) : random_below(random, 7);
        any = kind < 7;
        if (any) {
            str_add(out, SCALARS[kind]);
        } else {
            str_add_char(out, kind < 9 ? '[' : '{');
            closes[depth++] = kind < 9 ? ']' : '}';
        }
        *left -= 1;
    } while (depth > 0);
}

static void assert_alike(const JsonValue *a, const JsonValue *b) {
    assert_int_equal(json_type(a), json_type(b));
    assert_true(str_equal(json_key(a), json_key(b)));
    assert_true(json_type(a) != JSON_INTEGER || json_integer(a) == json_integer(b));
    assert_true(json_type(a) != JSON_TEXT || str_equal(json_text(a), json_text(b)));
    assert_int_equal(json_count(a), json_count(b));
}

static void assert_same(const JsonValue *a, const JsonValue *b) {
    const JsonValue *ways[LIMIT_JSON_DEPTH + 1][2];
    int32_t depth = 0;
    while (a) {
        assert_alike(a, b);
        ways[depth][0] = a;
        ways[depth++][1] = b;
        a = json_first(a);
        b = json_first(b);
        while (!a && depth > 0) {
            a = json_next(ways[--depth][0]);
            b = json_next(ways[depth][1]);
        }
    }
}

static void writing_what_was_read_gives_the_same_values_and_then_the_same_bytes(void **state) {
    (void)state;
    Random random = random_from_seed(2024);
    for (int32_t round = 0; round < 300; round++) {
        Arena arena = {0}, scratch = {0};
        StrBuilder random_json = {.arena = &arena};
        int32_t left = random_below(&random, 60);
        add_random(&random_json, &random, &left);
        Str before = str_built(&random_json);
        JsonWriter writer = json_writer(&arena);
        json_write_raw(&writer, before);
        Str written = json_written(&writer);
        JsonDoc a, b;
        assert_true(json_parse(&scratch, before, &a, NULL, NULL));
        assert_true(json_parse(&scratch, written, &b, NULL, NULL));
        assert_same(a.root, b.root);
        JsonWriter again = json_writer(&arena);
        json_write_raw(&again, written);
        assert_true(str_equal(json_written(&again), written));
        json_finish(&a);
        json_finish(&b);
        arena_finish(&scratch);
        arena_finish(&arena);
    }
}

static void sixty_four_levels_can_be_written(void **state) {
    (void)state;
    Arena arena = {0};
    JsonWriter writer = json_writer(&arena);
    for (int32_t i = 0; i < LIMIT_JSON_DEPTH; i++) {
        json_begin_list(&writer);
    }
    for (int32_t i = 0; i < LIMIT_JSON_DEPTH; i++) {
        json_end(&writer);
    }
    JsonDoc doc;
    assert_true(json_parse(&arena, json_written(&writer), &doc, NULL, NULL));
    json_finish(&doc);
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(members_and_elements_stand_on_lines_of_their_own_unless_inlined),
        cmocka_unit_test(a_line_writer_writes_one_line_without_its_end),
        cmocka_unit_test(what_is_empty_takes_no_line),
        cmocka_unit_test(a_value_may_stand_alone),
        cmocka_unit_test(texts_and_keys_are_escaped_only_where_they_must_be),
        cmocka_unit_test(what_no_reader_would_take_is_replaced),
        cmocka_unit_test(a_sign_is_written_alike_wherever_it_stands),
        cmocka_unit_test(members_are_copied_into_another_object_as_they_were_written),
        cmocka_unit_test(a_raw_value_is_laid_out_anew_at_its_new_place),
        cmocka_unit_test(a_raw_list_is_broken_once_it_is_too_long_for_a_line),
        cmocka_unit_test(a_raw_value_in_a_line_stays_in_it),
        cmocka_unit_test(writing_what_was_read_gives_the_same_values_and_then_the_same_bytes),
        cmocka_unit_test(sixty_four_levels_can_be_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
