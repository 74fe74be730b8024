#include "group/agenda.h"

enum { SURE = 3, TEN = 10 };

typedef struct {
    const Group *group;
    const Telling *telling;
    const GroupVote *first, *last; // of the decision; NULL: there was none
    AgendaRow row;
    Share shift, dispersion, concordance, agreed;
} Weighing;

static Share agreed_share(const Tally *tally) {
    int32_t leading = tally_leading(tally, 0), hands = tally_hands(tally, 0);
    return tally->rows == 1 && leading >= 0 ? (Share){tally->hands[0][leading], hands} : (Share){0};
}

static bool is_below(Share share, int32_t percent) {
    return share.of > 0 && !share_reaches(share, percent);
}

static void measure(Weighing *weighing) {
    Tally panel;
    const GroupVote *first = weighing->first, *last = weighing->last;
    weighing->dispersion = tally_dispersion(&last->tally);
    weighing->agreed = agreed_share(&last->tally);
    if (first != NULL && first != last) {
        weighing->shift = tally_shift(&first->tally, &last->tally);
    }
    if (group_panel(weighing->group, last, &panel)) {
        weighing->concordance = tally_concordance(&last->tally, &panel);
    }
}

static bool has_minority(const Group *group, int32_t decision) {
    for (int32_t i = 0; i < group->sentences.count; i++) {
        if (group->sentences.rows[i].minority && group->sentences.rows[i].decision == decision) {
            return true;
        }
    }
    return false;
}

static void judge(Weighing *weighing) {
    const Event *event = telling_event(weighing->telling, weighing->row.decision);
    bool sure = event->answer.confidence == SURE || share_reaches(weighing->agreed, AGENDA_AGREED_PERCENT);
    bool far = is_below(weighing->concordance, AGENDA_FAR_PERCENT);
    const bool HOLDS[AGENDA_REASON_COUNT] = {[AGENDA_SURE_BUT_FAR] = far && sure,
                                             [AGENDA_CHANGED] = share_reaches(weighing->shift, AGENDA_CHANGED_PERCENT),
                                             [AGENDA_SPLIT] = share_reaches(weighing->dispersion, AGENDA_SPLIT_PERCENT),
                                             [AGENDA_FAR] = far && !sure,
                                             [AGENDA_MINORITY] = has_minority(weighing->group, weighing->row.decision)};
    for (int32_t i = 0; i < AGENDA_REASON_COUNT; i++) {
        weighing->row.reasons |= HOLDS[i] ? UINT32_C(1) << i : 0;
    }
}

static Str percent(const Weighing *weighing, Share share) {
    return telling_number(weighing->telling, share_percent(share));
}

Str agenda_tag(AgendaReason reason) {
    static const Str TAGS[AGENDA_REASON_COUNT] = {[AGENDA_SURE_BUT_FAR] = TR_INIT("sure, but far from the panel"),
                                                  [AGENDA_CHANGED] = TR_INIT("changed its mind: {0} %"),
                                                  [AGENDA_SPLIT] = TR_INIT("opinions divided"),
                                                  [AGENDA_FAR] = TR_INIT("far from the panel"),
                                                  [AGENDA_MINORITY] = TR_INIT("argument of the few")};
    return TAGS[reason];
}

static void tell_tags(Weighing *weighing) {
    for (int32_t i = 0; i < AGENDA_REASON_COUNT; i++) {
        if ((weighing->row.reasons >> i & 1) != 0) {
            weighing->row.tags[i] = TELLING_FORMAT(weighing->telling, agenda_tag((AgendaReason)i),
                                                   percent(weighing, weighing->shift)); // of the one that has a figure
        }
    }
}

AgendaReason agenda_heaviest(uint32_t reasons) {
    int32_t reason = 0;
    while (reason < AGENDA_MINORITY && (reasons >> reason & 1) == 0) {
        reason++;
    }
    return (AgendaReason)reason;
}

