# shellcheck shell=bash
# An X server of its own with two outputs (Xorg's dummy driver), 1280x720 and right of it 1920x1080, and a window manager: to be
# sourced. Its processes stand in WORK/*.pid.
#     begin_displays WORK || …     sets DISPLAY
begin_displays() { # WORK
    cat >"$1/xorg.conf" <<'CONF'
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
    export DISPLAY=:$((70 + RANDOM % 900))
    Xorg "$DISPLAY" -config "$1/xorg.conf" -noreset -logfile "$1/xorg.log" >"$1/xorg.out" 2>&1 &
    echo $! >"$1/xorg.pid"
    sleep 3
    xrandr --newmode room 173.00 1920 2048 2248 2576 1080 1083 1088 1120 && xrandr --addmode DUMMY1 room && two_displays || return
    xrandr >/dev/null # looks at the outputs anew: SDL asks for what was seen last
    openbox >"$1/openbox.out" 2>&1 &
    echo $! >"$1/openbox.pid"
    sleep 2
}

two_displays() {
    xrandr --output DUMMY0 --mode 1280x720 --pos 0x0 --output DUMMY1 --mode room --pos 1280x0
}

within() { # SECONDS COMMAND…
    local tries=$(($1 * 10))
    shift
    for ((; tries > 0; tries--)); do
        "$@" && return 0
        sleep 0.1
    done
    return 1
}

room_is_at() { # GEOMETRY
    xwininfo -root -tree | grep -a 'écran de la salle' | grep -aqF -- "$1"
}

room_is_gone() {
    ! xwininfo -root -tree | grep -aq 'écran de la salle'
}

is_black() { # the room's screen, in its middle: no theme has black
    local id
    id=$(xwininfo -root -tree | grep -a 'écran de la salle' | grep -o '0x[0-9a-f]*' | head -n 1)
    [ -n "$id" ] && [ "$(xwd -silent -id "$id" | tail -c +2000000 | head -c 65536 | tr -d '\0' | wc -c)" = 0 ]
}

is_lit() {
    ! is_black
}
