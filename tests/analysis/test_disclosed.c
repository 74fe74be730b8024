// The rule of five, held against whoever knows how it works: every vote of a small room is made, and what it shows is
// looked at for what else it tells.
#include "analysis/disclosed.h"

#include "base/table.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

enum { PLACES = 3, MOST_PEOPLE = 13 };

static DisclosedVote vote_of(const int32_t *hands, int32_t abstained, int32_t several_of) {
    DisclosedVote vote = {.tally = {.rows = 1, .places = PLACES}, .offered = 7, .present = several_of};
    vote.tally.several = several_of > 0;
    memcpy(vote.tally.hands[0], hands, PLACES * sizeof *hands);
    vote.tally.abstained[0] = abstained;
    return vote;
}

static bool disclose(const int32_t *cells, int32_t several_of, Disclosed *disclosed) {
    DisclosedVote vote = vote_of(cells, cells[PLACES], several_of);
    bool told = disclosed_open(&vote, disclosed);
    disclosed_hide(disclosed);
    return told;
}

static DisclosedCell cell(const Disclosed *disclosed, int32_t place) {
    return disclosed->cells[0][place < PLACES ? place : DISCLOSED_ABSTAINED];
}

static void assert_cells(const int32_t *cells, const char *expected) {
    Disclosed disclosed;
    Arena arena = {0};
    StrBuilder shown = {.arena = &arena};
    assert_true(disclose(cells, 0, &disclosed));
    for (int32_t i = 0; i <= PLACES; i++) {
        DisclosedCell one = cell(&disclosed, i);
        str_addf(&shown, one.hidden ? "%s-" : "%s%d", i > 0 ? " " : "", (int)one.hands);
        assert_true(!one.hidden || one.hands == 0);
    }
    str_add_char(&shown, 0);
    assert_string_equal(str_built(&shown).text, expected);
    arena_finish(&arena);
}

static void few_hands_are_hidden_and_others_with_them(void **state) {
    (void)state;
    assert_cells((const int32_t[]){5, 7, 0, 0}, "5 7 0 0");
    assert_cells((const int32_t[]){9, 4, 1, 0}, "9 - - -");
    assert_cells((const int32_t[]){9, 3, 0, 0}, "- - - -"); // three alone would be what is left of twelve
    assert_cells((const int32_t[]){9, 6, 1, 0}, "9 - - -");
    assert_cells((const int32_t[]){8, 6, 0, 1}, "8 - - -"); // an abstention is an answer like others
    Disclosed disclosed;
    assert_false(disclose((const int32_t[]){2, 2, 0, 0}, 0, &disclosed));
    assert_true(disclose((const int32_t[]){2, 2, 0, 1}, 0, &disclosed));
}

// A vote as somebody sees it, in writing.
static Str view_of(Arena *arena, const Disclosed *disclosed) {
    StrBuilder view = {.arena = arena};
    str_addf(&view, "%d:", (int)disclosed->voters[0]);
    for (int32_t i = 0; i <= PLACES; i++) {
        DisclosedCell one = cell(disclosed, i);
        str_addf(&view, one.hidden ? " ?" : " %d", (int)one.hands);
    }
    return str_built(&view);
}

typedef struct {
    int32_t least[PLACES + 1], most[PLACES + 1];
    Disclosed disclosed;
} Seen;

typedef struct {
    Arena arena;
    Table table;
    ROWS_OF(Seen) views;
} Views;

static void look_at(Views *views, const int32_t *cells, int32_t several_of) {
    Disclosed disclosed;
    if (!disclose(cells, several_of, &disclosed)) {
        return;
    }
    int32_t *slot = table_slot(&views->arena, &views->table, view_of(&views->arena, &disclosed));
    if (*slot == 0) {
        Seen *fresh = rows_append(&views->arena, &views->views);
        fresh->disclosed = disclosed;
        memcpy(fresh->least, cells, sizeof fresh->least);
        memcpy(fresh->most, cells, sizeof fresh->most);
        *slot = views->views.count;
    }
    Seen *seen = &views->views.rows[*slot - 1];
    for (int32_t i = 0; i <= PLACES; i++) {
        bool fine = several_of == 0 ? cells[i] == 0 || cells[i] >= DISCLOSED_LEAST
                                    : (cells[i] == 0 || cells[i] >= DISCLOSED_LEAST) &&
                                          (cells[i] == several_of || several_of - cells[i] >= DISCLOSED_LEAST);
        assert_true(fine || cell(&disclosed, i).hidden);
        seen->least[i] = cells[i] < seen->least[i] ? cells[i] : seen->least[i];
        seen->most[i] = cells[i] > seen->most[i] ? cells[i] : seen->most[i];
    }
    // Two that are alike to the eye are alike to whatever is worked out of them.
    assert_memory_equal(&seen->disclosed, &disclosed, sizeof disclosed);
}

static void assert_nothing_follows(const Views *views) {
    int32_t hidden = 0;
    for (int32_t i = 0; i < views->views.count; i++) {
        const Seen *seen = &views->views.rows[i];
        for (int32_t j = 0; j <= PLACES; j++) {
            assert_true(!cell(&seen->disclosed, j).hidden || seen->least[j] < seen->most[j]);
            hidden += cell(&seen->disclosed, j).hidden;
        }
    }
    assert_true(hidden > 0);
}

