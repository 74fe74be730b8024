#include "platform/x11_displays.h"

#include <SDL.h>

// As in Xrandr.h, of which each name of an output is an XID.
struct X11Monitor {
    unsigned long name;
    int primary, automatic, output_count;
    int x, y, width, height, width_mm, height_mm;
    unsigned long *outputs;
};

static bool find_function(void *library, const char *name, void *to) {
    void *function = library ? SDL_LoadFunction(library, name) : NULL;
    SDL_memcpy(to, &function, sizeof function);
    return function != NULL;
}

static bool load(X11Displays *door) {
    door->x11 = SDL_LoadObject("libX11.so.6");
    door->randr = SDL_LoadObject("libXrandr.so.2");
    return find_function(door->x11, "XOpenDisplay", &door->open) &&
           find_function(door->x11, "XCloseDisplay", &door->close) &&
           find_function(door->x11, "XDefaultRootWindow", &door->root) &&
           find_function(door->randr, "XRRQueryVersion", &door->version) &&
           find_function(door->randr, "XRRGetMonitors", &door->list) &&
           find_function(door->randr, "XRRFreeMonitors", &door->release);
}

// A server older than the question would end the program rather than fail.
static bool is_new_enough(const X11Displays *door) {
    int major = 0, minor = 0;
    return door->version(door->connection, &major, &minor) != 0 && (major > 1 || (major == 1 && minor >= 5));
}

static bool is_open(X11Displays *door) {
    if (door->connection || door->refused) {
        return door->connection != NULL;
    }
    door->connection = load(door) ? door->open(NULL) : NULL;
    if (door->connection && !is_new_enough(door)) {
        x11_close(door);
    }
    door->refused = !door->connection;
    return !door->refused;
}

static void add_those(const X11Monitor *monitors, int count, bool primary, DisplayList *list) {
    for (int i = 0; i < count; i++) {
        const X11Monitor *monitor = &monitors[i];
        if ((monitor->primary != 0) == primary) {
            displays_add(list, (Display){{monitor->x, monitor->y, monitor->width, monitor->height}, monitor->name});
        }
    }
}

bool x11_list(X11Displays *door, DisplayList *list) {
    if (!is_open(door)) {
        return false;
    }
    int count = 0;
    X11Monitor *monitors = door->list(door->connection, door->root(door->connection), 1, &count);
    *list = (DisplayList){0};
    if (monitors) {
        add_those(monitors, count, true, list);
        add_those(monitors, count, false, list);
        door->release(monitors);
    }
    return true;
}

void x11_close(X11Displays *door) {
    if (door->connection) {
        door->close(door->connection);
        door->connection = NULL;
    }
}
