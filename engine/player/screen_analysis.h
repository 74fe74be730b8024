// The parts of the page of an analysis. Internal to screen_analysis*.c.
#pragma once

#include "analysis/debate.h"
#include "player/screen_parts.h"

typedef struct {
    Ui *ui;
    const Player *player;
    const AnalysingJob *job;
    const Analysis *analysis;
    FiguresOf of; // for its words; those of the frame
    Debate debate;
    const AnalysisDecision *drawn; // whose votes are shown; NULL: none has any
    Action *action;
    bool wide;
} AnalysisScreen;

Str screen_analysis_plural(const AnalysisScreen *screen, Str one, Str many, int32_t count); // {0} is the count
Str screen_analysis_sessions(const AnalysisScreen *screen, int32_t count, int32_t of);      // "3 sessions of 6"
Str screen_analysis_percent(const AnalysisScreen *screen, double share);                    // 0 … 1
Str screen_analysis_figure(const AnalysisScreen *screen, Figure share);                     // … or why there is none
Str screen_analysis_decision(const AnalysisScreen *screen, SceneId scene);                  // "3 · Title"
// A button below a chart that unfolds its table; `of`: what it is a chart of. True: it is unfolded.
bool screen_analysis_table(const AnalysisScreen *screen, AnalysingTable table, Str of);

// screen_analysis_votes.c: which decisions split, in words and figures; one of them before and after the talk.
const AnalysisDecision *screen_analysis_find_drawn(const AnalysisScreen *screen);
void screen_analysis_decisions(const AnalysisScreen *screen);
void screen_analysis_votes(const AnalysisScreen *screen);

// screen_analysis_ways.c: the ways on the map of the case, where they ended, which they were.
void screen_analysis_flows(const AnalysisScreen *screen);
void screen_analysis_endings(const AnalysisScreen *screen);
void screen_analysis_ways(const AnalysisScreen *screen);

void screen_analysis_author(const AnalysisScreen *screen); // screen_analysis_author.c: what is to be seen of answers
void screen_analysis_gauges(const AnalysisScreen *screen); // screen_analysis_gauges.c: the relation over the walk

Str screen_analysis_days(const AnalysisScreen *screen, Str first_day, Str last_day);
Str screen_analysis_subject(const AnalysisScreen *screen, const AnalysingSubject *subject);
void screen_analysis_versions(const AnalysisScreen *screen); // screen_analysis_versions.c: two texts of the case
void screen_analysis_compare(const AnalysisScreen *screen);  // screen_analysis_compare.c: two groups or days
