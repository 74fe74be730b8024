// Faults one by one, and what each is called.
#include "bad_input.h"

#include "base/system.h"

#include <string.h>

// In the case of every key, the first `what` replaced.
typedef struct {
    Str what, by;
    FindingCode code;
} Fault;

#define FAULT(what, by, code) \
    { S_INIT(what), S_INIT(by), code }

static const Fault FAULTS[] = {
    // numbers
    FAULT("\"alone\": 5", "\"alone\": 05", FINDING_BAD_NUMBER),
    FAULT("\"alone\": 5", "\"alone\": 5.5", FINDING_BAD_NUMBER),
    FAULT("\"alone\": 5", "\"alone\": 5.0", FINDING_BAD_NUMBER),
    FAULT("\"alone\": 5", "\"alone\": 5e0", FINDING_BAD_NUMBER),
    FAULT("\"alone\": 5", "\"alone\": 1e999", FINDING_BAD_NUMBER),
    FAULT("\"alone\": 5", "\"alone\": 9007199254740993", FINDING_BAD_NUMBER),
    FAULT("\"alone\": 5", "\"alone\": -99999999999999999999999999", FINDING_BAD_NUMBER),
    FAULT("\"alone\": 5", "\"alone\": 9007199254740992", FINDING_BAD_VALUE),
    FAULT("\"alone\": 5", "\"alone\": 0", FINDING_BAD_VALUE),
    FAULT("\"alone\": 5", "\"alone\": -5", FINDING_BAD_VALUE),
    FAULT("\"alone\": 5", "\"alone\": +5", FINDING_BAD_NUMBER),
    FAULT("\"alone\": 5", "\"alone\": 0x5", FINDING_BAD_JSON),
    FAULT("\"alone\": 5", "\"alone\": NaN", FINDING_BAD_JSON),
    FAULT("\"alone\": 5", "\"alone\": \"5\"", FINDING_WRONG_TYPE),
    FAULT("\"format\": 1", "\"format\": 2", FINDING_NEWER_FORMAT),
    FAULT("\"format\": 1", "\"format\": -1", FINDING_NEWER_FORMAT),
    // ids
    FAULT("\"id\": \"ordre\"", "\"id\": \"Ordre\"", FINDING_BAD_VALUE),
    FAULT("\"id\": \"ordre\"", "\"id\": \"papiers\"", FINDING_DUPLICATE_ID),
    FAULT("\"id\": \"ordre\"", "\"id\": \"or\\u202Edre\"", FINDING_BAD_VALUE),
    FAULT("\"id\": \"ordre\"", "\"id\": \"ordre\u200B\"", FINDING_BAD_VALUE),
    FAULT("\"id\": \"ordre\"", "\"id\": \"\uFEFFordre\"", FINDING_BAD_VALUE),
    FAULT("\"id\": \"ordre\"", "\"id\": \"ordré\"", FINDING_BAD_VALUE),
    FAULT("\"id\": \"ordre\"", "\"id\": \"\"", FINDING_BAD_VALUE),
    FAULT("\"id\": \"ordre\"", "\"id\": \"%s%n\"", FINDING_BAD_VALUE),
    FAULT("\"id\": \"ordre\"", "\"id\": \"../../etc/passwd\"", FINDING_BAD_VALUE),
    FAULT("\"id\": \"attendre\"", "\"id\": \"saluer\"", FINDING_DUPLICATE_ID),
    FAULT("\"id\": \"attendre\"", "\"id\": \"Saluer\"", FINDING_BAD_VALUE),
    FAULT("\"id\": \"attendre\"", "\"id\": \"own-words\"", FINDING_BAD_VALUE),
    FAULT("\"id\": \"confiance\"", "\"id\": \"and\"", FINDING_BAD_VALUE),
    FAULT("\"id\": \"confiance\"", "\"id\": \"tendu\"", FINDING_DUPLICATE_ID),
    FAULT("\"id\": \"salue\"", "\"id\": \"eco\"", FINDING_DUPLICATE_ID),
    // texts
    FAULT("Vous la saluez.", " \u00A0\u202F\\t ", FINDING_BAD_VALUE),
    FAULT("Vous la saluez.", "   ", FINDING_BAD_VALUE),
    FAULT("Vous la saluez.", "\u200B\\u200D", FINDING_BAD_VALUE),
    FAULT("Vous la saluez.", "", FINDING_BAD_VALUE),
    FAULT("Vous la saluez.", "a\\u0000b", FINDING_NUL_IN_TEXT),
    FAULT("Vous la saluez.", "\\uD83D", FINDING_LONE_SURROGATE),
    FAULT("Vous la saluez.", "\\uDE00\\uD83D", FINDING_LONE_SURROGATE),
    FAULT("Vous la saluez.", "\\uZZZZ", FINDING_BAD_JSON),
    FAULT("Vous la saluez.", "\\x", FINDING_BAD_JSON),
    FAULT("Vous la saluez.", "a\nb", FINDING_BAD_JSON),
    FAULT("Vous la saluez.", "a\x01", FINDING_BAD_JSON),
    FAULT("Vous la saluez.", "a\xFF", FINDING_NOT_UTF8),
    FAULT("Vous la saluez.", "\xC0\x80", FINDING_NOT_UTF8),
    FAULT("Vous la saluez.", "\xED\xA0\x80", FINDING_NOT_UTF8),
    FAULT("Vous la saluez.", "\xF4\x90\x80\x80", FINDING_NOT_UTF8),
    FAULT("Vous la saluez.", "Appelez le 06 12 34 56 78.", FINDING_LOOKS_PERSONAL),
    FAULT("Vous la saluez.", "Bonjour!", FINDING_TYPOGRAPHY),
    FAULT("\"language\": \"fr\"", "\"language\": \"français\"", FINDING_BAD_VALUE),
    FAULT("2027-06-01", "2027-02-30", FINDING_BAD_VALUE),
    FAULT("2027-06-01", "2027-13-01", FINDING_BAD_VALUE),
    FAULT("2027-06-01", "1900-02-29", FINDING_BAD_VALUE),
    FAULT("2027-06-01", "hier", FINDING_BAD_VALUE),
    FAULT("2027-06-01", "2020-06-01", FINDING_PAST_REVIEW),
    // keys
    FAULT("\"title\":", "\"%s%n\":", FINDING_UNKNOWN_KEY),
    FAULT("\"title\":", "\"\":", FINDING_UNKNOWN_KEY),
    FAULT("\"title\":", "\"\\u202Etitle\":", FINDING_UNKNOWN_KEY),
    FAULT("\"title\":", "\"Title\":", FINDING_UNKNOWN_KEY),
    FAULT("\"title\":", "\"\\u0074itle\": \"T\", \"title\":", FINDING_DUPLICATE_KEY),
    FAULT("\"x-outil\":", "\"y-outil\":", FINDING_UNKNOWN_KEY),
    // links, conditions, patterns
    FAULT("\"start\": \"accueil\"", "\"start\": \"ailleurs\"", FINDING_BROKEN_LINK),
    FAULT("\"next\": \"papiers\"", "\"next\": \"papier\"", FINDING_BROKEN_LINK),
    FAULT("\"with\": \"lea\"", "\"with\": \"leo\"", FINDING_BROKEN_LINK),
    FAULT("\"effects\": {\"confiance\"", "\"effects\": {\"confianse\"", FINDING_UNKNOWN_NAME),
    FAULT("\"not salue\"", "\"not\"", FINDING_BAD_CONDITION),
    FAULT("\"not salue\"", "\"salue and\"", FINDING_BAD_CONDITION),
    FAULT("\"not salue\"", "\"((((salue\"", FINDING_BAD_CONDITION),
    FAULT("\"not salue\"", "\"\"", FINDING_BAD_CONDITION),
    FAULT("\"not salue\"", "\"%n%s\"", FINDING_BAD_CONDITION),
    FAULT("\"not salue\"", "\"99999999999 > 1\"", FINDING_BAD_CONDITION),
    FAULT("\"not salue\"", "\"not poli\"", FINDING_UNKNOWN_NAME),
    FAULT("\"not salue\"", "\"seen(nowhere)\"", FINDING_UNKNOWN_NAME),
    FAULT("\\\\bbonjour\\\\b", "(", FINDING_BAD_PATTERN),
    FAULT("\\\\bbonjour\\\\b", "(*UTF)a", FINDING_BAD_PATTERN),
    FAULT("\\\\bbonjour\\\\b", "(?R)", FINDING_BAD_PATTERN),
    FAULT("\\\\bbonjour\\\\b", "(?C1)a", FINDING_BAD_PATTERN),
    FAULT("\\\\bbonjour\\\\b", "\\\\C", FINDING_BAD_PATTERN),
    FAULT("\\\\bbonjour\\\\b", "[œ]", FINDING_BAD_PATTERN),
    FAULT("\\\\bbonjour\\\\b", "bonsoir", FINDING_EXAMPLE_FAILS),
    FAULT("\\\\bbonjour\\\\b", "^(\\\\w+\\\\s?)*$", FINDING_SLOW_PATTERN),
    FAULT("\\\\bbonjour\\\\b", "\\\\w{1,44}\\\\w{1,44}\\\\w{1,44}!", FINDING_EXAMPLE_FAILS),
    // JSON
    FAULT("\"kind\": \"scenario\",", "\"kind\": \"scenario\"", FINDING_BAD_JSON),
    FAULT("\"kind\": \"scenario\",", "\"kind\": \"scenario\",,", FINDING_BAD_JSON),
    FAULT("\"kind\": \"scenario\",", "\"kind\" \"scenario\",", FINDING_BAD_JSON),
    FAULT("\"kind\": \"scenario\",", "'kind': 'scenario',", FINDING_BAD_JSON),
    FAULT("\"kind\": \"scenario\",", "kind: \"scenario\",", FINDING_BAD_JSON),
    FAULT("\"kind\": \"scenario\",", "\"kind\": \"scenario\", // a note\n", FINDING_BAD_JSON),
    FAULT("\"kind\": \"scenario\",", "\"kind\": \"scenario\",\v", FINDING_BAD_JSON),
    FAULT("\"kind\": \"scenario\",", "\"kind\": \"Scenario\",", FINDING_BAD_VALUE),
};

