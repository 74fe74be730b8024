#!/bin/sh
# What cmake/hardening.cmake asks for links in an optimised build without a preset, programs and shared libraries:
#     hardening.sh CMAKE
set -u
hardening=$(dirname "$(realpath "$0")")/../cmake/hardening.cmake
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2

cat >CMakeLists.txt <<END
cmake_minimum_required(VERSION 3.25)
project(hardened C)
include("$(realpath "$hardening")")
add_library(shared SHARED shared.c)
add_executable(program program.c)
target_link_libraries(program PRIVATE shared)
END
echo 'int count; int add(void) { return ++count; }' >shared.c
echo 'int add(void); int main(void) { return add() - 1; }' >program.c

"$1" -S . -B build -DCMAKE_BUILD_TYPE=Release >log 2>&1 && "$1" --build build >>log 2>&1 && build/program && exit 0
cat log
exit 1
