// What leaves for a server, without one: the rows that are made of sessions.
#include "push/parcel.h"

#include "analysis/kept_rooms.h"

#define CASE                                                                                                     \
    "'start': 's', 'gauges': [{'id': 'g', 'name': 'WORDS', 'start': 50}], 'scenes': ["                           \
    "{'id': 's', 'title': 'WORDS', 'ask': {'kind': 'choice', 'prompt': 'WORDS', 'next': 't', "                   \
    " 'own_words': {'prompt': 'WORDS', 'next': 't'}, 'options': ["                                               \
    "  {'id': 'a', 'text': 'WORDS', 'stance': 'recommended', 'scores': {'a': 1}}, "                              \
    "  {'id': 'b', 'text': 'WORDS', 'scores': {'a': -1}}]}}, "                                                   \
    "{'id': 't', 'ask': {'kind': 'choice', 'next': 'end', 'options': ["                                          \
    "  {'id': 'x', 'text': 'WORDS', 'scores': {'a': 2}}, {'id': 'y', 'text': 'WORDS', 'scores': {'a': -1}}]}}, " \
    "{'id': 'end', 'ending': {'title': 'WORDS', 'text': 'WORDS', 'tone': 'good'}}]"
#define ABO "['a', 'b', 'own-words']"

static const char *const CASE_BYTES = "any bytes: they are known by their sum";

typedef struct {
    SmallCase c;
    KeptRoom room;
    Arena arena;
    Parcel parcel;
    ParcelCase *of;
} Desk;

static void open_desk(Desk *desk, Str rest, int32_t present) {
    *desk = (Desk){0};
    read_case(&desk->c, S("scenario"), rest);
    desk->of = parcel_read_case(&desk->arena, desk->c.scenario, str_from_c(CASE_BYTES));
    begin_kept(&desk->room, desk->c.scenario, present);
}

static void close_desk(Desk *desk) {
    parcel_finish(&desk->parcel);
    parcel_close_case(desk->of);
    end_kept(&desk->room);
    arena_finish(&desk->arena);
    end_case(&desk->c);
}

static StoreSession session_of(const Desk *desk) {
    return (StoreSession){.header = {.id = S("00112233445566778899aabbccddeeff"),
                                     .kind = STORE_GROUP,
                                     .case_id = S("small"),
                                     .title = S("WORDS"),
                                     .hash = S("0123456789abcdef"),
                                     .len = 1,
                                     .begun = S("2026-11-02"),
                                     .kept = S("2026-11-03"),
                                     .erase_after = S("2027-11-02"),
                                     .consent = true,
                                     .label = S("WORDS"),
                                     .present = desk->room.present},
                          .lines = str_built(&desk->room.lines),
                          .case_bytes = str_from_c(CASE_BYTES)};
}

static ParcelFate add(Desk *desk) {
    StoreSession session = session_of(desk);
    parcel_add_case(&desk->parcel, desk->of);
    return parcel_add_session(&desk->parcel, desk->of, &session);
}

static int32_t count_rows(const Desk *desk, ParcelTable table) {
    int32_t count = 0;
    Str rows = str_built(&desk->parcel.rows[table]);
    for (ptrdiff_t i = 0; i < rows.len; i++) {
        count += rows.text[i] == '\n';
    }
    return count;
}

// A row without the key that it begins with, of all of its table one after the other.
static void assert_row(const Desk *desk, ParcelTable table, int32_t row, const char *wanted) {
    Str rows = str_built(&desk->parcel.rows[table]), line = {0};
    for (int32_t i = 0; i <= row; i++) {
        line = str_cut(&rows, '\n');
    }
    (void)str_cut(&line, '\t');
    if (!str_equal(line, str_from_c(wanted))) {
        fail_msg("row %d of %.*s is %.*s", row, S_ARG(parcel_table_name(table)), S_ARG(line));
    }
}

