#include "player/export_job.h"

#include "base/file.h"
#include "scenario/scenario_parse.h"

ExportJob *export_job_create(const Framework *framework, const OpenSource *source, ExchangeKind kind) {
    Arena arena = {0};
    ExportJob *job = arena_push(&arena, ExportJob, 1);
    job->source = open_source_copy(&arena, source);
    job->exchange = (Exchange){.framework = framework, .kind = kind};
    job->arena = arena;
    return job;
}

void export_job_destroy(ExportJob *job) {
    if (job) {
        Arena arena = job->arena;
        arena_finish(&arena);
    }
}

// The report borrows its words from the case.
static void make(ExportJob *job, Arena *scratch) {
    Exchange *exchange = &job->exchange;
    Findings findings = {.arena = scratch};
    Str bytes = job->source.bytes;
    const Scenario *scenario = scenario_parse(&job->arena, scratch, exchange->framework, bytes, &findings);
    job->fault = exchange_export(&job->arena, scratch, scenario, bytes, exchange);
    job->groups = loss_group(&job->arena, &exchange->report);
    loss_group_sort(&job->groups);
    job->is_there = job->path.len > 0 && file_exists(job->path);
}

bool export_job_run(void *context, Error *error) {
    ExportJob *job = context;
    Arena scratch = {0};
    job->read = open_source_load(&job->arena, &job->source, error);
    if (job->read) {
        make(job, &scratch);
    }
    arena_finish(&scratch);
    return job->read;
}
