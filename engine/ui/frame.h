// A frame, whoever built it: what to paint, what it is for those who do not see it, and when the
// program wants to be asked again. Borrowed from the toolkit until the next frame begins.
#pragma once

#include "ui/draw.h"

typedef uint64_t UiId; // 0: none; the same from frame to frame

typedef enum {
    ROLE_NONE, // not in the tree
    ROLE_TEXT,
    ROLE_HEADING,
    ROLE_BUTTON,
    ROLE_LINK,
    ROLE_OPTION, // one of several answers
    ROLE_CHECKBOX,
    ROLE_RADIO,
    ROLE_TAB,
    ROLE_FIELD,
    ROLE_METER,
    ROLE_LIST,
    ROLE_ITEM,
    ROLE_GROUP, // what its name says holds for all in it
    ROLE_PANEL, // a part of the window with a page of its own
    ROLE_DIALOG,
    ROLE_ALERT, // spoken when it appears
    ROLE_PICTURE,
    ROLE_CANVAS,
    ROLE_COUNT,
    UI_SILENT = ROLE_COUNT // of a text: the name of what it stands in says it already
} UiRole;

typedef struct {
    UiId id;
    UiRole role;
    Str name, value;
    Rect rect;               // as far as it is visible; empty when scrolled out of sight
    int32_t depth;           // in the tree; a row's parent is the nearest row above it with a smaller depth
    int32_t place, set_size; // "2 of 5", from 1; 0: not in a set
    bool focusable, focused, enabled, checked;
} UiTreeNode;

typedef struct {
    Str text, language; // language: BCP 47; empty: that of the interface
    bool interrupts;    // what is being said stops for it
} UiUtterance;

typedef enum { POINTER_ARROW, POINTER_HAND, POINTER_TEXT, POINTER_COUNT } UiPointer;

typedef struct {
    int32_t width, height; // pixels
    DrawList draws;
    ROWS_OF(UiTreeNode) tree;  // in reading order, which is the order of Tab
    ROWS_OF(UiUtterance) says; // new in this frame, only while speech is wanted
    bool types;                // a field has the focus: input methods are on
    Rect caret;                // of that field
    UiPointer pointer;
    int64_t wake_at_ms; // ask again then, even if nothing happens; 0: no need
    bool done;          // the program may end
} UiFrame;

Str ui_role_name(UiRole role); // "button": for the tree as JSON and for tests, not for people
