// Every finding has an example: data/check/CODE.json, or CODE-WHAT.json, and CODE.expected, what palabre-cli prints of
// it:
//     for f in data/check/*.json; do palabre-cli --lang en check "$f" >"${f%.json}.expected"; done
// Read the diff before you commit it.
#include "base/error.h"
#include "base/file.h"
#include "base/path.h"
#include "check/case_check.h"
#include "scenario/finding_words.h"
#include "scenario/scenario_parse.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { TODAY = 20780 }; // 2026-11-23

typedef struct {
    Arena arena, scratch;
    Framework framework;
    Findings findings;
} Checked;

static void begin(Checked *checked) {
    *checked = (Checked){.findings = {.arena = &checked->arena}};
    framework_read(&checked->arena, &checked->scratch, &checked->framework);
}

static void end(Checked *checked) {
    arena_finish(&checked->scratch);
    arena_finish(&checked->arena);
}

static void check(Checked *checked, Str bytes) {
    Findings *findings = &checked->findings;
    Arena *scratch = &checked->scratch;
    const Scenario *scenario = scenario_parse(&checked->arena, scratch, &checked->framework, bytes, findings);
    case_check(scenario, bytes, TODAY, scratch, findings);
}

static Str load(Arena *arena, Str path) {
    Str bytes = {0};
    Error error = {0};
    if (!file_load(arena, path, LIMIT_FILE_BYTES, &bytes, &error)) {
        fail_msg("%s cannot be read", error.path);
    }
    return bytes;
}

static Str print_findings(Arena *arena, Str path, const Findings *findings) {
    Catalog english = {0};
    StrBuilder out = {.arena = arena};
    for (int32_t i = 0; i < findings->count; i++) {
        const Finding *finding = &findings->rows[i];
        const char *severity = finding_severity(finding->code) == SEVERITY_ERROR ? "error" : "warning";
        Str code = finding_code(finding->code);
        Str message = finding_message(arena, &english, finding);
        Str advice = finding_advice(arena, &english, finding);
        str_addf(&out, "%.*s:%d:%d: %s[%.*s]: ", S_ARG(path), finding->line, finding->column, severity, S_ARG(code));
        str_addf(&out, "%.*s\n  %.*s\n", S_ARG(message), S_ARG(advice));
    }
    return str_built(&out);
}

static FileList list_examples(Arena *arena) {
    FileList names = {0};
    Error error = {0};
    assert_true(file_list(arena, S("data/check"), S(".json"), &names, &error));
    return names;
}

static void each_example_finds_what_is_expected(void **state) {
    (void)state;
    Arena arena = {0};
    FileList names = list_examples(&arena);
    for (int32_t i = 0; i < names.count; i++) {
        Checked checked;
        begin(&checked);
        Str path = path_join(&arena, S("data/check"), names.rows[i]);
        check(&checked, load(&arena, path));
        Str stem = str_slice(path, 0, path.len - S(".json").len);
        Str expected = load(&arena, str_format(&arena, "%.*s.expected", S_ARG(stem)));
        Str found = print_findings(&arena, path, &checked.findings);
        assert_string_equal(str_to_c(&arena, found), str_to_c(&arena, expected));
        end(&checked);
    }
    arena_finish(&arena);
}

// Sixteen million spaces are not worth keeping.
static Str make_large_file(Arena *arena) {
    Str bytes = {arena_push(arena, char, LIMIT_FILE_BYTES + 1), LIMIT_FILE_BYTES + 1};
    memset((char *)bytes.text, ' ', (size_t)bytes.len);
    return bytes;
}

static void a_file_over_the_limit_is_too_large(void **state) {
    (void)state;
    Checked checked;
    begin(&checked);
    check(&checked, make_large_file(&checked.arena));
    assert_int_equal(checked.findings.count, 1);
    assert_int_equal(checked.findings.rows[0].code, FINDING_TOO_LARGE);
    end(&checked);
}

enum { MOST_VARIANTS = 32 };

static void each_sentence_has_an_example(void **state) {
    (void)state;
    Arena arena = {0};
    bool met[FINDING_COUNT][MOST_VARIANTS] = {[FINDING_TOO_LARGE] = {true}};
    FileList names = list_examples(&arena);
    for (int32_t i = 0; i < names.count; i++) {
        Checked checked;
        begin(&checked);
        check(&checked, load(&arena, path_join(&arena, S("data/check"), names.rows[i])));
        for (int32_t j = 0; j < checked.findings.count; j++) {
            met[checked.findings.rows[j].code][checked.findings.rows[j].variant] = true;
        }
        end(&checked);
    }
    int32_t missing = 0;
    for (FindingCode code = FINDING_NONE + 1; code < FINDING_COUNT; code++) {
        for (int32_t i = 0; i < FINDING_KINDS[code].variant_count; i++) {
            if (!met[code][i]) {
                print_message("no example says: %.*s\n", S_ARG(FINDING_KINDS[code].variants[i].message));
                missing++;
            }
        }
    }
    assert_int_equal(missing, 0);
    arena_finish(&arena);
}

static void the_example_of_a_code_bears_its_name(void **state) {
    (void)state;
    Arena arena = {0};
    for (FindingCode code = FINDING_NONE + 1; code < FINDING_COUNT; code++) {
        Str path = str_format(&arena, "data/check/%.*s.expected", S_ARG(finding_code(code)));
        Str mark = str_format(&arena, "[%.*s]", S_ARG(finding_code(code)));
        if (code != FINDING_TOO_LARGE) {
            assert_true(str_find(load(&arena, path), mark) >= 0);
        }
    }
    arena_finish(&arena);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_example_finds_what_is_expected),
        cmocka_unit_test(a_file_over_the_limit_is_too_large),
        cmocka_unit_test(each_sentence_has_an_example),
        cmocka_unit_test(the_example_of_a_code_bears_its_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
