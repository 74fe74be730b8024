// A file that is looked for by its path: player_browse.c fills it, screen_open.c shows it.
#pragma once

#include "player/browse_job.h"

// A path that is typed, and what stands in its folder.
typedef struct {
    Arena arena;
    Str typed, path;   // path: in full
    bool sessions;     // that were exported are looked for, not cases
    int32_t picked;    // how many times it was gone on by picking: then what is typed goes on at its end
    BrowseJob *listed; // the last folder that was; NULL: none yet
    BrowseJob *job;    // that is being done; NULL: none
    int64_t ticket, since_ms;
    bool slow; // … for so long that it is said
} Browsing;
