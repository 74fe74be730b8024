// Faults of a page that keep it from being read: for tests, and for who makes pages.
//
//     const UiFrame *frame = ui_end(ui);
//     UiFaults faults = ui_find_faults(ui);
//
// A text may leave the box it stands in only where that box scrolls to it, and what holds a path may break anywhere. In
// a picture only what is in sight is looked at: whoever wants to be sure scrolls there.
#pragma once

#include "ui/ui.h"

typedef enum {
    FAULT_CUT,     // ends with … and is no preview
    FAULT_BROKEN,  // a word of it is wider than its line
    FAULT_OUTSIDE, // leaves `room`, a box or the window
    FAULT_SLIT,    // scrolls in `room`, which is lower than a line of it
    FAULT_OVERLAP  // stands on `other`
} UiFaultKind;

typedef struct {
    UiFaultKind kind;
    Str text, other;
    Rect rect, room; // pixels
} UiFault;

typedef ROWS_OF(UiFault) UiFaults;

UiFaults ui_find_faults(Ui *ui);     // of the frame that ui_end gave; borrowed until the next ui_begin
Str ui_fault_name(UiFaultKind kind); // "overlap": for tests, not for people
