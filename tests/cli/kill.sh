#!/bin/sh
# Sixty times `fmt` is killed while it rewrites nine megabytes: the file is the old one or the new one, whole.
#     kill.sh PALABRE_CLI [TIMES]
set -u
program=$(realpath "$1")
times=${2:-60}
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 2
export LC_ALL=C

awk 'BEGIN {
    printf "{\"format\":1,\"id\":\"c\",\"kind\":\"scenario\",\"language\":\"en\",\"title\":\"T\",\"summary\":\"S\","
    printf "\"theme\":\"accueil\",\"minutes\":{\"alone\":1,\"group\":1},\"competencies\":[\"eco\"],\"start\":\"s0\","
    printf "\"scenes\":["
    text = "Somebody comes in and asks for the third time whether the letter has come, and why it has not."
    for (i = 0; i < 10000; i++) {
        printf "{\"id\":\"s%d\",\"next\":\"s%d\",\"lines\":[", i, i + 1
        for (j = 0; j < 8; j++) printf "%s{\"text\":\"%s\"}", j ? "," : "", text
        printf "]},\n"
    }
    printf "{\"id\":\"s%d\",\"ending\":{\"title\":\"T\",\"text\":\"T\"}}]}\n", i
}' >old.json
cp old.json case.json
start=$(date +%s%N)
"$program" fmt case.json || exit 1
spent_ms=$((($(date +%s%N) - start) / 1000000))
cp case.json new.json
if cmp -s old.json new.json; then
    echo "there is nothing to rewrite"
    exit 1
fi

old=0
new=0
i=0
while [ "$i" -lt "$times" ]; do
    i=$((i + 1))
    cp old.json case.json
    "$program" fmt case.json 2>/dev/null &
    writer=$!
    if [ $((i % 2)) -eq 0 ]; then
        # At any moment, evenly.
        sleep "$(awk -v i="$i" -v n="$times" -v ms="$spent_ms" 'BEGIN { printf "%.4f", ms * 1.1 * i / n / 1000 }')"
    else
        # While the new version is being written.
        while [ ! -e .case.json.palabre-new ] && kill -0 "$writer" 2>/dev/null; do :; done
        sleep "$(awk -v i="$i" -v n="$times" 'BEGIN { printf "%.4f", 0.2 * i / n }')"
    fi
    kill -9 "$writer" 2>/dev/null
    wait "$writer" 2>/dev/null
    if cmp -s case.json old.json; then
        old=$((old + 1))
    elif cmp -s case.json new.json; then
        new=$((new + 1))
    else
        echo "kill $i: the file is neither the old nor the new one: $(wc -c <case.json) bytes"
        exit 1
    fi
done
echo "$times kills: $old times the old file, $new times the new one, of $spent_ms ms each"

"$program" fmt case.json && cmp case.json new.json || exit 1
[ "$(find . -name '*palabre-new' | wc -l)" -eq 0 ] || { echo "a copy is left behind"; exit 1; }
