// Votes: which of a session counts, its places in the order of the case, and the figures of all of them together.
#include "analysis/analysis_inside.h"

int32_t analysis_count_places(const Scenario *scenario, const Ask *ask) {
    return ask->kind == ASK_CLASSIFY ? ask->bins.count
           : ask->kind == ASK_RATE   ? scenario->scales.rows[ask->scale].labels.count
                                     : ask->options.count + (ask->own_words != 0);
}

static int32_t place_of(const Ask *ask, int32_t shown) {
    return ask->items.count > 0        ? shown - ask->items.first
           : shown == OPTION_OWN_WORDS ? ask->options.count
                                       : shown - ask->options.first;
}

bool analysis_read_vote(const Scenario *scenario, const GroupVote *vote, DisclosedVote *read) {
    const Ask *ask = analysis_ask(scenario, vote->scene);
    bool items = ask->items.count > 0;
    int32_t places = analysis_count_places(scenario, ask), shown = items ? vote->tally.rows : vote->tally.places;
    *read = (DisclosedVote){.tally = {.rows = items ? ask->items.count : 1, .places = places},
                            .offered = items ? (UINT32_C(1) << places) - 1 : 0,
                            .present = vote->present};
    read->tally.several = vote->tally.several;
    uint32_t met = 0;
    if (!group_votes_on(ask) || (items ? shown != ask->items.count || vote->tally.places != places : shown > places)) {
        return false;
    }
    for (int32_t i = 0; i < shown; i++) {
        int32_t place = place_of(ask, vote->shown[i]);
        if ((met >> place & 1) != 0) {
            return false;
        }
        met |= UINT32_C(1) << place;
        for (int32_t j = 0; items && j < places; j++) {
            read->tally.hands[place][j] = vote->tally.hands[i][j];
        }
        if (items) {
            read->tally.abstained[place] = vote->tally.abstained[i];
        } else {
            read->tally.hands[0][place] = vote->tally.hands[0][i];
        }
    }
    if (!items) {
        read->tally.abstained[0] = vote->tally.abstained[0];
        read->offered = met;
    }
    return true;
}

// The votes of one time that the group stood before a decision.
typedef struct {
    const GroupVote *rounds[ANALYSIS_ROUNDS];
} Pass;

static bool is_begun(const Pass *pass) {
    return pass->rounds[ANALYSIS_BEFORE] != NULL || pass->rounds[ANALYSIS_AFTER] != NULL;
}

static Pass find_pass(const Group *group, SceneId scene, AnalysisAnswer counted) {
    Pass pass = {0};
    for (int32_t i = 0; i < group->votes.count; i++) {
        const GroupVote *vote = &group->votes.rows[i];
        if (vote->scene != scene || vote->replaced || (counted == ANALYSIS_LAST && vote->left)) {
            continue;
        }
        bool again = vote->round == 1 ? is_begun(&pass) : pass.rounds[ANALYSIS_AFTER] != NULL;
        if (again && counted == ANALYSIS_FIRST) {
            break;
        }
        pass = again ? (Pass){0} : pass;
        pass.rounds[vote->round - 1] = vote;
    }
    return pass;
}

static void join(AnalysisCounts *counts, const Disclosed *votes, bool both) {
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        if (votes[round].rows > 0) {
            disclosed_join(&counts->votes[round], &votes[round]);
        }
        if (both) {
            disclosed_join(&counts->pair[round], &votes[round]);
        }
    }
}

static void add_pass(const Scenario *scenario, AnalysisGathered *gathered, const Pass *pass) {
    Disclosed counts[ANALYSIS_ROUNDS] = {0};
    int32_t told = 0;
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        DisclosedVote vote;
        AnalysisVote *whole = &gathered->told.votes[round];
        if (pass->rounds[round] == NULL || !analysis_read_vote(scenario, pass->rounds[round], &vote)) {
            continue;
        }
        if (disclosed_open(&vote, &counts[round])) {
            whole->sessions += 1;
            told += 1;
        } else {
            counts[round] = (Disclosed){0};
            whole->left_out += 1;
        }
    }
    bool both = told == ANALYSIS_ROUNDS;
    join(&gathered->own, counts, both);
    disclosed_hide(&counts[ANALYSIS_BEFORE]);
    disclosed_hide(&counts[ANALYSIS_AFTER]);
    join(&gathered->out, counts, both);
    if (both) {
        gathered->told.paired += 1;
        analysis_add_moves(scenario, gathered, pass->rounds);
    }
}

static bool is_first_of_scene(const Group *group, int32_t vote) {
    for (int32_t i = 0; i < vote; i++) {
        if (group->votes.rows[i].scene == group->votes.rows[vote].scene) {
            return false;
        }
    }
    return true;
}

