// The program for one person: its state, and the one function that changes it. Runs from a list of actions without a
// window.
//
//     Player *player = …;                            // stays where it is until player_finish
//     player_begin(player, &(PlayerStart){.folders = folders, .today = S("2026-11-27"), …});
//     player_update(player, &(Action){.kind = ACTION_OPEN_CASE, .index = card}, now_ms);
//     player_update(player, &(Action){.kind = ACTION_WALK, .walk = {.kind = WALK_CHOOSE, .index = 0}}, now_ms);
//     …
//     player_finish(player);                         // waits for what is to be written
//
// Screens read the Player and return Actions.
#pragma once

#include "app/folders.h"
#include "app/settings.h"
#include "player/library.h"
#include "records/writer.h"
#include "told/comparison.h"

typedef enum {
    SCREEN_FIRST_START,
    SCREEN_LIBRARY,
    SCREEN_CASE, // one case before it is played: summary, notice, resume
    SCREEN_PLAY,
    SCREEN_DEBRIEF,
    SCREEN_COMPARE, // a what-if and what it left
    SCREEN_SETTINGS
} Screen;

typedef enum {
    OVERLAY_NONE,
    OVERLAY_HELP,
    OVERLAY_HISTORY,
    OVERLAY_CONFIRM_LEAVE,     // out of the play: it can be taken up again
    OVERLAY_CONFIRM_RESTART,   // what was begun is erased
    OVERLAY_CONFIRM_ERASE,     // what was begun, on the page of its case
    OVERLAY_CONFIRM_LET_GO,    // the debrief and what was noted are erased
    OVERLAY_CONFIRM_ERASE_ALL, // settings and everything begun
    OVERLAY_EXPORT             // own words too?
} Overlay;

typedef enum {
    ACTION_NONE,
    ACTION_TICK,      // time passed, or the writer has a report
    ACTION_TELL_MUTE, // reading aloud is wanted, and nothing here can speak
    ACTION_WELCOME,   // the first start has been read
    ACTION_GO,        // index: SCREEN_LIBRARY or SCREEN_SETTINGS; out of a debrief leads BACK alone, which asks
    ACTION_BACK,      // one step: closes the overlay, else leaves the screen
    ACTION_QUIT,      // `quit` is set; a walk can be taken up again, a debrief goes
    ACTION_SHOW,      // index: an Overlay; OVERLAY_NONE closes
    ACTION_CONFIRM,   // yes to the overlay
    ACTION_DISMISS_TOAST,
    // Library
    ACTION_SET_THEME_FILTER, // text: id, empty for all
    ACTION_SET_SEARCH,       // text
    ACTION_SET_QUIZZES,      // index: 1 only quizzes
    ACTION_RELOAD,           // looks for cases anew
    ACTION_OPEN_CASE,        // index: card
    // Case
    ACTION_ACCEPT_NOTICE,
    ACTION_START,  // from the beginning; asks first when something was begun
    ACTION_RESUME, // from the journal
    ACTION_LET_GO, // of what was begun, or of the debrief: asks first
    // Play
    ACTION_WALK,       // `walk`, its now_ms is filled in
    ACTION_TO_DEBRIEF, // from PHASE_ENDED
    // Debrief
    ACTION_SET_NOTE,  // text
    ACTION_WHAT_IF,   // index: decision, from 1, of the walk shown
    ACTION_SHOW_WALK, // index: walk whose debrief is shown, 0 the first
    ACTION_COMPARE,   // index: a what-if, from 1
    ACTION_EXPORT,    // index: 1 with own words, typed or noted
    // Settings
    ACTION_SET_LANGUAGE,   // index: a Language
    ACTION_SET_TEXT_SCALE, // index: percent
    ACTION_SET_THEME,      // index: a ThemeChoice
    ACTION_SET_EASY_FONT,  // as the next: index 1 on, 0 off
    ACTION_SET_REDUCED_MOTION,
    ACTION_SET_SPEECH,
    ACTION_SET_LIMITS_OFF,
    ACTION_SET_NUMBERS,
    ACTION_KIND_COUNT
} ActionKind;

