#!/bin/sh
# One golden test:  golden.sh PALABRE_CLI FOLDER
#
# FOLDER/cmd holds the arguments of palabre-cli as one line of shell (it may go on with `&& cat FILE`). It runs in a fresh
# copy of FOLDER, where `data` and `scenarios` are the project's, with FOLDER/in (or nothing) as standard input. What it
# prints must equal FOLDER/out and FOLDER/err, its exit status FOLDER/status; a file that is not there stands for nothing
# printed, or for status 0. With UPDATE_GOLDEN=1 these files are written instead: read the diff before you commit it.
#
# GOLDEN_LOCALE is the locale to run in (C), but for the language, which stays that of C; GOLDEN_WRAPPER a command to run
# palabre-cli under, such as valgrind.
set -u
program=$(realpath -e "$1") || exit 2
folder=$(realpath -e "$2") || exit 2 # never empty: it is copied
tests=$(dirname "$(realpath "$0")")

scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/work" "$scratch/home"
cp -R "$folder/." "$scratch/work"
cd "$scratch/work" || exit 2
rm -f cmd out err status
ln -s "$tests/data" data
ln -s "$tests/../scenarios" scenarios
[ -e in ] || : >in

# shellcheck disable=SC2317 # called from cmd
palabre_cli() {
    # shellcheck disable=SC2086 # the wrapper is a command line
    ${GOLDEN_WRAPPER:-} "$program" "$@"
}

(
    unset LANGUAGE LC_ALL LC_CTYPE LC_COLLATE LC_NUMERIC LC_TIME LC_MONETARY
    export HOME="$scratch/home" LANG="${GOLDEN_LOCALE:-C}" LC_MESSAGES=C
    eval "palabre_cli $(cat "$folder/cmd")"
) <in >"$scratch/out" 2>"$scratch/err"
echo $? >"$scratch/status"

failed=0
for part in out err status; do
    wanted="$folder/$part"
    if [ ! -e "$wanted" ]; then
        wanted="$scratch/wanted"
        if [ "$part" = status ]; then echo 0; fi >"$wanted"
    fi
    cmp -s "$wanted" "$scratch/$part" && continue
    if [ "${UPDATE_GOLDEN:-0}" = 1 ]; then
        cp "$scratch/$part" "$folder/$part"
    else
        failed=1
        echo "$part is not as expected:"
        diff -u --label "expected $part" --label "actual $part" "$wanted" "$scratch/$part"
    fi
done
exit "$failed"
