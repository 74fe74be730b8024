#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/journal.h"

#include "base/file_place.h"

static void a_link_is_not_followed(void **state) {
    Place *place = *state;
    Arena scratch = {0};
    Journal journal;
    JournalHeader header = {.case_id = S("a-case"), .date = S("2026-11-27")};
    Str lines =
        str_format(&place->arena, "%.*s\n{\"kind\":\"start\"}\n", S_ARG(journal_header_line(&place->arena, &header)));
    char *path = write_file(place, "a.jsonl", lines), *link_path = path_of(place, "b.jsonl");
    assert_true(journal_read(&place->arena, &scratch, str_from_c(path), &journal, &place->error));
    assert_int_equal(symlink(path, link_path), 0);
    assert_false(journal_read(&place->arena, &scratch, str_from_c(link_path), &journal, &place->error));
    arena_finish(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test_setup_teardown(a_link_is_not_followed, begin, end)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
