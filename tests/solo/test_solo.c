#include "solo/solo.h"

#include "session/mastery.h"
#include "told/comparison.h"

#include "solo/small_play.h"

#define AB "'options': [{'id': 'a', 'text': 'A', 'past': 'You did A'}, {'id': 'b', 'text': 'B'}]"

static void a_choice_is_given_at_once_and_leads_to_what_it_brought_about(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'end', 'why': 'W', " AB "}}," END "]");
    assert_int_equal(p.solo.phase, SOLO_PHASE_ASK);
    assert_false(act(&p, SOLO_CHOOSE, 2, 0));
    assert_true(act(&p, SOLO_CHOOSE, 0, 0));
    assert_int_equal(p.solo.phase, SOLO_PHASE_FEEDBACK);
    ToldFeedback feedback = feedback_create(&p.telling, 1, false);
    assert_text(feedback.answered.text, "You did A");
    assert_int_equal(feedback.whys.count, 1);
    assert_false(act(&p, SOLO_CHOOSE, 0, 0));
    assert_true(act(&p, SOLO_GO_ON, 0, 0));
    assert_int_equal(p.solo.phase, SOLO_PHASE_ENDED);
    assert_false(act(&p, SOLO_GO_ON, 0, 0));
    end_play(&p);
}

static void where_nothing_is_to_be_shown_one_goes_straight_on(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'end', " AB "}}," END "]");
    assert_true(act(&p, SOLO_SUBMIT, 0, 0));
    assert_int_equal(p.solo.phase, SOLO_PHASE_ENDED);
    end_play(&p);
}

static void how_sure_one_is_comes_before_the_answer_is_given(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'confidence': true, 'next': 'end', " AB
         "}}," END "]");
    assert_true(act(&p, SOLO_CHOOSE, 1, 0));
    assert_int_equal(p.solo.phase, SOLO_PHASE_CONFIDENCE);
    assert_int_equal(p.solo.session.way.count, 0);
    assert_true(act(&p, SOLO_STEP_BACK, 0, 0));
    assert_int_equal(p.solo.phase, SOLO_PHASE_ASK);
    assert_true(act(&p, SOLO_CHOOSE, 1, 0));
    assert_false(act(&p, SOLO_SET_CONFIDENCE, 0, 4));
    assert_true(act(&p, SOLO_SET_CONFIDENCE, 0, 2));
    assert_int_equal(session_last_answer(&p.solo.session)->answer.confidence, 2);
    end_play(&p);
}

#define LIMITED                                                                                                    \
    "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'end', 'own_words': {'next': 'end'}, " \
    "'limit': {'seconds': 5, 'option': 'b'}, 'options': [{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}, "     \
    "{'id': 'c', 'text': 'C'}]}}," END "]"

static Str text_of(SmallPlay *p, OptionId option) {
    return telling_option(&p->telling, solo_ask(&p->solo), option);
}

static void when_the_time_is_up_silence_answers(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(LIMITED);
    SoloOptions shown = solo_options(&p.solo);
    assert_int_equal(shown.count, 3);
    assert_int_equal(shown.rows[1].letter, 'B');
    assert_text(text_of(&p, shown.rows[1].option), "C");
    assert_int_equal(shown.rows[2].option, OPTION_OWN_WORDS);
    p.now_ms += 4999;
    assert_false(act(&p, SOLO_CLOCK, 0, 0));
    assert_int_equal(solo_decision(&p.solo).limit_left, 1);
    p.now_ms += 1;
    assert_true(act(&p, SOLO_SUBMIT, 0, 0)); // pressed too late: it does not reach what came of it
    const Event *last = session_last_answer(&p.solo.session);
    assert_true(last->answer.time_up);
    assert_int_equal(last->answer.option, scenario_find_option(p.c.scenario, ask_in(&p.c, S("s")), S("b")));
    assert_int_equal(p.solo.phase, SOLO_PHASE_FEEDBACK); // that the time is up is said, whatever else there is to say
    end_play(&p);
}

