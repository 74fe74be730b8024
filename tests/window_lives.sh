#!/usr/bin/env bash
# The window on a real display and with the real service that speaks, whichever SDL stands behind it:  window_lives.sh PALABRE
#
# It opens; letters typed with and without a key of their own, and what is pasted, arrive in an answer; what is copied is in
# the clipboard; F11 fills the display and gives it back; what is said arrives at a synthesiser; and while nothing happens
# next to no time is spent. Exit status 77, and why, where something of that is not installed.
# shellcheck disable=SC1112 # typographic apostrophes
set -u
program=$(realpath "$1")
case_file=$(dirname "$(realpath "$0")")/../scenarios/fr/s02-ca-fait-trois-fois.json
for tool in Xvfb openbox xdotool xclip xwininfo setxkbmap; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
work=$(mktemp -d) || exit 2
trap 'kill $(cat "$work"/*.pid) 2>/dev/null; sleep 1; rm -rf "$work"' EXIT
# shellcheck disable=SC1091 source=tests/displays.sh
. "${0%/*}/displays.sh"
# shellcheck disable=SC1091 source=tests/ear.sh
. "${0%/*}/ear.sh"
prepare_ear "$work" || exit

fail() {
    echo "$1"
    tail -n 5 "$work/program.out" "$work/heard" "$work/data"/journal/*.jsonl
    exit 1
}

begin_display() {
    export DISPLAY=:$((70 + RANDOM % 900)) XDG_RUNTIME_DIR=$work
    Xvfb "$DISPLAY" -screen 0 1920x1080x24 -nolisten tcp >"$work/xvfb.out" 2>&1 &
    echo $! >"$work/xvfb.pid"
    sleep 2
    setxkbmap fr
    openbox >"$work/openbox.out" 2>&1 &
    echo $! >"$work/openbox.pid"
    sleep 2
}

begin() {
    mkdir -p "$work/data"
    echo "{\"format\": 1, \"limits_off\": true, \"reduced_motion\": true, \"welcomed\": true, \"speech\": $1}" >"$work/data/settings.json"
    "$program" --data "$work/data" --lang fr "${@:2}" "$case_file" >"$work/program.out" 2>&1 &
    echo $! >"$work/program.pid"
    within 20 is_open || fail "no window opens"
    sleep 2
}

press() { # KEY…
    local key
    for key; do
        xdotool key "$key"
        sleep 1
    done
}

find_window() {
    xwininfo -root -tree | grep -a '("palabre" "palabre")' | grep -o '0x[0-9a-f]*' | head -n 1
}

is_open() {
    [ -n "$(find_window)" ] && xwininfo -id "$(find_window)" | grep -q IsViewable
}

is_high() { # PIXELS
    xwininfo -id "$(find_window)" | grep -q "Height: $1\$"
}

is_copied() {
    [ "$(timeout 5 xclip -selection clipboard -o)" = "$1" ]
}

kept() {
    grep -qF "\"text\": \"$1\"" "$work"/data/journal/*.jsonl
}

spent_us() {
    awk '{ sum += $1 } END { printf "%.0f", sum / 1000 }' "/proc/$(cat "$work/program.pid")"/task/*/schedstat
}

begin_display
start_ear "$work"
begin true --windowed
within 10 heard "$work" 'trois fois' || fail "nothing is heard"
press Return Return a Return a Return a Return # to the first answer in words
xdotool type --delay 60 'ça, œuvre : '
press dead_circumflex e space
printf %s '« collé »' | xclip -selection clipboard -i
press ctrl+v ctrl+a ctrl+c
within 5 is_copied 'ça, œuvre : ê « collé »' || fail "what was typed, pasted and copied is: $(timeout 5 xclip -selection clipboard -o)"
press ctrl+Return
within 5 kept 'ça, œuvre : ê « collé »' || fail "the answer is not kept as it was written"
press F11
within 5 is_high 1080 || fail "F11 does not fill the display"
press F11
! is_high 1080 || fail "F11 does not give the display back"
kill "$(cat "$work/program.pid")"
wait "$(cat "$work/program.pid")"
rm -r "$work/data"

begin false # nothing moves, nothing is said
before=$(spent_us)
sleep 15
after=$(spent_us)
echo "nothing happens for 15 s: $((after - before)) µs on a core"
[ $((after - before)) -le 3000 ] || fail "time is spent while nothing happens"
