#include "small_room.h"

static int32_t count_kind(const SmallRoom *r, const char *kind) {
    const Log *log = &r->group.solo.session.log;
    int32_t count = 0;
    for (int32_t i = 0; i < log->lines.count; i++) {
        count += str_equal(log->lines.rows[i].kind, str_from_c(kind));
    }
    return count;
}

static Str last_of_kind(const SmallRoom *r, const char *kind) {
    const Log *log = &r->group.solo.session.log;
    Str text = {0};
    for (int32_t i = 0; i < log->lines.count; i++) {
        text = str_equal(log->lines.rows[i].kind, str_from_c(kind)) ? log->lines.rows[i].text : text;
    }
    return text;
}

static void an_evening_goes_through_its_phases_by_one_key(void **state) {
    (void)state;
    static const GroupPhase PHASES[] = {GROUP_TITLE,       GROUP_FRAME,    GROUP_CONTRACT, GROUP_OPENING,
                                        GROUP_READ,        GROUP_VOTE,     GROUP_REVEAL,   GROUP_READ,
                                        GROUP_VOTE,        GROUP_REVEAL,   GROUP_ENDING,   GROUP_REACTIONS,
                                        GROUP_DESCRIPTION, GROUP_ANALYSIS, GROUP_TO_WORK,  GROUP_PAGE};
    SmallRoom r;
    begin_room(&r, S(TWO), 4);
    for (int32_t i = 0; i < COUNT(PHASES); i++) {
        assert_int_equal(r.group.phase, PHASES[i]);
        if (r.group.phase == GROUP_VOTE) {
            raise(&r, 4, 0, 0);
            assert_true(act(&r, GROUP_NEXT, 0)); // closes
        }
        bool last = i + 1 == COUNT(PHASES);
        for (bool turned = true; turned && !last && r.group.phase == PHASES[i];) {
            turned = act(&r, GROUP_NEXT, 0);
        }
    }
    assert_false(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.solo.phase, SOLO_PHASE_ENDED);
    end_room(&r);
}

static void a_total_that_is_not_that_of_those_present_is_asked_about_once(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 5);
    go(&r, GROUP_VOTE);
    raise(&r, 1, 1, 1);
    assert_true(act(&r, GROUP_ABSTAIN, 0));
    assert_int_equal(group_missing(&r.group), 1);
    assert_true(act(&r, GROUP_CLOSE, 0));
    assert_true(r.group.open && r.group.doubts);
    assert_true(act(&r, GROUP_COUNT, 0)); // counted on: it is asked anew
    assert_false(r.group.doubts);
    assert_true(act(&r, GROUP_COUNT, 0));
    assert_int_equal(group_missing(&r.group), -1);
    assert_true(act(&r, GROUP_CLOSE, 0));
    assert_true(act(&r, GROUP_CLOSE, 0));
    assert_false(r.group.open);
    assert_int_equal(r.group.votes.count, 1);
    assert_int_equal(r.group.votes.rows[0].tally.hands[0][0], 3);
    end_room(&r);
}

static void a_closed_vote_is_frozen_until_it_is_reopened(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 3);
    vote(&r, GROUP_VOTE, 1, 1, 1);
    assert_false(act(&r, GROUP_COUNT, 0));
    assert_false(act(&r, GROUP_TAKE_LAST, 0));
    assert_true(act(&r, GROUP_REOPEN, 0));
    assert_true(act(&r, GROUP_TAKE, 2));
    assert_true(act(&r, GROUP_COUNT, 0));
    assert_true(act(&r, GROUP_CLOSE, 0));
    assert_int_equal(r.group.votes.count, 2);
    assert_int_equal(group_find_vote(&r.group, 1, 1)->tally.hands[0][0], 2);
    end_room(&r);
}