static void time_stands_still_while_paused_and_while_typing(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(LIMITED);
    p.now_ms += 2000;
    assert_true(act(&p, SOLO_PAUSE, 0, 0));
    p.now_ms += 60000;
    assert_true(act(&p, SOLO_RESUME, 0, 0));
    assert_int_equal(p.solo.limit_left_ms, 3000);
    assert_true(act(&p, SOLO_HIDE, 0, 0));
    assert_false(solo_clock_runs(&p.solo));
    p.now_ms += 60000;
    assert_true(act(&p, SOLO_SHOW, 0, 0));
    assert_int_equal(p.solo.limit_left_ms, 3000);
    assert_true(act(&p, SOLO_OWN_WORDS, 0, 0));
    p.now_ms += 60000;
    assert_true(act(&p, SOLO_TO_OPTIONS, 0, 0));
    assert_int_equal(p.solo.limit_left_ms, 3000);
    p.now_ms += 3000;
    assert_true(act(&p, SOLO_CLOCK, 0, 0));
    assert_int_equal(p.solo.phase, SOLO_PHASE_FEEDBACK);
    end_play(&p);
}

static void without_limits_silence_is_an_ordinary_option(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(LIMITED);
    assert_true(act(&p, SOLO_SET_LIMITS, 0, 0));
    assert_int_equal(solo_options(&p.solo).count, 4);
    p.now_ms += 60000;
    assert_false(act(&p, SOLO_CLOCK, 0, 0));
    assert_true(act(&p, SOLO_CHOOSE, 1, 0));
    assert_false(session_last_answer(&p.solo.session)->answer.time_up);
    end_play(&p);
}

static void a_limit_lasts_as_much_longer_as_is_asked_for(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(LIMITED);
    p.now_ms += 1000;
    (void)act(&p, SOLO_CLOCK, 0, 0);
    assert_true(act(&p, SOLO_SET_LIMITS, 0, 150)); // what is left of it too
    assert_int_equal(p.solo.limit_left_ms, 6000);
    assert_true(act(&p, SOLO_SET_LIMITS, 0, 100));
    assert_int_equal(p.solo.limit_left_ms, 4000);
    assert_false(act(&p, SOLO_SET_LIMITS, 0, 100));
    assert_true(act(&p, SOLO_SET_LIMITS, 0, 200));
    assert_true(act(&p, SOLO_CHOOSE, 0, 0));
    Solo again;
    assert_true(solo_fork(&again, &p.solo, 1, S("walk 1, decision 1"), p.now_ms));
    assert_int_equal(again.limit_left_ms, 10000);
    solo_finish(&again);
    end_play(&p);
}

static void a_set_needs_as_many_as_are_expected(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'multiple', 'min': 2, 'max': 2, 'next': 'end', "
         "'options': [{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}, {'id': 'c', 'text': 'C'}]}}," END "]");
    assert_true(act(&p, SOLO_TOGGLE, 0, 0));
    assert_int_equal(solo_decision(&p.solo).missing, 1);
    assert_false(act(&p, SOLO_SUBMIT, 0, 0));
    assert_true(act(&p, SOLO_TOGGLE, 1, 0));
    assert_true(act(&p, SOLO_TOGGLE, 2, 0));
    assert_int_equal(solo_decision(&p.solo).over, 1);
    assert_false(act(&p, SOLO_SUBMIT, 0, 0));
    assert_true(act(&p, SOLO_TOGGLE, 0, 0));
    assert_true(act(&p, SOLO_SUBMIT, 0, 0));
    assert_int_equal(session_last_answer(&p.solo.session)->answer.set, 6);
    end_play(&p);
}

static void items_are_carried_to_their_place_in_an_order(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rank', 'next': 'end', 'key': ['c', 'a', 'b'], "
         "'items': [{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}, {'id': 'c', 'text': 'C'}]}}," END "]");
    assert_true(act(&p, SOLO_CARRY, 2, 0));
    assert_true(act(&p, SOLO_MOVE, 2, -5));
    SoloItems items = solo_items(&p.solo);
    assert_int_equal(items.rows[0].item, 2);
    assert_true(items.rows[0].carried);
    assert_true(act(&p, SOLO_CARRY, -1, 0));
    assert_true(act(&p, SOLO_SUBMIT, 0, 0));
    assert_int_equal(feedback_create(&p.telling, 1, false).share.len, 0);
    p.telling.numbers = true;
    ToldFeedback feedback = feedback_create(&p.telling, 1, false);
    assert_text(feedback.share, "In agreement with what the author proposes: 100 %");
    for (int i = 0; i < 3; i++) {
        assert_int_equal(feedback.points.rows[i].verdict, VERDICT_RIGHT);
    }
    end_play(&p);
}

