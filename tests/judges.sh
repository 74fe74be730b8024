#!/bin/bash
# Other people's programs read what Palabre writes: judges.sh PALABRE_CLI
#
# They are npm's, of the versions that tests/judges/package-lock.json pins; each test says what it judges. WALKS and CASES in
# the environment say how much. Exit status 77: npm is not here.
set -eu
program=$(realpath "$1")
cd "$(dirname "$(realpath "$0")")/judges"
command -v npm >/dev/null || { echo "skipped: npm is not installed"; exit 77; }
[ node_modules -nt package-lock.json ] || npm ci --ignore-scripts
PALABRE_CLI=$program exec node --test
