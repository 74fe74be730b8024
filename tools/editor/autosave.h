// Keeps what is written and not yet saved, so that a crash loses at most two seconds of it: a draft, one file each,
// 0600, FOLDER/NAME.NUMBER.draft, to which each second's work is added.
//
//     Autosave autosave = {.folder = folder};
//     while (autosave_step(&autosave, &document, &frame, now_ms, today, &task)) {   // at every tick
//         …task.erases ? writer_erase(writer, task.path) : writer_append(writer, task.path, task.line)…
//     }
//     …sleep no longer than autosave_wait_ms(&autosave, &document, now_ms)…
//     autosave_finish(&autosave);
//
// A draft is a line of JSON and the bytes that it announces, again and again:
//
//     {"palabre": "draft", "version": 1, "path": …, "date": "2026-11-30", "len": 95077, "sum": …}
//     …the whole state…
//     {"from": 1200, "cut": 0, "len": 12, "sum": …}
//     …what stands from there on in the place of so many bytes…
//
// It needs nothing of the file it belongs to, which somebody may have changed since. Each sum goes over the one before
// too, so what is torn or damaged ends a draft and takes nothing with it that stands before. A draft that has grown
// long is begun anew under the next number before the old one goes; one that was taken up after a crash is never added
// to. It is erased once the document is saved; the one that was taken up, by whoever took it.
#pragma once

#include "editor/document.h"

enum {
    AUTOSAVE_MS = 1000,    // from the first letter that is not written to when it is
    AUTOSAVE_PARTS = 1000, // of one draft, unless `parts_most` says less
    AUTOSAVE_MOST_BYTES = 64 * 1024 * 1024
};

typedef struct {
    Str folder;         // the caller's; it is there
    int32_t parts_most; // 0: AUTOSAVE_PARTS
    Arena arena;
    Str path, sum, state; // of the draft, of its last part, and what it gives; empty: none is begun
    Str former;           // of the draft before, until it is erased
    int64_t revision;     // that it gives
    bool waits;           // a change was met that it lacks
    int64_t since_ms;     // when
    int32_t parts;
} Autosave;

typedef struct {
    Str path, line; // without the line end; in the caller's arena
    bool erases;    // the file goes
} AutosaveTask;

// False: there is nothing to be done now. `today` is YYYY-MM-DD.
bool autosave_step(Autosave *autosave, const Document *document, Arena *arena, int64_t now_ms, Str today,
                   AutosaveTask *task);
int64_t autosave_wait_ms(const Autosave *autosave, const Document *document, int64_t now_ms); // -1: for ever
NODISCARD bool autosave_run(const AutosaveTask *task, Error *error);                          // without a writer
void autosave_restart(Autosave *autosave); // the disk refused: the next part begins another draft
void autosave_finish(Autosave *autosave);

typedef struct {
    Str path; // of the draft
    Str file; // of the document; empty: it had none
    Str date;
    Str bytes;    // the last state that could be read
    bool damaged; // something behind it could not
} Draft;

// False, without an error, when it is no draft or nothing of it can be read.
NODISCARD bool autosave_read(Arena *arena, Str path, Draft *draft, Error *error);
// The latest of a document's file, by its path; an empty one: of documents that had none. False: there is none.
bool autosave_find(Arena *arena, Str folder, Str file, Draft *draft);
