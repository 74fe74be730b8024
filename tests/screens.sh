#!/bin/sh
# Holds what the window shows, to the pixel:  screens.sh PALABRE SCRATCH
#
# Each screens/NAME.steps is one run of the program in a fresh data folder: lines of steps (see platform/script.h), where
# `@screen` takes a picture, and `case FILE` names the case to open, from the project's root. It is done once for each
# line of screens/looks: NAME SIZE THEME PERCENT. The pictures are left in SCRATCH as RUN-screen-LOOK.png; their sums
# must equal those in screens/expected, and the tree of the first look that in screens/RUN-screen.json where there is
# one. With UPDATE_SCREENS=1 these are written instead: look at the pictures before you commit them.
#
# Letters come out of FreeType: another version of it may give other pictures.
set -u
program=$(realpath "$1")
here=$(dirname "$(realpath "$0")")/screens
mkdir -p "$2" || exit 2
scratch=$(realpath "$2")
rm -f "$scratch"/*.png "$scratch"/*.json
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

steps_of() { # RUN LOOK: one line, pictures named
    sed -e '/^#/d' -e '/^case /d' -e "s#@\([a-z0-9-]*\)#wait:400 shot:$1-\1-$2.png tree:$1-\1-$2.json#g" "$here/$1.steps" |
        tr '\n' ' '
}

run() { # RUN LOOK SIZE THEME PERCENT
    case_file=$(sed -n "s#^case #$here/../../#p" "$here/$1.steps")
    mkdir -p "$work/$2" && cd "$work/$2" || exit 1
    "$program" --headless --lang fr --data data --size "$3" --theme "$4" --text-scale "$5" \
        --do "$(steps_of "$1" "$2") quit" ${case_file:+"$case_file"} >"../$1-$2.log" 2>&1 ||
        sed "s#^#$1, $2: #" "../$1-$2.log" | tee -a ../failed
    rm -rf data
    mv ./*.png ./*.json "$scratch"
}

# The first look's trees are held, the others only served to look at.
compare_trees() {
    first=$(sed -n '/^#/!{s/ .*//p;q}' "$here/looks")
    for tree in "$here"/*.json; do
        [ -e "$tree" ] || continue
        name=$(basename "$tree" .json)
        if [ "${UPDATE_SCREENS:-0}" = 1 ]; then
            cp "$scratch/$name-$first.json" "$tree"
        else
            diff -u "$tree" "$scratch/$name-$first.json" || failed=1
        fi
    done
}

for steps in "$here"/*.steps; do
    grep -v '^#' "$here/looks" | {
        while read -r look size theme percent; do
            run "$(basename "$steps" .steps)" "$look" "$size" "$theme" "$percent" &
        done
        wait
    }
done
[ ! -e "$work/failed" ] || exit 1
failed=0
(cd "$scratch" && sha256sum ./*.png | sed 's#\./##') >"$work/sums"
compare_trees
if [ "${UPDATE_SCREENS:-0}" = 1 ]; then
    cp "$work/sums" "$here/expected"
elif ! diff -u --label expected --label actual "$here/expected" "$work/sums"; then
    echo "The pictures are in $scratch"
    failed=1
fi
exit "$failed"
