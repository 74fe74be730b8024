// Keys in a text field: caret, selection, undo, by grapheme clusters and words. It knows no font: moving up
// or down is the field's affair, which says where the caret goes.
//
//     TextEdit edit;
//     edit_init(&edit, text);
//     if (edit_apply(&edit, &input, rules, &clipboard) == EDIT_CHANGED) { … edit_text(&edit) … }
//
// The text lives in the edit's own arena; `edit_text` borrows it until the next change. Undo keeps whole texts:
// keystrokes that follow each other within a second are one step, and the oldest go past 1 MiB, but for the last two.
#pragma once

#include "ui/input.h"

typedef struct {
    Str text;
    ptrdiff_t caret, anchor; // bytes; the selection lies between them
    int64_t at_ms;
} TextRevision;

typedef struct {
    Arena arena;
    ROWS_OF(TextRevision) revisions; // the current one and those that undo and redo go to
    int32_t current;                 // row of revisions
    ptrdiff_t caret, anchor;
    bool joins; // the next keystroke may join the current revision
} TextEdit;

typedef struct {
    bool multiline;     // Enter adds a line; else it is left to the caller, and pasted line ends become spaces
    int32_t most_chars; // code points; what goes beyond is cut at a grapheme's edge; 0: no limit of its own (a million)
    bool read_only;     // selecting and copying only
    bool undo_outside;  // undo and redo are left to the caller, who keeps every state of the text
} TextEditRules;

// Given by the platform; tests give a plain variable. `get` gives UTF-8 that may hold anything.
typedef struct {
    void *context;
    Str (*get)(void *context, Arena *arena);
    void (*set)(void *context, Str text);
} Clipboard;

// IGNORED: the input is for somebody else. MOVED: it was taken and the text is the same; so it is for a key that only
// types, whose text comes after it.
typedef enum { EDIT_IGNORED, EDIT_MOVED, EDIT_CHANGED } EditOutcome;

void edit_init(TextEdit *edit, Str text); // caret at the end
void edit_finish(TextEdit *edit);
void edit_replace(TextEdit *edit, Str text); // the model changed it: undo begins anew unless it is the same text
Str edit_text(const TextEdit *edit);
Str edit_selection(const TextEdit *edit);
void edit_move(TextEdit *edit, ptrdiff_t caret, bool keep_anchor); // to a grapheme's edge
void edit_select_word(TextEdit *edit, ptrdiff_t at);
// Characters, arrows (Ctrl: by word), Home, End (Ctrl: of the text), Backspace, Delete (Ctrl: a word), Ctrl+A C X V Z Y
// and Ctrl+Shift+Z. Control characters are never taken in, but for line ends where the rules allow them; a tab becomes
// a space. Home and End know the lines of the text, not those it is broken into.
EditOutcome edit_apply(TextEdit *edit, const UiInput *input, TextEditRules rules, const Clipboard *clipboard);
