// The decisions that are worth talking about next time: the agenda of a session (group/agenda.h), judged on what may be
// told of all sessions of an analysis. Where counts of people are hidden, as they mostly are in small groups, a
// decision is split when the groups followed different answers: these are no counts of people.
//
//     Debate debate = debate_find(&analysis);
//     for (int32_t i = 0; i < debate.count; i++) {
//         … debate.rows[i], agenda_question(agenda_heaviest(debate.reasons[i])) …
//     }
#pragma once

#include "analysis/analysis.h"
#include "group/agenda.h"

typedef struct {
    const AnalysisDecision *rows[AGENDA_MOST]; // the heaviest reason first, then where it weighs most
    uint32_t reasons[AGENDA_MOST];             // bit i: AgendaReason i
    int32_t count;
} Debate;

Debate debate_find(const Analysis *analysis);
Figure debate_groups(const Analysis *analysis,
                     const AnalysisDecision *decision);            // D of what they followed, of a choice
const AnalysisVote *debate_vote(const AnalysisDecision *decision); // that is judged: after the talk where there is one
