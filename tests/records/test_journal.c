#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/journal.h"

#include "base/date.h"
#include "base/file_place.h"
#include "base/path.h"

static const JournalHeader HEADER = {.case_id = S_INIT("a-case"),
                                     .title = S_INIT("A « case »"),
                                     .path = S_INIT("/x/a.json"),
                                     .hash = S_INIT("00ff"),
                                     .len = 12,
                                     .date = S_INIT("2026-11-27")};

static Str journal_with(Place *place, const char *name, const char *lines) {
    Str bytes = str_format(&place->arena, "%.*s\n%s", S_ARG(journal_header_line(&place->arena, &HEADER)), lines);
    return str_from_c(write_file(place, name, bytes));
}

static bool read_back(Place *place, Str path, Journal *journal) {
    Arena scratch = {0};
    bool read = journal_read(&place->arena, &scratch, path, journal, &place->error);
    arena_finish(&scratch);
    return read;
}

static void what_was_written_is_read_back(void **state) {
    Place *place = *state;
    Journal journal;
    Str path = journal_with(place, "a.jsonl",
                            "{\"kind\":\"start\"}\n{\"kind\":\"answer\"}\n{\"note\":\"one\"}\n"
                            "{\"kind\":\"start\",\"parent\":\"1:3\"}\n{\"note\":\"two\"}\n{\"kind\":\"answer\"}\n");
    assert_true(read_back(place, path, &journal));
    assert_int_equal(journal.header.kind, JOURNAL_SOLO);
    assert_str(journal.header.case_id, HEADER.case_id);
    assert_str(journal.header.title, HEADER.title);
    assert_str(journal.header.hash, HEADER.hash);
    assert_int_equal(journal.header.len, HEADER.len);
    assert_str(journal.header.date, HEADER.date);
    assert_int_equal(journal.walks.count, 2);
    assert_str(journal.walks.rows[0].lines, S("{\"kind\":\"start\"}\n{\"kind\":\"answer\"}\n"));
    assert_str(journal.walks.rows[1].lines, S("{\"kind\":\"start\",\"parent\":\"1:3\"}\n{\"kind\":\"answer\"}\n"));
    assert_int_equal(journal.walks.rows[1].parent_walk, 1);
    assert_int_equal(journal.walks.rows[1].parent_decision, 3);
    assert_str(journal.note, S("two"));
}

// As a group's may be: what comes before the start belongs to its walk, and a note of theirs is none of the debrief.
static void lines_of_other_kinds_are_kept_where_they_stand(void **state) {
    Place *place = *state;
    static const char FIRST[] = "{\"seq\":1,\"kind\":\"phase\"}\n{\"seq\":2,\"kind\":\"start\"}\n"
                                "{\"seq\":3,\"kind\":\"sentence\",\"note\":\"x\"}\n";
    static const char SECOND[] = "{\"seq\":1,\"kind\":\"start\",\"parent\":\"1:1\"}\n";
    Journal journal;
    Str path =
        journal_with(place, "a.jsonl", str_to_c(&place->arena, str_format(&place->arena, "%s%s", FIRST, SECOND)));
    assert_true(read_back(place, path, &journal));
    assert_int_equal(journal.walks.count, 2);
    assert_str(journal.walks.rows[0].lines, str_from_c(FIRST));
    assert_str(journal.walks.rows[1].lines, str_from_c(SECOND));
    assert_int_equal(journal.note.len, 0);
}

