#!/usr/bin/env bash
# BEHAVIOUR: the headers of SDL 2.26.5 name other functions to clang-tidy than to the compiler. Where __clang_analyzer__ is
# defined, as it is in every run of clang-tidy, whatever its checks are, SDL_stdinc.h makes SDL_strdup, SDL_malloc and
# others macros for the C library's. A source that builds without a warning as strict C11, where string.h does not
# declare strdup, is then refused with a clang-diagnostic error of an implicit declaration, although it never wrote
# strdup. Asking for POSIX, or not calling SDL_strdup, is the way round.
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
SDL=2.26.5+dfsg-1
CLANG=1:14.0.6-12
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 2
arch=$(dpkg --print-architecture) || exit 2
apt-get download -qq "libsdl2-dev=$SDL" "clang-14=$CLANG" "clang-tidy-14=$CLANG" \
  "libclang-cpp14=$CLANG" "libclang-common-14-dev=$CLANG" "libllvm14=$CLANG" libz3-4 libbsd0 libedit2 libxml2 libicu72 \
  libmd0 >apt.log 2>&1 || { cat apt.log; exit 2; }
for package in ./*.deb; do dpkg -x "$package" root || exit 2; done
cat >copy.c <<'C'
#include <SDL.h>

char *copy_of(const char *text);

char *copy_of(const char *text) {
    return SDL_strdup(text);
}
C
lib=$(find "$PWD/root/usr/lib" -maxdepth 1 -type d -name '*-linux-gnu*' | head -1)
export LD_LIBRARY_PATH=$lib:$PWD/root/usr/lib/llvm-14/lib
include=(-I"$PWD/root/usr/include/SDL2" -I"$PWD/root/usr/include/$(basename "$lib")")
flags=(-std=c11 -Wall -Wextra -Werror "${include[@]}")
echo "SDL ${SDL%%+*}, clang and clang-tidy ${CLANG#*:}, $arch"
root/usr/lib/llvm-14/bin/clang "${flags[@]}" -c copy.c -o copy.o >clang.log 2>&1
built=$?
root/usr/lib/llvm-14/bin/clang-tidy --checks=-*,misc-unused-parameters copy.c -- "${flags[@]}" >tidy.log 2>&1
echo "clang: status $built, $(wc -l <clang.log) lines"
grep -m 2 -o "error: .*" tidy.log
if [ "$built" = 0 ] && grep -q "implicit.*strdup.*clang-diagnostic" tidy.log; then
  echo "AS DESCRIBED: clang-tidy sees SDL_strdup as an undeclared strdup."
  exit 0
fi
echo "CHANGED: clang and clang-tidy see the same SDL_strdup."
exit 1
