// What can be done whatever has the focus, as one table: the buttons of the bar, the keys and the help follow from it.
#pragma once

#include "editor/editor.h"

// Where a command is shown; its key and the help have it anyway.
typedef enum {
    COMMAND_BY_KEY,      // nowhere
    COMMAND_ON_BAR,      // a button
    COMMAND_ON_WIDE_BAR, // a button where there is room for one, else in the list of tools
    COMMAND_IN_FILE,     // in the list of what can be done with the file
    COMMAND_IN_TOOLS
} CommandPlace;

typedef struct {
    CommandPlace place;
    Str key;  // of its button
    Str text; // on the button or in the list, a source of the catalogue
    Str what; // in the help, likewise
    int32_t press, modifiers;
    EditorActionKind action;
    int32_t index;
    bool (*can)(const Editor *editor); // NULL: at any time
} Command;

extern const Command COMMANDS[];
extern const int32_t COMMAND_COUNT;
