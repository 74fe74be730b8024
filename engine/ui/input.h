// Input: one thing that happened, in pixels of the window and milliseconds of the program's own clock. A frame
// answers one event.
#pragma once

#include "base/str.h"

typedef enum {
    INPUT_IDLE,    // nothing but the time: a first frame, a clock that moved on
    INPUT_KEY,     // a key went down, or `repeats`
    INPUT_TEXT,    // text was typed, pasted or composed: `text`; or a key that is held `repeats` it
    INPUT_COMPOSE, // an input method shows `text`, not typed yet; empty when it is done
    INPUT_MOVE,    // the pointer moved to (x, y), or left (-1, -1)
    INPUT_DOWN,    // the main button went down
    INPUT_UP,
    INPUT_WHEEL,  // by `wheel_x`, `wheel_y` notches: positive to the right and up
    INPUT_DROP,   // a file was let go over the window: `text` is its path
    INPUT_RESIZE, // the window has another size
    INPUT_LEAVE,  // somebody closes the window: who would lose something may be asked
    INPUT_END,    // the system ends the program: nobody can be asked any more
    INPUT_AWAY,   // nobody can act: no window of the program has the keyboard, or none is to be seen
    INPUT_BACK    // somebody can again
} UiInputKind;

// Letters are the characters of the key caps ('a' … 'z'), whatever the layout calls them; digits are those of the
// number row by place, shifted or not, and of the keypad ('0' … '9').
typedef enum {
    KEY_NONE = 0,
    KEY_SPACE = ' ',
    KEY_SLASH = '/',
    KEY_PLUS = '+',
    KEY_MINUS = '-',
    KEY_FULL_STOP = '.',
    KEY_ENTER = 256,
    KEY_ESCAPE,
    KEY_TAB,
    KEY_BACKSPACE,
    KEY_DELETE,
    KEY_LEFT,
    KEY_RIGHT,
    KEY_UP,
    KEY_DOWN,
    KEY_HOME,
    KEY_END,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_F1,
    KEY_F3 = KEY_F1 + 2,
    KEY_F5 = KEY_F1 + 4,
    KEY_F6,
    KEY_F7,
    KEY_F8,
    KEY_F9,
    KEY_F11 = KEY_F1 + 10,
    KEY_OTHER
} UiKey;

typedef enum { MOD_SHIFT = 1, MOD_CTRL = 2, MOD_ALT = 4 } UiModifier;

typedef struct {
    UiInputKind kind;
    int64_t now_ms;
    int32_t key;       // a UiKey, or a character
    int32_t modifiers; // UiModifiers
    bool repeats;      // of a key that is held down
    Str text;          // borrowed until the input was answered
    int32_t x, y;
    bool touches;   // of a pointer: it is a finger
    int32_t clicks; // DOWN: 2 for a double click, 3 for a triple one
    int32_t wheel_x, wheel_y;
} UiInput;
