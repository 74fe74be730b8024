// A kept session that is looked at: played back once, with all that is to be told of it.
//
//     KeptSession *kept = kept_session_create(&framework, &catalog, &session);   // nothing is borrowed of the session
//     Telling telling = kept_session_telling(kept, &catalog, &frame);
//     …
//     kept_session_destroy(kept);
#pragma once

#include "group/group_steps.h"
#include "group/group_told.h"
#include "records/store.h"
#include "scenario/framework.h"

typedef struct {
    Arena arena;
    StoreHeader header;
    Scenario *scenario; // NULL: this Palabre cannot read it, and nothing but the header can be told
    Session session;
    Story story;
    bool whole;          // false: this version plays the rest otherwise, and leaves it out
    Group group;         // of a room
    GroupTold room;      // … what it did; borrowed from it
    ToldDebrief debrief; // where it came to its end
    // Of a room, gone through once more:
    Str lines;
    Walk like; // that its groups share with
    GroupSteps steps;
    int32_t step;
    Group then; // as it stood at that step, with the page that is shown; zeroed: it cannot be
    int32_t then_pages;
} KeptSession;

KeptSession *kept_session_create(const Framework *framework, const Catalog *catalog, const StoreSession *session);
void kept_session_destroy(KeptSession *kept); // NULL is fine
Telling kept_session_telling(const KeptSession *kept, const Catalog *catalog, Arena *arena);
void kept_session_step(KeptSession *kept, int32_t step);  // to its first page
void kept_session_turn(KeptSession *kept, int32_t pages); // 1, -1: on to the next step after the last page, or back
bool kept_session_can_turn(const KeptSession *kept, int32_t pages);
Telling kept_session_telling_then(const KeptSession *kept, const Catalog *catalog, Arena *arena);
