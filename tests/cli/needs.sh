#!/bin/sh
# The trainers' guide leads where there is something to play: its table tells the 96 needs, each with a case, a quiz or
# what the program does; every case and quiz that the guide names exists, with every scene, and each answers a need. The
# program's own list (scenarios/needs.json) has the same needs in the same words, and leads to the same cases.
#     needs.sh PALABRE_CLI
# A scene is named in italics after its case, by its title or that of its ending: S03 *Annoncer la fin*, *Au revoir*.
set -u
cd "$(dirname "$(realpath "$0")")/../.." || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C
failed=0

fail() {
    echo "docs/GUIDE.fr.md: $1"
    failed=1
}

# Spaces that do not break are spaces here.
sed 's/\xE2\x80\xAF/ /g; s/\xC2\xA0/ /g' docs/GUIDE.fr.md >"$scratch/guide"
for file in scenarios/fr/[sq][0-9][0-9]-*.json; do
    case $file in *.test.json) continue ;; esac
    code=$(basename "$file" | cut -c1-3 | tr sq SQ)
    echo "$code" >>"$scratch/cases"
    sed 's/\xE2\x80\xAF/ /g; s/\xC2\xA0/ /g' "$file" >"$scratch/case"
    sed -n 's/^  "title": "\(.*\)",$/'"| $code | [\1](..\/scenarios\/fr\/$(basename "$file"))/p" "$scratch/case" >"$scratch/row"
    grep -qF "$(cat "$scratch/row")" "$scratch/guide" || fail "there should be a row: $(cat "$scratch/row")"
    sed -n '/^  "scenes": \[/,$s/^ *"title": "\(.*\)",\{0,1\}$/'"$code"'|\1/p' "$scratch/case" >>"$scratch/scenes"
done

# Each "S03 *…*, *…*" as lines "line|S03" and "line|S03|title".
awk '{
    rest = $0
    while (match(rest, /(^|[^A-Z0-9])[SQ][0-9][0-9]/)) {
        code = substr(rest, RSTART + RLENGTH - 3, 3)
        rest = substr(rest, RSTART + RLENGTH)
        print NR "|" code
        while (match(rest, /^( |, |, puis | et | jusqu[^ ]* )\*[^*]+\*/)) {
            named = substr(rest, 1, RLENGTH)
            rest = substr(rest, RLENGTH + 1)
            sub(/^[^*]*\*/, "", named)
            sub(/\*$/, "", named)
            print NR "|" code "|" named
        }
    }
}' "$scratch/guide" >"$scratch/named"

cut -d'|' -f2- "$scratch/named" | sort -u >"$scratch/wanted"
sort -u "$scratch/cases" "$scratch/scenes" | comm -23 "$scratch/wanted" - >"$scratch/missing"
while read -r name; do
    line=$(grep -F "|$name" "$scratch/named" | head -n 1 | cut -d'|' -f1)
    fail "line $line: there is no such case, or scene in it: $name"
done <"$scratch/missing"

sed -n 's/^| \([0-9][0-9]*\) | [^|]* | \([^|]*\) |$/\1|\2/p' "$scratch/guide" >"$scratch/needs"
awk -F'|' '$1 != NR { print "need " $1 " stands where " NR " is due" }
           $2 !~ /[SQ][0-9][0-9]|le programme : ./ { print "need " $1 " leads nowhere" }' "$scratch/needs" >"$scratch/faults"
while read -r fault; do
    fail "$fault"
done <"$scratch/faults"
number=$(wc -l <"$scratch/needs")
[ "$number" -eq 96 ] || fail "$number needs instead of 96"

while read -r code; do
    cut -d'|' -f2 "$scratch/needs" | grep -q "$code" || fail "$code answers no need"
done <"$scratch/cases"

sed -n 's/^ *{"need": \([0-9]*\), "fr": "\(.*\)", "en": ".*", "competencies": .*, "cases": \[\(.*\)\]},\{0,1\}$/\1|\2|\3/p' \
    scenarios/needs.json | sed 's/\xE2\x80\xAF/ /g; s/\xC2\xA0/ /g' | tr -d '",' | sort >"$scratch/listed"
sed -n '/^| [0-9][0-9]* | [^|]* | [^|]* |$/p' "$scratch/guide" | tr -d '",' | awk -F' [|] ' '{
    codes = ""
    rest = $3
    while (match(rest, /[SQ][0-9][0-9]/)) {
        code = substr(rest, RSTART, 3)
        codes = index(codes, code) ? codes : codes (codes == "" ? "" : " ") code
        rest = substr(rest, RSTART + 3)
    }
    sub(/^[|] /, "", $1)
    print $1 "|" $2 "|" codes
}' | sort >"$scratch/told"
diff "$scratch/told" "$scratch/listed" >"$scratch/drift" || fail "scenarios/needs.json tells other needs:
$(cat "$scratch/drift")"

echo "$number needs, $(wc -l <"$scratch/cases") cases, $(grep -c '|.*|' "$scratch/named") scenes named"
exit "$failed"
