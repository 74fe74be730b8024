#!/bin/bash
# Prints what a trainer prints through a browser: print.sh PALABRE_CLI [FOLDER]
#
# The cards of a shipped case fill three sheets of A4, its trainer's sheet two pages, its grid one or two. A report of kept
# sessions begins with one sheet, all of it; its PDF is tagged, has its title and page numbers, no row of a table goes on on the
# next page, and its text can be read back; so is one of two texts side by side. The story on cards, read back too, has no card that the edge of a sheet cuts. The
# page that a group keeps, as the window beside PALABRE_CLI saves it, is one sheet with all its sentences. The printed pages stay in FOLDER, where it is given. Exit status 77: a tool is not here.
set -u
program=$(realpath "$1") || exit 2
root=$(realpath "$(dirname "$(realpath "$0")")/..")
for tool in chromium pdfinfo pdftotext; do
    command -v $tool >/dev/null || { echo "skipped: $tool is not installed"; exit 77; }
done
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C.UTF-8
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

check_sheets() { # NAME MOST
    local sheets
    sheets=$(pdfinfo "$pages/$1.pdf" | sed -n 's/^Pages: *//p')
    { [ "${sheets:-0}" -ge 1 ] && [ "$sheets" -le "$2" ]; } || fail "$1 takes ${sheets:-no} pages, not $2"
    pdfinfo "$pages/$1.pdf" | grep -q '^Page size:.*(A4)' || fail "$1 is not on A4"
}

check_print() { # CASE KIND MOST LANGUAGE
    local name
    name=$(basename "$1" .json)-$2-$4
    "$program" print "$1" "--$2" --lang "$4" -o "$pages/$name.html" || fail "$name was not written"
    print "$name"
    check_sheets "$name" "$3"
}

# The words of page PAGE of NAME, one space between them.
read_page() { # NAME PAGE
    pdftotext -f "$2" -l "$2" "$pages/$1.pdf" - | sed 's/\xe2\x80\xaf\|\xc2\xa0/ /g' | tr -s '[:space:]' ' '
}

# As they follow each other in the page: what stands in a cell is not cut into by what stands beside it.
read_in_order() { # NAME PAGE
    pdftotext -raw -f "$2" -l "$2" "$pages/$1.pdf" - | sed 's/\xe2\x80\xaf\|\xc2\xa0/ /g' | tr -s '[:space:]' ' '
}

are_together() { # NAME PAGES TEXT TEXT: both stand on one page
    local page
    for page in $(seq "$2"); do
        { read_page "$1" "$page"; read_in_order "$1" "$page"; } >"$scratch/page"
        grep -qF -- "$3" "$scratch/page" && grep -qF -- "$4" "$scratch/page" && return
    done
    echo "$3 … $4"
}

# The caption of a table and its first row stand on one page.
check_captions() { # NAME PAGES
    local caption row
    tr -d '\n' <"$pages/$1.html" | sed 's/\xe2\x80\xaf/ /g; s/<caption[^>]*>/\n&/g' |
        sed -nE 's/<caption[^>]*>([^<]*)<.*<tbody>(<tr>.*)/\1|\2/p' | sed -E 's/<\/t[hd]>.*//; s/ *<span class="tag".*//; s/<[^>]*>//g' |
        while IFS='|' read -r caption row; do
            are_together "$1" "$2" "$caption" "$row"
        done
}

# The first and the last words of each long cell stand on one page.
check_rows() { # NAME PAGES
    local first last
    sed 's/\xe2\x80\xaf/ /g; s/<\/td>/\n/g' "$pages/$1.html" | sed -E '/<td>/!d; s/.*<td>//; s/<[^>]*>//g; s/&quot;/"/g; s/&amp;/\&/g' |
        awk 'NF > 5 { print $1, $2, $3; print $(NF - 2), $(NF - 1), $NF }' | while read -r first && read -r last; do
            are_together "$1" "$2" "$first" "$last"
        done
}

# The first and the last words of each card stand on one sheet.
check_cards() { # NAME PAGES
    local first last
    tr '\n' ' ' <"$pages/$1.html" | sed 's/\xe2\x80\xaf\|\xc2\xa0/ /g; s/<section class="card/\n&/g; s/<\/main>.*//' |
        sed -E '/^<section/!d; s/<[^>]*>/ /g; s/&quot;/"/g; s/&amp;/\&/g; s/&lt;/</g; s/&gt;/>/g' |
        awk 'NF > 7 { print $1, $2, $3, $4; print $(NF - 3), $(NF - 2), $(NF - 1), $NF }' | while read -r first && read -r last; do
            are_together "$1" "$2" "$first" "$last"
        done
}

