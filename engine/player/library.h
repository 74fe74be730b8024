// The cases there are, as cards. A case is parsed, its card taken, and the rest let go.
//
//     Library library = {.framework = &framework};
//     library_read(&library, &(LibraryWish){.framework = &framework, .folders = folders, .folder_count = 3});
//     LibraryView view = library_filter(&library, &frame, &(LibraryFilter){.text = text, .language = S("fr")});
//     for (int32_t i = 0; i < view.count; i++) { const Card *card = &library.cards.rows[view.rows[i]]; … }
//
// library_reader.h reads them on a thread of its own, and library_index.h keeps them from one start to the next.
#pragma once

#include "base/catalog.h"
#include "base/file.h"
#include "base/table.h"
#include "records/journal.h"
#include "scenario/findings.h"
#include "scenario/framework.h"
#include "told/card.h"

typedef struct {
    Str path;
    ToldCard told;
    Str search;      // folded: all that a search looks through
    Str order;       // folded: by which cards are sorted
    bool started;    // a journal of it is there
    Str started_on;  // … then its date
    bool changed;    // … then: it was found not to fit the file any more
    bool broken;     // cannot be played: `finding` says why
    FileLook look;   // of the file; changed_us is 0 where only its bytes were seen
    Finding finding; // the first, located; zero when the file could not be read
    // … then this; NULL: it could. There are thousands of cards, and an error is larger than all the rest of one.
    const Error *error;
} Card;

typedef ROWS_OF(Card) CardTable;

// Cards on their way from who reads them: their texts are in the arena.
typedef struct {
    Arena arena;
    CardTable cards;
} CardParcel;

typedef struct {
    const Framework *framework;
    Arena arena;
    CardTable cards;
    Table places;           // by path, of the card, from 1
    ROWS_OF(Arena) parcels; // of cards that came in these
} Library;

// The card goes to `arena`; the others are for thinking, and are left to the caller to rewind.
typedef struct {
    const Framework *framework;
    Arena *arena, *parse, *scratch;
} CardMaker;

Card library_make_card(const CardMaker *maker, Str path, const Scenario *scenario, Findings *findings, Str bytes);
Card library_read_card(const CardMaker *maker, Str path);        // of the file, as it is now
void library_mark_card(Card *card, const JournalList *journals); // the solo runs of these, and no other

int32_t library_find(const Library *library, Str path);     // its card; -1: there is none
void library_take(Library *library, CardParcel *parcel);    // which is empty then; a card that is there stays
void library_replace(Library *library, CardParcel *parcel); // the same, but it goes
void library_mark_begun(Library *library, const JournalHeader *header); // by the file that it names
void library_mark_erased(Library *library, Str case_id);
void library_finish(Library *library);

typedef struct {
    Str theme;    // id; empty: all
    Str text;     // as typed
    Str language; // of the interface: its cases come first
    bool quizzes_only;
    int32_t most_minutes; // alone; 0: however long
} LibraryFilter;

enum { LIBRARY_BRIEF = 10 }; // minutes that are there between two appointments

typedef struct {
    const int32_t *rows; // of cards: what can be resumed first, what is not for a beginner later, what is broken last
    int32_t count;
} LibraryView;

LibraryView library_filter(const Library *library, Arena *arena, const LibraryFilter *filter);
// Whether a folded text has each of the words that somebody typed, folded too: who searches does not know their order.
bool library_has_words(Str text, Str words);
bool library_has_theme(const Library *library, Str theme);
