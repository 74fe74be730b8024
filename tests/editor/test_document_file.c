// A document and its file: saved, changed by somebody else, saved as another case.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/temporary.h"
#include "editor_desk.h"

#include <stdio.h>
#include <unistd.h>

static Str path_in(Writing *writing, Str folder, const char *name) {
    return path_join(&writing->desk->lasting, folder, str_from_c(name));
}

static Str load(Writing *writing, Str path) {
    Str bytes = {0};
    Error error = {0};
    return file_load(&writing->desk->lasting, path, LIMIT_FILE_BYTES, &bytes, &error) ? bytes : S("nothing");
}

static void put(Str path, Str bytes) {
    assert_true(file_write(path, bytes, NULL));
}

// A folder with one case in it, which is open.
typedef struct {
    Str folder, path, first;
} Shelf;

static Shelf open_shelf(Writing *writing) {
    Shelf shelf = {.folder = temporary_folder(&writing->desk->lasting)};
    assert_true(shelf.folder.len > 0);
    shelf.path = path_in(writing, shelf.folder, "case.json");
    put(shelf.path, load(writing, S(S01)));
    open_file(writing, shelf.path);
    shelf.first = bytes_of(writing);
    return shelf;
}

static void close_shelf(Writing *writing, const Shelf *shelf) {
    FileList names = {0};
    assert_true(file_list(&writing->desk->lasting, shelf->folder, S(""), &names, NULL));
    for (int32_t i = 0; i < names.count; i++) {
        (void)remove(str_to_c(&writing->desk->arena, path_join(&writing->desk->arena, shelf->folder, names.rows[i])));
    }
    assert_int_equal(rmdir(str_to_c(&writing->desk->arena, shelf->folder)), 0);
}

static SaveResult save(Writing *writing, SaveOver over) {
    Error error = {0};
    return document_save(&writing->document, over, &error);
}

static void saving_changes_one_line_and_keeps_the_version_before(void **state) {
    Writing *writing = *state;
    Shelf shelf = open_shelf(writing);
    set_json(writing, "/title", "\"A word\"");
    assert_true(document_is_unsaved(&writing->document));
    assert_int_equal(save(writing, SAVE_MINE_ONLY), SAVE_DONE);
    assert_false(document_is_unsaved(&writing->document));
    assert_int_equal(count_changed_lines(shelf.first, load(writing, shelf.path)), 1);
    assert_str(load(writing, path_in(writing, shelf.folder, "case.json~")), shelf.first);
    undo(writing);
    assert_true(document_is_unsaved(&writing->document));
    redo(writing);
    assert_false(document_is_unsaved(&writing->document));
    set_json(writing, "/title", "\"Another\"");
    set_json(writing, "/title", "\"A word\"");
    assert_false(document_is_unsaved(&writing->document)); // it says what is in the file
    assert_true(document_take_previous(&writing->document, &writing->desk->scratch, 0, NULL));
    assert_str(bytes_of(writing), shelf.first);
    assert_true(document_is_unsaved(&writing->document));
    undo(writing);
    ASSERT_AT(writing, "/title", "\"A word\"");
    close_shelf(writing, &shelf);
}

static void letters_typed_after_saving_are_a_step_of_their_own(void **state) {
    Writing *writing = *state;
    Shelf shelf = open_shelf(writing);
    type_text(writing, "/title", S("a"), 10);
    assert_int_equal(save(writing, SAVE_MINE_ONLY), SAVE_DONE);
    type_text(writing, "/title", S("ab"), 10);
    assert_true(document_is_unsaved(&writing->document));
    undo(writing);
    ASSERT_AT(writing, "/title", "\"a\"");
    assert_false(document_is_unsaved(&writing->document));
    close_shelf(writing, &shelf);
}

