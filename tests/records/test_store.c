#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "records/store_place.h"

#include "session/event.h"

static void what_is_kept_is_read_as_it_was(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    assert_null(store_holder(store));
    assert_int_equal(list_of(place, store).count, 0);
    StoreSession session = make_session(&place->arena, 7, "Dossier vert");
    keep(place, store, &session);
    store_close(store);
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

static void keeping_the_same_again_changes_nothing(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    StoreSession sessions[] = {make_session(&place->arena, 1, "Un"), make_session(&place->arena, 2, "Deux")};
    int32_t added = 0;
    assert_true(store_keep(store, sessions, 2, &added, &place->error));
    assert_true(store_keep(store, sessions, 2, &added, &place->error));
    assert_int_equal(added, 0);
    sessions[0].header.label = S("another label");
    assert_true(store_keep(store, sessions, 2, &added, &place->error));
    assert_int_equal(added, 1);
    assert_int_equal(list_of(place, store).count, 3);
    store_close(store);
}

// Who has worked the hash out spares the store doing so, and nothing else differs.
static void a_hash_that_is_known_is_taken(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    StoreSession sessions[] = {make_session(&place->arena, 1, "Un"), make_session(&place->arena, 2, "Un")};
    sessions[1].known_hash = event_hash(&place->arena, sessions[1].case_bytes);
    assert_true(store_keep(store, sessions, 2, NULL, &place->error));
    StoreHeaderList list = list_of(place, store);
    assert_int_equal(list.count, 2);
    for (int32_t i = 0; i < 2; i++) {
        StoreSession there;
        assert_true(store_read(store, &place->arena, &list.rows[i], &there, &place->error));
        assert_true(str_equal(there.header.hash, sessions[1].known_hash));
        assert_true(str_equal(there.case_bytes, sessions[1].case_bytes));
    }
    store_close(store);
}

static void the_latest_kept_comes_first(void **state) {
    Place *place = *state;
    static const char *const DAYS[] = {"2026-11-27", "2026-11-29", "2026-11-28"};
    Store *store = open_store(place, STORE_WRITES);
    for (int32_t i = 0; i < COUNT(DAYS); i++) {
        StoreSession session = make_session(&place->arena, i + 1, "Un");
        session.header.kept = str_from_c(DAYS[i]);
        keep(place, store, &session);
    }
    StoreHeaderList list = list_of(place, store);
    assert_str(list.rows[0].kept, S("2026-11-29"));
    assert_str(list.rows[1].kept, S("2026-11-28"));
    assert_str(list.rows[2].kept, S("2026-11-27"));
    store_close(store);
}

static void assert_texts(Place *place, Store *store, bool wanted) {
    bool several = !wanted;
    assert_true(store_has_texts(store, &several, &place->error));
    assert_int_equal(several, wanted);
}

static void two_texts_of_one_case_are_several(void **state) {
    Place *place = *state;
    StoreSession sessions[] = {make_session(&place->arena, 1, "Un"), make_session(&place->arena, 2, "Un"),
                               make_session(&place->arena, 3, "Deux"), make_session(&place->arena, 4, "Trois")};
    sessions[2].header.case_id = S("d");
    Store *store = open_store(place, STORE_READS);
    assert_texts(place, store, false);
    store_close(store);
    store = open_store(place, STORE_WRITES);
    for (int32_t i = 0; i < COUNT(sessions); i++) {
        assert_texts(place, store, false);
        keep(place, store, &sessions[i]);
    }
    assert_texts(place, store, true);
    store_close(store);
}

static void where_nothing_was_kept_there_is_nothing_and_nothing_is_made(void **state) {
    Place *place = *state;
    Store *store = open_store(place, STORE_READS);
    StoreSession session = make_session(&place->arena, 1, "Un"), read;
    assert_int_equal(list_of(place, store).count, 0);
    assert_false(store_read(store, &place->arena, &session.header, &read, &place->error));
    assert_error(place, ERROR_NOT_FOUND);
    assert_false(store_keep(store, &session, 1, NULL, &place->error));
    assert_error(place, ERROR_NOT_WRITABLE);
    store_close(store);
    assert_names(place, "");
    (void)write_file(place, "sessions.db", S("")); // a power cut at the very beginning
    store = open_store(place, STORE_READS);
    assert_int_equal(list_of(place, store).count, 0);
    store_close(store);
    assert_holds(place, path_of(place, "sessions.db"), S(""));
    store = open_store(place, STORE_WRITES);
    keep(place, store, &session);
    store_close(store);
}

static void what_is_no_whole_session_is_not_kept_nor_what_came_with_it(void **state) {
    static const StoreFlaw FLAWS[] = {STORE_FLAW_ID,   STORE_FLAW_ID,   STORE_FLAW_TEXT,  STORE_FLAW_TEXT,
                                      STORE_FLAW_DATE, STORE_FLAW_DATE, STORE_FLAW_COUNT, STORE_FLAW_LINE,
                                      STORE_FLAW_LINE, STORE_FLAW_LINE, STORE_FLAW_CASE,  STORE_FLAW_CASE};
    Place *place = *state;
    Store *store = open_store(place, STORE_WRITES);
    for (int32_t i = 0; i < COUNT(FLAWS); i++) {
        StoreSession good = make_session(&place->arena, 1, "Un"), bad = make_session(&place->arena, 2, "Deux");
        StoreHeader *header = &bad.header;
        Str *const texts[] = {&header->id,     &header->id,    &header->case_id, &header->label, &header->kept,
                              &header->begun,  NULL,           &bad.lines,       &bad.lines,     &bad.lines,
                              &bad.case_bytes, &bad.case_bytes};
        const Str values[] = {S("12"),         S("0000000000000000000000000000000G"),
                              S(""),           S("\xFF"),
                              S("2026-02-30"), S("2026-11-29"),
                              S(""),           S(""),
                              S("{}\n"),       S("{\"seq\": 1, \"kind\": \"start\"}\n\n"),
                              S(""),           S("a\0b")};
        if (texts[i]) {
            *texts[i] = values[i];
        } else {
            header->present = -1;
        }
        Arena scratch = {0};
        StoreSession both[] = {good, bad};
        assert_int_equal(store_find_flaw(&scratch, &good), STORE_FLAW_NONE);
        assert_int_equal(store_find_flaw(&scratch, &bad), FLAWS[i]);
        assert_false(store_keep(store, both, 2, NULL, &place->error));
        assert_error(place, ERROR_NOT_A_SESSION);
        assert_int_equal(list_of(place, store).count, 0);
        arena_finish(&scratch);
    }
    store_close(store);
}

static void each_new_id_is_another(void **state) {
    Place *place = *state;
    StoreSession session = make_session(&place->arena, 1, "Un");
    Str first = store_new_id(&place->arena), second = store_new_id(&place->arena);
    assert_false(str_equal(first, second));
    session.header.id = first;
    Arena scratch = {0};
    assert_int_equal(store_find_flaw(&scratch, &session), STORE_FLAW_NONE);
    arena_finish(&scratch);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_is_kept_is_read_as_it_was, begin, end),
        cmocka_unit_test_setup_teardown(what_was_erased_is_gone_and_the_rest_stays, begin, end),
        cmocka_unit_test_setup_teardown(keeping_the_same_again_changes_nothing, begin, end),
        cmocka_unit_test_setup_teardown(a_hash_that_is_known_is_taken, begin, end),
        cmocka_unit_test_setup_teardown(the_latest_kept_comes_first, begin, end),
        cmocka_unit_test_setup_teardown(two_texts_of_one_case_are_several, begin, end),
        cmocka_unit_test_setup_teardown(where_nothing_was_kept_there_is_nothing_and_nothing_is_made, begin, end),
        cmocka_unit_test_setup_teardown(what_is_no_whole_session_is_not_kept_nor_what_came_with_it, begin, end),
        cmocka_unit_test_setup_teardown(each_new_id_is_another, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
