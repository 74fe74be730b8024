// Words are found as people type them, and replaced in texts alone: whatever names something goes on naming it.
#include "editor_desk.h"

#include "editor/find.h"
#include "editor/texts.h"

#define NN "\u202F"

static FindHits find_in(Arena *arena, const char *text, const char *wanted, FindRules rules, Form *texts) {
    static const Field FIELD = {.kind = FIELD_TEXT};
    *texts = (Form){0};
    *rows_append(arena, texts) = (FormRow){.kind = FORM_TEXT, .field = &FIELD, .at = S("/x"), .text = str_from_c(text)};
    return find_hits(arena, texts, str_from_c(wanted), rules);
}

static void counts(const char *text, const char *wanted, FindRules rules, int32_t expected, int line) {
    Arena arena = {0};
    Form texts;
    int32_t count = find_in(&arena, text, wanted, rules, &texts).count;
    arena_finish(&arena);
    _assert_true(count == expected, "as many places are found as expected", __FILE__, line);
}

#define ANY ((FindRules){0})
#define COUNTS(text, wanted, rules, expected) counts((text), (wanted), (rules), (expected), __LINE__)

static void words_are_found_as_they_are_typed(void **state) {
    (void)state;
    COUNTS("L’aide, l’aide", "l'aide", ANY, 2);
    COUNTS("Quoi" NN "! Quoi !", "quoi !", ANY, 2);
    COUNTS("Été, été", "ÉTÉ", ANY, 2);
    COUNTS("Été, été", "ete", ANY, 0);
    COUNTS("Été, été", "été", ((FindRules){.exact_case = true}), 1);
    COUNTS("aide, aidé, s’aide, aider", "aide", ANY, 3);
    COUNTS("aide, aidé, s’aide, aider", "aide", ((FindRules){.whole_words = true}), 2);
    COUNTS("aaaa", "aa", ANY, 2);
    COUNTS("un", "une", ANY, 0);
    COUNTS("un", "", ANY, 0);
}

static void becomes(const char *text, const char *wanted, const char *by, int32_t left_out, const char *expected) {
    Arena arena = {0};
    Form texts;
    FindHits hits = find_in(&arena, text, wanted, ANY, &texts);
    bool *left = arena_push(&arena, bool, hits.count + 1);
    left[left_out < 0 ? hits.count : left_out] = true;
    Operations step = find_replace(&arena, &texts, &hits, left, str_from_c(by));
    Str json = step.count > 0 ? step.rows[0].json : (Str){0};
    assert_str(json, expected ? operation_text(&arena, S("/x"), str_from_c(expected)).json : (Str){0});
    arena_finish(&arena);
}

static void what_is_left_out_stays(void **state) {
    (void)state;
    becomes("un, deux, un", "un", "trois", -1, "trois, deux, trois");
    becomes("un, deux, un", "un", "trois", 0, "un, deux, trois");
    becomes("un, deux, un", "un", "", 1, ", deux, un");
    becomes("un", "un", "trois", 0, NULL);
    becomes("Un", "un", "Un", -1, NULL);
}

// Everything but texts, as it stands in forms.
static Str tell_names(Writing *writing) {
    const Scenario *scenario = writing->document.reading.scenario;
    Arena *arena = &writing->desk->arena;
    StrBuilder names = {.arena = arena};
    FormShown none = {0};
    for (int32_t i = 0; i < scenario->scene_rows.count; i++) {
        Form form = form_of(arena, scenario, pointer_element(arena, S("/scenes"), i), &none);
        str_addf(&names, "%.*s ", S_ARG(scenario_name(scenario, scenario->scenes.rows[i + 1].id)));
        for (int32_t k = 0; k < form.count; k++) {
            bool names_something = form.rows[k].kind != FORM_TEXT;
            str_addf(&names, "%.*s %.*s %d\n", S_ARG(form.rows[k].at),
                     S_ARG(names_something ? form.rows[k].text : (Str){0}), (int)form.rows[k].value);
        }
    }
    return str_built(&names);
}

static void no_id_no_way_and_no_pattern_changes(void **state) {
    Writing *writing = *state;
    begin_with(writing, writing->desk->complete);
    Str before = tell_names(writing), pattern = value_at(writing, "/detectors/0/match/0");
    pattern = str_copy(&writing->desk->arena, pattern);
    static const char *const LETTERS[] = {"e", "a", "n", "b", "\\", "-"};
    for (int32_t i = 0; i < COUNT(LETTERS); i++) {
        Form texts = texts_of(&writing->desk->arena, writing->document.reading.scenario);
        FindHits hits = find_hits(&writing->desk->arena, &texts, str_from_c(LETTERS[i]), ANY);
        bool *left = arena_push(&writing->desk->arena, bool, hits.count + 1);
        Operations step = find_replace(&writing->desk->arena, &texts, &hits, left, S("ù"));
        if (step.count > 0) {
            Moment moment = {0};
            assert_int_equal(document_edit(&writing->document, &writing->desk->scratch, step.rows, step.count, &moment),
                             OPERATION_DONE);
        }
    }
    assert_true(str_equal(tell_names(writing), before));
    assert_str(value_at(writing, "/detectors/0/match/0"), pattern);
    Form texts = texts_of(&writing->desk->arena, writing->document.reading.scenario);
    assert_int_equal(find_hits(&writing->desk->arena, &texts, S("e"), ANY).count, 0);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_found_as_they_are_typed),
        cmocka_unit_test(what_is_left_out_stays),
        cmocka_unit_test_setup_teardown(no_id_no_way_and_no_pattern_changes, begin_writing, end_writing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
