#!/bin/sh
# A room on two real displays:  two_displays.sh PALABRE
#
# An X server of its own with two outputs (Xorg's dummy driver), a window manager, and the program in a session with a
# group. The room's screen fills the second display and leaves the keyboard to the trainer's; when its display goes it does
# not lie over the trainer's, and no key is lost. Exit status 77, and why, where something of that is not installed.
set -u
program=$(realpath "$1")
root=$(dirname "$(realpath "$0")")/..
for tool in Xorg xrandr openbox xdotool xwininfo; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
work=$(mktemp -d) || exit 2
trap 'kill $(cat "$work"/*.pid) 2>/dev/null; sleep 1; rm -rf "$work"' EXIT

cat >"$work/xorg.conf" <<'CONF'
Section "Device"
  Identifier "dummy"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "dummy"
  Monitor "monitor"
  DefaultDepth 24
EndSection
CONF

display=:$((70 + $$ % 900))
Xorg "$display" -config "$work/xorg.conf" -noreset -logfile "$work/xorg.log" >"$work/xorg.out" 2>&1 &
echo $! >"$work/xorg.pid"
export DISPLAY="$display"
sleep 3
xrandr --newmode room 173.00 1920 2048 2248 2576 1080 1083 1088 1120 && xrandr --addmode DUMMY1 room &&
    xrandr --output DUMMY0 --mode 1280x720 --pos 0x0 --output DUMMY1 --mode room --pos 1280x0 ||
    { echo "this X server has no two outputs"; exit 77; }
xrandr >/dev/null # looks at the outputs anew: SDL asks for what was seen last
openbox >"$work/openbox.out" 2>&1 &
echo $! >"$work/openbox.pid"
sleep 2
"$program" --data "$work/data" --group --present 14 --lang fr "$root/scenarios/fr/s02-ca-fait-trois-fois.json" \
    >"$work/program.out" 2>&1 &
echo $! >"$work/program.pid"

fail() {
    echo "$1"
    xwininfo -root -tree | grep -i palabre
    exit 1
}

room_is_at() { # GEOMETRY: within ten seconds
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        xwininfo -root -tree | grep -a 'écran de la salle' | grep -aqF -- "$1" && return 0
        sleep 1
    done
    return 1
}

room_is_gone() {
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        xwininfo -root -tree | grep -aq 'écran de la salle' || return 0
        sleep 1
    done
    return 1
}

room_is_at '1920x1080+0+0  +1280+0' || fail "the room's screen does not fill the second display"
sleep 3
xdotool getwindowfocus getwindowname | grep -aq 'salle' && fail "the room's screen keeps the keyboard"
for _ in 1 2 3 4; do
    xdotool key space
    sleep 1
done
grep -q '"phase": "contract"' "$work"/data/journal/*.jsonl || fail "the keys did not reach the trainer's page"
xrandr --output DUMMY1 --off
room_is_gone || fail "the room's screen lies over the trainer's after its display went"
xdotool key F8 # takes the hand
sleep 1
xdotool key Page_Down
sleep 1
kill -0 "$(cat "$work/program.pid")" || fail "the program ended"
