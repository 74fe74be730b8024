#include "platform/machine.h"

#include <SDL.h>

enum { LEAST_WIDTH = 640, LEAST_HEIGHT = 360, USUAL_WIDTH = 1280, USUAL_HEIGHT = 720 };

// Set before SDL starts.
static const char *const HINTS[][2] = {
    {SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0"}, // that is for games
    {SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1"},           // a click on a window that has not the focus counts
    {SDL_HINT_IME_SHOW_UI, "1"},                        // candidates of input methods are the system's affair
    {SDL_HINT_APP_NAME, "Palabre"},
};

enum { HINT_COUNT = sizeof HINTS / sizeof HINTS[0] };

// The card is asked for by naming a driver of SDL's; our own painting is as quick, for it paints what changed only.
static bool begin_card(Platform *platform) {
    const char *driver = SDL_GetHint(SDL_HINT_RENDER_DRIVER);
    if (!platform->card || !driver || SDL_strcmp(driver, "software") == 0) {
        return false;
    }
    platform->renderer = SDL_CreateRenderer(platform->window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    return platform->renderer != NULL;
}

static bool begin_painting(Platform *platform, Error *error) {
    platform_end_painting(platform);
    platform->card = begin_card(platform);
    if (!platform->card) {
        platform->surface = SDL_GetWindowSurface(platform->window);
        platform->renderer = platform->surface ? SDL_CreateSoftwareRenderer(platform->surface) : NULL;
    }
    if (!platform->renderer) {
        return error_set(error, ERROR_SYSTEM, 0, str_from_c(SDL_GetError()));
    }
    SDL_GetRendererOutputSize(platform->renderer, &platform->width, &platform->height);
    platform->painter = painter_create(platform->renderer, platform->fonts, !platform->card);
    return true;
}

static bool is_on_wayland(void) {
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver && SDL_strcmp(driver, "wayland") == 0;
}

static SDL_Window *create_window(Platform *platform, const PlatformOptions *options) {
    int place = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)SDL_max(options->display, 0));
    Uint32 flags = SDL_WINDOW_HIDDEN | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    flags |= options->windowed || platform->grows ? 0 : SDL_WINDOW_MAXIMIZED;
    ArenaMark mark = arena_mark(&platform->arena);
    SDL_Window *window = SDL_CreateWindow(str_to_c(&platform->arena, options->title), place, place,
                                          options->width > 0 ? options->width : USUAL_WIDTH,
                                          options->height > 0 ? options->height : USUAL_HEIGHT, flags);
    arena_rewind(&platform->arena, mark);
    return window;
}

bool window_open(Platform *platform, const PlatformOptions *options, Error *error) {
    for (int32_t i = 0; i < HINT_COUNT; i++) {
        SDL_SetHint(HINTS[i][0], HINTS[i][1]);
    }
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        return error_set(error, ERROR_SYSTEM, 0, str_from_c(SDL_GetError()));
    }
    SDL_StopTextInput();
    // The window's own surface is what is painted on: left alone, SDL would show it through OpenGL, which takes four
    // times as long to start and sixty megabytes. For Wayland it has no other way.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, is_on_wayland() ? "1" : "0");
    platform->grows = !options->windowed && is_on_wayland();
    platform->window = create_window(platform, options);
    if (!platform->window) {
        error_set(error, ERROR_SYSTEM, 0, str_from_c(SDL_GetError()));
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
        return false;
    }
    SDL_SetWindowMinimumSize(platform->window, LEAST_WIDTH, LEAST_HEIGHT);
    platform->wake_event = SDL_RegisterEvents(1);
    platform->card = !options->software;
    return begin_painting(platform, error);
}

void window_close(Platform *platform) {
    for (int32_t i = 0; i < POINTER_COUNT; i++) {
        if (platform->cursors[i]) {
            SDL_FreeCursor(platform->cursors[i]);
        }
    }
    SDL_DestroyWindow(platform->window);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

// A surface that cannot be had for the moment, as while the window has no size, is asked for again at the next resize.
void window_resize(Platform *platform) {
    if (!begin_painting(platform, NULL)) {
        platform->width = 0;
        platform->height = 0;
    }
}

static void show_rects(Platform *platform, const Rect *rects, int32_t count) {
    SDL_Rect shown[PAINT_MOST_RECTS];
    for (int32_t i = 0; i < count; i++) {
        shown[i] = (SDL_Rect){rects[i].x, rects[i].y, rects[i].width, rects[i].height};
    }
    SDL_UpdateWindowSurfaceRects(platform->window, shown, count);
}

// The window is shown when its first frame is painted, and painted at once: nobody sees an empty one.
void window_paint(Platform *platform) {
    Rect rects[PAINT_MOST_RECTS];
    int32_t count = !platform->painter ? 0
                                       : painter_paint(platform->painter, &platform->frame->draws, platform->width,
                                                       platform->height, rects, PAINT_MOST_RECTS);
    bool first = !platform->shown;
    if (first) {
        platform->shown = true;
        SDL_ShowWindow(platform->window);
    }
    if (count > 0 && platform->card) {
        SDL_RenderPresent(platform->renderer);
    } else if (count > 0) {
        show_rects(platform, rects, count);
    }
    if (first && platform->grows) {
        SDL_MaximizeWindow(platform->window);
    }
}

void window_expose(Platform *platform) {
    if (platform->card && platform->painter) {
        painter_forget(platform->painter);
    } else if (platform->painter) {
        SDL_UpdateWindowSurface(platform->window);
    }
}

void window_toggle_full_screen(Platform *platform) {
    bool full = (SDL_GetWindowFlags(platform->window) & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    SDL_SetWindowFullscreen(platform->window, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
}

static void follow_pointer(Platform *platform) {
    static const SDL_SystemCursor SHAPES[POINTER_COUNT] = {
        [POINTER_ARROW] = SDL_SYSTEM_CURSOR_ARROW,
        [POINTER_HAND] = SDL_SYSTEM_CURSOR_HAND,
        [POINTER_TEXT] = SDL_SYSTEM_CURSOR_IBEAM,
    };
    int32_t pointer = platform->frame->pointer;
    if (pointer == platform->pointer) {
        return;
    }
    platform->pointer = pointer;
    if (!platform->cursors[pointer]) {
        platform->cursors[pointer] = SDL_CreateSystemCursor(SHAPES[pointer]);
    }
    SDL_SetCursor(platform->cursors[pointer]);
}

static int32_t to_window(int32_t pixels, int32_t size, int32_t size_px) {
    return size_px > 0 ? (int32_t)((int64_t)pixels * size / size_px) : pixels;
}

static void follow_caret(const Platform *platform) {
    int width, height;
    SDL_GetWindowSize(platform->window, &width, &height);
    Rect caret = platform->frame->caret;
    SDL_SetTextInputRect(
        &(SDL_Rect){to_window(caret.x, width, platform->width), to_window(caret.y, height, platform->height),
                    to_window(caret.width, width, platform->width), to_window(caret.height, height, platform->height)});
}

void window_follow(Platform *platform) {
    follow_pointer(platform);
    if (platform->frame->types) {
        follow_caret(platform);
    }
    if (platform->frame->types == platform->types) {
        return;
    }
    platform->types = platform->frame->types;
    if (platform->types) {
        SDL_StartTextInput();
    } else {
        SDL_StopTextInput();
    }
}
