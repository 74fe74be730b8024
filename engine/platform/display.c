#include "platform/machine_inside.h"

#include "base/path.h"
#include "base/system.h"
#include "platform/paint_icon.h"

#include <SDL.h>

#include <string.h>

enum { LEAST_WIDTH = 640, LEAST_HEIGHT = 360, USUAL_WIDTH = 1280, USUAL_HEIGHT = 720 };

// Set before SDL starts.
static const char *const HINTS[][2] = {
    {SDL_HINT_VIDEO_X11_NET_WM_BYPASS_COMPOSITOR, "0"}, // that is for games
    {SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1"},           // a click on a window that has not the focus counts
    {SDL_HINT_IME_SHOW_UI, "1"},                        // candidates of input methods are the system's affair
    {SDL_HINT_QUIT_ON_LAST_WINDOW_CLOSE, "0"},          // closing a window is told once, as that
    {SDL_HINT_TOUCH_MOUSE_EVENTS, "0"},                 // a finger is no mouse: it scrolls
    {SDL_HINT_APP_NAME, "Palabre"},
};

enum { HINT_COUNT = COUNT(HINTS) };

// The card is asked for by naming a driver of SDL's. It only shows what is painted in memory.
static bool begin_card(Window *window) {
    const char *driver = SDL_GetHint(SDL_HINT_RENDER_DRIVER);
    if (window->machine->software || !driver || SDL_strcmp(driver, "software") == 0) {
        return false;
    }
    int width = 0, height = 0;
    window->renderer = SDL_CreateRenderer(window->window, -1, SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC);
    if (window->renderer && SDL_GetRendererOutputSize(window->renderer, &width, &height) == 0) {
        window->texture =
            SDL_CreateTexture(window->renderer, SDL_PIXELFORMAT_RGB888, SDL_TEXTUREACCESS_STREAMING, width, height);
    }
    if (window->texture) {
        window->copy = SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_RGB888);
    }
    window->surface = window->copy;
    return window->surface != NULL;
}

// The window's own surface, or, where that has another format, one that is copied to it.
static bool begin_surface(Window *window) {
    machine_end_painting(window);
    window->surface = SDL_GetWindowSurface(window->window);
    if (window->surface && window->surface->format->format != SDL_PIXELFORMAT_RGB888) {
        window->copy =
            SDL_CreateRGBSurfaceWithFormat(0, window->surface->w, window->surface->h, 32, SDL_PIXELFORMAT_RGB888);
        window->surface = window->copy;
    }
    return window->surface != NULL;
}

static bool begin_painting(Window *window, Error *error) {
    machine_end_painting(window);
    if (!begin_card(window) && !begin_surface(window)) {
        return error_set(error, ERROR_SYSTEM, 0, str_from_c(SDL_GetError()));
    }
    window->size = (WindowSize){window->surface->w, window->surface->h};
    window->painter = painter_create(window->machine->fonts, window->surface);
    return true;
}

static bool is_on(const char *wanted) {
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver && SDL_strcmp(driver, wanted) == 0;
}

// Where there is no display SDL may take a driver that shows nothing, and would run unseen for ever.
static bool shows_something(void) {
    static const char *const UNSEEN[] = {"dummy", "offscreen", "evdev"};
    const char *driver = SDL_GetCurrentVideoDriver();
    bool seen = driver != NULL;
    for (int32_t i = 0; seen && i < COUNT(UNSEEN); i++) {
        seen = SDL_strcmp(driver, UNSEEN[i]) != 0;
    }
    const char *wished = SDL_GetHint(SDL_HINT_VIDEODRIVER); // the variable SDL_VIDEODRIVER
    return seen || (wished && *wished != '\0');
}

