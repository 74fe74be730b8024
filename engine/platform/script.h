// A script drives a program without a display, for tests, pictures and manuals. Steps stand side by side, separated by
// spaces:
//
//     key:Down key:ctrl+Return repeat:Down text:'Bonjour' click:960,540 move:10,10 down:1,1 up:2,2 wheel:-3
//     drop:CASE.json wait:300 focus:'Continuer' press:'Continuer' size:1280x720 close away back shot:OUT.png
//     tree:OUT.json speech:OUT.txt quit
//     window:audience shot:presenter=OUT.png tree:presenter=OUT.json
//
// Presses, texts and the pointer go to the window that has the focus: at first the one that was opened first,
// then the one that `window` names. `shot` and `tree` are of it too unless they name another before a =. A name is made
// of small letters, digits and -; a path that begins like one stands between apostrophes. A window that is not open
// ends the run with an Error that has its name.
//
// `key` is pressed and let go; `repeat` is what the system makes of one that is held: another of the same, marked as
// such. A second `click` on the same spot within half a second is a double click. As for people, a page that is newer
// than 0.4 s takes no Return and no Space: wait before.
//
// `close` is somebody who closes the window, `away` somebody who turns to another program, `back` who comes back.
// `quit` ends as the system does; nothing more is done then, whatever the program says.
//
// `focus` presses Tab until what has that name has the focus and is in sight; it ends the run with an Error if that
// never comes. `press` clicks on what has that name and can be pressed, and turns the wheel until it is in sight; it
// ends the run in the same way. A text stands between apostrophes, and so may a path (a typographic one, ’, needs no
// care; \' and \\ are ' and \). A key has one of the names Down Up Left Right Return Escape Tab Backspace Delete Home
// End PageUp PageDown Space F1 F3 F5 F6 F7 F8 F11 or is a character, and ctrl+ shift+ alt+ before it. A file that
// cannot be written ends the run with its Error; a step that is not understood is refused before anything is done.
#pragma once

#include "base/str.h"
#include "ui/input.h"

typedef enum {
    SCRIPT_INPUT,
    SCRIPT_WAIT,
    SCRIPT_SIZE,
    SCRIPT_FOCUS,
    SCRIPT_PRESS,
    SCRIPT_WINDOW,
    SCRIPT_SHOT,
    SCRIPT_TREE,
    SCRIPT_SPEECH,
    SCRIPT_QUIT
} ScriptStepKind;

typedef struct {
    ScriptStepKind kind;
    UiInput input;         // its text, where it is a key: what that key types in a field
    int32_t ms;            // WAIT
    int32_t width, height; // SIZE
    Str path;              // SHOT, TREE, SPEECH
    Str name;              // FOCUS, PRESS
    Str window;            // WINDOW; SHOT, TREE: empty: that which has the focus
} ScriptStep;

typedef ROWS_OF(ScriptStep) Script;

// False: `bad` is the first step that is not understood.
bool script_parse(Arena *arena, Str text, Script *script, Str *bad);
