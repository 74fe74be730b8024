#!/bin/bash
# Holds the figures of engine/analysis against R's: statistics.sh TEST_STATS_REFERENCE [--keep]
#
# R works out the same figures of generated data, of one seed after the other (SEEDS of them), and the test compares. With
# --keep what R says of the first seed is kept for ./check, which has no R. Exit status 77: R is not here.
set -u
test=$(realpath "$1") || exit 2
tests=$(dirname "$(realpath "$0")")
command -v Rscript >/dev/null || { echo "skipped: R is not installed"; exit 77; }
if [ "${2:-}" = --keep ]; then
    exec Rscript --vanilla "$tests/statistics.R" 1 12 >"$tests/data/statistics.txt"
fi
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
cd "$tests" || exit 2
for seed in $(seq "${SEEDS:-20}"); do
    Rscript --vanilla statistics.R "$seed" 40 >"$scratch/said" || exit 1
    PALABRE_STATISTICS="$scratch/said" "$test" >"$scratch/log" 2>&1 || { cat "$scratch/log"; echo "seed $seed"; exit 1; }
done
echo "$(wc -l <"$scratch/said") lines of R in the last of ${SEEDS:-20} seeds"
