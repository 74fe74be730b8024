#!/bin/sh
# Installs the Debian packages that are missing:  packages.sh build|check|long|systems|windows
#     build      what building palabre-cli takes
#     check      and what ./check takes
#     long       and what ./check --long takes
#     systems    what makes a bare Debian to try it in
#     windows    what tools/windows/build takes
# Without apt, or without the right to use it, it says what is needed and lets the caller go on: the tools may be there.
# It fails, and names what is missing, when apt could not install all of it.
set -u

wanted="gcc libc6-dev cmake ninja-build make pkg-config gettext libcjson-dev libpcre2-dev libsqlite3-dev
libxml2-dev libutf8proc-dev libzip-dev libxlsxwriter-dev libsdl2-dev libsdl2-ttf-dev libstb-dev libfribidi-dev
libfontconfig-dev zlib1g-dev"
case ${1:-build} in check | long)
    wanted="$wanted clang clang-tidy clang-format libclang-rt-dev lld libcmocka-dev
    speech-dispatcher speech-dispatcher-audio-plugins desktop-file-utils appstream shared-mime-info libglib2.0-bin man-db xvfb
    xauth fonts-noto-color-emoji libpq-dev"
    command -v node >/dev/null || wanted="$wanted nodejs npm"
    ;;
esac
case ${1:-build} in long)
    wanted="$wanted valgrind libc6-dbg cppcheck gcovr locales lintian mmdebstrap
    libxml2-utils xserver-xorg-core xserver-xorg-video-dummy x11-xserver-utils x11-utils x11-xkb-utils x11-apps openbox xdotool xclip chromium poppler-utils
    r-base-core libreoffice-calc-nogui wine64 unzip postgresql"
    ;;
esac

# Those of the words that are no installed package.
find_missing() {
    for package; do
        # shellcheck disable=SC2016 # the format is dpkg-query's
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || printf ' %s' "$package"
    done
}

[ "${1:-build}" != systems ] || wanted=mmdebstrap
[ "${1:-build}" != windows ] || wanted="gcc libc6-dev cmake ninja-build make pkg-config gettext gcc-mingw-w64-x86-64-win32
g++-mingw-w64-x86-64-win32 dpkg-dev meson tcl librsvg2-bin icoutils nsis zip advancecomp"

# shellcheck disable=SC2086 # a list of words
missing=$(find_missing $wanted)
[ -n "$missing" ] || exit 0

as_root=
[ "$(id -u)" = 0 ] || as_root=sudo
if ! command -v apt-get >/dev/null || { [ -n "$as_root" ] && ! command -v sudo >/dev/null; }; then
    echo "These Debian packages, or what other systems call them, are needed:$missing" >&2
    exit 0
fi

install_packages() {
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends "$@"
}

# One that this system does not have is to keep no other away: then each is installed alone.
install_missing() {
    $as_root apt-get update -qq
    # shellcheck disable=SC2086 # a list of words
    install_packages $missing && return
    for package in $missing; do
        install_packages "$package"
    done
}

echo "Installing:$missing" >&2
log=$(mktemp)
install_missing >"$log" 2>&1
# shellcheck disable=SC2086 # a list of words
missing=$(find_missing $missing)
if [ -n "$missing" ]; then
    cat "$log" >&2
    echo "These packages could not be installed:$missing" >&2
fi
rm -f "$log"
[ -z "$missing" ]
