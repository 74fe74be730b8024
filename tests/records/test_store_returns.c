#define _GNU_SOURCE // mkdtemp

#include "records/store_returns.h"

#include "records/store_database.h"
#include "store_place.h"

static StoreReturns some(Arena *arena, int32_t count) {
    StoreReturns returns = {.clock = {.day = 40, .seen = 20788, .starts = 2}};
    for (int32_t i = 0; i < count; i++) {
        *rows_append(arena, &returns.items) =
            (StoreReturn){.kind = i % 3 == 0 ? STORE_RETURNS_DETECTOR : STORE_RETURNS_QUESTION,
                          .home = str_format(arena, "q%02d-quelque-part", i),
                          .item = str_format(arena, "scène-%d", i),
                          .text = str_format(arena, "%016x", i),
                          .card = {.box = 1 + i % LEITNER_KNOWN, .due = 41 + (i % LEITNER_KNOWN > 0)}};
    }
    return returns;
}

static void keep_returns(Place *place, const StoreReturns *returns) {
    Store *store = open_store(place, STORE_WRITES);
    assert_true(store_returns_keep(store, returns, &place->error));
    store_close(store);
}

static StoreReturns read_returns(Place *place) {
    StoreReturns returns;
    Store *store = open_store(place, STORE_READS);
    assert_true(store_returns_read(store, &place->arena, &returns, &place->error));
    store_close(store);
    return returns;
}

static void what_is_kept_comes_back_as_it_was(void **state) {
    enum { MANY = 300 };
    Place *place = *state;
    assert_int_equal(read_returns(place).items.count, 0); // where nothing was ever kept
    StoreReturns kept = some(&place->arena, MANY);
    keep_returns(place, &kept);
    StoreReturns read = read_returns(place);
    assert_int_equal(read.items.count, MANY);
    assert_int_equal(read.clock.day, 40);
    assert_int_equal(read.clock.seen, 20788);
    assert_int_equal(read.clock.starts, 2);
    for (int32_t i = 0; i < MANY; i++) {
        const StoreReturn *a = &kept.items.rows[i], *b = &read.items.rows[i];
        assert_int_equal(a->kind, b->kind);
        assert_true(str_equal(a->home, b->home) && str_equal(a->item, b->item) && str_equal(a->text, b->text));
        assert_int_equal(a->card.box, b->card.box);
    }
    kept = some(&place->arena, 2); // in the place of all
    keep_returns(place, &kept);
    assert_int_equal(read_returns(place).items.count, 2);
}

static void nothing_that_is_read_waits_longer_than_its_box(void **state) {
    Place *place = *state;
    StoreReturns kept = some(&place->arena, 1);
    kept.items.rows[0].card = (LeitnerCard){.box = 2, .due = 5000};
    keep_returns(place, &kept);
    assert_int_equal(read_returns(place).items.rows[0].card.due, 43);
}

static void run_sql(Place *place, Str statement) {
    StoreDatabase *database = store_database_open(str_from_c(path_of(place, "sessions.db")), true, &place->error);
    assert_non_null(database);
    assert_true(store_database_run(database, statement, &place->error));
    store_database_close(database);
}

// As an earlier version left it: without these tables.
static void an_older_store_is_led_on(void **state) {
    Place *place = *state;
    Str bytes;
    assert_true(load(place, "data/sessions/version-1.db", &bytes));
    (void)write_file(place, "sessions.db", bytes);
    assert_int_equal(read_returns(place).items.count, 0); // who only reads changes nothing
    StoreReturns kept = some(&place->arena, 5);
    keep_returns(place, &kept);
    assert_int_equal(read_returns(place).items.count, 5);
    Store *store = open_store(place, STORE_READS);
    assert_int_equal(list_of(place, store).count, 2);
    store_close(store);
}

static void a_row_that_was_changed_counts_as_not_there(void **state) {
    Place *place = *state;
    StoreReturns kept = some(&place->arena, 5);
    keep_returns(place, &kept);
    run_sql(place, S("UPDATE returns SET box = 5 WHERE item = 'scène-1'"));
    assert_int_equal(read_returns(place).items.count, 4);
    run_sql(place, S("UPDATE returns_clock SET day = 100000"));
    assert_int_equal(read_returns(place).clock.day, 0);
    assert_true(read_returns(place).items.rows[0].card.due <= 35);
}

static void erasing_leaves_no_byte_and_no_session_goes(void **state) {
    enum { MANY = 400 };
    Place *place = *state;
    StoreSession session = make_session(&place->arena, 3, "un");
    Store *store = open_store(place, STORE_WRITES);
    StoreReturns kept = some(&place->arena, MANY);
    keep(place, store, &session);
    assert_true(store_returns_keep(store, &kept, &place->error));
    kept = some(&place->arena, MANY / 2); // gaps
    assert_true(store_returns_keep(store, &kept, &place->error));
    assert_true(store_returns_erase(store, &place->error));
    assert_int_equal(list_of(place, store).count, 1);
    store_close(store);
    Str bytes;
    assert_true(load(place, path_of(place, "sessions.db"), &bytes));
    assert_true(str_find(bytes, S("quelque-part")) < 0);
    assert_true(str_find(bytes, S("Titre un")) >= 0);
    assert_int_equal(read_returns(place).items.count, 0);
    assert_int_equal(read_returns(place).clock.seen, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(what_is_kept_comes_back_as_it_was),
        TEST(nothing_that_is_read_waits_longer_than_its_box),
        TEST(an_older_store_is_led_on),
        TEST(a_row_that_was_changed_counts_as_not_there),
        TEST(erasing_leaves_no_byte_and_no_session_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
