// One document: what it says of a file, its steps, and whether it is saved.
#include "editor_desk.h"

static const char LINE[] = "/scenes/0/lines/0/text";

// The value of a text, without its quotes.
static Str text_at(Writing *writing, const char *at) {
    Str value = value_at(writing, at);
    return str_copy(&writing->desk->arena, str_slice(value, 1, value.len - 1));
}

static void type_letters(Writing *writing, const char *at, Str letters, int32_t pause_ms) {
    StrBuilder text = {.arena = &writing->desk->arena};
    str_add(&text, text_at(writing, at));
    for (ptrdiff_t i = 0; i < letters.len; i++) {
        str_add_char(&text, letters.text[i]);
        assert_int_equal(type_text(writing, at, str_built(&text), i == 0 ? 60000 : pause_ms), OPERATION_DONE);
    }
}

// The walk for which the whole was made: a letter, a scene renamed, both undone.
static void a_letter_and_a_rename_are_undone_one_after_the_other(void **state) {
    Writing *writing = *state;
    open_file(writing, S(S01));
    Str first = bytes_of(writing);
    assert_true(writing->document.canonical);
    assert_false(document_is_unsaved(&writing->document));
    type_letters(writing, LINE, S("x"), 0);
    assert_int_equal(count_changed_lines(first, bytes_of(writing)), 1);
    assert_true(document_is_unsaved(&writing->document));
    Str id = text_at(writing, "/scenes/0/id");
    assert_int_equal(give_id(writing, "/scenes/0/id", "renamed-scene"), OPERATION_DONE);
    assert_true(str_find(bytes_of(writing), str_format(&writing->desk->arena, "\"%.*s\"", S_ARG(id))) < 0);
    assert_int_equal(writing->document.reading.findings.error_count, 0);
    const RevisionStep *step = undo(writing);
    assert_int_equal(step->kind, OPERATION_RENAME);
    assert_str(step->at, S("/scenes/0/id"));
    assert_true(document_is_unsaved(&writing->document));
    assert_str(undo(writing)->at, S(LINE));
    assert_str(bytes_of(writing), first);
    assert_false(document_is_unsaved(&writing->document));
    assert_null(undo(writing));
}

static void letters_typed_in_a_row_are_one_step(void **state) {
    Writing *writing = *state;
    open_file(writing, S(S01));
    Str first = bytes_of(writing);
    type_letters(writing, LINE, S("abc"), DOCUMENT_TYPING_MS);
    assert_int_equal(writing->document.revisions.undo_count, 1);
    type_letters(writing, LINE, S("def"), 10); // begins after a minute
    assert_int_equal(writing->document.revisions.undo_count, 2);
    type_letters(writing, LINE, S("ghi"), DOCUMENT_TYPING_MS + 1);
    assert_int_equal(writing->document.revisions.undo_count, 5);
    for (int32_t i = 0; i < 5; i++) {
        assert_non_null(undo(writing));
    }
    assert_str(bytes_of(writing), first);
}

static void letters_at_another_place_are_another_step(void **state) {
    Writing *writing = *state;
    Arena *arena = &writing->desk->arena;
    open_file(writing, S(S01));
    Str had = text_at(writing, LINE);
    type_text(writing, LINE, str_format(arena, "%.*s!", S_ARG(had)), 10);
    type_text(writing, LINE, str_format(arena, "x%.*s!", S_ARG(had)), 10); // the caret went to the front
    assert_int_equal(writing->document.revisions.undo_count, 2);
    type_text(writing, LINE, str_format(arena, "xy%.*s!", S_ARG(had)), 10);
    assert_int_equal(writing->document.revisions.undo_count, 2);
    type_text(writing, "/title", S("Another field"), 10);
    assert_int_equal(writing->document.revisions.undo_count, 3);
}

