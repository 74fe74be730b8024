#!/usr/bin/env bash
# Runs a command line again and again, with every fifth of its allocations failing, alone and with all that follow:
#     sweep.sh PROGRAM ARGUMENT…
# A run must end with exit status 3 and a sentence, or do and say just what it does when nothing fails; and each file stands
# as it was before or as it should be after, a store of sessions by what it gives out. PALABRE_ALLOCATION_STEP is another
# step than five.
set -u
program=$(realpath "$1")
shift
here=$(dirname "$(realpath "$0")")
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
mkdir before

cp "$here"/*.json "$here"/bank.* before
tr -d '\n' <"$here/case.json" >before/loose.json # for fmt
export LC_ALL=C HOME=$scratch ASAN_OPTIONS=detect_leaks=0
if [ "$1" = sessions ]; then
    cp "$here/../data/sessions/two.jsonl" before/more.jsonl
    "$program" sessions import "$here/../data/sessions/old.jsonl" --data before/kept 2>err || { cat err; exit 1; }
fi

# run NAME [FAIL_AT]: into NAME.out, NAME.err and the folder NAME; gives the exit status.
run() {
    rm -rf "$1"
    cp -R before "$1"
    (cd "$1" && PALABRE_FAIL_AT=${2:-0} exec "$program" "${arguments[@]}") >"$1.out" 2>"$1.err" </dev/null
}

# What a store gives out; pages and pids in it differ from run to run.
dump() { # NAME
    local kept=$1/kept/sessions.db
    [ -e "$kept" ] || return
    # One that was left alone gives out what it did before.
    [ -e before.dump ] && [ ! -s "$kept-journal" ] && cmp -s before/kept/sessions.db "$kept" && cp before.dump "$1.dump" && return
    "$program" sessions export -o "$1.dump" --data "$1/kept" 2>/dev/null || echo "unreadable" >"$1.dump"
}

same() { # NAME: whether it said and left what the run without failures did
    dump "$1"
    cmp -s "$1.out" after.out && cmp -s "$1.err" after.err && diff -r -x kept "$1" after >/dev/null &&
        { [ ! -e after.dump ] || cmp -s "$1.dump" after.dump; }
}

whole() { # NAME: whether each file is as before or as after; new files are none of ours (a temporary one may be left)
    local file
    dump "$1"
    [ ! -e after.dump ] || cmp -s "$1.dump" before.dump || cmp -s "$1.dump" after.dump || return 1
    for file in before/*; do
        [ -f "$file" ] || continue
        cmp -s "$file" "$1/${file##*/}" || cmp -s "after/${file##*/}" "$1/${file##*/}" || return 1
    done
}

tell() { # AT WHAT
    bad=$((bad + 1))
    [ "$bad" -le 5 ] || return
    echo "allocation $1 of $count${PALABRE_FAIL_ALL:+ and all after it}: $2"
    head -n 12 tried.err
}

arguments=("$@")
PALABRE_COUNT=$scratch/count run after
wanted=$?
count=$(cat count) || exit 1
dump before
dump after
if [ "$wanted" -ne 0 ]; then
    echo "status $wanted when nothing fails:"
    cat after.err
    exit 1
fi

# try_at N: one run, judged.
try_at() {
    { run tried "$1"; } 2>/dev/null # the shell's own word about a signal
    local status=$?
    runs=$((runs + 1))
    if [ "$status" -eq 3 ] && [ -s tried.err ]; then
        whole tried || tell "$1" "a file is spoilt"
    elif [ "$status" -ne "$wanted" ] || ! same tried; then
        tell "$1" "status $status"
    fi
}

bad=0
runs=0
export PALABRE_WENT_ON=$scratch/went_on
for ((at = 1; at <= count; at += ${PALABRE_ALLOCATION_STEP:-5})); do
    rm -f went_on
    try_at "$at"
    # Where the program asked for nothing more, all that follow failing would be the same run again.
    [ -e went_on ] && PALABRE_FAIL_ALL=1 try_at "$at"
done

echo "$runs runs, $bad of them wrong"
[ "$runs" -gt 0 ] && [ "$bad" -eq 0 ]
