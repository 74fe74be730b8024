#include "base/json_explain.h"

#include "base/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

typedef struct {
    Str bytes;
    JsonBad kind;
    Str about;
} Example;

static void keep_offset(void *context, JsonFault fault, int32_t offset, Str about) {
    (void)about;
    int32_t *kept = context;
    *kept = fault == JSON_BAD ? offset : *kept;
}

// Each as the strict pass refuses it: it says where, and this why.
static void what_stands_there_is_told_by_kind(void **state) {
    (void)state;
    static const Example EXAMPLES[] = {
        {S_INIT(""), JSON_BAD_EMPTY, S_INIT("")},
        {S_INIT(" \r\n\t"), JSON_BAD_EMPTY, S_INIT("")},
        {S_INIT("\uFEFF \n"), JSON_BAD_EMPTY, S_INIT("")},
        {S_INIT("{\"a\": [1"), JSON_BAD_CUT, S_INIT("]")},
        {S_INIT("{\"a\": \"b\\\\"), JSON_BAD_CUT, S_INIT("\"")},
        {S_INIT("{\"a\": \"b\", "), JSON_BAD_CUT, S_INIT("}")},
        {S_INIT("{\"a\":\u00A01}"), JSON_BAD_UNSEEN, S_INIT("\u00A0")},
        {S_INIT("{\"a\"\u200B: 1}"), JSON_BAD_UNSEEN, S_INIT("\u200B")},
        {S_INIT("{\u202F\"a\": 1}"), JSON_BAD_UNSEEN, S_INIT("\u202F")},
        {S_INIT("{\"a\": 1\u2028}"), JSON_BAD_UNSEEN, S_INIT("\u2028")},
        {S_INIT("{\"a\": \uFEFF1}"), JSON_BAD_UNSEEN, S_INIT("\uFEFF")},
        {S_INIT("{\"a\":\v1}"), JSON_BAD_UNSEEN, S_INIT("\v")},
        {S_INIT("{“a”: 1}"), JSON_BAD_CURLY, S_INIT("“")},
        {S_INIT("{\"a\": «\u202Fb\u202F»}"), JSON_BAD_CURLY, S_INIT("«")},
        {S_INIT("{\"a\": \"b”}"), JSON_BAD_CUT, S_INIT("\"")},
        {S_INIT("{\"a\": ['b']}"), JSON_BAD_SINGLE, S_INIT("'")},
        {S_INIT("{‘a’: 1}"), JSON_BAD_SINGLE, S_INIT("‘")},
        {S_INIT("{`a`: 1}"), JSON_BAD_SINGLE, S_INIT("`")},
        {S_INIT("{\"a\": 1, // b\n\"c\": 2}"), JSON_BAD_COMMENT, S_INIT("//")},
        {S_INIT("/* a */ {}"), JSON_BAD_COMMENT, S_INIT("/*")},
        {S_INIT("{\"a\": 1 # b\n}"), JSON_BAD_COMMENT, S_INIT("#")},
        {S_INIT("{\"a\": \"b\nc\"}"), JSON_BAD_LINE_END, S_INIT("\n")},
        {S_INIT("{\"a\": \"b\r\nc\"}"), JSON_BAD_LINE_END, S_INIT("\r")},
        {S_INIT("{\"a\": \"b\tc\"}"), JSON_BAD_CONTROL, S_INIT("\t")},
        {S_INIT("{\"a\": \"C:\\Documents\"}"), JSON_BAD_ESCAPE, S_INIT("\\D")},
        {S_INIT("{\"a\": \"\\\u00E9\"}"), JSON_BAD_ESCAPE, S_INIT("\\\u00E9")},
        {S_INIT("{\"a\": \"\\u00g0\"}"), JSON_BAD_ESCAPE, S_INIT("\\u")},
        {S_INIT("{\"a\": \"Une \"personne\" attend\"}"), JSON_BAD_QUOTES, S_INIT("personne")},
        {S_INIT("[\"a\" \u00E9t\u00E9]"), JSON_BAD_QUOTES, S_INIT("\u00E9t\u00E9")},
        {S_INIT("{\"a\": 1 \"b\": 2}"), JSON_BAD_NO_COMMA, S_INIT("b")},
        {S_INIT("[{} {}]"), JSON_BAD_NO_COMMA, S_INIT("{")},
        {S_INIT("[1 000]"), JSON_BAD_NO_COMMA, S_INIT("000")},
        {S_INIT("{\"a\": 1,}"), JSON_BAD_COMMA, S_INIT("}")},
        {S_INIT("[1,,2]"), JSON_BAD_COMMA, S_INIT(",")},
        {S_INIT("[,1]"), JSON_BAD_COMMA, S_INIT(",")},
        {S_INIT("{\"a\" 1}"), JSON_BAD_NO_COLON, S_INIT("1")},
        {S_INIT("{\"a\" = 1}"), JSON_BAD_NO_COLON, S_INIT("=")},
        {S_INIT("{\"a\": }"), JSON_BAD_NO_VALUE, S_INIT("}")},
        {S_INIT("{title: 1}"), JSON_BAD_KEY, S_INIT("title")},
        {S_INIT("{\"a\": 1,5}"), JSON_BAD_KEY, S_INIT("5")},
        {S_INIT("{\"a\": True}"), JSON_BAD_WORD, S_INIT("True")},
        {S_INIT("[bonjour]"), JSON_BAD_WORD, S_INIT("bonjour")},
        {S_INIT("[1}"), JSON_BAD_CLOSING, S_INIT("]")},
        {S_INIT("{\"a\": [1}]"), JSON_BAD_CLOSING, S_INIT("]")},
        {S_INIT("<html>"), JSON_BAD_FILE, S_INIT("<")},
        {S_INIT("PK\x03"), JSON_BAD_FILE, S_INIT("PK")},
        {S_INIT("[*]"), JSON_BAD_SIGN, S_INIT("*")},
    };
    for (int32_t i = 0; i < COUNT(EXAMPLES); i++) {
        const Example *example = &EXAMPLES[i];
        Arena scratch = {0};
        JsonDoc doc;
        int32_t offset = -1;
        if (json_parse(&scratch, example->bytes, &doc, keep_offset, &offset) || offset < 0) {
            fail_msg("%.*s", S_ARG(example->bytes));
        }
        JsonExplained why = json_explain(example->bytes, offset);
        if (why.kind != example->kind || !str_equal(why.about, example->about)) {
            fail_msg("%.*s: %d, “%.*s”", S_ARG(example->bytes), (int)why.kind, S_ARG(why.about));
        }
        arena_finish(&scratch);
    }
}

// Wherever a case is cut, and whatever byte is in the place of another, something is told that lies in it.
static void any_offset_is_explained(void **state) {
    (void)state;
    static const char CASE[] = "{\"a\": [1, \"b\\n\u00E9\", true], \"c\": {\"d\": -2}}";
    for (int32_t at = 0; at < (int32_t)sizeof CASE; at++) {
        for (int32_t byte = 1; byte < 128; byte++) {
            char bytes[sizeof CASE];
            memcpy(bytes, CASE, sizeof CASE);
            bytes[at] = (char)byte;
            JsonExplained why = json_explain((Str){bytes, (ptrdiff_t)sizeof CASE - 1}, at);
            assert_in_range(why.kind, JSON_BAD_SIGN, JSON_BAD_FILE);
            why = json_explain((Str){bytes, at}, at);
            assert_true(why.kind == JSON_BAD_CUT || why.kind == JSON_BAD_EMPTY);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_stands_there_is_told_by_kind),
        cmocka_unit_test(any_offset_is_explained),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
