#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "base/path.h"
#include "player/library_fault.h"
#include "player/library_index.h"
#include "player/library_reader.h"

#include "base/file_place.h"
#include "session/event.h"

#include <stdio.h>

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

static void read_shelf(Shelf *shelf, Str journal, Str index) {
    library_finish(&shelf->library);
    LibraryReader *reader = library_reader_start(&(LibraryWish){.framework = &shelf->framework,
                                                                .folders = &shelf->place->folder,
                                                                .folder_count = 1,
                                                                .journal = journal,
                                                                .index = index,
                                                                .keeps = index.len > 0,
                                                                .waits = true});
    assert_false(library_reader_take(reader, &shelf->library));
    library_reader_stop(reader);
}

static void load_shelf(Shelf *shelf) {
    read_shelf(shelf, (Str){0}, (Str){0});
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

static int32_t add_by_hand(Shelf *shelf, Str path) {
    Arena parse = {0};
    Arena scratch = {0};
    CardParcel parcel = {0};
    CardMaker maker = {shelf->library.framework, &parcel.arena, &parse, &scratch};
    *rows_append(&parcel.arena, &parcel.cards) = library_read_card(&maker, path);
    library_replace(&shelf->library, &parcel);
    arena_finish(&scratch);
    arena_finish(&parse);
    return library_find(&shelf->library, path);
}

static void assert_told(Shelf *shelf, Str path, const char *fault, const char *advice) {
    Arena *arena = &shelf->place->arena;
    Catalog none = {0};
    const Card *card = &shelf->library.cards.rows[add_by_hand(shelf, path)];
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
                "Choose the file of the situation itself; its name ends in .json.");
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
    assert_shown(&shelf, (LibraryFilter){.most_minutes = 7}, "two one");
    assert_shown(&shelf, (LibraryFilter){.most_minutes = 6}, "");
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
    Card *begun = &shelf.library.cards.rows[0];
    assert_str(begun->told.id, S("begun"));
    Arena *arena = &shelf.place->arena;
    Str bytes;
    assert_true(file_load(arena, begun->path, MOST, &bytes, NULL));
    Str hash = event_hash(arena, bytes);
    Journal journal = {.header = {.case_id = S("begun"), .hash = hash, .len = begun->look.len, .date = S("D")}};
    library_mark_card(begun, &(JournalList){.rows = &journal, .count = 1});
    assert_true(begun->started && !begun->changed);
    assert_shown(&shelf, (LibraryFilter){.language = S("fr")}, "begun quoted plain hard");
    journal.header.hash = S("0");
    library_mark_card(begun, &(JournalList){.rows = &journal, .count = 1});
    assert_true(begun->started && !begun->changed); // its text may have been mended: only taking it up tells
    journal.header.path = str_from_c(path_of(shelf.place, "plain.json"));
    library_mark_card(begun, &(JournalList){.rows = &journal, .count = 1});
    assert_false(begun->started); // it is of another file
    end_shelf(&shelf);
}

// In the folder or out of it, there or not.
static void a_case_given_by_hand_is_listed_once(void **state) {
    Shelf shelf;
    begin_shelf(&shelf, state);
    add_case(&shelf, "one", "Un", "");
    Str given[] = {str_from_c(path_of(shelf.place, "one.json")), S("/no/such.json")};
    for (int32_t i = 0; i < COUNT(given); i++) {
        library_finish(&shelf.library);
        LibraryReader *reader = library_reader_start(&(LibraryWish){.framework = &shelf.framework,
                                                                    .folders = &shelf.place->folder,
                                                                    .folder_count = 1,
                                                                    .besides = given[i],
                                                                    .waits = true});
        assert_false(library_reader_take(reader, &shelf.library));
        library_reader_stop(reader);
        assert_int_equal(shelf.library.cards.count, i + 1);
        assert_int_equal(library_find(&shelf.library, given[i]), i);
    }
    assert_int_equal(shelf.library.cards.rows[1].error->code, ERROR_NOT_FOUND);
    end_shelf(&shelf);
}

static Str index_of(const Shelf *shelf) {
    return path_join(&shelf->place->arena, shelf->place->folder, S("cards.index"));
}

static Str load_index(const Shelf *shelf) {
    Str bytes = {0};
    assert_true(file_load(&shelf->place->arena, index_of(shelf), MOST, &bytes, NULL));
    return bytes;
}

