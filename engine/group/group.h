// A group before a projector playing one case: the state, and the one function that changes it. No window, no clock, no
// disk.
//
//     Group *group = …;                                    // stays where it is until group_finish
//     group_begin(group, &(GroupStart){.solo = {.scenario = scenario, .now_ms = now}, .present = 14});
//     group_update(group, &(GroupAction){.kind = GROUP_NEXT, .now_ms = now});
//     group_update(group, &(GroupAction){.kind = GROUP_COUNT, .index = 1, .now_ms = now});   // a hand for B
//     Audience audience = audience_create(group, &telling);  // group/audience.h: all that the room may see of it
//     …
//     group_finish(group);
//
// The case is played by a Solo (solo/solo.h) without time limits, which holds the session and the draft. What the room
// did besides (phases, votes, sentences) are lines of the same log (group/group_event.h): who keeps a journal compares
// group->solo.session.log.lines.count before and after an update. Hands of an open vote are noted within a second.
//
// An evening goes through phases, which NEXT leads through; each can be left out, reopened and repeated:
//
//     title ▸ frame ▸ contract ▸ opening ▸ (read ▸ vote ▸ talk ▸ vote again ▸ reveal ▸ agree ▸ followed)… ▸ ending
//           ▸ reactions ▸ description ▸ analysis ▸ to work ▸ page
//
// How long it is to last decides which of them NEXT leads through (GroupFormat): time is cut from the story, never from
// the talk about it. A `rank` and a `write` are one agreed answer: they have no vote. Other kinds are voted on; what
// the group follows then is the answer with most hands, or another one that the trainer picked, which the room is told.
// From anywhere the trainer may jump to another scene: what is asked stays without an answer (session/session.h).
#pragma once

#include "group/group_action.h"
#include "group/tally.h"
#include "solo/solo.h"

enum {
    GROUP_PARTS = 4,              // sub-groups
    GROUP_LEAST_PART = TALLY_FEW, // people in one: below, their answers would tell who gave them
    GROUP_CARDS = 9,
    GROUP_PLANNED_MINUTES = 90,
    GROUP_LEAST_MINUTES = 5,
    GROUP_MOST_MINUTES = 480,
    GROUP_KEPT = 5,             // lines of the page
    GROUP_IDEAS = TALLY_PLACES, // that answer one question, each with a letter
    GROUP_SENTENCE_CHARS = 200, // of a sentence, or a line of the page
    GROUP_SPLIT_PERCENT = 30    // dispersion from which it is worth talking before the vote is shown
};

// Called out in the room: to the opening question, to what is to be written together, to a question of the debrief. The
// group ranks them by hands, as many as each wants to raise: asked for one alone, a room of ten leaves most ideas bare.
typedef struct {
    int32_t seq;
    GroupPhase phase; // in which it was called out
    int32_t decision; // … of a decision, from 1; 0: of none
    Str text;
    int32_t ranked; // seq of the ranking that counted `hands` for it last; 0: none did
    int32_t hands;
} GroupIdea;

typedef enum { GROUP_IDEAS_HIDDEN, GROUP_IDEAS_LISTED, GROUP_IDEAS_RANKED } GroupIdeasShown; // to the room

// By the minutes that are planned: one decision with two votes and a sentence (20 or less), five and one question to
// talk about (60 or less), all of it.
typedef enum { GROUP_SHORT, GROUP_ONE_TEAM, GROUP_EVENING, GROUP_FORMAT_COUNT } GroupFormat;

// How a room is divided: a fixed choice, so that no name of a person stands among them.
typedef enum { GROUP_WHOLE, GROUP_HALVES, GROUP_JOBS, GROUP_TABLES, GROUP_DIVISION_COUNT } GroupDivision;

typedef struct {
    Str name; // in English, to be translated where it is told
    int32_t size;
} GroupPart;

typedef struct {
    int32_t seq;      // of its line in the log
    SceneId scene;    // of the decision
    int32_t decision; // from 1, on the way that was present then
    int32_t round;    // 1 before the talk, 2 after it
    int32_t present;
    int32_t shown[LIMIT_ITEMS]; // options behind the places, OPTION_OWN_WORDS among them; or items behind the rows
    Tally tally;
    int32_t part_count; // 0: it was not counted by sub-group, or one had fewer than GROUP_LEAST_PART voters
    Tally parts[GROUP_PARTS];
    GroupPart part_of[GROUP_PARTS]; // who they were
    bool left;                      // the group went back over it since, or jumped away before it answered
    bool replaced;                  // … or counted it again: beside the later one it would tell who raised which hand
} GroupVote;

typedef struct {
    int32_t seq;
    int32_t decision; // that was talked about; 0: none, or one that the way does not reach any more
    Str text;
    bool minority;
} GroupSentence;

