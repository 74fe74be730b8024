// The notebook while it is open: what is being written, which is in the store once it is kept.
#pragma once

#include "records/notebook.h"

enum { NOTES_PAUSE_MS = 3000 }; // without a key, before what is typed is saved

typedef enum {
    NOTES_NOTHING,
    NOTES_TYPE,     // index: a prompt, text
    NOTES_KEEP,     // what was typed
    NOTES_PLACE,    // index: time * NOTEBOOK_BEHAVIOURS + behaviour, value: 0 … NOTEBOOK_MOST
    NOTES_POSITION, // oneself is to be placed; index: 1 after, by the last page of this kind that has no after
    NOTES_KEEP_POSITION,
    NOTES_DROP_POSITION, // what was said of it is not kept, nor what a pause saved of it
    NOTES_CHANGE,        // index: an entry of the list, to be written on
    NOTES_ASK_ERASE,     // index: of the list
    NOTES_ERASE,         // … the page that was asked about
    NOTES_SHOW_ALL,
    NOTES_EXPORT,
    NOTES_EXPORT_MARK, // index: of the list; as a picture
    NOTES_ERASE_ALL    // and the walks that were kept
} NotesActionKind;

typedef struct {
    NotesActionKind kind;
    int32_t index, value;
    Str text; // borrowed for the call
} NotesAction;

// A page under the hand. It is saved at each pause, and when its screen is left.
typedef struct {
    NotebookPage page;
    Str id, day;  // of it in the store; empty: it never was there
    Str was;      // its line when it was begun; empty: it was none
    bool touched; // since it was begun
    bool unsaved; // … is another than what is in the store
    int64_t changed_at_ms;
} NotesDraft;

typedef struct {
    Arena arena; // of the texts that follow
    NotesDraft drafts[NOTEBOOK_KINDS];
    Str doomed_id;    // the page that is erased if the answer is yes
    Str next_id;      // the page that is written on once this one is kept; empty: none
    bool places_self; // a position is being said
    bool placed;      // … was, a moment ago: the next one has the focus
    bool shows_all;
    int32_t kept; // how many were: the fields of the next one are others
} PlayerNotes;