static void letters_that_were_typed_and_erased_are_no_step(void **state) {
    Writing *writing = *state;
    Arena *arena = &writing->desk->arena;
    open_file(writing, S(S01));
    Str had = text_at(writing, LINE);
    type_text(writing, LINE, str_format(arena, "%.*sab", S_ARG(had)), 10);
    type_text(writing, LINE, str_format(arena, "%.*sa", S_ARG(had)), 10);
    type_text(writing, LINE, had, 10);
    assert_int_equal(writing->document.revisions.undo_count, 0);
    assert_int_equal(writing->document.revisions.redo_count, 0);
    assert_false(document_is_unsaved(&writing->document));
}

static void what_is_done_after_undoing_takes_the_place_of_what_was_undone(void **state) {
    Writing *writing = *state;
    open_file(writing, S(S01));
    set_json(writing, "/title", "\"A\"");
    set_json(writing, "/title", "\"B\"");
    set_json(writing, "/title", "\"C\"");
    undo(writing);
    undo(writing);
    ASSERT_AT(writing, "/title", "\"A\"");
    redo(writing);
    ASSERT_AT(writing, "/title", "\"B\"");
    set_json(writing, "/title", "\"D\"");
    assert_null(redo(writing));
    undo(writing);
    ASSERT_AT(writing, "/title", "\"B\"");
    assert_str(redo(writing)->at, S("/title"));
    ASSERT_AT(writing, "/title", "\"D\"");
}

static void several_operations_are_one_step_or_none(void **state) {
    Writing *writing = *state;
    open_file(writing, S(S01));
    Str first = bytes_of(writing);
    Operation operations[] = {{.kind = OPERATION_RENAME, .at = S("/scenes/1/id"), .json = S("second")},
                              {.kind = OPERATION_MOVE, .at = S("/scenes/1"), .to = 0},
                              {.kind = OPERATION_RENAME, .at = S("/scenes/0/id"), .json = S("first-now")},
                              {.kind = OPERATION_REMOVE, .at = S("/nowhere")}};
    Arena *scratch = &writing->desk->scratch;
    assert_int_equal(document_edit(&writing->document, scratch, operations, 4, &(Moment){0}), OPERATION_NO_PLACE);
    assert_str(bytes_of(writing), first);
    assert_int_equal(document_edit(&writing->document, scratch, operations, 3, &(Moment){0}), OPERATION_DONE);
    ASSERT_AT(writing, "/scenes/0/id", "\"first-now\"");
    assert_int_equal(writing->document.reading.findings.error_count, 0);
    assert_int_equal(writing->document.revisions.undo_count, 1);
    undo(writing);
    assert_str(bytes_of(writing), first);
}

static void a_file_that_is_not_canonical_is_said_to_be_so(void **state) {
    Writing *writing = *state;
    begin_with(writing, S("{\"title\": \"A\", \"format\": 1, \"x-a\": 1, \"odd\": [1]}"));
    assert_false(writing->document.canonical);
    assert_true(document_is_unsaved(&writing->document));
    assert_str(bytes_of(writing), S("{\n  \"format\": 1,\n  \"title\": \"A\",\n  \"odd\": [1],\n  \"x-a\": 1\n}\n"));
    begin_with(writing, bytes_of(writing));
    assert_true(writing->document.canonical);
}

// Neither is changed by being opened, and each can be replaced, undoably.
static void what_is_no_case_is_kept_as_it_stands(void **state) {
    Writing *writing = *state;
    static const Str BYTES[] = {
        S_INIT(""),          S_INIT("{\"title\": “A”}"),     S_INIT("{\"format\": 2, \"title\": \"A\"}"),
        S_INIT("\xFF\xFE{"), S_INIT("{\"a\": 1, \"a\": 2}"), S_INIT("[1]")};
    for (int32_t i = 0; i < COUNT(BYTES); i++) {
        begin_with(writing, BYTES[i]);
        assert_str(bytes_of(writing), BYTES[i]);
        assert_true(writing->document.canonical);
        assert_int_equal(set_json(writing, "/title", "\"B\""), OPERATION_UNREAD);
        assert_int_equal(give_id(writing, "/id", "b"), OPERATION_UNREAD);
        assert_int_equal(do_operation(writing, (Operation){.kind = OPERATION_ALL, .json = writing->desk->complete}),
                         OPERATION_DONE);
        assert_true(writing->document.reading.scenario->playable);
        undo(writing);
        assert_str(bytes_of(writing), BYTES[i]);
    }
}

