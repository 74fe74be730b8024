// A case as a file of another tool, as the window makes it: read and worked out on the writer's thread, so that what
// becomes of everything is shown before anything is written. Knows no Player.
//
//     ExportJob *job = export_job_create(framework, &source, EXCHANGE_GIFT);
//     job->path = …;                                       // in job->arena: where it would be written
//     ticket = writer_run(writer, export_job_run, job);
//     …                                                    // its report was taken
//     … job->read, job->fault, job->exchange.bytes, job->groups, job->is_there …
//     export_job_destroy(job);
#pragma once

#include "exchange/exchange.h"
#include "exchange/loss_group.h"
#include "player/open_source.h"
#include "records/writer.h"

typedef struct {
    Arena arena; // of the job and all it holds
    OpenSource source;
    Str path;  // empty: nowhere
    bool read; // the case was, and is what it was
    ExchangeFault fault;
    Exchange exchange;
    LossGroups groups; // of its report, sorted
    bool is_there;     // something has that path
} ExportJob;

ExportJob *export_job_create(const Framework *framework, const OpenSource *source, ExchangeKind kind);
WriterJob export_job_run;
void export_job_destroy(ExportJob *job); // NULL is fine
