#include "solo/solo.h"

#include "session/mastery.h"
#include "told/comparison.h"

#include "solo/small_play.h"

#define END "{'id': 'end', 'ending': {'title': 'E', 'text': 'T', 'tone': 'good'}}"
#define AB "'options': [{'id': 'a', 'text': 'A', 'past': 'You did A'}, {'id': 'b', 'text': 'B'}]"
#define PLAY(rest) begin_play(&p, S("scenario"), S(rest))

static void a_choice_is_given_at_once_and_leads_to_what_it_brought_about(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'end', 'why': 'W', " AB "}}," END "]");
    assert_int_equal(p.model.phase, PHASE_ASK);
    assert_false(act(&p, WALK_CHOOSE, 2, 0));
    assert_true(act(&p, WALK_CHOOSE, 0, 0));
    assert_int_equal(p.model.phase, PHASE_FEEDBACK);
    ShownFeedback feedback = walk_shown_feedback(&p.showing, 1, false);
    assert_text(feedback.answered, "You did A");
    assert_int_equal(feedback.why_count, 1);
    assert_false(act(&p, WALK_CHOOSE, 0, 0));
    assert_true(act(&p, WALK_GO_ON, 0, 0));
    assert_int_equal(p.model.phase, PHASE_ENDED);
    assert_false(act(&p, WALK_GO_ON, 0, 0));
    end_play(&p);
}

static void where_nothing_is_to_be_shown_one_goes_straight_on(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'end', " AB "}}," END "]");
    assert_true(act(&p, WALK_SUBMIT, 0, 0));
    assert_int_equal(p.model.phase, PHASE_ENDED);
    end_play(&p);
}

static void how_sure_one_is_comes_before_the_answer_is_given(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'confidence': true, 'next': 'end', " AB
         "}}," END "]");
    assert_true(act(&p, WALK_CHOOSE, 1, 0));
    assert_int_equal(p.model.phase, PHASE_CONFIDENCE);
    assert_int_equal(p.model.session.way.count, 0);
    assert_true(act(&p, WALK_STEP_BACK, 0, 0));
    assert_int_equal(p.model.phase, PHASE_ASK);
    assert_true(act(&p, WALK_CHOOSE, 1, 0));
    assert_false(act(&p, WALK_SET_CONFIDENCE, 0, 4));
    assert_true(act(&p, WALK_SET_CONFIDENCE, 0, 2));
    assert_int_equal(session_last_answer(&p.model.session)->answer.confidence, 2);
    end_play(&p);
}

#define LIMITED                                                                                                    \
    "'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'end', 'own_words': {'next': 'end'}, " \
    "'limit': {'seconds': 5, 'option': 'b'}, 'options': [{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}, "     \
    "{'id': 'c', 'text': 'C'}]}}," END "]"

static void when_the_time_is_up_silence_answers(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(LIMITED);
    ShownOptions shown = walk_shown_options(&p.showing);
    assert_int_equal(shown.count, 3);
    assert_int_equal(shown.rows[1].letter, 'B');
    assert_text(shown.rows[1].text, "C");
    assert_int_equal(shown.rows[2].option, OPTION_OWN_WORDS);
    p.now_ms += 4999;
    assert_false(act(&p, WALK_CLOCK, 0, 0));
    assert_int_equal(walk_shown_ask(&p.showing).limit_left, 1);
    p.now_ms += 1;
    assert_true(act(&p, WALK_SUBMIT, 0, 0)); // pressed too late: it does not reach what came of it
    const Event *last = session_last_answer(&p.model.session);
    assert_true(last->answer.time_up);
    assert_int_equal(last->answer.option, scenario_find_option(p.c.scenario, ask_in(&p.c, S("s")), S("b")));
    assert_int_equal(p.model.phase, PHASE_FEEDBACK); // that the time is up is said, whatever else there is to say
    end_play(&p);
}