static void a_split_room_talks_and_votes_again_and_one_that_agrees_goes_on(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 6);
    vote(&r, GROUP_VOTE, 2, 2, 2);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_TALK);
    assert_true(r.group.timer.runs);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_VOTE_AGAIN);
    raise(&r, 0, 6, 0);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_REVEAL);
    assert_int_equal(r.group.picked, 1);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_FOLLOWED);
    assert_true(str_find(last_of_kind(&r, "follow"), S("\"by\": \"vote\"")) >= 0);
    while (r.group.phase == GROUP_FOLLOWED) {
        assert_true(act(&r, GROUP_NEXT, 0));
    }
    vote(&r, GROUP_VOTE, 6, 0, 0);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_REVEAL);
    end_room(&r);
}

static void while_a_vote_is_open_the_room_sees_how_many_and_never_for_what(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 3);
    go(&r, GROUP_VOTE);
    raise(&r, 2, 0, 0);
    Audience open = shown(&r);
    assert_int_equal(open.kind, AUDIENCE_ANSWERS);
    assert_int_equal(open.rows.count, 3);
    assert_text(open.status, "Vote · 2 of 3");
    raise(&r, 0, 1, 0);
    assert_true(act(&r, GROUP_CLOSE, 0));
    Audience closed = shown(&r);
    go(&r, GROUP_TALK);
    Audience talk = shown(&r);
    const Audience *const HIDDEN[] = {&open, &closed, &talk};
    for (int32_t i = 0; i < COUNT(HIDDEN); i++) {
        for (int32_t row = 0; row < 3; row++) {
            assert_int_equal(HIDDEN[i]->rows.rows[row].permille, AUDIENCE_HIDDEN);
            assert_int_equal(HIDDEN[i]->rows.rows[row].number.len, 0);
        }
    }
    end_room(&r);
}

static void what_is_revealed_is_the_last_vote_and_the_first_beside_it_when_the_trainer_wants(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 8);
    vote(&r, GROUP_VOTE, 4, 2, 2);
    vote(&r, GROUP_VOTE_AGAIN, 0, 6, 2);
    go(&r, GROUP_REVEAL);
    Audience last = shown(&r);
    assert_int_equal(last.kind, AUDIENCE_RESULTS);
    assert_text(last.status, "Second vote · 8 votes");
    assert_int_equal(last.rows.rows[1].permille, 750);
    assert_true(last.rows.rows[1].followed);
    assert_int_equal(last.rows.rows[0].before, AUDIENCE_HIDDEN);
    assert_true(act(&r, GROUP_SHOW_BOTH, 1));
    Audience both = shown(&r);
    assert_true(both.has_before);
    assert_int_equal(both.rows.rows[0].before, 500);
    end_room(&r);
}

static void the_trainer_may_follow_another_way_and_the_room_is_told(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 5);
    vote(&r, GROUP_VOTE, 0, 5, 0);
    go(&r, GROUP_REVEAL);
    assert_int_equal(shown(&r).note.len, 0);
    assert_true(act(&r, GROUP_PICK, 2));
    assert_text(shown(&r).note, "The trainer proposes to follow C.");
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_true(str_find(last_of_kind(&r, "follow"), S("\"by\": \"trainer\"")) >= 0);
    const Event *event = session_last_answer(&r.group.solo.session);
    assert_text(r.c.scenario->options.rows[event->answer.option].text, "Gamma");
    end_room(&r);
}

static void without_a_vote_it_is_the_trainer_who_decides_and_the_room_is_told(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 4);
    go(&r, GROUP_REVEAL);
    assert_int_equal(shown(&r).note.len, 0);
    assert_true(act(&r, GROUP_PICK, 1));
    assert_text(shown(&r).note, "The trainer proposes to follow B.");
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_true(str_find(last_of_kind(&r, "follow"), S("\"by\": \"trainer\"")) >= 0);
    while (r.group.phase == GROUP_FOLLOWED) {
        assert_true(act(&r, GROUP_NEXT, 0));
    }
    go(&r, GROUP_VOTE);
    assert_int_equal(shown(&r).note.len, 0); // it told of the decision before
    end_room(&r);
}

