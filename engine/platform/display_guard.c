// The displays of the machine, and the window that has one of them to itself: it never lies over another window, nor
// another one over it. When displays change, and when the machine slept, it is black until it stands where it is to.
#include "base/system.h"
#include "platform/machine_inside.h"

#include <SDL.h>

enum { LOOK_MS = 500, SETTLE_MS = 1000, PATIENCE_MS = 1500 };

static void list_those_of_sdl(DisplayList *list) {
    SDL_Rect place;
    for (int i = 0; i < SDL_GetNumVideoDisplays(); i++) {
        if (SDL_GetDisplayBounds(i, &place) == 0) {
            displays_add(list, (Display){{place.x, place.y, place.w, place.h}, (uint64_t)i + 1});
        }
    }
}

static bool list_those_of_x11(DisplayGuard *guard, DisplayList *list) {
    const char *driver = SDL_GetCurrentVideoDriver();
    return driver && SDL_strcmp(driver, "x11") == 0 && x11_list(&guard->x11, list);
}

// Systems take a while until displays and windows stand where they will stay.
static void settle(Machine *machine) {
    machine->displays.settled_ms = machine_now_ms(machine) + SETTLE_MS;
}

static bool is_settled(const Machine *machine) {
    return machine_now_ms(machine) >= machine->displays.settled_ms;
}

// Where a lid is closed there may be no display at all: the last ones count until there is one again.
static void look(Machine *machine) {
    DisplayGuard *guard = &machine->displays;
    DisplayList found = {0};
    if (!list_those_of_x11(guard, &found)) {
        list_those_of_sdl(&found);
    }
    guard->looked_ms = machine_now_ms(machine);
    if (found.count > 0 && !displays_equal(&found, &guard->seen)) {
        guard->seen = found;
        settle(machine);
    }
}

void display_begin_guard(Machine *machine) {
    DisplayGuard *guard = &machine->displays;
    list_those_of_sdl(&guard->seen);
    guard->told = guard->seen.count;
    guard->slept_ms = system_slept_ms();
}

void display_end_guard(Machine *machine) {
    x11_close(&machine->displays.x11);
}

void display_watch(Machine *machine, bool watched) {
    DisplayGuard *guard = &machine->displays;
    if (watched && !guard->watched) {
        look(machine);
    }
    guard->watched = watched;
}

int32_t display_count(const Machine *machine) {
    return machine->displays.told;
}

static Rect place_of(SDL_Window *window) {
    Rect now = {0};
    SDL_GetWindowPosition(window, &now.x, &now.y);
    SDL_GetWindowSize(window, &now.width, &now.height);
    return now;
}

// The display that the room's window is to fill, and the one of the first window. NULL: there is none for it.
static const Display *find_home(const Machine *machine, const Display **first) {
    const DisplayGuard *guard = &machine->displays;
    const DisplayList *seen = &guard->seen;
    *first = machine->windows.count > 0 ? displays_find(seen, place_of(machine->windows.rows[0]->window)) : NULL;
    *first = *first ? *first : &seen->rows[0];
    return displays_find_free(seen, guard->home, *first);
}

// Without its full screen, of which SDL would believe that it is where it was; enlarged again where it was so.
static void move_to(SDL_Window *window, Rect place) {
    Uint32 flags = SDL_GetWindowFlags(window);
    bool large = (flags & (SDL_WINDOW_FULLSCREEN_DESKTOP | SDL_WINDOW_MAXIMIZED)) != 0;
    SDL_SetWindowFullscreen(window, 0);
    if (large) {
        SDL_RestoreWindow(window);
    }
    Rect now = place_of(window);
    SDL_SetWindowPosition(window, place.x + SDL_max(place.width - now.width, 0) / 2,
                          place.y + SDL_max(place.height - now.height, 0) / 2);
    if (large) {
        SDL_MaximizeWindow(window);
    }
}

bool display_take_home(Machine *machine, Rect *place) {
    const Display *first, *home = find_home(machine, &first);
    if (!home) {
        return false; // it would cover another window
    }
    machine->displays.home = home->id;
    *place = home->place;
    for (int32_t i = 0; i < machine->displays.seen.count && home == first; i++) {
        const Display *other = &machine->displays.seen.rows[i];
        if (other != home) {
            move_to(machine->windows.rows[0]->window, other->place);
            break;
        }
    }
    return true;
}

// NULL: there is none.
static Window *find_guarded(const Machine *machine) {
    for (int32_t i = 0; i < machine->windows.count; i++) {
        Window *window = machine->windows.rows[i];
        if (window->guarded && !window->closed) {
            return window;
        }
    }
    return NULL;
}

// The windows as displays stand now; the first one goes where it is to stand before the room's comes.
static void place(Machine *machine) {
    Window *window = find_guarded(machine);
    Rect home;
    if (!display_take_home(machine, &home) || !window) {
        return;
    }
    if (!rect_equal(home, window->home)) {
        window->home = home;
        SDL_SetWindowSize(window->window, home.width, home.height);
        SDL_SetWindowPosition(window->window, home.x, home.y);
    }
}

// What is gone is told at once, for what is shown may depend on it; what came, when it has settled.
static void tell(Machine *machine) {
    DisplayGuard *guard = &machine->displays;
    bool fewer = guard->seen.count < guard->told;
    if (guard->seen.count != guard->told && (fewer || is_settled(machine))) {
        guard->told = guard->seen.count;
        for (int32_t i = 0; i < machine->windows.count; i++) {
            machine->windows.rows[i]->stale = true;
        }
    }
}

static bool is_astray(const Window *window) {
    return !rect_equal(place_of(window->window), window->home);
}

// While a window comes, the system tells where it was a moment ago; later it is taken to lie where it must not.
static void guard_window(Window *window) {
    int64_t now = machine_now_ms(window->machine);
    bool astray = is_astray(window);
    window->strayed_ms = !astray || !is_settled(window->machine) ? 0
                         : window->strayed_ms != 0               ? window->strayed_ms
                                                                 : now;
    if (window->strayed_ms != 0 && now - window->strayed_ms >= PATIENCE_MS) {
        machine_give(window, &(UiInput){.kind = INPUT_LEAVE});
    }
}

static bool has_slept(DisplayGuard *guard) {
    enum { NOTICED_MS = 1000 };
    int64_t before_ms = guard->slept_ms;
    guard->slept_ms = system_slept_ms();
    return guard->slept_ms - before_ms >= NOTICED_MS;
}

void display_wake(Machine *machine) {
    machine->displays.looked_ms = machine_now_ms(machine) - LOOK_MS;
    settle(machine);
}

void display_guard(Machine *machine) {
    DisplayGuard *guard = &machine->displays;
    if (!guard->watched) {
        return;
    }
    if (has_slept(guard)) {
        display_wake(machine);
    }
    if (machine_now_ms(machine) - guard->looked_ms >= LOOK_MS) {
        bool settled = is_settled(machine);
        look(machine);
        if (!settled || !is_settled(machine)) {
            place(machine);
        }
    }
    tell(machine);
    Window *window = find_guarded(machine);
    if (window) {
        guard_window(window);
    }
}

int64_t display_look_at(const Machine *machine) {
    return machine->displays.watched ? machine_now_ms(machine) + LOOK_MS : 0;
}

bool display_is_dark(const Window *window) {
    return window->guarded && (!is_settled(window->machine) || is_astray(window));
}
