#include "told/debrief.h"

#include "solo/small_play.h"

static const ToldRow *row_of(const ToldDebrief *debrief, DebriefPart part) {
    return &debrief_find(debrief, part)->rows.rows[0];
}

static void the_debrief_tells_the_curve_its_turn_and_the_profile(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    play_out(&p, &p.solo, 0, 1);
    ToldDebrief debrief = debrief_create(&p.telling);
    assert_text(debrief.title, "E");
    assert_int_equal(debrief.point_count, 3);
    static const int32_t WANTED[] = {50, 53, 38};
    assert_memory_equal(debrief.curves.rows[0].values, WANTED, sizeof WANTED);
    assert_int_equal(debrief.turning, 2);
    assert_text(debrief.turning_words, "Turning point: wait");
    assert_int_equal(debrief.competencies.rows[0].profile.occasions, 2);
    assert_int_equal(debrief.competencies.rows[0].word, PROFILE_PRESENT); // (3 + 0) of 6
    assert_text(row_of(&debrief, DEBRIEF_COMPETENCIES)->text, "present (2 occasions)");
    assert_int_equal(row_of(&debrief, DEBRIEF_STEPS)->tone, TOLD_WELL);
    assert_text(row_of(&debrief, DEBRIEF_CURVES)->text,
                "Trust: 50 of 100 on arrival, falls at decision 2, 38 of 100 at departure.");
    p.telling.numbers = true;
    debrief = debrief_create(&p.telling);
    assert_text(row_of(&debrief, DEBRIEF_COMPETENCIES)->text, "1 (from -2 to 4)");
    end_play(&p);
}

static void suspended_judgement_keeps_whys_for_the_debrief(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'debrief': {'score': 'none'}, 'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'end', "
         "'why': 'Because.', 'options': [{'id': 'a', 'text': 'A', 'scores': {'a': 1}}, {'id': 'b', 'text': 'B'}]}}," END
         "]");
    assert_true(act(&p, SOLO_CHOOSE, 0, 0));
    assert_int_equal(p.solo.phase, SOLO_PHASE_ENDED);
    assert_int_equal(feedback_create(&p.telling, 1, false).whys.count, 0);
    ToldDebrief debrief = debrief_create(&p.telling);
    assert_null(debrief_find(&debrief, DEBRIEF_COMPETENCIES));
    assert_text(row_of(&debrief, DEBRIEF_DECISIONS)->more.rows[0], "Because.");
    end_play(&p);
}

static void a_quiz_tells_what_is_mastered(void **state) {
    (void)state;
    SmallPlay p;
    begin_play(&p, S("quiz"),
               S("'start': 's', 'scenes': ["
                 "{'id': 's', 'ask': {'kind': 'choice', 'options': [{'id': 'a', 'text': 'A', 'stance': 'recommended'}, "
                 "{'id': 'b', 'text': 'B'}]}}, "
                 "{'id': 't', 'ask': {'kind': 'multiple', 'options': [{'id': 'a', 'text': 'A', 'scores': {'a': 1}}, "
                 "{'id': 'b', 'text': 'B', 'scores': {'a': 2}}, {'id': 'c', 'text': 'C', 'scores': {'a': -1}}]}}, " END
                 "]"));
    assert_true(act(&p, SOLO_CHOOSE, 0, 0));
    assert_int_equal(feedback_create(&p.telling, 1, false).mastery, MASTERY_REACHED);
    assert_true(act(&p, SOLO_GO_ON, 0, 0));
    assert_true(act(&p, SOLO_TOGGLE, 0, 0));
    assert_true(act(&p, SOLO_SUBMIT, 0, 0));
    assert_true(act(&p, SOLO_GO_ON, 0, 0));
    ToldDebrief debrief = debrief_create(&p.telling);
    assert_text(debrief_find(&debrief, DEBRIEF_DECISIONS)->lead, "Mastered: 1 of 2");
    assert_text(row_of(&debrief, DEBRIEF_DECISIONS)->mark, "Mastered");
    end_play(&p);
}

