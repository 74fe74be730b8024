#!/bin/sh
# What is printed of shipped cases: print.sh PALABRE_CLI
#
# Each decision stands on the sheet, on the grid and wherever the case is told, and every text that a page has in both languages is the case’s own.
set -u
program=$(realpath "$1")
root=$(realpath "$(dirname "$(realpath "$0")")/../..")
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
export LC_ALL=C.UTF-8
failed=0

fail() {
    echo "$*"
    failed=1
}

# The texts of a page, one a line, without what is no word.
list_texts() {
    sed -e '/^<title>/d' -e 's/<style>.*<\/style>//' -e '/<style>/,/<\/style>/d' -e 's/<[^>]*>/\n/g; s/ – /\n/g; s/ → /\n/g' "$1" |
        sed -e 's/&amp;/\&/g; s/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/^ *[–,·]* *//; s/^→ *//; s/^[0-9A-H✎]* · //; s/^[0-9]*[.] //; s/ *[–,]* *$//' |
        sed -n '/[[:alpha:]][[:alpha:]]/p' | sort -u
}

check_words() { # CASE KIND
    list_texts en.html >en && list_texts fr.html >fr
    comm -12 en fr | while IFS= read -r text; do
        [ "$text" = Sources ] || [ "$text" = "Second vote" ] || grep -qF -- "${text%…}" plain || echo "$1 --$2: <$text> is in both languages"
    done >strange
    [ ! -s strange ] || fail "$(cat strange)"
    [ "$(comm -13 en fr | wc -l)" -gt 0 ] || fail "$1 --$2 is not in French"
}

for name in s01-faire-faire-avec-laisser-faire s09-y-en-a-que-pour-les-etrangers q05-six-facons-de-repondre; do
    case=$root/scenarios/fr/$name.json
    sed -e 's/\\n/\n/g; s/\\"/"/g; s/\*//g' "$case" "$root/scenarios/competencies.json" >plain
    asked=$(grep -c '^ *"ask": {' "$case")
    for kind in cards sheet grid reading story; do
        for language in en fr; do
            "$program" print "$case" --$kind --lang $language -o $language.html || fail "$name --$kind was not written"
            grep -q "<html lang=\"$language\">" $language.html || fail "$name --$kind is not in $language"
        done
        check_words "$name" $kind
        grep -Eq '<script|https?://[^w]|src=' fr.html && fail "$name --$kind fetches something"
        case $kind in
            cards) [ "$(grep -c '<svg class="vote"' fr.html)" -ge 6 ] || fail "$name lacks cards" ;;
            sheet)
                [ "$(grep -o '<li><b>[0-9]* · ' fr.html | wc -l)" = "$asked" ] || fail "$name: not every decision is there"
                ;;
            reading) [ "$(grep -c 'class="asked"' fr.html)" = "$asked" ] || fail "$name: not every decision is there" ;;
            story)
                [ "$(grep -c 'class="card back' fr.html)" = "$asked" ] || fail "$name: not every decision has its card"
                grep -q 'class="stance\|class="trainer"' fr.html && fail "$name: what is the trainer’s stands on a card"
                ;;
            grid)
                [ "$(grep -o '<tr><td>[0-9]* · ' fr.html | wc -l)" = "$asked" ] || fail "$name: not every decision is there"
                grep -q 'class="tick"' fr.html || fail "$name has nothing to tick"
                ;;
        esac
    done
done
exit "$failed"