static bool begin(Machine *machine, const MachineOptions *options, Error *error) {
    (void)options;
    for (int32_t i = 0; i < HINT_COUNT; i++) {
        SDL_SetHint(HINTS[i][0], HINTS[i][1]);
    }
    machine->started_ms = SDL_GetTicks64();
    machine->video = SDL_InitSubSystem(SDL_INIT_VIDEO) == 0;
    if (!machine->video) {
        return error_set(error, ERROR_SYSTEM, 0, str_from_c(SDL_GetError()));
    }
    if (!shows_something()) {
        return error_set(error, ERROR_SYSTEM, 0, str_from_c(SDL_GetCurrentVideoDriver()));
    }
    display_begin_guard(machine);
    system_begin_utf8(); // or SDL sets no title that holds a dash (findings/sdl2-title-with-a-dash.sh)
    SDL_StopTextInput();
    machine->wake_event = SDL_RegisterEvents(1);
    // The window's own surface is what is painted on: left alone, SDL would show it through OpenGL, which takes four
    // times as long to start and sixty megabytes. For Wayland it has no other way.
    SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, is_on("wayland") ? "1" : "0");
    return true;
}

static void end(Machine *machine) {
    display_end_guard(machine);
    for (int32_t i = 0; i < POINTER_COUNT; i++) {
        if (machine->cursors[i]) {
            SDL_FreeCursor(machine->cursors[i]);
        }
    }
    if (machine->video) {
        SDL_QuitSubSystem(SDL_INIT_VIDEO);
    }
}

static int32_t clamp_into(int32_t at, int32_t size, int32_t from, int32_t room) {
    return SDL_max(SDL_min(at, from + room - size), from);
}

// On the display that it stood on, if that is there and it is to stand there, else where it is usual; and no larger
// than what that display leaves to windows. False: nothing is known.
static bool find_place(const WindowOptions *options, SDL_Rect *found) {
    const WindowPlace *place = &options->place;
    SDL_Rect room, wished = {place->x, place->y, place->width, place->height}, shared;
    bool stands = false;
    for (int i = 0; i < SDL_GetNumVideoDisplays() && place->width > 0 && !stands; i++) {
        stands = (options->display < 0 || options->display == i) && SDL_GetDisplayUsableBounds(i, &room) == 0 &&
                 SDL_IntersectRect(&room, &wished, &shared);
    }
    if (place->width <= 0 || (!stands && SDL_GetDisplayUsableBounds(SDL_max(options->display, 0), &room) != 0)) {
        return false;
    }
    int32_t width = SDL_min(wished.w, room.w), height = SDL_min(wished.h, room.h);
    *found = (SDL_Rect){clamp_into(wished.x, width, room.x, room.w), clamp_into(wished.y, height, room.y, room.h),
                        width, height};
    return true;
}

static void put_icon(SDL_Window *window) {
    enum { SIZE = 128 };
    SDL_Surface *icon = paint_icon(SIZE);
    SDL_SetWindowIcon(window, icon);
    SDL_FreeSurface(icon);
}

// A window for a room, which must never lie over another one. It fills its display without SDL's full screen: of such a
// window SDL 2.26 goes on telling the place where it was, wherever the system puts it once its display is gone.
static bool is_guarded(const WindowOptions *options) {
    return options->fit == WINDOW_FULL_SCREEN && options->black;
}

static SDL_Window *create_window(Window *window, const WindowOptions *options) {
    static const Uint32 FITS[] = {
        [WINDOW_MAXIMISED] = SDL_WINDOW_MAXIMIZED,
        [WINDOW_AS_LARGE] = 0,
        [WINDOW_FULL_SCREEN] = SDL_WINDOW_FULLSCREEN_DESKTOP,
    };
    int centred = (int)SDL_WINDOWPOS_CENTERED_DISPLAY((unsigned)SDL_max(options->display, 0));
    SDL_Rect place = {centred, centred, options->width > 0 ? options->width : USUAL_WIDTH,
                      options->height > 0 ? options->height : USUAL_HEIGHT};
    (void)find_place(options, &place);
    Uint32 flags = SDL_WINDOW_HIDDEN | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    if (is_guarded(options)) {
        place = (SDL_Rect){window->home.x, window->home.y, window->home.width, window->home.height};
        flags |= SDL_WINDOW_BORDERLESS;
    } else {
        flags |= window->grows ? 0 : FITS[options->fit];
    }
    ArenaMark mark = arena_mark(&window->arena);
    SDL_Window *created =
        SDL_CreateWindow(str_to_c(&window->arena, options->title), place.x, place.y, place.w, place.h, flags);
    arena_rewind(&window->arena, mark);
    return created;
}

