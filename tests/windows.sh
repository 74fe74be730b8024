#!/usr/bin/env bash
# What is built for Windows does there, under Wine, what it does here:  windows.sh PALABRE_CLI
# PALABRE_CLI is the terminal program of this system, to compare with. Builds by tools/windows/build.
set -u
here=$(realpath "$(dirname "$0")")
linux=$(realpath "$1")
root=$here/..
built=$(realpath -m "$root/build/windows")
scratch=$(mktemp -d) || exit 2
export WINEPREFIX=$built/wine WINEDEBUG=-all
wine=/usr/lib/wine/wine64
trap '/usr/lib/wine/wineserver64 -k; rm -rf "$scratch"' EXIT

"$root/tools/windows/build" || exit 2
mkdir -p "$WINEPREFIX" && "$wine" wineboot -i || exit 2
program=$built/palabre/palabre-cli.exe
passed=0
failed=0

test_that() { # NAME COMMAND…
    if "${@:2}" >"$scratch/said" 2>&1; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "FAILED: $1"
        head -n 20 "$scratch/said"
    fi
}

# Every case is found to be what it is here, word for word.
same_findings() { # FILE
    "$linux" check "$1" >"$scratch/here" 2>&1
    local status=$?
    "$wine" "$program" check "$1" >"$scratch/there" 2>&1
    [ $? = "$status" ] && cmp "$scratch/here" "$scratch/there"
}

cd "$root" || exit 2
for file in scenarios/??/*.json; do
    case $file in *.test.json) ;; *) test_that "check $file" same_findings "$file" ;; esac
done

# Two things are not of that system: arguments that are no text, and a reader that goes before all is written.
for folder in tests/golden/*/; do
    case $folder in */detect-a-text-that-is-not-utf8/ | */schema/) continue ;; esac
    test_that "$folder" env GOLDEN_WRAPPER="$wine" GOLDEN_LOCALE=C.UTF-8 "$here/golden.sh" "$program" "$folder"
done

# The core's own tests.
cmake -D BUILD_TESTING=ON "$built/palabre" >/dev/null && cmake --build "$built/palabre" -- --quiet -j 2 || exit 2
cd "$here" || exit 2
for test in "$built"/palabre/tests/*.exe; do
    test_that "$(basename "$test")" "$wine" "$test"
done

# Pictures, to the last pixel: those of pages that show no path of this system, and ask nothing that only it does.
export SCREENS_WRAPPER=$wine SCREENS_LOOK=paper
export SCREENS_WITHOUT='broken|case-warnings|export-case|export-refused|kept|no-case|open'
mkdir -p "$built/screens"
test_that "screens" "$here/screens.sh" "$built/palabre/palabre.exe" "$built/palabre/palabre.exe" "$built/screens"

# Unzipped where names have accents and blanks, Palabre keeps its data beside itself, and what was answered outlives it.
play() { # STEPS
    "$wine" "$stick/Palabre/palabre.exe" --headless --lang fr --do "$1" "$root/tests/data/cases/dossier-vert.json"
}
is_taken_up_again() {
    stick="$scratch/Clé de Zoé"
    mkdir "$stick" && (cd "$stick" && unzip -q "$built"/palabre-*-win64.zip) || return 1
    play "key:Return wait:300 key:Return wait:300 key:a wait:300 wait:600000 quit" &
    for _ in $(seq 100); do
        grep -qs '"answer"' "$stick"/Palabre/data/journal/*.jsonl && break
        sleep 0.2
    done
    kill -9 $!
    wait
    (cd "$scratch" && play "wait:300 tree:again.json quit") && grep -q 'Reprendre' "$scratch/again.json"
}
test_that "a journal outlives its program" is_taken_up_again

echo "$((100 * passed / (passed + failed)))% tests passed, $failed tests failed out of $((passed + failed))"
[ "$failed" = 0 ]
