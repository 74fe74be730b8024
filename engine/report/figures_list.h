// How a FiguresTable is filled, row by row. Internal to report/figures*.c.
#pragma once

#include "report/figures.h"

typedef struct {
    const FiguresOf *of;
    FiguresTable *table;
    FiguresRow base; // what the rows that come next share
} Listing;

Listing listing_begin(const FiguresOf *of, FiguresTable *table, Str name);
void listing_add(const Listing *listing, Str measure, FiguresUnit unit, Figure figure);
void listing_add_count(const Listing *listing, Str measure, int64_t count);
void listing_add_flag(const Listing *listing, Str measure, bool holds, bool open); // open: hidden cells leave it so
void listing_add_share(const Listing *listing, Str measure, Figure figure);        // 0 … 1
void listing_add_day(const Listing *listing, Str measure, Str day);                // empty: none
Str listing_name(const Listing *listing, const char *kind, Name name);             // "option-b"
Str listing_numbered(const Listing *listing, const char *kind, int32_t number);
void listing_set_decision(Listing *listing, SceneId scene);
void listing_set_item(Listing *listing, const Ask *ask, int32_t row); // nothing where there are no items
void listing_set_answer(Listing *listing, const Ask *ask, int32_t cell);

Str figures_round_word(int32_t round);                                // an AnalysisRound
void figures_list_versions(const FiguresOf *of, FiguresTable *table); // figures_versions.c
void figures_list_groups(const FiguresOf *of, FiguresTable *table);   // figures_groups.c
