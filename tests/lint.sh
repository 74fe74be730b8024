#!/usr/bin/env bash
# clang-tidy over every source that has changed, itself or a header of it, since it last passed:  lint.sh BUILD [CHECKS]
# CHECKS is added to those of .clang-tidy: "-clang-analyzer-*" leaves out the analyser, which takes 97 % of the time.
# LINT_FOLDERS names the folders looked into (engine tools); what knows Windows is not compiled here.
# BUILD holds a compile_commands.json; BUILD/lint remembers what passed, by content. Two run at a time. Exit status 77,
# and why, where clang-tidy is not of the version that the rules are held with.
set -u
cd "$(dirname "$0")/.." || exit 2

tidy=$(tests/clang_tool.sh clang-tidy) || { echo "$tidy"; exit 77; }

if [ "$1" = --one ]; then # --one BUILD CHECKS FILE MARK
    said=$("$tidy" -p "$2" --quiet "--checks=$3" "$4" 2>&1) && exec touch "$5"
    grep -v '^[0-9]* warnings\? ' <<<"$said"
    exit 1
fi

build=$1
checks=${2:-}
mkdir -p "$build/lint"
rules=$("$tidy" --version; echo "$checks"; find . -name .clang-tidy -not -path './build/*' -exec cat {} +)
libraries=$(pkg-config --cflags-only-I sdl2 SDL2_ttf libcjson libxml-2.0 fribidi fontconfig libpq | sed 's/-I/-isystem /g')

# A name made of all that clang-tidy would read of a source.
content_of() {
    local files
    # shellcheck disable=SC2086 # a list of options
    files=$(clang -MM $libraries -Iengine -Itools -Itests "$1" | sed 's/^[^:]*://; s/\\$//')
    # shellcheck disable=SC2086 # a list of files
    { echo "$rules"; sha256sum ${files:-"$1"}; } </dev/null | sha256sum | cut -d' ' -f1
}

# shellcheck disable=SC2086 # a list of folders
find ${LINT_FOLDERS:-engine tools} -name '*.c' -not -name '*_win32.c' -not -path 'tests/layers/*' \
    -not -path '*/node_modules/*' 2>/dev/null |
    sort | while read -r source; do
    mark=$build/lint/$(content_of "$source")
    [ -e "$mark" ] || printf '%s\0' "$build" "$checks" "$source" "$mark"
done | xargs -r -0 -P 2 -n 4 tests/lint.sh --one
