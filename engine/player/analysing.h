// What groups chose, looked at over their kept sessions. Its page is screen_analysis*.c, what changes it
// player_analysis.c.
#pragma once

#include "player/analysing_job.h"
#include "player/analysing_save.h"
#include "player/analysing_subject.h"

typedef enum {
    ANALYSE_NOTHING,
    ANALYSE_BEGIN, // the session that is looked at; on the page of kept ones those that are ticked, or all when none is
    ANALYSE_SUBJECT, // index: another case, or version, among them
    ANALYSE_COUNT,   // index: AnalysisAnswer
    ANALYSE_COMPARE, // index: AnalysingLook
    ANALYSE_SIDE_A,  // index: of the sides that can be chosen
    ANALYSE_SIDE_B,
    ANALYSE_OTHER,    // index: the subject, another version of the same case, that stands beside this one
    ANALYSE_PAIR,     // index: row of the versions' decisions whose answers are shown
    ANALYSE_DECISION, // index: SceneId whose votes are drawn
    ANALYSE_ALL,      // index: 1 all decisions stand in the list
    ANALYSE_GAUGE,    // index: GaugeId whose course is drawn
    ANALYSE_TABLE,    // index: AnalysingTable that is unfolded, or not any more
    ANALYSE_SAVE,     // index: ReportFormat
    ANALYSE_OPEN,     // index: 0 what was saved, 1 its folder
    ANALYSE_ACTION_COUNT
} AnalyseActionKind;

typedef struct {
    AnalyseActionKind kind;
    int32_t index;
} AnalyseAction;

typedef enum { ANALYSING_FLOWS, ANALYSING_VOTES, ANALYSING_GAUGES, ANALYSING_TABLE_COUNT } AnalysingTable;

// What stands side by side.
typedef enum { ANALYSING_TOGETHER, ANALYSING_GROUPS, ANALYSING_VERSIONS, ANALYSING_LOOK_COUNT } AnalysingLook;

typedef struct {
    Arena arena; // of the subjects
    AnalysingSubjects subjects;
    int32_t subject;
    AnalysisAnswer counted;
    AnalysingSides sides; // that can be compared; fewer than two: none
    AnalysingLook look;
    int32_t chosen[ANALYSING_SIDES]; // of the sides
    int32_t other;                   // subject; -1: this one's case was never changed
    int32_t pair;                    // chosen, from 1; 0: the first that has something to show
    AnalysingJob *job;               // that is being done; NULL: none
    int64_t ticket;
    bool again;          // … something else is wanted by now
    AnalysingJob *shown; // NULL: not known yet
    SceneId decision;    // chosen to be drawn; 0: the one that is most worth talking about
    GaugeId gauge;       // the same; 0: the first that is shown
    bool all;
    uint32_t tables;       // that are unfolded, a bit each
    AnalysingSave *saving; // that is being written; NULL: none
    int64_t saving_ticket;
    AnalysingSave *saved; // written last, of what is shown; NULL: nothing
} Analysing;