void analysis_add_votes(AnalysisWork *work, const Group *group) {
    for (int32_t i = 0; i < group->votes.count; i++) {
        SceneId scene = group->votes.rows[i].scene;
        Pass pass = find_pass(group, scene, work->told.counted);
        if (is_first_of_scene(group, i) && is_begun(&pass)) {
            add_pass(work->told.scenario, analysis_decision(work, group, scene), &pass);
        }
    }
}

static Figure figure_of(Share share) {
    return share.of > 0 ? (Figure){.value = (double)share.part / (double)share.of} : (Figure){.lack = LACK_NOTHING};
}

// The panel without the places that disclosed_tally leaves out.
static Tally fit_panel(const Tally *panel, const Disclosed *counts) {
    Tally fitted = {.rows = panel->rows, .several = panel->several};
    for (int32_t place = 0; place < counts->places; place++) {
        for (int32_t row = 0; row < panel->rows; row++) {
            fitted.hands[row][fitted.places] = panel->hands[row][place];
        }
        fitted.places += counts->cells[0][place].of > 0;
    }
    return fitted;
}

void analysis_hide_sums(const AnalysisWork *work, AnalysisGathered *gathered) {
    for (int32_t round = 0; round < ANALYSIS_ROUNDS && work->told.sessions > 1; round++) {
        disclosed_hide(&gathered->own.votes[round]);
        disclosed_hide(&gathered->own.pair[round]);
    }
}

static void tell_vote(const AnalysisGathered *gathered, AnalysisVote *vote) {
    Tally tally;
    const Figure hidden = {.lack = LACK_HIDDEN}, nothing = {.lack = LACK_NOTHING};
    bool full = disclosed_tally(&vote->counts, NULL, &tally);
    bool has_panel = gathered->told.panel_size > 0;
    if (vote->sessions == 0 || vote->counts.several) {
        vote->dispersion = vote->concordance = nothing;
    } else if (!full) {
        vote->dispersion = hidden;
        vote->concordance = has_panel ? hidden : nothing;
    } else {
        Tally panel = fit_panel(&gathered->panel, &vote->counts);
        vote->dispersion = figure_of(tally_dispersion(&tally));
        vote->concordance = has_panel ? figure_of(tally_concordance(&tally, &panel)) : nothing;
    }
}

static Figure tell_shift(const AnalysisGathered *gathered, const AnalysisCounts *counts) {
    const Disclosed *before = &counts->pair[ANALYSIS_BEFORE], *after = &counts->pair[ANALYSIS_AFTER];
    Tally first, last;
    if (gathered->told.paired == 0 || before->several) {
        return (Figure){.lack = LACK_NOTHING};
    }
    bool full = disclosed_tally(before, after, &first);
    full = disclosed_tally(after, before, &last) && full;
    return full ? figure_of(tally_shift(&first, &last)) : (Figure){.lack = LACK_HIDDEN};
}

void analysis_tell_votes(const AnalysisGathered *gathered, const AnalysisCounts *counts, AnalysisDecision *told) {
    for (int32_t round = 0; round < ANALYSIS_ROUNDS; round++) {
        told->votes[round].counts = counts->votes[round];
        tell_vote(gathered, &told->votes[round]);
    }
    told->shift = tell_shift(gathered, counts);
}

Figure analysis_agreement(const AnalysisVote *vote) {
    bool told = vote->dispersion.lack == LACK_NONE;
    return (Figure){told ? 1 - vote->dispersion.value : 0, vote->dispersion.lack};
}

static int32_t count_hidden(const Disclosed *counts) {
    int32_t hidden = 0;
    for (int32_t row = 0; row < counts->rows; row++) {
        for (int32_t cell = 0; cell < DISCLOSED_CELLS; cell++) {
            hidden += counts->cells[row][cell].hidden;
        }
    }
    return hidden;
}

int32_t analysis_count_hidden(const Analysis *analysis) {
    int32_t hidden = 0;
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        const AnalysisVote *votes = analysis->decisions.rows[i].votes;
        hidden += count_hidden(&votes[ANALYSIS_BEFORE].counts) + count_hidden(&votes[ANALYSIS_AFTER].counts);
    }
    return hidden;
}

bool analysis_hides(const Analysis *analysis) {
    int32_t left_out = 0;
    for (int32_t i = 0; i < analysis->decisions.count; i++) {
        const AnalysisVote *votes = analysis->decisions.rows[i].votes;
        left_out += votes[ANALYSIS_BEFORE].left_out + votes[ANALYSIS_AFTER].left_out;
    }
    return left_out > 0 || analysis_count_hidden(analysis) > 0;
}
