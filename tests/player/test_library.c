#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/path.h"
#include "player/library_fault.h"

#include "base/file_place.h"
#include "session/event.h"

typedef struct {
    Place *place;
    Framework framework;
    Library library;
    Arena scratch;
} Shelf;

static void begin_shelf(Shelf *shelf, void **state) {
    *shelf = (Shelf){.place = *state};
    framework_read(&shelf->place->arena, &shelf->scratch, &shelf->framework);
    shelf->library.framework = &shelf->framework;
}

static void end_shelf(Shelf *shelf) {
    library_finish(&shelf->library);
    arena_finish(&shelf->scratch);
}

// Members of the top level are written ' in `more`.
static void add_case(Shelf *shelf, const char *id, const char *title, const char *more) {
    Arena *arena = &shelf->place->arena;
    StrBuilder text = {.arena = arena};
    str_addf(&text,
             "{'format': 1, 'id': '%s', 'kind': 'scenario', 'language': 'fr', 'title': '%s', 'summary': 'Un résumé', "
             "'theme': 'accueil', 'minutes': {'alone': 7, 'group': 9}, 'competencies': ['eco'], %s 'start': 's', "
             "'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'e', 'options': [{'id': 'a', 'text': 'A'}, "
             "{'id': 'b', 'text': 'B'}]}}, {'id': 'e', 'ending': {'title': 'E', 'text': 'T'}}]}",
             id, title, more);
    for (int32_t i = 0; i < text.count; i++) {
        text.rows[i] = (char)(text.rows[i] == '\'' ? '"' : text.rows[i]);
    }
    (void)write_file(shelf->place, str_to_c(arena, str_format(arena, "%s.json", id)), str_built(&text));
}

static void load_shelf(Shelf *shelf) {
    library_load(&shelf->library, &shelf->place->folder, 1);
}

// The ids that are shown, in order.
static void assert_shown(Shelf *shelf, LibraryFilter filter, const char *expected) {
    Arena *arena = &shelf->place->arena;
    LibraryView view = library_filter(&shelf->library, arena, &filter);
    StrBuilder line = {.arena = arena};
    for (int32_t i = 0; i < view.count; i++) {
        str_addf(&line, "%s%.*s", i > 0 ? " " : "", S_ARG(shelf->library.cards.rows[view.rows[i]].told.id));
    }
    assert_string_equal(str_to_c(arena, str_built(&line)), expected);
}

static void a_card_tells_what_one_wants_to_know_before(void **state) {
    Shelf shelf;
    begin_shelf(&shelf, state);
    add_case(&shelf, "one", "Un titre", "'notice': 'N', 'not_first': true,");
    load_shelf(&shelf);
    assert_int_equal(shelf.library.cards.count, 1);
    const Card *card = &shelf.library.cards.rows[0];
    assert_str(card->told.title, S("Un titre"));
    assert_str(card->told.theme, S("accueil"));
    assert_int_equal(card->told.minutes, 7);
    assert_int_equal(card->told.least, 1);
    assert_int_equal(card->told.most, 1);
    assert_true(card->told.not_first && !card->told.quiz && !card->broken);
    assert_true(library_has_theme(&shelf.library, S("accueil")));
    assert_false(library_has_theme(&shelf.library, S("conclure")));
    end_shelf(&shelf);
}

static void what_is_broken_is_listed_with_its_first_error(void **state) {
    Shelf shelf;
    begin_shelf(&shelf, state);
    (void)write_file(shelf.place, "bad.json", S("{\n\"format\": 1,,"));
    add_case(&shelf, "odd", "Un titre", "'color': 1,");
    (void)write_file(shelf.place, "one.test.json", S("{}"));
    load_shelf(&shelf);
    assert_int_equal(shelf.library.cards.count, 2);
    const Card *bad = &shelf.library.cards.rows[0];
    assert_true(bad->broken);
    assert_str(bad->told.title, S("bad.json"));
    assert_int_equal(bad->finding.code, FINDING_BAD_JSON);
    assert_int_equal(bad->finding.line, 2);
    assert_str(shelf.library.cards.rows[1].finding.arguments[0], S("color"));
    assert_str(shelf.library.cards.rows[1].told.title, S("Un titre"));
    end_shelf(&shelf);
}

static void assert_told(Shelf *shelf, Str path, const char *fault, const char *advice) {
    Arena *arena = &shelf->place->arena;
    Catalog none = {0};
    const Card *card = &shelf->library.cards.rows[library_add(&shelf->library, path)];
    assert_true(card->broken);
    assert_string_equal(str_to_c(arena, library_fault(arena, &none, card)), fault);
    assert_string_equal(str_to_c(arena, library_advice(arena, &none, card)), advice);
}

