#include "player/import_job.h"

#include "base/file.h"
#include "base/limits.h"
#include "base/path.h"
#include "check/case_check.h"
#include "scenario/scenario_parse.h"

ImportJob *import_job_create(const Framework *framework, Str path, Str language, Str journal) {
    Arena arena = {0};
    ImportJob *job = arena_push(&arena, ImportJob, 1);
    job->path = str_copy(&arena, path);
    job->journal = str_copy(&arena, journal);
    job->exchange =
        (Exchange){.name = path_stem(job->path), .language = str_copy(&arena, language), .framework = framework};
    job->arena = arena;
    job->unfinished.arena = &job->arena;
    return job;
}

void import_job_destroy(ImportJob *job) {
    if (job) {
        open_case_finish(&job->open);
        Arena arena = job->arena;
        arena_finish(&arena);
    }
}

static void find_unfinished(ImportJob *job, const Scenario *scenario, Findings *all, Arena *scratch) {
    if (scenario->playable) {
        case_check(scenario, job->open.made, 0, scratch, all);
    }
    for (int32_t i = 0; i < all->count; i++) {
        if (all->rows[i].code == FINDING_TO_COMPLETE) {
            *rows_append(&job->arena, &job->unfinished) = all->rows[i];
        }
    }
}

static void open_made(ImportJob *job, Arena *scratch) {
    Findings all = {.arena = &job->arena};
    OpenCase *open = &job->open;
    open->path = str_copy(&open->arena, job->path);
    open->made = str_copy(&open->arena, job->exchange.bytes);
    open->card = NO_CARD;
    Scenario *scenario = scenario_parse(&open->arena, scratch, job->exchange.framework, open->made, &all);
    find_unfinished(job, scenario, &all, scratch);
    open_case_fill(open, scenario, open->made, job->journal);
}

bool import_job_run(void *context, Error *error) {
    ImportJob *job = context;
    Arena scratch = {0};
    Str bytes = {0};
    job->read = file_load(&job->arena, job->path, LIMIT_FILE_BYTES, &bytes, error);
    if (job->read) {
        job->fault = exchange_import(&job->arena, &scratch, bytes, &job->exchange);
        job->groups = loss_group(&job->arena, &job->exchange.report);
    }
    if (job->read && job->fault == EXCHANGE_FINE) {
        open_made(job, &scratch);
    }
    arena_finish(&scratch);
    return job->read;
}
