#!/bin/sh
# Lines of the terminal's player fit the width that COLUMNS gives, no word is broken, and nothing else changes.
set -eu
program=$(realpath "$1")
cd "$(dirname "$(realpath "$0")")/../.."

play() {
    printf '1\nh\nq\n' | "$program" play --lang fr --seed 1 tests/data/cases/rumeur.json
}

words() {
    tr -s '\n ' '  '
}

unset COLUMNS
wide=$(play | words)
for columns in 30 44 72; do
    narrow=$(COLUMNS=$columns && export COLUMNS && play)
    [ "$(echo "$narrow" | words)" = "$wide" ] || { echo "at $columns columns other words are said"; exit 1; }
    if echo "$narrow" | LC_ALL=C.UTF-8 grep -E "^.{$((columns + 1)),}$" | grep ' '; then
        echo "these are wider than $columns columns"
        exit 1
    fi
done
