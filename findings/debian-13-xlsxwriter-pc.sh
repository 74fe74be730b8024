#!/usr/bin/env bash
# BEHAVIOUR: after `apt-get install libxlsxwriter-dev` on Debian 13 (1.2.1-1) pkg-config finds no xlsxwriter: its file asks
# privately for minizip's, and the package depends on libssl-dev and libxlsxwriter8 alone, not on libminizip-dev (Debian
# 12's file asks for nothing). pkg-config reads private requirements even where one links dynamically, so --exists and
# --cflags fail (--libs alone does not), and CMake's pkg_check_modules says that the library is not there, although header
# and library are. With an empty minizip.pc it all works: nothing of minizip's is compiled or linked. Look for the two files.
# Exit status: 0 = behaves as described, 1 = behaviour changed, 2 = could not run.
set -u
VERSION=1.2.1-1
SHA256=5c826dd6e9a8a5c34997564cf5c499d8e5ddd6306f3fb27afd561592e79cf355
dir=$(mktemp -d) || exit 2
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 2
command -v pkg-config >/dev/null || { echo "needs pkg-config"; exit 2; }
# shellcheck disable=SC1091,SC2016 # a file of the system; the format is apt's
mirror=$(. /etc/os-release && apt-get indextargets --format '$(REPO_URI)' "Codename: $VERSION_CODENAME" 'Origin: Debian' \
    'Component: main' | head -n 1)
[ -n "$mirror" ] || { echo "apt knows no mirror of Debian"; exit 2; }
/usr/lib/apt/apt-helper download-file "${mirror%/}/pool/main/libx/libxlsxwriter/libxlsxwriter-dev_${VERSION}_amd64.deb" \
    package.deb "SHA256:$SHA256" >apt.log 2>&1 || { cat apt.log; exit 2; }
dpkg -x package.deb root || exit 2
mkdir others
for name in zlib libcrypto; do # as if they were there, for they are brought along
    printf 'Name: %s\nDescription: %s\nVersion: 9\n' "$name" "$name" >"others/$name.pc"
done
PKG_CONFIG_LIBDIR=$(dirname "$(find "$PWD/root" -name xlsxwriter.pc)"):$PWD/others
export PKG_CONFIG_LIBDIR

depends=$(dpkg-deb -f package.deb Depends)
echo "pkg-config $(pkg-config --version), libxlsxwriter-dev $VERSION"
echo "Depends: $depends"
grep '^Requires' "$(find root -name xlsxwriter.pc)"
find root -name xlsxwriter.h -o -name 'libxlsxwriter.so'
pkg-config --exists --print-errors xlsxwriter >without 2>&1
without=$?
pkg-config --cflags xlsxwriter >/dev/null 2>&1
cflags=$?
libs=$(pkg-config --libs xlsxwriter 2>&1)
tail -n 1 without
echo "--exists gives $without, --cflags $cflags, --libs \"$libs\""
printf 'Name: minizip\nDescription: empty\nVersion: 9\n' >others/minizip.pc
with=$(pkg-config --cflags --libs xlsxwriter 2>&1)
echo "with an empty minizip.pc: $with"
if [ "$without" != 0 ] && [ "$cflags" != 0 ] && [[ $libs == *-lxlsxwriter* ]] && grep -q minizip without && [[ $depends != *minizip* ]] &&
    [[ $with == *-lxlsxwriter* && $with != *minizip* ]]; then
    echo "AS DESCRIBED: the package does not bring what its pkg-config file asks for."
    exit 0
fi
echo "CHANGED: pkg-config finds it, or asks for something else."
exit 1
