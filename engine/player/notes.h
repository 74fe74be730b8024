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
    NOTES_DROP_POSITION, // what was said of it is not kept
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

typedef struct {
    Arena arena; // of the texts that follow
    NotebookPage entry;
    Str entry_id, entry_day; // of the page in the store; empty: it never was there
    bool unsaved;            // … is another than what is typed
    int64_t typed_at_ms;
    Str doomed_id;    // the page that is erased if the answer is yes
    Str next_id;      // the page that is written on once this one is kept; empty: none
    bool places_self; // a position is being said
    NotebookPage position;
    Str position_id, position_day;
    bool shows_all;
    int32_t kept; // how many were: the fields of the next one are others
} PlayerNotes;
