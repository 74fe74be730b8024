// What comes back to one person after a while (records/store_returns.h), while the settings want that: kept in the
// store by the writer's thread, offered on the library, and played as a short quiz in the ordinary player.
//
// A question is taken up where a quiz was played to its debrief, a detector where own words were asked for; only first
// answers count, and no what-if.
#pragma once

#include "player/screens.h"
#include "records/store_returns.h"

typedef struct ReturnsJob ReturnsJob; // a task of the store: player_returns_store.c
typedef struct ReviewJob ReviewJob;   // a short quiz that is being made: review_job.h

typedef struct {
    Arena arena; // of `kept`
    StoreReturns kept;
    bool read;                // from the store: until then nothing is known, and nothing is written
    bool wanted;              // the setting, as it was last looked at
    bool learns_then;         // once it is read: the debrief that is shown, where the person said yes to it
    ReturnsJob *jobs;         // whose reports are still to come
    ReviewJob *reviews;       // … too, the newest first
    ReviewJob *wanted_review; // one of them; NULL: nobody waits for any
    bool slow;                // … and that is told
    bool failed;              // a job of the store did, and this was told
} PlayerReturns;

// What is due of one case, or of the detectors of the interface's language.
typedef struct {
    StoreReturnsKind kind;
    Str home;
    int32_t card; // of the case; -1: of detectors
    int32_t due;  // so many
} ReturnsGroup;

typedef struct {
    const ReturnsGroup *rows;
    int32_t count;
    int32_t due; // in all of them
} ReturnsList;

ReturnsList player_returns_list(const Player *player, Arena *arena); // what can be played now
bool player_returns_may_ask(const Player *player); // the end of a first quiz is there: does the person want this?

void player_returns_begin(Player *player);  // at the start: read them, where they are wanted
void player_returns_follow(Player *player); // the setting was changed: take up, or erase
void player_returns_learn(Player *player);  // the answers of the open case's first walk
// NULL: it does not come back.
StoreReturn *player_returns_find(Player *player, StoreReturnsKind kind, Str home, Str name);
void player_returns_forget(Player *player); // after all was erased
void player_returns_finish(Player *player); // after the writer

// player_returns_play.c: plays what is due of a group, once it was read; what is not there any more does not come back.
void player_returns_play(Player *player, int32_t group, int64_t now_ms);
bool player_returns_open(Player *player, int64_t ticket, int64_t now_ms); // a report; false: of none of its tasks
bool player_returns_leave(Player *player); // the short quiz that is played, without a question. False: none is
int64_t player_returns_next_tick(const Player *player); // -1: none
void player_returns_tick(Player *player, int64_t now_ms);
void player_returns_finish_reviews(Player *player);

// player_returns_store.c: what the writer does.
void player_returns_read(Player *player);
void player_returns_keep(Player *player, const Solo *quiz); // whose questions were learnt; NULL: of none
void player_returns_erase(Player *player);
bool player_returns_take(Player *player, int64_t ticket, bool done, const Error *error, int64_t now_ms); // a report
