#!/bin/bash
# A room on real displays:  two_displays.sh PALABRE
#
# An X server of its own with two outputs (Xorg's dummy driver), a window manager, and the program in a session with a
# group. The room's screen fills the second display and leaves the keyboard to the trainer's; it follows that display to
# another resolution; when the display goes it does not lie over the trainer's, and comes back with it; where one screen
# is left, or both show the same, that is the room's page until F8 takes the hand; and it is black first after each of
# these and after a sleep, of which no time is counted. Exit status 77, and why, where something of that is not installed.
set -u
program=$(realpath "$1")
root=$(dirname "$(realpath "$0")")/..
for tool in Xorg xrandr openbox xdotool xwininfo xwd cc; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
work=$(mktemp -d) || exit 2
trap 'kill $(cat "$work"/*.pid) 2>/dev/null; sleep 1; rm -rf "$work"' EXIT

# A machine that slept: its clocks but the one that stands still meanwhile are an hour ahead once the file is there.
cat >"$work/sleep.c" <<'SLEEP'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>
int clock_gettime(clockid_t clock, struct timespec *time) {
    static int (*real)(clockid_t, struct timespec *);
    real = real ? real : (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
    int result = real(clock, time);
    if ((clock == CLOCK_BOOTTIME || clock == CLOCK_REALTIME) && access(getenv("SLEPT"), F_OK) == 0) {
        time->tv_sec += 3600;
    }
    return result;
}
SLEEP
cc -shared -fPIC -o "$work/sleep.so" "$work/sleep.c" -ldl || exit 2

# shellcheck source=tests/displays.sh
. "$root/tests/displays.sh"
begin_displays "$work" || { echo "this X server has no two outputs"; exit 77; }
begin() {
    LD_PRELOAD="$work/sleep.so" SLEPT="$work/slept" ASAN_OPTIONS=verify_asan_link_order=0 "$program" --data "$work/data" --group --present 14 --lang fr \
        "$root/scenarios/fr/s02-ca-fait-trois-fois.json" >"$work/program.out" 2>&1 &
    echo $! >"$work/program.pid"
}

fail() {
    echo "$1"
    xwininfo -root -tree | grep -ai palabre
    exit 1
}

room_shows() { # GEOMETRY: there, after it was black
    within 10 room_is_at "$1" && within 5 is_lit
}

begin
within 10 room_is_at '1920x1080+0+0  +1280+0' || fail "the room's screen does not fill the second display"
sleep 3
xdotool getwindowfocus getwindowname | grep -aq 'salle' && fail "the room's screen keeps the keyboard"
for _ in 1 2 3 4; do
    xdotool key space
    sleep 1
done
grep -q '"phase": "contract"' "$work"/data/journal/*.jsonl || fail "the keys did not reach the trainer's page"
within 3 is_lit || fail "the room sees nothing"

xrandr --output DUMMY1 --mode 1280x720
within 3 is_black || fail "the room's screen is not black while its display changes"
room_shows '1280x720+0+0  +1280+0' || fail "the room's screen does not follow its display to another resolution"
xrandr --output DUMMY1 --mode room
room_shows '1920x1080+0+0  +1280+0' || fail "the room's screen does not follow its display back"

touch "$work/slept"
within 2 is_black || fail "the room's screen is not black after the machine slept"
within 5 is_lit || fail "the room's screen stays black after the machine slept"
kill -STOP "$(cat "$work/program.pid")"
sleep 5
kill -CONT "$(cat "$work/program.pid")"
within 2 is_black || fail "the room's screen is not black after the program stood still"
within 5 is_lit || fail "the room's screen stays black after the program stood still"

xrandr --output DUMMY1 --off
within 10 room_is_gone || fail "the room's screen lies over the trainer's after its display went"
xdotool key F8 # takes the hand
sleep 1
xdotool key Page_Down
sleep 1
kill -0 "$(cat "$work/program.pid")" || fail "the program ended"
two_displays
room_shows '1920x1080+0+0  +1280+0' || fail "the room's screen does not come back with its display"
xrandr --output DUMMY1 --mode 1280x720 --same-as DUMMY0
within 10 room_is_gone || fail "the room's screen lies over the trainer's where both displays show the same"
two_displays
room_shows '1920x1080+0+0  +1280+0' || fail "the room's screen does not come back when displays differ again"

xrandr --output DUMMY0 --off --output DUMMY1 --mode room --pos 0x0 # the lid of the laptop
within 10 room_is_gone || fail "the room's screen lies over the trainer's where the lid is closed"
two_displays
room_shows '1920x1080+0+0  +1280+0' || fail "the room's screen does not go back to its display when the lid opens"
xwininfo -name Palabre | grep -q 'Absolute upper-left X:  *0$' || fail "the trainer's page stands on the room's display"
