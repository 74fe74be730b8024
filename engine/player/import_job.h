// A file of another tool as the window takes it, read and made a case on the writer's thread: a path goes in, what
// became of it comes out. Knows no Player.
//
//     ImportJob *job = import_job_create(framework, path, language);
//     ticket = writer_run(writer, import_job_run, job);
//     …                                                    // its report was taken
//     … job->read, job->fault, job->exchange …
//     import_job_destroy(job);
#pragma once

#include "exchange/exchange.h"
#include "exchange/loss_group.h"
#include "player/open_case.h"
#include "records/writer.h"
#include "scenario/findings.h"

typedef struct {
    Arena arena; // of the job and all it holds
    Str path, journal;
    bool read; // the file could be
    ExchangeFault fault;
    Exchange exchange;   // its `story` may be set before it runs
    LossGroups groups;   // of its report
    Findings unfinished; // the `to-complete` of the case that was made, located
    OpenCase open;       // … and that case, to be taken; without a scenario when it cannot be played
} ImportJob;

// `journal` is the folder of what was begun; empty: nothing is looked for.
ImportJob *import_job_create(const Framework *framework, Str path, Str language, Str journal);
WriterJob import_job_run;
void import_job_destroy(ImportJob *job); // NULL is fine
