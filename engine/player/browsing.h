// A file that is looked for by its path: player_browse.c fills it, screen_open.c shows it.
#pragma once

#include "base/error.h"

typedef struct {
    Str name;
    bool is_folder;
} BrowseEntry;

// A path that is typed, and what stands in its folder: folders, then cases and files of other tools.
typedef struct {
    Arena arena, list_arena;
    Str typed, path; // path: in full
    Str folder;      // of it; in list_arena, with what follows
    ROWS_OF(BrowseEntry) entries;
    int32_t picked; // how many times it was gone on by picking: then what is typed goes on at its end
    Error error;    // why the folder cannot be listed; none where it is not there
    bool sessions;  // … that were exported are looked for, not cases
} Browsing;