static void a_set_is_explained_option_by_option_and_as_a_whole(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'multiple', 'next': 'end', 'why': 'C was left out.', "
         "'options': [{'id': 'a', 'text': 'A', 'why': 'Of A.'}, {'id': 'b', 'text': 'B', 'why': 'Of B.'}, "
         "{'id': 'c', 'text': 'C', 'why': 'Of C.'}]}}," END "]");
    assert_true(act(&p, SOLO_TOGGLE, 0, 0));
    assert_true(act(&p, SOLO_TOGGLE, 1, 0));
    assert_true(act(&p, SOLO_SUBMIT, 0, 0));
    ToldFeedback feedback = feedback_create(&p.telling, 1, false);
    assert_int_equal(feedback.whys.count, 3);
    assert_text(feedback.whys.rows[2]->text, "C was left out.");
    assert_true(act(&p, SOLO_GO_ON, 0, 0));
    ToldDebrief debrief = debrief_create(&p.telling);
    const ToldRow *row = row_of(&debrief, DEBRIEF_DECISIONS);
    assert_int_equal(row->more.count, 3);
    assert_text(row->more.rows[1], "Of B.");
    end_play(&p);
}

static Mastery mastery_of_option(int32_t option) {
    SmallPlay p;
    begin_play(&p, S("quiz"),
               S("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'options': ["
                 "{'id': 'a', 'text': 'A', 'stance': 'recommended', 'scores': {'a': 1}}, "
                 "{'id': 'b', 'text': 'B', 'stance': 'defensible', 'scores': {'a': 1}}, "
                 "{'id': 'c', 'text': 'C', 'stance': 'defensible', 'scores': {'a': -1}}, "
                 "{'id': 'd', 'text': 'D', 'scores': {'a': 1}}]}}, " END "]"));
    assert_true(act(&p, SOLO_CHOOSE, option, 0));
    Mastery mastery = feedback_create(&p.telling, 1, false).mastery;
    end_play(&p);
    return mastery;
}

static void what_can_be_defended_and_is_worth_as_much_is_mastered_too(void **state) {
    (void)state;
    assert_int_equal(mastery_of_option(0), MASTERY_REACHED);
    assert_int_equal(mastery_of_option(1), MASTERY_REACHED);
    assert_int_equal(mastery_of_option(2), MASTERY_NOT_YET);
    assert_int_equal(mastery_of_option(3), MASTERY_NOT_YET);
}

#define ATTITUDES                                                                                        \
    "'options': [{'id': 'a', 'text': 'A', 'attitude': 'enquete'}, {'id': 'b', 'text': 'B', 'attitude': " \
    "'soutien'}, {'id': 'c', 'text': 'C', 'attitude': 'solution'}]}}"

static void the_attitudes_of_the_answers_are_counted_without_judgement(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 't', " ATTITUDES
         ", {'id': 't', 'ask': {'kind': 'choice', 'next': 'u', " ATTITUDES
         ", {'id': 'u', 'ask': {'kind': 'choice', 'private': true, 'next': 'end', " ATTITUDES ", " END "]");
    assert_true(act(&p, SOLO_CHOOSE, 0, 0));
    assert_true(act(&p, SOLO_CHOOSE, 2, 0));
    assert_true(act(&p, SOLO_CHOOSE, 2, 0)); // for the person alone
    assert_int_equal(p.solo.phase, SOLO_PHASE_ENDED);
    static const char *const WANTED[][2] = {{"Support", "not this time"}, {"Inquiry", "once"}, {"Solution", "once"}};
    ToldDebrief debrief = debrief_create(&p.telling);
    const ToldSection *section = debrief_find(&debrief, DEBRIEF_ATTITUDES);
    assert_non_null(section);
    assert_int_equal(section->rows.count, COUNT(WANTED));
    for (int32_t i = 0; i < COUNT(WANTED); i++) {
        assert_text(section->rows.rows[i].label, WANTED[i][0]);
        assert_text(section->rows.rows[i].mark, WANTED[i][1]);
        assert_int_equal(section->rows.rows[i].tone, TOLD_PLAIN);
    }
    end_play(&p);
}

