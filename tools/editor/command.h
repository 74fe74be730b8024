// What can be done whatever has the focus, as one table: the buttons of the bar, the keys and the help follow from it.
#pragma once

#include "editor/editor.h"

typedef struct {
    Str key;  // of its button; empty: it has none
    Str text; // on the button, a source of the catalogue
    Str what; // in the help, likewise
    int32_t press, modifiers;
    EditorActionKind action;
    int32_t index;
    bool (*can)(const Editor *editor); // NULL: at any time
} Command;

extern const Command COMMANDS[];
extern const int32_t COMMAND_COUNT;
