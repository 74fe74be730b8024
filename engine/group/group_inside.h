// The parts of a group share this. Internal to group/group*.c and group/audience*.c.
#pragma once

#include "group/group_event.h"

// Writes the event into the log, under the next number, and takes it in.
void group_record(Group *group, const GroupEvent *event);
void group_catch_up(Group *group); // takes in the lines that came into the log since

bool group_asks(const Group *group);        // the session waits for an answer
bool group_is_deciding(const Group *group); // the phase is one of a decision's
bool group_is_sentence(Str text);           // it fits a line of the log

void group_enter(Group *group, GroupPhase phase);        // records that it began; an open vote is given up
bool group_walk(Group *group, const SoloAction *action); // and takes in what it brought
// Turns to the first of the pages that were added behind so many; where there are none, to the first of all.
void group_turn_to(Group *group, int32_t before);
void group_stand(Group *group); // at the decision, or in the ending, where the session stands

// Rows of the options or items of a decision as they are shown; gives how many. `shown`: LIMIT_ITEMS + 1.
int32_t group_list_shown(const Group *group, const Ask *ask, int32_t *shown);

// group_vote.c
void group_open_vote(Group *group);
void group_write_hands(Group *group);      // that changed since they were noted, where they may be
void group_take_hands(Group *group);       // that were noted of the vote, after a breakdown
int32_t group_propose(const Group *group); // the place with most hands, of several the first; of a vote on one choice
void group_prefill(Group *group);          // the draft is the answer with most hands, of a vote on items or on a set

// group_ways.c
void group_keep_left(Group *group); // the way that the last replay in the log went back from

// group_parts.c
bool group_keeps_parts(const Group *group); // of the vote that is counted

// group_plan.c
bool group_votes_twice(const Group *group);
bool group_has_played_enough(const Group *group);
void group_take_phase(Group *group, GroupPhase phase, int64_t at_ms);
void group_set_timer(Group *group); // as the phase wants it; it runs where all talk

// group_idea.c
void group_take_idea(Group *group, const GroupEvent *event);
void group_take_drop(Group *group, int32_t seq);
void group_take_ranking(Group *group, const GroupEvent *event);
bool group_close_ranking(Group *group);
bool group_is_ranked_by_few(const Group *group, int32_t ranking); // its seq: no idea has TALLY_FEW hands

// Each of an action; group.c has the table.
typedef bool GroupAct(Group *group, const GroupAction *action);
GroupAct group_act_next, group_act_previous, group_act_go, group_act_replay, group_act_jump;     // group_phase.c
GroupAct group_act_part, group_act_row, group_act_count, group_act_abstain, group_act_take_last; // group_vote.c
GroupAct group_act_close, group_act_reopen, group_act_pick;
GroupAct group_act_divide, group_act_size, group_act_show_parts;               // group_parts.c
GroupAct group_act_idea, group_act_drop, group_act_show_ideas, group_act_rank; // group_idea.c
GroupAct group_act_show_ways;                                                  // group_ways.c
GroupAct group_act_plan;                                                       // group_plan.c
GroupAct group_act_timer, group_act_minute;                                    // group_timer.c
void group_pass_time(Group *group, int64_t now_ms);