static void a_torn_last_line_is_left_out_wherever_it_breaks(void **state) {
    Place *place = *state;
    static const char LINES[] = "{\"kind\":\"start\"}\n{\"kind\":\"answer\",\"to\":\"\xC3\xA9\"}\n";
    Str whole = journal_with(place, "whole.jsonl", LINES);
    Str bytes;
    assert_true(file_load(&place->arena, whole, MOST, &bytes, NULL));
    ptrdiff_t header = str_find(bytes, S("\n")) + 1;
    ptrdiff_t first = header + (ptrdiff_t)sizeof "{\"kind\":\"start\"}";
    for (ptrdiff_t cut = 0; cut < bytes.len; cut++) {
        Journal journal;
        Str path = str_from_c(write_file(place, "cut.jsonl", str_slice(bytes, 0, cut)));
        assert_int_equal(read_back(place, path, &journal), cut >= header);
        assert_int_equal(journal.walks.count, cut >= first);
        if (cut >= first) {
            assert_str(journal.walks.rows[0].lines, S("{\"kind\":\"start\"}\n"));
        }
    }
}

static void behind_a_damaged_line_only_notes_are_read(void **state) {
    Place *place = *state;
    Journal journal;
    Str path = journal_with(place, "a.jsonl",
                            "{\"kind\":\"start\"}\n{\"kind\":\"ansver\n{\"kind\":\"answer\"}\n{\"note\":\"kept\"}\n"
                            "{\"kind\":\"start\",\"parent\":\"1:1\"}\n");
    assert_true(read_back(place, path, &journal));
    assert_true(journal.damaged);
    assert_int_equal(journal.walks.count, 1);
    assert_str(journal.walks.rows[0].lines, S("{\"kind\":\"start\"}\n"));
    assert_str(journal.note, S("kept"));
}

static void what_was_set_aside_goes_with_its_case_and_in_time(void **state) {
    Place *place = *state;
    Arena scratch = {0};
    FileList aside;
    Str name = journal_aside_name(&place->arena, S("/f/a-case.3.jsonl"), S("2026-11-20"));
    assert_str(name, S("a-case.3.2026-11-20.damaged"));
    (void)write_file(place, "a-case.3.2026-11-20.damaged", S("x"));
    (void)write_file(place, "a-case.2026-11-27.damaged", S("x"));
    (void)write_file(place, "a.1.2026-11-27.damaged", S("x"));
    journal_list_aside(&scratch, place->folder, S("a-case"), &aside);
    assert_int_equal(aside.count, 2);
    assert_int_equal(journal_expire(&scratch, place->folder, S("2026-11-28")), 1);
    assert_names(place, "a-case.2026-11-27.damaged a.1.2026-11-27.damaged");
    assert_int_equal(journal_erase_all(&scratch, place->folder), 0);
    assert_names(place, "");
    arena_finish(&scratch);
}

static void a_run_belongs_to_its_file_and_to_the_same_bytes(void **state) {
    Place *place = *state;
    JournalHeader header = HEADER;
    header.path = str_from_c(write_file(place, "mine.json", S("1")));
    Str other = str_from_c(write_file(place, "other.json", S("2")));
    Str detour = str_format(&place->arena, "%.*s/./mine.json", S_ARG(place->folder));
    assert_true(journal_is_of(&header, header.path, S("ff"), 1));
    assert_true(journal_is_of(&header, detour, S("ff"), 1));
    assert_true(journal_is_of(&header, other, header.hash, header.len));
    assert_false(journal_is_of(&header, other, S("ff"), header.len));
    assert_true(file_erase(header.path, NULL)); // moved, perhaps to the other place
    assert_true(journal_is_of(&header, other, S("ff"), 1));
}

static void what_is_no_journal_is_left_alone(void **state) {
    Place *place = *state;
    static const char *const BYTES[] = {"",
                                        "\n",
                                        "{}\n",
                                        "[1]\n",
                                        "{\"palabre\":\"journal\",\"version\":2}\n",
                                        "{\"palabre\":\"journal\",\"version\":1,\"case\":\"../x\"}\n",
                                        "\x89PNG\n"};
    for (int i = 0; i < 7; i++) {
        Journal journal;
        Str path = str_from_c(write_file(place, "no.jsonl", str_from_c(BYTES[i])));
        assert_false(read_back(place, path, &journal));
        assert_int_equal(place->error.code, ERROR_NONE);
    }
    Arena scratch = {0};
    assert_int_equal(journal_expire(&scratch, place->folder, S("2030-01-01")), 0);
    arena_finish(&scratch);
    assert_names(place, "no.jsonl");
}