// What stands in for SDL 2 there begins at 2.32.50. On X11 a hidden window that is made maximised comes so, but SDL
// never learns it: it goes on telling size and place of then, whatever the system makes of the window later.
static bool stands_on_sdl3(void) {
    SDL_version version;
    SDL_GetVersion(&version);
    return version.major == 2 && (version.minor > 32 || (version.minor == 32 && version.patch >= 50));
}

static bool open_window(Window *window, const WindowOptions *options, Error *error) {
    if (is_guarded(options) && !display_take_home(window->machine, &window->home)) {
        return error_set(error, ERROR_NOT_FOUND, 0, options->name);
    }
    window->grows = options->fit == WINDOW_MAXIMISED && (is_on("wayland") || stands_on_sdl3());
    window->window = create_window(window, options);
    if (!window->window) {
        return error_set(error, ERROR_SYSTEM, 0, str_from_c(SDL_GetError()));
    }
    SDL_SetWindowMinimumSize(window->window, LEAST_WIDTH, LEAST_HEIGHT);
    if (!begin_painting(window, error)) {
        return false;
    }
    window->guarded = is_guarded(options);
    if (options->black) {
        display_paint(window);
    }
    return true;
}

static void set_title(Window *window, const char *title) {
    SDL_SetWindowTitle(window->window, title);
}

static void close_window(Window *window) {
    if (window->window) {
        SDL_DestroyWindow(window->window);
    }
}

// A surface that cannot be had for the moment, as while the window has no size, is asked for again at the next resize.
void display_resize(Window *window) {
    if (!begin_painting(window, NULL)) {
        window->size = (WindowSize){0};
    }
}

static void show_texture(const Window *window) {
    SDL_RenderCopy(window->renderer, window->texture, NULL, NULL);
    SDL_RenderPresent(window->renderer);
}

// What was painted, wherever it is to be shown.
static void bring_over(const Window *window, SDL_Rect rect) {
    if (window->texture) {
        const SDL_Surface *from = window->surface;
        const char *pixels = (const char *)from->pixels + (ptrdiff_t)rect.y * from->pitch +
                             (ptrdiff_t)rect.x * from->format->BytesPerPixel;
        SDL_UpdateTexture(window->texture, &rect, pixels, from->pitch);
    } else if (window->copy) {
        SDL_BlitSurface(window->copy, &rect, SDL_GetWindowSurface(window->window), &(SDL_Rect){rect.x, rect.y, 0, 0});
    }
}

static void show_rects(const Window *window, const Rect *rects, int32_t count) {
    SDL_Rect shown[PAINT_MOST_RECTS];
    for (int32_t i = 0; i < count; i++) {
        shown[i] = (SDL_Rect){rects[i].x, rects[i].y, rects[i].width, rects[i].height};
        bring_over(window, shown[i]);
    }
    if (window->texture) {
        show_texture(window);
    } else {
        SDL_UpdateWindowSurfaceRects(window->window, shown, count);
    }
}

// The first window has the keyboard; one that comes beside it leaves it there.
static void show(const Window *window) {
    const Machine *machine = window->machine;
    const Window *first = machine->windows.count > 0 ? machine->windows.rows[0] : window;
    SDL_SetHint(SDL_HINT_WINDOW_NO_ACTIVATION_WHEN_SHOWN, first == window ? "0" : "1");
    SDL_ShowWindow(window->window);
    if (first != window) {
        SDL_RaiseWindow(first->window);
    }
}

