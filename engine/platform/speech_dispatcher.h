// The door to speech-dispatcher, whose library is found when the program runs: it is not needed for building. On
// Windows to the voices of the system (SAPI), which are found in the same way. For the thread of platform/speech.c
// alone, since each call may take as long as the service likes.
//
//     Dispatcher dispatcher = {0};
//     if (dispatcher_open(&dispatcher) && !dispatcher_say(&dispatcher, text, language)) { … } // the connection is lost
//     dispatcher_close(&dispatcher);
//
// A call that returns false tells that the service is not to be talked to any more: close, and open again later.
#pragma once

#include "base/error.h"

typedef struct {
    void *library; // NULL: it is not on this machine. Stays loaded: GLib, which comes with it, cannot be unloaded
    void *connection;
    void *(*open)(const char *client, const char *connection, const char *user, int mode, const void *address,
                  int autospawn, char **error);
    int (*say)(void *connection, int priority, const char *text);
    int (*set_language)(void *connection, const char *language);
    int (*cancel)(void *connection);
    void (*close)(void *connection);
    void (*free_text)(void *text); // GLib's, on which the library stands
    char *language;                // SDL's; what was set last
} Dispatcher;

NODISCARD bool dispatcher_open(Dispatcher *dispatcher); // the service is started where it is not running
// In valid UTF-8: the service hangs up on anything else. `language` may be NULL: as it was.
NODISCARD bool dispatcher_say(Dispatcher *dispatcher, const char *text, const char *language);
NODISCARD bool dispatcher_cancel(Dispatcher *dispatcher);
void dispatcher_close(Dispatcher *dispatcher); // also when none is open
