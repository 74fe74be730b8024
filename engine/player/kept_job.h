// A task of the store of kept sessions for the window, done on the writer's thread: what is wanted goes in, what became
// of it comes out, with all that is kept as it then stands. Knows no Player.
//
//     KeptJob *job = kept_job_create(KEPT_JOB_ERASE, folder, today);
//     kept_job_add(job, &header);                          // as often as there are sessions
//     ticket = writer_run(writer, kept_job_run, job);
//     …                                                    // its report was taken
//     … job->error, job->list …
//     kept_job_destroy(job);
#pragma once

#include "player/analysing_subject.h"
#include "player/kept_progress.h"
#include "records/notebook.h"
#include "records/store_export.h"
#include "records/store_import.h"
#include "records/writer.h"

typedef enum {
    KEPT_JOB_LIST,
    KEPT_JOB_READ,   // the first that was added
    KEPT_JOB_EXPORT, // … all of them, as JSON Lines, to `path` or, where something has that name, a number of it
    KEPT_JOB_IMPORT, // what stands in `path`
    KEPT_JOB_ERASE,
    KEPT_JOB_PURGE, // what is past its last day, for the date was said to be right
    KEPT_JOB_ASIDE, // what cannot be opened gets another name
    KEPT_JOB_ERASE_STORE,
    KEPT_JOB_WRITE_NOTE,
    KEPT_JOB_ERASE_NOTE,   // … that has the id of `note`
    KEPT_JOB_ERASE_OWN,    // the notebook, and all that is wanted
    KEPT_JOB_EXPORT_NOTES, // as a text, to `path` as an export
    KEPT_JOB_EXPORT_MARK,  // `picture`, the same
    KEPT_JOB_KIND_COUNT
} KeptJobKind;

// A note, read once for all that show it.
typedef struct {
    NotebookPage page;
    bool read; // false: it is damaged, or none of ours
} KeptNote;

typedef struct {
    KeptJobKind kind;
    Arena arena; // of the job and all it holds
    Str folder, today;
    Str path;               // of an export or an import
    StoreHeaderList wanted; // of which only `id` and `row` count
    StoreNote note;
    Str picture;
    bool quiet;                 // nobody asked for it: only trouble is told
    const Framework *framework; // never changes; NULL: nobody asks for `progress`
    Catalog catalog;            // of an export of notes
    // What became of it:
    bool done;
    Error error;      // why not
    int32_t count;    // of sessions that were exported, added or erased
    int32_t left_out; // that could not be read, or were there already
    StoreSession session;
    StoreTextProblemList problems; // of an import
    int32_t changed;               // … situations of which groups played several texts
    Str changed_title;             // … of one of them
    Str name;                      // that was given to what was set aside
    // What is kept now:
    bool listed;
    Error refused; // why it cannot be listed
    StoreHeaderList list;
    bool *chosen; // of the list, by whoever shows it
    StoreNoteList notes;
    KeptNote *pages; // of the notes
    KeptProgress progress;
    FileList aside;
    Holder holder; // who writes there; of another program that kept this one from it
} KeptJob;

KeptJob *kept_job_create(KeptJobKind kind, Str folder, Str today);
void kept_job_add(KeptJob *job, const StoreHeader *header);
WriterJob kept_job_run;
void kept_job_destroy(KeptJob *job); // NULL is fine