// A window is shown when it is first painted, and painted at once: nobody sees an empty one. Its icon, which takes as
// long to draw as the page, comes after that.
void display_paint(Window *window) {
    Rect rects[PAINT_MOST_RECTS];
    int32_t count = machine_paint_damage(window, display_is_dark(window), rects);
    bool first = !window->shown;
    if (first) {
        window->shown = true;
        show(window);
    }
    if (count > 0) {
        show_rects(window, rects, count);
    }
    if (first && window->grows) {
        SDL_MaximizeWindow(window->window);
    }
    if (first) {
        put_icon(window->window);
    }
}

void display_expose(Window *window) {
    if (window->texture) {
        show_texture(window);
    } else if (window->painter) {
        SDL_UpdateWindowSurface(window->window);
    }
}

// SDL gives back the size from before a window was maximised.
void display_toggle_full_screen(Window *window) {
    Uint32 flags = SDL_GetWindowFlags(window->window);
    bool full = (flags & SDL_WINDOW_FULLSCREEN_DESKTOP) != 0;
    SDL_SetWindowFullscreen(window->window, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
    if (full && window->was_maximised) {
        SDL_MaximizeWindow(window->window);
    }
    window->was_maximised = !full && (flags & SDL_WINDOW_MAXIMIZED) != 0;
}

// What it held for a second: on its way to full screen and back a window is of many sizes.
static void settle_place(Window *window) {
    enum { HELD_MS = 1000 };
    if (window->next.restored && machine_now_ms(window->machine) - window->next_ms >= HELD_MS) {
        window->place = window->next;
    }
}

// X11 tells where the inside of a window begins, and is asked for where its frame does.
static void find_frame(const Window *window, WindowPlace *place) {
    int top = 0, left = 0;
    SDL_GetWindowPosition(window->window, &place->x, &place->y);
    if (is_on("x11") && SDL_GetWindowBordersSize(window->window, &top, &left, NULL, NULL) == 0) {
        place->x -= left;
        place->y -= top;
    }
}

void display_follow_place(Window *window) {
    Uint32 flags = SDL_GetWindowFlags(window->window);
    settle_place(window);
    window->next.restored = (flags & (SDL_WINDOW_MAXIMIZED | SDL_WINDOW_FULLSCREEN_DESKTOP)) == 0;
    if (window->next.restored && (flags & (SDL_WINDOW_MINIMIZED | SDL_WINDOW_HIDDEN)) == 0) {
        find_frame(window, &window->next);
        SDL_GetWindowSize(window->window, &window->next.width, &window->next.height);
        window->next_ms = machine_now_ms(window->machine);
    }
}

static void wake(Machine *machine) {
    SDL_PushEvent(&(SDL_Event){.type = machine->wake_event});
}

static int64_t now_ms(const Machine *machine) {
    return (int64_t)(SDL_GetTicks64() - machine->started_ms);
}

static Str get_clipboard(const Machine *machine, Arena *arena) {
    (void)machine;
    char *text = SDL_GetClipboardText();
    Str copy = str_copy(arena, str_from_c(text));
    SDL_free(text);
    return copy;
}

static void set_clipboard(const char *text) {
    SDL_SetClipboardText(text);
}

// SDL starts xdg-open and never hears whether there is one.
static bool lacks_opener(Arena *scratch) {
    static const Str OPENER = S_INIT("xdg-open");
    bool needed = strcmp(SDL_GetPlatform(), "Linux") == 0;
    return needed && str_equal(system_find_command(scratch, OPENER, system_environment(scratch, S("PATH"))), OPENER);
}

static bool open_path(Arena *scratch, Str path) {
    return !lacks_opener(scratch) && SDL_OpenURL(str_to_c(scratch, path_url(scratch, path))) == 0;
}

const World WORLD_OF_DISPLAYS = {
    .speech = SPEECH_SYSTEM,
    .begin = begin,
    .end = end,
    .open = open_window,
    .close = close_window,
    .set_title = set_title,
    .run = display_run,
    .wake = wake,
    .open_path = open_path,
    .start = system_start,
    .count_displays = display_count,
    .watch_displays = display_watch,
    .look_at_displays = display_look_at,
    .now_ms = now_ms,
    .get_clipboard = get_clipboard,
    .set_clipboard = set_clipboard,
};
