#!/usr/bin/env bash
# The window for Windows by keys, on two displays, under Wine:  window.sh ZIP FAKE_SAPI
# Unzipped where names have accents and blanks, S02 is played to its debrief, which is exported, while a second program says
# that it keeps nothing; what is pasted and copied passes through the clipboard of the display, what is to be heard through a
# voice that stands in for that of Windows; a group's room fills the second display, and keys are the trainer's. What was
# erased is gone. To be run by tests/windows.sh, in a namespace of its own. Exit status 77, and why, where something of that is
# not installed.
# shellcheck disable=SC1112 # typographic apostrophes
set -u
zip=$(realpath "$1")
voice=$(realpath "$2")
root=$(realpath "$(dirname "$0")/../..")
wine=/usr/lib/wine/wine64
for tool in Xorg xrandr openbox xdotool xwininfo xwd xclip unzip; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed"; exit 77; }
done
work=$(mktemp -d) || exit 2
trap 'kill $(cat "$work"/*.pid) 2>/dev/null; sleep 1; rm -rf "$work"' EXIT
# shellcheck source=tests/displays.sh
. "$root/tests/displays.sh"
begin_displays "$work" || { echo "this X server has no two outputs"; exit 77; }
stick="$work/Clé de Zoé/Évaluation n° 2"
mkdir -p "$stick" && (cd "$stick" && unzip -q "$zip") || exit 2
folder=$stick/Palabre
data=$folder/data
case_file=$folder/scenarios/fr/s02-ca-fait-trois-fois.json
export FAKE_SAPI_HEARD="Z:${work//\//\\}\\heard"

fail() {
    echo "$1"
    xwininfo -root -tree | grep -ai palabre
    [ -z "${KEEP:-}" ] || xwd -silent -root | convert xwd:- "$KEEP"
    exit 1
}

begin() { # OPTION…: with what is set so that nothing changes by itself
    mkdir -p "$data"
    echo '{"format": 1, "limits_off": true, "reduced_motion": true, "welcomed": true, "speech": true, "trace": false}' >"$data/settings.json"
    timeout -k 5 900 "$wine" "$folder/palabre.exe" --lang fr "$@" "$case_file" >"$work/program.out" 2>&1 &
    echo $! >"$work/program.pid"
    within 120 find_window || fail "no window opens"
    settle nothing || fail "the window does not come to rest"
}

# Closed as its own button does; what is not kept asks first, and stays unless one says otherwise.
leave() {
    press alt+F4
    xdotool key Alt_L # whose end the window manager kept to itself
    press Tab
    sleep 0.5
    xdotool key Return
    within 60 is_over || fail "the program does not end"
}

is_over() {
    ! kill -0 "$(cat "$work/program.pid")" 2>/dev/null
}

find_window() {
    window=$(xdotool search --onlyvisible --name Palabre | head -n 1) && [ -n "$window" ]
}

look() {
    xwd -silent -id "$window" | cksum
}

# Until the window is not as it was, and twice the same.
settle() { # BEFORE
    local last='' now tries
    for ((tries = 40; tries > 0; tries--)); do
        sleep 0.3
        now=$(look)
        [ "$now" = "$1" ] || [ "$now" != "$last" ] || return 0
        last=$now
    done
    return 1
}

# Each key changes what is seen. One that came too early for a new page is pressed again.
press() { # KEY…
    local key before tries
    for key; do
        before=$(look)
        for ((tries = 3; tries > 0; tries--)); do
            sleep 0.5
            xdotool key "$key"
            ! settle "$before" || break
        done
        [ "$tries" -gt 0 ] || fail "nothing comes of the key $key"
    done
}

answers_are() { # COUNT
    [ "$(grep -c '"kind": "answer"' "$data"/journal/*.jsonl)" = "$1" ]
}

count=0
answered() {
    count=$((count + 1))
    within 30 answers_are "$count" || fail "answer $count is not in the journal"
    press Return
}

choose() { # LETTER…
    local letter
    for letter; do
        press "$letter"
        answered
    done
}

order() {
    press ctrl+Return
    answered
}

type_text() { # TEXT: instead of what stands in the field
    local before
    xdotool key ctrl+a
    before=$(look)
    xdotool type --delay 60 "$1"
    settle "$before" || fail "nothing is typed"
}

write() { # TEXT
    type_text "$1"
    press ctrl+Return
    answered
}

paste() {
    printf %s 'Vous êtes à bout, c’est bien cela ?' | xclip -selection clipboard -i
    xdotool key ctrl+a
    press ctrl+v ctrl+Return
    grep -q '"text": "Vous êtes à bout, c’est bien cela ?"' "$data"/journal/*.jsonl || fail "something else was pasted"
    answered
}

is_copied() {
    [ "$(timeout 5 xclip -selection clipboard -o)" = 'Bonjour, je vous ai vu.' ]
}

copy() {
    type_text 'Bonjour, je vous ai vu.'
    press ctrl+a
    xdotool key ctrl+c
    within 30 is_copied || fail "what was copied is not in the clipboard"
    press ctrl+Return
    answered
}

exported() {
    grep -q 'Vous êtes à bout' "$folder"/Palabre\ –*trois\ fois*.html
}

heard() { # PATTERN
    grep -qa -e "$1" "$work/heard"
}

second_says_so() {
    timeout -k 5 120 "$wine" "$folder/palabre.exe" --headless --lang fr --do "wait:500 key:Return wait:500 tree:$work/second.json quit" "$case_file" &&
        grep -q 'Une autre fenêtre de Palabre est ouverte' "$work/second.json"
}

key='HKLM\Software\Classes\CLSID\{96749377-3391-11D2-9EE3-00C04F797396}\InprocServer32' # of SpVoice
timeout -k 5 60 "$wine" reg add "$key" /ve /d "Z:${voice//\//\\}" /f || exit 2

echo "Alone"
begin --size 1280x720 --display 1
second_says_so || fail "a second program does not say that the first writes in the folder"
press Return Return
choose b a a
paste
choose c
order
copy
choose a c
write 'On regarde ensemble ?'
choose e
order
choose c b
write 'Jeudi, dix heures.'
order
choose e
answers_are 17 || fail "it is not played to its end"
press Return # from the end of the story to the debrief
press Tab Tab Tab Return shift+Tab Return # exported with what was written
within 60 exported || fail "the debrief is not exported"
heard '^another voice$' || fail "no French voice is looked for"
within 30 heard '^Bilan' || fail "the debrief is not heard"
heard '^markup ' && fail "the voice is given markup"
leave
! grep -rqaF 'Vous êtes à bout' "$data" || fail "what was erased is still in the data folder"

room_shows() { # GEOMETRY
    within 60 room_is_at "$1" && within 30 is_lit
}

phase_is() { # NAME
    grep -q "\"phase\": \"$1\"" "$data"/journal/*.jsonl
}

echo "A group's room"
begin --group --present 14
room_shows '1920x1080+0+0  +1280+0' || fail "the room's screen does not fill the second display"
for _ in 1 2 3 4; do
    press space
done
within 30 phase_is contract || fail "the keys do not reach the trainer's page"
xrandr --output DUMMY1 --off
within 60 room_is_gone || fail "the room's screen lies over the trainer's after its display went"
two_displays
xdotool key F8
room_shows '1920x1080+0+0  +1280+0' || fail "the room's screen does not come back with its display"