static void every_item_needs_its_place(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'classify', 'next': 'end', 'near': [['x', 'y']], "
         "'bins': [{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}, {'id': 'z', 'text': 'Z'}], 'items': ["
         "{'id': 'a', 'text': 'A', 'bin': 'x'}, {'id': 'b', 'text': 'B', 'bin': 'x'}, "
         "{'id': 'c', 'text': 'C', 'bin': 'x'}, {'id': 'd', 'text': 'D'}]}}," END "]");
    assert_int_equal(solo_decision(&p.solo).missing, 4);
    assert_false(act(&p, SOLO_PUT, 0, 3));
    for (int i = 0; i < 4; i++) {
        assert_false(act(&p, SOLO_SUBMIT, 0, 0));
        assert_true(act(&p, SOLO_PUT, i, i < 3 ? i : 0));
    }
    assert_true(act(&p, SOLO_PUT, 3, -1));
    assert_int_equal(solo_decision(&p.solo).missing, 1);
    assert_true(act(&p, SOLO_PUT, 3, 0));
    assert_true(act(&p, SOLO_SUBMIT, 0, 0));
    static const ItemVerdict WANTED[] = {VERDICT_RIGHT, VERDICT_NEAR, VERDICT_OFF, VERDICT_DEBATED};
    ToldFeedback feedback = feedback_create(&p.telling, 1, false);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(feedback.points.rows[i].verdict, WANTED[i]);
    }
    end_play(&p);
}

#define WRITE                                                                                                          \
    "'detectors': [{'id': 'open', 'name': 'Open', 'about': 'O', 'match': ['what brings'], 'examples': {'yes': ["       \
    "'Tell me, what brings you here?'], 'no': ['I hear you well.']}}], 'start': 's', 'scenes': [{'id': 's', 'ask': {"  \
    "'kind': 'choice', 'next': 'end', 'own_words': {'detectors': [{'id': 'open', 'scores': {'a': 2}}]}, " AB "}}," END \
    "]"

static void what_is_noticed_is_shown_where_it_stands_and_can_be_unticked(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(WRITE);
    assert_true(act(&p, SOLO_CHOOSE, 2, 0));
    assert_int_equal(p.solo.phase, SOLO_PHASE_WORDS);
    assert_false(act(&p, SOLO_SAY, 0, 0));
    assert_true(type(&p, "So what brings you to the desk today?"));
    SoloTyped words = solo_typed(&p.solo);
    assert_true(words.rows[0].ticked);
    assert_text(words.rows[0].seen, "what brings");
    assert_text(telling_detector_marks(&p.telling, words.rows[0].use), "A");
    assert_true(act(&p, SOLO_TICK, 0, 0));
    assert_true(type(&p, "So what brings you to the desk today, then?"));
    assert_false(solo_typed(&p.solo).rows[0].ticked); // the correction holds
    assert_true(type(&p, "So why are you at the desk today, then?"));
    assert_true(type(&p, "So what brings you to the desk today, then?"));
    assert_true(solo_typed(&p.solo).rows[0].ticked); // the detector changed its mind: it is seen anew
    assert_true(act(&p, SOLO_SAY, 0, 0));
    const Answer *answer = &session_last_answer(&p.solo.session)->answer;
    assert_int_equal(answer->found, 1);
    assert_true(answer->confirmed);
    assert_int_equal(p.solo.session.walk.totals[1], 2);
    end_play(&p);
}

static void what_is_typed_is_cut_where_detectors_stop_and_what_is_no_text_is_refused(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(WRITE);
    assert_true(act(&p, SOLO_OWN_WORDS, 0, 0));
    char text[2 * LIMIT_ANSWER_CHARS + 1] = {0};
    for (int i = 0; i < 2 * LIMIT_ANSWER_CHARS; i++) {
        text[i] = 'a';
    }
    assert_true(type(&p, text));
    assert_int_equal(solo_typed(&p.solo).chars, LIMIT_ANSWER_CHARS);
    assert_false(type(&p, "\xC3"));
    assert_true(act(&p, SOLO_STEP_BACK, 0, 0));
    assert_int_equal(p.solo.phase, SOLO_PHASE_ASK);
    assert_int_equal(p.solo.draft.text.len, LIMIT_ANSWER_CHARS); // kept, should one come back to it
    end_play(&p);
}

