#!/bin/sh
# What every case that comes with Palabre keeps to:  cases.sh PALABRE_CLI
#
#     check     finds no error, and no warning but those that the file explains: under x-notes, with the warning's code
#               and pointer as the key ("dominant-option /scenes/1/ask/options/3"). An explanation of nothing is a fault.
#     fmt       has nothing to lay out
#     export    opens what writes archives, wherever the program was built
#     test      there is a NAME.test.json of at least two walks, and what they come to is as it says
#     simulate  in 10,000 walks every scene and every option is met, and no walk gets stuck
#     bounds    is exact within a minute, and every ending can be reached
#
# CASES=still leaves the last two out: enough where the program is slow because it is watched.
set -u
program=$(realpath "$1")
cd "$(dirname "$(realpath "$0")")/.." || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
export LC_ALL=C program work

ls scenarios/*/*.json | grep -v '[.]test[.]json$' >"$work/cases"
[ "$(wc -l <"$work/cases")" -ge 29 ] || { echo "too few cases"; exit 1; }

# A line "FILE CODE POINTER" for each warning there is, and for each that is explained.
list_warnings() {
    # shellcheck disable=SC2046 # names without spaces
    "$program" check --lang en --json $(cat "$work/cases") |
        sed -n 's/^ *"\(file\|pointer\|code\)": "\(.*\)",$/\1 \2/p' |
        awk '$1 == "file" { file = $2 } $1 == "pointer" { pointer = $2 } $1 == "code" { print file, $2, pointer }' | sort
}

list_explained() {
    xargs grep -HoE '^ +"[a-z-]+ /[^"]*": ' <"$work/cases" | sed -E 's/: +"(.*)": /  \1/; s/  / /' | sort
}

look_at_all() {
    bad=0
    list_warnings >"$work/warnings"
    list_explained >"$work/explained"
    diff --label 'found by check' --label 'explained in x-notes' -u "$work/warnings" "$work/explained" || bad=1
    xargs "$program" fmt --lang en --check <"$work/cases" || bad=1
    "$program" export "$(head -n 1 "$work/cases")" -o "$work/case.h5p" >"$work/exported" 2>&1 || { cat "$work/exported"; bad=1; }
    sed 's/json$/test.json/' "$work/cases" | xargs "$program" test --lang en >"$work/tests" 2>&1 ||
        { grep -A 4 -v '^ok\|^TAP\|^1[.][.]' "$work/tests"; bad=1; }
    sed 's/json$/test.json/' "$work/cases" | while read -r file; do
        [ "$(grep -c '"answers": ' "$file")" -ge 2 ] || echo "$file: has fewer than two walks"
    done >"$work/few"
    cat "$work/few"
    [ ! -s "$work/few" ] || bad=1
    return "$bad"
}

# shellcheck disable=SC2016 # the shell that is called reads these
walk_all() {
    xargs -P 2 -n 1 sh -c '
        "$program" simulate --runs 10000 --seed 1 --json "$1" | awk -v file="$1" '\''
            /"(stuck|unfinished)": [1-9]/ { print file ": walks do not end"; bad = 1 }
            /"scenes": / { hits = 1 }
            /": [{]$/ { within = $1 }
            hits && /": 0,?$/ { print file ": never met in " within $1; bad = 1 }
            END { if (!hits || bad) exit 1 }'\'' || touch "$work/failed"
        out=$(timeout 60 "$program" bounds --json "$1") || echo "$1: bounds takes too long"
        case $out in
            *"\"reachable\": false"*) echo "$1: an ending cannot be reached" ;;
            *"\"exact\": true"*) exit 0 ;;
            *) echo "$1: bounds is not exact" ;;
        esac
        touch "$work/failed"' - <"$work/cases"
}

failed=0
look_at_all || failed=1
if [ "${CASES:-}" != still ]; then
    walk_all
    [ ! -e "$work/failed" ] || failed=1
fi
exit "$failed"
