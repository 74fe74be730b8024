#!/bin/sh
# Plays a shipped case by keyboard with speech on, and looks for what somebody must have heard:  listen.sh PALABRE
#
# screens/third-time.steps is the way; each line of screens/third-time.heard (but for those that begin with #) must be a
# line of what was spoken, in this order.
set -u
program=$(realpath "$1")
here=$(dirname "$(realpath "$0")")/screens
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

case_file=$here/../../$(sed -n 's/^case //p' "$here/third-time.steps")
steps=$(sed -e "/^#/d" -e "/^case /d" -e "s#go-on#focus:'Continuer' key:Return wait:300#g" -e "s#key:Return#wait:500 &#g; s#key:ctrl+Return#wait:500 &#g" -e "s#@[a-z0-9-]*#wait:400#g" \
    "$here/third-time.steps" | tr "\n" " ")
mkdir "$work/data"
echo '{"format": 1, "language": "fr", "theme": "paper", "text_scale": 100, "speech": true}' >"$work/data/settings.json"
cd "$work" && "$program" --headless --lang fr --data data --do "$steps speech:spoken quit" "$case_file" || exit 1

grep -v '^#' "$here/third-time.heard" | awk '
    NR == FNR { spoken[++count] = $0; next }
    {
        from = at
        while (++at <= count && spoken[at] != $0) { }
        if (at > count) { print "not heard: " $0; failed = 1; at = from }
    }
    END { exit failed }' "$work/spoken" - || exit 1
[ "${SHOW_SPOKEN:-0}" = 0 ] || cat "$work/spoken"
