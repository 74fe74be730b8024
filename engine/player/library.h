// The cases there are, as cards. A case is parsed, its card taken, and the rest let go.
//
//     Library library = {.framework = &framework};
//     library_load(&library, folders, folder_count);
//     library_mark_started(&library, &journals);
//     LibraryView view = library_filter(&library, &frame, &(LibraryFilter){.text = text, .language = S("fr")});
//     for (int32_t i = 0; i < view.count; i++) { const Card *card = &library.cards.rows[view.rows[i]]; … }
#pragma once

#include "base/catalog.h"
#include "records/journal.h"
#include "scenario/findings.h"
#include "scenario/framework.h"
#include "told/card.h"

typedef struct {
    Str path;
    ToldCard told;
    Str search;      // folded: what a search looks through
    bool started;    // a journal of it is there
    Str started_on;  // … then its date
    bool changed;    // … then: of another version of the file
    bool broken;     // cannot be played: `finding` says why
    int64_t len;     // of the file, bytes
    Finding finding; // the first, located; zero when the file could not be read
    Error error;     // … then this
} Card;

typedef struct {
    const Framework *framework;
    Arena arena;
    ROWS_OF(Card) cards;
} Library;

// Anew: the *.json of each folder, without *.test.json. An empty folder name is skipped.
void library_load(Library *library, const Str *folders, int32_t count);
int32_t library_add(Library *library, Str path); // one given on the command line; its card, loaded already or not
void library_mark_started(Library *library, const JournalList *journals); // the solo runs of these, and no other
void library_mark_begun(Library *library, const JournalHeader *header);
void library_mark_erased(Library *library, Str case_id);
void library_finish(Library *library);

typedef struct {
    Str theme;    // id; empty: all
    Str text;     // as typed
    Str language; // of the interface: its cases come first
    bool quizzes_only;
} LibraryFilter;

typedef struct {
    const int32_t *rows; // of cards: what can be resumed first, what is not for a beginning later, what is broken last
    int32_t count;
} LibraryView;

LibraryView library_filter(const Library *library, Arena *arena, const LibraryFilter *filter);
bool library_has_theme(const Library *library, Str theme);
