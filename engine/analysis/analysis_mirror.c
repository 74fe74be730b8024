// The mirror of the group: its first votes, weighed by what each option gives.
#include "analysis/analysis_inside.h"
#include "base/number.h"

// What an option gives to a competency; 0 where it says nothing. `carried`: it says something.
static int32_t mark_of(const Scenario *scenario, OptionId option, CompetencyId competency, bool *carried) {
    Span scores = scenario->options.rows[option].gives.scores;
    for (int32_t i = 0; i < scores.count; i++) {
        const Amount *amount = &scenario->amounts.rows[scores.first + i];
        if (amount->of.id == competency) {
            *carried = true;
            return amount->value;
        }
    }
    return 0;
}

typedef struct {
    int64_t sum, hands; // marks of all hands
    int32_t low, high;  // of one
    bool carried;
} Weighed;

static Weighed weigh(const Scenario *scenario, const AnalysisDecision *decision, CompetencyId competency) {
    const Ask *ask = analysis_ask(scenario, decision->scene);
    Weighed weighed = {0};
    for (int32_t place = 0, met = 0; place < ask->options.count; place++) {
        const DisclosedCell *cell = &decision->votes[ANALYSIS_BEFORE].counts.cells[0][place];
        if (cell->of == 0) {
            continue;
        }
        int32_t mark = mark_of(scenario, ask->options.first + place, competency, &weighed.carried);
        weighed.low = met == 0 ? mark : min(weighed.low, mark);
        weighed.high = met == 0 ? mark : max(weighed.high, mark);
        weighed.sum += cell->hands * mark;
        weighed.hands += cell->hands;
        met++;
    }
    return weighed;
}

static void mirror(const Analysis *analysis, AnalysisCompetency *competency) {
    double given = 0;
    int32_t most = 0;
    bool hides = false;
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        const AnalysisDecision *decision = &analysis->decisions.rows[i];
        const AnalysisVote *vote = &decision->votes[ANALYSIS_BEFORE];
        if (analysis_ask(analysis->scenario, decision->scene)->kind != ASK_CHOICE || vote->sessions == 0) {
            continue;
        }
        Tally tally;
        Weighed weighed = weigh(analysis->scenario, decision, competency->competency);
        bool weighs = weighed.carried && weighed.high > weighed.low;
        if (weighs && !disclosed_tally(&vote->counts, NULL, &tally)) {
            hides = true;
        } else if (weighs && weighed.hands > 0) {
            given += (double)(weighed.sum - weighed.hands * weighed.low) / (double)weighed.hands;
            most += weighed.high - weighed.low;
            competency->mirrored += 1;
        }
    }
    competency->mirror =
        most > 0 ? (Figure){.value = given / most} : (Figure){.lack = hides ? LACK_HIDDEN : LACK_NOTHING};
}

void analysis_tell_mirror(Analysis *analysis) {
    for (int32_t i = 0; i < analysis->competencies.count; i++) {
        mirror(analysis, &analysis->competencies.rows[i]);
    }
}
