// The pages of a person's own notebook: what they wrote to three prompts, and where they placed themselves, before and
// after. Nothing of a case comes in by itself, and nothing of it goes into a report or a session.
//
//     NotebookPage page = {.kind = NOTEBOOK_ENTRY, .answers = {S("J’ai attendu."), …}};
//     note.line = notebook_write(&arena, &page);                 // to a store (records/store_notes.h)
//     if (notebook_read(&arena, note.line, &page)) { … }
//     Str text = notebook_tell(&arena, &catalog, list.rows, list.count);   // all of it, to be read or printed
//
// A line: {"kind": "entry", "did": "…", "wished": "…", "tell": "…"}, or {"kind": "position", "after_day": "",
// "before": [3, null, …], "after": […], "looking_back": […]}, each of eight numbers from 0 to 10, null where nothing
// was said.
#pragma once

#include "base/catalog.h"
#include "records/store_notes.h"

enum { NOTEBOOK_PROMPTS = 3, NOTEBOOK_BEHAVIOURS = 8, NOTEBOOK_MOST = 10, NOTEBOOK_UNSAID = -1 };
enum { NOTEBOOK_CHARS = 10000 }; // of an answer

typedef enum { NOTEBOOK_ENTRY, NOTEBOOK_POSITION, NOTEBOOK_KINDS } NotebookKind;

typedef enum {
    NOTEBOOK_BEFORE,
    NOTEBOOK_AFTER,
    NOTEBOOK_LOOKING_BACK, // where one was before, as one sees it now
    NOTEBOOK_TIMES
} NotebookTime;

typedef struct {
    NotebookKind kind;
    Str answers[NOTEBOOK_PROMPTS];                       // of an entry
    int32_t places[NOTEBOOK_TIMES][NOTEBOOK_BEHAVIOURS]; // of a position: 0 … NOTEBOOK_MOST, or NOTEBOOK_UNSAID
    Str after_day;                                       // … YYYY-MM-DD; empty: there is no after yet
} NotebookPage;

// Sources of the catalogue.
Str notebook_prompt(int32_t prompt);
Str notebook_behaviour(int32_t behaviour);
Str notebook_time(NotebookTime time);

NotebookPage notebook_new_position(void); // nothing said
Str notebook_write(Arena *arena, const NotebookPage *page);
bool notebook_read(Arena *arena, Str line, NotebookPage *page); // false: it is none
bool notebook_is_empty(const NotebookPage *page);

// "3, then 6; looking back, 2 before": as far as it was said; empty when nothing was.
Str notebook_tell_place(Arena *arena, const Catalog *catalog, const NotebookPage *page, int32_t behaviour);
Str notebook_tell(Arena *arena, const Catalog *catalog, const StoreNote *notes, int32_t count);
