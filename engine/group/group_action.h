// The phases of a group's session, and all that a trainer can do in it (group/group.h).
#pragma once

#include "solo/solo.h"

typedef enum {
    GROUP_TITLE,
    GROUP_FRAME,    // six rules
    GROUP_CONTRACT, // it is a fiction; what it may stir up
    GROUP_OPENING,  // one question to talk about in pairs
    GROUP_READ,
    GROUP_VOTE, // first round
    GROUP_TALK,
    GROUP_VOTE_AGAIN,
    GROUP_REVEAL,
    GROUP_AGREE,    // one answer of all is written, put in order or adjusted
    GROUP_FOLLOWED, // what it brought about
    GROUP_ENDING,
    GROUP_REACTIONS,
    GROUP_DESCRIPTION,
    GROUP_ANALYSIS,
    GROUP_TO_WORK, // from the fiction to Monday
    GROUP_PAGE,    // what the group keeps
    GROUP_PHASE_COUNT
} GroupPhase;

typedef enum {
    GROUP_NONE,
    GROUP_NEXT, // the next page of the phase, else what follows it. Of an open vote: as CLOSE. Where no answer leads
                // or none is complete it says so first; once more it picks the first of those that lead, or completes
                // it
    GROUP_PREVIOUS, // the page before, else the phase before that NEXT leads through: of this decision, of the
                    // beginning, or of the debrief with the ending before it
    GROUP_GO,       // index: a GroupPhase that group_can_go allows
    GROUP_PRESENT,  // value: how many are there
    GROUP_PLAN,     // value: how many minutes it is to last
    GROUP_DIVIDE,   // index: a GroupDivision that group_can_divide allows
    GROUP_SIZE,     // index: a sub-group, value: how many are in it; those present are their sum
    GROUP_PART,     // index: the sub-group whose hands are counted
    GROUP_ROW,      // index: the item whose hands are counted, or which is in sight of those to agree on
    GROUP_COUNT,    // index: a place gets one hand more
    GROUP_TAKE,     // … one less
    GROUP_ABSTAIN,
    GROUP_UNABSTAIN,
    GROUP_TAKE_LAST,
    GROUP_CLOSE,      // of the sub-group, where the next one has no hands yet, of the item, after the last of the
                      // vote. A wrong total `doubts`; closed again it holds
    GROUP_REOPEN,     // the vote of this round, with the hands it had
    GROUP_SHOW_BOTH,  // value: the room sees the first vote beside the second
    GROUP_SHOW_PARTS, // value: … the vote of each sub-group after that of all
    GROUP_PICK,       // index: the place to follow
    GROUP_SURE,       // value: 1 … 3, where the decision asks how sure one is; 0: it is left out
    GROUP_DRAFT,      // `draft`: of the agreed answer, as one person makes it
    GROUP_REPLAY,     // index: decision, from 1: the group goes back to it, and may go another way
    GROUP_JUMP,       // index: a SceneId that group_can_jump allows: on there, without an answer to what is asked
    GROUP_SHOW_WAYS,  // value: the room sees the way that the last replay left beside the one taken since
    GROUP_BLACK,      // value: the room's screen is black
    GROUP_GAUGES,     // value: the room sees gauges
    GROUP_FOUND,      // value: the room sees what was noticed in the words that were agreed on
    GROUP_TIMER,      // starts, or pauses
    GROUP_MINUTE,     // one minute more
    GROUP_CLOCK,      // time passed
    GROUP_CARD,       // index: the opening question, 0 … GROUP_CARDS - 1
    GROUP_SENTENCE,   // text: said in the room and kept in sight; value: 1 it is the argument of the few
    GROUP_FORGET,     // index: of a sentence
    GROUP_IDEA,       // text: called out, of a phase that group_takes_ideas
    GROUP_DROP,       // index: row of an idea
    GROUP_SHOW_IDEAS, // value: a GroupIdeasShown
    GROUP_RANK,       // value: hands for the ideas are counted from now on, by COUNT … CLOSE; 0: given up
    GROUP_KEEP,       // index: line of the page, text: what stands there; empty erases it
    GROUP_RAISE,      // text: what is to be passed on to the institution
    GROUP_TALK_OF,    // index: the row of the agenda whose question the room sees
    GROUP_QUESTION,   // index: which of its questions
    GROUP_SCREEN,     // value: how wide the room's screen is, in units of its height ÷ 1,080 (group/audience.h)
    GROUP_ACTION_COUNT
} GroupActionKind;

typedef struct {
    GroupActionKind kind;
    int32_t index, value;
    Str text; // borrowed for the call
    SoloAction draft;
    int64_t now_ms;
} GroupAction;