static void time_stands_still_while_paused_and_while_typing(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(LIMITED);
    p.now_ms += 2000;
    assert_true(act(&p, WALK_PAUSE, 0, 0));
    p.now_ms += 60000;
    assert_true(act(&p, WALK_RESUME, 0, 0));
    assert_int_equal(p.model.limit_left_ms, 3000);
    assert_true(act(&p, WALK_HIDE, 0, 0));
    assert_false(walk_clock_runs(&p.model));
    p.now_ms += 60000;
    assert_true(act(&p, WALK_SHOW, 0, 0));
    assert_int_equal(p.model.limit_left_ms, 3000);
    assert_true(act(&p, WALK_OWN_WORDS, 0, 0));
    p.now_ms += 60000;
    assert_true(act(&p, WALK_TO_OPTIONS, 0, 0));
    assert_int_equal(p.model.limit_left_ms, 3000);
    p.now_ms += 3000;
    assert_true(act(&p, WALK_CLOCK, 0, 0));
    assert_int_equal(p.model.phase, PHASE_FEEDBACK);
    end_play(&p);
}

static void without_limits_silence_is_an_ordinary_option(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(LIMITED);
    assert_true(act(&p, WALK_SET_LIMITS, 0, 0));
    assert_int_equal(walk_shown_options(&p.showing).count, 4);
    p.now_ms += 60000;
    assert_false(act(&p, WALK_CLOCK, 0, 0));
    assert_true(act(&p, WALK_CHOOSE, 1, 0));
    assert_false(session_last_answer(&p.model.session)->answer.time_up);
    end_play(&p);
}

static void a_set_needs_as_many_as_are_expected(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'multiple', 'min': 2, 'max': 2, 'next': 'end', "
         "'options': [{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}, {'id': 'c', 'text': 'C'}]}}," END "]");
    assert_true(act(&p, WALK_TOGGLE, 0, 0));
    assert_int_equal(walk_shown_ask(&p.showing).missing, 1);
    assert_false(act(&p, WALK_SUBMIT, 0, 0));
    assert_true(act(&p, WALK_TOGGLE, 1, 0));
    assert_true(act(&p, WALK_TOGGLE, 2, 0));
    assert_int_equal(walk_shown_ask(&p.showing).over, 1);
    assert_false(act(&p, WALK_SUBMIT, 0, 0));
    assert_true(act(&p, WALK_TOGGLE, 0, 0));
    assert_true(act(&p, WALK_SUBMIT, 0, 0));
    assert_int_equal(session_last_answer(&p.model.session)->answer.set, 6);
    end_play(&p);
}

