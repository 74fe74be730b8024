// Two texts of a case: what is found changed, and which answer of the one is which of the other.
#include "analysis/versions.h"

#include "analysis/analysis.h"
#include "session/small_case.h"

#define ENDING "{'id': 'end', 'ending': {'title': 'E', 'text': 'T', 'tone': 'good'}}"
#define OPTIONS "{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}"
#define CHOICE(before, inside, options)                                                               \
    "'start': 's', 'scenes': [{'id': 's', " before "'ask': {'kind': 'choice', 'next': 'end', " inside \
    "'options': [" options "]}}, " ENDING "]"

enum { TOLD = 1 << VERSIONS_TOLD, ANSWERS = 1 << VERSIONS_ANSWERS, REST = 1 << VERSIONS_REST };

typedef struct {
    SmallCase cases[VERSIONS_SIDES];
    Arena arena, scratch;
    Versions versions;
} Pair;

static void read_pair(Pair *pair, const char *first, const char *second) {
    *pair = (Pair){0};
    read_case(&pair->cases[0], S("scenario"), str_from_c(first));
    read_case(&pair->cases[1], S("scenario"), str_from_c(second));
    VersionsOf of = {{pair->cases[0].scenario, pair->cases[1].scenario}};
    pair->versions = versions_compare(&pair->arena, &pair->scratch, &of);
}

static void end_pair(Pair *pair) {
    arena_finish(&pair->arena);
    arena_finish(&pair->scratch);
    end_case(&pair->cases[0]);
    end_case(&pair->cases[1]);
}

static void each_part_that_was_changed_is_told(void **state) {
    (void)state;
    static const struct {
        const char *text;
        uint32_t changed;
    } ROWS[] = {
        {CHOICE("", "", OPTIONS), 0},
        {CHOICE("'title': 'Another', 'trainer': {'notes': 'N'}, ", "", OPTIONS), 0},
        {CHOICE("'lines': [{'text': 'L'}], ", "", OPTIONS), TOLD},
        {CHOICE("", "'prompt': 'P', ", OPTIONS), TOLD},
        {CHOICE("", "'why': 'W', ", OPTIONS), REST},
        {CHOICE("", "", "{'id': 'a', 'text': 'A', 'scores': {'a': 1}}, {'id': 'b', 'text': 'B'}"), REST},
        {CHOICE("", "", "{'id': 'a', 'text': 'Other words'}, {'id': 'b', 'text': 'B'}"), ANSWERS},
        {CHOICE("", "", "{'id': 'b', 'text': 'B'}, {'id': 'a', 'text': 'A'}"), ANSWERS},
        {CHOICE("", "", OPTIONS ", {'id': 'c', 'text': 'C'}"), ANSWERS},
        {CHOICE("", "'own_words': {}, ", OPTIONS), ANSWERS},
        {CHOICE("", "'prompt': 'P', 'why': 'W', ", OPTIONS ", {'id': 'c', 'text': 'C'}"), TOLD | ANSWERS | REST},
    };
    for (int32_t i = 0; i < COUNT(ROWS); i++) {
        Pair pair;
        read_pair(&pair, CHOICE("", "", OPTIONS), ROWS[i].text);
        assert_int_equal(pair.versions.count, 1);
        assert_int_equal(pair.versions.rows[0].changed, ROWS[i].changed);
        VersionsCount count = versions_count(&pair.versions);
        assert_int_equal(count.same, ROWS[i].changed == 0);
        assert_int_equal(count.changed, ROWS[i].changed != 0);
        end_pair(&pair);
    }
}

// Only what a case says is compared: not its layout, nor the order of its keys.
static void how_a_file_is_laid_out_is_no_change(void **state) {
    (void)state;
    Pair pair;
    read_pair(&pair, CHOICE("", "", OPTIONS),
              "'scenes': [{'ask': {'options': [{'text': 'A', 'id': 'a'},\n\n"
              "{'text': 'B', 'id': 'b'}], 'next': 'end', 'kind': 'choice'}, 'id': 's'}, " ENDING "], 'start': 's'");
    assert_int_equal(pair.versions.rows[0].changed, 0);
    end_pair(&pair);
}

static void a_decision_that_one_text_alone_has_is_told(void **state) {
    (void)state;
    Pair pair;
    read_pair(&pair,
              "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'u', 'options': [" OPTIONS
              "]}}, {'id': 'u', 'ask': {'kind': 'choice', 'next': 'end', 'options': [" OPTIONS "]}}, " ENDING "]",
              "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'v', 'options': [" OPTIONS
              "]}}, {'id': 'v', 'ask': {'kind': 'choice', 'next': 'u', 'options': [" OPTIONS
              "]}}, {'id': 'u', 'next': 'end'}, " ENDING "]");
    assert_int_equal(pair.versions.count, 3);
    assert_true(versions_is_in_both(&pair.versions.rows[0]));
    assert_int_equal(pair.versions.rows[1].scenes[0], 0); // v
    assert_int_equal(pair.versions.rows[1].scenes[1], 2);
    assert_int_equal(pair.versions.rows[2].scenes[0], 2); // u, which asks nothing any more
    assert_int_equal(pair.versions.rows[2].scenes[1], 0);
    assert_int_equal(versions_count(&pair.versions).alone, 2);
    VersionsAnswers answers = versions_answers(&pair.arena, &pair.versions, &pair.versions.rows[1]);
    assert_int_equal(answers.count, 3);
    assert_int_equal(answers.rows[0].place[0], VERSIONS_NONE);
    assert_int_equal(answers.rows[0].place[1], 0);
    assert_int_equal(answers.rows[2].place[1], DISCLOSED_ABSTAINED);
    end_pair(&pair);
}

