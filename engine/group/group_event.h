// What a room does besides playing, as lines of the log of its run (session/log.h), between those of the session:
//
//     {…, "kind": "room", "present": 14, "parts": [{"name": "Mediators", "size": 6}, …]}
//     {…, "kind": "plan", "minutes": 45}                              until there is one, GROUP_PLANNED_MINUTES
//     {…, "kind": "phase", "phase": "vote"}
//     {…, "kind": "card", "index": 3}
//     {…, "kind": "vote", "scene": "n03", "round": 1, "present": 14, "places": ["a", "b", "own-words"],
//      "rows": [{"of": "", "hands": [5, 8, 1], "abstained": 0}], "parts": [[{"hands": …}], …]}
//     {…, "kind": "hands", "scene": "n03", …, "row": 0}               of a vote that is open: as of a vote
//     {…, "kind": "follow", "scene": "n03", "by": "vote"}             before the answer; or "trainer"
//     {…, "kind": "sentence", "text": "…", "minority": true}
//     {…, "kind": "forget", "target": 12}                             the number of a sentence
//     {…, "kind": "idea", "text": "…"}
//     {…, "kind": "drop", "target": 14}                               the number of an idea
//     {…, "kind": "ranking", "present": 14, "ideas": [14, 15], "hands": [9, 6]}
//     {…, "kind": "keep", "index": 0, "text": "…"}                    a line of the page
//     {…, "kind": "raise", "text": "…"}
//
// Places are ids of options, levels from 0, or ids of bins; rows are of items. Both are in the order in which they were
// shown. A later vote of the same decision and round takes the place of the earlier one. Hands are there for the
// session that is taken up after a breakdown, and never kept (group/group_kept.h); of a divided room they are written
// once no sub-group has fewer than GROUP_LEAST_PART voters.
#pragma once

#include "group/group.h"

typedef enum {
    GROUP_EVENT_NONE,
    GROUP_EVENT_ROOM,
    GROUP_EVENT_PLAN,
    GROUP_EVENT_PHASE,
    GROUP_EVENT_CARD,
    GROUP_EVENT_VOTE,
    GROUP_EVENT_HANDS,
    GROUP_EVENT_FOLLOW,
    GROUP_EVENT_SENTENCE,
    GROUP_EVENT_FORGET,
    GROUP_EVENT_IDEA,
    GROUP_EVENT_DROP,
    GROUP_EVENT_RANKING,
    GROUP_EVENT_KEEP,
    GROUP_EVENT_RAISE
} GroupEventKind;

typedef struct {
    GroupEventKind kind;
    int32_t seq;
    int64_t at_ms;
    int32_t present;              // room, vote, hands, ranking
    GroupPart parts[GROUP_PARTS]; // room
    int32_t part_count;           // room, vote, hands
    GroupPhase phase;
    int32_t index; // card, keep; forget, drop: the number; plan: the minutes; hands: the item that was counted
    SceneId scene; // vote, hands, follow
    int32_t round;
    int32_t shown[LIMIT_ITEMS]; // vote, hands: as of a GroupVote; ranking: numbers of the ideas
    Tally tally, part_tallies[GROUP_PARTS];
    bool by_trainer, minority;
    Str text;
} GroupEvent;

Str group_phase_word(GroupPhase phase); // "vote-again"
Str group_event_word(GroupEventKind kind);

Str group_event_write(Arena *arena, const Scenario *scenario, const GroupEvent *event);
// Texts are copied. False: it is another fold's, or no such line.
bool group_event_parse(Arena *arena, const Scenario *scenario, const LogReading *reading, GroupEvent *event);
