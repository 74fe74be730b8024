// The machine: fonts, a voice, a clock, a clipboard, and the windows that a program opens (platform/window.h). With its
// neighbours in this room the only code that knows SDL.
//
//     Machine *machine = machine_create(&(MachineOptions){.fonts = folder}, &error);
//     Window *window = window_open(machine, &(WindowOptions){.name = S("main"), .title = title}, &error);
//     bool fine = machine_run(machine, &(App){.context = &app, .answer = answer}, &error);
//     machine_destroy(machine);
//
// machine_run asks the app for a frame with each input, in order, naming the window that the input is for. Before
// anything is painted the other windows are asked too, with INPUT_IDLE, for what they show may follow from it: no
// window is ever older than what was done in another. Painting waits until no input does. Only what differs from what a
// window showed last is painted again; when nothing happens nothing is done, not even a wake-up.
//
// Headless, windows are pictures in memory, inputs come from a script (platform/script.h), the clock stands still but
// for `wait`, and the clipboard is the program's own, so that two runs give the same bytes.
#pragma once

#include "base/error.h"
#include "base/system.h"
#include "platform/speech.h"
#include "ui/edit.h"
#include "ui/frame.h"

typedef struct Machine Machine;
typedef struct Window Window;

typedef struct {
    Str fonts;     // folder of the font files
    bool software; // paint without the graphics card, even where SDL_RENDER_DRIVER names a driver; without that
                   // variable it is painted so in any case
    Str script;    // not empty: headless
} MachineOptions;

typedef struct {
    int32_t width, height; // pixels
} WindowSize;

typedef struct {
    void *context;
    // The frame of that window, borrowed until it is asked for again, or NULL for one that is to be black. The input's
    // texts are borrowed until it returns. A frame that is `done`, of any window, ends the program; so does closing the
    // last window. What concerns no window goes to the one that has the focus, but INPUT_END to the one that was opened
    // first.
    const UiFrame *(*answer)(void *context, Window *window, const UiInput *input, WindowSize size);
} App;

typedef enum { FAMILY_STANDARD, FAMILY_EASY } FontFamily; // Atkinson Hyperlegible Next, Andika

Machine *machine_create(const MachineOptions *options, Error *error); // NULL: no display, no font, no script
void machine_destroy(Machine *machine);                               // NULL is fine; its windows go with it
void machine_hide_windows(Machine *machine); // once it has run: nobody is to look at one that answers no more
NODISCARD bool machine_run(Machine *machine, const App *app, Error *error);

// Those that show the same picture count as one. Headless two: windows there cover nothing. As many as there were at
// the start, unless they are watched: then the app is asked for its frames when there are fewer, or more.
int32_t machine_count_displays(const Machine *machine);
void machine_watch_displays(Machine *machine, bool watched);
Typesetter machine_typesetter(Machine *machine);
Clipboard machine_clipboard(Machine *machine);
void machine_use_family(Machine *machine, FontFamily family); // in all windows: every measure taken before is void
void machine_set_language(Machine *machine, Str language);    // of what is spoken: "fr", "en"
// A voice that is wanted is connected to, and the app gets an INPUT_IDLE whenever machine_voice would tell something
// else than it did last: whoever wants one asks at each input.
void machine_want_voice(Machine *machine, bool wanted);
VoiceState machine_voice(Machine *machine);
// Gives a file or a folder to the program that this machine opens it with. False: there is none; whether that program
// then managed nobody tells. Headless nothing is opened, and it is true.
bool machine_open_path(Machine *machine, Str path);
// As system_start. Headless nothing is started, and it is true.
bool machine_start(Machine *machine, const SystemCommand *command);
void machine_wake(Machine *machine);            // from any thread: the app gets an INPUT_IDLE
int64_t machine_now_ms(const Machine *machine); // since the start; headless: what the script waited
