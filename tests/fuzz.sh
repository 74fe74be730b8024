#!/usr/bin/env bash
# Runs every fuzz target, two at a time:  fuzz.sh BUILD SECONDS_A_TARGET
# It starts from tests/fuzz/corpus/TARGET and from what earlier runs gathered in BUILD/corpus; crashes go to BUILD/found.
set -u

if [ "$1" = --one ]; then # --one BUILD SECONDS PROGRAM
    target=${4##*/fuzz_}
    folders=("$2/corpus/$target")
    mkdir -p "${folders[0]}"
    [ ! -d "tests/fuzz/corpus/$target" ] || folders+=("tests/fuzz/corpus/$target")
    "$4" -max_total_time="$3" -timeout=10 -rss_limit_mb=2048 -artifact_prefix="$2/found/$target-" -print_final_stats=1 \
        "${folders[@]}" >"$2/found/$target.log" 2>&1
    status=$?
    tail -n $((status == 0 ? 6 : 60)) "$2/found/$target.log" | sed "s/^/$target: /"
    exit "$status"
fi

build=$(realpath "$1")
cd "$(dirname "$(realpath "$0")")/.." || exit 2
programs=("$build"/fuzz/fuzz_*)
[ -e "${programs[0]}" ] || { echo "there is no fuzz target in $1"; exit 1; }
mkdir -p "$build/found"
printf '%s\n' "${programs[@]}" | xargs -P 2 -n 1 tests/fuzz.sh --one "$build" "$2"
