// A disk between SQLite and the real one. It refuses a chosen change, or notes every change and makes of that what a
// power cut could leave.
//
//     Disk disk = {.refuse_at = 3, .refusal = SQLITE_FULL};   // the third change from now on
//     disk_insert(&disk);
//     …
//     disk_remove(&disk);
#pragma once

#include "base/random.h"
#include "base/rows.h"
#include "base/str.h"

#include <stdbool.h>

enum { DISK_FILES = 2 }; // the store, and its journal

typedef enum { DISK_WRITE, DISK_TRUNCATE, DISK_SYNC, DISK_NAMES, DISK_DELETE, DISK_MARK } DiskKind;

typedef struct {
    DiskKind kind;
    int32_t file;
    int64_t at; // offset, or size; of a mark its number
    Str bytes;
} DiskChange;

typedef struct {
    int64_t refuse_at; // number of the change that is refused, from 1; 0: none
    bool refuse_all;   // and all after it
    int refusal;       // a code of SQLite
    bool lazy;         // says that it synced, and does not
    bool notes;        // into `changes`
    int64_t count;     // of changes so far
    Arena arena;
    ROWS_OF(DiskChange) changes;
} Disk;

void disk_insert(Disk *disk);
void disk_remove(Disk *disk);
void disk_note(Disk *disk, DiskKind kind, int32_t file, int64_t at, Str bytes); // what others than SQLite do
void disk_mark(Disk *disk, int64_t number);                                     // something was promised here

// A file as it was made to be, and as it may be found after a power cut: what was synced is there; of what was not,
// nothing, all, the first changes, pieces of 512 bytes, or zeros where it grew. A name stands once its folder was
// synced.
typedef struct {
    Arena arena;
    char *now, *durable;
    ptrdiff_t now_len, durable_len, room;
    bool named, name_durable;
    int32_t first_pending; // row of the changes since the last sync
} DiskFile;

typedef struct {
    DiskFile files[DISK_FILES];
    int64_t mark; // the last one met
} DiskState;

void disk_state_begin(DiskState *state, ptrdiff_t room);               // the store is there, empty, and nothing else
void disk_state_step(DiskState *state, const Disk *disk, int32_t row); // after the change of that row
// Fills `bytes`, of `room`, with what file `number` holds after a cut there; its length, or -1 when it is not there.
ptrdiff_t disk_state_cut(const DiskState *state, const Disk *disk, int32_t row, int32_t number, Random *random,
                         char *bytes);
void disk_state_end(DiskState *state);
