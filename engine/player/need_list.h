// The needs that lead to something that can be played here, each with its cards. Only cases in the language of the
// interface count: who looks for a need reads it in that language.
//
//     NeedList list = need_list_find(&arena, &(NeedWish){.needs = &needs, .library = &library, .language = S("fr"),
//     …}); for (int32_t i = 0; i < list.count; i++) { … list.rows[i].need, each of list.rows[i].cards … }
#pragma once

#include "player/library.h"
#include "scenario/needs.h"

typedef struct {
    const Needs *needs;
    const Library *library;
    Str language;
    Str search;            // as typed: each word stands in the need, or in the names of its chapter, cases and themes
    Str competency, theme; // ids; empty: all
} NeedWish;

typedef struct {
    const Need *need;
    const int32_t *cards; // rows of the library
    int32_t card_count;
} NeedFound;

typedef struct {
    const NeedFound *rows; // in the order of the needs, those first whose own words have what is typed
    int32_t count;
} NeedList;

NeedList need_list_find(Arena *arena, const NeedWish *wish);
NeedFound need_list_gentle(Arena *arena, const NeedWish *wish); // of the needs and what is typed nothing counts
