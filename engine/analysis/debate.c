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
            HUNDRED * (double)cell->hands >= AGENDA_AGREED_PERCENT * (double)cell->of) {
            return true;
        }
    }
    return false;
}

// Half of the groups that were sure, or more, followed an answer that far from the panel's.
static bool is_sure_but_far(const AnalysisDecision *decision) {
    double far = (HUNDRED - AGENDA_FAR_PERCENT) / HUNDRED;
    return decision->sure[ANALYSIS_SURE - 1].sessions > 0 && decision->sure[ANALYSIS_SURE - 1].distance.median > far;
}

static uint32_t judge(const AnalysisDecision *decision) {
    const AnalysisVote *vote = debate_vote(decision);
    bool far = is_below(vote->concordance, AGENDA_FAR_PERCENT);
    bool sure = (far && has_agreed(&vote->counts)) || is_sure_but_far(decision);
    const bool HOLDS[AGENDA_REASON_COUNT] = {[AGENDA_SURE_BUT_FAR] = sure,
                                             [AGENDA_CHANGED] = reaches(decision->shift, AGENDA_CHANGED_PERCENT),
                                             [AGENDA_SPLIT] = reaches(vote->dispersion, AGENDA_SPLIT_PERCENT),
                                             [AGENDA_FAR] = far && !sure};
    uint32_t reasons = 0;
    for (int32_t i = 0; i < AGENDA_REASON_COUNT; i++) {
        reasons |= HOLDS[i] ? UINT32_C(1) << i : 0;
    }
    return reasons;
}

Debate debate_find(const Analysis *analysis) {
    Debate debate = {0};
    for (int32_t reason = 0; reason < AGENDA_REASON_COUNT; reason++) {
        for (int32_t i = 0; i < analysis->decisions.count && debate.count < AGENDA_MOST; i++) {
            uint32_t reasons = judge(&analysis->decisions.rows[i]);
            if (reasons != 0 && agenda_heaviest(reasons) == (AgendaReason)reason) {
                debate.rows[debate.count] = &analysis->decisions.rows[i];
                debate.reasons[debate.count++] = reasons;
            }
        }
    }
    return debate;
}