static Str titles(const Shelf *shelf) {
    StrBuilder line = {.arena = &shelf->place->arena};
    for (int32_t i = 0; i < shelf->library.cards.count; i++) {
        str_addf(&line, "%.*s;", S_ARG(shelf->library.cards.rows[i].told.title));
    }
    return str_built(&line);
}

static void a_card_comes_out_of_the_index_as_it_went_in(void **state) {
    Shelf shelf;
    begin_shelf(&shelf, state);
    add_case(&shelf, "one", "« Un »", "'objectives': ['Écouter'], 'not_first': true,");
    (void)write_file(shelf.place, "bad.json", S("{"));
    read_shelf(&shelf, (Str){0}, index_of(&shelf));
    const Card parsed = shelf.library.cards.rows[1];
    Arena *arena = &shelf.place->arena;
    JsonWriter before = library_index_begin(arena);
    library_index_add(&before, &parsed);
    Str written = library_index_end(&before);
    assert_str(load_index(&shelf), written); // what is broken is left out
    LibraryIndex index = library_index_open(arena, &shelf.scratch, written);
    Card card;
    assert_true(library_index_find(&index, arena, parsed.path, parsed.look, &card));
    JsonWriter after = library_index_begin(arena);
    library_index_add(&after, &card);
    assert_str(library_index_end(&after), written);
    FileLook later = parsed.look, longer = parsed.look;
    later.changed_us++;
    longer.len++;
    assert_false(library_index_find(&index, arena, parsed.path, later, &card));
    assert_false(library_index_find(&index, arena, parsed.path, longer, &card));
    assert_false(library_index_find(&index, arena, S("/elsewhere.json"), parsed.look, &card));
    library_index_close(&index);
    end_shelf(&shelf);
}

// The file is not parsed while the index is right: what it says is believed.
static void cards_come_from_the_index_until_the_file_changes(void **state) {
    Shelf shelf;
    begin_shelf(&shelf, state);
    add_case(&shelf, "one", "Un", "");
    read_shelf(&shelf, (Str){0}, index_of(&shelf));
    Arena *arena = &shelf.place->arena;
    Str bytes = load_index(&shelf);
    ptrdiff_t at = str_find(bytes, S("\"Un\""));
    Str told =
        str_format(arena, "%.*s\"Deux\"%.*s", (int)at, bytes.text, (int)(bytes.len - at - 4), bytes.text + at + 4);
    assert_true(file_save(index_of(&shelf), told, NULL));
    read_shelf(&shelf, (Str){0}, index_of(&shelf));
    assert_str(titles(&shelf), S("Deux;"));
    add_case(&shelf, "one", "Trois", "");
    read_shelf(&shelf, (Str){0}, index_of(&shelf));
    assert_str(titles(&shelf), S("Trois;"));
    end_shelf(&shelf);
}

static void an_index_that_lies_is_made_anew(void **state) {
    Shelf shelf;
    begin_shelf(&shelf, state);
    add_case(&shelf, "one", "Un", "");
    add_case(&shelf, "two", "Deux", "");
    read_shelf(&shelf, (Str){0}, index_of(&shelf));
    Str right = load_index(&shelf);
    for (ptrdiff_t len = 0; len < right.len; len += 1 + right.len / 97) {
        assert_true(file_save(index_of(&shelf), str_slice(right, 0, len), NULL));
        read_shelf(&shelf, (Str){0}, index_of(&shelf));
        assert_str(titles(&shelf), S("Un;Deux;"));
        assert_str(load_index(&shelf), right);
    }
    static const Str LIES[] = {S_INIT("[]"),
                               S_INIT("7"),
                               S_INIT("{\"version\": 1}"),
                               S_INIT("{\"version\": 1, \"cards\": 1}"),
                               S_INIT("{\"version\": 1, \"cards\": [1, {\"path\": 2}, null]}"),
                               S_INIT("{\"version\": 2, \"cards\": []}")};
    for (int32_t i = 0; i < COUNT(LIES); i++) {
        assert_true(file_save(index_of(&shelf), LIES[i], NULL));
        read_shelf(&shelf, (Str){0}, index_of(&shelf));
        assert_str(titles(&shelf), S("Un;Deux;"));
        assert_str(load_index(&shelf), right);
    }
    end_shelf(&shelf);
}