static void items_are_carried_to_their_place_in_an_order(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rank', 'next': 'end', 'key': ['c', 'a', 'b'], "
         "'items': [{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}, {'id': 'c', 'text': 'C'}]}}," END "]");
    assert_true(act(&p, WALK_CARRY, 2, 0));
    assert_true(act(&p, WALK_MOVE, 2, -5));
    ShownItems items = walk_shown_items(&p.showing);
    assert_text(items.rows[0].text, "C");
    assert_true(items.rows[0].carried);
    assert_true(act(&p, WALK_CARRY, -1, 0));
    assert_true(act(&p, WALK_SUBMIT, 0, 0));
    assert_int_equal(walk_shown_feedback(&p.showing, 1, false).share.of, 0);
    p.showing.numbers = true;
    ShownFeedback feedback = walk_shown_feedback(&p.showing, 1, false);
    assert_true(feedback.share.of > 0);
    assert_int_equal(feedback.share.part, feedback.share.of);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(feedback.results[i].result, RESULT_RIGHT);
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
    assert_int_equal(walk_shown_ask(&p.showing).missing, 4);
    assert_false(act(&p, WALK_PUT, 0, 3));
    for (int i = 0; i < 4; i++) {
        assert_false(act(&p, WALK_SUBMIT, 0, 0));
        assert_true(act(&p, WALK_PUT, i, i < 3 ? i : 0));
    }
    assert_true(act(&p, WALK_PUT, 3, -1));
    assert_int_equal(walk_shown_ask(&p.showing).missing, 1);
    assert_true(act(&p, WALK_PUT, 3, 0));
    assert_true(act(&p, WALK_SUBMIT, 0, 0));
    static const ItemVerdict WANTED[] = {RESULT_RIGHT, RESULT_NEAR, RESULT_OFF, RESULT_DEBATED};
    ShownFeedback feedback = walk_shown_feedback(&p.showing, 1, false);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(feedback.results[i].result, WANTED[i]);
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
    assert_true(act(&p, WALK_CHOOSE, 2, 0));
    assert_int_equal(p.model.phase, PHASE_WORDS);
    assert_false(act(&p, WALK_SAY, 0, 0));
    assert_true(type(&p, "So what brings you to the desk today?"));
    ShownWords words = walk_shown_words(&p.showing);
    assert_true(words.rows[0].ticked);
    assert_text(words.rows[0].seen, "what brings");
    assert_text(words.rows[0].competencies, "A");
    assert_true(act(&p, WALK_TICK, 0, 0));
    assert_true(type(&p, "So what brings you to the desk today, then?"));
    assert_false(walk_shown_words(&p.showing).rows[0].ticked); // the correction holds
    assert_true(type(&p, "So why are you at the desk today, then?"));
    assert_true(type(&p, "So what brings you to the desk today, then?"));
    assert_true(walk_shown_words(&p.showing).rows[0].ticked); // the detector changed its mind: it is seen anew
    assert_true(act(&p, WALK_SAY, 0, 0));
    const Answer *answer = &session_last_answer(&p.model.session)->answer;
    assert_int_equal(answer->found, 1);
    assert_true(answer->confirmed);
    assert_int_equal(p.model.session.walk.totals[1], 2);
    end_play(&p);
}

static void what_is_typed_is_cut_where_detectors_stop_and_what_is_no_text_is_refused(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(WRITE);
    assert_true(act(&p, WALK_OWN_WORDS, 0, 0));
    char text[2 * LIMIT_ANSWER_CHARS + 1] = {0};
    for (int i = 0; i < 2 * LIMIT_ANSWER_CHARS; i++) {
        text[i] = 'a';
    }
    assert_true(type(&p, text));
    assert_int_equal(walk_shown_words(&p.showing).chars, LIMIT_ANSWER_CHARS);
    assert_false(type(&p, "\xC3"));
    assert_true(act(&p, WALK_STEP_BACK, 0, 0));
    assert_int_equal(p.model.phase, PHASE_ASK);
    assert_int_equal(p.model.draft.text.len, LIMIT_ANSWER_CHARS); // kept, should one come back to it
    end_play(&p);
}

#define THREE                                                                                                         \
    "'gauges': [{'id': 'trust', 'name': 'Trust', 'start': 50, 'better': 'high'}], 'start': 's', 'scenes': ["          \
    "{'id': 's', 'title': 'First', 'lines': [{'text': 'Hello.'}], 'ask': {'kind': 'choice', 'next': 'm', "            \
    "'options': [{'id': 'a', 'text': 'A', 'scores': {'a': 2}, 'effects': {'trust': 3}, 'reply': [{'text': 'Yes.'}]}," \
    "{'id': 'b', 'text': 'B', 'scores': {'a': -1}, 'effects': {'trust': -3}}]}}, "                                    \
    "{'id': 'm', 'lines': [{'text': 'She sits down.'}], 'next': 't'}, "                                               \
    "{'id': 't', 'title': 'Second', 'step': 'must', 'ask': {'kind': 'choice', 'next': 'end', 'options': ["            \
    "{'id': 'a', 'text': 'A', 'scores': {'a': 2}, 'effects': {'trust': 10}}, "                                        \
    "{'id': 'b', 'text': 'B', 'label': 'wait', 'scores': {'a': -1}, 'effects': {'trust': -15}}]}}," END "]"

