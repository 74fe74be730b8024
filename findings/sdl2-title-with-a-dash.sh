#!/usr/bin/env bash
# BEHAVIOUR: SDL 2.26.5 on X11 sets a title of most characters in a program that never called setlocale, Chinese ones too,
# but not one that holds an en or an em dash, or about four hundred others (Armenian, Ĭ, ə): SDL_GetWindowTitle tells the new
# title, while _NET_WM_NAME, which panels show, keeps the old one or has a part of the new. The environment's locale changes
# nothing, for SDL takes it for its keyboard only and gives it back. After setlocale(LC_CTYPE, "C.UTF-8") every title arrives whole.
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
SDL=2.26.5+dfsg-1
dir=$(mktemp -d) || exit 2
server=
trap 'test -z "$server" || kill "$server"; rm -rf "$dir"' EXIT
cd "$dir" || exit 2
apt-get download -qq "libsdl2-dev=$SDL" "libsdl2-2.0-0=$SDL" >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in ./*.deb; do dpkg -x "$package" root || exit 2; done
command -v Xvfb >/dev/null || { echo "needs Xvfb, and what SDL itself needs"; exit 2; }
cat >title.c <<'C'
#include <SDL.h>
#include <SDL_syswm.h>
#include <X11/Xlib.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static int arrives(SDL_Window *window, const char *title) {
    SDL_SysWMinfo info;
    Atom type;
    int format;
    unsigned long count, rest;
    unsigned char *held = NULL;
    SDL_VERSION(&info.version);
    SDL_GetWindowWMInfo(window, &info);
    Display *display = info.info.x11.display;
    SDL_SetWindowTitle(window, title);
    XGetWindowProperty(display, info.info.x11.window, XInternAtom(display, "_NET_WM_NAME", False), 0, 100, False,
                       AnyPropertyType, &type, &format, &count, &rest, &held);
    int same = held && strcmp((char *)held, title) == 0;
    printf("  told %s, SDL says %s, the display %s\n", title, SDL_GetWindowTitle(window), held ? (char *)held : "nothing");
    XFree(held);
    return same;
}

int main(void) {
    if (SDL_Init(SDL_INIT_VIDEO) != 0) {
        return 2;
    }
    SDL_Window *window = SDL_CreateWindow("first", 0, 0, 100, 100, 0);
    SDL_version version;
    SDL_GetVersion(&version);
    printf("SDL %d.%d.%d, %s\n", version.major, version.minor, version.patch, setlocale(LC_CTYPE, NULL));
    int plain = arrives(window, "Été ’ 日本"), dash = arrives(window, "a – b");
    puts(setlocale(LC_CTYPE, "C.UTF-8"));
    return plain && !dash && arrives(window, "a – b") ? 0 : 1;
}
C
lib=$(find "$PWD/root/usr/lib" -maxdepth 1 -type d -name '*-linux-gnu*' | head -1)
cc -std=c99 title.c -o title -I"$PWD/root/usr/include/SDL2" -I"$PWD/root/usr/include/$(basename "$lib")" \
    -I"$PWD/root/usr/include" "$lib/libSDL2-2.0.so.0" -lX11 || exit 2
export LD_LIBRARY_PATH=$lib SDL_VIDEODRIVER=x11
Xvfb -displayfd 3 -screen 0 640x480x24 3>display >/dev/null 2>&1 &
server=$!
for _ in 1 2 3 4 5 6 7 8 9 10; do [ -s display ] || sleep 0.5; done
[ -s display ] || { echo "Xvfb does not start"; exit 2; }
DISPLAY=:$(cat display) LC_ALL=C.UTF-8 ./title
case $? in
0) echo "AS DESCRIBED: without setlocale a title with a dash does not arrive."; exit 0 ;;
1) echo "CHANGED: titles arrive otherwise."; exit 1 ;;
*) echo "SDL has no X11 here"; exit 2 ;;
esac