static void what_is_broken_says_why_and_what_to_do(void **state) {
    Shelf shelf;
    begin_shelf(&shelf, state);
    Arena *arena = &shelf.place->arena;
    add_case(&shelf, "fine", "Un titre", "");
    add_case(&shelf, "odd", "Un titre", "'color': 1,");
    (void)write_file(shelf.place, "none.json", S(""));
    (void)write_file(shelf.place, "new.json", S("{\"format\": 2}"));
    load_shelf(&shelf);
    assert_shown(&shelf, (LibraryFilter){.text = S("titre")}, "fine odd");
    Str folder = shelf.place->folder;
    assert_told(&shelf, path_join(arena, folder, S("none.json")), "The file is empty.",
                "It was perhaps not downloaded or copied to its end, or lost: ask for it again. Of a file that Palabre "
                "saved, the version before stands beside it, with ~ at the end of its name.");
    assert_told(&shelf, path_join(arena, folder, S("odd.json")),
                "There is a mistake in the file, on line 1. “color” is not a key that is known here.",
                "Ask its author to mend it: “palabre-cli check” lists all that is wrong.");
    assert_told(&shelf, path_join(arena, folder, S("new.json")),
                "The case is of format 2, which this version does not know.",
                "Update Palabre, or ask the author for a case of format 1. Nothing else of the file was read.");
    assert_told(&shelf, folder, "This file could not be read: it is a folder, a pipe or a device, not a file.",
                "Choose the file of the case itself; its name ends in .json.");
    assert_told(&shelf, path_join(arena, folder, S("gone.json")),
                "This file could not be read: there is no file or folder of this name.",
                "Check how it is written, and whether the file was moved or erased.");
    end_shelf(&shelf);
}

static void search_knows_neither_case_nor_accents_nor_order(void **state) {
    Shelf shelf;
    begin_shelf(&shelf, state);
    add_case(&shelf, "one", "Œuvrer à l’école", "'objectives': ['Reformuler'],");
    add_case(&shelf, "two", "Encore", "");
    load_shelf(&shelf);
    assert_shown(&shelf, (LibraryFilter){.text = S("ECOLE oeuvrer")}, "one");
    assert_shown(&shelf, (LibraryFilter){.text = S("reform")}, "one");
    assert_shown(&shelf, (LibraryFilter){.text = S("resume")}, "two one");
    assert_shown(&shelf, (LibraryFilter){.text = S("xyz")}, "");
    assert_shown(&shelf, (LibraryFilter){.theme = S("conclure")}, "");
    assert_shown(&shelf, (LibraryFilter){.quizzes_only = true}, "");
    end_shelf(&shelf);
}

static void what_was_begun_comes_first_and_what_is_not_for_a_beginning_last(void **state) {
    Shelf shelf;
    begin_shelf(&shelf, state);
    add_case(&shelf, "hard", "A", "'not_first': true,");
    add_case(&shelf, "quoted", "« Été »", "");
    add_case(&shelf, "plain", "Faire", "");
    add_case(&shelf, "begun", "Zut", "");
    load_shelf(&shelf);
    const Card *begun = &shelf.library.cards.rows[0];
    assert_str(begun->told.id, S("begun"));
    Arena *arena = &shelf.place->arena;
    Str bytes;
    assert_true(file_load(arena, begun->path, MOST, &bytes, NULL));
    Str hash = event_hash(arena, bytes);
    Journal journal = {.header = {.case_id = S("begun"), .hash = hash, .len = begun->len, .date = S("D")}};
    library_mark_started(&shelf.library, &(JournalList){.rows = &journal, .count = 1});
    assert_true(begun->started && !begun->changed);
    assert_shown(&shelf, (LibraryFilter){.language = S("fr")}, "begun quoted plain hard");
    journal.header.hash = S("0");
    library_mark_started(&shelf.library, &(JournalList){.rows = &journal, .count = 1});
    assert_true(begun->changed);
    end_shelf(&shelf);
}

static void a_case_given_by_hand_is_added_once(void **state) {
    Shelf shelf;
    begin_shelf(&shelf, state);
    add_case(&shelf, "one", "Un", "");
    Str path = str_from_c(path_of(shelf.place, "one.json"));
    assert_int_equal(library_add(&shelf.library, path), 0);
    assert_int_equal(library_add(&shelf.library, path), 0);
    assert_int_equal(library_add(&shelf.library, S("/no/such.json")), 1);
    assert_int_equal(shelf.library.cards.rows[1].error.code, ERROR_NOT_FOUND);
    end_shelf(&shelf);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_card_tells_what_one_wants_to_know_before, begin, end),
        cmocka_unit_test_setup_teardown(what_is_broken_is_listed_with_its_first_error, begin, end),
        cmocka_unit_test_setup_teardown(what_is_broken_says_why_and_what_to_do, begin, end),
        cmocka_unit_test_setup_teardown(search_knows_neither_case_nor_accents_nor_order, begin, end),
        cmocka_unit_test_setup_teardown(what_was_begun_comes_first_and_what_is_not_for_a_beginning_last, begin, end),
        cmocka_unit_test_setup_teardown(a_case_given_by_hand_is_added_once, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
