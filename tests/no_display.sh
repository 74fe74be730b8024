#!/bin/sh
# A program with a window that has no display ends at once and says what plays without one:  no_display.sh PROGRAM SCRATCH
#
# SDL may take a driver that shows nothing instead; the program would run unseen for ever.
set -u
program=$1
mkdir -p "$2" && cd "$2" || exit 2
unset DISPLAY WAYLAND_DISPLAY SDL_VIDEODRIVER
export XDG_RUNTIME_DIR="$PWD" HOME="$PWD"
timeout 60 "$program" --lang en --data data >out 2>&1
status=$?
if [ "$status" != 3 ] || ! grep -q 'palabre-cli play' out; then
    echo "without a display: status $status instead of 3, and"
    cat out
    exit 1
fi
# Whoever asks for such a driver gets it.
SDL_VIDEODRIVER=dummy timeout 5 "$program" --lang en --data data >out 2>&1
status=$?
if [ "$status" != 124 ] && [ "$status" != 0 ]; then # ended by the signal, as it is asked to
    echo "with the driver that was asked for: status $status"
    cat out
    exit 1
fi