static void a_value_that_is_no_json_is_refused(void **state) {
    Writing *writing = *state;
    begin_with(writing, writing->desk->complete);
    static const char *const BAD[] = {"", "nul", "1, \"b\": 2", "\"a", "{\"a\": 1, \"a\": 2}", "1.5", "]", "01"};
    for (int32_t i = 0; i < COUNT(BAD); i++) {
        assert_int_equal(set_json(writing, "/title", BAD[i]), OPERATION_BAD_JSON);
    }
    assert_int_equal(set_json(writing, "/format", "2"), OPERATION_BAD_JSON);
    assert_int_equal(writing->document.revisions.undo_count, 0);
}

static void wrong_values_can_be_written_and_undone(void **state) {
    Writing *writing = *state;
    begin_with(writing, writing->desk->complete);
    Str first = bytes_of(writing);
    static const char *const AT[] = {"/title", "/scenes", "/start", "/scenes/0/id", "/gauges/0", "/format", "/kind"};
    for (int32_t i = 0; i < COUNT(AT); i++) {
        assert_int_equal(set_json(writing, AT[i], "\"\""), OPERATION_DONE);
        assert_true(writing->document.reading.findings.error_count > 0);
        assert_str(value_at(writing, AT[i]), S("\"\""));
        undo(writing);
        assert_str(bytes_of(writing), first);
    }
}

// Every case that comes with the program: it is laid out as it is saved, and one word is one line.
static void one_word_of_a_shipped_case_is_one_line(void **state) {
    Writing *writing = *state;
    static const char *const FOLDERS[] = {"../scenarios/fr", "../scenarios/en"};
    int32_t count = 0;
    for (int32_t folder = 0; folder < COUNT(FOLDERS); folder++) {
        FileList names = {0};
        assert_true(file_list(&writing->desk->lasting, str_from_c(FOLDERS[folder]), S(".json"), &names, NULL));
        for (int32_t i = 0; i < names.count; i++) {
            if (str_ends(names.rows[i], S(".test.json"))) {
                continue;
            }
            open_file(writing, path_join(&writing->desk->arena, str_from_c(FOLDERS[folder]), names.rows[i]));
            Str before = bytes_of(writing);
            assert_true(writing->document.canonical);
            assert_str(before, writing->document.file.bytes);
            const Scenario *scenario = writing->document.reading.scenario;
            Str line = pointer_at(&writing->desk->arena, before, scenario->lines.rows[1].place);
            Str at = pointer_join(&writing->desk->arena, line, S("text"));
            assert_int_equal(type_text(writing, str_to_c(&writing->desk->arena, at), S("Un mot."), 0), OPERATION_DONE);
            assert_int_equal(count_changed_lines(before, bytes_of(writing)), 1);
            arena_finish(&writing->desk->arena);
            count++;
        }
    }
    assert_true(count >= 30);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin_writing, end_writing)
    const struct CMUnitTest tests[] = {
        TEST(a_letter_and_a_rename_are_undone_one_after_the_other),
        TEST(letters_typed_in_a_row_are_one_step),
        TEST(letters_at_another_place_are_another_step),
        TEST(letters_that_were_typed_and_erased_are_no_step),
        TEST(what_is_done_after_undoing_takes_the_place_of_what_was_undone),
        TEST(several_operations_are_one_step_or_none),
        TEST(a_file_that_is_not_canonical_is_said_to_be_so),
        TEST(what_is_no_case_is_kept_as_it_stands),
        TEST(a_value_that_is_no_json_is_refused),
        TEST(wrong_values_can_be_written_and_undone),
        TEST(one_word_of_a_shipped_case_is_one_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
