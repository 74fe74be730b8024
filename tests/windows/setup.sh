#!/usr/bin/env bash
# The installer for Windows, under Wine:  setup.sh SETUP.exe
# Installed without a question for one account, Palabre starts, is offered for cases, and is told to the system as an
# installed program; removed, it leaves what a person kept and what stood in its folder before, and nothing else, no key
# either. To be run by tests/windows.sh, in a namespace of its own.
set -u
setup=$(realpath "$1")
root=$(realpath "$(dirname "$0")/../..")
wine=/usr/lib/wine/wine64
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
user=$(echo "$WINEPREFIX"/drive_c/users/*/AppData) && user=${user%/AppData}
folder="$user/AppData/Local/Programs/Palabre"
told="C:\\users\\${user##*/}\\AppData\\Local\\Programs\\Palabre"

fail() {
    echo "$1"
    exit 1
}

there() { # COMMAND…
    timeout -k 5 300 "$wine" "$@"
}

# What stands in the system's registry and on its disk, but for what Wine notes down for itself, and keys that every Windows
# has and Wine has not yet.
look() { # NAME
    there reg export HKCU "C:\\hkcu.reg" /y >/dev/null && iconv -f UTF-16 -t UTF-8 "$WINEPREFIX/drive_c/hkcu.reg" | tr -d '\r' |
        awk '/^\[/ { wine = /\\Software\\Wine|\\Software\\Classes]|\\CurrentVersion\\Uninstall]/ } !wine && NF' >"$1.keys"
    rm "$WINEPREFIX/drive_c/hkcu.reg"
    (cd "$WINEPREFIX/drive_c" && find . -not -path './windows/*' -not -ipath '*/temp/*' | sort) >"$1.files"
}

key_is() { # KEY NAME VALUE; an empty name: its own value
    there reg query "HKCU\\$1" ${2:+/v} "${2:-/ve}" 2>/dev/null | grep -qF -- "$3" || fail "$1 $2 is not $3"
}

mkdir -p "$folder" && echo 'mine' >"$folder/mine.txt"
there reg query 'HKCU\Software' >/dev/null || exit 2 # Wine has begun
look "$work/before"

there "$setup" /S || fail "the installer ends with $?"
for file in palabre.exe palabre-editor.exe palabre-cli.exe LISEZ-MOI.txt uninstall.exe fonts scenarios/fr licences; do
    [ -e "$folder/$file" ] || fail "$file is not installed"
done
[ ! -e "$folder/portable.txt" ] || fail "what is installed would keep its data beside the program"
key_is 'Software\Classes\Palabre.Case\shell\open\command' '' "\"$told\\palabre.exe\" \"%1\""
there reg query 'HKCU\Software\Classes\.json\OpenWithProgids' | grep -q 'Palabre.Case' || fail "Palabre is not offered for cases"
key_is 'Software\Microsoft\Windows\CurrentVersion\Uninstall\Palabre' QuietUninstallString "\"$told\\uninstall.exe\" /S"
find "$user" -name 'Palabre.lnk' | grep -q . || fail "the menu does not have it"

there "$folder/palabre.exe" --headless --lang fr --do "key:Return wait:500 key:Return wait:500 key:Return wait:500 key:Return wait:500 key:a wait:700 tree:C:\\seen.json quit" \
    "$root/tests/data/cases/rumeur.json" || fail "what is installed does not start"
grep -q '"answer"' "$user"/AppData/Local/palabre/journal/*.jsonl || fail "nothing is kept in AppData"
rm "$WINEPREFIX/drive_c/seen.json"

there "$folder/uninstall.exe" /S || fail "the uninstaller ends with $?"
for _ in $(seq 150); do # it goes on as a copy of itself
    [ -e "$folder/uninstall.exe" ] || break
    sleep 0.2
done
sleep 1
look "$work/after"
grep -v '/AppData/Local/palabre' "$work/after.files" | diff "$work/before.files" - || fail "files are left, or are gone that were there"
grep -q '/AppData/Local/palabre/journal/rumeur' "$work/after.files" || fail "what a person kept is gone"
diff "$work/before.keys" "$work/after.keys" || fail "keys are left, or are gone that were there"