static void a_case_cannot_name_a_journal_elsewhere(void **state) {
    Place *place = *state;
    assert_str(journal_path(&place->arena, S("/f"), S("a-1"), 2), S("/f/a-1.2.jsonl"));
    assert_int_equal(journal_path(&place->arena, S("/f"), S("../a"), 1).len, 0);
    assert_int_equal(journal_path(&place->arena, S("/f"), S("a.1"), 1).len, 0);
    assert_int_equal(journal_path(&place->arena, S("/f"), S(""), 1).len, 0);
    assert_int_equal(journal_path(&place->arena, S(""), S("a"), 1).len, 0);
}

static int32_t last_number(Place *place) {
    return journal_last_number(&place->arena, place->folder, S("a-case"));
}

static void each_run_has_a_file_that_nothing_had_before(void **state) {
    Place *place = *state;
    assert_int_equal(last_number(place), 0);
    (void)journal_with(place, "a-case.jsonl", "");
    (void)journal_with(place, "another.9.jsonl", "");
    assert_int_equal(last_number(place), 0);
    (void)journal_with(place, "a-case.1.jsonl", "");
    assert_true(file_make_folder(str_from_c(path_of(place, "a-case.3.jsonl")), &place->error)); // and no 2
    assert_int_equal(last_number(place), 3);
    (void)write_file(place, "a-case.4.jsonl", S("{\"palabre\": \"jour")); // torn before anything stood in it
    assert_int_equal(last_number(place), 3);
    (void)write_file(place, "a-case.4.jsonl", S("what else this may be\n"));
    assert_int_equal(last_number(place), 4);
}

static void write_run(Place *place, const char *name, const char *kind, const char *case_id, const char *date) {
    (void)write_file(place, name,
                     str_format(&place->arena,
                                "{\"palabre\":\"journal\",\"version\":1,%s\"case\":\"%s\",\"date\":\"%s\"}\n", kind,
                                case_id, date));
}

static void the_solo_runs_of_a_case_are_listed_latest_first(void **state) {
    Place *place = *state;
    static const char SOLO[] = "\"kind\":\"solo\",", GROUP[] = "\"kind\":\"group\",";
    static const char *const LATEST_FIRST[] = {"a.3.jsonl", "a.10.jsonl", "a.9.jsonl", "a.jsonl"};
    Arena scratch = {0};
    JournalList list;
    write_run(place, "a.jsonl", "", "a", "2026-11-25"); // of before there were kinds
    write_run(place, "a.3.jsonl", SOLO, "a", "2026-11-27");
    write_run(place, "a.9.jsonl", SOLO, "a", "2026-11-26");
    write_run(place, "a.10.jsonl", SOLO, "a", "2026-11-26");
    write_run(place, "a.11.jsonl", GROUP, "a", "2026-11-27");
    write_run(place, "a-b.1.jsonl", SOLO, "a-b", "2026-11-27");
    write_run(place, "a.12.jsonl", SOLO, "a-b", "2026-11-27");
    journal_list_case(&place->arena, &scratch, place->folder, S("a"), JOURNAL_SOLO, &list);
    assert_int_equal(list.count, 4);
    for (int32_t i = 0; i < list.count; i++) {
        assert_str(path_name(list.rows[i].path), str_from_c(LATEST_FIRST[i]));
    }
    journal_list(&place->arena, &scratch, place->folder, &list);
    assert_int_equal(list.count, 7);
    assert_int_equal(journal_expire(&scratch, place->folder, S("2026-12-20")), 7);
    assert_names(place, "");
    arena_finish(&scratch);
}

