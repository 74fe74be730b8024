#!/bin/sh
# Reports of kept sessions: report.sh PALABRE_CLI
#
# Every figure of the page is in the CSV, as it is told there; the page has no other, and JSON has the same. What spreadsheets would take for
# something else is not in the CSV, and counts of fewer than five people are in neither.
set -u
program=$(realpath "$1")
data=$(realpath "$(dirname "$(realpath "$0")")/../data/sessions")
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
export LC_ALL=C.UTF-8 HOME="$scratch"
failed=0

fail() {
    echo "$*"
    failed=1
}

report() { # FILE ARGUMENT…
    file=$1
    shift
    "$program" report --data kept -o "$file" "$@" || fail "$file was not written"
}

# Each value in the page, and the number that it is told by.
list_figures() {
    grep -oE '<data value="[^"]*">[^<]*<|<text data-value="[^"]*"[^>]*>[^<]*<' "$1" |
        sed -E 's/.*value="([^"]*)"[^>]*>([^<]*)</\1 \2/; s/−/-/; s/,/./; s/[^-0-9. ].*//'
}

check_figures() { # NAME
    awk -F ';' 'NR > 1 { print $11; print $9 }' "$1.csv" | sort -u >values
    list_figures "$1.html" >told
    [ "$(wc -l <told)" -gt 30 ] || fail "$1.html has hardly a figure"
    awk 'NR == FNR { there[$1] = 1; next } !($1 in there) { print }' values told >missing
    [ ! -s missing ] || fail "$1.html has figures that $1.csv has not: $(head -3 missing)"
    awk '{ d = $1 - $2; if (d < 0) d = -d; if (d > ($2 ~ /[.]/ ? 0.0501 : 0.5001)) print }' told >wrong
    [ ! -s wrong ] || fail "$1.html tells figures otherwise: $(head -3 wrong)"
    grep -o '<time datetime="[^"]*"' "$1.html" | cut -d '"' -f 2 | while read -r day; do
        grep -q ";$day;day;" "$1.csv" || echo "$day"
    done >missing
    [ ! -s missing ] || fail "$1.html has days that $1.csv has not: $(cat missing)"
    # The rest has no digit: A4 and 95 % are no figures of these sessions, an axis none of people.
    sed -E -e 's/<style>.*<\/style>//' -e '/^<title>/d' -e 's/<(data|time)[^>]*>[^<]*<\/(data|time)>//g' \
        -e 's/<text (data-value|class="axis")[^>]*>[^<]*<\/text>//g' -e 's/<span lang=[^>]*><bdi>([^<]|<\/?em>|<br>)*<\/bdi><\/span>//g' \
        -e 's/<[^>]*>//g' -e 's/A4//g' -e 's/95.?.?.?%//g' "$1.html" | grep '[0-9]' >digits
    [ ! -s digits ] || fail "$1.html has numbers that are no figures: $(head -3 digits)"
    grep -Eq '<script|https?://[^w]|src=' "$1.html" && fail "$1.html fetches something"
}

# A cell is a word of ours, a text in its marks, a number or a day: none begins with = + @ or a tab, no minus but before a
# digit, no exponent, no U+2212 and no space but between marks.
check_cells() { # FILE POINT
    sed '1d; s/\r$//' "$1" | tr ';' '\n' | sed 's/^"//' | grep -v '^«' |
        grep -vE "^(|[a-z][a-z0-9-]*|-?[0-9]+([$2][0-9]+)?|[0-9]{4}-[0-9]{2}-[0-9]{2}|(option|scene|item|bin|ending|gauge|competency|trap|attitude|detector)-[-a-z0-9_]*)$" >strange
    [ ! -s strange ] || fail "$1 has cells that programs may take for something else: $(head -3 strange)"
    [ "$(grep -c -v "$(printf '\r')\$" "$1")" = 0 ] || fail "$1 has line ends that are not CR LF"
    [ "$(awk -F ';' '{ print NF }' "$1" | sort -u)" = 13 ] || fail "$1 has rows of another width"
}

