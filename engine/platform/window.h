// A window of the machine's: on a display, or headless a picture in memory. Each has a name, by which the program and
// scripts find it, a size, and a toolkit of its own, so that focus, scrolling and scale are its own too.
//
//     Window *room = window_open(machine, &(WindowOptions){.name = S("audience"), .black = true}, &error);
//     if (room == window_find(machine, S("audience"))) { window_close(room); }
//
// Windows may be opened and closed while the app answers. One that is opened then is asked for its first frame before
// anything is painted.
#pragma once

#include "platform/machine.h"
#include "ui/ui.h"

typedef enum { WINDOW_MAXIMISED, WINDOW_AS_LARGE, WINDOW_FULL_SCREEN } WindowFit; // AS_LARGE: as `width`, `height` say

// Where a window stands on its display and how large it is when nothing enlarges it, in the display's own units.
typedef struct {
    int32_t x, y, width, height;
    bool restored; // it is neither maximised nor full screen
} WindowPlace;

typedef struct {
    Str name, title;
    int32_t width, height; // of a window that is AS_LARGE; of a picture. Not above 0: what is usual
    WindowFit fit;         // on a display
    WindowPlace place;     // where it stood: what fits the displays of today of it is taken; no width: not known
    int32_t display;       // number from 0; the first stands for one that is not there
    bool black; // is shown at once, black until its first frame; others are shown with their first frame. One that is
                // full screen too is for a room: it takes a display on which no other window stands, is refused where
                // there is none, and black again while displays change and when the machine has slept
} WindowOptions;

// NULL: the display refuses. No open window has that name yet.
Window *window_open(Machine *machine, const WindowOptions *options, Error *error);
void window_close(Window *window);                     // it goes when the answer that closes it has returned
Window *window_find(const Machine *machine, Str name); // NULL: none that is open
Window *window_with_focus(const Machine *machine);     // NULL: none is open
Str window_name(const Window *window);
void window_set_title(Window *window, Str title);
Str window_title(const Window *window);                          // borrowed until the next one is set
bool window_get_place(const Window *window, WindowPlace *place); // false: a picture stands nowhere
Ui *window_ui(const Window *window);