static void stepping_back_brings_the_page_and_the_answer_back(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    assert_false(act(&p, WALK_STEP_BACK, 0, 0));
    assert_true(act(&p, WALK_CHOOSE, 1, 0));
    assert_true(act(&p, WALK_GO_ON, 0, 0)); // its mark is shown
    ShownScenes scenes = walk_shown_scenes(&p.showing);
    assert_int_equal(scenes.count, 2); // the one passed through, and the decision
    assert_text(scenes.scenes[0].lines[0].text, "She sits down.");
    assert_int_equal(walk_shown_gauges(&p.showing).rows[0].moved, -1);
    assert_true(act(&p, WALK_STEP_BACK, 0, 0));
    assert_int_equal(p.model.phase, PHASE_ASK);
    assert_int_equal(p.model.draft.focus, 1);
    assert_true(walk_shown_options(&p.showing).rows[1].before);
    assert_text(walk_shown_scenes(&p.showing).scenes[0].title, "First");
    assert_true(act(&p, WALK_CHOOSE, 0, 0));
    assert_int_equal(p.model.session.walk.totals[1], -1); // what was answered first remains
    end_play(&p);
}

static void the_conversation_holds_what_was_said_answered_and_replied(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    assert_true(act(&p, WALK_CHOOSE, 0, 0));
    assert_true(act(&p, WALK_GO_ON, 0, 0));
    static const char *const WANTED[] = {"First", "Hello.", "A", "Yes.", "She sits down.", "Second"};
    Transcript transcript = walk_shown_transcript(&p.showing);
    assert_int_equal(transcript.count, 6);
    for (int i = 0; i < 6; i++) {
        assert_text(transcript.rows[i].line.text, WANTED[i]);
    }
    ShownAsk ask = walk_shown_ask(&p.showing);
    assert_int_equal(ask.number, 2);
    assert_int_equal(ask.least, 2);
    assert_int_equal(ask.most, 2);
    end_play(&p);
}

static void play_out(SmallPlay *p, WalkModel *model, int32_t first, int32_t second) {
    WalkAction actions[] = {{.kind = WALK_CHOOSE, .index = first},
                            {.kind = WALK_GO_ON},
                            {.kind = WALK_CHOOSE, .index = second},
                            {.kind = WALK_GO_ON}};
    for (int i = first < 0 ? 2 : 0; i < 4; i++) {
        actions[i].now_ms = p->now_ms;
        assert_true(walk_update(model, &actions[i]));
    }
    assert_int_equal(model->phase, PHASE_ENDED);
}

static void the_debrief_tells_the_curve_its_turn_and_the_profile(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    play_out(&p, &p.model, 0, 1);
    DebriefModel debrief = debrief_create(&p.showing);
    assert_text(debrief.title, "E");
    assert_int_equal(debrief.point_count, 3);
    static const int32_t WANTED[] = {50, 53, 38};
    assert_memory_equal(debrief.curves.rows[0].values, WANTED, sizeof WANTED);
    assert_int_equal(debrief.turning, 2);
    assert_false(debrief.turning_for_better);
    assert_text(debrief.turning_words, "Turning point: wait");
    assert_int_equal(debrief.competencies.rows[0].profile.occasions, 2);
    assert_int_equal(debrief.competencies.rows[0].word, PROFILE_PRESENT); // (3 + 0) of 6
    assert_true(debrief.steps.rows[0].well);
    assert_false(debrief.bounded); // in words
    p.showing.numbers = true;
    debrief = debrief_create(&p.showing);
    assert_true(debrief.bounded);
    assert_int_equal(debrief.competencies.rows[0].low, -2);
    assert_int_equal(debrief.competencies.rows[0].high, 4);
    end_play(&p);
}

