#!/bin/sh
# Installs the Debian packages that are missing:  packages.sh build|check|long
#     build    what building palabre-cli takes
#     check    and what ./check takes
#     long     and what ./check --long takes
# Without apt, or without the right to use it, it says what is needed and lets the caller go on: the tools may be there.
set -u

wanted="gcc libc6-dev cmake ninja-build pkg-config gettext libcjson-dev libpcre2-dev libutf8proc-dev
libsdl2-dev libsdl2-ttf-dev libstb-dev"
case ${1:-build} in check | long)
    wanted="$wanted clang clang-tidy clang-format libclang-rt-14-dev libcmocka-dev
    desktop-file-utils appstream shared-mime-info man-db xvfb xauth"
    command -v node >/dev/null || wanted="$wanted nodejs npm"
    ;;
esac
case ${1:-build} in long)
    wanted="$wanted valgrind libc6-dbg cppcheck gcovr locales lintian debootstrap"
    ;;
esac

missing=
for package in $wanted; do
    # shellcheck disable=SC2016 # the format is dpkg-query's
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)
    [ "$status" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
if ! command -v apt-get >/dev/null || { [ -n "$as_root" ] && ! command -v sudo >/dev/null; }; then
    echo "These Debian packages, or what other systems call them, are needed:$missing" >&2
    exit 0
fi

echo "Installing:$missing" >&2
log=$(mktemp)
# shellcheck disable=SC2086 # lists of words
if ! {
    $as_root apt-get update -qq &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends $missing
} >"$log" 2>&1; then
    cat "$log" >&2
    echo "They could not all be installed; going on with what is there." >&2
fi
rm -f "$log"
