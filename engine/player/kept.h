// What was kept, looked at in the window: sessions of groups and walks of one person. Its pages are screen_kept*.c.
#pragma once

#include "player/kept_job.h"
#include "player/kept_session.h"
#include "player/notes.h"

#define KEPT_ENDING ".jsonl" // of the name of a file of kept sessions

typedef enum {
    KEPT_NOTHING,
    KEPT_OPEN,        // index: of the list
    KEPT_CHOOSE,      // index: … ticked, or not any more
    KEPT_SHOW_MORE,   // of the list
    KEPT_EXPORT,      // the one that is looked at; on the list those that are ticked, or all when none is
    KEPT_ERASE,       // … the same
    KEPT_IMPORT,      // text: path of such an export
    KEPT_PURGE,       // the date of this computer is right: what is past its last day goes
    KEPT_ASIDE,       // what cannot be opened gets another name
    KEPT_ERASE_STORE, // all of it, whatever state it is in
    KEPT_REPLAY,      // the one that is looked at, step by step
    KEPT_STEP,        // index: of its steps
    KEPT_TURN,        // index: 1 the next page, or step; -1 the one before
    KEPT_ACTION_COUNT
} KeptActionKind;

typedef struct {
    KeptActionKind kind;
    int32_t index;
    Str text; // borrowed for the call
} KeptAction;

typedef struct {
    KeptJob *shown;   // the last that was done: its list is what is kept; NULL: not known yet
    KeptJob *job;     // that is being done; NULL: none
    int64_t ticket;   // of it
    KeptJob *brought; // that is done next: a file that was let go elsewhere, while the list is made; NULL: none
    int32_t asked_for_more;
    KeptSession *session; // that is looked at; NULL: none
    Arena told_arena;
    Str told; // what became of the last thing that was done; empty: nothing to tell
    bool trouble;
    PlayerNotes notes;
} PlayerKept;
