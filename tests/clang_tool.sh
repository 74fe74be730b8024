#!/bin/sh
# Prints what clang-format or clang-tidy of the version that the sources are held with is called:  clang_tool.sh NAME
# Each version lays out some lines otherwise and finds other things. Where there is no such version it says so, and fails.
set -u
version=14
if command -v "$1-$version"; then
    exit 0
fi
there=$("$1" --version 2>/dev/null | sed -n 's/.*version \([0-9]*\)[.].*/\1/p' | head -n 1)
if [ "$there" = "$version" ]; then
    echo "$1"
    exit 0
fi
echo "$1 $version is not there (${there:-none} is), and others judge otherwise"
exit 1