typedef struct {
    int32_t kind; // an ActionKind
    int32_t index;
    Str text; // borrowed for the call
    WalkAction walk;
} Action;

typedef enum { TOAST_NONE, TOAST_INFO, TOAST_DONE, TOAST_TROUBLE } ToastKind;

typedef struct {
    int32_t kind; // a ToastKind
    Str text;     // translated; lives until the next toast
    int64_t since_ms;
} Toast;

enum { MOST_WALKS = 8 }; // the first, and what-ifs of one session

typedef struct {
    Folders folders;
    Str case_path;       // a case given on the command line; empty: the library
    Str today;           // YYYY-MM-DD
    Str system_language; // "fr_FR.UTF-8"…
    SettingsForRun for_run;
    uint64_t seed; // of this run; each play draws its own from it
    int64_t now_ms;
    bool waits_for_disk; // a tick takes what was to be written to its end, so that two runs show the same
    WriterWake *wake;    // may be NULL
    void *wake_context;
} PlayerStart;

// The case that is open.
typedef struct {
    Arena arena;
    Scenario *scenario; // NULL: none, or it cannot be played, which its card tells
    Str path, bytes_hash;
    int64_t len;
    int32_t card;
    bool notice_read;
    bool can_resume;  // something was begun with this version of the case
    bool was_changed; // … with another: it can only be let go
    Str begun_on;
    Journal journal; // what was begun
} OpenCase;

typedef struct {
    Arena arena; // for the whole run
    Arena scratch;
    Arena toast_arena, note_arena, view_arena, filter_arena, export_arena;
    Framework framework;
    Catalog catalog;
    Str language;                          // "fr" or "en"
    Str system_language, today, case_path; // as in PlayerStart
    Folders folders;
    Settings settings; // as kept
    SettingsForRun for_run;
    Library library;
    Writer *writer;                   // NULL: nothing is kept
    int32_t screen, overlay, back_to; // back_to: from the settings
    bool quit;
    Toast toast;
    struct {
        Str theme, search;
        bool quizzes;
    } filter;
    OpenCase open;
    WalkModel *walks;                 // MOST_WALKS of them; 0 is the first walk
    int32_t walk_count, walk;         // walk: the one that is played or whose debrief is shown
    int32_t walk_parents[MOST_WALKS]; // which walk a what-if left
    int32_t compared;                 // the what-if on SCREEN_COMPARE
    DebriefModel debrief;             // of `walk`, on SCREEN_DEBRIEF
    Comparison comparison;            // on SCREEN_COMPARE
    Str note;
    bool note_unsaved;
    int64_t note_at_ms;
    bool journal_failed; // and was told
    uint64_t seed;
    int64_t exporting;     // ticket of the export that is being written; 0: none
    Str exported;          // its path, or that of the last one
    int32_t exported_walk; // whose debrief it is, from 1; 0: none of the case that is open
    bool waits_for_disk;   // see PlayerStart
} Player;

void player_begin(Player *player, const PlayerStart *start);
void player_update(Player *player, const Action *action, int64_t now_ms);
void player_finish(Player *player); // waits for the writer

const WalkModel *player_walk(const Player *player); // that is played or shown; NULL when none is
LibraryView player_cards(const Player *player, Arena *arena);
Showing player_showing(const Player *player, Arena *arena); // for view/walk_shown.h
// What holds now, of what is kept and what the command line asks for.
int32_t player_language(const Player *player); // a Language
int32_t player_text_scale(const Player *player);
int32_t player_theme(const Player *player); // a ThemeId
// When the clock must be told next (ACTION_TICK): a limit's next second, a note to be written; -1: never.
int64_t player_next_tick(const Player *player, int64_t now_ms);
