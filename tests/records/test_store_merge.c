// Backups: what goes out comes in again, in whatever order and however often.
#define _XOPEN_SOURCE 700 // NOLINT(readability-identifier-naming)

#include "property.h"
#include "records/disk.h"
#include "records/store_place.h"
#include "records/store_text.h"

#include "base/random.h"

#include <string.h>

enum { SESSIONS = 14, MOST_FILES = 6 };

// Those with one id differ in their label, in a line, in their case, or in nothing.
static StoreSession draw_session(Arena *arena, Random *random) {
    static const char *const CASES[] = {"Un", "Deux", "Trois"};
    int32_t number = 1 + random_below(random, SESSIONS / 2);
    StoreSession session = make_session(arena, number, CASES[random_below(random, 2 + number % 2)]);
    if (random_below(random, 3) == 0) {
        session.header.label = str_format(arena, "étiquette %d", random_below(random, 2));
    }
    if (random_below(random, 3) == 0) {
        session.lines = str_format(arena, "%.*s{\"seq\": 99, \"at_ms\": %d, \"kind\": \"finish\"}\n",
                                   S_ARG(session.lines), random_below(random, 2));
    }
    return session;
}

// As a store gives it out: with what follows from its bytes.
static Str text_of(Arena *arena, Store *store, const StoreHeaderList *list) {
    StoreTextWriter text = {.arena = arena, .out = {.arena = arena}};
    for (int32_t i = 0; i < list->count; i++) {
        StoreSession session;
        Error error;
        assert_true(store_read(store, arena, &list->rows[i], &session, &error));
        store_text_add(&text, &session);
    }
    return str_built(&text.out);
}

static int32_t import_text(Place *place, Store *store, Str text) {
    StoreSessionList sessions;
    StoreTextProblemList problems;
    int32_t added = 0;
    store_text_read(&place->arena, store_text_bytes(&text), &sessions, &problems);
    assert_int_equal(problems.count, 0);
    assert_true(store_keep(store, sessions.rows, sessions.count, &added, &place->error));
    return added;
}

// All sessions of a store, each as a text of its own, in order of these texts.
static int compare_texts(const void *a, const void *b) {
    return str_compare(*(const Str *)a, *(const Str *)b);
}

static Str whole_of(Place *place, Store *store) {
    StoreHeaderList list = list_of(place, store);
    Str *texts = arena_push(&place->arena, Str, list.count + 1);
    for (int32_t i = 0; i < list.count; i++) {
        StoreHeaderList one = {.rows = &list.rows[i], .count = 1};
        texts[i] = text_of(&place->arena, store, &one);
    }
    qsort(texts, (size_t)list.count, sizeof *texts, compare_texts);
    StrBuilder whole = {.arena = &place->arena};
    for (int32_t i = 0; i < list.count; i++) {
        str_add(&whole, texts[i]);
    }
    return str_built(&whole);
}

static Store *open_named(Place *place, const char *name) {
    Store *store = store_open(str_from_c(path_of(place, name)), STORE_WRITES, &place->error);
    assert_non_null(store);
    return store;
}

static void remove_named(Place *place, const char *name) {
    static const char *const FILES[] = {"sessions.db", "sessions.db-journal", "sessions.lock"};
    for (int32_t i = 0; i < COUNT(FILES); i++) {
        (void)remove(path_of(place, str_to_c(&place->arena, str_format(&place->arena, "%s/%s", name, FILES[i]))));
    }
    (void)remove(path_of(place, name));
}

// Texts of several stores, each with some sessions, some of them in more than one.
static int32_t make_texts(Place *place, Random *random, Str *texts) {
    int32_t count = 2 + random_below(random, MOST_FILES - 1);
    for (int32_t i = 0; i < count; i++) {
        Store *store = open_named(place, "source");
        for (int32_t j = random_below(random, SESSIONS); j >= 0; j--) {
            StoreSession session = draw_session(&place->arena, random);
            keep(place, store, &session);
        }
        StoreHeaderList list = list_of(place, store);
        texts[i] = text_of(&place->arena, store, &list);
        store_close(store);
        remove_named(place, "source");
    }
    return count;
}

static Str import_in_some_order(Place *place, Random *random, const Str *texts, int32_t count) {
    int32_t order[MOST_FILES];
    Store *store = open_named(place, "target");
    for (int32_t i = 0; i < count; i++) {
        int32_t place_of = random_below(random, i + 1);
        order[i] = order[place_of];
        order[place_of] = i;
    }
    for (int32_t i = 0; i < count; i++) {
        (void)import_text(place, store, texts[order[i]]);
    }
    assert_int_equal(import_text(place, store, texts[random_below(random, count)]), 0);
    Str whole = whole_of(place, store);
    assert_int_equal(import_text(place, store, whole), 0);
    store_close(store);
    remove_named(place, "target");
    return whole;
}