typedef struct Group {
    Solo solo;
    Arena arena; // sentences and the page
    int32_t present;
    GroupPart parts[GROUP_PARTS];
    int32_t part_count; // 0: the room is not divided
    int32_t planned;    // minutes
    GroupPhase phase;
    int64_t spent_ms[GROUP_PHASE_COUNT], since_ms; // until the present phase began, at that time of the session
    int32_t page;                                  // of the phase, from 0
    int32_t width;                                 // of the room's screen; 0: as of 16 : 9
    bool black, shows_both, shows_parts, hides_gauges, shows_found;
    // The vote.
    bool open;
    Tally hands[GROUP_PARTS]; // as they are counted; of a room that is not divided the first
    int64_t counted_ms;       // when they changed since they were noted; -1: they did not
    int32_t noted;            // the line of the log, from 1, that has them; 0: none has
    int32_t part, row;
    bool doubts;    // the total was not that of those present: closing once more makes it hold
    int32_t picked; // the place to follow, -1: none
    bool undecided; // NEXT was wanted while none was picked
    ROWS_OF(GroupVote) votes;
    ROWS_OF(GroupSentence) sentences;
    ROWS_OF(GroupIdea) ideas;
    GroupIdeasShown ideas_shown;
    bool ranks;       // hands are counted for the ideas of this question
    Tally idea_hands; // … by place among them
    IndexTable way;   // seq of the answers on the present way, as the log tells them
    bool ended;       // the room was shown its ending
    bool unread;      // … and not yet the scene that the start or the last answer led to
    struct {
        Solo solo;     // at the end of the way that the last replay left; zeroed: there was none
        int32_t lines; // of the log, before that replay
        bool ended;    // as of the present way
        bool shown;    // the room sees it beside that one
    } left;
    Str kept[GROUP_KEPT], raised;
    int32_t card, talk_of, question;
    struct {
        int64_t whole_ms, left_ms; // whole_ms 0: none was set
        bool runs;
    } timer;
    struct {
        bool waits;   // what stands in a line of the page is not in the log yet
        int32_t line; // GROUP_KEPT: what is to be passed on
        int64_t since_ms;
    } typing;
    int64_t now_ms;
    int32_t folded;         // lines of the log that are in what stands above
    struct GroupRead *read; // while it is resumed: its events in the lines that are not folded yet; else NULL
} Group;

typedef struct {
    SoloStart solo; // limits_off is taken as true
    int32_t present;
    const GroupPart *parts; // each of GROUP_LEAST_PART people or more
    int32_t part_count;
} GroupStart;

bool group_begin(Group *group, const GroupStart *start); // false: as of solo_begin
// From the lines of a journal, as solo_resume; `present` and `parts` come from them.
SoloResumed group_resume(Group *group, const GroupStart *start, Str lines);
void group_finish(Group *group); // a zeroed group is fine

// An action that does not fit the phase changes nothing. True when something changed.
bool group_update(Group *group, const GroupAction *action);

// A line of the page is in the log once nothing was typed for a second, or something else is done; hands are a second
// after they changed. When that is due (GROUP_CLOCK); -1: nothing waits.
int64_t group_writes_at(const Group *group);
void group_write_now(Group *group); // … or the session is left before that

bool group_can_go(const Group *group, GroupPhase phase);
bool group_can_jump(const Group *group, SceneId scene); // something can be answered there, or it ends there
bool group_has_read(const Group *group, SceneId scene); // the room was told it, also on a way that it left
// A replay led elsewhere: the way that it left can be shown beside the present one, once what follows is known and
// until the debrief turns to work.
bool group_has_two_ways(const Group *group);
GroupPhase group_next_phase(const Group *group); // where NEXT leads after the last page; the phase itself: nowhere
int32_t group_decision(const Group *group);      // that is asked, or was just followed, from 1
const Ask *group_ask(const Group *group);        // of it; NULL at the end
bool group_votes_on(const Ask *ask);             // hands are counted
bool group_is_voting(const Group *group);        // the phase is one of the two votes, open or closed
// The answers that a vote on it counts, in shown order: OPTION_OWN_WORDS for own words. Gives how many; of items 0.
int32_t group_list_options(const Group *group, OptionId *options);

bool group_takes_ideas(const Group *group);                  // the phase asks something that ideas may answer
bool group_takes_another_idea(const Group *group);           // … and one more can be noted now
int32_t group_list_ideas(const Group *group, int32_t *rows); // of that question: rows of `ideas`; gives how many
bool group_has_ranked(const Group *group);                   // … some of them
GroupFormat group_format(const Group *group);
bool group_has_phase(const Group *group, GroupPhase phase);        // NEXT leads through it
int32_t group_phase_minutes(const Group *group, GroupPhase phase); // that are planned; of a phase of the story 0
int32_t group_story_minutes(const Group *group);                   // … what is left for all of it
int64_t group_spent_ms(const Group *group, GroupPhase phase);      // in it until now, each time it was gone through
int64_t group_story_ms(const Group *group);

GroupDivision group_division(const Group *group);
bool group_can_divide(const Group *group, GroupDivision division); // no vote stands, and each part has enough people
Str group_division_name(GroupDivision division);                   // in English: "Left and right"
bool group_waits_for_part(const Group *group);                // CLOSE goes on to the next one, which has no hands yet
GroupVote group_vote_of(const GroupVote *vote, int32_t part); // the same vote, of one of its sub-groups

Tally group_tally(const Group *group);         // what is being counted, of all sub-groups
int32_t group_count_voted(const Group *group); // of the item that is counted, or of the closed vote
int32_t group_missing(const Group *group);     // hands until those present are met; negative: too many
const GroupVote *group_find_vote(const Group *group, int32_t decision, int32_t round); // that holds; or NULL
const GroupVote *group_last_vote(const Group *group, int32_t decision);                // of the two rounds; or NULL
bool group_can_show_both(const Group *group); // rounds of what is asked, or was just followed: neither is of few
bool group_panel(const Group *group, const GroupVote *vote, Tally *panel); // its answers; false: there is none