static void check_answer(const VersionsAnswer *answer, int32_t first, int32_t second, bool reworded) {
    assert_int_equal(answer->place[0], first);
    assert_int_equal(answer->place[1], second);
    assert_int_equal(answer->row[0], first == VERSIONS_NONE ? VERSIONS_NONE : 0);
    assert_int_equal(answer->row[1], second == VERSIONS_NONE ? VERSIONS_NONE : 0);
    assert_int_equal(answer->reworded, reworded);
}

static void answers_are_the_same_by_their_ids_wherever_they_stand(void **state) {
    (void)state;
    Pair pair;
    read_pair(&pair, CHOICE("", "'own_words': {}, ", OPTIONS),
              CHOICE("", "'own_words': {}, ",
                     "{'id': 'c', 'text': 'C'}, {'id': 'b', 'text': 'Said otherwise'}, {'id': 'a', 'text': 'A'}"));
    VersionsAnswers answers = versions_answers(&pair.arena, &pair.versions, &pair.versions.rows[0]);
    assert_int_equal(answers.count, 5);
    check_answer(&answers.rows[0], 0, 2, false);
    check_answer(&answers.rows[1], 1, 1, true);
    check_answer(&answers.rows[2], 2, 3, false); // own words
    check_answer(&answers.rows[3], VERSIONS_NONE, 0, false);
    check_answer(&answers.rows[4], DISCLOSED_ABSTAINED, DISCLOSED_ABSTAINED, false);
    end_pair(&pair);
}

#define RATE(items, labels)                                                                              \
    "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rate', 'next': 'end', 'items': [" items "], " \
    "'scale': {'labels': [" labels "]}}}, " ENDING "]"

static void items_are_matched_by_their_ids_and_levels_by_their_number(void **state) {
    (void)state;
    Pair pair;
    read_pair(&pair, RATE("{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}", "'l', 'm', 'n'"),
              RATE("{'id': 'z', 'text': 'Z'}, {'id': 'x', 'text': 'X'}", "'l', 'm', 'other', 'o'"));
    VersionsAnswers answers = versions_answers(&pair.arena, &pair.versions, &pair.versions.rows[0]);
    assert_int_equal(answers.count, 5 + 4 + 5); // x in both, y, z; a row for those who abstained
    assert_int_equal(answers.rows[0].row[0], 0);
    assert_int_equal(answers.rows[0].row[1], 1);
    assert_true(answers.rows[2].reworded);
    assert_int_equal(answers.rows[3].row[0], VERSIONS_NONE); // a fourth level
    assert_int_equal(answers.rows[3].place[1], 3);
    assert_int_equal(answers.rows[5].row[0], 1);
    assert_int_equal(answers.rows[5].row[1], VERSIONS_NONE);
    assert_int_equal(answers.rows[9].row[0], VERSIONS_NONE);
    assert_int_equal(answers.rows[9].row[1], 0);
    end_pair(&pair);
}

static void decisions_of_two_kinds_share_no_answer(void **state) {
    (void)state;
    Pair pair;
    read_pair(&pair, CHOICE("", "", OPTIONS), RATE("{'id': 'a', 'text': 'A'}", "'l', 'm', 'n'"));
    VersionsAnswers answers = versions_answers(&pair.arena, &pair.versions, &pair.versions.rows[0]);
    assert_int_equal(answers.count, 3 + 4);
    for (int32_t i = 0; i < answers.count; i++) {
        assert_int_equal(answers.rows[i].place[i < 3 ? 1 : 0], VERSIONS_NONE);
        assert_int_not_equal(answers.rows[i].place[i < 3 ? 0 : 1], VERSIONS_NONE);
    }
    end_pair(&pair);
}

static void nothing_is_matched_where_no_hands_go_up(void **state) {
    (void)state;
    static const char *const TEXT =
        "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'write', 'next': 'end'}}, " ENDING "]";
    Pair pair;
    read_pair(&pair, TEXT, TEXT);
    assert_int_equal(pair.versions.rows[0].changed, 0);
    assert_int_equal(versions_answers(&pair.arena, &pair.versions, &pair.versions.rows[0]).count, 0);
    end_pair(&pair);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_part_that_was_changed_is_told),
                                       cmocka_unit_test(how_a_file_is_laid_out_is_no_change),
                                       cmocka_unit_test(a_decision_that_one_text_alone_has_is_told),
                                       cmocka_unit_test(answers_are_the_same_by_their_ids_wherever_they_stand),
                                       cmocka_unit_test(items_are_matched_by_their_ids_and_levels_by_their_number),
                                       cmocka_unit_test(decisions_of_two_kinds_share_no_answer),
                                       cmocka_unit_test(nothing_is_matched_where_no_hands_go_up)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