static void assert_one_store(Place *place, uint64_t seed) {
    enum { ORDERS = 3 };
    Random random = random_from_seed(seed);
    Str texts[MOST_FILES];
    int32_t count = make_texts(place, &random, texts);
    Str first = import_in_some_order(place, &random, texts, count);
    StrBuilder all = {.arena = &place->arena}; // in one file, one behind the other
    for (int32_t i = 0; i < count; i++) {
        str_add(&all, texts[i]);
    }
    Str together = str_built(&all);
    for (int32_t i = 0; i < ORDERS; i++) {
        Str whole = i == 0 ? import_in_some_order(place, &random, &together, 1)
                           : import_in_some_order(place, &random, texts, count);
        if (!str_equal(whole, first)) {
            fail_msg("seed %d: two orders, two stores", (int)seed);
        }
    }
}

static void merging_knows_no_order_and_nothing_twice(void **state) {
    enum { ROUNDS = 20 };
    Place *place = *state;
    Disk disk = {.lazy = true};
    disk_insert(&disk);
    for (int32_t round = 0; round < ROUNDS * property_factor(); round++) {
        ArenaMark mark = arena_mark(&place->arena);
        assert_one_store(place, (uint64_t)round);
        arena_rewind(&place->arena, mark);
    }
    disk_remove(&disk);
}

// Two megabytes a line: cut between characters, and put together again.
static void a_long_case_goes_in_parts(void **state) {
    enum { LEN = 5 * 1024 * 1024 + 1 };
    Place *place = *state;
    char *text = arena_push(&place->arena, char, LEN);
    memset(text, 'a', LEN);
    for (ptrdiff_t i = 1; i + 2 <= LEN; i += 2) {
        text[i] = '\xC3'; // é
        text[i + 1] = '\xA9';
    }
    StoreSession session = make_session(&place->arena, 1, "");
    session.case_bytes = (Str){text, LEN};
    Store *store = open_named(place, "source");
    keep(place, store, &session);
    StoreHeaderList list = list_of(place, store);
    Str out = text_of(&place->arena, store, &list);
    assert_true(str_find(out, S("\"from\": 2097151")) > 0);
    store_close(store);
    remove_named(place, "source");
    store = open_named(place, "target");
    assert_int_equal(import_text(place, store, out), 1);
    list = list_of(place, store);
    assert_read_back(place, store, &list.rows[0], &session);
    store_close(store);
    remove_named(place, "target");
}

// A case is asked for by hash and length; should two cases share both, each session still gets its own.
static void the_case_behind_a_session_is_its_own(void **state) {
    Place *place = *state;
    StoreSession sessions[] = {make_session(&place->arena, 1, "Un"), make_session(&place->arena, 2, "Un"),
                               make_session(&place->arena, 3, "Un")};
    StoreTextWriter text = {.arena = &place->arena, .out = {.arena = &place->arena}};
    for (int32_t i = 0; i < COUNT(sessions); i++) {
        sessions[i].header.hash = S("0123456789abcdef");
        sessions[i].header.len = 4;
        sessions[i].case_bytes = i == 1 ? S("deux") : S("tout");
        store_text_add(&text, &sessions[i]);
    }
    Str out = str_built(&text.out);
    int32_t cases = 0;
    for (Str rest = out; rest.len > 0;) {
        cases += str_begins(str_cut(&rest, '\n'), S("{\"palabre\": \"case\""));
    }
    assert_int_equal(cases, 3);
}

static void a_last_line_without_its_end_keeps_the_case_on_a_line_of_its_own(void **state) {
    Place *place = *state;
    StoreSession session = make_session(&place->arena, 1, "Un");
    StoreTextWriter text = {.arena = &place->arena, .out = {.arena = &place->arena}};
    session.lines.len--;
    session.header.hash = S("0123456789abcdef");
    store_text_add(&text, &session);
    assert_true(str_find(str_built(&text.out), S("\n{\"palabre\": \"case\"")) > 0);
}

static void a_file_that_was_cut_gives_what_is_whole(void **state) {
    Place *place = *state;
    Store *store = open_named(place, "source");
    StoreSession sessions[] = {make_session(&place->arena, 1, "Un"), make_session(&place->arena, 2, "Deux")};
    assert_true(store_keep(store, sessions, 2, NULL, &place->error));
    StoreHeaderList list = list_of(place, store);
    Str whole = text_of(&place->arena, store, &list);
    store_close(store);
    remove_named(place, "source");
    int32_t most = 0;
    for (ptrdiff_t len = 0; len <= whole.len; len++) {
        ArenaMark mark = arena_mark(&place->arena);
        StoreSessionList read;
        StoreTextProblemList problems;
        Str cut = str_slice(whole, 0, len);
        store_text_read(&place->arena, store_text_bytes(&cut), &read, &problems);
        assert_true(read.count >= most);
        most = read.count;
        for (int32_t i = 0; i < read.count; i++) {
            assert_str(read.rows[i].case_bytes, sessions[i].case_bytes);
        }
        arena_rewind(&place->arena, mark);
    }
    assert_int_equal(most, 2);
}

static int end_with_folders(void **state) {
    remove_named(*state, "source");
    remove_named(*state, "target");
    return end(state);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, begin, end_with_folders)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(merging_knows_no_order_and_nothing_twice),
        TEST(a_long_case_goes_in_parts),
        TEST(the_case_behind_a_session_is_its_own),
        TEST(a_last_line_without_its_end_keeps_the_case_on_a_line_of_its_own),
        TEST(a_file_that_was_cut_gives_what_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
