#!/usr/bin/env bash
# BEHAVIOUR: SDL 2.26.5 on X11 with openbox 3.6.1: when the display that a SDL_WINDOW_FULLSCREEN_DESKTOP window stands on goes
# (xrandr --off), the window manager lays the window over the display that is left, and SDL_GetWindowPosition goes on telling the
# place on the one that is gone; the size changes, and SDL_GetNumVideoDisplays still counts two. Of a window without a border
# that has the display's size, in the same run, the position that is told is the true one.
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
SDL=2.26.5+dfsg-1
dir=$(mktemp -d) || exit 2
trap 'kill $(cat "$dir"/*.pid 2>/dev/null) 2>/dev/null; sleep 1; rm -rf "$dir"' EXIT
cd "$dir" || exit 2
apt-get download -qq "libsdl2-dev=$SDL" "libsdl2-2.0-0=$SDL" >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in ./*.deb; do dpkg -x "$package" root || exit 2; done
for tool in Xorg xrandr openbox; do
    command -v "$tool" >/dev/null || { echo "needs $tool, and the driver xserver-xorg-video-dummy"; exit 2; }
done
cat >place.c <<'C'
#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct {
    int x, y;
} Place;

static Place told(SDL_Window *window) {
    Place place;
    SDL_GetWindowPosition(window, &place.x, &place.y);
    return place;
}

static Place true_place(SDL_Window *window) {
    SDL_SysWMinfo info;
    Window child;
    Place place = {0, 0};
    SDL_VERSION(&info.version);
    SDL_GetWindowWMInfo(window, &info);
    Display *display = info.info.x11.display;
    XTranslateCoordinates(display, info.info.x11.window, DefaultRootWindow(display), 0, 0, &place.x, &place.y, &child);
    return place;
}

static void wait_ms(int ms) {
    SDL_Event event;
    for (int i = 0; i < ms; i += 50) {
        while (SDL_PollEvent(&event)) {
        }
        SDL_Delay(50);
    }
}

/* Whether the place that is told is the true one once the second display went. */
static int is_true_after(int full_screen) {
    SDL_Rect bounds;
    SDL_GetDisplayBounds(1, &bounds);
    SDL_Window *window = SDL_CreateWindow("room", bounds.x, bounds.y, bounds.w, bounds.h, SDL_WINDOW_BORDERLESS);
    if (full_screen) {
        SDL_SetWindowFullscreen(window, SDL_WINDOW_FULLSCREEN_DESKTOP);
    }
    wait_ms(2000);
    if (system("xrandr --output DUMMY1 --off") != 0) {
        exit(2);
    }
    wait_ms(3000);
    Place says = told(window), is = true_place(window);
    printf("  %s: told %d,%d, stands at %d,%d, displays told: %d\n", full_screen ? "full screen" : "no border", says.x,
           says.y, is.x, is.y, SDL_GetNumVideoDisplays());
    SDL_DestroyWindow(window);
    if (system("xrandr --output DUMMY1 --mode room --pos 1280x0") != 0) {
        exit(2);
    }
    wait_ms(1000);
    return says.x == is.x && says.y == is.y;
}

int main(void) {
    SDL_version version;
    if (SDL_Init(SDL_INIT_VIDEO) != 0 || SDL_GetNumVideoDisplays() != 2) {
        return 2;
    }
    SDL_GetVersion(&version);
    printf("SDL %d.%d.%d\n", version.major, version.minor, version.patch);
    int plain = is_true_after(0), full = is_true_after(1);
    return plain && !full ? 0 : 1;
}
C
lib=$(find "$PWD/root/usr/lib" -maxdepth 1 -type d -name '*-linux-gnu*' | head -1)
cc -std=gnu99 place.c -o place -I"$PWD/root/usr/include/SDL2" -I"$PWD/root/usr/include/$(basename "$lib")" \
    -I"$PWD/root/usr/include" "$lib/libSDL2-2.0.so.0" -lX11 || exit 2
printf 'Section "Device"\nIdentifier "d"\nDriver "dummy"\nVideoRam 256000\nEndSection\n%s' \
    'Section "Monitor"
Identifier "m"
HorizSync 5-1000
VertRefresh 5-200
EndSection
Section "Screen"
Identifier "s"
Device "d"
Monitor "m"
DefaultDepth 24
EndSection' >xorg.conf
export DISPLAY=:$((70 + $$ % 900)) SDL_VIDEODRIVER=x11
Xorg "$DISPLAY" -config "$PWD/xorg.conf" -noreset -logfile "$PWD/xorg.log" >xorg.out 2>&1 &
echo $! >xorg.pid
sleep 3
xrandr --newmode room 173.00 1920 2048 2248 2576 1080 1083 1088 1120 && xrandr --addmode DUMMY1 room &&
    xrandr --output DUMMY0 --mode 1280x720 --pos 0x0 --output DUMMY1 --mode room --pos 1280x0 || exit 2
xrandr >/dev/null
openbox >openbox.out 2>&1 &
echo $! >openbox.pid
sleep 2
LD_LIBRARY_PATH=$lib ./place