static void a_session_leaves_as_the_report_of_it_tells(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, S(CASE), 12);
    keep_vote(&desk.room, "s", 1, ABO, "[7, 5, 0]", 0);
    keep_vote(&desk.room, "s", 2, ABO, "[12, 0, 0]", 0);
    keep_answer(&desk.room, "s", "'a'", "t", 0);
    keep_vote(&desk.room, "t", 1, "['x', 'y']", "[9, 2]", 1);
    keep_answer(&desk.room, "t", "'y'", "end", 0);
    assert_int_equal(add(&desk), PARCEL_GOES);
    assert_int_equal(count_rows(&desk, PARCEL_SESSIONS), 1);
    Str session = str_built(&desk.parcel.rows[PARCEL_SESSIONS]);
    assert_true(str_ends(session, S("\t2026-11-02\t2027-11-02\t12\t3\tf\t{\"000001:a\",\"000002:y\"}\n")));
    // what was followed, of what was offered; with the marks of the answer, of those that it could have had
    assert_row(&desk, PARCEL_ANSWERS, 0, "1\t3\t60000\t7\t1\t\\N\t\\N\t2\t2\tt\tt\tf");
    assert_row(&desk, PARCEL_ANSWERS, 1, "2\t3\t60000\t3\t2\t\\N\t\\N\t0\t3\tf\tf\tf");
    assert_row(&desk, PARCEL_VOTES, 0, "1\t3\t1\t0\t12\tt\t{7,5,0,0}\t{12,12,12,12}");
    assert_row(&desk, PARCEL_VOTES, 1, "1\t3\t2\t0\t12\tt\t{12,0,0,0}\t{12,12,12,12}");
    // two hands and an abstention are hidden, and the nine that would give them away
    assert_row(&desk, PARCEL_VOTES, 2, "2\t3\t1\t0\t12\tf\t{NULL,NULL,NULL}\t{12,12,12}");
    assert_row(&desk, PARCEL_MOVES, 0, "1\t3\t0\t0\t7\t7");
    assert_row(&desk, PARCEL_MOVES, 1, "1\t3\t1\t0\t5\t5");
    assert_int_equal(count_rows(&desk, PARCEL_MOVES), 2);
    assert_row(&desk, PARCEL_PASSAGES, 0, "1\t2");
    assert_row(&desk, PARCEL_WALKS, 0, "1\t{50,50,50}");
    close_desk(&desk);
}

static void of_fewer_than_five_people_nothing_leaves_but_that_they_were(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, S(CASE), 4);
    keep_vote(&desk.room, "s", 1, ABO, "[4, 0, 0]", 0);
    keep_answer(&desk.room, "s", "'a'", "t", 0);
    assert_int_equal(add(&desk), PARCEL_SMALL);
    Str session = str_built(&desk.parcel.rows[PARCEL_SESSIONS]);
    assert_true(str_ends(session, S("\t2026-11-02\t2027-11-02\t\\N\t\\N\tf\t{}\n")));
    for (ParcelTable table = PARCEL_SESSIONS + 1; table < PARCEL_TABLES; table++) {
        assert_int_equal(count_rows(&desk, table), 0);
    }
    close_desk(&desk);
}

static void a_vote_of_fewer_than_five_people_leaves_without_its_counts(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, S(CASE), 12);
    keep_vote(&desk.room, "s", 1, ABO, "[3, 0, 0]", 1);
    keep_answer(&desk.room, "s", "'a'", "t", 0);
    assert_int_equal(add(&desk), PARCEL_GOES);
    assert_int_equal(count_rows(&desk, PARCEL_VOTES), 1);
    assert_row(&desk, PARCEL_VOTES, 0, "1\t3\t1\t0\t\\N\tf\t\\N\t\\N");
    close_desk(&desk);
}

static void no_sentence_leaves(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, S(CASE), 12);
    keep_line(&desk.room, "'kind': 'idea', 'text': 'WORDS'");
    keep_answer(&desk.room, "s", "{'text': 'WORDS', 'found': []}", "t", 0);
    keep_line(&desk.room, "'kind': 'sentence', 'text': 'WORDS', 'minority': true");
    keep_line(&desk.room, "'kind': 'keep', 'index': 0, 'text': 'WORDS'");
    keep_answer(&desk.room, "t", "'x'", "end", 0);
    assert_int_equal(add(&desk), PARCEL_GOES);
    assert_true(str_find(str_built(&desk.parcel.rows[PARCEL_SESSIONS]), S("{\"000001:\\\\\"\\\\\"\"")) > 0); // ""
    for (ParcelTable table = 0; table < PARCEL_TABLES; table++) {
        Str rows = str_built(&desk.parcel.rows[table]);
        assert_true(str_find(rows, S("WORDS")) < 0);
        assert_true(str_find(rows, S("\0")) < 0); // which no text of a server can hold
    }
    close_desk(&desk);
}