static void stepping_back_brings_the_page_and_the_answer_back(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    assert_false(act(&p, SOLO_STEP_BACK, 0, 0));
    assert_true(act(&p, SOLO_CHOOSE, 1, 0));
    assert_true(act(&p, SOLO_GO_ON, 0, 0)); // its mark is shown
    ToldScenes scenes = telling_scenes(&p.telling, solo_place(&p.solo));
    assert_int_equal(scenes.count, 2); // the one passed through, and the decision
    assert_text(scenes.rows[0].lines.rows[0].text, "She sits down.");
    assert_int_equal(telling_gauges(&p.telling, solo_scene(&p.solo)).rows[0].moved, -1);
    assert_true(act(&p, SOLO_STEP_BACK, 0, 0));
    assert_int_equal(p.solo.phase, SOLO_PHASE_ASK);
    assert_int_equal(p.solo.draft.focus, 1);
    assert_true(solo_options(&p.solo).rows[1].before);
    assert_text(telling_scenes(&p.telling, solo_place(&p.solo)).rows[0].title, "First");
    assert_true(act(&p, SOLO_CHOOSE, 0, 0));
    assert_int_equal(p.solo.session.walk.totals[1], -1); // what was answered first remains
    end_play(&p);
}

static void the_conversation_holds_what_was_said_answered_and_replied(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    assert_true(act(&p, SOLO_CHOOSE, 0, 0));
    assert_true(act(&p, SOLO_GO_ON, 0, 0));
    static const char *const WANTED[] = {"First", "Hello.", "A", "Yes.", "She sits down.", "Second"};
    Transcript transcript = telling_transcript(&p.telling, solo_place(&p.solo));
    assert_int_equal(transcript.count, 6);
    for (int i = 0; i < 6; i++) {
        assert_text(transcript.rows[i].line.text, WANTED[i]);
    }
    SoloDecision ask = solo_decision(&p.solo);
    assert_int_equal(ask.number, 2);
    assert_int_equal(ask.length.total, 2);
    assert_true(ask.length.exact);
    end_play(&p);
}

static void assert_progress(const SmallPlay *p, int32_t number, int32_t total, bool exact) {
    SoloDecision ask = solo_decision(&p->solo);
    assert_int_equal(ask.number, number);
    assert_int_equal(ask.length.total, total);
    assert_int_equal(ask.length.exact, exact);
}

static void how_many_decisions_there_are_is_the_same_until_the_next_one(void **state) {
    (void)state;
    for (int32_t option = 0; option < 2; option++) {
        SmallPlay p;
        PLAY(
            "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'why': 'W', 'options': [{'id': 'a', 'text': "
            "'A', 'next': 'end'}, {'id': 'b', 'text': 'B', 'next': 't'}]}}, {'id': 't', 'ask': {'kind': 'choice', "
            "'next': 'u', " AB "}}, {'id': 'u', 'ask': {'kind': 'choice', 'next': 'end', " AB "}}," END "]");
        assert_progress(&p, 1, 2, false);
        assert_true(act(&p, SOLO_CHOOSE, option, 0));
        assert_int_equal(p.solo.phase, SOLO_PHASE_FEEDBACK);
        assert_progress(&p, 1, 2, false);
        assert_true(act(&p, SOLO_GO_ON, 0, 0));
        if (option == 1) {
            assert_progress(&p, 2, 3, true);
        }
        end_play(&p);
    }
}

static void what_was_journalled_resumes_as_it_stood(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    assert_true(act(&p, SOLO_CHOOSE, 0, 0));
    assert_true(act(&p, SOLO_STEP_BACK, 0, 0));
    p.now_ms += 500;
    assert_true(act(&p, SOLO_CHOOSE, 1, 0));
    StrBuilder lines = {.arena = &p.frame};
    for (int32_t i = 0; i < p.solo.session.events.count; i++) {
        str_addf(&lines, "%.*s\n", S_ARG(event_write(&p.c.scratch, p.c.scenario, &p.solo.session.events.rows[i])));
    }
    Solo again;
    SoloStart start = {.scenario = p.c.scenario, .now_ms = 77};
    assert_int_equal(solo_resume(&again, &start, str_built(&lines)), SOLO_RESUMED_ALL);
    assert_int_equal(again.session.events.count, p.solo.session.events.count);
    assert_int_equal(again.session.walk.scene, p.solo.session.walk.scene);
    assert_memory_equal(again.session.walk.gauges, p.solo.session.walk.gauges, sizeof again.session.walk.gauges);
    assert_memory_equal(again.session.walk.totals, p.solo.session.walk.totals, sizeof again.session.walk.totals);
    assert_int_equal(again.story.told.count, p.solo.story.told.count);
    assert_int_equal(again.began_ms, 77 - 500);
    solo_finish(&again);
    assert_int_equal(solo_resume(&again, &start, S("{\"seq\":1}\n")), SOLO_RESUMED_NOTHING);
    end_play(&p);
}

