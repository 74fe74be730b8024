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
#include "player/browsing.h"
#include "player/kept.h"
#include "player/kept_list.h"
#include "player/library_reader.h"
#include "player/player_room.h"
#include "player/screens.h"
#include "solo/solo.h"
#include "told/comparison.h"
#include "told/debrief.h"

typedef enum {
    ACTION_NONE,
    ACTION_TICK,    // time passed, or the writer has a report
    ACTION_WELCOME, // the first start has been read
    ACTION_GO,      // index: a Screen of the navigation; out of a debrief leads BACK alone, which asks
    ACTION_BACK,    // one step: closes the overlay, else leaves the screen
    ACTION_QUIT,    // the window is closed: asks as leaving does where something would go, else `quit` is set
    ACTION_END,     // the system ends the program: `quit` is set, and all of it can be taken up again
    ACTION_AWAY,    // nobody can act, or, index 0, somebody can again
    ACTION_SHOW,    // index: an Overlay; OVERLAY_NONE closes
    ACTION_CONFIRM, // yes to the overlay
    ACTION_DISMISS_TOAST,
    ACTION_SAY_COPIED, // text: that is on the clipboard
    // Library
    ACTION_SET_THEME_FILTER, // text: id, empty for all
    ACTION_SET_SEARCH,       // text
    ACTION_SET_QUIZZES,      // index: 1 only quizzes
    ACTION_SET_BRIEF,        // index: 1 only what takes ten minutes or less
    ACTION_SHOW_MORE,        // cards
    ACTION_RELOAD,           // looks for cases anew
    ACTION_OPEN_CASE,        // index: card
    ACTION_OPEN_FILE,        // text: path of a case, from anywhere
    ACTION_BROWSE,           // text: a path that is typed: what stands in its folder is listed
    ACTION_PICK,             // index: of what is listed
    ACTION_ADD_FOLDER,       // the one that is listed, to those that the library reads
    ACTION_REMOVE_FOLDER,    // text: its path, out of those that the person added
    // Case
    ACTION_ACCEPT_NOTICE,
    ACTION_ADD_CASE, // copies the open one to those that the library lists
    ACTION_START,    // from the beginning; asks first when something was begun
    ACTION_RESUME,   // from the journal
    ACTION_LET_GO,   // of what was begun, or of the debrief: asks first
    // Play
    ACTION_WALK,       // `walk`, its now_ms is filled in
    ACTION_TO_DEBRIEF, // from SOLO_PHASE_ENDED
    // Debrief
    ACTION_SET_NOTE,      // text
    ACTION_WHAT_IF,       // index: decision, from 1, of the walk shown
    ACTION_SHOW_WALK,     // index: walk whose debrief is shown, 0 the first
    ACTION_DRAW_CURVE,    // index: one of its curves, drawn or not any more
    ACTION_SHOW_DECISION, // index: one of its decisions, from 1, is unfolded, 0: none, ALL_DECISIONS: all
    ACTION_SHOW_SAME,     // index: 1 also what both ways have alike
    ACTION_COMPARE,       // index: a what-if, from 1
    ACTION_EXPORT,        // index: 1 with own words, typed or noted
    ACTION_OPEN_EXPORTED, // index: 0 the page, 1 its folder
    // A group
    ACTION_ROOM,      // `room`
    ACTION_KEPT,      // `kept`
    ACTION_NOTES,     // `notes`
    ACTION_KEEP_WALK, // in the store, the one whose debrief is shown; index: 1 with own words
    // Settings
    ACTION_SET_SETTING, // `setting`, index: its value
    ACTION_KIND_COUNT
} ActionKind;

struct Action {
    ActionKind kind;
    int32_t index;
    Setting setting;
    Str text; // borrowed for the call
    SoloAction walk;
    RoomAction room;
    KeptAction kept;
    NotesAction notes;
};

enum { ALL_DECISIONS = -1 };
enum { MOST_WALKS = 8 }; // the first, and what-ifs of one session

typedef struct {
    AppStart app;
    Str case_path;   // a case given on the command line; empty: the library
    bool group;      // … begun with a group
    int32_t present; // … of so many; 0: not said
    int32_t display; // for the room's screen
    Str today;       // YYYY-MM-DD
    uint64_t seed;   // of this run; each play draws its own from it
    int64_t now_ms;
} PlayerStart;

// The case that is open.
typedef struct {
    Arena arena;
    Scenario *scenario; // NULL: none, or it cannot be played, which its card tells
    Str path, bytes_hash;
    int64_t len;
    int32_t card;
    bool notice_read;
    bool can_resume;  // something was begun with this file
    bool was_mended;  // … then: its text was changed since, and what was answered still fits
    bool was_damaged; // … then: a part of it cannot be read any more
    bool was_changed; // something was begun, and does not fit any more: it can only be let go
    Str begun_on;
    JournalList begun;       // as it was found: the first can be resumed
    JournalList begun_rooms; // … of groups
    Str journal_path;        // of the run that is played or can be resumed; empty: there is none
} OpenCase;

struct Player {
    AppState app;
    Arena arena; // for the whole run
    Arena scratch;
    Arena note_arena, view_arena, filter_arena, export_arena, added_arena;
    Framework framework;
    Str today, case_path; // as in PlayerStart
    Library library;
    LibraryReader *reader;  // NULL: all cards are there
    int32_t asked_for_more; // how often more of the cards were to be shown
    Screen screen;
    Screen back_to; // from a screen that is left the way it was come to
    Overlay overlay;
    struct {
        Str theme, search;
        bool quizzes, brief;
    } filter;
    Browsing browsing;     // on OVERLAY_OPEN
    KeptList case_folders; // that the library reads besides its own
    KeptList played;       // paths of cases, while the settings want that
    OpenCase open;
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
    PlayerKept kept;
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
    int64_t adding;        // ticket of a copy that is being written; 0: none
    Str added;             // its path
    int64_t exporting;     // ticket of the export that is being written; 0: none
    Str exported;          // its path, or that of the last one
    int32_t exported_walk; // whose debrief it is, from 1; 0: none of the case that is open
};

void player_begin(Player *player, const PlayerStart *start);
void player_update(Player *player, const Action *action, int64_t now_ms);
void player_finish(Player *player); // waits for the writer

const Solo *player_walk(const Player *player);    // that is played or shown; NULL when none is
bool player_can_add(const Player *player);        // the open case stands in no folder that the library lists
bool player_can_add_folder(const Player *player); // the one that is listed
LibraryView player_cards(const Player *player, Arena *arena);
int32_t player_time_percent(const Player *player); // of the time that a case gives; 0: settings let no limit run
Telling player_telling(const Player *player, int32_t walk, Arena *arena); // what is to be said of it, from 0
// When the clock must be told next (ACTION_TICK): a limit's next second, a note to be written; -1: never.
int64_t player_next_tick(const Player *player, int64_t now_ms);
