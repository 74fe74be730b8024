#!/bin/sh
# Holds what the window shows, to the pixel:  screens.sh PALABRE GALLERY SCRATCH
#
# Each screens/RUN.steps is one run of the program in a folder of its own, done once for each line of screens/looks
# (NAME SIZE THEME PERCENT). Its lines are steps (see platform/script.h), where `@screen` takes a picture, `%screen` one of
# the room's screen too and `go-on` leaves what an answer brought about; Return is pressed no sooner than a page takes it. Others are
#     case FILE        opens that case: it is copied into the folder, and only its name is told
#     options WORDS    the program is started with these, too
#     before COMMAND   is done first by the shell, in the folder; $root is that of the project
#     editor           the program is palabre-editor, which stands beside the other
#     words            it spells, by the words of tests/data/words; every other run has no dictionary
#     alone            the program stands without the cases that come with it
#     again            leaves, and starts once more with the same data
#     between COMMAND  is done by the shell, in the folder, before each further start, once: the first before the second
#     look NAME SIZE THEME PERCENT   one more look for this run
# screens/gallery.looks has the looks of the page of all widgets.
#
# The pictures are left in SCRATCH as RUN-screen-LOOK.png; the sums of their pixels (platform/picture.h) must equal those in
# screens/expected, and the tree of the first look that in screens/RUN-screen.json where there is one. With UPDATE_SCREENS=1
# these are written instead: look at the pictures before you commit them. Pictures that were as expected are kept in
# SCRATCH/held; of one that is not any more, RUN-screen-LOOK-changed.png shows where, if ImageMagick's compare is there.
#
# SCREENS_LOOK=NAME holds that look alone, and no widgets: enough where the program is slow because it is watched.
# SCREENS_WRAPPER is a command to run the program under, such as wine; SCREENS_WITHOUT a pattern of runs, or of RUN-screen, to
# leave out; SCREENS_BEFORE is done by the shell in the folder of each run, and then none goes beside another.
#
# Letters come out of FreeType and are put together by SDL. From FreeType 2.14 on, and where SDL 2 is made of SDL 3, a few pixels
# have another shade: there the trees are held and the pictures are not, and that is said.
set -u
program=$(realpath "$1")
gallery=$(realpath "$2")
here=$(dirname "$(realpath "$0")")/screens
root=$(realpath "$here/../..")
mkdir -p "$3/held" || exit 2
scratch=$(realpath "$3")
rm -f "$scratch"/*.png "$scratch"/*.json
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
export root
only=${SCREENS_LOOK:-.*}
[ "${UPDATE_SCREENS:-0}" = 0 ] || only='.*'
unset XDG_DATA_HOME XDG_CONFIG_HOME

values_of() { # RUN WORD: what stands after WORD, line by line
    sed -n "s/^$2 //p" "$here/$1.steps"
}

steps_of() { # RUN LOOK: a line for each start of the program, pictures named
    sed -E -e '/^(#|case |before |between |look |options |alone$|editor$|words$)/d' \
        -e "s#go-on#focus:'Continuer' key:Return wait:300#g" -e "s#key:(ctrl\\+)?Return#wait:500 &#g" \
        -e "s#%([a-z0-9-]*)#@\\1 shot:audience=$1-\\1-room-$2.png#g" \
        -e "s#@([a-z0-9-]*)#wait:100 wait:400 shot:$1-\1-$2.png tree:$1-\1-$2.json#g" "$here/$1.steps" |
        awk '/^again$/ { print line; line = ""; next } { line = line " " $0 } END { print line }'
}

prepare() { # RUN: in its folder
    mkdir home
    values_of "$1" before >before.sh
    sh -e before.sh || return
    values_of "$1" case | while read -r file; do cp "$root/$file" .; done
}

program_of() { # RUN: without the cases if it stands alone
    if grep -qx editor "$here/$1.steps"; then
        case $program in *.exe) echo "${program%/*}/palabre-editor.exe" ;; *) echo "${program%/*}/palabre-editor" ;; esac
    elif grep -qx alone "$here/$1.steps"; then
        echo "$work/alone/palabre"
    else
        echo "$program"
    fi
}

# The library that spells is one that knows a list of words; it stands in the place of the machine's (tests/editor/hunspell).
set_words() { # RUN
    export DICPATH="$here"
    if grep -qx words "$here/$1.steps"; then
        DICPATH=$root/tests/data/words
        export LD_LIBRARY_PATH="${gallery%/*}/tests/hunspell"
    fi
}

run() { # RUN LOOK SIZE THEME PERCENT
    set_words "$1"
    case_file=$(values_of "$1" case | sed 's#.*/##')
    started=$(program_of "$1")
    mkdir -p "$work/$1-$2" && cd "$work/$1-$2" && prepare "$1" && sh -ec "${SCREENS_BEFORE:-}" || return
    starts=0
    steps_of "$1" "$2" | while read -r steps; do
        values_of "$1" between | awk -v line="$starts" 'NR == line' >between.sh
        sh -e between.sh || exit
        starts=$((starts + 1))
        # shellcheck disable=SC2046 # words
        HOME=$PWD/home ${SCREENS_WRAPPER:-} "$started" $(values_of "$1" options) --headless --lang fr --data data --size "$3" --theme "$4" \
            --text-scale "$5" \
            --do "$steps quit" ${case_file:+"$case_file"} </dev/null || exit
    done || return
    mv ./*.png "$scratch" && for tree in "$1"-*.json; do mv "$tree" "$scratch"; done
}

show_gallery() { # LOOK SIZE THEME PERCENT
    cd "$scratch" && ${SCREENS_WRAPPER:-} "$gallery" "$root/assets/fonts" "$2" "$3" "$4" "wait:400 shot:gallery-page-$1.png quit"
}

# A picture or a tree, by its name, of a run that is.
is_left_out() {
    echo "$1" | grep -qE "^(${SCREENS_WITHOUT:-})-"
}

drop_left_out() { # of lines of sums
    grep -vE "  (${SCREENS_WITHOUT:-})-"
}

# What must be done, a line for each run and look.
list_runs() {
    for steps in "$here"/*.steps; do
        name=$(basename "$steps" .steps)
        ! is_left_out "$name-" || continue
        { grep -v '^#' "$here/looks"; values_of "$name" look; } | grep "^$only " | sed "s/^/$name /"
    done
    [ "$only" != '.*' ] || is_left_out gallery- || sed -e '/^#/d' -e 's/^/gallery /' "$here/gallery.looks"
}

# Every second of them, so that two go side by side, if they may; $work/failed is there when one failed.
do_runs() { # FIRST: 0 or 1
    list_runs | awk "NR % $lanes == $1" | while read -r name look size theme percent; do
        if [ "$name" = gallery ]; then
            (show_gallery "$look" "$size" "$theme" "$percent")
        else
            (run "$name" "$look" "$size" "$theme" "$percent")
        fi >"$work/log-$1" 2>&1 || {
            sed "s#^#$name, $look: #" "$work/log-$1"
            touch "$work/failed"
        }
    done
}

# The first look's trees are held, the others only served to look at.
compare_trees() {
    first=$(sed -n '/^#/!{s/ .*//p;q}' "$here/looks")
    for tree in "$here"/*.json; do
        [ -e "$tree" ] || continue
        name=$(basename "$tree" .json)
        ! is_left_out "$name-" || continue
        if [ "${UPDATE_SCREENS:-0}" = 1 ]; then
            cp "$scratch/$name-$first.json" "$tree"
        else
            diff -u "$tree" "$scratch/$name-$first.json" || failed=1
        fi
    done
}

# Of a picture that is not as expected: where it differs from the one that was.
show_changes() {
    command -v compare >/dev/null || return
    grep -vxFf "$here/expected" "$work/sums" | while read -r _ picture; do
        [ ! -e "$scratch/held/$picture" ] ||
            compare "$scratch/held/$picture" "$scratch/$picture" "$scratch/${picture%.png}-changed.png"
    done
}

# FreeType counts its library apart: 26.3 and more is 2.14. What stands in for SDL 2 on SDL 3 begins at 2.32.50.
paints_as_expected() {
    ! pkg-config --atleast-version=2.32.50 sdl2 && ! pkg-config --atleast-version=26.3 freetype2
}

mkdir "$work/alone" && cp "$program" "$work/alone/palabre" && ln -s "$root/assets/fonts" "$work/alone/fonts" || exit 2
for library in "$(dirname "$program")"/libpalabre-*.so; do # where programs share some
    [ ! -e "$library" ] || ln -s "$library" "$work/alone" || exit 2
done
lanes=2
[ -z "${SCREENS_BEFORE:-}" ] || lanes=1
do_runs 0 &
[ "$lanes" = 1 ] || do_runs 1
wait
[ ! -e "$work/failed" ] || exit 1
failed=0
(cd "$scratch" && LC_ALL=C grep -aoE 'pixels [0-9a-f]{8}' ./*.png | sed 's#\./\(.*\):pixels \(.*\)#\2  \1#') | drop_left_out >"$work/sums"
compare_trees
if [ "${UPDATE_SCREENS:-0}" = 1 ]; then
    cp "$work/sums" "$here/expected"
elif ! paints_as_expected; then
    echo "FreeType or SDL paints otherwise here: $(wc -l <"$work/sums") pictures were taken and not compared"
elif ! grep -- "-${only}[.]png$" "$here/expected" | drop_left_out | diff -u --label expected --label actual - "$work/sums"; then
    show_changes
    echo "The pictures are in $scratch"
    exit 1
fi
cp "$scratch"/*.png "$scratch/held"
exit "$failed"
