// Whatever the format has can be added: what is made has the shape that it must have, and an id of its own.
#include "editor_desk.h"

#include "editor/form.h"
#include "editor/form_words.h"
#include "editor/fresh.h"
#include "editor/references.h"

// What an author has to write, choose or make first; of all else a fresh value has no fault.
static bool is_to_be_written(FindingCode code) {
    static const FindingCode CODES[] = {FINDING_BAD_VALUE, FINDING_BAD_CONDITION, FINDING_BAD_PATTERN};
    bool found = finding_severity(code) != SEVERITY_ERROR;
    for (int32_t i = 0; i < COUNT(CODES) && !found; i++) {
        found = CODES[i] == code;
    }
    return found;
}

// Does one thing that a form offers, looks at what is read, and undoes it.
static void try_add(Writing *writing, const FormAdd *add) {
    Operation operation;
    FreshWish wish = {add->at, add->which};
    Arena *arena = &writing->desk->arena;
    if (!fresh_operation(arena, writing->document.reading.scenario, &wish, &operation)) {
        fail_msg("%.*s cannot be added", S_ARG(add->at));
    }
    OperationResult result = do_operation(writing, operation);
    if (result != OPERATION_DONE) {
        fail_msg("%.*s: result %d", S_ARG(add->at), (int)result);
    }
    const Findings *findings = &writing->document.reading.findings;
    for (int32_t i = 0; i < findings->count; i++) {
        if (!is_to_be_written(findings->rows[i].code)) {
            fail_msg("%.*s: %.*s", S_ARG(add->at), S_ARG(finding_code(findings->rows[i].code)));
        }
    }
    assert_non_null(undo(writing));
}

static int32_t try_form(Writing *writing, Str at) {
    FormShown none = {0};
    Arena arena = {0};
    int32_t tried = 0;
    Str before = bytes_of(writing);
    Form form = form_of(&arena, writing->document.reading.scenario, str_copy(&arena, at), &none);
    for (int32_t i = 0; i < form.count; i++) {
        for (int32_t k = 0; k < form.rows[i].adds.count; k++) {
            if (!form.rows[i].adds.rows[k].shows) {
                try_add(writing, &form.rows[i].adds.rows[k]);
                tried++;
            }
        }
    }
    assert_str(writing->document.reading.bytes, before);
    arena_finish(&arena);
    return tried;
}

static void all_that_a_form_offers_can_be_added_and_has_the_shape_it_must_have(void **state) {
    Writing *writing = *state;
    begin_with(writing, writing->desk->complete);
    int32_t tried = 0, scenes = writing->document.reading.scenario->scene_rows.count;
    for (int32_t i = 0; i < FORM_PART_COUNT; i++) {
        tried += try_form(writing, FORM_PARTS[i].at);
    }
    for (int32_t i = 0; i < scenes; i++) {
        tried += try_form(writing, pointer_element(&writing->desk->arena, S("/scenes"), i));
    }
    assert_in_range(tried, 200, 5000);
}

static void add_fresh(Writing *writing, const char *at, const char *which) {
    Operation operation;
    FreshWish wish = {str_from_c(at), str_from_c(which)};
    assert_true(fresh_operation(&writing->desk->arena, writing->document.reading.scenario, &wish, &operation));
    assert_int_equal(do_operation(writing, operation), OPERATION_DONE);
}

static void what_is_added_has_an_id_that_nothing_else_has(void **state) {
    Writing *writing = *state;
    open_file(writing, S(S01));
    add_fresh(writing, "/scenes/3/ask/options/-", "");
    ASSERT_AT(writing, "/scenes/3/ask/options/5/id", "\"f\"");
    assert_int_equal(set_json(writing, "/scenes/3/ask/options/5/id", "\"h\""), OPERATION_DONE);
    assert_int_equal(take_out(writing, "/scenes/3/ask/options/0"), OPERATION_DONE);
    assert_int_equal(take_out(writing, "/scenes/3/ask/options/0"), OPERATION_DONE);
    add_fresh(writing, "/scenes/3/ask/options/-", "");
    ASSERT_AT(writing, "/scenes/3/ask/options/4/id", "\"f\"");
    add_fresh(writing, "/scenes/1", "ask");
    ASSERT_AT(writing, "/scenes/1/id", "\"scene-22\"");
    ASSERT_AT(writing, "/scenes/1/lines/0/text", "\"\"");
    ASSERT_AT(writing, "/scenes/1/ask/kind", "\"choice\"");
    ASSERT_AT(writing, "/scenes/1/ask/options/1/id", "\"b\"");
    assert_int_equal(set_json(writing, "/facts", "[{\"id\": \"fact_2\"}]"), OPERATION_DONE);
    add_fresh(writing, "/facts/-", "");
    ASSERT_AT(writing, "/facts/1/id", "\"fact_3\"");
}

