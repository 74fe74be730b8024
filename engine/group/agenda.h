// The decisions most worth talking about in the debrief of a group, each with the reasons and questions to open with.
//
// A decision stands on it for one reason or more, judged on its votes (group/tally.h) in this order of weight:
//
//     far from the panel though sure    concordance below 50 %, and seven in ten or more agreed, or said they were sure
//     changed                           the talk shifted 25 % or more
//     split                             dispersion of the last vote 60 % or more
//     far from the panel                concordance below 50 %
//     a minority argument               was noted at it
//
// The heaviest first, of equals the earlier decision.
#pragma once

#include "group/group.h"
#include "told/telling.h"

enum {
    AGENDA_MOST = 3,
    AGENDA_QUESTIONS = 8,
    AGENDA_FAR_PERCENT = 50,
    AGENDA_CHANGED_PERCENT = 25,
    AGENDA_SPLIT_PERCENT = 60,
    AGENDA_AGREED_PERCENT = 70
};

typedef enum {
    AGENDA_SURE_BUT_FAR,
    AGENDA_CHANGED,
    AGENDA_SPLIT,
    AGENDA_FAR,
    AGENDA_MINORITY,
    AGENDA_REASON_COUNT
} AgendaReason;

typedef struct {
    int32_t decision; // from 1
    Str title;
    uint32_t reasons;              // bit i: AgendaReason i
    Str tags[AGENDA_REASON_COUNT]; // "changed its mind: 41 %", of each reason it has
    Str sentence;
    Str questions[AGENDA_QUESTIONS]; // ours of the heaviest reason, then the prompts of its author
    int32_t question_count;
} AgendaRow;

typedef struct {
    AgendaRow rows[AGENDA_MOST];
    int32_t count;
} Agenda;

// Sources of the catalogue: a few words for a reason, of AGENDA_CHANGED with {0} for the shift in percent, and the
// question to open with.
Str agenda_tag(AgendaReason reason);
Str agenda_question(AgendaReason reason);
AgendaReason agenda_heaviest(uint32_t reasons);                   // of one or more
Agenda agenda_create(const Group *group, const Telling *telling); // texts are borrowed, or the telling's
