#include "group/audience.h"
#include "group/group_inside.h"
#include "solo/solo_shown.h"

bool group_asks(const Group *group) {
    return group->solo.phase <= SOLO_PHASE_CONFIDENCE;
}

static bool votes(const Group *group) {
    return group_asks(group) && group_votes_on(group_ask(group));
}

// An answer that the hands alone do not give is agreed on: what is written or put in order, and what may be adjusted.
static bool agrees(const Group *group) {
    const Ask *ask = group_ask(group);
    return group_asks(group) && !ask->private_answer &&
           (ask->kind != ASK_CHOICE || group->solo.phase == SOLO_PHASE_WORDS);
}

// Its other phases are reached from one that reads it.
bool group_is_deciding(const Group *group) {
    return group->phase >= GROUP_READ && group->phase < GROUP_ENDING;
}

bool group_can_go(const Group *group, GroupPhase phase) {
    bool allowed = true;
    switch (phase) {
    case GROUP_TITLE:
    case GROUP_FRAME:
    case GROUP_CONTRACT:
    case GROUP_OPENING:
        break;
    case GROUP_READ:
        allowed = group_asks(group);
        break;
    case GROUP_VOTE:
    case GROUP_VOTE_AGAIN:
    case GROUP_REVEAL:
        allowed = group_is_deciding(group) && votes(group);
        break;
    case GROUP_TALK:
        allowed = group_is_deciding(group) && group_asks(group) && !group_ask(group)->private_answer;
        break;
    case GROUP_AGREE:
        allowed = group_is_deciding(group) && agrees(group);
        break;
    case GROUP_FOLLOWED:
        allowed = group->solo.phase == SOLO_PHASE_FEEDBACK;
        break;
    case GROUP_ENDING:
        allowed = group->solo.phase == SOLO_PHASE_ENDED || group->solo.phase == SOLO_PHASE_STUCK;
        break;
    case GROUP_REACTIONS: // also before the ending: time is cut from the story, never from the talk about it
    case GROUP_DESCRIPTION:
    case GROUP_ANALYSIS:
    case GROUP_TO_WORK:
    case GROUP_PAGE:
        allowed = group->solo.session.way.count > 0 || group->solo.phase == SOLO_PHASE_ENDED;
        break;
    case GROUP_PHASE_COUNT:
        allowed = false;
        break;
    }
    return allowed;
}

static bool is_split(const Group *group) {
    const GroupVote *vote = group_find_vote(group, group_decision(group), 1);
    return vote != NULL && share_reaches(tally_dispersion(&vote->tally), GROUP_SPLIT_PERCENT);
}

static GroupPhase after_read(const Group *group) {
    return votes(group) ? GROUP_VOTE : agrees(group) ? GROUP_TALK : GROUP_READ;
}

static GroupPhase follows(const Group *group) {
    GroupPhase next = group->phase;
    switch (group->phase) {
    case GROUP_TITLE:
    case GROUP_FRAME:
    case GROUP_CONTRACT:
    case GROUP_REACTIONS:
    case GROUP_DESCRIPTION:
    case GROUP_ANALYSIS:
    case GROUP_TO_WORK:
    case GROUP_ENDING:
        next = (GroupPhase)(group->phase + 1);
        break;
    case GROUP_OPENING:
        next = GROUP_READ;
        break;
    case GROUP_READ:
        next = after_read(group);
        break;
    case GROUP_VOTE:
        next = is_split(group) || group_votes_twice(group) ? GROUP_TALK : GROUP_REVEAL;
        break;
    case GROUP_TALK:
        next = votes(group) ? GROUP_VOTE_AGAIN : GROUP_AGREE;
        break;
    case GROUP_VOTE_AGAIN:
        next = GROUP_REVEAL;
        break;
    case GROUP_REVEAL:
        next = group_ask(group)->kind == ASK_CHOICE ? GROUP_FOLLOWED : GROUP_AGREE;
        break;
    case GROUP_AGREE:
        next = GROUP_FOLLOWED;
        break;
    case GROUP_FOLLOWED:
        next = group_has_played_enough(group) ? GROUP_REACTIONS : GROUP_READ;
        break;
    case GROUP_PAGE:
    case GROUP_PHASE_COUNT:
        break;
    }
    return next;
}

GroupPhase group_next_phase(const Group *group) {
    GroupPhase next = follows(group);
    while (next != group->phase && next < GROUP_PAGE && !group_has_phase(group, next)) {
        next = (GroupPhase)(next + 1);
    }
    return next;
}

// What was begun of giving an answer is taken back, without a trace.
static void withdraw(Group *group) {
    if (group->solo.phase == SOLO_PHASE_CONFIDENCE) {
        (void)group_walk(group, &(SoloAction){.kind = SOLO_STEP_BACK});
    }
    if (group->solo.phase == SOLO_PHASE_WORDS && group_ask(group)->kind == ASK_CHOICE) {
        (void)group_walk(group, &(SoloAction){.kind = SOLO_TO_OPTIONS});
    }
}