static void a_copy_stands_behind_what_it_copies_and_differs_by_its_id_alone(void **state) {
    Writing *writing = *state;
    Operation operation;
    open_file(writing, S(S01));
    const DocumentReading *reading = &writing->document.reading;
    Arena *arena = &writing->desk->arena;
    Str title = str_copy(arena, value_at(writing, "/scenes/3/title"));
    Str ask = str_copy(arena, value_at(writing, "/scenes/3/ask"));
    assert_true(fresh_copy(arena, reading->scenario, reading->bytes, S("/scenes/3"), &operation));
    assert_int_equal(do_operation(writing, operation), OPERATION_DONE);
    assert_str(value_at(writing, "/scenes/4/title"), title);
    assert_str(value_at(writing, "/scenes/4/ask"), ask);
    ASSERT_AT(writing, "/scenes/4/id", "\"scene-22\"");
    assert_false(fresh_copy(arena, reading->scenario, reading->bytes, S("/scenes/400"), &operation));
    assert_false(fresh_copy(arena, reading->scenario, reading->bytes, S("/title"), &operation));
}

static void one_way_becomes_two_of_which_the_last_is_for_all_other_cases(void **state) {
    Writing *writing = *state;
    open_file(writing, S(S01));
    assert_int_equal(set_json(writing, "/scenes/3/ask/options/0/next", "\"fin-a\""), OPERATION_DONE);
    add_fresh(writing, "/scenes/3/ask/options/0/next", "");
    ASSERT_AT(writing, "/scenes/3/ask/options/0/next/0", "{\"if\": \"\", \"to\": \"fin-a\"}");
    ASSERT_AT(writing, "/scenes/3/ask/options/0/next/1", "{\"to\": \"fin-a\"}");
    assert_int_equal(set_json(writing, "/scenes/3/ask/options/0/next/0/to", "\"fin-c\""), OPERATION_DONE);
    add_fresh(writing, "/scenes/3/ask/options/0/next", "");
    ASSERT_AT(writing, "/scenes/3/ask/options/0/next/0/to", "\"fin-c\"");
    ASSERT_AT(writing, "/scenes/3/ask/options/0/next/1", "{\"if\": \"\", \"to\": \"fin-a\"}");
    ASSERT_AT(writing, "/scenes/3/ask/options/0/next/2", "{\"to\": \"fin-a\"}");
}

static void what_cannot_be_is_not_added(void **state) {
    static const char *const PLACES[] = {"/nothing/-", "/scenes/3/lines/x/text", "/characters/-/name", ""};
    Writing *writing = *state;
    Operation operation;
    begin_with(writing, S("{\"format\": 1, \"scenes\": [{\"id\": \"a\", \"ending\": {\"title\": \"f\", "
                          "\"text\": \"f\"}}]}"));
    for (int32_t i = 0; i < COUNT(PLACES); i++) {
        FreshWish wish = {.at = str_from_c(PLACES[i])};
        assert_false(fresh_operation(&writing->desk->arena, writing->document.reading.scenario, &wish, &operation));
    }
    FreshWish nobody = {.at = S("/scenes/0/ending/portraits/-")}; // of whom, where there is no character
    assert_false(fresh_operation(&writing->desk->arena, writing->document.reading.scenario, &nobody, &operation));
}

static int32_t recast(Writing *writing, const char *at, Str kind) {
    Operation operation;
    int32_t let_go = -1;
    const DocumentReading *reading = &writing->document.reading;
    FreshWish wish = {.at = str_from_c(at), .which = kind};
    assert_true(fresh_recast(&writing->desk->arena, reading->scenario, reading->bytes, &wish, &operation, &let_go));
    assert_int_equal(do_operation(writing, operation), OPERATION_DONE);
    return let_go;
}

static void a_decision_of_another_kind_keeps_what_both_have(void **state) {
    Writing *writing = *state;
    begin_with(
        writing,
        S("{\"format\": 1, \"start\": \"a\", \"competencies\": [\"eco\"], \"scenes\": [{\"id\": \"a\", \"ask\": "
          "{\"kind\": \"choice\", \"prompt\": \"Q\", \"confidence\": true, \"x-mine\": [1], \"options\": [{\"id\": "
          "\"u\", \"text\": \"1\", \"why\": \"w\", \"scores\": {\"eco\": 1}, \"x-own\": 2}, {\"id\": \"v\", "
          "\"text\": \"2\"}], \"limit\": {\"seconds\": 9, \"option\": \"u\"}}}]}"));
    assert_int_equal(recast(writing, "/scenes/0/ask", S("multiple")), 1); // the limit
    ASSERT_AT(writing, "/scenes/0/ask/options/0/scores", "{\"eco\": 1}");
    assert_int_equal(recast(writing, "/scenes/0/ask", S("rank")), 1); // the mark
    ASSERT_AT(writing, "/scenes/0/ask/kind", "\"rank\"");
    ASSERT_AT(writing, "/scenes/0/ask/prompt", "\"Q\"");
    ASSERT_AT(writing, "/scenes/0/ask/confidence", "true");
    ASSERT_AT(writing, "/scenes/0/ask/x-mine", "[1]");
    ASSERT_AT(writing, "/scenes/0/ask/items/0/id", "\"u\"");
    ASSERT_AT(writing, "/scenes/0/ask/items/0/why", "\"w\"");
    ASSERT_AT(writing, "/scenes/0/ask/items/0/x-own", "2");
    ASSERT_AT(writing, "/scenes/0/ask/items/2/id", "\"item-3\"");
    assert_int_equal(recast(writing, "/scenes/0/ask", S("classify")), 0);
    ASSERT_AT(writing, "/scenes/0/ask/items/1/text", "\"2\"");
    ASSERT_AT(writing, "/scenes/0/ask/bins/1/id", "\"bin-2\"");
    assert_int_equal(recast(writing, "/scenes/0/ask", S("write")), 2); // items and places
    assert_int_equal(json_find_pointer(bytes_of(writing), S("/scenes/0/ask/items")), -1);
}