static void where_no_answer_leads_the_trainer_picks_one(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 4);
    vote(&r, GROUP_VOTE, 2, 2, 0);
    go(&r, GROUP_REVEAL);
    assert_int_equal(r.group.picked, -1);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_true(r.group.undecided);
    assert_int_equal(r.group.phase, GROUP_REVEAL);
    assert_true(act(&r, GROUP_PICK, 0));
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.solo.session.way.count, 1);
    end_room(&r);
}

#define OWN                                                                                                                   \
    "'detectors': [{'id': 'd', 'name': 'Question', 'match': ['why'], 'examples': {'yes': ['why is that so, tell me'], 'no': " \
    "['nothing at all here']}}], " ONE(                                                                                       \
        "'kind': 'choice', 'own_words': {'detectors': [{'id': 'd', 'scores': {'a': 1}}]}, " ABC)

static void words_agreed_on_are_typed_and_what_is_noticed_is_corrected_in_the_open(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(OWN), 3);
    go(&r, GROUP_VOTE);
    for (int32_t i = 0; i < 3; i++) {
        assert_true(act(&r, GROUP_COUNT, 3)); // own words: the letter after the last option
    }
    assert_true(act(&r, GROUP_CLOSE, 0));
    go(&r, GROUP_REVEAL);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_AGREE);
    assert_true(act(&r, GROUP_NEXT, 0)); // nothing is typed yet
    assert_true(r.group.undecided);
    assert_true(draft(&r, SOLO_SET_TEXT, 0, "So tell me why it is that way"));
    assert_text(shown(&r).text, "So tell me why it is that way");
    assert_int_equal(shown(&r).rows.count, 0);
    assert_true(act(&r, GROUP_FOUND, 1));
    assert_int_equal(shown(&r).rows.count, 1);
    assert_true(draft(&r, SOLO_TICK, 0, ""));
    assert_int_equal(shown(&r).rows.count, 0);
    assert_false(draft(&r, SOLO_SAY, 0, "")); // giving the answer is the phase's own affair
    assert_true(act(&r, GROUP_NEXT, 0));
    const Event *event = session_last_answer(&r.group.solo.session);
    assert_text(event->answer.text, "So tell me why it is that way");
    assert_int_equal(event->answer.found, 0);
    end_room(&r);
}

#define RATE                                                                                                   \
    ONE("'kind': 'rate', 'scale': {'labels': ['no', 'so so', 'yes']}, 'items': [{'id': 'x', 'text': 'Xylo'}, " \
        "{'id': 'y', 'text': 'Yarn'}]")

static void items_are_voted_on_one_by_one_and_the_answer_can_be_adjusted(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(RATE), 6);
    go(&r, GROUP_VOTE);
    assert_text(shown(&r).heading, "Xylo");
    raise(&r, 0, 2, 4);
    assert_true(act(&r, GROUP_CLOSE, 0));
    assert_true(r.group.open);
    assert_text(shown(&r).heading, "Yarn");
    raise(&r, 6, 0, 0);
    assert_true(act(&r, GROUP_CLOSE, 0));
    assert_false(r.group.open);
    go(&r, GROUP_REVEAL);
    assert_text(shown(&r).rows.rows[0].label, "yes");
    assert_text(shown(&r).rows.rows[0].number, "4 of 6");
    assert_true(act(&r, GROUP_GO, GROUP_VOTE) && act(&r, GROUP_REOPEN, 0) && act(&r, GROUP_COUNT, 1));
    assert_true(act(&r, GROUP_TAKE, 2) && act(&r, GROUP_CLOSE, 0) && act(&r, GROUP_CLOSE, 0));
    go(&r, GROUP_REVEAL);
    assert_text(shown(&r).rows.rows[0].label, "no answer has more hands than all others");
    assert_text(shown(&r).rows.rows[0].number, "3 of 6");
    assert_true(act(&r, GROUP_GO, GROUP_VOTE) && act(&r, GROUP_REOPEN, 0) && act(&r, GROUP_COUNT, 2));
    assert_true(act(&r, GROUP_TAKE, 1) && act(&r, GROUP_CLOSE, 0) && act(&r, GROUP_CLOSE, 0));
    go(&r, GROUP_REVEAL);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_AGREE);
    assert_text(shown(&r).rows.rows[0].label, "yes");
    assert_true(group_update(&r.group, &(GroupAction){.kind = GROUP_DRAFT,
                                                      .draft = {.kind = SOLO_SET_LEVEL, .index = 0, .value = 1},
                                                      .now_ms = r.now_ms}));
    assert_true(act(&r, GROUP_NEXT, 0));
    const Answer *answer = &session_last_answer(&r.group.solo.session)->answer;
    assert_int_equal(answer->items[0], 1);
    assert_int_equal(answer->items[1], 0);
    end_room(&r);
}