void group_turn_to(Group *group, int32_t before) {
    group->page = audience_count_pages(group) > before ? before : 0;
}

void group_enter(Group *group, GroupPhase phase) {
    if (phase != GROUP_AGREE) {
        withdraw(group);
    }
    group->page = 0;
    group->open = false;
    group->counted_ms = -1;
    group->undecided = false;
    group->shows_found = false;
    group->ranks = false;
    group->left.shown = false;
    group->ideas_shown = GROUP_IDEAS_HIDDEN;
    group_record(group, &(GroupEvent){.kind = GROUP_EVENT_PHASE, .phase = phase});
    group_set_timer(group);
    if (phase == GROUP_VOTE || phase == GROUP_VOTE_AGAIN) {
        group_open_vote(group);
    }
    if (phase == GROUP_REVEAL) {
        const GroupVote *vote = group_last_vote(group, group_decision(group));
        group->picked = vote != NULL && vote->tally.rows == 1 ? tally_leading(&vote->tally, 0) : -1;
    }
    if (phase == GROUP_AGREE) {
        group->row = 0;
        group_prefill(group);
    }
}

// Gives the answer that was worked out, unless how sure one is is to be said first.
static bool given(Group *group, bool changed) {
    if (changed && group->solo.phase != SOLO_PHASE_CONFIDENCE) {
        group_stand(group);
    }
    return changed;
}

static void record_follow(Group *group) {
    const GroupVote *vote = group_last_vote(group, group_decision(group));
    bool by_vote = vote != NULL && group->picked == tally_leading(&vote->tally, 0);
    group_record(group,
                 &(GroupEvent){.kind = GROUP_EVENT_FOLLOW, .scene = group_ask(group)->scene, .by_trainer = !by_vote});
}

static bool follow_pick(Group *group) {
    OptionId options[LIMIT_OPTIONS + 1];
    int32_t count = group_list_options(group, options);
    if (group->picked < 0 || group->picked >= count) {
        group->picked = group->undecided ? group_propose(group) : -1;
        group->undecided = !group->undecided;
        return true;
    }
    record_follow(group);
    if (options[group->picked] == OPTION_OWN_WORDS) {
        (void)group_walk(group, &(SoloAction){.kind = SOLO_OWN_WORDS});
        group_enter(group, GROUP_AGREE);
        return true;
    }
    return given(group, group_walk(group, &(SoloAction){.kind = SOLO_CHOOSE, .index = group->picked}));
}

// What nobody placed goes to the first place, and of a set the first answers are taken until there are enough.
static void complete(Group *group) {
    const Ask *ask = group_ask(group);
    for (int32_t i = 0; i < ask->items.count; i++) {
        if (solo_items(&group->solo).rows[i].where < 0) {
            (void)group_walk(group,
                             &(SoloAction){.kind = ask->kind == ASK_RATE ? SOLO_SET_LEVEL : SOLO_PUT, .index = i});
        }
    }
    for (int32_t i = 0; ask->kind == ASK_MULTIPLE && !solo_can_submit(&group->solo) && i < ask->options.count; i++) {
        (void)group_walk(group, &(SoloAction){.kind = SOLO_TOGGLE, .index = i});
    }
}

// Own words that nobody wrote give way to the first of the answers with most hands.
static bool choose_instead(Group *group) {
    OptionId options[LIMIT_OPTIONS + 1];
    int32_t count = group_list_options(group, options), place = group_propose(group);
    (void)group_walk(group, &(SoloAction){.kind = SOLO_TO_OPTIONS});
    for (int32_t i = 0; i < count && options[place] == OPTION_OWN_WORDS; i++) {
        place = options[i] == OPTION_OWN_WORDS ? place : i;
    }
    return group_walk(group, &(SoloAction){.kind = SOLO_CHOOSE, .index = place});
}

static bool submit_as_it_is(Group *group) {
    const Ask *ask = group_ask(group);
    if (ask->kind == ASK_WRITE) {
        return group_walk(group, &(SoloAction){.kind = SOLO_SKIP});
    }
    if (ask->kind == ASK_CHOICE) {
        return choose_instead(group);
    }
    complete(group);
    return group_walk(group, &(SoloAction){.kind = SOLO_SUBMIT});
}

// Brings the first item that nobody placed into sight.
static void find_missing(Group *group) {
    SoloItems items = solo_items(&group->solo);
    for (int32_t i = items.count - 1; i >= 0; i--) {
        group->row = items.rows[i].where < 0 ? i : group->row;
    }
}

