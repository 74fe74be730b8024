// The case that is open, and what reads it on the writer's thread, behind all that is still to be noted: a path goes
// in; the case, its card and what was begun with it come out. Knows no Player.
//
//     OpenJob *job = open_job_create(&(OpenWish){.framework = &framework, .path = path, .journal = folder});
//     job->ticket = writer_run(writer, open_job_run, job);
//     …                                                    // its report was taken
//     OpenCase open = open_job_take(job);                  // the taker's from now on
//     open_job_destroy(job);
//     …
//     open_case_finish(&open);
#pragma once

#include "player/library.h"
#include "player/open_source.h"
#include "records/store_returns.h"
#include "records/writer.h"
#include "scenario/scenario.h"

enum { NO_CARD = -1 };

typedef struct {
    Arena arena;
    ROWS_OF(Arena) listed; // what was begun, each time that it was looked for
    Scenario *scenario;    // NULL: none, or it cannot be played, which its card tells
    Str path, bytes_hash;
    int64_t len;
    Str made;     // its bytes where `path` is a file of another tool, and no file holds them
    int32_t card; // NO_CARD: the library has none of it
    bool notice_read;
    bool review; // a short quiz of what comes back: nothing of it is journalled
    StoreReturnsKind review_kind;
    Str review_home;
    bool can_resume;  // something was begun with this file
    bool was_mended;  // … then: its text was changed since, and what was answered still fits
    bool was_damaged; // … then: a part of it cannot be read any more
    bool was_changed; // something was begun, and does not fit any more: it can only be let go
    bool lists;       // what was begun is being looked for anew: until then nothing can be
    Str begun_on;
    JournalList begun;       // as it was found: the first can be resumed
    JournalList begun_rooms; // … of groups
    FileList aside;          // … what was damaged and set aside
    bool was_listed;         // all that is known: else no run of it is noted, for it might take the place of another
    int32_t last_number;     // of a run of this case, also of one that is still to be written
    Str journal_path;        // of the run that is played or can be resumed; empty: there is none
} OpenCase;

// Of a case whose `path` (and `made`) are there already: what was parsed into its arena out of these bytes. `journal`
// is the folder of what was begun; empty: nothing is looked for.
void open_case_fill(OpenCase *open, Scenario *scenario, Str bytes, Str journal);
void open_case_finish(OpenCase *open);
OpenSource open_open_source(const OpenCase *open); // borrows

// How a file is opened, which tells what is shown of it.
typedef enum {
    OPEN_LISTED, // from a list: its page, or the list again
    OPEN_FILE,   // from anywhere: its page; one that is no case may be another tool's
    OPEN_AS_CASE,
    OPEN_ADDED, // a copy that was added: it takes the place of what was imported
    OPEN_BEGUN  // what was begun with the open one, and no more
} OpenHow;

typedef struct {
    OpenHow how;
    const Framework *framework; // there until the job is destroyed
    Str path;
    Str journal;          // as of open_case_fill
    const Card *known;    // of this path; NULL: none. Looked at only while the job is made
    const OpenCase *open; // of OPEN_BEGUN. The same
} OpenWish;

typedef struct OpenJob OpenJob;

struct OpenJob {
    Arena arena; // of the job itself
    OpenHow how;
    const Framework *framework;
    Str journal, case_id;
    Card known; // its title, look and broken; an empty path: none
    OpenCase open;
    CardParcel written; // its card, where it is another than was known
    // The asker's:
    int64_t ticket, since_ms;
    OpenJob *older;
};

OpenJob *open_job_create(const OpenWish *wish);
WriterJob open_job_run; // done also where the file could not be read: its card tells why
OpenCase open_job_take(OpenJob *job);
void open_job_destroy(OpenJob *job); // NULL is fine