// Every way in which hands may lie: `cells` counts up like the digits of a number to `most` each. False: it was the
// last.
static bool count_up(int32_t *cells, int32_t most) {
    for (int32_t i = 0; i <= PLACES; i++) {
        if (cells[i] < most) {
            cells[i] += 1;
            return true;
        }
        cells[i] = 0;
    }
    return false;
}

static void no_hidden_count_follows_from_what_is_shown(void **state) {
    (void)state;
    Views views = {0};
    int32_t cells[PLACES + 1] = {0};
    while (count_up(cells, MOST_PEOPLE)) {
        if (cells[0] + cells[1] + cells[2] + cells[3] <= MOST_PEOPLE) {
            look_at(&views, cells, 0);
        }
    }
    assert_nothing_follows(&views);
    arena_finish(&views.arena);
}

// Who abstains raises no hand; `each` 0: the others as many as they like, else each so many.
static bool can_be(const int32_t *cells, int32_t people, int32_t each) {
    int32_t raising = people - cells[PLACES];
    return cells[0] <= raising && cells[1] <= raising && cells[2] <= raising &&
           (each == 0 || cells[0] + cells[1] + cells[2] == each * raising);
}

static void look_at_several(Views *views, int32_t people, int32_t each) {
    int32_t cells[PLACES + 1] = {0};
    while (count_up(cells, people)) {
        if (can_be(cells, people, each)) {
            look_at(views, cells, people);
        }
    }
}

static void no_hidden_count_follows_where_hands_are_raised_several_times(void **state) {
    (void)state;
    for (int32_t each = 0; each <= 2; each += 2) {
        Views views = {0};
        for (int32_t people = DISCLOSED_LEAST; people < MOST_PEOPLE; people++) {
            look_at_several(&views, people, each);
        }
        assert_nothing_follows(&views);
        arena_finish(&views.arena);
    }
}

// Whoever has the report of two groups, and that of the first, has what the second's own tells, and no more.
static void two_reports_subtracted_tell_what_each_tells(void **state) {
    (void)state;
    Disclosed first, second, whole = {0};
    assert_true(disclose((const int32_t[]){6, 6, 0, 0}, 0, &first));
    assert_true(disclose((const int32_t[]){7, 1, 5, 0}, 0, &second));
    disclosed_join(&whole, &first);
    disclosed_join(&whole, &second);
    assert_int_equal(whole.voters[0], 25);
    for (int32_t i = 0; i <= PLACES; i++) {
        assert_int_equal(cell(&whole, i).hidden, cell(&second, i).hidden);
        assert_int_equal(cell(&whole, i).of, 25);
    }
    assert_int_equal(cell(&whole, 0).hands, 13);
    Tally tally;
    assert_true(disclosed_tally(&first, NULL, &tally));
    assert_false(disclosed_tally(&whole, NULL, &tally));
}

static void an_answer_counts_among_those_to_whom_it_was_offered(void **state) {
    (void)state;
    DisclosedVote two = vote_of((const int32_t[]){6, 6, 0}, 0, 0), three = vote_of((const int32_t[]){5, 5, 5}, 0, 0);
    Disclosed first, second, whole = {0};
    Tally tally;
    two.offered = 3;
    assert_true(disclosed_open(&two, &first));
    assert_true(disclosed_open(&three, &second));
    assert_true(disclosed_tally(&first, NULL, &tally));
    assert_int_equal(tally.places, 2);
    assert_true(disclosed_tally(&first, &second, &tally));
    assert_int_equal(tally.places, 3);
    disclosed_join(&whole, &second);
    disclosed_join(&whole, &first);
    assert_int_equal(cell(&whole, 1).of, 27);
    assert_int_equal(cell(&whole, 2).of, 15);
    assert_int_equal(cell(&whole, 2).hands, 5);
}

// Whoever kept the sessions: five voters are enough, and of several sessions the sum is what is looked at.
static void one_looks_at_all_counts_of_a_vote_and_at_those_of_a_sum_that_are_not_few(void **state) {
    (void)state;
    DisclosedVote vote = vote_of((const int32_t[]){8, 3, 1}, 0, 0), four = vote_of((const int32_t[]){3, 1, 0}, 0, 0);
    Disclosed first, second, whole = {0};
    Tally tally;
    assert_true(disclosed_open(&vote, &first));
    assert_true(disclosed_tally(&first, NULL, &tally));
    assert_int_equal(tally.hands[0][1], 3);
    assert_false(disclosed_open(&four, &second));
    vote = vote_of((const int32_t[]){3, 4, 0}, 2, 0);
    assert_true(disclosed_open(&vote, &second));
    disclosed_join(&whole, &first);
    disclosed_join(&whole, &second);
    disclosed_hide(&whole);
    assert_int_equal(cell(&whole, 0).hands, 11);
    for (int32_t i = 1; i <= PLACES; i++) {
        assert_true(cell(&whole, i).hidden); // 7, 1, 2: the two that are few, and what they would follow from
        assert_int_equal(cell(&whole, i).hands, 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(few_hands_are_hidden_and_others_with_them),
        cmocka_unit_test(no_hidden_count_follows_from_what_is_shown),
        cmocka_unit_test(no_hidden_count_follows_where_hands_are_raised_several_times),
        cmocka_unit_test(two_reports_subtracted_tell_what_each_tells),
        cmocka_unit_test(an_answer_counts_among_those_to_whom_it_was_offered),
        cmocka_unit_test(one_looks_at_all_counts_of_a_vote_and_at_those_of_a_sum_that_are_not_few)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
