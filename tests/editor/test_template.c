// What a new case begins as: nothing is wrong with it but that its author has not written yet.
#include "editor_desk.h"

#include "base/date.h"
#include "check/case_check.h"
#include "editor/template.h"

static const Str LANGUAGES[] = {S_INIT("fr"), S_INIT("en")};

// Words of different lengths, for each blank others.
static Str fill(Arena *arena, Str bytes) {
    static const char *const WORDS[] = {"Une phrase simple", "Un mot", "Une réponse qui tient", "Un geste",
                                        "Ce qui se voit"};
    StrBuilder filled = {.arena = arena};
    ptrdiff_t from = 0;
    ScenarioBlank blank = scenario_find_blank(bytes, 0);
    for (int32_t i = 0; blank.to > 0; i++) {
        str_add(&filled, str_slice(bytes, from, blank.from));
        str_addf(&filled, "%s, %d.", WORDS[i % COUNT(WORDS)], i);
        from = blank.to;
        blank = scenario_find_blank(bytes, from);
    }
    str_add(&filled, str_slice(bytes, from, bytes.len));
    return str_built(&filled);
}

static const Findings *check(Writing *writing, Str bytes) {
    begin_with(writing, bytes);
    DocumentReading *reading = &writing->document.reading;
    int32_t today = date_days(S("2026-11-30"));
    case_check(reading->scenario, reading->bytes, today, &writing->desk->scratch, &reading->findings);
    return &reading->findings;
}

static void a_skeleton_can_be_played_lacks_only_its_authors_words_and_nothing_once_they_are_there(void **state) {
    Writing *writing = *state;
    Arena *arena = &writing->desk->arena;
    for (int32_t i = COUNT(LANGUAGES); i < TEMPLATE_COUNT * COUNT(LANGUAGES); i++) {
        const Template *from = &TEMPLATES[i / COUNT(LANGUAGES)];
        Str language = LANGUAGES[i % COUNT(LANGUAGES)];
        Str bytes = template_begin(arena, from, language);
        const Findings *findings = check(writing, bytes);
        assert_true(writing->document.reading.scenario->playable);
        assert_true(findings->count > 10);
        for (int32_t k = 0; k < findings->count; k++) {
            const Finding *finding = &findings->rows[k];
            if (finding->code != FINDING_TO_COMPLETE || finding->variant != TO_COMPLETE_BLANK) {
                fail_msg("%.*s, line %d: %.*s", S_ARG(from->key), finding->line, S_ARG(finding_code(finding->code)));
            }
        }
        findings = check(writing, fill(arena, bytes));
        if (findings->count > 0) {
            fail_msg("%.*s, filled: %.*s", S_ARG(from->key), S_ARG(finding_code(findings->rows[0].code)));
        }
        assert_str(value_at(writing, "/language"), operation_text(arena, (Str){0}, language).json);
    }
}

static void a_new_case_has_the_id_of_none_that_was_saved(void **state) {
    Writing *writing = *state;
    for (int32_t i = 0; i < TEMPLATE_COUNT; i++) {
        begin_with(writing, template_begin(&writing->desk->arena, &TEMPLATES[i], S("fr")));
        ASSERT_AT(writing, "/id", "\"nouvelle-situation\"");
    }
    assert_null(template_find(S("nothing")));
    assert_ptr_equal(template_find((Str){0}), &TEMPLATES[0]);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin_writing, end_writing)
    const struct CMUnitTest tests[] = {
        TEST(a_skeleton_can_be_played_lacks_only_its_authors_words_and_nothing_once_they_are_there),
        TEST(a_new_case_has_the_id_of_none_that_was_saved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
