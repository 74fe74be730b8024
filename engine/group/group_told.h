// What a room did besides playing, told for every surface: its votes, the ideas and sentences that were kept, its page.
// For a session that is over; while it goes on the room sees group/audience.h.
//
//     GroupTold told = group_tell(&telling, group);     // of a group that was resumed from what was kept of it
//     for (int32_t i = 0; i < told.count; i++) {
//         … told.rows[i].heading, each of its rows: `label` or `text`, then the sentences of `more` …
//     }
//
// A vote of fewer than TALLY_FEW people is told without its counts; of several votes on one decision and round
// the last one stands.
#pragma once

#include "group/group.h"
#include "told/debrief.h"

typedef struct {
    Str heading;
    TOLD_LIST(ToldRow) rows;
} GroupSection;

typedef TOLD_LIST(GroupSection) GroupTold; // only sections that have rows

GroupTold group_tell(const Telling *telling, const Group *group);
