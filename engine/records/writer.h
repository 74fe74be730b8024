// One thread that writes, so that the one that draws never waits for the disk.
//
//     Writer *writer = writer_create(wake_up, window);
//     writer_append(writer, path, line);             // comes back at once
//     …
//     WriterReport report;                           // later, when wake_up was called
//     while (writer_take_report(writer, &report)) { … }
//     writer_destroy(writer);                        // after all that waits is done
//
// Tasks are done in the order in which they were given. A line is reported once it is on the disk (fsync). Lines of a
// file that could not be written wait, and each later one is tried together with them: none ever stands behind a gap,
// and the first that is done tells that all before it are on the disk too, though they were reported as refused. What
// waits is forgotten when the file is begun anew or erased.
#pragma once

#include "base/error.h"

#include <stdint.h>

typedef struct Writer Writer;

typedef enum {
    WRITER_BEGIN,
    WRITER_APPEND,
    WRITER_ERASE,
    WRITER_RENAME,
    WRITER_SAVE,
    WRITER_SAVE_NEW,
    WRITER_RUN
} WriterKind;

typedef struct {
    WriterKind kind;
    int64_t ticket;
    bool done; // else `error` says why not
    Error error;
    int32_t number; // of a new file: its path is path_numbered with it
} WriterReport;

typedef void WriterWake(void *context); // called on the writer's thread: a report can be taken

Writer *writer_create(WriterWake *wake, void *context); // `wake` may be NULL. NULL: the system gave no thread
void writer_destroy(Writer *writer);                    // NULL is fine

// Paths and bytes are copied. Each gives the ticket by which its report is known, from 1 upwards.
int64_t writer_begin(Writer *writer, Str path, Str line);  // a new file, 0600; one that stands there is erased first
int64_t writer_append(Writer *writer, Str path, Str line); // the line end is added; made, 0600, when it is not there
int64_t writer_erase(Writer *writer, Str path);            // as file_erase
int64_t writer_rename(Writer *writer, Str path, Str name); // as file_rename
int64_t writer_save(Writer *writer, Str path, Str bytes);  // as file_save
// The same where nothing stands in its place: when something has that name, the first of its numbers that nothing has.
int64_t writer_save_new(Writer *writer, Str path, Str bytes);
// Runs `job` there: for what is more than one file (records/store.h). `context` stays where it is until its report was
// taken, and belongs to the thread meanwhile.
typedef bool WriterJob(void *context, Error *error);
int64_t writer_run(Writer *writer, WriterJob *job, void *context);
void writer_wait(Writer *writer); // until all that was given is done; on any thread
bool writer_take_report(Writer *writer, WriterReport *report);