# The copy to be read again has all scenes; on cards each has one, each decision another, the case a cover and, where there is
# something to count, one to do that on. The edge of a sheet cuts none.
check_story() { # CASE
    local name sheets scenes asked cards
    name=$(basename "$1" .json)
    asked=$(grep -c '^ *"ask": {' "$1")
    check_print "$1" story 40 fr
    sheets=$(pdfinfo "$pages/$name-story-fr.pdf" | sed -n 's/^Pages: *//p')
    [ "$(grep -c '<section class="card back' "$pages/$name-story-fr.html")" = "$asked" ] || fail "$name: not each decision has its card"
    check_cards "$name-story-fr" "${sheets:-0}" >"$scratch/cut"
    [ ! -s "$scratch/cut" ] || fail "$name: cards are cut: $(head -n 3 "$scratch/cut")"
    check_print "$1" reading 40 fr
    scenes=$(grep -c '<section>' "$pages/$name-reading-fr.html")
    cards=$(grep -c '<section class="card' "$pages/$name-story-fr.html")
    [ "$cards" = $((scenes + asked + 2)) ] || [ "$cards" = $((scenes + asked + 1)) ] || fail "$name: not each scene has its card"
}

# As a trainer comes to it: the last decision and the debrief are gone through, and every line is filled.
check_kept_page() {
    local steps="wait:500 key:s wait:500 text:'fin' wait:300 key:Return wait:500" i
    for i in $(seq 40); do steps="$steps key:PageDown wait:500"; done
    for i in 1 2 3 4 5; do steps="$steps focus:'Phrase $i' text:'Phrase $i, dite par le groupe et longue de $i mots ou plus.' wait:1200"; done
    steps="$steps focus:'À faire remonter' text:'Un numéro direct.' wait:1200 press:'Enregistrer la page' wait:1000 quit"
    mkdir "$scratch/home"
    HOME=$scratch/home XDG_DATA_HOME=$scratch/home/data "${program%/*}/palabre" --headless --lang fr --data "$scratch/room" --present 14 \
        --group "$root/scenarios/fr/s02-ca-fait-trois-fois.json" --do "$steps" || fail "the page of a group was not reached"
    cp "$scratch"/home/Palabre*.html "$pages/kept-page.html" || fail "the page of a group was not saved"
    print kept-page
    check_sheets kept-page 1
    for i in 1 2 3 4 5; do read_page kept-page 1 | grep -qF "Phrase $i, dite" || fail "kept-page lacks line $i"; done
    read_page kept-page 1 | grep -qF "Un numéro direct." || fail "kept-page lacks what is passed on"
}

check_pages() { # NAME TITLE
    local name=$1 sheets
    print "$name"
    sheets=$(pdfinfo "$pages/$name.pdf" | sed -n 's/^Pages: *//p')
    pdfinfo "$pages/$name.pdf" | grep -q '^Page size:.*(A4)' || fail "$name is not on A4"
    pdfinfo "$pages/$name.pdf" | grep -q '^Tagged: *yes' || fail "$name is not tagged"
    pdfinfo "$pages/$name.pdf" | grep -q "^Title:.*Le dossier vert · $2" || fail "$name has no title"
    for page in $(seq "${sheets:-0}"); do
        read_page "$name" "$page" | grep -q "$page */ *$sheets *\$" || fail "$name: page $page is not numbered"
    done
    { check_rows "$name" "${sheets:-0}"; check_captions "$name" "${sheets:-0}"; } >"$scratch/cut"
    [ ! -s "$scratch/cut" ] || fail "$name: tables are cut: $(head -n 3 "$scratch/cut")"
}

check_report() { # LANGUAGE BEGINNING ANNEX
    local name=report-$1
    "$program" report --data "$scratch/kept" --lang "$1" --text 7615 -o "$pages/$name.html" || fail "$name was not written"
    check_pages "$name" '5 '
    read_page "$name" 1 | grep -qF "$2" || fail "$name: the first page does not begin the next meeting"
    read_page "$name" 1 | grep -qF "L’appeler par son nom" || fail "$name: the first page lacks its table"
    read_page "$name" 2 | grep -q "^ *$3" || fail "$name: the tables do not begin on the second page"
}

# Two texts of a situation: which decisions were changed stands on the first page.
check_texts() { # LANGUAGE TITLE CHANGED
    local name=texts-$1
    "$program" report --data "$scratch/kept" --lang "$1" --text 7615 --text 4a60 -o "$pages/$name.html" || fail "$name was not written"
    check_pages "$name" "$2"
    read_page "$name" 1 | grep -qF "$3" || fail "$name: the first page does not tell what was changed"
}

"$program" sessions import "$root/tests/data/sessions/six.jsonl" "$root/tests/data/sessions/changed.jsonl" --data "$scratch/kept" 2>/dev/null
check_report fr "Pour commencer la prochaine rencontre" "Décision par décision"
check_report en "To begin the next meeting" "Decision by decision"
check_texts fr "deux versions côte à côte" "seulement dans la nouvelle version"
check_texts en "two texts side by side" "only in the later text"
for case in "$root"/scenarios/fr/[sq][0-9][0-9]-*.json; do
    case $case in *.test.json) continue ;; esac
    check_print "$case" sheet 2 fr
    check_print "$case" grid 2 fr
done
check_print "$root/scenarios/fr/s01-faire-faire-avec-laisser-faire.json" cards 3 fr
check_story "$root/scenarios/fr/s01-faire-faire-avec-laisser-faire.json"
check_story "$root/scenarios/fr/s16-il-me-faut-une-reponse-aujourd-hui.json"
check_story "$root/scenarios/fr/q05-six-facons-de-repondre.json"
check_print "$root/scenarios/fr/s01-faire-faire-avec-laisser-faire.json" sheet 2 en
check_kept_page
exit "$failed"
