#include "base/error.h"
#include "group/group_inside.h"

#include <string.h>

static int32_t round_of(const Group *group) {
    return group->phase == GROUP_VOTE_AGAIN ? 2 : 1;
}

bool group_is_voting(const Group *group) {
    return group->phase == GROUP_VOTE || group->phase == GROUP_VOTE_AGAIN;
}

bool group_votes_on(const Ask *ask) {
    return ask->kind != ASK_RANK && ask->kind != ASK_WRITE && !ask->private_answer;
}

static Tally empty_tally(const Group *group, const Ask *ask) {
    int32_t shown[LIMIT_ITEMS + 1];
    int32_t count = group_list_shown(group, ask, shown);
    bool items = ask->items.count > 0;
    return (Tally){.rows = items ? count : 1,
                   .places = items ? solo_count_places(group->solo.scenario, ask) : count,
                   .several = ask->kind == ASK_MULTIPLE};
}

static const GroupVote *find_own_vote(const Group *group) {
    return group_find_vote(group, group_decision(group), round_of(group));
}

// A vote that was closed already stays so until it is reopened.
void group_open_vote(Group *group) {
    const GroupVote *closed = find_own_vote(group);
    Tally empty = empty_tally(group, group_ask(group));
    for (int32_t i = 0; i < GROUP_PARTS; i++) {
        group->hands[i] = closed != NULL && i < closed->part_count ? closed->parts[i] : empty;
    }
    if (closed != NULL && closed->part_count == 0) {
        group->hands[0] = closed->tally;
    }
    group->open = closed == NULL;
    group->part = 0;
    group->row = 0;
    group->doubts = false;
}

Tally group_tally(const Group *group) {
    Tally whole = group->hands[0];
    whole.steps = 0;
    whole.undone_to = 0;
    for (int32_t i = 1; i < group->part_count; i++) {
        tally_join(&whole, &group->hands[i]);
    }
    return whole;
}

static int32_t answered(const Group *group, int32_t row) {
    int32_t sum = 0;
    for (int32_t i = 0; i == 0 || i < group->part_count; i++) {
        sum += tally_answered(&group->hands[i], row);
    }
    return sum;
}

int32_t group_count_voted(const Group *group) {
    return answered(group, group->row);
}

// Where one may raise a hand several times, only more hands at one place than people are wrong.
int32_t group_missing(const Group *group) {
    int32_t missing = group->present - answered(group, group->row);
    return group->hands[0].several && missing > 0 ? 0 : missing;
}

bool group_act_part(Group *group, const GroupAction *action) {
    bool changes = group_is_voting(group) && action->index >= 0 && action->index < group->part_count &&
                   action->index != group->part;
    group->part = changes ? action->index : group->part;
    return changes;
}

bool group_act_row(Group *group, const GroupAction *action) {
    int32_t rows = group_is_voting(group)        ? group->hands[0].rows
                   : group->phase == GROUP_AGREE ? group_ask(group)->items.count
                                                 : 0;
    bool changes = action->index >= 0 && action->index < rows && action->index != group->row;
    group->row = changes ? action->index : group->row;
    group->doubts = group->doubts && !changes;
    return changes;
}

static bool counted(Group *group, bool changed) {
    group->doubts = group->doubts && !changed;
    if (changed && group->open && group->counted_ms < 0) {
        group->counted_ms = group->now_ms;
    }
    return changed;
}

bool group_act_count(Group *group, const GroupAction *action) {
    Tally *hands = group->ranks ? &group->idea_hands : &group->hands[group->part];
    int32_t row = group->ranks ? 0 : group->row;
    return (group->open || group->ranks) &&
           counted(group, action->kind == GROUP_COUNT ? tally_add(hands, row, action->index)
                                                      : tally_take(hands, row, action->index));
}

bool group_act_abstain(Group *group, const GroupAction *action) {
    Tally *hands = &group->hands[group->part];
    return group->open && counted(group, action->kind == GROUP_ABSTAIN ? tally_abstain(hands, group->row)
                                                                       : tally_unabstain(hands, group->row));
}

bool group_act_take_last(Group *group, const GroupAction *action) {
    (void)action;
    Tally *hands = group->ranks ? &group->idea_hands : &group->hands[group->part];
    return (group->open || group->ranks) && counted(group, tally_take_last(hands));
}