static bool submit(Group *group) {
    if (solo_can_submit(&group->solo)) {
        return given(group, group_walk(group, &(SoloAction){.kind = SOLO_SUBMIT}));
    }
    bool again = group->undecided;
    group->undecided = true;
    find_missing(group);
    return !again || given(group, submit_as_it_is(group));
}

// A decision that is for each person alone has no answer of the group's: nothing may depend on the one that is given.
static bool pass_private(Group *group) {
    return given(group, submit_as_it_is(group));
}

// An ending is read in any case: it takes the time of a page.
static void go_on(Group *group) {
    GroupPhase next = group_next_phase(group);
    (void)group_walk(group, &(SoloAction){.kind = SOLO_GO_ON});
    if (next != GROUP_READ && group_asks(group)) {
        group_enter(group, next);
    } else {
        group_stand(group);
    }
}

static bool leave_phase(Group *group) {
    switch (group->phase) {
    case GROUP_REVEAL:
        if (group_ask(group)->kind == ASK_CHOICE) {
            return follow_pick(group);
        }
        break;
    case GROUP_AGREE:
        return submit(group);
    case GROUP_READ:
        if (group_asks(group) && group_ask(group)->private_answer) {
            return pass_private(group);
        }
        break;
    case GROUP_FOLLOWED:
        go_on(group);
        return true;
    case GROUP_TITLE:
    case GROUP_FRAME:
    case GROUP_CONTRACT:
    case GROUP_OPENING:
    case GROUP_VOTE:
    case GROUP_TALK:
    case GROUP_VOTE_AGAIN:
    case GROUP_ENDING:
    case GROUP_REACTIONS:
    case GROUP_DESCRIPTION:
    case GROUP_ANALYSIS:
    case GROUP_TO_WORK:
    case GROUP_PAGE:
    case GROUP_PHASE_COUNT:
        break;
    }
    GroupPhase next = group_next_phase(group);
    if (next == GROUP_READ && group->phase < GROUP_READ) {
        group_stand(group);
        return true;
    }
    if (next == group->phase || !group_can_go(group, next)) {
        return false;
    }
    group_enter(group, next);
    return true;
}

bool group_act_next(Group *group, const GroupAction *action) {
    if (group->solo.phase == SOLO_PHASE_CONFIDENCE) {
        GroupAction left_out = {.kind = GROUP_SURE, .now_ms = action->now_ms};
        return group_update(group, &left_out);
    }
    if (group->page + 1 < audience_count_pages(group)) {
        group->page += 1;
        return true;
    }
    return group->open || group->ranks ? group_act_close(group, action) : leave_phase(group);
}

// How far PREVIOUS leads back: an answer that was given is not taken back by it.
static GroupPhase first_beside(GroupPhase phase) {
    return phase < GROUP_READ        ? GROUP_TITLE
           : phase < GROUP_FOLLOWED  ? GROUP_READ
           : phase == GROUP_FOLLOWED ? GROUP_FOLLOWED
                                     : GROUP_ENDING;
}

bool group_act_previous(Group *group, const GroupAction *action) {
    (void)action;
    if (group->page > 0) {
        group->page -= 1;
        return true;
    }
    for (int32_t phase = (int32_t)group->phase - 1; phase >= (int32_t)first_beside(group->phase); phase--) {
        if (group_has_phase(group, (GroupPhase)phase) && group_can_go(group, (GroupPhase)phase)) {
            group_enter(group, (GroupPhase)phase);
            return true;
        }
    }
    return false;
}

bool group_act_go(Group *group, const GroupAction *action) {
    if (action->index < 0 || action->index >= GROUP_PHASE_COUNT || !group_can_go(group, (GroupPhase)action->index) ||
        (GroupPhase)action->index == group->phase) {
        return false;
    }
    group_enter(group, (GroupPhase)action->index);
    return true;
}

bool group_act_replay(Group *group, const GroupAction *action) {
    const Session *session = &group->solo.session;
    if (action->index < 1 || action->index > session->way.count) {
        return false;
    }
    while (session->way.count >= action->index && group_walk(group, &(SoloAction){.kind = SOLO_STEP_BACK})) {
    }
    group_keep_left(group);
    group_stand(group);
    return true;
}

bool group_can_jump(const Group *group, SceneId scene) {
    return session_can_jump(&group->solo.session, &(Event){.enters = scene, .unseen = group->unread});
}

bool group_has_read(const Group *group, SceneId scene) {
    return story_passed(&group->solo.story, scene, group->solo.session.events.count - group->unread);
}

bool group_act_jump(Group *group, const GroupAction *action) {
    SoloAction jump = {.kind = SOLO_JUMP, .index = action->index, .value = group->unread};
    bool changed = group_walk(group, &jump);
    if (changed) {
        group_stand(group);
    }
    return changed;
}
