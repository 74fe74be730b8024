// What comes back to one person after a while: questions of quizzes, and detectors. It stands in the store beside the
// kept sessions, in tables of its own, while the person wants it; who no longer does erases it to the last byte.
//
//     StoreReturns returns = {0};
//     bool read = store_returns_read(store, &arena, &returns, &error);     // mended: nothing waits longer than its box
//     bool kept = store_returns_keep(store, &returns, &error);             // all of it, in the place of what was there
//     bool erased = store_returns_erase(store, &error);
//
// Nothing here says how anybody answered: only in which box a question lies. A row that is not as it was written counts
// as not there; it comes anew when its quiz is played again.
#pragma once

#include "records/leitner.h"
#include "records/store.h"

typedef enum { STORE_RETURNS_QUESTION, STORE_RETURNS_DETECTOR } StoreReturnsKind;

typedef struct {
    StoreReturnsKind kind;
    Str home; // of a question: the id of its case; of a detector: its language
    Str item; // the id of its scene; of the detector
    Str text; // event_hash of what is asked, so that mended words are known; empty of a detector
    LeitnerCard card;
} StoreReturn;

typedef ROWS_OF(StoreReturn) StoreReturnTable;

typedef struct {
    LeitnerClock clock;
    StoreReturnTable items;
} StoreReturns;

// Texts live in `arena`. Where nothing was ever kept all is empty.
NODISCARD bool store_returns_read(Store *store, Arena *arena, StoreReturns *returns, Error *error);
NODISCARD bool store_returns_keep(Store *store, const StoreReturns *returns, Error *error);
NODISCARD bool store_returns_erase(Store *store, Error *error); // the clock too