static bool has_hands(const Tally *tally) {
    int32_t sum = 0;
    for (int32_t row = 0; row < tally->rows; row++) {
        sum += tally_hands(tally, row) + tally->abstained[row];
    }
    return sum > 0;
}

static GroupEvent event_of(const Group *group, GroupEventKind kind) {
    GroupEvent event = {.kind = kind,
                        .scene = group_ask(group)->scene,
                        .round = round_of(group),
                        .present = group->present,
                        .tally = group_tally(group),
                        .index = group->row};
    event.part_count = group_keeps_parts(group) ? group->part_count : 0;
    for (int32_t i = 0; i < event.part_count; i++) {
        event.part_tallies[i] = group->hands[i];
    }
    (void)group_list_shown(group, group_ask(group), event.shown);
    return event;
}

static void record_vote(Group *group) {
    GroupEvent vote = event_of(group, GROUP_EVENT_VOTE);
    group->counted_ms = -1;
    if (has_hands(&vote.tally)) {
        group_record(group, &vote);
    }
}

void group_write_hands(Group *group) {
    GroupEvent hands = event_of(group, GROUP_EVENT_HANDS);
    group->counted_ms = -1;
    if (hands.part_count == group->part_count) {
        group_record(group, &hands);
    }
}

static bool fits_vote(const Group *group, const GroupEvent *hands) {
    int32_t shown[LIMIT_ITEMS + 1];
    int32_t count = group_list_shown(group, group_ask(group), shown);
    const Tally *empty = &group->hands[0], *tally = &hands->tally;
    return hands->scene == group_ask(group)->scene && hands->round == round_of(group) && tally->rows == empty->rows &&
           tally->places == empty->places && hands->part_count == group->part_count && hands->index < tally->rows &&
           memcmp(shown, hands->shown, (size_t)count * sizeof *shown) == 0;
}

void group_take_hands(Group *group) {
    Arena *scratch = &group->solo.scratch;
    ArenaMark mark = arena_mark(scratch);
    LogReading reading;
    GroupEvent hands;
    if (group->noted == 0) {
        return;
    }
    bool opened = log_open_line(scratch, group->solo.session.log.lines.rows[group->noted - 1].text, &reading);
    ASSERT(opened); // it was read when it was taken in
    if (group_event_parse(scratch, group->solo.scenario, &reading, &hands) && fits_vote(group, &hands)) {
        group->hands[0] = hands.tally;
        for (int32_t i = 0; i < hands.part_count; i++) {
            group->hands[i] = hands.part_tallies[i];
        }
        group->row = hands.index;
        group->open = true;
    }
    log_close_line(&reading);
    arena_rewind(scratch, mark);
}

bool group_act_close(Group *group, const GroupAction *action) {
    (void)action;
    if (group->ranks) {
        return group_close_ranking(group);
    }
    if (!group->open) {
        return false;
    }
    if (group_waits_for_part(group)) {
        group->part += 1;
        return true;
    }
    if (group_missing(group) != 0 && !group->doubts) {
        group->doubts = true;
        return true;
    }
    group->doubts = false;
    if (group->row + 1 < group->hands[0].rows) {
        group->row += 1;
        group->part = 0;
        return true;
    }
    record_vote(group);
    group->open = false;
    return true;
}

bool group_act_reopen(Group *group, const GroupAction *action) {
    (void)action;
    bool reopens = group_is_voting(group) && !group->open;
    group->open = group->open || reopens;
    group->row = reopens ? 0 : group->row;
    group->part = reopens ? 0 : group->part;
    return reopens;
}

bool group_act_pick(Group *group, const GroupAction *action) {
    OptionId options[LIMIT_OPTIONS + 1];
    const Ask *ask = group_ask(group);
    if (group->phase != GROUP_REVEAL || ask == NULL || ask->kind != ASK_CHOICE || action->index < 0 ||
        action->index >= group_list_options(group, options) || action->index == group->picked) {
        return false;
    }
    group->picked = action->index;
    group->undecided = false;
    return true;
}

const GroupVote *group_find_vote(const Group *group, int32_t decision, int32_t round) {
    for (int32_t i = group->votes.count - 1; i >= 0; i--) {
        const GroupVote *vote = &group->votes.rows[i];
        if (!vote->left && vote->decision == decision && vote->round == round) {
            return vote;
        }
    }
    return NULL;
}

const GroupVote *group_last_vote(const Group *group, int32_t decision) {
    const GroupVote *second = group_find_vote(group, decision, 2);
    return second != NULL ? second : group_find_vote(group, decision, 1);
}