// By content: a date tells nothing.
static void what_somebody_else_wrote_is_not_written_over(void **state) {
    Writing *writing = *state;
    Shelf shelf = open_shelf(writing);
    assert_int_equal(document_look_at_file(&writing->document), DOCUMENT_FILE_SAME);
    put(shelf.path, shelf.first);
    assert_int_equal(document_look_at_file(&writing->document), DOCUMENT_FILE_SAME);
    put(shelf.path, writing->desk->complete);
    assert_int_equal(document_look_at_file(&writing->document), DOCUMENT_FILE_CHANGED);
    set_json(writing, "/title", "\"Mine\"");
    Str mine = bytes_of(writing);
    assert_int_equal(save(writing, SAVE_MINE_ONLY), SAVE_CHANGED);
    assert_str(load(writing, shelf.path), writing->desk->complete);
    assert_true(document_is_unsaved(&writing->document));

    // Theirs is taken, and mine can be had again.
    assert_true(document_take_file(&writing->document, &writing->desk->scratch, 0, NULL));
    assert_false(document_is_unsaved(&writing->document));
    assert_int_equal(document_look_at_file(&writing->document), DOCUMENT_FILE_SAME);
    undo(writing);
    assert_str(bytes_of(writing), mine);
    assert_true(document_is_unsaved(&writing->document));

    // Mine is kept, and theirs stands beside it.
    put(shelf.path, S("{\"format\": 1, \"title\": \"Theirs\"}"));
    assert_int_equal(save(writing, SAVE_OVER), SAVE_DONE);
    assert_str(load(writing, shelf.path), mine);
    assert_str(load(writing, path_in(writing, shelf.folder, "case.json~")),
               S("{\"format\": 1, \"title\": \"Theirs\"}"));
    close_shelf(writing, &shelf);
}

static void a_file_that_is_gone_is_written_again(void **state) {
    Writing *writing = *state;
    Shelf shelf = open_shelf(writing);
    assert_int_equal(remove(str_to_c(&writing->desk->arena, shelf.path)), 0);
    assert_int_equal(document_look_at_file(&writing->document), DOCUMENT_FILE_GONE);
    assert_int_equal(save(writing, SAVE_MINE_ONLY), SAVE_DONE);
    assert_str(load(writing, shelf.path), shelf.first);
    begin_with(writing, shelf.first);
    assert_int_equal(document_look_at_file(&writing->document), DOCUMENT_FILE_NONE);
    close_shelf(writing, &shelf);
}

static void what_the_system_refuses_is_told_and_stays_unsaved(void **state) {
    Writing *writing = *state;
    Shelf shelf = open_shelf(writing);
    Error error = {0};
    set_json(writing, "/title", "\"A word\"");
    Str nowhere = path_in(writing, shelf.folder, "no-folder/case.json");
    SaveResult result = document_save_as(&writing->document, &writing->desk->scratch, nowhere, S("new"), &error);
    assert_int_equal(result, SAVE_REFUSED);
    assert_int_equal(error.code, ERROR_NOT_FOUND);
    assert_str(writing->document.file.path, shelf.path);
    assert_true(document_is_unsaved(&writing->document));
    ASSERT_AT(writing, "/id", "\"s01-faire-faire-avec-laisser-faire\"");
    Str before = bytes_of(writing);
    assert_false(document_open(&writing->document, &writing->desk->scratch, nowhere, &error));
    assert_str(bytes_of(writing), before);
    close_shelf(writing, &shelf);
}

static void another_case_is_another_in_all_its_past(void **state) {
    Writing *writing = *state;
    Arena *scratch = &writing->desk->scratch;
    Shelf shelf = open_shelf(writing);
    Str taken[] = {S("s01-faire-faire-avec-laisser-faire-2")};
    Str id = document_new_id(&writing->desk->lasting, S("s01-faire-faire-avec-laisser-faire"), taken, 1);
    assert_str(id, S("s01-faire-faire-avec-laisser-faire-3"));
    set_json(writing, "/title", "\"A\"");
    set_json(writing, "/title", "\"B\"");
    undo(writing);
    Str other = path_in(writing, shelf.folder, "other.json");
    assert_int_equal(document_save_as(&writing->document, scratch, other, id, NULL), SAVE_DONE);
    assert_str(writing->document.file.path, other);
    assert_false(document_is_unsaved(&writing->document));
    assert_str(load(writing, other), bytes_of(writing));
    assert_str(load(writing, shelf.path), shelf.first);
    ASSERT_AT(writing, "/title", "\"A\"");
    for (bool more = true; more; more = undo(writing) != NULL) {
        ASSERT_AT(writing, "/id", "\"s01-faire-faire-avec-laisser-faire-3\"");
    }
    assert_int_equal(writing->document.revisions.redo_count, 2);
    redo(writing);
    assert_false(document_is_unsaved(&writing->document));
    redo(writing);
    ASSERT_AT(writing, "/title", "\"B\"");
    ASSERT_AT(writing, "/id", "\"s01-faire-faire-avec-laisser-faire-3\"");
    assert_int_equal(document_save_as(&writing->document, scratch, shelf.path, S("x"), NULL), SAVE_CHANGED);
    assert_str(load(writing, shelf.path), shelf.first);
    close_shelf(writing, &shelf);
}