static Str tell_moved(const Weighing *weighing) {
    Share shift = weighing->shift;
    int32_t tenths = shift.of > 0 ? (int32_t)((shift.part * TEN * 2 + shift.of) / (shift.of * 2)) : 0;
    return TELLING_FORMAT(weighing->telling, TR("The talk moved {0} votes in ten."),
                          telling_number(weighing->telling, tenths));
}

static Str tell_sentence(const Weighing *weighing) {
    const Telling *telling = weighing->telling;
    switch (agenda_heaviest(weighing->row.reasons)) {
    case AGENDA_SURE_BUT_FAR:
        return telling_words(telling, TR("The room was sure of itself, and far from what the panel answered."));
    case AGENDA_CHANGED:
        return tell_moved(weighing);
    case AGENDA_SPLIT:
        return telling_words(telling, TR("The room did not agree, also after the talk."));
    case AGENDA_FAR:
        return telling_words(telling, TR("The room and the panel did not answer alike."));
    case AGENDA_MINORITY:
    case AGENDA_REASON_COUNT:
        break;
    }
    return telling_words(telling, TR("An argument of the few was noted here."));
}

static void ask(AgendaRow *row, Str question) {
    if (row->question_count < AGENDA_QUESTIONS && question.len > 0) {
        row->questions[row->question_count++] = question;
    }
}

Str agenda_question(AgendaReason reason) {
    static const Str OURS[AGENDA_REASON_COUNT] = {
        [AGENDA_SURE_BUT_FAR] = TR_INIT("What made us so sure? What would make us hesitate?"),
        [AGENDA_CHANGED] = TR_INIT("What was said in the room that moved your choice?"),
        [AGENDA_SPLIT] = TR_INIT("What does each of these answers protect, and at what price?"),
        [AGENDA_FAR] = TR_INIT("What may the others have seen that we did not?"),
        [AGENDA_MINORITY] = TR_INIT("And what if those few were right?")};
    return OURS[reason];
}

static void ask_questions(Weighing *weighing) {
    const Scenario *scenario = telling_scenario(weighing->telling);
    const Event *event = telling_event(weighing->telling, weighing->row.decision);
    Span prompts = scenario->trainer_notes.rows[scenario->scenes.rows[event->scene].trainer].prompts;
    ask(&weighing->row, telling_words(weighing->telling, agenda_question(agenda_heaviest(weighing->row.reasons))));
    for (int32_t i = 0; i < prompts.count; i++) {
        ask(&weighing->row, scenario->texts.rows[prompts.first + i]);
    }
}

static bool weigh(const Group *group, const Telling *telling, int32_t decision, AgendaRow *row) {
    Weighing weighing = {.group = group,
                         .telling = telling,
                         .first = group_find_vote(group, decision, 1),
                         .last = group_last_vote(group, decision),
                         .row = {.decision = decision}};
    if (weighing.last != NULL) {
        measure(&weighing);
    }
    judge(&weighing);
    if (weighing.row.reasons == 0) {
        return false;
    }
    weighing.row.title = telling_scene_title(telling, telling_event(telling, decision)->scene);
    weighing.row.sentence = tell_sentence(&weighing);
    tell_tags(&weighing);
    ask_questions(&weighing);
    *row = weighing.row;
    return true;
}

// Below all that weigh as much or more; the lightest of too many falls off.
static void insert(Agenda *agenda, const AgendaRow *row) {
    int32_t at = agenda->count;
    while (at > 0 && agenda_heaviest(agenda->rows[at - 1].reasons) > agenda_heaviest(row->reasons)) {
        at--;
    }
    if (at == AGENDA_MOST) {
        return;
    }
    agenda->count += agenda->count < AGENDA_MOST;
    for (int32_t i = agenda->count - 1; i > at; i--) {
        agenda->rows[i] = agenda->rows[i - 1];
    }
    agenda->rows[at] = *row;
}

Agenda agenda_create(const Group *group, const Telling *telling) {
    Agenda agenda = {0};
    for (int32_t decision = 1; decision <= group->solo.session.way.count; decision++) {
        AgendaRow row;
        if (weigh(group, telling, decision, &row)) {
            insert(&agenda, &row);
        }
    }
    return agenda;
}