static void of_a_set_the_answers_of_half_the_room_are_taken(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(ONE("'kind': 'multiple', " ABC)), 4);
    go(&r, GROUP_VOTE);
    raise(&r, 3, 1, 2);
    assert_int_equal(group_missing(&r.group), 0);
    assert_true(act(&r, GROUP_CLOSE, 0));
    assert_false(r.group.open);
    go(&r, GROUP_AGREE);
    assert_int_equal(r.group.solo.draft.set, 5);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(session_last_answer(&r.group.solo.session)->answer.set, 5);
    end_room(&r);
}

static void an_order_is_agreed_on_without_a_vote(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r,
               S(ONE("'kind': 'rank', 'items': [{'id': 'x', 'text': 'X'}, {'id': 'y', 'text': 'Y'}, "
                     "{'id': 'z', 'text': 'Z'}]")),
               4);
    go(&r, GROUP_READ);
    assert_false(group_can_go(&r.group, GROUP_VOTE));
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_TALK);
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(r.group.phase, GROUP_AGREE);
    assert_true(group_update(
        &r.group,
        &(GroupAction){.kind = GROUP_DRAFT, .draft = {.kind = SOLO_MOVE, .index = 2, .value = 0}, .now_ms = r.now_ms}));
    assert_text(shown(&r).rows.rows[0].text, "Z");
    assert_true(act(&r, GROUP_NEXT, 0));
    assert_int_equal(session_last_answer(&r.group.solo.session)->answer.items[2], 1);
    end_room(&r);
}

static void how_sure_the_room_is_may_be_left_out(void **state) {
    (void)state;
    for (int32_t sure = 0; sure <= 3; sure++) {
        SmallRoom r;
        begin_room(&r, S(ONE("'kind': 'choice', 'confidence': true, " ABC)), 3);
        vote(&r, GROUP_VOTE, 3, 0, 0);
        go(&r, GROUP_REVEAL);
        assert_true(act(&r, GROUP_NEXT, 0));
        assert_int_equal(r.group.solo.phase, SOLO_PHASE_CONFIDENCE);
        assert_int_equal(r.group.phase, GROUP_REVEAL);
        assert_true(sure == 0 ? act(&r, GROUP_NEXT, 0) : act(&r, GROUP_SURE, sure));
        assert_int_equal(session_last_answer(&r.group.solo.session)->answer.confidence, sure);
        end_room(&r);
    }
}

static void a_decision_for_each_alone_is_neither_voted_on_nor_written(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(ONE("'kind': 'write', 'private': true, 'prompt': 'What stays with you?'")), 3);
    go(&r, GROUP_READ);
    while (r.group.phase == GROUP_READ) {
        assert_true(act(&r, GROUP_NEXT, 0));
    }
    assert_int_equal(r.group.phase, GROUP_ENDING);
    assert_int_equal(r.group.votes.count, 0);
    end_room(&r);
}

static void going_back_to_a_decision_leaves_its_votes_and_keeps_them_in_the_log(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 3);
    vote(&r, GROUP_VOTE, 3, 0, 0);
    go(&r, GROUP_REVEAL);
    assert_true(act(&r, GROUP_NEXT, 0));
    vote(&r, GROUP_VOTE, 0, 3, 0);
    assert_non_null(group_find_vote(&r.group, 2, 1));
    assert_true(act(&r, GROUP_REPLAY, 1));
    assert_int_equal(r.group.phase, GROUP_READ);
    assert_int_equal(group_decision(&r.group), 1);
    assert_null(group_find_vote(&r.group, 1, 1));
    assert_null(group_find_vote(&r.group, 2, 1));
    assert_int_equal(count_kind(&r, "vote"), 2);
    assert_false(act(&r, GROUP_REPLAY, 1));
    end_room(&r);
}

