#!/usr/bin/env bash
# The Debian packages: built twice and equal, without fault to lintian, and installed, run and removed in a system that
# has nothing else. That system is made once, in build/ (system.sh). The archive for other systems: unpacked where names
# have accents and blanks, it runs from there, by another name too, and from where it is moved.
set -u
cd "$(dirname "$(realpath "$0")")/.." || exit 2
as_root=()
[ "$(id -u)" = 0 ] || as_root=(sudo)
export LC_ALL=C.UTF-8
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct) || exit 2
export SOURCE_DATE_EPOCH

die() {
    echo "$*" >&2
    exit 1
}

make_packages() { # FOLDER
    rm -rf "$1" && cmake --preset release -B "$1" && cmake --build "$1" -- --quiet -j 2 && (cd "$1" && cpack)
}

# Runs in the new system, where the packages lie in /packages.
try_packages() {
    set -eu
    export DEBIAN_FRONTEND=noninteractive
    cd /packages
    apt-get update -qq
    apt-get -o Dpkg::Use-Pty=0 install -qq --no-install-recommends ./palabre-cli_*.deb
    if dpkg-query -W 'libsdl2*' 2>/dev/null; then
        echo "the terminal program drags SDL in"
        exit 1
    fi
    palabre-cli --version
    palabre-cli check /usr/share/palabre/scenarios/*/*.json
    palabre-cli export /usr/share/palabre/scenarios/fr/q01-*.json -o /tmp/x.h5p 2>/dev/null # by what is opened when it is wanted
    palabre-cli import /tmp/x.h5p -o /tmp/x.json
    rm /tmp/x.h5p /tmp/x.json
    if ls palabre_*.deb; then
        apt-get -o Dpkg::Use-Pty=0 install -qq --no-install-recommends ./palabre_*.deb
        palabre --version
        if dpkg-query -W libpq5 2>/dev/null; then
            echo "the window drags a network library in"
            exit 1
        fi
        palabre --headless --size 1280x720 --do "shot:/tmp/x.png quit"
        [ "$(head -c 4 /tmp/x.png | tail -c 3)" = PNG ]
    fi
    if ls palabre-push_*.deb; then
        ! command -v palabre-push || exit 1 # another package brought it
        apt-get -o Dpkg::Use-Pty=0 install -qq --no-install-recommends ./palabre-push_*.deb
        palabre-push --version
        apt-get -o Dpkg::Use-Pty=0 purge -qq palabre-push
    fi
    apt-get -o Dpkg::Use-Pty=0 purge -qq palabre-cli # and with it what depends on it
    rm -f /tmp/x.png
    # In /root there may be what the program keeps for its user: that is not the package's to remove.
    ! find / -xdev '(' -path /packages -o -path /proc -o -path /root ')' -prune -o -iname '*palabre*' -print | grep .
}

# Without a folder to be at home in, and from another one than its own.
starts() { # FOLDER: where the programs are
    (cd / && env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME="$away" "$1/palabre" --lang fr --headless \
        --do "key:Return wait:500 key:Return wait:500 tree:$away/seen.json quit") && grep -q 'Ça fait trois fois' "$away/seen.json" &&
        grep -q 'Rechercher' "$away/seen.json" && rm -r "$away/seen.json" "$away/.local" && (cd / && "$1/palabre-cli" --version)
}

try_archive() {
    away=$(mktemp -d) || return
    mkdir "$away/Clé de Zoé" "$away/Évaluation n° 2" "$away/bin" &&
        tar -C "$away/Clé de Zoé" -xzf build/package/palabre-*.tar.gz && starts "$away"/Clé*/palabre-*/bin &&
        mv "$away"/Clé*/palabre-* "$away/Évaluation n° 2" && starts "$away"/Éval*/palabre-*/bin &&
        ln -s "$away"/Éval*/palabre-*/bin/palabre* "$away/bin" && starts "$away/bin" &&
        "$away/bin/palabre-cli" check "$away"/Éval*/palabre-*/share/palabre/scenarios/*/*.json || return
    rm -rf "$away"
}

make_packages build/package || die "no package could be built"
make_packages build/package.again || die "no package could be built a second time"
for package in build/package/*.deb build/package/*.tar.gz; do
    cmp "$package" "build/package.again/${package##*/}" || die "two builds differ"
done
try_archive || die "the archive does not run from where it is unpacked"
lintian --allow-root --fail-on error,warning build/package/*.deb || die "lintian complains"

system=build/chroot.tar
# shellcheck disable=SC1091 # a file of the system
tests/system.sh "$(. /etc/os-release && echo "$VERSION_CODENAME")" "$system" || die "there is no system to try them in"
"${as_root[@]}" rm -rf build/chroot
mkdir -p build/chroot
"${as_root[@]}" tar -C build/chroot -xf "$system" || die "the system could not be unpacked"
"${as_root[@]}" mkdir build/chroot/packages
"${as_root[@]}" cp build/package/*.deb build/chroot/packages
declare -f try_packages | "${as_root[@]}" chroot build/chroot /bin/bash -c "$(cat)
try_packages" || die "the packages do not hold in a system of their own"
"${as_root[@]}" rm -rf build/chroot
echo "The packages hold."
