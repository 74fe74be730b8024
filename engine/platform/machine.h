// The platform's inside, and what its parts do for each other. Nothing outside this room includes it.
#pragma once

#include "platform/paint.h"
#include "platform/script.h"
#include "platform/speech.h"

struct SDL_Cursor;
struct SDL_Renderer;
struct SDL_Surface;
struct SDL_Window;
union SDL_Event;

enum { POINTER_COUNT = POINTER_TEXT + 1 };

struct Platform {
    Arena arena;
    Fonts *fonts;
    Speech *speech;
    Painter *painter;
    struct SDL_Renderer *renderer;
    struct SDL_Surface *surface; // that is painted on; NULL with a graphics card
    int32_t width, height;       // pixels
    const App *app;              // while it runs
    const UiFrame *frame;        // the last one

    struct SDL_Window *window; // NULL: headless
    uint64_t started_ms;
    uint32_t wake_event;
    bool shown;
    bool grows; // is maximised once it is shown: SDL 2.26 cannot begin so on Wayland
    bool card;  // the graphics card paints
    bool types;
    int32_t pointer; // a UiPointer
    struct SDL_Cursor *cursors[POINTER_COUNT];

    Script script;
    int64_t clock_ms;
    _Atomic bool woken;
    Arena clipped; // holds the clipboard
    Str clipboard;
    struct {
        int32_t x, y, count;
        int64_t at_ms;
    } click;
};

void platform_ask(Platform *platform, const UiInput *input); // the app for a frame; what it says is said
void platform_end_painting(Platform *platform);              // painter and renderer go

NODISCARD bool window_open(Platform *platform, const PlatformOptions *options, Error *error);
void window_close(Platform *platform);
void window_resize(Platform *platform);
void window_paint(Platform *platform);
void window_expose(Platform *platform);
void window_toggle_full_screen(Platform *platform);
void window_follow(Platform *platform); // the frame's wishes: text input, pointer
bool window_translate(const Platform *platform, const union SDL_Event *event,
                      UiInput *input);                                // false: nothing for the app
void window_handle(Platform *platform, const union SDL_Event *event); // what the app is to know of it is answered
void window_run(Platform *platform);

NODISCARD bool headless_open(Platform *platform, const PlatformOptions *options, Error *error);
NODISCARD bool headless_run(Platform *platform, Error *error);