static void each_kind_becomes_each_other_and_undoing_gives_it_back(void **state) {
    Writing *writing = *state;
    begin_with(writing, writing->desk->complete);
    int32_t tried = 0, scenes = writing->document.reading.scenario->scene_rows.count;
    for (int32_t i = 0; i < scenes * WORDS_ASK_KIND.count; i++) {
        Str kind = WORDS_ASK_KIND.words[i % WORDS_ASK_KIND.count];
        const char *at = str_to_c(&writing->desk->arena,
                                  str_format(&writing->desk->arena, "/scenes/%d/ask", i / WORDS_ASK_KIND.count));
        Str old = json_find_pointer(bytes_of(writing), str_from_c(at)) >= 0 ? value_at(writing, at) : (Str){0};
        Str quoted = str_format(&writing->desk->arena, "\"kind\": \"%.*s\"", S_ARG(kind));
        if (old.len == 0 || str_find(old, quoted) >= 0) {
            continue;
        }
        Str before = str_copy(&writing->desk->arena, bytes_of(writing));
        (void)recast(writing, at, kind);
        const Findings *findings = &writing->document.reading.findings;
        for (int32_t k = 0; k < findings->count; k++) {
            assert_true(findings->rows[k].code != FINDING_MISSING_KEY &&
                        findings->rows[k].code != FINDING_UNKNOWN_KEY && findings->rows[k].code != FINDING_WRONG_TYPE);
        }
        assert_non_null(undo(writing));
        assert_str(bytes_of(writing), before);
        tried++;
    }
    assert_in_range(tried, 30, 200);
}

static int32_t count_references(const Writing *writing, const char *at) {
    const DocumentReading *reading = &writing->document.reading;
    return references_find_into(&writing->desk->arena, reading->scenario, reading->bytes, str_from_c(at)).count;
}

static void what_names_a_part_from_outside_is_known_and_what_does_so_inside_is_not_counted(void **state) {
    Writing *writing = *state;
    begin_with(writing,
               S("{\"format\": 1, \"gauges\": [{\"id\": \"trust\", \"name\": \"T\", \"start\": 1}], \"start\": \"a\", "
                 "\"scenes\": [{\"id\": \"a\", \"ask\": {\"kind\": \"choice\", \"options\": [{\"id\": \"x\", \"text\": "
                 "\"1\", \"next\": \"a\", \"effects\": {\"trust\": 5}}, {\"id\": \"y\", \"text\": \"2\", \"if\": "
                 "\"chose(a, x) and trust > 2\"}]}}, {\"id\": \"b\", \"lines\": [{\"text\": \"t\", \"if\": \"chose(a, "
                 "y)\"}], \"next\": \"a\"}]}"));
    assert_int_equal(count_references(writing, "/scenes/0"), 4);               // start, the line twice, next
    assert_int_equal(count_references(writing, "/scenes/0/ask/options/0"), 1); // the condition of y
    assert_int_equal(count_references(writing, "/scenes/0/ask/options/1"), 1); // the line
    assert_int_equal(count_references(writing, "/gauges/0"), 2);
    assert_int_equal(count_references(writing, "/scenes/1"), 0);
    assert_int_equal(count_references(writing, "/scenes/7"), 0);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin_writing, end_writing)
    const struct CMUnitTest tests[] = {
        TEST(all_that_a_form_offers_can_be_added_and_has_the_shape_it_must_have),
        TEST(what_is_added_has_an_id_that_nothing_else_has),
        TEST(a_copy_stands_behind_what_it_copies_and_differs_by_its_id_alone),
        TEST(one_way_becomes_two_of_which_the_last_is_for_all_other_cases),
        TEST(a_decision_of_another_kind_keeps_what_both_have),
        TEST(each_kind_becomes_each_other_and_undoing_gives_it_back),
        TEST(what_cannot_be_is_not_added),
        TEST(what_names_a_part_from_outside_is_known_and_what_does_so_inside_is_not_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
