// Gathers while sessions are added. Internal to analysis/analysis*.c.
#pragma once

#include "analysis/analysis.h"
#include "base/table.h"

typedef struct {
    int32_t session, score;
} AnalysisScore;

typedef struct {
    Disclosed votes[ANALYSIS_ROUNDS];
    Disclosed pair[ANALYSIS_ROUNDS]; // of the sessions that voted in both rounds
} AnalysisCounts;

typedef struct {
    AnalysisDecision told;   // but for what follows from the votes
    AnalysisCounts own, out; // the former with all counts until the end
    Tally panel;
    int32_t offered[TALLY_PLACES], followed[TALLY_PLACES]; // sessions, by place of the option
    struct {
        int64_t low, high;
    } moves[DISCLOSED_CELLS][DISCLOSED_CELLS];
    ROWS_OF(double) spent_ms;
    CountedValues distances[ANALYSIS_SURE];
    ROWS_OF(AnalysisScore) scores;
} AnalysisGathered;

typedef struct {
    CountedValues *by_gauge; // by GaugeId
} AnalysisPoint;

typedef struct {
    AnalysisFlow told;
    int32_t next;    // row + 1 of another from the same scene; 0: none
    int32_t session; // number of the last that went on so, from 1
} AnalysisPassed;

enum { ANALYSIS_WAY_END = 2 };

// A way, and how many sessions took it.
typedef struct {
    int32_t
        *numbers; // of its `count` steps, rows of `steps`; then of its ending, and whether the trainer went on to it
    Profile *profiles;
    int32_t count, sessions;
} AnalysisTaken;

struct AnalysisWork {
    Arena *arena;
    Arena scratch; // empty between two calls
    Analysis told;
    Walk like; // that the walks of kept sessions share with
    ProfileExtremes *extremes;
    int32_t *row_of; // by SceneId: row of `decisions` + 1
    ROWS_OF(AnalysisGathered) decisions;
    ROWS_OF(AnalysisPoint) points;
    CountedValues shares[LIMIT_COMPETENCIES + 1]; // by CompetencyId
    ROWS_OF(AnalysisStep) steps;
    ROWS_OF(AnalysisTaken) taken;
    Table step_numbers, way_numbers; // their bytes → row + 1
    ROWS_OF(AnalysisPassed) passed;
    int32_t *met_times; // by row of `met`, of the session that is added
    int32_t *passed_of; // by SceneId: row of `passed` + 1, the last that begins there
};

// An answer that counts, and the walk before it.
typedef struct {
    const Event *event;
    const Walk *before;
    int64_t spent_ms;
} AnalysisChosen;

const Ask *analysis_ask(const Scenario *scenario, SceneId scene);
AnalysisGathered *analysis_decision(AnalysisWork *work, const Group *group, SceneId scene);
void analysis_add_answer(AnalysisWork *work, const Group *group, const AnalysisChosen *chosen);
void analysis_tell_decision(AnalysisWork *work, AnalysisGathered *gathered);
AnalysisDecision analysis_decision_on(AnalysisWork *work, const AnalysisGathered *gathered,
                                      const AnalysisCounts *counts); // one of its own

// analysis_vote.c
int32_t analysis_count_places(const Scenario *scenario, const Ask *ask); // of a tally in the order of the case
// From the order in which they were shown to that of the case. False: it is no vote on this decision, which a file of
// somebody else may hold.
bool analysis_read_vote(const Scenario *scenario, const GroupVote *vote, DisclosedVote *read);
void analysis_add_votes(AnalysisWork *work, const Group *group);
void analysis_hide_sums(const AnalysisWork *work, AnalysisGathered *gathered); // of several sessions, for own eyes
void analysis_tell_votes(const AnalysisGathered *gathered, const AnalysisCounts *counts, AnalysisDecision *told);

// analysis_way.c
SceneId analysis_ending(const Session *session); // 0: it is not finished
void analysis_add_way(AnalysisWork *work, const Session *session);
void analysis_tell_ways(AnalysisWork *work);

// analysis_flow.c
void analysis_add_flows(AnalysisWork *work, const Group *group);
void analysis_tell_flows(AnalysisWork *work);

// analysis_move.c: `votes` are those of one session, before the talk and after it.
void analysis_add_moves(const Scenario *scenario, AnalysisGathered *gathered, const GroupVote *const *votes);
void analysis_tell_moves(Arena *arena, AnalysisGathered *gathered);

// analysis_met.c
void analysis_begin_met(AnalysisWork *work);
void analysis_add_met(AnalysisWork *work, const Group *group);

// analysis_mirror.c
void analysis_tell_mirror(Analysis *analysis);