"$program" sessions import "$data/six.jsonl" "$data/two.jsonl" --data kept 2>/dev/null
for language in en fr; do
    report all-$language.html --lang $language
    report all-$language.csv --lang $language
    for kept in 11a0 22b0 33c0 44d0 55e0 abcd; do
        report one-$kept-$language.html --session $kept --lang $language
        report one-$kept-$language.csv --session $kept --lang $language
    done
done
for page in *-en.html; do
    check_figures "${page%.html}"
    check_cells "${page%.html}.csv" .
done
for page in *-fr.html; do
    cp "${page%-fr.html}-en.csv" "${page%.html}.point"
    check_cells "${page%.html}.csv" ,
    sed 's/,\([0-9]\)/.\1/g' "${page%.html}.csv" >fr.csv && cp "$page" fr.html && check_figures fr
    grep -q '<html lang="fr">' "$page" || fail "$page is not in French"
done
head -c 3 all-fr.csv | od -An -tx1 | grep -q 'ef bb bf' || fail "all-fr.csv has no byte order mark"
# Two texts of a case side by side: no figure is told of both together, and what one hides is in neither.
"$program" sessions import "$data/six.jsonl" "$data/changed.jsonl" --data texts 2>/dev/null
for language in en fr; do
    for file in html csv json xlsx; do
        "$program" report --data texts -o texts-$language.$file --text 7615 --text 4a60 --lang $language || fail "texts-$language.$file was not written"
    done
done
check_figures texts-en
check_cells texts-en.csv .
check_cells texts-fr.csv ,
grep -q ';first-hands;;count;hidden' texts-en.csv && fail "a count that nothing hides in the older text is hidden beside the later one"
grep -q ';second-hands;;count;hidden' texts-en.csv || fail "nothing is hidden in the later text"
for side in first:7615 second:4a60; do
    "$program" report --data texts -o side.csv --text "${side#*:}" --lang en || fail "side.csv was not written"
    grep '^answer;' side.csv | grep ';hands;' | cut -d ';' -f 3,5,6,7,11,13 | sort >there
    grep '^answer-pair;' texts-en.csv | grep ";${side%:*}-hands;" | grep -v nothing | cut -d ';' -f 3,5,6,7,11,13 | sort >told
    cmp -s there told || fail "beside another text hands are told otherwise: $(diff there told | head -3)"
done

# JSON has the same rows, and the same values.
report all.json --lang en
sed -nE 's/.*"value": "?([^",]*)"?, "unit".*/\1/p' all.json | sed 's/^null$//' >json
sed '1d' all-en.csv | cut -d ';' -f 11 | cmp -s - json || fail "all.json and all-en.csv differ"
report plain.csv --csv-plain --lang fr
head -c 3 plain.csv | grep -q tab || fail "plain.csv has a byte order mark"
grep -qE ',[0-9]+[.][0-9]+,percent,' plain.csv || fail "plain.csv has no points"

# Sessions may be named one after the other, by --session or without.
report named.csv --lang en --session 11a0 --session 22b0
report alone.csv --lang en 11a0 22b0
cmp -s named.csv alone.csv || fail "sessions are not named alike by --session and without"
grep -q ';sessions;2;count;' named.csv || fail "named.csv is not of two sessions"

# A session that is played otherwise than it was is told, and counts as far as it is alike.
sed 's/"answer": "attendre"\(.*\)"to": "[a-z]*"/"answer": "attendre"\1"to": "fin-court"/' "$data/six.jsonl" >other.jsonl
"$program" sessions import other.jsonl --data other 2>/dev/null
"$program" report --data other -o other.csv --lang en 2>said || fail "other.csv was not written"
[ "$(grep -c 'plays the session .* otherwise' said)" = 2 ] || fail "not told what is played otherwise: $(cat said)"
grep -q '^ending;last;;;;;unfinished;;;sessions;2;count;' other.csv || fail "what is played otherwise came to an end"

# One session holds votes of fewer than five: no count of 1 to 4 people.
grep -h ';hands;' one-*.csv all-*.csv | cut -d ';' -f 11 | sort -u | grep -xE '[1-4]' && fail "few hands are told"
grep -q ';hands;;count;hidden' one-abcd-fr.csv || fail "nothing is hidden in one-abcd-fr.csv"
grep -q 'masqué' one-abcd-fr.html || fail "one-abcd-fr.html does not say that counts are hidden"
exit "$failed"
