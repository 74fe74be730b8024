#!/bin/bash
# Prints what a trainer prints through a browser: print.sh PALABRE_CLI [FOLDER]
#
# The cards of a shipped case fill three sheets of A4, its trainer's sheet two pages, its grid one or two. The printed pages stay in FOLDER, where it is given. Exit status 77: a tool is not here.
set -u
program=$(realpath "$1") || exit 2
root=$(realpath "$(dirname "$(realpath "$0")")/..")
for tool in chromium pdfinfo; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
pages=$scratch
if [ $# -gt 1 ]; then { mkdir -p "$2" && pages=$(realpath "$2"); } || exit 2; fi
failed=0

fail() {
    echo "$*"
    failed=1
}

print() { # NAME: NAME.html in $pages becomes NAME.pdf
    timeout 120 chromium --headless --no-sandbox --disable-gpu --user-data-dir="$scratch/profile" --no-pdf-header-footer \
        --print-to-pdf="$pages/$1.pdf" "file://$pages/$1.html" >"$scratch/said" 2>&1
    [ -s "$pages/$1.pdf" ] || { fail "$1: nothing was printed"; tail -n 3 "$scratch/said"; }
}

check_print() { # CASE KIND MOST LANGUAGE
    local name sheets
    name=$(basename "$1" .json)-$2-$4
    "$program" print "$1" "--$2" --lang "$4" -o "$pages/$name.html" || fail "$name was not written"
    print "$name"
    sheets=$(pdfinfo "$pages/$name.pdf" | sed -n 's/^Pages: *//p')
    { [ "${sheets:-0}" -ge 1 ] && [ "$sheets" -le "$3" ]; } || fail "$name takes ${sheets:-no} pages, not $3"
    pdfinfo "$pages/$name.pdf" | grep -q '^Page size:.*(A4)' || fail "$name is not on A4"
}

for case in "$root"/scenarios/fr/[sq][0-9][0-9]-*.json; do
    case $case in *.test.json) continue ;; esac
    check_print "$case" sheet 2 fr
    check_print "$case" grid 2 fr
done
check_print "$root/scenarios/fr/s01-faire-faire-avec-laisser-faire.json" cards 3 fr
check_print "$root/scenarios/fr/s01-faire-faire-avec-laisser-faire.json" sheet 2 en
exit "$failed"