static void a_what_if_stands_beside_the_walk_that_it_left(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    play_out(&p, &p.model, 0, 1);
    WalkModel other;
    assert_false(walk_model_fork(&other, &p.model, 3, S("1:3"), p.now_ms));
    assert_true(walk_model_fork(&other, &p.model, 2, S("1:2"), p.now_ms));
    assert_int_equal(other.session.way.count, 1);
    assert_text(other.session.events.rows[0].parent, "1:2");
    assert_false(walk_offers_back(&other));
    play_out(&p, &other, -1, 0);
    Showing showing = p.showing;
    showing.model = &other;
    Comparison comparison = comparison_create(&p.showing, &showing);
    assert_int_equal(comparison.decision, 2);
    assert_text(comparison.title, "Second");
    assert_text(comparison.last_line.text, "She sits down.");
    assert_int_equal(comparison.walks[0].letter, 'B');
    assert_int_equal(comparison.walks[1].letter, 'A');
    assert_int_equal(comparison.walks[0].steps.count, 1);
    assert_false(comparison.same);
    assert_int_equal(comparison.gauges.rows[0].values[0], 38);
    assert_int_equal(comparison.gauges.rows[0].values[1], 63);
    assert_int_equal(p.model.session.way.count, 2);
    walk_model_finish(&other);
    end_play(&p);
}

static void a_what_if_with_the_same_answers_has_nothing_to_compare(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    play_out(&p, &p.model, 0, 1);
    WalkModel other;
    assert_true(walk_model_fork(&other, &p.model, 2, S("1:2"), p.now_ms));
    play_out(&p, &other, -1, 1);
    Showing showing = p.showing;
    showing.model = &other;
    Comparison comparison = comparison_create(&p.showing, &showing);
    assert_true(comparison.same);
    assert_int_equal(comparison.decision, 2);
    assert_text(comparison.title, "Second");
    assert_true(comparison.measured);
    assert_int_equal(comparison.gauges.count, 0);
    assert_int_equal(comparison.competencies.count, 0);
    walk_model_finish(&other);
    end_play(&p);
}

static void suspended_judgement_keeps_whys_for_the_debrief(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'debrief': {'score': 'none'}, 'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'choice', 'next': 'end', "
         "'why': 'Because.', 'options': [{'id': 'a', 'text': 'A', 'scores': {'a': 1}}, {'id': 'b', 'text': 'B'}]}}," END
         "]");
    assert_true(act(&p, WALK_CHOOSE, 0, 0));
    assert_int_equal(p.model.phase, PHASE_ENDED);
    assert_int_equal(walk_shown_feedback(&p.showing, 1, false).why_count, 0);
    DebriefModel debrief = debrief_create(&p.showing);
    assert_int_equal(debrief.competencies.count, 0);
    assert_text(debrief.decisions.rows[0].whys[0]->text, "Because.");
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
    assert_true(act(&p, WALK_CHOOSE, 0, 0));
    assert_int_equal(walk_shown_feedback(&p.showing, 1, false).mastery, MASTERY_REACHED);
    assert_true(act(&p, WALK_GO_ON, 0, 0));
    assert_true(act(&p, WALK_TOGGLE, 0, 0));
    assert_true(act(&p, WALK_SUBMIT, 0, 0));
    assert_true(act(&p, WALK_GO_ON, 0, 0));
    DebriefModel debrief = debrief_create(&p.showing);
    assert_int_equal(debrief.judged, 2);
    assert_int_equal(debrief.mastered, 1);
    end_play(&p);
}

