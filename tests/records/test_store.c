#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/store_place.h"

#include <sys/stat.h>

static void assert_mode(Place *place, const char *name, unsigned mode) {
    struct stat about;
    assert_int_equal(stat(path_of(place, name), &about), 0);
    assert_int_equal(about.st_mode & 0777, mode);
}

static void what_is_kept_is_read_as_it_was(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    assert_null(store_holder(store));
    assert_int_equal(list_of(place, store).count, 0);
    StoreSession session = make_session(&place->arena, 7, "Dossier vert");
    keep(place, store, &session);
    store_close(store);
    assert_mode(place, "sessions.db", 0600);
    assert_mode(place, "sessions.db-journal", 0600);
    store = open_store(place, STORE_READS);
    StoreHeaderList list = list_of(place, store);
    assert_int_equal(list.count, 1);
    const StoreHeader *header = &list.rows[0];
    assert_false(header->damaged);
    assert_int_equal(header->kind, STORE_GROUP);
    assert_str(header->case_id, S("c"));
    assert_str(header->title, S("Titre Dossier vert"));
    assert_int_equal(header->len, session.case_bytes.len);
    assert_int_equal(header->hash.len, 16);
    assert_str(header->begun, S("2026-11-27"));
    assert_str(header->kept, S("2026-11-28"));
    assert_str(header->erase_after, S("2027-11-28"));
    assert_true(header->consent);
    assert_int_equal(header->present, 14);
    assert_int_equal(header->line_count, 5);
    assert_read_back(place, store, header, &session);
    store_close(store);
}

static void what_was_erased_is_gone_and_the_rest_stays(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    StoreSession sessions[] = {make_session(&place->arena, 1, "Un"), make_session(&place->arena, 2, "Deux"),
                               make_session(&place->arena, 3, "Deux")};
    int32_t added = 0;
    assert_true(store_keep(store, sessions, 3, &added, &place->error));
    assert_int_equal(added, 3);
    StoreHeaderList list = list_of(place, store);
    assert_true(store_erase(store, &list.rows[1], 1, &place->error));
    assert_true(store_erase(store, &list.rows[1], 1, &place->error)); // gone already
    StoreSession read;
    assert_false(store_read(store, &place->arena, &list.rows[1], &read, &place->error));
    assert_error(place, ERROR_NOT_FOUND);
    list = list_of(place, store);
    assert_int_equal(list.count, 2);
    assert_read_back(place, store, &list.rows[0], &sessions[0]);
    assert_read_back(place, store, &list.rows[1], &sessions[2]);
    store_close(store);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_kept_is_read_as_it_was, begin, end),
        cmocka_unit_test_setup_teardown(what_was_erased_is_gone_and_the_rest_stays, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