static void a_copy_is_another_case_and_the_document_stays_where_it_is(void **state) {
    Writing *writing = *state;
    Shelf shelf = open_shelf(writing);
    Str copy = path_in(writing, shelf.folder, "copy.json");
    assert_int_equal(document_save_copy(&writing->document, copy, S("a-copy"), NULL), SAVE_DONE);
    assert_int_equal(count_changed_lines(shelf.first, load(writing, copy)), 1);
    assert_str(writing->document.file.path, shelf.path);
    assert_str(bytes_of(writing), shelf.first);
    assert_int_equal(document_save_copy(&writing->document, copy, S("a-copy"), NULL), SAVE_CHANGED);
    open_file(writing, copy);
    ASSERT_AT(writing, "/id", "\"a-copy\"");
    close_shelf(writing, &shelf);
}

static void whatever_it_holds_it_can_be_saved(void **state) {
    Writing *writing = *state;
    Shelf shelf = open_shelf(writing);
    static const Str BYTES[] = {S_INIT("{\"format\": 1}"),
                                S_INIT("{\"format\": 1, \"scenes\": [3, {\"id\": \"A B\"}]}"),
                                S_INIT("{\"title\": “A”}"), S_INIT("[]"), S_INIT("{\"format\": 2}")};
    for (int32_t i = 0; i < COUNT(BYTES); i++) {
        put(shelf.path, BYTES[i]);
        open_file(writing, shelf.path);
        assert_false(document_is_unsaved(&writing->document));
        assert_int_equal(save(writing, SAVE_MINE_ONLY), SAVE_DONE);
        assert_str(load(writing, shelf.path), bytes_of(writing));
    }
    put(shelf.path, shelf.first);
    open_file(writing, shelf.path);
    do_operation(writing, (Operation){.kind = OPERATION_ALL});
    assert_int_equal(save(writing, SAVE_MINE_ONLY), SAVE_EMPTY);
    assert_str(load(writing, shelf.path), shelf.first);
    close_shelf(writing, &shelf);
}

static void a_new_id_begins_as_the_old_one_and_fits(void **state) {
    Writing *writing = *state;
    Arena *arena = &writing->desk->arena;
    Str taken[] = {S("a-2"), S("a-3")};
    assert_str(document_new_id(arena, S("a"), NULL, 0), S("a-2"));
    assert_str(document_new_id(arena, S("a-2"), taken, 2), S("a-4"));
    assert_str(document_new_id(arena, S("no slug"), NULL, 0), S("case-2"));
    assert_str(document_new_id(arena, S("2"), NULL, 0), S("2-2"));
    Str full = S("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa");
    Str fresh = document_new_id(arena, full, NULL, 0);
    assert_true(scenario_is_slug(fresh) && str_ends(fresh, S("a-2")));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin_writing, end_writing)
    const struct CMUnitTest tests[] = {
        TEST(saving_changes_one_line_and_keeps_the_version_before),
        TEST(letters_typed_after_saving_are_a_step_of_their_own),
        TEST(what_somebody_else_wrote_is_not_written_over),
        TEST(a_file_that_is_gone_is_written_again),
        TEST(what_the_system_refuses_is_told_and_stays_unsaved),
        TEST(another_case_is_another_in_all_its_past),
        TEST(a_copy_is_another_case_and_the_document_stays_where_it_is),
        TEST(whatever_it_holds_it_can_be_saved),
        TEST(a_new_id_begins_as_the_old_one_and_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