static void what_was_journalled_resumes_as_it_stood(void **state) {
    (void)state;
    SmallPlay p;
    PLAY(THREE);
    assert_true(act(&p, WALK_CHOOSE, 0, 0));
    assert_true(act(&p, WALK_STEP_BACK, 0, 0));
    p.now_ms += 500;
    assert_true(act(&p, WALK_CHOOSE, 1, 0));
    StrBuilder lines = {.arena = &p.frame};
    for (int32_t i = 0; i < p.model.session.events.count; i++) {
        str_addf(&lines, "%.*s\n", S_ARG(event_write(&p.c.scratch, p.c.scenario, &p.model.session.events.rows[i])));
    }
    WalkModel again;
    WalkStart start = {.scenario = p.c.scenario, .now_ms = 77};
    assert_true(walk_model_resume(&again, &start, str_built(&lines)));
    assert_int_equal(again.session.events.count, p.model.session.events.count);
    assert_int_equal(again.session.walk.scene, p.model.session.walk.scene);
    assert_memory_equal(again.session.walk.gauges, p.model.session.walk.gauges, sizeof again.session.walk.gauges);
    assert_memory_equal(again.session.walk.totals, p.model.session.walk.totals, sizeof again.session.walk.totals);
    assert_int_equal(again.story.told.count, p.model.story.told.count);
    assert_int_equal(again.began_ms, 77 - 500);
    walk_model_finish(&again);
    assert_false(walk_model_resume(&again, &start, S("{\"seq\":1}\n")));
    end_play(&p);
}

static void the_debrief_tells_an_order_in_lines_and_why_in_one(void **state) {
    (void)state;
    SmallPlay p;
    PLAY("'start': 's', 'scenes': [{'id': 's', 'ask': {'kind': 'rank', 'next': 'end', 'why': 'Because.', 'items': "
         "[{'id': 'a', 'text': 'A'}, {'id': 'b', 'text': 'B'}, {'id': 'c', 'text': 'C'}]}}," END "]");
    assert_true(act(&p, WALK_SUBMIT, 0, 0));
    assert_true(act(&p, WALK_GO_ON, 0, 0));
    DebriefModel debrief = debrief_create(&p.showing);
    assert_true(str_find(debrief.decisions.rows[0].words, S("\n2. ")) > 0);
    assert_text(debrief.decisions.rows[0].why, "Because.");
    assert_int_equal(debrief.decisions.rows[0].why_count, 0);
    end_play(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_choice_is_given_at_once_and_leads_to_what_it_brought_about),
        cmocka_unit_test(where_nothing_is_to_be_shown_one_goes_straight_on),
        cmocka_unit_test(how_sure_one_is_comes_before_the_answer_is_given),
        cmocka_unit_test(when_the_time_is_up_silence_answers),
        cmocka_unit_test(time_stands_still_while_paused_and_while_typing),
        cmocka_unit_test(without_limits_silence_is_an_ordinary_option),
        cmocka_unit_test(a_set_needs_as_many_as_are_expected),
        cmocka_unit_test(items_are_carried_to_their_place_in_an_order),
        cmocka_unit_test(every_item_needs_its_place),
        cmocka_unit_test(what_is_noticed_is_shown_where_it_stands_and_can_be_unticked),
        cmocka_unit_test(what_is_typed_is_cut_where_detectors_stop_and_what_is_no_text_is_refused),
        cmocka_unit_test(stepping_back_brings_the_page_and_the_answer_back),
        cmocka_unit_test(the_conversation_holds_what_was_said_answered_and_replied),
        cmocka_unit_test(the_debrief_tells_the_curve_its_turn_and_the_profile),
        cmocka_unit_test(a_what_if_stands_beside_the_walk_that_it_left),
        cmocka_unit_test(a_what_if_with_the_same_answers_has_nothing_to_compare),
        cmocka_unit_test(the_debrief_tells_an_order_in_lines_and_why_in_one),
        cmocka_unit_test(suspended_judgement_keeps_whys_for_the_debrief),
        cmocka_unit_test(a_quiz_tells_what_is_mastered),
        cmocka_unit_test(what_was_journalled_resumes_as_it_stood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
