// The machine: a window (or, headless, a picture in memory), fonts, clock, clipboard, speech. With its neighbours in
// this room the only code that knows SDL.
//
//     Platform *platform = platform_create(&options, &error);
//     app.typesetter = platform_typesetter(platform);
//     bool fine = platform_run(platform, &(App){.context = &app, .answer = answer}, &error);
//     platform_destroy(platform);
//
// platform_run asks the app for a frame with each input, in order, and paints when no input waits. Only what differs
// from what was painted last is painted again; when nothing happens nothing is done, not even a wake-up.
//
// Headless, inputs come from a script (platform/script.h), the clock stands still but for `wait`, and the clipboard is
// the program's own, so that two runs give the same bytes.
#pragma once

#include "base/error.h"
#include "ui/edit.h"
#include "ui/frame.h"

typedef struct Platform Platform;

typedef struct {
    Str title;
    Str fonts;             // folder of the font files
    int32_t width, height; // of the window when it is not maximised; of the picture
    bool windowed;         // not maximised
    int32_t display;       // number from 0
    bool software;         // paint without the graphics card, even where SDL_RENDER_DRIVER names a driver; without that
                           // variable it is painted so in any case
    Str script;            // not empty: headless
} PlatformOptions;

typedef struct {
    void *context;
    // The input's texts and the frame are borrowed until the next call.
    const UiFrame *(*answer)(void *context, const UiInput *input, int32_t width, int32_t height);
} App;

typedef enum { FAMILY_STANDARD, FAMILY_EASY } FontFamily; // Atkinson Hyperlegible Next, Andika

Platform *platform_create(const PlatformOptions *options, Error *error); // NULL: no display, no font
void platform_destroy(Platform *platform);                               // NULL is fine
NODISCARD bool platform_run(Platform *platform, const App *app, Error *error);

Typesetter platform_typesetter(Platform *platform);
Clipboard platform_clipboard(Platform *platform);
void platform_use_family(Platform *platform, FontFamily family); // every measure taken before is void
void platform_set_language(Platform *platform, Str language);    // of what is spoken: "fr", "en"
bool platform_can_speak(Platform *platform);                     // connects when first asked
void platform_wake(Platform *platform);                          // from any thread: the app gets an INPUT_IDLE
int64_t platform_now_ms(Platform *platform);                     // since the start; headless: what the script waited
