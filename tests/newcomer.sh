#!/usr/bin/env bash
# What README.md promises to whoever has just come, in this system:  newcomer.sh LOGS [--brief]
#     ./run      without a display plays in the terminal, also when the window cannot be built
#     cmake      in any folder, without a preset, gives a program that finds its fonts
#     cpack      there gives packages that this system installs
#     palabre    opens, types, speaks, idles, and has a room on a second display (not with --brief)
#     ./check    holds, whole or in brief
# It is meant for a system that is thrown away (debians.sh): packages are installed, and a source is broken for a moment.
set -u
logs=$1
shift
cd "$(dirname "$(realpath "$0")")/.." || exit 2
unset DISPLAY WAYLAND_DISPLAY
failed=0

fail() {
    echo "FAILED $*"
    failed=1
}

plays() { # NAME
    if ! printf '1\n' | ./run >"$logs/$1" 2>"$logs/$1.errors"; then
        tail -n 30 "$logs/$1.errors"
        return 1
    fi
    grep -q 'Rien n’a été gardé' "$logs/$1" # a case was begun, whichever comes first, and left
}

without_a_window() {
    local source=engine/platform/font.c kept status=0
    kept=$(mktemp) && cp "$source" "$kept" && echo '#error "no window"' >>"$source" || return 1
    plays terminal && grep -q 'window could not be built' "$logs/terminal.errors" || status=1
    cp "$kept" "$source"
    return "$status"
}

plain_build() { # FOLDER
    local root=$PWD
    cd "$1" && cmake -DCMAKE_BUILD_TYPE=Release "$root" && cmake --build . -j 2 &&
        ./palabre --headless --size 1280x720 --do "shot:page.png quit" && [ -s page.png ]
}

# Packages are for the system that they were built in: here they can be installed, and what they bring runs.
packages_hold() { # FOLDER: what was built
    export DEBIAN_FRONTEND=noninteractive
    cd "$1" && apt-get install -qq --no-install-recommends dpkg-dev file && cpack &&
        apt-get install -qq --no-install-recommends ./palabre*.deb && cd / &&
        palabre-cli check /usr/share/palabre/scenarios/*/*.json && palabre --headless --size 1280x720 --do "shot:/tmp/page.png quit" &&
        [ -s /tmp/page.png ] && apt-get purge -qq palabre-cli && [ ! -e /usr/bin/palabre ]
}

# On displays of their own, with the SDL of this system.
window_holds() { # PALABRE
    export DEBIAN_FRONTEND=noninteractive
    apt-get install -qq --no-install-recommends xvfb xserver-xorg-core xserver-xorg-video-dummy x11-xserver-utils x11-xkb-utils x11-utils \
        x11-apps openbox xdotool xclip speech-dispatcher speech-dispatcher-audio-plugins &&
        tests/window_lives.sh "$1" && tests/two_displays.sh "$1"
}

try_window() { # PALABRE
    if window_holds "$1" >"$logs/window" 2>&1; then
        echo "the window lives"
    else
        tail -n 30 "$logs/window"
        fail "the window does not live"
    fi
}

if plays run; then echo "./run plays in the terminal"; else fail "./run does not play in the terminal"; fi
if without_a_window; then echo "without its window too"; else fail "without its window ./run does not play"; fi
folder=$(mktemp -d)
if (plain_build "$folder") >"$logs/plain" 2>&1; then
    echo "a plain cmake builds what finds its fonts"
else
    tail -n 30 "$logs/plain"
    fail "a plain cmake does not build what finds its fonts"
fi
if (packages_hold "$folder") >"$logs/packages" 2>&1; then
    echo "its packages can be installed, run and removed"
else
    tail -n 30 "$logs/packages"
    fail "the packages do not hold"
fi
[ "${1:-}" = --brief ] || try_window "$folder/palabre"
./check "$@" || fail "./check $*"
exit "$failed"