// One line a fault that is called otherwise; returns how many.
static int32_t miss(Str bytes, FindingCode code, const Verdict *verdict) {
    if (verdict->count[code] > 0) {
        return 0;
    }
    print_error("%.*s is no %.*s\n", S_ARG(bytes), S_ARG(finding_code(code)));
    return 1;
}

static void each_fault_bears_its_name(void **state) {
    Desk *desk = *state;
    int32_t missed = 0;
    for (int32_t i = 0; i < COUNT(FAULTS); i++) {
        const Fault *fault = &FAULTS[i];
        ArenaMark mark = arena_mark(&desk->lasting);
        Str bytes = str_copy(&desk->lasting, replace(desk, desk->complete, fault->what, fault->by));
        Verdict verdict = judge(desk, bytes);
        missed += miss(fault->by, fault->code, &verdict);
        arena_rewind(&desk->lasting, mark);
    }
    assert_int_equal(missed, 0);
}

// Whole files that are no case.
typedef struct {
    Str bytes;
    FindingCode code;
} Whole;

#define WHOLE(bytes, code) \
    { S_INIT(bytes), code }

static const Whole WHOLES[] = {
    WHOLE("", FINDING_BAD_JSON),
    WHOLE(" \n\t ", FINDING_BAD_JSON),
    WHOLE("\0", FINDING_BAD_JSON),
    WHOLE("{\"format\": 1}\0", FINDING_TRAILING_TEXT),
    WHOLE("{}{}", FINDING_TRAILING_TEXT),
    WHOLE("{} x", FINDING_TRAILING_TEXT),
    WHOLE("null", FINDING_WRONG_TYPE),
    WHOLE("[]", FINDING_WRONG_TYPE),
    WHOLE("42", FINDING_WRONG_TYPE),
    WHOLE("\"a case\"", FINDING_WRONG_TYPE),
    WHOLE("{}", FINDING_MISSING_KEY),
    WHOLE("Bonjour", FINDING_BAD_JSON),
    WHOLE("<html></html>", FINDING_BAD_JSON),
    WHOLE("\xEF\xBB\xBF{}", FINDING_BOM),
    WHOLE("\xEF\xBB\xBF\xEF\xBB\xBF{}", FINDING_BAD_JSON),
    WHOLE("\xEF\xBB\xBF", FINDING_BAD_JSON),
    WHOLE("\xFF\xFE{\0}\0", FINDING_NOT_UTF8), // UTF-16, little end first
    WHOLE("\xFE\xFF\0{\0}", FINDING_NOT_UTF8), // … big end first
    WHOLE("{\0\"\0a\0\"\0:\0"
          "1\0}\0",
          FINDING_NOT_UTF8),                                        // … without a mark
    WHOLE("{\"a\": \"\xE9t\xE9\"}", FINDING_NOT_UTF8),              // Latin-1
    WHOLE("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", FINDING_NOT_UTF8),       // a picture
    WHOLE("PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0", FINDING_BAD_JSON), // a .docx
    WHOLE("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", FINDING_NOT_UTF8),
    WHOLE("{\"a\": tru}", FINDING_BAD_JSON),
    WHOLE("{\"a\": \"x", FINDING_BAD_JSON),
    WHOLE("{\"a\": \"x\\", FINDING_BAD_JSON),
    WHOLE("{\"a\": \"x\\u12", FINDING_BAD_JSON),
    WHOLE("{\"a\": -}", FINDING_BAD_NUMBER),
    WHOLE("{,}", FINDING_BAD_JSON),
    WHOLE("{\"a\":1,}", FINDING_BAD_JSON),
    WHOLE("[1,]", FINDING_BAD_JSON),
    WHOLE("{]", FINDING_BAD_JSON),
};