#define FOUR                                                                                                      \
    "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 't', " AB                             \
    "}}, {'id': 't', 'ask': {'kind': "                                                                            \
    "'write', 'next': 'u', 'prompt': 'Say it.'}}, {'id': 'u', 'ask': {'kind': 'choice', 'next': 'v', " AB         \
    "}}, {'id': 'v', 'ask': {'kind': 'choice', 'options': [{'id': 'a', 'text': 'A', 'next': 'end'}, {'id': 'b', " \
    "'text': 'B', 'next': 's'}]}}," END "]"

static void begin_four(SmallPlay *p, Solo *other) {
    begin_play(p, S("scenario"), S(FOUR));
    assert_true(act(p, SOLO_CHOOSE, 1, 0));
    assert_true(type(p, "My own words"));
    assert_true(act(p, SOLO_SAY, 0, 0));
    assert_true(act(p, SOLO_CHOOSE, 1, 0));
    assert_true(act(p, SOLO_CHOOSE, 0, 0));
    assert_int_equal(p->solo.phase, SOLO_PHASE_ENDED);
    assert_true(solo_fork(other, &p->solo, 1, S("1:1"), p->now_ms));
}

static void a_what_if_shows_what_was_answered_the_first_time(void **state) {
    (void)state;
    SmallPlay p;
    Solo other;
    begin_four(&p, &other);
    assert_true(solo_options(&other).rows[1].first);
    assert_false(solo_options(&other).rows[1].before || solo_options(&other).rows[0].first);
    assert_false(solo_can_keep_others(&other)); // the decision itself comes first
    assert_true(solo_update(&other, &(SoloAction){.kind = SOLO_CHOOSE, .index = 0, .now_ms = p.now_ms}));
    assert_int_equal(other.phase, SOLO_PHASE_WORDS);
    assert_text(other.draft.text, "My own words");
    assert_false(solo_can_keep_others(&p.solo));
    solo_finish(&other);
    end_play(&p);
}

static void a_what_if_goes_on_with_the_other_answers_as_far_as_they_fit(void **state) {
    (void)state;
    SmallPlay p;
    Solo other;
    begin_four(&p, &other);
    assert_true(solo_update(&other, &(SoloAction){.kind = SOLO_CHOOSE, .index = 0, .now_ms = p.now_ms}));
    assert_true(solo_can_keep_others(&other));
    assert_true(solo_update(&other, &(SoloAction){.kind = SOLO_KEEP_OTHERS, .now_ms = p.now_ms}));
    assert_int_equal(other.phase, SOLO_PHASE_ENDED);
    assert_int_equal(other.session.way.count, 4);
    solo_finish(&other);
    assert_true(solo_fork(&other, &p.solo, 4, S("1:4"), p.now_ms)); // this one leads where nothing was answered before
    assert_true(solo_update(&other, &(SoloAction){.kind = SOLO_CHOOSE, .index = 1, .now_ms = p.now_ms}));
    assert_false(solo_can_keep_others(&other));
    solo_finish(&other);
    end_play(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_what_if_shows_what_was_answered_the_first_time),
        cmocka_unit_test(a_what_if_goes_on_with_the_other_answers_as_far_as_they_fit),
        cmocka_unit_test(a_choice_is_given_at_once_and_leads_to_what_it_brought_about),
        cmocka_unit_test(where_nothing_is_to_be_shown_one_goes_straight_on),
        cmocka_unit_test(how_sure_one_is_comes_before_the_answer_is_given),
        cmocka_unit_test(when_the_time_is_up_silence_answers),
        cmocka_unit_test(time_stands_still_while_paused_and_while_typing),
        cmocka_unit_test(without_limits_silence_is_an_ordinary_option),
        cmocka_unit_test(a_limit_lasts_as_much_longer_as_is_asked_for),
        cmocka_unit_test(a_set_needs_as_many_as_are_expected),
        cmocka_unit_test(items_are_carried_to_their_place_in_an_order),
        cmocka_unit_test(every_item_needs_its_place),
        cmocka_unit_test(what_is_noticed_is_shown_where_it_stands_and_can_be_unticked),
        cmocka_unit_test(what_is_typed_is_cut_where_detectors_stop_and_what_is_no_text_is_refused),
        cmocka_unit_test(stepping_back_brings_the_page_and_the_answer_back),
        cmocka_unit_test(how_many_decisions_there_are_is_the_same_until_the_next_one),
        cmocka_unit_test(the_conversation_holds_what_was_said_answered_and_replied),
        cmocka_unit_test(what_was_journalled_resumes_as_it_stood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