static void sub_groups_are_counted_apart_and_kept_only_with_five_voters_each(void **state) {
    (void)state;
    const GroupPart PARTS[] = {{S_INIT("Counsellors"), 6}, {S_INIT("Mediators"), 5}};
    for (int32_t voters = 4; voters <= 5; voters++) {
        SmallRoom r = {.now_ms = 1000};
        read_case(&r.c, S("scenario"), S(TWO));
        GroupStart start = room_start(&r, 11);
        start.parts = PARTS;
        start.part_count = 2;
        assert_true(group_begin(&r.group, &start));
        go(&r, GROUP_VOTE);
        raise(&r, 6, 0, 0);
        assert_true(act(&r, GROUP_PART, 1));
        raise(&r, 0, voters, 0);
        assert_true(act(&r, GROUP_CLOSE, 0));
        (void)act(&r, GROUP_CLOSE, 0);
        const GroupVote *kept = group_find_vote(&r.group, 1, 1);
        assert_int_equal(kept->tally.hands[0][1], voters);
        assert_int_equal(kept->part_count, voters < GROUP_LEAST_PART ? 0 : 2);
        assert_false(act(&r, GROUP_PRESENT, 12)); // it is the sum of its parts
        end_room(&r);
    }
}

static void the_timer_runs_pauses_is_lengthened_and_ends_in_silence(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 3);
    go(&r, GROUP_TALK);
    assert_int_equal(shown(&r).timer.left_s, 360);
    r.now_ms += 60000;
    assert_false(act(&r, GROUP_CLOCK, 0));
    assert_int_equal(shown(&r).timer.left_s, 300);
    assert_true(act(&r, GROUP_TIMER, 0));
    r.now_ms += 60000;
    (void)act(&r, GROUP_CLOCK, 0);
    assert_int_equal(shown(&r).timer.left_s, 300);
    assert_true(act(&r, GROUP_MINUTE, 0));
    assert_true(act(&r, GROUP_TIMER, 0));
    r.now_ms += 3600000;
    (void)act(&r, GROUP_CLOCK, 0);
    assert_int_equal(shown(&r).timer.left_s, 0);
    assert_int_equal(r.group.phase, GROUP_TALK);
    assert_false(r.group.timer.runs);
    end_room(&r);
}

static void black_is_black_whatever_goes_on(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 3);
    assert_true(act(&r, GROUP_BLACK, 1));
    assert_true(act(&r, GROUP_NEXT, 0));
    Audience audience = shown(&r);
    assert_int_equal(audience.kind, AUDIENCE_BLACK);
    assert_int_equal(audience.heading.len + audience.status.len + audience.pause.len, 0);
    end_room(&r);
}

