#!/bin/sh
# For every case there is: laying it out twice is laying it out once, and what `check` says stays the same but for places.
#     fmt.sh PALABRE_CLI
set -u
program=$(realpath "$1")
cd "$(dirname "$(realpath "$0")")/.." || exit 2
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
export LC_ALL=C
failed=0
count=0

findings() {
    "$program" check --lang en --json "$1" | grep -v '"\(file\|line\|column\|pointer\)"' | tr -d '\n' | sed 's/[][]//g; s/  *{/\n/g' |
        sed '/^$/d; s/,$//' | sort
}

for file in data/check/*.json data/cases/*.json schema/complete.json ../scenarios/*/*.json; do
    case $file in *.test.json) continue ;; esac
    "$program" fmt - <"$file" >"$scratch/once" 2>/dev/null || continue # not even a shape
    count=$((count + 1))
    cmp -s "$file" "$scratch/once" && continue # it is laid out: twice is once, and says the same
    "$program" fmt - <"$scratch/once" >"$scratch/twice"
    cmp -s "$scratch/once" "$scratch/twice" || { echo "$file: laid out twice is not laid out once"; failed=1; }
    findings "$file" | grep -v '"bom"' >"$scratch/before"
    findings "$scratch/once" >"$scratch/after"
    diff "$scratch/before" "$scratch/after" || { echo "$file: says something else once it is laid out"; failed=1; }
done
echo "$count cases"
[ "$count" -gt 25 ] || { echo "too few"; exit 1; }
exit "$failed"