static void each_file_that_is_no_case_is_told(void **state) {
    int32_t missed = 0;
    for (int32_t i = 0; i < COUNT(WHOLES); i++) {
        Verdict verdict = judge(*state, WHOLES[i].bytes);
        missed += miss(WHOLES[i].bytes, WHOLES[i].code, &verdict);
        assert_true(verdict.errors > 0);
    }
    assert_int_equal(missed, 0);
}

// Strange, and nothing an author must mend before the case plays.
static void what_is_only_strange_still_plays(void **state) {
    static const Str TEXTS[] = {S_INIT("%s%n%d"),
                                S_INIT("\\u202Eseulas"),
                                S_INIT("Vous\u200B la\u200D saluez."),
                                S_INIT("\\u001B[2J"),
                                S_INIT("\U0001F44B\U0001F3FD"),
                                S_INIT("*"),
                                S_INIT("\u0627\u0644\u0633\u0644\u0627\u0645"),
                                S_INIT("{0} {1} {9}")};
    Desk *desk = *state;
    for (int32_t i = 0; i < COUNT(TEXTS); i++) {
        Str bytes = replace(desk, desk->complete, S("Vous la saluez."), TEXTS[i]);
        assert_int_equal(judge(desk, str_copy(&desk->lasting, bytes)).errors, 0);
    }
}