// Whatever was written last, what stands in the lines is there again, and nothing else is.
static void from_any_of_its_lines_on_a_room_resumes_as_it_stood(void **state) {
    (void)state;
    SmallRoom r;
    begin_room(&r, S(TWO), 3);
    assert_true(act(&r, GROUP_PLAN, 60));
    r.now_ms += 1000;
    vote(&r, GROUP_VOTE, 1, 2, 0);
    assert_true(say(&r, GROUP_SENTENCE, 0, "A thought."));
    vote(&r, GROUP_VOTE_AGAIN, 0, 3, 0);
    go(&r, GROUP_REVEAL);
    while (group_decision(&r.group) == 1 || r.group.phase == GROUP_FOLLOWED) {
        assert_true(act(&r, GROUP_NEXT, 0));
    }
    go(&r, GROUP_VOTE);
    assert_true(act(&r, GROUP_REPLAY, 1));
    vote(&r, GROUP_VOTE, 3, 0, 0);
    const Log *log = &r.group.solo.session.log;
    GroupStart start = room_start(&r, 0);
    Group again;
    for (int32_t count = 1; count <= log->lines.count; count++) {
        assert_int_equal(group_resume(&again, &start, first_lines(&r, count)), SOLO_RESUMED_ALL);
        assert_true(again.solo.session.log.lines.count >= count);
        group_finish(&again);
    }
    assert_int_equal(group_resume(&again, &start, all_lines(&r)), SOLO_RESUMED_ALL);
    assert_int_equal(again.phase, r.group.phase);
    assert_int_equal(again.present, 3);
    assert_int_equal(again.planned, 60);
    assert_memory_equal(again.spent_ms, r.group.spent_ms, sizeof again.spent_ms);
    assert_int_equal(again.votes.count, r.group.votes.count);
    assert_int_equal(again.sentences.count, 1);
    assert_false(again.open);
    for (int32_t i = 0; i < again.votes.count; i++) {
        assert_int_equal(again.votes.rows[i].left, r.group.votes.rows[i].left);
        assert_int_equal(again.votes.rows[i].decision, r.group.votes.rows[i].decision);
        assert_memory_equal(again.votes.rows[i].tally.hands, r.group.votes.rows[i].tally.hands,
                            sizeof again.votes.rows[i].tally.hands);
    }
    group_finish(&again);
    end_room(&r);
}

static void lines_that_are_damaged_change_nothing(void **state) {
    (void)state;
    static const char *const BAD[] = {
        "'kind': 'vote', 'scene': 's', 'round': 3, 'present': 3, 'places': ['a'], 'rows': []",
        "'kind': 'vote', 'scene': 'end', 'round': 1, 'present': 3, 'places': ['a'], 'rows': []",
        "'kind': 'vote', 'scene': 's', 'round': 1, 'present': 3, 'places': ['a', 'b', 'x'], 'rows': [{'hands': [1, 1, 1], "
        "'abstained': 0}]",
        "'kind': 'vote', 'scene': 's', 'round': 1, 'present': 3, 'places': ['a', 'b'], 'rows': [{'hands': [1], "
        "'abstained': 0}]",
        "'kind': 'vote', 'scene': 's', 'round': 1, 'present': 3, 'places': ['a'], 'rows': [{'hands': [1000], "
        "'abstained': 0}]",
        "'kind': 'phase', 'phase': 'coffee'",
        "'kind': 'phase'",
        "'kind': 'card', 'index': 9",
        "'kind': 'plan', 'minutes': 481",
        "'kind': 'room', 'present': -1, 'parts': []",
        "'kind': 'room', 'present': 9, 'parts': [{'name': 'x', 'size': 4}]",
        "'kind': 'keep', 'index': 5, 'text': 'x'",
        "'kind': 'sentence', 'text': 7",
        "'kind': 'forget', 'target': 'x'",
        "'kind': 'drop', 'target': 0",
        "'kind': 'idea'",
        "'kind': 'ranking', 'present': 3, 'ideas': [4, 5], 'hands': [1]",
        "'kind': 'ranking', 'present': 3, 'ideas': [], 'hands': []",
        "'kind': 'ranking', 'present': 3, 'ideas': [1, 2, 3, 4, 5, 6, 7, 8, 9], 'hands': [1]"};
    for (int32_t i = 0; i < COUNT(BAD); i++) {
        SmallRoom r;
        begin_room(&r, S(TWO), 3);
        StrBuilder lines = {.arena = &r.frame};
        str_add(&lines, all_lines(&r));
        int32_t from = lines.count;
        str_addf(&lines, "{'seq': 90, 'at_ms': 1, %s}\n", BAD[i]);
        for (int32_t j = from; j < lines.count; j++) {
            lines.rows[j] = (char)(lines.rows[j] == '\'' ? '"' : lines.rows[j]);
        }
        Group again;
        GroupStart start = room_start(&r, 0);
        assert_int_not_equal(group_resume(&again, &start, str_built(&lines)), SOLO_RESUMED_NOTHING);
        assert_int_equal(again.phase, GROUP_TITLE);
        assert_int_equal(again.planned, GROUP_PLANNED_MINUTES);
        assert_int_equal(again.present, 3);
        assert_int_equal(again.votes.count + again.sentences.count + again.ideas.count + again.card, 0);
        group_finish(&again);
        end_room(&r);
    }
}