// As a second window does.
static void an_index_that_is_not_ones_own_is_read_and_left_alone(void **state) {
    Shelf shelf;
    begin_shelf(&shelf, state);
    add_case(&shelf, "one", "Un", "");
    read_shelf(&shelf, (Str){0}, index_of(&shelf));
    Str before = load_index(&shelf);
    add_case(&shelf, "two", "Deux", "");
    library_finish(&shelf.library);
    LibraryReader *reader = library_reader_start(&(LibraryWish){.framework = &shelf.framework,
                                                                .folders = &shelf.place->folder,
                                                                .folder_count = 1,
                                                                .index = index_of(&shelf),
                                                                .waits = true});
    assert_false(library_reader_take(reader, &shelf.library));
    library_reader_stop(reader);
    assert_str(titles(&shelf), S("Un;Deux;"));
    assert_str(load_index(&shelf), before);
    end_shelf(&shelf);
}

static void endings_in_capitals_are_endings(void **state) {
    Shelf shelf;
    begin_shelf(&shelf, state);
    add_case(&shelf, "one", "Un", "");
    assert_int_equal(rename(path_of(shelf.place, "one.json"), path_of(shelf.place, "ONE.JSON")), 0);
    (void)write_file(shelf.place, "ONE.TEST.JSON", S("{}"));
    load_shelf(&shelf);
    assert_str(titles(&shelf), S("Un;"));
    end_shelf(&shelf);
}

static void count_wakes(void *context) {
    __atomic_add_fetch((int32_t *)context, 1, __ATOMIC_RELAXED);
}

// While cards are read on another thread: each comes once, and stopping in the middle is fine.
static void cards_are_read_beside_the_one_who_takes_them(void **state) {
    enum { CASES = 70 };
    Shelf shelf;
    begin_shelf(&shelf, state);
    for (int32_t i = 0; i < CASES; i++) {
        const char *id = str_to_c(&shelf.place->arena, str_format(&shelf.place->arena, "case-%02d", i));
        add_case(&shelf, id, id, "");
    }
    int32_t wakes = 0;
    LibraryWish wish = {.framework = &shelf.framework,
                        .folders = &shelf.place->folder,
                        .folder_count = 1,
                        .wake = count_wakes,
                        .context = &wakes};
    LibraryReader *reader = library_reader_start(&wish);
    while (library_reader_take(reader, &shelf.library)) {
        LibraryProgress progress = library_reader_progress(reader);
        assert_true(progress.read <= CASES && (progress.count == 0 || progress.count == CASES));
    }
    library_reader_stop(reader);
    assert_int_equal(wakes, 3); // two parcels of 32, and the rest
    assert_int_equal(shelf.library.cards.count, CASES);
    for (int32_t i = 0; i < CASES; i++) {
        assert_int_equal(library_find(&shelf.library, shelf.library.cards.rows[i].path), i);
    }
    library_reader_stop(library_reader_start(&wish));
    end_shelf(&shelf);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_card_tells_what_one_wants_to_know_before, begin, end),
        cmocka_unit_test_setup_teardown(what_is_broken_is_listed_with_its_first_error, begin, end),
        cmocka_unit_test_setup_teardown(what_is_broken_says_why_and_what_to_do, begin, end),
        cmocka_unit_test_setup_teardown(search_knows_neither_case_nor_accents_nor_order, begin, end),
        cmocka_unit_test_setup_teardown(what_was_begun_comes_first_and_what_is_not_for_a_beginning_last, begin, end),
        cmocka_unit_test_setup_teardown(a_case_given_by_hand_is_listed_once, begin, end),
        cmocka_unit_test_setup_teardown(a_card_comes_out_of_the_index_as_it_went_in, begin, end),
        cmocka_unit_test_setup_teardown(cards_come_from_the_index_until_the_file_changes, begin, end),
        cmocka_unit_test_setup_teardown(an_index_that_lies_is_made_anew, begin, end),
        cmocka_unit_test_setup_teardown(an_index_that_is_not_ones_own_is_read_and_left_alone, begin, end),
        cmocka_unit_test_setup_teardown(endings_in_capitals_are_endings, begin, end),
        cmocka_unit_test_setup_teardown(cards_are_read_beside_the_one_who_takes_them, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
