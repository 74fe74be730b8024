// What stands in a folder, for who looks for a file there: listed on the writer's thread, for a folder may stand on a
// disk that sleeps. Knows no Player.
//
//     BrowseJob *job = browse_job_create(folder, false);
//     ticket = writer_run(writer, browse_job_run, job);
//     …                                                // its report was taken
//     … job->is_there, job->error, job->entries …
//     browse_job_destroy(job);
#pragma once

#include "base/error.h"
#include "records/writer.h"

typedef struct {
    Str name;
    bool is_folder;
} BrowseEntry;

typedef struct {
    Arena arena; // of the job and all it holds
    Str folder;
    bool sessions; // that were exported are looked for, not cases
    // What became of it:
    bool is_there;                // a folder
    ROWS_OF(BrowseEntry) entries; // folders, then cases and files of other tools
    Error error;                  // why the folder cannot be listed; none where it is not there
} BrowseJob;

BrowseJob *browse_job_create(Str folder, bool sessions);
WriterJob browse_job_run;
void browse_job_destroy(BrowseJob *job); // NULL is fine