static void what_somebody_says_is_at_most_forty_words_a_page(void **state) {
    (void)state;
    SmallRoom r;
    Arena arena = {0};
    StrBuilder rest = {.arena = &arena};
    str_addf(&rest, "'start': 's', 'scenes': [{'id': 's', 'lines': [{'text': '");
    for (int32_t i = 0; i < 25; i++) {
        str_addf(&rest, "%d and so on it goes. ", i);
    }
    str_addf(&rest, "'}], 'ask': {'kind': 'choice', 'next': 'end', " ABC "}}, " END "]");
    begin_room(&r, str_built(&rest), 3);
    go(&r, GROUP_READ);
    int32_t pages = audience_count_pages(&r.group);
    assert_int_equal(pages, 5); // 25 sentences of six words: six of them a page, and one is left
    for (int32_t i = 0; i < pages; i++) {
        Audience page = shown(&r);
        assert_int_equal(page.page, i);
        assert_int_equal(page.lines.count, 1);
        assert_true(str_ends(page.lines.rows[0].text, S(".")));
        assert_true(act(&r, GROUP_NEXT, 0));
    }
    assert_int_equal(r.group.phase, GROUP_VOTE);
    assert_true(act(&r, GROUP_PREVIOUS, 0));
    assert_int_equal(r.group.phase, GROUP_READ);
    arena_finish(&arena);
    end_room(&r);
}

int main(void) {
    const struct CMUnitTest TESTS[] = {
        cmocka_unit_test(an_evening_goes_through_its_phases_by_one_key),
        cmocka_unit_test(a_total_that_is_not_that_of_those_present_is_asked_about_once),
        cmocka_unit_test(a_closed_vote_is_frozen_until_it_is_reopened),
        cmocka_unit_test(a_split_room_talks_and_votes_again_and_one_that_agrees_goes_on),
        cmocka_unit_test(while_a_vote_is_open_the_room_sees_how_many_and_never_for_what),
        cmocka_unit_test(what_is_revealed_is_the_last_vote_and_the_first_beside_it_when_the_trainer_wants),
        cmocka_unit_test(the_trainer_may_follow_another_way_and_the_room_is_told),
        cmocka_unit_test(without_a_vote_it_is_the_trainer_who_decides_and_the_room_is_told),
        cmocka_unit_test(where_no_answer_leads_the_trainer_picks_one),
        cmocka_unit_test(words_agreed_on_are_typed_and_what_is_noticed_is_corrected_in_the_open),
        cmocka_unit_test(items_are_voted_on_one_by_one_and_the_answer_can_be_adjusted),
        cmocka_unit_test(of_a_set_the_answers_of_half_the_room_are_taken),
        cmocka_unit_test(an_order_is_agreed_on_without_a_vote),
        cmocka_unit_test(how_sure_the_room_is_may_be_left_out),
        cmocka_unit_test(a_decision_for_each_alone_is_neither_voted_on_nor_written),
        cmocka_unit_test(going_back_to_a_decision_leaves_its_votes_and_keeps_them_in_the_log),
        cmocka_unit_test(sub_groups_are_counted_apart_and_kept_only_with_five_voters_each),
        cmocka_unit_test(the_timer_runs_pauses_is_lengthened_and_ends_in_silence),
        cmocka_unit_test(black_is_black_whatever_goes_on),
        cmocka_unit_test(from_any_of_its_lines_on_a_room_resumes_as_it_stood),
        cmocka_unit_test(lines_that_are_damaged_change_nothing),
        cmocka_unit_test(what_somebody_says_is_at_most_forty_words_a_page),
    };
    return cmocka_run_group_tests(TESTS, NULL, NULL);
}
