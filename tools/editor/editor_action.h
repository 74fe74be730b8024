// All that can be done to an Editor: what panels give back and editor_update takes.
#pragma once

#include "app/settings.h"
#include "base/str.h"
#include "editor/editor_map.h"
#include "solo/solo.h"

typedef enum {
    EDITOR_NONE,
    EDITOR_TICK,  // time passed, or the writer has a report
    EDITOR_LEAVE, // the window is to be closed: asks where something is not saved
    EDITOR_END,   // the system ends the program: what is not saved is there the next time, as a draft
    EDITOR_SHOW,  // index: an EditorOverlay; EDITOR_PLAIN closes
    EDITOR_CONFIRM,
    EDITOR_DISMISS_TOAST,
    EDITOR_SAY_COPIED,  // text: that is on the clipboard
    EDITOR_SET_SETTING, // `setting`, index: its value
    EDITOR_LOOK, // at: JSON pointer of a part of the case, or of something in it, whose form is to be shown; index: 1
                 // where one panel stands alone, it stays
    EDITOR_NEXT_FINDING,
    EDITOR_MEND, // index: row of a finding; at: what has the focus then, empty: it stays
    EDITOR_MEND_ALL,
    // Tools
    EDITOR_SHOW_FIND, // index: 1 to replace
    EDITOR_SET_FIND,  // text
    EDITOR_SET_FIND_BY,
    EDITOR_SET_FIND_CASE, // index
    EDITOR_SET_FIND_WORDS,
    EDITOR_LEAVE_OUT, // index: hit that is not to be replaced, or is again
    EDITOR_GO_TO_HIT, // index
    EDITOR_NEXT_HIT,
    EDITOR_REPLACE,
    EDITOR_MEASURE, // the figures of the case
    EDITOR_SHOW_TRANSLATE,
    EDITOR_EXPORT_TEXTS, // for translators, to the path that is set
    EDITOR_IMPORT_TEXTS, // from there
    EDITOR_SET_PHRASE,   // text: is tried on each detector
    EDITOR_KEEP_PHRASE,  // at: a list of examples, whose last it becomes
    EDITOR_SUGGEST,      // text: a word, for which others are looked for
    EDITOR_RESPELL,    // at: a text, index: the byte at which a word begins that is unknown, text: what takes its place
    EDITOR_LEARN_WORD, // text: is a word of this case
    // … and again of the whole page
    EDITOR_GO_TO,      // at: a field, out of a dialog
    EDITOR_SET_FILTER, // text: scenes that have it
    EDITOR_SHOW_PANEL, // index: an EditorPanel, where one stands alone
    // What stands at `at` of the case
    EDITOR_TYPE,         // text: it is that now; a letter was typed
    EDITOR_TYPE_INT,     // text: the same of a number, which may be none yet
    EDITOR_PUT,          // text: an id or a word
    EDITOR_PUT_INT,      // index
    EDITOR_PUT_FLAG,     // index
    EDITOR_PUT_VALUE,    // text: JSON, made by editor/values.h
    EDITOR_SHOW_AS_TEXT, // index: conditions are written, not chosen in lists
    EDITOR_REMOVE,
    EDITOR_ADD,        // text: FreshWish.which (editor/fresh.h)
    EDITOR_OFFER,      // its field is shown, though nothing is written there yet
    EDITOR_PUT_SCENE,  // a new scene is what stands there leads to
    EDITOR_DELETE,     // an element of a list, or an object; asks first where something names it
    EDITOR_DUPLICATE,  // an element
    EDITOR_ASK_RENAME, // an element, by what it is to be named
    EDITOR_SET_ID,     // text: that, as it is typed
    EDITOR_RENAME,     // with all that names it
    EDITOR_MOVE,       // an element; index: its place in the list from then on
    EDITOR_UNDO,
    EDITOR_REDO,
    EDITOR_SET_NEW_LANGUAGE, // text: of the next, "fr" or "en"
    EDITOR_NEW,              // text: Template.key (editor/template.h), at: its language
    EDITOR_SAVE,
    EDITOR_SET_PATH, // text: where it is to be saved as another case
    EDITOR_SAVE_AS,
    EDITOR_TAKE_PREVIOUS, // what stood in the file before it was last saved
    EDITOR_PLAY,          // from the scene that is looked at, or from the beginning
    EDITOR_PLAY_AGAIN,    // from where it began
    EDITOR_STOP_PLAY,
    EDITOR_WALK,           // `walk`, its now_ms is filled in
    EDITOR_PRESET,         // text: id of a gauge or a fact, index: what it is when the next play begins
    EDITOR_RUN_TESTS,      // of the case, and show what they come to
    EDITOR_ASK_TEST,       // what the play is to be called as a test
    EDITOR_SET_TEST_NAME,  // text: that, as it is typed
    EDITOR_SET_TEST_WHOLE, // index: it has gauges and facts too
    EDITOR_RECORD_TEST,    // writes it
    EDITOR_PRINT,          // index: a PrintKind (report/html_print.h)
    // On the map, and by keys in the list of scenes. Where several scenes are chosen they are meant, else the one that
    // is looked at, or its branch (editor/branch.h). at: a scene that is looked at from then on; empty: it stays.
    EDITOR_TAKE,          // hand: what the pointer went down on, and where
    EDITOR_CARRY,         // hand: where it is now
    EDITOR_LET_GO,        // index: 1 there, 0 and nothing happened
    EDITOR_CHOOSE,        // at: a scene beside those that are chosen, or not any more; empty: none is
    EDITOR_CHOOSE_BRANCH, // all of it
    EDITOR_DRAW_AREA,     // index: 1, the pointer draws around what it chooses
    EDITOR_NUDGE,         // hand.x, hand.y: by how much of the layout
    EDITOR_TIDY,          // no scene has a place of its own any more
    EDITOR_COPY_BRANCH,
    EDITOR_PASTE_BRANCH, // text: what is on the clipboard; where that is no branch, the last one that was copied here
    EDITOR_DELETE_CHOSEN,
    EDITOR_LEAD_WAY, // the focus goes to where its first answer leads, the next time to where the second one does
    EDITOR_FOLD,
    EDITOR_UNFOLD,
    EDITOR_ACTION_COUNT
} EditorActionKind;

typedef struct {
    EditorActionKind kind;
    int32_t index;
    Setting setting;
    Str at, text; // borrowed for the call
    SoloAction walk;
    EditorHand hand;
} EditorAction;
