// The screens and what can stand above them. A screen is a value of Screen, a view, a row of the table in screen.c and
// a file screen_NAME.c; an overlay a value of Overlay and a row in screen_overlay.c. A value without its row asserts.
#pragma once

#include "ui/widgets.h"

typedef enum {
    SCREEN_FIRST_START,
    SCREEN_FRAME, // … then, once: what this is, what it erases
    SCREEN_LIBRARY,
    SCREEN_NEEDS,   // what one wants to work on, each with its cases
    SCREEN_CARE,    // after a hard moment
    SCREEN_RETURNS, // what comes back today
    SCREEN_IMPORT,  // what became of a file of another tool
    SCREEN_CASE,    // one case before it is played: summary, notice, resume
    SCREEN_EXPORT,  // … and what becomes of it as a file of another tool
    SCREEN_PLAY,
    SCREEN_DEBRIEF,
    SCREEN_COMPARE, // a what-if and what it left
    SCREEN_ROOM,    // the trainer's page of a group's session
    SCREEN_KEPT,    // what was kept
    SCREEN_KEPT_SESSION,
    SCREEN_REPLAY,   // … of a group, step by step with what its room saw
    SCREEN_ANALYSIS, // what groups chose in kept sessions
    SCREEN_NOTEBOOK,
    SCREEN_SETTINGS,
    SCREEN_COUNT
} Screen;

typedef enum {
    OVERLAY_NONE,
    OVERLAY_HELP,
    OVERLAY_HISTORY,
    OVERLAY_CONFIRM_LEAVE,      // out of the play: it can be taken up again
    OVERLAY_CONFIRM_BACK,       // to the decision before: what was begun of this answer goes
    OVERLAY_CONFIRM_RESTART,    // what was begun is erased
    OVERLAY_CONFIRM_ERASE,      // what was begun, on the page of its case
    OVERLAY_CONFIRM_LET_GO,     // the debrief and what was noted are erased
    OVERLAY_CONFIRM_ERASE_ALL,  // settings and everything begun
    OVERLAY_ERASING,            // … it is being done
    OVERLAY_CONFIRM_ROOM_LEAVE, // it can be taken up again
    OVERLAY_CONFIRM_ROOM_ANEW,  // the one that was begun is erased
    OVERLAY_ROOM_KEEP,          // with what was written?
    OVERLAY_CONFIRM_ROOM_ERASE, // all but the page that was saved
    OVERLAY_EXPORT,             // own words too?
    OVERLAY_OPEN,               // a file by its path
    OVERLAY_IMPORT,             // … of kept sessions
    OVERLAY_KEPT_ERASE,         // those that are ticked, or the one that is looked at
    OVERLAY_KEPT_ASIDE,         // what cannot be opened
    OVERLAY_KEPT_ERASE_STORE,
    OVERLAY_KEEP_WALK,       // with own words?
    OVERLAY_NOTES_ERASE,     // one page
    OVERLAY_NOTES_ERASE_ALL, // the notebook, and walks that were kept
    OVERLAY_COUNT
} Overlay;

typedef struct Player Player;
typedef struct Action Action;

// Says its page from the Player, which it only reads, and gives back the Action that was wanted, of kind ACTION_NONE
// when there was none.
typedef Action ScreenView(Ui *ui, const Player *player);
typedef void ScreenIcon(void *context, UiCanvas *canvas); // on a grid of 24 by 24; without a context

ScreenView screen_first_view, screen_frame_view, screen_library_view, screen_needs_view, screen_care_view,
    screen_returns_view, screen_import_view, screen_case_view, screen_export_view, screen_play_view,
    screen_debrief_view, screen_compare_view, screen_room_view, screen_kept_view, screen_kept_session_view,
    screen_replay_view, screen_analysis_view, screen_notebook_view, screen_settings_view;

typedef enum {
    BACK_UNSAID, // of a row that does not say: no row may
    BACK_STAYS,
    BACK_LEADS,   // `to` a screen
    BACK_ASKS,    // with an overlay
    BACK_RETURNS, // to the screen it was come to from, whichever that was
    BACK_LISTS    // to the screen that the case was opened on
} BackKind;

typedef struct {
    ScreenView *view;
    struct {
        BackKind kind;
        Screen to;
        Overlay asks;
    } back;
    bool lists; // cases, which are opened from it
    bool held;  // the navigation does not lead out of it: BACK alone does, which asks
    struct {
        Str key, text; // a source of the catalogue; empty: it is not in the navigation
        ScreenIcon *draw;
    } nav;
} ScreenRow;

const ScreenRow *screen_row(Screen screen);