static void where_a_group_went_back_its_first_and_its_last_answers_leave(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, S(CASE), 12);
    keep_answer(&desk.room, "s", "'b'", "t", 0);
    keep_rewind(&desk.room, 3);
    keep_answer(&desk.room, "s", "'a'", "t", 0);
    keep_answer(&desk.room, "t", "'x'", "end", 0);
    assert_int_equal(add(&desk), PARCEL_GOES);
    assert_row(&desk, PARCEL_ANSWERS, 0, "1\t1\t60000\t7\t2\t\\N\t\\N\t0\t2\tf\tf\tf");
    assert_row(&desk, PARCEL_ANSWERS, 2, "1\t2\t60000\t7\t1\t\\N\t\\N\t2\t2\tf\tf\tf");
    assert_int_equal(count_rows(&desk, PARCEL_ANSWERS), 4);
    close_desk(&desk);
}

static void where_judgement_is_suspended_no_marks_leave(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, S("'debrief': {'score': 'none'}, " CASE), 12);
    keep_answer(&desk.room, "s", "'a'", "t", 0);
    assert_int_equal(add(&desk), PARCEL_GOES);
    assert_row(&desk, PARCEL_ANSWERS, 0, "1\t3\t60000\t7\t1\t\\N\t\\N\t0\t0\tf\tf\tf");
    assert_row(&desk, PARCEL_PLACES, 0, "1\t0\toption-a\tt\tf");
    assert_int_equal(count_rows(&desk, PARCEL_MARKS), 0);
    assert_int_equal(count_rows(&desk, PARCEL_COMPETENCIES), 0);
    assert_int_equal(count_rows(&desk, PARCEL_PROFILES), 0);
    close_desk(&desk);
}

static void a_session_is_known_by_its_id_and_its_log(void **state) {
    (void)state;
    Desk desk;
    open_desk(&desk, S(CASE), 12);
    keep_answer(&desk.room, "s", "'a'", "t", 0);
    StoreSession session = session_of(&desk), again = session, other = session;
    again.header.label = S("another");
    again.header.erase_after = S("2027-01-01");
    keep_answer(&desk.room, "t", "'x'", "end", 0);
    other.lines = str_built(&desk.room.lines);
    assert_true(str_equal(parcel_session_key(&desk.arena, &session), parcel_session_key(&desk.arena, &again)));
    assert_false(str_equal(parcel_session_key(&desk.arena, &session), parcel_session_key(&desk.arena, &other)));
    other = session;
    other.header.id = S("ffeeddccbbaa99887766554433221100");
    assert_false(str_equal(parcel_session_key(&desk.arena, &session), parcel_session_key(&desk.arena, &other)));
    close_desk(&desk);
}

static void what_was_not_agreed_to_or_is_past_stays(void **state) {
    (void)state;
    const StoreHeader fine = {.kind = STORE_GROUP, .consent = true, .erase_after = S("2026-11-30")};
    StoreHeader solo = fine, silent = fine, damaged = fine;
    solo.kind = STORE_SOLO;
    silent.consent = false;
    damaged.damaged = true;
    assert_int_equal(parcel_judge(&fine, S("2026-11-30")), PARCEL_GOES);
    assert_int_equal(parcel_judge(&fine, S("2026-12-01")), PARCEL_PAST);
    assert_int_equal(parcel_judge(&solo, S("2026-11-30")), PARCEL_ALONE);
    assert_int_equal(parcel_judge(&silent, S("2026-11-30")), PARCEL_NO_CONSENT);
    assert_int_equal(parcel_judge(&damaged, S("2026-11-30")), PARCEL_DAMAGED);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_session_leaves_as_the_report_of_it_tells),
        cmocka_unit_test(of_fewer_than_five_people_nothing_leaves_but_that_they_were),
        cmocka_unit_test(a_vote_of_fewer_than_five_people_leaves_without_its_counts),
        cmocka_unit_test(no_sentence_leaves),
        cmocka_unit_test(where_a_group_went_back_its_first_and_its_last_answers_leave),
        cmocka_unit_test(where_judgement_is_suspended_no_marks_leave),
        cmocka_unit_test(a_session_is_known_by_its_id_and_its_log),
        cmocka_unit_test(what_was_not_agreed_to_or_is_past_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
