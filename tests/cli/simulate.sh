#!/bin/sh
# Walks of a simulation as sessions: simulate.sh PALABRE_CLI
#
# One seed gives the same file; the walks are those that the simulation counts; every session is taken in, and replays whole.
set -u
program=$(realpath "$1")
data=$(realpath "$(dirname "$(realpath "$0")")/../data")
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
export LC_ALL=C.UTF-8 HOME="$scratch"
failed=0

fail() {
    echo "$*"
    failed=1
}

simulate() { # FILE ARGUMENT…
    file=$1
    shift
    "$program" simulate "$data/cases/dossier-vert.json" --runs 12 --json --sessions "$file" "$@" --lang en |
        grep -v per_second >"$file.counts" || fail "$file was not written"
}

simulate group.jsonl --seed 3 --group-size 9
simulate again.jsonl --seed 3 --group-size 9
simulate alone.jsonl --seed 3
simulate other.jsonl --seed 4 --group-size 9
cmp -s group.jsonl again.jsonl || fail "one seed gives two files"
cmp -s group.jsonl other.jsonl && fail "two seeds give one file"
cmp -s group.jsonl.counts alone.jsonl.counts || fail "votes change the walks"

for kind in group alone; do
    "$program" sessions import $kind.jsonl --data $kind --lang en 2>said || fail "$kind.jsonl is not taken: $(cat said)"
    grep -q '^12 sessions were added' said || fail "not all of $kind.jsonl are taken: $(cat said)"
done
"$program" report --data group -o group.csv --lang en 2>said || fail "no report of them"
[ ! -s said ] || fail "they replay otherwise: $(cat said)"
grep -q '^case;.*;sessions;12;count;' group.csv || fail "not all are in the report"
grep -q '^vote;.*;after;.*;sessions;' group.csv || fail "nobody voted after the talk"
# Each ending as often as the simulation met it.
sed -n 's/^ending;.*;ending-\([^;]*\);.*;sessions;\([0-9]*\);count;.*/"\1": \2/p' group.csv | sort >endings
[ -s endings ] || fail "no ending is in the report"
while read -r ending; do
    grep -qF "$ending" group.jsonl.counts || fail "the simulation does not count $ending"
done <endings

"$program" simulate "$data/cases/dossier-vert.json" --sessions no.jsonl --group-size 1001 2>/dev/null
[ $? = 2 ] || fail "a group of 1001 is taken"
exit "$failed"
