// The program for those who write a case: its state, and the one function that changes it. Runs from a list of actions
// without a window.
//
//     Editor *editor = …;                                                   // stays where it is until editor_finish
//     editor_begin(editor, &(EditorStart){.app = …, .path = path, .today = S("2026-11-30")});
//     editor_update(editor, &(EditorAction){.kind = EDITOR_LOOK, .at = S("/scenes/3")}, now_ms);
//     editor_update(editor, &(EditorAction){.kind = EDITOR_TYPE, .at = S("/scenes/3/title"), .text = …}, now_ms);
//     editor_update(editor, &(EditorAction){.kind = EDITOR_SAVE}, now_ms);
//     editor_finish(editor);                                                // waits for what is to be written
//
// Panels read the Editor and return actions.
#pragma once

#include "app/app.h"
#include "editor/autosave.h"
#include "editor/document_file.h"
#include "editor/editor_action.h"
#include "editor/editor_state.h"
#include "editor/editor_tests.h"
#include "map/layout.h"

typedef enum {
    EDITOR_PLAIN, // nothing stands above the page
    EDITOR_HELP,
    EDITOR_ASK_LEAVE,   // something is not saved
    EDITOR_ASK_CHANGED, // somebody else changed the file since it was read
    EDITOR_ASK_EMPTY,   // an empty case would take the place of one
    EDITOR_ASK_PATH,    // where to save, as another case
    EDITOR_ASK_DRAFT,   // something was written and not saved the last time
    EDITOR_ASK_HELD,    // another window has this file open
    EDITOR_ASK_ID,      // what something is to be named by
    EDITOR_ASK_DELETE,  // what is to go is named elsewhere
    EDITOR_TEMPLATES,   // what a new case is to begin as
    EDITOR_ASK_NEW,     // something is not saved
    EDITOR_PRESETS,     // what gauges and facts are when a play begins
    EDITOR_TRANSCRIPT,  // of what is played
    EDITOR_FIND,        // in all texts, and replace
    EDITOR_FIGURES,     // of the case
    EDITOR_TRANSLATE,   // texts for translators, and what comes back
    EDITOR_ASK_FILE,    // tests stand beside a file, and there is none yet
    EDITOR_TESTS,       // what they come to
    EDITOR_RECORD,      // what the test is called that a play becomes
    EDITOR_PRINTS,      // what can be printed of the case
    EDITOR_OVERLAY_COUNT
} EditorOverlay;

typedef enum {
    EDITOR_OUTLINE,
    EDITOR_MAP,
    EDITOR_FORM,
    EDITOR_FINDINGS,
    EDITOR_PLAYED,
    EDITOR_PANEL_COUNT
} EditorPanel;

typedef enum { EDITOR_MARK_NONE, EDITOR_MARK_REMARK, EDITOR_MARK_ERROR } EditorMark;

typedef struct {
    AppStart app;
    Str path;         // of the case; empty: a new one
    bool copy;        // … which stays as it is: a copy of it is written
    Str today;        // YYYY-MM-DD
    Str dictionaries; // folders, a line each (editor/dictionary.h); empty: nothing is spelled
    int64_t now_ms;
} EditorStart;

// A saving, on the writer's thread.
typedef struct {
    DocumentSave save;
    SaveResult result;
    Error error;
} EditorSaving;

typedef struct {
    AppState app;
    Arena arena; // for the whole run
    Arena scratch;
    Framework framework;
    Str today;
    int64_t now_ms; // of the last action
    Document document;
    bool has_previous; // beside the file stands the version before, as NAME~

    // What follows from the present state of the document
    Arena map_arena;
    Arena layout_arena;
    Layout map;
    EditorLaid laid; // what the layout was made of
    EditorMap on_map;
    EditorMark *marks; // by SceneId: the worst that is said of it
    int32_t errors, remarks;
    bool *mendable;     // by row of the findings (editor/mend.h)
    int32_t mend_count; // of them
    int32_t led_to;     // byte of the finding that was last led to; -1: none yet
    int32_t opened;     // how many cases were begun in this window; the map of each is seen whole at first

    Arena look_arena;
    Str looked_at;   // JSON pointer of the part, or of the scene, whose form is shown
    FormShown shown; // in it, though nothing is written
    Arena form_arena;
    Form form;                              // of it
    FormTargets targets[TARGET_SHARED + 1]; // what refs may name, by Target
    struct {
        Str at, text;
    } half; // a number that is none yet while it is typed; in focus_arena
    Arena focus_arena;
    Str focus; // JSON pointer: where the page that comes next puts the focus; empty: it stays
    Arena filter_arena;
    Str filter;        // scenes that have it are listed
    EditorPanel panel; // that is shown where there is room for one

    bool as_text; // conditions are written, not chosen in lists
    Bench bench;  // while the form of the detectors is shown
    EditorSpelling spelling;
    EditorFind find;
    EditorMeasure measure;
    EditorTranslating translating;
    EditorPlay play;
    EditorTests tests;
    EditorOverlay overlay;
    Arena overlay_arena;
    Str path;           // on EDITOR_ASK_PATH; on EDITOR_ASK_ID the id, on EDITOR_RECORD the name
    Str trouble;        // … why it cannot be that
    Str asked_at;       // on EDITOR_ASK_DELETE, EDITOR_ASK_ID: pointer of what is asked about
    Str new_language;   // on EDITOR_TEMPLATES: "fr" or "en"
    FormShown named_in; // … pointers of the parts that name something in it
    bool leaving;       // once it is saved
    int64_t saving;     // ticket; 0: nothing is being saved
    EditorSaving save;

    Str drafts; // folder; empty: nothing can be kept aside
    Autosave autosave;
    Draft draft; // on EDITOR_ASK_DRAFT
    Arena draft_arena;
    bool draft_failed; // and was told
    FileLock *lock;    // of the open file
} Editor;

void editor_begin(Editor *editor, const EditorStart *start);
void editor_update(Editor *editor, const EditorAction *action, int64_t now_ms);
void editor_finish(Editor *editor);
int64_t editor_next_tick(const Editor *editor, int64_t now_ms); // -1: never

bool editor_has_unsaved(const Editor *editor); // something was written that is in no file
bool editor_can_undo(const Editor *editor);
bool editor_can_redo(const Editor *editor);
int32_t editor_preset(const Editor *editor, Str id, int32_t otherwise); // of a gauge or a fact, for the next play
// The scene, or the part of the case, in which something stands: "/scenes/3" of "/scenes/3/title".
Str editor_part_of(const Scenario *scenario, Str at);
// Words of a row of the form that no dictionary knows.
const SpellingFaults *editor_spelling_faults(const Editor *editor, const FormRow *row);
