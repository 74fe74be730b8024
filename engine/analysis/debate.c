#include "analysis/debate.h"

static const double HUNDRED = 100;

static bool reaches(Figure share, int32_t percent) {
    return share.lack == LACK_NONE && share.value * HUNDRED >= percent;
}

static bool is_below(Figure share, int32_t percent) {
    return share.lack == LACK_NONE && share.value * HUNDRED < percent;
}

const AnalysisVote *debate_vote(const AnalysisDecision *decision) {
    return &decision->votes[decision->votes[ANALYSIS_AFTER].sessions > 0 ? ANALYSIS_AFTER : ANALYSIS_BEFORE];
}

static bool has_agreed(const Disclosed *counts) {
    for (int32_t i = 0; i < counts->places && counts->rows == 1 && !counts->several; i++) {
        const DisclosedCell *cell = &counts->cells[0][i];
        if (!cell->hidden && cell->of > 0 &&
            HUNDRED * (double)cell->hands >= (double)AGENDA_AGREED_PERCENT * (double)cell->of) {
            return true;
        }
    }
    return false;
}

// Half of the groups that were sure, or more, followed an answer that far from the panel's.
static bool is_sure_but_far(const AnalysisDecision *decision) {
    double far = (HUNDRED - (double)AGENDA_FAR_PERCENT) / HUNDRED;
    return decision->sure[ANALYSIS_SURE - 1].sessions > 0 && decision->sure[ANALYSIS_SURE - 1].distance.median > far;
}

Figure debate_groups(const Analysis *analysis, const AnalysisDecision *decision) {
    const Scenario *scenario = analysis->scenario;
    bool choice = scenario->asks.rows[scenario->scenes.rows[decision->scene].ask].kind == ASK_CHOICE;
    Tally tally = {.rows = 1, .places = decision->options.count};
    for (int32_t i = 0; choice && i < decision->options.count; i++) {
        tally.hands[0][i] = decision->options.rows[i].followed;
    }
    Share share = choice && decision->sessions > 1 ? tally_dispersion(&tally) : (Share){0};
    return share.of > 0 ? (Figure){.value = (double)share.part / (double)share.of} : (Figure){.lack = LACK_NOTHING};
}

static bool is_split(const Analysis *analysis, const AnalysisDecision *decision) {
    Figure dispersion = debate_vote(decision)->dispersion;
    return reaches(dispersion.lack == LACK_NONE ? dispersion : debate_groups(analysis, decision), AGENDA_SPLIT_PERCENT);
}

static uint32_t judge(const Analysis *analysis, const AnalysisDecision *decision) {
    const AnalysisVote *vote = debate_vote(decision);
    bool far = is_below(vote->concordance, AGENDA_FAR_PERCENT);
    bool sure = (far && has_agreed(&vote->counts)) || is_sure_but_far(decision);
    const bool HOLDS[AGENDA_REASON_COUNT] = {[AGENDA_SURE_BUT_FAR] = sure,
                                             [AGENDA_CHANGED] = reaches(decision->shift, AGENDA_CHANGED_PERCENT),
                                             [AGENDA_SPLIT] = is_split(analysis, decision),
                                             [AGENDA_FAR] = far && !sure};
    uint32_t reasons = 0;
    for (int32_t i = 0; i < AGENDA_REASON_COUNT; i++) {
        reasons |= HOLDS[i] ? UINT32_C(1) << i : 0;
    }
    return reasons;
}

// How much it weighs among those that stand here for the same reason.
static double weigh(const Analysis *analysis, const AnalysisDecision *decision, AgendaReason reason) {
    const AnalysisVote *vote = debate_vote(decision);
    Figure dispersion = vote->dispersion.lack == LACK_NONE ? vote->dispersion : debate_groups(analysis, decision);
    return reason == AGENDA_CHANGED ? decision->shift.value
           : reason == AGENDA_SPLIT ? dispersion.value
                                    : -vote->concordance.value;
}

typedef struct {
    const Analysis *analysis;
    AgendaReason reason;
    const AnalysisDecision *found;
    uint32_t reasons;
} Search;

static bool is_in(const Debate *debate, const AnalysisDecision *decision) {
    for (int32_t i = 0; i < debate->count; i++) {
        if (debate->rows[i] == decision) {
            return true;
        }
    }
    return false;
}

static bool find_heaviest(Search *search, const Debate *debate) {
    const Analysis *analysis = search->analysis;
    search->found = NULL;
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        const AnalysisDecision *decision = &analysis->decisions.rows[i];
        uint32_t reasons = judge(analysis, decision);
        bool fits = reasons != 0 && agenda_heaviest(reasons) == search->reason && !is_in(debate, decision);
        if (fits && (!search->found ||
                     weigh(analysis, decision, search->reason) > weigh(analysis, search->found, search->reason))) {
            search->found = decision;
            search->reasons = reasons;
        }
    }
    return search->found;
}

Debate debate_find(const Analysis *analysis) {
    Debate debate = {0};
    for (int32_t reason = 0; reason < AGENDA_REASON_COUNT; reason++) {
        Search search = {.analysis = analysis, .reason = (AgendaReason)reason};
        while (debate.count < AGENDA_MOST && find_heaviest(&search, &debate)) {
            debate.rows[debate.count] = search.found;
            debate.reasons[debate.count++] = search.reasons;
        }
    }
    return debate;
}
