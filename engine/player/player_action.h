// All that can be done to a Player: what screens give back and player_update takes.
#pragma once

#include "app/settings.h"
#include "player/analysing.h"
#include "player/kept.h"
#include "player/notes.h"
#include "player/player_room.h"
#include "solo/solo.h"

typedef enum {
    ACTION_NONE,
    ACTION_TICK,    // time passed, or the writer has a report
    ACTION_WELCOME, // the first start has been read; index: 1 goes on to SCREEN_FRAME
    ACTION_GO,      // index: a Screen of the navigation; out of a debrief leads BACK alone, which asks
    ACTION_ENTER,   // index: SCREEN_NEEDS, SCREEN_CARE or SCREEN_RETURNS, from the library
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
    ACTION_SET_NEED_SEARCH,  // text
    ACTION_SET_NEED_SKILL,   // index: of the shared competencies, from 1; 0: all
    ACTION_SET_NEED_THEME,   // index: of the themes, from 1; 0: all
    ACTION_REVIEW,           // index: group of what comes back
    ACTION_SHOW_MORE,        // cards
    ACTION_RELOAD,           // looks for cases anew
    ACTION_WRITE,            // starts the editor; index: 1 with a copy of the open case
    ACTION_OPEN_CASE,        // index: card
    ACTION_OPEN_FILE,        // text: path of a case or a file of another tool, from anywhere
    ACTION_BROWSE,           // text: a path that is typed: what stands in its folder is listed
    ACTION_PICK,             // index: of what is listed
    ACTION_ADD_FOLDER,       // the one that is listed, to those that the library reads
    ACTION_REMOVE_FOLDER,    // text: its path, out of those that the person added
    // A file of another tool
    ACTION_TAKE_STORY, // index: which of several in the file, from 1
    ACTION_TO_CASE,    // from what became of the file to the page of the case
    // Case
    ACTION_ACCEPT_NOTICE,
    ACTION_ADD_CASE,     // copies the open one to those that the library lists
    ACTION_EXPORT_CASE,  // to the page where the open one is made a file of another tool
    ACTION_EXPORT_AS,    // index: ExchangeKind that is worked out there
    ACTION_WRITE_CASE,   // as it was worked out; index: 1 over the file of that name
    ACTION_OPEN_WRITTEN, // the folder of that file
    ACTION_START,        // from the beginning; asks first when something was begun
    ACTION_RESUME,       // from the journal
    ACTION_LET_GO,       // of what was begun, or of the debrief: asks first
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
    ACTION_ANALYSE,   // `analyse`
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
    AnalyseAction analyse;
    NotesAction notes;
};

enum { ALL_DECISIONS = -1 };