static void repeat(StrBuilder *out, const char *what, int32_t times) {
    for (int32_t i = 0; i < times; i++) {
        str_add(out, str_from_c(what));
    }
}

static Str repeated(Desk *desk, const char *what, int32_t times) {
    StrBuilder out = {.arena = &desk->lasting};
    repeat(&out, what, times);
    return str_built(&out);
}

static void no_depth_is_too_much(void **state) {
    Desk *desk = *state;
    assert_int_equal(judge(desk, repeated(desk, "[", LIMIT_JSON_DEPTH)).count[FINDING_TOO_DEEP], 0);
    assert_int_equal(judge(desk, repeated(desk, "[", LIMIT_JSON_DEPTH + 1)).count[FINDING_TOO_DEEP], 1);
    assert_int_equal(judge(desk, repeated(desk, "[", 100000)).count[FINDING_TOO_DEEP], 1);
    assert_int_equal(judge(desk, repeated(desk, "{\"a\":", 100000)).count[FINDING_TOO_DEEP], 1);
    StrBuilder closed = {.arena = &desk->lasting};
    repeat(&closed, "[", LIMIT_JSON_DEPTH + 1);
    repeat(&closed, "]", LIMIT_JSON_DEPTH + 1);
    assert_int_equal(judge(desk, str_built(&closed)).count[FINDING_TOO_DEEP], 1);
}

static void no_size_is_too_much(void **state) {
    Desk *desk = *state;
    assert_int_equal(judge(desk, repeated(desk, "\"\\u00", 17 * 1024 * 1024 / 5)).count[FINDING_TOO_LARGE], 1);
    assert_int_equal(judge(desk, repeated(desk, "0,", LIMIT_FILE_BYTES / 2)).errors, 1);
    StrBuilder keys = {.arena = &desk->lasting};
    str_add(&keys, S("{\"a\":1"));
    for (int32_t i = 0; i < 20000; i++) {
        str_addf(&keys, ",\"k%d\":1", i);
    }
    str_add(&keys, S("}"));
    assert_int_equal(judge(desk, str_built(&keys)).errors, LIMIT_FINDINGS);
    assert_int_equal(judge(desk, repeated(desk, "{\"a\":1,\"a\":1,\"a\":1.5,", 1)).count[FINDING_DUPLICATE_KEY], 2);
}