static void a_week_later_it_is_erased(void **state) {
    Place *place = *state;
    Arena scratch = {0};
    (void)journal_with(place, "a.jsonl", "{\"kind\":\"start\"}\n");
    assert_int_equal(journal_expire(&scratch, place->folder, S("2026-12-04")), 0);
    assert_int_equal(journal_expire(&scratch, place->folder, S("no date")), 0);
    assert_names(place, "a.jsonl");
    assert_int_equal(journal_expire(&scratch, place->folder, S("2026-12-05")), 1);
    assert_names(place, "");
    (void)journal_with(place, "a.jsonl", "");
    assert_int_equal(journal_expire(&scratch, place->folder, S("2026-11-26")), 0); // a clock a day behind
    arena_finish(&scratch);
}

// Begun on 2026-11-27; what is done on each day that the clock tells, and whether the run is there after it.
static void a_day_that_cannot_be_right_erases_nothing(void **state) {
    Place *place = *state;
    Arena scratch = {0};
    static const struct {
        const char *name;
        const char *days[5];
        int32_t erased; // on the last one
    } ROWS[] = {
        {"a clock that stood in the year 2036 for an evening", {"2036-05-01", "2026-11-28"}, 0},
        {"… and is right again", {"2036-05-01", "2026-12-04", "2026-12-05"}, 1},
        {"a clock without a battery", {"2010-01-01", "2010-01-01", "2026-11-29"}, 0},
        {"somebody who was away for two years", {"2028-11-27", "2028-12-04", "2028-12-05"}, 1},
        {"a run of a day that is still to come", {"2024-02-01", "2024-02-08", "2024-02-09"}, 1},
        {"a clock that is wrong another way each day", {"2036-05-01", "2010-01-01", "2040-01-01", "2026-12-01"}, 0},
    };
    for (int32_t i = 0; i < COUNT(ROWS); i++) {
        Str path = journal_with(place, "a.jsonl", "{\"kind\":\"start\"}\n");
        assert_true(file_set_changed(path, date_days(S("2026-11-27")) * INT64_C(86400000000), NULL));
        (void)write_file(place, "a.1.2026-11-27.damaged", S("x"));
        assert_true(file_set_changed(path_join(&place->arena, place->folder, S("a.1.2026-11-27.damaged")),
                                     date_days(S("2026-11-27")) * INT64_C(86400000000), NULL));
        for (int32_t day = 0; day < COUNT(ROWS[i].days) && ROWS[i].days[day]; day++) {
            bool last = day + 1 == COUNT(ROWS[i].days) || !ROWS[i].days[day + 1];
            int32_t erased = journal_expire(&scratch, place->folder, str_from_c(ROWS[i].days[day]));
            if (erased != (last ? 2 * ROWS[i].erased : 0)) {
                fail_msg("%s: %d erased on %s", ROWS[i].name, erased, ROWS[i].days[day]);
            }
        }
        (void)journal_erase_all(&scratch, place->folder);
    }
    arena_finish(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_was_written_is_read_back, begin, end),
        cmocka_unit_test_setup_teardown(lines_of_other_kinds_are_kept_where_they_stand, begin, end),
        cmocka_unit_test_setup_teardown(a_torn_last_line_is_left_out_wherever_it_breaks, begin, end),
        cmocka_unit_test_setup_teardown(behind_a_damaged_line_only_notes_are_read, begin, end),
        cmocka_unit_test_setup_teardown(what_was_set_aside_goes_with_its_case_and_in_time, begin, end),
        cmocka_unit_test_setup_teardown(a_run_belongs_to_its_file_and_to_the_same_bytes, begin, end),
        cmocka_unit_test_setup_teardown(what_is_no_journal_is_left_alone, begin, end),
        cmocka_unit_test_setup_teardown(a_case_cannot_name_a_journal_elsewhere, begin, end),
        cmocka_unit_test_setup_teardown(each_run_has_a_file_that_nothing_had_before, begin, end),
        cmocka_unit_test_setup_teardown(the_solo_runs_of_a_case_are_listed_latest_first, begin, end),
        cmocka_unit_test_setup_teardown(a_week_later_it_is_erased, begin, end),
        cmocka_unit_test_setup_teardown(a_day_that_cannot_be_right_erases_nothing, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