static void the_debrief_tells_an_order_in_lines_and_why_in_one(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rank', 'next': 'end', 'why': 'Because.', 'items': "
         "[{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}, {'id': 'c', 'text': 'C'}]}}," END "]");
    assert_true(act(&p, SOLO_SUBMIT, 0, 0));
    assert_true(act(&p, SOLO_GO_ON, 0, 0));
    ToldDebrief debrief = debrief_create(&p.telling);
    const ToldRow *row = row_of(&debrief, DEBRIEF_DECISIONS);
    assert_true(str_find(row->text, S("\n2. ")) > 0);
    assert_int_equal(row->more.count, 1);
    assert_text(row->more.rows[0], "Because.");
    end_play(&p);
}

static const ToldSection *told_of(SmallPlay *p, ToldDebrief *debrief, DebriefPart part) {
    *debrief = debrief_create(&p->telling);
    return debrief_find(debrief, part);
}

#define SOURCES                                                                                \
    "'sources': [{'id': 'a', 'title': 'A decree', 'where': 'of 16 June 2025', 'year': 2025}, " \
    "{'id': 'b', 'title': 'In 2018, a third', 'where': 'published in 2022', 'year': 2018}, "   \
    "{'id': 'c', 'title': 'A book', 'where': 'a house', 'year': 1999}, {'id': 'd', 'title': 'A book', 'year': 1999}], "

static void a_year_is_said_of_a_source_once(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(SOURCES THREE);
    play_out(&p, &p.solo, 0, 1);
    static const char *const WANTED[] = {"A decree (of 16 June 2025)", "In 2018, a third (published in 2022)",
                                         "A book (a house, 1999)", "A book (1999)"};
    ToldDebrief debrief;
    const ToldSection *sources = told_of(&p, &debrief, DEBRIEF_SOURCES);
    for (int32_t i = 0; i < COUNT(WANTED); i++) {
        assert_text(sources->rows.rows[i].text, WANTED[i]);
    }
    end_play(&p);
}

static void what_warns_and_is_never_first_closes_with_what_helps(void **state) {
    (void)state;
    static const char *const HEADS[] = {"'not_first': true, 'notice': 'Hard.', ", "'notice': 'Hard.', ",
                                        "'not_first': true, "};
    for (int32_t i = 0; i < COUNT(HEADS); i++) {
        SmallPlay p;
        Arena arena = {0};
        begin_play(&p, S("scenario"), str_format(&arena, "%s%s", HEADS[i], THREE));
        play_out(&p, &p.solo, 0, 1);
        ToldDebrief debrief = debrief_create(&p.telling);
        const ToldSection *care = debrief_find(&debrief, DEBRIEF_CARE);
        assert_int_equal(care != NULL, i == 0);
        assert_true(i > 0 || care == &debrief.sections.rows[debrief.sections.count - 1]);
        end_play(&p);
        arena_finish(&arena);
    }
}

static void assert_ending(const char *title, const char *text, const char *wanted) {
    Ending ending = {.title = str_from_c(title), .text = str_from_c(text)};
    assert_text(telling_ending_text(&ending), wanted);
}

static void the_title_of_an_ending_is_not_said_over_again(void **state) {
    (void)state;
    assert_ending("Thursday", "Thursday. He is back.", "He is back.");
    assert_ending("Thursday.", "Thursday! He is back.", "He is back.");
    assert_ending("Who knows?", "Who knows? He is back.", "He is back.");
    assert_ending("He left…", "He left…", "");
    assert_ending("Thursday", "Thursday came.", "Thursday came.");
    assert_ending("Thursday", "On Thursday. He is back.", "On Thursday. He is back.");
    assert_ending("Thursday", "Thu", "Thu");
    assert_ending("", "Thursday.", "Thursday.");
}