static void a_thousand_marks_on_one_letter_are_a_text(void **state) {
    Desk *desk = *state;
    Str marks = repeated(desk, "\u0301", 1000);
    Str bytes = replace(desk, desk->complete, S("Vous la saluez."), marks);
    assert_int_equal(judge(desk, str_copy(&desk->lasting, bytes)).errors, 0);
    marks = repeated(desk, "e\u0301", LIMIT_TEXT_CHARS);
    bytes = replace(desk, desk->complete, S("Vous la saluez."), marks);
    assert_int_equal(judge(desk, str_copy(&desk->lasting, bytes)).count[FINDING_TOO_LONG], 1);
}

// `count` scenes that lead one to the other, then an ending; a decision in every tenth when `asks`.
static Str chain(Desk *desk, int32_t count, bool asks) {
    StrBuilder out = {.arena = &desk->lasting};
    str_add(&out,
            S("{\"format\":1,\"id\":\"c\",\"kind\":\"scenario\",\"language\":\"en\",\"title\":\"T\",\"summary\":\"S\","
              "\"theme\":\"accueil\",\"minutes\":{\"alone\":1,\"group\":1},\"competencies\":[\"eco\"],"
              "\"start\":\"s0\",\"scenes\":["));
    for (int32_t i = 0; i < count; i++) {
        if (asks && i % 10 == 0) {
            str_addf(&out, "{\"id\":\"s%d\",\"ask\":{\"kind\":\"choice\",\"next\":\"s%d\",\"options\":[", i, i + 1);
            str_add(&out, S("{\"id\":\"a\",\"text\":\"A\",\"scores\":{\"eco\":1},\"why\":\"W\"},"
                            "{\"id\":\"b\",\"text\":\"B\",\"scores\":{\"eco\":-1},\"why\":\"W\"}]}},"));
        } else {
            str_addf(&out, "{\"id\":\"s%d\",\"lines\":[{\"text\":\"L\"}],\"next\":\"s%d\"},", i, i + 1);
        }
    }
    str_addf(&out, "{\"id\":\"s%d\",\"ending\":{\"title\":\"T\",\"text\":\"T\"}}]}", count);
    return str_built(&out);
}

static void no_chain_of_scenes_is_too_long(void **state) {
    Desk *desk = *state;
    assert_int_equal(judge(desk, chain(desk, 10000, false)).errors, 0);
    assert_int_equal(judge(desk, chain(desk, 10000, true)).errors, 0);
    assert_int_equal(judge(desk, chain(desk, LIMIT_SCENES - 1, false)).errors, 0);
    Str quiz = replace(desk, chain(desk, LIMIT_SCENES, false), S("\"scenario\""), S("\"quiz\""));
    Verdict cut = judge(desk, quiz);
    assert_int_equal(cut.count[FINDING_TOO_MANY], 1);
    assert_int_equal(cut.count[FINDING_BROKEN_LINK], 0); // the way leads to what was not read, and so may its end
    assert_int_equal(cut.errors, 1);
}

// Each costs the room for a row, and no search for what was meant once no more are kept.
static void nine_hundred_thousand_unknown_keys_are_soon_told(void **state) {
    Desk *desk = *state;
    enum { KEYS = 900000, MOST_US = 20000000 };
    StrBuilder out = {.arena = &desk->lasting};
    str_add(&out, S("{"));
    for (int32_t i = 0; i < KEYS; i++) {
        str_addf(&out, "\"titel%d\":1,", i);
    }
    str_add(&out, S("\"end\":1}"));
    int64_t before_us = system_cpu_us();
    assert_int_equal(judge(desk, str_built(&out)).count[FINDING_UNKNOWN_KEY], LIMIT_FINDINGS);
    assert_true(system_cpu_us() - before_us < MOST_US);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_fault_bears_its_name, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(each_file_that_is_no_case_is_told, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(what_is_only_strange_still_plays, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(no_depth_is_too_much, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(no_size_is_too_much, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(a_thousand_marks_on_one_letter_are_a_text, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(no_chain_of_scenes_is_too_long, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(nine_hundred_thousand_unknown_keys_are_soon_told, open_desk, close_desk),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
