#!/usr/bin/env bash
# What is built for Windows does there, under Wine, what it does here:  windows.sh PALABRE_CLI
# PALABRE_CLI is the terminal program of this system, to compare with. Builds by tools/windows/build.
set -u
here=$(realpath "$(dirname "$0")")
linux=$(realpath "$1")
root=$here/..
built=$(realpath -m "$root/build/windows")
scratch=$(mktemp -d) || exit 2
export WINEPREFIX=$built/wine WINEDEBUG=-all LC_ALL=C.UTF-8 # else Wine finds no file whose name has an accent
export PALABRE_WINDOWS_PREFIX=$built/prefix # which the toolchain asks for
wine=("timeout" -k 5 300 /usr/lib/wine/wine64)
export WINEDLLOVERRIDES=winemenubuilder.exe=d # the menus of this account are not Wine's to change
trap '/usr/lib/wine/wineserver64 -k; rm -rf "$scratch"' EXIT

"$root/tools/windows/build" || exit 2
# One server for all: what Wine starts beside a program now and then fails, and says so in the midst of what that prints.
/usr/lib/wine/wineserver64 -k # one that is there is not taken over
mkdir -p "$WINEPREFIX" && /usr/lib/wine/wineserver64 -p && "${wine[@]}" wineboot -i || exit 2
program=$built/palabre/palabre-cli.exe
passed=0
failed=0

test_that() { # NAME COMMAND…
    "${@:2}" >"$scratch/said" 2>&1
    case $? in
    0) passed=$((passed + 1)) ;;
    77) echo "skipped: $1: $(tail -n 1 "$scratch/said")" ;;
    *)
        failed=$((failed + 1))
        echo "FAILED: $1"
        head -n 20 "$scratch/said"
        ;;
    esac
}

# Every case is found to be what it is here, word for word.
same_findings() { # FILE
    "$linux" check "$1" >"$scratch/here" 2>&1
    local status=$?
    "${wine[@]}" "$program" check "$1" >"$scratch/there" 2>&1
    [ $? = "$status" ] && cmp "$scratch/here" "$scratch/there"
}

cd "$root" || exit 2
for file in scenarios/??/*.json; do
    case $file in *.test.json) ;; *) test_that "check $file" same_findings "$file" ;; esac
done

# Two things are not of that system: arguments that are no text, and a reader that goes before all is written.
for folder in tests/golden/*/; do
    case $folder in */detect-a-text-that-is-not-utf8/ | */schema/) continue ;; esac
    test_that "$folder" env GOLDEN_WRAPPER="${wine[*]}" GOLDEN_LOCALE=C.UTF-8 "$here/golden.sh" "$program" "$folder"
done

# The core's own tests.
cmake -D BUILD_TESTING=ON "$built/palabre" >/dev/null && cmake --build "$built/palabre" -- --quiet -j 2 || exit 2
cd "$here" || exit 2
for test in "$built"/palabre/tests/*.exe; do
    test_that "$(basename "$test")" "${wine[@]}" "$test"
done

# Pictures, to the last pixel, of all looks. Documents are where a run wants them, and what it wrote elsewhere is gone. Left out:
# paths, which are told otherwise there, a link that leads nowhere, a lock of this system, a folder for documents that takes
# nothing as this system says it, and words spelt by a library that is not there.
user=$(echo "$WINEPREFIX"/drive_c/users/*/AppData) && export user=${user%/AppData}
# shellcheck disable=SC2016 # variables of that shell
export SCREENS_BEFORE='rm -rf "$user/Documents"; find "$user" -maxdepth 1 -type f -delete; ln -s "$PWD/home/Documents" "$user/Documents"'
export SCREENS_WRAPPER=${wine[*]}
paths='analysis-compared|analysis-saved|editor-save-as|editor-texts-translate|export-case-there|export-case-written|import-(added|case|refused|stories|story)|kept-import|no-case|open'
export SCREENS_WITHOUT="$paths|broken-library|case-warnings-second|export-case-refused|export-refused|editor-spelling"
mkdir -p "$built/screens"
test_that "screens" "$here/screens.sh" "$built/palabre/palabre.exe" "$built/palabre/gallery.exe" "$built/screens"
rm -rf "$user/Documents" && mkdir "$user/Documents" # as stick.sh and the others find it

# What is given to people, each in a namespace of its own, where a disk can be full and whatever was begun ends with it, and
# with a Wine of its own, for some of it is written there.
/usr/lib/wine/wineserver64 -k
as_root=()
[ "$(id -u)" = 0 ] || as_root=(--map-root-user)
in_namespace() { # COMMAND…
    rm -rf "$scratch/wine" && cp -a "$WINEPREFIX" "$scratch/wine" || return
    WINEPREFIX=$scratch/wine timeout -k 5 1800 unshare "${as_root[@]}" --mount --pid --fork --kill-child --mount-proc "$@"
}
test_that "on a stick" in_namespace "$here/windows/stick.sh" "$built"/palabre-*-win64.zip
test_that "in its window" in_namespace "$here/windows/window.sh" "$built"/palabre-*-win64.zip "$built/palabre/tests/fake_sapi.dll"
test_that "installed" in_namespace "$here/windows/setup.sh" "$built"/palabre-*-setup.exe

echo "$((100 * passed / (passed + failed)))% tests passed, $failed tests failed out of $((passed + failed))"
[ "$failed" = 0 ]
