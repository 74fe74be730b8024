// The program for one person: its state, and the one function that changes it. Runs from a list of actions without a
// window.
//
//     Player *player = …;                            // stays where it is until player_finish
//     player_begin(player, &(PlayerStart){.app = …, .today = S("2026-11-27"), …});
//     player_update(player, &(Action){.kind = ACTION_OPEN_CASE, .index = card}, now_ms);
//     player_update(player, &(Action){.kind = ACTION_WALK, .walk = {.kind = SOLO_CHOOSE, .index = 0}}, now_ms);
//     …
//     player_finish(player);                         // waits for what is to be written
//
// Screens read the Player and return Actions.
#pragma once

#include "app/app.h"
#include "player/analysing.h"
#include "player/browsing.h"
#include "player/export_job.h"
#include "player/import_job.h"
#include "player/kept.h"
#include "player/kept_list.h"
#include "player/library_reader.h"
#include "player/open_case.h"
#include "player/player_action.h"
#include "player/player_returns.h"
#include "player/player_room.h"
#include "player/screens.h"
#include "scenario/needs.h"
#include "solo/solo.h"
#include "told/comparison.h"
#include "told/debrief.h"

enum { MOST_WALKS = 8 }; // the first, and what-ifs of one session

typedef struct {
    AppStart app;
    Str editor;      // path of the program that cases are written with; empty: it is not here
    Str case_path;   // a file given on the command line, as of ACTION_OPEN_FILE; empty: the library
    bool group;      // … begun with a group
    int32_t present; // … of so many; 0: not said
    Str today;       // YYYY-MM-DD
    uint64_t seed;   // of this run; each play draws its own from it
    int64_t now_ms;
} PlayerStart;

typedef struct AddJob AddJob;
typedef struct EraseJob EraseJob;

struct Player {
    AppState app;
    Arena arena; // for the whole run
    Arena scratch;
    Arena note_arena, view_arena, filter_arena, export_arena, need_arena;
    Framework framework;
    Str today, case_path, editor; // as in PlayerStart
    Library library;
    LibraryReader *reader;  // NULL: all cards are there
    int32_t asked_for_more; // how often more of the cards were to be shown
    Screen screen;
    Screen back_to;   // from a screen that is left the way it was come to
    Screen opened_on; // the case that is open: a screen that lists cases
    Overlay overlay;
    struct {
        Str theme, search;
        bool quizzes, brief;
    } filter;
    Needs needs; // read once they are asked for
    struct {
        Str search;
        int32_t skill, theme; // of the framework, from 1; 0: all
    } need_filter;
    Browsing browsing; // on OVERLAY_OPEN
    struct {
        ImportJob *job; // that is being done; NULL: none
        int64_t ticket;
        Str next; // … path of the file that is wanted instead; empty: none
        Arena next_arena;
        ImportJob *shown; // on SCREEN_IMPORT: what became of a file; NULL: it is being read
    } import;
    struct {
        ExportJob *job; // that is being done; NULL: none
        int64_t ticket;
        bool dropped;      // … nobody waits for it any more
        ExchangeKind next; // … wanted instead; UNKNOWN: nothing
        ExportJob *shown;  // on SCREEN_EXPORT: what becomes of the case; NULL: no kind was chosen, or it is being done
        int64_t saving;    // ticket; 0: nothing is being written
        Str saved;         // path of what was written of `shown`; empty: nothing yet
        Str failed;        // why nothing was; empty: nothing went wrong
        Arena saved_arena;
    } handed;              // the open case as a file of another tool
    KeptList case_folders; // that the library reads besides its own
    KeptList played;       // paths of cases, while the settings want that
    OpenCase open;
    struct {
        OpenJob *jobs;   // that are being done, the newest first
        OpenJob *wanted; // one of them; NULL: nobody waits any more
        bool shown;      // … that it is being read
        Screen from;     // … where it was asked for
        bool group;      // … and begun with a group
    } opening;
    Solo *walks;                      // MOST_WALKS of them; 0 is the first walk
    int32_t walk_count, walk;         // walk: the one that is played or whose debrief is shown
    int32_t walk_parents[MOST_WALKS]; // which walk a what-if left
    int32_t walk_lines[MOST_WALKS];   // of its log: how many the journal has
    int32_t compared;                 // the what-if on SCREEN_COMPARE
    ToldDebrief debrief;              // of `walk`, on SCREEN_DEBRIEF
    struct {
        uint32_t curves;       // that are drawn, a bit each
        int32_t decision;      // that is unfolded, from 1; 0: none; ALL_DECISIONS
        bool same;             // on SCREEN_COMPARE: what both ways have alike is unfolded
    } looked_at;               // of it
    ToldComparison comparison; // on SCREEN_COMPARE
    PlayerRoom room;
    PlayerReturns returns;
    PlayerKept kept;
    Analysing analysing;
    bool has_kept;     // something of a group or a walk was kept, as far as it is known
    StoreJob *keeping; // of a walk; NULL: none
    int64_t keeping_ticket;
    int32_t walk_kept;   // … which
    uint32_t walks_kept; // of this case, a bit each
    StoreJob *purging;   // NULL: none
    int64_t purging_ticket;
    Str note;
    bool note_unsaved;
    int64_t note_at_ms;
    bool draft_unsaved; // of what is being typed in the walk that is played
    int64_t draft_at_ms;
    bool closing;        // the overlay asks because the window is to be closed
    bool away;           // nobody can act
    bool journal_failed; // and was told
    WriterWake *wake;    // as in AppStart
    void *wake_context;
    uint64_t seed;
    EraseJob *erasing; // of everything; NULL: none
    AddJob *adding;    // a copy that is being written; NULL: none
    int64_t adding_ticket;
    int64_t exporting;     // ticket of the export that is being written; 0: none
    Str exported;          // its path, or that of the last one
    int32_t exported_walk; // whose debrief it is, from 1; 0: none of the case that is open
};

void player_begin(Player *player, const PlayerStart *start);
void player_update(Player *player, const Action *action, int64_t now_ms);
void player_finish(Player *player); // waits for the writer

const Solo *player_walk(const Player *player);         // that is played or shown; NULL when none is
Str player_opening(const Player *player);              // what SCREEN_CASE waits for; empty: nothing
bool player_can_copy(const Player *player);            // the open case is a file, and the editor is here
bool player_can_add(const Player *player);             // the open case stands in no folder that the library lists
const BrowseJob *player_listed(const Player *player);  // the folder of the path that is typed; NULL: it is being read
bool player_can_add_folder(const Player *player);      // … that one
ExchangeKind player_export_kind(const Player *player); // that was chosen on SCREEN_EXPORT; UNKNOWN: none
bool player_export_can_write(const Player *player);    // it is worked out, and not written yet
LibraryView player_cards(const Player *player, Arena *arena);
int32_t player_time_percent(const Player *player); // of the time that a case gives; 0: settings let no limit run
Telling player_telling(const Player *player, int32_t walk, Arena *arena); // what is to be said of it, from 0
// When the clock must be told next (ACTION_TICK): a limit's next second, a note to be written; -1: never.
int64_t player_next_tick(const Player *player, int64_t now_ms);
