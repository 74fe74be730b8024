#include "player/browse_job.h"

#include "base/file.h"
#include "base/path.h"
#include "player/kept.h"

enum { MOST_ENTRIES = 2000 };

BrowseJob *browse_job_create(Str folder, bool sessions) {
    Arena arena = {0};
    BrowseJob *job = arena_push(&arena, BrowseJob, 1);
    job->folder = str_copy(&arena, folder);
    job->sessions = sessions;
    job->arena = arena;
    return job;
}

void browse_job_destroy(BrowseJob *job) {
    if (job) {
        Arena arena = job->arena;
        arena_finish(&arena);
    }
}

// By name: what a file is, is found out when it is opened.
static bool may_be_opened(Str name) {
    static const Str ENDINGS[] = {S_INIT(".json"), S_INIT(".gift"), S_INIT(".txt"),  S_INIT(".xml"), S_INIT(".twee"),
                                  S_INIT(".tw"),   S_INIT(".tw2"),  S_INIT(".html"), S_INIT(".htm"), S_INIT(".h5p")};
    bool may = false;
    for (int32_t i = 0; i < COUNT(ENDINGS); i++) {
        may = may || path_ends(name, ENDINGS[i]);
    }
    return may && !path_ends(name, S(".test.json"));
}

static bool is_offered(const BrowseJob *job, const BrowseEntry *entry) {
    Str name = entry->name;
    return !str_begins(name, S(".")) &&
           (entry->is_folder || (job->sessions ? path_ends(name, S(KEPT_ENDING)) : may_be_opened(name)));
}

static void add_entries(BrowseJob *job, const BrowseEntry *all, int32_t count, bool folders) {
    for (int32_t i = 0; i < count && job->entries.count < MOST_ENTRIES; i++) {
        if (all[i].is_folder == folders && is_offered(job, &all[i])) {
            *rows_append(&job->arena, &job->entries) =
                (BrowseEntry){.name = str_copy(&job->arena, all[i].name), .is_folder = folders};
        }
    }
}

bool browse_job_run(void *context, Error *error) {
    BrowseJob *job = context;
    Arena scratch = {0};
    FileList names = {0};
    job->is_there = file_is_folder(job->folder);
    bool listed = file_list(&scratch, job->folder, S(""), &names, &job->error);
    BrowseEntry *all = arena_push(&scratch, BrowseEntry, names.count);
    for (int32_t i = 0; i < names.count; i++) {
        all[i] = (BrowseEntry){names.rows[i], file_is_folder(path_join(&scratch, job->folder, names.rows[i]))};
    }
    add_entries(job, all, names.count, true);
    add_entries(job, all, names.count, false);
    arena_finish(&scratch);
    *error = job->error;
    return listed;
}