bool group_can_show_both(const Group *group) {
    const GroupVote *first = group_find_vote(group, group_decision(group), 1);
    const GroupVote *second = group_find_vote(group, group_decision(group), 2);
    return first != NULL && second != NULL && !tally_is_of_few(&first->tally) && !tally_is_of_few(&second->tally);
}

// The first of those with most hands; -1: nobody raised one.
static int32_t find_most(const Tally *tally, int32_t row) {
    int32_t found = -1, most = 0;
    for (int32_t place = 0; place < tally->places; place++) {
        found = tally->hands[row][place] > most ? place : found;
        most = tally->hands[row][place] > most ? tally->hands[row][place] : most;
    }
    return found;
}

int32_t group_propose(const Group *group) {
    const GroupVote *vote = group_last_vote(group, group_decision(group));
    int32_t place = vote != NULL ? find_most(&vote->tally, 0) : 0;
    return place < 0 ? 0 : place;
}

static void prefill_items(Group *group, const Tally *tally) {
    for (int32_t row = 0; row < tally->rows; row++) {
        int32_t place = find_most(tally, row);
        if (place >= 0) {
            (void)group_walk(group,
                             &(SoloAction){.kind = group_ask(group)->kind == ASK_RATE ? SOLO_SET_LEVEL : SOLO_PUT,
                                           .index = row,
                                           .value = place});
        }
    }
}

// Those for which half of the room or more raised a hand, and the next ones as far as the decision wants more.
static uint32_t choose_set(const Group *group, const Tally *tally) {
    const Ask *ask = group_ask(group);
    int32_t least = ask->min == NOT_SAID ? 1 : ask->min, most = ask->max == 0 ? tally->places : ask->max;
    Tally left = *tally;
    uint32_t set = 0;
    for (int32_t chosen = 0; chosen < most; chosen++) {
        int32_t place = find_most(&left, 0);
        bool wanted = place >= 0 && (chosen < least || left.hands[0][place] * 2 >= group->present);
        if (!wanted) {
            break;
        }
        set |= UINT32_C(1) << place;
        left.hands[0][place] = 0;
    }
    return set;
}

static void prefill_set(Group *group, const Tally *tally) {
    OptionId options[LIMIT_OPTIONS + 1];
    int32_t count = group_list_options(group, options);
    uint32_t set = choose_set(group, tally);
    for (int32_t place = 0; place < count; place++) {
        bool wanted = (set >> place & 1) != 0;
        bool ticked = (group->solo.draft.set >> (options[place] - group_ask(group)->options.first) & 1) != 0;
        if (wanted != ticked) {
            (void)group_walk(group, &(SoloAction){.kind = SOLO_TOGGLE, .index = place});
        }
    }
}

void group_prefill(Group *group) {
    const GroupVote *vote = group_last_vote(group, group_decision(group));
    const Ask *ask = group_ask(group);
    if (vote == NULL || ask->kind == ASK_CHOICE) {
        return;
    }
    if (ask->kind == ASK_MULTIPLE) {
        prefill_set(group, &vote->tally);
    } else {
        prefill_items(group, &vote->tally);
    }
}

static int32_t find_shown(const int32_t *shown, int32_t count, int32_t row) {
    for (int32_t i = 0; i < count; i++) {
        if (shown[i] == row) {
            return i;
        }
    }
    return -1;
}

bool group_panel(const Group *group, const GroupVote *vote, Tally *panel) {
    const Scenario *scenario = group->solo.scenario;
    const Ask *ask = &scenario->asks.rows[scenario->scenes.rows[vote->scene].ask];
    const Panel *asked = &scenario->panels.rows[ask->panel];
    bool items = ask->items.count > 0;
    *panel = (Tally){.rows = vote->tally.rows, .places = vote->tally.places, .several = vote->tally.several};
    for (int32_t i = asked->answers.first; i < asked->answers.first + asked->answers.count; i++) {
        const PanelCount *answer = &scenario->panel_counts.rows[i];
        int32_t at = find_shown(vote->shown, items ? panel->rows : panel->places, answer->of.id);
        int32_t place = !items ? at : ask->kind == ASK_RATE ? answer->level : answer->bin.id - ask->bins.first;
        if (at >= 0 && place >= 0 && place < panel->places) {
            panel->hands[items ? at : 0][place] += answer->count;
        }
    }
    return asked->n > 0;
}
