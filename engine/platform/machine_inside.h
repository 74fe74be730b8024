// The inside of the machine and of its windows, and what their parts do for each other. For engine/platform/ only.
#pragma once

#include "platform/paint.h"
#include "platform/script.h"
#include "platform/window.h"
#include "platform/x11_displays.h"

struct SDL_Cursor;
struct SDL_Renderer;
struct SDL_Texture;
struct SDL_Surface;
struct SDL_Window;
union SDL_Event;

// How a machine meets the world: on displays, or headless in memory. Chosen once, when it is created; nothing else asks
// which it is.
typedef struct {
    SpeechBackend speech;
    NODISCARD bool (*begin)(Machine *machine, const MachineOptions *options, Error *error);
    void (*end)(Machine *machine); // after its last window; also where it did not begin
    NODISCARD bool (*open)(Window *window, const WindowOptions *options, Error *error);
    void (*close)(Window *window); // its painter is gone; also where it did not open
    void (*set_title)(Window *window, const char *title);
    NODISCARD bool (*run)(Machine *machine, Error *error);
    void (*wake)(Machine *machine);
    bool (*open_path)(Arena *scratch, Str path);
    bool (*start)(const SystemCommand *command);
    int32_t (*count_displays)(const Machine *machine);
    void (*watch_displays)(Machine *machine, bool watched);
    int64_t (*look_at_displays)(const Machine *machine); // 0: they need not be looked at
    int64_t (*now_ms)(const Machine *machine);
    Str (*get_clipboard)(const Machine *machine, Arena *arena);
    void (*set_clipboard)(const char *text); // told to others; the machine keeps it itself
} World;

extern const World WORLD_OF_DISPLAYS, WORLD_IN_MEMORY;

// What is known of the displays (display_guard.c).
typedef struct {
    bool watched; // a program wants a window that has a display to itself
    X11Displays x11;
    DisplayList seen;
    int32_t told;       // the program knows of that many
    uint64_t home;      // the display that such a window had last; 0: none
    int64_t looked_ms;  // when they were looked at
    int64_t settled_ms; // from then on they and the windows stand as they will
    int64_t slept_ms;   // how long the machine had slept by then
} DisplayGuard;

struct Machine {
    Arena arena;
    const World *world;
    Fonts *fonts;
    MachineFonts *own_fonts; // the machine's
    Speech *speech;
    const App *app;            // while it runs
    ROWS_OF(Window *) windows; // in the order in which they were opened
    Window *focus;             // NULL: the first
    bool done;                 // a frame said so
    Arena clipped;             // holds the clipboard
    Str clipboard;

    // On displays.
    bool video, software;
    DisplayGuard displays;
    uint64_t started_ms;
    uint32_t wake_event;
    bool types;
    bool key_repeats; // the last key that came is one that is held: so is the text that it types
    UiPointer pointer;
    bool touched;   // a finger is down, and counts alone:
    int64_t finger; // … this one
    struct SDL_Cursor *cursors[POINTER_COUNT];

    // In memory.
    Script script;
    int64_t clock_ms;
    _Atomic bool woken;

    struct {
        int32_t x, y, count;
        int64_t at_ms;
    } click; // the last one, where nobody else counts
};

struct Window {
    Arena arena;
    Machine *machine;
    Str name, title;
    Arena titled; // holds the title
    Ui *ui;
    Painter *painter;
    struct SDL_Surface *surface; // that is painted on
    struct SDL_Surface *copy;    // the same, if it is ours; NULL: it is the window's own
    WindowSize size;
    const UiFrame *frame; // the last one; one that shows nothing before the first
    bool stale;           // may be older than what was done: it is to be asked for a frame
    bool closed;          // goes when the app has answered

    // On a display.
    struct SDL_Window *window;
    bool shown;
    bool guarded;                  // it fills one display, and must not stand elsewhere
    Rect home;                     // … which is there, in the units of displays
    int64_t strayed_ms;            // since when it is found elsewhere; 0: it is not
    bool grows;                    // is maximised once it is shown: SDL 2.26 cannot begin so on Wayland
    struct SDL_Renderer *renderer; // of a graphics card that shows it, with a texture for that; else NULL
    struct SDL_Texture *texture;
    bool was_maximised;      // when it became full screen
    WindowPlace place, next; // that it held for a while; where it is since, which may only be on the way
    int64_t next_ms;
};

// Gives a window what happened in it, and notes that the others may be older now. The window may be gone then.
void machine_give(Window *window, const UiInput *input);
// Dark: nothing but black. At most PAINT_MOST_RECTS; how many, 0: nothing differs.
int32_t machine_paint_damage(Window *window, bool dark, Rect *rects);
void machine_end_painting(Window *window);       // painter, copy and renderer go
void machine_catch_up(Machine *machine);         // asks every window that may be older than what was done
int64_t machine_wake_at(const Machine *machine); // when the first window, or the voice, is to be looked at; 0: never
void machine_tick(Machine *machine);             // that moment has come
int32_t machine_count_clicks(Machine *machine, int32_t x, int32_t y); // as the system counts those of a mouse
void machine_sweep(Machine *machine, bool all);                       // closed windows go, or all of them

void display_resize(Window *window);
void display_paint(Window *window);
void display_expose(Window *window);
void display_toggle_full_screen(Window *window);

void display_begin_guard(Machine *machine);
void display_end_guard(Machine *machine);
int32_t display_count(const Machine *machine);
void display_watch(Machine *machine, bool watched);
int64_t display_look_at(const Machine *machine); // 0: nobody watches
void display_wake(Machine *machine);             // it slept, or was stopped
void display_guard(Machine *machine);            // displays and windows may stand otherwise than before
// The display that a guarded window is to fill, which no other window stands on from then on. False: there is none.
NODISCARD bool display_take_home(Machine *machine, Rect *place);
bool display_is_dark(const Window *window); // it is to be black, whatever its frame shows

void display_follow_place(Window *window); // it may have been moved, enlarged, …
// False: nothing for the app.
bool display_translate(const Window *window, const union SDL_Event *event, UiInput *input);
void display_handle(Machine *machine, const union SDL_Event *event); // what an app is to know of it is answered
NODISCARD bool display_run(Machine *machine, Error *error);
