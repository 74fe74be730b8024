// The door to the X server's list of displays. SDL 2.26 reads it once, when it starts, and keeps what it saw whatever
// is plugged in, taken away or given another resolution since. The libraries are found when the program runs, and asked
// over a connection of their own, which is not needed before the first question.
//
//     X11Displays door = {0};
//     bool told = x11_list(&door, &list);
//     x11_close(&door);
#pragma once

#include "base/error.h"
#include "platform/displays.h"

typedef struct X11Monitor X11Monitor;

typedef struct {
    bool refused; // this X server, or what is installed here, does not tell: it is not asked again
    void *x11, *randr;
    void *connection;
    void *(*open)(const char *name);
    int (*close)(void *connection);
    unsigned long (*root)(void *connection);
    int (*version)(void *connection, int *major, int *minor);
    X11Monitor *(*list)(void *connection, unsigned long window, int active, int *count);
    void (*release)(X11Monitor *list);
} X11Displays;

NODISCARD bool x11_list(X11Displays *door, DisplayList *list); // the main one first; false: nothing is known
void x11_close(X11Displays *door);