#define LEADS(gauges)                                                                                             \
    "'characters': [{'id': 'p', 'name': 'P'}, {'id': 'q', 'name': 'Q'}], 'gauges': [" gauges "], 'start': 's', "  \
    "'scenes': [{'id': 's', 'with': 'p', 'ask': {'kind': 'choice', 'next': 't', 'options': [{'id': 'a', 'text': " \
    "'A'}, {'id': 'b', 'text': 'B'}]}}, {'id': 't', 'with': 'q', 'ask': {'kind': 'choice', 'next': 'end', "       \
    "'options': [{'id': 'a', 'text': 'A', 'effects': {'x': 9}}, {'id': 'b', 'text': 'B'}]}}," END "]"

// Which of the curves lead, as letters.
static void assert_leading(const char *gauges, int32_t answer, const char *wanted) {
    SmallPlay p;
    begin_play(&p, S("scenario"), str_from_c(gauges));
    for (int32_t i = 0; i < 2; i++) {
        assert_true(act(&p, SOLO_CHOOSE, answer, 0));
        (void)act(&p, SOLO_GO_ON, 0, 0);
    }
    ToldDebrief debrief = debrief_create(&p.telling);
    char found[LIMIT_GAUGES] = "";
    for (int32_t i = 0, at = 0; i < debrief.curves.count; i++) {
        if (debrief.curves.rows[i].leads) {
            found[at++] = (char)('a' + i);
        }
    }
    assert_string_equal(found, wanted);
    end_play(&p);
}

#define HIGH(rest) "{'id': " rest ", 'name': 'G', 'start': 50, 'better': 'high'}"
#define LOW(rest) "{'id': " rest ", 'name': 'G', 'start': 50, 'better': 'low'}"

static void one_curve_of_each_side_leads_of_whom_it_turned_with(void **state) {
    (void)state;
    assert_leading(LEADS(HIGH("'ga'") ", " HIGH("'x'") ", " LOW("'gc'") ", " LOW("'gd'")), 0, "ac");
    assert_leading(LEADS(HIGH("'ga', 'of': 'p'") ", " LOW("'gb', 'of': 'p'") ", " HIGH("'x', 'of': 'q'") ", " LOW(
                       "'gd', 'of': 'q'")),
                   0, "cd");
    assert_leading(LEADS(HIGH("'ga', 'of': 'p'") ", " LOW("'gb', 'of': 'p'") ", " HIGH("'x', 'of': 'q'") ", " LOW(
                       "'gd', 'of': 'q'")),
                   1, "ab"); // it turned nowhere
    assert_leading(LEADS(HIGH("'ga'") ", " HIGH("'x'") ", " HIGH("'gc'")), 0, "ab");
    assert_leading(LEADS("{'id': 'x', 'name': 'G', 'start': 5}"), 0, "a");
}

static void no_two_curves_look_alike(void **state) {
    (void)state;
    enum { SIDES = 2, MANY = 16, APART = 4 };
    CurveLook looks[SIDES * MANY];
    for (int32_t i = 0; i < SIDES * MANY; i++) {
        looks[i] = debrief_curve_look(i % SIDES == 1, i / SIDES);
        for (int32_t j = 0; j < i; j++) {
            bool same_mark = looks[i].shape == looks[j].shape && looks[i].hollow == looks[j].hollow;
            assert_false(same_mark && looks[i].again == looks[j].again);
            assert_false(same_mark && i < SIDES * APART);
        }
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_debrief_tells_the_curve_its_turn_and_the_profile),
        cmocka_unit_test(suspended_judgement_keeps_whys_for_the_debrief),
        cmocka_unit_test(a_quiz_tells_what_is_mastered),
        cmocka_unit_test(a_set_is_explained_option_by_option_and_as_a_whole),
        cmocka_unit_test(what_can_be_defended_and_is_worth_as_much_is_mastered_too),
        cmocka_unit_test(the_attitudes_of_the_answers_are_counted_without_judgement),
        cmocka_unit_test(the_debrief_tells_an_order_in_lines_and_why_in_one),
        cmocka_unit_test(one_curve_of_each_side_leads_of_whom_it_turned_with),
        cmocka_unit_test(no_two_curves_look_alike),
        cmocka_unit_test(a_year_is_said_of_a_source_once),
        cmocka_unit_test(what_warns_and_is_never_first_closes_with_what_helps),
        cmocka_unit_test(the_title_of_an_ending_is_not_said_over_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
