// The analysis of kept sessions for the window, worked out on the writer's thread: which sessions go in, what groups
// chose comes out. Knows no Player.
//
//     AnalysingJob *job = analysing_job_create(folder, framework, &subject->sessions, ANALYSIS_LAST);
//     ticket = writer_run(writer, analysing_job_run, job);
//     …                                                // its report was taken
//     … job->scenario, job->analysis, job->layout …
//     analysing_job_destroy(job);
#pragma once

#include "map/layout.h"
#include "player/analysing_subject.h"
#include "records/writer.h"
#include "report/figures.h"

enum { ANALYSING_SIDES = 2 };

typedef struct {
    Arena arena; // of the job and all it holds
    Str folder;
    const Framework *framework; // never changes
    StoreHeaderList wanted;     // of one text of a case
    AnalysisAnswer counted;
    bool compares; // two of them, too:
    AnalysingSide sides[ANALYSING_SIDES];
    StoreHeaderList others; // of another text of the case, which stands beside this one; none: none does
    int32_t place;          // … of this one among both, the older first: 0, 1
    struct {
        int32_t version;
        Str first_day, last_day;
    } texts[ANALYSING_SIDES];
    // What became of it:
    Error error;              // why there is nothing, where `scenario` is NULL and nothing of the following says why
    int32_t unread;           // sessions that were erased meanwhile, or are damaged
    int32_t otherwise;        // that this version plays otherwise: only what it plays alike counts
    const Scenario *scenario; // NULL: this Palabre cannot read the case, or no session
    Analysis analysis;        // for the screen
    AnalysisOut out;          // … for files
    AnalysisOut compared[ANALYSING_SIDES]; // of the sides, where it compares, or of both texts
    const Scenario *beside;                // the other text; NULL: it cannot be read
    Versions versions;                     // where both are
    FiguresSide told[ANALYSING_SIDES];     // the same, with their names
    FiguresOf of;                          // of its sessions; arena, catalog and language are the caller's to fill in
    Layout layout;                         // of the case
} AnalysingJob;

AnalysingJob *analysing_job_create(Str folder, const Framework *framework, const StoreHeaderList *wanted,
                                   AnalysisAnswer counted);
// Before it runs:
void analysing_job_compare(AnalysingJob *job, const AnalysingSide *a, const AnalysingSide *b);
void analysing_job_compare_versions(AnalysingJob *job, const AnalysingSubject *subject, const AnalysingSubject *other);
WriterJob analysing_job_run;
void analysing_job_destroy(AnalysingJob *job); // NULL is fine
